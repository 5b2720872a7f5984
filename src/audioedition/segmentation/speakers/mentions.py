"""A noun phrase -> the span of the source that names a speaker."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexis.grammar import article_genders, english_words, grammar
from ...lexis.nouns import nouns
from ...lexis.tables import kinds
from ...lexis.verbs import verbs
from ..tokens import Token, is_adverb, is_name, is_owner
from .personal_names import HE
from .phrases import PersonTest, Phrase, phrase_after
from .subjects import subject

Mention = tuple[int, int]
_GOVERNING = frozenset(("to", "for", "with"))
_words = kinds("discourse", "kinds")
_passive, _be, _for_court = _words("passive"), _words("be"), _words("for_court")


def owner(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """`Smith’s response was: “…`, `His words: “…`: it is Smith, or he, who speaks; a lawsuit is its lawyers' own."""
    if tokens[phrase[1]].low in (nouns().sayings | nouns().papers) - _for_court():
        for i in range(phrase[1] - 1, phrase[0] - 1, -1):
            if is_owner(tokens[i]):
                return phrase[0], i
            if tokens[i].low in HE:
                return i, i
    return phrase


def one_of_them(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Without what only leads to somebody in other languages: `quella di un cittadino`, `mientras que otro afirma`."""
    first, last = phrase
    if not english_words() or first == last:
        return phrase
    if tokens[first].low in ("this", "that", "the") and tokens[first + 1].low == "of" and first + 2 <= last:
        return first + 2, last
    led = tokens[first].low == "that" and tokens[first + 1].low in grammar().determiners | grammar().pronouns
    return (first + 1, last) if led else phrase


def is_thing_of_somebody(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """In other languages whether it is whose thing it is that speaks, whoever the text is about: `Sus palabras: «…»`,
    `Ses homélies ne duraient guère: «…»`.
    """
    first, last = phrase
    known = nouns()
    words = tokens[first + 1 : last + 1]
    if not english_words() or tokens[first].low not in ("their", *HE) or not words or words[0].kind != "word":
        return False
    told = any(is_name(word) or known.can_speak(word.low) or known.gender(word.low) for word in words)
    return not told and words[0].low not in known.human


def of_somebody(tokens: Sequence[Token], phrase: Phrase | None) -> Phrase | None:
    """In other languages whose thing it is, before a colon: `La replica del sindaco:`"""
    of = next((i for i in range(phrase[0] + 1, phrase[1]) if tokens[i].low == "of"), 0) if phrase else 0
    if phrase is None or not of or not english_words():
        return phrase
    known = nouns()
    before, behind = tokens[phrase[0] : of], tokens[of + 1 : phrase[1] + 1]
    thing = not any(is_name(token) or known.can_speak(token.low) for token in before)
    return (of + 1, phrase[1]) if thing and any(known.is_human(token.low) for token in behind) else phrase


def is_governed(tokens: Sequence[Token], phrase: Phrase, low: int) -> bool:
    """Whether a preposition makes a phrase no subject, in other languages: `Ai residenti ha promesso`; at the head of a
    clause any, where it belongs to no noun: `Aus diesem Grund rät Berg`.
    """
    first = phrase[0]
    for i in range(max(low, first - 1), first + 1 if english_words() else 0):
        merged = english_words().get(tokens[i].text.lower(), ())
        led = tokens[i].low if i < first else merged[0] if len(merged) > 1 else ""
        heads = i == low or tokens[i - 1].kind in (",", "stop")
        if led in _GOVERNING or (heads and led in grammar().prepositions):
            return True
    return False


def mention_of(tokens: Sequence[Token], phrase: Phrase) -> Mention:
    """The span of a phrase, without the `’s` at its end."""
    last = tokens[phrase[1]]
    return tokens[phrase[0]].start, last.end - (2 if last.text.endswith(("'s", "’s")) else 0)


def is_passive(tokens: Sequence[Token], verb: int) -> bool:
    """Whether something is done to the subject of the verb at an index: `was told`, `was reportedly asked`."""
    before = verb - 1
    while before > 0 and is_adverb(tokens[before]):
        before -= 1
    return before >= 0 and tokens[before].low in _passive() and not tokens[verb].text.endswith("ing")


def is_done_to(tokens: Sequence[Token], low: int, high: int) -> bool:
    """Whether something between two tokens is passive: what others say of somebody."""
    be, ends = _be(), ("ed", "en", "wn")
    return any(tokens[i].low in be and tokens[i + 1].low.endswith(ends) for i in range(low, high - 1))


def speaking(tokens: Sequence[Token], low: int, high: int, is_person: PersonTest) -> Phrase | None:
    """The subject of the last verb of speech between `low` and `high`.

    Of one that is no human being only where there is no other: `It’s easy, she says, for people to marvel at it.`
    """
    strong = verbs().strong
    if reporter := _reporting(tokens, low, high, is_person):
        return reporter
    last: Phrase | None = None
    for i in range(high - 1, max(low, high - 60), -1):
        if tokens[i].cue and tokens[i].text in strong and not is_passive(tokens, i):
            found = subject(tokens, i, low, is_person)
            if found and is_governed(tokens, found, low):
                found = phrase_after(tokens, i + 1, high)
            human = found and (is_person(found) or nouns().is_human(tokens[found[1]].low))
            if found and human and tokens[found[0]].low not in ("it", "that"):
                return found
            last = last or found
    return last


_TO_THAT = 4
"""Tokens from a verb of speech to the `that` behind it: `laat weten dat`."""


def _reporting(tokens: Sequence[Token], low: int, high: int, is_person: PersonTest) -> Phrase | None:
    """Who reports what others may say, in languages whose verbs end a clause: `Een woordvoerder laat weten dat als de
    wethouder iets zegt, …`
    """
    for i in range(low, high if english_words() else low):
        told = tokens[i].cue and tokens[i].text in verbs().strong and not is_passive(tokens, i)
        if told and any(token.low == "that" for token in tokens[i + 1 : min(high, i + _TO_THAT)]):
            found = subject(tokens, i, low, is_person)
            if found and is_governed(tokens, found, low):
                continue
            return found if found and (is_person(found) or nouns().is_human(tokens[found[1]].low)) else None
    return None


def is_bare_word(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether one small word without an article, in languages that have articles, is nobody: `si limita a dire`."""
    token = tokens[phrase[0]]
    if phrase[0] != phrase[1] or not english_words() or token.low in ("whoever", *HE):
        return False
    if token.text.endswith(("'", "’")) or token.text.lower() in article_genders():
        return True  # `dall’altro`, `La replica …`
    if not token.text.islower():
        return False
    return token.low not in grammar().pronouns and not nouns().is_human(token.text)
