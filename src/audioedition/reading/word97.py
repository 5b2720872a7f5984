"""Word 97 to 2003 (`.doc`) -> an Article, by the styles of its paragraphs, as `word.py` reads what Word writes today.

The text lies in pieces (MS-DOC, 2.4.1); what is struck out, hidden or deleted, the instructions of fields, notes, heads
and feet are left out, text boxes follow the text. A part of the file that is damaged costs what it says of the text.
"""

from __future__ import annotations

import bisect
import itertools
import re
import struct
from dataclasses import dataclass

from ..errors import ReadingError
from ..facts.dates import iso_date
from ..model import Article
from ..settings import ReadSettings
from . import manuscripts
from .composing import BREAK, compose, joined, made
from .compound import Compound
from .sources import Source
from .word import Manuscript
from .word97_properties import About, Lists, Paragraphs, Unseen, style_names, u16, u32

_WORD_97 = 0xC1
"""The number of the first format that lies in pieces; those of Word 6 and 95 are smaller."""
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_LENGTHS = (0x4C, 0x50, 0x54, 0x5C, 0x60, 0x64)
"""Where the lengths stand: of the text, its footnotes, heads and feet, comments, endnotes and text boxes."""
_STYLES, _CHARACTERS, _PARAGRAPHS, _CLX, _LISTS, _USES = 0xA2, 0xFA, 0x102, 0x1A2, 0x2E2, 0x2EA
"""Where in the file information block it stands where these lie."""
_CELL = "\x07"
_PARAGRAPH = re.compile(r"[^\r\x07\x0c]*[\r\x07\x0c]|[^\r\x07\x0c]+\Z")
_FIELD = re.compile(r"[\x13-\x15]")
"""Where a field begins, what it gave begins, and it ends."""
_SIGNS = str.maketrans({"\x0b": BREAK, "\x0e": BREAK, "\t": " ", "\x1e": "-", "\x1f": ""})
_OTHERS = re.compile(r"[\0-\x08\x0a-\x1f]")
"""Ends, and where a picture, the mark of a note or a shape stands."""


