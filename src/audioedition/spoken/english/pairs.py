"""Small things that typing puts beside figures and words: units behind a number in words, `form(s)`, `21 st`, offsets
of time zones, two points of the compass."""

from __future__ import annotations

import re
from string import digits

from ...lexis import english
from ...lexis.tables import Lexis, derived
from .. import numbers as num
from ..scan import FIGURES, LETTER, SYMBOL, WORD, Context, Reading, Rule, compiled
from . import units, usage
from .shapes import MONTH, NUM_OR_FRACTION, adjectival
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
    each = count in ("a", "an", "per", "each") and unit in usage.apiece()
    if not name or ctx.glued() != " " or not (each or count in IN_WORDS):
        return None
    name = unit_name(name, ctx)
    return (name if each or count == "one" or adjectival(ctx, m.end()) else units.plural_unit(name)), m.end()


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


SPEED_AHEAD = r" (?:at )?\d{1,3}(?:[-–]\d{1,3}| to \d{1,3})? ?(?:mph|kph|km/h|kts?|knots)\b"


def between_points(m: re.Match[str], ctx: Context) -> Reading | None:
    """`W/NW 5-10 mph`: of a wind."""
    first, second = (english.points().get(m.group(name)) for name in ("first", "second"))
    blown = ctx.about("weather", "tides") or ctx.nearby(usage.winds() | usage.forecast())
    if not first or not second or not (blown or compiled(SPEED_AHEAD).match(ctx.text, m.end())):
        return None
    return f"{first.lower()}{'-' if m.group('mark') == '-' else ' to '}{second.lower()}", m.end()


def fluid_ounces(m: re.Match[str], ctx: Context) -> Reading | None:
    """`4 fl oz.`"""
    if ctx.glued().isalnum():
        return None
    figures = m.group("num")
    one = num.is_one(figures) or adjectival(ctx, m.end())
    return f"{num.number(figures, ctx.british)} fluid ounce{'' if one else 's'}", m.end()


def to_par(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Oosthuizen (-11)`, `Roe (+2)`: strokes under or over par."""
    if not ctx.about("golf") or ctx.glued() not in ("(", " "):
        return None
    return f"{num.cardinal(int(m.group('strokes')))} {'over' if m.group('sign') == '+' else 'under'}", m.end()


def tied(m: re.Match[str], ctx: Context) -> Reading | None:
    """`T17`: a place that several share."""
    if not ctx.about("golf") or m.group("place") == "20":
        return None
    return f"tied for {num.ordinal(int(m.group('place')))}", m.end()


def equal_place(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2= J Roe`, `=3 Ann Lund`: a place that several share."""
    place = int(m.group("place") or m.group("place2"))
    fits = 0 < place < 100 and ctx.glued() in ("", " ", "(", "\n")
    return (f"equal {num.ordinal(place)}", m.end()) if fits else None


def accounting_months(m: re.Match[str], ctx: Context) -> Reading | None:
    """`12m to Dec`, `6m to 30 June`: months of accounts."""
    return f"{num.cardinal(int(m.group('months')))} months", m.end()


def thousands_of(m: re.Match[str], ctx: Context) -> Reading | None:
    """`£’000`: the head of a column of accounts."""
    return f"thousands of {units.currencies()[m.group('sign')][1]}", m.end()


THOUSANDS_OF = Rule(
    "thousands of a currency",
    (SYMBOL,),
    r"(?P<sign>[£$€₦₱₹])['’]?000s?(?![\d.,])",
    thousands_of,
    "£$€₦₱₹",
    source="accounts of companies: £’000",
)
TO_PAR = Rule(
    "strokes to par",
    (SYMBOL,),
    r"(?P<sign>[-−–+])(?P<strokes>\d{1,2})(?=\))",
    to_par,
    "-−–+",
    source="golf: Poe (-11)",
)
EQUAL_PLACE = Rule(
    "equal place",
    (FIGURES, SYMBOL),
    r"(?P<place>\d{1,2})=(?=,? [A-Z][\w.’' ])|=(?P<place2>\d{1,2})\.?(?=,? [A-Z])",
    equal_place,
    "=",
    follows="=",
    lengths="12",
    source="British results: 2= J Roe & A Elm",
)
TIED = Rule(
    "tied place",
    (WORD,),
    r"T(?P<place>\d{1,3})(?!\w)",
    tied,
    begins="T",
    then=digits,
    source="golf: T17",
)
ACCOUNTING_MONTHS = Rule(
    "months of accounts",
    (FIGURES,),
    rf"(?P<months>3|6|9|1[0-8])m(?= (?:to|ended|ending) (?:\d{{1,2}} )?{MONTH})",
    accounting_months,
    follows="m",
    lengths="12",
    source="accounts of British companies: 12m to Dec",
)
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
    then="(",
    source="notices and forms: applicant(s)",
)
APART_ORDINAL = Rule(
    "ordinal set apart",
    (FIGURES,),
    r"(?P<num>\d{1,3}) (?P<suffix>st|nd|rd|th|ST|ND|RD|TH)(?![\w.]| \d)",
    apart_ordinal,
    follows=" ",
    lengths="123",
    source="notices whose raised letters have come off: 21 st June",
)
OFFSET = Rule(
    "offset of a zone",
    (WORD,),
    r"(?P<zone>UTC|GMT) ?(?P<sign>[-+−–])(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?(?![\w:])",
    offset,
    begins="UG",
    then=" +-–−",
    source="ISO 8601 offsets as they are read out: UTC+10:00",
)
BETWEEN_POINTS = Rule(
    "two points of the compass",
    (WORD,),
    r"(?P<first>[NSEW]{1,3})(?P<mark>[-/])(?P<second>[NSEW]{1,3})(?![\w/])",
    between_points,
    begins="NSEW",
    then="-/",
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
