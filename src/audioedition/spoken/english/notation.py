"""Notation of science, music and marks: powers of ten, coordinates, grades, `p < 0.05`, `F#`, racing distances."""

from __future__ import annotations

import re
import unicodedata
from string import digits

from ...lexis import english
from ...lexis.tables import Lexis, derived
from .. import numbers as num
from ..scan import FIGURES, SYMBOL, WORD, Context, Reading, Rule, compiled
from . import usage
from .shapes import DASH, adjectival
from .tails import tail

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def power(m: re.Match[str], ctx: Context) -> Reading | None:
    """`10^6`, `3 × 10⁸`, `10⁻³`: "three times ten to the eighth"."""
    if ctx.glued().isalnum() or ctx.glued() in (".", "-"):
        return None
    written = m.group("up") or m.group("raised")
    figures = "".join(str(unicodedata.digit(c)) for c in written if c.isdigit())
    lead = f"{num.number(m.group('lead'), ctx.british)} times " if m.group("lead") else ""
    exponent = f"minus {num.cardinal(int(figures))}" if written[0] in "-−⁻" else f"the {num.ordinal(int(figures))}"
    words = f"{lead}ten to {exponent if exponent[0] == 't' else 'the ' + exponent}"
    unit = tail("2", m.end(), ctx, False)
    return (words + unit[0], unit[1]) if unit else (words, m.end())


POINTS = {"N": "north", "S": "south", "E": "east", "W": "west"}


def coordinate(m: re.Match[str], ctx: Context) -> Reading | None:
    """`40.7° N`, `51°30′N`, `0° 7′ 39″ W`."""
    if ctx.glued().isalnum():
        return None
    parts = []
    for group, unit in (("degrees", "degree"), ("minutes", "minute"), ("seconds", "second")):
        if figures := m.group(group):
            parts.append(f"{num.number(figures, ctx.british)} {unit}{'' if num.is_one(figures) else 's'}")
    return f"{' '.join(parts)} {POINTS[m.group('point')]}", m.end()


def position(m: re.Match[str], ctx: Context) -> Reading | None:
    """`34.1N 118.2W`: degrees without their sign."""
    if ctx.glued().isalnum() or ("." not in m.group() and "°" not in m.group()):
        return None
    latitude, longitude = (f"{num.number(m.group(g), ctx.british)} degrees" for g in ("lat", "lon"))
    return f"{latitude} {POINTS[m.group('ns')]}, {longitude} {POINTS[m.group('ew')]}", m.end()


def furlongs(m: re.Match[str], ctx: Context) -> Reading | None:
    """`7f`, `1m 4f`, `10f`: a distance of horse races."""
    miles, count = m.group("miles"), int(m.group("furlongs"))
    if ctx.glued().isalnum() or ctx.glued() in ("-", ".", "/") or (count > 9 and not ctx.about("racing")):
        return None
    behind_score = compiled(r"\d-\d{1,2}(?: \(|, )$").search(ctx.text[max(0, ctx.start - 10) : ctx.start])
    if not miles and behind_score:
        return f"{num.cardinal(count)} free{'s' if count > 1 else ''}", m.end()  # "A Roe 0-7 (4f)"
    lead = f"{num.cardinal(int(miles))} mile{'' if miles == '1' else 's'} " if miles else ""
    yards = f" {num.cardinal(int(m.group('yards')))} yards" if m.group("yards") else ""
    one = adjectival(ctx, m.end()) and not yards
    if span := compiled(rf"{DASH}(?=(?:[1-4]m ?)?\d{{1,2}}½?f\b)").match(ctx.text, m.end()):
        return f"{lead}{in_furlongs(count, m.group('half'), one)}{yards} to ", span.end()
    return f"{lead}{in_furlongs(count, m.group('half'), one)}{yards}", m.end()


def in_furlongs(count: int, half: str | None, one: bool) -> str:
    """ "seven furlongs", "one furlong", "four and a half furlongs"; `one` keeps the singular: before a noun."""
    many = (count > 1 or half) and not one
    return f"{num.cardinal(count)}{' and a half' if half else ''} furlong{'s' if many else ''}"


def grade(m: re.Match[str], ctx: Context) -> Reading | None:
    """`an A-`, `cut to BBB-`: a mark or a rating; not the first half of `A- and B-roads`."""
    word = m.group("letters")
    return f"{english.said_as().get(word) or ' '.join(word)} minus", m.end()


