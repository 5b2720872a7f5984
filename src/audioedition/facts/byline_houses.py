"""A line that names an agency, a newsroom or somebody who is not named -> who is to be heard of, if anybody."""

from __future__ import annotations

import itertools
import re

from ..lexis import first_names
from ..lexis.grammar import capitals_are_names
from .byline_words import kinds_of_words, match, matches, pattern

_STAFF = re.compile(r"(?:[A-Z][\w’'-]*\s){1,4}(?:[Ss]taff|[Nn]ewsroom|[Nn]ews [Dd]esk|[Bb]ureau)")
_OUR = re.compile(r"(?:by\s)?our\s", re.I)
_SMALL = 6
"""Letters of no word that stands between `by` and a newsroom: `della`."""
_CODE = re.compile(r"[a-z]{2,4}")
"""`dpa/lno`: the agency's own service, or who typed it."""


def house(line: str) -> tuple[str, ...] | None:
    """The agency that a line names and nothing else; empty for a desk, None where it is neither.

    >>> house("Redaktion / dpa")
    ('dpa',)
    """
    whole = line.strip(" ().")
    if twice := re.fullmatch(r"(\S+) \1", whole):
        whole = twice[1]  # as an author's name and as the agency's: `EFE EFE`
    if matches("agency", whole):
        return (whole,)
    if matches("desk", whole):
        return ()
    listed = _listed([found for part in re.split(pattern("listed"), whole) if (found := part.strip(" ()."))])
    if listed is not None:
        return listed
    return () if _is_desk_of_ours(whole) else _led(whole)


def _listed(parts: list[str]) -> tuple[str, ...] | None:
    """`Redaktion / dpa`, `dpa/lno`: agencies, desks and codes; `bkl/dch`: who typed it."""
    agencies = tuple(part for part in parts if matches("agency", part))
    others = [part for part in parts if part not in agencies and not matches("desk", part)]
    coded = bool(agencies) or (capitals_are_names() and len(others) == len(parts))
    return agencies[:1] if not others or (coded and all(map(_CODE.fullmatch, others))) else None


def _led(whole: str) -> tuple[str, ...] | None:
    """`Quelle: dpa`, `Da Agência Brasil`: an agency behind small words; `a cura della redazione`: a newsroom."""
    if (sourced := match("source", whole)) and matches("agency", whole[sourced.end() :]):
        return (whole[sourced.end() :].strip(" ()."),)
    words = list(itertools.dropwhile(lambda word: word.islower() or len(word) < 3, whole.split()))
    if matches("agency", " ".join(words)):
        return (" ".join(words),)
    return _newsroom(words or whole.split())


def _newsroom(words: list[str]) -> tuple[str, ...] | None:
    """`Redacción Local`, `redação, com Agência Brasil`: a newsroom and what is said of it, but nobody's name."""
    rooms = [word for word in words if "room" in kinds_of_words().get(word.casefold().strip(",:"), ())]
    agencies = tuple(word for word in words if matches("agency", word))
    if not rooms or len(words) > 4 or any(_is_first_name(word) for word in words if word not in agencies):
        return None
    return agencies[:1] if rooms[0] in (words[0], words[-1]) else None


def _is_first_name(word: str) -> bool:
    return word[0].isupper() and first_names.gender(word) is not None


def _is_desk_of_ours(whole: str) -> bool:
    """`our court reporter`, `Isle Times Staff`, `dal nostro inviato`: somebody who is not named."""
    if _STAFF.fullmatch(whole) or match("our", whole):
        return True
    words = whole.split()
    return _OUR.match(whole) is not None and len(words) < 6 and "job" in kinds_of_words().get(words[-1].casefold(), ())


def newsroom(desk: str) -> str:
    """The name of a desk without the small words before it: `a cura della Redazione Cronaca` -> `Redazione Cronaca`."""
    words = desk.split()
    kinds = [kinds_of_words().get(word.casefold().strip(",:"), frozenset()) for word in words]
    begin = next((i for i, kind in enumerate(kinds) if "room" in kind), 0)
    return " ".join(words[begin:] if all(len(word) < _SMALL for word in words[:begin]) else words)
