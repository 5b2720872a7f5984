"""Title or picture -> square JPEG cover. Apple Podcasts artwork: 1400-3000 px, RGB, no alpha, at most 512 kB.

A cover made here is type on a coloured ground above bars that look like speech; colour and bars follow from the title,
so that every story looks like itself and like its edition. Pillow is imported only when a picture is made.
"""

from __future__ import annotations

import io
import random
import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import TaggingError

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

    from .lettering import Lettering

FEED_LIMIT = 512_000
"""Bytes of the artwork a feed may name (Apple)."""
TAG_SIZE = 800
"""Pixels of the picture inside an audio file."""
TAG_LIMIT = 200_000
"""Bytes of the picture inside an audio file: the transcript of an hour fits beside it in 300 kB."""
MEMORY_LIMIT = 600_000_000
"""Bytes that a decoded picture may take for a moment: a poster of 12,000 pixels a side in colour."""

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP", "AVIF", "JPEG2000", "PPM", "TGA", "ICO", "PCX", "QOI", "PSD")
"""What is read. Not EPS and WMF: Pillow hands those to other programs."""

PALETTE = (
    ("#14213d", "#fca311"),
    ("#1b4332", "#95d5b2"),
    ("#3d0c11", "#ff8c61"),
    ("#2b2d42", "#ef6f6c"),
    ("#0b3954", "#bfd7ea"),
    ("#3a2e39", "#f4d8a0"),
    ("#123c43", "#f2b880"),
    ("#402039", "#e8a0bf"),
)
"""(ground, accent): white type on each ground has a contrast of 10:1 at least."""
PAPER = "#ffffff"