def star(m: re.Match[str], ctx: Context) -> Reading | None:
    """`an A*`, `three A*s`, `Sagittarius A*`."""
    if m.group("last"):
        return f"A star to {m.group('last')}", m.end()
    return "A stars" if m.group("many") else "A star", m.end()


def sharp(m: re.Match[str], ctx: Context) -> Reading | None:
    """`C#`, `F#`."""
    return f"{m.group('note')} sharp", m.end()


OPENING = ("", " ", "(", "[", "“", "‘", '"', "'", "-", "–", "—")


def compared(m: re.Match[str], ctx: Context) -> Reading | None:
    """`p < 0.05`, `>90%`."""
    if ctx.glued() not in OPENING and ctx.before() not in ("p", "P", "n"):
        return None
    return f" {english.comparisons()[m.group('sign')]} ", m.end()


def cashtag(m: re.Match[str], ctx: Context) -> Reading | None:
    """The sign of `$TSLA` is silent."""
    return None if ctx.glued().isalnum() else ("", m.end())


POWER = Rule(
    "power of ten",
    (FIGURES,),
    rf"(?:(?P<lead>\d{{1,6}}(?:\.\d{{1,6}})?)\s?[×x*]\s?)?10(?:\^(?P<up>[-−]?\d{{1,3}})(?!\d)|(?P<raised>⁻?[{RAISED}]{{1,3}}))",
    power,
    lengths="123456",
    follows=" *.^x²³¹×⁰⁴⁵⁶⁷⁸⁹⁻",
    source="scientific notation (ISO 80000-1)",
)
POSITION = Rule(
    "position",
    (FIGURES,),
    r"(?P<lat>\d{1,2}(?:\.\d{1,4})?)°? ?(?P<ns>[NS]),? (?P<lon>\d{1,3}(?:\.\d{1,4})?)°? ?(?P<ew>[EW])(?!\w)",
    position,
    follows=".NS° ",
    lengths="12",
    source="reports of earthquakes and storms: 34.1N 118.2W",
)
COORDINATE = Rule(
    "coordinate",
    (FIGURES,),
    r"(?P<degrees>\d{1,3}(?:\.\d{1,8})?)\s?[°º]\s?(?:(?P<minutes>\d{1,2}(?:\.\d{1,4})?)\s?[′'’]\s?)?"
    r"(?:(?P<seconds>\d{1,2}(?:\.\d{1,4})?)\s?[″\"”]\s?)?(?P<point>[NSEW])(?!\w|\.\w)",
    coordinate,
    follows=".°º ",
    lengths="123",
    source="ISO 6709 degrees, minutes and seconds",
)


def force(m: re.Match[str], ctx: Context) -> Reading | None:
    """`winds SW F6`, `NE F5-7`: Beaufort's scale."""
    if ctx.before().upper() not in english.points() and not ctx.nearby(usage.winds(), 8):
        return None
    last = f" to {num.cardinal(int(m.group('last')))}" if m.group("last") else ""
    return f"force {num.cardinal(int(m.group('first')))}{last}", m.end()


FORCE = Rule(
    "force of a wind",
    (WORD,),
    r"F(?P<first>\d{1,2})(?:[-–/](?P<last>\d{1,2}))?(?!\w)",
    force,
    begins="F",
    then=digits,
    source="sea area forecasts: SW F6",
)
FURLONGS = Rule(
    "furlongs",
    (FIGURES,),
    r"(?:(?P<miles>[1-4])m ?)?(?P<furlongs>\d|1\d|2[0-8])(?P<half>½)?fs?(?: ?(?P<yards>\d{1,3})y(?:ds?)?)?(?!\w)",
    furlongs,
    follows="m½f",
    lengths="12",
    source="British racecards: 1m 4f",
)


def high_low(m: re.Match[str], ctx: Context) -> Reading | None:
    """`H 84, L 61`: a forecast."""
    high, low = (
        f"{'minus ' if f[0] in '-−' else ''}{num.cardinal(int(f.lstrip('-−')))}" for f in m.group("high", "low")
    )
    return f"{'High' if ctx.at == 0 else 'high'} {high}, low {low}", m.end()


def magnitude(m: re.Match[str], ctx: Context) -> Reading | None:
    """`M 5.6 quake`, `an M5.6 tremor`."""
    if not ctx.nearby(usage.quakes(), 24):
        return None
    return f"{'Magnitude' if ctx.at == 0 else 'magnitude'} {num.number(m.group('num'))}", m.end()


