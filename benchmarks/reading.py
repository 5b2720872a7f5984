"""Milliseconds of processor time to read one article in each format.

usage: python benchmarks/reading.py [FILE ...]
Without files: a page of 180 kB, which is the average of news sites, made around the seed page, and the examples of the
tests. The best of several runs counts.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from audioedition.reading import TYPES, Source, read_source
from audioedition.settings import ReadSettings

ROOT = Path(__file__).parents[1]
RUNS = 5
TEASER = (
    '<div class="teaser"><h3><a href="/x">A headline about something else in the town</a></h3><p>A line.</p></div>\n'
)


def page() -> bytes:
    """The seed page with as many teasers, menus and scripts around its article as news sites have."""
    seed = (ROOT / "seeds" / "market-day.html").read_text(encoding="utf-8")
    around = TEASER * 700 + "<script>" + "var x = 1;\n" * 8000 + "</script>"
    return seed.replace("</main>", f"</main>{around}").encode()


def milliseconds(data: bytes, source: Source) -> float:
    best = float("inf")
    for _ in range(RUNS):
        began = time.process_time()
        read_source(source, data, ReadSettings())
        best = min(best, time.process_time() - began)
    return best * 1000


def main(paths: list[Path]) -> None:
    given = [(path.name, path.read_bytes()) for path in paths]
    if not given:
        examples = sorted((ROOT / "tests" / "reading" / "examples").iterdir())
        given = [("page.html", page())] + [(p.name, p.read_bytes()) for p in examples if p.suffix != ".urls"]
    for name, data in given:
        source = Source(name, media_type=TYPES.get(Path(name).suffix.lower()))
        print(f"{name:24} {len(data) / 1000:8.1f} kB {milliseconds(data, source):8.1f} ms")


if __name__ == "__main__":
    main([Path(a) for a in sys.argv[1:]])
