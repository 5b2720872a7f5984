"""The same edition built on one core, on two, ... up to all that there are: how much faster each makes it.

Real voices, empty cache, everything included. The whole build, parent and workers, is kept to that many cores.

    python benchmarks/by_cores.py [--articles 10]                  Linux
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from measuring import audio_seconds, audioedition, cores, empty, print_table, project


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=10)
    given = options.parse_args()
    usable = sorted(os.sched_getaffinity(0))
    rows: list[list[object]] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = project(Path(temporary) / "project", given.articles)
        for count in range(1, cores() + 1):
            os.sched_setaffinity(0, usable[:count])  # child processes inherit it
            cache, output = empty(folder / "cache"), empty(folder / "out")
            run = audioedition("-C", folder, "build", "--quiet", "--output", output, cache=cache)
            audio = audio_seconds(output)
            first = rows[0][1] if rows else run.seconds
            rows.append([count, run.seconds, audio, audio / run.seconds, first / run.seconds])  # type: ignore[operator]
            os.sched_setaffinity(0, usable)
    header = ["cores", "seconds", "audio, s", "x real time", "times one core"]
    print_table(f"By cores, {given.articles} articles, default cast", header, rows)


if __name__ == "__main__":
    main()
