"""The entries of a live blog: which times alone on a line head one, and what of a pasted page belongs to them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from ..facts import captions, furniture
from .prose import is_sentence
from .roles import is_clock

_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(\s?p)?", re.I)
_LEAST = 3
"""So many times above sentences are a live blog's on a page, where a time may be anything's."""
_NEAR = 3
"""Lines below the time of an entry in which its text begins: a heading and who wrote it stand above it."""


def heads_prose(times: Sequence[int], lines: Mapping[int, str]) -> bool:
    """Whether sentences stand below most of these lines, or below the heading and the name below them."""
    return 2 * sum(_begins(i, lines) for i in times) > len(times)


def _begins(i: int, lines: Mapping[int, str]) -> bool:
    return any(is_sentence(lines.get(i + below, "")) for below in range(1, _NEAR + 1))


def run_backwards(times: Sequence[str]) -> bool:
    """Whether times are those of what was written as it happened: the last comes first, or some are odd minutes. What
    is on today, and a timetable, go forwards."""
    found = [_minutes(time) for time in times]
    return found == sorted(found, reverse=True) or any(minutes % 5 for minutes in found)


def _minutes(time: str) -> int:
    """Minutes since midnight."""
    found = _TIME.search(time)
    if found is None:
        return 0
    hours = int(found[1]) % 12 + 12 if found[3] else int(found[1])
    return hours * 60 + int(found[2] or 0)


def spare(beside: list[bool], lines: Sequence[str]) -> None:
    """The entries of a live blog are the story, whatever a page looks like around them: their times stay, and what
    stands below each up to what rules call the page's. Below the last one only what its sentences close."""
    known, clocks = dict(enumerate(lines)), [i for i, line in enumerate(lines) if is_clock(line)]
    told = [i for i in clocks if _begins(i, known)]
    if len(told) < _LEAST or not run_backwards([lines[i] for i in told]):
        return
    heads = [i for i in clocks if told[0] <= i <= told[-1]]
    for head, following in itertools.pairwise((*heads, len(lines))):
        entry = list(itertools.takewhile(lambda i: not _is_the_pages(lines[i]), range(head + 1, following)))
        if following == len(lines):
            entry = _up_to_last_sentence(entry, lines)
        for i in (head, *entry):
            beside[i] = False


def _up_to_last_sentence(entry: list[int], lines: Sequence[str]) -> list[int]:
    """The lines up to the end of the first run of sentences."""
    first = next((at for at, i in enumerate(entry) if is_sentence(lines[i])), 0)
    ends = next((at for at, i in enumerate(entry) if at > first and not is_sentence(lines[i])), len(entry))
    return entry[:ends]


def _is_the_pages(line: str) -> bool:
    return furniture.decide(line) is not None or captions.is_caption(line)
