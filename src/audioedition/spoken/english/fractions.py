"""Fractions: `2/3`, `3 1/2`, `1/4-mile`, `1½`; prices of bookmakers and marks that look like them."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...lexis import english
from ...model.rules import Rule as Choice
from ...model.rules import RuleSet
from .. import numbers as num
from ..scan import FIGURES, SYMBOL, Context, Reading, Rule, compiled
from . import units, usage
from .tails import tail


class Fraction(NamedTuple):
    """Two figures with a slash, or a fraction of one sign; with what may stand before it."""

    top: int
    bottom: int
    whole: str
    sign: str
    end: int
    ctx: Context
    nth: bool

    @property
    def bare(self) -> bool:
        """Whether it is only two figures and a slash."""
        return not self.whole and not self.sign

    @property
    def after(self) -> str:
        return self.ctx.after(self.end)

    def said(self, joiner: str) -> str:
        return f"{num.cardinal(self.top, self.ctx.british)}{joiner}{num.cardinal(self.bottom, self.ctx.british)}"


def _pressure(f: Fraction) -> str | None:
    pressed = f.ctx.nearby(usage.blood()) and 40 < f.bottom < f.top < 260
    return " over ".join(num.code(str(n), f.ctx.british) for n in (f.top, f.bottom)) if pressed else None


def _one_in(f: Fraction) -> str | None:
    """`1/1000 of a second`, `a 1/1000 chance`."""
    round_ = f.bare and not f.nth and f.top == 1 and f.bottom in (1000, 10000)
    return f"one {num.ordinal(f.bottom).removeprefix('one ')}" if round_ else None


def _no_fraction(f: Fraction) -> str | None:
    if f.bare and f.top > 2 and (f.bottom == 1 or (f.top, f.bottom) == (100, 30)):
        return None  # a price
    odd = f.bottom < 2 or f.top == 0 or (f.bottom > 100 and not f.nth) or f.top > 99
    return "" if odd else None


def _price(f: Fraction) -> str | None:
    if not f.bare or f.ctx.before().lower() == "way":
        return None
    before = f.ctx.before().lower()
    priced = before in usage.prices() or f.ctx.before(2).lower() in usage.prices()
    asked = f.after.lower() in usage.odds() or priced or (f.top > f.bottom and before == "at")
    asked = asked or (f.bottom == 1 and 2 < f.top < 1001 and not f.nth)  # nobody counts in ones
    asked = asked or (f.ctx.british and (f.top, f.bottom) == (100, 30))
    return f"{num.cardinal(f.top)} to {num.cardinal(f.bottom)}" if asked else None


def _part_of(f: Fraction) -> str | None:
    """`(3/6, rpt)`: the third of six."""
    if f.bare and f.ctx.before().lower() in ("episode", "ep", "part", "programme", "series") and f.top <= f.bottom:
        return f.said(" of ")
    behind, before = f.ctx.text[f.end : f.end + 1], f.ctx.glued()
    told = f.ctx.about("listings") or f.top > 1
    return f.said(" of ") if f.bare and before == "(" and behind in (")", ",") and told and f.top <= f.bottom else None


def _kicks(f: Fraction) -> str | None:
    kicked = f.ctx.before().lower() in usage.kicked() or (f.after == "goals" and f.ctx.about("rugby"))
    return f.said(" from ") if f.bare and kicked and f.top <= f.bottom else None


def _flat(f: Fraction) -> str | None:
    """`Flat 3/2`, `in 4/4 time`."""
    in_time = f.after == "time" and f.bottom in (2, 4, 8)
    return f.said(" ") if f.bare and (in_time or f.ctx.before() in ("Flat", "Unit", "flat", "unit")) else None


def _shares(f: Fraction) -> str | None:
    return f.said(" ") if f.bare and (f.top + f.bottom == 100 or f.after in usage.splits()) else None


def _high_and_low(f: Fraction) -> str | None:
    least = 0 if f.ctx.about("weather") else 12
    return f.said(", ") if f.bare and f.top > f.bottom > least and f.top < 131 else None


DAYS_OF = (9, 10, 11, 12)
"""Months by number whose parts nobody counts in: `14/11` is no fraction."""


def may_be_price(f: Fraction) -> bool:
    """Whether two figures of which the first is the greater may be what a bookmaker asks: `15/2`, `13/8`."""
    listed = f.ctx.before()[:1].isupper() and f.ctx.text.startswith(":", f.end)  # "Dubbo 19/2: 3,420 head"
    usual = f.bottom in (2, 4, 8) and f.top % 2 == 1 and not listed and f.ctx.before().lower() not in usage.dated()
    return usual or f.ctx.about("racing") or f.ctx.text[f.end : f.end + 1].isalpha()


def _day(f: Fraction) -> str | None:
    """`Walk-in 14/11`, `Wagga 30/6`: the day and the month where the day comes first."""
    if not (f.bare and f.ctx.usage.day_first and 2 <= f.bottom <= 12 < f.top < 32) or f.nth:
        return None
    if f.bottom not in DAYS_OF and may_be_price(f):
        return None
    return f"the {num.ordinal(f.top)} of {english.month_names()[f.bottom - 1]}"


def _expiry(f: Fraction) -> str | None:
    """`rego 11/25`, `MOT 6/26`: a month and a year."""
    dated = f.ctx.before().lower() in usage.expiring() or (
        f.ctx.text[f.ctx.start] == "0" and f.ctx.before().lower() in usage.range_before() | {"until", "till", "by"}
    )
    told = f.bare and 0 < f.top < 13 and 19 < f.bottom < 60 and dated
    return f"{english.month_names()[f.top - 1]} {num.year(2000 + f.bottom, f.ctx.british)}" if told else None


PARTS_OF = frozenset([15, 16, 20, 24, 25, 30, 32, 40, 50, 60, 64, 100])
"""Whole numbers above twelve that people divide into."""


ROUTES = r"(?i)\b(?:services?|routes?|bus(?:es)?|trams?) (?:(?:[A-Z]?\d{1,3}[A-Z]?)(?:[,/] ?| and ))*$"


def _or(f: Fraction) -> str | None:
    """`for 2/3 weeks`, `4/5 people`: the one or the other."""
    if not f.bare or f.nth or f.bottom != f.top + 1 or (f.bottom < 5 and f.after == "people"):
        return None  # "3/4 people like it": of a survey
    return f.said(" or ") if f.after in usage.whole_things() else None


def _season(f: Fraction) -> str | None:
    """`the 23/24 draft budget`: a year that begins in one and ends in the next."""
    following = f.bare and not f.nth and f.top > 9 and f.bottom == f.top + 1
    return f.said(" ") if following and f.ctx.nearby(usage.spanning(), 8) else None


def _doses(f: Fraction) -> str | None:
    """`45/15 mg`, `20/26 mpg`: two drugs in one tablet, town and country."""
    dose = compiled(r" ?(?:mg|mcg|μg|µg|mpg)\b").match(f.ctx.text, f.end) if f.bare else None
    return f.said(", ") if dose else None


def _battalion(f: Fraction) -> str | None:
    """`the 1/5th Bn`: the first fifth battalion."""
    numbered = f.bare and f.nth and f.after in usage.battalions()
    return f"{num.ordinal(f.top)} {num.ordinal(f.bottom)}" if numbered else None


def _routes(f: Fraction) -> str | None:
    """`Services 83, 84/86`: two of them; `a 20/40 minute frequency`."""
    routes = compiled(ROUTES).search(f.ctx.text[max(0, f.ctx.start - 60) : f.ctx.start])
    in_turn = f.after in ("minute", "minutes", "mins") and f.top % 5 == f.bottom % 5 == 0
    return f.said(" " if in_turn else ", ") if f.bare and (routes or in_turn) else None


def _so_many_of(f: Fraction) -> str | None:
    """`22/31, 288 yds`: nobody counts in thirty-firsts, but where the figures stand alone nothing else is known."""
    if f.ctx.text.strip() == f.ctx.text[f.ctx.start : f.end]:
        return None
    counted = f.bare and not f.nth and f.top <= f.bottom and f.bottom > 12 and f.bottom not in PARTS_OF
    shot = f.bare and f.top <= f.bottom and compiled(SHOTS).match(f.ctx.text, f.end) is not None and not f.ctx.british
    return f.said(" of ") if shot or (counted and f.after not in ("of", "in")) else None


SHOTS = (
    r" (?:(?:3?FG|FT|3PT|3P|2P)s?(?!\w)|for \d{1,3} (?:yards|yds)|passing\b|from (?:the field|the floor|three|deep)\b)"
)
"""Behind how many of how many went in: `5/9 3FG`, `3/5 for 74 yards`."""


def _mark(f: Fraction) -> str | None:
    rated = f.bottom in (10, 100) or f.after in usage.ratings()
    written = not f.ctx.text[f.end - 1].isalpha() and not (f.top == 1 and f.after in ("the", "of", "as", "share"))
    return f.said(" out of ") if f.bare and rated and written and f.after not in usage.shared() else None


def _all_of(f: Fraction) -> str | None:
    """`3/3 lineouts`, `47/50 for maths`: nobody counts in so many parts."""
    scored = f.top > f.bottom // 2 and f.bottom in (20, 25, 40, 50) and f.after == "for"
    whole = f.top == f.bottom and f.after not in ("", "degree", "drive")
    return f.said(" out of ") if f.bare and not f.nth and (whole or scored) else None


def _low_and_high(f: Fraction) -> str | None:
    """`Temperatures 17/25C inland, 15/19 at the coast`."""
    told = f.ctx.about("weather") or compiled(r"\d/\d\d? ?°?C\b").search(f.ctx.text[:2000])
    return f.said(" to ") if f.bare and told and f.top < f.bottom < 50 and f.bottom > 12 else None


def _numbered(f: Fraction) -> str | None:
    year = f.bare and 1900 < f.bottom < 2100 and f.ctx.before().lower() in ("no", "nos", "number")
    return f"{num.code(str(f.top), f.ctx.british)} of {num.year(f.bottom, f.ctx.british)}" if year else None


def _improper(f: Fraction) -> str | None:
    """`the draw is 12/5`: nobody counts twelve fifths."""
    usual = f.bare and f.bottom in (2, 4, 5, 8, 11, 13) and f.top > f.bottom and f.ctx.british
    return f.said(" to ") if usual and f.ctx.nearby(usage.betting(), 40) else None


def _models(f: Fraction) -> str | None:
    """`the 7000/8000 series`: one model and the next."""
    thousands = f.bare and 999 < f.top < f.bottom and f.top % 1000 == f.bottom % 1000 == 0
    return f.said(", ") if thousands and f.ctx.before().lower() not in usage.marked() else None


def _marks(f: Fraction) -> str | None:
    full = f.bare and f.top <= f.bottom and f.bottom % 10 == 0 and f.ctx.before().lower() not in ("route", "routes")
    marked = f.ctx.before().lower() in usage.marked() and f.bottom >= 50
    if not full or not (marked or (f.bottom > 100 and f.top > 99)):
        return None
    said = [num.code(str(n)) if n > 1000 and n % 1000 else num.cardinal(n, f.ctx.british) for n in (f.top, f.bottom)]
    return " out of ".join(said)


MEANINGS: RuleSet[Fraction, str] = RuleSet(
    "fractions",
    (
        Choice("pressure", _pressure, "blood pressure: 120/80, one twenty over eighty"),
        Choice("numbered", _numbered, "Indian and African cases: No 123/2024"),
        Choice("improper", _improper, "bookmakers: the draw is 12/5"),
        Choice("models", _models, "chips and phones: the 7000/8000 series"),
        Choice("marks", _marks, "examinations of India: 715/720"),
        Choice("one in", _one_in, "shutters and chances: 1/1000"),
        Choice("no fraction", _no_fraction, "nobody says one over a hundred and ones"),
        Choice("kicks", _kicks, "rugby: Cleary kicked 5/5"),
        Choice("flat", _flat, "Scottish and Australian addresses: Flat 3/2; bars of music: 4/4 time"),
        Choice("part", _part_of, "series on television: (3/6)"),
        Choice("season", _season, "British and Australian councils and leagues: the 23/24 budget"),
        Choice("battalion", _battalion, "British regiments: the 1/5th Bn"),
        Choice("doses", _doses, "medicines: 45/15 mg"),
        Choice("price", _price, "bookmakers: 5/2 favourite"),
        Choice("shares", _shares, "60/40 split"),
        Choice("high and low", _high_and_low, "American forecasts: sunny, 72/54"),
        Choice("expiry", _expiry, "motor advertisements: rego 11/25, MOT 6/26"),
        Choice("day", _day, "Indian and Australian advertisements: apps close 14/11"),
        Choice("or", _or, "Irish and Indian papers: 2/3 weeks, two or three"),
        Choice("routes", _routes, "timetables: Services 83, 84/86; a 20/40 minute frequency"),
        Choice("low and high", _low_and_high, "South African and Australian forecasts: 15/19 at the coast"),
        Choice("all of", _all_of, "statistics of matches and marks: 3/3 lineouts, 47/50 for maths"),
        Choice("so many of", _so_many_of, "passes and shots: 22/31"),
        Choice("mark", _mark, "reviews: 4/5 stars, 9/10"),
    ),
)
"""What two figures with a slash are, if they are no fraction."""


def apart(m: re.Match[str], ctx: Context) -> bool:
    """Whether nothing is glued to a fraction that makes it part of something else."""
    glued = ctx.glued()
    if m.group("sign_before"):
        return not (glued.isalnum() or glued in (")", "%", "-"))
    if glued == "/" and not ctx.text[max(0, ctx.start - 2)].isdecimal():
        return True  # "100g/3½oz"
    if glued in ("-", "–") and (m.group("whole") or m.group("whole2")):
        return True  # "1-1 1/2 hours"
    return not glued or not (glued.isalnum() or glued in "/.,:-")


def fraction(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2/3`, `3 1/2`, `1/4-mile`, `1½`, `5/2 favourite`."""
    if not apart(m, ctx):
        return None
    sign = m.group("sign") or ""
    top, bottom = units.VULGAR[sign] if sign else (int(m.group("top")), int(m.group("bottom")))
    found = Fraction(top, bottom, m.group("whole") or m.group("whole2") or "", sign, m.end(), ctx, bool(m.group("nth")))
    decision = MEANINGS.first(found)
    if decision:
        if not decision.outcome or decision.rule != "fractions/doses":
            return (decision.outcome, m.end()) if decision.outcome else None
        rest = tail(m.group("bottom"), m.end(), ctx, True)
        return (decision.outcome + rest[0], rest[1]) if rest else None
    words, end = with_unit(found)
    return {"+": "plus ", "": ""}.get(m.group("sign_before") or "", "minus ") + words, end


