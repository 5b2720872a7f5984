"""XML and HTML -> element trees that are safe to walk, and the parts of an article out of a fragment of HTML.

No entity is expanded, nothing is fetched, no DTD is loaded; what is too deep or too large for libxml2 is an error.
"""

from __future__ import annotations

import html
import html.entities
import re
from typing import Any

from lxml import etree

from ..errors import ReadingError
from ..facts.decoding import clean, decode
from ..model import Role
from ..settings import ReadSettings
from .composing import Part
from .outline import Block, looks_like_subhead, outline, structure
from .running_text import is_furniture, is_offer, without_tail

MAX_HTML_TAGS = 1_000_000
"""Start and end tags of a page; an ordinary one has ten thousand."""
MAX_XML_TAGS = 5_000_000
_ENTITY = re.compile(r"&([A-Za-z_][\w.-]{0,50});")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_DOCTYPE = re.compile(r"^<!DOCTYPE[^\[>]{0,1000}(?:\[.*?\]\s*)?>", re.S)
_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|div|br|a|img|em|strong|ul|blockquote|h[2-4])\b[^<>]{0,300}?&gt;", re.I)
_NOTES = re.compile(r"\b(?:foot|end|rear)notes?\b")
_XML_ENTITIES = {"amp", "lt", "gt", "quot", "apos"}
_FRAGMENT_FURNITURE = (
    "comments",
    "hidden",
    "share buttons",
    "advertisement",
    "sign-up",
    "cookie notice",
    "related articles",
)
# Shortcodes of WordPress and its page builders: `[gallery ids="1,2"]`.
_SHORTCODE = re.compile(
    r"\[/?(?:gallery|embed|audio|video|playlist|vc_\w+|et_pb_\w+|fusion_\w+|contact-form-7|ads?)\b[^\[\]]{0,1000}\]"
)


def parse_xml(data: bytes, article: str) -> Any:
    """The root element of an XML document. Raises ReadingError where nothing can be made of it.

    A document that declares entities or is not well-formed is read without its DOCTYPE: the entities of HTML are known
    anyway, others vanish, and libxml2 mends what it can.
    """
    if data.count(b"<") > MAX_XML_TAGS:
        raise ReadingError(f"has more than {MAX_XML_TAGS} tags", article=article, remedy="split it")
    problem = "nothing in it"
    for strict in (True, False):
        if strict and b"<!ENTITY" in data:
            continue
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
            recover=not strict,
        )
        try:
            root = etree.fromstring(data if strict else _without_doctype(data, article), parser)
        except (etree.XMLSyntaxError, ValueError, LookupError) as e:
            problem = str(e)[:200]
            continue
        if root is not None:
            return root
    raise ReadingError(f"is broken XML: {problem}", article=article, remedy="check the file")


def _without_doctype(data: bytes, article: str) -> bytes:
    text = _DECLARATION.sub("", decode(data, declared=_declared(data), article=article)).lstrip()
    return _ENTITY.sub(_named, _DOCTYPE.sub("", text)).encode("utf-8", "replace")


def parse_html(text: str) -> Any:
    """The root element of an HTML page or fragment, however broken; None if there is nothing in it.

    Raises ReadingError for one with more than `MAX_HTML_TAGS` tags.
    """
    if text.count("<") > MAX_HTML_TAGS:
        raise ReadingError(f"has more than {MAX_HTML_TAGS} tags", remedy="give the page of one article")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def local(element: Any) -> str:
    """The element's name without its namespace; '' for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def namespace(element: Any) -> str:
    return element.tag[1:].partition("}")[0] if isinstance(element.tag, str) and element.tag[:1] == "{" else ""


def children(element: Any, *names: str) -> list[Any]:
    """The child elements with one of these local names, in order."""
    return [child for child in element if local(child) in names]


def text_of(element: Any | None) -> str:
    """All text inside `element`, clean, on one line; '' for None."""
    return " ".join(clean("".join(element.itertext())).split()) if element is not None else ""


def child_text(element: Any | None, *names: str) -> str:
    """The text of the first child with one of these local names, tried in that order, that has any."""
    if element is None:
        return ""
    for name in names:
        for child in children(element, name):
            if text := text_of(child):
                return text
    return ""


def html_parts(
    html_text: str, settings: ReadSettings, *, headline: str | None = None, sent: bool = False
) -> list[Part]:
    """The parts of a fragment of HTML that is all article: an entry of a feed, a chapter, rendered Markdown.

    `sent` says that a feed or a mail brought it: then lines such as `Continue reading` are no part of it.
    """
    if "&lt;" in html_text and not re.search(r"<[a-z]", html_text, re.I) and _ESCAPED_TAG.search(html_text):
        html_text = html.unescape(html_text)  # escaped once too often
    if "[caption" in html_text:
        html_text = re.sub(r"\[caption\b[^\[\]]{0,500}\]", "<figure><figcaption>", html_text)
        html_text = html_text.replace("[/caption]", "</figcaption></figure>")
    if "[" in html_text:
        html_text = _SHORTCODE.sub(" ", html_text)
    if not re.search(r"<(?:p|div|br|h\d|li|table|blockquote)\b", html_text, re.I):
        html_text = re.sub(r"\n\s*\n", "<p>", html_text)  # text with inline mark-up only
    root = parse_html(html_text)
    return tree_parts(root, settings, headline=headline, sent=sent) if root is not None else []


def tree_parts(root: Any, settings: ReadSettings, *, headline: str | None = None, sent: bool = False) -> list[Part]:
    """The parts of an element tree (HTML or XHTML) that is all article; see `html_parts`."""
    page = outline(root)
    reasons = [""] * len(page.nodes)
    for i, node in enumerate(page.nodes[1:], 1):
        own = node.look.reason if node.look.reason in _FRAGMENT_FURNITURE else ""
        if node.tag == "nav":
            own = "navigation"
        elif "footnotes" in (node.element.get("class") or "").split() or _NOTES.search(structure(node.element.attrib)):
            own = "footnotes"
        reasons[i] = reasons[node.parent] or own
    read = sum(len(b.text) for b in page.blocks if not reasons[b.node])
    if read < 0.5 * sum(len(b.text) for b in page.blocks):
        reasons = [r if r == "footnotes" else "" for r in reasons]  # their names mislead
    parts: list[Part] = []
    for block in page.blocks:
        reason = reasons[block.node]
        if reason == "hidden":
            continue
        if not reason or (reason == "footnotes" and settings.footnotes):
            reason = _unread(block, settings)
        if sent and not reason and block.kind != "quote":
            reason = "page furniture" if is_furniture(block) else "sign-up" if is_offer(block) else ""
        role = None
        if block.kind == "heading" or (parts and looks_like_subhead(block)):
            if not parts and headline and block.text.casefold() == headline.casefold():
                continue
            role = Role.SUBHEAD
        elif block.kind == "caption":
            role = Role.CAPTION
        parts.append(Part(block.text, None if reason else role, reason, block.language))
    return without_tail(parts) if sent else parts


def _unread(block: Block, settings: ReadSettings) -> str:
    if block.kind == "code" and not settings.code:
        return "code"
    if block.kind == "cell" and not settings.tables and len(block.text) < 200:
        return "table"
    return "" if any(c.isalnum() for c in block.text) else "ornament"


def _declared(data: bytes) -> str | None:
    match = re.match(rb"\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]{1,40})", data[:300])
    return match[1].decode("ascii") if match else None


def _named(match: re.Match[str]) -> str:
    if match[1] in _XML_ENTITIES:
        return match[0]
    return html.entities.html5.get(match[1] + ";", "")
