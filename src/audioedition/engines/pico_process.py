"""What runs in the child process of the Pico engine: the library itself, with clean memory for every utterance."""

from __future__ import annotations

import functools
import sys
from typing import Any

VOLUME = 0.35
"""Of what the library takes for full scale, where it clips; the loudest peaks of its six voices then lie at 0.66."""

_M_MMAP_THRESHOLD = -3
"""malloc.h"""
_ARENA = 2_500_000
"""Bytes that the library asks for and does not clear: PICO_MEM_SIZE in its source."""


def say(text: str, language: str, speed: float, pitch: float) -> tuple[bytes, int]:
    """16-bit mono PCM and its rate; `speed` and `pitch` are times the voice's own."""
    return _engine().speak(text, language, speed, pitch, VOLUME), 16_000


@functools.cache
def _engine() -> Any:
    if sys.platform == "linux":
        import ctypes

        # glibc maps a block of this size afresh, which is all zeros, until one has been freed; from then on it hands
        # the same, used one out again. A threshold that is set stays. Elsewhere large blocks are always fresh.
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt:
            mallopt(_M_MMAP_THRESHOLD, _ARENA // 2)
    import py_nanotts

    return py_nanotts.NanoTTS()
