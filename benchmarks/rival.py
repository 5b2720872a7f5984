"""The script people write first, and `audioedition build`, in one table from one run.

The rival: pyttsx3 says each paragraph into a WAV file, pydub joins them with `+`, ffmpeg makes the MP3s, and at the
end the whole edition. It has no roles, no voices for people quoted, no spoken forms, no loudness, no tags and no
feed. `missing` counts paragraphs whose sound was not in the file when `runAndWait` said it was, so that the listener
never hears them.

    python benchmarks/rival.py [--articles 1 10 50]        needs ffmpeg, for the rival
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measuring import audio_seconds, audioedition, empty, print_table, project


def naive(seeds: Path, output: Path) -> tuple[float, int, int]:
    """The rival itself: (seconds of audio, paragraphs, paragraphs missing)."""
    import espeakng_loader

    ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    import pyttsx3
    from pydub import AudioSegment

    engine = pyttsx3.init()
    edition = AudioSegment.silent(500)
    audio_s, paragraphs, missing = 0.0, 0, 0
    for article in sorted(seeds.glob("*.txt")):
        story = AudioSegment.silent(500)
        for i, paragraph in enumerate(article.read_text(encoding="utf-8").split("\n\n")):
            wav = output / f"{article.stem}-{i}.wav"
            engine.save_to_file(paragraph, str(wav))
            engine.runAndWait()
            paragraphs += 1
            try:
                story = story + AudioSegment.from_wav(str(wav)) + AudioSegment.silent(700)
            except Exception:
                missing += 1
        story.export(str(output / f"{article.stem}.mp3"), format="mp3", bitrate="96k")
        audio_s += len(story) / 1000
        edition = edition + story
    edition.export(str(output / "edition.mp3"), format="mp3", bitrate="96k")
    return audio_s, paragraphs, missing


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, nargs="+", default=[1, 10, 50])
    options.add_argument("--naive", nargs=2, type=Path, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.naive:
        print(json.dumps(naive(*given.naive)), file=sys.stderr)
        return
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        for count in given.articles:
            folder = project(Path(temporary) / str(count), count)
            out = empty(folder / "out")
            ours = audioedition("-C", folder, "build", "-q", "--output", out, cache=empty(folder / "cache"))
            audio = audio_seconds(out)
            rows.append([count, "audioedition", ours.seconds, audio, audio / ours.seconds, "not counted"])
            began = time.perf_counter()
            command = [sys.executable, __file__, "--naive", str(folder / "seeds"), str(empty(folder / "naive"))]
            process = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            seconds = time.perf_counter() - began
            if process.returncode:
                rows.append([count, "pyttsx3 + pydub + ffmpeg", seconds, "", "", f"died ({process.returncode})"])
                continue
            audio, paragraphs, missing = json.loads(process.stderr.splitlines()[-1])
            lost = f"{missing} of {paragraphs}"
            rows.append([count, "pyttsx3 + pydub + ffmpeg", seconds, audio, audio / seconds, lost])
    header = ["articles", "program", "seconds", "audio, s", "x real time", "paragraphs missing"]
    print_table("The script people write first", header, rows)


if __name__ == "__main__":
    main()
