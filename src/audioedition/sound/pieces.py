"""A story's part in pieces, from seam to seam of its timeline: each is mixed, mastered, encoded and measured by itself.

So a corrected line costs its paragraph and not its story, and several processes may encode one story. What joins them
is heard as one: a piece is encoded with a little of the quiet on either side of it, whose frames are then left out, so
that its first frame goes on where the frames before it end. Where the sound of that first frame begins in frames that
were left out (MP3's bit reservoir), those bytes are put into the room that is free at the end of the piece before it.
"""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from ..model.formats import FORMATS
from .ahead import ahead
from .encoding import EncodedAudio, Measured, crc16, encode, info_frame, measure, written_audio
from .finishing import accept
from .loudness import RATE, Meter, Samples, integrated, loudness_range
from .mastering import Levels, LoudnessTarget, needed_gain_db
from .mp3 import Frame, frames
from .timeline import GRID, Timeline

AROUND = 3
"""Frames of the quiet that are encoded on either side of a seam and left out: 78 ms, in which filters settle."""
STEP_DB = 0.2
"""The gain of a part in pieces is a multiple of this, so that a new line leaves the other pieces as they are."""
_TAIL = 3
"""Frames that can hold the 511 bytes which a frame's sound may begin before it, at 64 kbit/s."""
_LONG, _START, _STOP = 0, 1, 3
"""Kinds of windows: short ones (2) stand only between a starting and a stopping one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What lies between two seams of a part, with the quiet around it."""

    timeline: Timeline
    """Its own, which begins `before` frames before the seam."""
    before: int
    """Frames to be left out in front."""
    frames: int | None
    """How many stay; None for all there are, at the end of the part."""

    @property
    def samples(self) -> int:
        """Length of what stays."""
        return self.timeline.samples - self.before * GRID if self.frames is None else self.frames * GRID


@dataclass(frozen=True, slots=True)
class Header:
    """What is known about an encoded piece besides its frames."""

    frames: int
    lead: int
    """Bytes of sound that its first frame takes from before it."""
    free: int
    """Bytes that are unused at its end."""
    tail: tuple[tuple[int, int], ...]
    """(first, last + 1) byte of sound in its last frames."""
    first_window: int
    last_window: int
    seconds: float
    """Decoded length."""
    true_peak_db: float


@dataclass(frozen=True, slots=True)
class EncodedPiece:
    """The frames of a piece, and what was measured when they were decoded again."""

    header: Header
    lead: bytes
    data: bytes
    energies: Samples
    """As `Measured.energies`."""

    def to_bytes(self) -> bytes:
        head = json.dumps([asdict(self.header), len(self.data)]).encode("ascii")
        return b"\n".join([head, self.lead + self.data + self.energies.astype("<f4").tobytes()])

    @classmethod
    def from_bytes(cls, content: bytes) -> EncodedPiece:
        """Raises ValueError for what `to_bytes` has not made."""
        head, _, rest = content.partition(b"\n")
        told, size = json.loads(head)
        header = Header(**{**told, "tail": tuple((a, b) for a, b in told["tail"])})
        end = header.lead + size
        return cls(header, rest[: header.lead], rest[header.lead : end], np.frombuffer(rest[end:], "<f4"))


