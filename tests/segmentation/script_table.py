"""A segmentation as a table that a reviewer can read: one line a part, in source order."""

from __future__ import annotations

from textwrap import dedent

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