def read_doc(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The article in a Word document. Raises ReadingError for one that is encrypted, or older than Word 97."""
    file = Compound(data, source.name, settings.max_bytes)
    manuscript, document = Manuscript(), _opened(file, source.name)
    _take(manuscript, document, settings)
    manuscript.take_labels()
    known = file.said_of_itself()
    saved = iso_date(known.get("saved"))
    manuscript.complete(title=known.get("title", ""), creator=known.get("author", ""))
    return [
        compose(
            manuscript.parts,
            name=source.name,
            notes=manuscripts.notes("\n".join(part.text for part in manuscript.parts)),
            section=source.section,
            headline=manuscript.headline,
            deck=manuscript.deck,
            bylines=manuscript.bylines,
            published=made(iso_date(known.get("created")), saved),
            modified=saved,
        )
    ]


@dataclass(frozen=True)
class _Document:
    """The streams of a document."""

    main: bytes
    table: bytes

    def number(self, at: int) -> int:
        """The four bytes at a place of the file information block."""
        return u32(self.main, at)

    def structure(self, at: int) -> bytes:
        """What the block says lies in the table stream: its place, and behind that its length."""
        start = self.number(at)
        return self.table[start : start + self.number(at + 4)]


def _opened(file: Compound, article: str) -> _Document:
    main = file.read("WordDocument")
    kind, flags = u16(main, 2), u16(main, 10)
    if len(main) < _CLX + 8:
        raise ReadingError("is damaged", article=article, remedy="open it in Word and save it again")
    if flags & _ENCRYPTED:
        raise ReadingError("is encrypted", article=article, remedy="save it without a password")
    if kind < _WORD_97:
        raise ReadingError("was written by a Word older than 97", article=article, remedy="save it as .docx or .odt")
    name, other = ("1Table", "0Table") if flags & _TABLE_1 else ("0Table", "1Table")
    return _Document(main, file.read(name) or file.read(other))


@dataclass(frozen=True)
class _Piece:
    """A run of the text as it lies in the file."""

    text: str
    """A character for each that the document counts: half of one beyond the first 65,536."""
    start: int
    """In bytes of the document's stream."""
    width: int
    """Bytes a character."""


def _pieces(document: _Document) -> list[_Piece]:
    """The text. No more of it than the stream has bytes: what is listed twice is none of Word's."""
    places, kinds = _piece_table(document.structure(_CLX))
    found: list[_Piece] = []
    left = len(document.main)
    for start, end, kind in zip(places, places[1:], kinds, strict=False):
        size = min(max(end - start, 0), left)
        left -= size
        at, width = (kind & 0x3FFFFFFF, 2) if not kind & 0x40000000 else ((kind & 0x3FFFFFFF) // 2, 1)
        data = document.main[at : at + size * width]
        if width == 1:
            text = data.decode("cp1252", "replace")
        else:
            text = "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2])))
        found.append(_Piece(text, at, width))
    return found


def _piece_table(clx: bytes) -> tuple[list[int], list[int]]:
    """Where each piece begins in the text (and the last ends), and where it lies."""
    at = 0
    while clx[at : at + 1] == b"\x01":
        at += 3 + u16(clx, at + 1)
    table = clx[at + 5 : at + 5 + u32(clx, at + 1)] if clx[at : at + 1] == b"\x02" else b""
    count = max(len(table) - 4, 0) // 12
    behind = 4 * (count + 1)
    return [u32(table, 4 * i) for i in range(count + 1)], [u32(table, behind + 8 * i + 2) for i in range(count)]


def _seen(piece: _Piece, unseen: Unseen) -> str:
    """The characters of a piece, a NUL in the place of each that is not seen."""
    signs: list[str] = []
    at = 0
    for start, stop in unseen.within(piece.start, piece.start + len(piece.text) * piece.width):
        first, last = (start - piece.start) // piece.width, (stop - piece.start) // piece.width
        signs += [piece.text[at:first], "\0" * (last - first)]
        at = last
    return "".join(signs) + piece.text[at:]


def _without_fields(text: str) -> str:
    """A text without the instructions of its fields (a link's address), and with what they gave; of the same length."""
    opened: list[list[int]] = []
    hidden: list[tuple[int, int]] = []
    for found in _FIELD.finditer(text):
        if found[0] == "\x13":
            opened.append([found.start()])
        elif opened and found[0] == "\x14":
            opened[-1].append(found.start())
        elif opened:
            begun, *then = opened.pop()
            hidden.append((begun, then[0] if then else found.start()))
    signs: list[str] = []
    at = 0
    for start, end in sorted(hidden):
        if end > at:
            signs += [text[at : max(start, at)], "\0" * (end - max(start, at))]
            at = end
    return "".join(signs) + text[at:]


class _Taking:
    """The paragraphs and tables of a document as they come."""

    def __init__(self, manuscript: Manuscript, document: _Document, tables: bool | str) -> None:
        self.manuscript, self.tables = manuscript, tables
        self.styles = style_names(document.structure(_STYLES))
        self.lists = Lists(document.table, document.number(_LISTS), document.structure(_USES))
        self.capital = ""
        self.cell: list[str] = []
        self.row: list[str] = []
        self.rows: list[list[str]] = []

    def take(self, text: str, sign: str, about: About) -> None:
        """A paragraph that ends with `sign`."""
        if sign == _CELL or about.in_table:
            self._in_table(text, sign, about)
            return
        self.end_table()
        if about.drop_cap:
            self.capital = text
        elif text:
            self.manuscript.take_lines(self.styles.get(about.style, ""), self.lists.before(about) + self.capital + text)
            self.capital = ""

    def _in_table(self, text: str, sign: str, about: About) -> None:
        if sign == _CELL and about.ends_row:
            self.rows.append(self.row)
            self.row = []
            return
        self.cell += text.split()
        if sign == _CELL:
            self.row.append(" ".join(self.cell))
            self.cell = []

    def end_table(self) -> None:
        """What follows stands in no table."""
        if self.cell:
            self.row.append(" ".join(self.cell))
        rows = [*self.rows, self.row] if self.row else self.rows
        self.manuscript.take_table(rows, self.tables)
        self.cell, self.row, self.rows = [], [], []


def _take(manuscript: Manuscript, document: _Document, settings: ReadSettings) -> None:
    """The paragraphs and tables of a document, and behind them those of its text boxes."""
    pieces = _pieces(document)
    unseen = Unseen(document.main, document.structure(_CHARACTERS))
    paragraphs = Paragraphs(document.main, document.structure(_PARAGRAPHS))
    written = "".join(piece.text for piece in pieces)
    text = _without_fields("".join(_seen(piece, unseen) for piece in pieces))
    begins = list(itertools.accumulate((len(piece.text) for piece in pieces), initial=0))
    lengths = [document.number(at) for at in _LENGTHS]
    boxes = sum(lengths[:-1])
    taking = _Taking(manuscript, document, settings.tables)
    for first, last in ((0, lengths[0] or len(written)), (boxes, boxes + lengths[-1])):
        for found in _PARAGRAPH.finditer(written, first, min(last, len(written))):
            end = found.end() - 1
            number = bisect.bisect_right(begins, end) - 1
            place = pieces[number].start + (end - begins[number]) * pieces[number].width
            taking.take(_shown(text[found.start() : found.end()]), found[0][-1], paragraphs.at(place))
        taking.end_table()


def _shown(text: str) -> str:
    """A paragraph as it is printed, its lines apart."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return joined([_OTHERS.sub("", whole.translate(_SIGNS))])
