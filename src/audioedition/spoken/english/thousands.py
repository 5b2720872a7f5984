"""Thousands by a space, decimals by a comma: SI's, made everybody's before any rule looks, and South Africa's."""

from __future__ import annotations

import re

from .. import numbers as num
from ..scan import ALIKE, FIGURES, SYMBOL, Context, Reading, Rule, compiled
from . import usage
from .shapes import adjectival
from .tails import tail
from .telephones import LEADS

APART = "\u00a0\u202f\u2007\u2009\u200a"
"""Spaces that hold together what they part."""
GROUPED = rf"[1-9]\d{{0,2}}(?:[{APART}]\d{{3}})+(?![{APART} ]?\d)(?:,\d{{1,2}}(?!\d))?"
THOUSANDS = re.compile(rf"(?<![\w.,+(/])(?<!\d[-–/{APART} ]){GROUPED}(?:[-–]{GROUPED})?(?!,?\d|[-–/]\d)")
"""What SI writes, with decimals by a comma or none; no telephone number."""
TWO_WORDS = re.compile(r"(?:[^\W\d_]{1,16}[.:]? ){1,2}\Z")


def evened(text: str) -> str:
    """`text` with one kind of space and hyphen, and SI's thousands as everybody's, offset for offset."""
    return THOUSANDS.sub(with_commas, text).translate(ALIKE)


def with_commas(m: re.Match[str]) -> str:
    """`109 872,4` -> `109,872.4`; what is dialled or numbers something stays as it is."""
    before = TWO_WORDS.search(m.string, max(0, m.start() - 36), m.start())
    word = before.group().split()[-1].lower().rstrip(".:") if before else ""
    if word in usage.numbered_before() or (before and compiled(LEADS).search(before.group())):
        return m.group()
    return m.group().translate(COMMAS)


COMMAS = str.maketrans(APART + ",", "," * len(APART) + ".")


def spaced_thousands(m: re.Match[str], ctx: Context) -> Reading | None:
    """`15 000 people`, `109 872,4`: South African thousands; whole ones elsewhere too, unless they number something."""
    parts = [part for part in m.group("first", "last") if part]
    local = ctx.usage.english == "ZA"
    whole = all(part.endswith(" 000") for part in parts) and ctx.before().lower() not in usage.numbered_before()
    if not (local or whole) or ctx.glued().isalnum() or ctx.text[max(0, ctx.start - 2) : ctx.start].strip().isdecimal():
        return None
    parts = [part.replace(",", ".").replace(" ", ",") for part in parts]
    spoken = [num.number(part, local or ctx.british) for part in parts]
    rest = tail(parts[-1], m.end(), ctx, False)
    words, end = " to ".join(spoken), m.end()
    return (words + rest[0], rest[1]) if rest else (words, end)


def comma_decimal(m: re.Match[str], ctx: Context) -> Reading | None:
    """`78,4%`, `2,5 million`: South African decimals."""
    figures = m.group().lstrip("-−–+").replace(",", ".")
    if ctx.usage.english != "ZA" or ctx.glued().isalnum():
        return None
    if m.group()[0] in "-−–+":
        sign = "plus" if m.group()[0] == "+" else "minus"
        rest = tail(figures, m.end(), ctx, False)
        return (f"{sign} {num.number(figures, True)}{rest[0]}", rest[1]) if rest else None
    rest = tail(figures, m.end(), ctx, False)
    if rest and compiled(r"[-–](?=\d)").match(ctx.text, rest[1]):
        return f"{num.number(figures, True)}{rest[0]} to ", rest[1] + 1
    if rest or ctx.after(m.end()) in ("percent", "per"):
        return (num.number(figures, True) + rest[0], rest[1]) if rest else (num.number(figures, True), m.end())
    return by_itself(figures, m.end(), ctx)


def by_itself(figures: str, end: int, ctx: Context) -> Reading | None:
    """`1,5 m`, and of a price `17,38`: with a letter behind it or nothing."""
    unit = compiled(r" ?([mtlg])\b(?!\.\w)").match(ctx.text, end)
    if not unit and ctx.about("markets") and figures[-3] == ".":
        return num.number(figures, True), end
    if not unit or ctx.glued() == ",":
        return None
    name = LITTLE_UNITS[unit.group(1)] + ("" if adjectival(ctx, unit.end()) else "s")
    return f"{num.number(figures, True)} {name}", unit.end()


LITTLE_UNITS = {"m": "metre", "t": "tonne", "l": "litre", "g": "gram"}
"""Behind a decimal comma a single letter can be nothing else: `1,5 m`."""


SPACED_THOUSANDS = Rule(
    "thousands by spaces",
    (FIGURES,),
    r"(?P<first>[1-9]\d{0,2}(?: \d{3}){1,3}(?:,\d{1,2})?)(?:[-–](?P<last>[1-9]\d{0,2}(?: \d{3}){1,3}))?"
    r"(?!\d|-\d| \d|[,.]\d)",
    spaced_thousands,
    follows=" ",
    lengths="123",
    source="South African Government style: 15 000",
)
COMMA_DECIMAL = Rule(
    "decimal by a comma",
    (FIGURES, SYMBOL),
    r"[-−–+]?\d{1,3},\d{1,2}(?![\d,])",
    comma_decimal,
    "-−–+",
    follows=",",
    lengths="123",
    source="South African Government style: the decimal comma",
)
