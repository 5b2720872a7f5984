"""A full stop behind a word, and the word that follows with a capital -> whether the sentence ends there, by rules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..lexis.tables import Lexis, derived
from ..lexis.wordlists import words
from ..rules import Rule, RuleSet

STARTERS = words(
    """
    the a an he she it they we you this that these those there here his her its their our my but and so or yet
    if when while after before as at by for from in on to with what who why how where which not nor no yes then
    now since although though because once until unless under over during among between both all some many most
    several one two however meanwhile still also even last next more much only just perhaps earlier later asked
    according despite i
    """
)
"""Words that hardly ever go on with a name."""
SURE_STARTERS = words("the he she it they we you this that these those there his her its their our my but and if when")
"""Words that nobody is called."""
GERMAN_MONTHS = words(
    """
    januar februar märz april mai juni juli august september oktober november dezember jänner januari februari
    maart mei augustus
    """
)
BEFORE_STREETS = words("along at between down east near north off on south west to of in behind outside")


@dataclass(frozen=True)
class Stop:
    """A full stop that may belong to an abbreviation, with what stands around it."""

    written: str
    """The word before it, stops inside it included."""
    lead: str
    """The sentence before that word."""
    following: str
    """The next word; its first character is a figure or a capital."""
    stopped: bool
    """Whether the next word has a stop of its own."""
    titled: bool
    """Whether the word after the next is capitalised too."""

    @cached_property
    def word(self) -> str:
        return self.written.lower()

    @cached_property
    def next(self) -> str:
        return self.following.lower()

    @cached_property
    def does(self) -> str:
        """What the tables say about the stop: see docs/words.md."""
        stops = _stops()
        capital = self.written[0].isupper()
        last = re.split(r"[.-]", self.word)[-1]  # "Lt.Col.", "Mon.-Thurs."
        return (stops.get(f"^{last}", "") if capital else "") or stops.get(self.word, "")

    @cached_property
    def opens(self) -> bool:
        """Whether the next word opens a sentence: it is no part of a name, nor is this a title in capitals."""
        ordinary = self.next in _openers() or self.next.removesuffix("s") in _openers()
        return self.next in STARTERS or (ordinary and not self.titled and not self.stopped)


@derived
def _stops(lexis: Lexis) -> Mapping[str, str]:
    """Word in lower case -> what its stop does; `^` before a word: only where it is capitalised."""
    found: dict[str, str] = {}
    for table in ("regions", "days", "months", "abbreviations", "streets", "titles"):
        capital = "" if table in ("abbreviations", "streets") else "^"
        for word, row in lexis.local(table).items():
            if row.get("stop"):
                found[capital + word.lower().replace(" ", "").rstrip(".")] = row["stop"]
                found.setdefault(word.lower().rsplit(None, 1)[-1].rstrip("."), row["stop"])
    for word, row in lexis.table("units").items():
        if row["stop"]:
            found.setdefault(word.lower(), "maybe")
    return found


@derived
def _letters(lexis: Lexis) -> frozenset[str]:
    """Acronyms that are said by letters."""
    return frozenset(word for word, row in lexis.table("capitals").items() if row["how"] == "letters")


@derived
def _openers(lexis: Lexis) -> frozenset[str]:
    return lexis.words("openers")


@derived
def _ordinals_stopped(lexis: Lexis) -> bool:
    """Whether a stop behind figures makes an ordinal: `der 3. Platz`, `am 18.3. Uhr`."""
    return bool(lexis.local("figures").get("stop after ordinals"))


@derived
def _street_titles(lexis: Lexis) -> frozenset[str]:
    return frozenset(word for word, row in lexis.table("titles").items() if row["street"])


@derived
def _behind_times(lexis: Lexis) -> frozenset[str]:
    """Days, months and zones: `at 9 a.m. Monday`, `9 p.m. Eastern`."""
    names = [*lexis.table("days"), *lexis.table("months"), *lexis.table("zones")]
    said = [row["spoken"] for row in lexis.table("zones").values()]
    return frozenset(word.lower() for word in (*names, *said, "local", "Greenwich"))


def _numbered_item(stop: Stop) -> bool | None:
    if _ordinals_stopped() and re.fullmatch(r"\d{1,2}\.\d{1,2}|[ivxl]{1,6}", stop.word):
        return stop.next in _openers()
    if not stop.word.isdigit():
        return None
    if _ordinals_stopped() and len(stop.word) < 4:
        return stop.next in _openers()
    head = not stop.lead.strip() and len(stop.word) < 4
    return not head and not (len(stop.word) < 3 and stop.next in GERMAN_MONTHS)


def _half_of_day(stop: Stop) -> bool | None:
    if stop.word not in ("a.m", "p.m", "am", "pm") or not stop.lead.rstrip()[-1:].isdigit():
        return None
    return not stop.following[0].isdigit() and stop.next not in _behind_times()


def _street(stop: Stop) -> bool | None:
    if stop.written not in _street_titles() or not _STREET.search(stop.lead):
        return None
    return stop.opens


_STREET = re.compile(
    r"(?:\d\w{0,6}|\b(?:" + "|".join(sorted(BEFORE_STREETS)) + r")) (?:[NSEW]\.? )?(?:[A-Z][\w’']{1,20} ){1,2}$"
    r"|\d(?:st|nd|rd|th) $"
)
"""`on Pine `, `1428 Elm `, `42nd `: the name of a street."""


def _title(stop: Stop) -> bool | None:
    if stop.does != "inside":
        return None
    if stop.following == "I" and not stop.stopped and not stop.titled:
        return True
    return stop.next in SURE_STARTERS and not stop.stopped and stop.written[0].isupper() and len(stop.written) > 1


def _before_figures(stop: Stop) -> bool | None:
    return False if stop.does == "figures" and stop.following[0].isdigit() else None


def _maybe(stop: Stop) -> bool | None:
    return stop.opens if stop.does == "maybe" else None


def _initial(stop: Stop) -> bool | None:
    if len(stop.written) != 1 or not stop.written.isalpha() or stop.written == "I":
        return None
    return stop.next in STARTERS and stop.following[0].isupper() and len(stop.following) > 1


def _acronym(stop: Stop) -> bool | None:
    if not re.fullmatch(r"(?:\w{1,2}\.)+\w", stop.word):
        return None
    if stop.next in STARTERS and not stop.stopped:
        return True
    known = stop.word.count(".") > 1 and stop.written.replace(".", "") in _letters()
    return known and stop.opens and stop.following.istitle() and not stop.lead.isupper()


ENDS: RuleSet[Stop, bool] = RuleSet(
    "full stops",
    (
        Rule("number of a list or day", _numbered_item, "`1. First item` at the head of a line; German `am 3. März`"),
        Rule("half of the day", _half_of_day, "AP style: `at 9 a.m. Monday` goes on, `at 9 a.m. Crews were` does not"),
        Rule("street", _street, "`on Pine St. Two men`: a street, not a saint"),
        Rule("title", _title, "titles and the like stand before a name: lexis/en/titles.tsv, column stop"),
        Rule("before figures", _before_figures, "`fig. 3`, `No. 10`: column stop, figures"),
        Rule("abbreviation", _maybe, "`Acme Inc. Sales fell` against `Acme Inc. Berlin`: column stop, maybe"),
        Rule("initial", _initial, "`George W. Bush`, but `vitamin C. The`"),
        Rule("dotted letters", _acronym, "`the U.S. Banks` of Reuters, but `passed to the F.B.I. Crews came`"),
    ),
)
