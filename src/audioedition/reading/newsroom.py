"""ninjs, NITF and NewsML-G2 (IPTC) -> Articles, with headline, byline, dateline and body as the newsroom marked them.

Specifications: https://iptc.org/standards/ninjs, /nitf (3.6), /newsml-g2 (2.3x). NewsML-G2 carries its body as NITF,
XHTML or text; packages without a body are no articles.
"""

from __future__ import annotations

import re
from typing import Any

from ..errors import AudioEditionError, ReadingError
from ..facts.bylines import author_names
from ..facts.dates import iso_date
from ..facts.decoding import clean, flat
from ..facts.language_codes import language_code
from ..model import Article, Dateline, Role
from ..settings import ReadSettings
from .composing import Part, compose, correction
from .feeds import web_address
from .fragments import html_parts, tree_parts
from .markup import child_text, children, local, text_of
from .outline import XML_LANG
from .plain import paragraphs, slug, unique
from .sources import Source

_DATELINE = re.compile(
    r"(?P<place>[^()\d]{1,80}?)(?:,\s*(?P<date>(?:[^\W\d_]{3,9}\.?\s\d\d?|\d\d?\.?\s[^\W\d_]{3,9}\.?)(?:,?\s\d{4})?))?,?"
    r"\s*(?:\((?P<agency>[^()]{2,30})\))?\s*[-–—:]*\s*"
)


