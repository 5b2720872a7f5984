"""PCM blocks -> audio file: decides codec and bit rate. Writes beside and replaces; measures what it wrote.

MP3 by LAME at a constant bit rate, with an Info frame of our own in front (Xing's layout and LAME's extension:
gabriel.mp3-tech.org/mp3infotag.html), from which players know length, encoder delay and padding. AAC in MP4 and Opus
in Ogg by FFmpeg's libraries, which write the same facts their own way.
"""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from ..errors import EncodingError
from ..machine import files
from ..model.formats import FORMATS, Format
from .assets import decode
from .loudness import RATE, SILENCE, Meter, Samples, integrated, loudness_range
from .mp3 import MPEG1_KBPS

_QUALITY = 5
"""LAME's: 310 times real time; 2 costs three times as much for speech that measures no better."""


@dataclass(frozen=True, slots=True)
class EncodedAudio:
    """What was written."""

    samples: int
    """Length of the sound, at 44.1 kHz: what a player decodes."""
    size: int
    """Bytes."""
    media_type: str

    @property
    def duration_ms(self) -> int:
        return round(self.samples * 1000 / RATE)


def encode(blocks: Iterable[Samples], path: Path, *, format: str = "mp3", bitrate: str = "standard") -> EncodedAudio:
    """Writes mono 44.1 kHz blocks to `path`; until it is whole, the file lies beside it under another name.

    Raises EncodingError when it cannot be written or format or bit rate is unknown; then nothing is left behind.
    """
    known = FORMATS.get(format)
    if known is None:
        raise EncodingError(f"unknown audio format {format!r}", remedy=f"one of {', '.join(FORMATS)}")
    if bitrate not in known.kbps:
        raise EncodingError(f"unknown bit rate {bitrate!r}", remedy=f"one of {', '.join(known.kbps)}")
    with written_audio(path) as part:
        if known.container:
            samples = _write_av(blocks, part, known, known.kbps[bitrate])
        else:
            with part.open("w+b") as f:
                samples = _write_mp3(blocks, f, known.kbps[bitrate])
        size = part.stat().st_size
    return EncodedAudio(samples, size, known.media_type)


@contextlib.contextmanager
def written_audio(path: Path) -> Iterator[Path]:
    """`files.written` for sound that is on its way: an OSError in the block is an EncodingError."""
    try:
        with files.written(path, lasting=False) as part:
            yield part
    except OSError as e:
        raise EncodingError(
            f"{path.name} cannot be written: {e.strerror or e}", remedy="check free space and rights of the folder"
        ) from e


# --- MP3

FRAME_SAMPLES = 1152
_ENCODER_DELAY = 576
"""Samples LAME puts in front; decoders add 529 of their own and know it."""
_INFO_AT = 21
"""Offset of the Info header in an MPEG-1 mono frame: header 4, side information 17."""
_LAME_SCALE = 0.95
"""LAME turns every input down by this (-0.446 dB at all frequencies); what it is given is turned up as much."""


def _write_mp3(blocks: Iterable[Samples], f: BinaryIO, kbps: int) -> int:
    import lameenc

    encoder = lameenc.Encoder()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(RATE)
    encoder.set_out_sample_rate(RATE)
    encoder.set_bit_rate(kbps)
    encoder.set_quality(_QUALITY)
    encoder.silence()
    f.write(info_frame(kbps, 0, 0, 0, 0))
    start = f.tell()
    samples = 0
    for block in blocks:
        samples += len(block)
        f.write(encoder.encode(_pcm16(block)))
    if samples == 0:
        f.write(encoder.encode(_pcm16(np.zeros(FRAME_SAMPLES, np.float32))))
    f.write(encoder.flush())
    found = scan(f, start, kbps)
    f.seek(0)
    f.write(info_frame(kbps, samples, *found))
    return samples


def _pcm16(block: Samples) -> bytes:
    """16-bit little-endian; no dither, so that silence stays silence."""
    scaled = np.clip(np.rint(block * np.float32(32767 / _LAME_SCALE)), -32768, 32767)
    return bytes(scaled.astype("<i2"))


def scan(f: BinaryIO, start: int, kbps: int) -> tuple[int, int, int]:
    """(frames, bytes, CRC-16) of the audio frames that stand in `f` from offset `start` to its end.

    LAME at a constant bit rate spreads the padding bytes evenly, so the size gives the number of frames.
    """
    f.seek(start)
    crc = size = 0
    while chunk := f.read(1 << 20):
        crc = crc16(chunk, crc)
        size += len(chunk)
    return round(size / (FRAME_SAMPLES / 8 * 1000 * kbps / RATE)), size, crc


