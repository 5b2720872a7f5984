"""Clock times, spans of them, time zones, and durations written with colons."""

from __future__ import annotations

import re

from .. import numbers as num
from ..scan import FIGURES, SYMBOL, WORD, Context, Reading, Rule, compiled
from . import units, usage
from .shapes import DASH, DAY, keep_stop

HALVES = {"a": "A M", "p": "P M"}
ZONE = r"[ \u00a0]?(?P<open>\()?(?P<zone>[A-Z](?:\.?[A-Z]){1,3}|[a-z](?:\.?[a-z]){2})\b(?P<close>\))?"
GAP = r"[ \u00a0\u202f]?"


def zone_at(text: str, end: int) -> Reading:
    """A time zone right behind a clock time: (" G M T", its end); ("", end) for none."""
    m = compiled(ZONE).match(text, end)
    name = units.zones().get(m.group("zone").replace(".", "").upper()) if m else None
    if not m or not name:
        return "", end
    return f" {name}", m.end() - (1 if m.group("close") and not m.group("open") else 0)


def clock(hour: int, minute: str | None, half: bool) -> str:
    """ "nine thirty", "five oh three"; a full hour is "nine" before a.m. (`half`), else "nine o'clock"."""
    n = int(minute or 0)
    if n == 0:
        return num.cardinal(hour) if half else f"{num.cardinal(hour)} o'clock" if hour else "midnight"
    words = f"{num.cardinal(hour or 12)} {num.below_hundred(n) if n > 9 else f'oh {num.ONES[n]}'}"
    return words if hour or half else f"{words} A M"


def zoned(words: str, end: int, ctx: Context) -> Reading:
    zone, zone_end = zone_at(ctx.text, end)
    return (words + zone, zone_end) if zone else (words, keep_stop(ctx.text, end))


def half_day(m: re.Match[str], ctx: Context) -> Reading | None:
    """`9.30am`, `10:35 pm`, `5pm-7 pm`, `9-11 a.m.`, `6.30-8pm`."""
    hour, hour2 = int(m.group("hour")), int(m.group("hour2") or 0)
    if (ctx.glued() and (ctx.glued().isalpha() or ctx.glued() in "$£€.")) or hour > 24 or hour2 > 24:
        return None
    half, half2 = m.group("half"), m.group("half2")
    words = clock(hour, m.group("minute"), True)
    if half:
        words += f" {HALVES[half.lower()]}"
    if m.group("hour2"):
        joiner = "for" if m.group("join") == "for " else "to"
        words += f" {joiner} {clock(hour2, m.group('minute2'), True)} {HALVES[half2.lower()]}"
    elif span := compiled(rf"{DASH}(?=noon|midnight|\d{{1,2}}(?:[:;,)]|$)(?!\d)|{DAY}[a-z]{{0,6}}\.? \d)").match(
        ctx.text, m.end()
    ):
        return f"{words} to ", span.end()
    return zoned(words, m.end(), ctx)


def run_together(m: re.Match[str], ctx: Context) -> Reading | None:
    """`from 1000 AM until 400 PM`; `930 AM` alone is a station."""
    told = m.group("half") in "pP" or ctx.before().lower() in (
        "from",
        "at",
        "until",
        "till",
        "to",
        "by",
        "after",
        "before",
    )
    return half_day(m, ctx) if told else None


def twenty_four(m: re.Match[str], ctx: Context) -> Reading | None:
    """`14:00`, `02:30`, `13:42-15:12`, `19:30 GMT`, `11.30 BST`."""
    hour, minute = int(m.group("hour")), m.group("minute")
    zone, end = zone_at(ctx.text, m.end())
    if hour > 24 or not a_clock(m, zone, ctx):
        return None
    if special := left_or_chapter(m, ctx):
        return special
    if zone and int(minute) == 0:
        return f"{num.cardinal(hour)}{' hundred' if hour > 12 or m.group('hour')[0] == '0' else ''}{zone}", end
    if full := full_hours(m, ctx):
        return full
    words = hour_in_sentence(hour, minute, ctx) or clock(
        hour, minute, ctx.after(m.end()).lower() in ("noon", "midnight")
    )
    span = compiled(rf"\s?{DASH}\s?(?P<hour>\d{{1,2}}):?(?P<minute>[0-5]\d)\b").match(ctx.text, m.end())
    if span and not zone:
        second, minute2 = int(span.group("hour")), span.group("minute")
        last = f"{num.cardinal(second)} hundred" if minute2 == "00" and 12 < second < 24 else ""
        return zoned(f"{words} to {last or clock(second, minute2, False)}", span.end(), ctx)
    return words + zone, end


CHAPTER = r" [-–—]? ?[\"“‘']?[A-Z]"
"""Behind the time that a line begins with: a chapter of a show."""


