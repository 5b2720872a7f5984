"""The rules of English, in the order they are tried at each token. Earlier wins; see docs/spoken-form.md."""

from __future__ import annotations

import re

from ..scan import Rule
from . import codes, data, dates, names, quantities

RULES: tuple[Rule, ...] = (
    *codes.RULES_ELECTRONIC,
    *codes.RULES_PHONE,
    *dates.RULES,
    *quantities.RULES[:3],
    *names.RULES_FIRST,
    *codes.RULES[:4],
    *quantities.RULES[3:8],
    *codes.RULES[4:5],
    *quantities.RULES[8:10],
    *codes.RULES[5:],
    *quantities.RULES[10:],
    *codes.RULES_NAMES,
    *names.RULES_LAST,
)

TRIGGERS = frozenset(
    {name for name in data.MONTHS}
    | {
        "vs",
        "v",
        "eg",
        "ie",
        "aka",
        "st",
        "ave",
        "rd",
        "hwy",
        "dr",
        "ln",
        "blvd",
        "no",
        "nos",
        "plc",
        "tv",
        "ssn",
        "pdf",
    }
)
CAPITALS = re.compile(r"[A-Z].{0,40}[A-Z]", re.S)


def plain(word: str) -> bool:
    """Whether no rule starts at this word when nothing but space or punctuation follows it."""
    if word.islower():
        return word not in TRIGGERS
    if len(word) <= 6:
        return False
    return not CAPITALS.match(word) and not word[0].islower() and word.lower() not in TRIGGERS
