"""The blocks of a page's article -> its parts, each spoken or dropped with a reason.

`extraction.py` finds where the article stands; here it is decided what of that is running text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..facts.bylines import author_names
from ..facts.dates import is_timestamp
from ..model import Role
from ..settings import ReadSettings
from .composing import Part
from .element_names import page_words
from .headlines import key
from .outline import Block, Outline, looks_like_subhead

SENTENCE_END = re.compile(r"[.!?…。！？।؟\"”’»)\]:]\s*$")
_BYLINE = re.compile(
    r"^\W{0,4}(?:by|(?:posted|written|reported|submitted|filed|published|words|story|text)\s+by|von|par|por|di|door)\b",
    re.I,
)
_END = re.compile(r"(?:©|\(c\)|copyright\b)(?=.{0,100}(?:\b(?:19|20)\d\d\b|rights reserved)).{0,160}", re.I)
_NOTES = {"references", "bibliography", "works cited", "footnotes", "endnotes", "external links"}
_CONSENT = ("ookie", "partner", "vendor", "interest", "choices", "consent", "preferences")
_SHINGLE = 6
_BOX = 500
"""So many characters a box in the article may hold of which one line is an offer to subscribe."""


@cache
def _lines(table: str) -> re.Pattern[str]:
    return re.compile("|".join(page_words()["lines"][table].split("\n")[:-1]), re.I | re.S)


def is_furniture(block: Block) -> bool:
    """Whether a short block reads like `Read more: …`, `Advertisement` or `© 2025`."""
    text = block.text
    if len(text) >= (200 if block.linked else 100):
        return False
    if _lines("always").fullmatch(text):
        return True
    sentence = text[-1] in '.!?”"' and not block.linked and len(text.split()) > 3
    return not sentence and bool(_lines("unless_a_sentence").fullmatch(text))


def is_offer(block: Block) -> bool:
    """Whether a short block asks to subscribe, to sign up or to follow."""
    text = block.text
    return len(text) <= 300 and not any(c in text for c in '“”"') and bool(_lines("offers").search(text))


def is_consent(block: Block) -> bool:
    """Whether a block is about cookies and consent."""
    text = block.text
    if len(text) >= 700 or not any(word in text for word in _CONSENT) or any(c in text for c in '“”"'):
        return False
    return bool(_lines("consent").search(text))


def is_credit(block: Block, bylines: tuple[str, ...], *, above: bool = True) -> bool:
    """Whether a short block says who wrote the article and nothing else; `above` the text that is likelier."""
    text = block.text
    if len(text) > 120 or block.kind == "heading":
        return False
    if _BYLINE.match(text) and (above or text[-1] not in ".!?"):
        return True
    return bool(bylines) and len(text.split()) <= 12 and author_names([text]) == bylines and text[-1] not in ".!?"


def _is_scrap(block: Block) -> bool:
    """Whether a block is a word or two, as buttons and counters are, and no sentence."""
    return block.kind in ("p", "cell") and len(block.text) < 20 and not SENTENCE_END.search(block.text)


@dataclass(slots=True)
class Found:
    """What `extraction.py` knows about the article's place."""

    page: Outline
    chosen: Sequence[int]
    """Indexes of the blocks inside its root, from the headline on."""
    good: Sequence[int]
    """The weight of every block of the page."""
    reasons: Sequence[str]
    """For every node why it is passed over, or ''."""
    top: int
    """Index of the block that shows the headline, or -1."""
    headline: str | None
    deck: str | None
    bylines: tuple[str, ...]


