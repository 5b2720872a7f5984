"""Pages whose story is a row of slides: a picture, a heading and what is said of it, again and again.

What stands below a picture in a figure is a caption; where captions under headings of one make are most of what a page
says, or captions alone nearly all of it, they are its paragraphs.
"""

from __future__ import annotations

import re

from .outline import Block
from .place import BESIDE, Place, is_running

_SLIDES = 5
"""So many slides of one make are a story."""
_CHARACTERS = 60
"""So many characters are said of each, on average."""
_MOST = 0.5
"""This share of what was found and what the slides say, they say."""
_NEARLY_ALL = 0.75
"""The same of pictures that have no headings."""
_COUNTER = re.compile(r"(\d{1,3}) ?(?:/|of) ?(\d{1,3})\b[:.]?\s+(?=\S)")
"""What stands over a picture in a series: `3/50 Sky over Kilbray`."""
_OTHERS = BESIDE - {"picture gallery"}


def join(at: Place) -> None:
    """Choose the slides of a page whose story they are, and take their captions for paragraphs."""
    blocks = at.page.blocks
    if sum(block.kind == "caption" for block in blocks) < _SLIDES:
        return
    for kinds, most in ((frozenset(("heading", "caption")), _MOST), (frozenset(("caption",)), _NEARLY_ALL)):
        for slides in _of_one_make(at, kinds):
            held = {i for slide in slides for i in slide}
            if _are_the_story(at, held, len(slides), most):
                _choose(at, held)
                return


def _choose(at: Place, held: set[int]) -> None:
    """Take these blocks for the story, without the numbers that stand over pictures."""
    blocks = [at.page.blocks[i] for i in held if at.page.blocks[i].kind == "caption"]
    counted = [_COUNTER.match(block.text) for block in blocks]
    if len({match[2] if match else "" for match in counted}) > 1:
        counted = [None] * len(blocks)
    for block, match in zip(blocks, counted, strict=True):
        block.kind = "p"
        block.text = block.text[match.end() if match else 0 :]
    for i in held:
        at.chosen[i] = True


def _are_the_story(at: Place, held: set[int], slides: int, most: float) -> bool:
    """Whether most of what a page says stands in these blocks of so many slides."""
    blocks = at.page.blocks
    said = sum(len(blocks[i].text) for i in held if blocks[i].kind == "caption")
    found = sum(len(b.text) for i, b in enumerate(blocks) if at.chosen[i] and is_running(b) and i not in held)
    return said >= _CHARACTERS * slides and said >= most * (said + found)


def _of_one_make(at: Place, kinds: frozenset[str]) -> list[list[list[int]]]:
    """The slides of a page that hold blocks of these kinds, each as its blocks, by tag and class of the elements around
    them."""
    nodes, blocks = at.page.nodes, at.page.blocks
    inside: dict[int, list[int]] = {}
    for i, block in enumerate(blocks):
        node = block.node
        while node >= 0 and _may_be_of_slide(block):
            inside.setdefault(node, []).append(i)
            node = nodes[node].parent
    whole = {node for node, held in inside.items() if kinds == {blocks[i].kind for i in held}}
    outer = {nodes[node].parent for node in whole}  # holds several, or is around one
    made: dict[tuple[str, str | None], list[list[int]]] = {}
    for node in sorted(whole - outer):
        if not at.names[node] & _OTHERS:
            made.setdefault((nodes[node].tag, nodes[node].element.get("class")), []).append(inside[node])
    return [slides for slides in made.values() if len(slides) >= _SLIDES]


def _may_be_of_slide(block: Block) -> bool:
    unlinked = block.kind == "caption" and block.linked < 0.4 * len(block.text)
    return not block.hidden and (block.kind == "heading" or unlinked)
