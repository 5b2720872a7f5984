"""Lines -> those that no voice can say: the rows of a long table of figures, the grid of a puzzle.

Pages and documents say which lines are a table; in a text they are told by their shape, many lines together. What is
said in their place, `script/left_out.py` knows.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence

_MOST = 120
"""Characters of the longest row."""
_ROWS, _FIGURES = 6, 5
"""Rows of a table that nobody follows by ear, and figures in each: `Wexle 9 7 1 1 31 12 22`. A ladder of four teams,
or results with their scores, are read."""
_HEADED = 4
"""Figures in each below a line that heads them: `W L Pct GB`."""
_LINES, _CELLS = 4, 5
"""Lines of a grid, and cells in each: `5 3 . | . 7 . | . . .`"""
_FIGURE = re.compile(r"(?<!\S)[+–—-]?(?:\.\d+|\d+(?:[.,:/]\d+)*%?)(?!\S)|(?<!\S)[–—-](?!\S)")
_LAST = re.compile(r"(?:\d|\s[–—-])\Z")
_HEAD = re.compile(r"[A-Z][a-z]{0,8}\.?|[A-Z+/±#%-]{1,4}|\d+")
_CELL = re.compile(r"[\w.#*_|■□▢▪·+-]")


def unsayable(lines: Sequence[str]) -> set[int]:
    """Indices of the lines that are rows of a table or a grid, with the head of the table."""
    tables = _runs(lines, _is_row, _ROWS)
    heads = {i - 1 for i in tables if i and i - 1 not in tables and _is_head(lines[i - 1])}
    return tables | heads | _headed(lines) | _runs(lines, _is_of_grid, _LINES)


def _headed(lines: Sequence[str]) -> set[int]:
    """Indices of lines that head a table and of its rows: fewer figures make one there."""
    heads = [i for i, line in enumerate(lines) if len(line) <= _MOST and line[:1].isupper() and _is_head(line, _HEADED)]
    if not heads:
        return set()
    rows = _runs(lines, lambda line: _is_row(line, _HEADED), _ROWS)
    found: set[int] = set()
    for i in heads:
        below = list(itertools.takewhile(rows.__contains__, itertools.count(i + 1)))
        found.update([i, *below] if below else [])
    return found


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


def _is_row(line: str, least: int = _FIGURES) -> bool:
    return 0 < len(line) <= _MOST and _LAST.search(line) is not None and len(_FIGURE.findall(line)) >= least


def _is_head(line: str, least: int = _FIGURES) -> bool:
    """`Team P W D L F A Pts`, `Pos Team P W D L`."""
    words = line.split() if len(line) <= _MOST else []
    return len(words) >= least and all(map(_HEAD.fullmatch, words))


def _is_of_grid(line: str) -> bool:
    cells = line.split() if len(line) <= _MOST else []
    return len(cells) >= _CELLS and all(map(_CELL.fullmatch, cells))
