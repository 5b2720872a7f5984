"""The blocks of a page in numbers, for the model that says which of them read like its article.

What a block is, what stands in the elements around it, where between the first and the last chosen paragraph it
stands, and what its neighbours are. Names of classes are not asked: they mean what each site wants them to mean.
"""

from __future__ import annotations

import math
import string
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..facts import furniture, page_phrases
from .headlines import key
from .place import Place, is_running

_ABOVE = 6
"""So many blocks above the headline are looked at."""
_BELOW = 25
"""So many below the text."""
_NAMED = """
p div li td th span h1 h2 h3 h4 h5 h6 section article main blockquote figure figcaption header dd dt ul ol table body
"""
_TAGS = {tag: i for i, tag in enumerate(_NAMED.split(), 1)}
_NO_TEXT = ("control", "struck")
_LONG = 700
"""Characters of a paragraph whose words are not looked up: no furniture is as long."""
_LOOKED_AT = 400
"""So many characters of the others are."""


@dataclass(slots=True)
class _Held:
    """What stands in a node: characters, characters of links and of chosen blocks, blocks."""

    size: int = 0
    linked: int = 0
    chosen: int = 0
    blocks: int = 0
    depth: int = 0


def rows(place: Place, headline: str, *, near: bool = False) -> tuple[list[int], list[list[float]]]:
    """Indices of the chosen blocks, with `near` those around them too, and a row of numbers for each."""
    return _Page(place, headline).rows(near=near)


class _Page:
    def __init__(self, place: Place, headline: str) -> None:
        self.place = place
        self.headline = set(key(headline).split())
        self.held = _held(place)
        self.running = [is_running(block) for block in place.page.blocks]
        self.times_alike = Counter(map(self._look, range(1, len(place.page.nodes))))
        self.usual = max(0, place.parents.most_common(1)[0][0]) if place.parents else 0
        self.spine = set(self._above(self.usual))
        self.total = self.held[0].chosen or 1

    def rows(self, *, near: bool) -> tuple[list[int], list[list[float]]]:
        at, blocks = self.place, self.place.page.blocks
        top = at.top if at.top >= 0 else at.first
        around = range(min(at.first, top) - _ABOVE, at.last + _BELOW + 1 if near else -1)
        indices, found, above = [], [], 0
        for i, block in enumerate(blocks):
            if block.kind not in _NO_TEXT and (at.chosen[i] or i in around):
                indices.append(i)
                found.append([*self._itself(i), *self._boxes(i), *self._position(i, above), *self._beside(i)])
            above += len(block.text) * at.chosen[i]
        return indices, found

    def _itself(self, i: int) -> Iterator[float]:
        block = self.place.page.blocks[i]
        text, words = block.text, block.text.split()
        yield from (
            math.log1p(len(text)),
            len(words),
            self.running[i],
            block.linked / len(text),
            text.count(",") / max(1, len(words)),
            _share_of_capitals(text),
            furniture.reason(text) is not None,
            len(self.headline & set(key(text).split())) / max(1, len(self.headline)),
        )
        pieces = page_phrases.pieces(text[:_LOOKED_AT]) if len(text) < _LONG else []
        kinds, most = Counter(piece.kind for piece in pieces), max(1, len(pieces))
        yield from (kinds["phrase"] / most, kinds["name"] / most, kinds["word"] / most)
        yield bool(pieces and pieces[0].phrase and pieces[0].phrase.label)

    def _boxes(self, i: int) -> Iterator[float]:
        """The three elements around its own."""
        nodes, node = self.place.page.nodes, self.place.page.blocks[i].node
        own = nodes[node]
        box = max(0, own.parent)
        around = max(0, nodes[box].parent)
        outer = max(0, nodes[around].parent)
        for at in (box, around):
            held = self.held[at]
            yield from (
                held.size / max(1, self.held[0].size),
                held.chosen / self.total,
                held.chosen / max(1, held.size),
                held.linked / max(1, held.size),
                held.blocks,
                _TAGS.get(nodes[at].tag, 0),
            )
        yield self.held[outer].chosen / self.total
        yield self.held[outer].chosen / max(1, self.held[outer].size)
        yield self.place.parents[box] / self.total
        yield self.times_alike[self._look(node)]
        depth = self.held[node].depth
        yield depth
        yield depth - self.held[self.usual].depth
        yield next(steps for steps, at in enumerate(self._above(node)) if at in self.spine)

    def _position(self, i: int, above: int) -> Iterator[float]:
        at = self.place
        yield at.chosen[i]
        yield at.first <= i <= at.last
        yield at.last - i
        yield (i - at.first) / max(1, at.last - at.first)
        yield i - at.top if at.top >= 0 else -99
        yield at.last - at.first
        yield above / self.total
        yield self.total / max(1, self.held[0].size)
        yield len(at.page.blocks)

    def _beside(self, i: int) -> Iterator[float]:
        blocks = self.place.page.blocks
        for near in (i - 2, i - 1, i + 1, i + 2):
            if 0 <= near < len(blocks):
                size = len(blocks[near].text)
                yield from (self.place.chosen[near], math.log1p(size), blocks[near].linked / size)
            else:
                yield from (-1, -1, -1)

    def _look(self, node: int) -> tuple[int, str, str | None]:
        found = self.place.page.nodes[node]
        return found.parent, found.tag, found.element.get("class")

    def _above(self, node: int) -> Iterator[int]:
        while node >= 0:
            yield node
            node = self.place.page.nodes[node].parent


def _share_of_capitals(text: str) -> float:
    if not text.isascii():
        return sum(map(str.isupper, text)) / max(1, sum(map(str.isalpha, text)))
    letters = text.encode().translate(None, _NO_LETTERS)
    return (len(letters) - len(letters.translate(None, _CAPITALS))) / max(1, len(letters))


_CAPITALS = string.ascii_uppercase.encode()
_NO_LETTERS = bytes(i for i in range(128) if not chr(i).isalpha())


def _held(place: Place) -> list[_Held]:
    nodes = place.page.nodes
    held = [_Held() for _ in nodes]
    for block, chosen in zip(place.page.blocks, place.chosen, strict=True):
        own = held[block.node]
        own.size += len(block.text)
        own.linked += block.linked
        own.chosen += len(block.text) * chosen
        own.blocks += 1
    for at in range(1, len(nodes)):
        held[at].depth = held[nodes[at].parent].depth + 1
    for at in range(len(nodes) - 1, 0, -1):
        above, own = held[nodes[at].parent], held[at]
        above.size += own.size
        above.linked += own.linked
        above.chosen += own.chosen
        above.blocks += own.blocks
    return held
