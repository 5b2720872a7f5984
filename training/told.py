"""Trains the weights of which line above a pasted story is its headline -> `src/audioedition/segmentation/told.tsv`.

    python training/told.py LABELLED.jsonl [...] [-o FILE]

A row of the input is one page pasted as text, as in `benchmarks/rounds/read`: `{"id": "…", "style": "pasted", "lines":
["…", …], "labels": "FFHBTPP…"}`, `H` being the headline. Printed is on how many pages the line is right that is chosen
with weights of the other files. A conditional logit: of the lines of a page one is the headline. With a penalty on the
squares of the weights, by gradient ascent.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import numpy as np
from numpy.typing import NDArray

from audioedition import make_script, read_article
from audioedition.segmentation import parting, told

PENALTY, STEPS, RATE = 0.5, 400, 0.05
KICKER = 12
"""Letters that may stand beside a headline in its own line."""
Numbers = NDArray[np.float64]


class Page(NamedTuple):
    """One page: the file that it comes from, the candidates' numbers, and which of them are the headline."""

    file: str
    said: Numbers
    right: NDArray[np.bool_]


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("labelled", nargs="+", type=Path)
    ask.add_argument("-o", "--output", type=Path, default=Path(told.__file__).with_name("told.tsv"))
    wanted = ask.parse_args()
    pages = [page for path in wanted.labelled for page in pages_of(path)]
    right = 0
    for path in wanted.labelled:
        weights = fitted([page for page in pages if page.file != path.name])
        right += sum(is_right(page, weights) for page in pages if page.file == path.name)
    print(f"{len(pages)} pages: {right} right by weights of the other files")
    rows = (f"{name}\t{weight:.3f}\n" for name, weight in zip(names(), fitted(pages), strict=True))
    wanted.output.write_text("said of a line\tweight\n" + "".join(rows), encoding="utf-8")


def pages_of(path: Path) -> Iterator[Page]:
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        headlines = [line.strip() for line, label in zip(row["lines"], row["labels"], strict=True) if label == "H"]
        asked = seen_by_parting(row["lines"]) if row.get("style") == "pasted" and headlines else None
        if asked:
            lines, begins, chances = asked
            found = told.candidates(lines, begins, chances)
            right = [any(is_headline(lines[i].strip(), it) for it in headlines) for i in found]
            said = np.array([[float(of[name]) for name in names()] for of in found.values()])
            yield Page(path.name, said.reshape(len(found), len(names())), np.array(right, bool))


def is_headline(line: str, headline: str) -> bool:
    """Whether a line is the headline, a part of it that is a line of its own, or has a kicker besides."""
    part = len(line) > KICKER and line in headline
    return line == headline or part or (headline in line and len(line) < len(headline) + KICKER)


def seen_by_parting(lines: Sequence[str]) -> tuple[Sequence[str], int, Sequence[float]] | None:
    """What `told_headline` is asked for a text, if it is."""
    asked: list[Any] = []
    with mock.patch.object(parting, "told_headline", side_effect=lambda *given: asked.append(given)):
        make_script(read_article("\n\n".join(lines), media_type="text/plain"))
    return asked[-1] if asked else None


def names() -> list[str]:
    return list(
        told.candidates(["A line of six longer words", "A sentence that ends here, as all do."], 1, [0.1, 0])[0]
    )


def fitted(pages: Sequence[Page]) -> Numbers:
    """The weights that make the headlines of pages likeliest."""
    every = np.vstack([page.said for page in pages])
    spread = every.std(0) + 1e-6
    used = [(page.said / spread, page.right) for page in pages if page.right.any()]
    weights = np.zeros(every.shape[1])
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        slope = -PENALTY * weights
        for said, right in used:
            slope += said.T @ (shares(said @ weights, right) - shares(said @ weights, np.ones_like(right)))
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights += RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return np.asarray(weights / spread)


def shares(evidence: Numbers, among: NDArray[np.bool_]) -> Numbers:
    odds = np.exp(evidence - evidence.max()) * among
    return np.asarray(odds / odds.sum())


def is_right(page: Page, weights: Numbers) -> bool:
    return bool(len(page.said)) and bool(page.right[(page.said @ weights).argmax()])


if __name__ == "__main__":
    main()
