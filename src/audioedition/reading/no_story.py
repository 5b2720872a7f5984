"""Pages that hold no article: what a server says instead of one, what has to be clicked away first, lists of stories.

Somebody saved them meaning to save a story, and hears of it; nobody wants them read out. A page says itself what it
is, in its title or as its headline (table `page_states`), and has next to nothing else to say: a story about
`Access denied` goes on for longer. What is not sure is read.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..errors import NoStoryError, ReadingError
from ..lexis.tables import Lexis, derived
from ..model import Reason
from ..model.rules import Rule, RuleSet
from .composing import Part
from .headlines import Titles, key
from .place import Place

_FEW = 130
"""Words of the longest page that is read and yet no story."""
_CARDS = 5
"""So many stories of one make are a list."""
_TEASER = 60
"""Words of the longest of them."""
_MOST = 0.7
"""This share of what would be read stands in them."""
_PIECES = re.compile(r"\s+[|–—·•»-]\s+|\s*\|\s*")
_SEARCHED = re.compile(r"\W*[:„“\"'«‘].*|\s+\S+\Z")
"""What was searched for, behind the words for it."""
_AGAIN = "save it again when the story itself is shown"


class Why(NamedTuple):
    """Why a page has no story, as the error says it."""

    what: str
    remedy: str
    in_order: bool = False
    """Whether nothing is wrong with the page: it is only no story."""


@dataclass
class Seen:
    """A page, and what would be read of it."""

    at: Place
    titles: Titles
    headline: str
    parts: Sequence[Part]
    """What each of its blocks becomes."""

    @functools.cached_property
    def states(self) -> dict[str, str]:
        """What its headline and title say that it is -> their words."""
        said = (self.headline, *_PIECES.split(self.titles.title), *(text for _, text in self.titles.above[:1]))
        known = _states()
        found = ((known.get(key(text)) or known.get(key(_SEARCHED.sub("", text))), text) for text in said if text)
        return {state: " ".join(text.split()) for state, text in found if state}

    @functools.cached_property
    def words(self) -> int:
        """So many would be read."""
        return sum(len(part.text.split()) for part in self.parts if not part.reason)


def refusal(seen: Seen, name: str) -> ReadingError | None:
    """The error that says that the page called `name` holds no story; None where it may hold one."""
    found = NO_STORY.first(seen)
    if found is None:
        return None
    kind = NoStoryError if found.outcome.in_order else ReadingError
    return kind(found.outcome.what, article=name, remedy=found.outcome.remedy)


@derived
def _states(lexis: Lexis) -> dict[str, str]:
    return {key(word): row["means"] for word, row in lexis.table("page_states").items()}


def _error(seen: Seen) -> Why | None:
    said = seen.states.get("error")
    return Why(f"is a server's answer and no article: “{said}”", _AGAIN) if said and seen.words <= _FEW else None


def _check(seen: Seen) -> Why | None:
    said = seen.states.get("check")
    if not said or seen.words > _FEW:
        return None
    return Why(f"asks whether a person is there and holds no article: “{said}”", _AGAIN)


def _consent(seen: Seen) -> Why | None:
    asked = sum(len(part.text.split()) for part in seen.parts if part.reason is Reason.COOKIES)
    if "consent" not in seen.states or seen.words > min(_FEW, asked):
        return None
    return Why("asks for consent to cookies and holds no article", f"answer it, and {_AGAIN}")


def _account(seen: Seen) -> Why | None:
    if "account" not in seen.states or seen.words > _FEW:
        return None
    if not seen.titles.root.xpath("boolean(//input[translate(@type, 'PASWORD', 'pasword') = 'password'])"):
        return None
    return Why("asks for an account and holds no article", f"log in, and {_AGAIN}")


def _list(seen: Seen) -> Why | None:
    if not ("list" in seen.states or _is_front(seen)):
        return None
    cards = _cards(seen.at)
    inside = {i for card in cards for i in card}
    read = {i: len(part.text) for i, part in enumerate(seen.parts) if not part.reason}
    if len(cards) < _CARDS or sum(n for i, n in read.items() if i in inside) < _MOST * sum(read.values()):
        return None
    return Why(f"is a list of {len(cards)} stories and no article", "save the pages of those you want", in_order=True)


def _is_front(seen: Seen) -> bool:
    """Whether the head calls a page a site's, and names nothing but the site."""
    root, titles = seen.titles.root, seen.titles
    if not root.xpath("boolean(//meta[@property='og:type' and contains(@content, 'website')])"):
        return False
    return any(map(titles.is_site, (*titles.given[:1], *_PIECES.split(titles.title)[:1])))


def _cards(at: Place) -> list[list[int]]:
    """The blocks of every short text under a heading that leads to another page, where several are of one make."""
    nodes, blocks = at.page.nodes, at.page.blocks
    inside: dict[int, list[int]] = {}
    for i, block in enumerate(blocks):
        node = block.node
        while node > 0:
            inside.setdefault(node, []).append(i)
            node = nodes[node].parent
    made: dict[tuple[str, str | None], list[list[int]]] = {}
    taken: set[int] = set()
    for node in sorted(inside):  # the outermost first
        held = inside[node]
        headings = [i for i in held if blocks[i].kind == "heading"]
        if len(headings) != 1 or taken & set(held) or blocks[headings[0]].linked < 0.8 * len(blocks[headings[0]].text):
            continue
        taken.update(held)
        if sum(len(blocks[i].text.split()) for i in held) <= _TEASER:
            made.setdefault((nodes[node].tag, nodes[node].element.get("class")), []).append(held)
    return max(made.values(), key=len, default=[])


NO_STORY: RuleSet[Seen, Why] = RuleSet(
    "no story",
    (
        Rule("error of a server", _error, "HTTP status codes 4xx and 5xx, as sites word them"),
        Rule("check for robots", _check, "what content networks show before a page"),
        Rule("consent", _consent, "IAB's Transparency and Consent Framework: a notice that stands before the page"),
        Rule("account", _account, "HTML: a form with a password, and nothing to read"),
        Rule("list of stories", _list, "ogp.me: website; front pages and results of a search"),
    ),
)
