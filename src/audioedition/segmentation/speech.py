"""Body paragraphs -> the quotations that get a voice, each with its speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Article, Speaker
from . import attribution, quotations
from .people import People

_WORD = re.compile(r"\w[\w'’.,-]*")


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, with their quotation marks."""

    start: int
    end: int
    speaker: Speaker | None


def speech(
    text: str, paragraphs: Sequence[tuple[int, int]], article: Article, partial_quote_words: int
) -> dict[int, list[Quote]]:
    """Quotations by the start of their paragraph."""
    found = [quotations.find(text, a, b) for a, b in paragraphs]
    people = People(text, paragraphs, article)
    mentions = attribution.attribute(text, paragraphs, found, partial_quote_words)
    out: dict[int, list[Quote]] = {}
    for (start, _), spans in zip(paragraphs, found, strict=True):
        for span in spans:
            if span.start not in mentions:
                continue
            mention = mentions[span.start]
            speaker = people.speaker(mention, span.start) if mention else None
            out.setdefault(start, []).append(Quote(span.start, span.end, speaker))
    return out
