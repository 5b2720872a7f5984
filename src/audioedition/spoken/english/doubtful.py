"""Letters and marks behind figures that may be a unit, a magnitude, part of a name or the end of a quotation."""

from __future__ import annotations

from typing import NamedTuple

from ...lexis import english
from ...model.rules import Rule as Choice
from ...model.rules import RuleSet
from ..scan import Context, compiled
from . import units, usage
from .codes import of_school
from .shapes import tidal


class Unit(NamedTuple):
    """A unit symbol that is also a word, a letter or a magnitude, behind figures."""

    symbol: str
    gap: str
    figures: str
    end: int
    ctx: Context

    @property
    def after(self) -> str:
        return self.ctx.after(self.end)

    @property
    def tail(self) -> str:
        """The character right behind it."""
        return self.ctx.text[self.end : self.end + 1]


def _label(u: Unit) -> bool | None:
    """`Runway 27L`, `Apt. 5C`, `No. 4L`."""
    before = u.ctx.before().lower()
    numbered = before == "no" and u.ctx.text.endswith(". ", 0, u.ctx.start)
    return False if u.gap == "" and u.ctx.glued() == " " and (numbered or before in usage.labels()) else None


def _flight(u: Unit) -> bool | None:
    """`5J 553`: an airline's code, no joules."""
    coded = u.symbol == "J" and u.gap == "" and compiled(r" \d{2,4}\b").match(u.ctx.text, u.end)
    return False if coded else None


def _level(u: Unit) -> bool | None:
    """`a 300L student` of a Nigerian university."""
    level = u.symbol == "L" and u.gap == "" and u.ctx.usage.english == "NG" and len(u.figures) == 3
    return False if level and u.figures.endswith("00") else None


def _percent(u: Unit) -> bool | None:
    """`18 pc to Rs 64 crore`."""
    share = u.symbol == "pc" and u.gap == " " and u.ctx.british and not u.ctx.about("recipes", "weather")
    return True if share and not u.after[:1].isupper() else None


def _inch(u: Unit) -> bool | None:
    if u.symbol != "in":
        return None
    return u.tail == "." or (u.gap == "" and u.after != "the") or (u.gap == "-" and u.tail.isspace())


def _route(u: Unit) -> bool | None:
    return False if u.symbol in ("C", "F") and u.ctx.about("transport") and not u.ctx.about("weather") else None


def _degree(u: Unit) -> bool | None:
    if u.symbol not in ("C", "F"):
        return None
    degrees = float(u.figures.replace(",", ""))
    if u.gap == "" and not u.tail.isalnum():
        return not behind_name(u) and u.after not in usage.filed() and degrees < 1901
    if u.gap != " " or u.tail.isalnum() or dotted_on(u):
        return False
    if u.symbol == "F" and "." in u.figures:
        return True
    sign = u.ctx.text[u.ctx.start : u.ctx.start + 1] in tuple("-−–+")
    return sign or (u.ctx.before().islower() and u.ctx.nearby(usage.forecast()) and abs(degrees) < 600)


def behind_name(u: Unit) -> bool:
    """Whether a name stands before the figures: `Gallery 4C`, not in a forecast."""
    before = u.ctx.before()
    named = before[:1].isupper() and u.ctx.before(2) != "" and (len(before) > 1 or before not in "CF")
    return named and not u.ctx.about("weather")


def dotted_on(u: Unit) -> bool:
    """Whether a stop right behind belongs to more letters: `4 C.F.`"""
    return u.tail == "." and u.ctx.text[u.end + 1 : u.end + 2].isalnum()


def _month(u: Unit) -> bool | None:
    return u.gap == "-" or u.tail == "." if u.symbol == "mo" else None


def _knots(u: Unit) -> bool | None:
    windy = u.tail == "." or u.ctx.about("weather") or u.ctx.nearby(usage.winds())
    return True if u.symbol in ("kt", "kn", "KT") and windy else None


def _second(u: Unit) -> bool | None:
    counted = u.symbol == "s" and u.gap == " " and u.ctx.before().lower() in ("in", "for", "after", "about", "within")
    return True if counted else None


def _bit(u: Unit) -> bool | None:
    if u.symbol != "s" or u.gap != "":
        return None
    return False if u.figures in ("0", "1") or of_school(u.figures, u.ctx) else None


def _initial(u: Unit) -> bool | None:
    """No litres: `3 L Hale` in a list of results; no watts: `4 N. 8 W.`"""
    if u.symbol == "W" and u.ctx.before() in ("N", "S", "R", "T"):
        return False
    return False if u.symbol in ("l", "L", "C", "F", "W", "V") and u.gap == " " and u.after[:1].isupper() else None


def _metre(u: Unit) -> bool | None:
    if u.symbol != "m" or u.gap != " ":
        return None
    metric = compiled(r"\bmet(?:re|er)s?\b").search(u.ctx.text) and u.after not in usage.crowds()
    return (
        bool(metric) or u.after in usage.sport_or_size() or not u.after.islower() or u.after in usage.function_words()
    )


