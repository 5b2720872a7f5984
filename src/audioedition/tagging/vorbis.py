"""Tags -> Ogg Opus: Vorbis comments with METADATA_BLOCK_PICTURE and CHAPTERxxx.

Standards: RFC 7845 section 5.2; wiki.xiph.org/VorbisComment and /Chapter_Extension.
"""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import Any

import mutagen
from mutagen import flac, id3, oggflac, oggopus, oggspeex, oggvorbis

from ..model import Chapter
from .fields import Tags, flat_chapters

_TEXTS = {
    "title": "TITLE",
    "album": "ALBUM",
    "date": "DATE",
    "genre": "GENRE",
    "publisher": "ORGANIZATION",
    "comment": "COMMENT",
    "transcript": "LYRICS",
    "description": "DESCRIPTION",
    "guid": "GUID",
    "url": "CONTACT",
    "feed": "PODCASTURL",
    "language": "LANGUAGE",
}


def write(path: Path, tags: Tags) -> None:
    """Replace the comments of `path`."""
    file: Any = oggopus.OggOpus(path)
    comments = file.tags
    comments.clear()
    for field, key in _TEXTS.items():
        if value := getattr(tags, field):
            comments[key] = value
    if tags.artists:
        comments["ARTIST"] = list(tags.artists)
    if tags.track:
        comments["TRACKNUMBER"] = str(tags.track)
        if tags.tracks:
            comments["TRACKTOTAL"] = str(tags.tracks)
    if tags.cover:
        picture = flac.Picture()
        picture.type = id3.PictureType.COVER_FRONT
        picture.mime = "image/png" if tags.cover.startswith(b"\x89PNG") else "image/jpeg"
        picture.data = tags.cover
        comments["METADATA_BLOCK_PICTURE"] = base64.b64encode(picture.write()).decode("ascii")
    for i, chapter in enumerate(flat_chapters(tags.chapters)):
        comments[f"CHAPTER{i:03}"] = _clock(chapter.start_ms)
        comments[f"CHAPTER{i:03}NAME"] = chapter.title
    file.save(padding=lambda info: 0)


def read(path: Path) -> Tags | None:
    """The tags of any Ogg file, None if it has none. Chapters come flat, the last one ending with the file."""
    kinds = [oggopus.OggOpus, oggvorbis.OggVorbis, oggflac.OggFLAC, oggspeex.OggSpeex]
    file: Any = mutagen.File(path, options=kinds)
    if file is None:
        raise ValueError("it is no Ogg file of a known kind")
    comments = file.tags
    if not comments:
        return None

    def text(key: str) -> str:
        return str((comments.get(key) or [""])[0])

    def number(key: str) -> int | None:
        digits = text(key).partition("/")[0]
        return int(digits) if digits.isdecimal() else None

    pictures = comments.get("METADATA_BLOCK_PICTURE") or []
    starts = []
    for key, values in comments.items():
        match = re.fullmatch(r"chapter(\d{3})", key, re.IGNORECASE)
        time = re.fullmatch(r"(\d+):(\d\d):(\d\d)(?:\.(\d{1,3}))?", values[0])
        if match and time:
            hours, minutes, seconds = map(int, time.groups()[:3])
            ms = int((time[4] or "0").ljust(3, "0"))
            starts.append((((hours * 60 + minutes) * 60 + seconds) * 1000 + ms, text(key + "NAME")))
    starts.sort(key=lambda s: s[0])
    ends = [*(s for s, _ in starts[1:]), round(file.info.length * 1000)]
    return Tags(
        artists=tuple(comments.get("ARTIST") or ()),
        track=number("TRACKNUMBER"),
        tracks=number("TRACKTOTAL"),
        podcast=bool(text("PODCASTURL")),
        cover=flac.Picture(base64.b64decode(pictures[0])).data if pictures else b"",
        chapters=tuple(Chapter(s, max(s, e), t) for (s, t), e in zip(starts, ends, strict=False)),
        **{field: text(key) for field, key in _TEXTS.items()},
    )


def _clock(ms: int) -> str:
    seconds, ms = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{ms:03}"
