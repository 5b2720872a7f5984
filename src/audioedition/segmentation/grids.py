"""Lines -> those that no voice can say: the rows of a long table of figures, the grid of a puzzle.

Pages and documents say which lines are a table; in a text they are told by their shape, many lines together. What is
said in their place, `script/left_out.py` knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_MOST = 120
"""Characters of the longest row."""
_ROWS, _FIGURES = 6, 5
"""Rows of a table that nobody follows by ear, and figures in each: `Wexle 9 7 1 1 31 12 22`. A ladder of four teams,
or results with their scores, are read."""
_LINES, _CELLS = 4, 5
"""Lines of a grid, and cells in each: `5 3 . | . 7 . | . . .`"""
_FIGURE = re.compile(r"(?<!\S)[+–—-]?\d+(?:[.,:/]\d+)*%?(?!\S)")
_HEAD = re.compile(r"[A-Z][a-z]{0,8}|[A-Z+/±#%-]{1,4}|\d+")
_CELL = re.compile(r"[\w.#*_|■□▢▪·+-]")


def unsayable(lines: Sequence[str]) -> set[int]:
    """Indices of the lines that are rows of a table or a grid, with the head of the table."""
    tables = _runs(lines, _is_row, _ROWS)
    heads = {i - 1 for i in tables if i and i - 1 not in tables and _is_head(lines[i - 1])}
    return tables | heads | _runs(lines, _is_of_grid, _LINES)


def _runs(lines: Sequence[str], test: Callable[[str], bool], least: int) -> set[int]:
    """Indices of the lines that stand `least` together, all of which pass a test."""
    found: set[int] = set()
    begin = 0
    for i in range(len(lines) + 1):
        if i == len(lines) or not test(lines[i]):
            if i - begin >= least:
                found.update(range(begin, i))
            begin = i + 1
    return found


def _is_row(line: str) -> bool:
    return 0 < len(line) <= _MOST and line[-1].isdigit() and len(_FIGURE.findall(line)) >= _FIGURES


def _is_head(line: str) -> bool:
    """`Team P W D L F A Pts`, `Pos Team P W D L`."""
    words = line.split() if len(line) <= _MOST else []
    return len(words) >= _FIGURES and all(map(_HEAD.fullmatch, words))


def _is_of_grid(line: str) -> bool:
    cells = line.split() if len(line) <= _MOST else []
    return len(cells) >= _CELLS and all(map(_CELL.fullmatch, cells))