def cover(title: str, subtitle: str = "", *, size: int = 1400, picture: Path | None = None) -> bytes:
    """A square JPEG of `size` pixels and at most 512 kB. Equal input gives equal bytes.

    Without `picture`: title and subtitle in type. With a picture that is nearly square: that picture alone, cropped.
    With any other: the picture above, the title below it.
    Raises TaggingError naming the picture if it cannot be used.
    """
    import PIL.Image
    import PIL.ImageDraw

    ground, accent = PALETTE[_chance(subtitle or title).randrange(len(PALETTE))]
    if subtitle.casefold() in title.casefold():
        subtitle = ""  # said once is enough
    photo = _opened(picture, size) if picture is not None else None
    if photo is not None and (not title or max(photo.size) <= 1.12 * min(photo.size)):
        return jpeg(_cropped(photo, size, size), FEED_LIMIT)
    image = PIL.Image.new("RGB", (size, size), ground)
    draw = PIL.ImageDraw.Draw(image)
    margin = size * 9 // 100
    if photo is not None:
        split = size * 60 // 100
        image.paste(_cropped(photo, size, split), (0, 0))
        draw.rectangle((0, split, size, split + size // 100), fill=accent)
        _kicker(draw, subtitle, margin, split + size * 5 // 100, size, accent)
        _headline(draw, title, (margin, split + size * 115 // 1000, size - margin, size - size * 6 // 100), size)
        return jpeg(image, FEED_LIMIT)
    _kicker(draw, subtitle, margin, margin + size * 4 // 100, size, accent)
    letters = _headline(draw, title, (margin, size * 21 // 100, size - margin, size * 71 // 100), size)
    dash = size - margin - size * 11 // 100 if letters and letters.right_to_left else margin
    draw.rectangle((dash, margin, dash + size * 11 // 100, margin + size * 14 // 1000), fill=accent)
    _bars(draw, title, (margin, size * (76 if letters else 35) // 100, size - margin, size - margin), accent)
    return jpeg(image, FEED_LIMIT)


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
    except (OSError, ValueError, SyntaxError, PIL.Image.DecompressionBombError) as e:
        raise TaggingError(f"the cover is not a picture: {e}") from e
    small.thumbnail((size, size))
    return jpeg(small, limit)


def jpeg(image: Image, limit: int) -> bytes:
    """`image` as a baseline JPEG of at most `limit` bytes: the best quality that fits, then fewer pixels."""
    while True:
        for quality in (90, 82, 74, 66, 58, 50, 35, 20):
            out = io.BytesIO()
            image.save(out, "JPEG", quality=quality, optimize=True, subsampling=0 if quality > 80 else 2)
            if out.tell() <= limit:
                return out.getvalue()
        image = image.resize((max(1, image.width * 3 // 4), max(1, image.height * 3 // 4)))


def _opened(path: Path, size: int) -> Image:
    """The first frame of any picture file, upright, in RGB, on white where it is transparent."""
    import PIL.Image
    import PIL.ImageOps

    try:
        # The limit in bytes below stands in for Pillow's own warning.
        with warnings.catch_warnings(action="ignore"), PIL.Image.open(path, formats=FORMATS) as file:
            image: Image = file
            image.draft("RGB", (size, size))
            width, height = image.size
            if width * height * {"1": 1, "L": 1, "I;16": 2}.get(image.mode, 4) > MEMORY_LIMIT:
                raise PIL.Image.DecompressionBombError(f"({width * height} pixels)")
            if image.mode == "1":
                image = image.convert("L")
            elif image.mode.startswith("I;16"):
                image = image.point(lambda v: v / 256).convert("L")
            # Whole steps of shrinking first: everything after works on a small picture.
            factor = min(width, height) // (2 * size)
            small = image.reduce(factor) if factor > 1 and image.mode != "P" else image
            small = PIL.ImageOps.exif_transpose(small)
            if small.has_transparency_data:
                rgba = small.convert("RGBA")
                small = PIL.Image.new("RGBA", rgba.size, "white")
                small.alpha_composite(rgba)
            return small.convert("RGB")
    except PIL.UnidentifiedImageError as e:
        raise TaggingError(
            f"{path.name} is not a picture that can be used", remedy="JPEG, PNG, GIF, WebP and TIFF files can"
        ) from e
    except PIL.Image.DecompressionBombError as e:
        pixels = re.search(r"\((\d+) pixels\)", str(e))
        many = f" ({int(pixels[1]) // 1_000_000} million pixels)" if pixels else ""
        raise TaggingError(
            f"the picture {path.name} is too large{many}", remedy="save it again with 3000 pixels a side"
        ) from e
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError) as e:
        reason = getattr(e, "strerror", None) or e
        raise TaggingError(f"the picture {path.name} cannot be read: {reason}") from e


def _cropped(image: Image, width: int, height: int) -> Image:
    """The part of `image` that fills the box; from a tall picture a little above the middle, where faces are."""
    import PIL.Image
    import PIL.ImageOps

    return PIL.ImageOps.fit(image, (width, height), PIL.Image.Resampling.LANCZOS, centering=(0.5, 0.4))


def _kicker(draw: ImageDraw, text: str, left: int, top: int, size: int, colour: str) -> None:
    from .lettering import lettering

    letters = lettering(text)
    if letters is None:
        return
    font = letters.font(size * 40 // 1000, bold=False)
    lines = letters.wrapped(font, size - 2 * left, 1)
    _lines(draw, letters, lines, font, (left, top, size - left), 0, colour)


def _headline(draw: ImageDraw, title: str, box: tuple[int, int, int, int], size: int) -> Lettering | None:
    """Set the title as large as its box allows, at most seven lines. None if no font here has its letters."""
    from .lettering import lettering

    letters = lettering(title)
    if letters is None:
        return None
    left, top, right, bottom = box
    for points in range(size * 13 // 100, size * 5 // 100, -max(1, size // 140)):
        font = letters.font(points, bold=True)
        leading = round(points * 1.12)
        room = min(7, (bottom - top) // leading)
        lines = letters.wrapped(font, right - left, room + 1)
        whole = points < size * 8 // 100 or not letters.broken(font, right - left)
        if len(lines) <= room and whole:
            break
    else:
        lines = letters.wrapped(font, right - left, room)
    _lines(draw, letters, lines, font, (left, top, right), leading, PAPER)
    return letters


def _lines(
    draw: ImageDraw,
    letters: Lettering,
    lines: list[str],
    font: object,
    box: tuple[int, int, int],
    leading: int,
    colour: str,
) -> None:
    left, top, right = box
    for i, line in enumerate(lines):
        where = (right if letters.right_to_left else left, top + i * leading)
        draw.text(where, line, fill=colour, font=font, anchor="ra" if letters.right_to_left else "la")  # type: ignore[arg-type]


def _bars(draw: ImageDraw, title: str, box: tuple[int, int, int, int], colour: str) -> None:
    """Bars like the waveform of a sentence: words of a few syllables with gaps between; the title is the seed."""
    left, top, right, bottom = box
    chance = _chance(title)
    pitch = max(3, (right - left) // 64)
    width = max(2, pitch * 6 // 10)
    middle, half = (top + bottom) // 2, (bottom - top) // 2
    count = (right - left - width) // pitch + 1
    heights: list[float] = []
    while len(heights) < count:
        loudness = chance.uniform(0.45, 1.0)
        syllables = chance.randint(3, 8)
        heights += [
            loudness * chance.uniform(0.45, 1.0) * (1 - abs(2 * i / syllables - 1) ** 3 * 0.6) for i in range(syllables)
        ]
        heights += [0.06] * chance.randint(1, 2)
    for i, height in enumerate(heights[:count]):
        x, y = left + i * pitch, max(width // 2, round(half * height))
        draw.rectangle((x, middle - y, x + width - 1, middle + y), fill=colour)


def _chance(text: str) -> random.Random:
    return random.Random(text.encode("utf-8", "surrogatepass"))
