"""Which blocks of a page are the article's: trafilatura's choice, taken back to the page's own blocks.

Finding the main text among menus, teasers and comments is what trafilatura (https://trafilatura.readthedocs.io) is for.
It gives text of its own making, so that every block of the page is looked up in it: how it is read, in which order and
what else stands there is then decided on the page itself.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from typing import Any

from .outline import Block

_WINDOW = 12
"""Letters that are looked up at a time: too many to be the same by chance."""
_MOST_ELEMENTS = 60_000
_MOST_CHARACTERS = 5_000_000
"""Larger pages are chosen from by ourselves: trafilatura's time and memory grow faster than they do."""


def letters(text: str) -> str:
    """`text` as far as two writings of it agree: small letters and figures."""
    return re.sub(r"[\W_]+", "", text).casefold()


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


def _stands(plain: str, lines: set[str], windows: set[str]) -> bool:
    if plain in lines:
        return bool(plain)
    if _WINDOW <= len(plain) < 2 * _WINDOW:
        return all(plain[i : i + _WINDOW] in windows for i in range(len(plain) - _WINDOW + 1))
    pieces = [plain[i : i + _WINDOW] for i in range(0, len(plain) - _WINDOW + 1, _WINDOW)]
    return len(pieces) > 1 and sum(piece in windows for piece in pieces) >= 0.6 * len(pieces)
