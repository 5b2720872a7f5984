"""Which lines of a text are items of a numbered list: `1. Baugesuche`, further down `2. Verschiedenes`."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

_ITEM = re.compile(r"^[^\S\n]*(?P<n>\d{1,3})\. ?(?P<word>[^\W\d_][\w-]*)", re.M)
STOP = re.compile(r"\d{1,3}(?P<stop>\.)(?= ?[^\W\d_])")


@lru_cache(maxsize=64)
def numbered_items(text: str) -> frozenset[int]:
    """Offsets of the figures at the head of lines that count them: another line has the number before or behind.

    Where those lines go on with the same word the figures are ordinals: `1. Platz: Norden`, `2. Platz: Elmbach`.
    """
    found = list(_ITEM.finditer(text))
    items: set[int] = set()
    for first, second in pairwise(found):
        step = int(second["n"]) - int(first["n"])
        if 0 < step <= _MOST_LEFT_OUT and first["word"].lower() != second["word"].lower():
            items.update((first.start("n"), second.start("n")))
    return frozenset(items)


_MOST_LEFT_OUT = 3
"""A list that an editor has shortened may go on three numbers later."""
