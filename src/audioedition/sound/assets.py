"""A sound file in any format FFmpeg's libraries know -> samples at 44.1 kHz, at a chosen loudness."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av
import numpy as np

from ..errors import MixingError
from ..machine.digests import file_digest
from ..settings import find_file, stock
from ..settings.sounddesign import ASSETS, SoundDesign
from .loudness import RATE, SILENCE, Samples, measure_lufs
from .timeline import SPEECH_LUFS

if TYPE_CHECKING:
    from pydub import AudioSegment

MAX_GAIN_DB = 30.0
"""A sound is never raised by more than this: what is quieter is noise."""
LIMIT_S = {"ident": 15.0, "sting": 6.0, "bed": 120.0, "closing": 30.0}
"""Of a longer file, so many seconds are used."""
QUIET_LU = 3.0
"""How far below the voices a sound may stay, because its peaks allow no more, before anyone is told."""
_FADE_S = 1.5
"""A sound that is cut short fades out over this long."""


_AS_IT_IS = frozenset((name, "mono", RATE) for name in ("flt", "fltp"))
"""(format, layout, rate) of frames that need no resampler: as our own MP3s are decoded."""


def opened(path: Path) -> av.container.InputContainer:
    """A media file, to be read, whatever its tags are encoded in. Raises av.FFmpegError or OSError."""
    before_19: dict[str, Any] = {} if int(av.__version__.split(".")[0]) >= 19 else {"metadata_errors": "replace"}
    container: av.container.InputContainer = av.open(str(path), **before_19)
    return container


def decode(path: Path, *, limit_s: float | None = None, damage: list[str] | None = None) -> Iterator[Samples]:
    """The file's first audio stream at 44.1 kHz, block by block, shape (channels, n); at most `limit_s` seconds.

    Packets that cannot be decoded are passed over, a stream that breaks off ends there; what was wrong is appended to
    `damage`. Raises MixingError when there is no such file, no sound in it, or nothing of it can be decoded.
    """
    left = None if limit_s is None else round(limit_s * RATE)
    damage = [] if damage is None else damage
    delivered = False
    channels = 0
    try:
        with opened(path) as container:
            if not container.streams.audio:
                raise MixingError(f"{path.name}: there is no sound in this file", remedy="give an audio file")
            try:
                for out in _resampled(_frames(container, damage)):
                    # Interleaved: of eight separate channels PyAV offers a ninth plane, which is no memory of ours.
                    count = out.layout.nb_channels
                    samples = np.frombuffer(memoryview(out.planes[0]), np.float32, out.samples * count)
                    block = samples.reshape(-1, count).T
                    channels = channels or len(block)
                    if len(block) != channels:
                        block = np.repeat(block.mean(axis=0, keepdims=True), channels, axis=0)
                    if left is not None:
                        block = block[:, :left]
                        left -= block.shape[1]
                    delivered = delivered or block.size > 0
                    yield block
                    if left == 0:
                        return
            except (av.FFmpegError, ValueError) as e:
                damage.append(_reason(e))
            if damage and not delivered:
                raise MixingError(f"{path.name}: this sound cannot be decoded: {damage[0]}", remedy="export it as WAV")
    except (av.FFmpegError, OSError) as e:
        raise MixingError(
            f"{path.name}: this file cannot be opened as sound: {_reason(e)}",
            remedy="check the file, or export it as WAV",
        ) from e


def _frames(container: av.container.InputContainer, damage: list[str]) -> Iterator[av.AudioFrame]:
    for packet in container.demux(container.streams.audio[0]):
        try:
            yield from packet.decode()
        except av.FFmpegError as e:
            damage.append(_reason(e))


def _resampled(frames: Iterable[av.AudioFrame]) -> Iterator[av.AudioFrame]:
    """The frames at 44.1 kHz, interleaved. Streams put together elsewhere may change between mono and stereo."""
    resampler = shape = None
    for frame in frames:
        now = (frame.format.name, frame.layout.name, frame.sample_rate)
        if now != shape:
            if resampler is not None:
                yield from resampler.resample(None)
            resampler, shape = None if now in _AS_IT_IS else av.AudioResampler("flt", None, RATE), now
        if resampler is None:
            yield frame
        else:
            yield from resampler.resample(frame)
    if resampler is not None:
        yield from resampler.resample(None)


def _reason(error: Exception) -> str:
    """What went wrong, without the number and the path that an OSError shows too."""
    return getattr(error, "strerror", None) or str(error)


def load(
    path: Path, *, lufs: float | None = None, limit_s: float | None = None, damage: list[str] | None = None
) -> Samples:
    """A whole sound, or its first `limit_s` seconds, shape (n,), at 44.1 kHz mono, brought to `lufs` where given.

    What is cut short fades out; nothing is raised beyond full scale or by more than 30 dB. Raises MixingError when it
    cannot be decoded or holds nothing. `damage` as for `decode`.
    """
    blocks = [block.mean(axis=0) for block in decode(path, limit_s=limit_s, damage=damage)]
    samples = np.concatenate([*blocks, np.zeros(0, np.float32)])
    np.nan_to_num(samples, copy=False, nan=0.0, posinf=0.0, neginf=0.0)
    if len(samples) == 0:
        raise MixingError(f"{path.name}: this sound is empty", remedy="give another file, or none")
    segment = _segment(samples)
    if limit_s is not None and len(samples) == round(limit_s * RATE):
        segment = segment.fade_out(round(min(_FADE_S, limit_s / 2) * 1000))
    if lufs is not None and (loud := measure_lufs(samples, RATE)) > SILENCE:
        segment = segment.apply_gain(min(lufs - loud, MAX_GAIN_DB, -segment.max_dBFS))
    return np.frombuffer(segment.raw_data, "<i4").astype(np.float32) / np.float32(2**31)


def _segment(samples: Samples) -> AudioSegment:
    """The samples as pydub's AudioSegment, 32 bits deep."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on import pydub looks for the ffmpeg program, which nothing here needs
        from pydub import AudioSegment
    pcm = np.rint(np.clip(samples.astype(np.float64), -1, 1) * (2**31 - 1)).astype("<i4")
    return AudioSegment(pcm.tobytes(), sample_width=4, frame_rate=RATE, channels=1)


