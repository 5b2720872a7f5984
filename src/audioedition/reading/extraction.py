"""An `Outline` of a web page -> the article in it: its blocks in order, each with a role or a reason to drop it.

1. Weigh: a block counts as article text by its length, less its links; what looks like comments or navigation
   does not count, unless the greater part of the page looks so (then the names mislead).
2. Root: from the top down to the smallest element that still holds most of that weight.
3. Sift: inside it, from the headline on, drop what is no part of the running text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..model import Role
from ..settings import ReadSettings
from .composing import Part
from .looks import page_words
from .metadata import key
from .outline import Block, Outline, looks_like_subhead

_SENTENCE_END = re.compile(r"[.!?…。！？।؟\"”’»)\]:]\s*$")
_BYLINE = re.compile(r"^(?:by|posted by|written by|von|par|por|di|door)\b", re.I)
_SURE = ("comments", "hidden", "picture gallery")
"""Reasons that hold even if what is left without them is little."""
_BESIDE = ("comments", "picture gallery")
"""These may be longer than the article that they stand beside."""
_SHORT = ("navigation", "share buttons", "byline", "timestamp", "page header")
"""These hold no running text: where there is some the name misleads."""
_SHARE = {"hidden": 0.5}
"""With this share of the page's weight (of any other reason: 0.35) a node is the article after all."""


@cache
def _lines(table: str) -> re.Pattern[str]:
    return re.compile("|".join(page_words()["lines"][table].split("\n")[:-1]), re.I | re.S)


def _is_furniture(block: Block) -> bool:
    """Whether a short block reads like `Read more: …`, `Advertisement` or `© 2025`."""
    text = block.text
    if len(text) >= (200 if block.linked else 100):
        return False
    if _lines("always").fullmatch(text):
        return True
    sentence = text[-1] in '.!?”"' and not block.linked and len(text.split()) > 3
    return not sentence and bool(_lines("unless_a_sentence").fullmatch(text))


@dataclass(slots=True)
class Body:
    """The article found on a page."""

    parts: list[Part]
    reasons: list[str]
    """For every node why it is passed over, or ''."""
    headline: str | None
    """The text of the block that shows the headline."""
    headline_block: int
    """Its index, or -1."""
    first: int
    """Index of the first block of running text."""
    deck: str | None


def article_body(page: Outline, headline: str | None, settings: ReadSettings, *, article_body: str = "") -> Body:
    """The article among the blocks of `page`; `headline` and `article_body` are what its metadata say they are."""
    blocks = page.blocks
    known = _shingle_set(article_body)
    weights = [_weight(b, known) for b in blocks]
    reasons = _reasons(page, weights)
    top = _headline_block(page, reasons, headline)
    good = [0 if reasons[b.node] else w for b, w in zip(blocks, weights, strict=True)]
    if sum(good) < 200 and sum(weights) > 2 * sum(good):
        reasons = [r if r in _SURE else "" for r in reasons]
        good = [0 if reasons[b.node] else w for b, w in zip(blocks, weights, strict=True)]
    root = _root(page, good, top)
    inside = _inside(page, root)
    chosen = [i for i, b in enumerate(blocks) if inside[b.node]]
    first = next((i for i in chosen if good[i] > 0), None)
    if top >= 0 and first is not None and top > first:
        before = sum(good[i] for i in chosen if i < top)
        if before > 0.25 * sum(good[i] for i in chosen):
            top = -1
    if top < 0 and first is not None:  # a first-level heading right above the text, whatever the metadata say
        above = [i for i in range(first) if blocks[i].level == 1 and reasons[blocks[i].node] in ("", "page header")]
        top = above[-1] if above else -1
    start = top + 1 if top >= 0 else 0
    deck = _deck(page, blocks, start, headline) if top >= 0 else None
    parts = _sift(page, [i for i in chosen if i >= start], good, reasons, headline, deck, settings)
    return Body(parts, reasons, blocks[top].text if top >= 0 else None, top, first or 0, deck)


def _weight(block: Block, known: set[str]) -> int:
    """How much this block speaks for its place being the article: about its length in characters."""
    if block.kind in ("heading", "caption"):
        return 0
    text, size = block.text, len(block.text)
    if block.linked > 0.4 * size:
        return 0
    if not text.isascii() and sum(
        "\u2e80" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in text[:200]
    ) > 0.3 * min(size, 200):
        size *= 3
    if size < 60:
        return 0
    if size < 140 and not _SENTENCE_END.search(text):
        return 0
    weight = size - 2 * block.linked
    if known and key(text[:60]) and key(text[:60])[:40] in known:
        weight *= 3
    return max(0, weight) if block.kind not in ("cell", "item") else max(0, weight) // 2


