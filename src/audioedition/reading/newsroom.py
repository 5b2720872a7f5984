"""NITF and NewsML-G2 (IPTC) -> Articles, with headline, byline, dateline and body as the newsroom marked them.

Specifications: https://iptc.org/standards/nitf (3.6), /newsml-g2 (2.3x). NewsML-G2 carries its body as NITF,
XHTML or text; packages without a body are no articles.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..errors import AudioEditionError, ReadingError
from ..facts.bylines import author_names
from ..facts.dates import iso_date
from ..facts.decoding import clean
from ..facts.language_codes import language_code
from ..model import Article, Dateline, Reason, Role
from ..settings import ReadSettings
from .composing import Part, compose, correction, text_parts
from .fragments import html_parts, tree_parts
from .markup import child, child_text, children, local, text_of
from .outline import XML_LANG
from .plain import slug, unique
from .sources import Source
from .tables import plain_rows, row_said

_DATELINE = re.compile(
    r"(?P<place>[^()\d]{1,80}?)(?:,\s*(?P<date>(?:[^\W\d_]{3,9}\.?\s\d\d?|\d\d?\.?\s[^\W\d_]{3,9}\.?)(?:,?\s\d{4})?))?,?"
    r"\s*(?:\((?P<agency>[^()]{2,30})\))?\s*[-–—:]*\s*"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of an item says about its article: fields of `Article`, empty where it says nothing."""

    headline: str | None = None
    deck: str | None = None
    bylines: tuple[str, ...] = ()
    dateline: Dateline | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    section: str | None = None
    guid: str | None = None

    def fields(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}

    def completed(self, outer: Head) -> Head:
        """This head, and what only the one around it says."""
        return Head(**{name: own or getattr(outer, name) for name, own in self.fields().items()})


