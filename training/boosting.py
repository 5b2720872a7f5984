"""LightGBM's trees -> the arrays that `audioedition.model.trees` asks. Used by the scripts beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

_COLUMNS = {"feature": np.int16, "threshold": np.float32, "left": np.int16, "right": np.int16, "value": np.float32}


def write(path: Path, *models: Any, **numbers: int) -> None:
    """The trees of the models, one model behind the other, as arrays: one row a tree, one column a node; a leaf leads
    to itself. `numbers` are kept beside them."""
    trees = [tree["tree_structure"] for model in models for tree in model.dump_model()["tree_info"]]
    flat = [_nodes(tree) for tree in trees]
    width = max(map(len, flat))
    held = {name: np.zeros((len(flat), width), dtype) for name, dtype in _COLUMNS.items()}
    for number, nodes in enumerate(flat):
        for at, node in enumerate(nodes):
            for name, value in zip(_COLUMNS, node, strict=True):
                held[name][number, at] = value
    depth = np.int64(max(map(_depth, trees)))
    np.savez_compressed(path, **held, depth=depth, **{name: np.int64(number) for name, number in numbers.items()})
    print(f"{path}: {len(flat)} trees, {path.stat().st_size} bytes")


def _nodes(tree: dict[str, Any]) -> list[list[float]]:
    """(feature, threshold, left, right, value) of every node, the root first."""
    nodes: list[list[float]] = []

    def add(node: dict[str, Any]) -> int:
        at = len(nodes)
        nodes.append([0, 0, at, at, node.get("leaf_value", 0)])
        if "split_feature" in node:
            left, right = add(node["left_child"]), add(node["right_child"])
            # LightGBM compares in double precision: the threshold is rounded down to single, as the rows are single
            threshold = np.float32(node["threshold"])
            if threshold > node["threshold"]:
                threshold = np.nextafter(threshold, np.float32("-inf"))
            nodes[at] = [node["split_feature"], float(threshold), left, right, 0]
        return at

    add(tree)
    return nodes


def _depth(node: dict[str, Any]) -> int:
    return 1 + max(_depth(node["left_child"]), _depth(node["right_child"])) if "split_feature" in node else 0
