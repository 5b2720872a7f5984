"""The paragraphs of a text -> which of them are the story: where it begins, is interrupted and ends.

Decided once for the whole text, before anything else. A small model (boosted trees, `extent.npz`, made by
`training/extent.py`) says for every line, from what it is and what stands around it, how likely it is that it belongs
to the page and not to the story. A line of the story that is dropped is the worst mistake: what is not nearly sure is
read.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..facts import furniture
from ..model import Reason
from . import extent_features
from .extent_features import is_sentence as is_sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DOUBTFUL = 0.3
"""From this chance on an editor is told."""
_SURE = 0.92
_SURE_SENTENCE = 0.89
_SURE_PARAGRAPH = 0.95
"""From these chances on a line is left out, chosen on sites that the trees had not seen: a short one, a full sentence,
and a paragraph. Lines of the story looked least like one at .93 (a short one), .80 and .85."""
_CAPTION = 0.4
"""From this chance on a line belongs to a picture. Of lines of the story the likeliest had .32, on unseen sites."""
_LONG = 20
"""Words of a line from which on it is a paragraph."""
_MOST = 1500
"""Lines of the longest text that can be a page: longer ones are books."""
_HIT_ODDS = 3.5
"""Least log-odds of a line that a rule calls the page's."""
_EVIDENCE = 2
"""Lines that can only be a page's, that a text must have before its other lines are in question."""
_NO_PAGE = (Reason.ORNAMENT, Reason.CREDITS, Reason.PHOTO_CREDIT, Reason.SECTION)
"""What also stands in clean copy."""


class Beside(NamedTuple):
    """Whether a line is the page around the story."""

    chance: float
    """From 0 to 1."""
    caption: float = 0.0
    """The chance that it belongs to a picture."""


@dataclass(frozen=True, slots=True)
class Trees:
    """The model's weights: one row a tree, one column a node; a leaf leads to itself."""

    feature: NDArray[np.int16]
    threshold: NDArray[np.float32]
    left: NDArray[np.int16]
    right: NDArray[np.int16]
    value: NDArray[np.float32]
    depth: int
    captions: int
    """So many trees at the end tell captions; those before them tell the page."""


def beside(lines: Sequence[str]) -> list[Beside]:
    """For every line the chance that it is not the story but the page around it.

    All zero for a text without any sign of a page: clean copy is read whole.
    """
    if len(lines) > _MOST or sum(_speaks_of_a_page(line) for line in lines) < _EVIDENCE:
        return [Beside(0.0)] * len(lines)
    import numpy as np

    trees = _trees()
    rows = extent_features.rows(lines)
    leaves = _leaves(rows, trees)
    page, caption = leaves[:, : -trees.captions].sum(axis=1), leaves[:, -trees.captions :].sum(axis=1)
    captions = 1 / (1 + np.exp(-caption))
    return [Beside(float(a), float(b)) for a, b in zip(chances(page, rows), captions, strict=True)]


def is_beside(line: str, chance: float) -> bool:
    """Whether a line is left out. Losing a sentence of the story is worse than hearing one of the page."""
    if len(line.split()) > _LONG:
        return chance >= _SURE_PARAGRAPH
    return chance >= (_SURE_SENTENCE if is_sentence(line) else _SURE)


def is_caption(beside: Beside) -> bool:
    """Whether a line belongs to a picture."""
    return beside.caption >= _CAPTION


def _speaks_of_a_page(line: str) -> bool:
    found = furniture.decide(line)
    return found is not None and found.outcome not in _NO_PAGE


def _leaves(rows: NDArray[np.float32], trees: Trees) -> NDArray[np.float64]:
    """The leaf of every tree (column) that every row falls into."""
    import numpy as np

    count, width = trees.value.shape
    base = np.arange(count, dtype=np.int32) * width
    feature, threshold = trees.feature.ravel(), trees.threshold.ravel()
    left, right = (side.ravel() + np.repeat(base, width) for side in (trees.left, trees.right))
    values, row = rows.ravel(), (np.arange(len(rows), dtype=np.int32) * rows.shape[1])[:, None]
    node = np.broadcast_to(base, (len(rows), count))
    for _ in range(trees.depth):
        goes_left = values.take(row + feature.take(node)) <= threshold.take(node)
        node = np.where(goes_left, left.take(node), right.take(node))
    return trees.value.ravel().take(node).astype(np.float64)


def chances(odds: NDArray[np.float64], rows: NDArray[np.float32]) -> NDArray[np.float64]:
    """Log-odds -> chances; lines that rules call the page's surely among them."""
    import numpy as np

    with_hits = np.where(rows[:, extent_features.HIT] > 0, np.maximum(odds, _HIT_ODDS), odds)
    result: NDArray[np.float64] = 1 / (1 + np.exp(-with_hits))
    return result


@functools.cache
def _trees() -> Trees:
    import numpy as np

    with np.load(Path(__file__).with_name("extent.npz"), allow_pickle=False) as data:
        held: dict[str, Any] = {name: data[name] for name in data.files}
    counts: dict[str, Any] = {name: int(held.pop(name)) for name in ("depth", "captions")}
    return Trees(**held, **counts)
