"""PCM blocks -> finished file: mastered, encoded, decoded again and measured before it takes its place.

A file that falls short of its target is an error. The one thing that cannot be known beforehand, how far the codec's
errors raise the true peak, is put right by mastering once more under a lower ceiling.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from ..errors import MasteringError
from ..model.formats import by_media_type
from .ahead import ahead
from .encoding import EncodedAudio, Measured, encode, measure, written_audio
from .loudness import Samples
from .mastering import LoudnessTarget, master

_SHORT_S = 3.0
"""What is shorter has no loudness worth the name: only its length and its true peak are held to."""


def finish(
    make_blocks: Callable[[], Iterable[Samples]],
    path: Path,
    target: LoudnessTarget,
    *,
    format: str = "mp3",
    bitrate: str = "standard",
) -> tuple[EncodedAudio, Measured]:
    """Masters, encodes and measures; `path` is only replaced by a file that reads what it should.

    `make_blocks()` as for `mastering.master`. Raises MasteringError when loudness, true peak or length is off, and
    EncodingError when nothing can be written.
    """
    with written_audio(path) as trial:
        for ceiling_db in (target.ceiling_db, target.ceiling_db - 1.5):
            sound = master(make_blocks, replace(target, ceiling_db=ceiling_db))
            encoded = encode(ahead(sound), trial, format=format, bitrate=bitrate)
            measured = measure(trial)
            if measured.true_peak_db <= target.true_peak_db:
                break
        accept(encoded, measured, target)
    return encoded, measured


def accept(encoded: EncodedAudio, measured: Measured, target: LoudnessTarget) -> None:
    """Raises MasteringError when a file, as measured, is not what was meant to be written."""
    format = by_media_type(encoded.media_type)
    frame_s = format.length_s if format else 0.0
    meant_s = encoded.duration_ms / 1000
    if abs(measured.seconds - meant_s) > frame_s:
        raise MasteringError(f"the finished file lasts {measured.seconds:.3f} s instead of {meant_s:.3f}")
    if measured.true_peak_db > target.true_peak_db:
        raise MasteringError(
            f"the finished file's true peak is {measured.true_peak_db:.1f} dBTP, above {target.true_peak_db:g}",
            remedy="check the sounds in audio/",
        )
    if meant_s < _SHORT_S or math.isinf(measured.lufs):
        return
    if abs(measured.lufs - target.lufs) > target.tolerance_lu:
        raise MasteringError(
            f"the finished file reads {measured.lufs:.1f} LUFS instead of {target.lufs:g}",
            remedy="choose another loudness preset, or check the sounds in audio/",
        )
