"""Capitals that mean nothing: headlines in capitals, and the place of a dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .scan import Token

DATELINE = (
    r"(?P<place>[A-Z][A-Z.'’/-]{2,20}(?: [A-Z][A-Z.'’/-]{1,20}){0,3})(?:,? [A-Z][A-Za-z.]{1,15}){0,3},?"
    r" (?:(?:[12]?\d|3[01])(?:, \d{4})? )?(?:\([A-Z][A-Za-z ]{1,20}\)|/[A-Z]|[—–-]{1,2} )"
)
"""A place in capitals at the start: `SEOUL, South Korea (AP)`, `OSAKA, March 3 -`."""
LITTLE = frozenset(
    ("THE", "AND", "FOR", "TO", "OF", "IN", "ON", "UP", "OUR", "YOUR", "BY", "WITH", "FROM", "AS", "AT", "IS", "A")
)


def loudness(text: str, tokens: Sequence[Token]) -> list[bool]:
    """Per token whether its capitals mean nothing: in a headline in capitals, or the place of a dateline."""
    shouted = shouting(tokens)
    if place := re.match(DATELINE, text):
        for k, token in enumerate(tokens[:12]):
            shouted[k] = shouted[k] or token.end <= place.end("place")
    return shouted


def shouting(tokens: Sequence[Token]) -> list[bool]:
    """Marks headlines in capitals: a whole text of several words, or a run with longer and little ones in it."""
    shouted = [False] * len(tokens)
    words = [i for i, t in enumerate(tokens) if t.text[0].isalpha()]
    if sum(tokens[i].text[0].isupper() and upper(tokens[i].text) for i in words) < 2:
        return shouted
    whole = len(words) > 1 and all(upper(tokens[i].text) for i in words)
    run: list[int] = []
    for i in [*words, None]:
        if i is not None and upper(tokens[i].text):
            run.append(i)
            continue
        if run and is_headline(tokens, run, whole):
            shouted[run[0] : run[-1] + 1] = [True] * (run[-1] + 1 - run[0])
        run = []
    return shouted


def is_headline(tokens: Sequence[Token], run: list[int], whole: bool) -> bool:
    """Whether a run of words in capitals is a headline rather than a list of acronyms."""
    listed = sum(separated(tokens, a, b) for a, b in pairwise(run))
    if listed > 1 and 2 * listed > len(run) - 1:
        return False
    long = sum(len(tokens[k].text) > 4 for k in run)
    little = sum(tokens[k].text in LITTLE for k in run)
    if whole and (long or len(run) > 2):
        return True
    return (len(run) >= 4 and long >= 2) or (len(run) >= 3 and long + little > 1 and little > 0)


def separated(tokens: Sequence[Token], first: int, second: int) -> bool:
    """Whether a mark of a list stands between two words: `FBI, CIA and NSA` is no headline."""
    return any(tokens[i].text in ",;/()" for i in range(first + 1, min(second, first + 4)))


def upper(word: str) -> bool:
    """`MAYOR`, `MAYOR’s`, `MAYOR'S`."""
    return word.isupper() or (len(word) > 3 and word[-2] in "'’" and word[:-2].isupper())
