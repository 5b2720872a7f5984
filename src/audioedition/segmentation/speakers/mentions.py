"""A noun phrase -> the span of the source that names a speaker."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexis.nouns import nouns
from ...lexis.verbs import verbs
from ..tokens import Token, is_owner
from .phrases import PersonTest, Phrase
from .subjects import subject

Mention = tuple[int, int]


def owner(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """`Smith’s response was: “…`: it is Smith who speaks."""
    if tokens[phrase[1]].low in nouns().sayings:
        for i in range(phrase[1] - 1, phrase[0] - 1, -1):
            if is_owner(tokens[i]):
                return phrase[0], i
    return phrase


def mention_of(tokens: Sequence[Token], phrase: Phrase) -> Mention:
    """The span of a phrase, without the `’s` at its end."""
    last = tokens[phrase[1]]
    return tokens[phrase[0]].start, last.end - (2 if last.text.endswith(("'s", "’s")) else 0)


def speaking(tokens: Sequence[Token], low: int, high: int, is_person: PersonTest) -> Phrase | None:
    """The subject of the last verb of speech between `low` and `high`."""
    strong = verbs().strong
    for i in range(high - 1, max(low, high - 60), -1):
        if tokens[i].cue and tokens[i].text in strong:
            return subject(tokens, i, low, is_person)
    return None
