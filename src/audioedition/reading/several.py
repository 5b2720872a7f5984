"""A page with several whole stories: a digest or a blog's front page, or one story with others below it.

Such stories stand in `article` elements of one class, each with a heading and paragraphs of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from ..facts import furniture
from ..facts.authors import credited
from ..facts.dates import iso_date
from ..model import Reason
from .composing import Part
from .feeds import Entry, web_address
from .headlines import Titles, key
from .inline import short_lines
from .outline import Block
from .place import Place, is_running

_PARAGRAPHS = 2
"""So many paragraphs of running text at least a whole story has; a teaser has one."""
_CHARACTERS = 250
"""So many characters they have at least."""
_MOST = 0.6
"""This share of the text that was found stands in the stories of a digest."""


class Story(NamedTuple):
    """One of several stories on a page."""

    node: int
    """Of the element around it."""
    heading: int
    """The block of its heading."""
    blocks: list[int]


def stories(place: Place) -> list[Story]:
    """The whole stories that stand side by side on a page; none where there are fewer than two."""
    nodes = place.page.nodes
    alike: dict[str, list[int]] = {}
    for at, node in enumerate(nodes):
        if node.tag == "article":
            alike.setdefault(node.element.get("class") or "", []).append(at)
    several = {at for group in alike.values() if len(group) > 1 for at in group}
    if not several:
        return []
    held: dict[int, list[int]] = {}
    for i, block in enumerate(place.page.blocks):
        at = block.node
        while at > 0:
            if at in several:
                held.setdefault(at, []).append(i)
                break
            at = nodes[at].parent
    found = [story for at, blocks in sorted(held.items()) if (story := _story(place, at, blocks))]
    return found if len(found) > 1 else []


def _story(place: Place, node: int, blocks: list[int]) -> Story | None:
    heading = next((i for i in blocks if place.page.blocks[i].kind == "heading"), None)
    text = [i for i in blocks if place.page.blocks[i].kind == "p" and is_running(place.page.blocks[i])]
    if heading is None or len(text) < _PARAGRAPHS or heading > text[0] or place.is_away(node):
        return None
    whole = sum(len(place.page.blocks[i].text) for i in text) >= _CHARACTERS
    return Story(node, heading, blocks) if whole else None


def next_story(place: Place) -> int:
    """The first block of the story below the one that the page's headline is of; -1 if there is none."""
    found = stories(place) if place.top >= 0 else []
    own = next((n for n, story in enumerate(found) if place.top in story.blocks), len(found))
    return found[own + 1].blocks[0] if own + 1 < len(found) else -1


def digest(place: Place, titles: Titles, address: str | None) -> list[Entry]:
    """The stories of a page that is of none of them, an entry each; empty for every other page.

    A page is of one story where its head calls it an article or names one in its title, and where a heading that is no
    site's name stands above them: a live blog.
    """
    found = stories(place)
    if not found or _is_of_one(place, found, titles):
        return []
    inside = {i for story in found for i in story.blocks}
    chosen = [i for i, yes in enumerate(place.chosen) if yes]
    share = sum(len(place.page.blocks[i].text) for i in chosen if i in inside)
    if share < _MOST * sum(len(place.page.blocks[i].text) for i in chosen):
        return []
    first, *others = (_entry(place, story, address) for story in found)
    rest = (block for i, block in enumerate(place.page.blocks) if i not in inside)
    return [replace(first, around=tuple(map(_left, rest))), *others]


def _left(block: Block) -> Part:
    """A block beside the stories, and why it is not read."""
    told = None if block.hidden else furniture.decide(block.text)
    if told:
        return Part(block.text, None, told.outcome, rule=told.rule)
    return Part(block.text, None, Reason.HIDDEN if block.hidden else Reason.OUTSIDE)


def _is_of_one(place: Place, found: list[Story], titles: Titles) -> bool:
    if titles.root.xpath("boolean(//meta[@property='og:type' and contains(@content, 'article')])"):
        return True
    headings = {key(place.page.blocks[story.heading].text) for story in found}
    if any(heading and heading in key(said) for heading in headings for said in titles.said):
        return True
    top = place.page.blocks[place.top] if place.top >= 0 else None
    outside = top is not None and top.kind == "heading" and not any(place.top in story.blocks for story in found)
    return outside and not titles.is_site(top.text if top else "")


def _entry(place: Place, story: Story, address: str | None) -> Entry:
    nodes, block = place.page.nodes, place.page.blocks[story.heading]
    link = next(nodes[block.node].element.iter("a"), None)
    return Entry(
        title=block.text,
        tree=nodes[story.node].element,
        bylines=next(_bylines(place, story), ()),
        published=next(_dates(place, story), None),
        url=web_address(link.get("href") if link is not None else None, address),
    )


def _bylines(place: Place, story: Story) -> Iterator[tuple[str, ...]]:
    for hint in place.page.hints:
        if hint.kind == "byline" and story.blocks[0] <= hint.before <= story.blocks[-1] + 1:
            found = credited(short_lines(hint.element))
            if found:
                yield found.names


def _dates(place: Place, story: Story) -> Iterator[str]:
    for hint in place.page.hints:
        if hint.kind == "timestamp" and story.blocks[0] <= hint.before <= story.blocks[-1] + 1:
            date = iso_date(hint.element.get("datetime") or " ".join(short_lines(hint.element))[:100])
            if date:
                yield date
