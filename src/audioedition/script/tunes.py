"""Lines -> the same lines, each utterance knowing what melody is asked for: headings, lists that go on, and asides."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from ..model import Line, Passage, Role, Tune

_HEADINGS = (Role.HEADLINE, Role.SUBHEAD)
_ENDS = ".!?…:"
_CLOSERS = "\"'”’»)] \t\n"
_BETWEEN_DASHES = re.compile(r"(?<=\s[—–]\s)[^—–.!?]+(?=\s[—–]\s)")
"""`The work — the largest since the war — would cost little`, as it is said."""
_IN_BRACKETS = re.compile(r"(?<=\s)\((?=[^()]*[^\s\d()+-])[^()]+\)(?!\w)")
"""`It cost 300 dollars (£173)`, as it is written; not `f(x)`, `(555) 0123`."""


def with_tunes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines: headlines and subheads as headings, rows after which others follow as items, and what is set off."""
    after = [*lines[1:], None]
    return tuple(_with(line, _tune(line, later), asides(line)) for line, later in zip(lines, after, strict=True))


def _with(line: Line, tune: Tune, between: tuple[tuple[int, int], ...]) -> Line:
    if not tune and not between:
        return line
    return dataclasses.replace(line, utterance=dataclasses.replace(line.utterance, tune=tune, asides=between))


def asides(line: Line) -> tuple[tuple[int, int], ...]:
    """(start, end) in what is said of all that stands in brackets or between two dashes; nothing that is all of it."""
    found = [m.span() for m in _BETWEEN_DASHES.finditer(line.spoken)]
    for bracket in _IN_BRACKETS.finditer(line.text):
        inside = [w for w in line.words if bracket.start() < w.source_start and w.source_end < bracket.end()]
        if inside and len(inside) < len(line.words):
            found.append((inside[0].start, inside[-1].end))
    return tuple(sorted(found))


def _tune(line: Line, after: Line | None) -> Tune:
    if line.role in _HEADINGS:
        return Tune.HEADING
    return Tune.ITEM if after is not None and _row(line) and _row(after) else Tune.PLAIN


def _row(line: Line) -> bool:
    """Whether it is a row of a list: told so, or a paragraph of the story that ends without a stop."""
    if line.passage is Passage.LIST:
        return True
    return line.role == Role.BODY and not line.passage and line.spoken.rstrip(_CLOSERS)[-1:] not in _ENDS
