"""Roman numerals: rulers and people are ordinals, parts and wars cardinals, and single letters neither."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...lexis import english
from ...model.rules import Rule as Choice
from ...model.rules import RuleSet
from .. import numbers as num
from ..scan import WORD, Context, Reading, Rule
from . import usage

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


class Numeral(NamedTuple):
    """A roman numeral and the word before it."""

    numeral: str
    end: int
    ctx: Context

    @property
    def before(self) -> str:
        return self.ctx.before()

    @property
    def key(self) -> str:
        return self.before.lower()

    @property
    def single(self) -> bool:
        return len(self.numeral) == 1

    @property
    def named(self) -> bool:
        """Whether a capitalised word that opens no sentence stands before."""
        before = self.before
        return len(before) > 1 and before == before.capitalize() and before.isalpha() and before not in usage.openers()


def _part(n: Numeral) -> str | None:
    if n.single and n.key == "generation":
        return "none"
    first = n.numeral == "I" and n.key in english.first_parts()
    if n.key not in english.numbered() or not (not n.single or n.numeral in "VX" or first):
        return None
    return "none" if n.key == "war" and n.ctx.before(2).lower() not in ("world", "gulf", "cold") else "cardinal"


def _bowl(n: Numeral) -> str | None:
    return "cardinal" if n.key == "bowl" else None


def _letter(n: Numeral) -> str | None:
    return "none" if n.single and n.numeral not in "IVX" else None


def _ruler(n: Numeral) -> str | None:
    if n.before not in english.regnal() and not (n.ctx.loud and n.before.capitalize() in english.regnal()):
        return None
    verb = n.numeral == "I" and n.ctx.after(n.end) in usage.verbs_after_i()
    few = n.single and n.numeral != "I" and n.before not in english.many_of_them()
    return "none" if verb or few else "the ordinal"


def _long(n: Numeral) -> str | None:
    return "cardinal" if len(n.numeral) > 3 and n.numeral not in CERTAIN and n.named else None


def _eleven(n: Numeral) -> str | None:
    return "cardinal" if n.numeral == "XI" and not n.ctx.loud else None


def _session(n: Numeral) -> str | None:
    return "ordinal" if n.key == "the" and not n.single and n.ctx.after(n.end) in usage.sessions() else None


def _person(n: Numeral) -> str | None:
    if n.numeral not in CERTAIN and not (n.numeral == "IV" and n.named):
        return None
    second = n.ctx.before(2)
    if second in ("Brgy", "Barangay"):
        return "cardinal"
    person = n.named and n.key not in english.series() and (second[:1].isupper() or second == "")
    return "the ordinal" if person and not alone(n.ctx) and called_first(n.ctx) else "cardinal"


def _first(n: Numeral) -> str | None:
    title = n.named and not n.ctx.before(2) and n.ctx.at == 2 and nothing_after(n.ctx.text, n.end)
    return "the ordinal" if n.numeral == "I" and title else None


def _by_itself(n: Numeral) -> str | None:
    known = n.numeral in english.letter_acronyms() | english.word_acronyms() | english.capital_words()
    return "cardinal" if len(n.ctx.tokens) == 1 and not n.single and not known else None


NUMERALS: RuleSet[Numeral, str] = RuleSet(
    "roman numerals",
    (
        Choice("part", _part, "Part IV, World War II: lexis/en/numbered.tsv"),
        Choice("bowl", _bowl, "Super Bowl LVIII is fifty-eight (NFL)"),
        Choice("letter", _letter, "a single C, D, L or M is a letter"),
        Choice("ruler", _ruler, "Charles III is the third: lexis/en/numbered.tsv, regnal"),
        Choice("long", _long, "Wrestlemania XXXIX: nobody is the thirty-ninth"),
        Choice("eleven", _eleven, "the England XI is a team of eleven"),
        Choice("session", _session, "the XXIII Games are the twenty-third"),
        Choice("person", _person, "Henry Hale III is the third, Rocky IV is four"),
        Choice("first", _first, "a title that is only a name and I"),
        Choice("by itself", _by_itself, "a line of nothing but a numeral"),
    ),
)


def roman(m: re.Match[str], ctx: Context) -> Reading | None:
    """`World War II`, `Super Bowl LVIII`, `Part IV` are cardinals; `Charles III`, `Pope John Paul II` ordinals."""
    numeral, suffix = m.group("numeral"), m.group("suffix") or ""
    value = roman_value(numeral)
    if value and ctx.before().lower() == "grade" and ctx.text.startswith("*", m.end()):
        return f"{num.cardinal(value)} star", m.end() + 1
    if value and ctx.glued() == "-" and (said := hyphened(numeral, value, ctx)):
        return said + suffix, m.end()
    if not value or joined(m, ctx):
        return None
    decision = NUMERALS.first(Numeral(numeral, m.end(), ctx))
    if decision is None or decision.outcome == "none":
        return None
    if decision.outcome == "cardinal":
        return num.cardinal(value, ctx.british) + suffix, m.end()
    the = "the " if decision.outcome == "the ordinal" else ""
    return f"{the}{num.ordinal(value, ctx.british)}{suffix}", m.end()


def several(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Ashby IIs`: a club's seconds; `Mark IIs`; not the letters of drips and CDs."""
    value = roman_value(m.group("numeral"))
    if ctx.about("cricket", "football", "rugby", "tennis", "golf") and value < 7:
        return num.plural(num.ordinal(value)), m.end()
    mark = m.group("numeral") in ("II", "III") and ctx.before()[:1].isupper()
    return (num.plural(num.cardinal(value)), m.end()) if mark else None


