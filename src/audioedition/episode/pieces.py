"""A story's part -> its pieces in the cache, made as far as they are not there, and the part joined from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from ..machine.cache import ClipCache
from ..machine.digests import digest
from ..model import Clip
from ..sound.loudness import Samples
from ..sound.mastering import KEEP, Levels, LoudnessTarget
from ..sound.mixing import mix
from ..sound.pieces import EncodedPiece, Piece, common_gain_db, encode_piece, join_pieces, pieces
from ..sound.timeline import Timeline
from ..stages import versions


def encode_in_pieces(
    timeline: Timeline,
    keys: Sequence[str | None],
    clip_of: Callable[[int], Clip],
    path: Path,
    target: LoudnessTarget,
    bitrate: str,
    cache: ClipCache,
) -> bool:
    """Write the part to `path`; False where its pieces cannot be joined. `keys[i]` names the clip of line i.

    What is kept of the pieces stays on this machine, also where clips are shared: each is a moment's work.
    """
    here = ClipCache(cache.folder)
    levels: list[Levels] = []
    names: list[str] = []
    held = 0
    parted = pieces(timeline)
    for piece in parted:
        name = _name(piece, keys)
        known = _read(here, name)
        found = Levels(lambda piece=piece: mix(piece.timeline, clip_of), known)  # type: ignore[misc]
        if known is None:
            here.put_bytes(name, np.stack(found.frames).astype("<f4").tobytes())
            held += piece.samples
            if held > KEEP:
                found.forget()
        levels.append(found)
        names.append(name)
    gain_db = common_gain_db(levels, target)
    made = []
    for piece, name, found in zip(parted, names, levels, strict=True):
        key = digest([name, round(gain_db, 3), [target.lufs, target.true_peak_db, target.ceiling_db], bitrate])
        if stored := here.get_file(key):
            made.append(EncodedPiece.from_bytes(stored.read_bytes()))
            continue
        made.append(encode_piece(piece, found, gain_db, target, bitrate, path.parent))
        found.forget()
        here.put_bytes(key, made[-1].to_bytes())
    return join_pieces(made, path, timeline.samples, bitrate, target)


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
