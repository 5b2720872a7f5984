"""Parties written short: `D-Ohio`, `Ann Roe (Lab)`, `Con gain from LD`."""

from __future__ import annotations

import re
from string import ascii_uppercase

from ...lexis import english
from ..scan import WORD, Context, Reading, Rule, compiled
from .shapes import keep_stop


def party(m: re.Match[str], ctx: Context) -> Reading | None:
    """`D-Ohio`, `R-Fla.`, `D-N.Y.`: "Democrat of Ohio"."""
    place = m.group("place")
    bare = place.rstrip(".")
    name = (
        english.state_abbreviations().get(bare)
        or english.dotted_states().get(place if place.endswith(".") else f"{place}.")
        or english.states().get(place)
    )
    if not name:
        if bare not in english.state_names():
            return None
        return f"{english.parties()[m.group('party')]} {bare}", m.end() - (place != bare)
    return f"{english.parties()[m.group('party')]} {name}", keep_stop(ctx.text, m.end())


AFTER_PARTY = r" (?i:gain|hold|majority|win)\b|:? \d{1,3}(?:,\d{3})*(?!\d)"
POLLED = r"(?i)\b(?:Con|Lab|LD|LDem|Grn|Ind|Ref|SNP)\b(?: gain| hold|:? \d)|\bgain from (?:Con|Lab|LD|LDem|Grn|Ind)\b"


def short_party(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Iain Rae (Lab)`, `Con gain from LD`, `Lab 1,204`: results of British polls."""
    if not ctx.british:
        return None
    name = english.short_parties().get(m.group("party"))
    return (name, m.end()) if name and of_poll(m, ctx) else of_share(m, ctx)


def of_share(m: re.Match[str], ctx: Context) -> Reading | None:
    """`LAB: 43.6% (+3.4)`: a share of the votes."""
    written = m.group("party")
    if not written.isupper() or not compiled(r": ?\d{1,2}(?:\.\d{1,2})?%").match(ctx.text, m.end()):
        return None
    name = english.short_parties().get("LDem" if written == "LDEM" else written.title())
    return (name, m.end()) if name else None


def of_poll(m: re.Match[str], ctx: Context) -> bool:
    """Whether a party's short form stands behind a name or among results."""
    if ctx.glued() == "(" and compiled(r"\)|, [A-Z]| (?:until|till|since|to|from)\b").match(ctx.text, m.end()):
        return True
    near = ctx.text[max(0, ctx.start - 80) : m.end() + 30]
    if m.group("party") == "Ref" and not compiled(r"\b(?:Con|Lab|LD|Grn|Ind)\b").search(near):
        return False  # "Ref: 24/60123"
    polled = compiled(AFTER_PARTY).match(ctx.text, m.end()) or ctx.before() == "from"
    return bool(polled) and compiled(POLLED).search(near) is not None


PARTY = Rule(
    "party and state",
    (WORD,),
    r"(?P<party>[DRI])[-–]"
    r"(?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?\.?|[A-Z]\. ?[A-Z][a-z]{0,2}\.|[A-Z]\.[A-Z]\b|[A-Z]{2}\b)",
    party,
    begins="DRI",
    then="-–",
    source="AP: D-Ohio",
)
SHORT_PARTY = Rule(
    "party in short",
    (WORD,),
    r"(?P<party>[A-Z][A-Za-z]{1,3})(?!\w)",
    short_party,
    begins=ascii_uppercase,
    source="results of British polls: Con gain from LD (lexis/en/parties.tsv)",
)
