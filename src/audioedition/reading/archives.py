"""EPUB 2 and 3, and DOCX (ECMA-376) -> Articles. Archives are read in memory, bounded, and never unpacked to disk."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import Any
from urllib.parse import unquote

from ..errors import AudioEditionError, ReadingError
from ..facts.bylines import author_names
from ..facts.dates import iso_date
from ..facts.language_codes import language_code
from ..model import Article, Role
from ..settings import ReadSettings
from .composing import Part, compose, correction, opening
from .fragments import tree_parts
from .markup import child_text, children, local, parse_xml, text_of
from .plain import slug, unique
from .sources import Source

MAX_MEMBERS = 20_000
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BY = re.compile(r"(?:by|von|par|por|di|door)\s", re.I)
_APPARATUS = (
    "cover",
    "toc",
    "nav",
    "titlepage",
    "copyright",
    "colophon",
    "imprint",
    "index",
    "contents",
    "landmarks",
    "halftitle",
)


class Archive:
    """The members of a zip file, by name; together they may not grow beyond `limit` bytes."""

    def __init__(self, data: bytes, article: str, limit: int) -> None:
        self.article = article
        self.left = limit
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = set(self.zip.namelist())
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, IndexError) as e:
            raise ReadingError(f"is a broken archive: {e}", article=article, remedy="save the file again") from e
        if len(self.names) > MAX_MEMBERS:
            raise ReadingError(f"holds more than {MAX_MEMBERS} files", article=article, remedy="split it")

    def read(self, name: str) -> bytes:
        """One member's bytes. Raises ReadingError if it is missing, damaged, encrypted or too large."""
        if name not in self.names:
            raise ReadingError(f"lacks {name[:100]}", article=self.article, remedy="save the file again")
        try:
            with self.zip.open(name) as member:
                data = member.read(self.left + 1)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError, ValueError) as e:
            raise ReadingError(
                f"cannot be unpacked: {e}", article=self.article, remedy="save it without a password"
            ) from e
        self.left -= len(data)
        if self.left < 0:
            raise ReadingError(
                "grows too large when unpacked",
                article=self.article,
                remedy="raise max_bytes in [read] of edition.toml",
            )
        return data


