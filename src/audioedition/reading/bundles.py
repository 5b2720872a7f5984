"""Zip files of anything that is read -> Articles: what a note taker, a blog or a read-later service exports.

Read in memory, bounded, and never unpacked to disk. Omnivore's export keeps titles, authors and dates apart from the
texts (`metadata_0_to_20.json` beside `content/SLUG.html`), so does Readeck's (`bookmarks/UID/info.json` beside
`bookmarks/UID/container/index.html`); they are put together.
"""

from __future__ import annotations

import json
import posixpath
import re
import zipfile
from collections import Counter
from dataclasses import replace
from typing import Any

from ..errors import AudioEditionError, NoStoryError, ReadingError
from ..facts.bylines import author_names
from ..facts.dates import iso_date
from ..facts.decoding import decode
from ..facts.language_codes import language_code
from ..model import Article
from ..settings import ReadSettings
from .archives import BROKEN, Archive
from .blog_exports import LIST, medium, substack
from .endings import TYPES, is_left_over
from .feeds import Entry, read_entries, web_address
from .read_later import Item, dicts, text
from .sections import section_of
from .sources import Source

_MOST_NESTED = 20
"""Zip files in a zip file; Notion packs large exports so."""
_DEPTH = 2
_READECK = re.compile(r"bookmarks/[^/]{1,100}/info\.json")
_OMNIVORE = re.compile(r"(?:.*/)?metadata_\d+_to_\d+\.json")


def read_zip(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The articles of every file in a zip file that a reader knows, named `NAME#path`; a bad file is its error.

    Raises ReadingError if there is none.
    """
    return _read(data, source, settings, _DEPTH)


def _read(data: bytes, source: Source, settings: ReadSettings, depth: int) -> list[Article | ReadingError]:
    archive = Archive(data, source.name, settings.max_bytes)
    found: list[Article | ReadingError] = []
    for export in (_omnivore, _readeck, substack, medium):
        if (entries := export(archive)) is not None:
            return read_entries(entries, source, settings)
    nested = 0
    for path in sorted(readable(archive.names)):
        if len(found) >= settings.max_entries:
            found.append(_too_many(source, settings))
            break
        kind = TYPES[_suffix(path)]
        if kind == "application/zip":
            nested += 1
            if depth < 1 or nested > _MOST_NESTED:
                continue
        found += _member(archive, path, kind, source, settings, depth)
    if not found:
        raise ReadingError("holds no file that is read", article=source.name, remedy="docs/formats.md says what can be")
    return found


def _too_many(source: Source, settings: ReadSettings) -> ReadingError:
    return ReadingError(
        f"holds more than {settings.max_entries} articles; the others were not read",
        article=source.name,
        remedy="raise max_entries in [read] of edition.toml",
    )


def _member(
    archive: Archive, path: str, kind: str, source: Source, settings: ReadSettings, depth: int
) -> list[Article | ReadingError]:
    """The articles of one file of the archive, or its error."""
    from . import read_source

    name = f"{source.name}#{path}"
    section = source.section or section_of(posixpath.dirname(path).rpartition("/")[2])
    inner = Source(name, media_type=kind, section=section)
    try:
        data = archive.read(path)
        if not data.strip():
            raise ReadingError("is empty", article=name, remedy="put an article in it or remove it")
        if kind == "application/zip":
            return _read(data, inner, replace(settings, max_bytes=max(archive.left, 1)), depth - 1)
        return read_source(inner, data, settings)
    except AudioEditionError as e:
        refused = NoStoryError if isinstance(e, NoStoryError) else ReadingError
        return [refused(e.problem, article=name, line=e.line, remedy=e.remedy)]


def readable(names: set[str]) -> list[str]:
    """The names of files in an archive that a reader knows: none hidden, none of the system's own, no lists."""
    return [n for n in names if not is_hidden(n) and TYPES.get(_suffix(n), "text/uri-list") != "text/uri-list"]


def is_hidden(name: str) -> bool:
    """Whether a name in an archive is a folder's, hidden, or one that macOS adds."""
    return name.endswith("/") or any(is_left_over(part) or part == "__MACOSX" for part in name.split("/"))


def endings(path: str) -> Counter[str]:
    """How many files of each ending a zip file holds, without an export's own lists; nothing for what is none."""
    try:
        with zipfile.ZipFile(path) as file:
            names = file.namelist()
    except BROKEN:
        return Counter()
    told = {".csv"} if any(name.rpartition("/")[2] == LIST for name in names) else set()
    endings = (_suffix(name) for name in names if not is_hidden(name))
    return Counter(suffix for suffix in endings if suffix not in told)


def _suffix(name: str) -> str:
    return posixpath.splitext(name)[1].lower()


def _known(archive: Archive, path: str) -> Any:
    """The JSON in a file of an export; None where it is none."""
    try:
        return json.loads(decode(archive.read(path), article=archive.article))
    except (ValueError, RecursionError, ReadingError):
        return None


def _readeck(archive: Archive) -> list[Entry] | None:
    """The articles of an export of Readeck (`readeck export`, or the backup of one's account), read or not; None for
    other archives."""
    if "data.json" not in archive.names:
        return None
    entries: list[Entry] = []
    for path in filter(_READECK.fullmatch, sorted(archive.names)):
        info = _known(archive, path)
        if isinstance(info, dict) and (entry := _kept(archive, posixpath.dirname(path), info)):
            entries.append(entry)
    return entries or None


def _kept(archive: Archive, folder: str, item: Item) -> Entry | None:
    files = item.get("Files")
    article = files.get("article") if isinstance(files, dict) else None
    name = text(article.get("name")) if isinstance(article, dict) else ""
    page = posixpath.join(folder, "container", name or "index.html")
    if page not in archive.names:
        return None  # a picture or a film
    authors = item.get("Authors")
    return Entry(
        title=text(item.get("Title")),
        html=decode(archive.read(page), article=archive.article),
        bylines=author_names(map(text, authors[:20])) if isinstance(authors, list) else (),
        published=iso_date(text(item.get("Published"))),
        language=language_code(text(item.get("Lang"))),
        url=web_address(text(item.get("URL"))),
        guid=text(item.get("UID")) or None,
    )


def _omnivore(archive: Archive) -> list[Entry] | None:
    """The articles of an export of Omnivore whose text is in it; None for other archives."""
    entries: list[Entry] = []
    for path in filter(_OMNIVORE.fullmatch, sorted(archive.names)):
        folder = posixpath.dirname(path)
        entries += [e for item in dicts(_known(archive, path)) if (e := _saved(archive, folder, item))]
    return entries or None


def _saved(archive: Archive, folder: str, item: Item) -> Entry | None:
    page = posixpath.join(folder, "content", f"{text(item.get('slug'))}.html")
    if page not in archive.names:
        return None
    return Entry(
        title=text(item.get("title")),
        html=decode(archive.read(page), article=archive.article),
        bylines=author_names([text(item.get("author"))]),
        published=iso_date(text(item.get("publishedAt"))),
        url=web_address(text(item.get("url"))),
        picture=web_address(text(item.get("thumbnail"))),
        guid=text(item.get("id")) or None,
    )
