"""Compound files made small: a message as Outlook saves it, a document as Word 97 does."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

HEADLINE = "Ferry back after five months"
FIRST = "The ferry had been tied up at the east pier since November, when its gearbox failed in a gale."
SECOND = "It sails at noon on Saturday, the harbour master said, and not a minute before."
_FREE, _LAST, _FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
Path = tuple[str, ...]


def compound(streams: Mapping[Path, bytes]) -> bytes:
    """A compound file (MS-CFB, version 3) with these streams; the storages that their paths name are made."""
    entries: list[tuple[Path, int]] = [((), 5)]
    for path in sorted(streams):
        for depth in range(1, len(path)):
            if (path[:depth], 1) not in entries:
                entries.append((path[:depth], 1))
        entries.append((path, 2))
    sectors: list[bytes] = []
    fat: list[int] = []
    mini, mini_fat = bytearray(), list[int]()

    def chain(data: bytes, mark: int | None = None) -> int:
        """Put data into sectors of its own, and return the first."""
        start, count = len(sectors), -(-len(data) // _SECTOR)
        sectors.extend(data[i * _SECTOR : (i + 1) * _SECTOR].ljust(_SECTOR, b"\0") for i in range(count))
        fat.extend(mark or (start + i + 1 if i + 1 < count else _LAST) for i in range(count))
        return start if count else _LAST

    places = {}
    for path, kind in entries:
        data = streams.get(path, b"")
        if kind != 2 or not data:
            places[path] = (_LAST, len(data))
        elif len(data) < _CUTOFF:
            first, count = len(mini_fat), -(-len(data) // _MINI)
            mini += data.ljust(count * _MINI, b"\0")
            mini_fat += [first + i + 1 for i in range(count - 1)] + [_LAST]
            places[path] = (first, len(data))
        else:
            places[path] = (chain(data), len(data))
    places[()] = (chain(bytes(mini)), len(mini))
    numbers = {path: i for i, (path, _) in enumerate(entries)}
    directory = b"".join(_entry(path, kind, entries, numbers, places[path]) for path, kind in entries)
    padding = -len(entries) % 4
    directory += (b"\0" * 68 + struct.pack("<3I", _NONE, _NONE, _NONE) + b"\0" * 48) * padding
    first_directory = chain(directory)
    table = struct.pack(f"<{len(mini_fat)}I", *mini_fat)
    first_mini = chain(table.ljust(-(-len(table) // _SECTOR) * _SECTOR, b"\xff"))
    count = 1
    while (len(sectors) + count) > count * 128:
        count += 1
    fat_places = list(range(len(sectors), len(sectors) + count))
    fat += [_FAT] * count
    sectors.append(struct.pack(f"<{len(fat)}I", *fat).ljust(count * _SECTOR, b"\xff"))
    head = struct.pack("<8s16s5H6x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack(
        "<10I", 0, count, first_directory, 0, _CUTOFF, first_mini, len(table) // _SECTOR + 1, _LAST, 0, 0
    )[:-4]
    head += struct.pack(f"<{count}I", *fat_places)
    return head.ljust(_SECTOR, b"\xff") + b"".join(sectors)


def _entry(
    path: Path, kind: int, entries: Sequence[tuple[Path, int]], numbers: Mapping[Path, int], place: tuple[int, int]
) -> bytes:
    """What stands of a stream or storage in the directory: the others of its storage are a chain to its right."""

    def order(of: Path) -> tuple[int, str]:
        return len(of[-1]), of[-1].upper()

    inside = sorted((p for p, _ in entries if p and p[:-1] == path), key=order)
    beside = sorted((p for p, _ in entries if path and p and p[:-1] == path[:-1]), key=order)
    later = beside[beside.index(path) + 1 :] if path else []
    name = (path[-1] if path else "Root Entry").encode("utf-16-le") + b"\0\0"
    right = numbers[later[0]] if later else _NONE
    child = numbers[inside[0]] if inside else _NONE
    head = struct.pack("<64sHBB3I", name, len(name), kind, 1, _NONE, right, child)
    return head + b"\0" * 36 + struct.pack("<IQ", *place)


def letter(
    text: Mapping[str, str],
    *,
    html: str = "",
    attached: Sequence[tuple[str, bytes]] = (),
    inner: Mapping[Path, bytes] | None = None,
    sent: int = 0,
    folder: Path = (),
    narrow: str = "",
) -> dict[Path, bytes]:
    """The streams of a message: texts by the number of their property, its page, and what is attached.

    inner: the streams of a message that is attached; narrow: the encoding of texts that are not in UTF-16.
    """
    kind, coded = ("001E", narrow) if narrow else ("001F", "utf-16-le")
    found = {(*folder, f"__substg1.0_{number}{kind}"): said.encode(coded) for number, said in text.items()}
    if html:
        found[(*folder, "__substg1.0_10130102")] = html.encode()
    fixed = struct.pack("<IIQ", 0x3FFD0003, 6, {"cp1251": 1251}.get(narrow, 1252))
    fixed += struct.pack("<IIQ", 0x00390040, 6, sent) if sent else b""
    found[(*folder, "__properties_version1.0")] = b"\0" * (24 if folder else 32) + fixed
    for i, (name, data) in enumerate(attached):
        storage = (*folder, f"__attach_version1.0_#{i:08X}")
        found[(*storage, "__substg1.0_3707001F")] = name.encode("utf-16-le")
        found[(*storage, "__substg1.0_37010102")] = data
        found[(*storage, "__properties_version1.0")] = b"\0" * 8
    if inner is not None:
        storage = (*folder, f"__attach_version1.0_#{len(attached):08X}", "__substg1.0_3701000D")
        found.update({(*storage, *path): data for path, data in inner.items()})
    return found


SENT = int((datetime(2026, 11, 23, 18, tzinfo=UTC) - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
"""In Windows' time."""


