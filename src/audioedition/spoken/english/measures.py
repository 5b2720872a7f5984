"""Numbers that count: percentages, units, magnitudes, fractions, ordinals, decades, years and plain figures."""

from __future__ import annotations

import re

from ...lexis import english
from .. import numbers as num
from ..scan import FIGURES, SYMBOL, Context, Reading, Rule, compiled
from . import units, usage
from .doubtful import closes_quotation, letter_magnitude, meant
from .shapes import DASH, NUM, NUM_OR_FRACTION, adjectival, ends_text, keep_stop, magnitude_at

SECOND = rf"(?P<sep>\s?{DASH}\s?|\s(?:to|x|×)\s|[x×])(?P<num>{NUM})(?![\d:/]|-\d|s\b)"
TAIL = (
    r"(?P<gap>[ \u00a0\u202f-]?)"
    r"(?P<unit>°\s?[CFK]\b|º\s?[CFK]\b|[%‰°º]|[kcm]?m[23]\b|[A-Za-zμµ]{1,12}(?:/[A-Za-z0-9]{1,5})?[²³]?)"
)
AREA = (
    r"[ \u00a0-]?(?P<kind>sq|cu)\.?[ -]?"
    r"(?P<unit>feet|foot|ft|yards?|yd|miles?|mi|inch(?:es)?|in|(?:kilo)?met(?:er|re)s?|km|cm|m)\b\.?"
)
MARKS = dict.fromkeys('"″”', " inches") | dict.fromkeys("'′’", " feet")
MARKED = r" (?:of (?:rain|snow|ice|water)|x \d|by \d|ceilings?|deep|high|long|screen|TV|tall|thick|wheels|wide)\b"
"""Behind `10'` and `2"`: feet and inches, not the end of a quotation."""
PARTS = r"(?:,? )?(?P<num>\d{1,2}(?:\.\d)?)\s?(?P<unit>inches|ins?|oz|lbs?|mins?|secs?|[sm])\b\.?"


SIGNED = {"": "", "+": "plus "} | dict.fromkeys("-−–", "minus ")


def quantity(m: re.Match[str], ctx: Context) -> Reading | None:
    """A number, or a range of two, with a magnitude, a percent sign or a unit; declines if it has none."""
    glued = ctx.glued()
    if glued.isalpha() or (m.group("sign") and (glued.isalnum() or glued in (")", "%"))):
        return None
    first = f"{SIGNED[m.group('sign') or '']}{counted(m.group('num'), ctx)}"
    second = compiled(SECOND).match(ctx.text, m.end())
    a_year = len(m.group("num")) == 4 and m.group("num").isdecimal() and ctx.before().lower() in usage.year_before()
    if second and not (a_year and "to" in second.group("sep")):
        joiner = "by" if second.group("sep").strip() in ("x", "×") else "to"
        rest = tail(second.group("num"), second.end(), ctx, True)
        if rest:
            return f"{first} {joiner} {counted(second.group('num'), ctx)}{rest[0]}", rest[1]
    rest = tail(m.group("num"), m.end(), ctx, False)
    if not rest:
        return None
    words, end = first + rest[0], rest[1]
    span = compiled(rf"{DASH}(?=[-−]?\d[\d,.]*\s?[%°])").match(ctx.text, end)
    return (f"{words} to ", span.end()) if span and ctx.text[m.end("num") : end].strip()[:1] in "%°" else (words, end)


def per_unit(m: re.Match[str], ctx: Context) -> Reading | None:
    """`638/km²`, `5/ha`."""
    unit, power = m.group("unit"), m.group("power")
    name = units.rates().get(unit) or units.symbols().get(unit)
    squared = "square " if m.group("kind") or power in ("²", "2") else "cubic " if power else ""
    if not name or not (squared or unit in units.rates()) or ctx.glued().isalnum() or ctx.glued() in tuple("$£€./-"):
        return None
    return f"{num.number(m.group('num'), ctx.british)} per {squared}{unit_name(name, ctx)}", m.end()


