"""The blocks of a page -> its parts: every one is read as something, or there is a reason why it is not.

`PARTS` are the rules, the first that answers decides; a block that none of them knows is a paragraph of the article.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ..facts import furniture, page_phrases
from ..facts.byline_words import tells_of_author
from ..facts.bylines import author_names
from ..facts.bylines import read as read_byline
from ..facts.dates import is_timestamp
from ..model import Reason, Role
from ..model.rules import Decision, Rule, RuleSet
from ..settings import ReadSettings
from . import block_rules
from .boxes import boxes, end, repeated_lists, repeats, telling
from .chances import LIKE, LIKE_ABOVE, PARAGRAPH, UNLIKE, UNLIKE_PARAGRAPH
from .composing import Part
from .headlines import key
from .outline import Block, looks_like_subhead
from .place import BESIDE, Place, is_running
from .whole_page import settled

_LEADS = re.compile(r"\w ?:\Z")
_LINE = 6
"""Words of the shortest line above the text that may be of it."""
_KICKED = 4
"""So many words of a headline at its end tell it, and as many are the longest kicker."""
_SIGNED = re.compile(r"\s*(?:\([^()]{1,60}\))?\W*")


@dataclass(slots=True)
class Sifting:
    """What the rules ask of the whole page."""

    place: Place
    settings: ReadSettings
    headline: str
    """Its letters, as `key` gives them."""
    deck: str
    """The same of the standfirst."""
    bylines: tuple[str, ...]
    chances: Mapping[int, float]
    """For the blocks that may be the article's, the chance that they are."""
    tabular: bool = False
    """Whether most of the text stands in tables: then they are the article."""
    seen: set[str] = field(default_factory=set)
    """The letters of the longer paragraphs above."""
    boxes: dict[int, Reason | Decision[Reason]] = field(default_factory=dict)
    """Node -> why a small box in the text is not read."""
    end: tuple[int, Reason] = (-1, Reason.FURNITURE)
    """Index of the block from which on there is nothing of the text, or -1, and what stands there."""
    lists: set[int] = field(default_factory=set)
    """The items of lists that stand above as a whole already."""
    repeats: set[int] = field(default_factory=set)
    """Pull quotes."""


class Seen(NamedTuple):
    """One block, and the page around it."""

    all: Sifting
    i: int

    @property
    def block(self) -> Block:
        return self.all.place.page.blocks[self.i]

    @property
    def settings(self) -> ReadSettings:
        return self.all.settings

    @property
    def inside(self) -> bool:
        return self.all.place.first <= self.i <= self.all.place.last

    @property
    def chance(self) -> float:
        """That it is the article's; 0.5 where nothing is known."""
        return self.all.chances.get(self.i, 0.5)

    @property
    def links(self) -> float:
        return self.block.linked / len(self.block.text)


def _hidden(seen: Seen) -> Reason | None:
    return Reason.HIDDEN if seen.block.hidden and not seen.all.place.hidden else None


def _kicker(seen: Seen) -> Reason | None:
    """What stands in the headline's own element and is not all of it, or with it in one line."""
    place = seen.all.place
    if place.top < 0 or seen.block.kind != "heading" or seen.block.node != place.page.blocks[place.top].node:
        return None
    words = key(seen.block.text).split()
    if seen.i == place.top:
        ends = seen.all.headline.split()[-_KICKED:]
        return Reason.SAID_BEFORE if len(words) > _KICKED == len(ends) and words[-_KICKED:] == ends else None
    return Reason.SECTION if seen.i < place.top and len(words) <= _KICKED else None


def _said_above(seen: Seen) -> Reason | None:
    plain = key(seen.block.text)
    if seen.block.kind == "item" and seen.all.place.chosen[seen.i] and plain in seen.all.seen:
        return Reason.SAID_BEFORE if seen.i in seen.all.lists else None
    return (
        Reason.SAID_BEFORE
        if plain and (plain in (seen.all.headline, seen.all.deck) or plain in seen.all.seen)
        else None
    )


def _outside(seen: Seen) -> Reason | Decision[Reason] | None:
    if seen.all.place.chosen[seen.i]:
        return None
    return _named(seen) or furniture.decide(seen.block.text) or Reason.OUTSIDE


def _named(seen: Seen) -> Reason | None:
    """What the elements around it are named after, if that is something beside an article."""
    named = seen.all.place.names[seen.block.node] & (BESIDE | {"byline", "timestamp", "footnotes"})
    return telling(named) if named else None


def _caption(seen: Seen) -> Role | None:
    inside = seen.all.place.chosen[seen.i] or (seen.inside and not _named(seen))
    return Role.CAPTION if seen.block.kind == "caption" and inside else None


