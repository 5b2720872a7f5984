"""When the article of a page appeared: what its head declares, and what is printed around the headline.

All that may say it is gathered with the place where it stands; `PUBLISHED` are the rules that choose, the first that
answers decides.
"""

from __future__ import annotations

import datetime as dt
import functools
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any, NamedTuple

from ..facts.authors import credited
from ..facts.date_order import MonthFirst
from ..facts.dates import is_timestamp, iso_date, stamp
from ..model.rules import Decision, Rule, RuleSet
from .inline import short_text
from .outline import Block
from .place import Place

_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:/|-|$|\D)|/((?:19|20)\d\d)(\d\d)(\d\d)(?=\D|$)")
_URL_SECTION = re.compile(r"/((?:19|20)\d\d)/[A-Za-z][\w.-]{0,40}/(\d\d)/(\d\d)(?:/|$)")
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/([^\W\d_]{3})[^\W\d_]*/(\d\d?)(?:/|$)")
_SHORT = re.compile(r"(?<![\d.])(\d\d?)\.(\d\d?)\.(\d\d)(?![\d.])")
"""`2.11.22`, which is a date only where one has to stand."""
_MOST_CHARACTERS = 1_000_000
"""Of the largest page that is searched for a date everywhere."""
_REACH = 25
"""So many blocks around the headline a time may stand."""
_BESIDE = 3
"""So many, if its words are not known."""
_BELOW = 2
"""So many below the text."""
_NEAR = 8
"""So many between headline and text, if it is to be believed rather than the head."""


class Shown(NamedTuple):
    """A date that is printed on the page."""

    date: str
    distance: int
    order: int
    revised: bool = False
    """Whether it says that it is that of a change."""
    beside: bool = False
    """Whether it stands between the headline and the end of the text."""


@dataclass
class Dates:
    """All that may say when the article of a page appeared."""

    declared: str | None
    """What the head gives as its date of publication."""
    loose: str | None
    """What it gives as some date of the page."""
    modified: str | None
    addresses: tuple[str | None, ...]
    at: Place
    month_first: MonthFirst
    guess: Callable[[str], str | None] = lambda words: None
    """What htmldate makes of the page, or of the words of a date."""

    @functools.cached_property
    def marked(self) -> list[Shown]:
        """The times that are marked as such, the likeliest first."""
        top, found = self.at.top, []
        for order, (kind, element, node, before) in enumerate(self.at.page.hints):
            if kind == "person" or self.at.is_away(node):
                continue
            date = _date_of(element, self.month_first)
            if not date:
                continue
            names = f"{element.get('class', '')} {element.get('itemprop', '')}".lower()
            revised = ("modif" in names or "updat" in names) and "publish" not in names
            distance = abs(before - top) if top >= 0 else before
            distance += 30 * revised - 10 * ("publish" in names or element.get("pubdate") is not None)
            found.append(Shown(date, distance, order, revised, 0 <= top <= before <= self.at.last + _BELOW))
        return sorted(found, key=lambda shown: (shown.distance, shown.order))

    @property
    def unread(self) -> str:
        """A time right beside the headline that is marked as such and in words that we do not know."""
        for kind, element, node, before in self.at.page.hints:
            text = short_text(element, 60) if kind == "timestamp" and abs(before - self.at.top) <= _BESIDE else ""
            if any(map(str.isdigit, text)) and any(map(str.isalpha, text)) and not self.at.is_away(node):
                return text
        return ""

    @functools.cached_property
    def stamped(self) -> list[Shown]:
        """The lines near the headline that say when the story appeared and nothing else."""
        at, found = self.at, []
        for i in self.near:
            block = at.page.blocks[i]
            if i == at.top or len(block.text) > 160 or block.kind == "caption" or at.is_away(block.node):
                continue
            if block.hidden and not at.hidden:
                continue
            if not is_timestamp(block.text) and not (len(block.text) < 100 and credited([block.text])):
                continue
            said = stamp(block.text, month_first=self.month_first)
            if date := said.published or said.modified:
                found.append(Shown(date, abs(i - at.top), i, said.published is None))
        return sorted(found, key=lambda shown: (shown.revised, shown.distance, shown.order))

    @property
    def near(self) -> range:
        """The blocks right around the headline, or above the text where there is none."""
        at = self.at
        if at.top < 0:
            return range(max(0, at.first - 4), at.first)
        return range(max(0, at.top - 3), max(min(at.first, at.top + _NEAR), at.top + 1))


def _date_of(element: Any, month_first: MonthFirst) -> str | None:
    """The date that an element marked as a time gives, and where that has day and month the wrong way round, shows."""
    given = iso_date(element.get("datetime") or element.get("content") or element.get("title") or "")
    shown = iso_date(_SHORT.sub(_padded, short_text(element, 120)), month_first=month_first)
    return shown if shown and given and shown[:10] == _swapped(given) else given or shown


def _padded(match: re.Match[str]) -> str:
    return f"{int(match[1]):02}.{int(match[2]):02}.{match[3]}"


