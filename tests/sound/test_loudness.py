from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audioedition.sound.loudness import Filter, Meter, TruePeak, high_pass, k_weighting, measure_lufs
from sound_signals import RATE, sine, speech

STEREO = 3.01
"""The EBU's tones stand in both channels; a mono meter reads as much when they are this much louder."""


def read(samples: np.ndarray, rate: int = RATE, block: int = RATE) -> Meter:
    meter = Meter(rate)
    for at in range(0, len(samples), block):
        meter.feed(samples[at : at + block])
    return meter


@pytest.mark.parametrize("rate", [44_100, 48_000])
@pytest.mark.parametrize(
    ("case", "tones", "lufs"),
    [
        (1, [(20, -23)], -23),
        (2, [(20, -33)], -33),
        (3, [(10, -36), (60, -23), (10, -36)], -23),
        (4, [(10, -72), (10, -36), (60, -23), (10, -36), (10, -72)], -23),
        (5, [(20, -26), (20.1, -20), (20, -26)], -23),
    ],
)
def test_ebu_tech_3341(case: int, tones: list[tuple[float, float]], lufs: float, rate: int) -> None:
    signal = np.concatenate([sine(seconds, db + STEREO, rate=rate) for seconds, db in tones])
    assert read(signal, rate).lufs == pytest.approx(lufs, abs=0.1)


@pytest.mark.parametrize(("tones", "range_lu"), [([-20, -30], 10), ([-20, -15], 5), ([-40, -20], 20)])
def test_ebu_tech_3342(tones: list[float], range_lu: float) -> None:
    signal = np.concatenate([sine(20, db + STEREO) for db in tones])
    assert read(signal).range_lu == pytest.approx(range_lu, abs=1.0)


def test_agrees_with_pyloudnorm() -> None:
    pyloudnorm = pytest.importorskip("pyloudnorm")
    signal = speech(8, RATE)
    signal[3 * RATE : 6 * RATE] *= 0.1
    reference = pyloudnorm.Meter(RATE).integrated_loudness(signal.astype(np.float64))
    assert read(signal).lufs == pytest.approx(reference, abs=0.1)


@pytest.mark.skipif(not shutil.which("ffmpeg"), reason="ffmpeg is not installed")
def test_agrees_with_ffmpeg(tmp_path: Path) -> None:
    signal = np.concatenate([speech(8, RATE) * 2, sine(2, -6, 11_000) * speech(2, RATE, seed=3) * 20])
    signal.tofile(tmp_path / "x.f32")
    command = f"ffmpeg -hide_banner -f f32le -ar {RATE} -ac 1 -i x.f32 -af ebur128=peak=true -f null -"
    said = subprocess.run(command.split(), cwd=tmp_path, capture_output=True, text=True, check=True).stderr
    summary = said[said.rindex("Summary") :]
    meter = read(signal)
    for name, value, tolerance in (
        ("I", meter.lufs, 0.1),
        ("Peak", meter.true_peak_db, 0.3),
        ("LRA", meter.range_lu, 1),
    ):
        found = re.search(rf"\b{name}:\s+(-?[\d.]+)", summary)
        assert found
        assert value == pytest.approx(float(found[1]), abs=tolerance + 0.05), name


@pytest.mark.parametrize("hertz", [997, 5_000, RATE / 6, RATE / 4])
@pytest.mark.parametrize("degrees", [0, 45, 60])
def test_true_peak_of_a_sine_is_its_amplitude(hertz: float, degrees: float) -> None:
    t = np.arange(RATE)
    signal = 0.5 * np.cos(2 * np.pi * hertz / RATE * t + np.radians(degrees))
    envelope = np.minimum(1, np.minimum(t, t[::-1]) / 2000)
    meter = TruePeak()
    meter.feed((signal * envelope).astype(np.float32))
    assert 20 * np.log10(meter.peak / 0.5) == pytest.approx(0, abs=0.2)


def test_true_peak_does_not_depend_on_the_blocks() -> None:
    signal = speech(2, RATE)
    assert read(signal, block=777).true_peak_db == pytest.approx(read(signal, block=RATE).true_peak_db, abs=0.01)


@given(st.floats(-20, 20), st.integers(5000, 150_000))
@settings(max_examples=10, deadline=None)
def test_gain_is_read_as_loudness_whatever_the_blocks(gain_db: float, block: int) -> None:
    signal = speech(3, RATE)
    louder = signal * np.float32(10 ** (gain_db / 20))
    assert read(louder, block=block).lufs - read(signal).lufs == pytest.approx(gain_db, abs=0.01)


def test_silence_and_nothing() -> None:
    for signal in (np.zeros(0, np.float32), np.zeros(RATE, np.float32)):
        meter = read(signal)
        assert meter.lufs == meter.true_peak_db == -np.inf
        assert meter.range_lu == 0
    assert measure_lufs(np.zeros(10, np.float32), 24_000) == -np.inf


def test_a_clip_of_any_rate_and_a_few_milliseconds_can_be_measured() -> None:
    assert measure_lufs(sine(0.1, -20 + STEREO, rate=22_050), 22_050) == pytest.approx(-20, abs=1.0)
    assert measure_lufs(sine(3, -20 + STEREO, rate=16_000), 16_000) == pytest.approx(-20, abs=0.1)
    assert np.isfinite(measure_lufs(sine(0.02, -20, rate=24_000), 24_000))


@given(st.lists(st.integers(1, 90_000), min_size=1, max_size=4))
@settings(max_examples=15, deadline=None)
def test_filtering_in_blocks_is_filtering_at_once(sizes: list[int]) -> None:
    signal = np.random.default_rng(0).standard_normal(sum(sizes)).astype(np.float32)
    sections = high_pass(RATE, 70) + k_weighting(RATE)
    whole = Filter(RATE, sections)(signal)
    filtered = Filter(RATE, sections)
    parts = np.concatenate([filtered(p) for p in np.split(signal, np.cumsum(sizes)[:-1])])
    assert len(whole) == len(parts) == len(signal)
    np.testing.assert_allclose(parts, whole, atol=1e-6)
