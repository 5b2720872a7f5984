"""Lines over a headline that are none: sections, places and courts by their form, and strips of weather and rates."""

from __future__ import annotations

import re

from ..facts import dates
from ..facts.moments import kinds as stamp_kinds
from ..lexis import first_names
from ..lexis.grammar import capitals_are_names, english_words, grammar, nouns_are_capitals
from .opening_facts import ENDS, Line

_PARTS = re.compile(r"\s[|·•]\s|\s[–-]\s")
_FIGURES = re.compile(r"[▲▼△▽]|\d ?°|\d ?º[CF]?\b|\d [+−-]\d+(?:[.,]\d+)? ?%\Z")


def is_kicker_by_shape(line: Line) -> bool:
    """`CAFÉ NOIR`: a word or two above a longer phrase."""
    below = line.after
    return (
        line.is_phrase
        and None in stamp_kinds(line.text)
        and line.furniture is None
        and len(line.text) < 36
        and ":" not in line.text
        and (len(line.words) == 1 or (line.text.isupper() and len(line.words) <= 4))
        and len(below.split()) > 3
        and not (below.isupper() or ENDS.search(below))
    )


def is_kicker_of_names(line: Line) -> bool:
    """Where headlines have few capitals: a name, but nobody's, above a longer phrase. Where nouns have capitals too, it
    is one that the story has."""
    below = line.after
    return (
        capitals_are_names()
        and 2 <= len(line.words) <= 6
        and len(line.text) < 48
        and all(_is_in_name(word) for word in line.words)
        and line.text[0].isupper()
        and first_names.gender(line.words[0]) is None
        and 6 <= len(below.split()) <= 32
        and not (below.isupper() or ENDS.search(below) or dates.is_timestamp(below))
        and (not nouns_are_capitals() or line.is_told(line.text))
    )


def _is_in_name(word: str) -> bool:
    """`Ossela`, `d'Albi`, `de`: a capital, or a word that only joins others."""
    if not word.islower():
        name = word.replace("’", "'").rpartition("'")[2].rstrip(".")
        return word in "–-" or (name[:1].isupper() and name.isalpha())
    joining = grammar().prepositions | grammar().determiners | grammar().conjunctions
    parts = english_words().get(word, ())
    return word in grammar().particles or (bool(parts) and joining.issuperset(parts))


STRIP = "opening/strip"
"""The rule of what is left out as weather and rates."""


def is_strip(line: Line) -> bool:
    """`Nifty 24,811.30 ▼ 97.45`, `Oggi 11° - Vento da SE`, `USD 38,10 | EUR 41,25`: weather and rates of the day."""
    if not line.pasted or line.stops or line.stamp or len(line.words) > 14:
        return False
    parts = _PARTS.split(line.text)
    figures = sum(any(map(str.isdecimal, part)) for part in parts)
    return _FIGURES.search(line.text) is not None or ("|" in line.text and figures == len(parts) > 1)
