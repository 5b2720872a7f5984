"""PCM blocks -> PCM blocks at the target loudness: decides how loud. High-pass, gentle compressor, gain, limiter.

Two passes. The first one measures every 10 ms of the high-passed sound: its K-weighted energy and its true peak. The
rest is arithmetic on these frames: compressor and limiter are one gain curve on the 10 ms grid, and because a gain
that changes slowly commutes with the K-weighting, the loudness of the result is known, and the gain that reaches the
target found, before the second pass multiplies the sound by the curve.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ..errors import MasteringError
from .loudness import RATE, Filter, Samples, frame_energies, frame_true_peaks, high_pass, integrated, k_weighting

Curve = NDArray[np.floating]

FRAME = RATE // 100
"""Samples of a control frame: 10 ms."""
HIGH_PASS_HZ = 70.0
KEEP = 6 * 60 * RATE
"""Samples that are kept in memory between the passes (63 MB); of anything longer the first stage is run twice."""

THRESHOLD_DB, RATIO, KNEE_DB = -20.0, 2.0, 8.0
"""The compressor's curve, in dB of K-weighted level: voices come in at -20 LUFS, so it only meets the loud half."""
_LEVEL_FRAMES, _SMOOTH_FRAMES = 5, 25
"""Its level is a mean over 50 ms, its gain smoothed by a Hann window of 250 ms, looking ahead as far as back."""
_RELEASE, _ATTACK = math.exp(-10 / 80), math.exp(-10 / 5)
"""The limiter lets go by 1/e in 80 ms and takes hold within 5 ms ahead of the 10 ms that hold the peak."""
_MOST_GAIN_DB = 40.0
_ROUNDS = 12
"""So often at most the gain is put right for what the limiter takes away."""


@dataclass(frozen=True, slots=True)
class LoudnessTarget:
    """What the delivered file must read."""

    lufs: float = -16.0
    """Integrated, BS.1770-4."""
    true_peak_db: float = -1.0
    """At most, after decoding."""
    tolerance_lu: float = 0.5
    ceiling_db: float = -2.2
    """True peak before encoding: a lossy codec's errors add up to a decibel at 96 kbit/s."""


TARGETS = {
    "podcast": LoudnessTarget(-16.0),
    "mono": LoudnessTarget(-19.0),
    "broadcast": LoudnessTarget(-23.0),
}
"""Presets: Apple Podcasts; the same for a mono file played on two speakers; EBU R 128."""


def target_of(preset: str, level_db: float = 0.0) -> LoudnessTarget:
    """The target called `preset`, moved by `level_db`. Raises MasteringError for an unknown name."""
    if preset not in TARGETS:
        raise MasteringError(f"unknown loudness preset {preset!r}", remedy=f"one of {', '.join(TARGETS)}")
    return replace(TARGETS[preset], lufs=TARGETS[preset].lufs + level_db)


def master(
    make_blocks: Callable[[], Iterable[Samples]], target: LoudnessTarget = TARGETS["podcast"]
) -> Iterator[Samples]:
    """The sound at its target loudness, block by block, as long to the sample as what came in. Silence stays silence.

    `make_blocks()` starts the mono 44.1 kHz sound from its beginning; for more than six minutes it is called twice.
    """
    found = Levels(make_blocks)
    yield from found.driven(needed_gain_db([found.frames], target), target)


class Levels:
    """How loud a stretch of sound is, measured in the first pass; what it is multiplied by in the second.

    `make_blocks()` as for `master`; `frames`: (energies, peaks) of every 10 ms of it, where they are known already.
    """

    def __init__(self, make_blocks: Callable[[], Iterable[Samples]], frames: tuple[Samples, Samples] | None = None):
        self._make_blocks = make_blocks
        self._kept: list[Samples] | None = None
        self.frames = frames or self._measured()

    def _measured(self) -> tuple[Samples, Samples]:
        kept: list[Samples] | None = []
        held = 0
        frames = Frames()
        for block in _filtered(self._make_blocks(), frames):
            held += len(block)
            if kept is not None:
                kept.append(block)
                if held > KEEP:
                    kept = None
        self._kept = kept
        return frames.result()

    def forget(self) -> None:
        """Keep no sound in memory: it is made again when it is asked for."""
        self._kept = None

    def driven(self, gain_db: float, target: LoudnessTarget) -> Iterator[Samples]:
        """The sound under compressor, gain and limiter."""
        curve = driven(*self.frames, gain_db, target)
        at = 0
        for block in self._kept if self._kept is not None else _filtered(self._make_blocks(), None):
            yield block * interpolated(curve, at, len(block))
            at += len(block)


def _filtered(blocks: Iterable[Samples], frames: Frames | None) -> Iterator[Samples]:
    high_passed, weighted = Filter(RATE, high_pass(RATE, HIGH_PASS_HZ)), Filter(RATE, k_weighting(RATE))
    for block in blocks:
        high = high_passed(block)
        if frames:
            frames.feed(high, weighted(high))
        yield high


class Frames:
    """Collects K-weighted energy and true peak of every 10 ms, from blocks of any length."""

    def __init__(self) -> None:
        self._high = self._weighted = np.zeros(0, np.float32)
        self._energies: list[Samples] = []
        self._peaks: list[Samples] = []

    def feed(self, high: Samples, weighted: Samples) -> None:
        if len(self._high):
            high, weighted = np.concatenate([self._high, high]), np.concatenate([self._weighted, weighted])
        whole = len(high) // FRAME * FRAME
        self._energies.append(frame_energies(weighted[:whole], FRAME))
        self._peaks.append(frame_true_peaks(high[:whole], FRAME))
        self._high, self._weighted = high[whole:], weighted[whole:]

    def result(self) -> tuple[Samples, Samples]:
        """(energies, peaks), each of shape (frames,); a last incomplete frame counts as filled up with silence."""
        if len(self._high):
            rest = np.zeros(FRAME - len(self._high), np.float32)
            self.feed(rest, rest)
        none = np.zeros(0, np.float32)
        return np.concatenate([*self._energies, none]), np.concatenate([*self._peaks, none])


