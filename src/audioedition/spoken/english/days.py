"""Days of the week: `Mon.-Sun.`, `Sat 5 July`, `M-F 8-5`, `Monday–Friday`."""

from __future__ import annotations

import re

from ...lexis import english
from ...lexis.tables import Lexis, derived
from ..scan import SYMBOL, WORD, Context, Reading, Rule, compiled
from . import usage
from .shapes import DASH, SHORT_DAY, ends_text, keep_stop

DAY_AHEAD = r"(?:,| and| &| or| to|/) ?(?P<day>[A-Z][a-z]{2,4})\b"


def short_day(written: str, end: int, ctx: Context) -> bool:
    """Whether `Mon` without a stop is a day: `closed Mon and Tues`, `every Thurs`."""
    if len(written) > 3:  # "Tues"
        return True
    if written == "Sun" and ctx.before().lower() == "the":
        return False
    if compiled(r" (?:[ap]\.?m\b|(?:from|at) (?:\d|noon))").match(ctx.text, end):
        return True
    if compiled(r"\d(?:st|nd|rd|th) $").search(ctx.text[max(0, ctx.start - 6) : ctx.start]):
        return True
    lead = ctx.text[max(0, ctx.start - 10) : ctx.start]
    if compiled(rf"{CLOCK} $").search(lead) and compiled(r"[,.;)]|$").match(ctx.text, end):
        return True
    if ctx.about("transport", "church", "listings") and ctx.after(end) in ("first", "last", "service"):
        return True
    if ctx.before() in ("on", "until", "till", "by", "from", "next", "last", "since") and written != "Sun":
        return compiled(r"[,;)]|\.?$| [a-z]").match(ctx.text, end) is not None
    return beside_day(written, end, ctx)


def beside_day(written: str, end: int, ctx: Context) -> bool:
    """Whether a small word before it or what stands behind it makes `Fri` a day: `this Fri`, `Wed or Thurs`."""
    if written in PLAIN_DAYS and ctx.before().islower() and not compiled(r" [A-Z]").match(ctx.text, end):
        return True
    ahead = compiled(DAY_AHEAD).match(ctx.text, end)
    other = english.days().get(ahead.group("day").lower()) if ahead else None
    return (
        bool(other)
        or ctx.after(end) in usage.behind_days()
        or ctx.before().lower() in BEFORE_DAYS
        or ctx.before().lower() in english.days()
    )


PLAIN_DAYS = frozenset(["Tue", "Wed", "Thu", "Fri"])
"""Those that are no other word where they have a capital."""
BEFORE_DAYS = frozenset(["closed", "every", "except", "first", "second", "third", "fourth", "alternate", "each"])
"""Before a day without a stop: `first Fri of the month`."""


