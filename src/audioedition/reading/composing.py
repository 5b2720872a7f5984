"""Parts of an article -> `Article`: its text, and a mark for every part whose role the source knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..errors import ReadingError
from ..model import Article, Mark, Role
from .decoding import flat


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph, heading or other block of a source."""

    text: str
    role: Role | None = None
    """What the source says it is; None when it says nothing, and the segmenter decides."""
    reason: str = ""
    """Why it is not to be spoken, if so."""
    language: str | None = None
    """Where the source marks the whole part as being in another language than the article."""


def compose(parts: Iterable[Part], *, name: str, **known: Any) -> Article:
    """The article made of `parts`, a blank line between them. `known` are further fields of `Article`.

    Raises ReadingError if nothing is left to read.
    """
    pieces: list[str] = []
    marks: list[Mark] = []
    at = 0
    for part in parts:
        text = flat(part.text)
        if not text:
            continue
        if part.role or part.reason or part.language:
            role = None if part.reason else part.role or Role.BODY
            marks.append(Mark(at, at + len(text), role, part.reason, part.language))
        pieces.append(text)
        at += len(text) + 2
    if not pieces:
        raise ReadingError("holds no text", article=name, remedy="give a source with an article in it")
    return Article(text="\n\n".join(pieces), name=name, marks=tuple(marks), **known)


def opening(
    *, headline: str | None = None, deck: str | None = None, bylines: Iterable[str] = (), published: str | None = None
) -> list[Part]:
    """The parts that stand before the body, from metadata: headline, deck, byline, time."""
    return [
        Part(headline or "", Role.HEADLINE),
        Part(deck or "", Role.DECK),
        Part(", ".join(bylines), Role.BYLINE),
        Part((published or "")[:16].replace("T", " "), Role.TIMESTAMP),
    ]
