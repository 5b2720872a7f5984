"""Land as American surveys describe it: `SW1/4 of Sec. 14, T. 5 N., R. 3 E.`"""

from __future__ import annotations

import re
from string import digits

from ...lexis import english
from .. import numbers as num
from ..scan import WORD, Context, Reading, Rule, compiled

BESIDE = r"\b(?:Sec(?:tion|\.)?|T(?:\.|ownship)? ?\d{1,3}|Twp|lots?|Lots?|R(?:\.|ange)? ?\d{1,3}) ?"


def beside(ctx: Context, end: int) -> bool:
    """Whether other parts of a description of land stand near."""
    near = ctx.text[max(0, ctx.start - 60) : ctx.start] + "|" + ctx.text[end : end + 60]
    return compiled(BESIDE).search(near) is not None


def town_or_range(m: re.Match[str], ctx: Context) -> Reading | None:
    """`T. 5 N.`, `R3E`: how far from the lines of a survey."""
    kind = "township" if m.group("kind") == "T" else "range"
    if (m.group("point") in "NS") != (kind == "township") or not beside(ctx, m.end()) or ctx.british:
        return None
    return f"{kind} {num.cardinal(int(m.group('num')))} {english.points()[m.group('point')].lower()}", m.end()


def share(m: re.Match[str], ctx: Context) -> Reading | None:
    """`SW1/4`, `N½`: a quarter or a half of a section."""
    point = english.points().get(m.group("point"))
    if not point or ctx.british or not beside(ctx, m.end()):
        return None
    return f"{point.lower()} {'half' if m.group('part') in ('½', '1/2') else 'quarter'}", m.end()


TOWN_OR_RANGE = Rule(
    "township or range",
    (WORD,),
    r"(?P<kind>[TR])\.? ?(?P<num>\d{1,3}) ?(?P<point>[NSEW])(?:\.(?=[,; ]|$))?(?!\w)",
    town_or_range,
    begins="TR",
    then=" ." + digits,
    source="Public Land Survey System: T. 5 N., R. 3 E.",
)
SHARE = Rule(
    "share of a section",
    (WORD,),
    r"(?P<point>[NS]?[EW]|[NS])\.? ?(?P<part>½|¼|1/2|1/4)(?![\d/])",
    share,
    begins="NSEW",
    then=" .1¼½",
    source="Public Land Survey System: SW1/4",
)
