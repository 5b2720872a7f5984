"""What is seen of a page only when every block of it has been decided: parts that the whole shows to be wrong.

`WHOLE` are rules that all apply, one after the other, each to what the one before has left.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from ..facts import furniture
from ..model import Reason, Role, rules
from ..model.rules import Rule, RuleSet
from ..segmentation import extent
from .boxes import far_below
from .composing import Part
from .place import Place

_LEAST = 0.6
"""This share of what was found has to be read; less never was, on pages whose text was right."""
_FAR, _IDLE, _TAIL = "far below the text", "subhead without a text", "page below the text"
_UNSURE = 0.7
"""Of a last line that is the article's with a greater chance its words are not asked, which costs as much as reading
a page does otherwise: of one in seven pages they are."""
_MOST_BLOCKS = 120
"""Longer texts are lists, in which every line is like the last."""
_MARGIN = 1.0
"""So much greater, in log-odds, is the chance of a line by its words to be the page's than that by its place to be the
article's, chosen on 317 pages on which no snippet of a story then goes; on 246 others two of 705 do."""
_LEAST_TAIL = 0.1
"""At most this share of what is read is page below it."""
_ABOVE, _BELOW = 40, 25
"""So many blocks around what is read are weighed with it."""
_SURE = (Reason.SAID_BEFORE, Reason.COOKIES, Reason.ORNAMENT, Reason.GALLERY, Reason.CODE, Reason.TABLE)
"""What is not read, however much of a page it is."""
_NEVER = ("control", "struck")
"""Kinds of blocks of which the same is true."""


class _Decided(NamedTuple):
    """A page and the part that each of its blocks is."""

    at: Place
    parts: list[Part]
    chances: Mapping[int, float]
    """For the blocks that may be the article's, the chance that they are, by what they are and where they stand."""


def settled(at: Place, parts: list[Part], chances: Mapping[int, float]) -> list[Part]:
    """`parts`, of each block of a page in its order, as the whole page lets them be."""
    for rule in WHOLE.rules:
        if not rules.is_off(f"{WHOLE.name}/{rule.name}"):
            parts = rule.decide(_Decided(at, parts, chances)) or parts
    return parts


def _without_far(page: _Decided) -> list[Part] | None:
    """What stands far below the text is outside of it, captions and headings around it too."""
    blocks, parts = page.at.page.blocks, page.parts
    read = [i for i, p in enumerate(parts) if not p.reason and blocks[i].kind not in ("caption", "heading")]
    if not (far := far_below(page.at, read)):
        return None
    end = max(i for i in read if i not in far)
    far.update(range(end + 1, len(parts)))
    return [
        Part(part.text, None, Reason.OUTSIDE, rule=f"{WHOLE.name}/{_FAR}") if i in far and not part.reason else part
        for i, part in enumerate(parts)
    ]


def _without_idle_subheads(page: _Decided) -> list[Part]:
    """Subheads with no text below them are furniture."""
    parts, following = page.parts[:], False
    for i in range(len(parts) - 1, -1, -1):
        part = parts[i]
        if part.role is Role.SUBHEAD and not following:
            parts[i] = Part(part.text, None, Reason.EMPTY_HEADING, rule=f"{WHOLE.name}/{_IDLE}")
        elif part.role is None and not part.reason:
            following = True
    return parts


def _after_all(page: _Decided) -> list[Part] | None:
    """All that was found, where the rules leave most of that out: this page is not like others."""
    at, far = page.at, f"{WHOLE.name}/{_FAR}"
    chosen = {b.text for b, yes in zip(at.page.blocks, at.chosen, strict=True) if yes and b.kind not in _NEVER}
    chosen -= {part.text for part in page.parts if part.reason in _SURE or _is_of_another(part)}
    if sum(len(part.text) for part in page.parts if not part.reason) >= _LEAST * sum(map(len, chosen)):
        return None
    return [
        Part(p.text, p.role, "")
        if p.text in chosen and not (p.reason in _SURE or p.rule == far or furniture.reason(p.text))
        else p
        for p in page.parts
    ]


def _without_page_below(page: _Decided) -> list[Part] | None:
    """The last lines, as far as their words say more surely that they are the page's than their place says that they
    are the article's."""
    blocks, parts = page.at.page.blocks, page.parts
    read = [i for i, part in enumerate(parts) if not part.reason]
    text = [i for i in read if blocks[i].kind != "caption" and parts[i].role is not Role.CAPTION]
    if not 0 < len(text) <= _MOST_BLOCKS or page.chances.get(text[-1], 0.5) > _UNSURE:
        return None
    gone = _last_of_page(page, text, range(max(0, read[0] - _ABOVE), min(read[-1] + _BELOW, len(blocks))))
    if not gone or sum(len(blocks[i].text) for i in gone) > _LEAST_TAIL * sum(len(blocks[i].text) for i in read):
        return None
    rule = f"{WHOLE.name}/{_TAIL}"
    return [Part(p.text, None, Reason.OUTSIDE, rule=rule) if i in gone else p for i, p in enumerate(parts)]


def _last_of_page(page: _Decided, text: list[int], around: range) -> set[int]:
    """Which of the blocks `text` are page at its end, with the subheads that stand above them."""
    said = _by_their_words(page, around)
    left = len(text)
    while left and _odds(said.get(text[left - 1], 0)) - _odds(page.chances.get(text[left - 1], 0.5)) >= _MARGIN:
        left -= 1
    while 0 < left < len(text) and page.parts[text[left - 1]].role is Role.SUBHEAD:
        left -= 1
    return set(text[left:])


def _by_their_words(page: _Decided, around: range) -> dict[int, float]:
    """For the blocks that a reader sees the chance that they are the page's, as if somebody had pasted it."""
    seen = [i for i in around if not page.at.page.blocks[i].hidden and page.at.page.blocks[i].kind != "control"]
    found = extent.beside([page.at.page.blocks[i].text for i in seen])
    return {i: beside.chance for i, beside in zip(seen, found, strict=True)}


def _odds(chance: float) -> float:
    within = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(within / (1 - within))


def _is_of_another(part: Part) -> bool:
    """Whether a part belongs to the next story of a page that goes on for as long as one scrolls."""
    return part.reason is Reason.RELATED and part.rule == "page/below the end"


WHOLE: RuleSet[_Decided, list[Part]] = RuleSet(
    "whole page",
    (
        Rule(_FAR, _without_far, "comments, notices and teasers far below that trafilatura takes for text"),
        Rule(_IDLE, _without_idle_subheads, "a heading is that of the text below it"),
        Rule("mostly left out", _after_all, "a page that every other rule takes for furniture is a story of lists"),
        Rule(_TAIL, _without_page_below, "learned from pasted pages: segmentation/extent.py"),
    ),
)
