"""Another larynx: WORLD's envelope, the pitch that was asked for, the same samples each time."""

import numpy as np
import pytest

from audioedition.engines import load_engine
from audioedition.engines.revoicing import FRAME_MS, _cepstra, revoice
from audioedition.model import Utterance, Voice

RATE, HOP = 24_000, 300


def hum(hertz: float, seconds: float = 1.0) -> np.ndarray:
    """A buzz with falling partials: a voice, nearly."""
    t = np.arange(int(seconds * RATE)) / RATE
    return sum(np.sin(2 * np.pi * hertz * k * t) / k**1.5 for k in range(1, 40)).astype(np.float32) * 0.1


def curve(hertz: float, samples: np.ndarray) -> np.ndarray:
    return np.full(len(samples) // HOP, hertz, np.float32)


def again(samples, f0, wanted, **options):
    return revoice(samples, f0, wanted, HOP, RATE, np.random.default_rng(1), **options)


def pitch(samples: np.ndarray) -> float:
    import pyworld

    found, _ = pyworld.dio(samples.astype(np.float64), RATE)
    return float(np.median(found[found > 0]))


@pytest.mark.parametrize("wanted", [90, 120, 160])
def test_has_the_pitch_that_is_asked_for(wanted):
    samples = hum(200)
    spoken = again(samples, curve(200, samples), curve(wanted, samples))
    assert pitch(spoken) == pytest.approx(wanted, rel=0.02)
    middle = slice(RATE // 4, -RATE // 4)
    assert np.std(spoken[middle]) == pytest.approx(np.std(samples[middle]), rel=0.15), "as loud"


def test_is_as_long_as_is_asked_for():
    samples = hum(200)
    for length in (0.74, 1.0, 1.3):
        spoken = again(samples, curve(200, samples), curve(150, samples), length=length)
        assert len(spoken) == pytest.approx(length * len(samples), abs=RATE * FRAME_MS / 1000 * length + 1)


def test_the_same_words_give_the_same_samples():
    samples = hum(190)
    once, twice = (again(samples, curve(190, samples), curve(110, samples)) for _ in range(2))
    assert np.array_equal(once, twice)


@pytest.mark.parametrize("seconds", [0.0, 0.001, 0.004, 0.013, 0.02])
def test_what_is_too_short_for_a_period(seconds):
    samples = hum(200, seconds)
    spoken = again(samples, np.full(max(len(samples) // HOP, 1), 200.0), np.full(max(len(samples) // HOP, 1), 90.0))
    assert np.isfinite(spoken).all()
    assert len(spoken) < RATE * 0.03


def test_where_nothing_is_voiced_nothing_hums():
    random = np.random.default_rng(3)
    hiss = (random.standard_normal(RATE) * 0.05).astype(np.float32)
    spoken = again(hiss, curve(0, hiss), curve(0, hiss))
    assert np.std(spoken) == pytest.approx(0.05, rel=0.15)
    peaks = np.abs(np.fft.rfft(spoken))
    assert peaks.max() < 8 * np.sqrt(np.mean(peaks**2)), "no partial stands out"


def test_silence_stays_silent():
    nothing = np.zeros(RATE, np.float32)
    assert np.abs(again(nothing, curve(200, nothing), curve(100, nothing))).max() < 1e-4


def test_the_envelope_is_the_library_s():
    """CheapTrick of pyworld, in every frame that can be heard."""
    import pyworld

    heard = load_engine("hibari").synthesise(Utterance("The road stays open.", Voice("heart", "hibari", "heart"), "en"))
    samples = heard.samples.astype(np.float64)
    found, times = pyworld.dio(samples, heard.rate)
    found = np.where(found > 75, found, 0.0)
    theirs = np.log(pyworld.cheaptrick(samples, found, times, heard.rate))
    whole = np.fft.irfft(theirs, axis=1)
    ours = _cepstra(heard.samples, found, times, heard.rate)
    loud = theirs.max(axis=1) > np.log(1e-5)
    assert loud.sum() > 50
    assert np.abs(ours - whole[:, : ours.shape[1]])[loud].max() < 0.01


def test_only_a_larynx_of_another_names_its_version():
    engine = load_engine("hibari")
    own, led, man = (
        engine.fingerprint(Voice("v", "hibari", "heart", options=options))
        for options in ((), (("pitch", 0.96),), (("pitch", 0.7),))
    )
    assert own == led != man
