from __future__ import annotations

import numpy as np
import pytest

from audioedition.sound.loudness import Samples, decibels, measure_lufs
from audioedition.sound.shaping import PEAK_DB, shape
from sound_signals import speech


def peak_to_loudness(samples: Samples, rate: int) -> float:
    return decibels(float(np.abs(samples).max())) - measure_lufs(samples, rate)


def spiky(rate: int) -> Samples:
    """Speech with the lopsided pulses that some voices have."""
    signal = speech(4, rate)
    signal[:: rate // 90] *= 4
    return signal


@pytest.mark.parametrize("rate", [18_720, 22_050, 24_000])
@pytest.mark.parametrize("make", [lambda rate: speech(4, rate), spiky])
def test_no_voice_has_higher_peaks_than_another_and_each_keeps_its_loudness_and_length(rate, make):
    samples = make(rate)
    shaped = shape(samples, rate)
    assert len(shaped) == len(samples)
    assert peak_to_loudness(shaped, rate) <= PEAK_DB + 0.3
    assert measure_lufs(shaped, rate) == pytest.approx(measure_lufs(samples, rate), abs=0.15)


def test_the_spiky_one_would_have_had_higher_peaks():
    assert peak_to_loudness(spiky(24_000), 24_000) > PEAK_DB + 3


def test_louder_in_louder_out():
    samples = speech(3, 24_000)
    np.testing.assert_allclose(shape(samples * np.float32(0.25), 24_000), shape(samples, 24_000) / 4, atol=1e-4)


def test_silence_and_nothing_come_back_as_they_are():
    assert not shape(np.zeros(2_400, np.float32), 24_000).any()
    assert len(shape(np.zeros(0, np.float32), 24_000)) == 0


def test_phases_turn_and_spectra_stay():
    samples = speech(4, 24_000)
    before, after = (np.abs(np.fft.rfft(x)) ** 2 for x in (samples, shape(samples, 24_000)))
    bands = [slice(i, i + 4_000) for i in range(400, 32_000, 4_000)]
    ratios = [10 * np.log10(after[b].sum() / before[b].sum()) for b in bands]
    assert max(ratios) - min(ratios) < 1.5
