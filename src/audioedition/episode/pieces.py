"""A story's part in pieces: each is measured, encoded and kept in the cache, as far as it is not there; then joined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..machine.cache import ClipCache
from ..machine.digests import digest
from ..model import Clip
from ..model.stages import versions
from ..sound.loudness import Samples
from ..sound.mastering import KEEP, Levels, LoudnessTarget
from ..sound.mixing import mix
from ..sound.pieces import EncodedPiece, Piece, common_gain_db, encode_piece, join_pieces, pieces
from ..sound.timeline import Timeline


@dataclass(frozen=True)
class Parted:
    """A part that is made in pieces, and what has been made of it."""

    timeline: Timeline
    keys: Sequence[str | None]
    """Of the clips, one a line."""
    clip_of: Callable[[int], Clip]
    target: LoudnessTarget
    bitrate: str
    cache: ClipCache
    """Pieces stay on this machine, also where clips are shared: each is a moment's work."""

    def measure(self, share: int = 0, shares: int = 1) -> list[Levels]:
        """Measure the pieces that are number `share` of `shares`, as far as that has not been done."""
        found, held = [], 0
        for _, piece in _shared(pieces(self.timeline), share, shares):
            name = _name(piece, self.keys)
            if levels := _measured.pop(name, None):
                found.append(levels)
                continue
            known = _read(self.cache, name)
            levels = Levels(lambda own=piece.timeline: mix(own, self.clip_of), known)  # type: ignore[misc]
            if known is None:
                self.cache.put_bytes(name, np.stack(levels.frames).astype("<f4").tobytes())
                held += piece.samples
                if held > KEEP:
                    levels.forget()
            found.append(levels)
        return found

    def measure_ahead(self, share: int, shares: int) -> None:
        """`measure`; the sound stays in this process for its `encode`, which is asked for next, if it is."""
        _measured.clear()
        levels = self.measure(share, shares)
        named = [_name(piece, self.keys) for _, piece in _shared(pieces(self.timeline), share, shares)]
        _measured.update(zip(named, levels, strict=True))

    def encode(self, folder: Path, share: int = 0, shares: int = 1) -> list[EncodedPiece]:
        """Encode the pieces that are number `share` of `shares`, as far as that has not been done, in a `folder`."""
        parted, levels, made = pieces(self.timeline), self.measure(), []
        gain_db = common_gain_db(levels, self.target)
        aim = [self.target.lufs, self.target.true_peak_db, self.target.ceiling_db]
        for at, piece in _shared(parted, share, shares):
            found = levels[at]
            key = digest([_name(piece, self.keys), round(gain_db, 3), aim, self.bitrate])
            if stored := self.cache.get_file(key):
                made.append(EncodedPiece.from_bytes(stored.read_bytes()))
                continue
            made.append(encode_piece(piece, found, gain_db, self.target, self.bitrate, folder))
            found.forget()
            self.cache.put_bytes(key, made[-1].to_bytes())
        return made

    def join(self, path: Path) -> bool:
        """Write the part to `path`; False where its pieces cannot be joined."""
        return join_pieces(self.encode(path.parent), path, self.timeline.samples, self.bitrate, self.target)


_measured: dict[str, Levels] = {}
"""What `measure_ahead` has measured here last, by the names of the pieces, with the sound as far as that is kept."""


def _shared(parted: Sequence[Piece], share: int, shares: int) -> list[tuple[int, Piece]]:
    """One of `shares` lots of pieces about as long as each other, with their places: the longest piece first, each to
    the lot that is shortest so far."""
    lots: list[list[int]] = [[] for _ in range(shares)]
    lengths = [0] * shares
    for at in sorted(range(len(parted)), key=lambda at: -parted[at].samples):
        lot = lengths.index(min(lengths))
        lots[lot].append(at)
        lengths[lot] += parted[at].samples
    return [(at, parted[at]) for at in sorted(lots[share])]


def _name(piece: Piece, keys: Sequence[str | None]) -> str:
    """The digest of all that can be heard in a piece before it is mastered."""
    events = [
        [keys[int(e.source)], e.start, e.length, round(e.gain_db, 3), e.fade_in, e.fade_out]
        for e in piece.timeline.events
    ]
    shape = [piece.timeline.samples, piece.timeline.tone_db, piece.before, piece.frames]
    return digest(["piece", events, shape, versions("part")])


def _read(cache: ClipCache, name: str) -> tuple[Samples, Samples] | None:
    """(energies, peaks) of a piece that has been measured before."""
    found = cache.get_file(name)
    if not found:
        return None
    energies, peaks = np.frombuffer(found.read_bytes(), "<f4").reshape(2, -1)
    return energies, peaks