def info_frame(kbps: int, samples: int, frames: int, size: int, crc: int) -> bytes:
    """The silent first frame that tells players about a CBR stream of `frames` frames and `size` bytes behind it.

    Its Info header gives frames, bytes and a table to seek by; its LAME extension the encoder delay and the padding
    that make a decoder return exactly `samples` samples.
    """
    length = FRAME_SAMPLES // 8 * 1000 * kbps // RATE
    padding = max(frames * FRAME_SAMPLES - samples - _ENCODER_DELAY, 0)
    header = struct.pack(">BBBB", 0xFF, 0xFB, MPEG1_KBPS.index(kbps) << 4, 0xC4)
    body = b"Info" + struct.pack(">III", 0xF, frames, size + length)
    body += bytes(i * 256 // 100 for i in range(100))  # constant bit rate: place in time = place in file
    body += struct.pack(">I", 100 - 10 * _QUALITY)
    body += b"LAME3.100" + bytes([0x01, 0]) + bytes(8)  # revision 0, CBR; low-pass, peak and gains not given
    body += bytes([0, min(kbps, 255)]) + ((_ENCODER_DELAY << 12) | min(padding, 4095)).to_bytes(3, "big")
    body += bytes(4) + struct.pack(">IH", size + length, crc)
    frame = header.ljust(_INFO_AT, b"\0") + body
    frame += struct.pack(">H", crc16(frame))
    return frame.ljust(length, b"\0")


_CRC_RUN = 128


@cache
def _crc_tables() -> tuple[NDArray[np.uint16], NDArray[np.uint16]]:
    """CRC-16/ARC: one byte's table, and (2, 256) for what a run of zero bytes makes of the register's two bytes."""
    table = np.arange(256, dtype=np.uint16)
    for _ in range(8):
        table = np.where(table & 1, (table >> 1) ^ 0xA001, table >> 1).astype(np.uint16)
    shift = np.stack([np.arange(256, dtype=np.uint16), np.arange(256, dtype=np.uint16) << 8]).astype(np.uint16)
    for _ in range(_CRC_RUN):
        shift = (shift >> 8) ^ table[shift & 0xFF]
    return table, shift


def crc16(data: bytes, crc: int = 0) -> int:
    """CRC-16 as LAME's header uses it (polynomial 0x8005 reflected), continued from `crc`.

    The sum is linear: runs of 128 bytes are summed side by side, then strung together.
    """
    table, shift = _crc_tables()
    octets = np.frombuffer(data, np.uint8)
    runs = octets[: len(octets) // _CRC_RUN * _CRC_RUN].reshape(-1, _CRC_RUN)
    sums = np.zeros(len(runs), np.uint16)
    for column in runs.T if len(runs) else ():
        sums = (sums >> 8) ^ table[(sums ^ column) & 0xFF]
    low, high = shift.tolist()
    for s in sums.tolist():
        crc = low[crc & 0xFF] ^ high[crc >> 8] ^ s
    one = table.tolist()
    for octet in octets[runs.size :].tolist():
        crc = (crc >> 8) ^ one[(crc ^ octet) & 0xFF]
    return crc


def crc16_of_both(first: int, second: int, length: int) -> int:
    """The CRC of bytes whose own is `first`, followed by `length` others whose own is `second`."""
    for power in range(length.bit_length()):
        if length >> power & 1:
            first = _applied(_zero_bytes(power), first)
    return first ^ second


@cache
def _zero_bytes(power: int) -> tuple[int, ...]:
    """What 2 ** `power` zero bytes make of each of the register's sixteen bits."""
    if power == 0:
        one = _crc_tables()[0].tolist()
        return tuple((1 << bit >> 8) ^ one[1 << bit & 0xFF] for bit in range(16))
    half = _zero_bytes(power - 1)
    return tuple(_applied(half, made) for made in half)


def _applied(of_bits: Sequence[int], register: int) -> int:
    made = 0
    for bit, of_bit in enumerate(of_bits):
        if register >> bit & 1:
            made ^= of_bit
    return made


# --- AAC and Opus


def _write_av(blocks: Iterable[Samples], path: Path, format: Format, kbps: int) -> int:
    import av

    rate, effort = format.rate, dict(format.effort)
    options = {"fflags": "+bitexact", **format.options}
    samples = 0
    try:
        with av.open(str(path), "w", format=format.container, options=options) as container:
            stream: Any = container.add_stream(
                format.encoder, rate=rate, layout="mono", bit_rate=kbps * 1000, options=effort
            )
            stream.codec_context.flags |= av.codec.context.Flags.bitexact
            resampler = av.AudioResampler(
                stream.codec_context.format, "mono", rate, stream.codec_context.frame_size or format.packet_samples
            )
            for block in blocks:
                frame = av.AudioFrame.from_ndarray(block[None, :], format="fltp", layout="mono")
                frame.rate, frame.pts = RATE, samples
                samples += len(block)
                for out in resampler.resample(frame):
                    container.mux(stream.encode(out))
            for out in resampler.resample(None):
                container.mux(stream.encode(out))
            container.mux(stream.encode(None))
    except av.FFmpegError as e:
        raise OSError(e.errno, e.strerror) from e
    return samples


# --- what was written


@dataclass(frozen=True, slots=True)
class Measured:
    """What a player hears in a finished file."""

    seconds: float
    """Decoded length."""
    lufs: float
    """Integrated loudness, BS.1770-4; -inf for silence."""
    range_lu: float
    true_peak_db: float
    lead_silence_s: float
    """Before the first sample above -50 dBFS (room tone peaks at -53); the whole length for silence."""
    trail_silence_s: float
    longest_silence_s: float
    """Between the two, in steps of 10 ms."""
    damaged: int = 0
    """Packets that cannot be decoded; players skip them, or play noise."""
    energies: NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32), repr=False, compare=False)
    """Mean squares of the K-weighted sound, `Meter.PER_SECOND` of them."""

    def lufs_within(self, stretches: Sequence[tuple[int, int]]) -> float:
        """Integrated loudness of the stretches (first, last millisecond) together; -inf for silence and for none."""
        step = 1000 // Meter.PER_SECOND
        parts = [self.energies[first // step : last // step] for first, last in stretches]
        return integrated(np.concatenate([*parts, np.zeros(0, np.float32)]), Meter.PER_SECOND)


def measure(path: Path) -> Measured:
    """Decodes a finished file, ours or not, and meters it. Raises MixingError when it cannot be decoded."""
    meters: list[Meter] = []
    peaks = [np.zeros(0, np.float32)]
    damage: list[str] = []
    for block in _gathered(decode(path, damage=damage)):
        meters = meters or [Meter() for _ in block]
        for meter, channel in zip(meters, block, strict=False):
            meter.feed(channel)
        loudest = np.abs(block).max(axis=0)
        peaks.append(np.pad(loudest, (0, -len(loudest) % _STEP)).reshape(-1, _STEP).max(axis=1))
    seconds = meters[0].samples / RATE if meters else 0.0
    energies = sum((meter.energies for meter in meters), np.zeros(1, np.float32))
    true_peak_db = max((meter.true_peak_db for meter in meters), default=SILENCE)
    lufs, range_lu = integrated(energies, Meter.PER_SECOND), loudness_range(energies, Meter.PER_SECOND)
    loud = np.flatnonzero(np.concatenate(peaks) > 10 ** (-50 / 20))
    if len(loud) == 0:
        return Measured(seconds, lufs, range_lu, true_peak_db, seconds, seconds, seconds, len(damage), energies)
    return Measured(
        seconds=seconds,
        lufs=lufs,
        range_lu=range_lu,
        true_peak_db=true_peak_db,
        lead_silence_s=float(loud[0]) / 100,
        trail_silence_s=max(seconds - float(loud[-1] + 1) / 100, 0.0),
        longest_silence_s=float(max(np.diff(loud).max(initial=1) - 1, 0)) / 100,
        damaged=len(damage),
        energies=energies,
    )


_STEP = RATE // 100
"""Samples of 10 ms."""


def _gathered(blocks: Iterable[Samples]) -> Iterator[Samples]:
    """The same samples, shape (channels, n), in blocks of one second (the last one shorter)."""
    waiting: list[Samples] = []
    held = 0
    for block in blocks:
        waiting.append(block)
        held += block.shape[1]
        while held >= RATE:
            joined = np.concatenate(waiting, axis=1)
            yield joined[:, :RATE]
            waiting, held = [joined[:, RATE:]], held - RATE
    if held:
        yield np.concatenate(waiting, axis=1)
