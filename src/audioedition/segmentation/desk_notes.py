"""Lines that stand in copy for the desk and for nobody else: `[PIC]`, `[NOTE TO SUB: check]`, `(MORE)`, `412 words`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..facts import sentences
from ..lexis.tables import Lexis, derived
from ..model import Reason
from .roles import Unit

_MORE = re.compile(r"[\W_]{0,3}(?:more|more follows|more to follow|mf)[\W_]{0,3}", re.I)
_COUNT = re.compile(r"\W?(?:words?:? ?|word count:? ?)?\d{2,5}(?: words)?\W?", re.I)
_SLUG = 6
"""Words of the longest line that names a story again at the head of its next page."""


@derived
def _notes(lexis: Lexis) -> re.Pattern[str]:
    words = sorted((row["word"] for row in lexis.everywhere("instructions")), key=len, reverse=True)
    starts = "|".join(map(re.escape, words))
    return re.compile(rf"\[\s?(?:{starts})(?:\s?[:–—-]\s?[^\[\]\n]{{0,300}}|\s[^\[\]\n]{{0,300}})?\]\W{{0,2}}", re.I)


def of_copy(text: str, units: list[Unit]) -> None:
    """What speaks to the desk is left out: a note alone in its paragraph or at its end, `(MORE)` and the line below it
    that names the story again, and how many words it has."""
    for i in range(len(units) - 1, -1, -1):
        unit = units[i]
        if unit.given or unit.reason:
            continue
        line = text[unit.start : unit.end]
        if _notes().fullmatch(line):
            unit.reason, unit.rule = Reason.PAGE_HEADER, "desk note/alone"
        elif line.endswith("]") and (start := _at_end(line)):
            units[i : i + 1] = _parted(text, unit, unit.start + start)
    _leave_out_pages(text, units)
    _leave_out_count(text, units)


def _at_end(line: str) -> int:
    """Where a note begins that stands behind the last sentence of a paragraph; 0 where none does."""
    start = line.rfind("[")
    ended = start > 0 and sentences.ends_at(line, len(line[:start].rstrip()) - 1)
    return start if ended and _notes().fullmatch(line, start) else 0


def _parted(text: str, unit: Unit, start: int) -> list[Unit]:
    end = unit.start + len(text[unit.start : start].rstrip())
    note = Unit(start, unit.end, None, Reason.PAGE_HEADER, rule="desk note/at the end")
    return [Unit(unit.start, end, unit.role, rule=unit.rule, beside=unit.beside, passage=unit.passage), note]


def _leave_out_pages(text: str, units: Sequence[Unit]) -> None:
    for i, unit in enumerate(units):
        if not _MORE.fullmatch(text, unit.start, unit.end):
            continue
        unit.role, unit.reason, unit.rule = None, Reason.PAGE_HEADER, "desk note/more follows"
        below = units[i + 1] if i + 1 < len(units) else None
        line = text[below.start : below.end] if below else ""
        if below and not below.reason and len(line.split()) <= _SLUG and re.search(r"\d", line) and line[:1].isupper():
            below.role, below.reason, below.rule = None, Reason.PAGE_HEADER, "desk note/head of the next page"


def _leave_out_count(text: str, units: Sequence[Unit]) -> None:
    last = next((unit for unit in reversed(units) if not unit.reason), None)
    if last and "ord" in text[last.start : last.end] and _COUNT.fullmatch(text, last.start, last.end):
        last.role, last.reason, last.rule = None, Reason.PAGE_HEADER, "desk note/number of words"
