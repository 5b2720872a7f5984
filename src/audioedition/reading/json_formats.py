"""Parsed JSON -> Articles: JSON Feed 1.1, ninjs 1.x and 2.x (IPTC), posts of WordPress's REST interface."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..errors import ReadingError
from ..facts.bylines import author_names
from ..facts.dates import iso_date
from ..facts.decoding import flat
from ..facts.language_codes import language_code
from ..model import Article
from ..settings import ReadSettings
from .feeds import Entry, read_entries, web_address
from .fragments import html_parts
from .sources import Source


def read_document(document: Any, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The articles of a JSON document. Raises ReadingError if it is of no known kind."""
    if _is_json_feed(document):
        return read_entries(_json_feed(document, source), source, settings)
    items = [item for item in (document if isinstance(document, list) else [document]) if isinstance(item, dict)]
    if items and all(map(_is_post, items)):
        return read_entries(map(_post, items), source, settings)
    if stories := [item for item in items if _is_ninjs(item)]:
        from .newsroom import read_ninjs

        return read_ninjs(stories, source, settings)
    raise ReadingError(
        "is JSON of an unknown kind",
        article=source.name,
        remedy="known: JSON Feed, ninjs, WordPress posts (wp/v2/posts)",
    )


def _is_json_feed(document: Any) -> bool:
    if not isinstance(document, dict) or not isinstance(document.get("items"), list):
        return False
    return "jsonfeed" in str(document.get("version", "jsonfeed"))


def _is_post(item: dict[str, Any]) -> bool:
    """Whether it is a post of WordPress's REST interface."""
    return isinstance(item.get("content"), dict) and isinstance(item.get("title"), dict)


def _is_ninjs(item: dict[str, Any]) -> bool:
    return any(k in item for k in ("body_html", "body_text", "body_xhtml", "bodies")) and (
        "uri" in item or "headline" in item or "headlines" in item
    )


def text(value: Any) -> str:
    """`value` if it is a string, else ''."""
    return value if isinstance(value, str) else ""


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


def _post(post: dict[str, Any]) -> Entry:
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
