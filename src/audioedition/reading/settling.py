"""What of a page goes with the text that was found on it: the block that shows the headline, the standfirst, and what
is of the text though it was not found.

A paragraph among read paragraphs of one element is read, however short; so is the rest of a text that is cut in several
elements of one name, and a lead that stands between the headline and the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ..facts import furniture
from ..facts.bylines import read as read_byline
from ..facts.dates import is_timestamp, iso_date
from ..model.rules import Rule, RuleSet
from .headlines import key
from .outline import Block
from .place import BESIDE, RUNNING, Place, is_running, size, span

_LEAD = 60
"""So many characters make a paragraph that no element speaks for."""
_LONG = 300
"""So many make one behind the text that is the text's."""
_PROSE = 200
"""So many make one between paragraphs of the text."""
_REACH = 12
"""So many blocks before the first and behind the last chosen one the text may go on."""


def settle(at: Place, headline: str | None, summaries: Sequence[str] = ()) -> None:
    """Find headline and deck, and what goes with the text that was found; `headline` and `summaries` (of the article,
    for search engines) are what the metadata say."""
    at.top = _headline_block(at, headline)
    at.deck = _deck(at, headline or "", {key(text)[:80] for text in summaries if len(text) >= 20})
    _extend(at)
    span(at)
    if at.top > at.first and size(at, 0, at.top) > 0.25 * size(at, 0, len(at.page.blocks)):
        at.top = at.deck = -1  # the headline of something else, further down


def _headline_block(at: Place, headline: str | None) -> int:
    """The block that shows the headline by its words, the likeliest and then the first; else the first-level heading
    nearest above the text; -1 if there is none."""
    wanted = key(headline or "")
    if wanted:
        ranks = [(_likeness(at, i, wanted), -i) for i in range(len(at.page.blocks))]
        best, i = max(ranks, default=(0.0, 0))
        if best > 0:
            return -i
    above = [i for i, b in enumerate(at.page.blocks[: at.first]) if b.level == 1 and b.kind == "heading"]
    return above[-1] if above else -1


def _likeness(at: Place, i: int, wanted: str) -> float:
    """How likely a block shows the headline whose words are `wanted`; nothing where it does not."""
    block = at.page.blocks[i]
    if len(block.text) > 3 * len(wanted) + 40 or at.names[block.node] & BESIDE - {"navigation"}:
        return 0
    shown = key(block.text)
    heading = block.kind == "heading"
    words, theirs = set(wanted.split()), set(shown.split())
    if shown != wanted and not (heading and len(words & theirs) >= 0.6 * max(len(words), len(theirs), 1)):
        return 0
    rank = (3 if shown == wanted else 2) + (2 if heading and block.level == 1 else heading)
    return rank - 2 * (block.linked > 0.5 * len(block.text)) - (i > at.first)


def _extend(at: Place) -> None:
    _count_parents(at)
    _join_alike(at)
    at.lists = _lists(at)
    start = at.top + 1 if 0 <= at.top < at.first else max(0, at.first - _REACH)
    end = min(len(at.page.blocks), at.last + _REACH)
    for i in range(start, end):
        if not at.chosen[i] and _belongs(at, i):
            at.chosen[i] = True


def _count_parents(at: Place) -> None:
    at.parents.clear()
    for i, block in enumerate(at.page.blocks):
        if at.chosen[i] and block.kind in RUNNING:
            at.parents[at.page.nodes[block.node].parent] += len(block.text)


def _lists(at: Place) -> set[int]:
    items = [(at.page.nodes[b.node].parent, at.chosen[i]) for i, b in enumerate(at.page.blocks) if b.kind == "item"]
    found, there = Counter(node for node, yes in items if yes), Counter(node for node, _ in items)
    return {node for node in found if 2 * found[node] >= there[node] > 2}


