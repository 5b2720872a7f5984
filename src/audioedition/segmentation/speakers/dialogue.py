"""Dialogue between dashes -> its spans: `—No puedo —dijo Ana—. Mañana sí.`, `– Je m’arrête, sourit-elle.`

As Spanish, Portuguese, French and Italian papers print it. A dash is one of dialogue only where a verb of speech says
so; lists and asides stay as they are. English papers do not print it.
"""

from __future__ import annotations

import re

from ...lexis.grammar import english_words
from ...lexis.verbs import verbs
from .quotations import Span
from .titles import title_words

_NEXT = re.compile(r"\s?[—–]\s?")
_INVERTED = re.compile(r"(?<=[,!?…])\s(?:[^\W\d_]{1,3}['’])?(?P<verb>[^\W\d_]{3,16})-(?:t-)?(?:il|elle|ils|elles|on)\b")
_TURNED = re.compile(r"(?<=[,!?…])\s(?P<verb>[^\W\d_A-Z]{3,16}) (?P<who>[^\W\d_]{1,20}['’]?)")
"""`, lance Yvonne`, `? roept zij`"""
_BARE = re.compile(r"(?P<verb>[^\W\d_A-Z]{3,16}) (?P<who>[^\W\d_]{1,20}['’]?)")
_MOST = 3
"""Words behind the dash among which the verb of speech is."""


def spoken_between_dashes(text: str, start: int, end: int) -> list[Span]:
    """The speeches of the paragraph `text[start:end]`, dashes not included; none where nobody is said to speak."""
    if not english_words() or not (text[start] in "—–-" or re.search(r"[.:!?] [—–]", text[start:end])):
        return []
    opening = re.match(r"[—–-]\s?", text[start:end]) or re.search(r"(?<=[.:!?] )[—–]\s?", text[start:end])
    if opening is None:
        return []
    first = start + opening.end()
    dash = _NEXT.search(text, first, end)
    if dash is None:
        return _before_inverted(text, first, end)
    if not _speaks(text, dash.end(), end):
        return []
    found = [Span(first, dash.start(), True, "—")]
    closing = _NEXT.search(text, dash.end(), end)
    if closing and closing.end() < end:
        rest = re.compile(r"[.,;:!?…]?\s*").match(text, closing.end(), end)
        begins = rest.end() if rest else closing.end()
        if begins < end and text[closing.start() : closing.end()].strip():
            found.append(Span(begins, end, True, "—"))
    return found


def _speaks(text: str, start: int, end: int) -> bool:
    """Whether one of the first words from `start` is a verb of speech."""
    said = re.findall(r"[^\W\d_]+", text[start : min(end, start + 60)])[:_MOST]
    turned = _BARE.match(text, start, end)
    return any(word in verbs().cues for word in said) or bool(turned and is_somebody(turned["who"]))


def is_somebody(word: str) -> bool:
    """Whether a word behind a verb begins the subject: a name, `doña`, an article, `she`."""
    plays = english_words().get(word, ())
    return word[0].isupper() or word in title_words() or any(part in ("the", "he", "she", "they") for part in plays)


def _before_inverted(text: str, first: int, end: int) -> list[Span]:
    """`– Je m’arrête, sourit-elle, assise.`, `— Attendez, lance Ana Roy.`: up to the verb and its subject."""
    for m in _INVERTED.finditer(text, first, end):
        if m["verb"] in verbs().cues:
            return [Span(first, m.start(), True, "—")]
    for m in _TURNED.finditer(text, first, end):
        if m["verb"] in verbs().cues and is_somebody(m["who"]):
            return [Span(first, m.start(), True, "—")]
    return []
