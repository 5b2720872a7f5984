"""Title or picture -> square JPEG cover. Apple Podcasts artwork: 1400-3000 px, RGB, no alpha, at most 512 kB.

Pillow is imported only when a picture is made.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import TaggingError

if TYPE_CHECKING:
    from PIL.Image import Image

FEED_LIMIT = 512_000
"""Bytes of the artwork a feed may name (Apple)."""
TAG_SIZE = 800
"""Pixels of the picture inside an audio file."""
TAG_LIMIT = 200_000
"""Bytes of the picture inside an audio file: the transcript of an hour fits beside it in 300 kB."""


def for_tag(picture: bytes, size: int = TAG_SIZE, limit: int = TAG_LIMIT) -> bytes:
    """`picture` itself if it fits into `size` pixels and `limit` bytes, else a smaller JPEG of it.

    Raises TaggingError if it is no picture.
    """
    import PIL.Image

    try:
        with PIL.Image.open(io.BytesIO(picture)) as image:
            if max(image.size) <= size and len(picture) <= limit:
                return picture
            image.draft("RGB", (size, size))
            small = image.convert("RGB")
    except (OSError, ValueError, PIL.Image.DecompressionBombError) as e:
        raise TaggingError(f"the cover is not a picture: {e}") from e
    small.thumbnail((size, size))
    return jpeg(small, limit)


def jpeg(image: Image, limit: int) -> bytes:
    """`image` as a baseline JPEG of at most `limit` bytes: the best quality that fits, then fewer pixels."""
    while True:
        for quality in (90, 82, 74, 66, 58, 50):
            out = io.BytesIO()
            image.save(out, "JPEG", quality=quality, optimize=True, subsampling=0 if quality > 80 else 2)
            if out.tell() <= limit:
                return out.getvalue()
        image = image.resize((image.width * 3 // 4, image.height * 3 // 4))