def up_to(m: re.Match[str], ctx: Context) -> Reading | None:
    """The first of `1-1 1/2 hours`, `2-2½ cups`."""
    field = ctx.nearby(usage.field_marks(), 12)
    joiner = " " if field and int(m.group("low")) > 3 else " to "
    return (f"{num.cardinal(int(m.group('low')))}{joiner}", m.end()) if not ctx.glued().isalnum() else None


def in_words(f: Fraction) -> str:
    """ "two thirds", "one and a half", "half" before an article."""
    words = num.fraction(f.top, f.bottom, f.ctx.british)
    if f.whole:
        part = {(1, 2): "a half", (1, 4): "a quarter"}.get((f.top, f.bottom), words)
        return f"{num.integer(f.whole, f.ctx.british)} and {part}"
    thing = f.sign == "½" and f.after.islower() and not f.after.endswith("s") and f.after not in usage.function_words()
    if thing and not tail("1", f.end, f.ctx, False):
        return "half a"
    before = f.ctx.before().lower()
    small = before == "a" or (before == "the" and f.bottom in (2, 4))
    small = f.top == 1 and (small or (f.bottom == 2 and f.after in usage.halved()))
    return words.removeprefix("one ") if small else words


def of_one(f: Fraction) -> str:
    """The article between `3/4` and `cent`, `mile`; "" elsewhere."""
    told = f.bare and f.top > 1 and f.after in usage.parted() and f.ctx.text.startswith(" ", f.end)
    if not told or f.ctx.before().lower() in ("a", "the"):
        return ""
    return "an" if f.after[0] in "aio" or f.after == "hour" else "a"


