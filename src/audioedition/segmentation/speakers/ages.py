"""Words that tell how old somebody is: `82-year-old`, `84-jährige`, `12 year old`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...lexis.grammar import english_words
from ..tokens import Token


def is_age(token: Token) -> bool:
    """`said 82-year-old Jim Hollis`"""
    return token.low.endswith(("-year-old", "-years-old", "-yr-old")) or _is_aged(token)


_AGED = re.compile(r"\d{1,3}-?[^\W\d_]{4,}\Z")


def _is_aged(token: Token) -> bool:
    """`86-jarige`, `84-jährige`, `24enne`"""
    return bool(english_words()) and _AGED.match(token.low) is not None


def is_age_alone(token: Token) -> bool:
    """Whether an age is written as nouns are: `der 63-Jährige lehnte ab`."""
    return token.text[0].isdigit() and _is_aged(token) and not token.text.islower()


def is_years_old(tokens: Sequence[Token], i: int) -> bool:
    """`said 12 year old Mila Roe`, without hyphens"""
    return i + 2 < len(tokens) and tokens[i + 1].low == "year" and tokens[i + 2].low == "old"
