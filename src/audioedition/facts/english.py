"""Text -> `Usage`: which English it is in, whose country's, and what it is about: decided once, asked by many rules.

Spelling, currency, vocabulary and the form of dates and times tell British from American usage; the table of countries
tells whose of those it is, the table of subjects what it is about.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..lexis.tables import Lexis, derived, in_use
from ..lexis.wordlists import any_of

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = r"(?:[1-9]|[12]\d|3[01])"
BRITISH_FORMS = (
    r"£|per cent\b|Premier League\b|Downing Street\b|Home Office\b|bank holiday\b|Mr [A-Z]|Mrs [A-Z]|Dr [A-Z]",
    rf"[1-9](?<!\d.)\d?(?:\.\d\d[ap]m\b| (?:{MONTHS})\b)",
)
AMERICAN_FORMS = (
    r"innings? pitched|a\.m\.|p\.m\.|U\.S\.|Sen\.|Gov\.|Rep\.|Mr\.|Mrs\.|Dr\.",
    r"Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.",
    rf"(?:{MONTHS}) {DAY}\b",
)
"""Each begins with a sign of its own, so that the search can leap from one to the next."""
ENOUGH = 20_000
"""Characters that are looked at."""
AMERICAN_USAGE = frozenset(["US", "PH"])
"""Countries that write dates, times and spelling as Americans do."""


@dataclass(frozen=True, slots=True)
class Usage:
    """The conventions a text is read by."""

    english: str = "US"
    """One of settings.ENGLISHES."""
    day_first: bool = False
    """Whether 3/4/2025 is in April."""
    subjects: frozenset[str] = frozenset()
    """What the text is about: `cricket`, `tides` ...; see docs/words.md."""

    @property
    def british(self) -> bool:
        return self.english not in AMERICAN_USAGE


def usage_of(text: str, english: str = "auto", date_order: str = "auto", language: str | None = None) -> Usage:
    """The usage of a whole article; `english`: one of settings.ENGLISHES or `auto`, `date_order`: as in the settings,
    `language`: what the article says it is in (`en-IE`).

    A British country that the language names decides where the settings leave it open. American or British usage that
    is given still lets evidence say whose it is: `GB` and a text in lakhs are India's.
    """
    words, british, american = _evidence(text[:ENOUGH], in_use())
    given = _of_region(language) if english == "auto" else english.upper()
    if given in ("", "US", "GB"):
        family = given or ("GB" if british > american else "US")
        at_home = "" if given else _at_home(words)
        given = at_home or _country(words, family, free=not given and british == american)
    day_first = says_day_first(given) if date_order == "auto" else date_order == "day-first"
    return Usage(given, day_first, _subjects(words, len(text)))


def says_day_first(english: str) -> bool:
    """Whether a country's papers say the day before the month."""
    return english not in AMERICAN_USAGE


_OWN = frozenset(["", "us", "ph", "ca"])
"""Of these countries, and of none, the text has to tell; the others write English as the British do."""


def _of_region(language: str | None) -> str:
    """`GB` where a language names a country that writes as the British do; "" where the text has to tell."""
    region = (language or "").lower().replace("_", "-").partition("-")[2]
    return "" if region in _OWN else "GB"


@functools.lru_cache(maxsize=4)
def _evidence(text: str, lexis: Lexis) -> tuple[Counter[str], int, int]:
    """The words of a text, and how many of them and of its forms tell British usage, how many American."""
    words = _words(text)
    british, american = (sum(len(form.findall(text)) for form in forms) for forms in _forms())
    for word, count in words.items():
        if told := _tells(word, lexis):
            british += told[0] * count
            american += told[1] * count
    return words, british, american


@functools.lru_cache(maxsize=8192)
def _tells(word: str, lexis: Lexis) -> tuple[bool, bool] | None:
    """Whether a word is British, and whether it is American; None for most words, which are neither."""
    british, american = (words.search(word) is not None for words in lexis.made(_words_of_each.make))
    return (british, american) if british or american else None


@derived
def _words_of_each(lexis: Lexis) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds British words, and what finds American ones."""
    rows = lexis.table("usage").items()
    british, american = ([word for word, row in rows if row["english"] == whose] for whose in ("british", "american"))
    return re.compile(any_of(british)), re.compile(any_of(american))


@functools.cache
def _forms() -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """British and American forms of several words."""
    return tuple(map(re.compile, BRITISH_FORMS)), tuple(map(re.compile, AMERICAN_FORMS))


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORT = re.compile(
    r"(?<![A-Za-z])(?:[A-Za-z]{1,6}\d{1,2}(?![\w])|[A-Za-z]{1,3}/[A-Za-z]{1,4}(?![\w/]))|(?<!\w)\d{2,3}[A-Za-z]{1,3}(?!\w)"
)
"""What is a word of tables only: `BBC1`, `T20`, `e/b`, `180s`."""
_AROUND = ".,;:!?()'\"“”‘’"
_SIGNS = {"₹": "IN", "₱": "PH", "₦": "NG"}


_OF_A_COUNTRY = {
    "ZA": re.compile(
        r"(?<![\w.,])\d{1,3},\d{1,2} ?(?:%|°C|[kM]W|[km]m|ha|million|billion)(?!\w)|(?<!\w)R\d{1,3}(?: \d{3})+(?!\d)"
    )
}
"""What figures look like in one country's English alone: decimals by a comma before a unit, `R1 200`."""

