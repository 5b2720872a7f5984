"""Tables of data -> a line a row; other tables only lay out a page.

By the setting `auto` a table that can be followed by ear is part of the story: a small one with headings, each row said
with them (`Pier: First 6, Last 22.`). Of any other one hears nothing; a note says that it is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
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


_LARGE = (12, 5, 60)
"""Rows, columns and characters of a cell beyond which nobody follows a table by ear."""


def told(rows: Sequence[Sequence[str]]) -> list[str]:
    """For each row of a table, whose first holds its headings, the row as one says it with them; '' for the headings,
    and for every row of a table that is too large, or has cells missing."""
    most_rows, most_columns, longest = _LARGE
    heads = rows[0] if rows else ()
    fits = (
        2 <= len(heads) <= most_columns
        and 2 <= len(rows) <= most_rows + 1
        and all(len(row) == len(heads) and len(max(row, key=len)) <= longest for row in rows)
    )
    return ["", *(_with_headings(heads, row) for row in rows[1:])] if fits else [""] * len(rows)


def _with_headings(heads: Sequence[str], row: Sequence[str]) -> str:
    said = ", ".join(f"{head} {cell}".strip() for head, cell in zip(heads[1:], row[1:], strict=True) if cell)
    return f"{row[0] or heads[0]}: {said}." if said else row[0]


def rows_told(table: Any) -> list[str]:
    """`told` for the rows of a table in HTML; all '' if its first row does not hold headings."""
    rows = list(table.iter("tr"))[: _MOST_ROWS + 1]
    headed = bool(rows) and all(cell.tag == "th" for cell in rows[0] if cell.tag in ("td", "th"))
    if not headed or len(rows) > _LARGE[0] + 1:
        return [""] * len(rows)
    return told([[_flat(cell) for cell in row if cell.tag in ("td", "th")] for row in rows])


def plain_rows(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """(the row as it stands, the row as told) for each row of a table in a document, which does not mark headings: a
    first row without figures above rows with some holds them."""
    figures = [any(c.isdigit() for c in "".join(row)) for row in rows]
    with_headings = told(rows) if rows and not figures[0] and any(figures[1:]) else [""] * len(rows)
    lines = [", ".join(filter(None, row)) for row in rows]
    return [(f"{a}." if a and a[-1].isalnum() else a, b) for a, b in zip(lines, with_headings, strict=True)]


def row_said(text: str, told: str, setting: bool | str) -> tuple[str, bool]:
    """(what is said of a row, whether it is read at all) by the setting `tables`."""
    return (told or text, bool(told)) if setting == "auto" else (text, bool(setting))
