"""Utterance -> Clip by SVOX Pico (package `py-nanotts`, extra `languages`): one woman each for German, French, Spanish,
Italian, British and American English, 16 kHz, 80 times faster than speech, far better understood than eSpeak.

Seen in py-nanotts 0.1.1, and kept out of our clips:
- It works in memory that it does not clear, so that what it says, even how long it takes, depends on what was said
  before (pico_process.py makes every utterance the first).
- At its own volume it clips.
- What it cannot say gives no samples and no error.
- Some texts without sense (300 random letters, digits and signs) never end.
- Behind the last word come half a second of silence and a breath.
- `<` begins mark-up; `readable` takes that out.

A voice's `throat` and `pitch` make a sibling, as in hibari.py.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from importlib.metadata import version

import numpy as np

from ..errors import SynthesisError
from ..model import Clip, Gender, Utterance, Voice
from . import VoiceInfo
from .alignment import spread
from .distrusted import Child
from .letters import parts, readable, unspeakable
from .pico_process import say
from .sound import Samples, WordTimes, clip, join, pauses, sounding
from .xsampa import xsampa

ADAPTER = 2
"""Raised with every change here that can be heard."""

BEFORE_BREATH_S, BREATH_S, BREATH_DB = 0.25, 0.2, -20.0
"""The silence, the length and the level of what Pico adds behind the last word; no word is so short and so soft."""

RATE = 16_000
MAX_CHARACTERS = 220
TIMEOUT_S = 10.0
"""For one piece of text, which takes 0.2 s; so long can only take what would never end."""

_SPOKEN = {"de-DE": "German", "fr-FR": "French", "es-ES": "Spanish", "it-IT": "Italian"} | {
    "en-GB": "British",
    "en-US": "American",
}


_SIGNS = str.maketrans("=/", "  ")
"""It reads their names; where they mean something, the spoken form has words for them."""


class PicoEngine:
    name = "pico"

    def __init__(self) -> None:
        self._child = Child()

    def voices(self) -> Sequence[VoiceInfo]:
        return [
            VoiceInfo(code, code, Gender.FEMALE, f"{language} woman", "Apache-2.0")
            for code, language in _SPOKEN.items()
        ]

    def fingerprint(self, voice: Voice) -> str:
        return f"py-nanotts {version('py-nanotts')} adapter {ADAPTER}"

    def synthesise(self, utterance: Utterance) -> Clip:
        utterance = readable(utterance)
        utterance = dataclasses.replace(utterance, spoken=utterance.spoken.translate(_SIGNS))
        voice = utterance.voice
        if voice.id not in _SPOKEN:
            raise SynthesisError(f"pico has no voice {voice.id!r}", remedy=f"known: {', '.join(_SPOKEN)}")
        text = utterance.spoken
        options = dict(voice.options)
        throat, pitch = float(options.get("throat", 1.0)), float(options.get("pitch", 1.0))
        speed = utterance.rate * voice.rate
        pieces: list[tuple[Samples, WordTimes]] = []
        for start, end in parts(text, MAX_CHARACTERS):
            piece = text[start:end]
            if any(c.isalnum() for c in piece):
                marked = _marked(utterance, start, end)
                sound, rate = self._child.sound(
                    utterance, piece, speed / throat, say, marked, voice.id, speed / throat, pitch, timeout_s=TIMEOUT_S
                )
                sound = _resampled(_ended(sound, rate), throat)
                pieces.append((sound, spread(text, start, end, sound, rate)))
        if not pieces:
            raise unspeakable(utterance, "there is no word in it")
        sound, words = join(pieces, RATE)
        return clip(utterance, sound, RATE, words)

    def close(self) -> None:
        """End the child process; the next utterance starts another."""
        self._child.close()


def _marked(utterance: Utterance, start: int, end: int) -> str:
    """That part of the text, with the words whose phonemes are known as Pico's mark-up wants them."""
    text = utterance.spoken
    out = []
    at = start
    for a, b, ipa in sorted(utterance.phonemes):
        sounds = xsampa(ipa, utterance.voice.id[:2])
        if at <= a and b <= end and sounds:
            out += [text[at:a], f"<phoneme ph='{sounds}'>{text[a:b]}</phoneme>"]
            at = b
    return "".join([*out, text[at:end]]).strip()


def _ended(sound: Samples, rate: int) -> Samples:
    """`sound` without the breath that stands behind half a second of silence after its last word."""
    *_, (begins, ends) = pauses(sound, rate) or [(0.0, 0.0)]
    breath = sound[int(ends * rate) : sounding(sound, rate)[1]]
    if ends - begins < BEFORE_BREATH_S or len(breath) > BREATH_S * rate:
        return sound
    soft = float(np.abs(breath).max()) < float(np.abs(sound).max()) * 10 ** (BREATH_DB / 20)
    return sound[: int(begins * rate)] if soft else sound


def _resampled(sound: Samples, throat: float) -> Samples:
    """`sound` played so many times as fast: pitch and formants lie that much higher."""
    if throat == 1.0:
        return sound
    import soxr

    played: Samples = soxr.resample(sound, RATE * throat, RATE).astype(np.float32)
    return played
