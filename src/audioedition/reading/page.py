"""HTML -> Article: what the page says about itself (schema.org, OpenGraph), then the body."""

from __future__ import annotations

import json
import re
from typing import Any

from lxml import html

from ..errors import ReadingError
from ..model import Article, Role
from ..settings import ReadSettings
from .composing import Part, compose, opening
from .decoding import decode, flat
from .sources import Source


def read(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The article of a saved page. Raises ReadingError for a page without text."""
    declared = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", data[:4096])
    text = decode(data, declared=declared[1].decode() if declared else None, article=source.name)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\0", ""))
    root = html.document_fromstring(text, parser=html.HTMLParser(encoding=None, huge_tree=False, no_network=True))
    meta: dict[str, Any] = {}
    for node in root.iter("script"):
        if node.get("type") == "application/ld+json":
            try:
                items = json.loads(node.text or "")
            except ValueError:
                continue
            stack = [items]
            while stack:
                item = stack.pop()
                if isinstance(item, list):
                    stack += item
                elif isinstance(item, dict):
                    stack += item.get("@graph", [])
                    if "Article" in str(item.get("@type")):
                        meta = item
    properties = {n.get("property") or n.get("name"): n.get("content") for n in root.iter("meta")}
    headline = flat(
        meta.get("headline") or properties.get("og:title") or root.findtext(".//h1") or root.findtext(".//title")
    )
    authors = meta.get("author") or []
    names = tuple(
        flat(a["name"])
        for a in (authors if isinstance(authors, list) else [authors])
        if isinstance(a, dict) and isinstance(a.get("name"), str)
    )
    published = meta.get("datePublished") or properties.get("article:published_time")
    for node in list(root.iter("script", "style", "nav", "footer", "aside", "form", "noscript")):
        node.drop_tree()
    best = max(
        root.iter("article", "main", "body"), key=lambda n: sum(len(p.text_content()) for p in n.iterchildren("p"))
    )
    body = [
        Part(n.text_content(), Role.SUBHEAD if n.tag in ("h2", "h3", "h4") else None)
        for n in best.iter("p", "h2", "h3", "h4", "li")
    ]
    return [
        compose(
            [*opening(headline=headline, bylines=names, published=published), *body],
            name=source.name,
            section=source.section,
            headline=headline or None,
            bylines=names,
            published=published,
        )
    ]
