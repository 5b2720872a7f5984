"""Money: `$3.2bn` -> "three point two billion dollars", with magnitudes, ranges, countries and rates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import ascii_uppercase, digits

from ...lexis import english
from ...lexis.tables import Lexis, derived
from .. import numbers as num
from ..scan import FIGURES, SYMBOL, WORD, Context, Reading, Rule, compiled
from . import units, usage
from .shapes import MAGNITUDE, NUM, NUM_OR_FRACTION, adjectival, magnitude_at
from .sums import amount, rate_of, signs, sums


def money(m: re.Match[str], ctx: Context) -> Reading | None:
    """`$20-30 million`, `US$5k`, `-£5`, `£450m-£500m`, `$5-a-day`, `$20/mo`, `$1m+`."""
    names = named(m.group("prefix") or m.groupdict().get("of") or "", m.group("symbol").replace("¢", "₵"))
    if names is None or (m.group("sign") and ctx.glued().isalnum()):
        return None
    figures, end = south_african(m, ctx)
    words, end = sums(figures, end, names, m.group("symbol"), ctx)
    if compiled(r" (?:[A-Z]{1,3})?[$£€₹]\d").match(ctx.text, end):
        words += ","  # "$4.20 $1.70": one sum beside the other
    return ("minus " if m.group("sign") or m.group("sign2") else "") + words, end


def south_african(m: re.Match[str], ctx: Context) -> tuple[str, int]:
    """The figures of a sum and their end: thousands by a space, decimals by a comma in South Africa (`$2 660`)."""
    loose = r"\d{1,3}(?: \d{3})+(?=[.,;:)]?(?:\s*\Z|\s[A-Z]|\)))"
    if ctx.usage.english == "ZA" or compiled(loose).match(ctx.text, m.start("num")):
        found = compiled(r"(\d{1,3}(?: \d{3})*)(?:,(\d\d?))?(?![\d,])").match(ctx.text, m.start("num"))
        if found and found.end() > m.end("num"):
            return found.group(1).replace(" ", "") + (f".{found.group(2)}" if found.group(2) else ""), found.end()
    return m.group("num"), m.end()


def named(prefix: str, symbol: str) -> tuple[str, ...] | None:
    """The names of a currency written `symbol` or, as in `A$`, with a country before it; None if there is no such."""
    names = units.currencies()[symbol]
    if not prefix:
        return names
    if own := units.currencies().get(prefix + symbol):
        return own
    country = units.currency_countries().get(prefix) if symbol in "$£₵" else None
    return (f"{country} {names[0]}", f"{country} {names[1]}", *names[2:]) if country else None


def by_code(m: re.Match[str], ctx: Context) -> Reading | None:
    """`USD 5m`, `Rs 500 crore`, `CHF20`."""
    code = m.group("code")
    names = units.currency_codes().get("Rs" if code == "rs" or (code == "RS" and ctx.loud) else code)
    names = units.currency_codes().get(OTHERWISE.get(code.lower(), ""), names)
    if code == "R" and not m.group("gap") and (reading := rand(m, ctx)):
        return reading
    if not names or no_money(code, m, ctx):
        return None
    if len(code) == 3 and compiled(r" (?:[A-Z]{2} )?cents?\b").match(ctx.text, m.end()):
        return f"{names[0]},", m.end("code")  # "AUD 62.45 US cents"
    scale, end = magnitude_at(ctx.text, m.end())
    if span := compiled(rf"[-–](?={code}\d)").match(ctx.text, end):
        return f"{num.number(m.group('num'), ctx.british)} {scale}".rstrip() + " to ", span.end()
    return sums(m.group("num"), m.end(), names, "\0", ctx)


OTHERWISE = {"ksh": "KSh", "kshs": "KSh", "ghc": "GHS"}
"""Codes as they are also written."""


def no_money(code: str, m: re.Match[str], ctx: Context) -> bool:
    """Whether a code that is also a letter, a road or a page is no currency here."""
    figures, scale = m.group("num"), magnitude_at(ctx.text, m.end())[0]
    if code == "R":
        apart = bool(m.group("gap")) and not (ctx.usage.english == "ZA" and (scale or len(figures) > 2))
        single = len(figures) == 1 and not scale and not (ctx.usage.english == "ZA" and priced(m.end(), ctx))
        return apart or single or no_rand(figures, scale, m, ctx)
    if code == "SR":
        return bool(m.group("gap")) or len(figures) == 1  # a state road, a car
    written = len(scale) > 6 and compiled(r"[ -]?[mbtr]{1,2}illion|[mbt]r?n?\b(?!/)").match(ctx.text, m.end())
    return code in ("N", "P") and not written and not at_home(code, m, ctx)


def priced(end: int, ctx: Context) -> bool:
    """`more than R2 a litre`, `a R5 coin`: small sums in rand."""
    return compiled(r" (?:an?|per|each|coins?|off|more|less|or R|to R|and R)\b").match(ctx.text, end) is not None


def no_rand(figures: str, scale: str, m: re.Match[str], ctx: Context) -> bool:
    """Whether `R` is part of a number or of the name of a road."""
    if figures[0] == "0" or ctx.usage.english == "IE" or ctx.after(m.end()).lower() in english.street_words():
        return True
    return len(figures) < 4 and figures.isdecimal() and not scale and the_road(m, ctx)


ROAD_AHEAD = r"(?i)(?:^|[.;:] )The $|\b(?:along|on|off|onto|near|via|from|between|at|down|up|and|to|closed?) the $"


def the_road(m: re.Match[str], ctx: Context) -> bool:
    """`along the R102 for`, `the R44 near`: a road of South Africa, not a sum before its noun."""
    after = ctx.after(m.end()).lower()
    lead = ctx.text[max(0, ctx.start - 14) : ctx.start]
    if compiled(r"\b(?:the|on) R\d{2,3} and $|\bthe [NRM]\d{1,3}/$").search(lead):
        return True
    name = ctx.after(m.end())[:1].isupper() and not ctx.loud
    if after in usage.of_roads() and ctx.before().lower() in ("the", "on"):
        return True
    return (not after or name or after in usage.function_words() | {"near"}) and compiled(ROAD_AHEAD).search(
        lead
    ) is not None


def rand(m: re.Match[str], ctx: Context) -> Reading | None:
    """`R1 200`, `R15,50`: South African thousands by a space, decimals by a comma."""
    found = compiled(r"R(\d{1,3}(?: \d{3})*)(?:[,.](\d\d?))?(?!\d|,\d)").match(ctx.text, m.start())
    figures = found.group(1).replace(" ", "") + (f".{found.group(2)}" if found.group(2) else "") if found else ""
    if not found or (len(figures) <= len(m.group("num")) and "." not in figures) or ctx.usage.english == "IE":
        return None
    return sums(figures, found.end(), ("rand", "rand", "cent", "cents"), "\0", ctx)


def at_home(code: str, m: re.Match[str], ctx: Context) -> bool:
    """Whether `P5,000` or `N50,000` is money: in the Philippines or Nigeria, not a page or a road."""
    if code == "N" and compiled(" ?kobo\\b").match(ctx.text, m.end()):
        return True
    grouped = "," in m.group("num") or bool(compiled(r"-?[BM]\b|[mb]n?\b").match(ctx.text, m.end()))
    counted = grouped or len(m.group("num")) > 1 or ctx.before().lower() in usage.function_words()
    return ctx.usage.english == {"P": "PH", "N": "NG"}[code] and counted and not m.group("gap")


def cents_of_country(m: re.Match[str], ctx: Context) -> Reading | None:
    """`US65.2¢`, `A91c`: a currency's price in Australia and New Zealand."""
    country = units.currency_countries().get(m.group("prefix"))
    if not country:
        return None
    return (
        f"{num.number(m.group('num'), ctx.british)} {country} cent{'' if num.is_one(m.group('num')) else 's'}",
        m.end(),
    )


