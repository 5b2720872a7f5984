"""The output folder -> HTTP on this machine: a static server that does what Apple asks of a podcast host.

HEAD, byte ranges (RFC 9110, section 14), ETag and Last-Modified with 304 (section 13). To listen to an edition on one's
own devices and to try a feed before it is put on a real server; not made for the open internet.
"""

from __future__ import annotations

import contextlib
import ipaddress
import os
import re
import socket
import threading
from email.utils import formatdate, parsedate_to_datetime
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from ..errors import PublishingError
from ..publishing.media_types import media_type

_BLOCK = 1 << 16
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)
ASK_S = 30.0
"""Seconds that a request may take to arrive, whole."""
SLOWEST = 2_000
"""Bytes a second at which an answer is still being fetched: a player that plays as it loads takes 6,000 and more."""


def server(folder: Path, port: int = 0, host: str = "127.0.0.1") -> ThreadingHTTPServer:
    """A server that listens already, for `serve_forever`; port 0 takes a free one (`server_address`).

    Raises PublishingError when folder or port cannot be had.
    """
    if not folder.is_dir():
        raise PublishingError(f"{folder} is no folder", remedy="run `audioedition build` first, or name the folder")
    try:
        return _Server((host, port), partial(_Handler, root=folder.resolve()))
    except (OSError, OverflowError) as e:
        raise PublishingError(
            f"port {port} of {host} cannot be used: {getattr(e, 'strerror', None) or e}",
            remedy="choose another with --port",
        ) from e


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is no news."""


def is_here(host: str) -> bool:
    """Whether a Host header names this machine: by a number, which no web page can have for its own name, or by name.

    A page of the open web whose name is made to lead here (DNS rebinding) would otherwise read what is not published.
    """
    name = urlsplit(f"//{host}").hostname or ""
    with contextlib.suppress(ValueError):
        ipaddress.ip_address(name.partition("%")[0])
        return True
    own = socket.gethostname().lower()
    return name in ("localhost", own, own.partition(".")[0], f"{own.partition('.')[0]}.local")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = ASK_S
    _timer: threading.Timer | None = None

    def __init__(self, *args: object, root: Path) -> None:
        self.root = root
        super().__init__(*args)  # type: ignore[arg-type]

    def handle_one_request(self) -> None:
        """One request, which has a limit as a whole, however it trickles in or its answer is taken."""
        self._limit(ASK_S)
        try:
            super().handle_one_request()
        except (OSError, ValueError):
            self.close_connection = True
        finally:
            self._limit(ASK_S, end=True)

    def _limit(self, seconds: float, *, end: bool = False) -> None:
        """From now on the request may take so long; with `end` it is over."""
        if self._timer:
            self._timer.cancel()
        if end:
            return
        self._timer = threading.Timer(seconds, self._stop)
        self._timer.daemon = True
        self._timer.start()

    def _stop(self) -> None:
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def do_GET(self) -> None:
        self._answer(body=True)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def _is_ours(self) -> bool:
        """Whether the request is meant for this machine, and comes from no page of somebody else's."""
        host, origin = self.headers.get("Host", ""), self.headers.get("Origin")
        try:
            return is_here(host) and origin in (None, f"http://{host}")
        except ValueError:
            return False

    def _answer(self, body: bool) -> None:
        if not self._is_ours():
            return self._fail(HTTPStatus.FORBIDDEN, body)
        path = self._path()
        if path is None:
            return self._fail(HTTPStatus.NOT_FOUND, body)
        try:
            if path.is_dir():
                asked = urlsplit(self.path).path
                if not asked.endswith("/"):
                    return self._redirect("/" + asked.strip("/") + "/")
                path /= "index.html"
            file = path.open("rb")
        except (OSError, ValueError):
            return self._fail(HTTPStatus.NOT_FOUND, body)
        with file:
            self._send(path, file, body)
        return None

    def _path(self) -> Path | None:
        """The file asked for; None for anything outside the folder and for hidden files."""
        try:
            asked = unquote(urlsplit(self.path).path, errors="surrogateescape")
            parts = [p for p in asked.split("/") if p]
            if any(p.startswith(".") or re.search(r"[\\:\x00]", p) for p in parts):
                return None
            path = self.root.joinpath(*parts)
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
            self._limit(ASK_S + (end - start) / SLOWEST)
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
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")

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
