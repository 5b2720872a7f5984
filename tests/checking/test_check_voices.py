"""How loud each voice of a finished file is: a speaker a second of noise at another level."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from audioedition.checking import voices
from audioedition.model import Cue
from audioedition.sound.encoding import Measured
from audioedition.sound.loudness import Meter, Samples

RATE = 16_000


def spoken(*parts: tuple[str, float, float]) -> tuple[list[Cue], Measured]:
    """(speaker, seconds, dB) in a row."""
    random = np.random.default_rng(1)
    meter = Meter(RATE)
    cues: list[Cue] = []
    ends = itertools.accumulate(round(seconds * 1000) for _, seconds, _ in parts)
    for (speaker, seconds, db), end in zip(parts, ends, strict=True):
        noise: Samples = (random.standard_normal(round(seconds * RATE)) * 0.1 * 10 ** (db / 20)).astype(np.float32)
        meter.feed(noise)
        cues.append(Cue(end - round(seconds * 1000), end, "Said.", speaker, "quote"))
    total = sum(seconds for _, seconds, _ in parts)
    return cues, Measured(total, meter.lufs, 0.0, -1.0, 0.0, 0.0, 0.0, energies=meter.energies)


@pytest.mark.parametrize(
    ("parts", "faults", "notes"),
    [
        ([("The Post", 20, 0), ("Ana", 6, 0)], [], []),
        ([("The Post", 20, 0), ("Ana", 6, -2)], ["Ana speaks at"], ["between Ana and The Post"]),
        ([("The Post", 20, 0), ("Ana", 6, 0.8)], [], ["between Ana and The Post"]),
        ([("The Post", 20, 0), ("Ana", 4, 0.8)], [], []),  # too short to be sure
        ([("The Post", 20, 0), ("Ana", 2, -6)], [], []),  # and much too short
        ([("The Post", 20, 0), ("Ana", 6, 0.5), ("Tom", 6, -0.4)], [], ["between Ana and Tom"]),
        ([("Ana", 6, 0.5), ("The Post", 20, 0), ("Tom", 6, -0.4)], [], []),  # no neighbours
        ([("", 20, 0), ("Tom", 6, 2)], ["Tom speaks at"], ["between a voice and Tom"]),
    ],
)
def test_voices_that_are_off_are_named(parts, faults, notes):
    file = spoken(*parts)
    found = voices.faults(*file), voices.steps(*file)
    for texts, beginnings in zip(found, (faults, notes), strict=True):
        assert len(texts) == len(beginnings), texts
        assert all(wanted in text for text, wanted in zip(texts, beginnings, strict=True))


def test_all_that_a_voice_says_counts_together():
    heard = voices.loudness(*spoken(("Ana", 2, 0), ("The Post", 6, -6), ("Ana", 2, 0)))
    assert list(heard) == ["Ana", "The Post"]
    assert heard["Ana"] - heard["The Post"] == pytest.approx(6, abs=0.4)
