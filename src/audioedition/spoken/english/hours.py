"""Hours without a.m. or p.m.: `doors 7.30`, `open 9-5`, `Mon-Fri 11.00-01.30`, tide tables, `0600-1800`."""

from __future__ import annotations

import re

from ...lexis import english
from ...lexis.tables import Lexis, derived
from .. import numbers as num
from ..scan import FIGURES, Context, Reading, Rule, compiled
from . import usage
from .shapes import DASH, DAY, FULL_DAY, MAGNITUDE, tidal
from .times import clock

TO = rf"(?:\s?{DASH}\s?| to | till | until )"
NO_TIME = (
    rf"(?!\d|[,./:]\d|\s?[%°£$€½]|\s?(?:per|percent|points?|{MAGNITUDE}|bn|seconds?|secs?|lengths?|inches"
    r"|met(?:re|er)s?|miles?|lit(?:re|er)s?|tonnes?|times|degrees|runs|[kcm]?m|k?g|kg|ml|l|mph|s|x|ct|overs)\b|\w)"
)
"""Behind figures with a stop: what makes them a quantity."""
STARTED = r"(?i)\b(?:kick|throw|bully|tee|push|lights?|face)[- ](?:off|in|up|on)s?:? (?:at |is )?$"
"""`Kick-off 2.15`."""
EARLIER = (
    r"(?:noon|midnight)[-–] ?$|(?<![\d.,£$€])\d{1,2}[.:][0-5]\d(?:[ap]m)? ?(?:to|and|or|until|till|then|,|&|/|-|–) ?$"
)
"""Another time, right before."""
LATER = (
    r"(?: &| and| or|,) \d{1,2}[.:]\d\d ?[ap]\.?m\b"
    r"| (?:sharp|prompt|start|kick-?off|tonight|today|tomorrow|daily|nightly|in the (?:morning|afternoon|evening)|hrs"
    rf"|hours|(?:on|every) (?:{DAY}|week)|{FULL_DAY})\b"
)
"""What follows a time of day only."""


@derived
def days(lexis: Lexis) -> frozenset[str]:
    """Names of days, in full and short, in lower case."""
    return frozenset(word.lower() for word in lexis.table("days"))


def is_day(word: str) -> bool:
    """`Mon`, `Sundays`."""
    low = word.lower()
    return low.removesuffix("s") in days() or low.removesuffix("s").capitalize() in english.day_names()


SAILS = r"(?i:(?:moon|sun|tide) (?:sets?|rises?) $|, (?:sets?|rises?) $)|\bOff $|\bR[1-6], $|\bRadio [1-6], $"
BOATS = (
    r" (?:boat|sailing|crossing|train|bus|ferry|service|flight|departure|kick-off|start|show|slot|session|class|shift"
    r"|showing|performance|bulletin|mass|Mass|[Ee]ucharist|[Cc]ommunion|[Ee]vensong|meeting|lesson|lecture|matinee|tram)\b"
)


def priced(before: str, ctx: Context) -> bool:
    """`closed at 8.30`: an index or a price."""
    return before in ("at", "from", "to") and ctx.before(2).lower() in usage.valued()


def sails(before: str, end: int, ctx: Context) -> bool:
    """`moon sets 13.20`, `R3, 7.30`, `the 21.00 boat`, `dep Ashby 07.12`."""
    if ctx.text[ctx.start] == "0" and not ctx.about("markets"):
        return True
    if compiled(SAILS).search(ctx.text[max(0, ctx.start - 14) : ctx.start]):
        return True
    return before == "the" and compiled(BOATS).match(ctx.text, end) is not None


RACED = r" \(\d{1,2}[mf½¼¾ ]"
"""`3.15 (1m 2f)`."""


def among_times(lead: str, end: int, ctx: Context) -> bool:
    """`9.35pm; TG4 8.30; BBC NI 10.40pm`: by itself in a line that has times with a.m. or p.m."""
    apart = compiled(r"[A-Z\d] $|, $").search(lead) and compiled(r"[.;,]|$").match(ctx.text, end)
    if not apart or ctx.about("markets"):
        return False
    return compiled(r"\d[.:]\d\d ?[ap]m\b").search(ctx.text[max(0, ctx.start - 60) : end + 60]) is not None


