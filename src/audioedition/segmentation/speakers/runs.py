"""Runs of capitalised words in their sentence -> what of them and around them is no name."""

from __future__ import annotations

import operator
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence

from ...lexis import first_names
from ...lexis.grammar import english_words
from ...lexis.nouns import nouns
from ..tokens import Token, is_name, is_owner
from .offices import Office
from .personal_names import bare
from .titles import ranks

_LONGEST = 5
"""Words of the longest name."""
_START = operator.attrgetter("start")


def is_alone(run: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether a name in a headline has words in small letters behind it, or ends it behind a colon: not a headline in
    capitals.
    """
    first = bisect_left(tokens, run[0].start, key=_START)
    last = first + len(run) - 1
    if is_owner(run[-1]):
        return False
    if last + 1 < len(tokens) and tokens[last + 1].kind != "stop":
        return tokens[last + 1].kind in ("word", ",")
    return first > 0 and (tokens[first - 1].kind == ":" or tokens[first - 1].low == "with")


def jobs_in_front(run: Sequence[Token], name: Sequence[str]) -> Iterator[Office]:
    """What words before a name call its bearer: `Harbourmaster Ana Berg`."""
    for token in run:
        job = token.low.rpartition("-")[2] if english_words() else token.low  # `Irene-trainer Ana Berg`
        if token.text not in name and nouns().is_human(job):
            yield Office(job, token.low)


def is_beside(objects: Collection[int], tokens: Sequence[Token], first: int) -> bool:
    """Whether a name is the second of two that a sentence only mentions: `blamed it on Tom Hale and Ana Berg`.

    `objects`: offsets of such names.
    """
    joined = first > 1 and tokens[first - 1].low in ("and", "&") and is_name(tokens[first - 2])
    if not joined or _is_portfolio(tokens, first - 2):
        return False  # `Minister for Information and Publicity Ana Berg`
    return any(token.start in objects for token in tokens[max(0, first - 2 - _LONGEST) : first - 1])


def offices_of_place(run: Sequence[Token], titles: Sequence[str], held: Mapping[str, str]) -> dict[str, str]:
    """The offices of titles behind a place, with it: `Wexley City Mayor Ana Berg`, of those held of no place so far."""
    first = next((i for i, token in enumerate(run) if titles and bare(token.text) == titles[0]), 0)
    if not first:
        return {}
    words = " ".join([*(token.text for token in run[:first]), *titles])
    return {rank: words for rank in ranks(" ".join(titles)) if held.get(rank) == rank}


def is_of_state(run: Sequence[Token], tokens: Sequence[Token], first: int) -> bool:
    """Whether the first word belongs to what stands before it: `former secretary of State Berg`, `coroner for the Isles
    of Scilly Ana Berg`, `Minister for Development and Information Ana Berg`, `secretary for Transport Ana Berg`.
    """
    if len(run) < 2 or first < 2 or tokens[first - 1].low not in ("of", "and", "for"):
        return False
    named = len(run) > 2 and first_names.gender(run[0].text) is None and first_names.gender(run[1].text) is not None
    if tokens[first - 1].low == "and":
        return named and _is_portfolio(tokens, first - 2)
    if tokens[first - 1].low == "for":
        return named and nouns().is_human(tokens[first - 2].low) and not english_words()
    return run[0].text == "State" or (named and is_name(tokens[first - 2]))


def _is_portfolio(tokens: Sequence[Token], last: int) -> bool:
    """Whether the name that ends at index `last` is what an office is for: `minister for Development and`."""
    while last > 0 and is_name(tokens[last]):
        last -= 1
    return last > 0 and tokens[last].low in ("for", "of") and nouns().is_human(tokens[last - 1].low)
