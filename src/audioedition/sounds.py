"""A sound file in any format the decoder knows -> mono samples at 44.1 kHz, at a chosen loudness."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from .arrangement import ASSETS, SPEECH_LUFS, SoundDesign
from .errors import MixingError
from .loudness import RATE, SILENCE, Samples, measure_lufs
from .settings import find_file

if TYPE_CHECKING:
    import av

MAX_GAIN_DB = 30.0
"""A sound is never raised by more than this: what is quieter is noise."""
LIMIT_S = {"ident": 15.0, "sting": 6.0, "bed": 120.0, "closing": 30.0}
"""Of a longer file, so many seconds are used."""


def decode(path: Path, rate: int = RATE, limit_s: float | None = None) -> Iterator[Samples]:
    """The file's first audio stream as mono blocks at `rate` Hertz, at most `limit_s` seconds; full scale 1.0.

    Raises MixingError when there is no such file, no sound in it, or it is damaged before its first sample.
    """
    import av

    left = None if limit_s is None else round(limit_s * rate)
    delivered = False
    try:
        with av.open(str(path)) as container:
            if not container.streams.audio:
                raise MixingError(f"{path.name}: there is no sound in this file", remedy="give an audio file")
            resampler = av.AudioResampler("fltp", "mono", rate)
            try:
                for frame in container.decode(container.streams.audio[0]):
                    for out in resampler.resample(frame):
                        block = _samples(out)
                        if left is not None:
                            block = block[:left]
                            left -= len(block)
                        delivered = delivered or len(block) > 0
                        yield block
                    if left == 0:
                        return
                for out in resampler.resample(None):
                    yield _samples(out)[:left]
            except (av.FFmpegError, ValueError) as e:
                if not delivered:
                    raise MixingError(
                        f"{path.name}: this sound cannot be decoded: {e}", remedy="export it as WAV"
                    ) from e
    except (av.FFmpegError, OSError) as e:
        raise MixingError(
            f"{path.name}: this file cannot be opened as sound: {e}", remedy="check the file, or export it as WAV"
        ) from e


def _samples(frame: av.AudioFrame) -> Samples:
    """The samples of a mono float frame; its plane may be longer than they are."""
    return np.frombuffer(memoryview(frame.planes[0]), np.float32, frame.samples)


def load(path: Path, *, lufs: float | None = None, limit_s: float | None = None) -> Samples:
    """A whole sound, shape (n,), at 44.1 kHz mono, brought to `lufs` where given.

    Raises MixingError when it cannot be decoded or holds nothing.
    """
    blocks = list(decode(path, limit_s=limit_s))
    samples = np.concatenate([*blocks, np.zeros(0, np.float32)])
    np.nan_to_num(samples, copy=False, nan=0.0, posinf=0.0, neginf=0.0)
    if len(samples) == 0:
        raise MixingError(f"{path.name}: this sound is empty", remedy="give another file, or none")
    if lufs is not None:
        loud = measure_lufs(samples, RATE)
        if loud > SILENCE:
            samples *= np.float32(10 ** (min(lufs - loud, MAX_GAIN_DB) / 20))
    return samples


def digest(path: Path) -> str:
    """SHA-256 of the file's bytes: what a recipe holds of a sound."""
    try:
        with path.open("rb") as f:
            return hashlib.file_digest(f, "sha256").hexdigest()
    except OSError as e:
        raise MixingError(
            f"{path.name}: this sound cannot be read: {e.strerror}", remedy="check audio/sound.toml"
        ) from e


@dataclass(frozen=True, slots=True)
class Assets:
    """The sounds of a design, found and decoded: `ident`, `sting`, `bed`, `closing`, as many as there are."""

    samples: Mapping[str, Samples]
    """At 44.1 kHz and at the voices' loudness: what `mixing.mix` asks for."""

    @property
    def lengths(self) -> dict[str, float]:
        """Seconds of each: what `arrangement.arrange` asks for."""
        return {name: len(samples) / RATE for name, samples in self.samples.items()}


def asset_files(root: Path, sound: SoundDesign) -> dict[str, Path]:
    """Where each sound of the design lies: the project's audio/, else the stock one; none in a plain design.

    Raises MixingError naming the key of a file that does not exist.
    """
    found = {}
    for name in ASSETS:
        file = sound.file_of(name)
        if not file:
            continue
        path = find_file(root, "audio", file)
        if path is None:
            raise MixingError(
                f"audio/{file} does not exist", remedy=f'put it there, or set {name} = "" in audio/sound.toml [sounds]'
            )
        found[name] = path
    return found


def load_assets(root: Path, sound: SoundDesign) -> Assets:
    """The design's sounds, decoded. Raises MixingError when one is missing or damaged."""
    return Assets(
        {name: load(path, lufs=SPEECH_LUFS, limit_s=LIMIT_S[name]) for name, path in asset_files(root, sound).items()}
    )


def digests(root: Path, sound: SoundDesign) -> tuple[tuple[str, str], ...]:
    """(name, SHA-256) of every sound of the design: its part of an episode's recipe."""
    return tuple((name, digest(path)) for name, path in asset_files(root, sound).items())