def _join_alike(at: Place) -> None:
    """Text that is cut in several elements of one name: what reads like text in the others is chosen too."""
    nodes, total = at.page.nodes, sum(at.parents.values())
    at.looks = {
        _look(at, p)
        for p, size in at.parents.items()
        if size > 0.3 * total and nodes[p].element.get("class") and nodes[p].tag not in ("li", "td", "body")
    }
    for i, block in enumerate(at.page.blocks):
        parent = nodes[block.node].parent
        if at.chosen[i] or parent < 0 or parent in at.parents or not is_running(block):
            continue
        if _look(at, parent) in at.looks and not at.names[block.node] & BESIDE and len(block.text) >= _LEAD:
            at.chosen[i] = True
    _count_parents(at)


def _look(at: Place, node: int) -> tuple[str, str | None]:
    """What an element looks like: its tag and class."""
    return at.page.nodes[node].tag, at.page.nodes[node].element.get("class")


def _belongs(at: Place, i: int) -> bool:
    """Whether a block that was not found is of the text all the same."""
    found = BELONGS.first(_Unfound(at, i))
    return found is not None and found.outcome


class _Unfound(NamedTuple):
    """A block near the text that was not found."""

    at: Place
    i: int

    @property
    def block(self) -> Block:
        return self.at.page.blocks[self.i]


def _by_kind(seen: _Unfound) -> bool | None:
    hidden = seen.block.hidden and not seen.at.hidden
    return False if hidden or seen.block.kind in ("control", "struck", "caption") else None


def _beside(seen: _Unfound) -> bool | None:
    linked = seen.block.linked > 0.4 * len(seen.block.text)
    return False if linked or seen.at.names[seen.block.node] & BESIDE else None


def _says_so(seen: _Unfound) -> bool | None:
    return False if furniture.reason(seen.block.text) or is_timestamp(seen.block.text) else None


def _callout(seen: _Unfound) -> bool | None:
    within = seen.at.first < seen.i < seen.at.last and is_running(seen.block)
    return True if within and "callout" in seen.at.names[seen.block.node] else None


def _among(seen: _Unfound) -> bool | None:
    return True if seen.at.first < seen.i < seen.at.last and _is_sibling(seen.at, seen.i) else None


def _of_list(seen: _Unfound) -> bool | None:
    """An item of a list most of which was found."""
    return True if seen.block.kind == "item" and seen.at.page.nodes[seen.block.node].parent in seen.at.lists else None


def _within(seen: _Unfound) -> bool | None:
    at, block = seen.at, seen.block
    if not at.first < seen.i < at.last or block.linked or len(block.text) < _PROSE or not is_running(block):
        return None
    above = at.page.blocks[seen.i - 1]
    another = above.kind in ("heading", "p", "item") and not at.chosen[seen.i - 1] and not is_timestamp(above.text)
    return None if another or block.text.startswith(above.text) else True  # of another story, or about somebody


def _key_point(seen: _Unfound) -> bool | None:
    block, at = seen.block, seen.at
    if block.kind != "item" or not 0 <= at.top < seen.i < at.first or block.linked:
        return None
    return len(block.text) >= 25 and len(block.text.split()) >= 5


def _lead(seen: _Unfound) -> bool | None:
    if not is_running(seen.block) or seen.i >= seen.at.first:
        return None
    size = len(seen.block.text)
    return (seen.at.top >= 0 and size >= _LEAD) or (size >= 20 and _is_sibling(seen.at, seen.i))


def _goes_on(seen: _Unfound) -> bool | None:
    if not is_running(seen.block):
        return None
    return _is_sibling(seen.at, seen.i) or (len(seen.block.text) >= _LONG and _is_near(seen.at, seen.i))


BELONGS: RuleSet[_Unfound, bool] = RuleSet(
    "belongs",
    (
        Rule("not read", _by_kind, "buttons, captions, struck-out and hidden text are no running text"),
        Rule("beside", _beside, "what is mostly links or named after something beside an article"),
        Rule("says so itself", _says_so, "facts/furniture.py, facts/dates.py"),
        Rule("callout", _callout, "Ghost and Notion: a sentence of the text, set in a box for the eye"),
        Rule("among read paragraphs", _among, "paragraphs of one element are of one text, however short"),
        Rule("of a list that is read", _of_list, "a list is read as a whole or not at all"),
        Rule("prose within", _within, "a long paragraph without a link, between paragraphs that are read"),
        Rule("key point", _key_point, "papers list what a story says between headline and text"),
        Rule("lead", _lead, "a paragraph between headline and text, in a box of its own"),
        Rule("goes on", _goes_on, "the text is cut by a box or an advertisement"),
    ),
)


