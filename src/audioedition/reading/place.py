"""Where on a page the article stands: its first and last paragraph, and which blocks in between are of it.

`main_text.py` has trafilatura's choice; `settling.py` takes it further by what the page's structure says beyond doubt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..facts import furniture
from ..model import Reason
from .outline import Block, Outline

BESIDE = frozenset(
    (
        "comments", "related articles", "advertisement", "navigation", "sign-up", "cookie notice", "share buttons",
        "page furniture", "about the author", "picture gallery",
    )
)  # fmt: skip
"""What an element may be named after that stands beside an article."""
AWAY = frozenset(("comments", "related articles", "advertisement", "navigation", "sign-up", "cookie notice"))
_ENDS = '.!?…。！？।؟"”’»)]:'
RUNNING = ("p", "quote", "item")
"""The kinds of block that running text is in."""


@dataclass(slots=True)
class Place:
    """What of a page is its article."""

    page: Outline
    chosen: list[bool]
    """For each block whether it is of the article's text."""
    names: list[frozenset[str]]
    """For each node what it and the elements around it are named after."""
    top: int = -1
    """Index of the block that shows the headline, or -1."""
    deck: int = -1
    """Index of the block that is the standfirst, or -1."""
    first: int = 0
    """Index of the first block of running text."""
    last: int = 0
    """Index of the last one."""
    hidden: bool = False
    """Whether most of the text is hidden: then that means nothing."""
    parents: Counter[int] = field(default_factory=Counter)
    """Node -> characters of chosen text in the blocks right inside of its children."""
    looks: set[tuple[str, str | None]] = field(default_factory=set)
    """What the elements that hold much of the text look like: tag and class."""
    lists: set[int] = field(default_factory=set)
    """The nodes of lists most of whose items were found."""

    def is_away(self, node: int) -> bool:
        """Whether a node is, or is inside of, what has nothing to do with this article."""
        own = self.names[self.page.blocks[self.first].node]  # what the text is named after, it is not
        return bool(self.names[node] & AWAY - own)


def place(page: Outline, found: Sequence[bool]) -> Place:
    """The article's place, `found` being the blocks that are chosen so far."""
    at = Place(page, list(found), _names(page))
    seen = sum(len(b.text) for b, yes in zip(page.blocks, found, strict=True) if yes and not b.hidden)
    unseen = sum(len(b.text) for b, yes in zip(page.blocks, found, strict=True) if yes and b.hidden)
    at.hidden = unseen > 0.3 * (seen + unseen)
    if seen + unseen == 0:
        _choose_all(at)
    span(at)
    return at


def is_running(block: Block) -> bool:
    """Whether a block reads like text: a sentence, not mostly links."""
    text = block.text
    return block.kind in RUNNING and text[-1] in _ENDS and block.linked < 0.4 * len(text) and " " in text


def _names(page: Outline) -> list[frozenset[str]]:
    names: list[frozenset[str]] = []
    for node in page.nodes:
        around = names[node.parent] if node.parent >= 0 else frozenset[str]()
        own = node.names if node.tag not in ("body", "html", "main", "article") else frozenset[str]()
        names.append(around | own if own - around else around)
    return names


def _choose_all(at: Place) -> None:
    """Nothing was found: whatever reads like text is the article, without what is named after something else."""
    for careful in (True, False):
        for i, block in enumerate(at.page.blocks):
            named = bool(at.names[block.node] & BESIDE)
            at.chosen[i] = is_running(block) and not (careful and (named or block.hidden))
        if any(at.chosen):
            return
    at.chosen = [block.kind not in ("control", "struck") for block in at.page.blocks]


def span(at: Place) -> None:
    """Find the first and the last block of its running text."""
    blocks = at.page.blocks
    chosen = [i for i, yes in enumerate(at.chosen) if yes]
    read = [i for i in chosen if at.hidden or not blocks[i].hidden]
    running = [i for i in read if is_running(blocks[i])]
    if _length(at, running) < 0.5 * _length(at, read):
        running = [i for i in read if blocks[i].kind in RUNNING]  # verse, lists, telegrams
    running = running or chosen or [0]
    at.first = _first_of_text(at, running)
    at.last = next((i for i in reversed(running) if not blocks[i].text.endswith(":")), running[-1])


def _first_of_text(at: Place, running: Sequence[int]) -> int:
    """The first block of running text that is no picture's credit by its own words."""
    texts = ((i, at.page.blocks[i].text) for i in running)
    return next((i for i, text in texts if furniture.reason(text) is not Reason.PHOTO_CREDIT), running[0])


def _length(at: Place, indices: Sequence[int]) -> int:
    return sum(len(at.page.blocks[i].text) for i in indices)


def size(at: Place, start: int, end: int) -> int:
    """Characters of the text in the blocks from `start` to `end`."""
    return sum(len(at.page.blocks[i].text) for i in range(start, end) if at.chosen[i])


def headings_above(at: Place) -> tuple[tuple[int, str], ...]:
    """Level and text of the headings above the text that belong to nothing else, the nearest first."""
    blocks = at.page.blocks
    return tuple(
        (blocks[i].level, blocks[i].text)
        for i in range(at.first - 1, -1, -1)
        if blocks[i].kind == "heading" and not at.is_away(blocks[i].node)
    )
