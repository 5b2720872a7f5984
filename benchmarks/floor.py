"""`audioedition build` against the least that anybody could do.

The floor: the same utterances, said by the same engines and encoded with the same settings, and nothing else: no
start-up, no reading, no pauses, no mix, no mastering, no measuring, no tags, no feed. One warm process a core, its
engines loaded and used once, takes the utterances one by one from a common list; LAME resamples by itself.
A build is timed as a whole process, start-up included, with an empty cache. Runs of both take turns, the best counts.

    python benchmarks/floor.py [--articles 20] [--repeat 3]
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import tempfile
import time
from collections.abc import Sequence
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Barrier
from pathlib import Path

from measuring import audio_seconds, audioedition, cores, empty, print_table, project

os.environ["OMP_NUM_THREADS"] = "1"


def utterances(folder: Path) -> list[object]:
    """Everything different that a build of the project says, longest first (which shares out best)."""
    from audioedition.build.edition import find
    from audioedition.episode.prepared import Prepared
    from audioedition.episode.preparing import prepare
    from audioedition.project import load_project
    from audioedition.script.making import announce
    from audioedition.settings.sounddesign import announcements

    book = load_project(folder)
    lines = []
    for source in find(book, []):
        for story in prepare(source, book.settings):
            assert isinstance(story, Prepared), story
            lines += [line for part in story.parts for line in part.lines]
    for kind in ("opening", "closing"):
        title = book.settings.edition.title
        lines += announce(announcements(kind, book.sound, title=title, date="Tuesday, the fourth of March"), book)
    distinct = dict.fromkeys(line.utterance for line in lines if line.spoken)
    return sorted(distinct, key=lambda u: -len(u.spoken))


def floor(work: Sequence[object], jobs: int) -> float:
    """Seconds to say and encode it all, counted from when every process is warm."""
    context = multiprocessing.get_context("spawn")
    ready, taken, ended = context.Barrier(jobs + 1), context.Value("i", 0), context.Array("d", jobs)
    processes = [context.Process(target=_say, args=(i, work, ready, taken, ended)) for i in range(jobs)]
    for process in processes:
        process.start()
    ready.wait()
    began = time.monotonic()
    for process in processes:
        process.join()
    if any(process.exitcode for process in processes):
        raise RuntimeError("a process of the floor has failed")
    return max(ended) - began


def _say(number: int, work: Sequence[object], ready: Barrier, taken: Synchronized[int], ended: Sequence[float]) -> None:
    import lameenc
    import numpy as np

    from audioedition.engines import load_engine

    def encode(samples: np.ndarray, rate: int) -> None:
        encoder = lameenc.Encoder()
        encoder.set_channels(1)
        encoder.set_in_sample_rate(rate)
        encoder.set_out_sample_rate(44_100)
        encoder.set_bit_rate(96)
        encoder.set_quality(5)
        encoder.silence()
        encoder.encode((samples * 32767).astype("<i2").tobytes())
        encoder.flush()

    for utterance in {u.voice: u for u in work}.values():
        load_engine(utterance.voice.engine).synthesise(utterance)
    ready.wait()
    while True:
        with taken.get_lock():
            at = taken.value
            taken.value += 1
        if at >= len(work):
            break
        clip = load_engine(work[at].voice.engine).synthesise(work[at])
        encode(clip.samples, clip.rate)
    ended[number] = time.monotonic()


def corrected(folder: Path) -> float:
    """Seconds of a build after one line of one article has changed."""
    path = sorted((folder / "seeds").iterdir())[0]
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n\nSomebody heard bell {time.time_ns()}.\n")
    return audioedition("-C", folder, "build", "--quiet", "--output", folder / "out", cache=folder / "cache").seconds


def compare(folder: Path, name: str, repeat: int) -> tuple[list[object], float, float]:
    """A row of the table for the project in `folder`; seconds of its unchanged rebuild, and of one with a new line."""
    work = utterances(folder)
    floors, builds, again = [], [], []
    for _ in range(repeat):
        floors.append(floor(work, cores()))
        cache, output = empty(folder / "cache"), empty(folder / "out")
        builds.append(audioedition("-C", folder, "build", "--quiet", "--output", output, cache=cache))
        again.append(audioedition("-C", folder, "build", "--quiet", "--output", output, cache=cache).seconds)
    best = min(run.seconds for run in builds)
    audio = audio_seconds(folder / "out")
    peak = max(run.peak_mb for run in builds)
    lines = [corrected(folder) for _ in range(repeat)]
    return (
        [name, len(work), audio, min(floors), best, best / min(floors), audio / best, round(peak)],
        min(again),
        min(lines),
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=20)
    options.add_argument("--repeat", type=int, default=3)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        many = project(Path(temporary) / "many", given.articles)
        one = project(Path(temporary) / "one", 5)
        for path in sorted((one / "seeds").iterdir())[:-1]:
            path.unlink()  # what stays is the court report: 509 words
        rows, rebuilt = [], []
        for folder, name in ((many, f"{given.articles} articles"), (one, "1 article")):
            row, again, line = compare(folder, name, given.repeat)
            rows.append(row)
            rebuilt += [[f"unchanged rebuild, {name}", again], [f"one line corrected, {name}", line]]
        helps = [audioedition("--help", cache=one / "cache").seconds for _ in range(5)]
    header = ["build of", "utterances", "audio, s", "floor, s", "build, s", "ratio", "x real time", "main process, MB"]
    print_table("Build against the floor", header, rows)
    print_table("Start-up", ["command", "seconds"], [*rebuilt, ["`audioedition --help`", min(helps)]])


if __name__ == "__main__":
    main()