def digest(path: Path) -> str:
    """SHA-256 of the file's bytes: what a recipe holds of a sound."""
    try:
        return file_digest(path)
    except OSError as e:
        raise MixingError(
            f"{path.name}: this sound cannot be read: {e.strerror}", remedy="check audio/sound.toml"
        ) from e


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


def load_assets(root: Path, sound: SoundDesign) -> dict[str, Samples]:
    """The design's sounds at 44.1 kHz, brought to the voices' loudness: what `mixing.mix` asks for.

    Silent ones are left out. Raises MixingError when one is missing or cannot be decoded.
    """
    files = asset_files(root, sound)
    loaded = {name: load(path, lufs=SPEECH_LUFS, limit_s=LIMIT_S[name]) for name, path in files.items()}
    return {name: samples for name, samples in loaded.items() if samples.any()}


def oddities(root: Path, sound: SoundDesign) -> list[str]:
    """What is strange about the design's sounds, though they can be used: a line for each. Stock ones are as they
    should be, and reading them takes as long as a script."""
    found = []
    for name, path in asset_files(root, sound).items():
        if path.parent == stock() / "audio":
            continue
        damage: list[str] = []
        try:
            samples = load(path, lufs=SPEECH_LUFS, limit_s=LIMIT_S[name], damage=damage)
        except MixingError:  # the build says so where it needs the sound
            continue
        loud = measure_lufs(samples, RATE)
        said = f"audio/{sound.file_of(name)}"
        if damage:
            found.append(f"{said} is damaged ({damage[0]}): {len(samples) / RATE:.1f} s of it are used")
        if not samples.any():
            found.append(f"{said} is silent, in mono at least: it is left out")
        elif loud < SPEECH_LUFS - QUIET_LU:
            found.append(f"{said} cannot be made as loud as the voices: it stays {SPEECH_LUFS - loud:.0f} LU below")
    return found


def digests(root: Path, sound: SoundDesign) -> dict[str, str]:
    """SHA-256 of every sound file of the design: its part of a recipe. Raises MixingError when one is missing."""
    return {name: digest(path) for name, path in asset_files(root, sound).items()}
