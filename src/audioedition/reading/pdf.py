"""PDF -> Article: the lines of its pages in the order they were set, joined to paragraphs.

A PDF knows glyphs and places, no paragraphs. Text is set column by column, so that the order in the file is that of
reading, unless boxes were made in another (`pdf_lines.py`); a paragraph ends at a gap, an indent, a change of size, a
line that was broken on purpose or a jump to the next column after a full stop. Lines that return at the head or foot of
the pages are furniture; a word divided at a line's end is joined.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..errors import ReadingError
from ..facts.bylines import author_names
from ..facts.dates import is_timestamp, iso_date
from ..facts.decoding import flat
from ..model import Article, Reason, Role
from ..segmentation.opening_words import is_release
from ..segmentation.prose import is_sentence
from ..settings import ReadSettings
from .composing import Part, compose, people
from .pdf_lines import Line, in_order, is_short, jumps
from .printed import by_browser, story
from .sources import Source

_MOST_PAGES = 200
_MOST_LINES = 100_000
_OFTEN = 0.15
"""The share of all steps from one line to the next that have to be alike."""
_FARTHEST = 40.0
"""Points that no two lines of a paragraph are apart."""
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_DIVIDED = re.compile(r"[^\W\d_]-$")
_HYPHEN = re.compile("[\x02\ufffe\xad]$")
_RUN = re.compile("[^\r\n\x02\ufffe]+[\x02\ufffe]?")
"""What PDFium gives for a hyphen at the end of a line."""
_ITEM = re.compile(r"[•◦▪‣–—*-]\s|[•◦▪‣]$")
_ENDS = (".", "!", "?", "”", '"', "’", ":", "…")


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
    lines = in_order(lines)
    parts, title = _paragraphs(lines), known.get("Title", "")
    headline = None
    if printed := by_browser(known.get("Creator", "")):
        parts, headline = story(parts, title)
    headline = headline or _headline(lines, parts, title)
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


def _lines(document: Any) -> list[Line]:
    lines: list[Line] = []
    for number in range(min(len(document), _MOST_PAGES)):
        page = document[number]
        height = page.get_height()
        text = page.get_textpage()
        for start, end, words in _runs(text):
            left, bottom, _, top = text.get_charbox(start, loose=True)
            right = text.get_charbox(end - 1, loose=True)[2]
            if not math.isfinite(left + bottom + top + right):
                continue
            last = lines[-1] if lines and lines[-1].page == number else None
            if last and abs(last.bottom - bottom) < 0.5 * last.size and left > last.left:
                _add(last, words, top - bottom, bottom)
                last.right = max(last.right, right)
            else:
                edge = bottom > 0.9 * height or top < 0.1 * height
                lines.append(Line(words, number, left, bottom, top, right, edge))
            if len(lines) > _MOST_LINES:
                return lines
    return lines


_UNIT = re.compile(r"(?:\d|(?<![^\W\d_])(?:[kcm]?m|ft|mi|in))\Z")
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_MARKS = frozenset("0123456789*†‡§")


def _add(line: Line, words: str, size: float, bottom: float) -> None:
    """More of the same line, in other type; small figures that stand high are raised."""
    if size < _SMALL * line.size and bottom > line.bottom + 0.05 * line.size and _MARKS.issuperset(words):
        line.text += _raised(words, line.text)
    else:
        line.text += words if words[0] in ",.;:!?)" else f" {words}"


_SMALL = 0.85
"""How much smaller raised figures are set, at least."""


def _raised(figures: str, before: str) -> str:
    """What figures that are raised say: a power behind a figure or a unit; the mark of a note vanishes."""
    return figures.translate(_RAISED) if _UNIT.search(before) else ""


def _with_raised(text: Any, start: int, run: str) -> str:
    """The words of a run that begins at a character of a page, its raised figures as what they say."""
    signs = [i for i, sign in enumerate(run) if sign in _MARKS]
    letter = next((i for i, sign in enumerate(run) if sign.isalpha()), None)
    if not signs or letter is None:
        return run

    def height(i: int) -> float:
        _, bottom, _, top = text.get_charbox(start + i, loose=True)
        return float(top - bottom)

    small = {i for i in signs if height(i) < _SMALL * height(letter)}
    said = ""
    for i, sign in enumerate(run):
        said = said.rstrip() + _raised(sign, said.rstrip()) if i in small else said + sign
    return said


def _runs(text: Any) -> Iterator[tuple[int, int, str]]:
    """(index of its first character, index behind its last, words) of each line of a page as PDFium tells lines apart:
    single letters may stand where a program likes (browsers place each by itself), the spaces between words are found
    by their places."""
    from pypdfium2.raw import FPDFText_GetUnicode  # type: ignore[import-untyped]

    characters = "".join(chr(min(FPDFText_GetUnicode(text, i), 0x10FFFF)) for i in range(text.count_chars()))
    for run in _RUN.finditer(characters):
        if words := flat(_HYPHEN.sub("-", _with_raised(text, run.start(), run[0]))):
            yield run.end() - len(run[0].lstrip()), run.start() + len(run[0].rstrip()), words


def _paragraphs(lines: list[Line]) -> list[Part]:
    heads = Counter(re.sub(r"\d+", "0", line.text) for line in lines if line.edge)
    pages = lines[-1].page + 1
    leading = _leading(lines)
    sizes: Counter[int] = Counter()
    for line in lines:
        sizes[round(line.size)] += len(line.text)
    usual = sizes.most_common(1)[0][0]
    parts: list[Part] = []
    run: list[Line] = []
    for at, line in enumerate(lines):
        repeated = line.edge and (line.text.isdecimal() or (pages > 1 and heads[re.sub(r"\d+", "0", line.text)] > 1))
        if repeated:
            parts.append(Part(line.text, None, Reason.FURNITURE))
            continue
        if run and _begins(line, run, leading, short=lines[at - 1] is run[-1] and is_short(lines, at - 1)):
            parts.append(_part(run, usual))
            run = []
        run.append(line)
    return [*parts, _part(run, usual)] if run else parts


def _leading(lines: list[Line]) -> float:
    """From one line to the next of a paragraph, in points: the smallest step that comes often. Of notices most lines
    are a paragraph each."""
    steps = Counter(round(a.bottom - b.bottom) for a, b in itertools.pairwise(lines))
    found = {step: count for step, count in steps.items() if 0 < step < _FARTHEST}
    often = max(2.0, _OFTEN * sum(found.values()))
    return min((step for step, count in found.items() if count >= often), default=max(found, default=0))


def _begins(line: Line, run: list[Line], leading: float, *, short: bool) -> bool:
    """Whether a line begins a paragraph, `run` being the lines of the one before it; `short`: the last of them was
    broken on purpose."""
    last = run[-1]
    if _ITEM.match(line.text):
        return True
    if abs(line.size - last.size) > 0.25 * last.size:
        return True
    if jumps(line, last):
        return last.text.endswith(_ENDS) and not line.text[:1].islower()
    step = last.bottom - line.bottom
    apart = step > max(leading, last.size) + 0.3 * last.size if leading else False
    indent = line.left - min(other.left for other in run)
    return apart or short or (0.5 * last.size < indent < 4 * last.size and last.text.endswith(_ENDS))


def _part(run: list[Line], usual: int) -> Part:
    text = ""
    for line in run:
        if _DIVIDED.search(text) and line.text[:1].islower():
            text = text[:-1] + line.text
        else:
            text = f"{text} {line.text}".strip()
    big = run[0].size > 1.2 * usual and len(text) < 200
    return Part(text, Role.SUBHEAD if big else None)


def _headline(lines: list[Line], parts: list[Part], title: str) -> str | None:
    """The paragraph set largest on the first page, below the mark of a press release the first; else the document's own
    title, if it stands there."""
    if (below := _below_release(parts)) is not None:
        return below
    largest = max((line.size for line in lines if line.page == 0), default=0)
    top = next((line for line in lines if line.page == 0 and line.size > 0.95 * largest), None)
    for at, part in enumerate(parts[:_OPENING]):
        if part.role is Role.SUBHEAD and top is not None and part.text.startswith(top.text):
            parts[at] = Part(part.text, Role.HEADLINE)
            return part.text
    return title if title and any(part.text == title for part in parts[:_OPENING]) else None


_OPENING = 12
"""Paragraphs among which the headline is."""


def _below_release(parts: list[Part]) -> str | None:
    """The headline of a press release: what stands above its last mark is the letterhead, and is left out."""
    told = next((i for i, part in enumerate(parts) if is_sentence(part.text)), len(parts))
    marks = [i for i, part in enumerate(parts[: min(told, _OPENING)]) if is_release(part.text)]
    heads = (i for i in range(marks[-1] + 1, told) if len(parts[i].text.split()) > 2) if marks else iter(())
    at = next((i for i in heads if not is_timestamp(parts[i].text)), None)
    if at is None:
        return None
    for i in range(at):
        reason = Reason.PAGE_HEADER if is_release(parts[i].text) else Reason.FURNITURE
        parts[i] = replace(parts[i], role=None, reason=parts[i].reason or reason, rule="letterhead of a release")
    parts[at] = Part(parts[at].text, Role.HEADLINE)
    return parts[at].text
