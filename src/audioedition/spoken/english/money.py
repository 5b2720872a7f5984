"""Money: `$3.2bn` -> "three point two billion dollars", with magnitudes, ranges, countries and rates."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import ascii_uppercase, digits
from typing import NamedTuple

from ...lexis import english
from ...lexis.tables import Lexis, derived
from .. import numbers as num
from ..scan import FIGURES, SYMBOL, WORD, Context, Reading, Rule, compiled
from . import units, usage
from .plain_numbers import and_part
from .shapes import DASH, NUM, NUM_OR_FRACTION, adjectival, magnitude_at
from .tails import unit_name


@derived
def signs(lexis: Lexis) -> str:
    """Signs of currencies in one string, for a class of characters."""
    return "".join(sign for sign in lexis.made(units.currencies.make) if len(sign) == 1)


@derived
def second(lexis: Lexis) -> re.Pattern[str]:
    """The second of two sums: `-30 million`, `-£500m`."""
    return re.compile(
        rf"\s?{DASH}\s?[-−]?(?P<symbol>[A-Z]{{0,3}}[{lexis.made(signs.make)}])?\s?(?P<num>{NUM})(?![\d-])"
    )


TERMS = r" ?(pcm|pppn|pppw|ppn|pp|p\.?w\.|pw|pn|p\.?h\.|ph|p\.m\.|pm|pb|p\.a\.|pa|ono|o\.n\.o\.|obo|OBO)(?!\w)"
RATE = r"/(?:(?P<area>sq\.? ?(?:ft|foot))|(?P<unit>[A-Za-z]{1,8}))\b"


def money(m: re.Match[str], ctx: Context) -> Reading | None:
    """`$20-30 million`, `US$5k`, `-£5`, `£450m-£500m`, `$5-a-day`, `$20/mo`, `$1m+`."""
    names = named(m.group("prefix") or m.groupdict().get("of") or "", m.group("symbol"))
    if names is None or (m.group("sign") and ctx.glued().isalnum()):
        return None
    figures, end = south_african(m, ctx)
    words, end = sums(figures, end, names, m.group("symbol"), ctx)
    return ("minus " if m.group("sign") or m.group("sign2") else "") + words, end


def south_african(m: re.Match[str], ctx: Context) -> tuple[str, int]:
    """The figures of a sum and their end: thousands by a space, decimals by a comma in South Africa (`$2 660`)."""
    if ctx.usage.english == "ZA":
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
    names = units.currency_codes().get("Rs" if code == "RS" and ctx.loud else code)
    if code == "R" and not m.group("gap") and (reading := rand(m, ctx)):
        return reading
    if not names or no_money(code, m, ctx):
        return None
    scale, end = magnitude_at(ctx.text, m.end())
    if span := compiled(rf"[-–](?={code}\d)").match(ctx.text, end):
        return f"{num.number(m.group('num'), ctx.british)} {scale}".rstrip() + " to ", span.end()
    return sums(m.group("num"), m.end(), names, "\0", ctx)


def no_money(code: str, m: re.Match[str], ctx: Context) -> bool:
    """Whether a code that is also a letter, a road or a page is no currency here."""
    figures, scale = m.group("num"), magnitude_at(ctx.text, m.end())[0]
    if code == "R":
        return bool(m.group("gap")) or (len(figures) == 1 and not scale) or no_rand(figures, scale, m, ctx)
    if code == "SR":
        return bool(m.group("gap"))  # a state road
    written = len(scale) > 6 and compiled(r"[ -]?[mbtr]{1,2}illion|[mbt]r?n?\b(?!/)").match(ctx.text, m.end())
    return code in ("N", "P") and not written and not at_home(code, m, ctx)


def no_rand(figures: str, scale: str, m: re.Match[str], ctx: Context) -> bool:
    """Whether `R` is part of a number or of the name of a road."""
    if figures[0] == "0" or ctx.usage.english == "IE" or ctx.after(m.end()).lower() in english.street_words():
        return True
    return len(figures) < 4 and figures.isdecimal() and not scale and the_road(m, ctx)


ROAD_AHEAD = r"(?i)(?:^|[.;:] )The $|\b(?:along|on|off|onto|near|via|from|between|at|down|up|and|to|closed?) the $"


def the_road(m: re.Match[str], ctx: Context) -> bool:
    """`along the R102 for`, `the R44 near`: a road of South Africa, not a sum before its noun."""
    after = ctx.after(m.end()).lower()
    lead = ctx.text[max(0, ctx.start - 12) : ctx.start]
    return (not after or after in usage.function_words() | {"near"}) and compiled(ROAD_AHEAD).search(lead) is not None


def rand(m: re.Match[str], ctx: Context) -> Reading | None:
    """`R1 200`, `R15,50`: South African thousands by a space, decimals by a comma."""
    found = compiled(r"R(\d{1,3}(?: \d{3})*)(?:,(\d\d?))?(?!\d|,\d)").match(ctx.text, m.start())
    figures = found.group(1).replace(" ", "") + (f".{found.group(2)}" if found.group(2) else "") if found else ""
    if not found or (len(figures) <= len(m.group("num")) and "." not in figures):
        return None
    return sums(figures, found.end(), ("rand", "rand", "cent", "cents"), "\0", ctx)


def at_home(code: str, m: re.Match[str], ctx: Context) -> bool:
    """Whether `P5,000` or `N50,000` is money: in the Philippines or Nigeria, not a page or a road."""
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


class Sum(NamedTuple):
    """An amount whose figures and magnitude end at offset `end`."""

    figures: str
    scale: str
    names: tuple[str, ...]
    end: int
    ctx: Context

    def words(self, one: bool | None = None) -> str:
        """`one`: the unit in the singular; None = as the words behind ask."""
        one = adjectival(self.ctx, self.end) if one is None else one
        return amount(self.figures, self.scale, self.names, self.ctx, one)


def sums(figures: str, end: int, names: tuple[str, ...], symbol: str, ctx: Context) -> Reading:
    """An amount, or a range of two, whose first figures end at offset `end`."""
    text = ctx.text
    if "." in figures and len(names) > 3 and (quarter := cents_and_part(figures, end, names, ctx)):
        return quarter
    scale, end = magnitude_at(text, end)
    if not scale and (big := compiled(r"-([BMT])\b").match(text, end)):  # "P1.2-B"
        scale, end = units.magnitudes()[big.group(1)], big.end()
    if not scale and names[0] == "rupee" and (lakh := compiled(r" ?(?:L|l|Cr)\b").match(text, end)):
        scale, end = {"L": "lakh", "l": "lakh", "Cr": "crore"}[lakh.group().strip()], lakh.end()
    found = Sum(figures, scale, names, end, ctx)
    for kind in (worth, old_money, to_a_second(symbol), indian_stroke, per_unit, plus, again_in_words, with_terms):
        if reading := kind(found):
            return reading
    return found.words(), end


def cents_and_part(figures: str, end: int, names: tuple[str, ...], ctx: Context) -> Reading | None:
    """`$5.12 1/4 a bushel`: five dollars and twelve and a quarter cents."""
    part, behind_part = and_part(ctx.text, end)
    whole, _, hundredths = figures.partition(".")
    if not part or len(hundredths) != 2:
        return None
    dollars = amount(whole or "0", "", names, ctx, False)
    cents = f"{num.cardinal(int(hundredths))}{part} {names[3]}" if hundredths != "00" else f"{part[5:]} {names[3]}"
    return f"{dollars} and {cents}", behind_part


def worth(found: Sum) -> Reading | None:
    """`£50-worth of petrol`."""
    if not found.ctx.text.startswith("-worth", found.end):
        return None
    words = found.words(False)
    return f"{words}{chr(39) if words.endswith('s') else ''} worth", found.end + 6


def to_a_second(symbol: str) -> Callable[[Sum], Reading | None]:
    """`$20-30 million`, `£450m-£500m`: the second sum repeats the sign, or has none."""

    def span(first: Sum) -> Reading | None:
        other = second().match(first.ctx.text, first.end)
        repeated = other.group("symbol") if other else ""
        if not other or (repeated and not repeated.endswith(symbol)):
            return None
        scale, end = magnitude_at(first.ctx.text, other.end())
        one = adjectival(first.ctx, end)
        upper = amount(other.group("num"), scale, first.names, first.ctx, one)
        if repeated and not first.scale and not scale and not one:
            return f"{first.words(False)} to {upper}", end
        parted = "." in first.figures and "." in other.group("num")
        if parted and not scale and not first.scale and len(first.names) > 3:
            return f"{first.words(False)} to {upper}", end
        lower = f"{num.number(first.figures, first.ctx.british)} {first.scale}".rstrip()
        return f"{lower} to {upper}", end

    return span


def old_money(found: Sum) -> Reading | None:
    """`£8 10s`, `£2 5s 6d`: pounds, shillings and pence."""
    more = compiled(r" (\d{1,2})s\b(?: (\d{1,2}½?)d\b)?").match(found.ctx.text, found.end)
    if not more or found.names[0] != "pound" or found.scale:
        return None
    shillings, pence = int(more.group(1)), more.group(2)
    words = f"{found.words(False)} {num.cardinal(shillings)} shilling{'' if shillings == 1 else 's'}"
    if pence:
        words += f" and {num.cardinal(int(pence.rstrip('½')))}{' and a half' if '½' in pence else ''} pence"
    return words, more.end()


def indian_stroke(found: Sum) -> Reading | None:
    """`Rs 500/-`, `Rs 45,000/- p.m.`"""
    if not found.ctx.text.startswith("/-", found.end):
        return None
    monthly = compiled(r" ?p\.?m\b\.?| per month").match(found.ctx.text, found.end + 2)
    return (f"{found.words(False)} a month", monthly.end()) if monthly else (found.words(False), found.end + 2)


def per_unit(found: Sum) -> Reading | None:
    """`$20/mo`, `Rs 7,250/10g`, `R18.92/$`."""
    text, end = found.ctx.text, found.end
    many = compiled(r"/(\d{1,4}(?:\.\d)?)[ -]?([a-z]{1,3})\b").match(text, end)
    if many and (unit := units.symbols().get(many.group(2))):
        count = num.number(many.group(1), found.ctx.british)
        return f"{found.words()} per {count} {units.plural_unit(unit)}", many.end()
    if exchange := compiled(r"[/:](?:US)?([$£€])1?(?!\d|[.,]\d)").match(text, end):
        one = units.currencies()[exchange.group(1)][0]
        return f"{found.words(False)} to the {one}", exchange.end()
    if found.figures == "1" and compiled(r"/(?:US)?(?:₦|₱|₹|[NPR]|Rs ?|GH₵|KSh ?)\d").match(text, end):
        return f"{found.words(False)} to ", end + 1
    rate = compiled(RATE).match(text, end)
    name = "square foot" if rate and rate.group("area") else rate_of(rate.group("unit")) if rate else None
    if not rate or not name:
        return None
    stopped = compiled(r"\.(?=[,;:]| [a-z+])").match(text, rate.end())
    name = unit_name(name, found.ctx)
    return f"{found.words()} per {name}", stopped.end() if stopped else rate.end()


def rate_of(unit: str) -> str:
    """What a price is asked for: a unit in short, or a word as it is (`P25/sack`)."""
    return (
        units.rates().get(unit) or ("gram" if unit == "g" else "") or (unit if len(unit) > 3 and unit.islower() else "")
    )


def plus(found: Sum) -> Reading | None:
    """`$1m+`, `£2.5m-plus`."""
    text, end = found.ctx.text, found.end
    if not text.startswith(("+", "-plus"), end) or text[end + 1 : end + 2].isdecimal():
        return None
    behind_plus = end + (1 if text[end] == "+" else 5)
    return f"{found.words(adjectival(found.ctx, behind_plus) or None)} plus", behind_plus


def again_in_words(found: Sum) -> Reading | None:
    """`a $2.5-million-dollar fund`."""
    again = compiled(r"-(?:dollars?|pounds?|euros?)\b").match(found.ctx.text, found.end) if found.scale else None
    return (found.words(True), again.end()) if again else None


def with_terms(found: Sum) -> Reading | None:
    """`£950pcm`, `$4,000 OBO`."""
    behind_sum = compiled(TERMS).match(found.ctx.text, found.end)
    if not behind_sum:
        return None
    term = units.terms()[behind_sum.group(1).replace(".", "").lower()]
    return f"{found.words(False)} {term}", behind_sum.end()


def amount(figures: str, scale: str, names: tuple[str, ...], ctx: Context, one: bool) -> str:
    """`3.2`, "billion", dollars -> "three point two billion dollars"; `20.50` -> "twenty dollars and fifty cents".

    `one` keeps the unit in the singular: "a three billion dollar deal". `names`: singular, plural and, for currencies
    that are written with decimals, the same of the hundredth.
    """
    gb = ctx.british
    if ctx.usage.english == "IE" and names[0] == "euro":
        names = (*names[:3], "cent")
    if scale:
        return f"{num.number(figures, gb)} {scale} {names[0] if one else names[1]}"
    whole, _, part = figures.partition(".")
    hundredths = part.rstrip("0")
    tenths = len(part) == 1 and names[0] in ("rupee", "naira", "rand")
    if len(hundredths) > 2 or (hundredths and (tenths or len(names) < 4)):
        return f"{num.number(whole + '.' + hundredths, gb)} {names[0] if one else names[1]}"
    whole = whole or "0"
    units = f"{num.integer(whole, gb)} {names[0] if one or num.is_one(whole) else names[1]}"
    return with_hundredths(units, whole, int(hundredths.ljust(2, "0")), names, one) if hundredths else units


def with_hundredths(units: str, whole: str, n: int, names: tuple[str, ...], one: bool) -> str:
    """ "twenty dollars and fifty cents"; before a noun "twenty dollar fifty"; below one "fifty cents"; rand and Irish
    euros need no "and"."""
    if one and whole != "0":
        return f"{units} {num.cardinal(n)}"
    small = f"{num.cardinal(n)} {names[2] if n == 1 or (one and names[3] != 'pence') else names[3]}"
    beside = names[0] == "rand" or names[3] == "cent"
    return small if not whole.strip("0,") else f"{units} {'' if beside else 'and '}{small}"


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
    rf"(?P<sign>)(?P<prefix>[A-Z][A-Za-z]{{0,2}})(?P<symbol>[$£₵])\s?(?P<sign2>[-−])?(?P<num>{NUM_OR_FRACTION})",
    money,
    begins=ascii_uppercase,
    then="$£₵",
    source="A$, US$, GH₵ (lexis/en/currency_countries.tsv)",
)
CENTS_OF_COUNTRY = Rule(
    "cents of a country",
    (WORD,),
    r"(?P<prefix>US|A|NZ|HK|C)(?P<num>\d{1,3}(?:\.\d{1,2})?) ?(?:¢|c(?!\w))",
    cents_of_country,
    begins="ACHNU",
    then=digits,
    source="markets of Australian papers: US65.2¢",
)
NO_SUM = (
    r"(?!\d|,\d(?!\d(?!\d)|[ -]?(?:[mb]illion|bn|m)\b)"
    r"|-(?![A-Za-z]|\d{1,3}(?:,\d{2,3})+|\d{1,4}(?:/[a-z]| (?:a|an|per) |(?=[,.;)]?(?:\s|$))(?(small)|(?!)))"
    r"|\d[\d.]{0,5}[ -]?(?:crore|lakh|m|bn|million|billion)\b))"
)
"""Behind a code and figures that go on as something else: `R12-34`."""
MONEY_BY_CODE = Rule(
    "money by code",
    (WORD,),
    r"(?!(?:COP|RON|TRY|NAD) ?\d{1,2}(?![\d,.]|[ -]?(?:[mb]illion|bn|m|k)\b))"  # `COP28`, `TRY 2`
    r"(?P<code>[A-Z][A-Za-zč]{0,2})(?P<small>(?<=[a-z]))?(?:(?<=Rs)(?:\.{2}|\.? ?:[-–]?)|\.)?"
    rf"(?P<gap>\s?)[$£€]?(?P<num>{NUM}){NO_SUM}",
    by_code,
    begins=ascii_uppercase,
    then=" $.:£€" + digits,
    source="ISO 4217 and Rs, KSh before the sum",
)
MONEY_BEHIND = Rule(
    "money behind figures",
    (FIGURES,),
    behind_pattern,
    behind,
    source="500 USD, 30€, 65¢",
)
