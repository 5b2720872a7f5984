"""What stands around a mention in its sentence -> whether its bearer tells something, goes on, asks, or only trails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...lexis import first_names
from ...lexis.grammar import english_words, grammar
from ...lexis.nouns import nouns
from ...lexis.tables import kinds
from ...lexis.verbs import verbs
from ..tokens import Token, is_adverb, is_name, sentence_start

_words = kinds("discourse", "kinds")
_going_on, _asks = _words("going_on"), _words("asks")
_APPOSED = 24
"""Tokens of what stands between a name and its verb: `Ana Berg (FG), the regional officer for the union, said`."""


def tells(tokens: Sequence[Token], last: int) -> bool:
    """Whether a verb of speech follows the name that ends at index `last`, at once or behind what its bearer is: `Berg
    said it would rain`, `Berg, a trader in Wexle, said`, `Berg (FG) said`.
    """
    if _is_told(tokens, last + 1):
        return True
    if english_words() or last + 1 >= len(tokens) or tokens[last + 1].kind not in (",", "("):
        return False
    if _is_told(tokens, last + 2):
        return _closes_apposition(tokens, last)
    for j in range(last + 2, min(len(tokens) - 1, last + _APPOSED)):
        if tokens[j].kind in ("stop", "quote", ";", ":") or (tokens[j].cue and tokens[j].text in verbs().core):
            return False
        if tokens[j].kind in (",", ")") and _is_told(tokens, j + 1):
            return True
    return False


def _closes_apposition(tokens: Sequence[Token], last: int) -> bool:
    """Whether the name that ends at an index is what a comma before it opens: `The commissioner, Mr Ana Berg, said`."""
    while last > 0 and is_name(tokens[last]):
        last -= 1
    role = tokens[last - 1].low if last > 1 and tokens[last].kind == "," else ""
    return role != "" and (nouns().is_human(role) or is_name(tokens[last - 1]))


def _is_told(tokens: Sequence[Token], i: int) -> bool:
    """Whether there is a verb of speech at an index, adverbs and auxiliaries apart: `also said`, `has said`."""
    while i < len(tokens) and not english_words() and (is_adverb(tokens[i]) or tokens[i].low in ("has", "had")):
        i += 1
    return i < len(tokens) and tokens[i].cue and tokens[i].text in verbs().core


def sentence_starts(tokens: Sequence[Token]) -> Iterator[int]:
    """The offset at which each sentence of a paragraph begins."""
    before = "stop"
    for token in tokens:
        kind = token.kind
        if before == "stop" != kind:
            yield token.start
        before = kind


def is_resumed(tokens: Sequence[Token], i: int) -> bool:
    """Whether the pronoun at index `i` goes on speaking: `he added`, `she went on`."""
    after = [t.low for t in tokens[i + 1 : i + 3]]
    return not _going_on().isdisjoint(after) or after == ["went", "on"]


def is_trailing(tokens: Sequence[Token], i: int) -> bool:
    """Whether the pronoun at index `i` only says at the end whose words a sentence reports: `One driver could do both,
    he said.`, but not `When he came home, he said.` nor `Hale found a stump and, he said, a shoe.`"""
    if i < 2 or tokens[i - 1].kind != "," or i + 1 >= len(tokens) or not tokens[i + 1].cue:
        return False
    if i + 2 < len(tokens) and tokens[i + 2].kind not in (".", "stop"):
        return False
    known, first = grammar(), tokens[sentence_start(tokens, i)].low
    return first not in known.subordinators and first not in known.prepositions


def is_led(tokens: Sequence[Token], i: int) -> bool:
    """Whether the pronoun at index `i` is the subject behind a clause that has none of its own, in which others are
    named: `Asked by his counsel, Ana Berg, about it, he replied`, `Speaking to reporters beside Tom Hale, she said`.
    """
    if i < 3 or tokens[i - 1].kind != "," or i + 1 >= len(tokens) or is_trailing(tokens, i):
        return False
    first = sentence_start(tokens, i, _LONGEST_LEAD)
    head, after = tokens[first], tokens[first + 1]
    led = head.low.endswith(("ing", "ed")) and after.low not in grammar().auxiliaries and not after.cue
    return led and after.kind in ("word", "name") and first_names.gender(head.text) is None


_LONGEST_LEAD = 100
"""Tokens of a clause in front of its subject."""


def is_asking(tokens: Sequence[Token], i: int) -> bool:
    """Whether the pronoun at index `i` asks: `he asked`, `asked she`."""
    asks = _asks()
    return any(t.low in asks for t in tokens[max(0, i - 1) : i + 3])
