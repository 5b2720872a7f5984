"""What head and JSON-LD of a page leave open about its headline, authors and date, read off the page itself."""

from __future__ import annotations

import re
from typing import Any

from ..facts.bylines import author_names, read
from ..facts.dates import is_timestamp, iso_date
from ..facts.decoding import flat
from .headlines import key
from .inline import short_lines, short_text
from .metadata import Known
from .outline import Block, Outline
from .place import Place

_AWAY = frozenset(("comments", "related articles", "advertisement", "navigation", "sign-up", "cookie notice"))
_BY = re.compile(
    r"^\W{0,4}(?:by|(?:posted|written|reported|story|words|text|reviewed|submitted|filed)\s+by|von|par|por|di|door)\s*:?\s+\S",
    re.I,
)
_BY_LATER = re.compile(r"^(?:posted|published|submitted|written|updated)\b.{0,80}?\bby\s+\S", re.I)
_BY_ALONE = re.compile(r"(?:(?:written|posted|reported|story|words|text)\s+)?by:?|von|par|por|door", re.I)
_LIFE = re.compile(r",? (?:is|was|has|writes|covers|reports|lives|works|edits)\b")
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:/|-|$|\D)|/((?:19|20)\d\d)(\d\d)(\d\d)(?=\D|$)")
_URL_SECTION = re.compile(r"/((?:19|20)\d\d)/[A-Za-z][\w.-]{0,40}/(\d\d)/(\d\d)(?:/|$)")
_URL_MONTH = re.compile(
    r"/((?:19|20)\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/(\d\d?)(?:/|$)", re.I
)
REACH = 25
"""So many blocks around the headline a byline or a time may stand."""


def complete(known: Known, page: Outline, place: Place, address: str | None) -> None:
    """Fill in what `known` lacks."""
    if not known.headline:
        known.headline = (page.blocks[place.top].text if place.top >= 0 else None) or _first_heading(
            page, place, known.sites
        )
    if not known.bylines or all(" " not in name and name.islower() for name in known.bylines):
        known.bylines = _visible_authors(known, page, place) or known.bylines  # rather than the name of an account
    elif len(known.bylines) == 1:  # the head may name only the first
        shown = _visible_authors(known, page, place)
        if 1 < len(shown) <= 6 and key(shown[0]) == key(known.bylines[0]) and all(" " in name for name in shown):
            known.bylines = shown
    if not known.published:
        known.published = (
            _visible_date(known, page, place) or _date_in(address) or _date_in(known.url) or known.modified
        )


def _first_heading(page: Outline, place: Place, sites: tuple[str, ...]) -> str | None:
    """The heading of the highest level, and of these the one nearest above the text."""
    names = {key(site) for site in sites}
    found = [
        (b.level, -i, b.text)
        for i, b in enumerate(page.blocks[: place.first])
        if b.kind == "heading" and not _is_away(place, b.node) and key(b.text) not in names
    ]
    return min(found)[2] if found else None


def _is_away(place: Place, node: int) -> bool:
    """Whether the node is, or is inside of, what has nothing to do with this article."""
    return bool(place.names[node] & _AWAY)


def _visible_authors(known: Known, page: Outline, place: Place) -> tuple[str, ...]:
    ranked: list[tuple[float, int, tuple[str, ...]]] = []
    stated: dict[int, tuple[str, ...]] = {}
    at = place.top
    top = at if at >= 0 else place.first
    for order, (kind, element, node, before) in enumerate(page.hints):
        if kind != "byline" or _is_away(place, node):
            continue
        below = before > max(place.last, top)
        end = place.last + REACH // 2 if below else max(top + REACH, place.first)
        if not top - REACH <= before <= end:
            continue
        names, size = _names_in(element, known.sites)
        if not names:
            continue
        distance = abs(before - top) if not below else REACH
        sure = _marked(element) or names[0] == ""
        if below and not sure:
            continue
        names = tuple(name for name in names if name)
        ranked.append((distance - (10 if sure else 0) + (size > 60) * 5, order, names))
        if "author" in f"{element.get('rel', '')} {element.get('itemprop', '')}":
            stated[order] = names
    for i, block in enumerate(page.blocks):
        near = -5 <= i - top <= REACH if at >= 0 else i <= place.first
        if near and len(block.text) < 160 and _names_authors(block.text) and not _is_away(place, block.node):
            names = author_names([block.text], known.sites)
            if names:
                ranked.append((abs(i - top) - 5, len(page.hints) + i, names))
    if ranked:
        rank, best, names = min(ranked)
        if best in stated:  # each author may be marked alone
            beside = [
                stated[order]
                for other, order, _ in sorted(ranked, key=lambda r: r[1])
                if other == rank and order in stated
            ]
            names = tuple(dict.fromkeys(name for more in beside for name in more))
        return names
    return _names_in_bold(known, page, place) or _name_beside_date(known, page, place)


