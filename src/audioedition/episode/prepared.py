"""A story whose script is made, and who it is: what `preparing.py` and the ledger have decided, and `finish.py` needs.

Nothing but data: a worker that finishes a story has no need of what scripted it.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from ..machine.digests import digest
from ..model import Role, Script
from ..model.stages import versions
from .parts import Part
from .placing import Before

KNOWN_BY = 200
"""Characters of a body by which an article is known again when both its title and its file's name have changed."""


_BETWEEN = re.compile(r"[^\w$%+=£€¥°<>±]+|_")
_DIGITS = re.compile(r"(?<!\d) | (?!\d)")


def _letters(text: str) -> str:
    """What a text says in whatever format: its letters, figures and signs of money and measure. Between two figures
    stays whether they are one (`1.5`) or two, whatever stands between them."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return _DIGITS.sub("", _BETWEEN.sub(_kept, text))


def _kept(between: re.Match[str]) -> str:
    """What stays of what stands between letters and figures: a space, or the point, comma or stroke in a figure."""
    text, start, end = between.string, between.start(), between.end()
    if any(map(str.isspace, between[0])):
        return " "
    in_figure = start > 0 and end < len(text) and text[start - 1].isdigit() and text[end].isdigit()
    return between[0] if in_figure else ""


@dataclass(frozen=True)
class Prepared:
    """An article whose script is made and whose sound is fully determined, though none exists yet."""

    script: Script
    parts: tuple[Part, ...]
    """The story, then the words after it, if any."""
    tags_digest: str
    """Of all that the file's tags and sidecars say; after a space, of its picture, if it has one."""
    picture: Path | None = None
    """What its cover is made from, if not the edition's."""
    note: str = ""
    """What is wrong with its picture, for people."""

    @property
    def name(self) -> str:
        return self.script.article.name

    @property
    def text_digest(self) -> str:
        """Of the article's words; where it is long enough to know it by, behind a space each of what its body says in
        whatever format, and of what all of it says."""
        roles = (Role.SUBHEAD, Role.BODY, Role.QUOTE)
        body = " ".join(line.text for line in self.script.segments if line.role in roles and not line.added)
        text = self.script.article.text
        if len(text) < KNOWN_BY:
            return digest(text)
        told = body if len(body) >= KNOWN_BY else text
        return " ".join((digest(text), digest(_letters(told)), digest(_letters(text))))

    @property
    def recipe(self) -> dict[str, str]:
        """The digests behind the sound of the whole file."""
        body, *rest = (dataclasses.asdict(part.recipe) for part in self.parts)
        return {**body, "words": digest(rest), "joined": digest(versions("file"))}


@dataclass(frozen=True)
class Identity:
    """What the ledger has decided about an article for good."""

    guid: str
    slug: str
    number: int
    published: str
    """ISO 8601 with zone."""
    stem: str
    """Stem of this revision's file names: the slug, from the second revision on with a number."""
    updated: str | None = None
    before: Before | None = None
    """What was published of it last, if anything."""
