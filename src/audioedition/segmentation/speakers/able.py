"""Whether a phrase can be somebody who speaks: `residents`, `a report`, not `global temperatures`, `his trial`."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from ...lexis.grammar import article_genders, english_words, grammar, subjects_are_left_out
from ...lexis.nouns import nouns
from ...lexis.verbs import verbs
from ..tokens import Token, is_owner
from .phrases import Phrase

_PLURAL = re.compile(r".*(?:n|[ae]m|no)\Z")
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
"""Behind these any noun may be a body that the article has introduced."""


def can_speak(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether somebody's words may be attributed to a phrase. Only English has the nouns for it: elsewhere any may.

    A name may always speak, and what is definite; a noun without article, and what only belongs to somebody, only if
    people, bodies or papers are called so.
    """
    if english_words():
        return phrase[0] != phrase[1] or tokens[phrase[0]].text.lower() not in article_genders()
    known = grammar()
    head = list(itertools.takewhile(lambda t: t.low not in known.prepositions, tokens[phrase[0] : phrase[1] + 1]))
    if not head or tokens[phrase[1]].low in known.pronouns:
        return True
    if any(_is_verbal(token) for token in head):
        return False
    if head[0].low in _DEFINITE or any(is_owner(token) for token in head):
        return True
    begins = phrase[0] == 0 or tokens[phrase[0] - 1].kind == "stop"
    return _is_named(head, begins=begins) or any(nouns().can_speak(token.low) for token in head)


def _is_named(head: Sequence[Token], *, begins: bool) -> bool:
    """Whether words are written as a name is; one that begins a sentence is, unless many sentences begin with it."""
    if begins and len(head) == 1 and head[0].low not in grammar().openers:
        return True
    return any(c.isupper() or c.isdigit() for token in head[begins:] for c in token.text)


def agrees(tokens: Sequence[Token], phrase: Phrase, verb: int) -> bool:
    """Whether a verb can be what a phrase does: not `Berg, a collector of cards says`, `el hecho aseguran`."""
    noun, said = tokens[phrase[1]], tokens[verb]
    if subjects_are_left_out() and is_several(said.text):
        return tokens[phrase[0]].text.lower() not in article_genders()
    plural = noun.kind == "word" and noun.low.endswith("s") and not noun.low.endswith(("ss", "us", "is"))
    one = said.text.endswith("s") and said.text[:-1] in verbs().plain and verb == phrase[1] + 1
    return bool(english_words()) or not (plural and one and noun.low not in grammar().pronouns)


def _is_verbal(token: Token) -> bool:
    """`didn’t`, `you’d`"""
    return token.low in grammar().auxiliaries or token.low.endswith(("n't", "n’t", "'d", "’d"))


def is_several(words: str) -> bool:
    """Whether the form of a verb tells that more than one do it: `dijeron`, `disseram`, `raccontano`."""
    return _PLURAL.match(words.lower().partition(" ")[0]) is not None
