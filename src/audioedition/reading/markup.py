"""XML and HTML -> element trees that are safe to walk.

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

MAX_HTML_TAGS = 1_000_000
"""Start and end tags of a page; an ordinary one has ten thousand."""
MAX_XML_TAGS = 5_000_000
_REFERENCE = re.compile(r"&(?:(?P<number>#\d+|#[xX][0-9a-fA-F]+);|(?P<name>[^\W\d][\w.-]{0,50});)?")
_CDATA, _CDATA_ENDS = "<![CDATA[", "]]>"
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_DOCTYPE = re.compile(r"^<!DOCTYPE[^\[>]{0,1000}(?:\[.*?\]\s*)?>", re.S)
_XML_ENTITIES = {"amp", "lt", "gt", "quot", "apos"}


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
            etree.strip_tags(root, etree.Entity)  # nodes without name and attributes, which no reader expects
            return root
    raise ReadingError(f"is broken XML: {problem}", article=article, remedy="check the file")


def _without_doctype(data: bytes, article: str) -> bytes:
    text = _DECLARATION.sub("", decode(data, declared=_declared(data), article=article)).lstrip()
    return _without_entities(_paired(_DOCTYPE.sub("", text))).encode("utf-8", "replace")


def _without_entities(text: str) -> str:
    """`text` with references to XML's own entities only, outside CDATA: behind one that it does not know libxml2 loses
    every `&amp;`."""
    done, at = [], 0
    while (begins := text.find(_CDATA, at)) >= 0 and (ends := text.find(_CDATA_ENDS, begins)) >= 0:
        ends += len(_CDATA_ENDS)
        done += [_REFERENCE.sub(_named, text[at:begins]), text[begins:ends]]
        at = ends
    return "".join((*done, _REFERENCE.sub(_named, text[at:])))


_HALF = r"&#(?:x0*(?i:d[89a-f][0-9a-f]{2})|0*(?:552(?:9[6-9])|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]));"
_HALVES = re.compile(f"{_HALF}(?:{_HALF})*")  # so written it is looked for by how it begins


def _paired(text: str) -> str:
    """`text` with characters that are referred to by the two halves of UTF-16 (`&#55357;&#56832;`) put together: no
    reference to a half is one in XML, and libxml2 returns what is no text for it."""
    if "&#" not in text:
        return text

    def whole(match: re.Match[str]) -> str:
        numbers = re.findall(r"&#(x?)([0-9a-fA-F]+);", match[0])
        halves = "".join(chr(int(digits, 16 if x else 10)) for x, digits in numbers)
        return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    return _HALVES.sub(whole, text)


_OF_CODE = re.compile(r"<(/?)(?:script|style)\b[^<>]{0,2000}>", re.I)


def opened(text: str) -> str:
    """HTML with `<script/>` as browsers read it, where nothing closes itself: what stands up to `</script>` is code.

    One that nothing closes before the next stays closed: browsers would show nothing behind it.
    """
    opens = -1
    slashes = []
    for tag in _OF_CODE.finditer(text):
        if tag[1] and opens >= 0:
            slashes.append(opens)
        opens = tag.end() - 2 if not tag[1] and text[tag.end() - 2] == "/" else -1
    pieces = [text[a:b] for a, b in zip([0, *(at + 1 for at in slashes)], [*slashes, len(text)], strict=True)]
    return "".join(pieces)


def parse_html(text: str) -> Any:
    """The root element of an HTML page or fragment, however broken; None if there is nothing in it.

    Raises ReadingError for one with more than `MAX_HTML_TAGS` tags.
    """
    return parse_opened(opened(text))


def parse_opened(text: str) -> Any:
    """The same of what `opened` has been asked of."""
    if text.count("<") > MAX_HTML_TAGS:
        raise ReadingError(f"has more than {MAX_HTML_TAGS} tags", remedy="give the page of one article")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(_paired(text).replace("\0", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def local(element: Any) -> str:
    """The element's name without its namespace; '' for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def namespace(element: Any) -> str:
    return element.tag[1:].partition("}")[0] if isinstance(element.tag, str) and element.tag[:1] == "{" else ""


def children(element: Any | None, *names: str) -> list[Any]:
    """The child elements with one of these local names, in order; none of None."""
    return [node for node in element if local(node) in names] if element is not None else []


def child(element: Any | None, *names: str) -> Any | None:
    """The first child element with one of these local names, if there is one."""
    return next(iter(children(element, *names)), None)


def text_of(element: Any | None) -> str:
    """All text inside `element`, clean, on one line; '' for None."""
    return " ".join(clean("".join(element.itertext())).split()) if element is not None else ""


def child_text(element: Any | None, *names: str) -> str:
    """The text of the first child with one of these local names, tried in that order, that has any."""
    for name in names:
        for node in children(element, name):
            if text := text_of(node):
                return text
    return ""


def _declared(data: bytes) -> str | None:
    match = re.match(rb"\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]{1,40})", data[:300])
    return match[1].decode("ascii") if match else None


def _named(match: re.Match[str]) -> str:
    if match["number"] or match["name"] in _XML_ENTITIES:
        return match[0]
    return html.entities.html5.get(match["name"] + ";", "") if match["name"] else "&amp;"
