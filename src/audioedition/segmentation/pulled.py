"""Which lines of a story are pull quotes: words of it, set again in large type to break the column."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LEAST, _MOST, _LONGEST = 4, 30, 200
"""Words of the shortest and the longest pull quote, and characters."""
_PLAIN = 6
"""Words of the shortest without quotation marks."""
_ASKED = 60
"""So many lines of a text are looked at."""
_QUOTED = re.compile(r"[“”\"„«‘'][^\n]*[“”\"»’'][.,]?")
_WHO = re.compile(r"\s*[–—-]+\s?[^\W\d_a-z][^.!?–—]{1,60}\Z")
_STOPS = re.compile(r"[.!?…][\"'”’»]*\Z")
_MARKED = re.compile(r":|[.!?…]\W*\Z")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def pull_quotes(lines: Sequence[str]) -> set[int]:
    """Indices of the lines whose words stand in another, longer line of the story.

    A quoted line that stands above its words, without a stop or a name, is a subhead, as British papers have them.
    """
    short = [i for i, line in enumerate(lines) if len(line) <= _LONGEST]
    asked = [i for i in short if _LEAST <= len(lines[i].split()) <= _MOST and _may_be_pulled(lines[i])][:_ASKED]
    if not asked:
        return set()
    words = [f" {' '.join(_words(line))} " for line in lines]
    above = "\n".join(words)
    starts = [0]
    for line in words:
        starts.append(starts[-1] + len(line) + 1)
    return {i for i in asked if _is_pulled(lines[i], above, starts[i], starts[i + 1])}


def _may_be_pulled(line: str) -> bool:
    bare = _WHO.sub("", line)
    return _QUOTED.fullmatch(bare) is not None or (
        bare == line and len(line.split()) >= _PLAIN and not _MARKED.search(line)
    )


def _is_pulled(line: str, words: str, start: int, end: int) -> bool:
    bare = _WHO.sub("", line)
    sought = f" {' '.join(_words(bare))} "
    if len(sought.split()) < _LEAST:
        return False
    at = _found(words, sought, 0, start - 1)
    if _QUOTED.fullmatch(bare) is None:
        return at
    signed = bare != line or _STOPS.search(bare) is not None
    return at or (signed and _found(words, sought, end, len(words)))


def _found(words: str, sought: str, begin: int, end: int) -> bool:
    """Whether the words stand in a line that has more than them."""
    at = words.find(sought, begin, max(begin, end))
    while at >= 0:
        line_start, line_end = words.rfind("\n", 0, at) + 1, words.find("\n", at)
        if (line_end if line_end >= 0 else len(words)) - line_start > len(sought) + 8:
            return True
        at = words.find(sought, at + 1, max(begin, end))
    return False


def _words(line: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(line)]
