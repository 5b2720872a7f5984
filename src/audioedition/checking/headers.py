"""What an audio file's headers and tags claim about themselves, held against its bytes.

Players seek by the Info header and know from it where the sound begins and ends; an editor that cuts a file, or a
transfer that changes a byte, leaves it as it was.
"""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from ..model.formats import by_suffix
from ..sound.assets import opened
from ..sound.encoding import crc16
from ..sound.mp3 import MPEG1_KBPS, audio_span
from ..tagging.id3 import has_table, version

_TAIL = 120
"""Bytes from `Info` to LAME's extension, all four optional fields there."""


def name_faults(path: Path) -> list[str]:
    """A file that is something else than its name says: servers and players go by the name."""
    format = by_suffix(path.suffix) if path.suffix.lower() != ".ogg" else None  # which may hold anything
    with opened(path) as container:
        codec = container.streams.audio[0].codec_context.name
        kind = container.format.name.split(",")[0]
    if format is None or (codec in format.codecs and (format.name != "mp3" or kind == "mp3")):
        return []
    return [f"it is {codec} in {kind}, which its name does not say"]


def mp3_faults(path: Path, *, ours: bool) -> list[str]:
    """What the headers of an MP3 file say wrongly or leave unsaid; of `ours` also what the oldest players miss.
    Nothing for other files."""
    if path.suffix.lower() != ".mp3":
        return []
    with path.open("rb") as f:
        start, end = audio_span(f)
        f.seek(start)
        head = f.read(512)
        at = next((head.find(name, 0, 64) for name in (b"Info", b"Xing", b"VBRI") if name in head[:64]), -1)
        found = _tag_faults(path, ours)
        if at < 0:
            return [*found, "no Info header: players guess the length"]
        lame = head[at + _TAIL : at + _TAIL + 36]
        if head[at : at + 4] == b"VBRI" or head[at + 7] != 0xF or not lame.startswith((b"LAME", b"Lav")):
            return found
        told, crc = int.from_bytes(lame[28:32]), int.from_bytes(lame[32:34])
        if told and told != end - start:
            found.append(f"the Info header counts {told} bytes of sound, there are {end - start}")
        elif told and crc and crc != _sum(f, start + _frame_length(head), end):
            found.append("bytes of the sound have changed since it was encoded: the Info header's checksum differs")
    return found


def _tag_faults(path: Path, ours: bool) -> list[str]:
    found = []
    if ours and (told := version(path)) not in ("", "2.3"):
        found.append(f"an ID3v{told} tag: the oldest players read 2.3 only")
    if not has_table(path):
        found.append("chapters without a table of contents: some players show none")
    return found


def _frame_length(head: bytes) -> int:
    """Bytes of the frame that begins with `head`: MPEG layer III of any version."""
    new = head[1] & 0x08
    old_rates = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)
    kbps = (MPEG1_KBPS if new else old_rates)[head[2] >> 4]
    hertz = (44_100, 48_000, 32_000, 32_000)[head[2] >> 2 & 3] // (1 if new else 2 if head[1] & 0x10 else 4)
    return (144 if new else 72) * kbps * 1000 // hertz + (head[2] >> 1 & 1)


def _sum(f: BinaryIO, start: int, end: int) -> int:
    """LAME's checksum of a stretch of the file."""
    f.seek(start)
    crc = 0
    while block := f.read(min(1 << 20, end - f.tell())):
        crc = crc16(block, crc)
    return crc
