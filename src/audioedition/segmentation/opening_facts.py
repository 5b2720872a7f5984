"""A line at the head of an article, and what the readers of facts say about it."""

from __future__ import annotations

import functools
import itertools
import math
import re
from collections.abc import Callable

from ..facts import bylines, captions, dates, furniture, local_datelines
from ..facts.byline_words import matches
from ..facts.bylines import Byline
from ..facts.moments import kinds as stamp_kinds
from ..lexis import first_names
from ..lexis.grammar import capitals_are_names, english_words, nouns_are_capitals
from ..model import Reason
from . import signing
from .extent import NO_PAGE, Beside
from .gathered import is_day

ENDS = re.compile(r"[.!?。！？؟۔][\"'”’»“‘«)」』]*\Z")
MOST = 320
"""Characters of the longest line that can be anything but the story."""
_SHIFT = re.compile(r" \((?:now|earlier|later|until [^()]{1,20})\)")
"""`Ann Orr (now) and Ivo Marsh (earlier)`: who wrote a live blog when."""
_STROKE = re.compile(r"\s*\|\s*|\s+/\s+")
_PLACED = re.compile(r"(?P<name>[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){1,2}), [A-ZÀ-Þ][\w-]+(?: [A-Z][\w-]+)?")
_ON = re.compile(r"(?P<name>[^,]{5,40}?) on (?=\S+(?: \S+){2})")
_TALK = re.compile(r"(?:[A-Z]\w+ )?Q ?& ?A\b")
"""`Q&A: Ann Orr on the streak`"""
_PAGE_FROM, _PICTURE_FROM, _NO_PICTURE = 1.5, 3.0, 0.05
_STEM, _TOLD, _LONGER = 5, 2, 6
"""Letters of a word that tell it; words of a headline that its story has; words of one below a column's name."""
_CLOCK_MOST = 15
"""Characters of a line that is nothing but the time of day, below the date: `14:20 hrs.`"""
_FIRST = 4
"""Headlines stand among so many lines."""


