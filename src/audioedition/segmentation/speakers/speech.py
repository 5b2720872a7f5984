"""Body paragraphs -> the quotations that get a voice, each with its speaker."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...model import Speaker
from ..tokens import Token, tokenise
from . import attribution, interviews, quotations
from .people import Identity, People
from .personal_names import initials

Span = tuple[int, int]
_KEPT = 512
"""Paragraphs whose tokens are kept: those of any article of usual length, but not those of a book."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, with their quotation marks."""

    start: int
    end: int
    speaker: Speaker | None
    rule: str = "quotations"
    """What decided that these are somebody's own words."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What is spoken by somebody else than the narrator."""

    quotes: dict[int, list[Quote]] = field(default_factory=dict)
    """By the start of their paragraph, in order."""
    unvoiced: list[Span] = field(default_factory=list)
    """Quotations that stay with the narrator, in order."""
    labels: dict[int, Span] = field(default_factory=dict)
    """Speakers' labels that need not be read, by the start of their paragraph: the voice tells."""


def speech(
    text: str, head: Sequence[Span], paragraphs: Sequence[Span], bylines: Sequence[str], partial_quote_words: int
) -> Speech:
    """The quotations of the body and the turns of an interview; `head`: headline and deck, which name people too."""
    turns = interviews.turns(text, paragraphs)
    following = [*(text[a] in "‘'" for a, _ in paragraphs[1:]), False][: len(paragraphs)]
    found = [
        quotations.find(text, a, b, goes_on=goes_on) if a not in turns else []
        for (a, b), goes_on in zip(paragraphs, following, strict=True)
    ]

    @functools.lru_cache(maxsize=_KEPT)
    def tokens_of(i: int) -> list[Token]:
        return tokenise(text, *paragraphs[i], [(q.start, q.end) for q in found[i]])

    people = People(
        text,
        [tokenise(text, a, b, ()) for a, b in head],
        map(tokens_of, range(len(paragraphs))),
        bylines,
        (tokenise(text, q.start + 1, q.end - 1, ()) for spans in found for q in spans),
    )
    mentions = attribution.attribute(text, tokens_of, found, people.is_person, partial_quote_words)
    identities = {at: people.speaker(found.outcome) for at, found in mentions.items() if found}
    out = Speech()
    for (start, _), spans in zip(paragraphs, found, strict=True):
        for span in spans:
            if span.start in mentions:
                found_by = mentions[span.start]
                speaker = identities[span.start].speaker(text, found_by.outcome) if found_by else None
                out.quotes.setdefault(start, []).append(Quote(span.start, span.end, speaker))
            else:
                out.unvoiced.append((span.start, span.end))
    if turns:
        _interview(text, paragraphs, turns, people, bylines, out)
    return out


def _interview(
    text: str,
    paragraphs: Sequence[Span],
    turns: dict[int, interviews.Turn],
    people: People,
    bylines: Sequence[str],
    out: Speech,
) -> None:
    """The narrator asks the questions; everybody else speaks in a voice of their own."""
    answering: Identity | None = None
    met: set[str] = set()
    asking = {form for name in bylines for form in (name, name.upper(), name.split()[-1].upper(), initials(name))}
    if not any(turn.question or turn.name in asking for turn in turns.values()):
        asking |= interviews.asking(text, paragraphs, turns)
    for start, end in paragraphs:
        turn = turns.get(start)
        if turn is None:
            continue
        if turn.answer and answering is None:
            answering = people.foremost(turn.label[0]) or Identity("the interviewee", anonymous=True)
        asks = turn.question or turn.name in asking
        if not asks:
            who = answering if turn.answer and answering else people.labelled(turn.name, turn.label[0])
            out.quotes[start] = [Quote(turn.start, end, who.speaker(text, turn.label))]
        label = turn.name.casefold()
        if turn.labelled and (asks or turn.answer or label in met):
            out.labels[start] = (start, turn.start)
        met.add(label)
