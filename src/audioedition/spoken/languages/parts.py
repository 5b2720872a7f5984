"""Numbers of several parts: fractions, seasons, years from and to, telephone numbers, numbers that name something."""

from __future__ import annotations

import re

from ..scan import Context, Reading, compiled
from .amounts import joined_by_of, with_tail
from .counting import cardinal, digits, number, year
from .language import Language

TELEPHONE = (
    r"(?!\d\d[./-]\d\d[./-](?:\d{4}|\d\d)(?!\d))"
    r"(?:\(0\d{1,4}\) ?\d{2,4}(?: ?\d{2,4}){1,4}|(?:\+|0)\d{1,5}(?:[ /.-]{1,3}\d{2,8}){1,6}"
    r"|[2-9]\d\d(?: \d{2,3}){2,3}|(?:\(\d\d\) ?)?\d{4,5}-\d{4}|(?P<extension>[1-9]\d{2,6}-\d{1,4}))(?!\d|,\d)"
)
"""`(050) 555 01 42`, `030 / 226 343`, `258 555 014`, `3555-0142`, `(11) 5550-0123`, `Telefon 9199-0`."""


def fraction(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`1/2`, `3/4` by the table; `2023/24`, `8/5 €` and others as two numbers; the law `8.666/1993` of a year."""
    if ctx.glued().isalnum() or ctx.glued() in tuple(".,-/"):
        return None
    a, b = m.group("a"), m.group("b")
    if span := _span_with_stroke(a, b, m.end(), ctx, lang):
        return span
    if known := lang.word(m.group()) or _parts(a, b, lang):
        return _of_a_unit(m, known, ctx, lang)
    if tail := compiled(lang.tail).match(ctx.text, m.end()):
        return f"{number(a, lang)}, {with_tail(b, tail, lang, '')}", tail.end()
    if len(b) == len(a) == 4 and int(b) > int(a):
        return f"{year(int(a), lang)} {year(int(b), lang)}", m.end()  # a season, heights
    if len(b) == 4:
        return f"{number(a, lang)} {lang.word('of a year') or lang.word('slash')} {year(int(b), lang)}", m.end()
    if len(a) == 4:
        return f"{year(int(a), lang)} {number(b, lang)}", m.end()
    return f"{number(a, lang)} {lang.word('slash')} {number(b, lang)}", m.end()


def _span_with_stroke(a: str, b: str, end: int, ctx: Context, lang: Language) -> Reading | None:
    """`25/30 minuti`, `2/3 cm`: from one number to another, before words that are counted so."""
    if not 1 < int(a.replace(".", "")) < int(b) or ctx.after(end) not in lang.words("spans with a stroke"):
        return None
    tail = compiled(lang.tail).match(ctx.text, end)
    last, end = (with_tail(b, tail, lang, ""), tail.end()) if tail else (number(b, lang), end)
    return " ".join(filter(None, (number(a, lang), lang.word("to"), last))), end


def _parts(a: str, b: str, lang: Language) -> str:
    """`5/8`, in eighths; "" where the table has none."""
    parts = lang.pairs("denominators")
    if b not in parts or not a.isdecimal() or int(a) >= int(b):
        return ""
    one, _, many = parts[b].partition(",")
    return f"{cardinal(int(a), lang, 'm')} {one if a == '1' else many or one}"


def _of_a_unit(m: re.Match[str], known: str, ctx: Context, lang: Language) -> Reading:
    """`1/2 kg`, `3/4 l`"""
    unit = compiled(rf" ?(?P<unit>{lang.any_unit})(?!\w)").match(ctx.text, m.end())
    if unit is None:
        return known, m.end()
    row = lang.units[unit["unit"]]
    half = lang.word(f"half {row['gender'] or 'm'}") if m.group() == "1/2" else ""
    return half.format(unit=row["one"]) if half else f"{known} {joined_by_of(row['one'], lang)}{row['one']}", unit.end()


def years(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`1999-2005`, `1914-18`: from year to year."""
    if ctx.glued().isalnum():
        return None
    last = m.group("b")
    said = year(int(last), lang) if len(last) == 4 else cardinal(int(last), lang)
    return f"{year(int(m.group('a')), lang)} {lang.word('to')} {said}", m.end()


def telephone(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`030 / 226 343`, `01 23 45 67 89`: figure by figure."""
    groups = re.findall(r"\d+", m.group())
    if m.group("extension") and ctx.before().lower() in lang.words("telephone words"):
        return ", ".join(digits(g, lang) for g in groups), m.end()
    if sum(map(len, groups)) < 8 or ctx.glued().isalnum():
        return None
    if m.group()[0] not in "+0" and not ctx.nearby(frozenset(lang.words("telephone words")), 14):
        return None
    plus = f"{lang.signs['+']} " if m.group()[0] == "+" else ""
    pairs = lang.word("telephone by pairs") and all(len(group) == 2 for group in groups[1:])
    return plus + ", ".join(_pair(g, lang) if pairs and len(g) == 2 else digits(g, lang) for g in groups), m.end()


def _pair(group: str, lang: Language) -> str:
    return digits(group, lang) if group[0] == "0" else cardinal(int(group), lang)


def code(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`n° 2005-1676`, `article L. 2125-1`: the parts of a number that names something."""
    before = compiled(rf"(?:{lang.any_of('numbers with parts')}) ?\Z").search(
        ctx.text, max(0, ctx.start - 12), ctx.start
    )
    if before is None:
        return None
    return f"{number(m.group('a'), lang)} {lang.word('address -')} {number(m.group('b'), lang)}", m.end()