def _pull_quote(seen: Seen) -> Reason | None:
    return Reason.PULL_QUOTE if seen.block.kind == "pull" or seen.i in seen.all.repeats else None


def _table(seen: Seen) -> Reason | None:
    return None if seen.all.tabular else block_rules.table(seen)


def _box(seen: Seen) -> Reason | Decision[Reason] | None:
    found = seen.all.boxes.get(seen.block.node)
    return None if found is Reason.FOOTNOTES and seen.settings.footnotes else found


def _phrase(seen: Seen) -> Reason | Decision[Reason] | None:
    if seen.block.kind == "p" and seen.block.text.isdecimal() and len(seen.block.text) > 2:
        return Reason.FURNITURE  # a counter
    return furniture.decide(seen.block.text) if seen.block.kind != "quote" or seen.block.linked else None


def _byline(seen: Seen) -> Reason | None:
    block = seen.block
    if len(block.text) > 120 or seen.i > seen.all.place.first + 1 or seen.i == seen.all.place.top:
        return None
    if block.kind == "heading":
        stated = read_byline(block.text)
        return Reason.BYLINE if stated and stated.how == "stated" and stated.names == seen.all.bylines else None
    if "byline" in seen.all.place.names[block.node] and not is_running(block):
        return Reason.BYLINE
    names = author_names([block.text]) if len(block.text.split()) <= 12 else ()
    return Reason.BYLINE if names and names == seen.all.bylines and block.text[-1] not in ".!?" else None


def _timestamp(seen: Seen) -> Reason | None:
    block = seen.block
    plain = block.kind in ("p", "item", "cell") and not block.strong
    plain = plain or (block.kind == "heading" and seen.i < seen.all.place.top)  # a blog's day
    return (
        Reason.TIMESTAMP
        if plain and is_timestamp(block.text, clock_alone=True, date_alone=seen.i <= seen.all.place.first)
        else None
    )


def _about_author(seen: Seen) -> Reason | None:
    """`Ann Orr writes about ferries.` below the text."""
    if seen.i < seen.all.place.last - 2:
        return None
    text = seen.block.text
    names = [name for name in seen.all.bylines if " " in name and text.startswith(name)]
    if names and _SIGNED.fullmatch(text, len(names[0])):
        return Reason.BYLINE  # `Ann Orr (Kilbray)`, once more
    return Reason.AUTHOR_NOTE if names and tells_of_author(text[len(names[0]) :]) == 0 else None


def _links(seen: Seen) -> Reason | None:
    block = seen.block
    short = len(block.text) < 200 and block.kind in ("p", "item", "cell", "heading", "row", "quote")
    sentence = block.kind == "p" and is_running(block)
    title = block.kind == "heading" and _text_follows(seen)  # of a story in a digest
    leads = (seen.links > 0.7 or _leads_elsewhere(block)) and not sentence and not title
    return Reason.RELATED if short and (leads or _says_see_also(block)) else None


def _says_see_also(block: Block) -> bool:
    """`Lire aussi Ana Orr, « Les ferries du nord »`, in part a link, and no colon behind the label."""
    if block.linked < 0.25 * len(block.text) or block.kind not in ("p", "quote", "item"):
        return False
    label = next(iter(page_phrases.pieces(block.text[:60])), None)
    return bool(label and label.phrase and label.phrase.label is Reason.RELATED and " " in label.text)


def _leads_elsewhere(block: Block) -> bool:
    """`Czytaj też: Prom znów pływa do Kilbray`: a few words, a colon, and all behind it a link to a longer title."""
    label, colon, title = block.text[:200].partition(": ") if block.linked else ("", "", "")
    words = len(label.split())
    return bool(colon) and words <= 4 and len(title.split()) >= words + 3 and block.linked >= len(title) - 3


def _text_follows(seen: Seen) -> bool:
    place = seen.all.place
    below = seen.i + 1
    if seen.i and furniture.reason(place.page.blocks[seen.i - 1].text):
        return False  # `Read more` stands above it
    return below < len(place.chosen) and place.chosen[below] and is_running(place.page.blocks[below])


def _leads_nowhere(seen: Seen) -> Reason | None:
    """`Find us on Facebook:`, and nothing of the text below it."""
    block, i = seen.block, seen.i
    if i <= seen.all.place.last or block.kind != "p" or not _LEADS.search(block.text):
        return None
    return None if len(block.text) >= 60 or any(seen.all.place.chosen[i + 1 : i + 2]) else Reason.FURNITURE


def _beyond(seen: Seen) -> Reason | None:
    """Scraps above the first paragraph and below the last."""
    block = seen.block
    if seen.inside or block.kind in ("heading", "quote") or is_running(block):
        return None
    if block.kind == "item" and len(block.text.split()) >= 5 and not block.linked:
        return None  # key points
    if block.text.endswith(",") or _is_likely(seen):
        return None  # `Dear visitors,`; a list or verse may begin or go on
    most = 60 if seen.i < seen.all.place.first else 25 if block.kind in ("p", "cell") else 0
    return Reason.FURNITURE if len(block.text) < most and block.kind != "row" else None


