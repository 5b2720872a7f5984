"""What stands beside a name -> whether it says what somebody is, and of which gender."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexis import first_names
from ...lexis.grammar import article_genders, english_words, grammar, nouns_are_capitals
from ...lexis.nouns import nouns
from ...model import Gender
from ..tokens import Token, is_name, is_owner, sentence_start
from .personal_names import HE

_LONGEST_LEAD = 100
"""Tokens before a word in which its sentence begins."""


def head_of_genitive(tokens: Sequence[Token], i: int) -> int:
    """Index of the noun to which the one at `i` belongs by its case, else `i`: `Der Anwalt` of `Der Anwalt der
    Klägerin`, in which the article is not of the noun's gender.
    """
    while i >= 2:
        told, own = article_genders().get(tokens[i - 1].text.lower()), nouns().gender(tokens[i].low)
        if told in (None, own) or own is None or not nouns().is_human(tokens[i - 2].low):
            break
        i -= 2
    return i


def gender_of_article_before(tokens: Sequence[Token], i: int) -> Gender | None:
    """The gender that the article of a role at index `i` tells, or that of an office in front of the role: `la jefa`,
    `o comandante da unidade, tenente Thaideth Duarte`. Not in German, where *der* is also a woman's.
    """
    if nouns_are_capitals() or not article_genders():
        return None
    if tokens[i - 1].kind == ",":
        start = sentence_start(tokens, i - 1, _LONGEST_LEAD)
        plain = all(token.kind in ("word", "name") for token in tokens[start : i - 1])
        i = start + 1 if plain and nouns().is_human(tokens[start + 1].low) else 0
    while i > 0 and tokens[i - 1].kind == "word" and tokens[i - 1].text.lower() not in english_words():
        i -= 1
    return article_genders().get(tokens[i - 1].text.lower()) if i else None


def played_by(tokens: Sequence[Token], i: int) -> tuple[bool, Gender | None] | None:
    """Of whom an actor follows in brackets from index `i`: `Wren (Ana Berg)`, not a party: `Ana Berg (Levy Union)`."""
    end = next((j for j in range(i, min(len(tokens), i + 4)) if tokens[j].kind == ")"), None)
    if end is None or end - i < 2 or not all(token.kind == "name" for token in tokens[i:end]):
        return None
    if i > 2 and is_name(tokens[i - 3]) and first_names.gender(tokens[i - 3].text) is not None:
        return None
    gender = first_names.world_gender(tokens[i].text)
    return (True, gender) if gender else None


def described(tokens: Sequence[Token], i: int) -> tuple[bool, Gender | None]:
    """Whether the phrase that begins at `i` is about a human being, and the gender it tells: `a mother of two`."""
    known = nouns()
    if is_owner(tokens[i]) and i + 1 < len(tokens):
        gender = known.gender(tokens[i + 1].low)
        return gender is not None and _ends_phrase(tokens, i + 1), gender  # `Ana Berg, Tom’s wife,`
    if tokens[i].low not in grammar().determiners:
        bare = bool(english_words()) and known.is_human(tokens[i].low) and _ends_phrase(tokens, i)
        return bare, known.gender(tokens[i].low) if bare else None  # `Christine, propriétaire de l'appartement`
    if member := _member(tokens, i):
        return True, known.gender(tokens[member].low)
    return _by_noun(tokens, i)


def _by_noun(tokens: Sequence[Token], i: int) -> tuple[bool, Gender | None]:
    """The same by the noun behind the determiner at index `i`."""
    known = nouns()
    for j in range(i + 1, min(len(tokens), i + 6)):
        word = tokens[j]
        if (
            word.kind not in ("word", "name")
            or word.low in grammar().prepositions
            or word.low in ("and", "who", "whose", "that")
        ):
            break
        if tokens[i].low in HE and j + 1 < len(tokens) and tokens[j + 1].low == "and":
            break  # `Tom Berg, his wife and stepson were rescued`
        gender = known.gender(word.low)
        if gender or (known.is_human(word.low) and _ends_phrase(tokens, j)):
            return True, gender
    return False, None


def _member(tokens: Sequence[Token], i: int) -> int:
    """Index of the noun for people of whom somebody is one: `Marc, un des ostréiculteurs`; 0 where nobody is."""
    if tokens[i].low not in ("a", "one") or i + 2 >= len(tokens) or tokens[i + 1].low != "of":
        return 0
    noun = next((j for j in range(i + 2, min(len(tokens), i + 5)) if tokens[j].low not in grammar().determiners), 0)
    return noun if noun and nouns().is_human(tokens[noun].low) else 0


def _ends_phrase(tokens: Sequence[Token], j: int) -> bool:
    after = tokens[j + 1] if j + 1 < len(tokens) else None
    return (
        after is None
        or after.kind != "word"
        or after.low in grammar().prepositions
        or after.low in ("who", "whose", "and")
    )
