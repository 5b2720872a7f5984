"""Book -> a W3C Audiobook in a package of its own (LPF), or an M4B.

https://www.w3.org/TR/audiobooks/, https://www.w3.org/TR/lpf/. The target's name decides: `.m4b` is one file with a
chapter a story, for audiobook players; anything else is a zip file of sound, text and `publication.json`.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from ..errors import ExportError
from ..model import Chapter
from ..publishing.markup import attribute
from .book import Book, Story
from .clips import pieces
from .package import zipped


def write(book: Book, path: Path) -> None:
    """Make the audiobook at `path`."""
    if path.suffix.lower() == ".m4b":
        _m4b(book, path)
        return
    with zipped(path, book.day, sum(story.audio.stat().st_size for story in book.stories)) as package:
        package.add("publication.json", json.dumps(_manifest(book), ensure_ascii=False, indent=1) + "\n")
        package.add("index.html", _contents(book))
        for story in book.stories:
            package.copy(f"audio/{_sound(story)}", story.audio)
            package.add(f"text/{story.name}.html", _text(story))
        if book.cover:
            package.copy(f"cover{book.cover.suffix}", book.cover)


def _sound(story: Story) -> str:
    return f"{story.name}{story.audio.suffix}"


def _duration(milliseconds: int) -> str:
    return f"PT{milliseconds / 1000:.3f}S"


def _manifest(book: Book) -> dict[str, Any]:
    resources: list[dict[str, Any]] = [
        {"type": "LinkedResource", "url": "index.html", "encodingFormat": "text/html", "rel": "contents"}
    ]
    if book.cover:
        kind = "image/png" if book.cover.suffix == ".png" else "image/jpeg"
        url = f"cover{book.cover.suffix}"
        resources.append({"type": "LinkedResource", "url": url, "encodingFormat": kind, "rel": "cover"})
    return {
        "@context": ["https://schema.org", "https://www.w3.org/ns/pub-context"],
        "conformsTo": "https://www.w3.org/TR/audiobooks/",
        "type": "Audiobook",
        "id": book.identifier,
        "name": f"{book.title}, {book.day}",
        "author": [{"type": "Organization", "name": book.author}],
        "readBy": [{"type": "Organization", "name": "Synthetic voices"}],
        "publisher": [{"type": "Organization", "name": book.author}],
        "inLanguage": [book.language],
        "datePublished": book.day,
        "dateModified": book.day,
        "duration": _duration(book.milliseconds),
        "accessMode": ["auditory", "textual"],
        "accessModeSufficient": [
            {"type": "ItemList", "itemListElement": ["auditory"]},
            {"type": "ItemList", "itemListElement": ["textual"]},
        ],
        "accessibilityFeature": ["tableOfContents", "readingOrder", "transcript"],
        "accessibilityHazard": ["none"],
        "readingOrder": [
            {
                "type": "LinkedResource",
                "url": f"audio/{_sound(story)}",
                "encodingFormat": story.media_type,
                "name": story.title,
                "duration": _duration(story.milliseconds),
                "alternate": [
                    {"type": "LinkedResource", "url": f"text/{story.name}.html", "encodingFormat": "text/html"}
                ],
            }
            for story in book.stories
        ],
        "resources": resources,
    }


def _contents(book: Book) -> str:
    level, out = 0, []
    for heading in book.headings():
        out.append("<ol>" * (heading.level - level) or "</li>" + "</ol></li>" * (level - heading.level))
        level = heading.level
        out.append(f'<li><a href="audio/{_sound(heading.story)}">{attribute(heading.title)}</a>')
    out.append("</li></ol>" * level)
    return (
        f'<!DOCTYPE html>\n<html lang="{book.language}">\n<head><meta charset="utf-8"><title>{attribute(book.title)}'
        '</title><link rel="publication" href="publication.json"></head>\n<body>\n<nav role="doc-toc">\n'
        f"<h1>{attribute(book.title)}</h1>\n" + "".join(out) + "\n</nav>\n</body>\n</html>\n"
    )


def _text(story: Story) -> str:
    body = [
        f'<{"h1" if piece.kind == "headline" else "p"} class="{piece.kind}" dir="auto">{piece.html}'
        f"</{'h1' if piece.kind == 'headline' else 'p'}>"
        for piece in pieces(story.told(), lambda name, heard: f'<span id="{name}">', "</span>")
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="{story.language}">\n<head><meta charset="utf-8"><title>{attribute(story.title)}'
        "</title></head>\n<body>\n" + "\n".join(body) + "\n</body>\n</html>\n"
    )


def _m4b(book: Book, path: Path) -> None:
    """The stories' AAC packets in one file, a chapter a story."""
    others = [story for story in book.stories if story.media_type != "audio/mp4"]
    if others:
        raise ExportError(
            f"an M4B holds AAC, and {others[0].audio.name} is none; nothing is encoded again",
            remedy='set format = "m4b" in edition.toml [files] and build again, or make a .lpf',
        )
    beside = path.with_name(f".{os.getpid()}-{path.name}")
    try:
        _join(book, beside)
        beside.replace(path)
    except OSError as e:
        raise ExportError(f"{path} could not be written: {e.strerror or e}", remedy="make room, or use -o") from e
    finally:
        beside.unlink(missing_ok=True)


def _join(book: Book, path: Path) -> None:
    from .. import tagging
    from ..covers import artwork
    from ..sound import joining

    joined = joining.join([story.audio for story in book.stories], path)
    ends = [*joined.offsets_ms[1:], joined.duration_ms]
    chapters = tuple(
        Chapter(start if n else 0, end, story.title)
        for n, (story, start, end) in enumerate(zip(book.stories, joined.offsets_ms, ends, strict=True))
    )
    tagging.write_tags(
        path,
        tagging.Tags(
            title=f"{book.title}, {book.day}",
            artists=(book.author,),
            album=book.title,
            date=book.day,
            language=book.language,
            publisher=book.author,
            comment="The voices are synthetic.",
            cover=artwork.for_tag(book.cover.read_bytes()) if book.cover else b"",
            chapters=chapters,
        ),
    )