def _is_near(at: Place, i: int) -> bool:
    """Whether a block and the last one of the text are in one box of at most three elements around it."""
    boxes: list[set[int]] = []
    for block in (at.page.blocks[i], at.page.blocks[at.last]):
        node, around = block.node, set[int]()
        for _ in range(3):
            node = at.page.nodes[node].parent
            around.add(node)
        boxes.append(around - {-1, 0, 1})
    return not boxes[0].isdisjoint(boxes[1])


def _is_sibling(at: Place, i: int) -> bool:
    """Whether it stands among read paragraphs, in an element that holds much of the text or looks like one that does,
    or in a list there."""
    block, total = at.page.blocks[i], sum(at.parents.values())
    above = at.page.nodes[block.node].parent
    for _ in range(3 if block.kind in ("item", "row", "cell") else 1):
        if at.parents[above] > 0.2 * total or (at.parents[above] and _look(at, above) in at.looks):
            return True
        above = max(0, at.page.nodes[above].parent)
    return False


def _deck(at: Place, headline: str, summaries: set[str]) -> int:
    """The standfirst: what stands between headline and text in an element named so, says what the page's description
    says, or stands right under the headline as a heading or a sentence of its own; -1 if there is none."""
    if at.top < 0 or at.top >= at.last:
        return -1
    _count_parents(at)
    usual = at.parents.most_common(1)[0][0] if at.parents else -1
    for i in range(at.top + 1, min(at.first + 1, at.top + _REACH)):
        block = at.page.blocks[i]
        described = key(block.text)[:80] in summaries
        if not _may_be_deck(at, i, headline, described):
            continue
        node = at.page.nodes[block.node]
        if "deck" in node.names | at.page.nodes[node.parent].names or _is_above_byline(at, i):
            return i
        if len(block.text) < 40 and block.kind == "heading":
            continue
        if node.parent != usual and (described or _is_under_headline(at, i)):
            return i
    return -1


def _is_above_byline(at: Place, i: int) -> bool:
    """Whether it is a heading with only the story's byline or date between it and the text: a subhead stands right
    above its own."""
    between = at.page.blocks[i + 1 : at.first]
    if at.page.blocks[i].kind != "heading" or i > at.top + 2 or any(b.kind == "heading" for b in between):
        return False
    return any(at.names[b.node] & {"byline", "timestamp"} or is_timestamp(b.text) for b in between)


def _is_under_headline(at: Place, i: int) -> bool:
    block, node = at.page.blocks[i], at.page.nodes[at.page.blocks[i].node]
    if i > at.top + 2:
        return False
    beside = node.parent == at.page.nodes[at.page.blocks[at.top].node].parent
    line = len(block.text.split()) >= 6 and len(block.text) >= 35
    return block.kind == "heading" or (is_running(block) and len(block.text) >= 50) or (beside and line)


def _may_be_deck(at: Place, i: int, headline: str, described: bool) -> bool:
    """`described`: it says what the page says of the article; a picture's caption that does is no caption."""
    block = at.page.blocks[i]
    told = described and block.kind == "caption"
    if not told and (block.kind not in ("p", "heading") or not 20 <= len(block.text) <= 500):
        return False
    if block.linked >= 0.5 * len(block.text):
        return False
    if block.hidden or at.names[block.node] & BESIDE or key(block.text) == key(headline):
        return False
    stated = read_byline(block.text)
    if stated is not None and stated.how == "stated":
        return False
    dated = iso_date(block.text) is not None and not is_running(block)
    return not dated and not is_timestamp(block.text) and furniture.reason(block.text) is None
