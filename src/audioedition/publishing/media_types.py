"""A published file -> the media type that players and shops expect of it."""

from __future__ import annotations

from pathlib import Path

from ..model.formats import FORMATS

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".m3u8": "application/vnd.apple.mpegurl",
    ".opml": "text/x-opml; charset=utf-8",
    ".png": "image/png",
    ".srt": "application/x-subrip; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/rss+xml; charset=utf-8",
    **{format.suffix: format.media_type for format in FORMATS.values()},
}
"""Ending -> media type. Chapters and JSON Feed have types of their own, by folder and name."""


def media_type(path: Path) -> str:
    """The media type a podcast host gives a file of an output folder."""
    if path.suffix == ".json" and path.parent.name == "chapters":
        return "application/json+chapters"
    if path.suffix == ".json" and path.name.startswith(("feed", "editions")):
        return "application/feed+json"
    return TYPES.get(path.suffix.lower(), "application/octet-stream")
