"""An element tree -> its text as a flat list of `Block`s, each knowing where it stands and what it looks like.

One pass without recursion, so that neither depth nor size of a page can hurt; the tree is not changed. Whatever a
reader sees is in a block, but for marks of notes; struck-out words are a block of their own behind theirs.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..facts.decoding import clean
from .inline import is_note, is_note_link, is_remark, power, structure
from .named import is_hidden, names
from .tables import is_data, linked, row_text, rows_told

_BLOCK_TAGS = """
html body div p section article main header footer aside nav ul ol li dl dt dd table caption thead tbody tfoot tr td
th blockquote pre figure figcaption h1 h2 h3 h4 h5 h6 form fieldset legend details summary address hr center menu
dir hgroup title subtitle epigraph cite-block amp-carousel button label
"""
_SKIPPED_TAGS = """
head script style noscript template svg math iframe object embed applet select option textarea input canvas
audio video map datalist progress meter rp rt link meta base colgroup col param source track amp-ad
amp-sticky-ad amp-iframe amp-analytics
"""
BLOCKS = frozenset(_BLOCK_TAGS.split())
_SKIPPED = frozenset(_SKIPPED_TAGS.split())
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STRUCK = ("del", "s", "strike")
_RUNNING = ("p", "li", "td", "span", "em", "strong", "i", "b", "a", "label")
"""What holds sentences."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
MAX_HINTS = 2000
_SAYING = ("rel", "itemprop", "property")
"""Attributes that say what the text of an element is."""
_AUTHOR = re.compile("author|creator")
_PERSON = re.compile(
    r"/(?:authors?|autor(?:es|en)?|auteurs?|redakteur|profiles?|profil|users?|members?|people|staff|contributors?"
    r"|columnists?|journalists?|by)/[^/?#]",
    re.I,
)
"""Addresses of the pages that sites have about the people who write there."""
_DATED = re.compile("date(?:published|created)", re.I)
_SHORTENED = re.compile(r"(?<!\S)(?:https?://)?(?:t\.co|pic\.(?:twitter|x)\.com)/\w+\Z")
"""What Twitter puts behind the words of a tweet."""
_NUMBERED = re.compile(r"\s*[(\[]?\d{1,3}[.)\]:]")


@dataclass(slots=True)
class Node:
    """A block element on the way to a block."""

    parent: int
    tag: str
    element: Any
    names: frozenset[str] = frozenset()
    """What it is named after: see `named.names`."""


@dataclass(slots=True)
class Block:
    """A run of text that a reader sees as one paragraph, heading, item or row of a table."""

    text: str
    node: int
    linked: int
    """Characters of `text` inside links."""
    kind: str
    """`p`, `heading`, `item`, `quote`, `caption`, `cell`, `row`, `code`, `pull`, `control`, `struck`."""
    level: int = 0
    """Of a heading, 1-6."""
    language: str | None = None
    strong: bool = False
    """Whether all of it is bold."""
    hidden: bool = False
    """Whether style, attribute or name say that nobody sees it."""
    told: str = ""
    """Of a row: the row with its headings, if the table can be followed by ear."""


class Hint(NamedTuple):
    """An element that may say who wrote the article, or when."""

    kind: str
    """`byline`, `person` (a link to the page about somebody) or `timestamp`."""
    element: Any
    node: int
    """Index of the node around it."""
    before: int
    """Number of blocks before it."""


@dataclass(slots=True)
class Outline:
    """What a reader sees of an element tree. `nodes[0]` is its root; parents come before children."""

    nodes: list[Node] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)


@dataclass(slots=True)
class _Frame:
    """An open element, and what holds for the text right inside of it."""

    element: Any
    children: Iterator[Any]
    node: int
    kind: str = "p"
    level: int = 0
    language: str | None = None
    link: bool = False
    bold: bool = False
    struck: bool = False
    hidden: bool = False
    block: bool = True
    number: int | None = None
    """Of the next item, in an ordered list."""