_OF_A_SUBJECT = {
    "°weather": (
        "weather",
        re.compile(
            r"(?<![A-Z])[NSEW]{1,3} \d{1,3}(?:-\d{1,3})? ?(?:km/?h|kph|mph|kts?|knots)\b"
            r"|\d ?(?:km/?h|kph|mph|m/s|kts?|knots) [NSEW]{2,3}\b|\b[Mm](?:ax|in):? \d{1,2}(?:\.\d)? ?°"
        ),
    ),
    "°tides": ("tides", re.compile(r"\b(?:High|Low):? \d{1,2}[.:]\d\d ?(?:[ap]m,?)? \(?\d\.\d{1,2} ?m\b")),
    "°racing": (
        "racing",
        re.compile(r"\bWon by (?:\d{1,2}[¼½¾]|[¼½¾])|\d [Ff]avs?\b|\bdist\. ?\d|\(Cl(?:ass|\.) [IVX]"),
    ),
    "°cricket": ("cricket", re.compile(r"\b\d{1,3}\*,? (?:off|from|\() ?\d|\b[0-9]/\d{2,3} and \d{1,3} off \d")),
    "°listings": (
        "listings",
        re.compile(r"(?:[:;,]|\d) ?\d{1,2}\.[0-5]\d [A-Z][^.:;\n]{2,40}; ?\d{1,2}\.[0-5]\d [A-Z]"),
    ),
}
"""What figures look like where one subject is spoken of; each counts as a sure word of it."""


@derived
def _joined_words(lexis: Lexis) -> Mapping[str, tuple[str, ...]]:
    """Words of the tables that are several (`Cape-Town`, `hang-seng`), written also apart: each with its parts in small
    letters."""
    known = [word for name in ("countries", "subjects") for word in lexis.table(name) if "-" in word]
    return {word: tuple(word.lower().split("-")) for word in known}


def _apart(words: Counter[str], text: str) -> Counter[str]:
    """The words of several parts that stand in a text with spaces between them."""
    small = {word.lower() for word in words}
    known = [word for word, parts in _joined_words().items() if small.issuperset(parts)]
    found = {word: len(re.findall(rf"\b{re.escape(word.replace('-', ' '))}\b", text, re.I)) for word in known}
    return Counter({word: count for word, count in found.items() if count})


def _words(text: str) -> Counter[str]:
    words = Counter(_WORD.findall(text))
    mixed = " ".join(piece for piece in text.split() if not piece.strip(_AROUND).isalpha())
    words.update(_SHORT.findall(mixed))
    words.update(_apart(words, text))
    words.update({country: 1 for country, figures in _OF_A_COUNTRY.items() if figures.search(text)})
    if len(text) < A_NOTE:
        words.update({name: 1 for name, (_, figures) in _OF_A_SUBJECT.items() if figures.search(text)})
    words.update({sign: text.count(sign) for sign in _SIGNS if sign in text})
    return words


@derived
def _countries(lexis: Lexis) -> Mapping[str, tuple[str, ...]]:
    rows = {word: tuple(row["countries"].split()) for word, row in lexis.table("countries").items()}
    return rows | {sign: (country,) for sign, country in _SIGNS.items()} | {code: (code,) for code in _OF_A_COUNTRY}


@derived
def _own_words(lexis: Lexis) -> Mapping[str, str]:
    """Words that hardly any paper writes but those of one country: that country."""
    return {word: row["countries"] for word, row in lexis.table("countries").items() if row["own"]}


def _at_home(words: Counter[str]) -> str:
    """The country that two words say which only its own papers write (`lakh`, `crore`), if no other has any."""
    votes = Counter(_own_words()[word] for word in words.keys() & _own_words().keys())
    return next(iter(votes)) if len(votes) == 1 and votes.total() > 1 else ""


def _country(words: Counter[str], family: str, *, free: bool) -> str:
    """The country with most words of its own; else the family's first.

    Unless `free`, only countries of the family are asked; then one word is enough, else two.
    """
    votes: Counter[str] = Counter()
    for word in words.keys() & _countries().keys():
        for country in _countries()[word]:
            if free or (country in AMERICAN_USAGE) == (family in AMERICAN_USAGE):
                votes[country] += 1
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return family
    country, count = ranked[0]
    return country if count > 1 or not free else family


A_LINE = 600
"""Characters of a text that is no whole article."""
A_NOTE = 2000
"""Characters of a text that may be nothing but figures: a longer one has words that tell its subject."""


@derived
def _subject_weights(lexis: Lexis) -> Mapping[str, tuple[tuple[str, int], ...]]:
    known = {
        word: tuple((s, 2) for s in row["sure"].split()) + tuple((s, 1) for s in row["some"].split())
        for word, row in lexis.table("subjects").items()
    }
    return known | {name: ((subject, 2),) for name, (subject, _) in _OF_A_SUBJECT.items()}


def _subjects(words: Counter[str], length: int) -> frozenset[str]:
    """What a text is about: a sure word and two points in a line, three in an article; or four in a line."""
    points: Counter[str] = Counter()
    sure: set[str] = set()
    for word in {word.lower() for word in words} & _subject_weights().keys():
        for subject, weight in _subject_weights()[word]:
            points[subject] += weight
            if weight > 1:
                sure.add(subject)
    line = length < A_LINE
    return frozenset(s for s, n in points.items() if (s in sure and n >= (2 if line else 3)) or (line and n >= 4))
