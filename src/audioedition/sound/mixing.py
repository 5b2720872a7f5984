"""Timeline + clips and sounds -> PCM blocks: sums, fades, ducks; decides nothing but how alike the voices sound.

Streams: at any time it holds one block and the sounds that are heard in it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from ..errors import MixingError
from ..model import Clip
from .loudness import SILENCE, Samples, measure_lufs
from .timeline import RATE, SILENT_DB, SPEECH_LUFS, Event, Timeline

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
        block = _room_tone(at, min(BLOCK, timeline.samples - at), timeline.tone_db)
        end = at + len(block)
        while waiting and waiting[-1].start < end:
            event = waiting.pop()
            playing.append((event, _sound(event, clip_of, asset_of)))
        for event, samples in playing:
            first, last = max(event.start, at), min(event.start + event.length, end)
            if first < last:
                part = samples.take(np.arange(first - event.start, last - event.start), mode="wrap")
                block[first - at : last - at] += part * _gain(event, first, last)
        playing = [(e, s) for e, s in playing if e.start + e.length > end]
        yield block


def _room_tone(at: int, length: int, tone_db: float) -> Samples:
    """The quiet of a room from sample `at` on: on headphones, digital silence between words is a dead line."""
    if tone_db <= SILENT_DB:
        return np.zeros(length, np.float32)
    level = np.float32(10 ** ((SPEECH_LUFS + tone_db) / 20))
    return _quiet().take(np.arange(at, at + length), mode="wrap") * level


@functools.cache
def _quiet() -> Samples:
    """Ten seconds of noise from 80 Hz to 8 kHz, falling by 3 dB an octave, at 0 dBFS RMS; its end meets its start."""
    size = 10 * RATE
    hertz = np.fft.rfftfreq(size, 1 / RATE)
    random = np.random.default_rng(1)
    phases = np.exp(2j * np.pi * random.random(len(hertz)))
    inside = (hertz >= 80) & (hertz <= 8000)
    noise = np.fft.irfft(np.where(inside, phases / np.sqrt(np.maximum(hertz, 1)), 0), size)
    quiet: Samples = (noise / np.sqrt(np.mean(noise**2))).astype(np.float32)
    return quiet


def _sound(event: Event, clip_of: Callable[[int], Clip], asset_of: Callable[[str], Samples] | None) -> Samples:
    """What an event plays, at 44.1 kHz: as long as the event, or a loop to be repeated."""
    if isinstance(event.source, str):
        samples = asset_of(event.source) if asset_of else np.zeros(0, np.float32)
        if len(samples) == 0:
            raise MixingError(f"the sound {event.source!r} is missing", remedy="check audio/sound.toml [sounds]")
        return samples if len(samples) >= event.length else _loop(samples)
    clip = clip_of(event.source)
    samples = resample(clip.samples, clip.rate)[: event.length]
    if not np.isfinite(samples).all():
        raise MixingError(f"the clip of line {event.source} holds values that are no numbers")
    samples = samples * np.float32(10 ** (correction_db(clip, event.gain_db) / 20))
    return np.pad(samples, (0, event.length - len(samples)))


def _loop(samples: Samples) -> Samples:
    """`samples` with its last 20 ms faded over into its first, so that repeating it makes no step."""
    overlap = min(RATE // 50, len(samples) // 2)
    fade = np.linspace(0, 1, overlap, dtype=np.float32)
    body = samples[: len(samples) - overlap].copy()
    body[:overlap] = body[:overlap] * fade + samples[len(samples) - overlap :] * fade[::-1]
    return body


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
    risen = event.start + event.fade_in - first  # from here on the fade is 1: a cosine a sample is dear
    if event.fade_in and risen > 0:
        gain[:risen] *= _raised((at[:risen] - event.start + 0.5) / event.fade_in)
    falls = max(end - event.fade_out - first, 0)
    if event.fade_out and falls < last - first:
        gain[falls:] *= _raised((end - at[falls:] - 0.5) / event.fade_out)
    if not event.dips:
        return gain
    depth = np.zeros(last - first)
    for start, stop in event.dips:
        if start - _DUCK_FALL < last and stop + _DUCK_RISE > first:
            inside = np.minimum((at - start + _DUCK_FALL) / _DUCK_FALL, (stop + _DUCK_RISE - at) / _DUCK_RISE)
            depth = np.maximum(depth, np.clip(inside, 0, 1))
    if depth.any():
        gain *= (10 ** (event.dip_db * depth / 20)).astype(np.float32)
    return gain


def _raised(x: NDArray[np.float64]) -> Samples:
    """Raised cosine: 0 up to x = 0, 1 from x = 1 on."""
    return (0.5 - 0.5 * np.cos(np.pi * np.clip(x, 0, 1))).astype(np.float32)
