"""Ranks in several short words: `Det Ch Insp`, `Asst. Comm.`, `S/Supt.`, `2nd Lt.`, `2Lt` (table `ranks`)."""

from __future__ import annotations

import re

from ...lexis.tables import Lexis, column, derived, marked
from ...lexis.wordlists import alternatives
from ..scan import FIGURES, WORD, Context, Reading, Rule, compiled

_first, _last = column("ranks", "first"), column("ranks", "last")
_ranks, _before, _behind = marked("ranks", "rank"), marked("ranks", "before"), marked("ranks", "behind")
_strokes = column("ranks", "stroke")


@derived
def starters(lexis: Lexis) -> frozenset[str]:
    """What these rules start at, besides strokes and figures; in small letters."""
    return frozenset(word.lower() for column in (_first, _last) for word in lexis.made(column.make))


def leading(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Ch` of `Ch Insp`, `Act.` of `Act. Sgt.`; `Sub` only of `Sub Maj`."""
    part = m.group("part")
    return (_first()[part], m.end()) if part != "Sub" or m.group("rank") == "Maj" else None


def closing(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Con` of `Asst Ch Con`, `Comm.` of `Asst. Comm.`"""
    led = compiled(_led()).search(ctx.text[max(0, ctx.start - 14) : ctx.start])
    return (_last()[m.group("rank")], m.end()) if led else None


def before_stroke(m: re.Match[str], ctx: Context) -> Reading | None:
    """The stroke of `L/Cpl`, `A/Insp`, `P/Maj.`, `S/Sgt`, and `W/O Hale`."""
    lead = m.group("lead")
    if not lead:
        return "Warrant Officer", m.end()
    return f"{_strokes().get(lead + '/' + m.group('rank')) or _strokes()[lead]} ", m.end()


def second_lieutenant(m: re.Match[str], ctx: Context) -> Reading | None:
    return "Second Lieutenant", m.end()


@derived
def _led(lexis: Lexis) -> str:
    return rf"\b(?:{alternatives(lexis.made(_before.make))})\.?[ -]$"


@derived
def _leading(lexis: Lexis) -> str:
    first, rank = alternatives(lexis.made(_first.make)), alternatives(lexis.made(_ranks.make))
    return rf"(?P<part>{first})\.?(?=[ -](?:Ch\.? |Det\.? )?(?P<rank>{rank})\b)"


@derived
def _closing(lexis: Lexis) -> str:
    return rf"(?P<rank>{alternatives(lexis.made(_last.make))})\b\.?(?= [A-Z])"


@derived
def _stroke(lexis: Lexis) -> str:
    leads = "".join(word for word in lexis.made(_strokes.make) if len(word) == 1)
    return rf"(?P<lead>[{leads}])/(?=(?P<rank>{alternatives(lexis.made(_behind.make))})\b)|W/O(?= [A-Z][a-z])"


LEADING = Rule(
    "first word of a rank",
    (WORD,),
    _leading,
    leading,
    begins="ACDFJNPST",
    then=" .-",
    source="British, Indian and Philippine police, air force: Det Ch Insp, Sr. Supt., Fg Off",
)
CLOSING = Rule(
    "last word of a rank",
    (WORD,),
    _closing,
    closing,
    begins="COS",
    then=" .",
    source="British and Australian police: Asst Ch Con, Dep. Comm.",
)
STROKE = Rule(
    "rank with a stroke",
    (WORD,),
    _stroke,
    before_stroke,
    begins="LAPDSMTCFW",
    then="/",
    source="British Army: L/Cpl; Australian, Irish and Philippine police: A/Insp, D/Garda, S/Supt.",
)
SECOND_LIEUTENANT = Rule(
    "second lieutenant",
    (FIGURES,),
    r"2(?:/|d )?Lt\b\.?(?= [A-Z])",
    second_lieutenant,
    follows="/dL",
    lengths="1",
    source="British Army: 2Lt, 2/Lt; American: 2d Lt.",
)