def _shingle_set(text: str) -> set[str]:
    """The first 40 letters of every paragraph or sentence of `text`, as `key` reduces them."""
    if len(text) < 400:
        return set()
    plain = re.sub(r"<[^<>]{0,500}>", "\n", text[:200_000])
    return {key(s[:60])[:40] for s in re.split(r"[\n]+|(?<=[.!?]) +", plain) if len(s) > 30}


def _reasons(page: Outline, weights: Sequence[int]) -> list[str]:
    """For every node the reason to pass it over, its own or an ancestor's, or ''.

    A node that holds a good part of the page's weight is not passed over for its name, nor is running text almost
    without links in one named like a list of links.
    """
    nodes = page.nodes
    mass, size, linked = ([0] * len(nodes) for _ in range(3))
    for block, weight in zip(page.blocks, weights, strict=True):
        mass[block.node] += weight
        size[block.node] += len(block.text)
        linked[block.node] += block.linked
    for i in range(len(nodes) - 1, 0, -1):
        parent = nodes[i].parent
        mass[parent] += mass[i]
        size[parent] += size[i]
        linked[parent] += linked[i]
    total = mass[0] or 1
    found = [""] * len(nodes)
    for i, node in enumerate(nodes):
        if i and found[node.parent]:
            found[i] = found[node.parent]
        elif reason := node.look.reason:
            if reason in _BESIDE:
                counts = total - mass[i] > 300
            elif reason in _SHORT and mass[i] > 250 and linked[i] < 0.2 * size[i]:
                counts = False
            else:
                counts = mass[i] < _SHARE.get(reason, 0.35) * total
            found[i] = reason if counts else ""
    return found


def _root(page: Outline, good: Sequence[int], top: int) -> int:
    """The smallest node that holds most of the article's weight. `top` is the block of the headline, or -1."""
    nodes = page.nodes
    above_headline: set[int] = set()
    at = page.blocks[top].node if top >= 0 else -1
    while at > 0:
        above_headline.add(at)
        at = nodes[at].parent
    mass = [0] * len(nodes)
    for block, weight in zip(page.blocks, good, strict=True):
        mass[block.node] += weight
    heaviest = [0] * len(nodes)
    for i in range(len(nodes) - 1, 0, -1):
        parent = nodes[i].parent
        mass[parent] += mass[i]
    for i in range(1, len(nodes)):
        parent = nodes[i].parent
        if not heaviest[parent] or mass[i] > mass[heaviest[parent]]:
            heaviest[parent] = i
    at = 0
    while heaviest[at]:
        child = heaviest[at]
        node = nodes[child]
        share = mass[child] / (mass[at] or 1)
        named = (
            node.look.body or node.tag in ("article", "main") or "articleBody" in (node.element.get("itemprop") or "")
        )
        inner = (nodes[at].look.body and at > 2) or nodes[at].tag == "article"
        needed = 0.5 if (named or child in above_headline) and not inner else 0.75 if not inner else 0.85
        if (
            share < needed
            or (inner and mass[at] - mass[child] > 800)
            or (node.tag in ("p", "blockquote", "li", "ul", "ol", "table", "td") and share < 0.95)
        ):
            break
        at = child
    return at


def _inside(page: Outline, root: int) -> list[bool]:
    inside = [False] * len(page.nodes)
    inside[root] = True
    for i in range(root + 1, len(page.nodes)):
        inside[i] = inside[page.nodes[i].parent]
    return inside


def _headline_block(page: Outline, reasons: Sequence[str], headline: str | None) -> int:
    """The block that shows the headline: the last one before the text, by words; -1 if none does."""
    wanted = key(headline or "")
    if not wanted:
        return -1
    best, best_rank = -1, 0
    words = set(wanted.split())
    for i, block in enumerate(page.blocks):
        if len(block.text) > 3 * len(headline or "") + 40 or reasons[block.node] in (
            "comments",
            "related articles",
            "hidden",
        ):
            continue
        got = key(block.text)
        if not got:
            continue
        same = got == wanted
        if not same and block.kind != "heading":
            continue
        shared = len(words & set(got.split())) / max(len(words), len(set(got.split())))
        rank = (3 if same else 2 if shared >= 0.6 else 0) + (
            2 if block.kind == "heading" and block.level == 1 else block.kind == "heading"
        )
        if not same and shared < 0.6:
            continue
        if rank > best_rank:
            best, best_rank = i, rank
    return best


def _deck(page: Outline, blocks: Sequence[Block], start: int, headline: str | None) -> str | None:
    """The standfirst: what stands right under the headline in an element named so."""
    for block in blocks[start : start + 8]:
        if block.kind not in ("p", "heading"):
            continue
        at, depth = block.node, 0
        while at > 0 and depth < 3:
            node = page.nodes[at]
            if node.look.deck and not node.look.body and node.look.reason in ("", "page header"):
                if (
                    20 <= len(block.text) <= 500
                    and block.linked < 0.5 * len(block.text)
                    and key(block.text) != key(headline or "")
                ):
                    return block.text
                break
            at, depth = node.parent, depth + 1
    return None


