"""Numbers that count: percentages, units, magnitudes, fractions, ordinals, decades, years and plain figures."""

from __future__ import annotations

import re

from ...lexis import english
from .. import numbers as num
from ..scan import FIGURES, SYMBOL, Context, Reading, Rule, compiled
from . import units, usage
from .shapes import DASH, NUM, NUM_OR_FRACTION
from .tails import tail, unit_name

SECOND = (
    rf"(?P<sep>\s?{DASH}\s?|\s(?:to|x|×)\s|[x×]|/(?=-?\d{{1,3}}\s?(?:[°º]|C\b|km/?h|kph|mph|kts?\b)))"
    rf"(?P<num>{NUM})(?![\d:/]|-\d|s\b)"
)
SIGNED = {"": "", "+": "plus ", "±": "plus or minus "} | dict.fromkeys("-−–", "minus ")


SAME_UNIT = rf"(?:{DASH}| [–-] (?=\d[\d.]*%))(?=[-−]?\d[\d,.]*\s?([%°]|[a-z]{{1,3}}\b|[CF]\b))"
"""Behind `12C`: a dash and more of the same unit."""


def quantity(m: re.Match[str], ctx: Context) -> Reading | None:
    """A number, or a range of two, with a magnitude, a percent sign or a unit; declines if it has none."""
    glued, figures = ctx.glued(), m.group("num")
    if glued.isalpha() or (m.group("sign") and (glued.isalnum() or glued in (")", "%"))):
        return None
    bullet = m.group("sign") and ctx.about("recipes") and ctx.glued() in ("", "\n")
    first = f"{'' if bullet else SIGNED[m.group('sign') or '']}{counted(figures, ctx)}"
    if spanned := span_of_two(first, figures, m.end(), ctx):
        return spanned
    more = compiled(r"\+(?= ?[A-Za-z%])").match(ctx.text, m.end())
    rest = tail(figures, more.end() if more else m.end(), ctx, False)
    if not rest:
        return None
    words, end = f"{first}{' plus' if more else ''}{rest[0]}", rest[1]
    unit = ctx.text[m.end("num") : end].strip()
    span = compiled(SAME_UNIT).match(ctx.text, end)
    return (f"{words} to ", span.end()) if span and unit.startswith(span.group(1)) else (words, end)


def span_of_two(first: str, figures: str, end: int, ctx: Context) -> Reading | None:
    """`5-10 mph`, `24in x 36in`: a second number right behind, and one unit for both."""
    second = compiled(SECOND).match(ctx.text, end)
    a_year = len(figures) == 4 and figures.isdecimal() and ctx.before().lower() in usage.year_before()
    if (
        not second
        or ctx.before() in ("Gas", "gas", "mark")
        or (a_year and "to" in second.group("sep"))
        or minus_behind(figures, second)
    ):
        return None
    rest = tail(second.group("num"), second.end(), ctx, True)
    joiner = "by" if second.group("sep").strip() in ("x", "×") else "to"
    return (f"{first} {joiner} {counted(second.group('num'), ctx)}{rest[0]}", rest[1]) if rest else None


def minus_behind(figures: str, second: re.Match[str]) -> bool:
    """`S&P 500 -0.9%`: a space before the sign and none behind, and no rising span."""
    sep, number = second.group("sep"), second.group("num")
    if len(sep) != 2 or not sep[0].isspace() or sep[1] not in "-−":
        return False
    return "." in number or float(number.replace(",", "")) <= float(figures.replace(",", ""))


def per_unit(m: re.Match[str], ctx: Context) -> Reading | None:
    """`638/km²`, `5/ha`."""
    unit, power = m.group("unit"), m.group("power")
    name = units.rates().get(unit) or units.symbols().get(unit)
    squared = "square " if m.group("kind") or power in ("²", "2") else "cubic " if power else ""
    if not name or not (squared or unit in units.rates()) or ctx.glued().isalnum() or ctx.glued() in tuple("$£€./-"):
        return None
    return f"{num.number(m.group('num'), ctx.british)} per {squared}{unit_name(name, ctx)}", m.end()


