from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from audioedition.errors import EncodingError, MasteringError
from audioedition.model.formats import FORMATS
from audioedition.settings.sounddesign import SoundDesign
from audioedition.sound.assets import decode, load_assets
from audioedition.sound.encoding import EncodedAudio, Measured
from audioedition.sound.finishing import accept, finish
from audioedition.sound.loudness import measure_lufs
from audioedition.sound.mastering import TARGETS, target_of
from audioedition.sound.mixing import mix
from audioedition.sound.timeline import Timeline
from sound_signals import RATE, arranged, clip, line, speech

ROOT = Path(__file__).parents[2]
CLIPS = [clip(3.0, seed=1), clip(1.2, 22_050, gain_db=4, seed=2), clip(4.0, seed=3)]
LINES = [line("Ferry back", "headline"), line("It runs.", paragraph=1), line("Good.", paragraph=1)]


def blocks(timeline: Timeline, assets: dict[str, np.ndarray] | None = None) -> Iterator[np.ndarray]:
    return mix(timeline, CLIPS.__getitem__, (assets or {}).__getitem__)


@pytest.mark.parametrize("format", list(FORMATS))
@pytest.mark.parametrize("preset", list(TARGETS))
def test_a_story_meets_its_target_on_the_decoded_file(tmp_path: Path, format: str, preset: str) -> None:
    timeline = arranged(LINES, [c.seconds for c in CLIPS], SoundDesign())
    made, measured = finish(lambda: blocks(timeline), tmp_path / "x", TARGETS[preset], format=format)
    assert made.samples == timeline.samples
    assert measured.lufs == pytest.approx(TARGETS[preset].lufs, abs=0.5)
    assert measured.true_peak_db <= -1
    assert measured.lead_silence_s == pytest.approx(0.5, abs=0.05)
    assert [p.name for p in tmp_path.iterdir()] == ["x"]


@pytest.mark.parametrize("part", ["opening", "between", "closing", "coda"])
def test_every_part_of_an_edition(tmp_path: Path, part: str) -> None:
    assets = load_assets(ROOT, SoundDesign())
    lines = [line("You are listening.", "announcement"), *LINES[:2]] if part != "between" else []
    timeline = arranged(
        lines,
        [c.seconds for c in CLIPS[: len(lines)]],
        SoundDesign(),
        part=part,  # type: ignore[arg-type]
        assets={name: len(s) / RATE for name, s in assets.items()},
    )
    target = target_of("podcast", timeline.level_db)
    path = tmp_path / "x.mp3"
    _, measured = finish(lambda: blocks(timeline, assets), path, target)
    assert measured.lufs == pytest.approx(target.lufs, abs=0.5)
    if part == "between":
        assert timeline.level_db == pytest.approx(-6)
        return
    heard = np.concatenate(list(decode(path)), axis=1)[0]
    voices = [heard[e.start : e.start + e.length] for e in timeline.events if isinstance(e.source, int)]
    assert measure_lufs(np.concatenate(voices), RATE) == pytest.approx(-16, abs=0.7)


def test_silence_and_a_single_word_can_be_finished(tmp_path: Path) -> None:
    for sound in (np.zeros(RATE, np.float32), speech(0.3, RATE)):
        finish(lambda sound=sound: iter([sound]), tmp_path / "x.mp3", TARGETS["podcast"])


def test_a_file_that_falls_short_does_not_take_its_place(tmp_path: Path) -> None:
    (tmp_path / "x.mp3").write_bytes(b"the old one")
    clicks = np.zeros(10 * RATE, np.float32)
    clicks[::RATE] = 1.0
    with pytest.raises(MasteringError, match="LUFS instead of -16"):
        finish(lambda: iter([clicks]), tmp_path / "x.mp3", TARGETS["podcast"])
    assert (tmp_path / "x.mp3").read_bytes() == b"the old one"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(EncodingError, match="cannot be written"):
        finish(lambda: iter([speech(1, RATE)]), tmp_path / "none" / "x.mp3", TARGETS["podcast"])


def test_what_is_accepted() -> None:
    made = EncodedAudio(10 * RATE, 1, "audio/mpeg")
    good = Measured(10.0, -16.2, 5.0, -1.3, 0.5, 1.0, 1.0)
    accept(made, good, TARGETS["podcast"])
    for bad in (replace(good, lufs=-15.4), replace(good, true_peak_db=-0.9), replace(good, seconds=10.01)):
        with pytest.raises(MasteringError):
            accept(made, bad, TARGETS["podcast"])
    accept(made, replace(good, lufs=-np.inf), TARGETS["podcast"])
