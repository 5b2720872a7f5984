"""Days of a month in two figures, `on 5/11`, `closing date 30.9.`: dates only where words ask for one."""

from __future__ import annotations

import re

from ...lexis import english
from .. import numbers as num
from ..scan import FIGURES, Context, Reading, Rule, compiled
from . import usage
from .dates import numeric_words
from .shapes import SHORT_DAY, keep_stop

TIME_BEFORE = (
    rf"\b(?:w/c|w/e|y/e|{SHORT_DAY})\.?,? $|\dhrs $|\d ?[ap]\.?m\.?,? $"
    r"|\bavail\.? (?:from )?$"
)
"""A day, a time or the like, right before a day and a month."""


def dated(bottom: int, end: int, ctx: Context) -> bool:
    """Whether words ask for a date rather than a fraction: `on 5/11`, `RSVP by 5/12`, `from 4/12 to 4/19`."""
    before, second = ctx.before().lower(), ctx.before(2).lower()
    if compiled(r",? (?:at |@ ?)?\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b").match(ctx.text, end):
        return True
    if opens_line(end, ctx) or compiled(r" thru \d{1,2}/\d").match(ctx.text, end) or before == "thru":
        return True
    if compiled(TIME_BEFORE).search(ctx.text[max(0, ctx.start - 12) : ctx.start]):
        return True
    if before in usage.dated() or (before == "of" and second in ("week", "night", "as")):
        return True
    if ctx.after(end) in ("of", *usage.ratings()) or before not in (
        "by",
        "from",
        "to",
        "before",
        "after",
        "between",
        "and",
        "through",
    ):
        return False
    other = compiled(r"\d{1,2}/\d{1,2} (?:to|and|through|until) $").search(ctx.text[max(0, ctx.start - 14) : ctx.start])
    ahead = compiled(r" (?:to|and|through|until) \d{1,2}/\d{1,2}(?![/\d])").match(ctx.text, end)
    if before in ("to", "and", "through"):
        return bool(other) or second in usage.put_off()
    return bool(ahead) or bottom not in (2, 3, 4, 5, 8) or second in usage.deadlines()


def opens_line(end: int, ctx: Context) -> bool:
    """`4/12: 123 Elm St.`: what a line of a list begins with."""
    return ctx.glued() in ("", "\n") and compiled(r": [\dA-Z]").match(ctx.text, end) is not None


def short_date(m: re.Match[str], ctx: Context) -> Reading | None:
    """`on 5/11`: a date only behind a word that asks for one."""
    a, b = int(m.group("a")), int(m.group("b"))
    day, month = (a, b) if ctx.usage.day_first else (b, a)
    written = m.group("a")[0] == "0" or m.group("b")[0] == "0"
    until = a > b and ctx.usage.day_first and ctx.before().lower() in ("by", "until", "till", "before", "since")
    if not (written or until or dated(b, m.end(), ctx)) or not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    words = numeric_words(day, month, "0", ctx.usage.day_first, ctx)
    return words.rpartition(",")[0], m.end()


def dotted_date(m: re.Match[str], ctx: Context) -> Reading | None:
    """`on 18.3. in`, `closing date 30.9.`: day and month with stops, behind a word that asks for a day."""
    a, b = int(m.group("a")), int(m.group("b"))
    asked = ctx.before().lower() in ("on", "date", "until", "by", "from", "dated")
    if not ctx.british or not asked or not (1 <= b <= 12 and 1 <= a <= 31):
        return None
    return f"the {num.ordinal(a)} of {english.month_names()[b - 1]}", keep_stop(ctx.text, m.end())


SHORT_DATE = Rule(
    "short date",
    (FIGURES,),
    r"(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\d/]|\.\d)",
    short_date,
    follows="/",
    lengths="12",
    source="3/20 behind a word that asks for a day",
)
DOTTED_DATE = Rule(
    "dotted date",
    (FIGURES,),
    r"(?P<a>\d{1,2})\.(?P<b>\d{1,2})\.(?= [a-z]|$)",
    dotted_date,
    follows=".",
    lengths="12",
    source="Continental dates in English notices: 18.3.",
)