def with_unit(f: Fraction) -> Reading:
    """A fraction with the unit behind it: `½ tsp`, `1/4-mile`, `2/3 cup`."""
    words = in_words(f)
    if span := compiled(r"[-–](?=\d)").match(f.ctx.text, f.end):
        return f"{words} to ", span.end()
    rest = tail("2" if f.whole else "1", f.end, f.ctx, False)
    words = three_quarter(words, rest[0] if rest else "", f)
    if whole := of_one(f):
        return f"{words} of {whole}", f.end
    if not rest:
        return words, f.end
    hyphen = f.ctx.text[f.end : f.end + 1] == "-"
    if not (f.whole or hyphen) and f.top == 1 and f.bottom in (2, 3, 4) and rest[0].split()[0] in usage.kitchen():
        return f"{'half' if f.bottom == 2 else words + ' of'} a{rest[0]}", rest[1]
    return words + ("" if f.whole or hyphen else share_of(rest[0])) + rest[0], rest[1]


def three_quarter(words: str, unit: str, f: Fraction) -> str:
    """ "two and three quarter miles": in the singular before what it counts."""
    before_many = unit.startswith(" ") and not unit.startswith(" percent")
    before_many = before_many or (f.after.islower() and f.after.endswith("s"))
    return words.removesuffix("s") if f.whole and before_many and words.endswith("three quarters") else words


