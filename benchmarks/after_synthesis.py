"""What everything after synthesis costs: times real time for mix, master, encode and measure, by CPU time on one core.

    python benchmarks/after_synthesis.py [--minutes 5] [--format mp3]

The clips are noise shaped like speech, so that no voice has to be installed; the best of three runs counts.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np
from audioedition.formats import FORMATS

from audioedition.model import Clip, Line, Utterance, Voice
from audioedition.script.pauses import with_pauses
from audioedition.settings.sounddesign import SoundDesign
from audioedition.sound.encoding import encode, measure
from audioedition.sound.mastering import master
from audioedition.sound.mixing import mix
from audioedition.sound.timeline import arrange

T = TypeVar("T")
CLIP_S = 4.0


def clip(seed: int, rate: int = 24_000) -> Clip:
    """Harmonics of a gliding pitch in bursts of a quarter of a second, some hiss in between; about -26 LUFS."""
    t = np.arange(round(CLIP_S * rate)) / rate
    phase = 2 * np.pi * np.cumsum(170 + 20 * np.sin(2 * np.pi * 0.6 * t + seed)) / rate
    voiced = sum(np.cos(n * phase + n * n) / n for n in range(1, 14))
    bursts = np.clip(np.sin(2 * np.pi * 3.9 * t), 0, None) ** 0.7
    hiss = np.random.default_rng(seed).standard_normal(len(t)) * (1 - bursts)
    return Clip((0.1 * voiced * bursts + 0.01 * hiss).astype(np.float32), rate)


def best(work: Callable[[], T], runs: int = 3) -> tuple[float, T]:
    """(CPU seconds of the quickest run, its result)."""
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        result = work()
        seconds.append(time.process_time() - start)
    return min(seconds), result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--format", choices=list(FORMATS), default="mp3")
    given = parser.parse_args()
    clips = [clip(seed) for seed in range(8)]
    voice = Voice("voice", "none", "voice", gain_db=6.0)
    count = max(round(given.minutes * 60 / (CLIP_S + 0.6)), 1)
    lines = [
        Line("body", "Words.", 0, 6, "Words.", "voice", Utterance("Words.", voice), paragraph=i // 4)
        for i in range(count)
    ]
    timeline = arrange(with_pauses(lines, SoundDesign()), [CLIP_S] * count, SoundDesign())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x"
        mixing, mixed = best(lambda: list(mix(timeline, lambda i: clips[i % len(clips)])))
        mastering, mastered = best(lambda: list(master(lambda: mixed)))
        encoding, _ = best(lambda: encode(mastered, path, format=given.format))
        measuring, _ = best(lambda: measure(path))
    parts = {"mix": mixing, "master": mastering, "encode": encoding, "measure": measuring}
    print(f"{timeline.seconds / 60:.1f} minutes of sound, {given.format}\n")
    print("| part | CPU s | x real time |\n|---|---|---|")
    for name, seconds in [*parts.items(), ("all", sum(parts.values()))]:
        print(f"| {name} | {seconds:.2f} | {timeline.seconds / seconds:.0f} |")


if __name__ == "__main__":
    main()
