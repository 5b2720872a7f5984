"""Articles whose every line a person has labelled -> rows for `training/extent.py`.

    python training/label_lines.py ARTICLES.jsonl [...] > more.jsonl        (what `training/ours.jsonl` is made of)

A row of the input is one text as somebody pastes or sends it:
`{"id": "…", "kind": "clean" | "pasted", "language": "de", "lines": [["headline", "…"], ["blank", ""], …]}`. The label
of a line is one of `headline deck subhead body list dateline` (the story), `furniture`, `caption credit`, `blank`, or
anything else (`byline stamp kicker job label bio note`), which is not learnt: the opening decides about those. What
comes out is a row a text, with a letter for every *paragraph* of `segmentation.layout`: one that was wrapped over
several lines has the label of its lines, and none (`-`) where they differ. ValueError for a text whose lines are not
those of its paragraphs.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from audioedition.segmentation import layout

LETTERS = dict.fromkeys(("headline", "deck", "subhead", "body", "list", "dateline"), "P")
LETTERS |= {"furniture": "F", "caption": "C", "credit": "C"}
KINDS = {"pasted": "ours", "clean": "clean copy"}
"""What the figures of `training/extent.py` are told apart by."""


def row(article: dict[str, Any]) -> dict[str, object]:
    """The row of one article."""
    text = "\n".join(line for _, line in article["lines"])
    paragraphs = [" ".join(text[a:b].split()) for a, b in layout.paragraphs(text)]
    lines = ((letters(line), LETTERS.get(label, "-")) for label, line in article["lines"] if letters(line))
    labels = "".join(_label(letters(paragraph), lines, article["id"]) for paragraph in paragraphs)
    return {
        "name": article["id"],
        "site": article["id"],
        "kind": KINDS[article["kind"]],
        "lang": article.get("language", "en"),
        "weight": 1.0,
        "lines": paragraphs,
        "labels": labels,
    }


def _label(paragraph: str, lines: Iterator[tuple[str, str]], name: str) -> str:
    """The label that all lines of a paragraph have: the next ones, until they are as long as it is."""
    read, found = "", set()
    while len(read) < len(paragraph):
        line, label = next(lines)
        read += line
        found.add(label)
    if read != paragraph:
        raise ValueError(f"{name}: a line runs over the end of a paragraph: {paragraph[:40]}")
    return found.pop() if len(found) == 1 else "-"


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("articles", nargs="+", type=Path)
    for path in ask.parse_args().articles:
        for line in path.open(encoding="utf-8"):
            print(json.dumps(row(json.loads(line)), ensure_ascii=False))


if __name__ == "__main__":
    main()
