"""Words in capitals: by letters, as a word, or a headline's ordinary words; roman numerals."""

from __future__ import annotations

import re
from string import ascii_uppercase

from ...lexis import english
from ...lexis.tables import Lexis, derived
from ..scan import NUMERALS, WORD, Context, Reading, Rule, compiled
from . import usage
from .capital_names import is_first_name
from .codes import letters, vowels
from .guesses import UNKNOWN_CAPITALS, UNKNOWN_WORD
from .romans import roman_value
from .titled_names import behind_place


def acronym(m: re.Match[str], ctx: Context) -> Reading | None:
    """`FBI` by letters, `NATO` as a word, `MPs`, `CEO's`; capitals of a headline as ordinary words."""
    core, suffix = m.group("core"), m.group("suffix") or ""
    if not core.isupper():
        return None
    tight = "&" in (ctx.glued(), ctx.text[m.end() : m.end() + 1])
    if core in english.wire() and (ctx.loud or ctx.before()[-1:].isdecimal()):
        return english.wire()[core], m.end()
    if core in english.said_as():
        return english.said_as()[core] + suffix, m.end()
    if ctx.loud and not tight and not letters_even_there(core, m.end(), ctx):
        return of_headline(core, suffix, m.end(), ctx)
    if len(core) < 2 or (core in english.word_acronyms() and not tight):
        return None
    return name_in_capitals(m, ctx) or by_letters(core, suffix, m.end(), tight, ctx)


def of_headline(core: str, suffix: str, end: int, ctx: Context) -> Reading | None:
    """An ordinary word of a headline in capitals; None for an acronym that is said as a word."""
    as_word = core in english.word_acronyms() - english.shouted()
    return None if as_word else (natural(core, ctx) + suffix.lower(), end)


def name_in_capitals(m: re.Match[str], ctx: Context) -> Reading | None:
    """A surname behind a first name, a first name that would be spelled (`EOIN`), a state behind a town."""
    core = m.group("core")
    if surname(m, ctx) or (len(core) > 3 and is_first_name(core) and spelled(core)):
        return core.capitalize() + (m.group("suffix") or ""), m.end()
    if ctx.usage.english == "AU" and core in ("WA", "NT", "SA"):
        return None
    doctor = core == "MD" and is_doctor(m.end(), ctx)
    return (english.states()[core], m.end()) if core in english.states() and behind_place(ctx) and not doctor else None


def is_doctor(end: int, ctx: Context) -> bool:
    """Whether `MD` is a degree: before another one, or behind a first name and a surname."""
    if compiled(r",? (?:Ph\.?D|MPH|MBA|FACS|MSc?)\b").match(ctx.text, end):
        return True
    from ...lexis import first_names  # as below

    named = compiled(r"\b([A-Z][a-z]+) (?:[A-Z]\. ?)?[A-Z][\w’'-]+,? $").search(
        ctx.text[max(0, ctx.start - 40) : ctx.start]
    )
    return named is not None and named[1] not in usage.name_places() and first_names.gender(named[1]) is not None


def letters_even_there(core: str, end: int, ctx: Context) -> bool:
    """Whether capitals are an acronym even among the capitals of a headline."""
    return core in english.letter_acronyms() - english.shouted() or stands_out(core, end, ctx) or unsayable(core)


def by_letters(core: str, suffix: str, end: int, tight: bool, ctx: Context) -> Reading | None:
    """`FBI`, `MPs`; None for what is said as a word."""
    unknown = core not in english.letter_acronyms() and core not in english.capital_words()
    if not (tight or spelled(core)):
        if unknown and core.isascii() and not ctx.loud:
            ctx.doubt(core, core, UNKNOWN_WORD, 0.4)
        return None
    if unknown and not tight:
        ctx.doubt(core, letters(core), UNKNOWN_CAPITALS, 0.25)
    if suffix == "s" and ctx.text[end : end + 1] in ("'", "’"):
        end += 1  # "MPs' pay": the mark is silent
    return letters(core) + (suffix if suffix[:1] in ("'", "’", "") else "'s"), end


