"""Words of a byline -> whether they are a person's name, a paper's, a section's, or nobody's."""

from __future__ import annotations

import re

from ..lexis import first_names, gazetteer
from ..lexis.grammar import capitals_are_names
from ..lexis.tables import Lexis, derived
from ..lexis.wordlists import words
from .affiliations import is_affiliation
from .byline_words import is_nobodys, kinds_of_words, matches
from .capitals import in_capitals
from .moments import kinds as stamp_kinds


def kinds_of(word: str) -> frozenset[str]:
    """What a word can be in a byline: a job, a rank, a paper …"""
    return kinds_of_words().get(word.casefold().strip(",."), frozenset())


_BEFORE_PAPERS = words("El La Il Le Les O A Der Die Das Het Do Da Dal Du do da dal du del de la vom von der")
"""`El Faro`, `do Diário de Moura`: what begins so behind a name is where somebody works."""


def is_section(words: str) -> bool:
    """`El Faro`, `do Diário`, `Lokales`: a paper or its section, where titles have few capitals."""
    first, _, rest = words.partition(" ")
    house = first in _BEFORE_PAPERS and rest[:1].isupper()
    return capitals_are_names() and (house or words.casefold() in _sections())


@derived
def _sections(lexis: Lexis) -> frozenset[str]:
    return frozenset(lexis.own("kickers"))


def is_name(words: list[str], *, certain: bool) -> bool:
    """Whether these words are somebody's name; `certain`: they stand where one has to stand."""
    name = " ".join(words)
    if not 1 <= len(words) <= 6 or not 2 <= len(name) <= 60 or not any(c.isalpha() for c in name):
        return False
    kinds = [kinds_of(word) for word in words]
    if re.search(r"[\d@/:]", name) or _are_nobody(kinds, certain=certain):
        return False
    if len(words) == 1:
        return certain and _is_single_name(name)
    if re.fullmatch(r"[A-Z]{3,}", words[0]) and not all(map(in_capitals, words)):  # `CNN Business`
        return False
    return not _is_credential(name) and "picture" not in kinds[-1]


def _are_nobody(kinds: list[frozenset[str]], *, certain: bool) -> bool:
    """Whether words of these kinds are a job without a name, or `Anonymous`."""
    if "nobody" in kinds[0] or (not certain and any(kind & {"nobody", "room"} for kind in kinds)):
        return True  # `Von Lokalredaktion`
    return all(kind & {"job", "rank", "paper", "work", "picture"} for kind in kinds)


def _is_single_name(name: str) -> bool:
    """Whether one word can be a name: no account (`newsadmin`), no word of stamps or of bylines (`Updated`, `By`)."""
    if name.islower() and (is_nobodys(name, alone=True) or _SITE.fullmatch(name)):
        return False
    stamped = (stamp_kinds(name) or [None])[0]
    return stamped in (None, "word", "unit") and not kinds_of(name) & {"job", "work", "by", "join", "author"}


def is_person(name: str, *, known: bool = False) -> bool:
    """Whether a name behind a comma is another person's rather than an employer or a place.

    `known`: its first word has to be a first name.
    """
    words = name.split()
    if len(words) < 2 or is_affiliation(name) or matches("desk", words[0]) or _is_credential(name):
        return False
    if words[0] in _BEFORE_PAPERS and capitals_are_names():
        return False
    if name.casefold() in gazetteer.filed_from():
        return False
    if first_names.gender(words[0]) or len(words[0].strip(".")) == 1:
        return True
    if known or name.casefold() in gazetteer.known():
        return False
    return not any(
        kinds_of_words().get(word.casefold(), frozenset()) & {"paper", "rank", "job", "picture", "nobody"}
        for word in words
    )


_SITE = re.compile(r"[\w-]+\.(?:com|net|org|info|[a-z]{2})")


def _is_credential(words: str) -> bool:
    """`Ph.D.`, `MBA`, `Jr.`: what stands behind a name, in a part of the line of its own."""
    return words.replace(".", "").replace(" ", "") in _credentials()


@derived
def _credentials(lexis: Lexis) -> frozenset[str]:
    return frozenset({"Jr", "Sr", *(word.replace(".", "") for word in lexis.table("honours"))})