class Line:
    """A line and what the readers of facts say about it, each asked once."""

    def __init__(
        self,
        text: str,
        before: Line | None,
        is_common: Callable[[str], bool],
        is_named: Callable[[str], bool],
        *,
        is_dated: Callable[[], bool],
        known: str,
        after: str,
        pasted: bool = False,
        beside: Beside = NO_PAGE,
        chosen: bool = False,
        headed: bool = False,
        names_page: bool = False,
        heads_item: bool = False,
        apart: bool = False,
        verse: bool = False,
        is_told: Callable[[str], bool] = lambda _: False,
    ):
        self.text = text
        self.before = before
        self.is_common = is_common
        self.is_named = is_named
        """Whether the story speaks of somebody."""
        self.is_dated = is_dated
        self.known = known
        """The headline that the source gives, plain."""
        self.after = after
        """The line below."""
        self.pasted = pasted
        """Whether the text has been pasted with the page around it."""
        self.page = max(_log_odds(beside.chance) + _PAGE_FROM, 0) / 2
        """How much it looks like the page around the story: 0 below a chance of .18, 1 at .62, 2.2 at .95."""
        self.picture = (_log_odds(beside.caption) + _PICTURE_FROM) / 2 if beside.caption > _NO_PICTURE else 0.0
        """How much it looks like a picture's: 0 below a chance of .05, 1 at .27."""
        self.beside = beside
        self.chosen = chosen
        """Whether it is the line above the story that the story tells."""
        self.headed = headed
        """Whether the source has a subhead above it: what stands below one is no standfirst."""
        self.names_page = names_page
        """Whether it names a page of several items."""
        self.heads_item = heads_item
        """Whether it stands over one of several items."""
        self.verse = verse
        self.apart = apart
        """Whether lines of the page stood right above it."""
        self.is_told = is_told
        """Whether a word stands in the sentences of the story."""
        self.words = text.split()[:60]
        self.long = len(text) > MOST
        self.stops = ENDS.search(text) is not None

    @property
    def is_phrase(self) -> bool:
        """Whether it ends as no sentence and no part of one does."""
        return not self.stops and not self.text.endswith((":", ",", ";"))

    @functools.cached_property
    def dated(self) -> bool:
        """Whether it begins with a dateline."""
        return self.is_dated()

    @functools.cached_property
    def plain(self) -> str:
        return plain(self.text)

    @functools.cached_property
    def byline(self) -> Byline | None:
        if self.long:
            return None
        joined = joined_to(self.text, self.before.text if self.before is not None else "")
        if joined and self.before is not None and self.before.byline is not None:
            return joined
        found = byline_of(_SHIFT.sub("", self.text))
        return found._replace(how="stated") if found and _SHIFT.search(self.text) else found

    @functools.cached_property
    def is_subject(self) -> bool:
        """Whether it names somebody of whom the story speaks."""
        return self.byline is not None and any(map(self.is_named, self.byline.names))

    @functools.cached_property
    def stamp(self) -> bool:
        beside = self.before is not None and (self.before.stamp or self.before.byline is not None)
        is_clock = len(self.text) < _CLOCK_MOST and beside and capitals_are_names()
        if self.heads_item and is_day(self.text):
            return False  # of a diary, in which other days follow
        return dates.is_timestamp(self.text, clock_alone=is_clock) and stamp_kinds(self.text) != ["day"]

    @functools.cached_property
    def furniture(self) -> Reason | None:
        return None if self.long else furniture.reason(self.text)

    @functools.cached_property
    def is_caption(self) -> bool:
        return not self.long and captions.is_caption(self.text)

    @functools.cached_property
    def is_credit(self) -> bool:
        """Whether it names whose picture it is, below what is no byline: `AFP`, `Ana Ruiz / EFE`."""
        above = self.before
        fits = above is not None and above.byline is None and above.is_below_byline and capitals_are_names()
        return fits and captions.is_credit(self.text)

    @property
    def is_town_below(self) -> bool:
        """Whether it is a town's name below a byline."""
        return self.before is not None and self.before.byline is not None and local_datelines.is_town(self.text)

    @property
    def is_above_owner(self) -> bool:
        """Whether whose picture it is stands below, on a pasted page that has named the author or the time."""
        fits = self.pasted and self.before is not None and self.before.is_below_opening and capitals_are_names()
        shown = self.byline is None and self.furniture is None and not self.is_credit
        return fits and shown and captions.is_credit(self.after)

    @functools.cached_property
    def is_below_byline(self) -> bool:
        """Whether a line above it, or it, surely says who wrote the story."""
        if self.byline is not None and (self.byline.how in ("stated", "titled") or self.bare in ("known", "foreign")):
            return self.before is not None
        return self.before is not None and self.before.is_below_byline

    @functools.cached_property
    def is_below_opening(self) -> bool:
        """Whether a line above it, or it, says who wrote the story or when, or is the page's: what belongs to a
        picture stands below."""
        if self.stamp or self.furniture is not None or (self.byline is not None and self.byline.how == "stated"):
            return self.before is not None
        return self.bare in ("known", "foreign") or (self.before is not None and self.before.is_below_opening)

    @functools.cached_property
    def repeats(self) -> bool:
        """Whether one of the article's first lines stands here again."""
        above: list[str] = []
        line = self.before
        while line is not None:
            above.append(line.plain)
            line = line.before
        return bool(self.plain) and self.plain in above[-_FIRST:]

    @functools.cached_property
    def untold(self) -> bool:
        """Whether the story has no word of a short line, and several of the longer one below it."""
        fits = self.is_phrase and 2 <= len(self.words) <= 4 and not ENDS.search(self.after)
        if (
            not fits
            or len(self.after.split()) < _LONGER
            or self.byline is not None
            or None not in stamp_kinds(self.text)
        ):
            return False
        told = sum(map(self.is_told, _beginnings(self.after)))
        return told >= _TOLD and not any(map(self.is_told, _beginnings(self.text)))

    @functools.cached_property
    def bare(self) -> str:
        """Of a line that is nothing but names: `known`, `unknown`, `common` or `subject`; else empty.

        Where lines of capitalised words are names: `strange` if no word of them is in the story, and `foreign` if it
        also begins with a first name from somewhere. In English `stranger` is who does both.
        """
        if self.byline is None or self.byline.how != "bare":
            return ""
        names = [name.split() for name in self.byline.names]
        if any(self.is_named(" ".join(name[:2])) for name in names):
            return "subject"
        if self._are_common(names):
            return "common"
        if all(first_names.gender(name[0]) and len(name) <= 3 for name in names):
            return "known"
        return self._of_strangers(names)

    def _are_common(self, names: list[list[str]]) -> bool:
        """Whether the story has one of these words as a word."""
        return any(self.is_common(word) for name in names for word in name if word[0].isupper() and not _is_small(word))

    def _of_strangers(self, names: list[list[str]]) -> str:
        """What names are whose first names are not well known."""
        if self.text[-1] == "." and capitals_are_names():
            return "foreign"  # initials
        if not all(2 <= len(name) <= 4 for name in names):
            return "common"
        if not capitals_are_names():
            by_first_names = all(first_names.leads(name[0]) and not signing.is_title(name[0]) for name in names)
            return "stranger" if by_first_names and self._are_strange(names) else "unknown"
        if not self._are_strange(names):
            return "unknown"
        first = all(first_names.leads(name[0]) for name in names)
        return "foreign" if first else "unknown" if nouns_are_capitals() else "strange"

    def _are_strange(self, names: list[list[str]]) -> bool:
        """Whether the story has none of these words, since authors are rarely in it; `Le Nouvelliste` is a paper."""
        if any(english_words().get(name[0].lower()) in (("the",), ("a",)) for name in names):
            return False
        return not any(self.is_told(word) for name in names for word in name if word[0].isupper() and len(word) > 2)


