"""Times of the day in words and letters, and how long ago: `noon-3 p.m.`, `12:00NN`, `8/7c`, `23m ago`."""

from __future__ import annotations

import re

from .. import numbers as num
from ..scan import FIGURES, WORD, Context, Reading, Rule
from .shapes import DASH
from .times import count


def from_noon(m: re.Match[str], ctx: Context) -> Reading | None:
    """`noon-3 p.m.`"""
    return f"{m.group('hour')} to ", m.end()


AGES = {"s": "second", "m": "minute", "h": "hour", "d": "day", "w": "week", "y": "year"}


def ago(m: re.Match[str], ctx: Context) -> Reading | None:
    """`23m ago`, `2d ago`: on pages and in live blogs."""
    return (count(m.group("num"), AGES[m.group("unit")]), m.end()) if not ctx.glued().isalnum() else None


def noon(m: re.Match[str], ctx: Context) -> Reading | None:
    """`12:00NN`, `12 MN`: noon and midnight in the Philippines."""
    return ("noon" if m.group("half") == "N" else "midnight", m.end()) if not ctx.glued().isalnum() else None


def on_television(m: re.Match[str], ctx: Context) -> Reading | None:
    """`8/7c`: eight in the East, seven Central."""
    if ctx.glued().isalnum() or ctx.british:
        return None
    return f"{num.cardinal(int(m.group('hour')))}, {num.cardinal(int(m.group('central')))} Central", m.end()


FROM_NOON = Rule(
    "from noon",
    (WORD,),
    rf"(?P<hour>[Nn]oon|[Mm]idnight){DASH}(?=\d)",
    from_noon,
    begins="NnMm",
    then="-–—−",
    source="AP: noon and midnight, no 12 p.m.",
)
AGO = Rule(
    "so long ago",
    (FIGURES,),
    r"(?P<num>\d{1,3}) ?(?P<unit>[smhdwy])(?= ago\b)",
    ago,
    follows=" smhdwy",
    lengths="123",
    source="pages and live blogs: 23m ago",
)
NOON = Rule(
    "noon in letters",
    (FIGURES,),
    r"12(?::00)? ?(?P<half>[NM])N(?!\w)",
    noon,
    follows=": NM",
    lengths="2",
    source="Philippine notices: 8:00AM-12:00NN",
)
ON_TELEVISION = Rule(
    "eastern and central time",
    (FIGURES,),
    r"(?P<hour>\d{1,2})/(?P<central>\d{1,2})[cC](?!\w)",
    on_television,
    follows="/",
    lengths="12",
    source="American television listings: 8/7c",
)
