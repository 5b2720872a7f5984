"""What a finished file depends on, known before any audio exists: so `plan` can say what will be made again, and why.

A recipe is a few digests, each with a name people understand. Equal recipes mean equal sound; the tags have a digest
of their own, because a corrected title costs no re-encode.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from ..machine.digests import digest

REASONS = {
    "clips": "words, voices or engines changed",
    "pauses": "pauses changed",
    "sound": "sound design changed",
    "file": "file format or loudness changed",
    "version": "audioedition changed",
    "words": "the words after the story changed",
    "joined": "audioedition changed",
}


@dataclass(frozen=True, slots=True)
class Recipe:
    """The digests behind one encoded part."""

    clips: str
    """Of the ordered clip keys and gains."""
    pauses: str
    sound: str
    """Of the sound design and the assets it uses."""
    file: str
    """Format, bit rate and loudness target, in words."""
    version: str
    """Of the stages that arrange, mix, master and encode."""

    @property
    def key(self) -> str:
        """The name of the encoded part in the cache."""
        return digest(asdict(self))


def reason_between(old: Mapping[str, str], new: Mapping[str, str]) -> str:
    """Why a file made by the digests `old` has to be made again for `new`; empty when it hasn't."""
    return "; ".join(dict.fromkeys(text for name, text in REASONS.items() if old.get(name) != new.get(name)))


def clips_digest(keys: Sequence[str | None], gains_db: Sequence[float]) -> str:
    """Digest of the ordered clips and the gain each is played with."""
    return digest([list(keys), [round(g, 3) for g in gains_db]])
