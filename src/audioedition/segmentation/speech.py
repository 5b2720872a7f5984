"""Body paragraphs -> the quotations that get a voice, each with its speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Speaker
from . import attribution, quotations
from .people import People
from .phrases import tokenise


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, with their quotation marks."""

    start: int
    end: int
    speaker: Speaker | None


def speech(
    text: str, paragraphs: Sequence[tuple[int, int]], bylines: Sequence[str], partial_quote_words: int
) -> dict[int, list[Quote]]:
    """Quotations by the start of their paragraph."""
    found = [quotations.find(text, a, b) for a, b in paragraphs]
    tokens = [
        tokenise(text, a, b, [(q.start, q.end) for q in spans])
        for (a, b), spans in zip(paragraphs, found, strict=True)
    ]
    people = People(text, tokens, bylines)
    mentions = attribution.attribute(text, tokens, found, people.is_person, partial_quote_words)
    out: dict[int, list[Quote]] = {}
    for (start, _), spans in zip(paragraphs, found, strict=True):
        for span in spans:
            if span.start in mentions:
                mention = mentions[span.start]
                speaker = people.speaker(mention, span.start) if mention else None
                out.setdefault(start, []).append(Quote(span.start, span.end, speaker))
    return out
