"""Utterance -> a hum: length follows the text, pitch follows the voice. Deterministic and very fast, for tests and
benchmarks that need sound but no speech."""

from __future__ import annotations

import itertools
import re
import zlib
from collections.abc import Sequence

import numpy as np

from ..model import Clip, Gender, Utterance, Voice
from . import VoiceInfo
from .letters import unspeakable
from .sound import clip

RATE = 16_000
SECONDS_A_CHARACTER = 0.06
"""About 170 words a minute."""
_WORD = re.compile(r"\S+")


class ToneEngine:
    name = "tone"

    def voices(self) -> Sequence[VoiceInfo]:
        return [
            VoiceInfo("high", "und", Gender.FEMALE, "a tone at 220 Hz", "CC0-1.0"),
            VoiceInfo("low", "und", Gender.MALE, "a tone at 110 Hz", "CC0-1.0"),
        ]

    def fingerprint(self, voice: Voice) -> str:
        return "tone 1"

    def synthesise(self, utterance: Utterance) -> Clip:
        text = utterance.spoken
        found = [m.span() for m in _WORD.finditer(text) if any(c.isalnum() for c in m.group())]
        if not found:
            raise unspeakable(utterance, "no letter in it")
        pace = SECONDS_A_CHARACTER / (utterance.rate * utterance.voice.rate)
        first = found[0][0]
        words = tuple((a, b, (a - first) * pace, (b - first) * pace) for a, b in found)
        time = np.arange(int(words[-1][3] * RATE), dtype=np.float32) / np.float32(RATE)
        sound = np.sin(np.float32(2 * np.pi * pitch_hz(utterance.voice)) * time) * np.float32(0.3)
        for (_, _, _, end), (_, _, start, _) in itertools.pairwise(words):
            sound[int(end * RATE) : int(start * RATE)] *= np.float32(0.1)
        return clip(utterance, sound, RATE, words)


def pitch_hz(voice: Voice) -> float:
    """What a voice hums at: `high` 220, `low` 110, option `pitch` in Hertz, any other id a pitch of its own."""
    named = {"high": 220.0, "low": 110.0}
    own = 120 + zlib.crc32(voice.id.encode()) % 200
    return float(dict(voice.options).get("pitch", named.get(voice.id, own)))
