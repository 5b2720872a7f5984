"""What a line at the head of an article can be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a line at the head of an article can be."""

    RELEASE = "release"
    MENU = "menu"
    """A word or two of the page above the headline."""
    KICKER = "kicker"
    HEADLINE = "headline"
    REPEATED = "repeated headline"
    DECK = "deck"
    BY = "by"
    """`By` alone; the name stands in the next line."""
    BYLINE = "byline"
    JOB = "job"
    CREDIT = "picture credit"
    SHOWN = "who is shown"
    CAPTION = "caption"
    LABEL = "label of a time"
    STAMP = "time"
    OTHER = "place or section"
    FURNITURE = "furniture"
    CORRECTION = "correction"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one rule says about a line."""

    kind: Kind
    score: float
