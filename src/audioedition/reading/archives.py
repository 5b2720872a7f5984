"""EPUB 2 and 3, and DOCX (ECMA-376) -> Articles. Archives are read in memory, bounded, and never unpacked to disk."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from ..errors import AudioEditionError, ReadingError
from ..facts.bylines import author_names
from ..facts.dates import iso_date
from ..facts.language_codes import language_code
from ..model import Article, Role
from ..settings import ReadSettings
from .composing import Part, compose, opening, without_accounts
from .fragments import tree_parts
from .markup import child, child_text, children, local, parse_xml, text_of
from .outline import XML_LANG
from .plain import slug, unique
from .sources import Source

MAX_MEMBERS = 20_000
_MOST_UNCHECKED = 1_000_000
_MOST_PACKED = 400
"""A member beyond the size before may not unfold to more times its packed size: documents reach 30."""
BROKEN = (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, IndexError)
"""What zipfile raises for a file that is no zip file, or a damaged one."""
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
"""Words in a name or a property that tell of parts of a book that are seldom read."""
_NEVER_TEXT = frozenset(("nav", "cover", "toc", "ncx"))


class Archive:
    """The members of a zip file, by name; together they may not grow beyond `limit` bytes."""

    def __init__(self, data: bytes, article: str, limit: int) -> None:
        self.article = article
        self.left = limit
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = set(self.zip.namelist())
        except BROKEN as e:
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
        packed = self.zip.getinfo(name).compress_size
        if self.left < 0 or (len(data) > _MOST_UNCHECKED and len(data) > _MOST_PACKED * packed):
            raise ReadingError(
                "grows too large when unpacked",
                article=self.article,
                remedy="raise max_bytes in [read] of edition.toml",
            )
        return data


def read_epub(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """An article for each document in the book's reading order that has running text of its own."""
    archive = Archive(data, source.name, settings.max_bytes)
    _refuse_protected(archive)
    path = _package_path(archive)
    package = parse_xml(archive.read(path), source.name)
    book = _book(package)
    found: list[Article | ReadingError] = []
    names: set[str] = set()
    for item in _spine(package)[: settings.max_entries]:
        href = _href(item, path)
        marks = f"{item.get('properties') or ''} {item.get('id') or ''} {posixpath.basename(href)}".lower()
        if "html" not in (item.get("media-type") or "html") or not _NEVER_TEXT.isdisjoint(marks.split()):
            continue
        try:
            root = parse_xml(archive.read(href), source.name)
            chapter = _chapter(root, source, settings, names, apparatus=any(word in marks for word in _APPARATUS))
        except AudioEditionError as e:
            name = unique(f"{source.name}#{slug(posixpath.basename(href))}", names)
            found.append(ReadingError(e.problem, article=name, remedy=e.remedy))
            continue
        if chapter is not None:
            found.append(_chapter_article(chapter, book, source))
    return found


@dataclass(frozen=True, slots=True)
class _Book:
    """What an EPUB's metadata say of the whole book, and so of each chapter that does not say it itself."""

    title: str
    creators: tuple[str, ...]
    published: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class _Chapter:
    name: str
    parts: list[Part]
    headline: str | None
    bylines: tuple[str, ...]
    language: str | None


_ENCRYPTION = "META-INF/encryption.xml"


def _refuse_protected(archive: Archive) -> None:
    """Raises ReadingError for a book under DRM; fonts alone may be encrypted without."""
    encryption = archive.read(_ENCRYPTION) if _ENCRYPTION in archive.names else b""
    if b"EncryptedData" in encryption and "META-INF/rights.xml" in archive.names:
        raise ReadingError("is protected (DRM)", article=archive.article, remedy="give a copy without protection")


def _package_path(archive: Archive) -> str:
    """Where the container says that the package document is."""
    container = parse_xml(archive.read("META-INF/container.xml"), archive.article)
    paths = (n.get("full-path") for n in container.iter() if local(n) == "rootfile")
    return next(filter(None, paths), "")


def _book(package: Any) -> _Book:
    meta = child(package, "metadata")
    return _Book(
        title=child_text(meta, "title"),
        creators=without_accounts(author_names([text_of(n) for n in children(meta, "creator")])),
        published=iso_date(child_text(meta, "date")),
        language=language_code(child_text(meta, "language")),
    )


def _spine(package: Any) -> list[Any]:
    """The items of the reading order."""
    items = {n.get("id"): n for n in package.iter() if local(n) == "item"}
    order = [n for n in package.iter() if local(n) == "itemref" and n.get("linear") != "no"]
    return [items[n.get("idref")] for n in order if n.get("idref") in items]


def _href(item: Any, package: str) -> str:
    """The member that an item names, relative to the package document."""
    href = unquote((item.get("href") or "").partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(package), href))


def _chapter(root: Any, source: Source, settings: ReadSettings, names: set[str], *, apparatus: bool) -> _Chapter | None:
    """The running text of a document; None if there is too little, of which a book's `apparatus` needs more."""
    parts = tree_parts(next((n for n in root.iter() if local(n) == "body"), root), settings)
    headline = _take_headline(parts)
    bylines = printed_byline(parts)
    words = sum(len(p.text.split()) for p in parts if not p.reason)
    if words < (100 if apparatus and not _is_told(root, parts) else 15):
        return None
    headline = headline or next((text_of(n) for n in root.iter() if local(n) == "title"), "") or None
    return _Chapter(
        name=unique(f"{source.name}#{slug(headline or 'chapter')}", names),
        parts=parts,
        headline=headline,
        bylines=bylines,
        language=language_code(root.get("lang") or root.get(XML_LANG)),
    )


def _take_headline(parts: list[Part]) -> str | None:
    """The heading that a document begins with, taken out of its parts."""
    first = next((i for i, part in enumerate(parts) if not part.reason), None)
    return parts.pop(first).text if first is not None and parts[first].role is Role.SUBHEAD else None


_SENTENCE = 8
"""Words of the shortest line that is a sentence for sure."""
_TITLE = 3
"""Words of the shortest link that is the title of a chapter."""


def _is_told(root: Any, parts: Sequence[Part]) -> bool:
    """Whether a document tells something, whatever its file is called, and lists no others: in Calibre's books of news
    every story is an `index.html`."""
    said = (p.text for p in parts if not p.reason and len(p.text.split()) >= _SENTENCE)
    links = (n for n in root.iter() if local(n) == "a" and _is_inside(n.get("href")))
    return any(text[-1] in '.!?”"' for text in said) and all(len(text_of(n).split()) < _TITLE for n in links)


def _is_inside(href: str | None) -> bool:
    """Whether an address leads to another document of the book."""
    return href is not None and not href.startswith("#") and ":" not in href


def _chapter_article(chapter: _Chapter, book: _Book, source: Source) -> Article:
    credit = () if chapter.bylines else book.creators
    return compose(
        [*opening(headline=chapter.headline, bylines=credit), *chapter.parts],
        name=chapter.name,
        headline=chapter.headline,
        bylines=chapter.bylines or book.creators,
        published=book.published,
        language=chapter.language or book.language,
        section=source.section or book.title or None,
    )


def printed_byline(parts: list[Part]) -> tuple[str, ...]:
    """The names in a line `By Ann Orr` among the first parts, which is marked as such."""
    for at, part in enumerate(parts[:4]):
        if part.role in (None, Role.BYLINE, Role.SUBHEAD) and _BY.match(part.text) and len(part.text) < 100:
            if names := author_names([part.text]):
                parts[at] = Part(part.text, Role.BYLINE)
            return names
    return ()
