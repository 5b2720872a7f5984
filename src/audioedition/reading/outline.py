"""An element tree -> its visible text as a flat list of `Block`s, each knowing where it stands and what it looks like.

One pass without recursion, so that neither depth nor size of a page can hurt; the tree is not changed.
"""

from __future__ import annotations

import itertools
import re
import tomllib
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from lxml import etree

from .decoding import clean

BLOCKS = frozenset(
    [
        "html",
        "body",
        "div",
        "p",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "nav",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "form",
        "fieldset",
        "legend",
        "details",
        "summary",
        "address",
        "hr",
        "center",
        "menu",
        "dir",
        "hgroup",
        "title",
        "subtitle",
        "epigraph",
        "cite-block",
        "amp-carousel",
    ]
)
SKIPPED = frozenset(
    [
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "applet",
        "button",
        "select",
        "option",
        "textarea",
        "input",
        "canvas",
        "audio",
        "video",
        "map",
        "datalist",
        "progress",
        "meter",
        "rp",
        "rt",
        "dialog",
        "link",
        "meta",
        "base",
        "colgroup",
        "col",
        "param",
        "source",
        "track",
        "amp-ad",
        "amp-sticky-ad",
        "amp-iframe",
        "amp-analytics",
        "ins-ad",
    ]
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?<![\w-])opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)|font-size\s*:\s*0(?:px|em|pt|%)?\s*(?:;|$|!)|"
    r"text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{4,}|"
    r"(?<![\w-])(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*;[^{}]{0,200}overflow\s*:\s*hidden",
    re.I,
)
_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*(?:\*/)?")
_AUTHOR = re.compile("author|creator")
_DATED = re.compile("date(?:published|created)", re.I)
MAX_HINTS = 2000
_ROLES = {
    "navigation": "navigation", "banner": "navigation", "search": "navigation", "menu": "navigation",
    "menubar": "navigation",
    "complementary": "page furniture", "contentinfo": "page furniture", "dialog": "page furniture",
    "alert": "page furniture",
    "alertdialog": "page furniture", "toolbar": "share buttons", "tablist": "navigation", "doc-endnotes": "footnotes",
}  # fmt: skip
_TAGS = {
    "nav": "navigation",
    "footer": "page furniture",
    "aside": "page furniture",
    "menu": "navigation",
    "header": "page header",
}
_UTILITY = re.compile(r"[\[\]:/()%&#!@]|^-")
_CAMEL = re.compile(r"(?<=[a-z\d])(?=[A-Z])")


@dataclass(slots=True)
class Node:
    """A block element on the way to a block."""

    parent: int
    tag: str
    element: Any
    reason: str
    """Why it looks like something that is not the article; empty if it does not."""
    body: bool
    """Whether its class names the body of an article."""
    deck: bool


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


@cache
def page_words() -> dict[str, dict[str, str]]:
    """The tables of page_words.toml."""
    return tomllib.loads(resources.files(__package__).joinpath("page_words.toml").read_text(encoding="utf-8"))


@cache
def _patterns() -> tuple[list[tuple[str, re.Pattern[str]]], dict[str, re.Pattern[str]]]:
    reasons, kinds = (
        [(name, re.compile(rf"(?<![a-z])(?:{'|'.join(words.split())})(?![a-z])")) for name, words in table.items()]
        for table in (page_words()["reasons"], page_words()["kinds"])
    )
    return reasons, dict(kinds)


@lru_cache(maxsize=20_000)
def _looks(names: str) -> tuple[str, bool, bool, bool, bool, bool]:
    """(reason, body, deck, caption, pull quote, code) by the words in class and id."""
    shown = ":block" in names or ":flex" in names or ":grid" in names or ":inline" in names  # `hidden md:block`
    # Tokens of utility style sheets (`md:hover:text-[1px]`) say how a thing looks, not what it is.
    names = " ".join(n for n in _CAMEL.sub("-", names).lower().split() if not _UTILITY.search(n))
    reasons, kinds = _patterns()
    reason = next((r for r, pattern in reasons if pattern.search(names)), "")
    if reason == "hidden" and shown:
        reason = ""
    body, deck, caption, pull, code = (
        bool(kinds[kind].search(names)) for kind in ("body", "deck", "caption", "pull", "code")
    )
    return reason, body, deck, caption, pull, code


