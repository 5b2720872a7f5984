"""Stories that say the same: which of them is the story, and which are its copies, passed over and told.

A newsroom's folder holds a story twice without anybody's wish: `story (1).docx`, `Copy of story.docx`, yesterday's in
`archive/`, the Word file and its PDF. By its words one is the other's; what has been published stays the story. Where
only nearly all words are the same, one may be a correction of the other: both are made, and a line says so.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from .names import stem, within
from .planning import source_name
from .rows import Copy, Row
from .sketches import Sketched, sketch

if TYPE_CHECKING:
    from ..episode.prepared import Prepared
    from ..reading import Source

_PRINTED = (".pdf",)
"""Endings of what is made of a document, and never written."""
NEAR = "says nearly the same as {}: if one of them is out of date, remove it"
SAME = "says the same as {}, and both are published: remove one of them"


class Original(NamedTuple):
    """The story that others are copies of."""

    name: str
    guid: str
    date: str | None
    """As its source gives it."""

    def copy(self, name: str, source_digest: str = "", script_digest: str = "") -> Copy:
        """The article called `name` as a copy of this one."""
        return Copy(name, self.name, self.guid, source_digest, script_digest)


class Copies:
    """The stories whose files are there: those of earlier builds, and those that this one has met.

    rows: what the ledger knows; there: names of the sources there are.
    """

    def __init__(self, rows: Iterable[Row], there: Container[str]) -> None:
        self._by_words: dict[str, list[Original]] = {}
        self._sketched = Sketched()
        self._by_name: dict[str, Original] = {}
        self._paired: set[str] = set()
        """Stories that are nearly the same as another, and that it was said of."""
        for row in rows:
            if row.episode_json and source_name(row.name) in there:
                self._add(Original(row.name, row.guid, row.stated), row.text_digest, row.sketch)

    def original(self, story: Prepared, row: Row | None) -> Original | None:
        """The story that this one is a copy of; `row` is what the ledger knows of it. None for one that is published
        itself, has been edited, or has another date than others of its kind that say the same."""
        if (row and row.episode) or story.script.edits:
            return None
        own = {row.name} if row else set()
        return self._same(story, own) or self._document(story, own)

    def met(self, story: Prepared, row: Row | None, guid: str = "") -> str:
        """A story is made: what there is to be said about another that is like it, in a line; empty for nothing."""
        drawn = sketch(story.script.article.text)
        own = {story.name, row.name} if row else {story.name}
        same, near = self._same(story, own), self._sketched.like(drawn, own)
        third = near in self._paired  # of one form, as tides and results are: none is another's correction
        self._paired |= {near, story.name} if near else set()
        article = story.script.article
        self._add(Original(story.name, guid or (row.guid if row else ""), article.published), story.text_digest, drawn)
        return SAME.format(same.name) if same else NEAR.format(near) if near and not third else ""

    def _document(self, story: Prepared, own: Container[str]) -> Original | None:
        """The document that a story in a format for print was made of: beside it, under its name, nearly the same. What
        its pages have in addition, heads and feet, makes no other story of it."""
        if _ending(story.name) not in _PRINTED:
            return None
        found = self._by_name.get(self._sketched.like(sketch(story.script.article.text), own))
        return found if found and _without_ending(found.name) == _without_ending(story.name) else None

    def _same(self, story: Prepared, own: Container[str]) -> Original | None:
        date, kind = (story.script.article.published or "")[:10], _ending(story.name)
        for key in story.text_digest.split():
            for found in self._by_words.get(key, ()):
                theirs = (found.date or "")[:10]
                differs = date and theirs and date != theirs and kind == _ending(found.name)
                if found.name not in own and not differs:
                    return found
        return None

    def _add(self, found: Original, text_digest: str, drawn: str) -> None:
        for key in text_digest.split():
            self._by_words.setdefault(key, []).append(found)
        self._sketched.add(found.name, drawn)
        self._by_name[found.name] = found


def in_turn(sources: Iterable[Source]) -> list[Source]:
    """The order in which sources are looked at: of two that say the same the first is the story. What lies higher
    comes first, what was written before what was made of it, and `story` before `story (1)` and `Copy of story`."""
    sources = list(sources)
    stems = {stem(source.name) for source in sources if source.path}

    def turn(source: Source) -> tuple[int, bool, bool]:
        called_after = bool(source.path) and any(part in stems for part in within(stem(source.name)))
        return _depth(source), _ending(source.name) in _PRINTED, called_after

    return sorted(sources, key=turn)


def _ending(name: str) -> str:
    return PurePosixPath(source_name(name)).suffix.lower()


def _without_ending(name: str) -> str:
    return source_name(name).removesuffix(PurePosixPath(source_name(name)).suffix)


def _depth(source: Source) -> int:
    return source.name.count("/") if source.path else 0
