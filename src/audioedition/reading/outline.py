"""An element tree -> its visible text as a flat list of `Block`s, each knowing where it stands and what it looks like.

One pass without recursion, so that neither depth nor size of a page can hurt; the tree is not changed.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from ..facts.decoding import clean
from .element_names import Look, look

_BLOCK_TAGS = """
html body div p section article main header footer aside nav ul ol li dl dt dd table caption thead tbody tfoot tr td
th blockquote pre figure figcaption h1 h2 h3 h4 h5 h6 form fieldset legend details summary address hr center menu
dir hgroup title subtitle epigraph cite-block amp-carousel
"""
_SKIPPED_TAGS = """
head script style noscript template svg math iframe object embed applet button select option textarea input canvas
audio video map datalist progress meter rp rt dialog link meta base colgroup col param source track amp-ad
amp-sticky-ad amp-iframe amp-analytics ins-ad
"""
BLOCKS = frozenset(_BLOCK_TAGS.split())
SKIPPED = frozenset(_SKIPPED_TAGS.split())
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
MAX_HINTS = 2000
_ELSEWHERE = ("comments", "related articles", "advertisement", "hidden")
_AUTHOR = re.compile("author|creator")
_DATED = re.compile("date(?:published|created)", re.I)


@dataclass(slots=True)
class Node:
    """A block element on the way to a block."""

    parent: int
    tag: str
    element: Any
    look: Look


@dataclass(slots=True)
class Block:
    """A run of text that a reader sees as one paragraph, heading, item or cell."""

    text: str
    node: int
    linked: int
    """Characters of `text` inside links."""
    kind: str
    """`p`, `heading`, `item`, `quote`, `caption`, `cell`, `code`, `pull`."""
    level: int = 0
    """Of a heading, 1-6."""
    language: str | None = None
    strong: bool = False
    """Whether all of it is bold."""


@dataclass(slots=True)
class Outline:
    """What a reader sees of an element tree. `nodes[0]` is its root; parents come before children."""

    nodes: list[Node] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    hints: list[tuple[str, Any, int, int]] = field(default_factory=list)
    """(`byline` or `timestamp`, element, index of its node, number of blocks before it)."""


class _Walk:
    """What has been seen so far, and the run of text not yet ended."""

    def __init__(self) -> None:
        self.out = Outline()
        self.pieces: list[str] = []
        self.linked = 0
        self.strong = 0
        self.total = 0

    def text(self, text: str | None, in_link: bool, in_strong: bool) -> None:
        if text:
            self.pieces.append(text)
            size = len(text) if not text.isspace() else 0
            self.total += size
            if in_link:
                self.linked += size
            if in_strong:
                self.strong += size

    def hint(self, kind: str, element: Any, node: int) -> None:
        if len(self.out.hints) < MAX_HINTS:
            self.out.hints.append((kind, element, node, len(self.out.blocks)))

    def flush(self, node: int, kind: str, level: int, language: str | None, keep_lines: bool) -> None:
        if not self.pieces:
            return
        raw = "".join(self.pieces)
        total, linked, strong = self.total, self.linked, self.strong
        self.pieces, self.linked, self.strong, self.total = [], 0, 0, 0
        for piece in [raw] if keep_lines else _lines(raw):
            text = " ".join(clean(piece).split())
            if text:
                share = linked / total if total else 0
                self.out.blocks.append(
                    Block(text, node, round(share * len(text)), kind, level, language, strong=strong >= 0.95 * total)
                )


def _lines(raw: str) -> list[str]:
    """Paragraphs of a run: cut at double line breaks, and at single ones where all lines are short (lists, verse)."""
    out = []
    for piece in raw.split("\x0c"):
        lines = piece.split("\x0b")
        out += lines if len(lines) > 2 and all(len(line) <= 100 for line in lines) else [piece.replace("\x0b", "\n")]
    return out


def outline(root: Any, *, hidden: frozenset[str] = frozenset()) -> Outline:
    """The visible text below `root` (an lxml element). `hidden` are class names and ids that a style sheet hides."""
    walk = _Walk()
    nodes = walk.out.nodes
    nodes.append(Node(-1, str(root.tag), root, Look()))
    # (element, children left, node, kind, level, language, in a link, in bold, breaks paragraphs at its end)
    stack: list[Any] = [(root, iter(root), 0, "p", 0, None, False, False, True)]
    walk.text(root.text, False, False)
    breaks = 0
    while stack:
        element, children, node, kind, level, language, link, bold, block = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if block:
                walk.flush(node, kind, level, language, kind == "code")
            elif element.tag == "q":
                walk.text("”", link, bold)
            if stack:
                above = stack[-1]
                walk.text(element.tail, above[6], above[7])
            continue
        tag = child.tag
        if not isinstance(tag, str):
            walk.text(child.tail, link, bold)
            continue
        if "}" in tag:
            tag = tag.rpartition("}")[2]
        elif ":" in tag:
            tag = tag.rpartition(":")[2]
        if tag == "br":
            tail = child.tail
            breaks = breaks + 1 if breaks else 1
            walk.pieces.append("\x0b")
            if breaks >= 2:
                walk.pieces.append("\x0c")
                breaks = 0
            if tail and not tail.isspace():
                breaks = 0
            walk.text(tail, link, bold)
            continue
        breaks = 0
        if tag in SKIPPED:
            walk.text(child.tail, link, bold)
            continue
        attributes = child.attrib
        seen = look(tag, attributes, hidden)
        reason, new_language, is_block = seen.reason, language, tag in BLOCKS
        if attributes:
            new_language = attributes.get("lang") or attributes.get(XML_LANG) or language
        if reason not in _ELSEWHERE:
            about = " ".join(attributes.get(k, "") for k in ("rel", "itemprop", "property")) if attributes else ""
            if reason == "byline" or _AUTHOR.search(about):
                walk.hint("byline", child, node)
            if tag == "time" or reason == "timestamp" or _DATED.search(about):
                walk.hint("timestamp", child, node)
        if not is_block and reason in ("hidden", "share buttons", "advertisement"):
            walk.text(child.tail, link, bold)
            continue
        if (tag in ("sup", "sub") and _is_note(child)) or (tag == "a" and "noteref" in structure(attributes)):
            walk.text(child.tail, link, bold)
            continue
        new_kind, new_level = kind, level
        if is_block:
            walk.flush(node, kind, level, language, kind == "code")
            nodes.append(Node(node, tag, child, seen))
            node = len(nodes) - 1
            new_kind, new_level = _kind(tag, attributes, seen, kind, level)
        elif tag == "q":
            walk.text("“", link, bold)
        stack.append(
            (child, iter(child), node, new_kind, new_level, new_language, link or tag == "a",
             bold or tag in ("b", "strong"), is_block)
        )  # fmt: skip
        walk.text(child.text, link or tag == "a", bold or tag in ("b", "strong"))
    return walk.out


def _kind(tag: str, attributes: Any, seen: Look, kind: str, level: int) -> tuple[str, int]:
    """(kind, heading level) of the blocks right inside of an element, `kind` and `level` being those around it."""
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6") and not (kind == "caption" and tag > "h3"):
        return "heading", int(tag[1])
    if tag in ("figcaption", "caption") or seen.caption:
        return "caption", level
    if seen.pull_quote:
        return "pull", level
    if tag == "pre" or seen.code:
        return "code", level
    if tag == "blockquote":
        return "quote", level
    if kind not in ("caption", "code", "quote"):
        if tag in ("li", "dt", "dd"):
            return "item", level
        if tag in ("td", "th"):
            return "cell", level
    if tag == "p" and kind == "cell":
        return "p", level
    if attributes.get("role") == "heading":
        return "heading", 2
    return kind, level


def looks_like_subhead(block: Block) -> bool:
    """A short paragraph all in bold that is no sentence and no question."""
    return block.kind == "p" and block.strong and len(block.text) <= 80 and block.text[-1] not in '.!?:;,”"»)…'


def structure(attributes: Any) -> str:
    """What EPUB's `epub:type` and ARIA's `role` say an element is."""
    if not attributes:
        return ""
    return " ".join(attributes.get(k, "") for k in (_EPUB_TYPE, "epub:type", "role")).strip()


def _is_note(element: Any) -> bool:
    """A footnote mark: raised, short, and a link inside the page."""
    text = short_text(element, 10)
    if len(text) > 6:
        return False
    above = element.getparent()
    if above is not None and above.tag == "a" and "#" in (above.get("href") or ""):
        return bool(re.fullmatch(r"\W*\w{0,4}\W*", text))
    return any((a.get("href") or "").partition("#")[1] for a in element.iter("a")) and bool(
        re.fullmatch(r"\W*\w{0,4}\W*", text)
    )


def short_text(element: Any, limit: int = 400) -> str:
    """The text inside `element` on one line, cut after about `limit` characters, at a cost that is bounded too."""
    return " ".join(short_lines(element, limit))


def short_lines(element: Any, limit: int = 400) -> list[str]:
    """The text inside `element` as `short_text` cuts it, a string for each line that a reader sees."""
    pieces: list[str] = []
    size = 0
    for event, node in itertools.islice(etree.iterwalk(element, events=("start", "end")), 2 * limit):
        text = node.text if event == "start" else node.tail if node is not element else None
        if node is not element and (node.tag == "br" or node.tag in BLOCKS):
            pieces.append("\x0b")
        if text and (event == "end" or node.tag not in ("script", "style", "template")):
            pieces.append(text[:limit])
            size += len(text.strip())
            if size > limit:
                break
    lines = (" ".join(clean(line).split()) for line in "".join(pieces).split("\x0b"))
    return [line for line in lines if line]
