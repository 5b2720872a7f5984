"""Timeline + clips and sounds -> PCM blocks: sums, fades, ducks; decides nothing but how alike the voices sound.

Streams: at any time it holds one block and the sounds that are heard in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from .arrangement import RATE, SPEECH_LUFS, Event, Timeline
from .errors import MixingError
from .loudness import SILENCE, Samples, measure_lufs
from .model import Clip

BLOCK = RATE
"""Samples of a block: one second."""
_FREE_LU, _MOST_DB = 1.0, 8.0
"""A clip may be this much off its voice's level; what is beyond is corrected, up to 8 dB."""
_DUCK_FALL, _DUCK_RISE = RATE // 4, RATE // 2
"""A ducked sound falls within 250 ms before a voice and rises within 500 ms after it."""


def mix(
    timeline: Timeline,
    clip_of: Callable[[int], Clip],
    asset_of: Callable[[str], Samples] | None = None,
) -> Iterator[Samples]:
    """The whole file as blocks of one second (the last one shorter), mono at 44.1 kHz; voices at -20 LUFS.

    `clip_of(i)` gives the clip of line i, `asset_of(name)` a sound at 44.1 kHz and at the voices' loudness
    (`sounds.load(..., lufs=SPEECH_LUFS)`); each is asked for once, when its turn comes.
    Raises MixingError when one is missing.
    """
    waiting = list(timeline.events)[::-1]
    playing: list[tuple[Event, Samples]] = []
    for at in range(0, timeline.samples, BLOCK):
        block = np.zeros(min(BLOCK, timeline.samples - at), np.float32)
        end = at + len(block)
        while waiting and waiting[-1].start < end:
            event = waiting.pop()
            playing.append((event, _sound(event, clip_of, asset_of)))
        for event, samples in playing:
            first, last = max(event.start, at), min(event.start + event.length, end)
            if first < last:
                part = (
                    samples[np.arange(first - event.start, last - event.start) % len(samples)]
                    if len(samples) < event.length
                    else samples[first - event.start : last - event.start]
                )
                block[first - at : last - at] += part * _gain(event, first, last)
        playing = [(e, s) for e, s in playing if e.start + e.length > end]
        yield block


def _sound(event: Event, clip_of: Callable[[int], Clip], asset_of: Callable[[str], Samples] | None) -> Samples:
    if isinstance(event.source, str):
        if asset_of is None:
            raise MixingError(f"the sound {event.source!r} is missing")
        samples = asset_of(event.source)
        if len(samples) == 0:
            raise MixingError(f"the sound {event.source!r} is empty")
        return samples
    clip = clip_of(event.source)
    gain = 10 ** ((correction_db(clip, event.gain_db)) / 20)
    samples = resample(clip.samples, clip.rate)[: event.length] * np.float32(gain)
    if len(samples) < event.length:
        samples = np.concatenate([samples, np.zeros(event.length - len(samples), np.float32)])
    return samples


def resample(samples: Samples, rate: int) -> Samples:
    """`samples` at 44.1 kHz."""
    if rate == RATE or len(samples) == 0:
        return samples
    import soxr

    out: Samples = soxr.resample(samples, rate, RATE, "HQ")
    return out


def correction_db(clip: Clip, gain_db: float) -> float:
    """Gain in dB that brings a clip, its voice's own `gain_db` applied, to within 1 LU of the common level."""
    loud = measure_lufs(clip.samples, clip.rate)
    if loud == SILENCE:
        return 0.0
    off = loud + gain_db - SPEECH_LUFS
    beyond = max(abs(off) - _FREE_LU, 0.0)
    return float(np.clip(-np.copysign(beyond, off), -_MOST_DB, _MOST_DB))


def _gain(event: Event, first: int, last: int) -> Samples | np.float32:
    """The event's gain over the samples first..last of the file."""
    level = np.float32(10 ** (event.gain_db / 20))
    end = event.start + event.length
    if not event.dips and first >= event.start + event.fade_in and last <= end - event.fade_out:
        return level
    at = np.arange(first, last)
    gain = np.full(last - first, level, np.float32)
    if event.fade_in:
        gain *= _raised(np.clip((at - event.start + 0.5) / event.fade_in, 0, 1))
    if event.fade_out:
        gain *= _raised(np.clip((end - at - 0.5) / event.fade_out, 0, 1))
    for start, stop in event.dips:
        if start - _DUCK_FALL < last and stop + _DUCK_RISE > first:
            pass
    if event.dips:
        depth = np.zeros(last - first)
        for start, stop in event.dips:
            if start - _DUCK_FALL < last and stop + _DUCK_RISE > first:
                inside = np.minimum((at - start + _DUCK_FALL) / _DUCK_FALL, (stop + _DUCK_RISE - at) / _DUCK_RISE)
                depth = np.maximum(depth, np.clip(inside, 0, 1))
        gain *= (10 ** (event.dip_db * depth / 20)).astype(np.float32)
    return gain


def _raised(x: np.ndarray) -> Samples:
    """Raised cosine from 0 to 1."""
    return (0.5 - 0.5 * np.cos(np.pi * x)).astype(np.float32)
