"""What follows figures: a magnitude, a percent sign, degrees, feet and inches, an area, a unit and what hangs on it."""

from __future__ import annotations

import re
from typing import NamedTuple

from .. import numbers as num
from ..scan import Context, Reading, compiled
from . import units, usage
from .doubtful import as_printed, closes_quotation, letter_magnitude, meant
from .shapes import adjectival, ends_text, keep_stop, magnitude_at

TAIL = (
    r"(?P<gap>[ \u00a0\u202f-]?)"
    r"(?P<unit>°\s?[CFKcf]\b|º\s?[CFKcf]\b|[%‰°º]|[kcm]?m[23]\b|[A-Za-zμµ]{1,12}(?:/[A-Za-z0-9]{1,5})?[²³]?)"
)
AREA = (
    r"[ \u00a0-]?(?i:(?P<kind>sq|cu)\.?[ -]?"
    r"(?P<unit>feet|foot|ft|yards?|yd|miles?|mi|inch(?:es)?|in|(?:kilo)?met(?:er|re)s?|km|cm|m))\b\.?"
)
MARKS = dict.fromkeys('"″”', " inches") | dict.fromkeys("'′’", " feet")
MARKED = (
    r" (?:of (?:rain|snow|ice|water)|x \d|by \d|ceilings?|deep|high|long|screen|TV|tall|thick|wheels|wide|over|above"
    r"|below|under)\b"
)
"""Behind `10'` and `2"`: feet and inches, not the end of a quotation."""
PARTS = r"(?:,? )?(?P<num>\d{1,2}(?:\.\d)?)\s?(?P<unit>inches|ins?|oz|lbs?|mins?|secs?|[sm])\b\.?"


class Behind(NamedTuple):
    """Figures, and the place behind them."""

    figures: str
    end: int
    ctx: Context
    both: bool
    """Whether the figures are the second of a range."""
    words: str = ""
    """A magnitude that was found already, with a leading space."""

    @property
    def text(self) -> str:
        return self.ctx.text

    @property
    def one(self) -> bool:
        """Whether exactly one is counted."""
        return not self.words and not self.both and num.is_one(self.figures)


def tail(figures: str, end: int, ctx: Context, both: bool) -> Reading | None:
    """What follows figures, in words with a leading space: " billion", " percent", " kilograms"; None if nothing does.

    `both`: the figures are the second of a range.
    """
    behind = Behind(figures, end, ctx, both)
    scale, after = magnitude_at(ctx.text, end)
    if len(ctx.text[end:after].strip(" -\u00a0\u202f")) > 1:
        behind = behind._replace(words=f" {scale}", end=after)
        if ctx.text[after : after + 1] == "+":
            return f" {scale} plus", after + 1
    for kind in (feet_and_inches, of_sign, of_area, of_cups, of_dotted, of_unit):
        if reading := kind(behind):
            return reading
    return (behind.words, behind.end) if behind.words else None


def feet_and_inches(behind: Behind) -> Reading | None:
    """`16" pizza`, `10' x 12'`: where the mark does not end a quotation."""
    text, end = behind.text, behind.end
    unit = MARKS.get(text[end : end + 1], "")
    if text[end : end + 1] in ("″", "′") and of_the_sky(behind):
        kind = "second" if text[end] == "″" else "minute"
        return f"{behind.words} arc {kind}{'' if behind.one else 's'}", end + 1
    if across := compiled(r"[\"″”′'’](?:\s?[×x]\s?| by )(?=\d)").match(text, end):
        return f"{behind.words}{unit} by ", across.end()
    if unit and (span := compiled(r"[\"″”′'’][-–](?=\d{1,3}(?:\.\d)?[\"″”′'’])").match(text, end)):
        return " to ", span.end()
    if not unit or behind.words or text.startswith("s", end + 1) or not a_mark(behind):
        return None
    if behind.one or attributive(behind.ctx, end + 1):
        unit = {" inches": " inch", " feet": " foot"}[unit]
    plus = text.startswith("+", end + 1)
    return f"{unit}{' plus' if plus else ''}", end + 1 + plus


