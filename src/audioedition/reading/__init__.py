"""Bytes, a path or an address -> `Article`: the only place that knows source formats. docs/formats.md lists them.

`find_sources` says what there is to read, `load` gets its bytes, `read_source` makes articles of them. What a source
knows (headline, authors, date, roles of its parts) becomes fields and marks of the Article; nothing is guessed here
that the segmenter can tell from the text. Whatever bytes come in, only `ReadingError` comes out.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..errors import AudioEditionError, ReadingError
from ..facts.date_order import as_said
from ..facts.language import with_language
from ..model import Article
from ..settings import ReadSettings, TextSettings
from .endings import DOCX, REMEDIES, TYPES
from .kinds import told
from .plain import slug, unique
from .sources import Source, find_sources, load
from .unread import passed_over

__all__ = ["TYPES", "Source", "find_sources", "load", "passed_over", "read_article", "read_articles", "read_source"]

_DEFAULTS = ReadSettings()
_TEXT = TextSettings()
_READERS = {
    "text/plain": "plain:read",
    "text/markdown": "markdown:read",
    "text/x-markdown": "markdown:read",
    "text/html": "webpage:read",
    "application/xhtml+xml": "webpage:read",
    "application/xml": "documents:read_xml",
    "text/xml": "documents:read_xml",
    "application/rss+xml": "documents:read_xml",
    "application/atom+xml": "documents:read_xml",
    "application/json": "documents:read_json",
    "application/feed+json": "documents:read_json",
    "application/ld+json": "documents:read_json",
    "application/epub+zip": "archives:read_epub",
    DOCX: "word:read_docx",
    "application/vnd.adobe.indesign-idml-package": "indesign:read_idml",
    "application/msword": "word97:read_doc",
    "application/vnd.ms-outlook": "outlook:read_msg",
    "message/rfc822": "mail:read",
    "application/mbox": "mail:read_mailbox",
    "multipart/related": "saved_pages:read_mhtml",
    "application/x-webarchive": "saved_pages:read_webarchive",
    "application/vnd.oasis.opendocument.text": "office:read_odt",
    "application/rtf": "office:read_rtf",
    "application/pdf": "pdf:read",
    "application/zip": "bundles:read_zip",
    "application/x-iptc-7901": "wires:read_7901",
    "text/vtt": "transcripts:read",
    "application/x-subrip": "transcripts:read",
    "application/x-netscape-bookmarks": "address_lists:read_bookmarks",
}
"""Media type -> `module:function`, called as function(data, source, settings) -> list of articles and errors."""


def read_article(source: str | Path, *, media_type: str | None = None, settings: ReadSettings = _DEFAULTS) -> Article:
    """The article in the file `source` names; with `media_type`, a str is the text itself.

    Plain text is always one article. Raises ReadingError for anything that cannot be read, and for a file that holds
    several articles (use `read_articles`).
    """
    given, data = _given(source, media_type, settings)
    if told(given, data) == "text/plain":
        from .plain import read_one

        return with_language(read_one(data, given))
    articles = read_source(given, data, settings)
    if not articles:
        raise ReadingError("is marked as a draft", article=given.name, remedy="set draft: false")
    if len(articles) > 1:
        raise ReadingError(f"holds {len(articles)} articles", article=given.name, remedy="use read_articles")
    if isinstance(articles[0], ReadingError):
        raise articles[0]
    return articles[0]


def read_articles(
    source: str | Path, *, media_type: str | None = None, settings: ReadSettings = _DEFAULTS
) -> list[Article | ReadingError]:
    """Every article of a source, as `read_article` takes it; an entry that cannot be read is its error.

    Raises ReadingError if the source as a whole cannot be read.
    """
    given, data = _given(source, media_type, settings)
    return read_source(given, data, settings)


def _given(source: str | Path, media_type: str | None, settings: ReadSettings) -> tuple[Source, bytes]:
    if isinstance(source, str) and media_type is not None:
        return Source("text", media_type=media_type), source.encode("utf-8", "surrogatepass")
    path = Path(source)
    given = Source(path.name, path=str(path), media_type=media_type or TYPES.get(path.suffix.lower()))
    return given, load(given, settings)


def read_source(
    source: Source, data: bytes, settings: ReadSettings, text: TextSettings = _TEXT
) -> list[Article | ReadingError]:
    """The articles in `data`, which is what `source` holds: one, several for feeds, mailboxes and collections, none for
    a draft. What 3/4/2025 is, `text` may say.

    A pure function. Each article is named after the source (`NAME#entry` where there are several). A bad entry of a
    good source stands as its ReadingError among the rest. Raises ReadingError if nothing at all can be read.
    """
    media_type = told(source, data)
    if media_type not in _READERS:
        raise _not_read(media_type, source)
    module, _, function = _READERS[media_type].partition(":")
    try:
        with as_said(text.english, text.date_order):
            articles = getattr(importlib.import_module(f".{module}", __name__), function)(data, source, settings)
    except AudioEditionError as e:
        e.article = e.article or source.name
        raise
    except Exception as e:
        # The promise of docs/formats.md; the fuzz tests call the readers directly, so that this hides nothing there.
        raise ReadingError(
            f"cannot be read as {media_type}: {type(e).__name__}: {e}", article=source.name, remedy="check the file"
        ) from e
    if not articles and "markdown" not in media_type:
        raise ReadingError("holds no article", article=source.name, remedy="check the file")
    return [with_language(a) if isinstance(a, Article) else a for a in _named(articles, source)]


_OTHERS = {
    "x-encrypted": ("encrypted", "save it without a password"),
    "sheet": ("a spreadsheet", REMEDIES[".xlsx"]),
    "presentation": ("a presentation", REMEDIES[".pptx"]),
    "ms-excel": ("a spreadsheet", REMEDIES[".xlsx"]),
    "ms-powerpoint": ("a presentation", REMEDIES[".pptx"]),
    "image": ("a picture", REMEDIES[".png"]),
}
"""A word of a media type -> what it is called, and what can be done."""


def _not_read(media_type: str, source: Source) -> ReadingError:
    """What is said of a file that has the content of something else."""
    for word, (called, remedy) in _OTHERS.items():
        if word in re.split(r"[/.]", media_type):
            return ReadingError(f"is {called}", article=source.name, remedy=remedy)
    remedy = "known: " + ", ".join(_READERS)
    return ReadingError(f"has the type {media_type}, which is not read", article=source.name, remedy=remedy)


def _named(articles: Sequence[Article | ReadingError], source: Source) -> list[Article | ReadingError]:
    """An entry that has an identifier is named after it: titles change, and tomorrow another may have the same."""
    marked = [isinstance(a, Article) and bool(a.guid) and a.name.startswith(f"{source.name}#") for a in articles]
    names = {a.name for a, own in zip(articles, marked, strict=True) if isinstance(a, Article) and not own}
    named: list[Article | ReadingError] = []
    for article, own in zip(articles, marked, strict=True):
        if isinstance(article, Article) and own:
            identity = re.sub(r"^<?(?:https?://[^/]*/|urn:(?:uuid:)?|tag:)", "", article.guid or "")[-60:]
            article = replace(article, name=unique(f"{source.name}#{slug(identity)}", names))
        named.append(article)
    return named