def msg() -> bytes:
    head = "Message-ID: <ferry@sound.example>\r\nDate: Mon, 23 Nov 2026 18:00:00 +0000\r\nFrom: Ines Roth <ines@sound.example>\r\n"
    said = {
        "001A": "IPM.Note",
        "0037": HEADLINE,
        "0C1A": "Ines Roth",
        "007D": head,
        "1000": f"{FIRST}\r\n\r\n{SECOND}\r\n",
    }
    return compound(letter(said, html=f"<html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>", sent=SENT))


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a document: its runs, each with what is said of it, and what is said of the whole."""

    runs: Sequence[tuple[str, bytes]]
    properties: bytes = b""
    style: int = 0
    end: str = "\r"


def p(text: str, properties: bytes = b"", style: int = 0, end: str = "\r") -> Paragraph:
    return Paragraph([(text, b"")], properties, style, end)


DELETED, HIDDEN, STRUCK = (struct.pack("<HB", code, 1) for code in (0x0800, 0x083C, 0x0837))
IN_TABLE, ENDS_ROW = struct.pack("<HB", 0x2416, 1), struct.pack("<HB", 0x2417, 1)
DROP_CAP = struct.pack("<HH", 0x442C, 1)
LISTED = struct.pack("<HBHH", 0x260A, 0, 0x460B, 1)


def row(*cells: str) -> list[Paragraph]:
    """A row of a table."""
    return [*(p(cell, IN_TABLE, end="\x07") for cell in cells), p("", IN_TABLE + ENDS_ROW, end="\x07")]


STYLES = {
    0: ("Standard", 0),
    1: ("Überschrift 1", 1),
    2: ("Titel", 62),
    3: ("Untertitel", 74),
    4: ("Byline", 0xFFE),
    5: ("Beschriftung", 34),
}
"""Number of a style -> its name in this document, and what it is of Word's own."""