def timed(ctx: Context, minute: str, end: int) -> bool:
    """Whether words around figures say that they are a time of day."""
    before = ctx.before().lower()
    if priced(before, ctx):
        return False
    if (
        before in usage.hours_before()
        or before in usage.tidal()
        or is_day(before)
        or sails(before, end, ctx)
        or raced(end, ctx)
    ):
        return True
    if ctx.about("racing", "transport") or tidal(ctx):
        return not ctx.before()[-1:].isdecimal() or ctx.glued() != " "
    lead = ctx.text[max(0, ctx.start - 14) : ctx.start]
    if ctx.about("listings") and compiled(r" [A-Z]").match(ctx.text, end):
        return True  # "BBC2 9.00 Great Railways"
    return beside_times(lead, end, ctx) or (int(minute) % 5 == 0 and announced(lead, end, ctx))


def announced(lead: str, end: int, ctx: Context) -> bool:
    """Whether figures stand where notices have a time: near a day, before a bracket that closes, in a line of times."""
    if ctx.nearby(days(), 16) or ctx.text[end : end + 1] == ")":
        return ctx.glued() in (" ", "(") and not ctx.about("markets")
    return among_times(lead, end, ctx)


STOP_OF_LINE = r"[a-z] \d{1,2}\.[0-5]\d(?= [–-] [A-Z]|[,.;]|$)"


def in_timetable(ctx: Context, end: int) -> bool:
    """`Galway 10.05 – Gort 10.50 – Ennis 11.25`, `9.00 News at Nine` as a line."""
    if ctx.about("markets"):
        return False
    if ctx.start == 0:
        return compiled(r" [A-Z][a-z]").match(ctx.text, end) is not None
    near = ctx.text[max(0, ctx.start - 80) : end + 80]
    return ctx.glued() == " " and ctx.before()[:1].isupper() and len(compiled(STOP_OF_LINE).findall(near)) > 2


def beside_times(lead: str, end: int, ctx: Context) -> bool:
    """Whether right before or behind stands what only times have: another one, `kick-off`, `sharp`, `(1m 2f)`."""
    if in_timetable(ctx, end) or compiled(rf"{LATER}|{RACED}").match(ctx.text, end):
        return True
    return any(compiled(pattern).search(lead) for pattern in (EARLIER, STARTED))


def part_of_more(ctx: Context) -> bool:
    """Whether something is glued to the figures, other than the dash of `noon-2.30`."""
    noon = compiled(r"(?:noon|midnight)[-–]$").search(ctx.text[max(0, ctx.start - 9) : ctx.start])
    glued = "" if noon else ctx.glued()
    return bool(glued) and (glued.isalnum() or glued in "$£€.,:/-")


def spanned(m: re.Match[str], ctx: Context) -> bool:
    """`London 4.02pm-7.31am; Glasgow 3.54 to 8.12`: two times in a line that has more; `1.50: The Poe Stakes`: a line
    that begins with one."""
    if ctx.glued() in ("", "\n") and ctx.text.startswith(": ", m.end()):
        return True
    lead = ctx.text[max(0, ctx.start - 60) : ctx.start]
    return bool(m.group("minute2")) and compiled(r"\d[.:]\d\d ?[ap]m\b").search(lead) is not None


def in_markets(ctx: Context) -> bool:
    """Whether figures with a stop are rather prices or an index."""
    return ctx.about("markets") and ctx.before().lower() not in ("open", "opens", "doors")


def raced(end: int, ctx: Context) -> bool:
    """`won the 2.40 by a neck`."""
    led = compiled(r"\b(?:won|wins|in|landed|for) the $").search(ctx.text[max(0, ctx.start - 12) : ctx.start])
    return led is not None and ctx.after(end) in ("by", "at")


def dotted(m: re.Match[str], ctx: Context) -> Reading | None:
    """`at 8.30 sharp`, `from 9.15 to 10.45`, `11.00-01.30`, `the 4.10 to Crewe`: not where Americans write."""
    hour, second = int(m.group("hour")), m.group("hour2")
    if not ctx.british or hour > 24 or part_of_more(ctx):
        return None
    if not (m.group("hrs") or spanned(m, ctx) or timed(ctx, m.group("minute"), m.end())) or in_markets(ctx):
        return None
    if m.group("hrs") and not second:
        return f"{hundred_hours(m.group('hour').zfill(2) + m.group('minute'))} hours", m.end()
    if not second:
        full = m.group("minute") == "00" and hour > 12
        return f"{num.cardinal(hour)} hundred" if full else clock(hour, m.group("minute"), False), m.end()
    if int(second) > 24:
        return None
    words = clock(hour, m.group("minute"), True)
    return f"{words} to {clock(int(second), m.group('minute2') or '00', True)}", m.end()


