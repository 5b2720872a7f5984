"""NewsML 1.2 (IPTC 2003) -> Articles. The agencies that still send it: AFP, Belga, ANP, EFE, Lusa.

A NewsItem holds NewsComponents in NewsComponents: lines about the news, metadata, and at the ends ContentItems, each a
text, a picture, a film. The text is NITF, XHTML or plain; a component's role says whether it is a caption.
Specification: https://iptc.org/std/NewsML/1.2
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..errors import AudioEditionError, ReadingError
from ..facts.bylines import author_names
from ..facts.dates import iso_date
from ..facts.language_codes import language_code
from ..model import Article, Role
from ..settings import ReadSettings
from .composing import Part, compose, text_parts
from .fragments import html_parts, tree_parts
from .markup import child, child_text, children, local, text_of
from .newsroom import Head, dateline_of, nitf
from .outline import XML_LANG
from .plain import slug, unique
from .sources import Source

_CAPTIONS = ("caption", "photo", "picture", "image", "graphic", "video")
_ABSTRACTS = ("abstract", "summary", "teaser", "lead-in")


@dataclass(frozen=True, slots=True)
class _Text:
    """A content item that holds text, and the role of the component around it, in lower case."""

    content: Any
    role: str


def read_newsml_one(root: Any, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """An article for each NewsItem. Raises ReadingError if there is none."""
    items = [node for node in root.iter() if local(node) == "NewsItem"][: settings.max_entries]
    if not items:
        raise ReadingError("holds no NewsItem", article=source.name, remedy="check the file")
    names: set[str] = set()
    found: list[Article | ReadingError] = []
    for item in items:
        named = slug(_line(item, "HeadLine", "SlugLine") or _identifier(item) or "item")
        name = source.name if len(items) == 1 else unique(f"{source.name}#{named}", names)
        try:
            found.append(_item(item, name, source, settings))
        except AudioEditionError as e:
            found.append(ReadingError(e.problem, article=name, remedy=e.remedy))
    return found


def _item(item: Any, name: str, source: Source, settings: ReadSettings) -> Article:
    head = _head(item)
    texts = list(_texts(child(item, "NewsComponent")))
    if not any(text.role == "" for text in texts):
        raise ReadingError("holds no text", article=name, remedy="give a NewsItem with its text in a DataContent")
    parts: list[Part] = []
    for text in texts:
        inner = next((node for node in text.content.iter() if local(node) == "nitf"), None)
        if text.role == "" and inner is not None:
            return nitf(inner, name, source, settings, head)
        read = _parts(text.content, settings, head.headline)
        role = Role.CAPTION if text.role == "caption" else None
        parts += [Part(p.text, role or p.role, p.reason, p.language, p.rule) for p in read]
    opening = [
        Part(head.headline or "", Role.HEADLINE),
        Part(head.deck or "", Role.DECK),
        Part(_line(item, "ByLine"), Role.BYLINE),
        Part(_place(head, parts), Role.DATELINE),
    ]
    return compose([*opening, *parts], name=name, **{**head.fields(), "section": source.section or head.section})


def _place(head: Head, parts: list[Part]) -> str:
    """The dateline, unless the text opens with its place itself."""
    if not head.dateline:
        return ""
    place = (head.dateline.place or head.dateline.text).casefold()
    return "" if parts and parts[0].text.casefold().startswith(place) else head.dateline.text


def _head(item: Any) -> Head:
    identity, management = child(item, "Identification"), child(item, "NewsManagement")
    language = next((n.get("FormalName") for n in item.iter() if local(n) == "Language"), None)
    return Head(
        headline=_line(item, "HeadLine", "SlugLine") or None,
        deck=_line(item, "SubHeadLine") or None,
        bylines=author_names([_line(item, "ByLine")]),
        dateline=dateline_of(next((n for n in item.iter() if local(n) == "DateLine"), None)),
        published=iso_date(child_text(management, "FirstCreated", "ThisRevisionCreated")),
        modified=iso_date(child_text(management, "ThisRevisionCreated")),
        language=language_code(language or item.get(XML_LANG)),
        guid=child_text(child(identity, "NewsIdentifier"), "PublicIdentifier") or None,
    )


def _identifier(item: Any) -> str:
    return next((text_of(n) for n in item.iter() if local(n) == "NewsItemId"), "")


def _line(item: Any, *names: str) -> str:
    """The first of these lines about the news that any component has."""
    for name in names:
        for node in item.iter():
            if local(node) == name and (text := text_of(node)):
                return text
    return ""


def _texts(component: Any | None) -> Iterator[_Text]:
    """The texts in a component and in those inside of it, in order: of equivalents only the first."""
    pending = [(component, "")] if component is not None else []
    while pending:
        node, role = pending.pop()
        for item in children(node, "ContentItem"):
            content = child(item, "DataContent")
            if content is not None and text_of(content) and _is_text(item):
                yield _Text(content, role)
        inner = [(c, _role(c) or role) for c in children(node, "NewsComponent")]
        if node.get("EquivalentsList") == "yes":
            inner = [pair for pair in inner if next(_texts(pair[0]), None)][:1]
        pending.extend(reversed(inner))


def _is_text(item: Any) -> bool:
    """Whether a content item is said to be text, or nothing is said of it."""
    kinds = [node.get("FormalName") or "" for node in children(item, "MediaType")]
    return not kinds or any("text" in kind.lower() for kind in kinds)


def _role(component: Any) -> str:
    """`caption`, `abstract`, or '' for what is text of the story."""
    said = next((node.get("FormalName") or "" for node in children(component, "Role")), "").lower()
    if any(word in said for word in _CAPTIONS):
        return "caption"
    return "abstract" if any(word in said for word in _ABSTRACTS) else ""


def _parts(content: Any, settings: ReadSettings, headline: str | None) -> list[Part]:
    """The text of a DataContent: elements, or text that may be mark-up itself."""
    if len(content):
        return tree_parts(content, settings, headline=headline)
    text = content.text or ""
    return html_parts(text, settings, headline=headline) if "</" in text else text_parts(text)
