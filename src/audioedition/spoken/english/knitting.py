"""Rows of knitting patterns: `K2, *p2, yo, k2tog; rep from *`."""

from __future__ import annotations

import re
from string import digits

from .. import numbers as num
from ..scan import SYMBOL, WORD, Context, Reading, Rule

STITCHES = {"k": "knit", "p": "purl", "m": "make", "s": "slip", "sl": "slip", "c": "cable", "cdd": "", "dc": "double"}
TOGETHER = {"tog": " together", "togtbl": " together through the back loop", "tbl": " through the back loop"}


def stitches(m: re.Match[str], ctx: Context) -> Reading | None:
    """`K2`, `p5`, `k2tog`, `sl 1`, `M1`, `K to end`."""
    if not ctx.about("knitting"):
        return None
    stitch = STITCHES[m.group("stitch").lower()]
    if not m.group("count"):
        return (stitch, m.end("stitch")) if stitch in ("knit", "purl") else None
    return f"{stitch} {num.cardinal(int(m.group('count')))}{TOGETHER.get(m.group('how') or '', '')}", m.end()


def star(m: re.Match[str], ctx: Context) -> Reading | None:
    """`*` and `**`: where a part that is repeated begins and ends."""
    if not ctx.about("knitting"):
        return None
    closed = "," if ctx.text[m.end() : m.end() + 1].isalnum() else ""
    opened = " " if ctx.glued().isalnum() else ""
    return f"{opened}{'double ' if len(m.group()) == 2 else ''}star{closed}{' ' if closed else ''}", m.end()


STITCH = Rule(
    "stitches",
    (WORD,),
    r"(?P<stitch>[KkPpMm]|[Ss]l?)(?: ?(?P<count>\d{1,3})(?: ?(?P<how>tog(?: ?tbl)?|tbl))?(?!\w)"
    r"|(?= (?:to|across|all|last|every|each|rem)\b))",
    stitches,
    begins="KkPpMmSs",
    then=" " + digits,
    source="knitting patterns (Craft Yarn Council): k2tog, sl 1",
)
STAR = Rule(
    "star of a pattern",
    (SYMBOL,),
    r"\*{1,2}",
    star,
    "*",
    source="knitting patterns: rep from *",
)