def with_h(m: re.Match[str], ctx: Context) -> Reading | None:
    """`12h00`, `15h30`: South African papers; elsewhere `2h30` is how long something takes."""
    hour = int(m.group("hour"))
    if ctx.glued().isalnum() or hour > 24 or (ctx.usage.english != "ZA" and hour < 10 and m.group("hour")[0] != "0"):
        return None
    if m.group("hour2"):
        late = int(m.group("hour2"))
        second = f"{num.cardinal(late)} hundred" if m.group("minute2") == "00" and late > 12 else ""
        first = f"{num.cardinal(hour)} hundred" if m.group("minute") == "00" and hour > 12 else ""
        return (
            f"{first or clock(hour, m.group('minute'), True)} to {second or clock(late, m.group('minute2'), True)}",
            m.end(),
        )
    if hour > 12 and m.group("minute") == "00":
        return f"{num.cardinal(hour)} hundred", m.end()
    return clock(hour, m.group("minute"), False), m.end()


def opening(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Mon-Fri 9-5`, `open 10-4`, `staffed 8-6 on weekdays`."""
    first, second = int(m.group("hour")), int(m.group("hour2"))
    if not (1 <= first <= 24 and 1 <= second <= 24) or (ctx.glued() and ctx.glued() in "$£€.,:/-"):
        return None
    if not opened(m.end(), ctx):
        return None
    minutes = m.group("minute") or "00"
    return f"{clock(first, minutes, True)} to {clock(second, m.group('minute2') or '00', True)}", m.end()


OPEN_LATER = rf" (?:on|every|each) (?:week|{DAY})|,? (?:daily|weekdays|wkdys|weekends|wknds|{DAY})"
"""Behind opening hours."""


def opened(end: int, ctx: Context) -> bool:
    """Whether two figures with a dash are hours: by a day or `open` before or behind, and not among results."""
    before, after = ctx.before().lower(), ctx.after(end).lower()
    behind_comma = compiled(r"([A-Za-z]{3,9})\.?, $").search(ctx.text[max(0, ctx.start - 14) : ctx.start])
    letters = compiled(r"\b(?:M|T|Tu|W|Th|F|Sa|Su)[,:]? $").search(ctx.text[max(0, ctx.start - 5) : ctx.start])
    day = is_day(before) or letters is not None or (behind_comma is not None and is_day(behind_comma.group(1)))
    if not (before in usage.opening() or day or compiled(OPEN_LATER).match(ctx.text, end)):
        return False
    if after:
        return after not in usage.results() and after not in usage.counted_units()
    return before in usage.opening() or day or not ctx.about("football", "rugby", "records", "gaelic", "tennis")


def four_figures(m: re.Match[str], ctx: Context) -> Reading | None:
    """`High tide 0412 and 1637`, `0600-1800`, `the 1415 train`."""
    first, second = m.group("first"), m.group("second")
    if ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in "$£€.,:/-"):
        return None
    if not second and (listed(first, m.end(), ctx) or runs_at(first, m.end(), ctx)):
        return hundred_hours(first), m.end()
    years = first > "1899" and (not second or second > "1899")
    train = ctx.before().lower() == "the" and (first[0] == "0" or ctx.after(m.end()) in usage.trains())
    if not train and (years or not tide_or_shift(first, bool(second), ctx)):
        return None
    words = hundred_hours(first)
    return (f"{words} to {hundred_hours(second)}" if second else words), m.end()


def listed(first: str, end: int, ctx: Context) -> bool:
    """Whether a time with a nought is one of several, or stands among departures: `0637, 0707`, `departs 0637`."""
    lead = ctx.text[max(0, ctx.start - 16) : ctx.start]
    return first[0] == "0" and bool(
        ctx.about("transport")
        or compiled(r"(?:,| and) [012]\d{3}\b").match(ctx.text, end)
        or compiled(r"\d ?m,? $").search(lead)
        or compiled(r"(?:\d{4}(?:,| and| then)|\b(?:depart|leav)(?:s|e|es|ing)?(?: at)?) $").search(lead)
    )


def runs_at(first: str, end: int, ctx: Context) -> bool:
    """`at 2350`, `between 1000 and 1500`, `2330 1715` of buses: no years, and nothing that is counted."""
    after = ctx.after(end)
    if not ctx.about("transport") or (after.islower() and after not in usage.function_words()):
        return False
    beside = compiled(r"(?:[012]\d[0-5]\d|[012]?\d:[0-5]\d) \Z").search(ctx.text, max(0, ctx.start - 6), ctx.start)
    asked = ctx.before().lower() in usage.clocked() | usage.range_before() or ctx.before().lower() == "and"
    return bool(beside) or (asked and not "1900" < first < "2060")


def tide_or_shift(first: str, span: bool, ctx: Context) -> bool:
    """Among words of tides, or a span that begins with a nought or behind a word of hours."""
    before = ctx.before().lower()
    if span and (first[0] == "0" or before in usage.hours_before() or is_day(before)):
        return True
    return (tidal(ctx) or ctx.nearby(usage.tidal(), 12)) and before not in usage.year_before()


def hundred_hours(figures: str) -> str:
    """`0412` -> "oh four twelve", `1800` -> "eighteen hundred"."""
    hour, minute = int(figures[:2]), int(figures[2:])
    lead = "oh " if figures[0] == "0" and hour else ""
    rest = "hundred" if minute == 0 else num.below_hundred(minute) if minute > 9 else f"oh {num.ONES[minute]}"
    return f"{lead}{num.cardinal(hour)} {rest}"


DOTTED = Rule(
    "hours with a dot",
    (FIGURES,),
    rf"(?P<hour>(?!0\.)\d{{1,2}})\.(?P<minute>[0-5]\d)(?:{TO}(?P<hour2>\d{{1,2}})(?:\.(?P<minute2>[0-5]\d))?)?(?:{NO_TIME}|(?P<hrs>hrs\b))",
    dotted,
    follows=".",
    lengths="12",
    source="British, Irish and Indian papers write 8.30 for half past eight (Guardian style guide: times)",
)
WITH_H = Rule(
    "hours with h",
    (FIGURES,),
    rf"(?P<hour>\d{{1,2}})h(?P<minute>[0-5]\d)(?:{TO}(?P<hour2>[012]?\d)h(?P<minute2>[0-5]\d))?(?!\w)",
    with_h,
    follows="h",
    lengths="12",
    source="South African and African papers: 15h30",
)


def till_late(m: re.Match[str], ctx: Context) -> Reading | None:
    """`8-late`: till late."""
    hour = clock(int(m.group("hour")), m.group("minute"), True)
    return (f"{hour} till ", m.end()) if int(m.group("hour")) < 25 and not ctx.glued().isalnum() else None


TILL_LATE = Rule(
    "till late",
    (FIGURES,),
    rf"(?P<hour>\d{{1,2}})(?:[.:](?P<minute>[0-5]\d))?\s?{DASH}\s?(?=late\b)",
    till_late,
    follows=" .:-–—‑−",
    lengths="12",
    source="what's on: 8-late",
)
OPENING = Rule(
    "opening hours",
    (FIGURES,),
    rf"(?P<hour>\d{{1,2}})(?:[.:](?P<minute>[0-5]\d))?\s?{DASH}\s?(?P<hour2>\d{{1,2}})(?:[.:](?P<minute2>[0-5]\d))?{NO_TIME}",
    opening,
    follows=" .:-–—‑−",
    lengths="12",
    source="listings everywhere: `Open Mon-Fri 9-5`",
)
FOUR_FIGURES = Rule(
    "four-figure time",
    (FIGURES,),
    rf"(?P<first>[01]\d[0-5]\d|2[0-4][0-5]\d)(?:{TO}(?P<second>[01]\d[0-5]\d|2[0-4][0-5]\d))?(?![\w]|[,.:/]\d|{DASH}\d)",
    four_figures,
    lengths="4",
    source="tide tables, shipping and shift times: `HW 0412`, `0600-1800`",
)
