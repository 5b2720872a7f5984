"""What is heard: the sound of one utterance, and a finished story as the outside world sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Clip:
    """The sound of one utterance, mono, the engine's own leading and trailing silence trimmed."""

    samples: NDArray[np.float32] = field(repr=False)
    """Shape (n,), full scale = 1.0."""
    rate: int
    """Hertz."""
    words: tuple[tuple[int, int, float, float], ...] = ()
    """(start, end, from_s, to_s): offsets in the utterance's spoken text and the seconds within the clip."""

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.rate


@dataclass(frozen=True, slots=True)
class Chapter:
    """A named stretch of an audio file."""

    start_ms: int
    end_ms: int
    title: str
    children: tuple[Chapter, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """When one line is heard: the material of transcripts."""

    start_ms: int
    end_ms: int
    text: str
    speaker: str
    """Display name: the narrator's title, or the person quoted."""
    role: str
    words: tuple[tuple[int, int, int, int], ...] = ()
    """(start_ms, end_ms, first, last) of every spoken word; offsets in `text`, shared by words written as one."""
    line: int = -1
    """Index of the line in its part, where it is one."""


@dataclass(frozen=True, slots=True)
class Episode:
    """One finished story as the outside world sees it: the material of feeds, playlists and the edition file.

    File fields are POSIX paths relative to the output folder.
    """

    guid: str
    """Never changes, whatever happens to title, file name or sound."""
    slug: str
    """Stem of all its files: a-z, 0-9 and hyphens."""
    title: str
    published: str
    """ISO 8601 date and time with zone."""
    audio: str
    """`episodes/SLUG.mp3`."""
    media_type: str
    """`audio/mpeg`, `audio/mp4` or `audio/ogg`."""
    size: int
    """Bytes."""
    duration_ms: int
    """Decoded length."""
    language: str = "en"
    authors: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    """Names of the people quoted in a voice, in order of appearance."""
    summary: str = ""
    """Deck, else the first sentences: plain text."""
    section: str | None = None
    url: str | None = None
    source: str = ""
    """`Article.name`."""
    updated: str | None = None
    """ISO 8601 date and time with zone of the last correction; None when the story is as first published."""
    correction: str | None = None
    """Text of a correction note, if there is one."""
    number: int | None = None
    """Track or episode number within the edition, from 1."""
    picture: str | None = None
    """`artwork/SLUG.jpg`, where the story has a picture of its own."""
    picture_stamp: str = ""
    """What that was made from: see `pictures.stamp`."""
    transcripts: tuple[str, ...] = ()
    """`transcripts/SLUG.vtt`, `.srt`."""
    words: str | None = None
    """`words/SLUG.json`: every word's time and place, see publishing/words.py."""
    page: str | None = None
    """`stories/SLUG.html`."""
    place: str | None = None
    """Where the story was filed, as its dateline says it."""
    soundbite: tuple[int, int, str] | None = None
    """(start_ms, duration_ms, whose words): a stretch worth hearing by itself."""
    picture_alt: str = ""
    """What the picture shows, as its caption says it."""
    chapter_file: str | None = None
    """`chapters/SLUG.json`."""
    chapters: tuple[Chapter, ...] = ()
