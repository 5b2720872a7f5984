"""Letters to the editor: who wrote one is said before it, as on air, not below it, as in print.

`From Ann Orr, Wexle: Sir, the ferry must stay.` The line below the letter is then left out. A letter begins behind a
heading, behind the names below the one before it, or with the story.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from ..facts.capitals import title_case
from ..lexis.wordings import wording
from ..model import Dropped, Line, Reason, Role, Script
from ..segmentation.letters import WRITER
from ..segmentation.signing import LIVES
from .introducing import added

_SIGNED = (WRITER, LIVES)
_LETTER = (Role.BODY, Role.QUOTE)


def writers_first(script: Script, narrate: Callable[[str], Line], pause_ms: int) -> Script:
    """The script with the writer of each letter said before it; `pause_ms` follows. Any other script stays as it is."""
    if not any(line.rule == WRITER for line in script.segments):
        return script
    out: list[Line] = []
    dropped = list(script.dropped)
    letter: list[Line] = []
    signed: list[Line] = []

    def close() -> None:
        """Put what has been collected of a letter into the script."""
        if letter and signed:
            names = ", ".join(title_case(line.text.strip(" –—-,.")) for line in signed)
            words = wording("letter", script.article.language).format(names=names)
            out.append(added(narrate(words), letter[0], words, pause_ms))
            dropped.extend(
                Dropped(line.start, line.end, line.text, Reason.SAID_BEFORE, "writers/first") for line in signed
            )
        out.extend(letter if letter else signed)
        letter.clear()
        signed.clear()

    for line in script.segments:
        if line.rule in _SIGNED:
            signed.append(line)
            continue
        if signed or line.role not in _LETTER:
            close()
        (letter if line.role in _LETTER else out).append(line)
    close()
    return dataclasses.replace(script, segments=tuple(out), dropped=tuple(sorted(dropped, key=lambda part: part.start)))
