"""Utterances -> Clips in the cache. `synthesise` is what a worker process runs; engines stay loaded between calls."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from ..errors import AudioEditionError
from ..machine.cache import ClipCache, ClipInfo, clip_key
from ..model import Utterance
from ..sound.loudness import measure_lufs
from ..sound.shaping import shape
from . import fingerprint, load_engine
from .letters import unspeakable


def synthesise(utterances: Sequence[Utterance], cache_folder: Path) -> list[ClipInfo]:
    """Say what the cache in `cache_folder` lacks; what it holds for each utterance afterwards, in order.

    Raises SynthesisError naming the first text that cannot be said and its voice, CacheError when the disk is full.
    """
    cache = ClipCache(cache_folder)
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
    clip = dataclasses.replace(clip, samples=shape(clip.samples, clip.rate))
    return cache.put(key, clip, measure_lufs(clip.samples, clip.rate))
