"""Text -> spans of sentences, and spans of utterance size.

The rules follow the shape of Unicode UAX #29 (terminator, closers, white space, no lower-case letter next) with what
newspapers add: titles, abbreviations of months and states, initials, numbers. Every function returns spans
`(start, end)` that cover all visible characters of the span given, in order; time is linear in its length.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence

from ..lexis.tables import Lexis, in_use
from ..model import rules
from .full_stops import ENDS, Stop, is_ordinary

Span = tuple[int, int]

LIMIT = 400
"""Characters of the longest utterance: the engines' risky end is near 400 phonemes."""

_CLOSERS = "\"'”’»)\\]›“‘"
_END = re.compile(
    rf"[.!?…‥]{{1,9}}[{_CLOSERS}]{{0,4}}(?:[\u00a0\u202f ]»)?(?=\s)|[。！？｡؟۔।]{{1,9}}[」』”’）»\"]{{0,3}}\s?"
)
_NEXT = re.compile(r"\s*(?:,,|[\"'“‘«‹„»›(\[¿¡—–-]){0,3}\s?(\w?)(\w*['’]?\w*)(\.?)(?:[ \u00a0]\(?(\w))?")
_WORD = re.compile(r"[\w.&'’-]{1,24}\Z")

_CLAUSE = re.compile(r"[;:,—–](?=\s)|—|[，、；：،؛]|(?<=\s)[—–-](?=\s)")
_SPACE = re.compile(r"\s+")


def split(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the sentences of `text[start:end]`, without the white space between them.

    >>> text = "Dr. Li left the U.S. on Jan. 3 at 5 p.m. She said: “No.” Then she smiled."
    >>> [text[a:b] for a, b in split(text)]
    ['Dr. Li left the U.S. on Jan. 3 at 5 p.m.', 'She said: “No.”', 'Then she smiled.']
    """
    return list(_split(text, start, len(text) if end is None else end, in_use(), rules.off()))


@functools.lru_cache(maxsize=256)
def _split(text: str, start: int, end: int, lexis: Lexis, off: frozenset[str]) -> tuple[Span, ...]:
    """Asked several times of a paragraph: for who speaks, what is furniture, and what is said in one breath."""
    spans: list[Span] = []
    at = start
    for m in _END.finditer(text, start, end):
        if _is_end(text, at, m, end):
            _add(spans, text, at, m.end())
            at = m.end()
    _add(spans, text, at, end)
    return tuple(spans)


def utterances(text: str, start: int, end: int, limit: int = LIMIT, whole: Sequence[Span] = ()) -> list[Span]:
    """The sentences of `text[start:end]`, those over `limit` characters cut at clauses, else words, else anywhere.

    `whole`: spans (quotations that stay with the narrator) in which no sentence ends, if the limit allows it.
    """
    spans: list[Span] = []
    i = 0
    for a, b in split(text, start, end):
        while i < len(whole) and whole[i][1] <= a:
            i += 1
        if spans and i < len(whole) and whole[i][0] < a and b - spans[-1][0] <= limit:
            spans[-1] = (spans[-1][0], b)
        else:
            spans.append((a, b))
    return [part for a, b in spans for part in cut(text, a, b, limit)]


def cut(text: str, start: int, end: int, limit: int = LIMIT) -> list[Span]:
    """`text[start:end]` in pieces of at most `limit` characters."""
    spans: list[Span] = []
    while end - start > limit:
        at = start + limit
        for pattern in (_CLAUSE, _SPACE):
            found = [m.end() for m in pattern.finditer(text, start + limit // 3, at)]
            if found:
                at = found[-1]
                break
        else:
            while at > start + 1 and unicodedata.combining(text[at]):
                at -= 1
        _add(spans, text, start, at)
        start = at
    _add(spans, text, start, end)
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    # Marks alone are no sentence: they go with the one before.
    if spans and end - start < 8 and not any(c.isalnum() for c in text[start:end]):
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))


def ends_at(text: str, stop: int) -> bool:
    """Whether the full stop at offset `stop`, which may belong to an abbreviation, also ends a sentence."""
    m = _END.match(text, stop)
    return m is not None and _is_end(text, text.rfind("\n", 0, stop) + 1, m, len(text))


def _is_end(text: str, sentence_start: int, m: re.Match[str], end: int) -> bool:
    stop = m.group()
    if stop[0] in "。！？｡؟۔।":
        return True
    following = _NEXT.match(text, m.end(), min(end, m.end() + 40))
    first, rest = (following[1], following[2]) if following else ("", "")
    if first.islower() or not first:
        return not first and "\n" in text[m.end() : m.end() + 2]
    before = _WORD.search(text[max(sentence_start, m.start() - 24) : m.start()])
    if stop[0] != "." or stop.strip(_CLOSERS)[1:] or not before:
        return True
    assert following
    lead = text[sentence_start : m.start() - len(before[0])]
    word = before[0].lstrip("'’-.")
    if not word or is_ordinary(word):
        return True
    timed = text.startswith(" time", following.end(2))
    known = Stop(word, lead, first + rest, following[3] == ".", (following[4] or "").isupper(), timed)
    decision = ENDS.first(known)
    return decision.outcome if decision else True
