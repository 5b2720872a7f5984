"""An `Outline` of a web page -> the article in it: its blocks in order, each with a role or a reason to drop it.

1. Weigh: a block counts as article text by its length, less its links; what looks like comments or navigation
   does not count, unless the greater part of the page looks so (then the names mislead).
2. Root: from the top down to the smallest element that still holds most of that weight.
3. Sift (`sifting.py`): inside it, from the headline on, drop what is no part of the running text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..facts.dates import is_timestamp, iso_date
from ..settings import ReadSettings
from .composing import Part
from .headlines import key
from .metadata import Known
from .outline import Block, Outline
from .running_text import SENTENCE_END, Found, is_consent, is_credit, is_furniture, sift

_SURE = ("comments", "hidden", "picture gallery")
"""Reasons that hold even if what is left without them is little."""
_BESIDE = ("comments", "picture gallery")
"""These may be longer than the article that they stand beside."""
_SHORT = ("navigation", "share buttons", "byline", "timestamp", "page header")
"""These hold no running text: where there is some the name misleads."""
_SHARE = {"hidden": 0.5}
"""With this share of the page's weight (of any other reason: 0.35) a node is the article after all."""


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
    last: int
    """Index of the last one."""
    deck: str | None


def article_body(page: Outline, known: Known, settings: ReadSettings) -> Body:
    """The article among the blocks of `page`, of which `known` is what its metadata say."""
    blocks, headline = page.blocks, known.headline
    said = _shingle_set(known.article_body)
    weights = [_weight(b, said) for b in blocks]
    reasons = _reasons(page, weights)
    top = _headline_block(page, reasons, headline)
    good = [0 if reasons[b.node] else w for b, w in zip(blocks, weights, strict=True)]
    if sum(good) < 200 and sum(weights) > 2 * sum(good):
        reasons = [r if r in _SURE else "" for r in reasons]
        good = [0 if reasons[b.node] else w for b, w in zip(blocks, weights, strict=True)]
    root = _root(page, good, top)
    inside = _inside(page, root)
    chosen = [i for i, b in enumerate(blocks) if inside[b.node]]
    chosen += _goes_on(page, root, chosen, good, reasons, known)
    first = next((i for i in chosen if good[i] > 0), None)
    if top >= 0 and first is not None and top > first:
        before = sum(good[i] for i in chosen if i < top)
        if before > 0.25 * sum(good[i] for i in chosen):
            top = -1
    if top < 0 and first is not None:  # a first-level heading right above the text, whatever the metadata say
        above = [i for i in range(first) if blocks[i].level == 1 and reasons[blocks[i].node] in ("", "page header")]
        top = above[-1] if above else -1
    start = top + 1 if top >= 0 else 0
    deck = _deck(page, reasons, start, first or 0, known) if top >= 0 else None
    chosen = [i for i in chosen if i >= start]
    parts = sift(Found(page, chosen, good, reasons, top, headline, deck, known.bylines), settings)
    last = max((i for i in chosen if good[i] > 0), default=first or 0)
    return Body(parts, reasons, blocks[top].text if top >= 0 else None, top, first or 0, last, deck)


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
    if size < 140 and not SENTENCE_END.search(text):
        return 0
    if is_consent(block):
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

    A node that holds a good part of the page's weight is not passed over for its name, alone or with the paragraphs
    named as it is; nor is running text almost without links in one named like a list of links.
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
    alike: Counter[tuple[str, str | int]] = Counter()  # paragraphs that are named one by one: `<p class="paywall">`
    for i, node in enumerate(nodes):
        if node.look.reason == "sign-up" or (node.look.reason and node.tag == "p"):
            alike[node.look.reason, node.element.get("class") or ""] += mass[i] - 2 * linked[i]
            alike[node.look.reason, node.parent] += mass[i] - 2 * linked[i]
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
                named = alike.get((reason, node.element.get("class") or ""), 0)
                heaviest = max(mass[i], named, alike.get((reason, node.parent), 0))
                counts = heaviest < _SHARE.get(reason, 0.35) * total
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


def _goes_on(
    page: Outline, root: int, chosen: Sequence[int], good: Sequence[int], reasons: Sequence[str], known: Known
) -> list[int]:
    """The blocks right behind the root that the article goes on in: long text without links, not about its author."""
    if not chosen or chosen[-1] + 1 >= len(page.blocks):
        return []
    above = root
    for _ in range(3):  # through wrappers
        above = max(0, page.nodes[above].parent)
        within = _inside(page, above)
        if above == 0 or within[page.blocks[chosen[-1] + 1].node]:
            break
    more: list[int] = []
    end = 0
    names = [key(name) for name in known.bylines]
    for i in range(chosen[-1] + 1, min(len(page.blocks), chosen[-1] + 12)):
        block = page.blocks[i]
        if not within[block.node] or reasons[block.node] or block.linked > 0.2 * len(block.text):
            break
        more.append(i)
        if good[i] >= 400 and not any(name in key(block.text) for name in names):
            end = len(more)
    return more[:end]


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


def _deck(page: Outline, reasons: Sequence[str], start: int, first: int, known: Known) -> str | None:
    """The standfirst: what stands between headline and text in an element named so, says what the page's description
    says, or stands right under the headline as a heading or a sentence of its own."""
    blocks = page.blocks
    above = reasons[blocks[start - 1].node]
    summaries = {key(text)[:80] for text in known.summaries if len(text) >= 20}
    for i in range(start, min(len(blocks), max(first + 1, start + 8))):
        block = blocks[i]
        if (
            block.kind not in ("p", "heading")
            or not 20 <= len(block.text) <= 500
            or block.linked >= 0.5 * len(block.text)
            or key(block.text) == key(known.headline or "")
            or is_timestamp(block.text, clock_alone=True)
            or reasons[block.node] not in ("", "page header", "byline", "share buttons", above)
        ):
            continue
        if _named_deck(page, block.node) and not is_credit(block, known.bylines):
            return block.text
        if reasons[block.node] == "share buttons":
            continue
        if i >= first or is_credit(block, known.bylines) or is_furniture(block):
            continue
        heading = block.kind == "heading" and len(block.text) >= 40
        words = len(block.text.split())
        sentence = words >= 8 and len(block.text) >= 50 and bool(SENTENCE_END.search(block.text))
        line = (
            words >= 6 and len(block.text) >= 35 and reasons[block.node] == "page header" and not iso_date(block.text)
        )
        sentence = sentence or line
        if key(block.text)[:80] in summaries or (i <= start + (1 if heading else 0) and (heading or sentence)):
            return block.text
    return None


def _named_deck(page: Outline, at: int) -> bool:
    for depth in range(3):
        if at <= 0:
            break
        look = page.nodes[at].look
        if look.deck and (depth == 0 or not look.body) and look.reason in ("", "page header"):
            return True
        at = page.nodes[at].parent
    return False
