"""The noun phrase that a sentence begins with, which is likely to be its subject."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexis.grammar import english_words, grammar
from ...lexis.nouns import nouns
from ...lexis.tables import kinds
from ..tokens import Token, is_adverb, is_name
from .phrases import PersonTest, Phrase, phrase_after

_opening = kinds("discourse", "kinds")("opening")


def first_phrase(tokens: Sequence[Token], low: int, high: int) -> Phrase | None:
    """The first noun phrase of a sentence that is likely to be its subject."""
    i = low
    for _ in range(6):
        while i < high and _opens(tokens[i]) and not _is_clause_in_front(tokens, i, high):
            i += 1
        if i >= high:
            return None
        if _leads_clause(tokens[i]) or _is_time(tokens, i, high) or _is_done(tokens, i, low, high):
            i = _past_clause(tokens, i, high)
            continue
        if found := phrase_after(tokens, i, high):
            return found
        i += 1
    return None


def _is_time(tokens: Sequence[Token], i: int, high: int) -> bool:
    """Whether a stretch of time is named before the subject: `Two months later,`, `That evening,`, `The next day`."""
    for j in range(i, min(high, i + 5)):
        if tokens[j].kind not in ("word", "name") or tokens[j].cue:
            return False
        if tokens[j].low in nouns().times:
            after = tokens[j + 1] if j + 1 < high else None
            return after is not None and (
                after.kind == "," or after.low in ("later", "ago", "earlier", "before", "after")
            )
    return False


def _opens(token: Token) -> bool:
    return token.kind not in ("word", "name") or is_adverb(token) or token.low in _opening()


def _is_done(tokens: Sequence[Token], i: int, low: int, high: int) -> bool:
    """Whether a sentence begins with what is done to its subject: `Challenged as to who he was, one minder said`."""
    led = i == low and tokens[i].low.endswith("ed") and i + 1 < high
    return led and tokens[i + 1].low in grammar().prepositions | grammar().subordinators


def _is_clause_in_front(tokens: Sequence[Token], i: int, high: int) -> bool:
    """Whether a word that also opens sentences leads a clause up to a comma: `If Hale read it, Berg would be …`."""
    if tokens[i].low not in grammar().subordinators:
        return False
    comma = next((j for j in range(i + 2, high - 1) if tokens[j].kind in (",", "quote")), None)
    return comma is not None and tokens[comma].kind == "," and phrase_after(tokens, comma + 1, high) is not None


def _leads_clause(token: Token) -> bool:
    known = grammar()
    return (
        token.low in known.subordinators
        or token.low in known.prepositions
        or token.low.endswith("ing")
        or token.low.rstrip(".") in known.days
    )


def _past_clause(tokens: Sequence[Token], i: int, high: int) -> int:
    """Index behind the clause or phrase that begins at `i`."""
    comma = next((j for j in range(i, high) if tokens[j].kind == ","), None)
    if comma is not None and comma + 1 < high and (name := _last_of_name(tokens, i, comma)):
        first = name
        while first > i + 1 and is_name(tokens[first - 1]):
            first -= 1
        return first  # `In the end Ana Berg, who runs it, …`
    if comma is not None:
        return comma + 1
    skipped = phrase_after(tokens, i + 1, high) if tokens[i].low in grammar().prepositions else None
    return skipped[1] + 1 if skipped else i + 1


def _last_of_name(tokens: Sequence[Token], i: int, comma: int) -> int:
    """Index of the last word of the name of which what is behind a comma tells who bears it: `In the end Ana Berg, who
    runs it,`, `Di parere opposto Ana Berg (PS), maestra:`; 0 where there is none.
    """
    who = tokens[comma + 1]
    if is_name(tokens[comma - 1]) and who.low in ("who", "whose"):
        return comma - 1
    if not english_words() or who.kind != "word" or not nouns().is_human(who.low):
        return 0
    bracket = tokens[comma - 1].kind == ")"
    last = next((j for j in range(comma - 2, i, -1) if tokens[j].kind == "("), comma) - 1 if bracket else comma - 1
    return last if last - 1 > i and is_name(tokens[last]) and is_name(tokens[last - 1]) else 0


def is_order(tokens: Sequence[Token], phrase: Phrase, low: int, is_person: PersonTest) -> bool:
    """Whether the first word of a sentence is no name but a verb: `Check out the trailer`."""
    if not is_bare(tokens, phrase, low, is_person):
        return False
    after = tokens[low + 1].low if low + 1 < len(tokens) else ""
    return after in ("out", "up", "the", "a", "an", "your", "his", "her", "their", "it", "this", "these")


def is_bare(tokens: Sequence[Token], phrase: Phrase, low: int, is_person: PersonTest) -> bool:
    """Whether a phrase is one word that only the head of its sentence makes a capital: `Transcript as follows:`."""
    return phrase[0] == low == phrase[1] and is_name(tokens[low]) and not is_person(phrase)
