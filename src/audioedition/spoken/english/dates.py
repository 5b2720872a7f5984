"""Dates in every usual form."""

from __future__ import annotations

import re
from string import ascii_uppercase, digits

from ...lexis import english
from ...lexis.tables import Lexis, derived
from .. import numbers as num
from ..scan import FIGURES, WORD, Context, Reading, Rule, compiled
from . import units, usage
from .guesses import ORDER_OF_DATE
from .shapes import DASH, ends_text, keep_stop
from .times import clock

YEAR = (
    r"(?P<comma>,?)(?: |-(?=\d{4}(?![\d/-])))?"
    r"(?P<year>[12]\d{3})\b(?![,.:/]?\d|-\d(?!\d? [A-Z][a-z]{2,8}\.? \d{4}))(?!\s?(?:people|GMT|BST|hours|km|miles))"
)
NOT_A_DAY = r"[,.:]\d|%|\s?(?:percent|per cent|people|million|points|seats|years|other|of)\b"


def month_name(written: str) -> str:
    """The month that `Sept.`, `march` or `DEC` stands for, "" for none."""
    return english.months().get(written.rstrip(".").lower(), "")


def year_words(figures: str, ctx: Context) -> str:
    """`1998` and the `98` of `11/17/98`."""
    return num.year(int(figures), ctx.british) if len(figures) > 2 else num.short_year(figures)


def month_day(m: re.Match[str], ctx: Context) -> Reading | None:
    """`March 3`, `Jan. 5, 2024`, `May 3-5`, `Sept. 11th`, `March 2024`. British: "the third of March"."""
    month = month_name(m.group("month"))
    figures, last, end = m.group("day"), m.group("last"), m.end()
    if not month or m.group("month") in ("may", "march"):
        return None
    if len(figures) == 4:
        end = m.end("day")
        if not 1000 <= int(figures) < 2200 or ctx.text[end : end + 1] in units.VULGAR:
            return None
        return before_date(f"{month} {num.year(int(figures), ctx.british)}", end, ctx)
    day = int(figures)
    if not 1 <= day <= 31 or compiled(NOT_A_DAY).match(ctx.text, end):
        return None
    joiner = "and" if m.group("join") in (" and ", "/") else "to"
    if ctx.british:
        words = (
            f"{article(ctx)}{num.ordinal(day)}{f' {joiner} the {num.ordinal(int(last))}' if last else ''} of {month}"
        )
    else:
        words = f"{month} {num.ordinal(day)}{f' {joiner} {num.ordinal(int(last))}' if last else ''}"
    dashed = (
        compiled(r"(?P<comma>)[-–](?P<year>\d{4})\b").match(ctx.text, end) if m.group("sep") in ("-", "–") else None
    )
    return with_year(words, end, ctx, dashed)


def with_year(words: str, end: int, ctx: Context, year: re.Match[str] | None = None) -> Reading:
    """`words` of a date that ends at `end`, the year that follows, and the "to" of a dash before another date."""
    year = year or compiled(YEAR).match(ctx.text, end)
    if year:
        words, end = f"{words}{year.group('comma')} {num.year(int(year.group('year')), ctx.british)}", year.end()
    return before_date(words, end, ctx)


def before_date(words: str, end: int, ctx: Context) -> Reading:
    """`words` of a date that ends at `end`, with the "to" of a dash before another date."""
    span = compiled(
        rf"\s?{DASH}\s?(?=(?P<month>[A-Z][a-z]{{2,8}})\.? \d|\d{{1,2}} (?P<month2>[A-Z][a-z]{{2,8}}))"
    ).match(ctx.text, end)
    if span and month_name(span.group("month") or span.group("month2")):
        return f"{words} to ", span.end()
    return words, end


BEFORE_DASH = r"\d [A-Z][a-z]{2,8}\.?(?:,? \d{4})?[-–]$"
"""`9 Dec-`, `12 March 1928-`: a day, right before another."""


def day_month(m: re.Match[str], ctx: Context) -> Reading | None:
    """`3 March`, `25th July 2012`, `3-5 May`, `the 26th of May`."""
    written = m.group("month")
    month = month_name(written)
    day, last = int(m.group("day")), m.group("last")
    spanned = compiled(BEFORE_DASH).search(ctx.text[max(0, ctx.start - 20) : ctx.start])
    if not month or not 1 <= day <= 31 or (not spanned and ctx.glued() in tuple("$£€.,:/-–")):
        return None
    if not m.group("suffix") and other_word(written, m.end(), ctx):
        return None
    end = m.end()
    if written.endswith("."):
        in_full = written[:-1].title() in english.month_names()
        end = end - 1 if in_full else keep_stop(ctx.text, end)
    joiner = {" or ": " or ", " and ": " and ", "/": " and "}.get(m.group("sep") or "", " to ")
    return with_year(
        f"{article(ctx)}{num.ordinal(day)}{f'{joiner}the {num.ordinal(int(last))}' if last else ''} of {month}",
        end,
        ctx,
    )


