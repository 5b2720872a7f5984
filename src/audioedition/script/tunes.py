"""Lines -> the same lines, each utterance knowing what melody its place asks for: headings, and lists that go on."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from ..model import Line, Passage, Role, Tune

_HEADINGS = (Role.HEADLINE, Role.SUBHEAD)
_ENDS = ".!?…:"
_CLOSERS = "\"'”’»)] \t\n"


def with_tunes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, headlines and subheads among them as headings, and rows after which others follow as items."""
    after = [*lines[1:], None]
    return tuple(_with(line, _tune(line, later)) for line, later in zip(lines, after, strict=True))


def _with(line: Line, tune: Tune) -> Line:
    return dataclasses.replace(line, utterance=dataclasses.replace(line.utterance, tune=tune)) if tune else line


def _tune(line: Line, after: Line | None) -> Tune:
    if line.role in _HEADINGS:
        return Tune.HEADING
    return Tune.ITEM if after is not None and _row(line) and _row(after) else Tune.PLAIN


def _row(line: Line) -> bool:
    """Whether it is a row of a list: told so, or a paragraph of the story that ends without a stop."""
    if line.passage is Passage.LIST:
        return True
    return line.role == Role.BODY and not line.passage and line.spoken.rstrip(_CLOSERS)[-1:] not in _ENDS
