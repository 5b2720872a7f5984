"""Boosted trees as arrays: what `training/` learned, told in numbers and asked with numpy alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
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

        count, width = self.value.shape
        base = np.arange(count, dtype=np.int32) * width
        feature, threshold = self.feature.ravel(), self.threshold.ravel()
        left, right = (side.ravel() + np.repeat(base, width) for side in (self.left, self.right))
        values, row = rows.ravel(), (np.arange(len(rows), dtype=np.int32) * rows.shape[1])[:, None]
        node = np.broadcast_to(base, (len(rows), count))
        for _ in range(self.depth):
            goes_left = values.take(row + feature.take(node)) <= threshold.take(node)
            node = np.where(goes_left, left.take(node), right.take(node))
        return self.value.ravel().take(node).astype(np.float64)


def load(path: Path) -> tuple[Trees, dict[str, int]]:
    """The trees in a file that `training/boosting.py` has written, and the other numbers in it."""
    import numpy as np

    with np.load(path, allow_pickle=False) as data:
        arrays = {name: data[name] for name in data.files if data[name].ndim}
        numbers = {name: int(data[name]) for name in data.files if not data[name].ndim}
    return Trees(**arrays, depth=numbers.pop("depth")), numbers
