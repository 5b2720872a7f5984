"""Sums of money once their figures are found: magnitudes, ranges, rates, terms, and the words for them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from ...lexis.tables import Lexis, derived
from .. import numbers as num
from ..scan import Context, Reading, compiled
from . import jargon, units, usage
from .plain_numbers import and_part
from .shapes import DASH, NUM, adjectival, magnitude_at
from .tails import unit_name


@derived
def signs(lexis: Lexis) -> str:
    """Signs of currencies in one string, for a class of characters."""
    return "".join(sign for sign in lexis.made(units.currencies.make) if len(sign) == 1)


@derived
def second(lexis: Lexis) -> re.Pattern[str]:
    """The second of two sums: `-30 million`, `-£500m`."""
    return re.compile(
        rf"(?:(?:\s{DASH}(?P<apart>\s)|{DASH}\s?)|(?P<word> (?:to|or) |-to-))[-−]?"
        rf"(?P<symbol>[A-Z]{{0,3}}[{lexis.made(signs.make)}])?\s?(?P<num>{NUM})(?![\d-])"
    )


TERMS = (
    r" ?(p/hd|pcm|psf|pppn|pppw|ppn|pp|p\.?w\.|pw|pn|p\.?h\.|ph|p\.m\.|pm|pb|p\.a\.|pa|ea|ono|o\.n\.o\.|obo|OBO)(?!\w)"
)
RATE = r"(?:c(?=/kg))?/(?: (?=head|hd))?(?:(?P<area>sq\.? ?(?:ft|foot))|(?P<unit>[A-Za-z]{1,8}))\b"


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


def magnitude_of_sum(text: str, end: int, name: str) -> tuple[str, int]:
    """As `magnitude_at`, and `P1.2-B`, `P8.16 M`, `₹5 Cr`."""
    scale, behind = magnitude_at(text, end)
    if scale:
        return scale, behind
    if big := compiled(r"[- ]([BMT])\b(?! [A-Z])").match(text, end):
        return units.magnitudes()[big.group(1)], big.end()
    lakh = compiled(r" ?(L|l|Cr)\b").match(text, end) if name == "rupee" else None
    return ("crore" if lakh.group(1) == "Cr" else "lakh", lakh.end()) if lakh else ("", end)


def sums(figures: str, end: int, names: tuple[str, ...], symbol: str, ctx: Context) -> Reading:
    """An amount, or a range of two, whose first figures end at offset `end`."""
    text = ctx.text
    if "." in figures and len(names) > 3 and (quarter := cents_and_part(figures, end, names, ctx)):
        return quarter
    scale, end = magnitude_of_sum(text, end, names[0])
    if scale and compiled(HYPHENED).search(text, max(0, end - 14), end) and before_noun(end, ctx):
        return amount(figures, scale, names, ctx, True), end
    found = Sum(figures, scale, names, end, ctx)
    for kind in (
        kobo,
        of_country(symbol),
        worth,
        old_money,
        to_a_second(symbol),
        indian_stroke,
        per_unit,
        plus,
        again_in_words,
        with_terms,
    ):
        if reading := kind(found):
            return of_terms(reading, ctx)
    several = compiled(r"s(?!\w)").match(text, end) if figures.endswith("0") else None
    return (found.words(False), several.end()) if several else (found.words(), end)  # "in the low $60s"


HYPHENED = r"\d-[a-z]{2,9}\Z"


def before_noun(end: int, ctx: Context) -> bool:
    """`the P4.2-billion, 6.94-km bridge`, `a Rs 2,500-cr IPO`: a hyphen ties a sum to the noun behind."""
    if ctx.text.startswith(", ", end):
        return True
    after = ctx.after(end)
    return ctx.text[end : end + 1] == " " and after != "" and after.lower() not in usage.function_words() | {"worth"}


def of_terms(reading: Reading, ctx: Context) -> Reading:
    """A range with the terms behind it: `£24k-£26k pa`."""
    terms = compiled(TERMS).match(ctx.text, reading[1]) if " to " in reading[0] else None
    return (f"{reading[0]} {term_of(terms.group(1), ctx)}", terms.end()) if terms else reading


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
        if not other or (repeated and not repeated.endswith(symbol)) or other_sort(first, other):
            return None
        scale, end = magnitude_at(first.ctx.text, other.end())
        if (joiner := other.group("word")) and not shares(first, scale, end, repeated, joiner):
            return None
        if other.group("apart") and first.ctx.after(end) in usage.compared():
            return None
        one = adjectival(first.ctx, end)
        upper = amount(other.group("num"), scale, first.names, first.ctx, one)
        if repeated and not first.scale and not scale and not one:
            return f"{first.words(False)} to {upper}", end
        parted = "." in first.figures and "." in other.group("num")
        if parted and not scale and not first.scale and len(first.names) > 3:
            return f"{first.words(False)} to {upper}", end
        lower = f"{num.number(first.figures, first.ctx.british)} {first.scale}".rstrip()
        return f"{lower} {'or' if joiner == ' or ' else 'to'} {upper}", end

    return span


def other_sort(first: Sum, other: re.Match[str]) -> bool:
    """Whether figures behind a dash are no second sum: `£412,500 — 6pc below asking`, `$40 - 12 less`."""
    text, end = first.ctx.text, other.end()
    if compiled(r" ?(?:%|p\.?c\b|per ?cent\b)").match(text, end):
        return True
    falls = compiled(r"[\d,.]+").fullmatch(first.figures) and to_float(other.group("num")) < to_float(first.figures)
    bare = not (first.scale or other.group("symbol") or magnitude_at(text, end)[0])
    return bool(other.group("apart") and bare and falls)


def to_float(figures: str) -> float:
    return float(figures.replace(",", "").rstrip(".") or 0)


def shares(first: Sum, scale: str, end: int, repeated: str, joiner: str) -> bool:
    """Whether a second sum behind a word has its sign or its magnitude from one: `$5 to 10 million`, `$5-to-$10`."""
    if joiner == "-to-":
        return True
    crowd = first.ctx.after(end)
    counted = crowd in usage.crowds() or (crowd.endswith("s") and crowd.islower() and crowd not in usage.not_plurals())
    return bool(scale) and not (first.scale or repeated or counted)


def kobo(found: Sum) -> Reading | None:
    """`N6.50 kobo`, `N0.18kobo`: what is a hundredth of a naira is said once."""
    again = compiled(r" ?kobo\b").match(found.ctx.text, found.end) if found.names[0] == "naira" else None
    return (found.words(False), again.end()) if again and "." in found.figures else None


def of_country(symbol: str) -> Callable[[Sum], Reading | None]:
    """`$150 USD`, `£20 GBP`, `$5m CAD`: the code behind the sum says whose dollars they are."""

    def coded(found: Sum) -> Reading | None:
        code = compiled(r" ([A-Z]{3})\b").match(found.ctx.text, found.end)
        names = units.currency_codes().get(code.group(1)) if code else None
        same = names and symbol in "$£€" and names[0].endswith(found.names[0])
        return (found._replace(names=names).words(False), code.end()) if code and names and same else None

    return coded


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
    """A sum for each of something, or a range of two: `R14.14/$ - R14.34/$`, `€2.50/kg-€3/kg`."""
    reading = for_each(found)
    span = compiled(ANOTHER_RATE).match(found.ctx.text, reading[1]) if reading else None
    return (f"{reading[0]} to ", span.end()) if reading and span else reading


ANOTHER_RATE = rf" ?{DASH} ?(?=[A-Z]{{0,3}}[^\w\s]?\d[\d.,]{{0,12}}[/:])"


def for_each(found: Sum) -> Reading | None:
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
    unit = rate.group("unit") or "" if rate else ""
    unit = unit.lower() if unit.istitle() and unit.lower() in units.rates() else unit
    name = "square foot" if rate and rate.group("area") else rate_of(unit)
    if not rate or not name:
        return None
    stopped = compiled(r"\.(?=[,;:]| [a-z+])").match(text, rate.end())
    name = unit_name(name, found.ctx)
    return f"{found.words()} per {name}", stopped.end() if stopped else rate.end()


def rate_of(unit: str) -> str:
    """What a price is asked for: a unit in short, or a word as it is (`P25/sack`)."""
    return (
        units.rates().get(unit)
        or (units.symbols().get(unit, "") if len(unit) > 2 or unit == "g" else "")
        or (unit if len(unit) > 3 and unit.islower() else "")
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
    return f"{found.words(False)} {term_of(behind_sum.group(1), found.ctx)}", behind_sum.end()


def term_of(written: str, ctx: Context) -> str:
    """What a sum is asked for, as those write who speak of it: `ph` is a head among cattle, else an hour."""
    term = written.replace(".", "").lower()
    own = (
        jargon.by_subject()[subject].get(term) for subject in sorted(ctx.usage.subjects & jargon.by_subject().keys())
    )
    return next((found.spoken for found in own if found and found.spoken.startswith("per ")), "") or units.terms()[term]


def amount(figures: str, scale: str, names: tuple[str, ...], ctx: Context, one: bool) -> str:
    """`3.2`, "billion", dollars -> "three point two billion dollars"; `20.50` -> "twenty dollars and fifty cents".

    `one` keeps the unit in the singular: "a three billion dollar deal". `names`: singular, plural and, for currencies
    that are written with decimals, the same of the hundredth.
    """
    gb, names = ctx.british, as_counted(names, ctx)
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


def as_counted(names: tuple[str, ...], ctx: Context) -> tuple[str, ...]:
    """Irish newsreaders count euro and cent without an s."""
    irish = ctx.usage.english == "IE" and names[0] == "euro"
    return tuple(name.removesuffix("s") for name in names) if irish else names


def with_hundredths(units: str, whole: str, n: int, names: tuple[str, ...], one: bool) -> str:
    """ "twenty dollars and fifty cents"; before a noun "twenty dollar fifty"; below one "fifty cents"; rand and Irish
    euros need no "and"."""
    if one and whole != "0":
        return f"{units} {num.cardinal(n)}"
    small = f"{num.cardinal(n)} {names[2] if n == 1 or (one and names[3] != 'pence') else names[3]}"
    beside = names[0] == "rand" or names[3] == "cent"
    return small if not whole.strip("0,") else f"{units} {'' if beside else 'and '}{small}"
