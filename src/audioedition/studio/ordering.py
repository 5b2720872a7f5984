"""A wanted order of stories -> the numbers that give it, as few of them new as it takes."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

_GAP = 10.0
"""Between new neighbours: a story that comes between them later changes one file."""


def places(old: Sequence[float | None], stood: Sequence[int]) -> list[float | None]:
    """New numbers for stories in the order in which they are wanted, the smaller the earlier; those without come last.

    old: the number that each has. stood: where it stood in the list, by which stories without a number are ordered.
    Stories that are in order among themselves keep what they have; no two get the same.
    """
    kept = _longest_rise(
        [(place is None, place or 0.0, at if place is None else 0) for place, at in zip(old, stood, strict=True)]
    )
    last = max((i for i, place in enumerate(old) if i not in kept or place is not None), default=-1)
    new: list[float | None] = list(old[: last + 1]) + [None] * (len(old) - last - 1)
    before: float | None = None
    for i in range(last + 1):
        own = old[i] if i in kept else None
        if own is None:
            after = next((place for j, place in enumerate(old) if j > i and j in kept and place is not None), None)
            own = _between(before, after)
        new[i] = before = own
    return new


def _between(before: float | None, after: float | None) -> float:
    if after is None:
        return (before or 0.0) + _GAP
    return after - _GAP if before is None else (before + after) / 2


def _longest_rise(values: Sequence[tuple[bool, float, int]]) -> set[int]:
    """Indexes of a longest rising run of `values` (patience sorting)."""
    tops: list[tuple[bool, float, int]] = []
    ends: list[int] = []
    back: list[int] = []
    for i, value in enumerate(values):
        at = bisect.bisect_left(tops, value)
        back.append(ends[at - 1] if at else -1)
        tops[at : at + 1] = [value]
        ends[at : at + 1] = [i]
    found, i = set(), ends[-1] if ends else -1
    while i >= 0:
        found.add(i)
        i = back[i]
    return found
