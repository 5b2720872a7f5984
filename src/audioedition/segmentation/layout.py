"""Text -> paragraphs: the lines of plain text, those that were only wrapped put together again."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

Span = tuple[int, int]

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BULLET = re.compile(r"[ \t]*(?:[•●▪◦‣*–—-]|\d{1,3}[.)])[ \t]")
_MOMENT = re.compile(r"[ \t]*(?:[•●▪◦‣*–—-][ \t]+)?\(?(\d{1,2}(?::\d\d){1,2})\)?[ \t]*[–—:-]?[ \t]*(?=[^\W\d])")
_ENDS = re.compile(r"[.!?:…。！？][\"'”’»“‘«)\]]*\s*\Z")
_MOST_COLUMNS = 100
"""A text whose longest line is longer than this is not wrapped."""


def paragraphs(text: str) -> list[Span]:
    """Spans of the paragraphs of `text`, trimmed; a line of its own is a paragraph, a wrapped line is not."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if not m.group().isspace()]
    if not lines:
        return []
    width = max(b - a for a, b in lines)
    out: list[list[int]] = [list(lines[0])]
    for last, this in itertools.pairwise(lines):
        if _wrapped(text, last, this, width):
            out[-1][1] = this[1]
        else:
            out.append(list(this))
    return [trim(text, a, b) for a, b in out]


def show_notes(text: str, paragraphs: Sequence[Span]) -> dict[int, int]:
    """Start of a paragraph -> end of the moment that it begins with, for lists of what comes when in a recording.

    `0:00 Welcome`, `5:45 The baker`: nobody wants to hear at which minute of another recording something is. What tells
    such a list from a programme of the day is that it begins at nought.
    """
    found: dict[int, int] = {}
    last = -1
    for start, end in paragraphs:
        match = _MOMENT.match(text, start, end)
        at = sum(int(part) * 60**i for i, part in enumerate(reversed(match[1].split(":")))) if match else -1
        if match and (at == 0 or (last >= 0 and at > last)):
            found[start], last = match.end(), at
        else:
            last = -1
    return found


def trim(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _wrapped(text: str, last: Span, this: Span, width: int) -> bool:
    """Whether the line `this` goes on with the sentence of the line `last`, directly above it."""
    if text.count("\n", last[1], this[0]) > 1 or text.count("\r", last[1], this[0]) > 1:
        return False
    line, following = text[last[0] : last[1]].rstrip(), text[this[0] : min(this[1], this[0] + 80)]
    indent, indent_before = (len(s) - len(s.lstrip()) for s in (following, line))
    if indent > indent_before or _BULLET.match(following):
        return False
    if indent_before > 1 and indent == 0 and width <= _MOST_COLUMNS:
        return True  # the first line of a paragraph is indented, and this is not
    word = following.split(None, 1)[0]
    if line.isupper() and not following.isupper():
        return False
    if word[0].islower() and not _ENDS.search(line[-8:]) and len(line) > 20:
        return True
    return _is_full(line, word, width)


def _is_full(line: str, word: str, width: int) -> bool:
    """Whether a line of a text `width` characters wide is full, so that the next word did not fit into it."""
    if width > _MOST_COLUMNS or len(line) < 30:
        return False
    room = 0 if _ENDS.search(line[-8:]) else 6  # ragged lines leave some room, ends of sentences less
    return len(line) + 1 + len(word) > width - room
