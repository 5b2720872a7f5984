"""Numbers of several parts: fractions, seasons, years from and to, telephone numbers, numbers that name something."""

from __future__ import annotations

import re

from ..scan import Context, Reading, compiled
from .amounts import joined_by_of, with_tail
from .counting import cardinal, digits, number, year
from .language import Language

TELEPHONE = (
    r"(?!\d\d[./-]\d\d[./-](?:\d{4}|\d\d)(?!\d|[./-]\d))"
    r"(?:(?P<land>(?:\+|00)\d{2,3}) ?\(0\) ?(?P<rest>\d{1,5}(?:[ /.-]{1,3}\d{2,8}){1,6})"
    r"|\(0\d{1,4}\) ?\d{2,4}(?: ?\d{2,4}){1,4}|(?:\+|0)\d{1,5}(?:[ /.-]{1,3}\d{2,8}){1,6}"
    r"|[2-9]\d\d(?: \d{2,3}){2,3}|(?:\(\d\d\) ?)?\d{4,5}-\d{4}|(?P<spaced>[1-9]\d{1,3}(?:[ .-]\d{2,7}){1,4})"
    r"|\d{3,4}/\d{2,3}(?:\.\d{2,4}){1,3}"
    r"|(?P<extension>[1-9]\d{2,6}-\d{1,4}))(?!\d|,\d)"
)
"""`(050) 555 01 42`, `030 / 226 343`, `258 555 014`, `3555-0142`, `(11) 5550-0123`, `Telefon 9199-0`."""


