"""Utterances -> Clips in the cache. `synthesise` is what a worker process runs; engines stay loaded between calls."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np

from ..errors import AudioEditionError
from ..machine.cache import ClipCache, ClipInfo, clip_key
from ..model import Clip, Utterance
from ..sound.loudness import measure_lufs
from ..sound.shaping import shape
from . import fingerprint, load_engine
from .letters import unspeakable

SILENT = 10 ** (-60 / 20)
"""Peak below which there is nothing to hear: -60 dBFS; the softest speech of the engines here peaks at -20."""


def synthesise(utterances: Sequence[Utterance], cache: ClipCache) -> list[ClipInfo]:
    """Say what the cache lacks; what it holds for each utterance afterwards, in order.

    Raises SynthesisError naming the first text that cannot be said and its voice, CacheError when the disk is full.
    """
    return [_one(utterance, cache) for utterance in utterances]


def _one(utterance: Utterance, cache: ClipCache) -> ClipInfo:
    key = clip_key(utterance, fingerprint(utterance.voice))
    if found := cache.info(key):
        return found
    try:
        clip = load_engine(utterance.voice.engine).synthesise(utterance)
    except (AudioEditionError, MemoryError):
        raise
    except Exception as e:  # engines are foreign code
        raise unspeakable(utterance, f"{type(e).__name__}: {e}") from e
    if problem := unsound(clip):
        raise unspeakable(utterance, problem)
    clip = dataclasses.replace(clip, samples=shape(clip.samples, clip.rate))
    return cache.put(key, clip, measure_lufs(clip.samples, clip.rate))


def unsound(clip: Clip) -> str:
    """What keeps a clip from being speech; empty for one that can be heard. Engines are foreign code."""
    if clip.samples.ndim != 1 or not len(clip.samples) or clip.rate < 1:
        return "the engine made no sound"
    if not np.isfinite(clip.samples).all():
        return "the engine made numbers that are no sound"
    if float(np.abs(clip.samples).max()) < SILENT:
        return "the engine made silence"
    return ""
