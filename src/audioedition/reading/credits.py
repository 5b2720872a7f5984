"""All that may say who wrote the article of a page, with the place where it stands: `authorship.py` chooses."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..facts.authors import Credit, credited, is_account
from ..facts.bylines import author_names, is_by
from ..facts.decoding import flat
from .headlines import key
from .inline import short_lines, short_text
from .outline import Hint
from .place import AWAY, Place

_HOSTED = re.compile(
    r"([\w-]+)\.(?:(?:wordpress|typepad|tumblr|substack|livejournal|over-blog|canalblog)\.com"
    r"|blogspot\.[a-z.]{2,6}|twoday\.net)"
)
"""Hosts of blogs, on which a site's name is that of an account."""
_OWNED = re.compile(r"[\w-]+['’]s? (?:blog|weblog|journal|page|world)\Z", re.I)
"""`annorr’s blog`"""
_BY = re.compile(r"\W{0,4}(?:by|von|par|por|door)\s", re.I)
_OF_PICTURES = re.compile(r"(?:img|image|photo|picture|foto|bild)s?[-_]*(?:author|autor|byline|credit)", re.I)
_OF_COMMENTS = re.compile(r"comment", re.I)
_AUTHOR = re.compile(r"author|byline|autor|auteur|verfasser|reporter", re.I)
_TOPIC = re.compile(r"(?<!\S)(?:tag|category)(?!\S)")
"""HTML: what the attribute `rel` of a link says that leads to all pages about a thing."""
_LONG = 200
"""Characters of the longest element named after authors that holds nothing else."""
REACH = 25
"""So many blocks around the headline a byline may stand."""
_BELOW = 12
"""So many below the text."""
RIGHT_BELOW = 2
"""So many below the headline a byline is that of the article beyond doubt."""
_IN_TEXT = 12
"""So many of the text's own blocks are looked through for one: a deck may count as text."""
_LINE = 60
"""Characters of the longest line that can be names alone."""


class Printed(NamedTuple):
    """A credit that is printed on the page."""

    credit: Credit
    distance: int
    """Blocks between it and the headline, or the end of the text."""
    order: int
    named: bool = False
    """Whether it stands in an element named after credits."""
    marked: bool = False
    """Whether the mark-up says that this is the author."""
    alone: bool = False
    """Whether it says so of each name alone."""


