"""What head and JSON-LD of a page leave open about its headline, authors and date, read off the page itself."""

from __future__ import annotations

import re

from .dates import iso_date
from .decoding import flat
from .extraction import Body
from .metadata import Known, key
from .names import author_names
from .outline import Outline, short_text

_AWAY = ("comments", "related articles", "advertisement", "navigation", "hidden", "sign-up", "cookie notice")
_BY = re.compile(
    r"^(?:by|(?:posted|written|reported|story|words|text|reviewed)\s+by|von|par|por|di|door)\s*:?\s+\S", re.I
)
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:/|-|$|\D)|/((?:19|20)\d\d)(\d\d)(\d\d)(?=\D|$)")
_URL_MONTH = re.compile(
    r"/((?:19|20)\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/(\d\d?)(?:/|$)", re.I
)
REACH = 25
"""So many blocks around the headline a byline or a time may stand."""


def complete(known: Known, page: Outline, body: Body, address: str | None) -> None:
    """Fill in what `known` lacks."""
    if not known.headline:
        known.headline = body.headline or _first_heading(page, body, known.sites)
    if not known.bylines:
        known.bylines = _visible_authors(known, page, body)
    if not known.published:
        known.published = _visible_date(known, page, body) or _date_in(address) or _date_in(known.url) or known.modified


def _first_heading(page: Outline, body: Body, sites: tuple[str, ...]) -> str | None:
    """The heading of the highest level, and of these the one nearest above the text."""
    names = {key(site) for site in sites}
    found = [
        (b.level, -i, b.text)
        for i, b in enumerate(page.blocks[: body.first])
        if b.kind == "heading" and not _is_away(body, b.node) and key(b.text) not in names
    ]
    return min(found)[2] if found else None


def _is_away(body: Body, node: int) -> bool:
    """Whether the node is, or is inside of, what has nothing to do with this article."""
    return body.reasons[node] in _AWAY


def _visible_authors(known: Known, page: Outline, body: Body) -> tuple[str, ...]:
    ranked: list[tuple[int, int, tuple[str, ...]]] = []
    at = body.headline_block
    for order, (kind, element, node, before) in enumerate(page.hints):
        if kind != "byline" or _is_away(body, node):
            continue
        text = flat(element.get("content")) or short_text(element)
        if not text or len(text) > 200:
            continue
        names = author_names([text], known.sites)
        if not names:
            continue
        distance = abs(before - at) if at >= 0 else before
        sure = "author" in (element.get("rel") or "") + (element.get("itemprop") or "") or bool(_BY.match(text))
        ranked.append((distance - (10 if sure else 0) + (len(text) > 60) * 5, order, names))
    for i, block in enumerate(page.blocks):
        near = at >= 0 and -5 <= i - at <= REACH
        if near and len(block.text) < 160 and _BY.match(block.text) and not _is_away(body, block.node):
            names = author_names([block.text], known.sites)
            if names:
                ranked.append((abs(i - at) - 5, len(page.hints) + i, names))
    if not ranked:
        return ()
    return min(ranked)[2]


def _visible_date(known: Known, page: Outline, body: Body) -> str | None:
    at = body.headline_block
    ranked: list[tuple[float, int, str]] = []
    for order, (_, element, node, before) in enumerate(page.hints):
        if _is_away(body, node):
            continue
        stamp = element.get("datetime") or element.get("content") or element.get("title") or ""
        date = iso_date(stamp) or iso_date(short_text(element, 120), month_first=known.month_first)
        if not date:
            continue
        names = f"{element.get('class', '')} {element.get('itemprop', '')}".lower()
        rank = float(abs(before - at) if at >= 0 else before)
        rank += 30 * (("modif" in names or "updat" in names) and "publish" not in names)
        rank -= 10 * ("publish" in names or element.get("pubdate") is not None)
        ranked.append((rank, order, date))
    if ranked:
        return min(ranked)[2]
    span = range(max(0, at - 6), min(len(page.blocks), at + REACH)) if at >= 0 else range(min(40, len(page.blocks)))
    for i in span:
        text = page.blocks[i].text
        lead = text if len(text) < 160 else text[:40] if i > at else ""  # `April 17, 2015 -- Imagine …`
        if date := iso_date(lead, month_first=known.month_first):
            return date
    return None


def _date_in(address: str | None) -> str | None:
    if match := _URL_DATE.search(address or ""):
        y, m, d = match.groups()[:3] if match[1] else match.groups()[3:]
        return iso_date(f"{y}-{int(m):02}-{int(d):02}")
    if match := _URL_MONTH.search(address or ""):
        return iso_date(f"{match[2]} {match[3]}, {match[1]}")
    return None
