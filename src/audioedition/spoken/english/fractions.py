"""Fractions: `2/3`, `3 1/2`, `1/4-mile`, `1½`; prices of bookmakers and marks that look like them."""

from __future__ import annotations

import re

from .. import numbers as num
from ..scan import FIGURES, SYMBOL, Context, Reading, Rule
from . import units, usage
from .measures import tail

PRESSURE = frozenset(("pressure", "mmhg", "bp", "hypertension", "systolic"))


KITCHEN = frozenset("teaspoon tablespoon pint pound cup ounce".split())  # noqa: SIM905
"""Of which recipes take a half."""


def fraction(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2/3`, `3 1/2`, `1/4-mile`, `1½`, `5/2 favourite`."""
    gb, glued = ctx.british, ctx.glued()
    paired = glued == "/" and not ctx.text[max(0, ctx.start - 2)].isdecimal()  # "100g/3½oz"
    if glued and not paired and (glued.isalnum() or glued in "/.,:-"):
        return None
    sign, whole = m.group("sign"), m.group("whole") or m.group("whole2")
    top, bottom = units.VULGAR[sign] if sign else (int(m.group("top")), int(m.group("bottom")))
    end = m.end()
    if ctx.nearby(PRESSURE) and 40 < bottom < top < 260:
        return f"{num.cardinal(top, gb)} over {num.cardinal(bottom, gb)}", end
    if bottom < 2 or top == 0 or (bottom > 100 and not m.group("nth")) or top > 99:
        return None
    if not whole and not sign and ctx.after(end).lower() in usage.odds():
        return f"{num.cardinal(top)} to {num.cardinal(bottom)}", end
    priced = ctx.before().lower() in usage.prices() or ctx.before(2).lower() in usage.prices()
    if not whole and not sign and (priced or (top > bottom and ctx.before().lower() == "at")):
        return f"{num.cardinal(top)} to {num.cardinal(bottom)}", end
    after = ctx.after(end)
    if not whole and not sign and (top + bottom == 100 or after in usage.splits()):
        return f"{num.cardinal(top)} {num.cardinal(bottom)}", end
    if not whole and not sign and top > bottom > 16 and top < 131:
        return f"{num.cardinal(top)}, {num.cardinal(bottom)}", end  # "Thu: Sunny, 72/54"
    words = num.fraction(top, bottom, gb)
    if not whole and top == 1 and (ctx.before().lower() == "a" or (bottom == 2 and ctx.after(end) in usage.halved())):
        words = words.removeprefix("one ")
    if whole:
        part = {(1, 2): "a half", (1, 4): "a quarter"}.get((top, bottom), words)
        words = f"{num.integer(whole, gb)} and {part}"
    elif (
        not sign
        and (bottom in (10, 100) or after in usage.ratings())
        and not ctx.text[end - 1].isalpha()
        and after not in usage.shared()
    ):
        return f"{num.cardinal(top, gb)} out of {num.cardinal(bottom, gb)}", end
    rest = tail("2" if whole else "1", end, ctx, False)
    if not rest:
        return words, end
    if sign and not whole and top == 1 and rest[0].split()[0] in KITCHEN:
        return f"{'half' if bottom == 2 else words + ' of'} a{rest[0]}", rest[1]
    share = " of a" if not whole and ctx.text[end : end + 1] != "-" and not rest[0].endswith(("ion", "percent")) else ""
    return words + share + rest[0], rest[1]


FRACTION = Rule(
    "fraction",
    (FIGURES, SYMBOL),
    rf"(?:(?P<whole>\d{{1,6}})[\s-]?)?(?P<sign>[{''.join(units.VULGAR)}])"
    r"|(?:(?P<whole2>\d{1,6})[\s-])?(?P<top>\d{1,5})/(?P<bottom>\d{1,5})(?P<nth>(?:th|rd|nd|TH|RD)s?)?(?![\d/:]|[.,]\d|-\d|[A-Za-z])",
    fraction,
    "".join(units.VULGAR),
    follows=" /-" + "".join(units.VULGAR),
    source="AP and Guardian: 2/3, 3 1/2",
)
