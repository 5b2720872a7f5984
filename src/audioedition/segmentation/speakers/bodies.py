"""Whom `they` and `it` mean that are no persons: the people or the body that the sentences before begin with."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from ...lexis.grammar import grammar
from ...lexis.nouns import nouns
from ...lexis.tables import Lexis, derived
from ...lexis.verbs import verbs

_GROUP, _LONGEST_GROUP = 5, 80
"""Words and characters at the head of a sentence in which its people stand: `Two officers of the council`."""


@derived
def _body(lexis: Lexis) -> re.Pattern[str]:
    """`The water board has`, `SIMA, the mills’ association, has`, at the head of a sentence."""
    said = lexis.made(verbs.make).core
    known = "|".join(sorted(word for word in lexis.made(grammar.make).auxiliaries | said if word.isalpha()))
    named = r"[A-Z][\w’'&-]+(?: (?:of |for |and )?(?:the )?[A-Z][\w’'&-]*){0,3}"  # `Bord Bia`, `SIMA`
    apposed = r"(?:, ([^,.;:\n]{2,60}),)?"
    led = r"(?:In an? (?:\w+ )?(?:statement|reply|response|letter|email|e-mail|release|post)[^,.;:\n]{0,60}, )?"
    return re.compile(rf"{led}([Tt]he (?:[\w’'-]+ ){{0,2}}?[\w’'-]+|{named}){apposed} (?:{known}|\w+ed)[ .,]")


def body_before(text: str, sentences: Sequence[int], at: int, may_be: Callable[[str, bool], bool]) -> str:
    """The subject of the sentence at an offset or of the one before it, if it begins with `the` and is no person.

    `sentences`: where they start. `may_be`: whether words at the head of one can be a body, and whether they stand
    beside a role.
    """
    for start in _back_from(sentences, at, 1):
        m = _body().match(text, start)
        words = m[1][0].upper() + m[1][1:] if m else ""
        role = bool(m and m[2] and m[2][0].isupper() and nouns().describe_people(words))
        if m and role:
            words = m[2]  # `the developer, Hale Renewables, said`
        if words and not nouns().describe_people(words) and may_be(words, role):
            return words
    return ""


def group_before(text: str, sentences: Sequence[int], at: int) -> str:
    """The people whom the sentence at an offset, or one of the two before it, begins with: `Two passengers`."""
    for start in _back_from(sentences, at, 2):
        comma = text.find(", ", start, min(at, start + _LONGEST_GROUP))
        for begins in (start, comma + 2) if comma > 0 else (start,):
            if words := _people_at(text[begins : begins + _LONGEST_GROUP].split()[:_GROUP]):
                return words
    return ""


def _people_at(words: Sequence[str]) -> str:
    """The people whom words begin with, nothing if they begin with something else."""
    for k, word in enumerate(words):
        if word.endswith("s") and nouns().is_human(word):
            return " ".join(words[: k + 1])
        if not _leads_people(word):
            break
    return ""


def _leads_people(word: str) -> bool:
    """Whether a word can stand before a noun for people: not a verb."""
    return word.isalpha() and not (
        word.endswith("ing") or word.lower() in grammar().auxiliaries or word in verbs().cues
    )


def _back_from(sentences: Sequence[int], at: int, more: int) -> Iterator[int]:
    """Where the sentence at an offset starts, and `more` before it, the nearest first."""
    i = bisect_right(sentences, at) - 1
    yield from reversed(sentences[max(0, i - more) : i + 1])
