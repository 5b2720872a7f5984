"""The text of an article -> the country whose kind of its language it is in, where that decides how figures are said.

A dollar sign is a peso in Mexico, `1,234` a thousand there and a decimal in Spain; Brazil and Portugal have other words
for 17 and for a thousand million. Each language with such countries has a table `country_words`; English has facts of
its own (`english`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from ..lexis.tables import Lexis, columns, derived, main_language
from ..lexis.wordlists import alternatives

ENOUGH = 6000
"""Characters of an article that are looked at."""
_LEAST = 2
"""So much must speak for a country, and more than for any other; a `sure` word is enough by itself."""

_MOST = 3
"""So often one word counts at most."""


def with_country(language: str, text: str) -> str:
    """`pt` -> `pt-BR` where the text tells; a language that has its country already, or has none to tell, as it is.

    The tables of the language are those in use.
    """
    if language != main_language(language) or not _countries():
        return language
    score: Counter[str] = Counter()
    for word, times in Counter(_words().findall(text[:ENOUGH])).items():
        country, sure = _countries()[word]
        score[country] += (_LEAST if sure else 1) * min(times, _MOST)
    ranked = score.most_common(2)
    if not ranked or ranked[0][1] < _LEAST or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return language
    return f"{language}-{ranked[0][0]}"


@derived
def _countries(lexis: Lexis) -> Mapping[str, tuple[str, bool]]:
    """A word as it is written -> the country that it is of, and whether no other country has it."""
    rows = lexis.local("country_words") if columns(lexis.language, "country_words") else {}
    return {word: (row["country"], row["sure"] == "yes") for word, row in rows.items()}


@derived
def _words(lexis: Lexis) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(lexis.made(_countries.make))})(?![^\W\d_])")