def left_or_chapter(m: re.Match[str], ctx: Context) -> Reading | None:
    """`0:37 left` in a game; `02:35 The flood` as a line of its own."""
    hour, minute = m.group("hour", "minute")
    if hour == "0" and ctx.after(m.end()) in ("left", "remaining"):
        return count(minute, "second"), m.end()
    if hour == "0" and ctx.glued() == "(" and ctx.text[m.end() : m.end() + 1] == ")":
        return count(minute, "second"), m.end()  # how long a film is
    if hour[0] == "0" and chapter(m.end(), ctx):
        return f"{'zero' if int(hour) == int(minute) == 0 else clock(int(hour), minute, True)},", m.end()
    return None


def full_hours(m: re.Match[str], ctx: Context) -> Reading | None:
    """`17:00 hrs`."""
    hours = compiled(r" (?:hrs|hours)\b\.?").match(ctx.text, m.end()) if m.group("minute") == "00" else None
    if not hours:
        return None
    lead = "oh " if m.group("hour")[0] == "0" else ""
    return f"{lead}{num.cardinal(int(m.group('hour')))} hundred hours", keep_stop(ctx.text, hours.end())


def chapter(end: int, ctx: Context) -> bool:
    """Whether a time that ends at `end` opens the line of a chapter."""
    return ctx.at == 0 and compiled(CHAPTER).match(ctx.text, end) is not None


def hour_in_sentence(hour: int, minute: str, ctx: Context) -> str:
    """ "sixteen hundred" for `at 16:00`, where nobody says "sixteen o'clock"; else ""."""
    full = int(minute) == 0 and 12 < hour < 24 and len(ctx.tokens) > 3
    return f"{num.cardinal(hour)} hundred" if full else ""


def a_clock(m: re.Match[str], zone: str, ctx: Context) -> bool:
    """Whether figures with a colon or a stop are a time: with a stop only before a zone or among times."""
    glued = ctx.glued()
    if (glued and (glued.isalnum() or glued in "$£€.:-/")) or ctx.before(2).lower() in ("ratio", "odds"):
        return False
    return m.group("sep") == ":" or bool(zone) or listed(m.end(), ctx)


def listed(end: int, ctx: Context) -> bool:
    """`the 4.10 at Ascot`, `the 8.15 train`: a time with a stop, by what it is the time of."""
    before = ctx.before().lower()
    if before in ("at", "the") and ctx.british and ctx.nearby(usage.racing()):
        return True
    return before == "the" and compiled(RUNS).match(ctx.text, end) is not None and not ctx.about("markets")


RUNS = r" (?:at|from|to|was|is|had|left|train|bus|service)\b"
"""Behind `the 8.15`."""


def military(m: re.Match[str], ctx: Context) -> Reading | None:
    """`1800 GMT`, `0930 BST`, `0600 hours`."""
    hour, n = int(m.group("hour")), int(m.group("minute"))
    zone, end = zone_at(ctx.text, m.start("tail"))
    tail = m.start("tail")
    local = ctx.text.startswith(" local time", tail)
    bare = named_by_time(tail, ctx) or behind_clock_word(m, ctx) or in_early_list(m, ctx)
    if hour > 24 or not (zone or local or bare or m.group("hours")):
        return None
    lead = "oh " if m.group("hour")[0] == "0" and hour else ""
    words = (
        f"{lead}{num.cardinal(hour)} {'hundred' if n == 0 else num.below_hundred(n) if n > 9 else f'oh {num.ONES[n]}'}"
    )
    if local or bare:
        return words, tail
    return (words + zone, end) if zone else (f"{words} hours", keep_stop(ctx.text, m.end()))


def behind_clock_word(m: re.Match[str], ctx: Context) -> bool:
    """`at 0930`: four figures with a nought before them."""
    early = m.group("hour")[0] == "0" and not m.group("tail").strip()
    return early and (ctx.before().lower() in usage.clocked() or (ctx.before(), ctx.before(2)) == ("of", "as"))


EARLY_LIST = r"(?<![\w.,/-])0\d[0-5]\d(?:(?:, | and | or |, and )[012]\d[0-5]\d)*(?:, | and | or |, and )\Z"
_LIST_MOST = 80
"""Characters of a list of times that are looked back at."""


def in_early_list(m: re.Match[str], ctx: Context) -> bool:
    """`0915, 1045 and 1215`: four figures in a list whose first have a nought before them."""
    before = ctx.text[max(0, m.start() - _LIST_MOST) : m.start()]
    return not m.group("tail").strip() and compiled(EARLY_LIST).search(before) is not None


def named_by_time(end: int, ctx: Context) -> bool:
    """`The 2255 Derry to Milehouse`: a train or bus by the time that it leaves."""
    route = r" [A-Z][a-z]+(?: [A-Z][a-z]+){0,2} to [A-Z]"
    return ctx.before() in ("The", "the") and compiled(route).match(ctx.text, end) is not None


