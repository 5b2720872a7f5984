"""What a Word 97 document says of its text: styles and places of paragraphs, what is not seen, numbers of lists.

Properties are kept by where the text lies in the file (MS-DOC, 2.4.6), in pages of 512 bytes; of pages that claim the
same text the first counts, so that a hostile file costs no more than its size.
"""

from __future__ import annotations

import bisect
import operator
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

_PAGE = 512
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of a property's value, by the three highest bits of its code; 0 where its first byte says it."""
_TABLE, _TABS = 0xD608, 0xC615
"""Properties whose size stands otherwise."""
_UNSEEN = frozenset((0x0800, 0x083C, 0x0837, 0x2A53, 0x0811))
"""Deleted, hidden, struck out, struck out twice, hidden on the web."""
_ON = (0x01, 0x81)
_STYLE, _IN_TABLE, _ENDS_ROW, _LEVEL, _LIST, _DROP_CAP = 0x4600, 0x2416, 0x2417, 0x260A, 0x460B, 0x442C
_NO_LIST = 0xF801


def u16(data: bytes, at: int) -> int:
    """The two bytes at a place, as a number."""
    return int.from_bytes(data[at : at + 2], "little")


def u32(data: bytes, at: int) -> int:
    """The four bytes at a place, as a number."""
    return int.from_bytes(data[at : at + 4], "little")


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a paragraph."""

    style: int = 0
    in_table: bool = False
    ends_row: bool = False
    list: int = 0
    """Which of the document's lists it belongs to, from 1; 0 for none."""
    level: int = 0
    drop_cap: bool = False


