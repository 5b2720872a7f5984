"""The output folder -> HTTP on this machine: a static server that does what Apple asks of a podcast host.

HEAD, byte ranges (RFC 9110, section 14), ETag and Last-Modified with 304 (section 13). To listen to an edition on one's
own devices and to try a feed before it is put on a real server; not made for the open internet.
"""

from __future__ import annotations

import os
import re
from email.utils import formatdate, parsedate_to_datetime
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from ..errors import PublishingError

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".m3u8": "application/vnd.apple.mpegurl",
    ".m4a": "audio/mp4",
    ".m4b": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".opml": "text/x-opml; charset=utf-8",
    ".opus": "audio/ogg",
    ".png": "image/png",
    ".srt": "application/x-subrip; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/rss+xml; charset=utf-8",
}
"""Ending -> media type. Chapters and JSON Feed have types of their own, by folder and name."""
_BLOCK = 1 << 16
_RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)


def server(folder: Path, port: int = 0, host: str = "127.0.0.1") -> ThreadingHTTPServer:
    """A server that listens already, for `serve_forever`; port 0 takes a free one (`server_address`).

    Raises PublishingError when folder or port cannot be had.
    """
    if not folder.is_dir():
        raise PublishingError(f"{folder} is no folder", remedy="run `audioedition build` first, or name the folder")
    try:
        return ThreadingHTTPServer((host, port), partial(_Handler, root=folder.resolve()))
    except (OSError, OverflowError) as e:
        raise PublishingError(
            f"port {port} of {host} cannot be used: {getattr(e, 'strerror', None) or e}",
            remedy="choose another with --port",
        ) from e


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30

    def __init__(self, *args: object, root: Path) -> None:
        self.root = root
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self._answer(body=True)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def _answer(self, body: bool) -> None:
        path = self._path()
        if path is None:
            return self._fail(HTTPStatus.NOT_FOUND, body)
        if path.is_dir():
            asked = urlsplit(self.path).path
            if not asked.endswith("/"):
                return self._redirect("/" + asked.strip("/") + "/")
            path /= "index.html"
        try:
            with path.open("rb") as f:
                self._send(path, f, body)
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError):
            self._fail(HTTPStatus.NOT_FOUND, body)
        except (ConnectionError, TimeoutError):
            self.close_connection = True
        return None

    def _path(self) -> Path | None:
        """The file asked for; None for anything outside the folder and for hidden files."""
        asked = unquote(urlsplit(self.path).path, errors="surrogateescape")
        parts = [p for p in asked.split("/") if p]
        if any(p.startswith(".") or re.search(r"[\\:\x00]", p) for p in parts):
            return None
        path = self.root.joinpath(*parts)
        try:
            return path if path.resolve().is_relative_to(self.root) else None
        except (OSError, ValueError):
            return None

    def _send(self, path: Path, f: BinaryIO, body: bool) -> None:
        found = os.fstat(f.fileno())
        size = found.st_size
        etag = f'"{found.st_mtime_ns:x}-{size:x}"'
        if self._is_current(etag, found.st_mtime):
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self._head(etag, found.st_mtime)
            return self.end_headers()
        span = self._span(size, etag, found.st_mtime)
        if span is None:
            self.send_response(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            self.send_header("Content-Range", f"bytes */{size}")
            self.send_header("Content-Length", "0")
            return self.end_headers()
        start, end = span
        partial_ = (start, end) != (0, size)
        self.send_response(HTTPStatus.PARTIAL_CONTENT if partial_ else HTTPStatus.OK)
        self._head(etag, found.st_mtime)
        self.send_header("Content-Type", media_type(path))
        self.send_header("Content-Length", str(end - start))
        if partial_:
            self.send_header("Content-Range", f"bytes {start}-{end - 1}/{size}")
        self.end_headers()
        if body:
            f.seek(start)
            left = end - start
            while left and (block := f.read(min(_BLOCK, left))):
                self.wfile.write(block)
                left -= len(block)
            if left:  # the file was cut short while it was read
                self.close_connection = True
        return None

    def _is_current(self, etag: str, mtime: float) -> bool:
        """Whether the client has this very file (RFC 9110, 13.2.2: If-None-Match goes before If-Modified-Since)."""
        tags = self.headers.get("If-None-Match")
        if tags is not None:
            return tags.strip() == "*" or etag in (t.strip().removeprefix("W/") for t in tags.split(","))
        since = self.headers.get("If-Modified-Since")
        return since is not None and _is_at_least(since, mtime)

    def _span(self, size: int, etag: str, mtime: float) -> tuple[int, int] | None:
        """First byte and end of what to send: all of it without a range; None for a range that lies outside."""
        everything = (0, size)
        asked = _RANGE.fullmatch((self.headers.get("Range") or "").strip())
        if not asked or asked[0] == "bytes=-":
            return everything
        unless = self.headers.get("If-Range")
        if unless is not None and unless.strip() != etag and not _is_exactly(unless, mtime):
            return everything
        if not asked[1]:
            length = int(asked[2])
            return (max(0, size - length), size) if length and size else None
        start = int(asked[1])
        last = int(asked[2]) if asked[2] else max(start, size)
        if last < start:
            return everything
        return (start, min(last + 1, size)) if start < size else None

    def _head(self, etag: str, mtime: float) -> None:
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("ETag", etag)
        self.send_header("Last-Modified", formatdate(int(mtime), usegmt=True))
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Access-Control-Allow-Origin", "*")

    def _redirect(self, to: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _fail(self, status: HTTPStatus, body: bool) -> None:
        page = f"<!DOCTYPE html><title>{status.value}</title><p>{escape(status.phrase)}</p>\n".encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if body:
            self.wfile.write(page)

    def version_string(self) -> str:
        return "audioedition"

    def log_message(self, format: str, *args: object) -> None:
        pass


def media_type(path: Path) -> str:
    """The media type a podcast host gives a file of an output folder."""
    if path.suffix == ".json" and path.parent.name == "chapters":
        return "application/json+chapters"
    if path.suffix == ".json" and path.name.startswith(("feed", "editions")):
        return "application/feed+json"
    return TYPES.get(path.suffix.lower(), "application/octet-stream")


def _is_at_least(date: str, mtime: float) -> bool:
    try:
        return parsedate_to_datetime(date).timestamp() >= int(mtime)
    except (ValueError, OverflowError):
        return False


def _is_exactly(date: str, mtime: float) -> bool:
    try:
        return parsedate_to_datetime(date).timestamp() == int(mtime)
    except (ValueError, OverflowError):
        return False