def each_of_unit(m: re.Match[str], ctx: Context) -> Reading | None:
    """The slash of `15 people/km2`, `300 deaths/year`."""
    unit, power = m.group("unit"), m.group("power")
    name = units.rates().get(unit) or (units.symbols().get(unit) if power else None)
    counts = ctx.glued().isalpha() and ctx.before()[-1:] in ("s", "e") and ctx.before(2).isdecimal()
    if not name or not counts:
        return None
    kind = "" if not power else "square " if power in "²2" else "cubic "
    return f" per {kind}{unit_name(name, ctx)}", m.end()


def percentage_points(m: re.Match[str], ctx: Context) -> Reading | None:
    """`fell 3pp to 41%`."""
    if ctx.glued().isalnum() or ctx.glued() in tuple("$£€./-"):
        return None
    return (
        f"{num.number(m.group('num'), ctx.british)} percentage point{'' if num.is_one(m.group('num')) else 's'}",
        m.end(),
    )


def number_of(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2no. 3-bed houses`, `4 no. parking spaces`: how planners count."""
    if not ctx.british or ctx.glued() not in ("", " ", "("):
        return None
    return f"{num.cardinal(int(m.group('num')), True)} number", m.end()


def several_of(m: re.Match[str], ctx: Context) -> Reading | None:
    """`25 x two bed flats`, `2 x TWOC`: so many of them; `3 x faster`: so many times."""
    after = ctx.after(m.end())
    if ctx.glued().isalnum() or ctx.glued() in tuple("$£€.,/-") or after == "mile":
        return None
    return num.cardinal(int(m.group("count")), ctx.british) + (" times" if after in usage.multiplied() else ""), m.end()


def packs(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2 x 400g tins`: two four hundred gram tins."""
    name = units.symbols().get(m.group("unit"), m.group("unit"))
    if ctx.glued().isalnum():
        return None
    words = f"{num.cardinal(int(m.group('count')))} {num.number(m.group('num'), ctx.british)} {unit_name(name, ctx)}"
    return words, m.end("unit")


def counted(figures: str, ctx: Context) -> str:
    """A number that counts something: `1500m` are "fifteen hundred", `08 mph` eight."""
    if len(figures) == 2 and figures[0] == "0":
        return num.integer(figures[1:], ctx.british)
    if figures.isdecimal() and figures.endswith("00") and 1000 < int(figures[:9]) < 2000:
        return num.year(int(figures))
    return num.number(figures, ctx.british)


def ordinal(m: re.Match[str], ctx: Context) -> Reading | None:
    """`23rd`, `1,000th`; `12st` is a weight."""
    figures, suffix = m.group("num"), m.group("suffix").lower()
    if suffix == "st" and compiled(r" \d{1,2} ?lbs?\b").match(ctx.text, m.end()):
        return None
    if ctx.glued().isalpha() or (suffix != "th" and (figures[-1] != {"st": "1", "nd": "2", "rd": "3"}[suffix])):
        return None
    ending = "-minute" if m.group("minute") else m.group("many") or ""
    dated = ctx.before() in english.day_names() and ctx.glued() == " " and len(figures) < 3  # "Sunday 9th"
    dated = dated and (ctx.before(), figures) != ("Friday", "13")
    return ("the " if dated else "") + num.ordinal(int(figures.replace(",", "")), ctx.british) + ending, m.end()


ROUND = {
    "10": "tens",
    "100": "hundreds",
    "1000": "thousands",
    "1,000": "thousands",
    "10,000": "tens of thousands",
    "100,000": "hundreds of thousands",
    "1,000,000": "millions",
}
"""`100s of people`."""


def decade(m: re.Match[str], ctx: Context) -> Reading | None:
    """`1980s`, `'80s`, `in her 30s`, `the 747s`; a range `1960s-80s` gets its "to"."""
    figures, quoted = m.group("num"), m.group("quote")
    if figures in ROUND and not quoted:
        return ROUND[figures], m.end()
    if "," in figures or (len(figures) == 1 and ctx.before().lower() not in ("under", "over")):
        return None
    n = int(figures)
    if quoted and n % 10:
        return None
    if len(figures) == 4 and n % 10 and m.group()[4:5] in ("'", "’"):
        return f"{num.year(n, ctx.british)}'s", m.end()
    short = "two thousand" if n == 0 else num.below_hundred(n % 100)
    words = {4: num.year(n, ctx.british), 3: num.code(figures)}.get(len(figures), short)
    span = compiled(rf"{DASH}(?=['’]?\d\d(?:\d\d)?s\b)").match(ctx.text, m.end())
    if span:
        return f"{num.plural(words)} to ", span.end()
    return num.plural(words) + (m.group("own") or ""), m.end()


def short_year(m: re.Match[str], ctx: Context) -> Reading | None:
    """`’98` -> "ninety-eight"."""
    if ctx.glued().isalnum() or ctx.ahead() > m.end():
        return None  # "‘10 kg’": a quotation
    return num.short_year(m.group("num")), m.end()


def multiple(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2x`, `3x-4x`, `1.5x`, `4x4`."""
    figures = m.group("num")
    if ctx.glued().isalnum() or figures == "0":
        return None  # a number of programmers: 0x08
    if compiled(r"[-–]\d{1,3}[x×](?![\w×])").match(ctx.text, m.end()):
        return f"{num.number(figures, ctx.british)} to ", m.end() + 1
    return multiplied(figures, m, ctx)


def multiplied(figures: str, m: re.Match[str], ctx: Context) -> Reading:
    """What is so many times, or so much by so much."""
    if more := compiled(r"[x×]\d{1,4}(?![\dx×]|[.,]\d)").match(ctx.text, m.end()) if m.group("by") else None:
        three = (figures, m.group("by"), more.group()[1:])
        return " by ".join(num.number(part, ctx.british) for part in three), more.end()
    if m.group("by"):
        last = num.number(m.group("by"), ctx.british)
        if m.group("owned"):
            return f"{num.number(figures)} {num.plural(last)}", m.end()
        joiner = " times " if compiled(r" (?:min(?:ute)?|hour|hr|day|week)s\b").match(ctx.text, m.end()) else " by "
        joiner = " " if compiled(r" (?:minute|hour|day|week) [a-z]").match(ctx.text, m.end()) else joiner
        return f"{num.number(figures, ctx.british)}{joiner}{num.plural(last) if m.group('many') else last}", m.end()
    rate = compiled(r"/(day|week|month|year)\b").match(ctx.text, m.end())
    if rate:
        return f"{num.number(figures, ctx.british)} times a {rate.group(1)}", rate.end()
    zoomed = ctx.after(m.end()) in ("zoom", "objective", "magnification") or not (ctx.before() or ctx.after(m.end()))
    times = "." in figures or not zoomed or compiled(r"[),;:.]").match(ctx.text, m.end()) is not None
    return f"{num.number(figures, ctx.british)} {'times' if times else 'x'}", m.end()


def calibre(m: re.Match[str], ctx: Context) -> Reading | None:
    """`.22-caliber`, `a .45 pistol`."""
    of_gun = m.group("of").lower() in usage.guns() and not ctx.glued().isdecimal()
    return (num.code(m.group("num")), m.end()) if of_gun else None


def height(m: re.Match[str], ctx: Context) -> Reading | None:
    """`5'11"`, `a 6’2” guard`, `6-foot-4`."""
    feet, inches = int(m.group("feet")), int(m.group("inches"))
    if ctx.glued().isalnum() or not 2 <= feet <= 8 or inches > 11:
        return None
    return f"{num.cardinal(feet)} foot {num.cardinal(inches)}", m.end()


SIGN = r"(?P<sign>[-−–+±](?=\.?\d))?"
DECADE = Rule(
    "decade",
    (FIGURES, SYMBOL),
    r"(?P<quote>['’‘](?=\d\ds))?(?P<num>\d{1,4}|\d{1,3},000(?:,000)?)"
    r"(?:['’]|(?<=\d{4}) (?=s\b(?!\.\d)))?s\b(?P<own>['’](?=\s\w))?",
    decade,
    "'’‘",
    follows="s'’ ,",
    lengths="1234",
    source="AP: the 1980s, the ’80s",
)
SHORT_YEAR = Rule(
    "short year",
    (SYMBOL,),
    r"['’‘](?P<num>\d\d)\b(?!['’]|%)",
    short_year,
    "'’‘",
    source="the class of ’98",
)
ORDINAL = Rule(
    "ordinal",
    (FIGURES,),
    r"(?P<num>\d{1,3}(?:,\d{3}){1,6}|\d{1,20})(?P<suffix>st|nd|rd|th|ST|ND|RD|TH)(?P<many>s)?\b(?P<minute>-min\b)?",
    ordinal,
    follows=",snrtSNRT",
    source="AP: 23rd",
)
CALIBRE = Rule(
    "calibre",
    (SYMBOL,),
    r"\.(?P<num>\d{2,3})(?=[ -](?P<of>[A-Za-z]{3,10})\b)",
    calibre,
    ".",
    source="AP: .22-caliber",
)
HEIGHT = Rule(
    "height",
    (FIGURES,),
    r"(?P<feet>\d)(?:['’′] ?|-foot-)(?P<inches>\d{1,2})(?:\"|”|″|''|’’|(?<=t-\d)\b|(?<=t-\d\d)\b)",
    height,
    follows="-'’′",
    lengths="1",
    source="American rosters: 6-foot-4, 6'2\"",
)
QUANTITY = Rule(
    "quantity",
    (FIGURES, SYMBOL),
    SIGN + rf"(?P<num>{NUM_OR_FRACTION})",
    quantity,
    "-−–+±.",
    source="BIPM SI brochure; lexis/en/units.tsv",
)
PER_UNIT = Rule(
    "per unit",
    (FIGURES,),
    rf"(?P<num>{NUM})/(?P<kind>sq\.? ?)?(?P<unit>[a-zA-Z]{{1,8}})(?P<power>[²³23])?(?!\w)",
    per_unit,
    follows=",./",
    source="densities and rates: `638/km²`, `60 a head`",
)
EACH_OF_UNIT = Rule(
    "each of a unit",
    (SYMBOL,),
    r"/(?P<unit>[a-z]{1,8})(?P<power>[²³23])?(?!\w)",
    each_of_unit,
    "/",
    source="densities and rates of what is counted: `15 people/km2`",
)
POINTS = Rule(
    "percentage points",
    (FIGURES,),
    rf"(?P<num>{NUM})(?: ?pp|ppts?| ?(?:pc|%|per cent|percent) pts?\.?)(?!\w)",
    percentage_points,
    follows=",. p%",
    source="economists' `3pp`: percentage points",
)
NUMBER_OF = Rule(
    "number of",
    (FIGURES,),
    r"(?P<num>\d{1,3}) ?(?:no\.(?= (?:\d|[a-z]))|No\.(?= (?:[a-z-]+ ){0,2}[a-z]+s\b))",
    number_of,
    follows=" nN",
    lengths="123",
    source="planning notices: 2no. 3-bed houses",
)
PACKS = Rule(
    "packs",
    (FIGURES,),
    rf"(?P<count>\d{{1,3}}) ?[x×] ?(?P<num>{NUM})[ -]?(?P<unit>k?g|mc?g|[mc]?l|L|oz|lb|h(?:ou)?r|min(?:ute)?|week)\b\.?"
    r" (?!of\b|by\b|x\b)[a-z]{3,}",
    packs,
    follows=" x×",
    lengths="123",
    source="recipes: `2 x 400g tins`",
)
SEVERAL = Rule(
    "several",
    (FIGURES,),
    r"(?P<count>[2-9]|[1-9]\d) [x×](?= (?:[A-Za-z]{2}|\d{1,2}[- ]?(?:bed|storey)))",
    several_of,
    follows=" x×",
    lengths="12",
    source="notices and charge lists: 25 x two bed flats",
)
MULTIPLE = Rule(
    "multiple",
    (FIGURES,),
    rf"(?P<num>{NUM})(?:[x×]|X(?=\d)|\s[x×]\s(?=\d))(?:(?P<by>(?:\d{{1,2}},\d{{3}}|\d{{1,4}})(?!\d|[x×](?!\d)|[.,]\d))(?:(?P<owned>['’]s\b)|(?P<many>s\b))?|(?!\w))",
    multiple,
    follows=" .,x×X",
    source="2.5x, 4x4",
)