def _sift(
    page: Outline, chosen: Sequence[int], good: Sequence[int], reasons: Sequence[str], headline: str | None,
    deck: str | None, settings: ReadSettings,
) -> list[Part]:  # fmt: skip
    blocks = page.blocks
    running = [i for i in chosen if good[i] > 0]
    if not running:
        running = [i for i in chosen if not reasons[blocks[i].node] and blocks[i].kind in ("p", "quote", "item")]
        if not running:
            return []
    first, last = running[0], running[-1]
    linked_lists = _linked_lists(page, chosen)
    teasers = _teasers(page, chosen)
    parts: list[Part] = []
    seen: set[str] = {key(headline or "")}
    if deck:
        seen.add(key(deck))
    for i in chosen:
        block = blocks[i]
        reason = reasons[block.node]
        plain = key(block.text)
        role: Role | None = None
        if not reason:
            if plain in seen and (i < first or len(plain) > 40):
                reason = "said before"
            elif block.kind == "caption":
                role = Role.CAPTION
            elif block.kind == "pull":
                reason = "pull quote"
            elif block.kind == "code" and not settings.code:
                reason = "code"
            elif block.kind == "cell" and not settings.tables and good[i] == 0:
                reason = "table"
            elif block.node in teasers:
                reason = "related articles"
            elif block.node in linked_lists:
                reason = "list of links"
            elif _is_furniture(block) or (
                i < first
                and ((len(block.text) < 60 and not _SENTENCE_END.search(block.text)) or block.kind == "item")
                and block.kind != "heading"
            ):
                reason = "page furniture"
            elif i < first and _BYLINE.match(block.text) and len(block.text) < 120:
                reason = "byline"
            elif block.linked > 0.7 * len(block.text) and len(block.text) < 200 and block.kind in ("p", "item", "cell"):
                reason = "link"
            elif i > last and not good[i] and (block.linked > 0.3 * len(block.text) or block.kind == "heading"):
                reason = "page furniture"
            elif block.kind == "heading" or (first < i < last and looks_like_subhead(block)):
                role = Role.SUBHEAD
        if not any(c.isalnum() for c in block.text) and not reason:
            reason = "ornament"
        if reason:
            if first <= i <= last and reason != "hidden":
                parts.append(Part(block.text, None, reason))
            continue
        if len(plain) > 40:
            seen.add(plain)
        parts.append(Part(block.text, role, "", block.language))
    return _without_idle_subheads(parts)


def _linked_lists(page: Outline, chosen: Sequence[int]) -> set[int]:
    """The nodes of list items whose list is mostly links."""
    list_of = [0] * len(page.nodes)
    for at, node in enumerate(page.nodes[1:], 1):
        list_of[at] = at if node.tag in ("ul", "ol", "dl") else list_of[node.parent]
    lists: dict[int, list[int]] = {}
    for i in chosen:
        if page.blocks[i].kind == "item":
            lists.setdefault(list_of[page.blocks[i].node], []).append(i)
    found: set[int] = set()
    for items in lists.values():
        size = sum(len(page.blocks[i].text) for i in items)
        linked = sum(page.blocks[i].linked for i in items)
        if linked > 0.5 * size:
            found.update(page.blocks[i].node for i in items)
    return found


def _teasers(page: Outline, chosen: Sequence[int]) -> set[int]:
    """The nodes of teasers: small boxes whose heading is a link, at least two of them."""
    boxes: dict[int, int] = {}
    for i in chosen:
        block = page.blocks[i]
        if block.kind == "heading" and block.linked > 0.5 * len(block.text):
            boxes[page.nodes[block.node].parent] = 0
    if len(boxes) < 2:
        return set()
    nodes: dict[int, list[int]] = {box: [] for box in boxes}
    for i in chosen:
        at, depth = page.blocks[i].node, 0
        while at > 0 and depth < 5:
            if at in boxes:
                boxes[at] += len(page.blocks[i].text)
                nodes[at].append(page.blocks[i].node)
                break
            at, depth = page.nodes[at].parent, depth + 1
    return {node for box, size in boxes.items() if size <= 700 for node in nodes[box]}


def _without_idle_subheads(parts: list[Part]) -> list[Part]:
    """Subheads with no text below them are furniture."""
    out: list[Part] = []
    following = False
    for part in reversed(parts):
        if part.role is Role.SUBHEAD and not following:
            part = Part(part.text, None, "heading without text")
        elif part.role is None and not part.reason:
            following = True
        out.append(part)
    out.reverse()
    while out and out[-1].reason:
        out.pop()
    return out
