"""Ranks in several short words: `Det Ch Insp`, `Asst. Comm.`, `S/Supt.`, `2nd Lt.`, `2Lt`."""

from __future__ import annotations

import re

from ..scan import FIGURES, WORD, Context, Reading, Rule, compiled

_LEADING = {
    "Act": "Acting",
    "Adj": "Adjunct",
    "Asst": "Assistant",
    "Ch": "Chief",
    "Chf": "Chief",
    "Dep": "Deputy",
    "Fg": "Flying",
    "Jt": "Joint",
    "Nb": "Naib",
    "Plt": "Pilot",
    "Sr": "Senior",
    "Sub": "Subedar",
    "Surg": "Surgeon",
    "Tech": "Technical",
}
_RANKS = r"Insp|Supt|Sup|Cons?|Const|Constable|Sgt|Off|Cdr|Lt|Commr?|Prof|Sub|Maj"
_CLOSING = {
    "Con": "Constable",
    "Cons": "Constable",
    "Sup": "Superintendent",
    "Comm": "Commissioner",
    "Commr": "Commissioner",
    "Off": "Officer",
    "Sub": "Subedar",
}
_LED = r"\b(?:Det|Detective|Ch|Chf|Chief|Asst|Assistant|Dep|Deputy|Dy|Jt|Joint|Addl|Additional|Fg|Plt|Nb)\.?[ -]$"


WORDS = frozenset(word.lower() for word in (*_LEADING, *_CLOSING))
"""What these rules start at, besides strokes and figures."""


def leading(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Ch` of `Ch Insp`, `Act.` of `Act. Sgt.`; `Sub` only of `Sub Maj`."""
    part = m.group("part")
    return (_LEADING[part], m.end()) if part != "Sub" or m.group("rank") == "Maj" else None


def closing(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Con` of `Asst Ch Con`, `Comm.` of `Asst. Comm.`"""
    led = compiled(_LED).search(ctx.text[max(0, ctx.start - 14) : ctx.start])
    return (_CLOSING[m.group("rank")], m.end()) if led else None


_STROKES = {
    "L": "Lance",
    "A": "Acting",
    "P": "Police",
    "D": "Detective",
    "S": "Senior",
    "C": "Chief",
    "T": "Temporary",
    "M": "Master",
    "F": "Flight",
}
_OWN = {"S/Sgt": "Staff", "C/Sgt": "Colour", "T/Sgt": "Technical", "A/Prof": "Associate"}


def before_stroke(m: re.Match[str], ctx: Context) -> Reading | None:
    """The stroke of `L/Cpl`, `A/Insp`, `P/Maj.`, `S/Sgt`, and `W/O Hale`."""
    lead = m.group("lead")
    if not lead:
        return "Warrant Officer", m.end()
    return f"{_OWN.get(lead + '/' + m.group('rank')) or _STROKES[lead]} ", m.end()


def second_lieutenant(m: re.Match[str], ctx: Context) -> Reading | None:
    return "Second Lieutenant", m.end()


LEADING = Rule(
    "first word of a rank",
    (WORD,),
    rf"(?P<part>{'|'.join(_LEADING)})\.?(?=[ -](?:Ch\.? |Det\.? )?(?P<rank>{_RANKS})\b)",
    leading,
    begins="ACDFJNPST",
    then=" .-",
    source="British, Indian and Philippine police, air force: Det Ch Insp, Sr. Supt., Fg Off",
)
CLOSING = Rule(
    "last word of a rank",
    (WORD,),
    rf"(?P<rank>{'|'.join(_CLOSING)})\b\.?(?= [A-Z])",
    closing,
    begins="COS",
    then=" .",
    source="British and Australian police: Asst Ch Con, Dep. Comm.",
)
STROKE = Rule(
    "rank with a stroke",
    (WORD,),
    r"(?P<lead>[LAPDSCTMF])/"
    r"(?=(?P<rank>Cpl|Bdr|Nk|Sgt|Insp|Supt|Maj|Lt|Col|Gen|Capt|Ch|Det|Sen|Const|Con|Garda|Gda|Prof)\b)"
    r"|W/O(?= [A-Z][a-z])",
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
