"""An MP3 file -> where its frames lie between the tags around them, and where their sound lies in them.

ISO 11172-3, layer III; frames of ours are mono and without a CRC. The sound of a frame may begin in the frames before
it (the bit reservoir): `back` says how many bytes earlier.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

HEAD = 4 + 17
"""Bytes of a frame's header and its side information, in mono."""
MPEG1_KBPS = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
"""Bit rates of MPEG-1 layer III by their index in a frame header; 0: free, and not allowed."""


def audio_span(source: BinaryIO) -> tuple[int, int]:
    """(first, last + 1) byte of what lies between leading ID3v2 tags and a trailing ID3v1 tag."""
    size = source.seek(0, os.SEEK_END)
    start = 0
    while True:
        source.seek(start)
        header = source.read(10)
        if len(header) < 10 or header[:3] != b"ID3" or max(header[6:10]) > 127:
            break
        length = header[6] << 21 | header[7] << 14 | header[8] << 7 | header[9]
        start += 10 + length + (10 if header[5] & 0x10 else 0)
    end = size
    if size - start >= 128:
        source.seek(size - 128)
        if source.read(3) == b"TAG":
            end -= 128
    return min(start, end), end


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame."""

    start: int
    """Offset of its header."""
    end: int
    side: bytes
    """Its side information, which says where its sound lies and how it is coded."""

    @property
    def body(self) -> int:
        """Bytes of sound that there is room for in it."""
        return self.end - self.start - HEAD

    @property
    def back(self) -> int:
        """How many bytes of sound before its own body its sound begins."""
        return self._bits >> 127

    @property
    def size(self) -> int:
        """Bytes of its sound."""
        return -(-sum(granule >> 47 for granule in self._granules) // 8)

    @property
    def windows(self) -> tuple[int, int]:
        """Block types of its granules: 0 long, 1 start, 2 short, 3 stop."""
        first, second = (granule >> 23 & 3 if granule >> 25 & 1 else 0 for granule in self._granules)
        return first, second

    @property
    def _bits(self) -> int:
        return int.from_bytes(self.side)

    @property
    def _granules(self) -> list[int]:
        return [self._bits >> shift & (1 << 59) - 1 for shift in (59, 0)]


def frames(data: bytes) -> Iterator[Frame]:
    """The frames of a stream that begins with one. Raises ValueError where there is none."""
    at = 0
    while at < len(data):
        head = data[at : at + HEAD]
        kbps = MPEG1_KBPS[head[2] >> 4] if len(head) == HEAD and head[:2] == b"\xff\xfb" else 0
        end = at + 144_000 * kbps // 44_100 + (head[2] >> 1 & 1 if kbps else 0)
        if not kbps or end > len(data):
            raise ValueError(f"there is no frame at byte {at}")
        yield Frame(at, end, head[4:])
        at = end
