"""Who wrote a story, where it is said below it: `Stefan Wasmer`, `Par Jacques Munier`, `(KNA, DR)`.

For languages whose papers sign so, and only where the opening names nobody. A name alone has to stand below a sentence
of the story and above what is the page's, or at the end; in the story it is a subhead.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from ..facts import bylines
from ..lexis import first_names
from ..lexis.grammar import capitals_are_names
from ..model import Article, Reason, Role
from .opening import Opening
from .prose import is_sentence
from .roles import Unit

_MOST = 80
"""Characters of the longest signature."""
_BEGUN = 3
"""A story has so many sentences above its signature."""
_CANDIDATES = 6
"""Lines that are tried, from the end."""
_NOTE = re.compile(r"[\[(]\d{1,2}[\])]|\*")
"""The first of the notes below a story."""


def sign(article: Article, units: Sequence[Unit], around: Sequence[Unit], head: Opening) -> None:
    """Make the signature below the story a byline: `head` gets its names, its unit the role.

    `around` is what has been taken for the page's, which may have taken the signature along.
    """
    if article.bylines or head.bylines or not capitals_are_names():
        return
    text = article.text
    every = sorted([*units, *around], key=lambda unit: unit.start)
    lines = [text[unit.start : unit.end] if unit.end - unit.start < 2000 else "" for unit in every]
    body = units[head.body].start if head.body < len(units) else len(text)
    told = [_is_told(unit, line, body) for unit, line in zip(every, lines, strict=True)]
    for i in _below_the_story(every, lines, told)[:_CANDIDATES]:
        ends = i + 1 == len(every) or every[i + 1].reason is not None or _NOTE.match(lines[i + 1]) is not None
        found = _signature(lines[i], every[i], ends=ends)
        if found is not None and not any(_is_in(name, lines[:i]) for name in found):
            _take(head, every[i], found)
            return


def _below_the_story(every: Sequence[Unit], lines: Sequence[str], told: Sequence[bool]) -> list[int]:
    """Indices of the short lines that may be bylines right below a sentence of the story, the last first."""
    so_far = list(itertools.accumulate(told))
    found = []
    for i in range(len(every) - 1, 0, -1):
        above = next((j for j in range(i - 1, max(i - 3, -1), -1) if every[j].reason is None), i - 1)
        if told[above] and so_far[i - 1] >= _BEGUN and len(lines[i]) <= _MOST and bylines.read(lines[i]) is not None:
            found.append(i)
    return found


def _is_told(unit: Unit, line: str, body: int) -> bool:
    """Whether a line is a sentence of the story."""
    return unit.start >= body and unit.reason is None and unit.role is None and (not line or is_sentence(line))


def _signature(line: str, unit: Unit, *, ends: bool) -> tuple[str, ...] | None:
    """The names that a line below a sentence signs with; empty for a desk, None where it is none.

    `ends`: the story ends with it.
    """
    found = bylines.read(line)
    if found is None:
        return None
    if found.how in ("agency", "desk"):
        bracketed = line.startswith("(") and line.endswith(")")
        return found.names if (bracketed or ends) and not unit.reason else None
    guessed = unit.reason is None or unit.rule.startswith("extent")  # no rule says that it is the page's
    if found.how == "bare":
        guessed = guessed and all(first_names.world_gender(name.split()[0]) for name in found.names)
    return found.names if ends and (guessed or found.how == "stated") else None


def _is_in(name: str, lines: Sequence[str]) -> bool:
    """Whether the story speaks of somebody."""
    return any(name in line for line in lines if is_sentence(line))


def _take(head: Opening, unit: Unit, names: tuple[str, ...]) -> None:
    head.bylines = names
    unit.rule = "closing/signature"
    unit.role, unit.reason = (Role.BYLINE, None) if names else (None, Reason.CREDITS)
