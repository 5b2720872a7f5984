"""What stands before changes a reading: `between 5-10 people` is one thing and the other, `May 8, 2024 3:15 PM` a date
and a time."""

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


YEAR = r"(?:[A-Z][a-z]{2,8}\.? (?:\d{1,2},? ?)?|\d{1,2}[/.-]\d{1,2}[/.-]|\d(?:st|nd|rd|th),? )(?:19|20)\d\d"
DATED = rf"(?:{YEAR}|\d[/-]\d{{1,2}}[/-]\d\d) \Z"
"""A date with its year, right before."""


def behind_date(rule: Rule) -> Rule:
    """The same rule, with a pause between a year and a time of day."""

    def say(m: re.Match[str], ctx: Context) -> Reading | None:
        reading = rule.say(m, ctx)
        if not reading or not compiled(DATED).search(ctx.text, max(0, ctx.start - 24), ctx.start):
            return reading
        return f", {reading[0]}", reading[1]

    return replace(rule, say=say)
