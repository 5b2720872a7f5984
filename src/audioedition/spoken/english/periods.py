"""Seasons, spans of years, months of a year, quarters, fiscal years and eras."""

from __future__ import annotations

import re
from string import digits

from ...lexis import english
from .. import numbers as num
from ..scan import FIGURES, WORD, Context, Reading, Rule
from . import units, usage
from .dates import year_words
from .shapes import DASH, keep_stop


def years(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2023/24` and `2023-24` are one season; `1980-1986` and `1960-80` a span: "to"."""
    first, second, sep = int(m.group("a")), m.group("b"), m.group("sep").strip()
    if not 1000 < first < 2100 or (second.isdecimal() and ctx.glued() in tuple("$£€,.:/")):
        return None
    if not second.isdecimal():
        return f"{num.year(first, ctx.british)} to {second}", m.end()
    next_year = (first % 100 + 1) % 100 == int(second)
    if len(second) == 1:
        return to_last_figure(first, int(second), m.end(), ctx)
    if len(second) == 4:
        if not 1000 < int(second) < 2200 or ctx.after(m.end()) in units.symbols():
            return None
        words = num.year(int(second), ctx.british)
    elif int(second) > first % 100 or next_year:
        words = num.short_year(second)
    else:
        return None
    next_year = next_year or int(second) == first + 1
    joiner = " " if sep == "/" or (next_year and first > 2009) else " to "
    return f"{num.year(first, ctx.british)}{joiner}{words}", m.end()


def to_last_figure(first: int, last: int, end: int, ctx: Context) -> Reading | None:
    """`1998-9`."""
    if last <= first % 10:
        return None
    return f"{num.year(first, ctx.british)} to {num.below_hundred(first % 100 // 10 * 10 + last)}", end


def year_month(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2020-12`: December 2020, where it can't be a span of years."""
    year, month = int(m.group("year")), int(m.group("month"))
    if month > year % 100 or (ctx.glued() and ctx.glued() in "$£€.,:/-"):
        return None
    return f"{english.month_names()[month - 1]} {num.year(year, ctx.british)}", m.end()


NTH = {"1": "first", "2": "second", "3": "third", "4": "fourth"}


def fiscal(m: re.Match[str], ctx: Context) -> Reading | None:
    """`FY2025`, `FY24`, `FY 2024-25`, `Q3`, `Q1 2024`, `H1`."""
    kind, figures, year = m.group("kind"), m.group("num"), m.group("year")
    if kind == "FY":
        if len(figures) not in (2, 4):
            return None
        last = m.group("to") or year
        if m.group("through"):
            return f"fiscal years {year_words(figures, ctx)} to {year_words(m.group('through'), ctx)}", m.end()
        return f"fiscal year {year_words(figures, ctx)}{f' {year_words(last, ctx)}' if last else ''}", m.end()
    if figures not in tuple("12" if kind == "H" else "1234") or (
        kind == "H" and ctx.text[m.end() : m.end() + 1].isalnum()
    ):
        return None
    return f"{kind} {num.ONES[int(figures)]}{f' {year_words(year, ctx)}' if year else ''}", m.end()


def quarter(m: re.Match[str], ctx: Context) -> Reading | None:
    """`3Q22`, `1H23`, `4Q`."""
    if ctx.glued().isalnum():
        return None
    year = f" of {year_words(m.group('year'), ctx)}" if m.group("year") else ""
    noun = ctx.after(m.end())
    attributive = not (m.group("year") or ctx.british) and noun.isalpha() and noun not in usage.function_words()
    before = ctx.before().lower()
    the = (
        ""
        if before in ("the", "its", "their", "a", "his", "our")
        or (attributive and before not in usage.before_quarters())
        else "the "
    )
    return f"{the}{NTH[m.group('num')]} {'quarter' if m.group('kind') == 'Q' else 'half'}{year}", m.end()


def era(m: re.Match[str], ctx: Context) -> Reading | None:
    """`44 BC`, `340 A.D`, `10,000 BC`, `AD 79`."""
    figures = m.group("num") or m.group("num2")
    n = int(figures.replace(",", ""))
    words = num.year(n, ctx.british) if n > 99 and "," not in figures and n < 3000 else num.cardinal(n, ctx.british)
    if m.group("num2"):
        return f"A D {words}", m.end()
    if m.group("last"):
        words += f" to {num.year(int(m.group('last')), ctx.british)}"
    return f"{words} {' '.join(m.group('era').replace('.', ''))}", keep_stop(ctx.text, m.end())


FISCAL = Rule(
    "fiscal year",
    (WORD,),
    r"(?P<kind>FY|Q|H)[ '’]?(?P<num>\d{1,4})\b"
    r"(?:(?<=\d{4})[-–](?P<to>\d\d)(?![\d.,-])|(?<=FY\d\d)[-–](?P<through>\d\d)(?![\d.,-]\d|\d)"
    r"|[ /]['’]?(?P<year>\d{4}|\d\d)(?![\d.,]\d|\d))?",
    fiscal,
    begins="FQH",
    then=" '’" + digits,
    source="FY2025, Q3, H1 in company reports",
)


YEAR_MONTH = Rule(
    "year and month",
    (FIGURES,),
    r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?![\d/-]|[,.]\d|%|s\b)",
    year_month,
    follows="-",
    lengths="4",
    source="ISO 8601: `2020-12`; not a season, whose second year is the next",
)


YEARS = Rule(
    "season",
    (FIGURES,),
    rf"(?P<a>\d{{4}})(?P<sep>/|\s?{DASH}\s?)(?P<b>\d{{4}}|\d\d|present\b|\d(?=[;,)]))(?!\d|[,./-]\d|%|s\b)",
    years,
    follows=" /-–—‑−",
    lengths="4",
    source="sports seasons 2023/24 and spans of years",
)


QUARTER = Rule(
    "quarter",
    (FIGURES,),
    r"(?P<num>[1-4])(?P<kind>[QH])(?:\s?['’]?(?P<year>\d{4}|\d\d))?\b",
    quarter,
    follows="QH",
    lengths="1",
    source="analysts: 3Q22",
)


ERA = Rule(
    "era",
    (FIGURES, WORD),
    rf"(?P<num>\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}})(?:{DASH}(?P<last>\d{{1,4}}))?"
    r" ?(?P<era>B\.?C\.?E\.?|B\.?C\.?|A\.?D\.?|C\.?E\.?)(?![A-Za-z])"
    r"|A\.?D\.? ?(?P<num2>\d{1,4})\b",
    era,
    follows=" ,-–—‑−ABCD",
    begins="A",
    lengths="12345",
    then=" ." + digits,
    source="AP: 44 B.C., A.D. 79",
)