def of_the_sky(behind: Behind) -> bool:
    """`its disk spans 34″`: among words of astronomy."""
    near = behind.text[max(0, behind.end - 120) : behind.end + 120]
    return (
        compiled(r"(?i)\b(?:planets?|telescopes?|magnitude|disk|disc|galaxy|nebula|comet|constellation)\b").search(near)
        is not None
    )


def high(behind: Behind) -> bool:
    """`above 2,500'.`: feet of a mountain."""
    ends = compiled(r"['’′](?:[.,;)]|$)").match(behind.text, behind.end)
    return "," in behind.figures and ends is not None


def a_mark(behind: Behind) -> bool:
    """Whether a mark behind figures means inches or feet, and ends no quotation, not even one opened long before."""
    text, end = behind.text, behind.end
    if text[end] in "″′" or compiled(MARKED).match(text, end + 1) or high(behind):
        return True
    if compiled(r"\d[\"″”′'’]? ?(?:[x×]|by) ?$").search(text, max(0, behind.ctx.start - 8), behind.ctx.start):
        return True
    if in_brackets(behind) or of_a_jump(behind) or only_marks(behind):
        return True
    if closes_quotation(text, end) or len(behind.figures) > 3:
        return False
    if "." in behind.figures or (behind.both and text[end] not in "'’"):
        return True
    after = behind.ctx.after(end + 1)
    return after.islower() and after not in usage.function_words() | usage.said() and text[end + 1 : end + 2] == " "


def in_brackets(behind: Behind) -> bool:
    """`High Hurdles (33")`: inches, which nothing else opens."""
    return compiled(r"\(\d{1,3}(?:\.\d)?[\"”]\)").match(behind.text, behind.ctx.start - 1) is not None


def of_a_jump(behind: Behind) -> bool:
    """`the pole vault starts at 6'`; `a 23' Sea Ray`."""
    few = len(behind.figures) < 3 and behind.text[behind.end] in "'’"
    of_boat = behind.ctx.about("boats", "motors") and compiled(r" [A-Z][a-z]").match(behind.text, behind.end + 1)
    measured_near = bool(of_boat) or behind.ctx.nearby(usage.field_marks(), 16)
    return few and measured_near and not closes_quotation(behind.text, behind.end)


def only_marks(behind: Behind) -> bool:
    """Whether every quotation mark around stands behind a figure."""
    line = behind.text[max(0, behind.end - 200) : behind.end + 200]
    marks = line.count('"') if behind.text[behind.end] == '"' else 0
    return marks > 1 and len(compiled(r'\d"').findall(line)) == marks


def of_sign(behind: Behind) -> Reading | None:
    """`%`, `%+`, `‰`, `°C`."""
    m, words, text = compiled(TAIL).match(behind.text, behind.end), behind.words, behind.text
    sign = m.group("unit")[0] if m else ""
    if not m or sign not in ("%", "‰", "°", "º"):
        return None
    if sign == "%" and text.startswith("ile", m.end()):
        return f"{words} percentile", m.end() + 3
    if sign == "%" and text.startswith("ers", m.end()):
        return f"{words} percenters", m.end() + 3
    if sign == "%":
        plus = text.startswith("+", m.end()) and not text[m.end() + 1 : m.end() + 2].isalnum()
        return f"{words} percent{' plus' if plus else ''}", m.end() + plus
    if sign == "‰":
        return f"{words} per mille", m.end()
    scale = {"C": " Celsius", "F": " Fahrenheit", "K": " Kelvin"}.get(m.group("unit")[-1].upper(), "")
    one = behind.one or attributive(behind.ctx, m.end())
    return f"{words} degree{'' if one else 's'}{scale}", m.end()


