"""Title and date -> the stem of an episode's file names.

Apple asks for ASCII names of a-z, A-Z, 0-9 and hyphens; Windows reserves some names; some file systems ignore case.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

MAX_LENGTH = 80
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d|.*-r\d+")
"""Names that Windows keeps for itself, and those of corrected files (`ferry-r2`)."""
_OTHER = re.compile(r"[^a-z0-9]+")


def slug(title: str, date: str | None, taken: Container[str]) -> str:
    """A readable, unique stem: `2026-11-22-harbour-wall-to-be-raised`.

    title: any text at all; other scripts are transliterated.
    date: ISO 8601; its day comes first, so that files sort by time. None leaves it out.
    taken: the stems that exist already, all in lower case.
    The result is 1 to 80 characters of a-z, 0-9 and single hyphens, and never in `taken`.
    """
    stem = _stem(title, date)
    if stem not in taken:
        return stem
    base = _shorten(stem, MAX_LENGTH - 8)
    # Double, then halve: a free number without trying them all, however many articles share a title.
    used, free = 1, 2
    while f"{base}-{free}" in taken:
        used, free = free, free * 2
    while free - used > 1:
        middle = (used + free) // 2
        used, free = (middle, free) if f"{base}-{middle}" in taken else (used, middle)
    return f"{base}-{free}"


def _stem(title: str, date: str | None) -> str:
    """The stem that a story gets when nobody else has it."""
    day = re.match(r"\d{4}-\d\d-\d\d", date or "")
    words = ascii_words(title) or "story"
    stem = _shorten(f"{day[0]}-{words}" if day else words, MAX_LENGTH)
    return f"{_shorten(stem, MAX_LENGTH - 6)}-story" if _RESERVED.fullmatch(stem) else stem


def told_apart(title: str, slug: str) -> str:
    """The title as it is published: of several with one title on one day, all but the first are numbered.

    Players take two items of one title and day for one.
    """
    day = re.match(r"\d{4}-\d\d-\d\d", slug)
    base = _shorten(_stem(title, day[0] if day else None), MAX_LENGTH - 8)
    number = re.fullmatch(re.escape(base) + r"-(\d+)", slug)
    return f"{title} ({number[1]})" if number else title


def ascii_words(text: str) -> str:
    """The words of `text` in a-z and 0-9, joined by hyphens; empty when it has no letter or digit in any script."""
    text = unicodedata.normalize("NFC", text[: 4 * MAX_LENGTH])
    text = text.replace("'", "").replace("’", "").replace("&", " and ")
    if not text.isascii():
        text = _latin(text)
    return _OTHER.sub("-", text.lower()).strip("-")


def _latin(text: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    if plain.isascii():
        return plain
    from anyascii import anyascii  # a table of every script; read only when a title needs it

    return str(anyascii("".join(c for c in unicodedata.normalize("NFC", text) if not "\ud800" <= c <= "\udfff")))


def _shorten(words: str, length: int) -> str:
    if len(words) <= length:
        return words
    head = words[: length + 1]
    at = head.rfind("-")
    return (head[:at] if at > length // 2 else head[:length]).strip("-")
