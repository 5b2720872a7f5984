"""The paragraphs of a text -> which of them are the story: where it begins, is interrupted and ends.

Decided once for the whole text, as a sequence, before anything else. A small model (boosted trees, `extent.npz`, made
by `training/extent.py`) says for every line how likely it is that it belongs to the page and not to the story; then
the likeliest course is found for the lines together: a story, interruptions, and an end behind which nothing of the
story comes any more. A line of the story that is dropped is the worst mistake: what is not nearly sure is read.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..facts import furniture
from ..model import Reason
from . import extent_features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DOUBTFUL = 0.3
"""From this chance on an editor is told."""
_SURE = 0.8
_SURE_SENTENCE = 0.995
_SURE_PARAGRAPH = 0.9995
_LONG = 20
"""Words of a line from which on it is as good as never left out."""
_MOST = 1500
"""Lines of the longest text that can be a page: longer ones are books."""
_HIT_ODDS = 3.5
"""Least log-odds of a line that a rule calls the page's."""
_EVIDENCE = 2
"""Lines that can only be a page's, that a text must have before its other lines are in question."""
_NO_PAGE = (Reason.ORNAMENT, Reason.CREDITS, Reason.PHOTO_CREDIT, Reason.SECTION)
"""What also stands in clean copy."""


@dataclass(frozen=True, slots=True)
class Trees:
    """The model's weights: one row a tree, one column a node; a leaf leads to itself."""

    feature: NDArray[np.int16]
    threshold: NDArray[np.float32]
    left: NDArray[np.int16]
    right: NDArray[np.int16]
    value: NDArray[np.float32]
    depth: int
    course: Course


@dataclass(frozen=True, slots=True)
class Course:
    """How stories and pages follow each other: the chances of a change, and tempering."""

    interrupted: float
    resumed: float
    ended: float
    trust: float
    """How much of the trees' log-odds counts: neighbouring lines' evidence is not independent."""
    prior: float


def beside(lines: Sequence[str]) -> list[float]:
    """For every line the chance, from 0 to 1, that it is not the story but the page around it.

    All zero for a text without any sign of a page: clean copy is read whole.
    """
    if len(lines) > _MOST or sum(_speaks_of_a_page(line) for line in lines) < _EVIDENCE:
        return [0.0] * len(lines)
    import numpy as np

    trees = _trees()
    rows = np.asarray(extent_features.rows(lines), dtype=np.float32)
    return [float(chance) for chance in course(with_hits(_odds(rows, trees), rows), trees.course)]


def is_beside(line: str, chance: float) -> bool:
    """Whether a line is left out. Losing a sentence of the story is worse than hearing one of the page."""
    if len(line.split()) > _LONG:
        return chance >= _SURE_PARAGRAPH
    return chance >= (_SURE_SENTENCE if extent_features.is_sentence(line) else _SURE)


def _speaks_of_a_page(line: str) -> bool:
    found = furniture.decide(line)
    return found is not None and found.outcome not in _NO_PAGE


def _odds(rows: NDArray[np.float32], trees: Trees) -> NDArray[np.float64]:
    """Log-odds of every row: the sum of the leaves that it falls into."""
    import numpy as np

    number = np.arange(len(trees.value))
    line = np.arange(len(rows))[:, None]
    node = np.zeros((len(rows), len(trees.value)), dtype=np.intp)
    for _ in range(trees.depth):
        goes_left = rows[line, trees.feature[number, node]] <= trees.threshold[number, node]
        node = np.where(goes_left, trees.left[number, node], trees.right[number, node])
    total: NDArray[np.float64] = trees.value[number, node].sum(axis=1, dtype=np.float64)
    return total


def with_hits(odds: NDArray[np.float64], rows: NDArray[np.float32]) -> NDArray[np.float64]:
    """The odds, lines that rules call the page's surely among them."""
    import numpy as np

    return np.where(rows[:, extent_features.HIT] > 0, np.maximum(odds, _HIT_ODDS), odds)


def course(odds: NDArray[np.float64], change: Course) -> NDArray[np.float64]:
    """Chance of every line not to be the story, all lines considered (forward-backward over three states).

    States: the story, an interruption of it, and what stands behind its end.
    """
    import numpy as np

    step = np.array(
        [
            [1 - change.interrupted - change.ended, change.interrupted, change.ended],
            [change.resumed, 1 - change.resumed - change.ended, change.ended],
            [0.0, 0.0, 1.0],
        ]
    )
    tempered = np.clip(change.trust * odds - change.prior, -12, 12)
    seen = np.exp(np.stack([np.zeros_like(tempered), tempered, tempered], axis=1))
    forward, backward = np.empty_like(seen), np.ones_like(seen)
    state = np.array([0.6, 0.4, 0.0])
    for i, evidence in enumerate(seen):
        state = (state @ step if i else state) * evidence
        state /= state.sum()
        forward[i] = state
    for i in range(len(seen) - 2, -1, -1):
        backward[i] = step @ (seen[i + 1] * backward[i + 1])
        backward[i] /= backward[i].sum()
    both = forward * backward
    result: NDArray[np.float64] = 1 - both[:, 0] / both.sum(axis=1)
    return result


@functools.cache
def _trees() -> Trees:
    import numpy as np

    with np.load(Path(__file__).with_name("extent.npz"), allow_pickle=False) as data:
        held: dict[str, Any] = {name: data[name] for name in data.files}
    course = Course(*(float(value) for value in held.pop("course")))
    return Trees(**held | {"depth": int(held["depth"])}, course=course)
