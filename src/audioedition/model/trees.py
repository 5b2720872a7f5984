"""Boosted trees as arrays: what `training/` learned, told in numbers and asked with numpy alone."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Trees:
    """The weights of a model: one row a tree, one column a node; a leaf leads to itself."""

    feature: NDArray[np.int16]
    threshold: NDArray[np.float32]
    left: NDArray[np.int16]
    right: NDArray[np.int16]
    value: NDArray[np.float32]
    depth: int
    """Steps from the root to the deepest leaf."""

    def leaves(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """The value of the leaf of every tree (column) that every row of features falls into; their sum is log-odds."""
        import numpy as np

        root, feature, threshold, below, value = self._flat
        values, row = rows.ravel(), (np.arange(len(rows)) * rows.shape[1])[:, None]
        node = np.broadcast_to(root, (len(rows), len(root)))
        for _ in range(self.depth):
            goes_left = values.take(row + feature.take(node)) <= threshold.take(node)
            node = below.take(2 * node + goes_left)
        return value.take(node).astype(np.float64)

    @functools.cached_property
    def _flat(self) -> tuple[NDArray[Any], ...]:
        """All trees in one row: the root of each, and of every node its feature, its threshold, what is on its right
        and on its left, and its value. Places are as wide as numpy wants them: it would widen them at every step."""
        import numpy as np

        count, width = self.value.shape
        root = np.arange(count) * width
        right, left = (side.ravel() + np.repeat(root, width) for side in (self.right, self.left))
        below = np.stack((right, left), axis=1).ravel()
        return root, self.feature.ravel().astype(np.intp), self.threshold.ravel(), below, self.value.ravel()


def load(path: Path) -> tuple[Trees, dict[str, int]]:
    """The trees in a file that `training/boosting.py` has written, and the other numbers in it."""
    import numpy as np

    with np.load(path, allow_pickle=False) as data:
        arrays = {name: data[name] for name in data.files if data[name].ndim}
        numbers = {name: int(data[name]) for name in data.files if not data[name].ndim}
    return Trees(**arrays, depth=numbers.pop("depth")), numbers
