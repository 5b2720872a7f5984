"""Racecards and form: weights, form figures, bands of handicaps, yards, winning times, lengths with a fraction."""

from __future__ import annotations

import re

from ...lexis.tables import Lexis, derived
from .. import numbers as num
from ..scan import FIGURES, WORD, Context, Reading, Rule, compiled
from .scorecards import lead
from .shapes import DASH

CARRIED = r"(?i)\b(?:weights?|carr(?:y|ies|ied|ying)|shoulder(?:s|ed|ing)?|humped|top weight of|burden of):? (?:of )?$"
BEHIND_PRICE = r"\d[-/]\d{1,3} ?(?:j?t?-?fav|f)? \($"


def weight(m: re.Match[str], ctx: Context) -> Reading | None:
    """`20-1 (9-2)`, `Weight 8-11`, `Poe (9-0)`: stones and pounds."""
    before, pounds = lead(ctx, 30), int(m.group("pounds"))
    bracketed = ctx.glued() == "(" and ctx.text[m.end() : m.end() + 1] == ")"
    asked = compiled(CARRIED).search(before) or (bracketed and compiled(BEHIND_PRICE).search(before))
    unpriced = bracketed and ctx.about("racing") and pounds in (0, 3, 5, 6, 7, 9, 10, 12)
    if not ctx.british or not (asked or unpriced) or (asked and not (ctx.about("racing") or bracketed)):
        return None
    stone = f"{num.cardinal(int(m.group('stone')))} stone"
    return (f"{stone} {num.cardinal(pounds)}" if pounds else stone), m.end()


def form_figures(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Form 31123`, `form figures of 432`, `Form 2-4170`: where a horse came in, race by race."""
    if not ctx.about("racing"):
        return None
    groups = re.split(r"[-/]", m.group("runs"))
    said = ", ".join(" ".join(num.digits(c) if c.isdecimal() else c for c in group) for group in groups)
    return m.group("lead") + said, m.end()


def band(m: re.Match[str], ctx: Context) -> Reading | None:
    """`a 0-65 handicap`: the ratings that may run."""
    if not ctx.about("racing") or ctx.glued() not in (" ", "("):
        return None
    return f"nought to {num.cardinal(int(m.group('top')), ctx.british)}", m.end()


def yards(m: re.Match[str], ctx: Context) -> Reading | None:
    """The `110y` of `2m 110y`."""
    if not ctx.about("racing") or ctx.glued().isalnum():
        return None
    return f"{num.cardinal(int(m.group('yards')), ctx.british)} yards", m.end()


def winning_time(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2m 26.27s`, `1m05s`: minutes and seconds."""
    if ctx.glued().isalnum() or ctx.glued() in ".:/-$":
        return None
    minutes = int(m.group("minutes"))
    seconds = m.group("seconds").lstrip("0") or "0"
    seconds = f"0{seconds}" if seconds[0] == "." else seconds
    return (
        f"{num.cardinal(minutes)} minute{'' if minutes == 1 else 's'} {num.number(seconds)} seconds",
        m.end(),
    )


def lengths(m: re.Match[str], ctx: Context) -> Reading | None:
    """`1 1/2l`, `2 3/4l`, `3/4l`."""
    if ctx.glued().isalnum() or not (ctx.about("racing") or ctx.before() in ("by", "beaten", "won")):
        return None
    part = {"1/2": "a half", "1/4": "a quarter", "3/4": "three quarters"}.get(m.group("part"))
    if not part:
        return None
    if not m.group("whole"):
        return {"a half": "half a length", "a quarter": "a quarter of a length"}.get(
            part, f"{part} of a length"
        ), m.end()
    return f"{num.cardinal(int(m.group('whole')))} and {part.removesuffix('s')} lengths", m.end()


@derived
def form_word(lexis: Lexis) -> frozenset[str]:
    return frozenset(["form"])


WEIGHT = Rule(
    "weight of a horse",
    (FIGURES,),
    rf"(?P<stone>[7-9]|1[0-2]){DASH}(?P<pounds>\d|1[0-3])(?![\w/-]|\.\d)",
    weight,
    follows="-–—‑−",
    lengths="12",
    source="racecards: 9-2 is nine stone two",
)
FORM_FIGURES = Rule(
    "form figures",
    (WORD,),
    r"(?P<lead>[Ff]orm(?: figures?(?: of)?| line)?:? )"
    r"(?P<runs>(?:[\dPFURBCSO]{1,6}[-/])?[\dPFURBCSO]{2,8})(?![\w/-])",
    form_figures,
    words=form_word,
    source="racecards: Form 31123",
)
BAND = Rule(
    "band of a handicap",
    (FIGURES,),
    rf"0{DASH}(?P<top>\d{{2,3}})(?![\w/%-]|\.\d)",
    band,
    follows="-–—‑−",
    lengths="1",
    source="racecards: a 0-65 handicap",
)
YARDS = Rule(
    "yards",
    (FIGURES,),
    r"(?P<yards>\d{1,3})y(?:ds?)?(?!\w)",
    yards,
    follows="y",
    lengths="123",
    source="racecards: 2m 110y",
)
WINNING_TIME = Rule(
    "minutes and seconds of a race",
    (FIGURES,),
    r"(?P<minutes>\d{1,2})m ?(?P<seconds>[0-5]?\d(?:\.\d{1,3})?)s(?![\w])",
    winning_time,
    follows="m",
    lengths="12",
    source="racing, motor sport and cycling: 2m 26.27s",
)
LENGTHS = Rule(
    "lengths with a fraction",
    (FIGURES,),
    r"(?:(?P<whole>\d{1,2})[ -])?(?P<part>[13]/[24]) ?[lL](?:engths?)?(?!\w)",
    lengths,
    follows=" /-",
    lengths="12",
    source="racecards typed without ½: 2 3/4l",
)
