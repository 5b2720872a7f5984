from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audioedition.errors import MasteringError
from audioedition.settings.sounddesign import SoundDesign
from audioedition.sound import mastering
from audioedition.sound.loudness import Meter
from audioedition.sound.mastering import TARGETS, LoudnessTarget, master, target_of
from audioedition.sound.mixing import mix
from sound_signals import RATE, arranged, clip, line, sine, speech


def blocks(signal: np.ndarray, size: int = RATE) -> Iterator[np.ndarray]:
    return (signal[at : at + size] for at in range(0, len(signal), size))


def mastered(signal: np.ndarray, target: LoudnessTarget = TARGETS["podcast"], size: int = RATE) -> np.ndarray:
    return np.concatenate([*master(lambda: blocks(signal, size), target), np.zeros(0, np.float32)])


def metered(signal: np.ndarray) -> Meter:
    meter = Meter()
    for block in blocks(signal):
        meter.feed(block)
    return meter


@cache
def newscast(seconds: float = 40) -> np.ndarray:
    clips = [clip(seconds / 8, gain_db=g, seed=i) for i, g in enumerate([0, 3, -2, 1, 0, -4, 2, 0])]
    lines = [line("Words.", paragraph=i // 3) for i in range(8)]
    timeline = arranged(lines, [c.seconds for c in clips], SoundDesign())
    return np.concatenate(list(mix(timeline, clips.__getitem__)))


@pytest.mark.parametrize("preset", list(TARGETS))
def test_speech_reads_its_target_under_the_ceiling(preset: str) -> None:
    target = target_of(preset)
    meter = metered(mastered(newscast(), target))
    assert meter.lufs == pytest.approx(target.lufs, abs=0.1)
    assert meter.true_peak_db <= target.ceiling_db + 0.1


@given(st.floats(-20, 5), st.integers(20_000, 100_000), st.integers(0, 5))
@settings(max_examples=8, deadline=None)
def test_whatever_comes_in(gain_db: float, size: int, seed: int) -> None:
    signal = speech(4, RATE, seed=seed) * np.float32(10 ** (gain_db / 20))
    out = mastered(signal, size=size)
    meter = metered(out)
    assert len(out) == len(signal)
    assert meter.true_peak_db <= TARGETS["podcast"].ceiling_db + 0.1
    assert meter.lufs == pytest.approx(-16, abs=0.2)


def test_clicks_are_held_down_without_pulling_the_speech_down() -> None:
    signal = newscast().copy()
    signal[5 * RATE :: 3 * RATE] = 0.99
    meter = metered(mastered(signal))
    assert meter.true_peak_db <= TARGETS["podcast"].ceiling_db + 0.2
    assert meter.lufs == pytest.approx(-16, abs=0.2)


def test_silence_stays_silence_and_nothing_stays_nothing() -> None:
    assert not mastered(np.zeros(3 * RATE, np.float32)).any()
    assert len(mastered(np.zeros(0, np.float32))) == 0
    signal = np.concatenate([speech(2, RATE), np.zeros(RATE, np.float32), speech(2, RATE)])
    pause = mastered(signal)[2 * RATE + RATE // 4 : 3 * RATE]
    assert np.abs(pause).max() < 0.5 / 32768


def test_rumble_and_offset_are_taken_out() -> None:
    voice = speech(6, RATE, pitch=200)
    rumble = voice + sine(6, -20, 25.0) + np.float32(0.05)
    clean, dirty = mastered(voice), mastered(rumble)

    def rumbling(signal: np.ndarray) -> float:
        spectrum, hertz = np.abs(np.fft.rfft(signal)) ** 2, np.fft.rfftfreq(len(signal), 1 / RATE)
        return float(10 * np.log10(spectrum[hertz < 30].sum() / spectrum[hertz > 100].sum()))

    assert rumbling(dirty) < rumbling(rumble) - 17
    assert metered(dirty).lufs == pytest.approx(metered(clean).lufs, abs=0.1)


def test_the_compressor_brings_loud_and_soft_together_gently() -> None:
    signal = newscast()
    levels = np.concatenate([signal[: 20 * RATE] * 0.5, signal[20 * RATE :] * 1.6])
    before, after = metered(levels).range_lu, metered(mastered(levels)).range_lu
    assert 1 < before - after < 8


def test_two_runs_and_any_blocks_give_the_same_sound() -> None:
    signal = newscast(16)
    one = mastered(signal)
    np.testing.assert_array_equal(one, mastered(signal))
    np.testing.assert_allclose(one, mastered(signal, size=12_345), atol=1e-4)


def test_long_sounds_are_not_kept_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    signal = newscast(16)
    kept = mastered(signal)
    monkeypatch.setattr(mastering, "KEEP", RATE)
    started = 0

    def make() -> Iterator[np.ndarray]:
        nonlocal started
        started += 1
        return blocks(signal)

    again = np.concatenate(list(master(make)))
    assert started == 2
    np.testing.assert_array_equal(kept, again)


def test_an_unknown_preset_is_an_error() -> None:
    with pytest.raises(MasteringError, match="podcast, mono, broadcast"):
        target_of("loud")
