"""Documents of JSON-LD -> entries: articles with their text, alone, in a graph, a list or a feed (https://schema.org)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..facts.bylines import author_names
from ..facts.dates import iso_date
from ..facts.language_codes import language_code
from .feeds import Entry, web_address
from .linked_data import first_text, flatten, names_in, objects, types
from .sources import Source

_PARTS = (
    "@graph", "mainEntity", "hasPart", "itemListElement", "item", "dataFeedElement", "blogPost", "blogPosts",
    "workExample", "liveBlogUpdate",
)  # fmt: skip
"""What may hold articles: an ItemList, a DataFeed, a Blog and the like."""
_TAG = re.compile(r"</?(?:p|br|div|h[1-6]|li|em|strong|a)\b[^<>]*>", re.I)


def is_linked(document: Any) -> bool:
    """Whether a parsed JSON document is JSON-LD with the text of an article in it."""
    return any(map(_has_text, objects(document, _PARTS)))


def linked(document: Any, source: Source) -> Iterator[Entry]:
    """The articles of a JSON-LD document that have their text."""
    items = list(objects(document, _PARTS))
    for item in filter(_has_text, items):
        body = first_text(item["articleBody"] if "articleBody" in item else item["text"])
        is_html = _TAG.search(body) is not None
        yield Entry(
            title=first_text(item.get("headline")) or first_text(item.get("name")),
            html=body if is_html else "",
            text="" if is_html else body,
            bylines=author_names(names_in(item, items)),
            published=iso_date(first_text(item.get("datePublished")) or first_text(item.get("dateCreated"))),
            modified=iso_date(first_text(item.get("dateModified"))),
            language=language_code(_named(item.get("inLanguage"))),
            section=first_text(item.get("articleSection")) or None,
            url=web_address(_address(item), source.url),
            picture=web_address(_picture(item.get("image")), source.url),
            guid=first_text(item.get("@id")) or None,
        )


def _has_text(item: dict[str, Any]) -> bool:
    kinds = types(item)
    named = any(kind.endswith(("Article", "Posting", "Report", "Review", "CreativeWork")) for kind in kinds)
    return named and bool(first_text(item.get("articleBody")) or first_text(item.get("text")))


def _address(item: dict[str, Any]) -> str:
    page = item.get("mainEntityOfPage")
    return first_text(item.get("url")) or first_text(page.get("@id") if isinstance(page, dict) else page)


def _picture(image: Any) -> str:
    first = next(iter(flatten(image)), None)
    return first_text(first.get("url") if isinstance(first, dict) else first)


def _named(language: Any) -> str:
    """`en` of `"en"` and of a schema.org Language."""
    if isinstance(language, dict):
        language = language.get("alternateName") or language.get("name")
    return first_text(language)
