"""A segmentation as a table that a reviewer can read: one line a part, in source order."""

from __future__ import annotations

from textwrap import dedent

from audioedition.lexis.tables import Lexis, using
from audioedition.model import Article, Segmentation
from audioedition.segmentation import segment


def table(text: str, **settings: object) -> str:
    """`role | text`, quotations as `quote NAME (gender) < mention | text`, dropped parts as `- reason | text`."""
    return rendered(segment(Article(dedent(text).strip("\n")), **settings))  # type: ignore[arg-type]


def rendered(segmentation: Segmentation) -> str:
    lines = []
    for part in sorted((*segmentation.segments, *segmentation.dropped), key=lambda p: p.start):
        words = " ".join(part.text.split())
        if hasattr(part, "reason"):
            lines.append(f"- {part.reason} | {words}")
            continue
        speaker = ""
        if part.role == "quote":
            who = part.speaker
            speaker = f" {who.name} ({who.gender}) < {who.mention}" if who else " ?"
        lines.append(f"{part.role}{speaker} | {words}")
    return "\n".join(lines)


def golden(text: str) -> str:
    return dedent(text).strip("\n")


def said_in(language: str, text: str) -> Segmentation:
    """The segmentation of a text below a headline, read as one in that language."""
    with using(Lexis(language)):
        return segment(Article(f"Wexheim\n\n{text}", language=language))


def last_speaker(language: str, text: str) -> str:
    """`NAME (gender)` of whoever has the last quotation."""
    said = [part.speaker for part in said_in(language, text).segments if part.role == "quote"][-1]
    assert said is not None
    return f"{said.name} ({said.gender})"
