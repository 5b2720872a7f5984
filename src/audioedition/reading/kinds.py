"""Bytes -> their media type: as the source says, by the first bytes, by what they open with, by the name."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from .sources import DOCX, TYPES, Source

_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"{\\rtf", "application/rtf"),
)
_MAILBOX = re.compile(rb"From \S+ [^\n]{0,80}\d{4}[ \t\r]*\n")
_WIRE = re.compile(rb"[\x16\0\s]{0,20}\x01[^\x01-\x04]{2,2000}\x02")
"""The envelope of IPTC 7901."""
_BOOKMARKS = re.compile(rb"<!doctype\s+netscape-bookmark-file|<title>\s*(?:pocket export|instapaper: export)", re.I)
_PLIST = (b"bplist00", b"<?xml")
_MAIL_HEAD = re.compile(rb"(?:[a-z][a-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}")
_SAVED = re.compile(rb"^snapshot-content-location:|^from: <?saved by ", re.M)
"""What browsers put into the head of a page that they save as one file."""


def told(source: Source, data: bytes) -> str:
    """The media type of what `source` holds, in lower case and without parameters."""
    kind = (source.media_type or _sniffed(source, data)).partition(";")[0].strip().lower()
    if kind == "text/plain" and _WIRE.match(data):
        return "application/x-iptc-7901"
    return "application/x-netscape-bookmarks" if kind == "text/html" and is_bookmarks(data) else kind


def is_bookmarks(data: bytes) -> bool:
    """Whether a page is a file of bookmarks: in Netscape's format, which all browsers write, or Pocket's."""
    return _BOOKMARKS.search(data[:1000]) is not None


def _sniffed(source: Source, data: bytes) -> str:
    """The media type of a source that has none: by its content, else by its name, else plain text."""
    name = Path(urlsplit(source.url).path if source.url else source.name).suffix.lower()
    return _by_signature(data) or _by_opening(data) or TYPES.get(name, "text/plain")


def _by_signature(data: bytes) -> str | None:
    """The type of a file by its first bytes."""
    if data.startswith(_PLIST) and b"WebMainResource" in data[:2000]:
        return "application/x-webarchive"
    if data.startswith(b"PK\x03\x04"):
        return _of_archive(data)
    if _MAILBOX.match(data):
        return "application/mbox"
    return next((kind for opening, kind in _SIGNATURES if data.startswith(opening)), None)


def _of_archive(data: bytes) -> str:
    if b"opendocument.text" in data[:200]:
        return "application/vnd.oasis.opendocument.text"
    if b"application/epub+zip" in data[:200]:
        return "application/epub+zip"
    return DOCX if b"word/document.xml" in data else "application/zip"


def _by_opening(data: bytes) -> str | None:
    """The type of a text, by what it opens with."""
    head = data[:2048].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<!doctype netscape")):
        return "text/html"
    if re.match(rb"<(?:\?xml|(?:rss|feed|rdf:rdf|nitf|news\w+|rbnews|opml)\b)", head):
        root = re.search(rb"<([a-z_][\w:.-]*)", head)
        return "text/html" if root and root[1] == b"html" else "application/xml"
    if re.match(rb"(?:---[ \t]*\r?\n[a-z_]\w{0,30}:[ \t\r\n]|\+\+\+[ \t]*\r?\n[a-z_]\w{0,30} ?=)", head):
        return "text/markdown"
    if re.match(rb"[{\[]", head) and re.search(rb"[{\[]\s*[\"{\[]", head):
        return "application/json"
    if _MAIL_HEAD.match(head) and re.search(rb"^(?:subject|from):", head, re.M):
        return "multipart/related" if _SAVED.search(head) else "message/rfc822"
    return "text/html" if re.search(rb"<(?:body|head|p|div|article)\b[^<>]*>", head) else None
