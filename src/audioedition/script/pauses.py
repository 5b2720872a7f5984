"""Lines + a sound design -> the silence after each line.

The pauses are those of the field (docs/sound.md); audio/sound.toml changes them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from itertools import pairwise

from ..model import Line, Passage, Role
from ..settings.sounddesign import PauseSettings, SoundDesign

_MARKS = ((".!?…。！？؟।", "sentence"), (";:—–", "clause"), (",،、", "comma"))
"""What a line ends on -> key of `PauseSettings`."""
_CLOSERS = "\"'”’»)]}*_ \t\n"
_ANNOUNCEMENT = "announcement"
_AFTER = {
    Role.HEADLINE: "headline",
    Role.DECK: "deck",
    Role.BYLINE: "byline",
    Role.TIMESTAMP: "byline",
    Role.DATELINE: "dateline",
    Role.SUBHEAD: "subhead",
}
"""Role of a line -> key of `PauseSettings`."""


def pauses(lines: Sequence[Line], sound: SoundDesign) -> tuple[int, ...]:
    """Milliseconds of silence after each line.

    Decided by what the line is, what follows, whether the voice changes, and the mark it ends on. A line that is not
    spoken gets 0, and so does the last that is: what follows it is the file's tail.
    """
    result = [0] * len(lines)
    spoken = [i for i, line in enumerate(lines) if line.spoken.strip()]
    for i, j in pairwise(spoken):
        result[i] = _pause(lines[i], lines[j], sound.pauses)
    return tuple(result)


def with_pauses(lines: Sequence[Line], sound: SoundDesign) -> tuple[Line, ...]:
    """The lines, each knowing the silence after it."""
    return tuple(dataclasses.replace(line, pause_ms=ms) for line, ms in zip(lines, pauses(lines, sound), strict=True))


def _pause(line: Line, after: Line, p: PauseSettings) -> int:
    if line.role == _ANNOUNCEMENT:
        return p.announcement
    if after.role == _ANNOUNCEMENT:
        return p.section
    same_paragraph = line.paragraph == after.paragraph and _block(line.role) == _block(after.role)
    if same_paragraph:
        if line.voice != after.voice:
            return p.voice
        return _by_mark(line.text, p)
    if line.passage and line.passage == after.passage:
        return p.clause if line.passage is Passage.VERSE else p.sentence
    if line.role in _AFTER:
        return int(getattr(p, _AFTER[Role(line.role)]))
    if after.role in (Role.SUBHEAD, Role.CAPTION, Role.CORRECTION) and after.role != line.role:
        return p.section
    return p.paragraph


def _block(role: str) -> str:
    """Quotations stand in the body; every other role is a block of its own."""
    return "body" if role == Role.QUOTE else role


def _by_mark(text: str, p: PauseSettings) -> int:
    last = text.rstrip(_CLOSERS)[-1:]
    return next((int(getattr(p, name)) for marks, name in _MARKS if last and last in marks), p.word)
