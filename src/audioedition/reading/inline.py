"""Marks inside a line: raised notes and powers, and the text of an element on one line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ..facts.decoding import clean

_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_SAYING = (_EPUB_TYPE, "epub:type", "role")
_MARK = re.compile(r"\W*\w{0,4}\W*")
_REMARK = re.compile(r"\[[^\[\]]{1,60}\]")
_POWERS = str.maketrans("0123456789+-−–n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻ⁿ")
_BASE = re.compile(r"(?:\d|(?<![^\W\d_])[^\W\d_]{1,2}|\))$")
"""What a power stands behind: a figure, a unit or a variable, a bracket."""
_BREAKING = frozenset(
    ("br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "td", "tr", "section", "header", "dl", "dt", "dd")
)


def structure(attributes: Any) -> str:
    """What EPUB's `epub:type` and ARIA's `role` say an element is."""
    if not attributes or not any(k in attributes for k in _SAYING):
        return ""
    return " ".join(attributes.get(k, "") for k in _SAYING).strip()


def is_note(element: Any, before: str) -> bool:
    """Whether a raised element is the mark of a note: a link in the page, or a figure behind a word or a full stop.

    `before` is what stands right before it.
    """
    text = short_text(element, 10)
    if len(text) > 6 or not _MARK.fullmatch(text):
        return False
    above = element.getparent()
    if above is not None and above.tag == "a" and "#" in (above.get("href") or ""):
        return True
    if any("#" in (a.get("href") or "") for a in element.iter("a")):
        return True
    noted = element.tag == "sup" and re.fullmatch(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?", text) is not None
    return noted and bool(before.strip()) and not _BASE.search(before)


def is_remark(element: Any, before: str) -> bool:
    """Whether a raised element is what editors of a wiki say of the claim `before` it: `[citation needed]`."""
    return element.tag == "sup" and bool(before.strip()) and _REMARK.fullmatch(short_text(element, 62)) is not None


def is_note_link(element: Any) -> bool:
    """Whether a link is the mark of a note that is not raised: `<a href="#fn3">[3]</a>`."""
    return (element.get("href") or "").startswith("#") and re.fullmatch(
        r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?", short_text(element, 10)
    ) is not None


def power(element: Any, before: str) -> str:
    """The figures of a power as raised characters (`10⁶`, `m²`), where they stand behind a figure or a unit, or ''."""
    text = short_text(element, 10)
    if _BASE.search(before) and re.fullmatch(r"[+−–-]?\d{1,3}|n", text):
        return text.translate(_POWERS)
    return ""


def short_text(element: Any, limit: int = 400) -> str:
    """The text inside `element` on one line, cut after about `limit` characters, at a cost that is bounded too."""
    return " ".join(short_lines(element, limit))


def short_lines(element: Any, limit: int = 400) -> list[str]:
    """The text inside `element` as `short_text` cuts it, a string for each line that a reader sees."""
    pieces: list[str] = []
    size = 0
    for text, breaks in itertools.islice(_texts(element), 2 * limit):
        if breaks:
            pieces.append("\x0b")
        if not text:
            continue
        if pieces and pieces[-1][-1:].islower() and text[:1].isupper():
            pieces.append(" ")  # `<span>By</span><span>Ann Orr</span>`
        pieces.append(text[:limit])
        size += len(text.strip())
        if size > limit:
            break
    lines = (" ".join(clean(line).split()) for line in "".join(pieces).split("\x0b"))
    return [line for line in lines if line]


def _texts(element: Any) -> Iterator[tuple[str, bool]]:
    """The text at the begin and behind the end of every element in `element`, and whether a line breaks there."""
    for event, node in etree.iterwalk(element, events=("start", "end")):
        breaks = node is not element and node.tag in _BREAKING
        if event == "end":
            yield (node.tail or "") if node is not element else "", breaks
        else:
            yield (node.text or "") if node.tag not in ("script", "style", "template") else "", breaks
