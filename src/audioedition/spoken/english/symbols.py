"""Single symbols: words for those that stand for one, nothing for ornaments."""

from __future__ import annotations

import re
import unicodedata

from ...lexis import english
from .. import numbers as num
from ..scan import SYMBOL, Context, Reading, Rule, compiled
from . import units
from .guesses import UNKNOWN_SIGN
from .shapes import keep_stop


def symbol(m: re.Match[str], ctx: Context) -> Reading | None:
    """The word of a symbol, from what stands on either side of it."""
    c, end = m.group(), m.end()
    before, after = ctx.text[end - 2 : end - 1] if end > 1 else "", ctx.text[end : end + 1]
    if c == "~":
        return "about " if after and (after.isdecimal() or after in "$£€.") else "", end
    if c == "+":
        between = (before.isalnum() or before.isspace()) and (after.isalnum() or after.isspace())
        return " plus" if between or before.isalnum() or before == "+" else "", end
    if c == "*" and ctx.before().isdecimal() and ctx.text[end : end + 2].strip()[:1].isdecimal():
        return " times", end
    if c == "#":
        return "number " if after.isdecimal() else "", end
    if c == "/" and after == "$" and before.isdecimal() and not ctx.text[end + 1 : end + 2].isdecimal():
        return " to the dollar", end + 1  # "83.42/$"
    if c == "/":
        rate = compiled(r"([A-Za-z]{2,8})\b\.?").match(ctx.text, end)
        if rate and (before.isdecimal() and rate.group(1) in units.rates()):
            return f" per {units.rates()[rate.group(1)]}", keep_stop(ctx.text, rate.end())
        if rate and rate.group(1) in units.rates() and len(rate.group(1)) > 2 and ctx.before().endswith("s"):
            return f" per {units.rates()[rate.group(1)]}", rate.end()  # "60 miles/hour"
        return slash(before, after, ctx), end
    if c == "§" and after == "§":
        return " sections", end + 1
    if c in english.silent_signs() or unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs"):
        return " " if c in english.spaced_signs() and before.strip() and after.strip() else "", end
    if c in "£$€" and ctx.before().lower() == "the":
        return f" {english.sign_words()[c].removesuffix('s')}", end
    if c in english.sign_words():
        return f" {english.sign_words()[c]}", end
    if c.isnumeric():
        return numeric(c, before, ctx), end
    if unicodedata.category(c)[0] == "S" and unicodedata.category(c) != "So":
        ctx.doubt(c, "", UNKNOWN_SIGN, 0.7)
    return None


def slash(before: str, after: str, ctx: Context) -> str:
    """`upgrade/update` -> "slash"; `and/or` and a slash after nothing are a pause at most."""
    if not before or not after or before.isspace() != after.isspace():
        return " "
    if before == "*" or (before.isalpha() and ctx.before().lower() in ("and", "either", "he", "her", "his", "she")):
        return " "
    if compiled(MEASURED).match(ctx.text, ctx.start + 1) and (before.isalpha() or before == "°"):
        return ", "
    if after in ("$", "£", "€") and before.isdecimal():
        return ", "  # "£12/£10/£6"
    if compiled(r"\d{1,2}(?:\.\d)?[A-Z]{2}\b").match(ctx.text, ctx.start + 1) and before.isalpha():
        return ", "  # "3BR/2BA"
    if ctx.before()[:1].isupper() and before.isalpha() and after.isupper():
        return " "  # "YouGov/Ipsos"
    named = before.isupper() and after.isdecimal() and len(ctx.before()) == 1  # "C/2023 A3"
    return " " if (before.isupper() and after.isupper()) or named else " slash"


MEASURED = r"(?:\d[\d.,½¼¾]{0,8}\s?(?:°|[CF]\b|mph|km|mi\b|ft|m\b|kg|lbs?\b|oz|g\b|ml|[GMT]B\b)|gas )"
"""Behind the slash of `200C/180C fan/gas 6`: the same in another unit."""


def numeric(c: str, before: str, ctx: Context) -> str:
    """`²`, `①`, `Ⅻ`: a power behind a short word, a note's sign (silent) behind a longer one, else its value."""
    if before.isalpha() and c in "²³" and len(ctx.before()) < 3:
        return " squared" if c == "²" else " cubed"
    if before.isalpha() and len(ctx.before()) > 2:
        return ""
    value = unicodedata.numeric(c)
    words = (
        num.cardinal(int(value))
        if value == int(value) and abs(value) < 1e15
        else num.number(f"{value:.3f}".rstrip("0"))
    )
    return f" {words}"


def plus_minus(m: re.Match[str], ctx: Context) -> Reading | None:
    """`+/-3%`."""
    return " plus or minus ", m.end()


PLUS_MINUS = Rule(
    "plus or minus",
    (SYMBOL,),
    r"\+/[-−–]\s?",
    plus_minus,
    "+",
    source="margins of error in polls: +/-3%",
)
SYMBOL_RULE = Rule(
    "symbol",
    (SYMBOL,),
    r"(?![,.;:!?()\[\]\"'“”‘’…–—-])(?s:.)",
    symbol,
    source="lexis/en/signs.tsv; Unicode names",
)
