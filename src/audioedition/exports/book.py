"""Episodes -> Book: which stories go into an export, in which order, and under which headings."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import ExportError
from ..facts.language_codes import language_code
from ..publishing import home, text
from ..publishing.words import Told, read_told

if TYPE_CHECKING:
    from ..model import Chapter, Episode
    from ..settings import EditionSettings

SPACE = uuid.UUID("6f1f3c1e-6a0d-5c55-9d6e-6b4f0f5a7f52")
"""Name space of the books' identifiers."""


@dataclass(frozen=True, slots=True)
class Story:
    """A finished story; its text is read when it is needed, so that a long book is never in memory as a whole."""

    number: int
    """From 1, in the order of the book."""
    title: str
    """One clean line."""
    authors: tuple[str, ...]
    language: str
    day: str
    """`2026-11-22`."""
    section: str
    """May be empty."""
    audio: Path
    media_type: str
    milliseconds: int
    words: Path
    chapters: tuple[Chapter, ...] = ()

    @property
    def name(self) -> str:
        """`s001`: stem of its files in the book."""
        return f"s{self.number:03d}"

    def told(self) -> Told:
        """Its lines with their times. Raises PublishingError when the words file has gone."""
        return read_told(self.words)


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the table of contents."""

    title: str
    level: int
    """From 1."""
    story: Story
    """The one it stands for, or the first below it."""
    own: bool
    """Whether it is the story's own heading, not one of a day or a section."""


@dataclass(frozen=True, slots=True)
class Book:
    """Stories in order, and what is said of them all."""

    title: str
    author: str
    language: str
    day: str
    """Of the newest story."""
    identifier: str
    """A URN that is the same for the same stories."""
    stories: tuple[Story, ...]
    cover: Path | None

    @property
    def milliseconds(self) -> int:
        return sum(story.milliseconds for story in self.stories)

    @property
    def by_day(self) -> bool:
        return len({story.day for story in self.stories}) > 1

    @property
    def by_section(self) -> bool:
        return any(story.section for story in self.stories)

    @property
    def depth(self) -> int:
        """Level of the stories' headings."""
        return 1 + self.by_day + self.by_section

    def headings(self) -> tuple[Heading, ...]:
        """Days (when there are several), sections (when there are any) and stories, in order."""
        out: list[Heading] = []
        day = section = None
        for story in self.stories:
            if self.by_day and story.day != day:
                out.append(Heading(story.day, 1, story, False))
                section = None
            if self.by_section and (story.section != section or section is None):
                out.append(Heading(story.section or "More stories", self.depth - 1, story, False))
            day, section = story.day, story.section
            out.append(Heading(story.title, self.depth, story, True))
        return tuple(out)


def book_of(episodes: Sequence[Episode], output: Path, edition: EditionSettings, days: int | None = None) -> Book:
    """The book of the newest `days` days; without, of the stories that an edition file holds.

    Newest day first; within a day the sections in the order in which they first come, and the stories as given.
    Raises ExportError when a story has no words file, as stories of older versions have none.
    """
    chosen = _chosen(episodes, edition.stories, days)
    title = text.title(edition.title, "Audio Edition")
    covers = (output / "artwork" / f"cover.{name}" for name in ("jpg", "png"))
    return Book(
        title=title,
        author=text.title(edition.author, title),
        language=language_code(edition.language) or "en",
        day=chosen[0].published[:10] if chosen else "",
        identifier=uuid.uuid5(SPACE, "\n".join([home(edition), *(f"{e.guid} {e.audio}" for e in chosen)])).urn,
        stories=tuple(_story(number, episode, output) for number, episode in enumerate(chosen, 1)),
        cover=next(filter(Path.is_file, covers), None),
    )


def _chosen(episodes: Sequence[Episode], most: int, days: int | None) -> list[Episode]:
    """The episodes of the newest `days` days, else the newest `most`, in the order of the book."""
    newest = sorted(episodes, key=lambda e: e.published, reverse=True)
    if days is None:
        newest = newest[:most]
    elif newest:
        first = (date.fromisoformat(newest[0].published[:10]) - timedelta(days=days - 1)).isoformat()
        newest = [e for e in newest if e.published[:10] >= first]
    wanted = {e.guid for e in newest}
    chosen = [e for e in episodes if e.guid in wanted]
    sections = {section: n for n, section in enumerate(dict.fromkeys(e.section or "" for e in chosen))}
    chosen.sort(key=lambda e: sections[e.section or ""])
    chosen.sort(key=lambda e: e.published[:10], reverse=True)
    return chosen


def _story(number: int, episode: Episode, output: Path) -> Story:
    audio = output / episode.audio
    if not episode.words or not (output / episode.words).is_file() or not audio.is_file():
        raise ExportError("its words or its sound are not there", article=episode.source, remedy="build it again")
    return Story(
        number=number,
        title=text.title(episode.title, episode.slug),
        authors=tuple(name for n in episode.authors if (name := text.person(n))),
        language=language_code(episode.language) or "en",
        day=episode.published[:10],
        section=text.title(episode.section or "", ""),
        audio=audio,
        media_type=episode.media_type,
        milliseconds=episode.duration_ms,
        words=output / episode.words,
        chapters=episode.chapters,
    )