def share_of(unit: str) -> str:
    """ " of a" before a unit that a fraction is a part of."""
    article = "an" if unit.lstrip()[0] in "aeio" or unit.startswith(" hour") else "a"
    return "" if unit.endswith(("ion", "percent")) else f" of {article}"


UP_TO_FRACTION = Rule(
    "up to a fraction",
    (FIGURES,),
    rf"(?P<low>\d{{1,2}})[-–](?=\d{{1,2}} ?(?:\d/\d\b|[{''.join(units.VULGAR)}]))",
    up_to,
    follows="-–",
    lengths="12",
    source="recipes: 1-1 1/2 hours",
)
FRACTION = Rule(
    "fraction",
    (FIGURES, SYMBOL),
    rf"(?P<sign_before>[-−+](?=\d{{0,6}}[{''.join(units.VULGAR)}]))?(?:(?P<whole>\d{{1,6}})[\s-]?)?(?P<sign>[{''.join(units.VULGAR)}])"
    r"|(?:(?P<whole2>\d{1,6})[\s-])?(?P<top>\d{1,5})/(?P<bottom>\d{1,5})(?P<nth>(?:th|rd|nd|TH|RD)s?)?(?![\d°º]|[/:]\d|['’]\d|[.,]\d|-\d(?!\d?(?:[½¼¾]|\s?(?:[a-z]{3}|\d/\d)))|(?!(?:lb|oz|pt|kg|tsp|tbsp|in|mile)\b)[A-Za-z])",
    fraction,
    "+-−" + "".join(units.VULGAR),
    follows=" /-" + "".join(units.VULGAR),
    lengths="123456",
    source="AP and Guardian: 2/3, 3 1/2",
)