def percentage_points(m: re.Match[str], ctx: Context) -> Reading | None:
    """`fell 3pp to 41%`."""
    if ctx.glued().isalnum() or ctx.glued() in tuple("$£€./-"):
        return None
    return (
        f"{num.number(m.group('num'), ctx.british)} percentage point{'' if num.is_one(m.group('num')) else 's'}",
        m.end(),
    )


def packs(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2 x 400g tins`: two four hundred gram tins."""
    name = units.symbols().get(m.group("unit"))
    if not name or ctx.glued().isalnum():
        return None
    words = f"{num.cardinal(int(m.group('count')))} {num.number(m.group('num'), ctx.british)} {unit_name(name, ctx)}"
    return words, m.end("unit")


def counted(figures: str, ctx: Context) -> str:
    """A number that counts something: `1500m` are "fifteen hundred"."""
    if figures.isdecimal() and figures.endswith("00") and 1000 < int(figures[:9]) < 2000:
        return num.year(int(figures))
    return num.number(figures, ctx.british)


def tail(figures: str, end: int, ctx: Context, both: bool) -> Reading | None:
    """What follows figures, in words with a leading space: " billion", " percent", " kilograms"; None if nothing does.

    `both`: the figures are the second of a range.
    """
    text = ctx.text
    scale, after = magnitude_at(text, end)
    words = ""
    if len(text[end:after].strip(" -\u00a0\u202f")) > 1:
        words, end = f" {scale}", after
        if text[end : end + 1] == "+":
            return f"{words} plus", end + 1
    unit_of_mark = MARKS.get(text[end : end + 1], "")
    across = compiled(r"[\"″”′'’]\s?[×x]\s?(?=\d)").match(text, end)
    if across:
        return f"{words}{unit_of_mark} by ", across.end()
    marked = compiled(MARKED).match(text, end + 1) or ("." in figures and not closes_quotation(text, end))
    if unit_of_mark and not words and marked:
        return unit_of_mark, end + 1
    m = compiled(TAIL).match(text, end)
    if not m:
        return (words, end) if words else None
    unit, gap, unit_end = m.group("unit"), m.group("gap"), m.end()
    rate = ""
    if "/" in unit and unit not in units.speeds():
        unit, per = unit.split("/")
        rate = units.rates().get(per, "") if unit in units.symbols() else ""
        unit_end = unit_end if rate else m.start("unit") + len(unit)
    one = not words and not both and num.is_one(figures)
    if unit[0] == "%" and text.startswith("ers", m.end()):
        return f"{words} percenters", m.end() + 3
    if unit[0] == "%":
        plus = text.startswith("+", m.end()) and not text[m.end() + 1 : m.end() + 2].isalnum()
        return f"{words} percent{' plus' if plus else ''}", m.end() + plus
    if unit[0] == "‰":
        return f"{words} per mille", m.end()
    if unit[0] in "°º":
        scale_name = {"C": " Celsius", "F": " Fahrenheit", "K": " Kelvin"}.get(unit[-1], "")
        return f"{words} degree{'' if one else 's'}{scale_name}", m.end()
    area = compiled(AREA).match(text, end)
    if area:
        power = "square" if area.group("kind") == "sq" else "cubic"
        name = f"{power} {unit_name(units.area_units()[area.group('unit')], ctx)}"
        stop = keep_stop(text, area.end())
        return f"{words} {name if one or adjectival(ctx, stop) else units.plural_unit(name)}", stop
    big = "" if words or gap else letter_magnitude(unit, figures, unit_end, ctx)
    if big:
        return f" {big}", unit_end
    name = measured(unit, gap, figures, unit_end, ctx)
    if not name:
        return (words, end) if words else None
    stop = unit_end
    if text[stop : stop + 1] == "." and (unit in units.stopped() or compiled(r"\. [a-z]").match(text, stop)):
        stop = stop + 1 if gap == "-" and not ends_text(text, stop + 1) else keep_stop(text, stop + 1)
    if gap == "-" and not text[stop : stop + 1].isspace() and text[stop : stop + 1] != "-":
        one = one or both
    said = (
        name
        if one or (name != "penny" and (attributive(ctx, stop) or (gap == "-" and not words)))
        else units.plural_unit(name)
    )
    if rate:
        return f"{words} {said} per {rate}", stop
    across = compiled(r"\s?[×x]\s(?=\d)").match(text, stop)
    if across:
        return f"{words} {said} by ", across.end()
    more = None if both or gap == "-" else compiled(PARTS).match(text, stop)
    small = units.COMPOUNDS.get((unit, more.group("unit")[:2])) if more else None
    if more and small:
        part, count, stop = units.symbols()[small], more.group("num"), keep_stop(text, more.end())
        if unit == "ft" and adjectival(ctx, stop):
            return f"{words} foot {num.number(count)}", stop
        return f"{words} {said} {num.number(count)} {part if num.is_one(count) else units.plural_unit(part)}", stop
    return f"{words} {said}", stop


def attributive(ctx: Context, end: int) -> bool:
    """Whether a measure that ends at `end` stands before its noun: "a six foot wall", also "155mm shells"."""
    return adjectival(ctx, end) or (ctx.after(end) in usage.sized() and ctx.text[end : end + 1] == " ")


def unit_name(name: str, ctx: Context) -> str:
    """British spelling where it differs: the lists have the American."""
    return name.replace("meter", "metre").replace("liter", "litre").replace("ton ", "tonne ") if ctx.british else name


def measured(unit: str, gap: str, figures: str, end: int, ctx: Context) -> str:
    """The singular name of a unit symbol, "" if it is none or, as `in` or `m`, hardly one here."""
    if unit in units.speeds():
        return unit_name(units.speeds()[unit], ctx)
    bare, power = (unit[:-1], unit[-1]) if unit[-1] in "²³" else (unit, "")
    if bare[-1] in "23" and bare[:-1] in units.powered():
        bare, power = bare[:-1], bare[-1]
    name = units.symbols().get(bare)
    if not name:
        return ""
    if bare == "kt" and ctx.nearby(usage.winds()):
        name = "knot"
    if power:
        return f"{'square' if power in '²2' else 'cubic'} {unit_name(name, ctx)}"
    return unit_name(name, ctx) if bare not in units.doubtful() or meant(bare, gap, figures, end, ctx) else ""


def ordinal(m: re.Match[str], ctx: Context) -> Reading | None:
    """`23rd`, `1,000th`; `12st` is a weight."""
    figures, suffix = m.group("num"), m.group("suffix").lower()
    if ctx.glued().isalpha() or (suffix != "th" and (figures[-1] != {"st": "1", "nd": "2", "rd": "3"}[suffix])):
        return None
    return num.ordinal(int(figures.replace(",", "")), ctx.british) + (m.group("many") or ""), m.end()


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
    if "," in figures:
        return None
    n = int(figures)
    if (quoted and n % 10) or (len(figures) == 1 and ctx.before().lower() not in ("under", "over")):
        return None
    if len(figures) == 4 and n % 10 and m.group()[4:5] in ("'", "’"):
        return f"{num.year(n, ctx.british)}'s", m.end()
    if len(figures) == 4:
        words = num.year(n, ctx.british)
    elif len(figures) == 3:
        words = num.code(figures)
    else:
        words = "two thousand" if n == 0 else num.below_hundred(n)
    span = compiled(rf"{DASH}(?=['’]?\d\d(?:\d\d)?s\b)").match(ctx.text, m.end())
    if span:
        return f"{num.plural(words)} to ", span.end()
    return num.plural(words) + (m.group("own") or ""), m.end()


def short_year(m: re.Match[str], ctx: Context) -> Reading | None:
    """`’98` -> "ninety-eight"."""
    return None if ctx.glued().isalnum() else (num.short_year(m.group("num")), m.end())


def multiple(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2x`, `1.5x`, `4x4`."""
    if ctx.glued().isalnum():
        return None
    figures = m.group("num")
    if m.group("by"):
        last = num.number(m.group("by"))
        return f"{num.number(figures)} by {num.plural(last) if m.group('many') else last}", m.end()
    rate = compiled(r"/(day|week|month|year)\b").match(ctx.text, m.end())
    if rate:
        return f"{num.number(figures, ctx.british)} times a {rate.group(1)}", rate.end()
    return f"{num.number(figures, ctx.british)} {'times' if '.' in figures else 'x'}", m.end()


def plain_number(m: re.Match[str], ctx: Context) -> Reading | None:
    """Whatever is left: a year if it looks like one, else a cardinal; one by one after a leading zero."""
    figures, gb, end = m.group("num"), ctx.british, m.end()
    sign = m.group("sign") or ""
    if sign and (ctx.glued().isalnum() or ctx.glued() in (")", ".")):
        return None
    plus = " plus" if ctx.text[end : end + 1] == "+" and not ctx.text[end + 1 : end + 2].isalnum() else ""
    if sign or plus or not figures.isdecimal():
        lead = {"": "", "+": "plus ", "±": "plus or minus "}.get(sign, "minus ")
        return f"{lead}{num.number(figures, gb)}{plus}", end + bool(plus)
    if len(figures) < 3:
        return num.integer(figures, gb), end
    if digitwise(figures, end, ctx):
        return num.digits(figures), end
    before = ctx.before()
    if len(figures) == 4:
        named = len(before) > 1 and before.isupper() and before not in english.capital_words() and not ctx.loud
        form = before in ("a", "an") and int(figures) < 1100
        if named or form or before.lower() in usage.coded() or ctx.after(end) in usage.coded_before():
            return num.code(figures, gb), end
        if is_year(int(figures), end, ctx):
            return num.year(int(figures), gb), end
    volume = ctx.text.startswith(" U.S. ", end) and ctx.text[end + 6 : end + 7].isdecimal()
    if len(figures) < 4 and (volume or ctx.text.startswith("U.S. ", max(0, ctx.start - 5))):
        return num.code(figures, gb), end
    airliner = figures in usage.airliners() and before.lower() in usage.determiners() | {"a", "boeing"}
    if len(figures) < 4 and (airliner or before.lower() in usage.coded()) and ctx.after(end) not in usage.crowds():
        return num.code(figures, gb), end
    return num.integer(figures, gb), end


ZIP_AHEAD = r"(?:\b[A-Z][a-z]{1,5}\.|[A-Z]\.[A-Z]\.) $"
"""The abbreviated state before a ZIP code."""


def digitwise(figures: str, end: int, ctx: Context) -> bool:
    """`Call 911`, `ZIP code 95051`, `ending in 8876`: figures that are dialled or keyed in."""
    before, after = ctx.before().lower(), ctx.after(end).lower()
    if len(figures) == 3 and before == "code":
        return True
    if len(figures) == 5 and compiled(ZIP_AHEAD).search(ctx.text[max(0, ctx.start - 8) : ctx.start]):
        return True
    if len(figures) == 3:
        emergency = figures in ("911", "999") and after in usage.calls()
        also = before in ("or", "and", "on") and ctx.nearby(usage.dialled(), 10)
        return emergency or also or before in usage.dialled() or after in ("hotline", "helpline")
    if before == "to":
        return len(figures) in (5, 6) and ctx.nearby(usage.dialled(), 10)
    keyed = before in ("code", "pin", "passcode", "zip", "text", "texting")
    return keyed or (before == "in" and ctx.before(2).lower() in ("ending", "ends"))


def is_year(n: int, end: int, ctx: Context) -> bool:
    """Whether four figures without a comma are a year: by size, what they count and the word before."""
    before, after = ctx.before().lower(), ctx.after(end)
    if n == 1066 or (before == "in" and 1900 < n < 2100 and after in usage.crowds()):
        return True
    if before == "of" and 1100 < n < 2100 and n % 10 and after not in usage.crowds():
        return ctx.before(2).lower() not in usage.amounts()
    if after in usage.crowds() or before == "number" or not (1000 < n < 2100 or (before == "year" and n < 3000)):
        return 1000 < n < 2100 and n % 100 == 0 and n % 1000 != 0
    if before in usage.year_before():
        return True
    counts = after.endswith("s") and after.islower() and after not in usage.not_plurals()
    if n >= 1900:
        return not (before in usage.roughly() and counts)
    if n < 1100:
        return False
    if before in ("about", "around") and n < 2000 and not after:
        return True  # "Stone mill, about 1734"
    if before in usage.roughly() and not counts:
        return n % 100 == 0 or ctx.before(2).lower() in usage.year_before() | {"before", "after", "from"}
    return n % 100 == 0 or not counts


def calibre(m: re.Match[str], ctx: Context) -> Reading | None:
    """`.22-caliber`, `a .45 pistol`."""
    return None if ctx.glued().isdecimal() else (num.code(m.group("num")), m.end())


def height(m: re.Match[str], ctx: Context) -> Reading | None:
    """`5'11"`, `a 6’2” guard`, `6-foot-4`."""
    feet, inches = int(m.group("feet")), int(m.group("inches"))
    if ctx.glued().isalnum() or not 2 <= feet <= 8 or inches > 11:
        return None
    return f"{num.cardinal(feet)} foot {num.cardinal(inches)}", m.end()


SIGN = r"(?P<sign>[-−–+](?=\.?\d))?"
DECADE = Rule(
    "decade",
    (FIGURES, SYMBOL),
    r"(?P<quote>['’‘](?=\d\ds))?(?P<num>\d{1,4}|\d{1,3},000(?:,000)?)(?:['’]| (?=s\b))?s\b(?P<own>['’](?=\s\w))?",
    decade,
    "'’‘",
    follows="s'’ ,",
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
    r"(?P<num>\d{1,3}(?:,\d{3}){1,6}|\d{1,20})(?P<suffix>st|nd|rd|th|ST|ND|RD|TH)(?P<many>s)?\b",
    ordinal,
    follows=",snrtSNRT",
    source="AP: 23rd",
)
CALIBRE = Rule(
    "calibre",
    (SYMBOL,),
    r"\.(?P<num>\d{2,3})(?=[ -](?:cal\b|calib|handgun|pistol|rifle|revolver|Magnum|magnum|round|bullet|ammunition))",
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
    source="American rosters: 6-foot-4, 6'2\"",
)
QUANTITY = Rule(
    "quantity",
    (FIGURES, SYMBOL),
    SIGN + rf"(?P<num>{NUM_OR_FRACTION})",
    quantity,
    "-−–+.",
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
POINTS = Rule(
    "percentage points",
    (FIGURES,),
    rf"(?P<num>{NUM})(?: ?pp|ppts?)(?!\w)",
    percentage_points,
    follows=",. p",
    source="economists' `3pp`: percentage points",
)
PACKS = Rule(
    "packs",
    (FIGURES,),
    rf"(?P<count>\d{{1,3}}) ?[x×] ?(?P<num>{NUM})[ -]?(?P<unit>k?g|[mc]?l|L|oz|lb)\b\.?"
    r" (?!of\b|by\b|x\b)[a-z]{3,}",
    packs,
    follows=" x×",
    source="recipes: `2 x 400g tins`",
)
MULTIPLE = Rule(
    "multiple",
    (FIGURES,),
    rf"(?P<num>{NUM})(?:[x×]|\s[x×]\s(?=\d))(?:(?P<by>\d{{1,4}}(?![\dx×]|[.,]\d))(?P<many>s\b)?|(?!\w))",
    multiple,
    follows=" .,x×",
    source="2.5x, 4x4",
)
NUMBER = Rule(
    "number",
    (FIGURES, SYMBOL),
    rf"(?P<sign>[-−–+±](?=\.?\d))?(?P<num>{NUM_OR_FRACTION})",
    plain_number,
    "-−–.+±",
    source="AP and Guardian: numbers; years by size and words around",
)
