"""Capitalised words in their sentence that are nobody's name: a body's, a part in a play, what many are called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...lexis.grammar import english_words
from ...lexis.nouns import nouns
from ...lexis.tables import kinds
from ..tokens import Token, is_name
from .personal_names import bare, is_adjective, is_place, names_body, only_begins

_words = kinds("discourse", "kinds")
_born, _part = _words("born"), _words("part")


def is_nobody(run: Sequence[Token], words: Sequence[str], tokens: Sequence[Token], first: int) -> bool:
    """`née Berg`; `the Eden Gardens`"""
    before = tokens[first - 1].low if first else ""
    begins = first == 0 or tokens[first - 1].kind == "stop"
    if begins and len(run) == 1 and (_only_opens(run[0], words) or _are_many(run[0], tokens, first + 1)):
        return True
    if _is_of_body(tokens, first) or _is_played(tokens, first) or _AMOUNT.fullmatch(run[-1].text):
        return True
    if _is_place_or_people(run, words, tokens, first + len(run)):
        return True
    return before in _born() or (before == "the" and len(words) > 1 and run[0].text == words[0])


def _only_opens(word: Token, words: Sequence[str]) -> bool:
    """`Reacting, the mayor said`"""
    return len(words) == 1 and words[0] == word.text and only_begins(words[0])


def _is_of_body(tokens: Sequence[Token], first: int) -> bool:
    """Whether a name is what a body is for or of: `the Centre for Urban Waters`, `Department of Water Resources`."""
    of = first > 1 and tokens[first - 1].low in ("for", "of") and is_name(tokens[first - 2]) and not english_words()
    return of and names_body(tokens[first - 2].text)


def _is_played(tokens: Sequence[Token], first: int) -> bool:
    """Whether a name is a part in a play: `Her role as Wren, the keeper, came by accident`."""
    return first > 1 and tokens[first - 1].low == "as" and tokens[first - 2].low in _part() and not english_words()


def _are_many(word: Token, tokens: Sequence[Token], i: int) -> bool:
    """Whether a word that begins a sentence is what many are called, as its verb tells: `Fares have gone up`."""
    return (
        word.low.endswith("s") and i < len(tokens) and tokens[i].low in ("are", "were", "have") and not english_words()
    )


_AMOUNT = re.compile(r"[A-Z][A-Za-z]{0,2}\d+|[IVX]{2,}")
"""`Rs55`, of an amount or a road; `Class XI`."""


def _is_place_or_people(run: Sequence[Token], words: Sequence[str], tokens: Sequence[Token], after: int) -> bool:
    """`Sri Lanka`, which is no knight; `South African captain Ana Berg`"""
    if len(run) > len(words) and is_place(bare(token.text) for token in run):
        return True
    return len(words) == 2 and is_adjective(words[-1]) and _leads_job(tokens, after)


def _leads_job(tokens: Sequence[Token], i: int) -> bool:
    """Whether at index `i` a job in small letters with a name behind it follows."""
    return i + 1 < len(tokens) and tokens[i + 1].kind == "name" and nouns().is_human(tokens[i].text)
