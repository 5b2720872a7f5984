"""Sentences that say whose the words before them were: `That was how Berg put it.`, `This was the message of Berg.`"""

from __future__ import annotations

from collections.abc import Sequence

from ...lexis.grammar import grammar
from ...lexis.nouns import nouns
from ...lexis.tables import kinds
from ..tokens import Token, is_name
from .appositions import named_behind
from .phrases import PersonTest, Phrase, phrase_after
from .sentence_heads import first_phrase

_words = kinds("discourse", "kinds")
_be, _back = _words("be"), _words("back")
_SAYING = 4
"""Tokens of `the sobering words` and of `this grim picture`."""


def is_somebody(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a description is of somebody: `whispered the man beside me`."""
    known = nouns()
    words = (token.low for token in tokens[phrase[0] : phrase[1] + 1])
    return any(known.is_human(word) or known.gender(word) is not None for word in words)


def looking_back(tokens: Sequence[Token], low: int, is_person: PersonTest) -> Phrase | None:
    """Whose words a sentence from index `low` says that the ones before it were: `That was how Berg put it.`"""
    if low + 3 >= len(tokens) or tokens[low].low not in _back() or tokens[low + 1].low not in _be():
        return None
    return put_so(tokens, low + 2, is_person)


def put_so(tokens: Sequence[Token], how: int, is_person: PersonTest) -> Phrase | None:
    """Who put it so, behind `is`: `how one deckhand put it`, `the verdict of Ana Berg`, `the message sent by Berg`."""
    stop = next((j for j in range(how, len(tokens)) if tokens[j].kind == "stop"), len(tokens))
    if how + 1 >= len(tokens):
        return None
    if tokens[how].low in ("how", "what"):
        found = phrase_after(tokens, how + 1, stop)
    else:
        said = _end_of_saying(tokens, how, stop)
        of = said + 1 if said and tokens[said + 1].low == "of" else _by(tokens, said or stop, stop)
        found = phrase_after(tokens, of + 1, stop) if said and of else None
    if found is None or tokens[found[0]].low in ("i", "we", "you"):
        return None
    return named_behind(tokens, found, stop, is_person) or found


def _end_of_saying(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """Index of the noun for what is said that ends a phrase from index `first`: `the sobering words`."""
    said = nouns().words_of | nouns().sayings
    return next((j for j in range(first, min(stop - 1, first + _SAYING)) if tokens[j].low in said), None)


def _by(tokens: Sequence[Token], low: int, stop: int) -> int | None:
    """Index of the `by` that somebody's name or role follows: `delivered at a meeting in Croom by Cllr Berg`."""
    for i in range(low, stop - 1):
        found = phrase_after(tokens, i + 1, stop) if tokens[i].low == "by" else None
        if found and (is_name(tokens[found[1]]) or is_somebody(tokens, found)):
            return i
    return None


def pointing_back(tokens: Sequence[Token], is_person: PersonTest) -> Phrase | None:
    """Who says what stands above a paragraph, by its first sentence: `Ana Berg painted this grim picture on Monday.`"""
    stop = next((j for j in range(len(tokens)) if tokens[j].kind == "stop"), len(tokens))
    this = next((j for j in range(2, stop) if tokens[j].low in ("this", "these")), None)
    if this is None or tokens[this - 1].kind != "word":
        return None
    pointed = _end_of_saying(tokens, this + 1, stop + 1)
    after = next((token.low for token in tokens[this + 1 : stop]), "")
    stated = tokens[this - 1].cue and after in grammar().prepositions | grammar().subordinators | {""}
    found = first_phrase(tokens, 0, this - 1) if pointed or stated else None
    if found is None or found[1] != this - 2:
        return None
    return found if is_person(found) or is_somebody(tokens, found) else None