def _beginnings(text: str) -> list[str]:
    return [word.strip(".,:;!?\"“”‘’'")[:_STEM] for word in text.split() if len(word) >= _STEM]


def byline_of(text: str) -> Byline | None:
    """What a line says of who wrote the story, parted by strokes from a house or a time, or each with a place."""
    if _is_about(text):
        return None
    parts = _STROKE.split(text) if "/" in text or "|" in text else []
    if len(parts) > 1 and (found := _of_parts(parts)):
        return found
    return bylines.read(text) or (_of_places(text) if " and " in text else None)


def joined_to(text: str, above: str) -> Byline | None:
    """Who else wrote, on a line below the first: `and Ivo Marsh`."""
    head, _, names = text.partition(" ")
    if not names or len(above) > MOST or not matches("join", head):
        return None
    who = bylines.read(names)
    return who._replace(how="stated") if who and who.how == "bare" and byline_of(above) else None


def _is_about(text: str) -> bool:
    """`Ann Orr on silence, paint and boats`: whom the story is about."""
    if _TALK.match(text):
        return True
    told = _ON.match(text) if " on " in text else None
    if told is None or dates.stamp_behind(text) is not None:
        return False
    who = bylines.read(told["name"])
    return who is not None and who.how == "bare"


def _of_parts(parts: list[str]) -> Byline | None:
    """`Rosa Keel / TNN / Updated: Nov 22, 2026`, `Wexle Post / 8.12 PM May 3, 2026`; None without a time or a house."""
    left = [part for part in parts if not dates.is_timestamp(part)]
    houses = list(filter(_is_house, left))
    if not left or not (houses or len(left) < len(parts)):
        return None
    who = {part: bylines.read(part) for part in left if part not in houses}
    if None in who.values():
        return None
    surely = left[0] if houses else None  # whoever stands before an agency is a person
    names = tuple(itertools.chain(*(_people(found, part == surely) for part, found in who.items())))
    return Byline(names, "titled" if names else "desk")


def _people(found: Byline | None, is_sure: bool) -> tuple[str, ...]:
    """The names of a part, where they are surely somebody's."""
    if found is None or not (is_sure or found.how != "bare" or all(map(first_names.leads, found.names))):
        return ()
    return found.names


def _is_house(part: str) -> bool:
    return re.fullmatch(r"[A-Z]{2,6}|[A-Z][a-z]+[A-Z][a-z]+", part) is not None or bylines.is_affiliation(part)


def _of_places(text: str) -> Byline | None:
    """`Ivo Keel, Wexle and Ana Orr, Tarbeg`."""
    found = [_PLACED.fullmatch(part) for part in text.split(" and ")]
    names = tuple(it["name"] for it in found if it and first_names.leads(it["name"]))
    return Byline(names, "titled") if len(names) == len(found) else None


def _is_small(word: str) -> bool:
    """`Le`, `De`, `Van`: also the beginning of surnames, in languages whose papers write them so."""
    return len(word) < 4 and capitals_are_names()


def _log_odds(chance: float) -> float:
    chance = min(max(chance, 0.02), 0.98)
    return math.log(chance / (1 - chance))


def plain(line: str) -> str:
    """A line without its marks, for comparing."""
    return re.sub(r"\W+", " ", line).strip().casefold()
