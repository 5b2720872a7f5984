"""Trains the weights of what is a heading: labelled texts -> `src/audioedition/segmentation/headings.tsv`.

    python training/headings.py LABELLED.jsonl [...] [-o FILE]

A row of the input is one text: `{"name": "…", "lines": ["…", …], "labels": "SPL-…"}`; a letter a line: `S` a heading
inside the story, `P` a paragraph, `L` a row or an item of a list, anything else is not asked. `headings.jsonl` beside
this script has the labelled articles of our own. Printed is what is right on articles that the weights have not seen
(eight folds by article). A logistic regression with a penalty on the squares of the weights, by Newton's method.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import unicodedata
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import audioedition
from audioedition.segmentation import headings, roles

FOLDS = 8
PENALTY = 2.0
Numbers = NDArray[np.float64]
Row = tuple[str, str, dict[str, float]]
"""The name of an article, the label of a line, and what can be said of the line."""


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("labelled", nargs="+", type=Path)
    ask.add_argument("-o", "--output", type=Path, default=Path(headings.__file__).with_name("headings.tsv"))
    wanted = ask.parse_args()
    texts = [json.loads(line) for path in wanted.labelled for line in path.read_text("utf-8").splitlines()]
    rows = [row for text in texts for row in rows_of(text)]
    names = sorted({name for _, _, said in rows for name in said})
    x = np.array([[1.0, *(said.get(name, 0.0) for name in names)] for _, _, said in rows])
    y = np.array([label == "S" for _, label, _ in rows], float)
    folds = np.array([int(hashlib.md5(name.encode()).hexdigest(), 16) % FOLDS for name, _, _ in rows])
    guessed = np.zeros(len(rows))
    for fold in range(FOLDS):
        guessed[folds == fold] = x[folds == fold] @ fitted(x[folds != fold], y[folds != fold])
    found = guessed >= np.log(headings.LIKELY / (1 - headings.LIKELY))
    right, wrong = int((found * y).sum()), int((found * (1 - y)).sum())
    print(f"{len(rows)} lines, {int(y.sum())} headings: {right} found, {wrong} others taken for one")
    weights = zip(["", *names], fitted(x, y), strict=True)
    wanted.output.write_text(
        "feature\tweight\n" + "".join(f"{name}\t{weight:.3f}\n" for name, weight in weights), "utf-8"
    )


def rows_of(text: dict[str, str | list[str]]) -> list[Row]:
    """What the program asks of the lines of a text that could be headings, with their labels."""
    labels = {_letters(line): label for line, label in reversed(list(zip(text["lines"], text["labels"], strict=True)))}
    asked: list[Row] = []

    def chance(body: headings.Body, i: int, above: int | None, below: int | None, questions: int) -> float:
        label = labels.get(_letters(body.places[i].line), "")
        if label in tuple("SPL"):
            asked.append((str(text["name"]), label, headings.features(body, i, above, below, questions)))
        return kept(body, i, above, below, questions)

    kept, roles.headings.chance = headings.chance, chance
    try:
        audioedition.make_script(audioedition.read_article("\n".join(text["lines"]), media_type="text/plain"))
    finally:
        headings.chance = kept
    return asked


def _letters(line: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", line)).casefold()


def fitted(x: Numbers, y: Numbers) -> Numbers:
    """The weights, the constant first."""
    penalty = np.diag(np.full(x.shape[1], PENALTY))
    penalty[0, 0] = 0.01
    weights: Numbers = np.zeros(x.shape[1])
    for _ in range(40):
        chances = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (chances - y) + penalty @ weights
        step = np.linalg.solve((x * (chances * (1 - chances))[:, None]).T @ x + penalty, slope)
        weights = weights - step
        if abs(step).max() < 1e-6:
            break
    return weights


if __name__ == "__main__":
    main()
