"""What kind of article it is, where that changes how its lines are read: letters to the editor, live blogs,
press releases.

docs/segmentation.md has a paragraph on each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..facts import bylines
from ..lexis import first_names
from ..model import Reason, Role
from .roles import CLOCK, Unit

_SALUTATION = re.compile(
    r"(?:SIR|MADAM|Sir|Madam|Dear (?:Sir|Madam|Editor|Sirs)|To the [Ee]ditor|Editor)(?: or Madam)?\s?[,:.–—-]"
)
_HEADING = re.compile(r"(?:your |readers['’]? )?letters?(?: to the editor| page)?|(?:your|readers['’]?) views", re.I)
_NAME = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Rev|Prof|Sir|Dame|Cllr)\.? )?[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,3}"
_SIGNATURE = re.compile(rf"(?P<name>{_NAME})(?:,? [^\W\d_a-z][\w’' -]*(?:,? [^\W\d_a-z][\w’' -]*){{0,3}})?\.?")
_ENTRY = re.compile(rf"{CLOCK.pattern}\s*[|·–—-]?\s*(?={_NAME}\Z)")


def of_letters(text: str, units: Sequence[Unit], body: int) -> None:
    """In letters to the editor: what stands alone between two letters is a heading, quoted words are the writer's.

    They are letters where a salutation opens a paragraph, or under such a headline where names are signed below.
    """
    lines = [" ".join(text[unit.start : unit.end].split()) if unit.end - unit.start < 400 else "" for unit in units]
    signed = {i for i in range(body + 1, len(units)) if _is_signature(lines[i])}
    greeted = any(_SALUTATION.match(text, unit.start) for unit in units[body:])
    if not greeted and not (signed and _is_headed(units, lines)):
        return
    for i in range(body, len(units)):
        units[i].is_letter = True
        begins_letter = i - 1 in signed and i not in signed and i + 1 < len(units)
        if begins_letter and units[i].role is None and _is_heading(lines[i]):
            units[i].role, units[i].rule = Role.SUBHEAD, "kinds/heading of a letter"


def _is_headed(units: Sequence[Unit], lines: Sequence[str]) -> bool:
    """Whether the headline says that letters follow: `Your letters`."""
    return any(unit.role is Role.HEADLINE and _HEADING.fullmatch(line) for unit, line in zip(units, lines, strict=True))


def _is_heading(line: str) -> bool:
    """Whether a line at the beginning of a letter is short and no sentence."""
    return 0 < len(line) <= 80 and re.search(r"[.!?,:]\Z", line) is None


def _is_signature(line: str) -> bool:
    """`Alan Roe, Tarbeg`: a name, perhaps with a place, alone below a letter."""
    found = _SIGNATURE.fullmatch(line) if len(line) <= 70 else None
    if found is None or bylines.is_affiliation(line):
        return False
    first = found["name"].split()[0].rstrip(".")
    return first_names.gender(first) is not None or "," in line or first in ("Mr", "Mrs", "Ms", "Miss", "Dr", "Rev")


def of_live_blog(text: str, units: list[Unit], body: int) -> None:
    """In a live blog the time heads an entry, and whoever wrote it is not said: `14:46 Ana Reid`."""
    entries = [
        (i, found)
        for i, unit in enumerate(units[body:], body)
        if unit.role is None and unit.reason is None and (found := _ENTRY.match(text, unit.start, unit.end))
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
