"""Pages whose story is a row of slides: a picture, a heading and what is said of it, again and again.

What stands below a picture in a figure is a caption; where captions under headings of one make are most of what a page
says, they are its paragraphs.
"""

from __future__ import annotations

from .outline import Block
from .place import BESIDE, Place, is_running

_SLIDES = 5
"""So many slides of one make are a story."""
_CHARACTERS = 60
"""So many characters are said of each, on average."""
_MOST = 0.5
"""This share of what was found and what the slides say, they say."""
_OTHERS = BESIDE - {"picture gallery"}


def join(at: Place) -> None:
    """Choose the slides of a page whose story they are, and take their captions for paragraphs."""
    blocks = at.page.blocks
    if sum(block.kind == "caption" for block in blocks) < _SLIDES:
        return
    for slides in _of_one_make(at):
        held = {i for slide in slides for i in slide}
        if _are_the_story(at, held, len(slides)):
            for i in held:
                at.chosen[i] = True
                blocks[i].kind = "p" if blocks[i].kind == "caption" else blocks[i].kind


def _are_the_story(at: Place, held: set[int], slides: int) -> bool:
    """Whether most of what a page says stands in these blocks of so many slides."""
    blocks = at.page.blocks
    said = sum(len(blocks[i].text) for i in held if blocks[i].kind == "caption")
    found = sum(len(b.text) for i, b in enumerate(blocks) if at.chosen[i] and is_running(b) and i not in held)
    return said >= _CHARACTERS * slides and said >= _MOST * (said + found)


def _of_one_make(at: Place) -> list[list[list[int]]]:
    """The slides of a page, each as its blocks, by the tag and class of the elements around them."""
    nodes, blocks = at.page.nodes, at.page.blocks
    inside: dict[int, list[int]] = {}
    for i, block in enumerate(blocks):
        node = block.node
        while node >= 0 and _may_be_of_slide(block):
            inside.setdefault(node, []).append(i)
            node = nodes[node].parent
    whole = {node for node, held in inside.items() if {"heading", "caption"} <= {blocks[i].kind for i in held}}
    outer = {nodes[node].parent for node in whole}  # holds several, or is around one
    made: dict[tuple[str, str | None], list[list[int]]] = {}
    for node in sorted(whole - outer):
        if not at.names[node] & _OTHERS:
            made.setdefault((nodes[node].tag, nodes[node].element.get("class")), []).append(inside[node])
    return [slides for slides in made.values() if len(slides) >= _SLIDES]


def _may_be_of_slide(block: Block) -> bool:
    unlinked = block.kind == "caption" and block.linked < 0.4 * len(block.text)
    return not block.hidden and (block.kind == "heading" or unlinked)
