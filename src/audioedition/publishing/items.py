"""Episode -> Item: the episode as feeds, playlists and pages show it, every text cleaned, every file looked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from ..errors import PublishingError
from ..facts.language_codes import language_code
from . import text

if TYPE_CHECKING:
    from ..model import Episode

_ADDRESS = re.compile(r"https?://[^\s/?#\"'<>\\^`{|}]+[!#-;=?-\[\]_a-z~]*")


@dataclass(frozen=True, slots=True)
class Item:
    """One story, ready to be written. Paths are POSIX, relative to the output folder, and of files that exist."""

    guid: str
    slug: str
    title: str
    description: str
    """Plain text: summary, and the correction note if there is one."""
    published: datetime
    updated: datetime | None
    day: str
    """`2026-11-22`, where it was published."""
    language: str
    section: str
    """May be empty."""
    authors: tuple[str, ...]
    speakers: tuple[str, ...]
    original: str | None
    """Web address of the article."""
    audio: str
    media_type: str
    size: int
    """Bytes."""
    seconds: int
    """Decoded length, at least 1."""
    picture: str | None
    transcripts: tuple[str, ...]
    chapter_file: str | None
    words: str | None = None
    page: str | None = None
    place: str | None = None
    """Where it was filed."""
    soundbite: tuple[int, int, str] | None = None
    """(start_ms, duration_ms, title)."""
    picture_alt: str = ""
    note: str = ""
    """That it was corrected, or what it lacks; the description ends with it."""
    chapters: tuple[tuple[int, str], ...] = ()
    """(start_ms, title), where there is more than one."""

    @property
    def files(self) -> tuple[str, ...]:
        beside = (self.chapter_file, self.picture, self.words, self.page)
        return (self.audio, *self.transcripts, *(path for path in beside if path))


def item(episode: Episode, there: Mapping[str, int], language: str) -> Item | None:
    """The episode with what is there of its files; None when its sound is not.

    there: path -> bytes of the files of the output folder. language: of the edition, where the episode's is no code.
    """
    size = there.get(episode.audio)
    if not size:
        return None
    title = text.title(episode.title, episode.slug)
    published = moment(episode.published, episode.source)
    authors = _names(episode.authors)

    def found(path: str | None) -> str | None:
        return path if path in there else None

    return Item(
        guid=text.clean(episode.guid),
        slug=episode.slug,
        title=title,
        description=_description(episode) or title,
        published=published,
        updated=moment(episode.updated, episode.source) if episode.updated else None,
        day=published.date().isoformat(),
        language=language_code(episode.language) or language,
        section=text.title(episode.section or "", ""),
        authors=authors,
        speakers=tuple(n for n in _names(episode.speakers) if n not in authors),
        original=address(episode.url),
        audio=episode.audio,
        media_type=episode.media_type,
        size=size,
        seconds=max(1, round(episode.duration_ms / 1000)),
        picture=found(episode.picture),
        transcripts=tuple(filter(found, episode.transcripts)),
        chapter_file=found(episode.chapter_file),
        words=found(episode.words),
        page=found(episode.page),
        place=text.person(episode.place or "") or None,
        soundbite=_soundbite(episode),
        picture_alt=text.title(episode.picture_alt, ""),
        note=_note(episode),
        chapters=_chapters(episode),
    )


def _soundbite(episode: Episode) -> tuple[int, int, str] | None:
    if not episode.soundbite:
        return None
    start, length, whose = episode.soundbite
    return start, length, text.person(whose)


def _chapters(episode: Episode) -> tuple[tuple[int, str], ...]:
    """None where there is but one."""
    chapters = tuple((c.start_ms, text.title(c.title)) for c in episode.chapters)
    return chapters if len(chapters) > 1 else ()


def address(url: str | None) -> str | None:
    """The web address of an article, or None where it is none."""
    url = (url or "").strip()
    return url if _ADDRESS.fullmatch(url) else None


def _names(found: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for n in found if (name := text.person(n)))) if found else ()


def _note(episode: Episode) -> str:
    """That and when the story was corrected, or what an edition lacks; may be empty."""
    told = []
    if episode.updated:
        at = moment(episode.updated, episode.source)
        told.append(f"Updated {at.date().isoformat()}, {at:%H:%M}.")
    if episode.correction:
        told.append(text.clean(episode.correction))
    return text.cut_bytes(" ".join(told), text.DESCRIPTION_BYTES // 2 - 1)


def _description(episode: Episode) -> str:
    """The summary, then the note."""
    summary, note = text.clean(episode.summary), _note(episode)
    if not note:
        return text.cut_bytes(summary)
    return f"{text.cut_bytes(summary, text.DESCRIPTION_BYTES // 2)} {note}".strip()


def moment(iso: str, article: str = "", zone: tzinfo = UTC) -> datetime:
    """An ISO 8601 date, or date and time, in whole seconds; one that names no zone is in `zone`.

    Raises PublishingError, naming the article, for anything else.
    """
    try:
        at = datetime.fromisoformat(iso)
        if not 1 < at.year < 9999:  # where a zone could lead out of the calendar; 0001-01-01 is some systems' "none"
            raise ValueError(f"year {at.year}")
    except ValueError as e:
        raise PublishingError(f"{iso!r} is not a date", article=article, remedy="write it as 2026-11-22T08:30") from e
    if at.tzinfo and not at.microsecond:
        return at
    return at.replace(microsecond=0, tzinfo=at.tzinfo or zone)