def document(
    paragraphs: Sequence[Paragraph],
    boxes: Sequence[Paragraph] = (),
    notes: str = "",
    narrow: bool = False,
    flags: int = 0,
    kind: int = 0xC1,
) -> dict[Path, bytes]:
    """The streams of a Word document. narrow: its text a byte a character, and in two pieces."""
    told = [*paragraphs, *([p(notes)] if notes else []), *boxes]
    text, places, runs, at = "", [], [], 0
    start, width = 1024, 1 if narrow else 2
    for paragraph in told:
        for words, properties in [*paragraph.runs, (paragraph.end, b"")]:
            runs.append((at, at + len(words.encode("utf-16-le")) // 2, properties))
            at = runs[-1][1]
            text += words
        begun = places[-1][1] if places else 0
        places.append((begun, at, struct.pack("<H", paragraph.style) + paragraph.properties))
    coded = text.encode("cp1252" if narrow else "utf-16-le")
    main = bytearray(start) + coded
    main += b"\0" * (-len(main) % 512)

    def pages(found: Sequence[tuple[int, int, bytes]], each: int) -> bytes:
        """Pages of eight runs behind the text, and the table that names them."""
        ends, numbers = [start], []
        for i in range(0, len(found), 8):
            part = found[i : i + 8]
            page, top = bytearray(512), 511
            struct.pack_into(
                f"<{len(part) + 1}I", page, 0, *(start + width * a for a, _, _ in part), start + width * part[-1][1]
            )
            for k, (_, _, properties) in enumerate(part):
                if each == 13:
                    packed = (
                        bytes([0, len(properties) // 2]) + properties
                        if len(properties) % 2 == 0
                        else bytes([len(properties) // 2 + 1]) + properties
                    )
                else:
                    packed = bytes([len(properties)]) + properties
                top = (top - len(packed)) // 2 * 2
                page[top : top + len(packed)] = packed
                page[4 * (len(part) + 1) + each * k] = top // 2
            page[511] = len(part)
            numbers.append(len(main) // 512)
            ends.append(start + width * part[-1][1])
            main.extend(page)
        return struct.pack(f"<{len(ends)}I", *ends) + struct.pack(f"<{len(numbers)}I", *numbers)

    halves = [0, at // 2, at] if narrow else [0, at]
    placed = [(start + a) * 2 | 0x40000000 if narrow else start for a in halves[:-1]]
    table = struct.pack(f"<{len(halves)}I", *halves) + b"".join(struct.pack("<HIH", 0, place, 0) for place in placed)
    level = struct.pack("<IB19xBB2x", 3, 0, 0, 0) + struct.pack("<H", 2) + "\0.".encode("utf-16-le")
    parts = {
        0xA2: struct.pack("<H18sx", 18, struct.pack("<HH", len(STYLES), 10))[:20]
        + b"".join(map(_style, STYLES.values())),
        0xFA: pages(runs, 1),
        0x102: pages(places, 13),
        0x1A2: b"\x01\x02\x00\x00\x00\x02" + struct.pack("<I", len(table)) + table,
        0x2E2: struct.pack("<HI22xBB", 1, 77, 1, 0) + level,
        0x2EA: struct.pack("<II12x", 1, 77),
    }
    sheet = bytearray()
    for place, data in parts.items():
        struct.pack_into("<II", main, place, len(sheet) + 4, len(data))
        sheet += data
    struct.pack_into("<HH6xH", main, 0, 0xA5EC, kind, flags)
    struct.pack_into(
        "<III", main, 0x4C, sum(e - b for b, e, _ in places[: len(paragraphs)]), len(notes) + 1 if notes else 0, 0
    )
    struct.pack_into("<I", main, 0x64, sum(e - b for b, e, _ in places[len(told) - len(boxes) :]) if boxes else 0)
    return {("WordDocument",): bytes(main), ("0Table",): b"\0" * 4 + bytes(sheet)}


def _style(named: tuple[str, int]) -> bytes:
    name, number = named
    data = struct.pack("<H8x", number) + struct.pack("<H", len(name)) + name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<H", len(data)) + data


def doc() -> bytes:
    """A document with styles in German, a drop cap, a deleted and a hidden word, a link, a list, a table, a text box."""
    link = '\x13 HYPERLINK "https://sound.example" \x14at noon\x15'
    return compound(
        document(
            [
                p(HEADLINE, style=2),
                p("By Ines Roth", style=4),
                p(FIRST[0], DROP_CAP),
                p(FIRST[1:]),
                Paragraph(
                    [
                        (SECOND[:3], b""),
                        ("never ", DELETED),
                        (SECOND[3:9], b""),
                        ("nowhere ", HIDDEN),
                        (SECOND[9:].replace("at noon", link), b""),
                    ]
                ),
                p("What it carries", style=1),
                p("Forty cars.", LISTED),
                p("A dog.\x02", LISTED),
                *row("Pier", "Noon"),
            ],
            boxes=[p("A box: the ferry carries forty cars.")],
            notes="\x02 A note.",
        )
    )