def weekday(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Mon.-Sun.`, `Tues.`, `Sat 5 July`, `Mon/Tue`."""
    written, end = m.group("day"), m.end()
    name = english.days().get(written.lower())
    if not name:
        return None
    if ending := m.group("own") or m.group("many"):
        return None if a_team(end, ctx) else (f"{name}{ending}", keep_stop(ctx.text, end))
    span = compiled(rf"(?P<sep>{DASH}|/| to | thru )\s?(?P<day>[A-Z][a-z]{{2,4}})\b\.?").match(ctx.text, end)
    if span and (second := english.days().get(span.group("day").lower())):
        return f"{name}{' ' if span.group('sep') == '/' else ' to '}{second}", keep_stop(ctx.text, span.end())
    if dash := to_a_clock(end, ctx.text[max(0, ctx.start - 10) : ctx.start], ctx.text):
        return f"{name} to ", dash
    if not m.group("dot"):
        return (name, end) if dated(end, ctx) or short_day(written, end, ctx) else None
    if written in ("Sun", "Sat") and ends_text(ctx.text, end) and not dated_last(ctx.before()):
        return None
    return name, keep_stop(ctx.text, end)


CLOCK = r"(?:\d ?[ap]\.?m\.?|noon|midnight)"


def to_a_clock(end: int, lead: str, text: str) -> int:
    """The end of the dash of `6pm Sat-3am Sun`; 0 if there is none."""
    dash = compiled(rf" ?{DASH} ?(?=(?:\d{{1,2}}[.:])?\d?{CLOCK})").match(text, end)
    return dash.end() if dash and compiled(rf"{CLOCK} $").search(lead) else 0


def a_team(end: int, ctx: Context) -> bool:
    """Whether `Suns.` is none: `good for the Suns.`"""
    return ctx.before().lower() == "the" and not compiled(r" \d").match(ctx.text, end)


DATE_AHEAD = r",? ?\d(?!\d{0,2},\d{3})|, (?:doors|gates|from|at|noon)\b"
"""Behind a day: `Sat 5 July`, `Sat, doors 7.30`; not `Sat 1,805,216` of an examination."""


def dated(end: int, ctx: Context) -> bool:
    """Whether what follows makes `Sat` a day: a date, an hour, the colon of a forecast."""
    forecast = ctx.text[end : end + 1] == ":" and ctx.before().lower() != "the"
    return forecast or compiled(DATE_AHEAD).match(ctx.text, end) is not None


def dated_last(before: str) -> bool:
    """Whether a word or a figure says that `Sat.` at the end is a day: `10-2 Sat.`, `until Sun.`"""
    return before.isdecimal() or before == "you" or before in usage.before_days()


def days_span(m: re.Match[str], ctx: Context) -> Reading | None:
    """The dash of `Monday–Friday`, `May–June`, `6pm Saturday–3am Sunday`."""
    names = frozenset(english.day_names()) | frozenset(english.month_names())
    start = ctx.start - len(ctx.before())
    if ctx.before() in english.day_names() and to_a_clock(ctx.start, ctx.text[max(0, start - 10) : start], ctx.text):
        return " to ", m.end()
    return (
        (" to ", m.end()) if ctx.before() in names and ctx.after(m.end()) in names and ctx.glued().isalpha() else None
    )


@derived
def day_words(lexis: Lexis) -> frozenset[str]:
    days = lexis.made(english.days.make)
    return frozenset(days) | {f"{day}s" for day in days}


WEEKDAY = Rule(
    "weekday",
    (WORD,),
    rf"(?P<day>{SHORT_DAY}(?=s\b)|[A-Z][a-z]{{2,4}}?)(?P<many>(?<=[a-z])s(?<!ues)(?<!eds)(?<!urs))?"
    r"(?:(?P<dot>\.)(?P<own>['’]s)?)?(?![a-z'’])",
    weekday,
    words=day_words,
    source="lexis/en/days.tsv; listings and forecasts",
)


def day_letters(m: re.Match[str], ctx: Context) -> Reading | None:
    """`M-F 8-5`, `M, W, F 10-6`, `F 8-5`: hours in advertisements."""
    parts = re.findall(r"[A-Za-z]+|[-–]|[,/&]", m.group())
    lead = ctx.text[max(0, ctx.start - 60) : ctx.start]
    if len(parts) == 1 and not (len(parts[0]) > 1 or compiled(r"\b(?:M|Tu?|W|Th)[-–]").search(lead)):
        return None
    return "".join(JOINERS.get(p) or english.day_letters()[p] for p in parts), m.end()


JOINERS = {"-": " to ", "–": " to ", "/": ", ", ",": ", ", "&": " and "}


LETTERS = "Mo?|Tu?e?|We?|Th|Fr?|Sa|Su"
DAYS_IN_LETTERS = Rule(
    "days in letters",
    (WORD,),
    rf"(?:{LETTERS})(?:(?:[-–/]|, ?| ?& ?)(?:{LETTERS})){{0,5}}(?=[,:]? \d{{1,2}}(?:[-–]|[.:]\d\d| ?[ap]\.?m))(?!\w)",
    day_letters,
    begins="MTWFS",
    then=" &,-/:–",
    source="advertisements: M-F 8-5",
)


DAYS_SPAN = Rule(
    "span of days",
    (SYMBOL,),
    r"[-–—](?=[A-Z\dn])",
    days_span,
    "-–—",
    source="opening hours in full: Monday–Friday",
)
