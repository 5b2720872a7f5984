"""OpenDocument text and RTF -> Articles."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from ..errors import ReadingError
from ..facts.bylines import author_names
from ..facts.dates import iso_date
from ..facts.decoding import decode
from ..facts.language_codes import language_code
from ..model import Article, Reason, Role
from ..settings import ReadSettings
from . import manuscripts
from .archives import Archive
from .composing import BREAK, Part, compose, joined, lines, made, people
from .markup import local, parse_xml, text_of
from .sources import Source
from .tables import plain_rows, row_said

_STYLES = {"Title": Role.HEADLINE, "Subtitle": Role.DECK, "Caption": Role.CAPTION, "Illustration": Role.CAPTION}
_BESIDE = ("note", "annotation", "tracked-changes", "table-of-content", "sequence-decls", "forms")
_UNSEEN = re.compile(r"\{[^{}]*\\(?:strike|striked1|v)(?![a-z\d])[^{}]*\}")
"""A group of RTF that is struck out or hidden."""
_INFO = re.compile(r"\{\\(title|author)\s([^{}\\]{1,300})\}")


def read_odt(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The article in an OpenDocument text: headings and the styles Title, Subtitle and Caption as roles.

    Notes, comments and deleted text are left out.
    """
    archive = Archive(data, source.name, settings.max_bytes)
    content = parse_xml(archive.read("content.xml"), source.name)
    meta = parse_xml(archive.read("meta.xml"), source.name) if "meta.xml" in archive.names else None
    known = {local(n): text_of(n) for n in meta.iter() if isinstance(n.tag, str)} if meta is not None else {}
    body = next((n for n in content.iter() if local(n) == "text" and "office" in n.tag), content)
    styles = _styles(content)
    parts: list[Part] = []
    pending = [(node, "") for node in reversed(list(body))]
    while pending:
        node, number = pending.pop()
        name = local(node)
        if name in _BESIDE:
            continue
        if name in ("p", "h"):
            parts += _paragraph(node, name, number, styles)
        elif name == "table":
            parts += _table(node, settings)
        else:
            pending.extend(reversed(_numbered(node, name, number, styles)))
    return [_composed(parts, source, known.get("title", ""), known.get("creator", ""), known.get("language"), known)]


def _table(table: Any, settings: ReadSettings) -> list[Part]:
    """The rows of a table, a line each."""
    found = [node for node in table.iter() if local(node) == "table-row"]
    rows = [[text_of(cell) for cell in row if local(cell) == "table-cell"] for row in found]
    said = (row_said(text, told, settings.tables) for text, told in plain_rows(rows))
    return [Part(text, None, "" if read else Reason.TABLE) for text, read in said]


class _Styles(NamedTuple):
    """What a document's own styles say."""

    parents: dict[str, str]
    """Style -> the named one it is derived from."""
    unseen: frozenset[str]
    """Styles of text that is struck out or hidden."""
    counted: frozenset[str]
    """Styles of lists that are numbered."""


def _styles(content: Any) -> _Styles:
    parents, unseen, counted = dict[str, str](), set[str](), set[str]()
    for node in content.iter():
        if local(node) not in ("style", "list-style"):
            continue
        own = _attributes(node)
        name = own.get("name", "")
        inner = [(local(child), _attributes(child)) for child in node]
        if local(node) == "style":
            parents[name] = own.get("parent-style-name", "")
            if any(a.get("text-line-through-style", "none") != "none" or a.get("display") == "none" for _, a in inner):
                unseen.add(name)
        elif inner and inner[0][0] == "list-level-style-number" and inner[0][1].get("num-format") == "1":
            counted.add(name)
    return _Styles(parents, frozenset(unseen), frozenset(counted))


def _attributes(node: Any) -> dict[str, str]:
    """The attributes of an element, by their local names."""
    return {key.rpartition("}")[2]: value for key, value in node.attrib.items()}


def _numbered(node: Any, name: str, number: str, styles: _Styles) -> list[tuple[Any, str]]:
    """What stands in a node, each with the number that its first paragraph has."""
    if name == "list" and _attributes(node).get("style-name") in styles.counted:
        return [(item, f"{i}. ") for i, item in enumerate(node, 1)]
    return [(inner, "" if i else number) for i, inner in enumerate(node)]


def _paragraph(node: Any, name: str, number: str, styles: _Styles) -> list[Part]:
    own = _attributes(node).get("style-name", "")
    role = _STYLES.get(own) or _STYLES.get(styles.parents.get(own, "")) or (Role.SUBHEAD if name == "h" else None)
    text = _words(node, styles.unseen)
    if not text:
        return []
    return [Part(" ".join(text.split()), role)] if role else [Part(line) for line in lines(number + text)]


def _words(node: Any, unseen: frozenset[str]) -> str:
    """The text of a paragraph, its lines apart, without notes and comments in it and what is not seen."""
    pieces: list[str] = [node.text or ""]
    pending = [(child, False) for child in reversed(list(node))]
    while pending:
        child, left = pending.pop()
        if left:
            pieces.append(child.tail or "")
            continue
        pending.append((child, True))
        if local(child) == "line-break":
            pieces.append(BREAK)
        elif local(child) in ("s", "tab"):
            pieces.append(" ")
        elif local(child) not in _BESIDE and isinstance(child.tag, str):
            if _attributes(child).get("style-name") in unseen:
                continue
            pieces.append(child.text or "")
            pending.extend((inner, False) for inner in reversed(list(child)))
    return joined(pieces)


def read_rtf(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The article in an RTF file: its text, a paragraph a line; title and author from its information group."""
    text = text_of_rtf(data, source.name)
    known = dict(_INFO.findall(data[:100_000].decode("latin-1")))
    parts = [Part(line) for line in text.splitlines() if line.strip()]
    return [_composed(parts, source, known.get("title", ""), known.get("author", ""), None, {})]


def text_of_rtf(data: bytes, article: str) -> str:
    """The text of an RTF file, a paragraph a line. Raises ReadingError for what is none."""
    from striprtf.striprtf import rtf_to_text

    code = data.decode("latin-1")
    if not code.lstrip().startswith("{\\rtf"):
        raise ReadingError("is no RTF", article=article, remedy="save it again")
    try:
        text = str(rtf_to_text(_UNSEEN.sub("", code), encoding="cp1252", errors="replace"))  # type: ignore[no-untyped-call]
    except Exception as e:  # whatever goes wrong in a foreign parser
        raise ReadingError(f"is broken RTF: {type(e).__name__}", article=article, remedy="save it again") from e
    return decode(text.encode("utf-8", "replace"))


def _composed(
    parts: list[Part], source: Source, title: str, author: str, language: str | None, known: dict[str, str]
) -> Article:
    if not any(part.text for part in parts):
        raise ReadingError("holds no text", article=source.name, remedy="give a document with an article in it")
    parts, said = manuscripts.told(parts)
    headline = next((part.text for part in parts if part.role is Role.HEADLINE), None)
    if headline is None and parts[0].role is Role.SUBHEAD:
        headline = parts[0].text
        parts[0] = Part(headline, Role.HEADLINE)
    if headline is None and title and parts[0].text.casefold() == title.casefold():
        headline = title
        parts[0] = Part(parts[0].text, Role.HEADLINE)
    saved = iso_date(known.get("date"))
    return compose(
        parts,
        name=source.name,
        section=source.section,
        headline=headline,
        deck=said.get("deck"),
        bylines=said.get("bylines") or people(author_names([author])),
        published=made(iso_date(known.get("creation-date")), saved),
        modified=saved,
        language=language_code(language),
    )
