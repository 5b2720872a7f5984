"""A noun phrase -> the span of the source that names a speaker."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexis.grammar import english_words, grammar
from ...lexis.nouns import nouns
from ...lexis.tables import kinds
from ...lexis.verbs import verbs
from ..tokens import Token, is_adverb, is_owner
from .personal_names import HE
from .phrases import PersonTest, Phrase
from .subjects import subject

Mention = tuple[int, int]
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
    last: Phrase | None = None
    for i in range(high - 1, max(low, high - 60), -1):
        if tokens[i].cue and tokens[i].text in strong and not is_passive(tokens, i):
            found = subject(tokens, i, low, is_person)
            human = found and (is_person(found) or nouns().is_human(tokens[found[1]].low))
            if found and human and tokens[found[0]].low not in ("it", "that"):
                return found
            last = last or found
    return last


def is_bare_word(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether one small word without an article, in languages that have articles, is nobody: `si limita a dire`."""
    token = tokens[phrase[0]]
    if phrase[0] != phrase[1] or not english_words() or not token.text.islower():
        return False
    return token.low not in grammar().pronouns and not nouns().is_human(token.text)
