"""Encoded parts -> one audio file, packet by packet: nothing is decoded or encoded again.

A part is a whole stream of our encoder: in MP3 an Info frame and CBR frames, the first of which refers to nothing
before it; in MP4 and Ogg packets of one length. Decoded, a joined file is the parts' frames one after the other, so
between two sounds lie the padding of the first and the encoder delay of the second (50 ms at most): `offsets_ms` counts
them. Everything is copied in blocks, whatever the length.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import EncodingError
from ..model.formats import FORMATS, Format, by_suffix
from . import encoding
from .loudness import RATE
from .mp3 import MPEG1_KBPS, audio_span

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class JoinedAudio:
    """What was written."""

    offsets_ms: tuple[int, ...]
    """When each part's own first sample is heard."""
    samples: int
    """Decoded length, at `rate`."""
    rate: int
    """Hertz."""
    size: int
    """Bytes."""

    @property
    def duration_ms(self) -> int:
        return round(self.samples * 1000 / self.rate)


def join(parts: Sequence[Path], out: Path) -> JoinedAudio:
    """Join encoded parts of one format and bit rate into `out`, in the format of its suffix, without their tags.

    Raises EncodingError when a part is not a stream of ours, the parts don't fit together, or nothing can be written.
    """
    if not parts:
        raise EncodingError("there is nothing to join")
    format = by_suffix(out.suffix) or FORMATS["m4a"]
    with encoding.written_audio(out) as beside:
        return _join_packets(parts, beside, format) if format.container else _join_mp3(parts, beside)


# --- MP3


@dataclass(frozen=True, slots=True)
class Stream:
    """The CBR frames of an MP3 file and what its Info header says about them."""

    path: Path
    header: bytes
    """The fields of a frame header that all frames share: version, layer, rate, channels; without the padding bit."""
    kbps: int
    start: int
    """Offset of the first frame behind the Info frame."""
    size: int
    """Bytes from there to the last frame's end."""
    frames: int
    delay: int
    """Samples before the sound, the decoder's own 529 not counted."""
    padding: int
    """Samples after it."""
    crc: int
    """Of its frames, as the header has it."""

    @property
    def samples(self) -> int:
        """Length of the sound."""
        return self.frames * encoding.FRAME_SAMPLES - self.delay - self.padding


def mp3_stream(path: Path) -> Stream:
    """What stands in an MP3 file of ours. Raises EncodingError for one without a whole Info header."""
    try:
        with path.open("rb") as f:
            start, end = audio_span(f)
            f.seek(start)
            head = f.read(256)
    except OSError as e:
        raise EncodingError(f"{path.name} cannot be read: {e.strerror or e}", remedy="build it again") from e
    problem = EncodingError(f"{path.name} is not an MP3 stream that can be joined", remedy="build it again")
    if len(head) < 200 or head[0] != 0xFF or head[1] & 0xFE != 0xFA or head[2] & 0x0C:
        raise problem
    mono = head[3] & 0xC0 == 0xC0
    at = 21 if mono else 36
    kbps = MPEG1_KBPS[head[2] >> 4]
    if head[at : at + 4] != b"Info" or not kbps:
        raise problem
    flags, frames, size = struct.unpack_from(">III", head, at + 4)
    trim = int.from_bytes(head[at + 141 : at + 144])
    length = encoding.FRAME_SAMPLES // 8 * 1000 * kbps // RATE
    if flags & 3 != 3 or size != end - start or not frames:
        raise problem
    return Stream(
        path=path,
        header=bytes([head[1], head[2] & 0xFC, head[3] & 0xC0]),
        kbps=kbps,
        start=start + length,
        size=size - length,
        frames=frames,
        delay=trim >> 12,
        padding=trim & 0xFFF,
        crc=int.from_bytes(head[at + 152 : at + 154]),
    )


def _join_mp3(parts: Sequence[Path], out: Path) -> JoinedAudio:
    streams = [mp3_stream(part) for part in parts]
    first, last = streams[0], streams[-1]
    for stream in streams:
        if stream.header != first.header:
            raise EncodingError(
                f"{stream.path.name} and {first.path.name} differ in bit rate or channels", remedy="build them again"
            )
    offsets, frames = [], 0
    for stream in streams:
        offsets.append(round((frames * encoding.FRAME_SAMPLES + stream.delay - first.delay) * 1000 / RATE))
        frames += stream.frames
    samples = frames * encoding.FRAME_SAMPLES - first.delay - last.padding
    crc = size = 0
    with out.open("w+b") as f:
        f.write(encoding.info_frame(first.kbps, 0, 0, 0, 0))
        for stream in streams:
            for block in _blocks(stream):
                f.write(block)
            crc = encoding.crc16_of_both(crc, stream.crc, stream.size)
            size += stream.size
        total = f.tell()
        f.seek(0)
        f.write(encoding.info_frame(first.kbps, samples, frames, size, crc))
    return JoinedAudio(tuple(offsets), samples, RATE, total)


def _blocks(stream: Stream) -> Iterator[bytes]:
    with stream.path.open("rb") as f:
        f.seek(stream.start)
        left = stream.size
        while left:
            block = f.read(min(left, _BLOCK))
            if not block:
                raise EncodingError(f"{stream.path.name} ended while it was read", remedy="build it again")
            left -= len(block)
            yield block


# --- MP4 and Ogg

_STEP = {row.codecs[0]: row.packet_samples for row in FORMATS.values() if row.container}
"""Codec -> samples a packet, of our encoder."""


def _join_packets(parts: Sequence[Path], out: Path, format: Format) -> JoinedAudio:
    import av

    from .assets import opened

    options = {"fflags": "+bitexact", **format.options}
    offsets: list[int] = []
    position = end = 0
    stream: Any = None
    try:
        with av.open(str(out), "w", format=format.joined_container, options=options) as target:
            for part in parts:
                with opened(part) as source:
                    audio: Any = source.streams.audio[0]
                    kind = (audio.codec_context.name, audio.rate, audio.layout.name)
                    if stream is None:
                        stream, first = target.add_stream_from_template(audio), kind
                    if kind != first or kind[0] not in _STEP:
                        raise EncodingError(
                            f"{part.name} and {parts[0].name} differ in codec, rate or channels",
                            remedy="build them again",
                        )
                    step, begun = _STEP[kind[0]], None
                    for old in source.demux(audio):
                        if old.pts is None:
                            continue
                        if begun is None:
                            # The first part keeps its encoder delay: time before 0, which players skip.
                            begun = old.pts
                            position = position if offsets else begun
                            offsets.append(round((position - begun) * 1000 / audio.rate))
                        packet = av.Packet(bytes(old))
                        packet.pts = packet.dts = position
                        packet.time_base, packet.stream = audio.time_base, stream
                        # Only the file's last packet may be cut short; all others are played whole.
                        end = position + (old.duration or step)
                        packet.duration = old.duration if part is parts[-1] else step
                        position += step
                        target.mux(packet)
                    if begun is None:
                        raise EncodingError(f"{part.name} holds no sound", remedy="build it again")
    except (av.FFmpegError, IndexError) as e:
        raise EncodingError(f"{', '.join(p.name for p in parts[:3])} cannot be joined: {e}") from e
    return JoinedAudio(tuple(offsets), end, first[1], out.stat().st_size)