def sift(found: Found, settings: ReadSettings) -> list[Part]:
    """The parts of the article, dropped ones between its first and its last paragraph included."""
    page, good, reasons = found.page, found.good, found.reasons
    blocks = page.blocks
    chosen = _before_the_end(found)
    deck = key(found.deck or "")
    running = [i for i in chosen if good[i] > 0 and key(blocks[i].text) != deck]
    if not running:
        running = [i for i in chosen if not reasons[blocks[i].node] and blocks[i].kind in ("p", "quote", "item")]
        if not running:
            return []
    first, last = running[0], running[-1]
    linked_lists = _linked_lists(page, chosen)
    teasers = _teasers(page, chosen)
    offers = _offers(page, chosen, good)
    points = _key_points(found, first)
    chosen = sorted({*chosen, *points})
    repeats = _repeats(page, chosen, good)
    parts: list[Part] = []
    headline = key(found.headline or "")
    seen: set[str] = {headline, deck}
    for position, i in enumerate(chosen):
        block = blocks[i]
        reason = "" if i in points else reasons[block.node]
        plain = key(block.text)
        role: Role | None = None
        if not reason:
            after_label = bool(parts) and parts[-1].reason == "page furniture"
            if plain in seen and (i < first or len(plain) > 40 or (block.kind == "heading" and plain == headline)):
                reason = "said before"
            elif block.kind == "caption":
                role = Role.CAPTION
            elif block.kind == "pull" or i in repeats:
                reason = "pull quote"
            elif block.kind == "code" and not settings.code:
                reason = "code"
            elif block.kind == "cell" and not settings.tables and good[i] == 0:
                reason = "table"
            elif block.node in teasers or block.node in linked_lists:
                reason = "related articles"
            elif i in points:
                pass
            elif i in offers:
                reason = "sign-up"
            elif good[i] == 0 and is_consent(block):
                reason = "cookie notice"
            elif is_furniture(block) or (
                i < first
                and ((len(block.text) < 60 and not SENTENCE_END.search(block.text)) or block.kind == "item")
                and block.kind != "heading"
            ):
                reason = "page furniture"
            elif (i < first or (good[i] == 0 and i <= running[min(2, len(running) - 1)])) and is_credit(
                block, found.bylines, above=i < first
            ):
                reason = "byline"
            elif (
                not block.strong
                and block.kind in ("p", "item")
                and is_timestamp(block.text, clock_alone=True, date_alone=i <= first)
            ):
                reason = "timestamp"
            elif (
                block.linked > 0.7 * len(block.text)
                and len(block.text) < 200
                and (block.kind in ("p", "item", "cell") or (after_label and parts[-1].text == blocks[i - 1].text))
            ):
                reason = "related articles"
            elif (
                i > last
                and not good[i]
                and (block.linked > 0.3 * len(block.text) or block.kind == "heading" or _is_scrap(block))
            ):
                reason = "page furniture"
            elif block.kind == "heading" or (first < i < last and looks_like_subhead(block)):
                role = Role.SUBHEAD
                if i < first and len(block.text) < 40 and chosen[position + 1] != first:
                    reason = "page furniture"
        if not any(c.isalnum() for c in block.text) and not reason:
            reason = "ornament"
        if reason:
            if first <= i <= last and reason != "hidden":
                parts.append(Part(block.text, None, reason))
            continue
        if len(plain) > 40:
            seen.add(plain)
        parts.append(Part(block.text, role, "", block.language))
    return _without_idle_subheads(without_tail(parts))


def _before_the_end(found: Found) -> Sequence[int]:
    """The chosen blocks up to a notice of copyright or the notes, if most of the text stands above it."""
    blocks, good = found.page.blocks, found.good
    total = sum(good[i] for i in found.chosen)
    above = 0
    for position, i in enumerate(found.chosen):
        above += good[i]
        notice = blocks[i].kind != "caption" and len(blocks[i].text) < 200 and _END.fullmatch(blocks[i].text)
        notes = blocks[i].kind == "heading" and key(blocks[i].text) in _NOTES
        if (notice or notes) and above > 0.6 * total:
            return found.chosen[: position + 1]
    return found.chosen


def _linked_lists(page: Outline, chosen: Sequence[int]) -> set[int]:
    """The nodes of list items whose list is mostly links."""
    found: set[int] = set()
    for items in _lists(page, chosen):
        size = sum(len(page.blocks[i].text) for i in items)
        linked = sum(page.blocks[i].linked for i in items)
        if linked > 0.5 * size:
            found.update(page.blocks[i].node for i in items)
    return found


