"""What goes with a pasted page only for what stands around it: of what reads like the story, no more than a little.

No rule knows such a line by its own words; the line model has weighed its place. Between sentences of the story a page
has hardly ever more than two of them; where it seems to have more, they are read. Above and below, where a page may
have the beginnings of many stories, they go, and whoever makes the edition is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..facts import bylines, captions, corrections, furniture
from ..model import Doubt, Dropped, Passage
from .extent import EVEN, Beside, is_caption
from .prose import ends, is_sentence

MOST = 2
"""So many lines that read like the story may go unsaid. Of 118 pages that people had labelled five had one such line
between the story's sentences, none had two, and all were the page's."""
MAY_BE = "may be the story, not the page"
_SHOWN = 60
"""Characters of the line that is shown of those that went."""


def is_prose(line: str, beside: Beside) -> bool:
    """Whether a line reads like a story's, and no rule says that it is the page's or a picture's."""
    return (
        is_sentence(line)
        and not is_caption(beside)
        and furniture.decide(line) is None
        and not captions.is_caption(line)
    )


def spare(beside: list[bool], lines: Sequence[str], found: Sequence[Beside]) -> None:
    """Of more than a little prose in one place between sentences of the story nothing goes."""
    story = [i for i, it in enumerate(found) if it.chance < EVEN and is_sentence(lines[i])]
    for run in runs(beside, range(story[0], story[-1]) if story else range(0)):
        prose = [i for i in run if is_prose(lines[i], found[i])]
        if len(prose) > MOST:
            for i in prose:
                beside[i] = False


def runs(holds: Sequence[bool], within: range) -> Iterator[range]:
    """The runs of lines next to each other of which something holds."""
    begin = within.start
    for i in (*within, within.stop):
        if i == within.stop or not holds[i]:
            if begin < i:
                yield range(begin, i)
            begin = i + 1


def doubts(line: str, beside: Beside) -> tuple[Doubt, ...]:
    """What an editor is told of a line that is left out."""
    return (Doubt(line, "", MAY_BE, 1 - beside.chance),) if is_prose(line, beside) else ()


def notes(dropped: Iterable[Dropped]) -> Iterator[str]:
    """What whoever makes the edition is told of the parts that went though they read like a story's."""
    out = [part.text for part in dropped if any(doubt.why == MAY_BE for doubt in part.doubts)]
    if len(out) > MOST:
        shown = out[0] if len(out[0]) <= _SHOWN else out[0][:_SHOWN].rsplit(" ", 1)[0] + " …"
        yield f"{len(out)} lines that read like a story are left out with the page (“{shown}”): script --why shows them"


_NUMBERED = re.compile(r"\d{1,2}[.)] ")
_TAIL, _SURE, _LIKELY, _FEW = 3, 0.95, 0.65, 12
"""So many lines that are surely the page's make what stands below the story its foot; least chance, and most words, of
a line that goes because nothing of the story is below it. Of 190 labelled pages 41 lines more of the page went so, and
of the story none."""


def leave_foot(
    beside: list[bool], lines: Sequence[str], found: Sequence[Beside], rows: Sequence[Passage | None]
) -> None:
    """Right below the story, a line that heads nothing of it is the page's: `Buses`, `COUNCIL`, above its menus. Not
    the row of a list, nor a name, which may be who wrote it, nor a correction."""
    foot = 0
    for i in range(len(lines) - 1, 0, -1):
        if not beside[i] and (
            foot < _TAIL
            or found[i].chance < _LIKELY
            or rows[i] is not None
            or rows[i - 1] is not None
            or not _heads_nothing(lines[i])
        ):
            return
        beside[i] = True
        foot += found[i].chance >= _SURE


def _heads_nothing(line: str) -> bool:
    """Whether a line is short, and neither a sentence, the next of a numbered list, a name nor a correction."""
    return not (
        len(line.split()) > _FEW
        or ends(line)
        or _NUMBERED.match(line)
        or bylines.read(line) is not None
        or corrections.is_correction(line)
    )