class _Walk:
    def __init__(self, hidden: frozenset[str]) -> None:
        self.out = Outline()
        self.hidden = hidden
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
    walk = _Walk(hidden)
    nodes = walk.out.nodes
    nodes.append(Node(-1, str(root.tag), root, "", False, False))
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
        names = style = role = ""
        new_language = language
        is_block = tag in BLOCKS
        reason = body = deck = caption = pull = code = None
        if attributes:
            names = f"{attributes.get('class', '')} {attributes.get('id', '')}".strip()
            style = attributes.get("style", "")
            role = attributes.get("role", "")
            lang = attributes.get("lang") or attributes.get("{http://www.w3.org/XML/1998/namespace}lang")
            if lang:
                new_language = lang
            if names:
                reason, body, deck, caption, pull, code = _looks(names[:300])
                if walk.hidden and not walk.hidden.isdisjoint(names.split()):
                    reason = "hidden"
            if "hidden" in attributes or (style and _HIDDEN_STYLE.search(style[:500])):
                reason = "hidden"
            elif role and role.lower() in _ROLES:
                reason = _ROLES[role.lower()]
            rel, itemprop = attributes.get("rel", ""), attributes.get("itemprop", "")
            elsewhere = reason in ("comments", "related articles", "advertisement", "hidden")
            if not elsewhere and (reason == "byline" or _AUTHOR.search(f"{rel} {itemprop}")):
                walk.hint("byline", child, node)
            if not elsewhere and (tag == "time" or reason == "timestamp" or _DATED.search(itemprop)):
                walk.hint("timestamp", child, node)
        elif tag == "time":
            walk.hint("timestamp", child, node)
        if not reason and tag in _TAGS:
            reason = _TAGS[tag]
        if not is_block and reason in ("hidden", "share buttons", "advertisement"):
            walk.text(child.tail, link, bold)
            continue
        if tag in ("sup", "sub") and _is_note(child):
            walk.text(child.tail, link, bold)
            continue
        new_kind, new_level = kind, level
        if is_block:
            walk.flush(node, kind, level, language, kind == "code")
            nodes.append(Node(node, tag, child, reason or "", bool(body), bool(deck)))
            node = len(nodes) - 1
            if tag in HEADINGS:
                new_kind, new_level = "heading", int(tag[1])
            elif tag in ("figcaption", "caption") or caption:
                new_kind = "caption"
            elif pull:
                new_kind = "pull"
            elif tag == "pre" or code:
                new_kind = "code"
            elif tag == "blockquote":
                new_kind = "quote"
            elif tag in ("li", "dt", "dd") and kind not in ("caption", "code", "quote"):
                new_kind = "item"
            elif tag in ("td", "th") and kind not in ("caption", "code", "quote"):
                new_kind = "cell"
            elif tag == "p" and kind == "cell":
                new_kind = "p"
            elif role == "heading":
                new_kind, new_level = "heading", 2
        elif tag == "q":
            walk.text("“", link, bold)
        stack.append(
            (child, iter(child), node, new_kind, new_level, new_language, link or tag == "a",
             bold or tag in ("b", "strong"), is_block)
        )  # fmt: skip
        walk.text(child.text, link or tag == "a", bold or tag in ("b", "strong"))
    return walk.out


def _is_note(element: Any) -> bool:
    """A footnote mark: raised, short, and a link inside the page."""
    text = short_text(element, 10)
    if len(text) > 6:
        return False
    return any((a.get("href") or "").partition("#")[1] for a in element.iter("a")) and bool(
        re.fullmatch(r"\W*\w{0,4}\W*", text)
    )


def hidden_by_css(root: Any) -> frozenset[str]:
    """Class names and ids that the page's own style elements hide in plain rules outside media queries."""
    found: set[str] = set()
    for node in root.iter("style"):
        if (node.get("media") or "all").lower() not in ("all", "screen"):
            continue
        depth = 0
        pieces = re.split(r"([{}])", _COMMENT.sub("", (node.text or "")[:500_000]))
        for selectors, brace, rule in zip(pieces[::2], pieces[1::2], pieces[2::2], strict=False):
            if brace == "}":
                depth = max(0, depth - 1)
                continue
            if depth == 0 and not selectors.lstrip().startswith("@") and _HIDDEN_STYLE.search(rule[:500]):
                found.update(s.strip()[1:] for s in selectors.split(",") if re.fullmatch(r"\s*[.#][\w-]+\s*", s))
            depth += 1
    return frozenset(found)


def short_text(element: Any, limit: int = 400) -> str:
    """The text inside `element` on one line, cut after about `limit` characters, at a cost that is bounded too."""
    pieces: list[str] = []
    size = 0
    for event, node in itertools.islice(etree.iterwalk(element, events=("start", "end")), 2 * limit):
        text = node.text if event == "start" else node.tail if node is not element else None
        if text and (event == "end" or node.tag not in ("script", "style", "template")):
            pieces.append(text[:limit])
            size += len(text.strip())
            if size > limit:
                break
    return " ".join(clean("".join(pieces)).split())