def behind(m: re.Match[str], ctx: Context) -> Reading | None:
    """`500 USD`, `30€`, `65¢`."""
    mark = m.group("mark")
    if ctx.text[m.end() : m.end() + 1].isdecimal():
        return None
    names = ("cent", "cents") if mark == "¢" else units.currencies().get(mark) or units.currency_codes().get(mark)
    if not names:
        return None
    scale = units.magnitudes().get(m.group("scale") or "", "")
    if mark == "¢" and (rate := compiled(r"/([a-z]{2,6})\b\.?").match(ctx.text, m.end())) and rate_of(rate.group(1)):
        return f"{amount(m.group('num'), scale, names, ctx, False)} per {rate_of(rate.group(1))}", rate.end()
    return amount(m.group("num"), scale, names, ctx, adjectival(ctx, m.end())), m.end()


@derived
def in_words(lexis: Lexis) -> Mapping[str, tuple[str, ...]]:
    """`dollars`, `euro`: the names of a currency with hundredths, by each of its names."""
    names = [row for row in lexis.made(units.currencies.make).values() if len(row) > 3 and " " not in row[0]]
    return {name: row for row in reversed(names) for name in row[:2]} | dict.fromkeys(("dlr", "dlrs"), DOLLAR)


DOLLAR = ("dollar", "dollars", "cent", "cents")


