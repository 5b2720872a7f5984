"""Words in capitals: by letters, as a word, or a headline's ordinary words; roman numerals."""

from __future__ import annotations

import re

from ...lexis import english
from .. import numbers as num
from ..scan import NUMERALS, WORD, Context, Reading, Rule, compiled
from . import usage
from .codes import letters, vowels
from .guesses import UNKNOWN_CAPITALS, UNKNOWN_WORD
from .titled_names import behind_place


def acronym(m: re.Match[str], ctx: Context) -> Reading | None:
    """`FBI` by letters, `NATO` as a word, `MPs`, `CEO's`; capitals of a headline as ordinary words."""
    core, suffix = m.group("core"), m.group("suffix") or ""
    if not core.isupper():
        return None
    tight = ctx.glued() == "&" or ctx.text[m.end() : m.end() + 1] == "&"
    if core in english.wire() and (ctx.loud or ctx.before()[-1:].isdecimal()):
        return english.wire()[core], m.end()
    if core in english.said_as():
        return english.said_as()[core] + suffix, m.end()
    known = core in english.letter_acronyms() - english.shouted() or stands_out(core, m.end(), ctx)
    known = known or unsayable(core)
    if ctx.loud and not tight and not known:
        if core in english.word_acronyms() - english.shouted():
            return None
        return natural(core, ctx) + suffix.lower(), m.end()
    if len(core) < 2 or (core in english.word_acronyms() and not tight):
        return None
    if surname(m, ctx):
        return core.capitalize() + suffix, m.end()
    if core in english.states() and behind_place(ctx):
        return english.states()[core], m.end()
    unknown = core not in english.letter_acronyms() and core not in english.capital_words() and len(core) > 1
    if not (tight or spelled(core)):
        if unknown and core.isascii() and not ctx.loud:
            ctx.doubt(core, core, UNKNOWN_WORD, 0.4)
        return None
    if unknown and not tight:
        ctx.doubt(core, letters(core), UNKNOWN_CAPITALS, 0.25)
    end = m.end()
    if suffix == "s" and ctx.text[end : end + 1] in ("'", "’"):
        end += 1  # "MPs' pay": the mark is silent
    return letters(core) + (suffix if suffix[:1] in ("'", "’", "") else "'s"), end


def surname(m: re.Match[str], ctx: Context) -> bool:
    """`Mei HSU`, `Ravi SINGH (C)`: capitals behind a first name are a family's, as lists of names print it."""
    core, before = m.group("core"), ctx.before()
    if len(core) < 2 or not before.istitle() or core in english.letter_acronyms() | english.word_acronyms():
        return False
    if ctx.glued() != " " or roman_value(core) or core in english.said_as() or not core.isalpha():
        return False
    from ...lexis import first_names  # 3 ms that most texts never need

    listed = len(compiled(r"\b[A-Z][a-z]+ [A-Z]{3,}\b").findall(ctx.text[:2000])) > 1
    closed = compiled(r" \([A-Z][A-Za-z]{0,5}\)|,? \d").match(ctx.text, m.end()) is not None
    named = first_names.gender(before) is not None and before not in english.month_names()
    return named and len(core) > 2 and (listed or (closed and not unsayable(core)))


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
    core = m.group("core")
    said = english.mixed().get(core)
    if not said:
        small = len(core) == 3 and core[0].isupper() and core[1] in "fo" and core[2].isupper()
        small = small and core[0] != core[2]  # "YoY"
        if not small:
            return None
        said = letters(core)  # "MoD", "AfD", "TfL"
    suffix = m.group("suffix") or ""
    return said + (suffix if suffix[:1] in ("'", "’", "") else "'s"), m.end()


ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman_value(numeral: str) -> int:
    """The value of a well-formed roman numeral, else 0."""
    if not ROMAN.fullmatch(numeral):
        return 0
    signs = [VALUES[c] for c in numeral]
    return sum(-a if a < b else a for a, b in zip(signs, [*signs[1:], 0], strict=True))


