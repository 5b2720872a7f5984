"""Figures that name floors, rooms, sectors of towns and programmes of the radio."""

from __future__ import annotations

import re

from .. import numbers as num
from ..scan import FIGURES, WORD, Context, Reading, Rule, compiled


def sector(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Sec-62`, `Sec 14`: of an Indian town; behind `under` a section of the law."""
    law = compiled(r"[\w ,/()-]{1,40}\b(?:Act|IPC|CrPC|BNS|BNSS|Code)\b").match(ctx.text, m.end())
    if ctx.usage.english != "IN" or ctx.glued() == "-" or ctx.before().lower() in ("under", "of") or law:
        return None
    return "Sector ", m.end()


def rooms(m: re.Match[str], ctx: Context) -> Reading | None:
    """`3BR/2.5BA`."""
    if ctx.glued().isalnum():
        return None
    return f"{num.number(m.group('num'))} {ROOMS[m.group('room').upper()]}", m.end()


ROOMS = {"BR": "bedroom", "BA": "bath", "BD": "bedroom", "CAR": "car"}
"""`3BR/2BA`."""


def radio(m: re.Match[str], ctx: Context) -> Reading | None:
    """`R4, 9am`: a programme of the BBC."""
    return (f"Radio {num.cardinal(int(m.group('num')))}", m.end()) if ctx.usage.english == "GB" else None


def floor(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2/F atrium`: a floor, as Manila and Hong Kong write it."""
    return (f"{num.ordinal(int(m.group('num')))} floor", m.end()) if not ctx.glued().isalnum() else None


FLOOR = Rule(
    "floor",
    (FIGURES,),
    r"(?P<num>\d{1,2})/F\b(?!/)",
    floor,
    follows="/",
    lengths="12",
    source="Philippine addresses: 2/F",
)
RADIO = Rule(
    "radio",
    (WORD,),
    r"R(?P<num>[1-6])(?=,? \d{1,2}[.:]\d\d|,? \d{1,2}[ap]m)",
    radio,
    begins="R",
    then="123456",
    source="British listings: R4, 9am",
)
ROOM = Rule(
    "rooms",
    (FIGURES,),
    r"(?P<num>\d{1,2}(?:\.\d)?) ?(?P<room>BR|BA|BD|br|ba|bd|car)"
    r"(?:(?<=/\dBA)(?!\w)|"
    r"\.(?=[,;])|(?!\w| [a-z])|(?= (?:home|house|unit|apt|apartment|condo|townhouse|villa|flat)\b))",
    rooms,
    follows=". Bbc",
    lengths="12",
    source="property advertisements: 3BR/2BA",
)
SECTOR = Rule(
    "sector",
    (WORD,),
    r"Sec(?:-|\. ?| )(?=\d{1,3}(?:-?[A-Z])?(?![\w(]))",
    sector,
    begins="S",
    then=" -.",
    source="Indian addresses: Sec-62, Noida",
)
