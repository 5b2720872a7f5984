"""What adapters do to the samples they get: silence off the ends, word times where the engine tells none."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..model import Clip, Utterance
from .letters import unspeakable

Samples = NDArray[np.float32]
WordTimes = list[tuple[int, int, float, float]]
"""(start, end, from_s, to_s), as in `Clip.words`."""

FRAME_S = 0.005
SILENCE_DB = -45.0
"""Below the loudest frame by more than this is silence at the ends: quieter than any consonant, louder than the noise
floor of the engines here (heart's lies 70 dB below, joe's 55)."""
MARGIN_S = 0.02
"""Kept at either end, so that no soft onset or decay is cut."""
PAUSE_S = 0.1
"""The closure of a plosive is shorter."""
FADE_S = 0.005
SHORT_GAP_S = 0.12
"""A shorter gap between two words is no pause."""
PART_PAUSE_S = 0.15
"""Between the parts of an utterance that had to be said in several goes."""


def clip(
    utterance: Utterance, samples: Samples, rate: int, words: Sequence[tuple[int, int, float, float]] = ()
) -> Clip:
    """The clip of `utterance`: trimmed, faded over a few ms so that no edge clicks, word times shifted to match.

    Raises SynthesisError where there is no sound at all.
    """
    start, end = sounding(samples, rate)
    if end <= start:
        raise unspeakable(utterance, "the engine made no sound")
    trimmed = np.array(samples[start:end], np.float32)
    fade = min(int(FADE_S * rate), len(trimmed) // 2)
    ramp = np.linspace(0, 1, fade, endpoint=False, dtype=np.float32)
    trimmed[:fade] *= ramp
    trimmed[len(trimmed) - fade :] *= ramp[::-1]
    length, shift = len(trimmed) / rate, start / rate
    times = [(a, b, min(max(t - shift, 0), length), min(max(u - shift, 0), length)) for a, b, t, u in words]
    return Clip(trimmed, rate, close_gaps(times, length))


def close_gaps(
    words: Sequence[tuple[int, int, float, float]], length: float
) -> tuple[tuple[int, int, float, float], ...]:
    """Words from one to the next, from the start to the end of the clip, where less than SHORT_GAP_S lies between.

    Networks give the space between two words some 50 ms of its own, in which the next one is already forming.
    """
    out: WordTimes = []
    before = 0.0
    for a, b, start, end in words:
        out.append((a, b, before if 0 < start - before < SHORT_GAP_S else start, end))
        before = end
    if out and length - before < SHORT_GAP_S:
        out[-1] = (*out[-1][:3], length)
    return tuple(out)


def sounding(samples: Samples, rate: int) -> tuple[int, int]:
    """(start, end) of what is not silence at the ends; (0, 0) when all is."""
    frame = max(int(FRAME_S * rate), 1)
    loud = _loud(samples, frame)
    if not len(loud):
        return 0, 0
    margin = int(MARGIN_S * rate)
    return max(int(loud[0]) * frame - margin, 0), min((int(loud[-1]) + 1) * frame + margin, len(samples))


def pauses(samples: Samples, rate: int) -> list[tuple[float, float]]:
    """(start, end), in seconds, of each silence within that is longer than a sound's own."""
    frame = max(int(FRAME_S * rate), 1)
    loud = _loud(samples, frame)
    at = np.flatnonzero(np.diff(loud) * frame >= PAUSE_S * rate)
    return [(float(loud[i] + 1) * frame / rate, float(loud[i + 1]) * frame / rate) for i in at]


def _loud(samples: Samples, frame: int) -> NDArray[np.intp]:
    """The numbers of the frames that are no silence."""
    frames = len(samples) // frame
    energy = np.square(samples[: frames * frame].reshape(frames, frame), dtype=np.float32).mean(axis=1)
    peak = float(energy.max()) if frames else 0.0
    if not np.isfinite(peak) or peak < 1e-9:
        return np.zeros(0, np.intp)
    return np.flatnonzero(energy > peak * 10 ** (SILENCE_DB / 10))


def join(pieces: Sequence[tuple[Samples, WordTimes]], rate: int) -> tuple[Samples, WordTimes]:
    """The parts of one utterance in a row, each trimmed, PART_PAUSE_S between them."""
    if len(pieces) == 1:
        return pieces[0]
    pause = np.zeros(int(PART_PAUSE_S * rate), np.float32)
    sounds: list[Samples] = []
    times: WordTimes = []
    at = 0
    for samples, words in pieces:
        start, end = sounding(samples, rate)
        shift = (at - start) / rate
        times += [(a, b, t + shift, u + shift) for a, b, t, u in words]
        sounds += [samples[start:end], pause]
        at += end - start + len(pause)
    return np.concatenate(sounds[:-1]), times


def words_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """(start, end) of the words of `text` between two offsets: runs without a space that hold a letter or digit."""
    found = (m.span() for m in re.finditer(r"\S+", text[start:end]))
    return [(start + a, start + b) for a, b in found if any(c.isalnum() for c in text[start + a : start + b])]


def share(words: Sequence[tuple[int, int]], first_s: float, last_s: float) -> WordTimes:
    """Times for words that nothing is known about: each gets its share of the letters."""
    total = sum(b - a + 1 for a, b in words)
    out: WordTimes = []
    at = first_s
    for a, b in words:
        then = at + (last_s - first_s) * (b - a + 1) / total
        out.append((a, b, at, then))
        at = then
    return out


def seed(utterance: Utterance) -> int:
    """A number that follows from the words and the voice's id, for engines that draw noise."""
    text = f"{utterance.voice.engine}\0{utterance.voice.id}\0{utterance.spoken}"
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:4], "little")