def gain_curve(energies: Samples, peaks: Samples, target: LoudnessTarget) -> Curve:
    """Linear gain at every frame boundary, shape (frames + 1,), that brings the sound to the target.

    Sound that is nothing but peaks stays below it: the ceiling is kept whatever happens.
    """
    return driven(energies, peaks, needed_gain_db([(energies, peaks)], target), target)


def needed_gain_db(stretches: Sequence[tuple[Samples, Samples]], target: LoudnessTarget) -> float:
    """The gain between compressor and limiter that brings stretches of one sound, each given by the energies and peaks
    of its frames, to the target together; infinite for silence."""
    energies = [energy for energy, _ in stretches]
    compressions = [10 ** (_compression_db(energy) / 20) for energy in energies]

    def short_of_target(curves: Sequence[Curve]) -> float:
        heard = [energy * _within(curve) ** 2 for energy, curve in zip(energies, curves, strict=True)]
        return target.lufs - integrated(np.concatenate(heard), 100)

    gain_db = short_of_target(compressions)
    if math.isinf(gain_db):
        return gain_db
    ceiling = 10 ** (target.ceiling_db / 20)
    for attempt in range(_ROUNDS):
        gain_db = min(gain_db, _MOST_GAIN_DB)
        limited = [
            _limited(compression, peaks, gain_db, ceiling)
            for compression, (_, peaks) in zip(compressions, stretches, strict=True)
        ]
        short = short_of_target(limited)
        if abs(short) < 0.02 or gain_db >= _MOST_GAIN_DB or attempt == _ROUNDS - 1:
            break
        gain_db += short
    return gain_db


def driven(energies: Samples, peaks: Samples, gain_db: float, target: LoudnessTarget) -> Curve:
    """Linear gain at every frame boundary, shape (frames + 1,), of compressor, `gain_db` and limiter together."""
    if math.isinf(gain_db):
        return np.ones(len(energies) + 1)
    compression = 10 ** (_compression_db(energies) / 20)
    return _limited(compression, peaks, gain_db, 10 ** (target.ceiling_db / 20))


def _limited(compression: Curve, peaks: Samples, gain_db: float, ceiling: float) -> Curve:
    raised: Curve = compression * 10 ** (gain_db / 20)
    return raised * _limit(peaks * np.maximum(raised[:-1], raised[1:]), ceiling)


def _within(curve: Curve) -> Curve:
    """Mean gain within each frame of a curve that is given at the frames' boundaries."""
    return (curve[:-1] + curve[1:]) / 2


def _compression_db(energies: Samples) -> Curve:
    """Gain of the compressor in dB at every frame boundary, shape (frames + 1,), never above 0."""
    if len(energies) == 0:
        return np.zeros(1)
    mean = np.convolve(energies.astype(np.float64), np.ones(_LEVEL_FRAMES) / _LEVEL_FRAMES, "same")[: len(energies)]
    over = 10 * np.log10(np.maximum(mean, 1e-10)) - THRESHOLD_DB
    knee = np.clip(over + KNEE_DB / 2, 0, KNEE_DB) ** 2 / (2 * KNEE_DB)
    reduction = np.where(over > KNEE_DB / 2, over, knee) * (1 - 1 / RATIO)
    window = np.hanning(_SMOOTH_FRAMES + 2)[1:-1]
    padded = np.pad(reduction, _SMOOTH_FRAMES // 2, mode="edge")
    smooth = np.convolve(padded, window / window.sum(), "valid")
    return -np.concatenate([smooth[:1], (smooth[:-1] + smooth[1:]) / 2, smooth[-1:]])


def _limit(peaks: Curve, ceiling: float) -> Curve:
    """Gain at every frame boundary, at most 1, under which no frame's peak exceeds `ceiling`.

    At both ends of a frame the gain is at most what the frame's peak allows, so everywhere within it; before and
    after, the reduction fades exponentially. A fading maximum is a running maximum on a tilted logarithmic scale.
    """
    need = 1 - np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    nodes = np.maximum(np.append(need, 0.0), np.insert(need, 0, 0.0))
    if not nodes.any():
        return np.ones(len(nodes))
    steps = np.arange(len(nodes))
    with np.errstate(divide="ignore"):
        level = np.log(nodes)
    after = np.maximum.accumulate(level - steps * math.log(_RELEASE)) + steps * math.log(_RELEASE)
    before = np.maximum.accumulate((level + steps * math.log(_ATTACK))[::-1])[::-1] - steps * math.log(_ATTACK)
    limited: Curve = 1 - np.exp(np.maximum(after, before))
    return limited


@functools.cache
def _ramp(frame: int) -> Samples:
    return np.linspace(0, 1, frame, endpoint=False, dtype=np.float32)


def interpolated(curve: Curve, at: int, length: int, frame: int = FRAME) -> Samples:
    """The curve, given at the boundaries of frames of `frame` samples, at the samples at..at+length."""
    first = at // frame
    nodes = curve[first : (at + length - 1) // frame + 2].astype(np.float32)[:, None]
    gains: Samples = (nodes[:-1] + (nodes[1:] - nodes[:-1]) * _ramp(frame)).ravel()
    return gains[at - first * frame :][:length]
