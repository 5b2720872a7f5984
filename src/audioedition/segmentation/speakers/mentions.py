"""A noun phrase -> the span of the source that names a speaker."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...lexis.verbs import STRONG
from ..tokens import Token, is_cue
from .phrases import Phrase, subject

Mention = tuple[int, int]

POSSESSIVE = ("'s", "’s", "s’", "s'")
_SAYINGS = frozenset(
    ("response", "answer", "reply", "reaction", "message", "words", "verdict", "advice", "tweet", "post")
)


def owner(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """`Smith’s response was: “…`: it is Smith who speaks."""
    if tokens[phrase[1]].low in _SAYINGS:
        for i in range(phrase[1] - 1, phrase[0] - 1, -1):
            if tokens[i].text.endswith(POSSESSIVE):
                return phrase[0], i
    return phrase


def mention_of(tokens: Sequence[Token], phrase: Phrase) -> Mention:
    """The span of a phrase, without the `’s` at its end."""
    last = tokens[phrase[1]]
    return tokens[phrase[0]].start, last.end - (2 if last.text.endswith(("'s", "’s")) else 0)


def speaking(tokens: Sequence[Token], low: int, high: int, is_person: Callable[[Phrase], bool]) -> Phrase | None:
    """The subject of the last verb of speech between `low` and `high`."""
    for i in range(high - 1, max(low, high - 60), -1):
        if tokens[i].text in STRONG and is_cue(tokens, i):
            return subject(tokens, i, low, is_person)
    return None
