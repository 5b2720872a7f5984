"""Words in capitals: by letters, as a word, or a headline's ordinary words; roman numerals."""

from __future__ import annotations

import re

from .. import numbers as num
from ..scan import NUMERALS, WORD, Context, Reading, Rule
from . import abbreviations, usage
from .codes import letters, vowels
from .names import behind_place


def acronym(m: re.Match[str], ctx: Context) -> Reading | None:
    """`FBI` by letters, `NATO` as a word, `MPs`, `CEO's`; capitals of a headline as ordinary words."""
    core, suffix = m.group("core"), m.group("suffix") or ""
    if not core.isupper():
        return None
    tight = ctx.glued() == "&" or ctx.text[m.end() : m.end() + 1] == "&"
    if core in abbreviations.SAID_AS:
        return abbreviations.SAID_AS[core] + suffix, m.end()
    known = core in abbreviations.LETTER_ACRONYMS - abbreviations.SHOUTED or stands_out(core, m.end(), ctx)
    if ctx.loud and not tight and not known:
        if core in abbreviations.WORD_ACRONYMS - abbreviations.SHOUTED:
            return None
        return natural(core, ctx) + suffix.lower(), m.end()
    if len(core) < 2 or (core in abbreviations.WORD_ACRONYMS and not tight):
        return None
    if core in abbreviations.STATES and behind_place(ctx):
        return abbreviations.STATES[core], m.end()
    if not (tight or spelled(core)):
        return None
    end = m.end()
    if suffix == "s" and ctx.text[end : end + 1] in ("'", "’"):
        end += 1  # "MPs' pay": the mark is silent
    return letters(core) + (suffix if suffix[:1] in ("'", "’", "") else "'s"), end


def stands_out(core: str, end: int, ctx: Context) -> bool:
    """Whether a headline means the acronym that is also a word: `US ARMY`, `WHO WARNS`, but `LEAD US`, `WHO WINS`."""
    if core == "US":
        return ctx.before().lower() not in usage.BEFORE_US
    return core == "WHO" and ctx.after(end).lower() in usage.AFTER_WHO


def natural(word: str, ctx: Context) -> str:
    """A headline's word in title case, the little words in lower case."""
    first = not ctx.text[: ctx.start].strip()
    if word == "I":
        return "I"
    return (
        word.capitalize()
        if first or (word not in abbreviations.CAPITAL_WORDS | abbreviations.SHOUTED and len(word) > 1)
        else word.lower()
    )


def spelled(core: str) -> bool:
    """Whether capitals are said by letters: known ones, up to three letters, or no way to say them as a word."""
    if core in abbreviations.LETTER_ACRONYMS:
        return True
    if core in abbreviations.CAPITAL_WORDS or not core.isascii():
        return False
    if len(core) <= 3 or not vowels(core.replace("Y", "A")):
        return len(core) <= 6
    return len(core) <= 5 and not pronounceable(core)


ONSETS = frozenset(
    [
        "bl",
        "br",
        "ch",
        "cl",
        "cr",
        "dr",
        "fl",
        "fr",
        "gl",
        "gr",
        "kl",
        "kn",
        "kr",
        "ph",
        "pl",
        "pr",
        "qu",
        "sc",
        "sh",
        "sk",
        "sl",
        "sm",
        "sn",
        "sp",
        "st",
        "str",
        "sw",
        "th",
        "tr",
        "tw",
        "wh",
        "wr",
        "thr",
        "scr",
    ]
)
CODAS = frozenset(
    [
        "ck",
        "ct",
        "ff",
        "ft",
        "ld",
        "lf",
        "lk",
        "ll",
        "lm",
        "lp",
        "lt",
        "mp",
        "nd",
        "ng",
        "nk",
        "nt",
        "ps",
        "pt",
        "rd",
        "rk",
        "rl",
        "rm",
        "rn",
        "rp",
        "rt",
        "sh",
        "sk",
        "sp",
        "ss",
        "st",
        "th",
        "ts",
        "xt",
        "ch",
        "ms",
        "ns",
        "rs",
        "ds",
        "ls",
        "ks",
        "bs",
        "ght",
        "gn",
        "wn",
        "wl",
        "rb",
        "rf",
        "lt",
    ]
)
SYLLABLES = re.compile(r"([^AEIOUY]*)([AEIOUY]{1,2})(?:([^AEIOUY]{1,3})([AEIOUY]{1,2}))?([^AEIOUY]*)")


def pronounceable(word: str) -> bool:
    """Whether an English reader would try to say the capitals as a word: common clusters around one or two vowels."""
    m = SYLLABLES.fullmatch(word)
    if not m:
        return False
    onset, coda = m.group(1).lower(), m.group(5).lower()
    return (len(onset) < 2 or onset in ONSETS) and (len(coda) < 2 or coda in CODAS or coda.removesuffix("s") in CODAS)


def mixed(m: re.Match[str], ctx: Context) -> Reading | None:
    """`PhD`, `tv`, `mRNA`: letters in spite of lower case."""
    words = abbreviations.MIXED.get(m.group("core"))
    if not words:
        return None
    suffix = m.group("suffix") or ""
    return words + (suffix if suffix[:1] in ("'", "’", "") else "'s"), m.end()


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
    if key in abbreviations.NUMBERED and (
        not single or numeral in "VX" or (numeral == "I" and key in abbreviations.FIRST_PARTS)
    ):
        if key == "war" and ctx.before(2).lower() not in ("world", "gulf", "cold"):
            return None
        return cardinal
    if key == "bowl":
        return cardinal
    if single and numeral not in "IVX":
        return None
    if before in abbreviations.REGNAL or (ctx.loud and before.capitalize() in abbreviations.REGNAL):
        verb = numeral == "I" and ctx.after(m.end()) in abbreviations.VERBS_AFTER_I
        return None if verb or (single and numeral != "I" and before not in abbreviations.MANY_OF_THEM) else nth
    name = len(before) > 1 and before == before.capitalize() and before.isalpha() and before not in usage.OPENERS
    if numeral in CERTAIN or (numeral == "IV" and name):
        return nth if name and before.lower() not in abbreviations.SERIES else cardinal
    if numeral == "I" and name and not ctx.before(2) and ctx.at == 2 and nothing_after(ctx.text, m.end()):
        return nth
    return cardinal if len(ctx.tokens) == 1 and not single else None


def nothing_after(text: str, end: int) -> bool:
    return not text[end:].strip("- ") or text.startswith("--", end)


ROMAN_NUMERAL = Rule("roman numeral", (WORD,), r"(?P<numeral>[IVXLCDM]{1,15})(?P<suffix>['’]s)?(?!\w|\.\w)", roman)
MIXED = Rule("mixed acronym", (WORD,), r"(?P<core>[A-Za-z]{2,5}?)(?P<suffix>['’]?s)?(?![\w'’])", mixed)
ACRONYM = Rule(
    "acronym", (WORD,), rf"(?P<core>[^\W\d_a-z{NUMERALS}]{{1,60}})(?P<suffix>['’][sS]|s)?(?![^\W_])", acronym
)
