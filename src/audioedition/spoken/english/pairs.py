"""Small things that typing puts beside figures and words: units behind a number in words, `form(s)`, `21 st`, offsets
of time zones, two points of the compass."""

from __future__ import annotations

import re

from ...lexis import english
from ...lexis.tables import Lexis, derived
from .. import numbers as num
from ..scan import FIGURES, LETTER, WORD, Context, Reading, Rule
from . import units, usage
from .shapes import NUM_OR_FRACTION, adjectival
from .tails import unit_name

IN_WORDS = frozenset(num.cardinal(n) for n in (*range(1, 20), *range(20, 100, 10))) | {
    *("hundred", "thousand", "million", "dozen", "half", "few", "several", "many"),
}
"""Behind which a unit in short counts: `five km`, `a hundred ml`."""


@derived
def counted_units(lexis: Lexis) -> frozenset[str]:
    """Units in short that are no words: `km`, `kg`, `mph`."""
    doubtful = lexis.made(units.doubtful.make)
    plain = {unit for unit, name in lexis.made(units.symbols.make).items() if unit != name}
    speeds = set(lexis.made(units.speeds.make))
    return frozenset(
        unit.lower() for unit in plain | speeds if 1 < len(unit) < 5 and unit.isalpha() and unit not in doubtful
    )


def behind_words(m: re.Match[str], ctx: Context) -> Reading | None:
    """`five km away`, `a few hundred ml of water`."""
    unit = m.group()
    name = units.speeds().get(unit) or units.symbols().get(unit)
    count = ctx.before().lower()
    if not name or ctx.glued() != " " or count not in IN_WORDS:
        return None
    name = unit_name(name, ctx)
    return (name if count == "one" or adjectival(ctx, m.end()) else units.plural_unit(name)), m.end()


def perhaps_many(m: re.Match[str], ctx: Context) -> Reading | None:
    """`form(s)`, `child(ren)`: the plural."""
    return m.group("word") + m.group("many"), m.end()


def apart_ordinal(m: re.Match[str], ctx: Context) -> Reading | None:
    """`21 st June`, `3 RD floor`: an ordinal that setting has torn."""
    count, suffix = int(m.group("num")), m.group("suffix").lower()
    teen = count % 100 in (11, 12, 13)
    right = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    if suffix != right or ctx.glued() not in ("", " ", "(") or ctx.about("knitting"):
        return None
    return num.ordinal(count, ctx.british), m.end()


def offset(m: re.Match[str], ctx: Context) -> Reading | None:
    """`UTC +10:00`, `GMT+5:30`: how far a zone's time is from Greenwich's."""
    minutes = int(m.group("minutes") or 0)
    sign = "plus" if m.group("sign") == "+" else "minus"
    words = f"{units.zones()[m.group('zone')]} {sign} {num.cardinal(int(m.group('hours')))}"
    return (f"{words} {num.cardinal(minutes)}" if minutes else words), m.end()


def between_points(m: re.Match[str], ctx: Context) -> Reading | None:
    """`W/NW 5-10 mph`: of a wind."""
    first, second = (english.points().get(m.group(name)) for name in ("first", "second"))
    if not first or not second or not (ctx.about("weather", "tides") or ctx.nearby(usage.winds())):
        return None
    return f"{first.lower()} to {second.lower()}", m.end()


def fluid_ounces(m: re.Match[str], ctx: Context) -> Reading | None:
    """`4 fl oz.`"""
    if ctx.glued().isalnum():
        return None
    figures = m.group("num")
    one = num.is_one(figures) or adjectival(ctx, m.end())
    return f"{num.number(figures, ctx.british)} fluid ounce{'' if one else 's'}", m.end()


UNIT_BEHIND_WORDS = Rule(
    "unit behind a number in words",
    (WORD,),
    r"[A-Za-z]{2,4}(?![\w'’/])",
    behind_words,
    words=counted_units,
    source="Guardian and Indian papers: five km, ten kg",
)
PERHAPS_MANY = Rule(
    "one or several",
    (WORD,),
    rf"(?P<word>{LETTER}{{2,30}})\((?P<many>s|es|ren)\)(?!\w)",
    perhaps_many,
    source="notices and forms: applicant(s)",
)
APART_ORDINAL = Rule(
    "ordinal set apart",
    (FIGURES,),
    r"(?P<num>\d{1,3}) (?P<suffix>st|nd|rd|th|ST|ND|RD|TH)(?![\w.]| \d)",
    apart_ordinal,
    follows=" ",
    source="notices whose raised letters have come off: 21 st June",
)
OFFSET = Rule(
    "offset of a zone",
    (WORD,),
    r"(?P<zone>UTC|GMT) ?(?P<sign>[-+−–])(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?(?![\w:])",
    offset,
    begins="UG",
    source="ISO 8601 offsets as they are read out: UTC+10:00",
)
BETWEEN_POINTS = Rule(
    "two points of the compass",
    (WORD,),
    r"(?P<first>[NSEW]{1,3})/(?P<second>[NSEW]{1,3})(?![\w/])",
    between_points,
    begins="NSEW",
    source="American forecasts: W/NW",
)
FLUID_OUNCES = Rule(
    "fluid ounces",
    (FIGURES,),
    rf"(?P<num>{NUM_OR_FRACTION})[ -]?fl\.? ?oz\b\.?",
    fluid_ounces,
    follows=" -.f",
    source="British recipes: 4 fl oz",
)
