"""Each voice as a listener hears it: a story in which it is quoted, built like any other and measured in its MP3.

    python benchmarks/voices.py [--keep FOLDER] [VOICE ...]     # default: every voice but the system's; needs pyworld

For each voice: loudness in the finished file (ITU-R BS.1770-4 over its own words), how far off the narrator of the same
file that is, DNSMOS there (P.835 overall / P.808; with `speechmos` and `librosa`), word error rate, and how far
the starts of its words are from where the recogniser hears them (both with the extra `listen`), median pitch, words a
minute within sentences, and how many times faster than it speaks its engine is on one core, start-up left out, by the
processors' time. What each voice reads stands in voices.toml. The narrator of a language is its first voice here; Hindi
has no quotations yet, so each of its voices narrates. In FOLDER clips and rows are kept, so that it may be stopped.
"""

from __future__ import annotations

import argparse
import difflib
import itertools
import json
import os
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import soxr

from audioedition.checking.listening import HeardWord, _recogniser, find_model
from audioedition.checking.words import sounding_words
from audioedition.engines import load_engine, load_voices
from audioedition.model import Utterance, Voice
from audioedition.sound.assets import decode
from audioedition.sound.loudness import RATE, Samples, measure_lufs
from measuring import ROOT, audioedition, empty, print_table

HEADER = (
    "voice",
    "LUFS",
    "off the narrator",
    "DNSMOS",
    "WER",
    "words off, ms",
    "f0, Hz",
    "words a minute",
    "x real time",
)
AT_A_TIME = 3
"""Sentences in one quotation."""
GAP_S = 0.4
"""Between two quotations when they are heard one after another."""
EAR = 16_000
"""The rate at which Whisper and DNSMOS hear."""