def read_newsroom_xml(root: Any, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The articles of a NITF or NewsML-G2 document. Raises ReadingError if there is none in it."""
    if local(root) == "nitf":
        return [nitf(root, source.name, source, settings, Head())]
    items = [item for item in _items(root, settings.max_entries) if _inline(item)]
    if not items:
        raise ReadingError("holds no news item with text", article=source.name, remedy="give the item, not its package")
    names: set[str] = set()
    found: list[Article | ReadingError] = []
    for item in items:
        name = source.name if len(items) == 1 else unique(f"{source.name}#{_item_slug(item)}", names)
        try:
            found.append(_news_item(item, name, source, settings))
        except AudioEditionError as e:
            found.append(ReadingError(e.problem, article=name, remedy=e.remedy))
    return found


def _items(root: Any, most: int) -> list[Any]:
    """The news items of a NewsML-G2 document, at most `most`: itself, or those of its message."""
    return [root] if local(root) == "newsItem" else [n for n in root.iter() if local(n) == "newsItem"][:most]


def _inline(item: Any) -> list[Any]:
    """The elements in which a NewsML-G2 item carries its text itself."""
    return [n for n in item.iter() if local(n) in ("inlineXML", "inlineData")]


def _item_slug(item: Any) -> str:
    headline = next((text_of(n) for n in item.iter() if local(n) in ("headline", "slugline")), "")
    return slug(headline or item.get("guid") or "item")


def nitf(root: Any, name: str, source: Source, settings: ReadSettings, outer: Head) -> Article:
    """The article of a NITF document, or of one inside a NewsML-G2 item, whose head is then `outer`."""
    body = child(root, "body")
    body = root if body is None else body
    content = child(body, "body.content")
    content = body if content is None else content
    credit = ", ".join(_credit(byline) for byline in children(child(body, "body.head"), "byline"))
    head = _nitf_head(root, body, content, credit).completed(outer)
    parts = [
        Part(head.headline or "", Role.HEADLINE),
        Part(head.deck or "", Role.DECK),
        Part(credit, Role.BYLINE),
        Part(head.dateline.text if head.dateline else "", Role.DATELINE),
        *_nitf_parts(content, settings),
        *(correction(text_of(n)) for n in children(_docdata(root), "correction")),
    ]
    return compose(parts, name=name, **{**head.fields(), "section": source.section or head.section})


def _nitf_head(root: Any, body: Any, content: Any, credit: str) -> Head:
    """What NITF's `head` and `body.head` say."""
    head, top = child(root, "head"), child(body, "body.head")
    line, data = child(top, "hedline"), _docdata(root)
    people = [text_of(p) for b in children(top, "byline") for p in b.iter() if local(p) == "person"]
    return Head(
        headline=child_text(line, "hl1") or child_text(head, "title") or None,
        deck=child_text(line, "hl2") or child_text(top, "abstract") or None,
        bylines=author_names(people or [credit]),
        dateline=dateline_of(child(top, "dateline")),
        published=iso_date(_attribute(data, "date.issue", "norm")),
        language=language_code(root.get(XML_LANG) or content.get(XML_LANG)),
        section=_attribute(head, "pubdata", "position.section"),
        guid=_attribute(data, "doc-id", "id-string"),
    )


def _docdata(root: Any) -> Any | None:
    return child(child(root, "head"), "docdata")


def _attribute(element: Any | None, name: str, attribute: str) -> str | None:
    """The attribute of the first child called `name`."""
    node = child(element, name)
    return node.get(attribute) if node is not None else None


def _credit(byline: Any) -> str:
    """`By Clay Ondry, Staff Writer` out of <byline>By <person>…</person><byttl>…</byttl></byline>."""
    for title in children(byline, "byttl"):
        title.text = f", {title.text or ''}"
    return text_of(byline).replace(" ,", ",")


def dateline_of(element: Any | None) -> Dateline | None:
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
    parts = _loose(content.text)
    pending = [(node, True) for node in reversed(content)]
    while pending:
        node, opens = pending.pop()
        if not opens:
            parts += _loose(node.tail)
            continue
        pending.append((node, False))
        name = local(node)
        if name in _CONTAINERS:
            parts += _loose(node.text)
            pending.extend((inner, True) for inner in reversed(node))
        elif name:
            parts += _BLOCKS.get(name, _unknown)(node, settings)
    return parts


def _loose(text: str | None) -> list[Part]:
    """Text that stands between the blocks."""
    return [Part(text)] if text and text.strip() else []


def _captions(media: Any, settings: ReadSettings) -> list[Part]:
    return [Part(text_of(n), Role.CAPTION) for n in media.iter() if local(n) in ("media-caption", "caption")]


def _subhead(node: Any, settings: ReadSettings) -> list[Part]:
    return [Part(text_of(node), Role.SUBHEAD)]


def _table(node: Any, settings: ReadSettings) -> list[Part]:
    found = [row for row in node.iter() if local(row) == "tr"]
    rows = [[text_of(cell) for cell in row if local(cell) in ("td", "th")] for row in found]
    said = (row_said(text, told, settings.tables) for text, told in plain_rows(rows))
    return [Part(text, None, "" if read else Reason.TABLE) for text, read in said]


def _preformatted(node: Any, settings: ReadSettings) -> list[Part]:
    return text_parts("".join(node.itertext()))


def _paragraph(node: Any, settings: ReadSettings) -> list[Part]:
    return [Part(text_of(node), None, "", language_code(node.get(XML_LANG)))]


def _footnote(node: Any, settings: ReadSettings) -> list[Part]:
    return _paragraph(node, settings) if settings.footnotes else [Part(text_of(node), None, "footnotes")]


def _each_inside(node: Any, settings: ReadSettings) -> list[Part]:
    return [Part(text_of(n)) for n in node]


def _quotation(node: Any, settings: ReadSettings) -> list[Part]:
    return _each_inside(node, settings) if len(node) else _paragraph(node, settings)


def _unknown(node: Any, settings: ReadSettings) -> list[Part]:
    return [Part(text_of(node))]


_CONTAINERS = frozenset(("block", "body.content", "content", "div"))
_BLOCKS: dict[str, Callable[[Any, ReadSettings], list[Part]]] = {
    "media": _captions,
    **dict.fromkeys(("hl1", "hl2", "hl3", "h2", "h3"), _subhead),
    "table": _table,
    "pre": _preformatted,
    **dict.fromkeys(("p", "datasource"), _paragraph),
    **dict.fromkeys(("fn", "note"), _footnote),
    **dict.fromkeys(("bq", "blockquote"), _quotation),
    **dict.fromkeys(("ul", "ol", "dl"), _each_inside),
}
"""What NITF's block elements become; see `_unknown` for all others."""


def _news_item(item: Any, name: str, source: Source, settings: ReadSettings) -> Article:
    """The article of a NewsML-G2 item: what its metadata say, and its first inline content that holds text."""
    meta = child(item, "contentMeta")
    head = _news_head(item, meta)
    for content in _inline(item):
        inner = next((n for n in content if local(n)), None)
        if inner is not None and local(inner) == "nitf":
            return nitf(inner, name, source, settings, head)
        body = _inline_parts(content, inner, settings, head.headline)
        if any(part.text for part in body):
            place = _place_line(meta, body)
            opening = [
                Part(head.headline or "", Role.HEADLINE),
                Part(child_text(meta, "by") or ", ".join(head.bylines), Role.BYLINE),
                Part(place, Role.DATELINE),
            ]
            dateline = dateline_of(child(meta, "dateline")) if place else None
            known = {**head.fields(), "dateline": dateline, "section": source.section}
            return compose([*opening, *body], name=name, **known)
    raise ReadingError("holds no text", article=name, remedy="give an item with inline content")


def _news_head(item: Any, meta: Any | None) -> Head:
    """What the metadata of a NewsML-G2 item say of its content (`contentMeta`) and of itself (`itemMeta`)."""
    admin = child(item, "itemMeta")
    by = child_text(meta, "by")
    creators = [child_text(c, "name") or text_of(c) for c in children(meta, "creator")]
    created = child_text(meta, "contentCreated") or child_text(admin, "firstCreated", "versionCreated")
    tag = next((c.get("tag") for c in children(meta, "language") if c.get("tag")), None)
    return Head(
        headline=child_text(meta, "headline", "slugline") or None,
        bylines=author_names([by] if by else creators),
        published=iso_date(created),
        modified=iso_date(child_text(meta, "contentModified") or child_text(admin, "versionCreated")),
        language=language_code(tag or item.get(XML_LANG)),
        guid=item.get("guid"),
    )


def _inline_parts(content: Any, inner: Any | None, settings: ReadSettings, headline: str | None) -> list[Part]:
    """The text of an inline element: XHTML as elements (`inner`) or as text, or plain text."""
    if inner is not None:
        return tree_parts(inner, settings, headline=headline)
    if "html" in (content.get("contenttype") or ""):
        return html_parts(content.text or "", settings, headline=headline)
    return text_parts(content.text or "")


def _place_line(meta: Any | None, body: list[Part]) -> str:
    """The dateline as the metadata have it; empty where the text opens with it, and where an agency put the time."""
    place = child_text(meta, "dateline")
    if place[:4].isdecimal() or body[0].text.casefold().startswith(place.rstrip(" ,-–—").casefold()):
        return ""
    return place