def pieces(timeline: Timeline) -> list[Piece]:
    """The pieces of a part, in order; one where it has no seams."""
    bounds = [0, *timeline.seams, timeline.samples]
    found = []
    events = iter(timeline.events)
    event = next(events, None)
    for start, end in itertools.pairwise(bounds):
        before = AROUND if start else 0
        last = end == timeline.samples
        begin = start - before * GRID
        inside = []
        while event and event.start < end:
            inside.append(replace(event, start=event.start - begin))
            event = next(events, None)
        length = end - begin if last else end - begin + AROUND * GRID
        own = Timeline(tuple(inside), length, timeline.level_db, timeline.tone_db)
        found.append(Piece(own, before, None if last else (end - start) // GRID))
    return found


def common_gain_db(found: Sequence[Levels], target: LoudnessTarget) -> float:
    """The gain that brings all pieces together to the target, to the next step."""
    gain_db = needed_gain_db([levels.frames for levels in found], target)
    return gain_db if math.isinf(gain_db) else round(gain_db / STEP_DB) * STEP_DB


def encode_piece(
    piece: Piece, levels: Levels, gain_db: float, target: LoudnessTarget, bitrate: str, scratch: Path
) -> EncodedPiece:
    """Master, encode and measure a piece in the folder `scratch`; under a lower ceiling where the codec's errors have
    raised its true peak too far. Raises EncodingError."""
    path = scratch / "piece.mp3"
    for ceiling_db in (target.ceiling_db, target.ceiling_db - 1.5):
        sound = levels.driven(gain_db, replace(target, ceiling_db=ceiling_db))
        encode(ahead(sound), path, bitrate=bitrate)
        measured = measure(path)
        if measured.true_peak_db <= target.true_peak_db:
            break
    return _cut(piece, path.read_bytes(), measured)


def _cut(piece: Piece, data: bytes, measured: Measured) -> EncodedPiece:
    """The frames that stay, without the Info frame in front."""
    found = list(frames(data))[1:]
    end = len(found) if piece.frames is None else piece.before + piece.frames
    kept, left_out = found[piece.before : end], found[: piece.before]
    at = kept[0].start
    bodies = b"".join(data[frame.end - frame.body : frame.end] for frame in left_out)
    lead = kept[0].back
    header = Header(
        frames=len(kept),
        lead=lead,
        free=min(_free(kept[-1]), sum(frame.body for frame in kept[-_TAIL:])),
        tail=tuple((frame.end - frame.body - at, frame.end - at) for frame in kept[-_TAIL:]),
        first_window=kept[0].windows[0],
        last_window=kept[-1].windows[1],
        seconds=measured.seconds - (piece.timeline.samples - piece.samples) / RATE,
        true_peak_db=measured.true_peak_db,
    )
    first, count = (round(n / RATE * Meter.PER_SECOND) for n in (piece.before * GRID, piece.samples))
    return EncodedPiece(
        header,
        bodies[len(bodies) - lead :] if lead else b"",
        data[at : kept[-1].end],
        measured.energies[first : first + count],
    )


def _free(last: Frame) -> int:
    """Bytes behind the sound of a frame, up to its end."""
    return last.back + last.body - last.size


def join_pieces(made: Sequence[EncodedPiece], path: Path, samples: int, bitrate: str, target: LoudnessTarget) -> bool:
    """Write a part of `samples` samples from its pieces; False where two of them don't fit together, which the part
    encoded in one go does. Raises EncodingError when it cannot be written, MasteringError when it is off its target."""
    if not all(_fit(a, b) for a, b in itertools.pairwise(made)):
        return False
    kbps = FORMATS["mp3"].kbps[bitrate]
    leads = [*(piece.lead for piece in made[1:]), b""]
    data = b"".join(_filled(piece, lead) for piece, lead in zip(made, leads, strict=True))
    count = sum(piece.header.frames for piece in made)
    info = info_frame(kbps, samples, count, len(data), crc16(data))
    energies = np.concatenate([piece.energies for piece in made])
    measured = Measured(
        seconds=sum(piece.header.seconds for piece in made),
        lufs=integrated(energies, Meter.PER_SECOND),
        range_lu=loudness_range(energies, Meter.PER_SECOND),
        true_peak_db=max(piece.header.true_peak_db for piece in made),
        lead_silence_s=0.0,
        trail_silence_s=0.0,
        longest_silence_s=0.0,
    )
    accept(EncodedAudio(samples, len(info) + len(data), FORMATS["mp3"].media_type), measured, target)
    with written_audio(path) as part:
        part.write_bytes(info + data)
    return True


def _fit(first: EncodedPiece, second: EncodedPiece) -> bool:
    """Whether `second` can follow `first`: its first frame's sound finds room, and their windows fit together."""
    windows = first.header.last_window in (_LONG, _STOP) and second.header.first_window in (_LONG, _START)
    return windows and second.header.lead <= first.header.free


def _filled(piece: EncodedPiece, lead: bytes) -> bytes:
    """The piece with the sound that a next frame takes from before it in its free end; `_fit` has seen to the room."""
    data = bytearray(piece.data)
    for start, end in reversed(piece.header.tail):
        part = lead[-(end - start) :]
        data[end - len(part) : end] = part
        lead = lead[: len(lead) - len(part)]
    return bytes(data)
