"""Parsed JSON -> Articles: JSON Feed 1.1, ninjs, WordPress's REST, AP, Ritzau, JSON-LD, read-later exports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ..errors import NoStoryError, ReadingError
from ..facts.bylines import author_names
from ..facts.dates import iso_date
from ..facts.decoding import flat
from ..facts.language_codes import language_code
from ..model import Article
from ..settings import ReadSettings
from .address_lists import REMEDY
from .blog_exports import ghost, is_ghost
from .feeds import Entry, read_entries, web_address
from .fragments import html_parts
from .linked_articles import is_linked, linked
from .read_later import is_outbox, is_starred, is_status, is_wallabag, outbox, starred, statuses, text, wallabag
from .sources import Source
from .wires import is_ritzau, read_ritzau


def read_document(document: Any, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The articles of a JSON document. Raises ReadingError if it is of no known kind."""
    for known, entries in _WHOLE:
        if known(document):
            return read_entries(entries(document, source), source, settings)
    items = _items(document)
    for is_one, of_items in _ITEMS:
        if items and all(map(is_one, items)):
            return read_entries(of_items(items, source), source, settings)
    if stories := [item for item in items if _is_ninjs(item)]:
        from .ninjs import read_ninjs

        return read_ninjs(stories, source, settings)
    if found := [lower for item in items if is_ritzau(lower := {str(k).lower(): v for k, v in item.items()})]:
        return read_ritzau(found, source, settings)
    raise _unknown(items, source)


def _items(document: Any) -> list[dict[str, Any]]:
    """The objects that a document is or holds: a list, one by itself, or what AP's and Wallabag's interfaces wrap."""
    for _ in range(3):
        inner = document.get("data") or document.get("_embedded") if isinstance(document, dict) else None
        if not isinstance(inner, dict) or "title" in document:
            break
        document = inner.get("item") or inner.get("items") or inner
    return [item for item in (document if isinstance(document, list) else [document]) if isinstance(item, dict)]


def _unknown(items: list[dict[str, Any]], source: Source) -> ReadingError:
    if any(isinstance(item.get("renditions"), dict) for item in items):
        story = "is AP's account of a story, without its text"
        return NoStoryError(story, article=source.name, remedy="save what renditions.nitf names beside it")
    if sum(isinstance(item.get("url"), str) for item in items) > len(items) / 2:
        return NoStoryError(
            f"is a list of {len(items)} addresses and holds no text", article=source.name, remedy=REMEDY
        )
    known = (
        "known: JSON Feed, ninjs, JSON-LD with articleBody, WordPress posts, exports of Ghost, Wallabag, feed readers"
    )
    return NoStoryError("is JSON of an unknown kind", article=source.name, remedy=known)


def _is_json_feed(document: Any) -> bool:
    if not isinstance(document, dict) or not isinstance(document.get("items"), list):
        return False
    return "jsonfeed" in str(document.get("version", "jsonfeed"))


def _is_post(item: Mapping[str, Any]) -> bool:
    """Whether it is a post of WordPress's REST interface."""
    return isinstance(item.get("content"), dict) and isinstance(item.get("title"), dict)


def _is_ninjs(item: Mapping[str, Any]) -> bool:
    return any(k in item for k in ("body_html", "body_text", "body_xhtml", "bodies")) and (
        "uri" in item or "headline" in item or "headlines" in item
    )


def _json_feed(feed: dict[str, Any], source: Source) -> Iterable[Entry]:
    for item in feed["items"]:
        if not isinstance(item, dict):
            yield Entry()
            continue
        tags = item.get("tags")
        yield Entry(
            title=text(item.get("title")),
            html=text(item.get("content_html")),
            text=text(item.get("content_text")) or text(item.get("summary")),
            bylines=_people(item) or _people(feed),
            published=iso_date(text(item.get("date_published"))),
            modified=iso_date(text(item.get("date_modified"))),
            language=language_code(text(item.get("language")) or text(feed.get("language"))),
            section=flat(text(tags[0])) or None if isinstance(tags, list) and tags else None,
            url=web_address(text(item.get("url")) or text(item.get("external_url")), source.url),
            picture=web_address(text(item.get("image")) or text(item.get("banner_image")), source.url),
            guid=str(item["id"]) if isinstance(item.get("id"), str | int) else None,
        )


def _people(item: dict[str, Any]) -> tuple[str, ...]:
    authors = item.get("authors") or [item.get("author")]
    if not isinstance(authors, list):
        return ()
    return author_names([text(a.get("name")) for a in authors[:20] if isinstance(a, dict)])


def _posts(posts: Iterable[Mapping[str, Any]], source: Source) -> Iterable[Entry]:
    return map(_post, posts)


def _post(post: Mapping[str, Any]) -> Entry:
    """A post as https://developer.wordpress.org/rest-api/reference/posts/ describes it; authors only if embedded."""
    embedded = post.get("_embedded")
    authors = embedded.get("author") if isinstance(embedded, dict) else None
    names = [text(a.get("name")) for a in authors if isinstance(a, dict)] if isinstance(authors, list) else []
    date = text(post.get("date_gmt"))
    modified = text(post.get("modified_gmt"))
    title = " ".join(p.text for p in html_parts(text(post["title"].get("rendered")), ReadSettings()))
    return Entry(
        title=title,
        html=text(post["content"].get("rendered")),
        bylines=author_names(names),
        published=iso_date(f"{date}+00:00" if date else text(post.get("date"))),
        modified=iso_date(f"{modified}+00:00" if modified else text(post.get("modified"))),
        url=web_address(text(post.get("link"))),
        picture=web_address(text(post.get("jetpack_featured_media_url"))),
        guid=_rendered(post.get("guid")) or None,
    )


def _rendered(value: Any) -> str:
    return text(value.get("rendered")) if isinstance(value, dict) else text(value)


Entries = Callable[[Any, Source], Iterable[Entry]]
_WHOLE: tuple[tuple[Callable[[Any], bool], Entries], ...] = (
    (is_starred, starred),
    (_is_json_feed, _json_feed),
    (is_outbox, outbox),
    (is_linked, linked),
    (is_ghost, ghost),
)
"""Documents that are one thing: what tells it, and its entries."""
_ITEMS: tuple[tuple[Callable[[Mapping[str, Any]], bool], Entries], ...] = (
    (_is_post, _posts),
    (is_wallabag, wallabag),
    (is_status, statuses),
)
"""Documents that are lists of like things, or one of them."""
