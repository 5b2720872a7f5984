"""What on a page is no part of its text though it stands in it: boxes, pull quotes, and all that is below the end."""

from __future__ import annotations

import re
from collections import Counter

from ..facts import furniture
from ..lexis.tables import Lexis, derived
from ..model import Reason
from ..model.rules import Decision
from ..settings import ReadSettings
from .headlines import key
from .outline import Block
from .place import BESIDE, Place, is_running
from .several import next_story

_BOXES = BESIDE - {"navigation", "picture gallery"} | {"footnotes"}
"""What a small box in the text is named after if it is none of it; of the others trafilatura knows more."""
_BOXED = (Reason.SIGN_UP, Reason.ADVERTISEMENT, Reason.COOKIES, Reason.CONTACT)
"""What the whole of a small box is about, if a line of it is."""
_BOX = 500
"""So many characters a box in the text may hold."""
_MUCH = 0.3
"""Boxes of one name that hold more of the text than this are not what they are named after."""
_SHINGLE = 6
_COUNTER = re.compile(r"\W?(\d{1,3}) ?(?:/|of) ?(\d{1,3})(?:\b|\Z)")
"""What stands over a picture in a series: `3/50 Sky over Kilbray`."""
_PICTURES = 3
"""So many pictures of one count make a series."""
_PARAGRAPHS = 2
"""So many of them above and below a series make it an insertion."""
_FAR = 8
"""So many blocks that are none of the text end it, if what follows is little and stands elsewhere."""
_SCRAPS = 0.2
"""The most of a text that can be scraps below it. Both of 300 labelled pages: of 18 where something goes, one loses."""
_SET_IN = ("caption", "control", "row", "code")
"""What stands between two paragraphs of one text and is not read with it."""


def telling(named: frozenset[str]) -> Reason:
    """The reason that says most of what elements are named after."""
    return Reason(min(named, key=lambda name: (name == Reason.FURNITURE, name)))


def boxes(place: Place) -> dict[int, Reason | Decision[Reason]]:
    """Elements in the text that are something else, with all that is inside of them: small ones that are named so, and
    those that hold an offer to subscribe or the like."""
    blocks = place.page.blocks
    size = _sizes(place, [True] * len(blocks))
    read = _sizes(place, place.chosen)
    found: dict[int, Reason | Decision[Reason]] = {**_named(place, read)}
    limit = min(_BOX, int(_MUCH * read[0]))
    for i, block in enumerate(blocks):
        if not place.chosen[i] or len(block.text) > limit or size[block.node] > limit:
            continue
        told = furniture.decide(block.text)
        if told and told.outcome in _BOXED:
            found[_around(place, block.node, size, limit)] = told
    if (gallery := _gallery(place)) >= 0:
        found[gallery] = Reason.GALLERY
    for at, node in enumerate(place.page.nodes):
        if at not in found and node.parent in found:
            found[at] = found[node.parent]
    return found


def _gallery(place: Place) -> int:
    """The element of a series of counted pictures (`1/50`, `2/50`) that stands between paragraphs of the text; -1 if
    there is none. With no text below it the series is the story."""
    blocks = place.page.blocks
    around = [_above(place, blocks[i].node) for i in _series(place)]
    if len(around) < _PICTURES:
        return -1
    at = next(node for node in around[0] if all(node in above for above in around))
    inside = [i for i, block in enumerate(blocks) if at in _above(place, block.node)]
    text = [i for i, yes in enumerate(place.chosen) if yes and blocks[i].kind == "p" and is_running(blocks[i])]
    before, after = (sum(i < inside[0] for i in text), sum(i > inside[-1] for i in text))
    return at if min(before, after) >= _PARAGRAPHS else -1


def _series(place: Place) -> list[int]:
    """The headings of the page's longest series of counted pictures."""
    counted: dict[str, dict[str, int]] = {}
    for i, block in enumerate(place.page.blocks):
        if place.chosen[i] and block.kind == "heading" and (match := _COUNTER.match(block.text)):
            counted.setdefault(match[2], {}).setdefault(match[1], i)
    return list(max(counted.values(), key=len, default={}).values())


def _above(place: Place, node: int) -> list[int]:
    """A node and the elements around it, from the inside."""
    found = [node]
    while place.page.nodes[found[-1]].parent >= 0:
        found.append(place.page.nodes[found[-1]].parent)
    return found


def _named(place: Place, read: list[int]) -> dict[int, Reason]:
    """The small boxes by their names; none where the names of a page mean something else."""
    nodes = place.page.nodes
    named = {at: telling(node.names & _BOXES) for at, node in enumerate(nodes) if node.names & _BOXES}
    shares: Counter[Reason] = Counter()
    for at, reason in named.items():
        shares[reason] += read[at]
    found: dict[int, Reason] = {}
    for at, reason in named.items():
        comments = reason is Reason.COMMENTS
        if shares[reason] < (0.5 if comments else _MUCH) * read[0] and (comments or read[at] <= _BOX):
            found[at] = reason
    outermost = (read[at] for at in found if nodes[at].parent not in found)
    return found if sum(outermost) <= 0.5 * read[0] else {}


def _sizes(place: Place, counts: list[bool]) -> list[int]:
    """For every node the characters of the blocks in it that count."""
    sizes = [0] * len(place.page.nodes)
    for block, yes in zip(place.page.blocks, counts, strict=True):
        sizes[block.node] += len(block.text) * yes
    for at in range(len(sizes) - 1, 0, -1):
        sizes[place.page.nodes[at].parent] += sizes[at]
    return sizes