def main() -> None:
    """Measure what has not been measured, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("voices", nargs="*")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    voices = load_voices(ROOT)
    words = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    named = options.voices or [v.name for v in voices.values() if v.engine != "system" and v.language[:2] in words]
    first = tomllib.loads((ROOT / "voices/cast.toml").read_text(encoding="utf-8"))["narrator"]
    narrators = {voices[name].language[:2]: name for name in reversed(named)} | {"en": first}
    with tempfile.TemporaryDirectory() as temporary:
        keep = options.keep or Path(temporary)
        keep.mkdir(exist_ok=True)
        for name in sorted(named, key=lambda name: list(words).index(voices[name].language[:2])):
            row = keep / f"{name}.json"
            if not row.is_file():
                language = voices[name].language[:2]
                narrator = narrators[language] if "quote" in words[language] else name
                cells = [name, *_heard(keep, voices[name], narrator, words[language]), *_speed(voices[name], words)]
                row.write_text(json.dumps(cells), encoding="utf-8")
        rows = [json.loads((keep / f"{name}.json").read_text(encoding="utf-8")) for name in named]
    print_table("Voices", HEADER, rows)


def _heard(keep: Path, voice: Voice, narrator: str, words: dict[str, Any]) -> list[str]:
    """What is measured in the finished file of a story that the voice has a part in."""
    project = empty(keep / "project")
    person = "Kit " + voice.name.replace("-", "").title()
    groups = [" ".join(words["said"][i : i + AT_A_TIME]) for i in range(0, len(words["said"]), AT_A_TIME)]
    quoted = [words.get("quote", "{words}").format(words=group, person=person) for group in groups]
    for part in ("seeds", "voices"):
        (project / part).mkdir()
    story, *_ = words["story"]
    (project / "seeds/road.txt").write_text("\n\n".join([story.split(". ")[0], story, *quoted]), encoding="utf-8")
    stock = (ROOT / "voices/cast.toml").read_text(encoding="utf-8")
    own = f'[people]\n"{person}" = "{voice.name}"'
    cast = stock.replace("[people]", own).replace('narrator = "heart"', f'narrator = "{narrator}"', 1)
    (project / "voices/cast.toml").write_text(cast, encoding="utf-8")
    language = "en" if voice.language.startswith("en") else voice.language
    (project / "edition.toml").write_text(f'[edition]\ntitle = "Voices"\nlanguage = "{language}"\n', encoding="utf-8")
    audioedition("-C", project, "build", "-q", cache=keep / "cache")
    (episode,) = (project / "output/episodes").glob("*.mp3")
    told = json.loads((project / f"output/words/{episode.stem}.json").read_text(encoding="utf-8"))
    sound = np.concatenate([block.mean(axis=0) for block in decode(episode)]).astype(np.float32)
    lines = [line for line in told["lines"] if line.get("heard")]
    own_lines = [line for line in lines if line["speaker"] == person or "quote" not in words]
    if not own_lines:
        raise SystemExit(f"{voice.name} was not heard: {lines}")
    others = [line for line in lines if line not in own_lines] or own_lines
    pieces, times = _together(sound, told, lines, own_lines)
    lufs, narrated = (measure_lufs(_cut(sound, some), RATE) for some in (own_lines, others))
    minutes = sum(end - start for start, end in (line["heard"] for line in own_lines)) / 60_000
    return [
        f"{lufs:.1f}",
        "" if voice.name == narrator else f"{lufs - narrated:+.1f}",
        _dnsmos(pieces),
        *_words(pieces, times, voice.language),
        f"{_pitch(pieces):.0f}",
        f"{len(times) / minutes:.0f}",
    ]


def _cut(sound: Samples, lines: Sequence[dict[str, Any]]) -> Samples:
    spans = [line["heard"] for line in lines]
    return np.concatenate([sound[round(a * RATE / 1000) : round(b * RATE / 1000)] for a, b in spans])


def _together(
    sound: Samples, told: dict[str, Any], lines: Sequence[dict[str, Any]], own: Sequence[dict[str, Any]]
) -> tuple[Samples, list[tuple[str, int]]]:
    """What the voice says, for the ear, and each word with its start in milliseconds.

    Lines that follow one another have the pauses of the file between them, others a gap.
    """
    gap = np.zeros(round(GAP_S * RATE), np.float32)
    pieces: list[Samples] = [gap]
    times: list[tuple[str, int]] = []
    for mine, some in itertools.groupby(lines, key=lambda line: line in own):
        if not mine:
            continue
        passage = list(some)
        start, end = passage[0]["heard"][0], passage[-1]["heard"][1]
        offset = sum(map(len, pieces)) * 1000 / RATE - start
        times += [
            (told["source"][a:b], round(begins + offset))
            for begins, ends, a, b in told["words"]
            if start <= begins and ends <= end
        ]
        pieces += [sound[round(start * RATE / 1000) : round(end * RATE / 1000)], gap]
    return soxr.resample(np.concatenate(pieces), RATE, EAR), times


def _dnsmos(sound: Samples) -> str:
    try:
        from speechmos import dnsmos
    except ImportError:
        return ""
    scores = dnsmos.run((sound / np.abs(sound).max() * 0.7).astype(np.float32), sr=EAR)
    return f"{scores['ovrl_mos']:.2f} / {scores['p808_mos']:.2f}"


def _words(sound: Samples, times: list[tuple[str, int]], language: str) -> tuple[str, str]:
    """(word error rate, median distance of the words' starts) against what the recogniser hears."""
    model = find_model()
    if model is None:
        return "", ""
    found, _ = _recogniser(model).transcribe(
        sound, language=language[:2], beam_size=5, condition_on_previous_text=False, word_timestamps=True
    )
    heard = [HeardWord(w.word, round(w.start * 1000), round(w.end * 1000)) for s in found for w in s.words or ()]
    said = [word for word, _ in times]
    wanted, got = (sounding_words(" ".join(some), language) for some in (said, ["".join(w.text for w in heard)]))
    plain, plainly = (
        [w.strip(" .,:;?!“”„«»¿।'’").casefold() for w in some] for some in (said, [w.text for w in heard])
    )
    same = difflib.SequenceMatcher(None, plain, plainly, autojunk=False).get_matching_blocks()
    off = [abs(heard[b + i].start_ms - times[a + i][1]) for a, b, size in same for i in range(size)]
    return f"{errors(wanted, got) / len(wanted):.3f}", f"{np.median(off):.0f}" if off else ""


def errors(wanted: Sequence[str], got: Sequence[str]) -> int:
    """The fewest words to change, drop or add that make one of the other."""
    row = list(range(len(got) + 1))
    for i, word in enumerate(wanted, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(got, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (word != other))
    return row[-1]


def _pitch(sound: Samples) -> float:
    import pyworld

    curve, _ = pyworld.dio(sound.astype(np.float64), EAR)
    return float(np.median(curve[curve > 0]))


def _speed(voice: Voice, words: dict[str, Any]) -> list[str]:
    """Seconds of speech a second of work of the voice's engine, its start left out."""
    texts = words[voice.language[:2]]["said"][:3]
    load_engine(voice.engine).synthesise(Utterance(texts[0], voice, voice.language))
    spent, seconds = [], 0.0
    for said in (texts[:1], texts):
        before = sum(os.times()[:4])
        engine = type(load_engine(voice.engine))()
        clips = [engine.synthesise(Utterance(text, voice, voice.language)) for text in said]
        getattr(engine, "close", lambda: None)()
        spent.append(sum(os.times()[:4]) - before)
        seconds = sum(clip.seconds for clip in clips[1:])
    return [f"{seconds / max(spent[1] - spent[0], 0.001):.1f}"]


if __name__ == "__main__":
    main()