def read_epub(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """An article for each document in the book's reading order that has running text of its own."""
    archive = Archive(data, source.name, settings.max_bytes)
    if (
        "META-INF/encryption.xml" in archive.names
        and b"EncryptedData" in archive.read("META-INF/encryption.xml")
        and "META-INF/rights.xml" in archive.names
    ):
        raise ReadingError("is protected (DRM)", article=source.name, remedy="give a copy without protection")
    container = parse_xml(archive.read("META-INF/container.xml"), source.name)
    opf = next((n.get("full-path") for n in container.iter() if local(n) == "rootfile" and n.get("full-path")), "")
    package = parse_xml(archive.read(opf or ""), source.name)
    meta = next((n for n in package if local(n) == "metadata"), None)
    items = {n.get("id"): n for n in package.iter() if local(n) == "item"}
    order = [
        items[n.get("idref")]
        for n in package.iter()
        if local(n) == "itemref" and n.get("idref") in items and n.get("linear") != "no"
    ]
    language = language_code(child_text(meta, "language"))
    creators = author_names([text_of(n) for n in children(meta, "creator")]) if meta is not None else ()
    published = iso_date(child_text(meta, "date"))
    book = child_text(meta, "title")
    found: list[Article | ReadingError] = []
    names: set[str] = set()
    for item in order[: settings.max_entries]:
        href = posixpath.normpath(
            posixpath.join(posixpath.dirname(opf), unquote((item.get("href") or "").partition("#")[0]))
        )
        marks = f"{item.get('properties') or ''} {item.get('id') or ''} {posixpath.basename(href)}".lower()
        if "html" not in (item.get("media-type") or "html") or any(
            word in marks.split() for word in ("nav", "cover", "toc", "ncx")
        ):
            continue
        try:
            root = parse_xml(archive.read(href), source.name)
            article = _chapter(root, source, settings, names, apparatus=any(word in marks for word in _APPARATUS))
        except AudioEditionError as e:
            found.append(
                ReadingError(
                    e.problem, article=unique(f"{source.name}#{slug(posixpath.basename(href))}", names), remedy=e.remedy
                )
            )
            continue
        if article is not None:
            parts, headline, bylines, name = article
            found.append(
                compose(
                    [*opening(headline=headline, bylines=() if bylines else creators, published=None), *parts],
                    name=name,
                    headline=headline,
                    bylines=bylines or creators,
                    published=published,
                    language=language_code(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"))
                    or language,
                    section=source.section or book or None,
                )
            )
    return found


def _chapter(
    root: Any, source: Source, settings: ReadSettings, names: set[str], *, apparatus: bool
) -> tuple[list[Part], str | None, tuple[str, ...], str] | None:
    body = next((n for n in root.iter() if local(n) == "body"), root)
    parts = tree_parts(body, settings)
    headline = None
    if parts and parts[0].role is Role.SUBHEAD:
        headline = parts.pop(0).text
    bylines = _printed_byline(parts)
    words = sum(len(p.text.split()) for p in parts if not p.reason)
    if words < (100 if apparatus else 15):
        return None
    if not headline:
        headline = next((text_of(n) for n in root.iter() if local(n) == "title"), "") or None
    return parts, headline, bylines, unique(f"{source.name}#{slug(headline or 'chapter')}", names)


def _printed_byline(parts: list[Part]) -> tuple[str, ...]:
    """The names in a line `By Ann Orr` among the first parts, which is marked as such."""
    for at, part in enumerate(parts[:4]):
        if part.role in (None, Role.BYLINE) and _BY.match(part.text) and len(part.text) < 100:
            if names := author_names([part.text]):
                parts[at] = Part(part.text, Role.BYLINE)
            return names
    return ()


def read_docx(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The article in a Word document, its paragraph styles as roles; deleted text and comments are left out."""
    archive = Archive(data, source.name, settings.max_bytes)
    document = parse_xml(archive.read("word/document.xml"), source.name)
    core = parse_xml(archive.read("docProps/core.xml"), source.name) if "docProps/core.xml" in archive.names else None
    body = next((n for n in document if local(n) == "body"), document)
    styles = _style_names(archive, source.name)
    headline: str | None = None
    deck: str | None = None
    bylines: tuple[str, ...] = ()
    parts: list[Part] = []
    capital = ""
    pending = list(reversed(list(body)))
    while pending:
        node = pending.pop()
        name = local(node)
        if name == "tbl":
            rows = [Part(_run_text(p), None, "" if settings.tables else "table") for p in node.iter(f"{_WORD}p")]
            parts += rows
            continue
        if name != "p":
            if name in ("sdt", "sdtContent", "ins", "smartTag", "customXml"):
                pending.extend(reversed(list(node)))
            continue
        style, text = _style(node, styles), capital + " " * (bool(capital) and _opens_apart(node)) + _run_text(node)
        capital = text if _is_drop_cap(node) else ""
        if not text or capital:
            continue
        role = _STYLES.get(style)
        if style == "title" and headline is None:
            headline, role = text, Role.HEADLINE
        elif style.startswith("heading"):
            role = Role.SUBHEAD
            if headline is None and not parts:
                headline, role = text, Role.HEADLINE
        elif style == "subtitle" and deck is None:
            deck = text
        elif role is Role.BYLINE:
            bylines = (*bylines, *author_names([text]))
        parts.append(correction(text) if role is Role.CORRECTION else Part(text, role))
    if headline is None and core is not None and (title := child_text(core, "title")):
        headline = title
        if not parts or parts[0].text.casefold() != title.casefold():
            parts.insert(0, Part(title, Role.HEADLINE))
        else:
            parts[0] = Part(title, Role.HEADLINE)
    bylines = bylines or _printed_byline(parts)
    if not bylines and core is not None:
        bylines = author_names([child_text(core, "creator")])
    return [
        compose(
            parts,
            name=source.name,
            section=source.section,
            headline=headline,
            deck=deck,
            bylines=bylines,
            published=iso_date(child_text(core, "created")),
            modified=iso_date(child_text(core, "modified")),
            language=language_code(child_text(core, "language")),
        )
    ]


_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
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
    for style in styles.iter(f"{_WORD}style"):
        name = next((n.get(f"{_WORD}val") for n in style if local(n) == "name"), None)
        if name and style.get(f"{_WORD}styleId"):
            found[style.get(f"{_WORD}styleId")] = name.lower()
    return found


def _style(paragraph: Any, styles: dict[str, str]) -> str:
    style = next((n.get(f"{_WORD}val") for n in paragraph.iter(f"{_WORD}pStyle")), None) or ""
    return styles.get(style, style).lower()


def _is_drop_cap(paragraph: Any) -> bool:
    """Whether it is a frame that holds the first letter of the next paragraph, set large."""
    return any(n.get(f"{_WORD}dropCap") in ("drop", "margin") for n in paragraph.iter(f"{_WORD}framePr"))


def _opens_apart(paragraph: Any) -> bool:
    """Whether a space stands before its first word: behind a drop cap that is a word, `A` or `I`."""
    first = next((n.text for n in paragraph.iter(f"{_WORD}t") if n.text), "")
    return first[:1].isspace()


def _run_text(paragraph: Any) -> str:
    """The text of a paragraph. What a text box holds twice (`mc:Choice` and its `mc:Fallback`) counts once."""
    pieces = []
    twice = {inner for node in paragraph.iter(_FALLBACK) for inner in node.iter()}
    for node in paragraph.iter():
        name = local(node)
        if node in twice:
            continue
        if name == "t" and node.text:
            pieces.append(node.text)
        elif name in ("tab", "br", "cr") and local(node.getparent()) == "r":
            pieces.append(" ")
        elif name == "noBreakHyphen":
            pieces.append("-")
    return " ".join("".join(pieces).split())