class _Walk:
    """What has been seen so far, and the run of text not yet ended."""

    def __init__(self, hidden: frozenset[str]) -> None:
        self.out = Outline()
        self.by_style = hidden
        self.pieces: list[str] = []
        self.struck: list[str] = []
        self.linked = self.strong = self.total = 0
        self.lead = ""
        self.breaks = 0
        self.closed = False
        """Whether an inline element has just ended, with nothing behind it yet."""

    def walk(self, root: Any) -> Outline:
        self.out.nodes.append(Node(-1, str(root.tag), root))
        stack = [_Frame(root, iter(root), 0)]
        self.text(root.text, stack[0])
        while stack:
            frame = stack[-1]
            child = next(frame.children, None)
            if child is None:
                stack.pop()
                self.leave(frame)
                if stack:
                    self.text(frame.element.tail, stack[-1])
            elif isinstance(child.tag, str) and (inner := self.enter(child, frame)):
                stack.append(inner)
                self.text(child.text, inner)
            else:
                self.text(child.tail, frame)
        return self.out

    def text(self, text: str | None, frame: _Frame) -> None:
        if not text:
            return
        if self.closed and self.pieces and text[:1].isupper() and self.pieces[-1][-1:].islower():
            text = f" {text}"  # `<span>By</span><span>Ann Orr</span>`
        self.closed = False
        if frame.struck:
            self.struck.append(text)
            return
        self.pieces.append(text)
        if not text.isspace():
            self.breaks = 0
            self.total += len(text)
            self.linked += len(text) * frame.link
            self.strong += len(text) * frame.bold

    def leave(self, frame: _Frame) -> None:
        if frame.block:
            self.flush(frame)
        elif frame.element.tag == "q":
            self.pieces.append("”")
        self.closed = not frame.block and not frame.element.tail and frame.element.tag in ("span", "a", "time")

    def enter(self, child: Any, frame: _Frame) -> _Frame | None:
        """The frame of a child element; None for one whose text is not to be looked at."""
        tag = _local(child.tag)
        attributes = dict(child.items())
        if tag == "br":
            self.line_break()
        if tag == "br" or tag in _SKIPPED or (tag == "a" and _is_note_reference(child, attributes)):
            return None
        if tag in ("sup", "sub"):
            return self.raised(child, tag, frame)
        named = names(tag, attributes)
        self.hint(child, tag, attributes, named, frame)
        hidden = frame.hidden or self.hides(attributes)
        apart = hidden != frame.hidden  # what is hidden nobody sees in its line
        block = apart or _is_block(tag, frame.element.tag, named)
        inner = _Frame(
            child, iter(child), frame.node, frame.kind, frame.level, self.language(attributes, frame),
            frame.link or tag == "a", frame.bold or tag in ("b", "strong"), frame.struck or tag in _STRUCK, hidden,
            block,
        )  # fmt: skip
        if block:
            self.open_block(inner, frame, tag, named)
        elif tag == "q":
            self.pieces.append("“")
        return self.table(inner) if tag == "table" else inner

    def hides(self, attributes: Any) -> bool:
        return bool(attributes) and is_hidden(attributes, self.by_style)

    def open_block(self, inner: _Frame, frame: _Frame, tag: str, named: frozenset[str]) -> None:
        self.flush(frame)
        self.out.nodes.append(Node(frame.node, tag, inner.element, named))
        inner.node = len(self.out.nodes) - 1
        inner.kind, inner.level = _kind(tag, inner.element.attrib, named, frame.kind, frame.level)
        if tag == "ol" and "none" not in inner.element.get("style", ""):
            inner.number = _integer(inner.element.get("start"), 1)
        elif tag == "li" and frame.number is not None and inner.kind == "item":
            number = _integer(inner.element.get("value"), frame.number)
            frame.number = number + 1
            self.lead = f"{number}. "

    def table(self, inner: _Frame) -> _Frame | None:
        """A table of data is a block a row; one that only lays out the page is gone through like any element."""
        if not is_data(inner.element):
            return inner
        with_headings = iter(rows_told(inner.element))
        for row in inner.element.iter("caption", "tr"):
            told = next(with_headings, "") if row.tag == "tr" else ""
            if text := row_text(row):
                kind = "row" if row.tag == "tr" else "caption"
                self.out.blocks.append(
                    Block(text, inner.node, linked(row), kind, 0, inner.language, hidden=inner.hidden, told=told)
                )
        return None

    def raised(self, child: Any, tag: str, frame: _Frame) -> _Frame | None:
        """Marks of notes are not there; `10<sup>6</sup>` is a power."""
        before = "".join(self.pieces[-2:])[-6:]
        if is_note(child, before) or is_remark(child, before):
            return None
        if tag == "sup" and (digits := power(child, before)):
            self.pieces.append(digits)
            return None
        return _Frame(
            child, iter(child), frame.node, frame.kind, frame.level, frame.language, frame.link, frame.bold,
            frame.struck, frame.hidden, block=False,
        )  # fmt: skip

    def line_break(self) -> None:
        self.breaks += 1
        self.pieces.append("\x0b")
        if self.breaks >= 2:
            self.pieces.append("\x0c")
            self.breaks = 0

    def language(self, attributes: Any, frame: _Frame) -> str | None:
        return (attributes.get("lang") or attributes.get(XML_LANG) or frame.language) if attributes else frame.language

    def hint(self, child: Any, tag: str, attributes: dict[str, str], named: frozenset[str], frame: _Frame) -> None:
        if len(self.out.hints) >= MAX_HINTS or "comments" in named or "related articles" in named:
            return
        said = [value for key in _SAYING if (value := attributes.get(key))] if attributes else ()
        about = " ".join(said) if said else ""
        if "byline" in named or _AUTHOR.search(about):
            self.out.hints.append(Hint("byline", child, frame.node, len(self.out.blocks)))
        elif tag == "a" and _PERSON.search(attributes.get("href", "")):
            self.out.hints.append(Hint("person", child, frame.node, len(self.out.blocks)))
        if tag == "time" or "timestamp" in named or _DATED.search(about):
            self.out.hints.append(Hint("timestamp", child, frame.node, len(self.out.blocks)))

    def flush(self, frame: _Frame) -> None:
        self.closed = False
        if not self.pieces and not self.struck:
            return
        raw, struck = "".join(self.pieces), " ".join("".join(self.struck).split())
        total, linked, strong = self.total, self.linked, self.strong
        self.pieces, self.struck = [], []
        self.linked = self.strong = self.total = 0
        if not struck and raw.isspace():
            return
        share = linked / total if total else 0
        for piece in ([raw] if frame.kind == "code" else _lines(raw)) if raw else []:
            text, address = _parted(" ".join(clean(piece).split()), frame.kind)
            if address:
                self.out.blocks.append(Block(address, frame.node, 0, "control", hidden=frame.hidden))
            if not text:
                continue
            if self.lead and not _NUMBERED.match(text):
                text = self.lead + text
            self.lead = ""
            bold = total > 0 and strong >= 0.95 * total
            self.out.blocks.append(
                Block(
                    text,
                    frame.node,
                    round(share * len(text)),
                    frame.kind,
                    frame.level,
                    frame.language,
                    bold,
                    frame.hidden,
                )
            )
        if struck:
            self.out.blocks.append(Block(clean(struck), frame.node, 0, "struck", hidden=frame.hidden))


