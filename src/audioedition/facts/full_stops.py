"""A full stop behind a word, and the word that follows with a capital -> whether the sentence ends there, by rules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..lexis.tables import Lexis, columns, derived, languages, marked
from ..model.rules import Rule, RuleSet

_starters = marked("starters", "starts")
"""Words that hardly ever go on with a name."""
_sure_starters = marked("starters", "sure")
"""Words that nobody is called."""


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
    timed: bool = False
    """Whether the word after the next is `time`: `2 p.m. Manila time`."""

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
        found = (stops.get(f"^{last}", "") if capital else "") or stops.get(self.word, "")
        if not found and "-" in self.word and stops.get(f"^{last}") == "figures":
            return "figures"  # `lun.-ven. 9-12`
        if not found and self.word.endswith(_ends_short()):
            return "figures"  # `Hauptstr. 12`
        return found if found or not _elides() else stops.get(re.split("['’]", self.word)[-1], "")  # "dell'art."

    @cached_property
    def opens(self) -> bool:
        """Whether the next word opens a sentence: it is no part of a name, nor is this a title in capitals."""
        ordinary = self.next in _openers() or self.next.removesuffix("s") in _openers()
        return self.next in _starters() or (ordinary and not self.titled and not self.stopped)


@derived
def _stops(lexis: Lexis) -> Mapping[str, str]:
    """Word in lower case -> what its stop does; `^` before a word: only where it is capitalised."""
    found: dict[str, str] = {}
    for table in ("regions", "days", "months", "abbreviations", "shortened", "streets", "titles"):
        capital = "" if table in ("abbreviations", "shortened", "streets") else "^"
        for word, row in lexis.local(table).items():
            if row.get("stop", "") not in ("", "within"):
                found[capital + word.lower().replace(" ", "").rstrip(".")] = row["stop"]
                if table != "regions" or " " in word:  # `she told me.` is not Maine
                    found.setdefault(word.lower().rsplit(None, 1)[-1].rstrip("."), row["stop"])
    for word, row in lexis.table("units").items():
        if row["stop"] == "yes":
            found.setdefault(word.lower(), "maybe")
    for word, row in lexis.table("currencies").items():
        if row["kind"] == "code" and word.istitle() and len(word) > 1:  # `Rs. 500`
            found.setdefault(f"^{word.lower()}", "figures")
    more = {form: "figures" for word in _short_names(lexis) - found.keys() for form in (word, f"^{word}")}
    return {**more, **found}


def _short_names(lexis: Lexis) -> set[str]:
    """Days and months as tables without a column for the stop have them short: `lun. 9-12`, `19 dec. 2024`."""
    rows = (*lexis.local("days").items(), *lexis.local("months").items())
    return {word.lower() for word, row in rows if "stop" not in row and len(word) < min(5, len(row["spoken"]))}


@derived
def _ends_short(lexis: Lexis) -> tuple[str, ...]:
    """Ends of words that are written short: `-str.`"""
    rows = lexis.local("abbreviations") if columns(lexis.language, "abbreviations") else {}
    return tuple(word.strip("-.").lower() for word in rows if word[0] == "-" and word[-1] == ".")


@derived
def _elides(lexis: Lexis) -> bool:
    """Whether articles lose their vowel and are written together with the next word: `l'`, `dell'`."""
    rows = lexis.local("grammar") if columns(lexis.language, "grammar") else {}
    return any(word[-1] in "'’" for word in rows)


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
def _months_behind_stops(lexis: Lexis) -> frozenset[str]:
    """Months of the languages where it does, for texts whose language nobody knows: `Er kam am 3. März`."""
    known = [Lexis(language) for language in languages()]
    rows = [row for tables in known if _ordinals_stopped.make(tables) for row in tables.own("months").values()]
    return frozenset(row["word"] for row in rows if row["word"] == row["spoken"].lower())


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
    if len(stop.word) < 3 and stop.lead.rstrip()[-1:] in (":", ";") and not stop.following[0].isdigit():
        return False  # `Classement : 1. Montrieux ; 2. Valcourt`
    if _ordinals_stopped() and len(stop.word) < 4:
        return stop.next in _openers() or _counts_and_ends(stop)
    head = not stop.lead.strip() and len(stop.word) < 4
    return not head and not (len(stop.word) < 3 and stop.next in _months_behind_stops())


def _counts_and_ends(stop: Stop) -> bool:
    """`so sind es inzwischen 180. Punkt 14 war`: a high number behind a word that stands before counts."""
    before = re.search(r"(\w+) \Z", stop.lead)
    return int(stop.word) > _MOST_DAYS and before is not None and before[1] in _before_counts()


@derived
def _before_counts(lexis: Lexis) -> frozenset[str]:
    rows = lexis.local("figures")
    return frozenset(rows["about"]["spoken"].split("|")) if "about" in rows else frozenset()


_MOST_DAYS = 31
"""Up to here a number with a stop may be a day, or a rank without an article: `wurde 2. Sieger`."""


def _half_of_day(stop: Stop) -> bool | None:
    if stop.word not in ("a.m", "p.m", "am", "pm") or not stop.lead.rstrip()[-1:].isdigit():
        return None
    return not stop.following[0].isdigit() and not stop.timed and stop.next not in _behind_times()


def _street(stop: Stop) -> bool | None:
    if stop.written not in _street_titles() or not _before_street().search(stop.lead):
        return None
    return stop.opens


@derived
def _before_street(lexis: Lexis) -> re.Pattern[str]:
    """`on Pine `, `1428 Elm `, `42nd `: the name of a street."""
    before = "|".join(word for word, row in lexis.table("starters").items() if row["before_street"])
    return re.compile(
        rf"(?:\d\w{{0,6}}|\b(?:{before})) (?:[NSEW]\.? )?(?:[A-Z][\w’']{{1,20}} ){{1,2}}$|\d(?:st|nd|rd|th) $"
    )


_leads_rank, _begins_rank, _ranks = marked("ranks", "first"), marked("ranks", "before"), marked("ranks", "rank")


def _part_of_rank(stop: Stop) -> bool | None:
    if stop.written not in _leads_rank() and stop.written not in _begins_rank():
        return None
    return False if stop.following in _ranks() or stop.following in _leads_rank() else None


def _title(stop: Stop) -> bool | None:
    if stop.does != "inside":
        return None
    if stop.following == "I" and not stop.stopped and not stop.titled:
        return True
    return stop.next in _sure_starters() and not stop.stopped and stop.written[0].isupper() and len(stop.written) > 1


def _before_figures(stop: Stop) -> bool | None:
    return False if stop.does == "figures" and stop.following[0].isdigit() else None


def _maybe(stop: Stop) -> bool | None:
    return stop.opens if stop.does == "maybe" else None


def _initial(stop: Stop) -> bool | None:
    if len(stop.written) != 1 or not stop.written.isalpha() or stop.written == "I":
        return None
    if not stop.lead.strip():  # "A. Nothing": of a list, or who answers
        return False
    if stop.lead.rstrip().rpartition(" ")[2].lower() in _lettered():  # "vitamin C. Doctors", "Plan B. Nobody"
        return stop.opens
    return stop.next in _starters() and stop.following[0].isupper() and len(stop.following) > 1


def _acronym(stop: Stop) -> bool | None:
    if not re.fullmatch(r"(?:[^\W\d]{1,2}\.)+[^\W\d]", stop.word):
        return None
    if stop.written.islower() and stop.lead.rstrip()[-1:].isdigit():  # "at 60 m.p.h. Police came"
        return stop.opens
    if stop.next in _starters() and not stop.stopped:
        return True
    known = stop.word.count(".") > 1 and stop.written.replace(".", "") in _letters()
    return known and stop.opens and stop.following.istitle() and not stop.lead.isupper()


_lettered = marked("numbered", "lettered")
"""Behind these a single letter is a name, not an initial: `vitamin C`."""


def is_ordinary(word: str) -> bool:
    """Whether no rule has anything to say of a stop behind a word: most last words of sentences. Saves time only."""
    known = word in _stops() or word.endswith(_ends_short())
    return len(word) > 2 and word.islower() and word.isalpha() and not known and not _ROMAN.fullmatch(word)


_ROMAN = re.compile("[ivxl]+")
ENDS: RuleSet[Stop, bool] = RuleSet(
    "full stops",
    (
        Rule("number of a list or day", _numbered_item, "`1. First item` at the head of a line; German `am 3. März`"),
        Rule("half of the day", _half_of_day, "AP style: `at 9 a.m. Monday` goes on, `at 9 a.m. Crews were` does not"),
        Rule("street", _street, "`on Pine St. Two men`: a street, not a saint"),
        Rule("part of a rank", _part_of_rank, "Australian police: `Act. Sgt. Roe`, `Det. Sen. Const. Roe`"),
        Rule("title", _title, "titles and the like stand before a name: lexis/en/titles.tsv, column stop"),
        Rule("before figures", _before_figures, "`fig. 3`, `No. 10`: column stop, figures"),
        Rule("abbreviation", _maybe, "`Acme Inc. Sales fell` against `Acme Inc. Berlin`: column stop, maybe"),
        Rule("initial", _initial, "`George W. Bush`, but `vitamin C. The`"),
        Rule("dotted letters", _acronym, "`the U.S. Banks` of Reuters, but `passed to the F.B.I. Crews came`"),
    ),
)
