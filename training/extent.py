"""Trains the model of a story's extent: labelled texts -> `extent.npz` and `phrasing.tsv` in `segmentation`.

    pip install -e . lightgbm==4.7.0 scikit-learn==1.8.0
    python training/extent.py LABELLED.jsonl [...] [-o FILE] [--without PATTERN] [--shells FILE]

A row of the input is one text: `{"site": "…", "kind": "…", "weight": 1.0, "lines": ["…", …], "labels": "PPCFF…"}`; a
letter a line: `P` the story (headline, byline, body), `F` the page around it, `C` a caption, anything else is not
known. `label_pages.py` makes such rows of web pages; pages read by a person are of the kind `read`. A row of
`benchmarks/rounds` (with a `style`) is one too.
docs/segmentation.md says what the weights that come with the program were trained on. Printed are the figures on pages
of sites that the model has not seen (three folds by site), of all that `segmentation.parting` makes of the chances, and
on everything that was labelled by machine. Stories set into other pages (`transplant.py`) are learnt from too, but for
captions; a fold has none whose story or page is scored in it. The same texts give the same file, byte for byte.
`--without`: leaves out the texts of sites whose md5, in hex, begins with one of these letters, so that something else
can be scored on them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import boosting
import lightgbm
import numpy as np
import phrasing
import transplant
from label_lines import KINDS

from audioedition.facts.language import detect_language
from audioedition.lexis.tables import load_lexis, main_language, using
from audioedition.segmentation import extent, extent_features, parting
from audioedition.segmentation import phrasing as asked

PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.08,
    "num_leaves": 31,
    "max_depth": 8,
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
TREES = 320
CAPTION_TREES = 100
BODY = 2.0
"""A line of the story that is taken for the page counts as much as this many of the other mistakes."""
FOLDS = 3
LETTERS = {"H": "P", "D": "P", "S": "P", "P": "P", "C": "C", "F": "F"}
"""Of the letters of `benchmarks/rounds` those that are learnt; the opening decides about the others."""
SAMPLE = 4000
"""Characters of a text that its language is told by."""
NO_PROJECT = Path(os.devnull)

Text = dict[str, Any]


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("labelled", nargs="+", type=Path)
    ask.add_argument("-o", "--output", type=Path, default=Path(extent.__file__).with_name("extent.npz"))
    ask.add_argument("--without", default="")
    ask.add_argument("--shells", type=Path, default=Path(__file__).with_name("shells.txt"))
    given = ask.parse_args()
    texts = [text_of(json.loads(line)) for path in given.labelled for line in path.open(encoding="utf-8")]
    texts = [text for text in texts if text["lines"] and _digest(text["site"])[0] not in given.without]
    more = transplant.more(texts, transplant.read_shells(given.shells))
    unseen = phrasing.folds(texts, _fold, FOLDS)
    for text in (*texts, *more):
        with using(load_lexis(NO_PROJECT, main_language(text["lang"]))):
            text["rows"] = extent_features.rows(text["lines"], phrased(text, unseen))
    report(texts, more)
    phrasing.write(given.output.with_name("phrasing.tsv"), phrasing.fit(texts))
    page, caption = fit(texts + more, "FC", TREES), fit(texts, "C", CAPTION_TREES)
    boosting.write(given.output, page, caption, captions=caption.num_trees())


def text_of(row: dict[str, Any]) -> Text:
    """A labelled row with everything that is asked of one."""
    text = {"lang": row.get("lang") or detect_language(" ".join(row["lines"])[:SAMPLE]) or "en", "weight": 1.0, **row}
    if "style" in row:
        text["name"] = text["site"] = row["id"]
        text["kind"] = KINDS[row["style"]]
        text["labels"] = "".join(LETTERS.get(letter, "-") for letter in row["labels"])
    return text


def phrased(text: Text, unseen: list[phrasing.Weights]) -> list[float]:
    """How each line is phrased, by weights that have not seen the site that it comes from."""
    page = text.get("page", text["site"])
    origins = (page if label == "F" else text["site"] for label in text["labels"])
    return [asked.score(line, unseen[_fold(site)]) for line, site in zip(text["lines"], origins, strict=True)]


def _digest(site: str) -> str:
    return hashlib.md5(site.encode()).hexdigest()


def _fold(site: str) -> int:
    return int(_digest(site), 16) % FOLDS


def fit(texts: list[Text], sought: str, trees: int) -> Any:
    """Trees that tell lines with one of the labels `sought` from the others."""
    labels = np.concatenate([np.frombuffer(text["labels"].encode(), dtype="S1") for text in texts])
    weight = np.repeat([float(text["weight"]) for text in texts], [len(text["lines"]) for text in texts])
    found = np.isin(labels, [letter.encode() for letter in sought])
    known = np.isin(labels, [b"P", b"F", b"C"])
    if sought == "C":  # whoever has read a text has said of every line whether it is a caption: who and when is none
        known |= np.concatenate([np.full(len(text["lines"]), text["kind"] in transplant.STORIES) for text in texts])
    weight *= np.where(labels == b"P", BODY, 1.0)
    data = lightgbm.Dataset(
        np.concatenate([text["rows"] for text in texts])[known], found[known].astype(float), weight=weight[known]
    )
    return lightgbm.train(PARAMETERS, data, trees)


def report(texts: list[Text], more: list[Text]) -> None:
    """Lines of the page that are silent and lines of the story that are lost, each text by a model without its site."""
    fold = [_fold(text["site"]) for text in texts]
    count: Counter[tuple[str, ...]] = Counter()
    for number in range(FOLDS):
        unseen = [text for text in more if number not in (_fold(text["site"]), _fold(text["page"]))]
        seen = [t for t, f in zip(texts, fold, strict=True) if f != number]
        page, caption = fit(seen + unseen, "FC", TREES), fit(seen, "C", CAPTION_TREES)
        for text in (t for t, f in zip(texts, fold, strict=True) if f == number):
            chances = extent.chances(page.predict(text["rows"], raw_score=True), text["rows"])
            found = map(extent.Beside, map(float, chances), map(float, caption.predict(text["rows"])))
            out, _ = (
                parting.around(text["lines"], list(found)) if extent.is_a_page(text["lines"]) else (set[int](), None)
            )
            who = (text["kind"], "en" if text.get("lang", "en") == "en" else "other")
            for i, label in enumerate(text["labels"]):
                count[*who, label] += 1
                count[*who, label, "silent"] += i in out
    for kind, lang, label in sorted(key for key in count if len(key) == 3 and key[2] in "PFC"):
        all_lines, silent = count[kind, lang, label], count[kind, lang, label, "silent"]
        print(f"{kind} {lang} {label}: {silent} of {all_lines} lines silent ({silent / all_lines:.3f})")


if __name__ == "__main__":
    main()
