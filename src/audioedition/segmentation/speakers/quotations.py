"""A paragraph -> the spans between quotation marks.

Marks of all kinds: “…” "…" ‘…’ '…' «…» ‹…› „…“ »…« 「…」. Only the outermost pair counts: what is nested stays inside.
A quotation that is opened and never closed runs to the end of its paragraph (typographers repeat the opening mark
at the next one).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_MARK = re.compile("‘‘|’’(?!’)|''(?!')|[“”„‟\"«»‹›‘’‚'「」『』]|``")
_LOW_MARK = re.compile(r"(?<![^\s(]),,(?=\w)|’’|‘’|''|[“”\"]")
"""`,,Dat kan niet’’`, `,,Mooi", zegt hij`: commas for the low mark, as Dutch papers print it."""
_OPENS_AFTER = " \t\n\r\u00a0\u202f\u2009([{—–-/\x00"
_PAIRS: dict[str, str | tuple[str, ...]] = {
    "“": "”",
    "”": "”",
    "‟": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    '"': '"',
    "``": ("''", "”"),
    "''": ("''", "”"),
    "‘‘": ("’’", "''", "”"),
    "‘": "’",
    "'": "'",
    "‚": "‘’",
    ",,": ("’’", "‘’", "''", "”", "“", '"'),
}

_MIXED = {"“": ('"', "“"), '"': ("”",)}
"""Marks that close by mistake what these opened."""
_SLIPS = {'"': ("”", "“"), "“": ('"', '"')}
"""The same behind the end of a clause, whatever follows, and the mark behind which it may close what is nested:
`"We were lucky,” said Berg. “We are fine."`
"""
_TWICE = frozenset(("’’", "''"))
"""Single marks that are set twice for a closing double one, as Nigerian papers have it: `“We agree,’’ he said.`"""


@dataclass(frozen=True, slots=True)
class Span:
    """One quotation, its marks included."""

    start: int
    end: int
    closed: bool
    mark: str
    """The opening mark."""
    broken: bool = False
    """Whether its attribution stands inside its marks, so that it is part of what is between them."""

    def last(self, text: str) -> str:
        """The last character inside the marks."""
        end = self.end - 1
        if self.end - self.start > 4 and text[end - 1 : self.end] in _TWICE:
            end -= 1
        return text[max(self.start, end - 1)]


def find(text: str, start: int, end: int, *, goes_on: bool = False) -> list[Span]:
    """The quotations of the paragraph `text[start:end]`, in order, without overlap.

    `goes_on`: the next paragraph begins with a single mark, so that one which is never closed here is no apostrophe.
    """
    marks = _marks(text, start, end)
    left = Counter(m.group() for m in marks)
    out: list[Span] = []
    hopeless: set[str] = set()  # single marks and guillemets for which no closing one is left
    i = 0
    while i < len(marks):
        m = marks[i]
        mark = m.group()
        left[mark] -= 1
        i += 1
        if mark in hopeless or not _opens(text, m, start, end):
            continue
        if _is_typed_twice(text, marks, i, end):
            left[marks[i].group()] -= 1
            i += 1
        j, closed = _partner(text, marks, i, end, mark, dict(left))
        if not closed and mark in "‘'‚«»‹›”" and not (goes_on and mark in "‘'" and _leads_in(text, m, start)):
            hopeless.add(mark)  # an apostrophe, or a mark used for something else
            continue
        stop = marks[j].end() if closed else end_of(text, m.end(), marks[j].start() if j < len(marks) else end)
        out.append(Span(m.start(), stop, closed, mark))
        passed = marks[i : j + closed]
        left.subtract(other.group() for other in passed)
        i += len(passed)
    return out


def _is_typed_twice(text: str, marks: Sequence[re.Match[str]], i: int, end: int) -> bool:
    """Whether the mark with index `i` only repeats the opening one before it: `“”It is closed,” she said.`"""
    if i >= len(marks) or marks[i].start() != marks[i - 1].end() or marks[i].end() >= end:
        return False
    return all(m.group() in _DOUBLE for m in marks[i - 1 : i + 1]) and text[marks[i].end()].isalnum()


def _marks(text: str, start: int, end: int) -> list[re.Match[str]]:
    """All marks, in order; where commas stand for low marks, only those that go with them."""
    low = ",," in text[start:end] and any(m.group() == ",," for m in _LOW_MARK.finditer(text, start, end))
    return list((_LOW_MARK if low else _MARK).finditer(text, start, end))


def end_of(text: str, start: int, stop: int) -> int:
    """Where what stands from `start` on ends: before the white space at `stop`."""
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return stop


def _leads_in(text: str, m: re.Match[str], start: int) -> bool:
    """Whether a mark stands at the head of its paragraph or behind a colon or comma."""
    before = text[start : m.start()].rstrip()
    return not before or before[-1] in ":,."


def _partner(
    text: str, marks: list[re.Match[str]], i: int, end: int, opening: str, left: dict[str, int]
) -> tuple[int, bool]:
    """Index of the mark that closes what `opening` opened before index `i`, and True; or where it ends unclosed.

    `left` counts the marks from index `i` on.
    """
    closers, depth = _PAIRS[opening], 0
    slip, nested = _SLIPS.get(opening, ("", ""))
    for j in range(i, len(marks)):
        m, mark = marks[j], marks[j].group()
        left[mark] -= 1
        closers_left = sum(left.get(c, 0) for c in closers)
        if mark in closers and _closes(text, m, opening, end):
            if depth == 0:
                return j, True
            depth -= 1
        elif _ends_by_slip(text, m, slip, end) or (
            _closes_otherwise(mark, opening, closers_left) and _is_closing(text, m, end)
        ):
            return j, True
        elif mark == nested:
            slip = ""
        elif mark == opening and mark not in closers and mark not in "‘'":
            # Nested only if there are marks enough to close both.
            if closers_left > left[mark] + depth + 1:
                depth += 1
            elif mark == "“":
                return j, False
    return len(marks), False


def _ends_by_slip(text: str, m: re.Match[str], slip: str, end: int) -> bool:
    return m.group() == slip and text[m.start() - 1] in ",.?!…" and _is_closing(text, m, end)


def _closes_otherwise(mark: str, opening: str, closers_left: int) -> bool:
    """Whether a mark can close what another opened: `“ … "`, `" … ”`, `“ … “` by a slip, `“ … ’’` by custom."""
    if opening not in _MIXED:
        return False
    return mark in _TWICE or (mark in _MIXED[opening] and (mark == opening or not closers_left))


def _is_closing(text: str, m: re.Match[str], end: int) -> bool:
    """Whether a mark stands where only a closing one stands: after a word or its punctuation, before none."""
    after = text[m.end()] if m.end() < end else "\x00"
    before = text[m.start() - 1]
    return not before.isspace() and before not in "([{" and not after.isalnum()


def _opens(text: str, m: re.Match[str], start: int, end: int) -> bool:
    mark = m.group()
    before = text[m.start() - 1] if m.start() > start else "\x00"
    after = text[m.end()] if m.end() < end else "\x00"
    if mark == "“":
        return m.start() == start or not _is_closing(text, m, end)
    if mark in _ALWAYS_OPEN:
        return True
    if mark in _ALWAYS_CLOSE or (mark == "”" and not after.isalnum()):
        return False
    if mark in "»›”":
        # »German style«, ”Swedish style”, or a slip: the mark stands before a word and after a space.
        return before in _OPENS_AFTER and not after.isspace() and after != "\x00"
    if mark in ('"', "''"):
        return _opens_straight(text, m, before, after)
    return _opens_single(text, m, before, after)


_ALWAYS_OPEN = frozenset(("„", "‟", "「", "『", "``", "‘‘", "«", "‹", ",,"))
_ALWAYS_CLOSE = frozenset(("’", "」", "』", "’’"))
_DOUBLE = frozenset(("“", "”", '"'))
_SHORTENED = re.compile(r"(?:tis|twas|em|cause|til|n|bout|round)\b", re.I)
"""`'tis`, `rock 'n' roll`: an apostrophe."""


def _opens_straight(text: str, m: re.Match[str], before: str, after: str) -> bool:
    if after == "“" or after.isspace():
        return False  # “ typed twice, once by each keyboard; or a mark that closes
    if before in ",.:;?!…":
        return after.isalnum()
    ends = after in "\x00.,;" and text[m.end() + 1 : m.end() + 2].isspace()
    return before in _OPENS_AFTER + "‘'“" and not ends


def _opens_single(text: str, m: re.Match[str], before: str, after: str) -> bool:
    if before not in _OPENS_AFTER or after.isspace() or after == "\x00" or after.isdigit():
        return False
    return m.group() in "‘‚" or _SHORTENED.match(text, m.end()) is None


def _closes(text: str, m: re.Match[str], opening: str, end: int) -> bool:
    before = text[m.start() - 1]
    after = text[m.end()] if m.end() < end else "\x00"
    if m.group() in "’'" and opening in "‘'‚":
        # An apostrophe has a letter after it, or stands after a plural s.
        if after.isalnum() or before.isspace():
            return False
        plural = before == "s" and re.match(r"\s[a-z]", text[m.end() : m.end() + 2]) is not None
        return not (plural and re.search(r"[’']", text[m.end() : min(end, m.end() + 400)]))
    if m.group() == '"':
        return not (before in _OPENS_AFTER and after.isalnum())
    return True
