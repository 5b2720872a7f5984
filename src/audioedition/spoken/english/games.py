"""What results pages shorten: stages of a game, lines of tables, who scored what, the going of a racecourse."""

from __future__ import annotations

import re
from string import digits

from ...lexis.tables import Lexis, column, derived
from .. import numbers as num
from ..scan import FIGURES, WORD, Context, Reading, Rule, compiled
from . import usage

stages = column("games", "stage")
overtimes = column("games", "overtime")
grounds = column("games", "ground")
"""The going of a racecourse."""
parts_of_score = column("games", "part")
columns = column("games", "column")
"""The head of a table of games."""


def stage(m: re.Match[str], ctx: Context) -> Reading | None:
    """`HT 1-2`, `(aet)`, `KO 7.30`."""
    if m.group().islower() and m.group() != "aet":
        return (stages()[m.group()], m.end()) if counted(m.group(), m.end(), ctx) else None
    scored = compiled(r"[:,]?\s?\(?\d|: [A-Z]").match(ctx.text, m.end())
    if m.group() != "aet" and not scored and not (ctx.glued() == "(" and ctx.text.startswith(")", m.end())):
        return None
    return stages()[m.group()], m.end()


def counted(word: str, end: int, ctx: Context) -> bool:
    """Whether `agg`, `pens`, `pen`, `og` stand where results have them: `3-2 on agg`, `67 (pen)`, `4-2 pens`."""
    if bracketed(end, ctx) or (word in ("agg", "pens") and ctx.before() == "on"):
        return True
    closed = word == "pen" and ctx.text[end : end + 1] in (")", ",")
    behind = ctx.before()[-1:].isdecimal() and (word == "pens" or ctx.glued() == "(" or closed)
    return behind or (word == "agg" and ctx.glued() == "(")


def bracketed(end: int, ctx: Context) -> bool:
    """Whether it stands alone in brackets."""
    return ctx.glued() == "(" and ctx.text.startswith(")", end)


def overtime(m: re.Match[str], ctx: Context) -> Reading | None:
    """`(2 OT)`, `in OT`, `Final/OT`, `(SO)`: American games."""
    if m.group("count"):
        count = int(m.group("count"))
        return (f"{num.cardinal(count)} overtime{'' if count == 1 else 's'}", m.end()) if not ctx.british else None
    final = ctx.text[ctx.start - 1 : ctx.start] == "/" and ctx.before() in ("Final", "F")
    games = bracketed(m.end(), ctx) or (m.group() == "OT" and ctx.before() in ("in", "after", "first", "second"))
    if ctx.british or not (final or games):
        return None
    return overtimes()[m.group()], m.end()


