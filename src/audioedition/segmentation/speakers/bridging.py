"""A role that nobody was said to hold (`the witness`) -> what tells in a sentence about somebody that it is theirs."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from ...lexis.grammar import english_words, grammar
from ...lexis.nouns import nouns
from ...lexis.tables import Lexis, derived
from .offices import Office

_STEM = 5
"""Letters that a role and what somebody does must share: `umpire`, umpiring."""
_KEPT = 1024
"""Roles whose patterns are kept."""
_ENDINGS = re.compile(r"(?:e?r|or|ist|ant|e)\Z")
_LONGEST, _SHORTENED = 3, 3
"""Words of the longest description that is a role and nothing more; of the longest office that is shortened."""


@derived
def _deeds(lexis: Lexis) -> Mapping[str, re.Pattern[str]]:
    """Role -> what those do or have whom it means: `witness`: gave evidence."""
    return {
        role: re.compile("|".join(rf"\b{re.escape(deed)}" for deed in row["deeds"].split(";")))
        for role, row in lexis.table("deeds").items()
    }


def deeds(words: str, role: str) -> re.Pattern[str] | None:
    """What tells whom a description with `the` means of which nothing more is said; None where nothing does."""
    if len(words.split()) > _LONGEST or words.split()[-1].casefold() != role:
        return None
    if known := _deeds().get(role):
        return known
    return _stem(role) if nouns().is_human(role) else None


@functools.lru_cache(maxsize=_KEPT)
def _stem(role: str) -> re.Pattern[str] | None:
    """What begins as a role does, the role itself apart: `umpiring` for `umpire`."""
    stem = _ENDINGS.sub("", role)
    told = len(stem) >= _STEM and stem != role
    return re.compile(rf"\b{re.escape(stem)}(?!{re.escape(role[len(stem) :])}s?\b)") if told else None


@derived
def _called(lexis: Lexis) -> Mapping[str, tuple[str, ...]]:
    """Office -> what else its holders are called: `senator` -> `lawmaker`."""
    return {word: tuple(row["called"].split(";")) for word, row in lexis.beside("called").items()}


def also_called(office: Office) -> tuple[str, ...]:
    """What else somebody is called who holds an office: `the lawmaker`, of a senator."""
    return _called().get(office.noun, ())


def shortened(office: Office) -> Iterator[str]:
    """The letters for an office: `dg` for `Director-General of the Harbour Agency`, `ceo` for `chief executive`."""
    first, mark, head = office.noun.rpartition("-")
    if first and mark and english_words() and nouns().is_human(head):
        yield head  # `Irene-trainer`, `SPD-Fraktionschef`
        yield from _called().get(head, ())
    words = nouns().core(office.words).replace("-", " ").split()
    if words[0].lower() in grammar().determiners:
        words = words[1:]
    if 1 < len(words) <= _SHORTENED and all(word.isalpha() for word in words):
        letters = "".join(word[0] for word in words).lower()
        yield letters
        if words[0].lower() == "chief":
            yield letters + "o"  # the chief executive is the CEO
