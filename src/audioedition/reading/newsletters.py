"""A newsletter in HTML that tells several stories -> the parts of each.

A story there is a heading, sentences below it, and a link to the whole of it: the heading itself is one, or a line that
is not read (`Read more`) below the sentences. What stands above the first story is the letter's own.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from ..model import Reason, Role
from .composing import Part
from .feeds import web_address
from .fragments import is_running
from .outline import Block, Outline

_STORIES = 2
"""So many stories of addresses of their own a digest has at least."""
_MOST = 0.6
"""This share of a digest's sentences stands in its stories."""
_LINKED = 0.9
"""This share of a line is the link, if the line is one."""
_TITLE = 3
"""Words of the shortest line that is no heading by its element and can be a title."""


class Story(NamedTuple):
    """One of several stories of a letter."""

    title: str
    url: str
    parts: list[Part]
    """What is said of it, and what is dropped there."""


class Letter(NamedTuple):
    """A letter of several stories; together its parts are all of it but the titles."""

    above: list[Part]
    """What stands above the first story, if sentences are among it: an introduction, and the notices of the sender."""
    stories: list[Story]


def letter_of(page: Outline, parts: Sequence[Part]) -> Letter | None:
    """The stories of a letter that is `page`, `parts` being what its blocks are; None where it tells one or none."""
    heads = [i for i in range(len(parts)) if _is_title(page.blocks[i], parts, i)]
    found = [
        (start, url)
        for start, end in itertools.pairwise([*heads, len(parts)])
        if _size(parts[start:end]) and (url := _address(page, parts, start, end))
    ]
    if len({url for _, url in found}) < max(_STORIES, len(found)):
        return None
    ends = [*(_begin(parts, start) for start, _ in found[1:]), len(parts)]
    begin = _begin(parts, found[0][0])
    above = list(parts[:begin])
    stories = [
        Story(parts[start].text, url, [*_labels(parts, start), *parts[start + 1 : end]])
        for (start, url), end in zip(found, ends, strict=True)
    ]
    told = sum(_size(story.parts) for story in stories)
    if not _size(above):  # no letter without a sentence
        stories[0].parts[:0], above = above, []
    return Letter(above, stories) if told >= _MOST * _size(parts) else None


def _is_title(block: Block, parts: Sequence[Part], i: int) -> bool:
    """Whether a block is a heading, or a line in bold that is a link right above sentences."""
    part = parts[i]
    if block.kind == "heading":
        return not part.reason
    is_title = block.strong and _is_link(block) and len(block.text.split()) >= _TITLE
    taken = part.role is Role.SUBHEAD or part.rule == "fragment/button"
    return is_title and taken and _size(parts[i + 1 : i + 2]) > 0


def _is_link(block: Block) -> bool:
    return block.linked >= _LINKED * len(block.text)


def _size(parts: Sequence[Part]) -> int:
    """Characters of the sentences that are read."""
    return sum(len(part.text) for part in parts if not part.reason and part.role is None and is_running(part.text))


def _address(page: Outline, parts: Sequence[Part], start: int, end: int) -> str | None:
    """Where the whole of the story is whose heading is the block `start`."""
    for i in range(start, end):
        if _is_link(page.blocks[i]) and (i == start or parts[i].reason):
            element = page.nodes[page.blocks[i].node].element
            if url := next(filter(_is_of_a_story, map(web_address, _targets(element))), None):
                return url
    return None


def _is_of_a_story(url: str | None) -> bool:
    """Whether an address is more than a site's."""
    parts = urlsplit(url or "")
    return bool(parts.path.strip("/") or parts.query)


def _targets(element: Any) -> list[str | None]:
    return [a.get("href") for a in (*element.iter("a"), *element.iterancestors("a"))]


def _begin(parts: Sequence[Part], start: int) -> int:
    """Where a story begins: with the labels right above its heading, which have no text of their own."""
    while start and not parts[start - 1].reason and parts[start - 1].role is Role.SUBHEAD:
        start -= 1
    return start


def _labels(parts: Sequence[Part], start: int) -> list[Part]:
    return [Part(part.text, None, Reason.SECTION) for part in parts[_begin(parts, start) : start]]