def outline(root: Any, *, hidden: frozenset[str] = frozenset()) -> Outline:
    """The text below `root` (an lxml element). `hidden` are class names and ids that a style sheet hides."""
    return _Walk(hidden).walk(root)


@functools.lru_cache(maxsize=1000)
def _local(tag: str) -> str:
    """`svg` of `{http://www.w3.org/2000/svg}svg`, `amp:img` -> `img`"""
    return tag.rpartition("}")[2].rpartition(":")[2]


def _is_note_reference(link: Any, attributes: dict[str, str]) -> bool:
    return "noteref" in structure(attributes) or is_note_link(link)


def _is_block(tag: str, around: str, named: frozenset[str]) -> bool:
    """Whether an element begins a block of its own; a button inside of a sentence is a word of it, what is only named
    so is not."""
    return "control" in named or (tag in BLOCKS and not (tag in ("button", "label") and around in _RUNNING))


def _parted(text: str, kind: str) -> tuple[str, str]:
    """`They are back! t.co/Ab9xYz12Qw` -> its words, and the address that stands for a picture or a link."""
    found = _SHORTENED.search(text) if kind != "code" else None
    return (text[: found.start()].rstrip(), found[0]) if found else (text, "")


def _lines(raw: str) -> list[str]:
    """Paragraphs of a run: cut at double line breaks, and at single ones where all lines are short (lists, verse)."""
    if "\x0b" not in raw:  # a form feed may stand in the source
        return raw.split("\x0c")
    out = []
    for piece in raw.split("\x0c"):
        lines = piece.split("\x0b")
        out += lines if len(lines) > 2 and all(len(line) <= 100 for line in lines) else [piece.replace("\x0b", "\n")]
    return out


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,4}", text.strip()) else otherwise


_KINDS = {
    "figcaption": "caption", "caption": "caption", "pre": "code", "blockquote": "quote", "button": "control",
    "label": "control",
}  # fmt: skip
_WORKED = ("menuitem", "menuitemcheckbox", "menuitemradio", "option", "switch")
"""ARIA roles of what is worked, not read: a player's `descriptions off`."""
_PLAIN = {"p": ("cell", "control", "code"), "div": ("cell", "control")}
"""Elements that hold plain paragraphs though they stand in others; no listing has any: its box is only named so."""
_INNER = {"li": "item", "dt": "item", "dd": "item", "td": "cell", "th": "cell"}


def _kind(tag: str, attributes: Any, named: frozenset[str], kind: str, level: int) -> tuple[str, int]:
    """(kind, heading level) of the blocks right inside of an element, `kind` and `level` being those around it."""
    if tag in _HEADINGS and not (kind == "caption" and tag > "h3"):
        return "heading", int(tag[1])
    if tag in _KINDS:
        return _KINDS[tag], level
    for name in ("caption", "pull quote", "code", "control"):
        if name in named and tag not in ("body", "article", "main"):
            return name.split()[0], level
    if attributes.get("role", "") in _WORKED:
        return "control", level
    if tag in _INNER and kind not in ("caption", "code", "quote"):
        return _INNER[tag], level
    if kind in _PLAIN.get(tag, ()):
        return "p", level
    if attributes.get("role") == "heading":
        return "heading", 2
    return kind, level


def looks_like_subhead(block: Block) -> bool:
    """A short paragraph all in bold that is no sentence and no question."""
    return block.kind == "p" and block.strong and len(block.text) <= 80 and block.text[-1] not in '.!?:;,”"»)…'
