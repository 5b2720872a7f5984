"""The same articles on this machine's own workers and on those of a Dask scheduler: equal bytes, and what that costs.

Short articles hummed by the tone engine. Seconds only: what the processes of a Dask worker cost cannot be summed up
from outside.

    python benchmarks/cluster.py [--articles 1000] [--workers 1 2]
"""

from __future__ import annotations

import argparse
import datetime
import sys
import tempfile
from pathlib import Path

from measuring import ROOT, Run, audioedition, empty, print_table
from scale import article, tone_project

sys.path.insert(0, str(ROOT / "tests"))
from edition_files import contents


def dated(number: int) -> str:
    """An article with a date of its own: without one it would be that of the build."""
    day = datetime.date(2020, 1, 1) + datetime.timedelta(days=number)
    head, writer, rest = article(number).split("\n\n", 2)
    return f"{head}\n\n{writer}\n\n{day:%B} {day.day}, {day.year}\n\n{rest}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=1000)
    options.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    given = options.parse_args()
    rows: list[list[object]] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = tone_project(Path(temporary) / "project", given.articles)
        for i in range(given.articles):
            (folder / "seeds" / f"{i:05}.txt").write_text(dated(i), encoding="utf-8")
        cache = folder / "cache"

        def built(name: str, *words: str) -> tuple[Run, dict[str, bytes]]:
            output = folder / name
            run = audioedition("-C", folder, "build", "--quiet", "--output", output, *words, cache=empty(cache))
            return run, contents(output)

        alone, expected = built("alone", "--jobs", str(max(given.workers)))
        rows.append([f"{max(given.workers)} processes", *_figures(alone, alone), "—"])
        for workers in given.workers:
            run, made = built(f"cluster-{workers}", "--cluster", f"local:{workers}")
            same = "equal" if made == expected else "DIFFERENT"
            rows.append([f"cluster of {workers}", *_figures(run, alone), same])
    header = ["on", "seconds", "times alone", "main process, MB", "bytes"]
    print_table(f"{given.articles} articles, tone engine", header, rows)


def _figures(run: Run, alone: Run) -> list[object]:
    return [run.seconds, run.seconds / alone.seconds, round(run.peak_mb)]


if __name__ == "__main__":
    main()