def _hyphenated(u: Unit) -> bool | None:
    if u.gap != "-" or u.symbol not in ("m", "L", "l", "g", "t", "h", "s"):
        return None
    return u.after.islower() and u.tail == " "


def _letter(u: Unit) -> bool | None:
    if u.symbol not in ("g", "l", "L", "V", "W", "mi", "pt"):
        return None
    return u.gap != "-" or (u.symbol == "mi" and u.after.islower())


def _weight(u: Unit) -> bool | None:
    if u.symbol not in ("mb", "Mt", "t") or u.gap != " ":
        return None
    if u.symbol == "mb" and u.ctx.about("weather"):
        return True
    return u.ctx.nearby(usage.pressures()) if u.symbol == "mb" else u.after in ("of", "")


def _screen(u: Unit) -> bool | None:
    figures = u.figures.replace(",", "")
    if u.symbol != "p" or figures not in usage.screen_lines():
        return None
    return int(figures) < 1000 and not u.ctx.nearby(usage.screens())


def _tight(u: Unit) -> bool | None:
    return u.gap == "" and not (u.symbol == "c" and "," in u.figures)


def as_printed(unit: str, gap: str, end: int, ctx: Context) -> str:
    """A unit symbol as the tables have it: `55 MPH`, `2 Kms`, `50Kg`, `33KV`, `21c` of weather; no name, no word."""
    symbol, slash, rate = unit.partition("/")
    if symbol in ("c", "f") and gap == "" and not rate.isalpha() and of_warmth(ctx):
        return symbol.upper() + slash + rate
    if symbol in units.symbols() or symbol in units.speeds() or len(symbol) < 2:
        return unit
    small = symbol.lower()
    if small in units.speeds() or (ctx.loud and small in units.symbols()):
        return small + slash + rate
    known = in_small_letters(symbol, gap, end, ctx)
    return known + slash + rate if known else unit


def of_warmth(ctx: Context) -> bool:
    """Whether figures stand where the weather is spoken of."""
    return ctx.about("weather") or compiled(WARMTH).search(ctx.text, max(0, ctx.start - 100), ctx.start) is not None


WARMTH = r"(?i)temperature|degrees|°"
"""Before `21c`."""


def in_small_letters(symbol: str, gap: str, end: int, ctx: Context) -> str:
    """The symbol that is written with other capitals, `Kms`; "" for a name or a word."""
    small = symbol.lower()
    loose = symbol.istitle() or (symbol.isupper() and (len(symbol) > 2 or small in ("kv", "kw")))
    fits = sure_in_capitals(symbol) if gap == "" else loose and not named(symbol, end, ctx)
    return units.by_letters().get(small, "") if fits else ""


def sure_in_capitals(symbol: str) -> bool:
    """Whether a symbol glued to figures is a unit in spite of its capitals: `50KG`, `33KV`; no `3AC`, `10MPs`."""
    small = symbol.lower()
    if symbol[-1] == "s" and symbol[:-1].isupper() and small[:-1] not in units.symbols():
        return False
    return not symbol.isupper() or len(symbol) > 2 or small[0] in "kc" or small in ("ft", "mm")


def named(symbol: str, end: int, ctx: Context) -> bool:
    """Whether a symbol with a capital is a state, a word or the head of a name."""
    if symbol in english.state_abbreviations() or symbol in usage.openers():
        return True
    return symbol.istitle() and named_on(end, ctx)


def named_on(end: int, ctx: Context) -> bool:
    """Whether a name goes on behind: `6 Ft Worth residents`, `5 Ft. Lauderdale`."""
    return compiled(r"\.? [A-Z][a-z]").match(ctx.text, end) is not None and not ctx.loud


UNITS: RuleSet[Unit, bool] = RuleSet(
    "doubtful units",
    (
        Choice("label", _label, "Runway 27L, Apt. 5C: a name"),
        Choice("level", _level, "Nigerian universities: a 300L student"),
        Choice("percent", _percent, "Indian and Irish papers: rose 18 pc"),
        Choice("flight", _flight, "timetables of airlines: 5J 553"),
        Choice("initial", _initial, "3 L Hale: somebody's initial"),
        Choice("month", _month, "a 12-mo. certificate"),
        Choice("knots", _knots, "wind 15-20 kt"),
        Choice("second", _second, "tested for 100 s at thrust"),
        Choice("bit", _bit, "a mess of 1s and 0s"),
        Choice("inch", _inch, "5 in the morning, but 5in. and 5-in"),
        Choice("route", _route, "services 2, 2C and 9: of buses"),
        Choice("degree", _degree, "25C outside, but Form 13F and Gallery 4C"),
        Choice("metre", _metre, "100 m sprint, but 5 m people"),
        Choice("hyphenated", _hyphenated, "5-m waves, 2-L bottle"),
        Choice("letter", _letter, "5 g, 10 V, 3 mi; not 5-V"),
        Choice("weight", _weight, "5 t of grain, 990 mb pressure"),
        Choice("screen", _screen, "1080p are lines"),
        Choice("tight", _tight, "a doubtful symbol stands right behind its figures"),
    ),
)


