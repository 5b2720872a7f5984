"""HTML -> Article: what the page says about itself, then the running text on it.

`metadata.py` reads head and JSON-LD, `outline.py` lists the visible text, `extraction.py` finds the article in it.
"""

from __future__ import annotations

import re

from ..errors import ReadingError
from ..facts.decoding import decode
from ..model import Article
from ..settings import ReadSettings
from .article_root import article_body
from .composing import compose, opening
from .credits import complete
from .element_names import hidden_by_css
from .headlines import shown_headline
from .markup import parse_html
from .metadata import page_metadata
from .outline import outline
from .sources import Source

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w:.-]+)", re.I)


def read(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The article of a saved page. Raises ReadingError for a page without text."""
    return [read_page(data, source, settings)]


def read_page(data: bytes, source: Source, settings: ReadSettings) -> Article:
    """The article of a saved page; see `read`."""
    declared = _CHARSET.search(data[:8192])
    text = decode(data, declared=declared[1].decode("ascii", "replace") if declared else None, article=source.name)
    root = parse_html(text)
    if root is None:
        raise ReadingError("holds no text", article=source.name, remedy="give the page of one article")
    known = page_metadata(root, source.url)
    page = outline(root, hidden=hidden_by_css(root))
    known.headline = shown_headline(known.headline, (block.text for block in page.blocks[:300]))
    body = article_body(page, known, settings)
    complete(known, page, body, source.url)
    if not body.parts:
        raise ReadingError("holds no article text", article=source.name, remedy="give the page of one article")
    parts = [
        *opening(headline=known.headline, deck=body.deck, bylines=known.bylines, published=known.published),
        *body.parts,
    ]
    return compose(
        parts,
        name=source.name,
        headline=known.headline,
        deck=body.deck,
        bylines=known.bylines,
        published=known.published,
        modified=known.modified,
        language=known.language,
        section=source.section or known.section,
        url=source.url or known.url,
        picture=known.picture,
    )
