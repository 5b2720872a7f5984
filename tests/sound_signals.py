"""Signals for the sound tests: nothing is stored, everything is computed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audioedition.model import Clip, Line, Utterance, Voice
from audioedition.script.pauses import with_pauses
from audioedition.settings.sounddesign import SoundDesign
from audioedition.sound.timeline import Timeline, arrange

RATE = 44_100
VOICES = {
    "anna": Voice("anna", "tone", "anna", gain_db=5.0),
    "bert": Voice("bert", "tone", "bert", gain_db=0.0),
}


def sine(seconds: float, db: float, hertz: float = 1000.0, rate: int = RATE) -> NDArray[np.float32]:
    """A sine whose peak is at `db` dBFS."""
    t = np.arange(round(seconds * rate)) / rate
    return (10 ** (db / 20) * np.sin(2 * np.pi * hertz * t)).astype(np.float32)


def speech(seconds: float, rate: int = 24_000, *, pitch: float = 180.0, seed: int = 1) -> NDArray[np.float32]:
    """Something with the crest factor, spectrum and rhythm of speech: about four syllables a second, -26 LUFS."""
    return _speech(seconds, rate, pitch, seed).copy()


@cache
def _speech(seconds: float, rate: int, pitch: float, seed: int) -> NDArray[np.float32]:
    rng = np.random.default_rng(seed)
    t = np.arange(round(seconds * rate)) / rate
    glide = pitch * (1 + 0.1 * np.sin(2 * np.pi * 0.7 * t + seed))
    phase = 2 * np.pi * np.cumsum(glide) / rate
    voiced = sum(np.cos(n * phase + n * n) / n for n in range(1, 12))
    syllables = np.clip(np.sin(2 * np.pi * 3.7 * t + 0.3 * np.sin(5 * t)), 0, None) ** 0.7
    hiss = rng.standard_normal(len(t)) * np.clip(-np.sin(2 * np.pi * 3.7 * t), 0, None) ** 4
    return (0.1 * voiced * syllables + 0.026 * hiss).astype(np.float32)


def clip(seconds: float, rate: int = 24_000, *, gain_db: float = 0.0, seed: int = 1) -> Clip:
    return Clip(speech(seconds, rate, seed=seed) * np.float32(10 ** (gain_db / 20)), rate)


def line(text: str, role: str = "body", paragraph: int = 0, voice: str = "anna", spoken: str | None = None) -> Line:
    said = text if spoken is None else spoken
    return Line(role, text, 0, len(text), said, voice, Utterance(said, VOICES[voice]), paragraph=paragraph)


def arranged(lines: Sequence[Line], lengths_s: Sequence[float], sound: SoundDesign, **more: Any) -> Timeline:
    """The timeline of lines with the pauses of a sound design."""
    return arrange(with_pauses(lines, sound), lengths_s, sound, **more)
