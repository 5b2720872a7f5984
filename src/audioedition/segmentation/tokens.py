"""A paragraph -> tokens: words, names, marks, whole quotations, ends of sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..facts import sentences
from ..lexis.verbs import BARE, CUES, FOREIGN
from ..lexis.wordclasses import ADVERBS, DAYS, DETERMINERS, NEVER_NAMES, PREPOSITIONS, words

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[.’'&/-][^\W_]+)*(?:['’](?![^\W_]))?|@\w+|\$|[^\w\s]")


ARTICLED = re.compile(r"(?:al|el|an|as|ad|ar|at|az|d|l)[-’'][^\W\d_a-zß-öø-ÿ]")
"""`al-Mutairi`, `d’Estaing`"""
_WIDE = {"：": ":", "，": ",", "、": ",", "；": ";", "،": ",", "؛": ";", "（": "(", "）": ")"}


class Token(NamedTuple):
    """A piece of a paragraph."""

    start: int
    end: int
    text: str
    low: str
    """`text` in lower case; as it stands in a month that is somebody's first name."""
    kind: str
    """`word`, `name` (capitalised), `stop` (end of sentence), `quote` or the punctuation mark itself."""


def tokenise(text: str, start: int, end: int, quotes: Sequence[tuple[int, int]]) -> list[Token]:
    """The tokens of a paragraph; each quotation is one token, each end of a sentence outside of them another."""
    out: list[Token] = []
    at = start
    stops = {b for _, b in sentences.split(text, start, end)}
    for a, b in quotes:
        _words(out, text, at, a, stops)
        out.append(Token(a, b, "“…”", "“…”", "quote"))
        if b in stops:
            out.append(Token(b, b, "¶", "¶", "stop"))
        at = b
    _words(out, text, at, end, stops)
    for i, token in enumerate(out):
        if token.low.rstrip(".") in _MONTH_NAMES and _is_first_name(out, i):
            out[i] = token._replace(low=token.text)
    return out


def _is_first_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a month is somebody's first name: `said June Abernathy`, not `in June Abernathy said`."""
    if tokens[i].kind != "name" or tokens[i].text.endswith(".") or i + 1 >= len(tokens):
        return False
    before = tokens[i - 1].low if i else ""
    return is_name(tokens[i + 1]) and before not in _BEFORE_MONTHS


_MONTH_NAMES = frozenset(("jan", "april", "may", "june", "august"))


def _words(out: list[Token], text: str, start: int, end: int, stops: set[int]) -> None:
    for m in _TOKEN.finditer(text, start, end):
        word = m.group()
        if (
            word == "."
            and out
            and out[-1].end == m.start()
            and m.end() not in stops
            and out[-1].kind in ("word", "name")
        ):
            last = out[-1]
            if len(last.text) <= 6:
                out[-1] = Token(last.start, m.end(), last.text + ".", last.low + ".", last.kind)
                continue
        if word[0].isalnum() or word[0] == "@":
            capital = word[0].isupper() or word[0] == "@" or (len(word) > 2 and word[1:2].isupper())
            kind = "name" if capital or ARTICLED.match(word) else "word"
        else:
            kind = _WIDE.get(word, word)
        out.append(Token(m.start(), m.end(), word, word.lower(), kind))
        if m.end() in stops:
            out.append(Token(m.end(), m.end(), "¶", "¶", "stop"))


def is_adverb(token: Token) -> bool:
    low = token.low
    return low in ADVERBS or (
        len(low) > 4
        and low.endswith("ly")
        and token.kind == "word"
        and low not in ("family", "early", "assembly", "ally", "reply", "supply", "july")
    )


def is_name(token: Token) -> bool:
    return (
        token.kind == "name"
        and token.low.rstrip(".") not in DAYS
        and (token.low not in NEVER_NAMES or (token.text.isupper() and len(token.text) > 1))
    )


def is_cue(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` is a verb that attributes speech here (`the report`, `United States` are not)."""
    token = tokens[i]
    if token.kind != "word" or token.text not in CUES:
        return False
    before = tokens[i - 1] if i else None
    if token.text in FOREIGN:
        return True
    if token.text in BARE and token.text not in _BOTH_FORMS:
        # `they say`, `critics say`, `to say`; but `the call`, `his claim`
        return (
            before is not None
            and before.kind in ("word", "name")
            and before.low not in DETERMINERS
            and not before.low.endswith(("'s", "’s"))
            and (before.low not in PREPOSITIONS or before.low == "to")
            and (before.low in _BEFORE_PLAIN or before.low.endswith("s") or is_adverb(before))
        )
    if before is None:
        return True
    if (
        token.text.endswith("s")
        and token.text[:-1] in BARE
        and before.kind == "word"
        and (before.text in CUES or before.low.endswith("ed"))
    ):
        return False  # `rejected claims`, `denied reports`
    if before.low.endswith(("'s", "’s")) and not token.text.endswith(("ed", "ing", "said")):
        return False  # `Smith’s remarks`
    return before.low not in _POSSESSIVES and (before.low not in PREPOSITIONS or token.text.endswith("ing"))


def sentence_bounds(tokens: Sequence[Token]) -> tuple[list[int], list[int]]:
    """For each token the index of the first token of its sentence, and of the stop that ends it."""
    starts: list[int] = []
    start = 0
    for i, token in enumerate(tokens):
        starts.append(start)
        if token.kind == "stop":
            start = i + 1
    stops = [len(tokens)] * len(tokens)
    stop = len(tokens)
    for i in range(len(tokens) - 1, -1, -1):
        if tokens[i].kind == "stop":
            stop = i
        stops[i] = stop
    return starts, stops


def sentence_start(tokens: Sequence[Token], i: int) -> int:
    """Index of the first token of the sentence of token `i`."""
    while i > 0 and tokens[i - 1].kind != "stop":
        i -= 1
    return i


_BOTH_FORMS = words("read put hit cast")
"""Verbs whose past form is their plain form."""
_BEFORE_PLAIN = words(
    """
    to they we i you who will would can could did does do might may must should not n't people two others critics
    """
)
_BEFORE_MONTHS = words(
    """
    in on since by until till of last this next early late mid for from during to and through before after
    """
)
_POSSESSIVES = words("the a an his her their its")
