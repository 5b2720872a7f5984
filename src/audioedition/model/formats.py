"""The audio formats that are written and read: the one table of what each is called, holds and needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal


@dataclass(frozen=True, slots=True)
class Format:
    """One row: everything that any stage asks about a format."""

    name: str
    """As in edition.toml, `[files] format`."""
    suffix: str
    media_type: str
    """IANA's, as servers send it."""
    tags: Literal["id3", "mp4", "vorbis"]
    """The module of `tagging/` that writes its tags."""
    part: str
    """The format its parts are encoded in: an audiobook (`m4b`) is an `m4a` whose edition file has another name."""
    kbps: Mapping[str, int] = field(default_factory=dict)
    """Name of a bit rate -> kbit/s, mono."""
    enclosure_type: str = ""
    """What Apple's list of enclosures calls it, where that differs from `media_type`."""
    other_types: tuple[str, ...] = ()
    """Further media types that feeds of others give it."""
    codecs: tuple[str, ...] = ()
    """FFmpeg's names of what a file with this suffix may hold."""
    container: str = ""
    """FFmpeg's muxer for encoding; empty where we write the frames ourselves."""
    joined_container: str = ""
    """FFmpeg's muxer for files joined from packets."""
    encoder: str = ""
    """FFmpeg's name."""
    rate: int = 44_100
    """Hertz, of the encoded stream."""
    effort: Mapping[str, str] = field(default_factory=dict)
    """Encoder options that keep it faster than 100 times real time."""
    options: Mapping[str, str] = field(default_factory=dict)
    """Of the muxer."""
    packet_samples: int = 1152
    """Samples a packet, at `rate`."""
    length_s: float = 0.001
    """A decoded file lasts what it should within this: MP3's Info header counts samples, the others whole packets.
    Loudness needs no such allowance: all three measure within .05 LU of what was encoded; true peaks rise by up to
    1 dB in any of them, which is why `sound/finishing.py` measures the decoded file."""

    @property
    def enclosure(self) -> str:
        """The media type in a feed's enclosure."""
        return self.enclosure_type or self.media_type


_AAC: dict[str, object] = {
    "media_type": "audio/mp4",
    "tags": "mp4",
    "part": "m4a",
    "kbps": {"standard": 80, "small": 56},
    "enclosure_type": "audio/x-m4a",
    "container": "mp4",
    "joined_container": "ipod",
    "encoder": "aac",
    "effort": {"aac_coder": "fast"},
    "options": {"movflags": "+faststart", "movie_timescale": "44100"},
    "packet_samples": 1024,
    "length_s": 0.025,
}

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        row.name: row
        for row in (
            Format(
                "mp3",
                ".mp3",
                "audio/mpeg",
                "id3",
                "mp3",
                {"standard": 96, "small": 64},
                codecs=("mp3", "mp3float", "mp2", "mp2float"),
            ),
            Format("m4a", ".m4a", codecs=("aac", "alac", "mp4als"), **_AAC),  # type: ignore[arg-type]
            Format("m4b", ".m4b", codecs=("aac", "alac"), **_AAC),  # type: ignore[arg-type]
            Format(
                "opus",
                ".opus",
                "audio/ogg",
                "vorbis",
                "opus",
                {"standard": 48, "small": 32},
                other_types=("audio/opus",),
                codecs=("opus", "libopus"),
                container="ogg",
                joined_container="ogg",
                encoder="libopus",
                rate=48_000,
                effort={"compression_level": "5"},
                packet_samples=960,
                length_s=0.025,
            ),
        )
    }
)
"""Name -> format."""

_BY_SUFFIX = {row.suffix: row for row in FORMATS.values()} | {".mp4": FORMATS["m4a"], ".ogg": FORMATS["opus"]}
AUDIO_SUFFIXES = (".mp3", ".m4a", ".m4b", ".opus", ".ogg")
"""What counts as an audio file in a folder of any origin."""


def by_suffix(suffix: str) -> Format | None:
    """The format of files that end so (`.mp3`, in any case); None for others."""
    return _BY_SUFFIX.get(suffix.lower())


def by_media_type(media_type: str) -> Format | None:
    """The format that is written under this media type; None for others."""
    return next((row for row in FORMATS.values() if row.media_type == media_type), None)
