"""An MP3 file -> where its frames lie between the tags around them."""

from __future__ import annotations

import os
from typing import BinaryIO


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
