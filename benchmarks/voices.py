"""Each voice as a listener hears it: an edition in which every named voice quotes, measured in its MP3.

    python benchmarks/voices.py [VOICE ...]      # default: the narrator and the pools of voices/cast.toml

For each voice: loudness in the finished file (ITU-R BS.1770-4 over its own cues), how far off the narrator that is,
words a minute, median pitch, and how many times faster than it speaks its engine is on one core.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
import tomllib
from pathlib import Path

import numpy as np

from audioedition.engines import load_engine, load_voices
from audioedition.model import Utterance, Voice
from audioedition.sound.assets import decode
from audioedition.sound.loudness import RATE, Samples, measure_lufs
from measuring import ROOT, audioedition

WORDS = (
    "The harbour board will not close the road before the end of the summer, whatever the county says.",
    "We counted forty boats on Monday, and by the weekend there were only eleven of them left.",
    "Nobody asked the people who live here, and that is what I have told the inquiry from the first day.",
    "If the wall goes, the street goes with it, and then the school, and then we may as well all leave.",
)


def main() -> None:
    """Print the table."""
    voices = load_voices(ROOT)
    cast = tomllib.loads((ROOT / "voices/cast.toml").read_text(encoding="utf-8"))
    named = sys.argv[1:] or list(
        dict.fromkeys([cast["narrator"], *cast["pools"]["en"]["female"], *cast["pools"]["en"]["male"]])
    )
    with tempfile.TemporaryDirectory() as folder:
        heard = _heard(Path(folder), named, cast["narrator"])
    narrator = heard[cast["narrator"]][0]
    print("| voice | LUFS in the MP3 | off the narrator, LU | words a minute | f0, Hz | x real time, one core |")
    print("|---|---|---|---|---|---|")
    for name in named:
        lufs, pace = heard[name]
        hertz, speed = _alone(voices[name])
        print(f"| {name} | {lufs:.1f} | {lufs - narrator:+.1f} | {pace:.0f} | {hertz:.0f} | {speed:.0f} |")


def _heard(folder: Path, named: list[str], narrator: str) -> dict[str, tuple[float, float]]:
    """(LUFS, words a minute) of each voice in the finished file of a story that all of them have a part in."""
    quoting = [name for name in named if name != narrator]
    people = {name: f"Kit {name.title()}" for name in quoting}
    paragraphs = ["The road stays open"]
    for i, name in enumerate(quoting):
        paragraphs.append(f"{WORDS[(i + 1) % 4]} That is what was said on Monday.")
        paragraphs.append(f"“{WORDS[i % 4]} {WORDS[(i + 2) % 4]}” said {people[name]}.")
    for part in ("seeds", "voices"):
        (folder / part).mkdir()
    (folder / "seeds/road.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    stock = (ROOT / "voices/cast.toml").read_text(encoding="utf-8")
    own = "\n".join(f'"{person}" = "{name}"' for name, person in people.items())
    (folder / "voices/cast.toml").write_text(stock.replace("[people]", f"[people]\n{own}"), encoding="utf-8")
    (folder / "edition.toml").write_text('[edition]\ntitle = "Voices"\n', encoding="utf-8")
    audioedition("-C", folder, "build", "-q", cache=folder / "cache")
    (episode,) = (folder / "output/episodes").glob("*.mp3")
    sound = np.concatenate([block.mean(axis=0) for block in decode(episode)])
    captions = folder / f"output/transcripts/{episode.stem}.vtt"
    parts: dict[str, list[tuple[Samples, int]]] = {name: [] for name in named}
    names = {person: name for name, person in people.items()}
    for block in captions.read_text(encoding="utf-8").split("\n\n"):
        if " --> " not in block:
            continue
        span, *said = [line for line in block.splitlines() if line]
        start, end = (_seconds(at) for at in span.split(" --> "))
        who = next((names[p] for p in names if f"<v {p}>" in said[0]), narrator)
        piece = sound[round(start * RATE) : round(end * RATE)]
        parts[who].append((piece.astype(np.float32), len(re.sub(r"<[^>]*>", "", " ".join(said)).split())))
    return {
        name: (
            measure_lufs(np.concatenate([piece for piece, _ in pieces]), RATE),
            60 * sum(words for _, words in pieces) * RATE / sum(len(piece) for piece, _ in pieces),
        )
        for name, pieces in parts.items()
        if pieces
    }


def _seconds(stamp: str) -> float:
    clock = stamp.split()[0].split(":")
    return sum(float(part) * 60**i for i, part in enumerate(reversed(clock)))


def _alone(voice: Voice) -> tuple[float, float]:
    """(median pitch in Hertz, seconds of speech a second of work) of a voice's engine alone."""
    import pyworld

    engine = load_engine(voice.engine)
    engine.synthesise(Utterance("Good morning.", voice))
    began = time.process_time()
    clips = [engine.synthesise(Utterance(text, voice)) for text in WORDS]
    spent = time.process_time() - began
    curve, _ = pyworld.dio(clips[0].samples.astype(np.float64), clips[0].rate)
    return float(np.median(curve[curve > 0])), sum(clip.seconds for clip in clips) / spent


if __name__ == "__main__":
    main()
