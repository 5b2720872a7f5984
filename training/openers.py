"""Texts -> lexis/en/openers.tsv: words that are capitalised at the beginning of a sentence and hardly anywhere else.

A capitalised word behind `Inc.`, `a.m.` or `F.B.I.` opens a sentence if it is an ordinary word, and goes on with a name
if it is not. Ordinary are the words that a large amount of running text has in lower case far more often than with a
capital inside a sentence. Only counts go into the table, no text.

    python training/openers.py FOLDER_OF_TEXTS > src/audioedition/lexis/en/openers.tsv
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

LEAST = 4
"""Occurrences in lower case below which nothing is known about a word."""
MOST = 0.2
"""Share of capitals inside sentences above which a word counts as a name."""
INSIDE = re.compile(r"(?<=[a-z,;] )([A-Z]?[a-z]{2,})(?=[ ,;])")


def counts(texts: list[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands inside a sentence in lower case, and how often with a capital."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        for word in INSIDE.findall(" ".join(text.split())):
            (small if word.islower() else capital)[word.lower()] += 1
    return small, capital


def main(folder: str) -> None:
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(Path(folder).rglob("*.txt"))]
    small, capital = counts(texts)
    table = Path(__file__).parent.parent / "src/audioedition/lexis/en"
    rows = [(table / name).read_text(encoding="utf-8").splitlines()[2:] for name in ("titles.tsv", "streets.tsv")]
    named = {row.split("\t")[0].lower() for lines in rows for row in lines}
    found = [w for w, n in small.items() if n >= LEAST and capital[w] <= MOST * (n + capital[w]) and w not in named]
    print("# Ordinary words: capitalised they open a sentence. Made by training/openers.py.\nword")
    print("\n".join(sorted(found)))


if __name__ == "__main__":
    main(sys.argv[1])