def joined(m: re.Match[str], ctx: Context) -> bool:
    """Whether letters that may be a numeral are part of something else: `A.V.`, `B&I`."""
    glued = ctx.glued()
    return bool(glued and (glued.isalnum() or glued in ".&'’")) or ctx.text[m.end() : m.end() + 1] == "&"


def hyphened(numeral: str, value: int, ctx: Context) -> str:
    """`BS-IV`, `Nagar-III`, `Agni-V`: a cardinal behind a name and a hyphen; else ""."""
    before = ctx.tokens[ctx.at - 2].text if ctx.at > 1 else ""
    named = before[:1].isupper() and len(before) > 1 and (len(numeral) > 1 or len(before) > 3)
    return num.cardinal(value) if named and not set(numeral) - set("IVX") else ""


def alone(ctx: Context) -> bool:
    """Whether the one capitalised word before a numeral is more likely a work or a thing (`Gladiator II`) than a ruler
    that no list has: nothing capitalised, no initial and no title stands before it."""
    lead = ctx.text[max(0, ctx.start - 60) : ctx.start].split()
    if len(lead) < 2:
        return True
    previous = lead[-2].lstrip("“\"‘'([") or lead[-2]
    return not previous[:1].isupper() or previous in usage.openers() or previous[-1] in ",;:)"


def called_first(ctx: Context) -> bool:
    """Whether a first name, an initial, a title or a byline's "By" is among the capitalised words before: `Henry Hale
    III`, `By Daarel Burnette II`, not `Planet Earth II`."""
    from ...lexis import first_names  # 3 ms that most texts never need

    words: list[str] = []
    for word in reversed(ctx.text[max(0, ctx.start - 60) : ctx.start].split()[:-1]):
        bare = word.strip("“”\"‘’'(),.")
        if not bare[:1].isupper():
            break
        words.append(bare)
    if not words or (words[1:] and words[-1] == "By"):
        return True
    return any(len(w) == 1 or w in english.titles() or first_names.gender(w) is not None for w in words)


def nothing_after(text: str, end: int) -> bool:
    return not text[end:].strip("- ") or text.startswith("--", end)


def roman_list(m: re.Match[str], ctx: Context) -> Reading | None:
    """`I, II, III and IV`."""
    numerals = re.findall(r"[IVX]+", m.group())
    values = [roman_value(numeral) for numeral in numerals]
    if not all(values) or values != sorted(set(values)) or not any(len(numeral) > 1 for numeral in numerals):
        return None
    listed = re.sub(r"[-–]", " to ", m.group())
    return re.sub(r"[IVX]+", lambda n: num.cardinal(roman_value(n.group())), listed), m.end()


def small_roman(m: re.Match[str], ctx: Context) -> Reading | None:
    """`scene iii`, `page xii`: small numerals behind what is numbered."""
    value = roman_value(m.group().upper())
    known = ctx.before().lower() in usage.parts_of_works()
    return (num.cardinal(value, ctx.british), m.end()) if value and known and ctx.glued() == " " else None


SMALL_ROMAN = Rule(
    "small roman numeral",
    (WORD,),
    r"[ivxl]{1,6}(?!\w)",
    small_roman,
    begins="ilvx",
    source="Chicago 9.64: scenes and preliminary pages, `scene iii`",
)
ROMAN_LIST = Rule(
    "list of roman numerals",
    (WORD,),
    r"[IVX]{1,5}(?:, [IVX]{1,5}(?!\w))*(?:,? (?:and|or|to) |[-–]|, )[IVX]{1,5}(?!\w)",
    roman_list,
    begins="IVX",
    then=" ,-–",
    source="parts and phases that are listed: `I, II and III`",
)
SEVERAL = Rule(
    "several of a numeral",
    (WORD,),
    r"(?P<numeral>III?|I?V|VI{1,3}|I?X)s(?!\w)",
    several,
    begins="IVX",
    source="results of clubs: Ashby IIs, the seconds",
)
ROMAN_NUMERAL = Rule(
    "roman numeral",
    (WORD,),
    r"(?P<numeral>[IVXLCDM]{1,15})(?P<suffix>['’]s)?(?!\w|\.\w)",
    roman,
    begins="CDILMVX",
    source="Chicago 9.64: rulers, wars, Super Bowls",
)