def meant(unit: str, gap: str, figures: str, end: int, ctx: Context) -> bool:
    """Whether a unit symbol that is also a word, a letter or a magnitude is a unit here."""
    decision = UNITS.first(Unit(unit, gap, figures, end, ctx))
    return decision is not None and decision.outcome


def letter_magnitude(unit: str, figures: str, end: int, ctx: Context) -> str:
    """What a bare `m`, `k`, `b` behind figures without a currency means: `2.5m people`, but `100m sprint`."""
    other = compiled(rf" (?:and|to|or) [\d.]+{unit}\b ?([^\W\d_]*)").match(ctx.text, end) if len(unit) == 1 else None
    after = other.group(1) if other else ctx.after(end + 1 if ctx.text[end : end + 2] == "+ " else end)
    if unit in ("bn", "mn", "tn", "trn", "bln", "mln"):
        return units.magnitudes()[unit]
    if unit == "L" and ctx.usage.english == "IN" and after in usage.crowds():
        return "lakh"
    if unit in ("k", "K"):
        return thousand(figures, unit, after, ctx)
    if unit not in ("m", "M", "b", "B"):
        return ""
    return units.magnitudes()[unit] if millions(unit, figures, after, end, ctx) else ""


def thousand(figures: str, unit: str, after: str, ctx: Context) -> str:
    """Thousands; on the bourse of Lagos kobo: `gained 45k to close at N30.45`; "" for neither."""
    if unit == "k" and ctx.usage.english == "NG" and ctx.about("markets") and after not in usage.crowds():
        return "kobo"
    return "" if no_thousands(figures, unit, after, ctx) else "thousand"


def no_thousands(figures: str, unit: str, after: str, ctx: Context) -> bool:
    """`the 5K`, `shot in 4K`, `10k run`, `256K DRAM`, `22K gold`."""
    raced = (
        figures in ("5", "10")
        and ctx.before().lower() in ("a", "the")
        and (not after.islower() or after in usage.function_words())
    ) or (figures in ("5", "10") and ctx.about("athletics") and not ctx.before())
    shown = ctx.before().lower() in ("native", "true", "full", "upscaled") or ctx.nearby(usage.screens(), 10)
    screen = figures in ("4", "8") and (shown or (unit == "K" and after not in usage.crowds()))
    return (
        raced or screen or is_fineness(figures, after, ctx) or after in usage.runs() | usage.screens() | usage.memory()
    )


def is_fineness(figures: str, after: str, ctx: Context) -> bool:
    """`22K gold`, `Gold (24K)`: so many of 24 parts."""
    parts = figures.isdecimal() and 8 < int(figures) <= CARATS and not after.endswith("s")
    return parts and after not in usage.crowds() and ctx.nearby(usage.gold(), 6)


CARATS = 24


def millions(unit: str, figures: str, after: str, end: int, ctx: Context) -> bool:
    """Whether `m` or `b` is a magnitude: people, plurals and names follow one, sports and sizes do not."""
    hung = compiled(r"-([a-z]+)").match(ctx.text, end)  # "a 5m-acre ranch"
    if hung and usage.crowds() & {hung.group(1), f"{hung.group(1)}s"}:
        return True
    low = after.lower()
    if low in usage.sport_or_size() or (unit == "m" and (low in usage.directions() or raced(figures, after, ctx))):
        return False
    if after in usage.crowds() or many_or_name(unit, after):
        return True
    if unit == "m" and (measuring(ctx) or compiled(r" ?[x×] ").match(ctx.text, end)):
        return False
    return "." in figures and (unit in "MB" or not ctx.nearby(usage.heights()))


def measuring(ctx: Context) -> bool:
    """Whether words around speak of what is measured in metres: leaps, tides, boats."""
    if ctx.before().lower() in usage.leaps() or ctx.about("athletics", "boats", "golf", "weather"):
        return True
    return tidal(ctx) or ctx.nearby(usage.tidal(), 24)


def raced(figures: str, after: str, ctx: Context) -> bool:
    """`100m Ann Roe 13.64`: a distance before who ran it."""
    return "." not in figures and ctx.about("athletics") and after[:1].isupper()


def many_or_name(unit: str, after: str) -> bool:
    """Whether a plural follows, or behind `m` a name that is no point of the compass."""
    if after.endswith("s") and after.islower() and after not in usage.not_plurals():
        return True
    return unit == "m" and after[:1].isupper() and len(after) > 1 and after not in english.points()


def closes_quotation(text: str, at: int) -> bool:
    """Whether the mark at offset `at` ends a quotation that was opened in the words before."""
    mark, lead = text[at : at + 1], text[max(0, at - 400) : at]
    if mark in ("”", "’"):
        opening = "“" if mark == "”" else "‘"
        return lead.rfind(opening) > lead.rfind(mark)
    return mark in ('"', "'") and lead.count(mark) % 2 == 1