@dataclass
class Credits:
    """All that may say who wrote the article of a page."""

    declared: tuple[str, ...]
    """What the page's head says."""
    sites: tuple[str, ...]
    at: Place
    title: str = ""
    """The page's title, with the site's name in it."""

    @functools.cached_property
    def houses(self) -> tuple[str, ...]:
        """The sites whose names are nobody's: all but one that is called as the account is that keeps it."""
        hosted = next((match for site in self.sites if (match := _HOSTED.fullmatch(site))), None)
        if hosted is None:
            return self.sites
        own = {hosted[0], hosted[1]}
        return tuple(s for s in self.sites if s not in own and not _OWNED.match(s))

    @property
    def top(self) -> int:
        """The block of the headline, else the first one of the text."""
        return self.at.top if self.at.top >= 0 else self.at.first

    @functools.cached_property
    def above(self) -> list[Printed]:
        """What is printed around the headline, the nearest first."""
        found = [*self._marked(below=False), *self._said(self._around())]
        return sorted(found, key=lambda printed: (printed.distance, printed.order))

    @functools.cached_property
    def below(self) -> list[Printed]:
        """What is printed below the text."""
        end = max(self.at.last, self.top)
        stop = min(end + _BELOW, len(self.at.page.blocks))
        found = [*self._marked(below=True), *self._said(range(self._around().stop, stop))]
        return sorted(found, key=lambda printed: (printed.distance, printed.order))

    def _around(self) -> range:
        """The blocks where a byline above the text may stand, its first paragraphs included."""
        headed = self.at.top >= 0
        start = self.top - 5 if headed else self.top - REACH
        stop = min(self.top + REACH, max(self.at.first, self.top) + _IN_TEXT)
        return range(max(0, start), min(stop, len(self.at.page.blocks)))

    def _marked(self, *, below: bool) -> Iterator[Printed]:
        """What stands in elements that are named after authors, or leads to the page about one."""
        end = max(self.at.last, self.top)
        start, reach = (end, _BELOW) if below else (self.top, max(REACH, abs(self.at.first - self.top)))
        for order, hint in enumerate(self.at.page.hints):
            if _OF_COMMENTS.search(hint.element.get("class", "")):
                continue
            distance = abs(hint.before - start)
            away = hint.kind == "timestamp" or (hint.before > end) != below or self._is_away(hint, distance)
            linked = hint.kind == "person" and self.at.first < hint.before <= self.at.last  # somebody the text is about
            if away or linked or distance > reach:
                continue
            if hint.before < start:
                distance *= 2  # above a headline stand the credits of other stories
            marked = hint.kind == "person" or _says_author(hint.element)
            if found := self._in_element(hint.element, hint.kind, marked=marked):
                alone = marked and bool(hint.element.get("rel") or hint.element.get("itemprop"))
                yield Printed(found, distance, order, True, marked, alone)

    def _is_away(self, hint: Hint, distance: int) -> bool:
        """Whether a hint has nothing to do with the article; lists right beside a headline may hold its credit."""
        names = self.at.names[hint.node]
        ours = hint.kind == "byline" or "byline" in names or _AUTHOR.search(hint.element.get("href", ""))
        beside = distance <= RIGHT_BELOW and names & AWAY == {"navigation"}
        return self.at.is_away(hint.node) and not (ours and beside)

    def _in_element(self, element: Any, kind: str, *, marked: bool) -> Credit | None:
        """What an element says that is named after authors, or links to one; a topic is nobody."""
        found = self._in_lines(_lines(element), kind, marked=marked)
        return found if found and set(map(key, found.names)).isdisjoint(_topics(element)) else None

    def _in_lines(self, lines: list[str], kind: str, *, marked: bool) -> Credit | None:
        if not lines or sum(map(len, lines)) > _LONG:
            return None
        if kind == "person":
            return _bare(author_names(lines[:1], self.houses) or tuple(lines[:1] if " " not in lines[0] else ()))
        if found := credited(lines, self.houses):
            return found
        if not marked or len(lines[0]) > _LINE:
            return None
        account = lines[:1] if is_account(lines[0], self.houses) else ()
        return _bare(author_names(lines[:1], self.houses) or tuple(account))

    def alone(self) -> list[tuple[int, tuple[str, ...]]]:
        """Where on the page, and which, the names are that the mark-up says are an author and nothing else."""
        found = []
        for hint in self.at.page.hints:
            only = hint.element.get("rel") or hint.element.get("itemprop")
            if only and hint.before >= self.top and hint.kind == "byline" and not self.at.is_away(hint.node):
                credit = self._in_element(hint.element, hint.kind, marked=True)
                found += [(hint.before, credit.names)] if credit else []
        return found

    def _said(self, span: range) -> Iterator[Printed]:
        """The blocks that name authors by their own words."""
        blocks, base = self.at.page.blocks, len(self.at.page.hints)
        for i in span:
            if not self._may_say(i):
                continue
            found = credited([blocks[i].text, *(b.text for b in blocks[i + 1 : i + 2])], self.houses)
            if found and found.how not in ("bare", "agency"):
                yield Printed(found, min(abs(i - self.top), abs(i - self.at.last)), base + i)

    def _may_say(self, i: int) -> bool:
        """Whether a block may be a byline: short, and in the text and where it is longer one that begins like one."""
        block = self.at.page.blocks[i]
        if i == self.at.top or block.kind == "quote" or len(block.text) >= 160 or self.at.is_away(block.node):
            return False
        if block.text.lstrip().startswith(("—", "–", "-")) or (block.hidden and not self.at.hidden):
            return False  # signed with a dash: of something that is quoted
        if i > self.at.last and block.kind == "item" and block.linked >= 0.9 * len(block.text):
            return False  # `Interview: Ann Orr`, in a list of stories
        label, colon, _ = block.text[:30].partition(":")
        if self._around().stop <= i < self.at.last - _BELOW:
            return bool(colon) and is_by(label)  # `Autorin: Ann Orr`, before the contacts
        return bool(colon) or len(block.text) <= 80 or _BY.match(block.text) is not None


def _topics(element: Any) -> set[str]:
    """The words of the links in an element that lead to a topic, as `key` gives them."""
    links = (a for a in element.iter("a") if _TOPIC.search(a.get("rel") or ""))
    return {key(short_text(a, _LINE)) for a in links}


def _lines(element: Any) -> list[str]:
    content = flat(element.get("content"))
    return [content] if content else short_lines(element)


def _bare(names: tuple[str, ...]) -> Credit | None:
    return Credit(names, "bare") if names else None


def _says_author(element: Any) -> bool:
    said = f"{element.get('rel', '')} {element.get('itemprop', '')} {element.get('class', '')}"
    return _AUTHOR.search(said) is not None and _OF_PICTURES.search(said) is None