def of_cups(behind: Behind) -> Reading | None:
    """`1 c. flour`: American recipes."""
    if behind.ctx.british or behind.words or len(behind.figures) > 2:
        return None
    spoon = compiled(r" ([Tt])\.?(?= [a-z])").match(behind.text, behind.end)
    if spoon and behind.ctx.about("recipes"):
        return f" {'table' if spoon.group(1) == 'T' else 'tea'}spoon{'' if behind.one else 's'}", spoon.end()
    cups = compiled(r" c\.(?= [a-z(]|[,)])|(?<=\d) c(?= (?:of|flour|sugar|milk|water|butter)\b)").match(
        behind.text, behind.end
    )
    return (f" cup{'' if behind.one else 's'}", cups.end()) if cups else None


def of_area(behind: Behind) -> Reading | None:
    """`1,400sq ft`, `3 cu m`."""
    area = compiled(AREA).match(behind.text, behind.end)
    if not area:
        return None
    power = "square" if area.group("kind").lower() == "sq" else "cubic"
    name = f"{power} {unit_name(units.area_units()[area.group('unit').lower()], behind.ctx)}"
    stop = keep_stop(behind.text, area.end())
    one = behind.one or adjectival(behind.ctx, stop)
    return f"{behind.words} {name if one else units.plural_unit(name)}", stop


def of_unit(behind: Behind) -> Reading | None:
    """`40kg`, `6ft 2in`, `129g/km`; a letter that is a magnitude, `5m`."""
    m = compiled(TAIL).match(behind.text, behind.end)
    if not m:
        return None
    words, gap = behind.words, m.group("gap")
    printed = as_printed(m.group("unit"), gap, m.end(), behind.ctx)
    unit, rate, end = with_rate(printed, m.start("unit"), m.end(), behind.ctx)
    if not words and not gap and (big := letter_magnitude(unit, behind.figures, end, behind.ctx)):
        return of_unit(behind._replace(words=f" {big}", end=end)) or (f" {big}", end)
    name = of_rate(unit, behind.ctx) if rate else ""
    name = name or measured(unit, gap, behind.figures, end, behind.ctx)
    if not name:
        return None
    stop = behind_unit(unit, gap, end, behind.text)
    said = name if singular(name, gap, stop, behind, unit) else units.plural_unit(name)
    if rate:
        return of_carcass(f"{words} {said} per {rate}", stop, behind.text)
    if hung := hung_on(unit, stop, behind.text):
        return f"{words} {said} {hung[0]}", hung[1]
    return and_smaller(f"{words} {said}", words, unit, gap, stop, behind)


def and_smaller(said: str, words: str, unit: str, gap: str, stop: int, behind: Behind) -> Reading:
    """A measure with what goes on behind it: `24in x 36in`, `6ft 2in`."""
    if across := compiled(r"\s?[×x]\s(?=\d)").match(behind.text, stop):
        return f"{said} by ", across.end()
    smaller = None if behind.both or gap == "-" else smaller_part(unit, stop, behind.ctx)
    if smaller:
        one = f"{words} {unit_name(units.symbols()[unit], behind.ctx)}"
        return f"{one if smaller[2] else said} {smaller[0]}", smaller[1]
    return said, stop


def of_dotted(behind: Behind) -> Reading | None:
    """`60 m.p.h.`, `5 p.c.`, `184lb ft`: units that two words or stops part."""
    if warm := compiled(r" ?deg\.? ?([CF])\b").match(behind.text, behind.end):
        scale = "Celsius" if warm.group(1) == "C" else "Fahrenheit"
        return f"{behind.words} degrees {scale}", warm.end()
    if turning := compiled(r"[ -]?(?:lbs?[ -.]?ft|ft[ -.]?lbs?)\b(?! \d)").match(behind.text, behind.end):
        name = "pound-feet" if "l" in turning.group()[:2] else "foot-pounds"
        return f"{behind.words} {name}", turning.end()
    dotted = compiled(r"[ -]?((?:[a-z]\.){2,3})(?!\w)").match(behind.text, behind.end)
    unit = dotted.group(1).replace(".", "") if dotted else ""
    name = "percent" if unit == "pc" else units.speeds().get(unit) or units.symbols().get(unit) or ""
    if not dotted or not name or unit in ("am", "pm"):
        return None
    one = behind.one or unit == "pc" or attributive(behind.ctx, dotted.end())
    name = unit_name(name, behind.ctx)
    return f"{behind.words} {name if one else units.plural_unit(name)}", keep_stop(behind.text, dotted.end())


