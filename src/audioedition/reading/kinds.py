"""Bytes -> their media type: as the source says, by the first bytes, by what they open with, by the name."""

from __future__ import annotations

import io
import re
from collections.abc import Container
from pathlib import Path
from urllib.parse import urlsplit

from .compound import SIGNATURE, kind_of
from .endings import DOCX, TYPES
from .sources import MAILBOX, Source

_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"{\\rtf", "application/rtf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG", "image/png"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
)
_WIRE = re.compile(rb"[\x16\0\s]{0,20}\x01[^\x01-\x04]{2,2000}\x02")
"""The envelope of IPTC 7901."""
_BOOKMARKS = re.compile(rb"<!doctype\s+netscape-bookmark-file|<title>\s*(?:pocket export|instapaper: export)", re.I)
_OFFICE = (
    ("word/document.xml", DOCX),
    ("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
"""A name in a zip file of Microsoft's -> the document's media type."""
_PLIST = (b"bplist00", b"<?xml")
_MAIL_HEAD = re.compile(rb"(?:[a-z][a-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}")
_SAVED = re.compile(rb"^snapshot-content-location:|^from: <?saved by ", re.M)
"""What browsers put into the head of a page that they save as one file."""


def told(source: Source, data: bytes) -> str:
    """The media type of what `source` holds, in lower case and without parameters."""
    known = (source.media_type or "").partition(";")[0].strip().lower()
    if known and known == TYPES.get(_ending(source)):
        known = _renamed(known, data) or known
    kind = known or _sniffed(source, data)
    if kind == "text/plain" and _WIRE.match(data):
        return "application/x-iptc-7901"
    return "application/x-netscape-bookmarks" if kind == "text/html" and is_bookmarks(data) else kind


_ZIPPED = {
    DOCX: b"word/",
    "application/epub+zip": b"META-INF/container.xml",
    "application/vnd.adobe.indesign-idml-package": b"Stories/",
    "application/vnd.oasis.opendocument.text": b"content.xml",
}
"""Media type -> a name that stands in every zip file of the kind."""
_MARKED_UP = re.compile(
    rb"\s*(?:<\?xml[^<>]*>\s*)?<(?:!doctype html|html|head|body|h[1-6]|p|div|article)\b[^<>]*>", re.I
)
_SENT = re.compile(rb"^(?:message-id|mime-version|received|return-path):", re.M)


_COMPOUND = ("application/msword", "application/vnd.ms-outlook")


def _renamed(known: str, data: bytes) -> str | None:
    """The media type of a file that is another than its name's ending says; None where it may be what it says."""
    kind = _by_signature(data)
    if known in _COMPOUND and not kind and not data.startswith(SIGNATURE):
        return _by_opening(data) or "text/plain"
    if known != "text/plain" or kind:
        whole = known not in _ZIPPED or _ZIPPED[known] in data
        return None if kind == "application/mbox" or (kind == "application/zip" and whole) else kind
    head = data[:2048].removeprefix(b"\xef\xbb\xbf")
    if _MARKED_UP.match(head):
        return "text/html"
    opening = _by_opening(data)
    return opening if opening in ("application/xml", "text/markdown") or _SENT.search(head.lower()) else None


def is_bookmarks(data: bytes) -> bool:
    """Whether a page is a file of bookmarks: in Netscape's format, which all browsers write, or Pocket's."""
    return _BOOKMARKS.search(data[:1000]) is not None


def _sniffed(source: Source, data: bytes) -> str:
    """The media type of a source that has none: by its content, else by its name, else plain text."""
    return _by_signature(data) or _by_opening(data) or TYPES.get(_ending(source), "text/plain")


def _ending(source: Source) -> str:
    return Path(urlsplit(source.url).path if source.url else source.name).suffix.lower()


def _by_signature(data: bytes) -> str | None:
    """The type of a file by its first bytes."""
    if data.startswith(_PLIST) and b"WebMainResource" in data[:2000]:
        return "application/x-webarchive"
    if data.startswith(b"PK\x03\x04"):
        return _of_archive(data)
    if data.startswith(SIGNATURE):
        return kind_of(data)
    if MAILBOX.match(data):
        return "application/mbox"
    return next((kind for opening, kind in _SIGNATURES if data.startswith(opening)), None)


def _of_archive(data: bytes) -> str:
    if b"opendocument.text" in data[:200]:
        return "application/vnd.oasis.opendocument.text"
    if b"indesign-idml-package" in data[:200]:
        return "application/vnd.adobe.indesign-idml-package"
    if b"application/epub+zip" in data[:200]:
        return "application/epub+zip"
    return next((kind for name, kind in _OFFICE if name in _names(data)), "application/zip")


def _names(data: bytes) -> Container[str]:
    """The names of what is in a zip file; in a damaged one as far as they can be seen."""
    import zipfile

    from .archives import BROKEN

    try:
        return zipfile.ZipFile(io.BytesIO(data)).NameToInfo
    except BROKEN:
        return [name for name, _ in _OFFICE if name.encode() in data]


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