def with_name(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2.50 euros`, `19.00 dollars`, `a 2.50-dollar fee`: with its hundredths, as newsreaders say it."""
    names = in_words().get(m.group("name"))
    if not names or (ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in "$£€.,:/-")):
        return None
    one = m.group("gap") == "-" or adjectival(ctx, m.end())
    return amount(m.group("num").replace(",", ""), "", names, ctx, one), m.end()


SIGN = r"(?P<sign>[-−–])?"


@derived
def money_pattern(lexis: Lexis) -> str:
    """`$3.2bn`, `-£5`."""
    known = lexis.made(signs.make)
    of_country = r"(?P<of>(?:A|NZ|US)(?=\d))?"  # "$A500m"
    return rf"{SIGN}(?P<prefix>)(?P<symbol>[{known}]){of_country}\s?(?P<sign2>[-−])?(?P<num>{NUM_OR_FRACTION})"


@derived
def money_starts(lexis: Lexis) -> str:
    return "-−–" + lexis.made(signs.make)


@derived
def behind_pattern(lexis: Lexis) -> str:
    """`500 USD`, `30€`."""
    mark = rf"(?P<mark>[{lexis.made(signs.make)}¢]|[A-Z]{{3}}\b)"
    return rf"(?P<num>{NUM})\s?(?P<scale>bn|tn|m|k|million|billion|trillion)?\s?{mark}"


MONEY = Rule(
    "money",
    (SYMBOL,),
    money_pattern,
    money,
    money_starts,
    source="signs of lexis/en/currencies.tsv before the sum",
)
MONEY_OF_COUNTRY = Rule(
    "money of a country",
    (WORD,),
    r"(?P<sign>)(?P<prefix>[A-Z][A-Za-z]{0,2})(?:(?<=\bUS) )?"
    rf"(?P<symbol>[$£₵]|(?<=GH)¢)\s?(?P<sign2>[-−])?(?P<num>{NUM_OR_FRACTION})",
    money,
    begins=ascii_uppercase,
    then=" $£₵¢",
    source="A$, US$, GH₵ (lexis/en/currency_countries.tsv)",
)
CENTS_OF_COUNTRY = Rule(
    "cents of a country",
    (WORD,),
    r"(?!A1c\b)(?P<prefix>US|A|NZ|HK|C)(?P<num>\d{1,3}(?:\.\d{1,2})?) ?(?:¢|c(?!\w))",
    cents_of_country,
    begins="ACHNU",
    then=digits,
    source="markets of Australian papers: US65.2¢",
)
NO_SUM = (
    r"(?!\.?\d|,\d(?!\d(?!\d)|[ -]?(?:[mb]illion|bn|m)\b)"
    r"|-(?![A-Za-z]|\d{1,3}(?:,\d{2,3})+"
    r"|\d{1,4}(?:\.\d{1,2})?(?:/[a-z]| (?:a|an|per) |(?=[,.;)]?(?:\s|$))(?(small)|(?!)))"
    rf"|\d[\d.]{{0,5}}[ -]?(?:{MAGNITUDE}|m|bn)\b))"
)
"""Behind a code and figures that go on as something else: `R12-34`."""
MONEY_BY_CODE = Rule(
    "money by code",
    (WORD,),
    r"(?!(?:COP|RON|TRY|NAD) ?\d{1,2}(?![\d,.]|[ -]?(?:[mb]illion|bn|m|k)\b))"  # `COP28`, `TRY 2`
    r"(?P<code>K[Ss][Hh]s|[A-Z][A-Za-zč]{0,2}|kshs?|rs)(?P<small>(?<=[a-z])|(?<=\b[A-Z]{3}))?"
    r"(?:(?<=Rs)(?:\.{2}|\.? ?:[-–]?)|\.)?"
    rf"(?P<gap>\s?)[$£€]?(?P<num>{NUM}){NO_SUM}",
    by_code,
    begins=ascii_uppercase + "kr",
    then=" $.:£€" + digits,
    source="ISO 4217 and Rs, KSh before the sum",
)
MONEY_IN_WORDS = Rule(
    "money in words",
    (FIGURES,),
    r"(?P<num>(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,7})\.\d\d)(?P<gap>[ -])(?P<name>[a-z]{3,8})(?!\w)",
    with_name,
    follows=",.",
    source="agencies and the Continent: 2.50 euros, 19.00 dollars",
)
MONEY_BEHIND = Rule(
    "money behind figures",
    (FIGURES,),
    behind_pattern,
    behind,
    source="500 USD, 30€, 65¢",
)
