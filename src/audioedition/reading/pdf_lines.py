"""Where the lines of a PDF stand: which are full, in what order columns and boxes are read.

Programs write the boxes of a page in the order in which they were made. Where a box that stands above another comes
behind it, the order is that of Breuel (2003): above comes before below where two overlap, left before right where
nothing that spans both stands between them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

_AROUND = 15
"""Lines above and below, in the order of the file, that stand in the same column."""
_MOST_BOXES = 200
"""Boxes of a page that are put into order."""
_WIDE = 1.1
"""How much wider than a line's average its next word may be."""
_OVERLAP = 0.3
"""The share of the narrower of two boxes that has to stand below the other."""
_WORD = re.compile(r"\S+")


@dataclass(slots=True)
class Line:
    """A line of a page, in points from its lower left corner."""

    text: str
    page: int
    left: float
    bottom: float
    top: float
    right: float
    edge: bool
    """Whether it stands in the tenth at the head or foot of its page."""

    @property
    def size(self) -> float:
        """Its height."""
        return self.top - self.bottom


def jumps(line: Line, last: Line) -> bool:
    """Whether a line stands on the next page, or higher than the one before it."""
    return line.page != last.page or line.bottom > last.bottom


def is_short(lines: Sequence[Line], at: int) -> bool:
    """Whether the next line's first word would have fitted on line `at`: it was broken on purpose. Told where the next
    begins like a paragraph, a heading or a row, and where other lines of the column are fuller."""
    line, below = lines[at], lines[at + 1]
    word = _WORD.match(below.text)
    if word is None or below.text[:1].islower() or not line.text:
        return False
    column = _column(lines, at)
    space = (len(word[0]) + 1) * _WIDE * (line.right - line.left) / len(line.text)
    fullest = _usual([other.right for other in column], line.size), _usual(list(map(_width, column)), line.size)
    room = min(fullest[0] - line.right, fullest[1] - _width(line))
    return len(column) > 1 and room > space + 0.5 * line.size


def _usual(values: Sequence[float], size: float) -> float:
    """How far most lines reach; of several such places the farthest. Not the farthest of all: an introduction that
    spans two columns stands right above the first."""
    return max(values, key=lambda value: (sum(abs(other - value) < 0.7 * size for other in values), value))


def _width(line: Line) -> float:
    return line.right - line.left


def _column(lines: Sequence[Line], at: int) -> list[Line]:
    """The lines around one that stand in its column: of its size, one below the other, and overlapping it."""
    line = lines[at]
    above = itertools.takewhile(lambda i: not jumps(lines[i + 1], lines[i]), range(at - 1, max(at - _AROUND, -1), -1))
    below = itertools.takewhile(
        lambda i: not jumps(lines[i], lines[i - 1]), range(at + 1, min(at + _AROUND, len(lines)))
    )
    near = [lines[i] for i in (*above, *below)]
    same = [other for other in near if abs(other.size - line.size) < 0.15 * line.size and other.left < line.right]
    return [line, *(other for other in same if other.right > line.left)]


@dataclass(slots=True)
class _Box:
    lines: list[Line]

    @property
    def left(self) -> float:
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        return max(line.right for line in self.lines)

    @property
    def top(self) -> float:
        return max(line.top for line in self.lines)

    @property
    def bottom(self) -> float:
        return min(line.bottom for line in self.lines)


def in_order(lines: Sequence[Line]) -> list[Line]:
    """The lines of a document in the order in which they are read; that of the file where nothing speaks against it."""
    out: list[Line] = []
    for _, page in itertools.groupby(lines, lambda line: line.page):
        boxes = _boxes(list(page))
        if 1 < len(boxes) <= _MOST_BOXES and _is_mixed(boxes):
            boxes = _sorted(boxes)
        out += itertools.chain.from_iterable(box.lines for box in boxes)
    return out


def _boxes(lines: Sequence[Line]) -> list[_Box]:
    """Runs of lines that stand one below the other."""
    boxes: list[_Box] = []
    for line in lines:
        last = boxes[-1].lines[-1] if boxes else None
        far = last is not None and last.bottom - line.bottom > 3 * max(last.size, line.size)
        beside = last is not None and (line.left > last.right or line.right < last.left)
        if last is None or jumps(line, last) or far or beside or abs(line.size - last.size) > 0.25 * last.size:
            boxes.append(_Box([line]))
        else:
            boxes[-1].lines.append(line)
    return boxes


def _below(a: _Box, b: _Box) -> bool:
    """Whether `a` stands wholly above `b`, and over it."""
    common = min(a.right, b.right) - max(a.left, b.left)
    return a.bottom >= b.top - 2 and common > _OVERLAP * min(a.right - a.left, b.right - b.left)


def _is_mixed(boxes: Sequence[_Box]) -> bool:
    """Whether a box comes behind one below it. Heads and feet come anywhere."""
    body = [box for box in boxes if not all(line.edge for line in box.lines)]
    return any(_below(later, box) for box, later in itertools.combinations(body, 2))


def _precedes(a: _Box, b: _Box, boxes: Sequence[_Box]) -> bool:
    if _below(a, b):
        return True
    if _below(b, a) or a.right > b.left + 2:
        return False
    low, high = min(a.bottom, b.bottom), max(a.top, b.top)
    spanning = (c for c in boxes if c is not a and c is not b and c.left < a.right and c.right > b.left)
    return not any(low < c.bottom and c.top < high for c in spanning)


def _sorted(boxes: Sequence[_Box]) -> list[_Box]:
    """The boxes so that each comes behind all that precede it; where none does, as the file has them."""
    left, out = list(boxes), list[_Box]()
    while left:
        free = (b for b in left if not any(_precedes(a, b, boxes) for a in left if a is not b))
        box = next(free, left[0])
        left.remove(box)
        out.append(box)
    return out
