"""What kind of article it is, where that changes how its lines are read: live blogs, press releases.

Letters and whoever signs are in `signing`. docs/segmentation.md has a paragraph on each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..facts import bylines
from ..lexis import first_names
from ..model import Reason
from .entries import heads_prose, run_backwards
from .headings import CLOCK
from .opening_words import is_release
from .roles import Unit, is_clock
from .speakers.interviews import is_direction

_NAME = r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,4}"
"""With its title: `Cllr. Ann Orr`."""
_ENTRY = re.compile(rf"{CLOCK.pattern}\s*[|·–—-]?\s*(?={_NAME}\Z)")


def of_live_blog(text: str, units: list[Unit], around: Sequence[Unit], body: int) -> None:
    """In a live blog neither the time of an entry is said nor who wrote it: `14:46`, `14:46 Ana Reid`. Times may have
    been left out with the page `around` it."""
    free = [i for i, unit in enumerate(units[body:], body) if not (unit.role or unit.reason)]
    lines = {i: text[units[i].start : units[i].end] for i in free}
    times = [i for i in free if is_clock(lines[i])]
    if times:
        out = sum(is_clock(text[unit.start : unit.end]) for unit in around)
        if len(times) + out > 1:
            _leave_out_names(times, lines, units)
            _leave_out_points(times[0], lines, units)
        _leave_out_times(times, out, lines, units)
    _leave_out_authors([i for i in free if not units[i].passage], lines, units)


def _leave_out_times(times: Sequence[int], out: int, lines: Mapping[int, str], units: Sequence[Unit]) -> None:
    """The times alone on a line, if they and those that are `out` already are those of entries."""
    if len(times) + out > 1 and run_backwards([lines[i] for i in times]) and heads_prose(times, lines):
        for i in times:
            units[i].reason, units[i].rule = Reason.TIMESTAMP, "kinds/time of an entry"
            if i + 1 < len(units):
                units[i + 1].timed = True


def _leave_out_authors(free: Sequence[int], lines: Mapping[int, str], units: list[Unit]) -> None:
    """The times with a name behind them, if there are several."""
    named = [(i, found) for i in free if (found := _ENTRY.match(lines[i]))]
    if len(named) < 2:
        return
    for i, found in reversed(named):
        start, name = units[i].start, units[i].start + found.end()
        units[i : i + 1] = [
            Unit(start, start + len(found[0].rstrip(" |·–—-")), None, Reason.TIMESTAMP, rule="kinds/time of an entry"),
            Unit(name, units[i].end, None, Reason.BYLINE, rule=_AUTHOR),
        ]


def _leave_out_names(times: Sequence[int], lines: Mapping[int, str], units: Sequence[Unit]) -> None:
    """`By Ana Reid` below the time of an entry or its heading; right below the time also a name alone."""
    for i in times:
        for j in range(i + 1, i + 1 + _NEAR):
            line = lines.get(j, "")
            who = bylines.read(line) if 0 < len(line) < _SHORT else None
            bare = who is not None and who.how == "bare" and j == i + 1
            if who and (who.how == "stated" or (bare and all(map(first_names.leads, who.names)))):
                units[j].reason, units[j].rule = Reason.BYLINE, _AUTHOR
                break


def _leave_out_points(first: int, lines: Mapping[int, str], units: Sequence[Unit]) -> None:
    """`18.40 Last ferry gone` above the first entry: what heads one below is said there."""
    heads = {line for i, line in lines.items() if i >= first and 0 < len(line) < _SHORT}
    for i in (i for i in lines if i < first):
        time = CLOCK.match(lines[i])
        if time is not None and lines[i][time.end() :].strip(" |·–—-") in heads:
            units[i].reason, units[i].rule = Reason.SAID_BEFORE, "kinds/heading of an entry below"


_AUTHOR = "kinds/author of an entry"
_NEAR, _SHORT = 2, 100
"""Lines below the time of an entry in which its author stands; characters of the longest heading or line of names."""


_ALONE = re.compile(
    r"[\[(](?:\w+ )?(?:music|theme|intro|outro|jingle|applause|laughs|laughter|crosstalk|inaudible|silence|pause"
    r"|ends?|end of (?:tape|interview|transcript|recording))\b[^\[\]()]{0,20}[\])]",
    re.I,
)


def of_transcript(text: str, units: Sequence[Unit], body: int) -> None:
    """What is heard on a tape and nobody says: `[MUSIC]`, `(Applause)`, `[END]` on lines of their own."""
    for unit in units[body:]:
        if (
            unit.role is None
            and unit.reason is None
            and text[unit.start] in "[("
            and (_ALONE.fullmatch(text, unit.start, unit.end) or is_direction(text, unit.start, unit.end))
        ):
            unit.reason, unit.rule = Reason.DIRECTION, "kinds/direction alone"


_NOTES = re.compile(
    r"(?:notes?(?: to| for)? (?:the )?editors?|editors?['’]s? notes?|(?:media|press) (?:contacts?|enquiries)|contacts?"
    r"|(?:for )?(?:any )?(?:more|further) (?:information|details|enquiries)\b[^.!?]{0,60})\W*",
    re.I,
)
_FIRST = 3
"""Lines among which the mark of a release is, and no end."""
_END = re.compile(r"\W*(?:ends?|the end|###)\W*", re.I)


def of_release(text: str, units: Sequence[Unit]) -> None:
    """Of a press release, what speaks to editors behind its end is for them alone. `units`: the page's too."""
    lines = [text[unit.start : unit.end].strip() if unit.end - unit.start < 160 else "" for unit in units]
    marked = any(map(is_release, lines[:_FIRST]))
    end = _first_line(_END, lines, _FIRST)
    notes = _first_line(_NOTES, lines, end or _FIRST)
    if notes is None or not (marked or end is not None):
        return
    for unit in units[notes:]:
        if unit.role is None and unit.reason is None:
            unit.reason, unit.rule = Reason.CONTACT, "kinds/notes to editors"


def _first_line(pattern: re.Pattern[str], lines: Sequence[str], begin: int) -> int | None:
    """Index of the first line from `begin` on that is `pattern`; None if there is none."""
    return next((i for i in range(begin, len(lines)) if pattern.fullmatch(lines[i])), None)
