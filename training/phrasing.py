"""Trains the weights of how a page speaks: labelled texts -> `src/audioedition/segmentation/phrasing.tsv`.

Called by `training/extent.py`, whose trees weigh what comes out beside the rest; needs scikit-learn. A logistic
regression over the words of a line and the pairs of neighbours, with a penalty on the weights' absolute values, so that
few are left. `folds` gives every line the log-odds by weights that have not seen its site, since trees that learn from
lines that the weights know would believe them too much.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from audioedition.segmentation import phrasing

LEAST = 3
"""Sites that have to have a word or a pair."""
STRENGTH = 1.5
"""The inverse of the penalty. Of 8,251 sentences of stories at the threshold above all but ten, .50 of the page's
sentences are above it on sites that were not seen; .41 with .3, and with seven times as many weights (a penalty on
squares) .56."""
STEPS = 300
FAINT = 0.02
"""A weight below which none is kept."""
AGAIN = ("short", "whole", "clean")
"""Kinds of texts that hold the lines of others once more."""

Text = dict[str, Any]
Weights = dict[str, float]


def fit(texts: Sequence[Text]) -> Weights:
    """The weights of lines that are the page's (`F`) against the story's (`P`)."""
    lines = [
        (line, label == "F", float(text["weight"]))
        for text in texts
        if text["kind"] not in AGAIN
        for line, label in zip(text["lines"], text["labels"], strict=True)
        if label in "PF"
    ]
    words = CountVectorizer(analyzer=lambda line: list(phrasing.signs(line)), vocabulary=_met(texts), binary=True)
    seen = words.transform([line for line, _, _ in lines])
    model = LogisticRegression(C=STRENGTH, l1_ratio=1, solver="liblinear", max_iter=STEPS, random_state=1)
    model.fit(seen, [page for _, page, _ in lines], sample_weight=[weight for _, _, weight in lines])
    known = dict(zip(words.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    return {"": float(model.intercept_[0]), **{word: weight for word, weight in known.items() if abs(weight) >= FAINT}}


def _met(texts: Sequence[Text]) -> list[str]:
    """The words and pairs that several sites have: what only one writes of is its story's subject."""
    sites: dict[str, set[str]] = {}
    for text in texts:
        for sign in {sign for line in text["lines"] for sign in phrasing.signs(line)}:
            sites.setdefault(sign, set()).add(text["site"])
    return sorted(sign for sign, found in sites.items() if len(found) >= LEAST)


def folds(texts: Sequence[Text], fold: Callable[[str], int], count: int) -> list[Weights]:
    """Weights of the texts of all folds but one, for each."""
    return [fit([text for text in texts if fold(text["site"]) != number]) for number in range(count)]


def write(path: Path, known: Weights) -> None:
    rows = (f"{word}\t{weight:.3f}\n" for word, weight in sorted(known.items()))
    path.write_text("words of a line\tweight\n" + "".join(rows), encoding="utf-8")
    print(f"{path}: {len(known)} weights, {path.stat().st_size} bytes")
