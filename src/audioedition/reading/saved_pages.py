"""Pages that a browser saved as one file -> Articles: MHTML (RFC 2557) and Safari's .webarchive."""

from __future__ import annotations

import plistlib
from typing import Any

from ..errors import ReadingError
from ..model import Article
from ..settings import ReadSettings
from .mail import charset_of, parsed
from .sources import Source
from .webpage import declared_encoding, read_page


def read_mhtml(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The page in an MHTML file: its first part of HTML."""
    message = parsed(data, source.name)
    part = next((p for p in message.walk() if p.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    page = part.get_payload(decode=True) if part is not None else None
    address = str(message.get("Snapshot-Content-Location") or (part and part.get("Content-Location")) or "")
    charset = charset_of(part) if part is not None else None
    return _page(page, charset, address, source, settings)


def read_webarchive(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The page in a .webarchive: a property list with the page as its main resource."""
    try:
        found: Any = plistlib.loads(data)
        main = found["WebMainResource"]
        page, address, charset = (main.get(f"WebResource{k}") for k in ("Data", "URL", "TextEncodingName"))
    except Exception as e:  # the standard library's parser raises of every kind on broken lists
        raise ReadingError(
            f"is a broken web archive: {type(e).__name__}", article=source.name, remedy="save it again"
        ) from e
    return _page(page, charset, address, source, settings)


def _page(
    page: Any, charset: Any, address: Any, source: Source, settings: ReadSettings
) -> list[Article | ReadingError]:
    if not isinstance(page, bytes) or not page.strip():
        raise ReadingError("holds no page", article=source.name, remedy="save the page again, or as HTML")
    if isinstance(charset, str) and charset.isascii() and declared_encoding(page) is None:
        page = b'<meta charset="%s">' % charset.encode() + page
    url = address if isinstance(address, str) and address.startswith(("http://", "https://")) else source.url
    known = Source(source.name, source.path, url, source.media_type, source.section, source.origin)
    return [read_page(page, known, settings)]