def published(dates: Dates) -> Decision[str] | None:
    """When the article appeared (ISO 8601), and the rule that says so; None where nothing does."""
    return PUBLISHED.first(dates)


def _printed(dates: Dates) -> str | None:
    """The date that readers see; that of the head where it is of the same day, since it is more exact."""
    shown = next(iter(dates.stamped), None)
    if shown is None:
        return None
    given = dates.declared or dates.loose
    if given and given[:10] != shown.date[:10] and given[:10] == _swapped(shown.date):
        return None  # 3/4/2025 read the wrong way round
    exact = (given, dates.loose, None if shown.revised else dates.modified, *(m.date for m in dates.marked))
    if same := next((date for date in exact if date and date[:10] == shown.date[:10]), None):
        return same
    return None if shown.revised and given and not _is_near(shown.date, given) else shown.date


def _swapped(date: str) -> str:
    return f"{date[:5]}{date[8:10]}-{date[5:7]}"


def _is_near(date: str, other: str) -> bool:
    """Whether two dates are at most a week apart: the story has been brought up to date rather than kept."""
    days = abs((dt.date.fromisoformat(date[:10]) - dt.date.fromisoformat(other[:10])).days)
    return days <= 7


def _declared(dates: Dates) -> str | None:
    return dates.declared


def _loose(dates: Dates) -> str | None:
    return dates.loose


def _marked_beside(dates: Dates) -> str | None:
    """The time that the mark-up gives beside the text; what the head may say of anything is weaker."""
    first = next(iter(dates.marked), None)
    if first is None or not first.beside or first.revised or first.date[:10] == (dates.loose or "")[:10]:
        return None  # the head is more exact
    return first.date


def _marked(dates: Dates) -> str | None:
    return dates.marked[0].date if dates.marked else None


def _line(dates: Dates) -> str | None:
    """The first line around the headline that gives a date, be it with other things."""
    at = dates.at
    blocks = at.page.blocks
    above = range(max(0, at.top - 6), min(len(blocks), at.top + _REACH))
    for i in above if at.top >= 0 else range(min(40, len(blocks))):
        block = blocks[i]
        alone = is_timestamp(block.text, clock_alone=True)
        if block.kind == "caption" and not alone:
            continue
        whole = len(block.text) < 160 and i <= at.first
        lead = block.text if whole else block.text[:24] if i > at.top else ""  # `April 17, 2015 -- Imagine …`
        date = iso_date(lead, month_first=dates.month_first)
        if date and date[:4] >= "1995" and (alone or not _is_fact(block)):
            return date
    return None


def _is_fact(block: Block) -> bool:
    """Whether a list item or cell has so many words that a date in it may be that of anything."""
    return block.kind in ("item", "cell") and sum(word.islower() for word in block.text.split()) > 3


def _address(dates: Dates) -> str | None:
    return next((date for address in dates.addresses if (date := _date_in(address))), None)


def _date_in(address: str | None) -> str | None:
    if match := _URL_DATE.search(address or ""):
        y, m, d = match.groups()[:3] if match[1] else match.groups()[3:]
        return iso_date(f"{y}-{int(m):02}-{int(d):02}")
    if match := _URL_SECTION.search(address or ""):
        return iso_date("-".join(match.groups()))
    if match := _URL_MONTH.search(address or ""):
        return iso_date(f"{match[2]} {match[3]}, {match[1]}")
    return None


def _modified(dates: Dates) -> str | None:
    return dates.modified


def _guessed(dates: Dates) -> str | None:
    return dates.guess(dates.unread)


def guessed(html: str, words: str = "") -> str | None:
    """What htmldate makes of marks, addresses of pictures, footers and scripts on a page; of `words` that are a date in
    a language of its own, where there are such.

    Its search of the whole text is not asked for: on pages without a date it takes any that a text speaks of.
    """
    if words:
        html = f"<html><body><time>{escape(words)}</time></body></html>"
    if len(html) > _MOST_CHARACTERS:
        return None
    import htmldate

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        return iso_date(htmldate.find_date(html, original_date=True, extensive_search=bool(words)) or "")
    except Exception:  # whatever goes wrong there must not cost an article
        return None


PUBLISHED: RuleSet[Dates, str] = RuleSet(
    "published",
    (
        Rule("printed", _printed, "a line beside the headline that is a date: what readers see"),
        Rule("declared", _declared, "schema.org: datePublished; article:published_time"),
        Rule("marked beside", _marked_beside, "HTML: time, between the headline and the end of the text"),
        Rule("declared loosely", _loose, "dcterms.date and its like, which may be that of a change"),
        Rule("marked", _marked, "HTML: time, and classes named so"),
        Rule("in a line", _line, "a date in a line with a place or an author"),
        Rule("address", _address, "/2024/05/03/ in the page's address"),
        Rule("modified", _modified, "the day of the last change, where no other is known"),
        Rule("guessed", _guessed, "htmldate: footers, scripts, addresses of pictures"),
    ),
)