def read_newsroom_xml(root: Any, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The articles of a NITF or NewsML-G2 document. Raises ReadingError if there is none in it."""
    if local(root) == "nitf":
        return [_nitf(root, source.name, source, settings)]
    items = (
        [root]
        if local(root) == "newsItem"
        else [n for n in root.iter() if local(n) == "newsItem"][: settings.max_entries]
    )
    bodies = [item for item in items if any(local(n) in ("inlineXML", "inlineData") for n in item.iter())]
    if not bodies:
        raise ReadingError("holds no news item with text", article=source.name, remedy="give the item, not its package")
    names: set[str] = set()
    found: list[Article | ReadingError] = []
    for item in bodies:
        name = source.name
        if len(bodies) > 1:
            headline = next((text_of(n) for n in item.iter() if local(n) in ("headline", "slugline")), "")
            name = unique(f"{source.name}#{slug(headline or item.get('guid') or 'item')}", names)
        try:
            found.append(_news_item(item, name, source, settings))
        except AudioEditionError as e:
            found.append(ReadingError(e.problem, article=name, remedy=e.remedy))
    return found


def _nitf(root: Any, name: str, source: Source, settings: ReadSettings, **known: Any) -> Article:
    head = next((n for n in root if local(n) == "head"), None)
    body = next((n for n in root if local(n) == "body"), root)
    top = next(iter(children(body, "body.head")), None)
    line = next(iter(children(top, "hedline")), None) if top is not None else None
    headline = child_text(line, "hl1") or child_text(head, "title") or known.get("headline")
    deck = child_text(line, "hl2") or child_text(top, "abstract") or None
    bylines = list(children(top, "byline")) if top is not None else []
    credit = ", ".join(_credit(b) for b in bylines)
    people = [text_of(p) for b in bylines for p in b.iter() if local(p) == "person"] or [credit]
    dateline = _dateline(next(iter(children(top, "dateline")), None)) if top is not None else None
    data = next((n for n in head if local(n) == "docdata"), None) if head is not None else None
    issued = next((n.get("norm") for n in data if local(n) == "date.issue"), None) if data is not None else None
    identity = next((n.get("id-string") for n in data if local(n) == "doc-id"), None) if data is not None else None
    corrections = [text_of(n) for n in data if local(n) == "correction"] if data is not None else []
    section = (
        next((n.get("position.section") for n in head if local(n) == "pubdata"), None) if head is not None else None
    )
    content = next(iter(children(body, "body.content")), body)
    parts = [
        Part(headline or "", Role.HEADLINE),
        Part(deck or "", Role.DECK),
        Part(credit, Role.BYLINE),
        Part(dateline.text if dateline else "", Role.DATELINE),
        *_nitf_parts(content, settings),
        *map(correction, corrections),
    ]
    return compose(
        parts,
        name=name,
        **{
            **known,
            "headline": headline or None,
            "deck": deck,
            "bylines": author_names(people) or known.get("bylines", ()),
            "dateline": dateline,
            "published": iso_date(issued) or known.get("published"),
            "language": language_code(root.get(XML_LANG) or content.get(XML_LANG)) or known.get("language"),
            "section": source.section or section or known.get("section"),
            "guid": identity or known.get("guid"),
        },
    )


def _credit(byline: Any) -> str:
    """`By Clay Ondry, Staff Writer` out of <byline>By <person>…</person><byttl>…</byttl></byline>."""
    for title in children(byline, "byttl"):
        title.text = f", {title.text or ''}"
    return text_of(byline).replace(" ,", ",")


def _dateline(element: Any | None) -> Dateline | None:
    """The dateline; place and date as marked, else what stands before and after its first comma and date."""
    text = " ".join(clean(" ".join(element.itertext())).split()).replace(" ,", ",") if element is not None else ""
    if not text:
        return None
    match = _DATELINE.fullmatch(text)
    place, date, agency = match.group("place", "date", "agency") if match else (text, None, None)
    return Dateline(
        text=text,
        place=child_text(element, "location") or place.strip(" ,") or None,
        date=child_text(element, "story.date") or date,
        agency=agency,
    )


def _nitf_parts(content: Any, settings: ReadSettings) -> list[Part]:
    """NITF's body.content: its block elements are those of HTML, but for media and their captions."""
    parts: list[Part] = []
    pending = list(reversed(list(content)))
    if content.text and content.text.strip():
        parts.append(Part(content.text))
    while pending:
        node = pending.pop()
        name = local(node)
        if name in ("block", "body.content", "content", "div"):
            if node.text and node.text.strip():
                parts.append(Part(node.text))
            pending.extend(reversed(list(node)))
        elif name == "media":
            parts += [Part(text_of(n), Role.CAPTION) for n in node.iter() if local(n) in ("media-caption", "caption")]
        elif name in ("hl1", "hl2", "hl3", "h2", "h3"):
            parts.append(Part(text_of(node), Role.SUBHEAD))
        elif name == "table":
            parts.append(Part(text_of(node), None, "" if settings.tables else "table"))
        elif name == "pre":
            parts += [Part(p) for p in paragraphs(clean("".join(node.itertext()))).split("\n\n")]
        elif name in ("p", "bq", "fn", "datasource", "note", "blockquote"):
            if name in ("fn", "note") and not settings.footnotes:
                parts.append(Part(text_of(node), None, "footnotes"))
            elif name in ("bq", "blockquote") and len(node):
                parts += [Part(text_of(n)) for n in node]
            else:
                parts.append(Part(text_of(node), None, "", language_code(node.get(XML_LANG))))
        elif name in ("ul", "ol", "dl"):
            parts += [Part(text_of(n)) for n in node]
        elif name:
            parts.append(Part(text_of(node)))
        if node.tail and node.tail.strip():
            parts.append(Part(node.tail))
    return parts


def _news_item(item: Any, name: str, source: Source, settings: ReadSettings) -> Article:
    meta = next(iter(children(item, "contentMeta")), None)
    admin = next(iter(children(item, "itemMeta")), None)
    headline = child_text(meta, "headline", "slugline") or None
    by = child_text(meta, "by")
    creators = [child_text(c, "name") or text_of(c) for c in children(meta, "creator")] if meta is not None else []
    place = child_text(meta, "dateline")
    place = "" if place[:4].isdecimal() else place  # some agencies put the time there
    language = (
        next((c.get("tag") for c in children(meta, "language") if c.get("tag")), None) if meta is not None else None
    )
    published = iso_date(
        child_text(admin, "firstCreated", "versionCreated")
        if meta is None
        else child_text(meta, "contentCreated") or child_text(admin, "firstCreated", "versionCreated")
    )
    known: dict[str, Any] = {
        "headline": headline,
        "bylines": author_names([by] if by else creators),
        "published": published,
        "modified": iso_date(child_text(meta, "contentModified") or child_text(admin, "versionCreated")),
        "language": language_code(language or item.get(XML_LANG)),
        "guid": item.get("guid"),
    }
    for content in (n for n in item.iter() if local(n) in ("inlineXML", "inlineData")):
        inner = next((n for n in content if local(n)), None)
        if inner is not None and local(inner) == "nitf":
            return _nitf(inner, name, source, settings, **known)
        if inner is not None:
            body = tree_parts(inner, settings, headline=headline)
        elif "html" in (content.get("contenttype") or ""):
            body = html_parts(content.text or "", settings, headline=headline)
        else:
            body = [Part(p) for p in paragraphs(clean(content.text or "")).split("\n\n")]
        if not any(part.text for part in body):
            continue
        if place and body and body[0].text.casefold().startswith(place.rstrip(" ,-–—").casefold()):
            place = ""  # the text says it itself
        opening = [
            Part(headline or "", Role.HEADLINE),
            Part(by or ", ".join(known["bylines"]), Role.BYLINE),
            Part(place, Role.DATELINE),
        ]
        dateline = _dateline(next(iter(children(meta, "dateline")), None)) if place else None
        return compose([*opening, *body], name=name, dateline=dateline, section=source.section, **known)
    raise ReadingError("holds no text", article=name, remedy="give an item with inline content")


def read_ninjs(items: list[dict[str, Any]], source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The articles of ninjs objects, version 1 or 2."""
    names: set[str] = set()
    found: list[Article | ReadingError] = []
    for item in items[: settings.max_entries]:
        headline = flat(_one(item, "headline", "headlines"))
        name = (
            source.name
            if len(items) == 1
            else unique(f"{source.name}#{slug(headline or _text(item.get('uri')))}", names)
        )
        try:
            found.append(_ninjs(item, name, headline, source, settings))
        except AudioEditionError as e:
            found.append(ReadingError(e.problem, article=name, remedy=e.remedy))
    return found


def _ninjs(item: dict[str, Any], name: str, headline: str, source: Source, settings: ReadSettings) -> Article:
    byline = flat(_one(item, "byline", "by"))
    people = [
        _text(p.get("name")) for p in _list(item.get("people")) if isinstance(p, dict) and "author" in str(p.get("rel"))
    ]
    bylines = author_names([byline] if byline else people)
    html = _text(item.get("body_html")) or _text(item.get("body_xhtml"))
    plain = _text(item.get("body_text"))
    for body in _list(item.get("bodies")):
        if isinstance(body, dict) and _text(body.get("value")):
            if "html" in str(body.get("contenttype", "html")):
                html = html or _text(body.get("value"))
            else:
                plain = plain or _text(body.get("value"))
    deck = flat(_one(item, "description_text", "descriptions")) if item.get("type") == "text" else ""
    body = (
        html_parts(html, settings, headline=headline)
        if html.strip()
        else [Part(p) for p in paragraphs(clean(plain)).split("\n\n")]
    )
    subject = next((s for s in _list(item.get("subject")) or _list(item.get("subjects")) if isinstance(s, dict)), {})
    credit = byline or ", ".join(bylines)
    return compose(
        [Part(headline, Role.HEADLINE), Part(credit, Role.BYLINE), *body],
        name=name,
        headline=headline or None,
        deck=deck or None,
        bylines=bylines,
        published=_ninjs_date(item, "firstcreated", "contentcreated", "versioncreated"),
        modified=_ninjs_date(item, "versioncreated"),
        language=language_code(_text(item.get("language"))),
        section=source.section or flat(_text(subject.get("name"))) or None,
        url=web_address(_text(item.get("url")) or _text(item.get("uri"))),
        guid=_text(item.get("uri")) or None,
    )


def _ninjs_date(item: dict[str, Any], *keys: str) -> str | None:
    """The first of these that is a date; ninjs 2 writes `firstCreated` for ninjs 1's `firstcreated`."""
    given = {key.lower(): value for key, value in item.items()}
    return next((date for key in keys if (date := iso_date(_text(given.get(key))))), None)


def _one(item: dict[str, Any], single: str, several: str) -> str:
    """ninjs 1's `headline` or the first value of ninjs 2's `headlines`."""
    for value in (item.get(single), item.get(several)):
        if isinstance(value, str):
            return value
    for entry in _list(item.get(several)) or _list(item.get(single)):
        if isinstance(entry, dict) and isinstance(entry.get("value"), str):
            return str(entry["value"])
    return ""


def _list(value: Any) -> list[Any]:
    return value[:1000] if isinstance(value, list) else []


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