def _lists(page: Outline, chosen: Sequence[int]) -> list[list[int]]:
    """The chosen list items, list by list."""
    list_of = [0] * len(page.nodes)
    for at, node in enumerate(page.nodes[1:], 1):
        list_of[at] = at if node.tag in ("ul", "ol", "dl") else list_of[node.parent]
    lists: dict[int, list[int]] = {}
    for i in chosen:
        if page.blocks[i].kind == "item":
            lists.setdefault(list_of[page.blocks[i].node], []).append(i)
    return list(lists.values())


def _key_points(found: Found, first: int) -> set[int]:
    """The items of a list that sums the article up, between its headline and its first paragraph."""
    points: set[int] = set()
    blocks = found.page.blocks
    start = found.top + 1 if found.top >= 0 else found.chosen[0]
    for items in _lists(found.page, range(max(start, first - 40), first)):
        texts = [blocks[i].text for i in items]
        if (
            len(items) >= 2
            and sum(map(len, texts)) >= 25 * len(texts)
            and sum(len(text.split()) >= 5 for text in texts) > 0.6 * len(texts)
            and not any(blocks[i].linked for i in items)
            and not any(
                found.reasons[blocks[i].node] not in ("", "page header")
                or is_furniture(blocks[i])
                or is_offer(blocks[i])
                or is_credit(blocks[i], found.bylines)
                or is_timestamp(blocks[i].text, clock_alone=True)
                for i in items
            )
        ):
            points.update(items)
    return points


def _offers(page: Outline, chosen: Sequence[int], good: Sequence[int]) -> set[int]:
    """Offers to subscribe and the like, with what else stands in their box."""
    offers = [i for i in chosen if is_offer(page.blocks[i])]
    if not offers:
        return set()
    total = sum(good[i] for i in chosen)
    size = [0] * len(page.nodes)
    for block in page.blocks:
        size[block.node] += len(block.text)
    for at in range(len(page.nodes) - 1, 0, -1):
        size[page.nodes[at].parent] += size[at]
    limit = min(_BOX, total // 3)
    boxes: set[int] = set()
    for i in offers:
        at = page.blocks[i].node
        while at > 0 and size[page.nodes[at].parent] <= limit:
            at = page.nodes[at].parent
        boxes.add(at)
    inside = [False] * len(page.nodes)
    for at in range(1, len(page.nodes)):
        inside[at] = at in boxes or inside[page.nodes[at].parent]
    found = {i for i in chosen if inside[page.blocks[i].node]} | set(offers)
    return found if sum(good[i] for i in found) < 0.5 * total else set()


def _repeats(page: Outline, chosen: Sequence[int], good: Sequence[int]) -> set[int]:
    """Pull quotes: what stands apart from the paragraphs and is said in one of them too, word for word."""
    words = {i: key(page.blocks[i].text).split() for i in chosen if page.blocks[i].kind != "caption"}
    counts: Counter[tuple[str, ...]] = Counter()
    for i, spoken in words.items():
        if good[i]:
            counts.update(_shingles(spoken))
    parents: Counter[int] = Counter()
    for i in chosen:
        parents[page.nodes[page.blocks[i].node].parent] += good[i]
    usual = parents.most_common(1)[0][0] if parents else 0
    found: set[int] = set()
    for i, spoken in words.items():
        block = page.blocks[i]
        least = 10 if block.kind == "heading" else 8 if block.kind == "quote" else _SHINGLE
        if not least <= len(spoken) <= 60 or (
            block.kind not in ("quote", "heading")
            and block.text[0] not in '“"'
            and page.nodes[block.node].parent == usual
        ):
            continue
        if all(counts[shingle] > (good[i] > 0) for shingle in _shingles(spoken)) and any(
            good[j] and len(words[j]) > 1.2 * len(spoken) for j in range(i - 40, i + 40) if j != i and j in words
        ):
            found.add(i)
    return found


def _shingles(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}


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


def without_tail(parts: list[Part]) -> list[Part]:
    """Notices below the last paragraph (`Order reprints`, `Our standards`) are furniture."""
    end = len(parts)
    for at in range(len(parts) - 1, max(-1, len(parts) - 8), -1):
        part = parts[at]
        if not part.reason and part.role is None:
            if not (len(part.text) < 400 and _lines("below").search(part.text)):
                break
            end = at
    return [*parts[:end], *(Part(p.text, None, p.reason or "page furniture") for p in parts[end:])]


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
