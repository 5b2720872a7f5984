"""Whether two figures with a dash are a score of cricket: `245-6`, `took 3-45`."""

from __future__ import annotations

from ..scan import Context, compiled
from . import usage


def bowling(values: list[int], ctx: Context) -> bool:
    """Whether a cricket score is meant: `245-6` are runs for wickets, `took 3-45` wickets for runs."""
    if len(values) != 2 or values[0] == values[1]:
        return False
    return batting(values, ctx) if values[1] <= 10 < values[0] else wickets(values, ctx)


def batting(values: list[int], ctx: Context) -> bool:
    """`245-6`: among words of cricket, or British and too much for football."""
    second = compiled(r"\d(?:d| dec\.?)? (?:&|and) $").search(ctx.text, max(0, ctx.start - 12), ctx.start)
    spoken_of = of_cricket(ctx) or (ctx.british and (second or ctx.nearby(usage.cricket())))
    if spoken_of:
        return True
    large = ctx.british and values[0] > 59 and not ctx.nearby(usage.votes())
    return large and ctx.before().lower() not in usage.results()


def of_cricket(ctx: Context) -> bool:
    """Whether cricket alone is spoken of: in a round-up of sports `12-7` may be a result of rugby."""
    return ctx.about("cricket") and not ctx.about("rugby", "records", "gaelic", "snooker", "golf")


def australian(values: list[int], end: int, ctx: Context) -> bool:
    """`Vic 6-314`: wickets before runs."""
    if ctx.usage.english != "AU" or not (values[0] < 10 and values[1] > 60):
        return False
    return ctx.before()[:1].isupper() or ctx.after(end) == "at"


def said_as(values: list[int]) -> str:
    """Two figures as they were written: `3-18`."""
    return "-".join(map(str, values))


def wickets(values: list[int], ctx: Context) -> bool:
    """`took 3-45`, `figures of 4-31`, `Hale 4-31`."""
    if not values[0] <= 10 < values[1] < 200:
        return False
    before, end = ctx.before().lower(), ctx.start + len(said_as(values))
    if of_cricket(ctx) and ctx.british and ctx.after(end) not in usage.counted_units():
        return True
    if before in usage.bowled() or (before == "of" and ctx.before(2) == "figures"):
        return ctx.british or ctx.nearby(usage.cricket())
    off = compiled(r" (?:off|from) (?:\d{1,2}(?:\.\d)?|[a-z]{3,9}) overs?\b").match(ctx.text, end)
    if off:
        return True
    played = (
        ctx.about("cricket")
        or ctx.nearby(usage.cricket() | usage.batting())
        or compiled(r"\d\*|\bwkts?\b|\d & \d{1,3}[-–]\d").search(ctx.text, max(0, ctx.start - 120), ctx.start + 120)
    )
    return ctx.british and ctx.before()[:1].isupper() and bool(played)
