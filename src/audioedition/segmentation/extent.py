"""The paragraphs of a text -> which of them are the story: where it begins, is interrupted and ends.

Decided once for the whole text, before anything else. A small model (boosted trees, `extent.npz`, made by
`training/extent.py`) says for every line, from what it is and what stands around it, how likely it is that it belongs
to the page and not to the story. A line of the story that is dropped is the worst mistake: what is not nearly sure is
read.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..facts import furniture
from ..model import Reason, trees
from . import extent_features
from .prose import ends, is_sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DOUBTFUL = 0.3
"""From this chance on an editor is told."""


class _Limits(NamedTuple):
    """From which chances on a line is left out."""

    short: float
    headline: float
    """... one without a stop that is longer than most subheads and as long as other stories' headlines are, or with
    what stands below them."""
    sentence: float
    paragraph: float


_ABOVE, _BETWEEN = _Limits(0.93, 0.85, 0.93, 0.93), _Limits(0.94, 0.85, 0.92, 0.92)
_BELOW = _Limits(0.9, 0.8, 0.92, 0.94)
"""Above the first sentence that is likely the story's, between two such, where short lines are its subheads, and below
the last. Chosen on sites that the trees had not seen: of 208, 524, 11 and 9 lines of stories above, 737, 82, 1,299 and
3,575 between and 324, 29, 47 and 41 below they leave out 11, 1, 1, 0; 9, 3, 0, 0; 14, 0, 1, 0, before any is spared."""
_CAPTION = 0.5
"""From this chance on a line belongs to a picture. Of 5,515 lines of the story three were likelier, on unseen sites."""
_SHORTEST = 5
"""Words of the shortest line that is asked as a full sentence is: `Judgment is due on May 3.`"""
EVEN = 0.5
"""Chance below which a line is likelier the story's than the page's."""
_HEADLINE = 9
"""Words of the shortest line that is sooner another story's headline than a subhead."""
_LONG = 20
"""Words of a line from which on it is a paragraph."""
_MOST = 1500
"""Lines of the longest text that can be a page: longer ones are books."""
_HIT_ODDS = 3.5
"""Least log-odds of a line that a rule calls the page's."""
_EVIDENCE = 2
"""Lines that can only be a page's, that a text must have before its other lines are in question."""
_CLEAN = (Reason.ORNAMENT, Reason.CREDITS, Reason.PHOTO_CREDIT, Reason.SECTION)
"""What also stands in clean copy."""


class Beside(NamedTuple):
    """Whether a line is the page around the story."""

    chance: float
    """From 0 to 1."""
    caption: float = 0.0
    """The chance that it belongs to a picture."""


NO_PAGE = Beside(0.0)


def beside(lines: Sequence[str]) -> list[Beside]:
    """For every line the chance that it is not the story but the page around it.

    All zero for a text without any sign of a page: clean copy is read whole.
    """
    if not is_a_page(lines):
        return [NO_PAGE] * len(lines)
    import numpy as np

    model, numbers = _trees()
    rows = extent_features.rows(lines)
    leaves, captions_from = model.leaves(rows), -numbers["captions"]  # the trees at the end tell captions
    page, caption = leaves[:, :captions_from].sum(axis=1), leaves[:, captions_from:].sum(axis=1)
    captions = 1 / (1 + np.exp(-caption))
    return [Beside(float(a), float(b)) for a, b in zip(chances(page, rows), captions, strict=True)]


def is_a_page(lines: Sequence[str]) -> bool:
    """Whether some lines of a text can only be a page's: else it is clean copy."""
    return len(lines) <= _MOST and sum(_speaks_of_a_page(line) for line in lines) >= _EVIDENCE


def are_beside(lines: Sequence[str], chances: Sequence[float]) -> list[bool]:
    """Which lines are left out. Losing a line of the story is worse than hearing one of the page; of short lines most
    are lost between its sentences."""
    if not any(chances):
        return [False] * len(lines)  # clean copy
    told = [i for i, line in enumerate(lines) if chances[i] < EVEN and is_sentence(line)]
    first, last = (told[0], told[-1]) if told else (len(lines), -1)
    places = (_ABOVE if i < first else _BELOW if i > last else _BETWEEN for i in range(len(lines)))
    return [chance >= _limit(line, place) for line, place, chance in zip(lines, places, chances, strict=True)]


def _limit(line: str, limits: _Limits) -> float:
    words = len(line.split())
    if words >= _HEADLINE and not ends(line) and (words <= _LONG or not _STOP_INSIDE.search(line)):
        return limits.headline
    if words > _LONG:
        return limits.paragraph
    return limits.sentence if is_sentence(line, _SHORTEST) else limits.short


_STOP_INSIDE = re.compile(r"[.!?]['\"’”)]* [^\W\d_a-z]")
"""Where a sentence ends inside a line."""


def is_caption(beside: Beside) -> bool:
    """Whether a line belongs to a picture."""
    return beside.caption >= _CAPTION


def _speaks_of_a_page(line: str) -> bool:
    found = furniture.decide(line)
    return found is not None and found.outcome not in _CLEAN


def chances(odds: NDArray[np.float64], rows: NDArray[np.float32]) -> NDArray[np.float64]:
    """Log-odds -> chances; lines that rules call the page's surely among them, but for the rows of a list."""
    import numpy as np

    hits = (rows[:, extent_features.HIT] > 0) & (rows[:, extent_features.LISTED] == 0)
    with_hits = np.where(hits, np.maximum(odds, _HIT_ODDS), odds)
    result: NDArray[np.float64] = 1 / (1 + np.exp(-with_hits))
    return result


@functools.cache
def _trees() -> tuple[trees.Trees, dict[str, int]]:
    return trees.load(Path(__file__).with_name("extent.npz"))
