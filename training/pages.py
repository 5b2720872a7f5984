"""Trains the model of which blocks of a page are its article's: labelled pages -> `reading/chances.npz`.

    pip install -e . lightgbm==4.7.0
    python training/pages.py LABELLED.jsonl [...] [-o FILE]

A row of the input is one page: `{"site": "…", "page": "FILE.html", "blocks": [["the text of a block", "P", 1.0], …],
"wanted": ["a few words", …], "unwanted": […]}`. Blocks are the article's (`P`) or not (`F`), with the weight of the
label; `wanted` and `unwanted` are snippets that the article holds or does not, and label the blocks that hold them.
FILE stands beside the list. docs/formats.md says what the weights that come with the program were trained on.
Printed are the figures on snippets of sites that the model has not seen (five folds by site): without the model, and
with it at several thresholds. The same pages give the same file, byte for byte.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boosting
import lightgbm
import numpy as np

import audioedition
from audioedition.reading import block_features, chances, sifting, webpage
from audioedition.settings import ReadSettings

PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.06,
    "num_leaves": 15,
    "max_depth": 6,
    "min_data_in_leaf": 15,
    "feature_fraction": 0.4,
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
SNIPPET = 2.0
"""What the label of a snippet weighs."""
TEXT = 1.5
"""A block of the article that is taken for the page counts as much as this many of the other mistakes."""
FOLDS = 5


@dataclass
class Page:
    """A page as the rules alone read it, and what is known of its blocks."""

    fold: int
    rows: Any
    labels: Any
    """Of each row: 1 the article's, 0 not, -1 unknown."""
    weights: Any
    indices: list[int]
    """The blocks of the rows."""
    blocks: list[str]
    read: list[bool]
    around: str
    wanted: list[str]
    unwanted: list[str]


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("labelled", nargs="+", type=Path)
    ask.add_argument("-o", "--output", type=Path, default=Path(chances.__file__).with_name("chances.npz"))
    given = ask.parse_args()
    pages = [page for path in given.labelled for line in path.open("rb") if (page := _page(json.loads(line), path))]
    report(pages)
    boosting.write(given.output, fit(pages))


def _page(row: dict[str, Any], beside: Path) -> Page | None:
    path = beside.parent / row["page"]
    try:
        page = webpage.laid_out(path.read_bytes(), path.name)
    except audioedition.AudioEditionError:
        return None
    headline = page.known.headline or ""
    indices, rows = block_features.rows(page.at, headline, near=True)
    parts = sifting.decided(page.sifting(ReadSettings(), {}))
    blocks = [_letters(block.text) for block in page.at.page.blocks]
    wanted, unwanted = ([_letters(text) for text in row.get(name, ())] for name in ("wanted", "unwanted"))
    told = {_letters(text): (label == "P", weight) for text, label, weight in row.get("blocks", ())}
    labels, weights = np.full(len(rows), -1.0), np.zeros(len(rows))
    for at, i in enumerate(indices):
        if any(text in blocks[i] for text in unwanted):
            labels[at], weights[at] = 0, SNIPPET
        elif any(text in blocks[i] for text in wanted):
            labels[at], weights[at] = 1, SNIPPET
        elif blocks[i] in told:
            labels[at], weights[at] = told[blocks[i]]
    around = _letters(f"{headline} {page.deck or ''}")
    read = [not part.reason for part in parts]
    fold = int(hashlib.md5(row["site"].encode()).hexdigest(), 16) % FOLDS
    return Page(
        fold, np.array(rows, dtype=np.float32), labels, weights, indices, blocks, read, around, wanted, unwanted
    )


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text)).casefold()


def fit(pages: list[Page]) -> Any:
    """Trees that tell blocks of articles from others."""
    held = [page for page in pages if len(page.rows)]
    rows, labels, weights = (
        np.concatenate([getattr(page, name) for page in held]) for name in ("rows", "labels", "weights")
    )
    known = weights > 0
    weights = weights * np.where(labels == 1, TEXT, 1.0)
    return lightgbm.train(PARAMETERS, lightgbm.Dataset(rows[known], labels[known], weight=weights[known]), TREES)


def report(pages: list[Page]) -> None:
    """Snippets read, by the rules alone and with the model below several thresholds, each page by a model without its
    site. What the script leaves out later counts as read here."""
    likely: list[dict[int, float]] = [{}] * len(pages)
    for fold in range(FOLDS):
        model = fit([page for page in pages if page.fold != fold])
        for at, page in enumerate(pages):
            if page.fold == fold and len(page.rows):
                likely[at] = dict(zip(page.indices, model.predict(page.rows), strict=True))
    for least in (0.0, 0.1, 0.2, chances.UNLIKE, 0.4, 0.5):
        found = np.zeros(4, dtype=int)
        for page, known in zip(pages, likely, strict=True):
            kept = [text for i, text in enumerate(page.blocks) if page.read[i] and known.get(i, 1) >= least]
            said = "".join((page.around, *kept))
            for at, snippets in ((0, page.wanted), (2, page.unwanted)):
                found[at : at + 2] += sum(text in said for text in snippets), len(snippets)
        print(f"below {least}: wanted {found[0]} of {found[1]}, unwanted {found[2]} of {found[3]}")


if __name__ == "__main__":
    main()
