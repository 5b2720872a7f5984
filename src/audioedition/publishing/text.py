"""Text -> text that is safe in XML, JSON, HTML, M3U8 and on a terminal: the one place where words are cleaned.

XML 1.0 (5th edition), section 2.2 says which characters may occur; Apple's rules say how long a text may be.
"""

from __future__ import annotations

import re

TITLE_CHARS = 255
"""Titles are cut here; Apple Podcasts shows no more."""
DESCRIPTION_BYTES = 4000
"""Apple's and PSP-1's limit for a description, in UTF-8."""
PERSON_CHARS = 128
"""Limit of podcast:person in the podcast namespace."""

# Controls, lone surrogates and non-characters: not allowed in XML, or (C1 controls, byte-order marks) never meant.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_NOT_A_CHARACTER = re.compile(
    "[" + "".join(chr(p * 0x10000 + 0xFFFE) + chr(p * 0x10000 + 0xFFFF) for p in range(1, 17)) + "]"
)
# Explicit overrides and isolates of writing direction: unbalanced, they turn round the text that follows them.
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
# `<` that a reader taking the text for HTML would take for mark-up.
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_CDATA_END = re.compile(r"\]\]>")


def clean(text: str) -> str:
    """One line of plain text: forbidden characters out, white space single, nothing that could be read as mark-up.

    A `<` that opens a tag becomes `‹`: many players show titles and descriptions as HTML.
    """
    text = _FORBIDDEN.sub("", text)
    if not text.isascii():
        text = _DIRECTION.sub("", _NOT_A_CHARACTER.sub("", text))
    text = " ".join(text.split())
    if "<" in text:
        text = _TAG.sub("‹", text)
    return _CDATA_END.sub("]]›", text) if "]]>" in text else text


def cut(text: str, chars: int) -> str:
    """At most `chars` characters, cut at a word, with an ellipsis where something is missing."""
    return text if len(text) <= chars else _at_a_word(text[: chars - 1])


def cut_bytes(text: str, limit: int = DESCRIPTION_BYTES) -> str:
    """At most `limit` bytes of UTF-8, cut at a word, with an ellipsis where something is missing."""
    data = text.encode("utf-8")
    return text if len(data) <= limit else _at_a_word(data[: limit - len("…".encode())].decode("utf-8", "ignore"))


def _at_a_word(head: str) -> str:
    at = head.rfind(" ")
    if at > len(head) // 2:
        head = head[:at]
    return head.rstrip(" ,;:–—-") + "…"


def title(text: str, otherwise: str = "Untitled") -> str:
    """A title: one clean line of at most TITLE_CHARS characters, never empty."""
    return cut(clean(text[: 20 * TITLE_CHARS]), TITLE_CHARS) or otherwise


def person(name: str) -> str:
    """A person's name, clean and within the namespace's limit; may be empty."""
    return cut(clean(name[: 20 * PERSON_CHARS]), PERSON_CHARS)