def _names_authors(text: str) -> bool:
    """Whether a block by its own words says who wrote the article."""
    if _BY.match(text):
        return True
    found = read(text)
    signed = text.lstrip().startswith(("—", "–", "-"))  # of something that is quoted
    return found is not None and found.how in ("stated", "titled") and bool(found.names) and not signed


def _names_in(element: Any, sites: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
    """The people in a byline element and its length; an empty name comes first where it says `By`."""
    content = flat(element.get("content"))
    lines = [content] if content else short_lines(element)
    size = sum(map(len, lines))
    if not lines or size > 200:
        return (), size
    by = next(
        (
            i
            for i, line in enumerate(lines)
            if any(p.match(line) for p in (_BY, _BY_LATER)) or _BY_ALONE.fullmatch(line)
        ),
        None,
    )
    for i in range(by or 0, len(lines)):
        if is_timestamp(lines[i], clock_alone=True):
            continue
        text = lines[i]
        for line in lines[i + 1 :]:  # a list of names that goes on in the next line
            if not (text.endswith((",", " and", " &")) or re.match(r"(?:and|und|et|y)\b|[,&]", line)):
                break
            text = f"{text} {line}"
        names = author_names([text], sites)
        if names and (by is not None or " " in names[0] or _marked(element)):
            return (("", *names) if by is not None else names), size
    return (), size


def _marked(element: Any) -> bool:
    """Whether the mark-up itself says that this is the author."""
    return "author" in f"{element.get('rel', '')} {element.get('itemprop', '')} {element.get('class', '')}".lower()


def _names_in_bold(known: Known, page: Outline, place: Place) -> tuple[str, ...]:
    """Several people alone in a bold line between headline and text: `Dan Law/Mona Fell`."""
    for i in range(place.top + 1, min(place.first, place.top + 8) if place.top >= 0 else 0):
        block = page.blocks[i]
        found = read(block.text) if block.strong and block.kind == "p" and not _is_away(place, block.node) else None
        if found and found.how == "bare" and len(found.names) > 1:
            return author_names([block.text], known.sites)
    return ()


def _name_beside_date(known: Known, page: Outline, place: Place) -> tuple[str, ...]:
    """The person named alone in a line between headline and text, beside the date or with a life in short elsewhere."""
    top = place.top
    if top < 0:
        return ()
    for i in range(top + 1, min(place.first, top + 8)):
        block = page.blocks[i]
        words = block.text.split()
        if not 2 <= len(words) <= 4 or block.kind == "heading" or _is_away(place, block.node):
            continue
        if not all(word[:1].isupper() for word in words) or not re.fullmatch(r"[^\W\d_][\w.’' -]{4,40}", block.text):
            continue
        dated = any(
            is_timestamp(page.blocks[j].text, clock_alone=True) for j in (i - 1, i + 1) if top < j < len(page.blocks)
        )
        if dated or any(
            b.text.startswith(f"{block.text} ") and _LIFE.match(b.text, len(block.text)) for b in page.blocks
        ):
            return author_names([block.text], known.sites)
    return ()


def _visible_date(known: Known, page: Outline, place: Place) -> str | None:
    at = place.top
    ranked: list[tuple[float, int, str]] = []
    for order, (_, element, node, before) in enumerate(page.hints):
        if _is_away(place, node):
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
        block = page.blocks[i]
        text = block.text
        if block.kind == "caption" and not is_timestamp(text, clock_alone=True):
            continue
        whole = len(text) < 160 and i <= place.first
        lead = text if whole else text[:24] if i > at else ""  # `April 17, 2015 -- Imagine …`
        date = iso_date(lead, month_first=known.month_first)
        if date and date[:4] >= "1995" and (is_timestamp(text, clock_alone=True) or not _is_fact(block)):
            return date
    return None


def _is_fact(block: Block) -> bool:
    """Whether a list item or cell has so many words that a date in it may be that of anything."""
    return block.kind in ("item", "cell") and sum(word.islower() for word in block.text.split()) > 3


def _date_in(address: str | None) -> str | None:
    if match := _URL_DATE.search(address or ""):
        y, m, d = match.groups()[:3] if match[1] else match.groups()[3:]
        return iso_date(f"{y}-{int(m):02}-{int(d):02}")
    if match := _URL_SECTION.search(address or ""):
        return iso_date("-".join(match.groups()))
    if match := _URL_MONTH.search(address or ""):
        return iso_date(f"{match[2]} {match[3]}, {match[1]}")
    return None
