"""Pages that gather several short items: what names one (`NEWS IN BRIEF`, `DEATHS`), and what heads its first item.

A section stands over one headline; the name of such a page is the headline, and what stands below it is the story's.
Told by all lines: the words of table `gathered`, items below that have headings or are rows or sentences, and nobody
named between them who wrote one story.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..facts import dates
from ..model import Passage
from .headings import CLOCK, is_shaped
from .opening_words import is_gathered
from .passages import is_row, passages
from .prose import ends, is_sentence

_HIGH, _NEAR = 3, 4
"""The name is among so many lines; so many below it are looked at for rows, and for who wrote and when."""
_LONG = 60
"""Characters of a line below a heading that surely is none."""
_POEM = 32
"""Lines in which a poem begins."""
_ABOVE = 60
"""Characters above a line in which a time would stand."""
_MOST_WORDS, _LIKES = 4, 2
"""Words of a heading in capitals, and how many others make it one of several."""


def name_of_page(lines: Sequence[str], says_who: Callable[[str], bool]) -> int | None:
    """Index of the line that names the page; None for a page with one story. `says_who`: a byline, a time."""
    for i, line in enumerate(lines[:_HIGH]):
        if is_gathered(line):
            return i if _has_items(lines, i, says_who) else None
    return None


def _has_items(lines: Sequence[str], i: int, says_who: Callable[[str], bool]) -> bool:
    below = lines[i + 1 : i + 1 + _NEAR]
    if not below or any(map(says_who, below[1:])):
        return False
    if is_sentence(below[0]) or any(map(is_row, below)):
        return True
    return any(_heads(lines, j) for j in range(i + 2, len(lines) - 1))


def _heads(lines: Sequence[str], j: int) -> bool:
    """Whether a line stands as a heading does: below what has ended, or in capitals, and above what is no heading."""
    line, below = lines[j], lines[j + 1]
    if not is_shaped(line) or line.endswith("?") or not (ends(lines[j - 1]) or line.isupper()):
        return False
    return is_sentence(below) or is_row(below) or len(below) > _LONG


def verses(lines: Sequence[str], says_who: Callable[[str], bool]) -> frozenset[int]:
    """Indices of the lines at the head of a text that are verse, below the headline and who wrote it."""
    if Passage.VERSE not in passages(lines[:_POEM]):
        return frozenset()
    begin = 1 + max((i for i, line in enumerate(lines[: _POEM // 2]) if says_who(line)), default=0)
    found = enumerate(passages(lines[begin:_POEM]), begin)
    return frozenset(i for i, passage in found if passage is Passage.VERSE)


class Items(NamedTuple):
    """The lines of a text that may be one of several items."""

    lines: Sequence[str]
    name: int | None
    """Index of the line that names the page."""
    verses: frozenset[int]

    def heads(self, i: int) -> bool:
        """Whether a line stands right below the name of the page, or, in capitals, heads what is below it as others
        further down do: `NATIONAL`, later `SPORTS`."""
        if self.name is not None and i == self.name + 1:
            return True
        lines = self.lines
        if is_day(lines[i]) and any(is_day(line) for j, line in enumerate(lines) if abs(j - i) > 1):
            return True
        if not _is_loud(lines[i]) or all(map(_is_loud, lines[:i])):
            return False  # a section stands at the top
        below = (j for j in range(i + 2, len(lines) - 1) if _is_loud(lines[j]) and not _is_loud(lines[j + 1]))
        return sum(1 for _ in below) >= _LIKES


_YEAR = re.compile(r"(?:19|20)\d\d|\d[:.h]\d\d")


def is_day(line: str) -> bool:
    """Whether a line is a day without its year and nothing else, as a diary heads what is on: `SAMEDI 9 NOVEMBRE`."""
    return len(line) < _LONG and line[:1].isalpha() and not _YEAR.search(line) and dates.is_timestamp(line)


def is_below_time_of_entry(text: str, start: int) -> bool:
    """Whether the line above an offset is the time of an entry of a live blog: one of several alone on a line."""
    above = text[max(0, start - _ABOVE) : start].rstrip().rpartition("\n")[2].strip()
    if not above[:1].isdigit() or CLOCK.fullmatch(above) is None:
        return False
    lines = (line.strip() for line in text[start:].split("\n"))
    return any(line[:1].isdigit() and CLOCK.fullmatch(line) for line in lines)


def _is_loud(line: str) -> bool:
    return line.isupper() and len(line.split()) <= _MOST_WORDS and is_shaped(line)
