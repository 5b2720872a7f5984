"""Track and field: `110mH`, `3000SC`, `8.28.46`."""

from __future__ import annotations

import re

from ...lexis.tables import column
from .. import numbers as num
from ..scan import FIGURES, Context, Reading, Rule, compiled
from .times import count

over = column("games", "over")
"""What hangs on a distance: hurdles, steeplechase, a walk."""


def event(m: re.Match[str], ctx: Context) -> Reading | None:
    """`110mH`, `300h`, `100m HH`, `3000SC`."""
    name = over().get(m.group("kind").upper())
    metres = int(m.group("distance"))
    sure = m.group("metres") and m.group("kind")[0] in "HS" and m.group("gap") == ""
    if not name or metres % 5 or ctx.glued().isalnum() or not (sure or ctx.about("athletics")):
        return None
    if name == "walk" and metres < 1000:
        return None  # watts
    distance = num.year(metres) if 1000 < metres < 2000 else num.cardinal(metres, ctx.british)
    return f"{distance} {'metres' if ctx.british else 'meter'} {name}", m.end()


def with_stops(m: re.Match[str], ctx: Context) -> Reading | None:
    """`8.28.46`, `3.41.2`: minutes and seconds; in long races hours."""
    if ctx.glued().isalnum() or ctx.glued() in tuple("$£€.,:/-") or not ctx.about("athletics"):
        return None
    first, second, part = m.group("first", "second", "part")
    long = compiled(r"(?i)marathon|\bhours?\b|ultra|triathlon").search(ctx.text, max(0, ctx.start - 80), m.end() + 40)
    if long and len(part) == 2 and part < "60" and int(first) < 24:
        return f"{count(first, 'hour')} {count(second, 'minute')} and {count(part, 'second')}", m.end()
    return f"{count(first, 'minute')} {num.cardinal(int(second))} point {num.digits(part)} seconds", m.end()


EVENT = Rule(
    "event on the track",
    (FIGURES,),
    r"(?P<distance>\d{2,5})(?P<metres>m)?(?P<gap> ?)(?P<kind>[HhIL][Hh]|[Hh]|[Ss]/?[Cc]|W|w)(?!\w)",
    event,
    follows="mHhIiLlSsWw ",
    lengths="2345",
    source="athletics: 110mH, 3000SC (World Athletics' codes)",
)
WITH_STOPS = Rule(
    "time of a race with stops",
    (FIGURES,),
    r"(?P<first>\d{1,2})\.(?P<second>[0-5]\d)\.(?P<part>\d{1,2})(?!\d|\.\d)",
    with_stops,
    follows=".",
    lengths="12",
    source="British athletics: 8.28.46",
)
