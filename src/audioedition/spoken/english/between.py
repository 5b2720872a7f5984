"""`between 5-10 people`: a range behind "between" is one thing and the other."""

from __future__ import annotations

import re
from dataclasses import replace

from ..scan import Context, Reading, Rule, compiled

SPAN = r"[^\n]{1,24}?[-–—‑−]"


def and_between(rule: Rule) -> Rule:
    """The same rule, whose dash is "and" right behind "between"."""

    def say(m: re.Match[str], ctx: Context) -> Reading | None:
        reading = rule.say(m, ctx)
        if not reading or " to " not in reading[0] or ctx.before().lower() != "between":
            return reading
        dashed = (
            compiled(SPAN).match(ctx.text[ctx.start : reading[1]]) and " to " not in ctx.text[ctx.start : reading[1]]
        )
        return (" and ".join(reading[0].rsplit(" to ", 1)), reading[1]) if dashed else reading

    return replace(rule, say=say)
