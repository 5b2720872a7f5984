"""Word documents (`.docx`) -> Articles: their paragraph styles as roles; what is seen of them and no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..errors import ReadingError
from ..facts.bylines import author_names
from ..facts.dates import iso_date
from ..facts.language_codes import language_code
from ..model import Article, Reason, Role
from ..settings import ReadSettings
from . import manuscripts
from .archives import Archive, printed_byline
from .composing import Part, compose, correction, lines, made, people
from .markup import child, child_text, children, local, parse_xml
from .sources import Source
from .tables import plain_rows, row_said
from .word_runs import WORD, Numbering, is_drop_cap, opens_apart, run_text


def read_docx(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The article in a Word document, its paragraph styles as roles; deleted text and comments are left out."""
    archive = Archive(data, source.name, settings.max_bytes)
    document = parse_xml(archive.read("word/document.xml"), source.name)
    core = parse_xml(archive.read("docProps/core.xml"), source.name) if "docProps/core.xml" in archive.names else None
    body = child(document, "body")
    manuscript = Manuscript()
    numbers = Numbering(archive, source.name)
    styles = _style_names(archive, source.name)
    manuscript.take_all(document if body is None else body, styles, numbers, tables=settings.tables)
    manuscript.take_labels()
    manuscript.complete(title=child_text(core, "title"), creator=child_text(core, "creator"))
    text = "\n".join(part.text for part in manuscript.parts)
    saved = iso_date(child_text(core, "modified"))
    return [
        compose(
            manuscript.parts,
            name=source.name,
            notes=manuscripts.notes(text),
            section=source.section,
            headline=manuscript.headline,
            deck=manuscript.deck,
            bylines=manuscript.bylines,
            published=made(iso_date(child_text(core, "created")), saved),
            modified=saved,
            language=language_code(child_text(core, "language")),
        )
    ]


@dataclass(slots=True)
class Manuscript:
    """A Word document as its paragraphs are taken in, one after another."""

    headline: str | None = None
    deck: str | None = None
    bylines: tuple[str, ...] = ()
    parts: list[Part] = field(default_factory=list)

    def take_all(self, body: Any, styles: dict[str, str], numbers: Numbering, *, tables: bool | str) -> None:
        """Every paragraph and table of `body`, a drop cap with the paragraph it belongs to."""
        capital = ""
        for node in _blocks(body):
            if local(node) == "tbl":
                self.take_table(_rows(node), tables)
                continue
            text = capital + " " * (bool(capital) and opens_apart(node)) + run_text(node)
            capital = text if is_drop_cap(node) else ""
            if text and not capital:
                self.take_lines(_style(node, styles), numbers.before(node) + text)

    def take_table(self, rows: Sequence[Sequence[str]], setting: bool | str) -> None:
        """The rows of a table, a line each."""
        said = (row_said(text, with_headings, setting) for text, with_headings in plain_rows(rows))
        self.parts += (Part(text, None, "" if read else Reason.TABLE) for text, read in said)

    def take_lines(self, style: str, text: str) -> None:
        """One paragraph: a title or heading is one line however it was broken."""
        is_body = not style.startswith("heading") and style not in _STYLES
        for line in lines(text) if is_body else [" ".join(text.split())]:
            self.take(style, line)

    def take(self, style: str, text: str) -> None:
        """One paragraph, in the style with this English name."""
        role = Role.SUBHEAD if style.startswith("heading") else _STYLES.get(style) or _own_style(style, text)
        is_first_heading = style.startswith("heading") and not self.parts
        if role is Role.HEADLINE and self.headline is not None:
            role = Role.SUBHEAD
        if self.headline is None and (role is Role.HEADLINE or style == "title" or is_first_heading):
            self.headline, role = text, Role.HEADLINE
        elif role is Role.DECK and self.deck is None:
            self.deck = text
        elif role is Role.BYLINE:
            self.bylines = (*self.bylines, *author_names([text]))
        self.parts.append(correction(text) if role is Role.CORRECTION else Part(text, role))

    def take_labels(self) -> None:
        """What labels of copy say (`HEADLINE: …`), where no style has said it."""
        self.parts, known = manuscripts.told(self.parts)
        self.headline = known.get("headline", self.headline)
        self.deck, self.bylines = known.get("deck", self.deck), known.get("bylines", self.bylines)

    def complete(self, *, title: str, creator: str) -> None:
        """What no paragraph is marked as: the headline and the author of the document's properties."""
        if self.headline is None and title and not _is_headed(self.parts):
            self.headline = title
            if self.parts and self.parts[0].text.casefold() == title.casefold():
                del self.parts[0]
            self.parts.insert(0, Part(title, Role.HEADLINE))
        self.bylines = self.bylines or printed_byline(self.parts) or people(author_names([creator]))


_LONGEST_HEADLINE = 20
"""Words."""
_LONGEST_DECK = 60


def _own_style(style: str, text: str) -> Role | None:
    """What a style that is none of Word's own says by its name; of a paragraph that is too long for it, nothing."""
    role = manuscripts.role_of_style(style)
    longest = _LONGEST_DECK if role in (Role.DECK, Role.CAPTION) else _LONGEST_HEADLINE
    told = role in (Role.HEADLINE, Role.SUBHEAD) and text.endswith(".")
    return role if len(text.split()) <= longest and not told else None


def _is_headed(parts: Sequence[Part]) -> bool:
    """Whether a document's first line is its headline, which has been written again for each: what its properties say
    may be left over from another."""
    first = next((part.text for part in parts if not part.reason), "")
    return 1 < len(first.split()) <= _LONGEST_HEADLINE and first[-1:] not in ".:;,"


def _rows(table: Any) -> list[list[str]]:
    """The cells of a table, row by row."""
    return [[" ".join(run_text(cell).split()) for cell in children(row, "tc")] for row in children(table, "tr")]


_WRAPPERS = ("sdt", "sdtContent", "ins", "smartTag", "customXml")


def _blocks(body: Any) -> Iterator[Any]:
    """The paragraphs and tables of a document's body, in order; those that stand in wrappers too."""
    pending = list(reversed(body))
    while pending:
        node = pending.pop()
        if local(node) in _WRAPPERS:
            pending.extend(reversed(node))
        elif local(node) in ("p", "tbl"):
            yield node


_STYLES = {
    "title": Role.SUBHEAD,
    "subtitle": Role.DECK,
    "caption": Role.CAPTION,
    "byline": Role.BYLINE,
    "author": Role.BYLINE,
    "dateline": Role.DATELINE,
    "date": Role.TIMESTAMP,
    "correction": Role.CORRECTION,
}


def _style_names(archive: Archive, article: str) -> dict[str, str]:
    """Style id -> its English built-in name in lower case (`berschrift1` -> `heading 1`)."""
    if "word/styles.xml" not in archive.names:
        return {}
    styles = parse_xml(archive.read("word/styles.xml"), article)
    found = {}
    for style in styles.iter(f"{WORD}style"):
        name = next((n.get(f"{WORD}val") for n in style if local(n) == "name"), None)
        if name and style.get(f"{WORD}styleId"):
            found[style.get(f"{WORD}styleId")] = name.lower()
    return found


def _style(paragraph: Any, styles: dict[str, str]) -> str:
    style = next((n.get(f"{WORD}val") for n in paragraph.iter(f"{WORD}pStyle")), None) or ""
    return styles.get(style, style).lower()