def article(ctx: Context) -> str:
    """The article of a day; "" where one stands there already: `the May 12 polls`, `its 3 March meeting`."""
    before = ctx.before().lower()
    told = (
        before in usage.determiners() - {"that", "her"}
        or before in ("a", "an", "every", "last", "next")
        or before.endswith(("'s", "’s"))
    )
    return "" if told else "the "


def other_word(written: str, end: int, ctx: Context) -> bool:
    """Whether a month in small letters is another word: `six of the 12 may be charged`, not `since 12 may`."""
    if not written.islower() or written.rstrip(".").title() not in english.month_words():
        return False
    dated = ctx.before().lower() in ("on", "since", "until", "from", "by") or compiled(r" [12]\d{3}\b").match(
        ctx.text, end
    )
    return written != "may" or not dated


def month_alone(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Sept.` between other words; never the words "mar", "may", "dec"."""
    if bare := m.group("bare"):
        return (month_name(bare), m.end()) if bare_month(bare, m.end(), ctx) else None
    month = month_name(m.group("month"))
    if not month or (ends_text(ctx.text, m.end()) and not ctx.before()):
        return None
    return month, keep_stop(ctx.text, m.end())


def bare_month(bare: str, end: int, ctx: Context) -> bool:
    """Whether `Sept` without a stop is a month: `Sept '24`, `Dec corn`, `late Dec`, `from Feb to Apr`, `Oct's rain`."""
    if (ctx.text[end : end + 1] == " " and ctx.text[end + 1 : end + 2] in ("'", "’", "‘")) or (
        bare != "Mar" and compiled(BEHIND_MONTHS).match(ctx.text, end)
    ):
        return True
    before = ctx.before().lower()
    if bare in english.plain_months() and not compiled(r"[ -][A-Z]").match(ctx.text, end):
        return True
    if before in ("to", "and") and ctx.before(2) in (*english.plain_months(), "Apr"):
        return True
    return before in TIME_OF_YEAR and compiled(r" [A-Z]").match(ctx.text, end) is None


TIME_OF_YEAR = frozenset(["in", "since", "until", "till", "late", "early", "mid", "last", "next", "during"])
"""Before a month that is also a name or a word: `late Dec`, `in Apr`."""
BEHIND_MONTHS = (
    r":? \d{1,6}\.\d|: ?[-+£$€]?\d| (?:delivery|futures|contracts?|settlement|crude|wheat|corn|gold|copper)\b"
)
"""Behind a month of a contract: `Dec corn`, `Aug: 2.2`."""


def numeric_words(day: int, month: int, year: str, day_first: bool, ctx: Context) -> str:
    name = english.month_names()[month - 1]
    words = f"{article(ctx)}{num.ordinal(day)} of {name}" if day_first else f"{name} {num.ordinal(day)}"
    if len(year) == 2 and "09" < year < "30":
        year = f"20{year}"  # "twenty twenty-six", but "oh five", "ninety-eight"
    return f"{words}, {year_words(year, ctx)}"


TIME_OF_DAY = (
    r"T(?P<hour>[01]\d|2[0-4]):(?P<minute>[0-5]\d)(?::\d\d(?:\.\d{1,9})?)?(?P<zone>Z|[+-]\d\d:?\d\d)?(?![\w:])"
)


def iso_date(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2024-05-06`, `2012/01/05`: year, month, day by ISO 8601."""
    month, day = int(m.group("month")), int(m.group("day"))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    words = numeric_words(day, month, m.group("year"), ctx.british, ctx)
    time = compiled(TIME_OF_DAY).match(ctx.text, m.end()) if m.group("sep") == "-" else None
    if time:
        zone = " U T C" if time.group("zone") == "Z" else ""
        return f"{words}, {clock(int(time.group('hour')), time.group('minute'), False)}{zone}", time.end()
    return words, m.end()


def numeric_date(m: re.Match[str], ctx: Context) -> Reading | None:
    """`11/17/05`, `15.01.2020`, `3/4/2025`: the setting says which comes first, unless only one order is a date."""
    a, b, sep = int(m.group("a")), int(m.group("b")), m.group("sep")
    if (
        ctx.glued().isalpha()
        or ctx.glued() in ("/", "-", ".")
        or (sep != "/" and len(m.group("year")) == 2 and not short_of_day(m, ctx))
    ):
        return None
    day_first = ctx.usage.day_first or sep == "."
    day, month = (a, b) if day_first else (b, a)
    if month > 12 >= day:
        day, month, day_first = month, day, not day_first
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    words = numeric_words(day, month, m.group("year"), day_first, ctx)
    if max(a, b) < 13 and a != b and sep == "/":
        ctx.doubt(m.group(), words, ORDER_OF_DATE, 0.15)
    return words, m.end()


def short_of_day(m: re.Match[str], ctx: Context) -> bool:
    """`on 05.06.24`, `born 7.3.62`, `01-04-18 08:40`: not a paragraph, nor a number of a version."""
    if m.group("sep") == "-" and compiled(r",? (?:at )?\d{1,2}[:.]\d\d").match(ctx.text, m.end()):
        return True
    if m.group("sep") != "." or not ctx.british:
        return False
    asked = ctx.before().lower() in usage.dated() | {
        "born",
        "died",
        "dated",
        "of",
        "by",
        "until",
        "from",
        "date",
        "since",
    }
    return asked or (m.group("a")[0] == "0" or m.group("b")[0] == "0")


def months_span(m: re.Match[str], ctx: Context) -> Reading | None:
    """`April-June`, `Jan.-March`."""
    first, second = month_name(m.group("a")), month_name(m.group("b"))
    joiner = " " if m.group("sep") == "/" else " to "
    return (f"{first}{joiner}{second}", m.end()) if first and second else None


def known_day(m: re.Match[str], ctx: Context) -> Reading | None:
    """`9/11`, `24/7`."""
    if ctx.glued().isalnum() or ctx.glued() in ("/", "."):
        return None
    return english.known_figures()[m.group()], m.end()


NTH_SUFFIX = r"(?:(?:st|nd|rd|th|ST|ND|RD|TH)\b)?"
MONTH_DAY = Rule(
    "month and day",
    (WORD,),
    r"(?P<month>[A-Za-z]{3,9})\.?(?P<sep>[ \u00a0]|-)?(?P<day>\d{4}|\d{1,2})(?!\d|/(?!\d{1,2}(?![\d/])))"
    + NTH_SUFFIX
    + rf"(?:(?P<join>{DASH}| to | and |/|\s{DASH}\s(?=\d{{1,2}}(?:[,.;)]|$)))"
    + r"(?P<last>\d{1,2})(?![\d/]|[.,:]\d| ?[ap]\.?m\b)"
    + r"(?:(?:st|nd|rd|th|ST|ND|RD|TH)\b|(?![a-zA-Z])(?! [A-Z][a-z]|[- ]year)))?",
    month_day,
    then=" -." + digits,
    source="AP: Jan. 5, 2024",
)


@derived
def month_pattern(lexis: Lexis) -> str:
    """`Sept.`"""
    short = "|".join(lexis.made(english.short_months.make))
    return rf"(?P<month>(?:{short})\.)(?=[\s,;:)]|$)|(?P<bare>{short})(?:(?= ['’‘]\d\d\b)|(?=['’]s\b)|(?![\w'’.-]))"


MONTH = Rule(
    "month",
    (WORD,),
    month_pattern,
    month_alone,
    source="AP abbreviates months before a day, wires also alone",
)


ISO_DATE = Rule(
    "ISO date",
    (FIGURES,),
    r"(?P<year>[12]\d{3})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d|[/.-]\d)",
    iso_date,
    follows="-/.",
    lengths="4",
    source="ISO 8601: 2024-05-06",
)
NUMERIC_DATE = Rule(
    "numeric date",
    (FIGURES,),
    r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})(?!\d|[/.-]\d)",
    numeric_date,
    follows="/.-",
    lengths="12",
    source="11/17/05: order by country (CLDR)",
)
SPACED_DATE = Rule(
    "spaced date",
    (FIGURES,),
    r"(?P<a>\d{1,2}) ?(?P<sep>/) ?(?P<b>\d{1,2}) ?/ ?(?P<year>(?:19|20)\d\d)(?!\d|[/.-]\d)",
    numeric_date,
    follows=" /",
    lengths="12",
    source="tenders and forms: 24/ 11 / 2014",
)
DAY_MONTH = Rule(
    "day and month",
    (FIGURES,),
    rf"(?P<day>\d{{1,2}})(?P<suffix>st|nd|rd|th|ST|ND|RD|TH)?"
    rf"(?:(?P<sep>\s?{DASH}\s?| to | and | or |/)(?P<last>\d{{1,2}})(?:st|nd|rd|th)?)?"
    r"[ \u00a0-](?:of |OF )?(?P<month>[A-Za-z]{3,9}\b\.?)(?! \d{1,2}(?:st|nd|rd|th)\b)",
    day_month,
    follows=" \u00a0-–—‑−strnd/",
    lengths="12",
    source="Guardian style: 3 March",
)
MONTHS_SPAN = Rule(
    "span of months",
    (WORD,),
    rf"(?P<a>[A-Z][a-z]{{2,8}})\.?(?P<sep>{DASH}|/)(?P<b>[A-Z][a-z]{{2,8}})\b\.?",
    months_span,
    begins=ascii_uppercase,
    then="-./–—−",
    source="April-June quarters",
)


@derived
def known_pattern(lexis: Lexis) -> str:
    """`24/7/365` before `24/7`."""
    known = sorted(lexis.made(english.known_figures.make), key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, known))})(?!\w|[/.-]\d)"


KNOWN_DAY = Rule(
    "known day",
    (FIGURES,),
    known_pattern,
    known_day,
    follows="/-W",
    source="9/11, 24/7: lexis/en/known_figures.tsv",
)