def duration(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2:04:35`, `3:59.4`: a race, not a time of day."""
    hours, minutes, seconds, part = (m.group(g) for g in ("hours", "minutes", "seconds", "part"))
    if (ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in ".:")) or not (hours or part):
        return None
    parts = [count(hours, "hour")] if int(hours or 0) else []
    parts += [count(minutes, "minute")] if int(minutes) or hours else []
    last = to_a_part(seconds, part)
    last += "," if hours and chapter(m.end(), ctx) else ""
    return f"{' '.join(parts)} {'and ' if hours else ''}{last}".lstrip(), behind_its_unit(m.end(), ctx)


def behind_its_unit(end: int, ctx: Context) -> int:
    """The offset behind the unit that some write after minutes and seconds: `4:01.5min`."""
    unit = compiled(r" ?(?:min|sec|h(?:ou)?r)(?:ute|ond)?s?\b(?! \d)").match(ctx.text, end)
    return unit.end() if unit else end


def to_a_part(seconds: str, part: str | None) -> str:
    """ "four point two seconds"."""
    return f"{num.cardinal(int(seconds))} point {num.digits(part)} seconds" if part else count(seconds, "second")


def count(figures: str, unit: str) -> str:
    n = int(figures)
    return f"{num.cardinal(n)} {unit}{'' if n == 1 else 's'}"


def game_clock(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Q2, 3:41`, `1st Q`: the quarter of a game, and what is left of it."""
    quarter = m.group("q") or m.group("q2") or m.group("nth")
    if ctx.glued().isalnum() or not (m.group("nth") or m.group("minute")):
        return None
    said = f"{num.ordinal(int(quarter))} quarter"
    if not m.group("minute"):
        return said, m.end()
    minute, second = num.cardinal(int(m.group("minute"))), m.group("second")
    rest = num.below_hundred(int(second)) if int(second) > 9 else f"oh {num.ONES[int(second)]}"
    return f"{said}, {minute} {rest}", m.end()


def seconds(m: re.Match[str], ctx: Context) -> Reading | None:
    """`with :02 left`: of the clock of a game."""
    if ctx.glued() not in ("", " ", "(") or not (
        ctx.after(m.end()) in usage.left_of_game() or ctx.before().lower() in ("with", "at", "in")
    ):
        return None
    return count(m.group("seconds"), "second"), m.end()


HALF = r"[AaPp](?=\.?[Mm])"
"""The stop behind `p.m.` is the abbreviation's; behind `pm` it ends the sentence."""
BEHIND = r"(?:\.[Mm]\.?|[Mm])(?![A-Za-z])"
HALF_DAY = Rule(
    "clock with a.m. or p.m.",
    (FIGURES,),
    rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?(?:{GAP}(?P<half>{HALF}){BEHIND})?"
    rf"\s?(?P<join>{DASH}|to |for )\s?(?P<hour2>\d{{1,2}})(?:[:.](?P<minute2>[0-5]\d))?{GAP}(?P<half2>{HALF}){BEHIND}",
    half_day,
    follows=" \u00a0\u202f:.aApP-–—‑",
    lengths="12",
    source="spans of times, AP and Guardian style",
)
HALF_DAY_ONE = Rule(
    "one time with a.m. or p.m.",
    (FIGURES,),
    rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?{GAP}(?P<half>{HALF})(?:\.[Mm]\.?|[Mm])(?![a-z])(?P<join>)(?P<hour2>)(?P<half2>)",
    half_day,
    follows=" \u00a0\u202f:.aApP",
    lengths="12",
    source="AP 10:35 p.m., Guardian 10.35pm",
)
RUN_TOGETHER = Rule(
    "time without a colon",
    (FIGURES,),
    rf"(?P<hour>1[0-2]|0?[1-9])(?P<minute>[0-5]\d){GAP}(?P<half>{HALF})(?:\.[Mm]\.?|[Mm])(?![a-z])(?P<join>)(?P<hour2>)(?P<half2>)",
    run_together,
    follows=" \u00a0\u202f.aApP",
    lengths="34",
    source="warnings of the National Weather Service: from 1000 AM until 400 PM",
)
SECONDS = Rule(
    "seconds of a game",
    (SYMBOL,),
    r":(?P<seconds>[0-5]\d)(?!\d|:\d)",
    seconds,
    ":",
    source="AP sports: with :02 left",
)


def half_in_letter(m: re.Match[str], ctx: Context) -> Reading | None:
    """`H 4:12a 9.1'`, `10:40p`: half a day in tables of tides, trains and television."""
    if ctx.glued() and ctx.glued().isalnum():
        return None
    if m.group("span"):
        late = max(int(hour) for hour in m.group("hour", "hour2"))
        if m.group("span") == "p" and (ctx.british or late > 12):
            return None  # pence
        first, last = clock(int(m.group("hour")), None, True), clock(int(m.group("hour2")), m.group("minute2"), True)
        return f"{first} {m.group('span').upper()} M to {last} {m.group('half2').upper()} M", m.end()
    half = (m.group("half") or m.group("alone")).upper()
    zone = f" {ZONES[m.group('zone').upper()]}" if m.group("alone") else ""
    return f"{clock(int(m.group('hour')), m.group('minute'), True)} {half} M{zone}", m.end()


ZONES = {"E": "Eastern", "C": "Central", "P": "Pacific"}
"""`6p et`: American television."""


HALF_IN_LETTER = Rule(
    "half of the day in a letter",
    (FIGURES,),
    r"(?P<hour>\d{1,2})(?::(?P<minute>[0-5]\d)(?: (?!a [a-z]))?(?P<half>[ap])(?!\w|\.\w)"
    r"|(?P<alone>[ap]) (?P<zone>[ECPecp])[Tt](?!\w)"
    r"|(?P<span>[ap])(?: ?[-–] ?| to )(?P<hour2>\d{1,2})(?::(?P<minute2>[0-5]\d))?(?P<half2>[ap])(?!\w|\.\w))",
    half_in_letter,
    follows=":ap",
    lengths="12",
    source="American tables of tides and trains: 4:12a",
)
GAME_CLOCK = Rule(
    "clock of a game",
    (WORD, FIGURES),
    r"(?:Q(?P<q>[1-4])|(?P<q2>[1-4])Q|(?P<nth>[1-4])(?:st|nd|rd|th) Q\b)"
    r"(?:(?:[,:] ?| (?:\(|- )?)(?P<minute>\d{1,2}):(?P<second>[0-5]\d)(?!\d|:\d))?",
    game_clock,
    follows="Qsnrt",
    begins="Q",
    lengths="1",
    then="1234",
    source="American football and basketball: Q2, 3:41",
)


def with_marks(m: re.Match[str], ctx: Context) -> Reading | None:
    """`3h 52' 14"`: hours, minutes and seconds of a stage."""
    if ctx.glued().isalnum():
        return None
    seconds = f" and {count(m.group('seconds'), 'second')}" if m.group("seconds") else ""
    return f"{count(m.group('hours'), 'hour')} {count(m.group('minutes'), 'minute')}{seconds}", m.end()


WITH_MARKS = Rule(
    "hours, minutes and seconds by marks",
    (FIGURES,),
    r"(?P<hours>\d{1,2})h ?(?P<minutes>[0-5]?\d)['’′](?: ?(?P<seconds>[0-5]?\d)(?:[\"”″]|['’]{2}))?(?!\w)",
    with_marks,
    follows="h",
    lengths="12",
    source="cycling and motor sport: 3h 52' 14\"",
)
MILITARY = Rule(
    "military time",
    (FIGURES,),
    r"(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)"
    r"(?P<tail> ?(?P<hours>hours|hrs)\b\.?| ?\(?[A-Z]{2,4}\b| local time\b|(?!\w|[:.,-]\w))",
    military,
    lengths="4",
    source="0930 GMT in reports of forces and shipping",
)


def to_the_second(m: re.Match[str], ctx: Context) -> Reading | None:
    """`12:50:43 AM`, `20:36:00 CDT`: a time of day, not a race."""
    words = clock(int(m.group("hour")), m.group("minute"), True)
    if m.group("second") != "00":
        words += f" and {count(m.group('second'), 'second')}"
    return None if ctx.glued() in tuple(".:") or m.group("minute") == "00" else (words, m.end())


TO_THE_SECOND = Rule(
    "time to the second",
    (FIGURES,),
    r"(?P<hour>\d{1,2}):(?P<minute>[0-5]\d):(?P<second>[0-5]\d)(?= ?[AaPp]\.?[Mm]\b| (?:[A-Z]{2,3}T|UTC)\b)",
    to_the_second,
    follows=":",
    lengths="12",
    source="quotations of markets: 12:50:43 AM",
)
DURATION = Rule(
    "duration",
    (FIGURES,),
    r"(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)(?:\.(?P<part>\d{1,3}))?(?!\d|:\d)",
    duration,
    follows=":",
    lengths="12",
    source="running times: 2:04:35",
)
TWENTY_FOUR = Rule(
    "24-hour clock",
    (FIGURES,),
    r"(?P<hour>\d{1,2})(?P<sep>[:.])(?P<minute>[0-5]\d)(?!\d|:\d|[.,]\d)",
    twenty_four,
    follows=":.",
    lengths="12",
    source="ISO 8601 times of day; broadcasters and timetables",
)