def of_rate(unit: str, ctx: Context) -> str:
    """The name of a unit before a slash and another, where it can be nothing else: `1,680 t/day`; else ""."""
    return unit_name(units.symbols()[unit], ctx) if unit in units.symbols() and unit not in ("m", "in") else ""


def singular(name: str, gap: str, stop: int, behind: Behind, unit: str) -> bool:
    """Whether a unit stands in the singular: behind one, or before its noun; never where its plural is written."""
    if name == "cent" and behind.ctx.usage.english == "IE":
        return True
    if len(unit) > 4 and unit.endswith("s"):
        return False
    following = behind.text[stop : stop + 1]
    loose = gap == "-" and following != "-" and not following.isspace()
    if behind.one or (loose and behind.both):
        return True
    plus = 5 if behind.text.startswith("-plus", stop) else 0
    return name != "penny" and (attributive(behind.ctx, stop + plus) or (gap == "-" and not behind.words))


RATE = r"/(?P<count>\d{1,4} ?)?(?P<unit>[A-Za-z]{1,6})(?P<power>[²³]|[23]\b)?(?![A-Za-z\d])"


def with_rate(unit: str, start: int, end: int, ctx: Context) -> tuple[str, str, int]:
    """`g/km` -> ("g", "kilometer", its end), also `m³/s`, `L/100km`, `W/m2`; a unit alone, or with a slash of its own,
    as it is."""
    if "/" in unit and unit in units.speeds():
        return unit, "", end
    unit = unit.partition("/")[0]
    end = start + len(unit)
    bare = unit.rstrip("²³") if unit[-1] in "²³" else unit
    rate = compiled(RATE).match(ctx.text, end) if bare in units.symbols() else None
    barrel = rate is not None and rate.group("unit") == "b" and not ctx.about("markets")
    name = each_of(rate.group("unit"), unit) if rate and not barrel else ""
    if not rate or not name:
        return unit, "", end
    if (count := rate.group("count")) and (
        count.strip() not in ("5", "10", "100", "1000") or rate.group("unit") == unit
    ):
        return unit, "", end
    return unit, rate_words(unit_name(name, ctx), rate, ctx), rate.end()


def each_of(rate: str, unit: str) -> str:
    """What is behind a slash: a unit, or behind pence and cents any word (`81p/therm`)."""
    word = rate if unit in ("p", "c") and len(rate) > 3 and rate.islower() else ""
    return units.rates().get(rate) or units.symbols().get(rate) or word


def rate_words(name: str, rate: re.Match[str], ctx: Context) -> str:
    """What is behind a slash: `name` with its count or its power."""
    if count := rate.group("count"):
        return f"{num.number(count.strip(), ctx.british)} {units.plural_unit(name)}"
    square = rate.group("power") in ("²", "2")
    if not rate.group("power"):
        return name
    if rate.group("unit") == "s":
        return f"{name} {'squared' if square else 'cubed'}"
    return f"{'square' if square else 'cubic'} {name}"


WEIGHED = {"c": " carcass weight", "l": " live weight", "d": " dead weight"}
"""By the first letter of `cwt`, `lwt`, `dw` behind a price."""


def of_carcass(words: str, end: int, text: str) -> Reading:
    """The `cwt` of `880c/kg cwt`."""
    found = compiled(r" ([cld])wt?\b").match(text, end)
    return (words + WEIGHED[found.group(1)], found.end()) if found else (words, end)


