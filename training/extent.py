"""Trains the model of a story's extent: labelled texts -> `src/audioedition/segmentation/extent.npz`.

    pip install -e . lightgbm==4.6.0
    python training/extent.py LABELLED.jsonl [...] [-o FILE]

A row of the input is one text: `{"site": "…", "weight": 1.0, "lines": ["…", …], "labels": "PPPFF…"}`; a letter a line:
`P` the story (headline, byline, body), `F` the page around it, `-` not known. docs/segmentation.md says what the
weights that come with the program were trained on. Printed are the figures on texts of sites that the model has not
seen (three folds by site). The same texts give the same file, byte for byte.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from audioedition.segmentation import extent, extent_features

PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.08,
    "num_leaves": 15,
    "min_data_in_leaf": 15,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 3,
    "max_bin": 63,
    "force_col_wise": True,
    "deterministic": True,
    "num_threads": 1,
    "seed": 3,
    "verbose": -1,
}
TREES = 150
BODY = 2.0
"""A line of the story that is taken for the page counts as much as this many of the other mistakes."""
COURSE = (0.05, 0.2, 0.02, 0.5, 0.5)
"""`extent.Course`, chosen on the folds."""
FOLDS = 3


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("labelled", nargs="+", type=Path)
    ask.add_argument("-o", "--output", type=Path, default=Path(extent.__file__).with_name("extent.npz"))
    given = ask.parse_args()
    texts = [json.loads(line) for path in given.labelled for line in path.open(encoding="utf-8")]
    for text in texts:
        text["rows"] = np.asarray(extent_features.rows(text["lines"]), dtype=np.float32)
    report(texts)
    write(fit(texts), given.output)


def fit(texts: list[dict[str, Any]]) -> Any:
    labels = [np.frombuffer(text["labels"].encode(), dtype="S1") for text in texts]
    page = np.concatenate([label == b"F" for label in labels]).astype(float)
    weight = np.concatenate([np.where(label == b"-", 0, t["weight"]) for label, t in zip(labels, texts, strict=True)])
    weight *= np.where(page > 0, 1.0, BODY)
    known = weight > 0
    rows = np.concatenate([text["rows"] for text in texts])
    data = lightgbm.Dataset(rows[known], page[known], weight=weight[known])
    return lightgbm.train(PARAMETERS, data, TREES)


def report(texts: list[dict[str, Any]]) -> None:
    """Recall of the page and lines of the story lost, every text scored by a model that has not seen its site."""
    fold = [int(hashlib.md5(text["site"].encode()).hexdigest(), 16) % FOLDS for text in texts]
    page = found = story = lost = 0
    for number in range(FOLDS):
        model = fit([t for t, f in zip(texts, fold, strict=True) if f != number])
        for text in (t for t, f in zip(texts, fold, strict=True) if f == number):
            odds = extent.with_hits(model.predict(text["rows"], raw_score=True), text["rows"])
            chances = extent.course(odds, extent.Course(*COURSE))
            for line, label, chance in zip(text["lines"], text["labels"], chances, strict=True):
                dropped = extent.is_beside(line, chance)
                page, found = page + (label == "F"), found + (label == "F" and dropped)
                story, lost = story + (label == "P"), lost + (label == "P" and dropped)
    print(f"page: {found} of {page} lines silent; story: {lost} of {story} lines lost")


def write(model: Any, path: Path) -> None:
    """The trees as arrays: one row a tree, one column a node, inner nodes first; a leaf leads to itself."""
    trees = [tree["tree_structure"] for tree in model.dump_model()["tree_info"]]
    flat = [_nodes(tree) for tree in trees]
    width = max(map(len, flat))
    held = {name: np.zeros((len(flat), width), dtype) for name, dtype in _COLUMNS.items()}
    for number, nodes in enumerate(flat):
        for at, node in enumerate(nodes):
            for name, value in zip(_COLUMNS, node, strict=True):
                held[name][number, at] = value
    depth = max(map(_depth, trees))
    np.savez_compressed(path, depth=np.int64(depth), course=np.array(COURSE), **held)
    print(f"{path}: {len(flat)} trees, {path.stat().st_size} bytes")


_COLUMNS = {"feature": np.int16, "threshold": np.float32, "left": np.int16, "right": np.int16, "value": np.float32}


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
            nodes[at] = [node["split_feature"], float(threshold), left, right, 0]
        return at

    add(tree)
    return nodes


def _depth(node: dict[str, Any]) -> int:
    return 1 + max(_depth(node["left_child"]), _depth(node["right_child"])) if "split_feature" in node else 0


if __name__ == "__main__":
    main()