HIGH_LOW = Rule(
    "high and low",
    (WORD,),
    r"H:? ?(?P<high>[-−]?\d{1,3})°?[,;/]? ?L:? ?(?P<low>[-−]?\d{1,3})°?(?!\w)",
    high_low,
    begins="H",
    then=" -:−" + digits,
    source="American forecasts: H 84, L 61",
)
MAGNITUDE = Rule(
    "magnitude",
    (WORD,),
    r"M[wL]? ?(?P<num>\d(?:\.\d)?)(?![\w])",
    magnitude,
    begins="M",
    then=" " + digits,
    source="USGS: M 5.6",
)


def card(m: re.Match[str], ctx: Context) -> Reading | None:
    """`♥A`, `♣K`: a card; behind figures the sign is a suit by itself."""
    value = english.cards().get(m.group("card")) or num.cardinal(int(m.group("card")))
    return f" {value} of {english.sign_words()[m.group('suit')]}", m.end()


CARD = Rule(
    "card",
    (SYMBOL,),
    r"(?P<suit>[♠♥♦♣])(?P<card>[AKQJ]|10|[2-9])(?!\w)",
    card,
    "♠♥♦♣",
    source="bridge columns: ♥A",
)


def stars(m: re.Match[str], ctx: Context) -> Reading | None:
    """`★★★★☆`: what a critic gives; `a 4* hotel`."""
    if m.group("count"):
        stars_given = num.cardinal(int(m.group("count")))
        return (f"{stars_given} star", m.end()) if ctx.after(m.end()) in usage.starred() else None
    if m.group()[0] == "*" and (ctx.glued() not in ("", " ", ")") or ctx.text[m.end() : m.end() + 1].isalnum()):
        return None
    given = m.group().count("★") + m.group().count("⭐") + m.group().count("*")
    return f"{num.cardinal(given)} star{'' if given == 1 else 's'}", m.end()


STARS = Rule(
    "stars",
    (SYMBOL, FIGURES),
    r"[★⭐][★⭐☆½]{1,5}|\*{2,5}(?![\w*])|(?P<count>[1-7])\*(?= )",
    stars,
    "★⭐*",
    follows="*",
    lengths="1",
    source="reviews: ★★★★☆, 4* hotel",
)
GRADE = Rule(
    "grade",
    (WORD,),
    r"(?P<letters>[ABCD]|A{2,3}|B{2,3}|C{2,3})[-−](?![\w-]| (?:and|or|to) \w{1,20}-[^\W\d])",
    grade,
    begins="ABCD",
    then="-−",
    source="marks and ratings: A-, BBB-",
)
STAR = Rule(
    "star",
    (WORD,),
    r"A\*(?:[-–](?P<last>[A-H])(?!\w)|(?P<many>s)?(?![\w*]))",
    star,
    begins="A",
    then="*",
    source="GCSE grades: A*",
)
SHARP = Rule(
    "sharp",
    (WORD,),
    r"(?P<note>[A-G])#(?!\w)",
    sharp,
    begins="ABCDEFG",
    then="#",
    source="music: F#, and C#",
)


@derived
def comparing(lexis: Lexis) -> str:
    """The signs that compare."""
    return "".join(lexis.made(english.comparisons.make))


@derived
def before_amount(lexis: Lexis) -> str:
    """A sign that compares and an amount: `>90%`, `~₹500`, `<R150`, `> -3C`."""
    signs = "".join(sorted(word for word, row in lexis.table("currencies").items() if row["kind"] == "sign"))
    return (
        rf"(?P<sign>[{lexis.made(comparing.make)}])\s?"
        rf"(?=[-−–+±]?(?:[A-Z][A-Za-z]{{0,2}}\.? ?)?[{re.escape(signs)}]?\.?(?:\d|[½¼¾⅓⅔]))"
    )


COMPARED = Rule(
    "comparison",
    (SYMBOL,),
    before_amount,
    compared,
    comparing,
    source="p < 0.05, >90% in reports on studies; lexis/en/signs.tsv",
)
CASHTAG = Rule(
    "cashtag",
    (SYMBOL,),
    r"\$(?=[A-Z]{2,5}(?![\w$]))",
    cashtag,
    "$",
    source="tickers of social networks: $TSLA",
)
