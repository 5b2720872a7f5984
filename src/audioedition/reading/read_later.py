"""Exports of read-later services and readers in JSON -> entries: Wallabag, and those that follow Google Reader
(FreshRSS, Inoreader); posts of Mastodon (an account's archive, and what its interface answers).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..facts.bylines import author_names
from ..facts.dates import iso_date
from ..facts.language_codes import language_code
from .feeds import Entry, web_address
from .sources import Source

Item = Mapping[str, Any]


def text(value: Any) -> str:
    """`value` if it is a string, else ''."""
    return value if isinstance(value, str) else ""


def dicts(value: Any) -> list[Item]:
    """The objects in a list; none in anything else."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def is_wallabag(item: Item) -> bool:
    """https://doc.wallabag.org/en/user/articles/: an article of an export, which holds its text as HTML."""
    return isinstance(item.get("content"), str) and "title" in item and ("is_archived" in item or "is_starred" in item)


def wallabag(items: Iterable[Item], source: Source) -> Iterator[Entry]:
    """Articles of Wallabag. `user_name` is whose account it is, and so nobody's who wrote."""
    for item in items:
        authors = item.get("published_by")
        yield Entry(
            title=text(item.get("title")),
            html=text(item.get("content")),
            bylines=author_names([text(a) for a in authors[:20]] if isinstance(authors, list) else [text(authors)]),
            published=iso_date(text(item.get("published_at"))),
            language=language_code(text(item.get("language"))),
            url=web_address(text(item.get("url")) or text(item.get("given_url"))),
            picture=web_address(text(item.get("preview_picture"))),
            guid=text(item.get("uid")) or text(item.get("url")) or None,
        )


def is_starred(document: Any) -> bool:
    """Items of Google Reader's interface: https://github.com/mihaip/google-reader-api."""
    items = dicts(document.get("items")) if isinstance(document, dict) else []
    return bool(items) and all(("summary" in i or "content" in i) and "origin" in i for i in items)


def starred(document: Item, source: Source) -> Iterator[Entry]:
    """Articles that somebody starred in a reader of feeds."""
    for item in dicts(document.get("items")):
        bodies = [text(i.get("content")) for i in (item.get("content"), item.get("summary")) if isinstance(i, dict)]
        links = [text(a.get("href")) for a in (*dicts(item.get("canonical")), *dicts(item.get("alternate")))]
        yield Entry(
            title=text(item.get("title")),
            html=next(filter(None, bodies), ""),
            bylines=author_names([text(item.get("author"))]),
            published=_since_1970(item.get("published")),
            url=web_address(next(filter(None, links), "")),
            guid=text(item.get("id")) or None,
        )


def is_outbox(document: Any) -> bool:
    """An account's posts as ActivityPub has them, `outbox.json` of a Mastodon archive."""
    return isinstance(document, dict) and isinstance(document.get("orderedItems"), list)


def outbox(document: Item, source: Source) -> Iterator[Entry]:
    """The posts that the account wrote itself: what it boosted is an address only."""
    for activity in dicts(document.get("orderedItems")):
        note = activity.get("object")
        if isinstance(note, dict) and text(note.get("content")):
            yield Entry(
                title=text(note.get("summary")) or text(note.get("name")),
                html=text(note.get("content")),
                published=iso_date(text(note.get("published"))),
                modified=iso_date(text(note.get("updated"))),
                language=next(iter(note["contentMap"]), None) if isinstance(note.get("contentMap"), dict) else None,
                url=web_address(text(note.get("url"))),
                guid=text(note.get("id")) or None,
            )


def is_status(item: Item) -> bool:
    """https://docs.joinmastodon.org/entities/Status."""
    return isinstance(item.get("account"), dict) and isinstance(item.get("content"), str)


def statuses(items: Iterable[Item], source: Source) -> Iterator[Entry]:
    """Posts as Mastodon's interface gives them, a boost as what was boosted."""
    for item in items:
        post = item["reblog"] if isinstance(item.get("reblog"), dict) else item
        account = post.get("account")
        name = text(account.get("display_name")) if isinstance(account, dict) else ""
        yield Entry(
            title=text(post.get("spoiler_text")),
            html=text(post.get("content")),
            bylines=author_names([re.sub(r":\w+:", "", name)]),
            published=iso_date(text(post.get("created_at"))),
            modified=iso_date(text(post.get("edited_at"))),
            language=language_code(text(post.get("language"))),
            url=web_address(text(post.get("url"))),
            guid=text(post.get("uri")) or None,
        )


def _since_1970(seconds: Any) -> str | None:
    if not isinstance(seconds, int) or not 0 < seconds < 10**11:
        return None
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).isoformat()