def _is_likely(seen: Seen) -> bool:
    """Whether a scrap is the text's: below it by its chance, above it if it is no label too."""
    if seen.i > seen.all.place.last:
        return seen.chance >= LIKE
    return seen.chance >= LIKE_ABOVE and len(seen.block.text.split()) >= _LINE


def _unlike(seen: Seen) -> Reason | None:
    paragraph = len(seen.block.text.split()) >= PARAGRAPH
    return Reason.FURNITURE if seen.chance < (UNLIKE_PARAGRAPH if paragraph else UNLIKE) else None


def _below(seen: Seen) -> Reason | None:
    """Below a notice of copyright, or a heading over the notes, there is nothing of the text any more."""
    return seen.all.end[1] if 0 <= seen.all.end[0] <= seen.i else None


def _heading(seen: Seen) -> Role | None:
    block = seen.block
    bold = seen.inside and seen.i != seen.all.place.first and looks_like_subhead(block)
    return Role.SUBHEAD if block.kind == "heading" or bold else None


PARTS: RuleSet[Seen, block_rules.Outcome] = RuleSet(
    "page",
    (
        Rule("hidden", _hidden, "CSS 2.1, 11.2 visibility: what style, attribute or a name for screen readers hides"),
        Rule("control", block_rules.control, "HTML: buttons and the labels of forms are worked, not read"),
        Rule("struck out", block_rules.struck, "HTML: del and s hold what is no longer right"),
        Rule("ornament", block_rules.ornament, "rows of stars and bullets divide a text for the eye"),
        Rule("kicker", _kicker, "German papers set a word above a headline, in its own element"),
        Rule("said above", _said_above, "headline, deck and long paragraphs stand twice where a page shows them twice"),
        Rule("pull quote", _pull_quote, "layout: a sentence of the text set large beside it"),
        Rule("below the end", _below, "notices of copyright and notes stand below a text"),
        Rule("caption", _caption, "HTML: figcaption, and boxes named so"),
        Rule("outside the article", _outside, "trafilatura found its main text elsewhere on the page"),
        Rule("code", block_rules.code, "setting read.code"),
        Rule("table", _table, "setting read.tables"),
        Rule(
            "box in the text",
            _box,
            "elements named after sign-ups, related articles and the like, and small ones around a line of such",
        ),
        Rule("phrase of a page", _phrase, "facts/furniture.py"),
        Rule("byline above the text", _byline, "announced with the headline"),
        Rule("timestamp", _timestamp, "announced with the headline"),
        Rule("about the author", _about_author, "papers and blogs say below a story who wrote it"),
        Rule("links", _links, "a line that is a link as a whole, and no sentence, leads elsewhere"),
        Rule("leads nowhere", _leads_nowhere, "a line that ends in a colon leads to what stands below it"),
        Rule("scraps around the text", _beyond, "labels and counters above the first paragraph and below the last"),
        Rule("unlike the text", _unlike, "learned from pages: chances.py"),
        Rule("subhead", _heading, "HTML: h1 to h6, and short lines all in bold"),
    ),
)


def decided(sifting: Sifting) -> list[Part]:
    """What each block of the page is, in its order."""
    place = sifting.place
    sifting.boxes = boxes(place)
    sifting.repeats = repeats(place)
    sifting.lists = repeated_lists(place)
    chosen = [block for block, yes in zip(place.page.blocks, place.chosen, strict=True) if yes]
    rows = sum(len(block.text) for block in chosen if block.kind == "row")
    sifting.tabular = rows > 0.5 * sum(len(block.text) for block in chosen)
    sifting.end = end(place, sifting.settings)
    parts: list[Part] = []
    for i, block in enumerate(place.page.blocks):
        seen = Seen(sifting, i)
        part = block_rules.part(seen, PARTS.first(seen))
        parts.append(part)
        if not part.reason and len(plain := key(block.text)) > 40:
            sifting.seen.add(plain)
    return settled(place, parts, sifting.chances)


def ordered(decided: list[Part], sifting: Sifting) -> list[Part]:
    """These parts, the article's first, what is dropped in between included, then what stands around it."""
    read = [i for i, part in enumerate(decided) if not part.reason]
    if not read:
        return decided
    first, last = read[0], read[-1]
    around = [
        part
        for i, part in enumerate(decided)
        if not first <= i <= last
        and i != sifting.place.top
        and not (part.reason and key(part.text) in (sifting.headline, sifting.deck))
    ]
    return decided[first : last + 1] + around
