"""Subjects behind their verb, and names behind two roles, in languages that turn verb and subject round."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexis.grammar import english_words, grammar, nouns_are_capitals
from ...lexis.nouns import nouns
from ..tokens import Token, is_name
from .phrases import PersonTest, Phrase, phrase_after, phrase_before
from .pointing import is_somebody

_BY_CASE = ("the", "a", "their")


def subject_behind(tokens: Sequence[Token], verb: int, low: int, high: int) -> Phrase | None:
    """The subject between a verb and its colon, where the sentence begins with something else: `Warum Hale nicht
    spielte, erklärte Berg: „…“`, `Zum Spiel in Wexley meinte der Trainer: „…“`.
    """
    found = phrase_after(tokens, verb + 1, high) if english_words() and verb > low else None
    if found is None or found[1] + 1 >= len(tokens) or tokens[found[1] + 1].kind != ":":
        return None
    if not _begins_otherwise(tokens, verb, low) or _is_object(tokens[found[0]]):
        return None
    return found if is_name(tokens[found[1]]) or is_somebody(tokens, found) else None


def _is_object(token: Token) -> bool:
    """Whether an article tells by its case that what follows is no subject: `den Trainer`."""
    return nouns_are_capitals() and token.low in _BY_CASE and token.text[-1] in "nm"


def _begins_otherwise(tokens: Sequence[Token], verb: int, low: int) -> bool:
    """Whether no subject stands right before a verb."""
    before = phrase_before(tokens, verb - 1, low)
    return before is None or (before[0] > low and tokens[before[0] - 1].low in grammar().prepositions)


def joined(tokens: Sequence[Token], role: Phrase, high: int, is_person: PersonTest) -> Phrase | None:
    """The name behind two roles: `Inhaber und Konditormeister Ana Berg`."""
    last = role[1]
    if not english_words() or last + 2 >= high or tokens[last + 1].low != "and":
        return None
    if not nouns().is_human(tokens[last].low):
        return None
    found = phrase_after(tokens, last + 2, high)
    led = found is not None and found[0] < found[1] and nouns().is_human(tokens[found[0]].low)
    return found if found and led and is_person(found) else None
