from __future__ import annotations

import dataclasses

import numpy as np

from audioedition.engines import load_engine
from audioedition.model import Utterance, Voice
from audioedition.testing import EngineContract


class TestTone(EngineContract):
    voice = Voice("high", engine="tone", id="high", language="und")
    foreign = ()

    def test_says_a_text_without_any_break(self, engine):
        assert engine.synthesise(self.utterance("x" * 900)).seconds > 5

    def test_names_a_voice_it_does_not_have(self, engine):
        """It has them all: any name hums at a pitch of its own."""
        other = dataclasses.replace(self.voice, id="no such voice")
        assert engine.synthesise(Utterance(self.sentence, other)).seconds > 1


def test_length_follows_the_text_and_pitch_the_voice():
    def hertz(voice_id: str, text: str) -> tuple[int, float]:
        clip = load_engine("tone").synthesise(Utterance(text, Voice("v", engine="tone", id=voice_id)))
        spectrum = np.abs(np.fft.rfft(clip.samples))
        return round(spectrum.argmax() * clip.rate / len(clip.samples)), clip.seconds

    assert hertz("low", "a" * 100) == (110, 6.0)
    assert hertz("high", "a" * 50) == (220, 3.0)
