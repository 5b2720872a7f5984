"""The same edition built on one core, on two, ... up to all that there are: how much faster each makes it.

Real voices, empty cache, everything included. The whole build, parent and workers, is kept to that many cores. The
numbers of cores take turns, the best run of each counts.

    python benchmarks/by_cores.py [--articles 10] [--repeat 3]     Linux
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
    options.add_argument("--repeat", type=int, default=3)
    given = options.parse_args()
    usable = sorted(os.sched_getaffinity(0))
    best = dict.fromkeys(range(1, cores() + 1), float("inf"))
    with tempfile.TemporaryDirectory() as temporary:
        folder = project(Path(temporary) / "project", given.articles)
        output = folder / "out"
        for _ in range(given.repeat):
            for count in best:
                os.sched_setaffinity(0, usable[:count])  # child processes inherit it
                cache = empty(folder / "cache")
                run = audioedition("-C", folder, "build", "--quiet", "--output", empty(output), cache=cache)
                best[count] = min(best[count], run.seconds)
        audio = audio_seconds(output)
    rows = [[count, seconds, audio, audio / seconds, best[1] / seconds] for count, seconds in best.items()]
    header = ["cores", "seconds", "audio, s", "x real time", "times one core"]
    print_table(f"By cores, {given.articles} articles, default cast", header, rows)


if __name__ == "__main__":
    main()