def surname(m: re.Match[str], ctx: Context) -> bool:
    """`Mei HSU`, `Ravi SINGH (C)`: capitals behind a first name are a family's, as lists of names print it."""
    core, before = m.group("core"), ctx.before()
    if not before.istitle() or ctx.glued() != " " or not may_be_family(core):
        return False
    if len(core) < 5 and ctx.before(2).istitle() and not pronounceable(core):
        return False  # behind a whole name: "Ann Hale MRIA"
    from ...lexis import first_names  # 3 ms that most texts never need

    listed = len(compiled(r"\b[A-Z][a-z]+ [A-Z]{3,}\b").findall(ctx.text[:2000])) > 1
    closed = compiled(r" \([A-Z][A-Za-z]{0,5}\)|,? \d").match(ctx.text, m.end()) is not None
    named = first_names.gender(before) is not None and before not in english.month_names()
    return named and len(core) > 2 and (listed or (closed and not unsayable(core)))


def may_be_family(core: str) -> bool:
    """Whether capitals may be a surname: no acronym, no numeral, sayable."""
    known = core in english.letter_acronyms() | english.word_acronyms() or core in english.said_as()
    sayable_at_all = len(core) > 1 and core.isalpha() and VOWELS.search(core) is not None
    return sayable_at_all and not known and not roman_value(core)


def stands_out(core: str, end: int, ctx: Context) -> bool:
    """Whether a headline means the acronym that is also a word: `US ARMY`, `WHO WARNS`, but `LEAD US`, `WHO WINS`."""
    if core == "US":
        return ctx.before().lower() not in usage.before_us()
    if core == "LA":
        return ctx.before().lower() not in ("a", "de", "la", "viva", "à") and ctx.after(end) != "LA"
    return core == "WHO" and ctx.after(end).lower() in usage.after_who()


def unsayable(core: str) -> bool:
    """Whether even a headline's capitals must be letters: `JFK`, `ICJ`, `IRGC`."""
    if len(core) == 2:
        return not vowels(core) and "Y" not in core and core not in english.short_titles()
    if len(core) > 5 or len(core) < 3 or not core.isascii() or core in english.word_acronyms():
        return False
    return (not vowels(core) and "Y" not in core) or (len(core) < 5 and not sayable(core))


def natural(word: str, ctx: Context) -> str:
    """A headline's word in title case, the little words in lower case."""
    first = not ctx.text[: ctx.start].strip()
    if word == "I":
        return "I"
    return (
        word.capitalize()
        if first or (word not in english.capital_words() | english.shouted() and len(word) > 1)
        else word.lower()
    )


def spelled(core: str) -> bool:
    """Whether capitals are said by letters: known ones, up to three letters, or no way to say them as a word."""
    if core in english.letter_acronyms():
        return True
    if core in english.capital_words() or not core.isascii():
        return False
    if len(core) <= 3 or not vowels(core.replace("Y", "A")):
        return len(core) <= 6
    if len(core) == 6:
        onset, middles, coda = parts(core) or ("", [""], "")
        return not middles and not starts_somehow(onset) and (len(onset) > 3 or not ends_somehow(coda))
    return not pronounceable(core) if len(core) == 4 else len(core) == 5 and not sayable(core)


VOWELS = re.compile("[AEIOUY]+")


def parts(word: str) -> tuple[str, list[str], str] | None:
    """The consonants before, between and behind the vowels; None without vowels or with three in a row."""
    runs = VOWELS.findall(word)
    if not runs or max(map(len, runs)) > 2:
        return None
    onset, *middles, coda = VOWELS.split(word)
    return onset, middles, coda


def sayable(word: str) -> bool:
    """Whether capitals could be an English word at all, the rarer beginnings and ends included."""
    found = parts(word)
    if not found:
        return VOWELS.search(word) is not None
    onset, middles, coda = found
    return (
        starts_somehow(onset)
        and ends_somehow(coda)
        and all(any(ends_somehow(m[:k]) and starts_somehow(m[k:]) for k in range(len(m) + 1)) for m in middles)
    )


