"""Well-known places, for datelines that are nothing but a place, and for what is a place and nobody: table `places`.

Cities that newspapers name without state or country (the AP and Reuters style books have such lists; this one is our
own), capitals and the largest cities; towns; and states, provinces and countries with their usual abbreviations. All in
small letters, as they are without stops between initials (`n y`).
"""

from __future__ import annotations

from .tables import Lexis, derived, kinds

_of_kind = kinds("places", "kinds")
regions, _cities, _towns = _of_kind("region"), _of_kind("city"), _of_kind("town")


@derived
def known(lexis: Lexis) -> frozenset[str]:
    """Cities and regions, wherever they stand."""
    return lexis.made(_cities.make) | lexis.made(regions.make)


@derived
def towns(lexis: Lexis) -> frozenset[str]:
    """Cities, and smaller towns, many of which are also surnames: they count only at the head of a story."""
    return lexis.made(_cities.make) | lexis.made(_towns.make)


@derived
def filed_from(lexis: Lexis) -> frozenset[str]:
    """Towns that papers of the language write from; the English ones where it has no list of its own."""
    return lexis.words("towns")


@derived
def anywhere(lexis: Lexis) -> frozenset[str]:
    return lexis.made(known.make) | lexis.made(towns.make)
