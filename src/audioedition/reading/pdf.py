"""PDF -> Article: the lines of its pages in the order they were set, joined to paragraphs.

A PDF knows glyphs and places, no paragraphs. Text is set column by column, so that the order in the file is that of
reading; a paragraph ends at a gap, an indent, a change of size or a jump to the next column after a full stop. Lines
that return at the head or foot of the pages are furniture; a word divided at a line's end is joined.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..errors import ReadingError
from ..facts.bylines import author_names
from ..facts.dates import iso_date
from ..facts.decoding import flat
from ..model import Article, Reason, Role
from ..settings import ReadSettings
from .composing import Part, compose, people
from .printed import by_browser, story
from .sources import Source

_MOST_PAGES = 200
_MOST_LINES = 100_000
_FARTHEST = 40.0
"""Points that no two lines of a paragraph are apart."""
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_DIVIDED = re.compile(r"[^\W\d_]-$")
_HYPHEN = re.compile("[\x02\ufffe\xad]$")
_RUN = re.compile("[^\r\n\x02\ufffe]+[\x02\ufffe]?")
"""What PDFium gives for a hyphen at the end of a line."""
_ITEM = re.compile(r"[•◦▪‣–—*-]\s|[•◦▪‣]$")
_ENDS = (".", "!", "?", "”", '"', "’", ":", "…")


@dataclass(slots=True)
class _Line:
    text: str
    page: int
    left: float
    bottom: float
    top: float
    edge: bool
    """Whether it stands in the tenth at the head or foot of its page."""

    @property
    def size(self) -> float:
        return self.top - self.bottom


def read(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The article in a PDF. Raises ReadingError for a scan, which holds pictures of text only."""
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(data)
        known = {key: flat(value) for key, value in document.get_metadata_dict().items()}
        lines = _lines(document)
    except pypdfium2.PdfiumError as e:
        remedy = "save it without a password" if "password" in str(e) else "save or fetch it again"
        raise ReadingError(f"is a PDF that cannot be read: {e}", article=source.name, remedy=remedy) from e
    if not lines:
        raise ReadingError(
            "is a scan: it holds pictures of pages and no text",
            article=source.name,
            remedy="run text recognition on it first",
        )
    parts, title = _paragraphs(lines), known.get("Title", "")
    if printed := by_browser(known.get("Creator", "")):
        parts, headline = story(parts, title)
    else:
        headline = _headline(lines, parts, title)
    day = None if printed else _DATE.match(known.get("CreationDate", ""))
    return [
        compose(
            parts,
            name=source.name,
            section=source.section,
            headline=headline,
            bylines=people(author_names([known.get("Author", "")])),
            published=iso_date("-".join(day.groups())) if day else None,
        )
    ]


def _lines(document: Any) -> list[_Line]:
    lines: list[_Line] = []
    for number in range(min(len(document), _MOST_PAGES)):
        page = document[number]
        height = page.get_height()
        text = page.get_textpage()
        for start, words in _runs(text):
            left, bottom, _, top = text.get_charbox(start, loose=True)
            if not math.isfinite(left + bottom + top):
                continue
            last = lines[-1] if lines and lines[-1].page == number else None
            if last and abs(last.bottom - bottom) < 0.5 * last.size and left > last.left:
                last.text = f"{last.text} {words}"  # more of the same line, in other type
            else:
                edge = bottom > 0.9 * height or top < 0.1 * height
                lines.append(_Line(words, number, left, bottom, top, edge))
            if len(lines) > _MOST_LINES:
                return lines
    return lines


def _runs(text: Any) -> Iterator[tuple[int, str]]:
    """(index of its first character, words) of each line of a page as PDFium tells lines apart: single letters may
    stand where a program likes (browsers place each by itself), the spaces between words are found by their places."""
    from pypdfium2.raw import FPDFText_GetUnicode  # type: ignore[import-untyped]

    characters = "".join(chr(min(FPDFText_GetUnicode(text, i), 0x10FFFF)) for i in range(text.count_chars()))
    for run in _RUN.finditer(characters):
        if words := flat(_HYPHEN.sub("-", run[0])):
            yield run.start() + len(run[0]) - len(run[0].lstrip()), words


def _paragraphs(lines: list[_Line]) -> list[Part]:
    heads = Counter(re.sub(r"\d+", "0", line.text) for line in lines if line.edge)
    pages = lines[-1].page + 1
    leading = _leading(lines)
    sizes: Counter[int] = Counter()
    for line in lines:
        sizes[round(line.size)] += len(line.text)
    usual = sizes.most_common(1)[0][0]
    parts: list[Part] = []
    run: list[_Line] = []
    for line in lines:
        repeated = line.edge and (line.text.isdecimal() or (pages > 1 and heads[re.sub(r"\d+", "0", line.text)] > 1))
        if repeated:
            parts.append(Part(line.text, None, Reason.FURNITURE))
            continue
        if run and _begins(line, run, leading):
            parts.append(_part(run, usual))
            run = []
        run.append(line)
    return [*parts, _part(run, usual)] if run else parts


def _leading(lines: list[_Line]) -> float:
    """From one line to the next, as most lines of the document have it, in points."""
    steps = (a.bottom - b.bottom for a, b in itertools.pairwise(lines))
    usual = Counter(round(step, 1) for step in steps if 0 < step < _FARTHEST).most_common(1)
    return usual[0][0] if usual else 0.0


def _begins(line: _Line, run: list[_Line], leading: float) -> bool:
    """Whether a line begins a paragraph, `run` being the lines of the one before it."""
    last = run[-1]
    if _ITEM.match(line.text):
        return True
    if abs(line.size - last.size) > 0.25 * last.size:
        return True
    jumps = line.page != last.page or line.bottom > last.bottom
    if jumps:
        return last.text.endswith(_ENDS) and not line.text[:1].islower()
    step = last.bottom - line.bottom
    apart = step > max(leading, last.size) + 0.3 * last.size if leading else False
    indent = line.left - min(other.left for other in run)
    return apart or (0.5 * last.size < indent < 4 * last.size and last.text.endswith(_ENDS))


def _part(run: list[_Line], usual: int) -> Part:
    text = ""
    for line in run:
        if _DIVIDED.search(text) and line.text[:1].islower():
            text = text[:-1] + line.text
        else:
            text = f"{text} {line.text}".strip()
    big = run[0].size > 1.2 * usual and len(text) < 200
    return Part(text, Role.SUBHEAD if big else None)


def _headline(lines: list[_Line], parts: list[Part], title: str) -> str | None:
    """The paragraph set largest on the first page, else the document's own title, if it stands there."""
    largest = max((line.size for line in lines if line.page == 0), default=0)
    top = next((line for line in lines if line.page == 0 and line.size > 0.95 * largest), None)
    for at, part in enumerate(parts[:12]):
        if part.role is Role.SUBHEAD and top is not None and part.text.startswith(top.text):
            parts[at] = Part(part.text, Role.HEADLINE)
            return part.text
    return title if title and any(part.text == title for part in parts[:12]) else None
