"""A page that Google Docs saved -> Article: all of it is the article, but comments and what is struck out."""

from __future__ import annotations

import re
from typing import Any

from ..errors import ReadingError
from ..facts.decoding import decode
from ..model import Article
from ..settings import ReadSettings
from .composing import compose, opening
from .fragments import tree_parts
from .markup import parse_html, text_of
from .sources import Source

_BODY = re.compile(rb"<body [^<>]*\bdoc-content\b")
_STRUCK = re.compile(r"\.(c\d{1,4})\{[^{}]{0,400}text-decoration:[^;{}]{0,40}line-through")
"""A class of struck-out text in the page's own style sheet."""


def is_one(data: bytes) -> bool:
    """Whether a page was saved by Google Docs (`File > Download > Web Page`)."""
    return b"doc-content" in data and _BODY.search(data) is not None


def read(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The article of such a page. Raises ReadingError if it is empty."""
    text = decode(data, declared="utf-8", article=source.name)
    root = parse_html(text)
    body = root.find("body") if root is not None else None
    if body is None:
        raise ReadingError("holds no article text", article=source.name, remedy="save the document again")
    _strike(body, frozenset(_STRUCK.findall(text)))
    for mark in body.xpath(".//sup[a[starts-with(@id, 'cmnt_ref')]] | ./div[.//a[starts-with(@id, 'cmnt')]]"):
        mark.clear(keep_tail=True)  # comments
    headline, deck = _taken(body, "title"), _taken(body, "subtitle")
    parts = [*opening(headline=headline, deck=deck), *tree_parts(body, settings, headline=headline)]
    return [compose(parts, name=source.name, section=source.section, headline=headline, deck=deck, url=source.url)]


def _strike(body: Any, struck: frozenset[str]) -> None:
    for span in body.iter("span") if struck else ():
        if not struck.isdisjoint((span.get("class") or "").split()):
            span.tag = "s"


def _taken(body: Any, style: str) -> str | None:
    """The first paragraph of a style, which is taken out."""
    found = next((p for p in body.iter("p") if style in (p.get("class") or "").split()), None)
    words = text_of(found) or None
    if found is not None:
        found.clear(keep_tail=True)
    return words
