"""What kind of article it is, where that changes how its lines are read: live blogs, press releases.

Letters and whoever signs are in `signing`. docs/segmentation.md has a paragraph on each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Reason, Role
from .headings import CLOCK
from .roles import Unit

_NAME = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Rev|Prof|Sir|Dame|Cllr)\.? )?[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,3}"
_ENTRY = re.compile(rf"{CLOCK.pattern}\s*[|·–—-]?\s*(?={_NAME}\Z)")


def of_live_blog(text: str, units: list[Unit], body: int) -> None:
    """In a live blog the time heads an entry, and whoever wrote it is not said: `14:46 Ana Reid`."""
    entries = [
        (i, found)
        for i, unit in enumerate(units[body:], body)
        if unit.role is None
        and unit.reason is None
        and unit.passage is None
        and (found := _ENTRY.match(text, unit.start, unit.end))
    ]
    if len(entries) < 2:
        return
    for i, found in reversed(entries):
        time = CLOCK.match(text, units[i].start)
        if time is not None:
            units[i : i + 1] = [
                Unit(units[i].start, time.end(), Role.SUBHEAD, rule="kinds/time of an entry"),
                Unit(found.end(), units[i].end, None, Reason.BYLINE, rule="kinds/author of an entry"),
            ]


_NOTES = re.compile(
    r"(?:notes?(?: to| for)? editors?|editors?['’]s? notes?|(?:media|press) (?:contacts?|enquiries))\W*", re.I
)
_END = re.compile(r"\W*(?:ends?|the end|###)\W*", re.I)


def of_release(text: str, units: Sequence[Unit], body: int) -> None:
    """Of a press release, what speaks to editors behind its end is for them alone."""
    marked = any(unit.rule == "opening/release" for unit in units[:body])
    lines = [text[unit.start : unit.end].strip() if unit.end - unit.start < 60 else "" for unit in units]
    end = _first_line(_END, lines, body)
    notes = _first_line(_NOTES, lines, end or body)
    if notes is None or not (marked or end is not None):
        return
    for unit in units[notes:]:
        if unit.role is None and unit.reason is None:
            unit.reason, unit.rule = Reason.CONTACT, "kinds/notes to editors"


def _first_line(pattern: re.Pattern[str], lines: Sequence[str], begin: int) -> int | None:
    """Index of the first line from `begin` on that is `pattern`; None if there is none."""
    return next((i for i in range(begin, len(lines)) if pattern.fullmatch(lines[i])), None)
