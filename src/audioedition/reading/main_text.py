"""Which blocks of a page are the article's: trafilatura's choice, taken back to the page's own blocks.

Finding the main text among menus, teasers and comments is what trafilatura (https://trafilatura.readthedocs.io) is for.
It gives text of its own making, so that every block of the page is looked up in it: how it is read, in which order and
what else stands there is then decided on the page itself.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from .markup import parse_html
from .outline import Block, outline

_WINDOW = 12
"""Letters that are looked up at a time: too many to be the same by chance."""
_TEXT = 400
"""Letters of the shortest text that is believed without, or against, what the page shows."""
_MOST = 0.6
"""This share of a text is most of it."""
_LETTERS = re.compile(r"[^\W_]+")
_TAG = re.compile(r"</?(?:p|br|div|h[1-6]|li)\b", re.I)
_MOST_ELEMENTS = 60_000
_MOST_CHARACTERS = 5_000_000
"""Larger pages are chosen from by ourselves: trafilatura's time and memory grow faster than they do."""


def letters(text: str) -> str:
    """`text` as far as two writings of it agree: small letters and figures."""
    return "".join(_LETTERS.findall(text)).casefold()


def found_by_trafilatura(html: str, elements: int) -> str | None:
    """The main text of a page, a paragraph a line; None where none was found."""
    if elements > _MOST_ELEMENTS or len(html) > _MOST_CHARACTERS:
        return None
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found: Any = trafilatura.bare_extraction(html, include_comments=False, with_metadata=False)
    except Exception:  # whatever goes wrong there must not cost an article
        return None
    return str(found.text) if found is not None and found.text else None


def stand_in(blocks: Sequence[Block], text: str | None) -> list[bool]:
    """For each block whether its words stand in `text`."""
    if not text:
        return [False] * len(blocks)
    plain = [letters(line) for line in text.splitlines()]
    lines, whole = set(plain), "".join(plain)
    lines.update(letters(cell) for line in text.splitlines() if "|" in line for cell in line.split("|"))
    windows = {whole[i : i + _WINDOW] for i in range(len(whole) - _WINDOW + 1)}
    return [_stands(letters(block.text), lines, windows) for block in blocks]


class Text(NamedTuple):
    """The article's text as far as it is known before the page's own structure is asked."""

    chosen: list[bool]
    """For each block whether it is of it."""
    elsewhere: str
    """Text that the page shows in no element, a paragraph a line; empty where it shows what there is."""


def weighed(blocks: Sequence[Block], found: str | None, declared: str) -> Text:
    """What trafilatura `found`, weighed against the text that the page's JSON-LD has `declared`.

    Where the page shows that text and most of it was not found, it is chosen as well; where the page shows neither,
    the longer one stands in a script alone.
    """
    chosen = stand_in(blocks, found)
    shown = _size(blocks, chosen)
    told = _paragraphs(declared)
    if len(letters(told)) >= _TEXT:
        also = stand_in(blocks, told)
        there = _size(blocks, also)
        if there >= _MOST * len(told):
            both = [a and b for a, b in zip(chosen, also, strict=True)]
            if _size(blocks, both) < _MOST * there:
                return Text([a or b for a, b in zip(chosen, also, strict=True)], "")
        elif shown < _MOST * len(told) and _MOST * len(found or "") < len(told):
            found = told  # trafilatura may have found it there too, without its paragraphs
    in_scripts = found is not None and 2 * shown < len(found) and len(letters(found)) >= _TEXT
    return Text(chosen, found or "" if in_scripts else "")


def _size(blocks: Sequence[Block], chosen: Sequence[bool]) -> int:
    return sum(len(block.text) for block, yes in zip(blocks, chosen, strict=True) if yes)


def _paragraphs(text: str) -> str:
    """Text that may be HTML, a paragraph a line."""
    if not _TAG.search(text):
        return text
    root = parse_html(text)
    return "\n".join(block.text for block in outline(root).blocks) if root is not None else ""


def _stands(plain: str, lines: set[str], windows: set[str]) -> bool:
    if plain in lines:
        return bool(plain)
    if _WINDOW <= len(plain) < 2 * _WINDOW:
        return all(plain[i : i + _WINDOW] in windows for i in range(len(plain) - _WINDOW + 1))
    pieces = [plain[i : i + _WINDOW] for i in range(0, len(plain) - _WINDOW + 1, _WINDOW)]
    return len(pieces) > 1 and sum(piece in windows for piece in pieces) >= 0.6 * len(pieces)
