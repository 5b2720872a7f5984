"""A line, or a value of a page's head -> the date and time it gives (ISO 8601), and whether it says nothing else.

The one reader of dates, for metadata and for text alike. No guessing: what 3/4/2025 is, `date_order` says.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .date_order import MonthFirst, month_first
from .moments import Moment, completed, from_machine, iso, kinds, moments, spaced, without, words_from

_MOST = 180
"""Characters of the longest line that is looked at."""
_SPOKEN_MARKS = re.compile(r"[!?“”\"†✝]")


class Stamp(NamedTuple):
    """When a story appeared and when it was changed: ISO 8601, a date or a date and time; None where unsaid."""

    published: str | None
    modified: str | None


def iso_date(text: str | None, *, month_first: MonthFirst = month_first) -> str | None:
    """The date that `text` gives, as a date or a date and time with its zone where given; None if there is none.

    Where it gives several, the first that is not that of an update. `month_first` decides what 3/4/2025 is where
    neither number can only be a day.
    """
    text = (text or "").strip()[:_MOST]
    if not any(c.isdigit() for c in text):
        return None
    if machine := from_machine(text):
        return machine
    dated = [m for m in completed(moments(spaced(text), month_first)) if m.date]
    first = next((m for m in dated if m.label != "updated"), dated[0] if dated else None)
    return iso(first) if first else None


def stamp(line: str, *, month_first: MonthFirst = month_first) -> Stamp:
    """What a line such as `Published 3 May 2024 | Updated 4 May 2024` says."""
    dated = [m for m in completed(moments(spaced(line.strip()[:_MOST]), month_first)) if m.date]
    published = next((m for m in dated if m.label != "updated"), None)
    modified = next((m for m in dated if m.label == "updated"), None)
    return Stamp(iso(published) if published else None, iso(modified) if modified else None)


def is_timestamp(line: str, *, clock_alone: bool = False, date_alone: bool = True) -> bool:
    """Whether a line says when the story appeared and nothing else, be it a date or `2 hours ago`.

    `clock_alone`: a time of day is enough (`21.10 BST`). `date_alone`: so is a date without a time and without a word
    such as `updated`; else it may be a subhead.
    """
    line = line.strip()
    if not 3 < len(line) <= _MOST or "://" in line or _SPOKEN_MARKS.search(line):
        return False
    line = spaced(line)
    words = kinds(line)
    if words.count(None) > 4:
        return False  # a sentence; what follows is slower
    since, _, then = line.partition(": ")
    if then and "ago" in kinds(since):
        return False  # `50 years ago: May 1976`, out of old papers
    found = moments(line)
    rest = without(line, found)
    figures = re.findall(r"\d+", rest)
    if None in kinds(rest) or len(figures) > 2:
        return False
    counted = "unit" in words and (figures or "number" in words or found)
    if counted and not {"ago", "read", "updated"}.isdisjoint(words):
        return True
    return not figures and _tells(found, words, clock_alone, date_alone)


def _tells(found: list[Moment], words: list[str | None], clock_alone: bool, date_alone: bool) -> bool:
    """Whether dates and times that stand alone are those of a publication."""
    if any(m.label for m in found):
        return True
    dates = sum(m.date is not None for m in found)
    if any(m.time for m in found):
        return clock_alone or dates > 0 or "day" in words
    # From one day to another: a life, a festival.
    return date_alone and len(found) > 0 and dates < 2


def is_label(line: str) -> bool:
    """Whether a line is the head of a stamp whose date stands in the next one: `Published:`, `Stand`."""
    words = kinds(line) if len(line) < 40 and not any(c.isdigit() for c in line) else []
    return None not in words and not {"published", "updated", "read"}.isdisjoint(words)


def stamp_behind(line: str) -> str | None:
    """The stamp at the end of a line that says something else first: `By X | 3 May 2024`; None if there is none."""
    line = line[: 2 * _MOST]
    begin = words_from(line)
    for m in re.finditer(r"\s[|•·/–—-]\s|[,|(]\s*|\s+", line):
        rest = line[m.end() :].strip(" )")
        if m.end() < begin or len(rest) < 8 or not is_timestamp(rest):
            continue
        words = kinds(rest)
        sure = not {"published", "updated"}.isdisjoint(words[:1]) or "ago" in words or "read" in words or iso_date(rest)
        if sure or not m.group().isspace():
            return rest
    return None
