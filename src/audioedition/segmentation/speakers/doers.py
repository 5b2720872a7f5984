"""A verb of speech in its sentence, and who does something besides: two who speak, who speaks beside somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...lexis.grammar import english_words, grammar
from ...lexis.nouns import nouns
from ..tokens import Token, is_name
from .appositions import before_apposition, is_role
from .phrases import PersonTest, Phrase, described_before, phrase_after, phrase_before
from .sentence_heads import first_phrase


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of speech in its sentence."""

    tokens: Sequence[Token]
    at: int
    low: int
    """Index of the first token of the sentence, or of the part of it that counts."""
    before: int
    """Index of the nearest token before the verb that is no adverb, auxiliary or day; at least `low`."""
    is_person: PersonTest

    @property
    def token(self) -> Token:
        """The one at `before`."""
        return self.tokens[self.before]

    @property
    def participle(self) -> bool:
        return self.tokens[self.at].text.endswith("ing") and self.before == self.at - 1

    @property
    def infinitive(self) -> bool:
        return any(self.tokens[j].low == "to" for j in range(self.before + 1, self.at))


_GOVERNING = frozenset(("with", "in", "at", "by", "after", "on", "without"))
_DONE = frozenset(("for", "of", "with"))
"""What leads to a deed that somebody is said to have done: `accused of`, `on trial for`, `charged with`."""


def pair(verb: Verb, second: Phrase) -> Phrase | None:
    """Two people whom a sentence begins with: `Ana Berg and Tom Roe said`, `In a letter, her sons Ed and Jo said`."""
    tokens, joins = verb.tokens, second[0] - 1
    if joins <= verb.low or tokens[joins].low not in ("and", "&"):
        return None
    first = phrase_before(tokens, joins - 1, verb.low)
    head = first_phrase(tokens, verb.low, verb.at) if first else None
    begins = first is not None and head is not None and head[0] == first[0]
    if first is None or not begins or not is_name(tokens[first[1]]) or not verb.is_person(first):
        return None
    return first[0], second[1]


def beside_whom(verb: Verb, last: Phrase) -> Phrase | None:
    """Who speaks beside somebody: `Milly Roe, speaking alongside her daughter Ana, said`, the second comma left out."""
    tokens, by = verb.tokens, last[0] - 1
    if by - 2 <= verb.low or tokens[by].low not in grammar().prepositions or not tokens[by - 1].low.endswith("ing"):
        return None
    return before_apposition(tokens, by - 2, verb.low, verb.is_person) or (
        phrase_before(tokens, by - 3, verb.low) if tokens[by - 2].kind == "," else None
    )


def doing(verb: Verb, thing: Phrase) -> Phrase | None:
    """Who does something to what stands before the verb: `a farmer watching the game said`, `police probing it`."""
    tokens, does = verb.tokens, thing[0] - 1
    if does > verb.low and tokens[does].low in grammar().prepositions:
        does -= 1  # `a trader speaking from the capital said`
    doing = does > verb.low and tokens[does].kind == "word" and tokens[does].low.endswith("ing")
    whole = tokens[thing[0]].low in grammar().determiners or not is_role(tokens[thing[1]].low)
    if not doing or not whole or not nouns().can_speak(tokens[does - 1].low):
        return None
    found = phrase_before(tokens, does - 1, verb.low)
    return found if found and _may_begin(verb, found) else None


def of_whom(verb: Verb, other: Phrase) -> Phrase | None:
    """Whom a sentence begins with, where it only tells what was done to somebody else: `A man on trial for attacking a
    member of the crew said`, `A nurse accused of letting Tom Hale fall said`.
    """
    tokens, does = verb.tokens, other[0] - 1
    if does - 2 <= verb.low or not tokens[does].low.endswith("ing") or tokens[does - 1].low not in _DONE:
        return None
    found = phrase_after(tokens, verb.low, does - 1)
    described = found is not None and tokens[found[0]].low in ("a", "an", "the")
    if found is None or not described or any(token.kind not in ("word", "name") for token in tokens[verb.low : does]):
        return None
    return found if any(is_role(token.low) for token in tokens[found[0] : found[1] + 1]) else None


def _may_begin(verb: Verb, phrase: Phrase) -> bool:
    """Whether a subject can stand there; not in `at a residents meeting Hale said`."""
    lead = verb.tokens[phrase[0] - 1] if phrase[0] > verb.low else None
    return lead is None or lead.kind == "," or (is_role(verb.tokens[phrase[1]].low) and lead.low not in _GOVERNING)


def doing_and_saying(verb: Verb) -> Phrase | None:
    """Who does one thing and says another, where others begin the sentence: `Ana Berg was found with her daughter lying
    beside her saying “…”`.
    """
    if not verb.participle or english_words():
        return None
    for j in range(verb.before, verb.low + 1, -1):
        if verb.tokens[j].kind not in ("word", "name"):
            return None
        if verb.tokens[j].low.endswith("ing") and is_role(verb.tokens[j - 1].low):
            return described_before(verb.tokens, j - 1, verb.low)
    return None