def _around(place: Place, at: int, size: list[int], limit: int) -> int:
    nodes = place.page.nodes
    while nodes[at].parent > 0 and size[nodes[at].parent] <= limit:
        at = nodes[at].parent
    return at


def end(place: Place, settings: ReadSettings) -> tuple[int, Reason]:
    """Index of the block from which on there is nothing of the text, or -1, and what stands there."""
    above = 0
    total = sum(len(b.text) for b, yes in zip(place.page.blocks, place.chosen, strict=True) if yes)
    story = _next_story(place)
    if (below := next_story(place)) >= 0:
        return below, Reason.RELATED
    for i, block in enumerate(place.page.blocks):
        if not place.chosen[i]:
            continue
        above += len(block.text)
        if above < 0.6 * total or block.kind == "caption":
            continue
        if i == story:
            return i, Reason.RELATED
        if block.kind == "heading" and key(block.text) in _notes() and not settings.footnotes:
            return i, Reason.FOOTNOTES
        if len(block.text) < 200 and furniture.reason(block.text) is Reason.COPYRIGHT:
            return i, Reason.COPYRIGHT
    return -1, Reason.FURNITURE


def _next_story(place: Place) -> int:
    """Index of the first-level heading below the text that stands in an `article` element of its own: many a page goes
    on with the next story for as long as one scrolls. -1 if there is none."""
    own = _article(place, place.top) if place.top >= 0 else -1
    for i in range(place.first + 3, len(place.page.blocks) if own >= 0 else 0):
        block = place.page.blocks[i]
        if block.kind == "heading" and block.level == 1 and _article(place, i) not in (own, -1):
            return i
    return -1


def far_below(place: Place, read: list[int]) -> set[int]:
    """Of the blocks `read`, the scraps that stand far below the text: behind many blocks that are none of it, in no
    element in which the text stands, nor in one that looks like those."""
    groups: list[list[int]] = []
    for i in read:
        if not groups or _away_from_text(place, groups[-1][-1] + 1, i) >= _FAR:
            groups.append([])
        groups[-1].append(i)
    sizes = [sum(len(place.page.blocks[i].text) for i in group) for group in groups]
    main = sizes.index(max(sizes)) if sizes else 0
    ours = {_look(place, i) for group in groups[: main + 1] for i in group}
    found: set[int] = set()
    for group, size in zip(groups[main + 1 :], sizes[main + 1 :], strict=True):
        if size <= _SCRAPS * sum(sizes) and ours.isdisjoint(_look(place, i) for i in group):
            found.update(group)
    return found


def _away_from_text(place: Place, start: int, end: int) -> int:
    """How many blocks that a reader sees between two are none of the text."""
    blocks = place.page.blocks
    return sum(not (place.chosen[k] or blocks[k].hidden or blocks[k].kind in _SET_IN) for k in range(start, end))


def _look(place: Place, i: int) -> tuple[str, str] | int:
    """What the element around a block looks like: tag and class, where it has none the element itself."""
    at = place.page.nodes[place.page.blocks[i].node].parent
    node = place.page.nodes[max(0, at)]
    return (node.tag, node.element.get("class")) if node.element.get("class") else at


def _article(place: Place, i: int) -> int:
    """The node of the outermost `article` element around a block, or -1."""
    found, at = -1, place.page.blocks[i].node
    while at > 0:
        found = at if place.page.nodes[at].tag == "article" else found
        at = place.page.nodes[at].parent
    return found


@derived
def _notes(lexis: Lexis) -> frozenset[str]:
    """Headings over notes, as `key` reduces them."""
    return frozenset(map(key, lexis.table("page_headings")))


def repeated_lists(place: Place) -> set[int]:
    """The items of lists that the page shows twice, line by line in one order: what two lists share may be meant."""
    lists: dict[int, list[int]] = {}
    for i, block in enumerate(place.page.blocks):
        if block.kind == "item":
            lists.setdefault(place.page.nodes[block.node].parent, []).append(i)
    seen: set[tuple[str, ...]] = set()
    found: set[int] = set()
    for items in lists.values():
        texts = tuple(key(place.page.blocks[i].text) for i in items)
        if texts in seen:
            found.update(items)
        seen.add(texts)
    return found


def repeats(place: Place) -> set[int]:
    """Pull quotes: what stands apart from the paragraphs and is said in one of them too, word for word."""
    blocks = place.page.blocks
    words = {i: key(blocks[i].text).split() for i, yes in enumerate(place.chosen) if yes}
    usual = place.parents.most_common(1)[0][0] if place.parents else 0
    apart = [i for i, said in words.items() if 8 <= len(said) <= 60 and _apart(place, blocks[i], usual)]
    asked = set[tuple[str, ...]]().union(*(_shingles(words[i]) for i in apart))
    counts: Counter[tuple[str, ...]] = Counter()
    for i, spoken in words.items() if apart else ():
        if is_running(blocks[i]):
            counts.update(_shingles(spoken) & asked)
    return {
        i
        for i in apart
        if all(counts[shingle] > is_running(blocks[i]) for shingle in _shingles(words[i])) and _said_near(i, words)
    }


def _apart(place: Place, block: Block, usual: int) -> bool:
    quoted = block.kind in ("quote", "heading") or block.text[0] in '“"'
    return quoted or place.page.nodes[block.node].parent != usual


def _said_near(i: int, words: dict[int, list[str]]) -> bool:
    """Whether a longer paragraph near block `i` holds its words."""
    line = " ".join(words[i])
    near = (words[j] for j in range(i - 40, i + 40) if j in words)
    return any(len(other) > 1.2 * len(words[i]) and line in " ".join(other) for other in near)


def _shingles(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