def hung_on(unit: str, stop: int, text: str) -> Reading | None:
    """What may hang on a unit: `85 dB(A)`, `40 kg N/ha`, `3 km s-1`."""
    if unit == "dB" and (weighted := compiled(r"\(([AC])\)").match(text, stop)):
        return weighted.group(1), weighted.end()
    if per := compiled(r" ([NPK]|DM|CO2)/(ha|ac|day|cow)\b").match(text, stop):
        return f"{' '.join(per.group(1))} per {units.rates().get(per.group(2), per.group(2))}", per.end()
    each_second = compiled(r" (?:s-1|s⁻¹)(?!\w)").match(text, stop)
    return ("per second", each_second.end()) if each_second else None


def behind_unit(unit: str, gap: str, end: int, text: str) -> int:
    """The offset behind a unit and the stop that belongs to it."""
    stopped = text[end : end + 1] == "." and (
        unit in units.stopped() or compiled(r"\.(?: [a-z]|[,;:)])").match(text, end)
    )
    if not stopped:
        return end
    inside = gap == "-" or text[end + 1 : end + 2] in (",", ";", ":", ")")
    return end + 1 if inside and not ends_text(text, end + 1) else keep_stop(text, end + 1)


def smaller_part(unit: str, stop: int, ctx: Context) -> tuple[str, int, bool] | None:
    """The `2in` of `6ft 2in`: its words, its end, and whether the whole stands before a noun (`a 6ft 2in wall`)."""
    more = compiled(PARTS).match(ctx.text, stop)
    small = units.COMPOUNDS.get((unit, more.group("unit")[:2])) if more else None
    if not more or not small:
        return None
    name, count, end = units.symbols()[small], more.group("num"), keep_stop(ctx.text, more.end())
    count = count[1:] if count[0] == "0" and count[1:].isdecimal() else count
    if adjectival(ctx, end):  # "a 6ft 2in wall" needs no inches
        return num.number(count) if unit == "ft" else f"{num.number(count)} {name}", end, True
    return f"{num.number(count)} {name if num.is_one(count) else units.plural_unit(name)}", end, False


def attributive(ctx: Context, end: int) -> bool:
    """Whether a measure that ends at `end` stands before its noun: "a six foot wall", also "155mm shells"."""
    after = ctx.after(end)
    if after in usage.made_of() and (noun := compiled(r" [a-z]+ ([a-z]+)\b").match(ctx.text, end)):
        after = noun.group(1)  # "25W fast charging"
    sized = after in usage.sized() or after.removesuffix("s") in usage.sized()
    return adjectival(ctx, end) or (sized and ctx.text[end : end + 1] == " ")


def unit_name(name: str, ctx: Context) -> str:
    """British spelling where it differs: the lists have the American."""
    if name == "nanometer" and (ctx.about("weather", "tides") or ctx.nearby(usage.winds(), 12)):
        return "nautical mile"
    if not ctx.british:
        return name
    name = name.replace("meter", "metre").replace("liter", "litre")
    return name.replace("ton ", "tonne ") if name.startswith("ton ") else name


def by_subject(unit: str, end: int, ctx: Context) -> str:
    """What `kt` and `nm` are among winds and at sea, and `pt` is to those who bet; "" elsewhere."""
    if unit == "GB" and ctx.about("records"):
        return "game back"
    if (unit, True) in (("cts", ctx.about("courts")), ("mls", ctx.about("motors"))):
        return {"cts": "count", "mls": "mile"}[unit]
    if unit == "pt":
        staked = ctx.about("racing") or compiled(r" (?:win|each|e/?w|@)(?!\w)").match(ctx.text, end)
        return "point" if staked else ""
    if unit == "kt":
        windy = ctx.about("weather") or ctx.nearby(usage.winds())
        return "knot" if windy or ctx.after(end) in ("change", "breeze", "southerly") else ""
    return "nautical mile" if unit == "nm" and ctx.about("weather", "tides") else ""


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
    name = by_subject(bare, end, ctx) or name
    if power:
        return f"{'square' if power in '²2' else 'cubic'} {unit_name(name, ctx)}"
    return unit_name(name, ctx) if bare not in units.doubtful() or meant(bare, gap, figures, end, ctx) else ""