def points_of_hockey(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2 G, 1 A`: goals and assists."""
    goals, assists = int(m.group("goals")), int(m.group("assists"))
    if ctx.glued().isalnum():
        return None
    words = f"{num.cardinal(goals)} goal{'' if goals == 1 else 's'}, {num.cardinal(assists)} assist"
    return f"{words}{'' if assists == 1 else 's'}", m.end()


def going(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Going: Gd-Sft (Sft in places)`."""
    if not (ctx.about("racing") or ctx.nearby(frozenset(["going"]), 24)):
        return None
    second = m.group("second")
    return f"{grounds()[m.group('first')]}{f' to {grounds()[second]}' if second else ''}", m.end()


def part_of_score(m: re.Match[str], ctx: Context) -> Reading | None:
    """`(T: Savu 2; C: Barr 3)`: who scored what in rugby."""
    if m.group("part") == "B":
        return ("bonus:", m.end()) if ctx.nearby(usage.drawn(), 40) else None
    near = ctx.text[max(0, ctx.start - 90) : ctx.start + 60]
    if (
        ctx.about("racing")
        or ctx.glued() not in ("", "(", " ")
        or not compiled(r"\b(?:T|Tr(?:y|ies)): [A-Z]").search(near)
    ):
        return None
    words = parts_of_score()[m.group("part")]
    return f"{words.capitalize() if len(m.group('part')) > 2 else words}:", m.end()


def time_or_crowd(m: re.Match[str], ctx: Context) -> Reading | None:
    """`T—2:41. A—41,212 (40,615).`: how long a game took and how many saw it."""
    if ctx.british or ctx.glued() not in ("", " ", "\n"):
        return None
    if m.group("hours"):
        return f"time: {num.cardinal(int(m.group('hours')))} {num.below_hundred(int(m.group('minutes')))}", m.end()
    return f"attendance: {num.number(m.group('crowd'))}", m.end()


def nil(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Marlow 0, Port Elm 0`: football in British usage."""
    named = ctx.before()[:1].isupper() and ctx.before().lower() not in usage.coded() and ctx.glued() == " "
    if not (ctx.british and named):
        return None
    lead = ctx.text[max(0, ctx.start - 60) : ctx.start]
    if compiled(OTHER_SIDE).match(ctx.text, m.end()) or compiled(FIRST_SIDE).search(lead):
        return "nil", m.end()
    return None


OTHER_SIDE = r",? [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3} \d{1,2}(?![\d%/-]|[.:]\d)| vs?\.? \d{1,2}(?![\d%:./-])"
FIRST_SIDE = r"[A-Z][\w.’']+ \d{1,2}(?: \([^()]{1,50}\))?,? (?:[A-Z][\w.’'-]{0,20} ){1,4}$"


def points_of_rugby(m: re.Match[str], ctx: Context) -> Reading | None:
    """`T 3, C 2, P 1`, `(5T)`: tries, conversions, penalties."""
    if m.group("tries"):
        count = int(m.group("tries"))
        tried = ctx.glued() == "(" and ctx.british
        return (f"{num.cardinal(count)} {'try' if count == 1 else 'tries'}", m.end()) if tried else None
    parts = re.findall(r"([A-Z]{1,2}) (\d{1,2})", m.group())
    return " ".join(f"{parts_of_score()[part]} {num.cardinal(int(n))}," for part, n in parts).rstrip(","), m.end()


def standing(m: re.Match[str], ctx: Context) -> Reading | None:
    """`P4 W3 D0 L1`: one line of a table of games."""
    little = len(m.group().replace(",", "").split()) < 3 and "ts" not in m.group()
    if ctx.glued().isalnum() or little:
        return None
    words = []
    for name, sign, figures in re.findall(r"([A-Za-z]+) ?([-+−]?)(\d+)", m.group()):
        number = num.integer(figures, ctx.british) if figures != "0" else "nil" if ctx.british else "zero"
        words.append(f"{columns()[name]} {'minus ' if sign in tuple('-−') else 'plus ' if sign else ''}{number}")
    said = " ".join(words)
    return said if ctx.at else said.capitalize(), m.end()


@derived
def going_pattern(lexis: Lexis) -> str:
    """`Gd-Sft`, `good to soft`."""
    ground = "|".join(lexis.made(grounds.make))
    return rf"(?P<first>{ground})(?:(?:[-/–]| to )(?P<second>{ground}))?(?!\w)"


def kicked(m: re.Match[str], ctx: Context) -> Reading | None:
    """`had kicked 9.17`: goals and behinds."""
    led = compiled(r"\b(?:kick|boot)(?:s|ed|ing) $").search(ctx.text[max(0, ctx.start - 9) : ctx.start])
    if not led or ctx.usage.english != "AU":
        return None
    return f"{num.cardinal(int(m.group('goals')))} {num.cardinal(int(m.group('behinds')))}", m.end()


KICKED = Rule(
    "goals and behinds kicked",
    (FIGURES,),
    r"(?P<goals>\d{1,2})\.(?P<behinds>\d{1,2})(?!\w|[.,]\d| (?:met|per))",
    kicked,
    follows=".",
    lengths="12",
    source="Australian rules in sentences: the Eagles had kicked 9.17",
)
HALF_TIME = Rule(
    "stage of a game",
    (WORD,),
    r"(?:HT|FT|AET|aet|KO|agg|pens?|og)(?!\w)",
    stage,
    begins="HFAaKpo",
    source="results of football and rugby: `HT 1-2`",
)


def kind_of_goal(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Mak 57pen`, `Loe 90+4og`: the minute of a penalty or an own goal."""
    if m.group("kind") == "p" and not ctx.about("football"):
        return None
    added = f" plus {num.cardinal(int(m.group('added')))}" if m.group("added") else ""
    kind = "own goal" if m.group("kind") == "og" else "penalty"
    return f"{num.cardinal(int(m.group('minute')))}{added} {kind}", m.end()


KIND_OF_GOAL = Rule(
    "kind of goal",
    (FIGURES,),
    r"(?P<minute>\d{1,3})(?:\+(?P<added>\d{1,2}))?(?P<kind>pen|og|p)(?!\w)",
    kind_of_goal,
    follows="+po",
    lengths="123",
    source="summaries of football: Mak 57pen",
)
STANDING = Rule(
    "line of a table",
    (WORD,),
    r"(?:P|Pld|W) ?\d{1,3}(?:[,;]? (?:Pts|pts|PF|PA|GD|NR|BP|[WDLTFA]):? ?[-+−]?\d{1,4}\b){1,9}",
    standing,
    begins="PW",
    then=" " + digits,
    source="league tables: P W D L F A Pts",
)
OVERTIME = Rule(
    "overtime",
    (WORD, FIGURES),
    r"(?:(?P<count>[1-9]) ?OTs?|OT|SO)(?!\w)",
    overtime,
    follows=" O",
    begins="OS",
    lengths="1",
    source="AP sports: (2 OT), (SO)",
)
POINTS_OF_HOCKEY = Rule(
    "goals and assists",
    (FIGURES,),
    r"(?P<goals>\d{1,2}) ?G,? (?:and )?(?P<assists>\d{1,2}) ?A(?!\w)",
    points_of_hockey,
    follows=" G",
    lengths="12",
    source="American rosters: 2 G, 1 A",
)
POINTS_OF_RUGBY = Rule(
    "points of rugby",
    (WORD, FIGURES),
    r"T \d{1,2}(?:, (?:C|P|PG|DG) \d{1,2}){1,3}(?!\w)|(?P<tries>\d{1,2})T(?=\))",
    points_of_rugby,
    follows="T",
    begins="T",
    lengths="12",
    then=" ",
    source="rugby results: T 3, C 2, P 1",
)
GOING = Rule(
    "going",
    (WORD,),
    going_pattern,
    going,
    source="racecards: Gd-Sft, good to soft",
)
PART_OF_SCORE = Rule(
    "part of a score",
    (WORD,),
    r"(?P<part>T|C|PG?|DG|Cons?|Pens?|B):(?= [A-Z]| \d)",
    part_of_score,
    begins="TCPDB",
    then=":",
    source="rugby reports: T: tries, C: conversions, P: penalties",
)
TIME_OR_CROWD = Rule(
    "time and crowd of a game",
    (WORD,),
    r"T ?[-–—] ?(?P<hours>[1-6]):(?P<minutes>[0-5]\d)(?=\. A)"
    r"|A ?[-–—] ?(?P<crowd>\d{1,3}(?:,\d{3})+|\d{3}(?=\.?$))(?!\d)",
    time_or_crowd,
    begins="TA",
    then=" -–—",
    source="AP's box scores: T—2:41. A—41,212",
)
NIL = Rule(
    "nil",
    (FIGURES,),
    r"0(?![\d%/-]|[:.,]\d)",
    nil,
    lengths="1",
    source="BBC Sport: classified results, nil for none",
)
