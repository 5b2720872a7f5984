"""Wins, losses and ties of a team, as Americans count them: `(10-3)`, `improved to 7-0`, `an 8-4-1 record`."""

from __future__ import annotations

from ..scan import Context, compiled
from . import usage

SEASONS = (
    r" (?:overall|all-time|on the (?:road|season|year)|at home|ATS|against (?:ranked|the spread)"
    r"|in (?:(?:the )?(?:league|conference|division|district|region|[A-Z][\w ]{1,14}) (?:play|games|action)"
    r"|conference|league|division))\b"
)
"""Behind wins and losses, in American usage."""
VERBS = r"\b(?:is|are|was|were|went|go|goes|start|starts|started|opened|began|now|stand|stands|improves?|improved) "
MORE_OF_RECORD = r", (?:\d{1,3}-\d{1,3}\b|\d{1,2}\.\d\d ERA|\d{1,3} KO)"
NEXT_RECORD = r"\b(?:to|at|went|is|are|now|improved|improves) \d{1,3}-\d{1,3}, $"
"""`improves to 6-1, 4-1`: in all, and in the league."""
TABLE_OF_RECORDS = r"(?i)\bstandings?:[^.\n]{0,90}\b[A-Z][\w ]{1,20} $"
"""`Standings: Elm 11-3; Ashby 10-4`."""
OTHER_RECORD = rf"{VERBS}\d{{1,3}}-\d{{1,3}}\b[^.;()\d]{{0,40}} and $"


def is_record(values: list[int], end: int, after: str, ctx: Context) -> bool:
    """Whether wins and losses are meant: `(10-3)`, `are 10-3 this season`, `improved to 7-0`, `an 8-4-1 record`."""
    before = ctx.before().lower()
    if after in usage.records() or compiled(r" \(\d+ KO| \([\d½]+ GB\)|,? \(?\.\d{3}\b").match(ctx.text, end):
        return True
    if not ctx.british and before not in usage.results() and compiled(SEASONS).match(ctx.text, end):
        return True
    if ctx.glued() == "(" and compiled(r"\d-\d{1,2} \(\Z").search(ctx.text, max(0, ctx.start - 6), ctx.start):
        return not ctx.british  # "improving to 8-3 (5-2 SEC)"
    if len(values) == 3:
        return not ctx.about("golf") and (
            ctx.glued() == "(" or before.endswith(("'re", "’re")) or before in usage.they_are() | usage.with_records()
        )
    return max(values) < 163 and not ctx.british and of_two(values, before, after, end, ctx)


def of_two(values: list[int], before: str, after: str, end: int, ctx: Context) -> bool:
    """Wins and losses without ties, in American usage."""
    if values[0] == 0 < values[1] < 20 and after not in usage.counted_units() | usage.results():
        return before not in usage.results() | usage.range_before()
    return of_team(end, ctx) or of_verb(before, after, ctx) or level(values, before, ctx) or in_standings(ctx)


def in_standings(ctx: Context) -> bool:
    """`Standings: Elm 11-3; Ashby 10-4`."""
    lead = compiled(TABLE_OF_RECORDS).search(ctx.text, max(0, ctx.start - 120), ctx.start)
    return lead is not None and ctx.about("records")


def level(values: list[int], before: str, ctx: Context) -> bool:
    """`Both teams were 3-3`, `is 18-18 on the season`: wins and losses, unless the score or the game itself was."""
    return (
        values[0] == values[1]
        and before in ("are", "were")
        and ctx.before(2).lower() not in ("they", "scores", "things")
    )


def of_team(end: int, ctx: Context) -> bool:
    """`the Tigers (42-31)`, `Roe (10-3, 2.51 ERA)`."""
    if ctx.glued() == "(":
        team = ctx.tokens[ctx.at - 3].text if ctx.at > 2 else ""
        closed = ctx.text[end : end + 1] == ")" or compiled(MORE_OF_RECORD).match(ctx.text, end)
        return bool(closed) and (team[:1].isupper() or team in usage.teams())
    lead = ctx.text[max(0, ctx.start - 32) : ctx.start]
    return compiled(r"[A-Z][\w.']{1,20} \(\d{1,3}-\d{1,3}, $").search(lead) is not None


def of_verb(before: str, after: str, ctx: Context) -> bool:
    """`improved to 7-0`, `was 3-1 with`, `they're 5-2`, `are 5-1 at home and 2-4 away`."""
    if before == "to":
        return any(ctx.before(steps).lower() in usage.improves() for steps in (2, 3, 4))
    if before in ("was", "were"):
        return after == "with"
    if before.endswith(("'re", "’re")) or before in (
        "is",
        "are",
        "went",
        "gone",
        "now",
        "improved",
        "improves",
        "starting",
    ):
        return True
    lead = ctx.text[max(0, ctx.start - 24) : ctx.start]
    if compiled(NEXT_RECORD).search(lead):
        return True
    return before == "and" and bool(compiled(OTHER_RECORD).search(ctx.text, max(0, ctx.start - 70), ctx.start))
