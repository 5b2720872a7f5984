"""Trains the model of a story's extent: labelled texts -> `src/audioedition/segmentation/extent.npz`.

    pip install -e . lightgbm==4.7.0
    python training/extent.py LABELLED.jsonl [...] [-o FILE] [--without PATTERN]

A row of the input is one text: `{"site": "…", "kind": "…", "weight": 1.0, "lines": ["…", …], "labels": "PPCFF…"}`; a
letter a line: `P` the story (headline, byline, body), `F` the page around it, `C` a caption, anything else is not
known. `label_pages.py` makes such rows of web pages; pages read by a person are of the kind `read`.
docs/segmentation.md says what the weights that come with the program were trained on. Printed are the figures on pages
read by a person of sites that the model has not seen (five folds by site), and on everything that was labelled by
machine. The same texts give the same file, byte for byte. `--without`: leaves out the texts of sites whose md5, in hex,
begins with one of these letters, so that something else can be scored on them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from audioedition.segmentation import extent, extent_features

PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.08,
    "num_leaves": 15,
    "max_depth": 6,
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
TREES = 160
CAPTION_TREES = 40
BODY = 2.0
"""A line of the story that is taken for the page counts as much as this many of the other mistakes."""
FOLDS = 5

Text = dict[str, Any]


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("labelled", nargs="+", type=Path)
    ask.add_argument("-o", "--output", type=Path, default=Path(extent.__file__).with_name("extent.npz"))
    ask.add_argument("--without", default="")
    given = ask.parse_args()
    texts = [json.loads(line) for path in given.labelled for line in path.open(encoding="utf-8")]
    texts = [text for text in texts if text["lines"] and _digest(text["site"])[0] not in given.without]
    for text in texts:
        text["rows"] = extent_features.rows(text["lines"])
    report(texts)
    write(fit(texts, "FC", TREES), fit(texts, "C", CAPTION_TREES), given.output)


def _digest(site: str) -> str:
    return hashlib.md5(site.encode()).hexdigest()


def fit(texts: list[Text], sought: str, trees: int) -> Any:
    """Trees that tell lines with one of the labels `sought` from the others."""
    labels = np.concatenate([np.frombuffer(text["labels"].encode(), dtype="S1") for text in texts])
    weight = np.repeat([float(text["weight"]) for text in texts], [len(text["lines"]) for text in texts])
    found = np.isin(labels, [letter.encode() for letter in sought])
    known = np.isin(labels, [b"P", b"F", b"C"])
    weight *= np.where(labels == b"P", BODY, 1.0)
    data = lightgbm.Dataset(
        np.concatenate([text["rows"] for text in texts])[known], found[known].astype(float), weight=weight[known]
    )
    return lightgbm.train(PARAMETERS, data, trees)


def report(texts: list[Text]) -> None:
    """Lines of the page that are silent and lines of the story that are lost, each text by a model without its site."""
    fold = [int(_digest(text["site"]), 16) % FOLDS for text in texts]
    count: Counter[tuple[str, ...]] = Counter()
    for number in range(FOLDS):
        model = fit([t for t, f in zip(texts, fold, strict=True) if f != number], "FC", TREES)
        for text in (t for t, f in zip(texts, fold, strict=True) if f == number):
            chances = extent.chances(model.predict(text["rows"], raw_score=True), text["rows"])
            who = (text["kind"], "en" if text.get("lang", "en") == "en" else "other")
            for line, label, chance in zip(text["lines"], text["labels"], chances, strict=True):
                count[*who, label] += 1
                count[*who, label, "silent"] += extent.is_beside(line, float(chance))
    for kind, lang, label in sorted(key for key in count if len(key) == 3 and key[2] in "PFC"):
        all_lines, silent = count[kind, lang, label], count[kind, lang, label, "silent"]
        print(f"{kind} {lang} {label}: {silent} of {all_lines} lines silent ({silent / all_lines:.3f})")


def write(page: Any, caption: Any, path: Path) -> None:
    """The trees of both models as arrays: one row a tree, one column a node; a leaf leads to itself."""
    trees = [tree["tree_structure"] for model in (page, caption) for tree in model.dump_model()["tree_info"]]
    flat = [_nodes(tree) for tree in trees]
    width = max(map(len, flat))
    held = {name: np.zeros((len(flat), width), dtype) for name, dtype in _COLUMNS.items()}
    for number, nodes in enumerate(flat):
        for at, node in enumerate(nodes):
            for name, value in zip(_COLUMNS, node, strict=True):
                held[name][number, at] = value
    depth = max(map(_depth, trees))
    captions = np.int64(caption.num_trees())
    np.savez_compressed(path, depth=np.int64(depth), captions=captions, **held)
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
            if threshold > node["threshold"]:
                threshold = np.nextafter(threshold, np.float32("-inf"))
            nodes[at] = [node["split_feature"], float(threshold), left, right, 0]
        return at

    add(tree)
    return nodes


def _depth(node: dict[str, Any]) -> int:
    return 1 + max(_depth(node["left_child"]), _depth(node["right_child"])) if "split_feature" in node else 0


if __name__ == "__main__":
    main()