def starts_somehow(consonants: str) -> bool:
    return begins(consonants) or consonants.lower() in english.odd_starts()


def ends_somehow(consonants: str) -> bool:
    return ends(consonants) or consonants.lower() in english.odd_ends()


def pronounceable(word: str) -> bool:
    """Whether an English reader would try to say the capitals as a word: common clusters around one to three vowels."""
    found = parts(word)
    if not found or len(found[1]) > 2:
        return False
    onset, middles, coda = found
    split = all(any(ends(m[:k]) and begins(m[k:]) for k in range(len(m) + 1)) for m in middles)
    return begins(onset) and ends(coda) and split


def begins(consonants: str) -> bool:
    return len(consonants) < 2 or consonants.lower() in english.onsets()


def ends(consonants: str) -> bool:
    coda = consonants.lower()
    stem = coda.removesuffix("s")
    return len(stem) < 2 or coda in english.codas() or stem in english.codas()


def mixed(m: re.Match[str], ctx: Context) -> Reading | None:
    """`PhD`, `tv`, `mRNA`: letters in spite of lower case."""
    said = english.mixed().get(m.group("core"))
    return (said + possessive(m), m.end()) if said else None


def small_word(m: re.Match[str], ctx: Context) -> Reading | None:
    """`MoD`, `AfD`, `TeK`, `JuD`: two names joined by a little word, letter by letter; not `YoY`."""
    core = m.group("core")
    return (letters(core) + possessive(m), m.end()) if core[0] != core[2] else None


def capital_tail(m: re.Match[str], ctx: Context) -> Reading | None:
    """`LiDAR`, `CoWIN`: one word, where its capitals can be said; not `BetMGM`, `TransPNG`."""
    tail = m.group("tail")
    if vowels(m.group("head")[-1]) and vowels(tail[0]):
        return None  # MicroOLED
    if tail in english.letter_acronyms() or tail in english.word_acronyms() or not pronounceable(tail):
        return None
    return m.group("head") + tail.lower() + (m.group("suffix") or ""), m.end()


def possessive(m: re.Match[str]) -> str:
    """The ending behind a word that is said as letters, as the voice takes it."""
    suffix = m.group("suffix") or ""
    return suffix if suffix[:1] in ("'", "’", "") else "'s"


@derived
def mixed_words(lexis: Lexis) -> frozenset[str]:
    """Those of the table in lower case, with and without the ending of a plural."""
    return frozenset(word.lower() + ending for word in lexis.made(english.mixed.make) for ending in ("", "s"))


MIXED = Rule(
    "mixed acronym",
    (WORD,),
    r"(?P<core>[A-Za-z]{2,8}?)(?P<suffix>['’]?s)?(?![\w'’])",
    mixed,
    words=mixed_words,
    source="PhD, mRNA (lexis/en/capitals.tsv)",
)
SMALL_WORD = Rule(
    "mixed with a little word",
    (WORD,),
    r"(?P<core>[A-Z][efou][A-Z])(?P<suffix>['’]?s)?(?![\w'’])",
    small_word,
    begins=ascii_uppercase,
    source="MoD, AfD, TfL; Tehreek-e-Khilafat (TeK), Jamaat-ud-Dawa (JuD)",
)
CAPITAL_TAIL = Rule(
    "capitals at the end of a word",
    (WORD,),
    r"(?P<head>[A-Z]{1,2}[a-z]{1,12})(?P<tail>[A-Z]{3,6})(?P<suffix>['’]?s)?(?![\w'’])",
    capital_tail,
    begins=ascii_uppercase,
    source="LiDAR, CoWIN: said as one word, where a voice would spell the capitals",
)
ACRONYM = Rule(
    "acronym",
    (WORD,),
    rf"(?P<core>[^\W\d_a-z{NUMERALS}]{{1,60}})(?P<suffix>['’][sS]|s)?(?![^\W_{NUMERALS}])",
    acronym,
    source="Guardian: capitals by letters, pronounceable ones as words",
)
