"""What blogs and note takers hand out of themselves -> entries: exports of Substack, Ghost, Medium and Evernote.

Only what was published is read; drafts, pages about the blog and lists of its readers are not. (An export of WordPress
and one of Blogger are feeds: `feeds.py`.)
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from ..errors import ReadingError
from ..facts.bylines import author_names
from ..facts.dates import iso_date
from ..facts.decoding import decode
from ..model import Article
from ..settings import ReadSettings
from .archives import Archive
from .feeds import Entry, read_entries, web_address
from .markup import child, child_text, children, parse_html, text_of
from .read_later import Item, dicts, text
from .sources import Source

LIST = "posts.csv"
"""Substack's list of posts."""


def substack(archive: Archive) -> list[Entry] | None:
    """The posts of Substack's export: `posts.csv` says what `posts/ID.html` holds; None for other archives."""
    name = min((name for name in archive.names if name.rpartition("/")[2] == LIST), default="")
    rows = csv.DictReader(io.StringIO(decode(archive.read(name), article=archive.article) if name else ""))
    try:
        if "is_published" not in (rows.fieldnames or ()):
            return None
        posts = [row for row in rows if row.get("is_published") == "true"]
    except csv.Error:
        return None
    folder = name.removesuffix(LIST) + "posts/"
    pages = ((post, f"{folder}{post.get('post_id')}.html") for post in posts)
    return [
        Entry(
            title=post.get("title") or "",
            deck=post.get("subtitle") or "",
            html=decode(archive.read(page), article=archive.article),
            published=iso_date(post.get("post_date") or ""),
            guid=post.get("post_id"),
        )
        for post, page in pages
        if page in archive.names
    ]


_MEDIUM = re.compile(r"(?:.*/)?posts/(?P<draft>draft|\d{4}-\d\d-\d\d)_[^/]{0,200}-[0-9a-f]{6,16}\.html")
"""`posts/2026-03-01_The-long-pier-0a1b2c3d4e5f.html`, `posts/draft_The-short-pier-5f4e3d2c1b0a.html`"""


def medium(archive: Archive) -> list[Entry] | None:
    """The stories of Medium's export, each a page in its folder `posts`; None for other archives."""
    pages = [match for name in sorted(archive.names) if (match := _MEDIUM.fullmatch(name))]
    if not pages:
        return None
    found = []
    for name in (match[0] for match in pages if match["draft"] != "draft"):
        page = parse_html(decode(archive.read(name), article=archive.article))
        body = page.xpath("//section[@data-field='body']") if page is not None else []
        if body:
            found.append(_of_medium(page, body[0]))
    return found


def _of_medium(page: Any, body: Any) -> Entry:
    decks = body.xpath(".//*[contains(@class, 'graf--subtitle')]")
    deck = text_of(decks[0]) if decks else ""
    for heading in (*body.xpath(".//*[contains(@class, 'graf--title')]"), *decks[:1]):
        heading.clear(keep_tail=True)  # the page says them above
    times, links = page.xpath("//time[@datetime]/@datetime"), page.xpath("//a[contains(@class, 'p-canonical')]/@href")
    return Entry(
        title=" ".join(page.xpath("string(//h1[contains(@class, 'p-name')])").split()),
        deck=deck,
        tree=body,
        bylines=author_names(page.xpath("//a[contains(@class, 'p-author')]/text()")),
        published=iso_date(times[0]) if times else None,
        url=web_address(links[0]) if links else None,
    )


def is_ghost(document: Any) -> bool:
    """https://ghost.org/docs/migration/custom/: tables of a database under `db` and `data`."""
    return bool(_ghost_tables(document).get("posts"))


def ghost(document: Any, source: Source) -> Iterator[Entry]:
    """The posts of a Ghost export that are published and not pages."""
    tables = _ghost_tables(document)
    names = {user.get("id"): text(user.get("name")) for user in dicts(tables.get("users"))}
    writers: dict[Any, list[str]] = {}
    for pair in sorted(dicts(tables.get("posts_authors")), key=lambda pair: str(pair.get("sort_order", 0)).zfill(4)):
        writers.setdefault(pair.get("post_id"), []).append(names.get(pair.get("author_id"), ""))
    for post in dicts(tables.get("posts")):
        if post.get("status") != "published" or post.get("type") == "page" or post.get("page"):
            continue
        authors = writers.get(post.get("id")) or [names.get(post.get("author_id"), "")]
        yield Entry(
            title=text(post.get("title")),
            deck=text(post.get("custom_excerpt")),
            html=text(post.get("html")),
            text=text(post.get("plaintext")),
            bylines=author_names(authors[:20]),
            published=iso_date(text(post.get("published_at"))),
            modified=iso_date(text(post.get("updated_at"))),
            url=web_address(text(post.get("canonical_url"))),
            picture=web_address(text(post.get("feature_image"))),
            guid=text(post.get("uuid")) or None,
        )


def _ghost_tables(document: Any) -> Item:
    """The tables of a Ghost export by their names; none of other documents."""
    wrapped = dicts(document.get("db")) if isinstance(document, dict) else []
    tables = wrapped[0].get("data") if wrapped else None
    return tables if isinstance(tables, dict) else {}


def read_evernote(root: Any, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The notes of an Evernote export (`.enex`), each an article."""
    return read_entries(map(_note, children(root, "note")), source, settings)


_PROLOG = re.compile(r"\A(?:\s*<[?!][^>]*>)+")


def _note(note: Any) -> Entry:
    """A note as http://xml.evernote.com/pub/evernote-export4.dtd describes it; who has it is nobody's author."""
    attributes, content = child(note, "note-attributes"), child(note, "content")
    return Entry(
        title=child_text(note, "title"),
        html=_PROLOG.sub("", text(content.text)) if content is not None else "",
        published=iso_date(child_text(note, "created")),
        modified=iso_date(child_text(note, "updated")),
        url=web_address(child_text(attributes, "source-url")) if attributes is not None else None,
    )
