"""What has been built -> what other listeners use: talking books, sticks, audiobooks. Nothing is encoded again.

book.py       which stories, in which order, under which headings
clips.py      which stretch of a sound file says which line or word
package.py    a zip file or a folder that is there whole or not at all
epub.py, daisy202.py, daisy3.py, stick.py, audiobook.py     one kind each
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import ExportError, UsageError
from ..publishing import slugs
from .book import Book, book_of

if TYPE_CHECKING:
    from ..model import Episode
    from ..settings import EditionSettings

KINDS = ("epub", "daisy202", "daisy3", "stick", "audiobook")
MP3_ONLY = ("daisy202", "daisy3", "stick")
"""What players of these kinds play."""
SUFFIX = {"epub": ".epub", "audiobook": ".lpf"}


@dataclass(frozen=True, slots=True)
class Export:
    """What is asked for."""

    kind: str
    path: Path | None = None
    """File or folder to make; None = named after the edition, in the current folder."""
    days: int | None = None
    """The newest so many days, an edition each; None = what is in the newest edition."""
    words: bool = False
    """EPUB: every word can be lit, not only every sentence."""
    megabytes: float = 512.0
    """Stick: room on it."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was made."""

    path: Path
    stories: int
    milliseconds: int
    left_out: tuple[str, ...] = ()
    """Titles of the stories that did not fit."""


def export(wanted: Export, episodes: Sequence[Episode], output: Path, edition: EditionSettings) -> Exported:
    """Make what is wanted of `episodes` (in reading order), whose files lie in `output`.

    Raises UsageError for a target that holds other things, ExportError for what cannot be made or written.
    """
    book = book_of(episodes, output, edition, wanted.days)
    if not book.stories:
        raise ExportError("nothing has been built yet", remedy="run `audioedition build` first")
    others = [story for story in book.stories if story.media_type != "audio/mpeg"]
    if wanted.kind in MP3_ONLY and others:
        remedy = 'set format = "mp3" in edition.toml [files], and build again'
        raise ExportError(f"{wanted.kind} needs MP3 files, and {others[0].audio.name} is none", remedy=remedy)
    path = wanted.path or Path(f"{slugs.ascii_words(book.title) or 'edition'}-{book.day}{_ending(wanted.kind)}")
    left_out = _write(wanted, book, path)
    there = book.stories[: len(book.stories) - len(left_out)]
    return Exported(path, len(there), sum(story.milliseconds for story in there), left_out)


def _ending(kind: str) -> str:
    return SUFFIX.get(kind, f"-{kind}")


def _write(wanted: Export, book: Book, path: Path) -> tuple[str, ...]:
    """Make it; the titles of the last stories, those that did not fit."""
    if wanted.kind == "stick":
        from . import stick

        return stick.write(book, path, wanted.megabytes)
    if wanted.kind == "epub":
        from . import epub

        epub.write(book, path, wanted.words)
    elif wanted.kind == "daisy202":
        from . import daisy202

        daisy202.write(book, path)
    elif wanted.kind == "daisy3":
        from . import daisy3

        daisy3.write(book, path)
    elif wanted.kind == "audiobook":
        from . import audiobook

        audiobook.write(book, path)
    else:
        raise UsageError(f"there is no export {wanted.kind!r}", remedy=f"choose one of {', '.join(KINDS)}")
    return ()