CERTAIN = frozenset(["II", "III", "VI", "VII", "VIII", "IX", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII"])
"""Numerals that are hardly anything else."""


def roman(m: re.Match[str], ctx: Context) -> Reading | None:
    """`World War II`, `Super Bowl LVIII`, `Part IV` are cardinals; `Charles III`, `Pope John Paul II` ordinals."""
    numeral, suffix = m.group("numeral"), m.group("suffix") or ""
    n = roman_value(numeral)
    if n and ctx.before().lower() == "grade" and ctx.text.startswith("*", m.end()):
        return f"{num.cardinal(n)} star", m.end() + 1
    if (
        not n
        or (ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in ".&'’"))
        or ctx.text[m.end() : m.end() + 1] == "&"
    ):
        return None
    cardinal = num.cardinal(n, ctx.british) + suffix, m.end()
    nth = f"the {num.ordinal(n, ctx.british)}{suffix}", m.end()
    before, key = ctx.before(), ctx.before().lower()
    single = len(numeral) == 1
    if ctx.glued() == "-":
        return cardinal if numeral in CERTAIN else None
    if single and key == "generation":
        return None
    if key in english.numbered() and (
        not single or numeral in "VX" or (numeral == "I" and key in english.first_parts())
    ):
        if key == "war" and ctx.before(2).lower() not in ("world", "gulf", "cold"):
            return None
        return cardinal
    if key == "bowl":
        return cardinal
    if single and numeral not in "IVX":
        return None
    if before in english.regnal() or (ctx.loud and before.capitalize() in english.regnal()):
        verb = numeral == "I" and ctx.after(m.end()) in usage.verbs_after_i()
        return None if verb or (single and numeral != "I" and before not in english.many_of_them()) else nth
    name = len(before) > 1 and before == before.capitalize() and before.isalpha() and before not in usage.openers()
    if len(numeral) > 3 and numeral not in CERTAIN and name:
        return cardinal
    if numeral == "XI" and not ctx.loud:  # "the England XI"
        return cardinal
    if key == "the" and len(numeral) > 1 and ctx.after(m.end()) in usage.sessions():
        return num.ordinal(n, ctx.british), m.end()
    if numeral in CERTAIN or (numeral == "IV" and name):
        person = name and key not in english.series() and (ctx.before(2)[:1].isupper() or ctx.before(2) == "")
        return nth if person and not alone(ctx) else cardinal
    if numeral == "I" and name and not ctx.before(2) and ctx.at == 2 and nothing_after(ctx.text, m.end()):
        return nth
    known = numeral in english.letter_acronyms() | english.word_acronyms() | english.capital_words()
    return cardinal if len(ctx.tokens) == 1 and not single and not known else None


def alone(ctx: Context) -> bool:
    """Whether the one capitalised word before a numeral is more likely a work or a thing (`Gladiator II`) than a ruler
    that no list has: nothing capitalised, no initial and no title stands before it."""
    lead = ctx.text[max(0, ctx.start - 60) : ctx.start].split()
    if len(lead) < 2:
        return True
    previous = lead[-2].lstrip("“\"‘'([") or lead[-2]
    return not previous[:1].isupper() or previous in usage.openers() or previous[-1] in ",;:)"


def nothing_after(text: str, end: int) -> bool:
    return not text[end:].strip("- ") or text.startswith("--", end)


def roman_list(m: re.Match[str], ctx: Context) -> Reading | None:
    """`I, II, III and IV`."""
    numerals = re.findall(r"[IVX]+", m.group())
    values = [roman_value(numeral) for numeral in numerals]
    if not all(values) or values != sorted(set(values)) or not any(len(numeral) > 1 for numeral in numerals):
        return None
    return re.sub(r"[IVX]+", lambda n: num.cardinal(roman_value(n.group())), m.group()), m.end()


ROMAN_LIST = Rule(
    "list of roman numerals",
    (WORD,),
    r"[IVX]{1,5}(?:, [IVX]{1,5}(?!\w))*(?:,? (?:and|or|to) |[-–]|, )[IVX]{1,5}(?!\w)",
    roman_list,
    source="parts and phases that are listed: `I, II and III`",
)
ROMAN_NUMERAL = Rule(
    "roman numeral",
    (WORD,),
    r"(?P<numeral>[IVXLCDM]{1,15})(?P<suffix>['’]s)?(?!\w|\.\w)",
    roman,
    source="Chicago 9.64: rulers, wars, Super Bowls",
)
MIXED = Rule(
    "mixed acronym",
    (WORD,),
    r"(?P<core>[A-Za-z]{2,5}?)(?P<suffix>['’]?s)?(?![\w'’])",
    mixed,
    source="PhD, mRNA, MoD (lexis/en/capitals.tsv)",
)
ACRONYM = Rule(
    "acronym",
    (WORD,),
    rf"(?P<core>[^\W\d_a-z{NUMERALS}]{{1,60}})(?P<suffix>['’][sS]|s)?(?![^\W_{NUMERALS}])",
    acronym,
    source="Guardian: capitals by letters, pronounceable ones as words",
)