def fraction(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`1/2`, `3/4` by the table; `2023/24`, `8/5 €` and others as two numbers; the law `8.666/1993`, `83-A/2009`."""
    if ctx.glued().isalnum() or ctx.glued() in tuple(".,-/"):
        return None
    a, b = m.group("a"), m.group("b")
    if span := _span_with_stroke(a, b, m.end(), ctx, lang):
        return span
    if said := _by_context(m, ctx, lang):
        return said, m.end()
    if known := lang.word(m.group()) or _parts(a, b, lang):
        return _of_a_unit(m, known, ctx, lang)
    if tail := compiled(lang.tail).match(ctx.text, m.end()):
        return f"{number(a, lang)}, {with_tail(b, tail, lang, '')}", tail.end()
    return _by_length(a, b, ctx, lang), m.end()


def _by_context(m: re.Match[str], ctx: Context, lang: Language) -> str:
    """The law `83-A/2009` or `104/92`, the season `23/24`, `7/1 Grad`; "" for others."""
    a, b = number(m["a"], lang), m["b"]
    of = lang.word("of a year") or lang.word("slash")
    if m["letter"]:
        return f"{a} {m['letter']} {of} {year(int(b), lang)}"
    if _goes_on(m["a"], b, ctx, lang):
        return f"{a} {number(b, lang)}"
    if ctx.after(m.end()).lower() == lang.word("degrees").lower():
        return f"{a}, {number(b, lang)}"
    law = len(b) == _SHORT_YEAR and ctx.before().lower() in lang.words("laws")
    return f"{a} {of} {number(b, lang)}" if law else ""


def _by_length(a: str, b: str, ctx: Context, lang: Language) -> str:
    """Two numbers that are no fraction: years, the number of something and a year, others."""
    if len(b) == len(a) == 4 and int(b) > int(a):
        return f"{year(int(a), lang)} {year(int(b), lang)}"  # a season, heights
    if len(b) == 4:
        return f"{number(a, lang)} {lang.word('of a year') or lang.word('slash')} {year(int(b), lang)}"
    if len(a) == 4:
        return f"{year(int(a), lang)} {number(b, lang)}"
    stroke = lang.word("address /") if _is_numbered(ctx, lang) else lang.word("slash")
    return f"{number(a, lang)} {stroke} {number(b, lang)}"


_SHORT_YEAR = 2
"""Figures of a year without its century."""


def _goes_on(a: str, b: str, ctx: Context, lang: Language) -> bool:
    """`Saison 23/24`, `groep 7/8`: a number and the next, which nobody reads as a fraction there."""
    before = ctx.before().lower()
    return (
        a.isdecimal()
        and int(b) == int(a) + 1
        and before.isalpha()
        and (len(a) == len(b) == _SHORT_YEAR or before in lang.words("numbered words"))
    )


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


MIXED = r"(?P<whole>\d{1,2}) (?P<part>[1-9]/[2-9]|[½¼¾])(?![\w/])"


def mixed(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`1 1/2`, `2 ¾`: a whole and its part."""
    half = lang.word("and a half") if m["part"] in ("1/2", "½") else ""
    part = lang.signs.get(m["part"]) or lang.word(m["part"]) or _parts(m["part"][0], m["part"][2:], lang)
    if ctx.glued().isalnum() or ctx.glued() in tuple(".,/-") or not (half or part):
        return None
    whole = number(m["whole"], lang, "m")
    return (half.format(n=whole) if half else f"{whole} {lang.words('and')[0]} {part}"), m.end()


def post_code_pattern(lang: Language) -> str:
    """`79100 Freiburg`, `1012 AB Amsterdam`: figures of a post code before a town."""
    return rf"(?P<code>{lang.word('post code') or '(?!)'})(?P<letters> ?[A-Z]{{2}}(?= [^\W\d_a-z]))?(?= [^\W\d_a-z])"


def post_code(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """Figure by figure, or by pairs where letters belong to it; before a town that the language's table has."""
    if ctx.glued().isalnum() or ctx.glued() in tuple(".,/-"):
        return None
    if m["letters"]:
        pairs = (number(m["code"][i : i + 2], lang) for i in (0, 2))
        return f"{' '.join(pairs)} {' '.join(m['letters'].strip())}", m.end()
    town = compiled(r" ([^\W\d_]+(?:[ -][^\W\d_]+)?)").match(ctx.text, m.end())
    names = {town[1].lower(), ctx.after(m.end()).lower()} if town else set()
    return None if lang.towns.isdisjoint(names) else (digits(m["code"], lang), m.end())


def years(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`1999-2005`, `1914-18`: from year to year."""
    if ctx.glued().isalnum():
        return None
    last = m.group("b")
    said = year(int(last), lang) if len(last) == 4 else cardinal(int(last), lang)
    return f"{year(int(m.group('a')), lang)} {lang.word('to')} {said}", m.end()


def telephone(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`030 / 226 343`, `01 23 45 67 89`: figure by figure."""
    groups = re.findall(r"\d+", f"{m['land']} {m['rest']}" if m["land"] else m.group())
    if m.group("extension") and ctx.before().lower() in lang.words("telephone words"):
        return ", ".join(digits(g, lang) for g in groups), m.end()
    if sum(map(len, groups)) < 8 or ctx.glued().isalnum():
        return None
    if not _is_telephone(m, ctx, lang):
        return None
    plus = f"{lang.signs['+']} " if m.group()[0] == "+" else ""
    pairs = lang.word("telephone by pairs") and all(len(group) == 2 for group in groups[1:])
    return plus + ", ".join(_pair(g, lang) if pairs and len(g) == 2 else digits(g, lang) for g in groups), m.end()


_WORDS_BEFORE = 5
"""Tokens before figures among which a word for telephones makes any groups a number."""


def _is_telephone(m: re.Match[str], ctx: Context, lang: Language) -> bool:
    """Whether figures that begin with no nought stand where a word asks for a telephone number."""
    if m["spaced"]:
        return _is_asked_for(ctx, lang)
    return (
        m.group()[0] in "+0"
        or ("/" in m.group() and "." in m.group())
        or ctx.nearby(frozenset(lang.words("telephone words")), 14)
    )


def _is_asked_for(ctx: Context, lang: Language) -> bool:
    near = ctx.tokens[max(0, ctx.at - _WORDS_BEFORE) : ctx.at]
    return any(token.text.lower() in lang.words("telephone words") for token in near)


def _pair(group: str, lang: Language) -> str:
    return digits(group, lang) if group[0] == "0" else cardinal(int(group), lang)


def _is_numbered(ctx: Context, lang: Language) -> bool:
    """Whether a word stands right before behind which a number has parts: `n° 2005-1676`, `Nr. 12/345`."""
    numbered = compiled(rf"(?:{lang.any_of('numbers with parts')}) ?\Z")
    return numbered.search(ctx.text, max(0, ctx.start - 12), ctx.start) is not None


def code(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`n° 2005-1676`, `article L. 2125-1`: the parts of a number that names something."""
    if not _is_numbered(ctx, lang):
        return None
    return f"{number(m.group('a'), lang)} {lang.word('address -')} {number(m.group('b'), lang)}", m.end()
