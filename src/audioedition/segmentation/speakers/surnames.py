"""A surname that several people of an article have -> whom of them it means where it stands alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from .persons import Person

_ROLE = 24
"""Characters of the longest role in front of a name that heads a sentence: `Her youngest son, `."""
_SETTLED = 2
"""Times that a surname alone has meant one person, after which it goes on to."""


def meant_by_surname(
    fitting: Sequence[Person], alone: Sequence[int], sentences: Sequence[int], *, titled: bool, at: int
) -> Person:
    """Of several people with one surname the one whom it has come to mean, else who was named last before `at`.

    `alone`: where the surname stands by itself. `sentences`: where sentences start. A relative who is brought in beside
    somebody (`called it by name, said his son, Tom Hale`) does not take the surname over.
    """
    earlier = [person for person in fitting if person.at and person.at[0] <= at] or fitting[:1]
    first, *others = sorted(earlier, key=lambda person: person.at[:1])
    if others and not titled:
        settled = sum(first.at[0] < place < others[0].at[0] for place in alone) >= _SETTLED
        if settled or all(_is_relative(person, sentences) for person in others):
            return first
    return max(earlier, key=lambda p: p.at[bisect_left(p.at, at) - 1] if p.at and p.at[0] <= at else -1)


def _is_relative(person: Person, sentences: Sequence[int]) -> bool:
    """Whether somebody is introduced by what he or she is to another one, within a sentence about that one."""
    i = bisect_right(sentences, person.at[0]) - 1
    return person.told and i >= 0 and person.at[0] - sentences[i] > _ROLE
