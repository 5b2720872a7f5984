"""Book -> a USB stick for players that know no more than file names: numbered MP3s, a playlist, a folder a section.

Talking newspapers post such sticks. Names are ASCII and safe on FAT; every track begins with its spoken title, because
an episode does.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

from ..errors import ExportError
from ..publishing import slugs
from .book import Book, Story
from .package import folder

MOST = 999
"""Files that simple players count up to."""
CLUSTER = 32_768
"""Bytes of FAT32's largest usual cluster: a file takes whole ones."""
NAME = 48
"""Characters of a file's title."""


def write(book: Book, path: Path, megabytes: float) -> tuple[str, ...]:
    """Fill the folder `path` with as many stories as fit; returns the titles of the last ones, that don't."""
    kept, room = 0, megabytes * 1e6 - 8 * CLUSTER
    needed = 0
    for story in book.stories[:MOST]:
        size = -(-story.audio.stat().st_size // CLUSTER) * CLUSTER
        if needed + size > room:
            break
        needed += size
        kept += 1
    if not kept:
        raise ExportError(f"not one story fits into {megabytes:g} MB", remedy="give more room with --size")
    left_out = tuple(story.title for story in book.stories[kept:])
    book = dataclasses.replace(book, stories=book.stories[:kept])
    names = [_name(book, story) for story in book.stories]
    with folder(path, needed) as package:
        for story, name in zip(book.stories, names, strict=True):
            package.copy(name, story.audio)
        package.add("000-all.m3u", "\r\n".join(["#EXTM3U", *names, ""]))
    return left_out


def _name(book: Book, story: Story) -> str:
    """`2026-11-22/news/001-ferry-back.mp3`."""
    title = slugs.ascii_words(story.title)[:NAME].strip("-") or "story"
    day = [story.day] if book.by_day else []
    section = [slugs.ascii_words(story.section)[:NAME].strip("-") or "more"] if book.by_section else []
    return "/".join([*day, *section, f"{story.number:03d}-{title}.mp3"])
