"""What is written short, capitals, numerals: the tables of words as rules ask for them (docs/words.md).

From the AP and Guardian style guides' lists and the USPS codes. Every table is open: add a row to lexis/en, and a line
to tests/spoken/cases.tsv.
"""

from __future__ import annotations

from collections.abc import Mapping

from .tables import Lexis, column, derived, kinds, marked


@derived
def months(lexis: Lexis) -> Mapping[str, str]:
    """`sept` -> "September"; full names too."""
    return {word.lower(): row["spoken"] for word, row in lexis.table("months").items()}


@derived
def month_names(lexis: Lexis) -> tuple[str, ...]:
    """January to December."""
    return tuple(dict.fromkeys(row["spoken"] for row in lexis.table("months").values()))


@derived
def short_months(lexis: Lexis) -> tuple[str, ...]:
    """`Jan`, `Sept`: those that are written with a stop."""
    return tuple(word for word, row in lexis.table("months").items() if row["stop"])


_months_also = kinds("months", "also")
month_first_names = _months_also("name")
"""First names, too: `June`."""
month_words = _months_also("word")
"""Other words, too, in small letters: `march`."""


@derived
def plain_months(lexis: Lexis) -> frozenset[str]:
    """Those written short that are no name or other word: `Sept`."""
    return frozenset(word for word, row in lexis.table("months").items() if row["stop"] and not row["also"])


@derived
def days(lexis: Lexis) -> Mapping[str, str]:
    """`tues` -> "Tuesday"."""
    return {word.lower(): row["spoken"] for word, row in lexis.table("days").items() if word != row["spoken"]}


@derived
def day_names(lexis: Lexis) -> tuple[str, ...]:
    """Monday to Sunday."""
    return tuple(dict.fromkeys(row["spoken"] for row in lexis.table("days").values()))


cards = column("cards", "spoken")
"""`♥A`."""
day_letters = column("day_letters", "spoken")
"""`M-F 8-5`."""
titles = column("titles", "spoken")
"""Before a name, with a stop or, in British usage, without."""
title_plurals = column("titles", "plural")
bare_titles = marked("titles", "bare")
"""Titles that are also written without a stop."""
street_like = marked("titles", "street")
"""Titles that are also kinds of street."""


@derived
def short_titles(lexis: Lexis) -> frozenset[str]:
    """No acronyms in a headline in capitals."""
    return frozenset(word for word, row in lexis.table("capitals").items() if row["title"])


abbreviations = column("abbreviations", "spoken")
"""Written with a stop."""
only_before_figures = marked("abbreviations", "figures")
"""Abbreviations that are also words or names."""


@derived
def within_sentences(lexis: Lexis) -> frozenset[str]:
    """Abbreviations that are ordinary words too, where a stop ends a sentence: `no easy feat.`"""
    return frozenset(word for word, row in lexis.table("abbreviations").items() if row["stop"] == "within")


behind_names = marked("abbreviations", "behind_name")
"""Abbreviations that follow a name."""
bare_abbreviations = column("abbreviations", "bare")
"""Those that are also written without a stop, as they are said then."""
before_figures = column("abbreviations", "before_figures")
slashed = column("abbreviations", "slashed")
latin = column("abbreviations", "latin")


def _regions(kind: str) -> derived[Mapping[str, str]]:
    def make(lexis: Lexis) -> Mapping[str, str]:
        return {word: row["spoken"] for word, row in lexis.table("regions").items() if row["kind"] == kind}

    return derived(make)


states = _regions("postal")
state_abbreviations = _regions("short")
dotted_states = _regions("dotted")
sure_regions = marked("regions", "sure")
"""Short forms that are nothing else: read without a place before them."""
counties = _regions("county")
"""Behind `Co.`: a county, not a company."""


@derived
def state_names(lexis: Lexis) -> frozenset[str]:
    """Full names of American states."""
    rows = lexis.table("regions").items()
    return frozenset(row["spoken"] or word for word, row in rows if row["kind"] in ("postal", "name"))


streets = column("streets", "spoken")
street_words = marked("streets", "full")
points = column("compass", "spoken")
parted = column("parts", "said")
parted_in_full = column("parts", "full")
"""Countries and counties of which there are a north and a south: `N Yorks`."""
parties = column("parties", "spoken")
short_parties = column("parties", "short")
"""Of British councils and Parliament: `Con gain from LD`."""


def _capitals(how: str) -> derived[frozenset[str]]:
    def make(lexis: Lexis) -> frozenset[str]:
        return frozenset(word for word, row in lexis.table("capitals").items() if row["how"] == how)

    return derived(make)


places = marked("capitals", "place")
"""Dotted letters that often end a sentence."""
word_acronyms = _capitals("word")
"""Said as words."""
letter_acronyms = _capitals("letters")
"""Said by letters, even in a headline in capitals."""
shouted = marked("capitals", "also_word")
"""Acronyms that are also ordinary words: in a headline in capitals the word is meant."""
capital_words = marked("capitals", "plain")
"""Ordinary words that may stand in capitals for emphasis."""
wire = column("capitals", "wire")
"""What news agencies shorten in headlines in capitals."""
said_as = column("capitals", "spoken")
"""Neither by letters nor as written."""
mixed = column("capitals", "mixed")
"""Said by letters in spite of lower case."""
numbered = marked("numbered", "numbered")
"""A roman numeral behind these is a cardinal."""
lettered = marked("numbered", "lettered")
"""A letter behind these is a name of its own, not somebody's initial: a stop behind it ends the sentence."""
first_parts = marked("numbered", "first_part")
"""Behind these a single `I` is a numeral."""
series = marked("numbered", "series")
"""Capitalised, but not a person."""
regnal = marked("numbered", "regnal")
"""A roman numeral behind these names is an ordinal."""
many_of_them = marked("numbered", "many")
"""Of whom there was a fifth or a tenth, so that `V` and `X` are numerals."""
top_level = marked("domains", "word")
top_level_words = marked("domains", "also_word")
"""Also words: a stop without a space before them is more likely a slip than an address."""
known_figures = column("known_figures", "spoken")
books = marked("scripture", "book")
short_books = column("scripture", "spoken")
extensions = marked("extensions", "word")
onsets = marked("clusters", "onset")
codas = marked("clusters", "coda")
odd_starts = marked("clusters", "rare_onset")
odd_ends = marked("clusters", "rare_coda")
"""Rarer ends of English words, which do not make an unknown acronym a word."""


def _signs(name: str) -> derived[Mapping[str, str]]:
    def make(lexis: Lexis) -> Mapping[str, str]:
        rows = lexis.table("signs").items()
        return {chr(int(word[2:], 16)): row[name] for word, row in rows if row[name]}

    return derived(make)


sign_words = _signs("spoken")
address_signs = _signs("address")
operators = _signs("operator")
silent_signs = _signs("silent")
spaced_signs = _signs("spaced")
"""Ornaments that separate words."""
comparisons = _signs("amount")
"""What signs say before an amount: `<₹500`, `~5 km`."""
