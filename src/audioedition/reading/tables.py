"""Tables of data -> a line a row; other tables only lay out a page."""

from __future__ import annotations

from typing import Any

from ..facts.decoding import clean

_MOST_ROWS = 2000
_LONG = 120
"""A cell of so many characters is running text."""


def is_data(table: Any) -> bool:
    """Whether a table holds data: rows of at least two cells, none of them with a block of text or a table in it."""
    cells = rows = 0
    for row in table.iter("tr"):
        inside = [cell for cell in row if cell.tag in ("td", "th")]
        rows += 1
        cells += len(inside)
        if rows > _MOST_ROWS:
            break
        for cell in inside:
            if next(cell.iter("table", "p", "div", "ul", "ol", "h1", "h2", "h3", "blockquote"), None) is not None:
                return False
            if sum(map(len, cell.itertext())) > _LONG:
                return False
    return rows >= 1 and cells >= max(2, 2 * rows - 1)


def row_text(row: Any) -> str:
    """The cells of a row (or its caption) as one line: `Pier, 6, 22.`"""
    if row.tag == "caption":
        return _flat(row)
    cells = [text for cell in row if cell.tag in ("td", "th") and (text := _flat(cell))]
    line = ", ".join(cells)
    return line + "." if line and line[-1].isalnum() else line


def linked(row: Any) -> int:
    """How many characters of a row stand inside links."""
    return sum(len(_flat(link)) for link in row.iter("a"))


def _flat(element: Any) -> str:
    return " ".join(clean("".join(element.itertext())).split())
