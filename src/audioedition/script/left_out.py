"""A table that is left out: where it stands a word says that there is one, since listeners cannot see it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from ..lexis.wordings import AUTO, wording
from ..model import Dropped, Line, Reason, Role, Script
from .introducing import added

_FEW = 2
"""Rows that are no table worth a word."""
_STORY = (Role.BODY, Role.QUOTE, Role.SUBHEAD)


def tables_told(script: Script, setting: str, narrate: Callable[[str], Line], pause_ms: int) -> Script:
    """The script with a line for each table of the story that is left out: `A table follows in the printed edition.`

    `setting`: what is said, `auto` for the wording of the article's language, empty for nothing; `pause_ms` follows.
    """
    words = wording("table", script.article.language) if setting == AUTO else setting
    if not words or sum(part.reason is Reason.TABLE for part in script.dropped) <= _FEW:
        return script
    out: list[Line] = []
    rows: list[Dropped] = []

    def close() -> None:
        """Say that there was a table, if there was one, behind something of the story."""
        if len(rows) > _FEW and out and any(line.role in _STORY for line in out):
            line = added(narrate(words), out[-1], words, pause_ms)
            out.append(dataclasses.replace(line, start=rows[0].start, end=rows[0].start, rule="left out/table"))
        rows.clear()

    for part in script.parts:
        if isinstance(part, Line):
            close()
            out.append(part)
        elif part.reason is Reason.TABLE:
            rows.append(part)
    close()
    return dataclasses.replace(script, segments=tuple(out))
