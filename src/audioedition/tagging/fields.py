"""What tags hold, whatever the container: the `Tags` record, text made safe, chapters made flat."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from ..covers.artwork import for_tag
from ..facts.language_codes import three_letters
from ..model import Chapter

TITLE_LIMIT = 250
"""Characters of a one-line field. Apple's software shows 255 at most."""
TEXT_LIMIT = 4000
"""Characters of comment and description."""
URL_LIMIT = 2000
"""Characters of an address; a longer one is left out, for half an address leads nowhere."""
MOST_ARTISTS = 50
CHAPTER_LIMIT = 255
"""The counts of a CTOC frame and of a chpl atom are one byte each."""
CHAPTER_TITLE_LIMIT, CHAPTER_TITLE_BYTES = 200, 255
"""Characters of a chapter's title, and its bytes in UTF-8: a chpl atom counts those in one byte too."""


@dataclass(frozen=True, slots=True)
class Tags:
    """Everything a player can show about one file. Empty fields are not written."""

    title: str
    artists: tuple[str, ...] = ()
    """Bylines, else who publishes the edition, else the edition's title: players show "Unknown" where nobody stands."""
    album: str = ""
    """The edition's title."""
    track: int | None = None
    """Position in the edition, from 1."""
    tracks: int | None = None
    date: str = ""
    """ISO 8601 date, or date and time."""
    language: str = ""
    """BCP 47 or ISO 639 code; written as ISO 639-2 (`eng`)."""
    genre: str = "Podcast"
    publisher: str = ""
    comment: str = ""
    """The disclosure that the voices are synthetic."""
    transcript: str = ""
    """Reading form: plain paragraphs."""
    url: str = ""
    """Address of the original article."""
    description: str = ""
    guid: str = ""
    feed: str = ""
    """Address of the podcast feed; with it, iTunes files the episode under its podcast."""
    podcast: bool = True
    cover: bytes = dataclasses.field(default=b"", repr=False)
    """A picture as JPEG (PNG is kept as it is)."""
    chapters: tuple[Chapter, ...] = ()
    """In time order; a story's sections are its children."""


def cleaned(tags: Tags) -> Tags:
    """The tags as every container can hold them: safe text of bounded length, ASCII addresses, a small cover.

    Only the transcript keeps its length. Raises TaggingError if the cover is no picture.
    """
    return dataclasses.replace(
        tags,
        title=one_line(tags.title),
        artists=tuple(a for a in map(one_line, tags.artists[:MOST_ARTISTS]) if a),
        album=one_line(tags.album),
        date=one_line(tags.date),
        language=three_letters(tags.language) if tags.language else "",
        genre=one_line(tags.genre),
        publisher=one_line(tags.publisher),
        comment=multi_line(tags.comment)[:TEXT_LIMIT],
        transcript=multi_line(tags.transcript),
        url=ascii_url(tags.url),
        description=one_line(tags.description, TEXT_LIMIT),
        guid=one_line(tags.guid, 4 * TITLE_LIMIT),
        feed=ascii_url(tags.feed),
        cover=for_tag(tags.cover) if tags.cover else b"",
    )


def one_line(text: str, limit: int = TITLE_LIMIT) -> str:
    """`text` without line breaks, control characters and lone surrogates, cut at a word to `limit` characters.

    Round trip law: reading a title back from a file gives `one_line(title)`.
    """
    # A text of megabytes is cut before it is cleaned: no more than the first few thousand characters can matter.
    line = " ".join(multi_line(text[: 20 * limit]).split())
    if len(line) <= limit and len(text) <= 20 * limit:
        return line
    head = line[: limit - 1]
    space = head.rfind(" ", limit // 2)
    head = head[:space] if space > 0 else head
    while head and unicodedata.combining(line[len(head) : len(head) + 1] or "a"):
        head = head[:-1]
    return head.rstrip(" ,;:-–—") + "…"


def chapter_title(text: str) -> str:
    """`text` as every container can hold it as a chapter's title: a line of bounded length, never empty."""
    title = one_line(text, CHAPTER_TITLE_LIMIT) or "…"
    data = title.encode()
    if len(data) <= CHAPTER_TITLE_BYTES:
        return title
    return one_line(title, len(data[: CHAPTER_TITLE_BYTES - len("…".encode())].decode("utf-8", "ignore")))


def multi_line(text: str) -> str:
    """`text` with line feeds as the only control characters, and U+FFFD for what is no character (lone surrogates)."""
    if text.isprintable():  # nothing of what follows is in it
        return text.strip()
    text = re.sub(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text)
    text = re.sub(r"[\ud800-\udfff\ufffe\uffff]", "\ufffd", text)
    text = re.sub(r"\t", " ", text)
    return re.sub(r"[\x00-\x09\x0e-\x1f\x7f-\x9f\ufeff]", "", text).strip()


def flat_chapters(chapters: tuple[Chapter, ...], limit: int = CHAPTER_LIMIT) -> tuple[Chapter, ...]:
    """The chapters as one list in time order that tiles their time: a story lasts until its first section begins.

    A section that starts with its story is left out (the story's title stands for both). Above `limit` chapters, the
    sections go first, then the last chapters are merged into one.
    """
    flat = _tiled(list(_walk(chapters)))
    if len(flat) > limit:
        flat = _tiled([dataclasses.replace(c, children=()) for c in chapters])
    if len(flat) > limit:
        rest = flat[limit - 1 :]
        flat = [*flat[: limit - 1], Chapter(rest[0].start_ms, rest[-1].end_ms, f"{rest[0].title} (+ {len(rest) - 1})")]
    return tuple(flat)


def _walk(chapters: tuple[Chapter, ...]) -> Iterator[Chapter]:
    for chapter in chapters:
        yield dataclasses.replace(chapter, children=())
        yield from _walk(chapter.children)


def _tiled(chapters: list[Chapter]) -> list[Chapter]:
    out: list[Chapter] = []
    for chapter in sorted(chapters, key=lambda c: c.start_ms):
        if out and chapter.start_ms == out[-1].start_ms:
            out[-1] = dataclasses.replace(out[-1], end_ms=max(out[-1].end_ms, chapter.end_ms))
            continue
        if out and out[-1].end_ms > chapter.start_ms:
            out[-1] = dataclasses.replace(out[-1], end_ms=chapter.start_ms)
        out.append(chapter)
    return [dataclasses.replace(c, title=chapter_title(c.title)) for c in out]


def ascii_url(url: str) -> str:
    """`url` in ASCII, as URL frames want it: other characters percent-encoded, white space and controls dropped."""
    url = quote(re.sub(r"[\x00-\x20\x7f\ud800-\udfff]", "", url[:URL_LIMIT]), safe="!#$%&'()*+,/:;=?@[]~")
    return url if len(url) < URL_LIMIT else ""