def _properties(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(code, value) of every property in a list of them, up to one that is cut off."""
    at = 0
    while at + 2 < len(data):
        code = u16(data, at)
        at += 2
        size = _SIZES[code >> 13]
        if code == _TABLE:
            size, at = max(u16(data, at) - 1, 0), at + 2
        elif not size:
            size, at = data[at], at + 1
            if code == _TABS and size == 255:
                return
        yield code, data[at : at + size]
        at += size


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int
    properties: bytes


def _runs(main: bytes, table: bytes, width: int) -> list[_Run]:
    """The runs of all pages that a table names, in order and apart. `width` are the bytes behind a run's place."""
    count = max(len(table) - 4, 0) // 8
    numbers = {u32(table, 4 * (count + 1) + 4 * i) & 0x3FFFFF for i in range(count)}
    found: list[_Run] = []
    for number in numbers:
        page = main[number * _PAGE : (number + 1) * _PAGE]
        if len(page) == _PAGE:
            found += _on_page(page, width)
    runs: list[_Run] = []
    for run in sorted(found, key=operator.attrgetter("start")):
        start = max(run.start, runs[-1].end if runs else 0)
        if run.end > start:
            runs.append(replace(run, start=start))
    return runs


def _on_page(page: bytes, width: int) -> Iterator[_Run]:
    count = min(page[-1], (_PAGE - 5) // (4 + width))
    for i in range(count):
        at = 2 * page[4 * (count + 1) + i * width]
        yield _Run(u32(page, 4 * i), u32(page, 4 * i + 4), page[at:-1] if at else b"")


class Unseen:
    """Which bytes of the text are deleted, hidden or struck out."""

    def __init__(self, main: bytes, table: bytes) -> None:
        runs = (run for run in _runs(main, table, 1) if run.properties)
        found = [run for run in runs if _is_unseen(run.properties[1 : 1 + run.properties[0]])]
        self._starts, self._ends = [run.start for run in found], [run.end for run in found]

    def within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of what is not seen between two places."""
        at = bisect.bisect_right(self._ends, start)
        while at < len(self._starts) and self._starts[at] < end:
            yield max(self._starts[at], start), min(self._ends[at], end)
            at += 1


def _is_unseen(properties: bytes) -> bool:
    return any(code in _UNSEEN and value[:1] and value[0] in _ON for code, value in _properties(properties))


class Paragraphs:
    """What is known of the paragraph that lies at a place."""

    def __init__(self, main: bytes, table: bytes) -> None:
        self._runs = _runs(main, table, 13)
        self._starts = [run.start for run in self._runs]

    def at(self, place: int) -> About:
        """Of the paragraph whose last character lies at `place`."""
        i = bisect.bisect_right(self._starts, place) - 1
        return _about(self._runs[i].properties) if i >= 0 and place < self._runs[i].end else About()


def _about(data: bytes) -> About:
    if not data:
        return About()
    start, size = (1, 2 * data[0] - 1) if data[0] else (2, 2 * data[1] if len(data) > 1 else 0)
    properties = data[start : start + size]
    known = dict(_properties(properties[2:]))
    number = u16(known.get(_LIST, b""), 0)
    return About(
        style=u16(known[_STYLE], 0) if _STYLE in known else u16(properties, 0),
        in_table=any(known.get(_IN_TABLE, b"")),
        ends_row=any(known.get(_ENDS_ROW, b"")),
        list=number if number < _NO_LIST else 0,
        level=known.get(_LEVEL, b"\0")[:1][0] if known.get(_LEVEL) else 0,
        drop_cap=u16(known.get(_DROP_CAP, b""), 0) & 7 in (1, 2),
    )


_BUILT_IN = {**{n: f"heading {n}" for n in range(1, 10)}, 34: "caption", 62: "title", 74: "subtitle", 76: "date"}
"""The number of a style that Word brings -> its English name, whatever the document calls it."""


def style_names(sheet: bytes) -> dict[int, str]:
    """The number by which paragraphs name a style -> its name in lower case, in English for those of Word's own."""
    header, names = u16(sheet, 0), dict[int, str]()
    base, at = u16(sheet, 4), 2 + header
    for number in range(u16(sheet, 2)):
        size = u16(sheet, at)
        style = sheet[at + 2 : at + 2 + size]
        at += 2 + size
        if len(style) > base + 2:
            length = u16(style, base)
            own = style[base + 2 : base + 2 + 2 * length].decode("utf-16-le", "replace")
            names[number] = _BUILT_IN.get(u16(style, 0) & 0xFFF) or own.partition(",")[0].strip().lower()
    return names


class Lists:
    """The numbered lists of a document, counted as its paragraphs come.

    table: the table stream, in which the lists begin at `start`; uses: which list each number of a paragraph's means.
    """

    def __init__(self, table: bytes, start: int, uses: bytes) -> None:
        self._counted: Counter[tuple[int, int]] = Counter()
        levels = _levels(table, start) if start else {}
        count = min(u32(uses, 0), len(uses) // 16)
        ids = [u32(uses, 4 + 16 * i) for i in range(count)]
        self._levels = {number: levels.get(of, {}) for number, of in enumerate(ids, 1)}

    def before(self, about: About) -> str:
        """`3. ` for the third of a numbered list; nothing for other paragraphs."""
        if not about.list:
            return ""
        for deeper in [key for key in self._counted if key[0] == about.list and key[1] > about.level]:
            del self._counted[deeper]
        self._counted[about.list, about.level] += 1
        start = self._levels.get(about.list, {}).get(about.level)
        return f"{start + self._counted[about.list, about.level] - 1}. " if start is not None else ""


_MOST_LISTS = 2000


def _levels(table: bytes, start: int) -> dict[int, dict[int, int]]:
    """List -> level -> its first number, of those that are counted in figures (MS-DOC, 2.9.131 and 2.9.150)."""
    count = min(u16(table, start), _MOST_LISTS)
    at = start + 2 + 28 * count
    found: dict[int, dict[int, int]] = {}
    for i in range(count):
        head = start + 2 + 28 * i
        levels = found.setdefault(u32(table, head), {})
        for level in range(1 if table[head + 26 : head + 27] == b"\x01" else 9):
            if at + 28 > len(table):
                return found
            if table[at + 4] == 0 and u32(table, at) < 10_000:
                levels[level] = u32(table, at)
            at += 28 + table[at + 24] + table[at + 25]
            at += 2 + 2 * u16(table, at)
    return found
