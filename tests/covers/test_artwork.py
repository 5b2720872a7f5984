"""Covers: laws of size, shape and colour; every kind of picture a user may have."""

from __future__ import annotations

import io
import re
import struct
import zlib
from pathlib import Path

import numpy as np
import PIL.Image
import PIL.ImageDraw
import pytest

from audioedition.covers.artwork import FEED_LIMIT, PALETTE, TAG_LIMIT, cover, for_tag
from audioedition.covers.lettering import lettering
from audioedition.errors import TaggingError

TITLES = {
    "short": "Mayor resigns",
    "long": "Prokuratura: były minister „wiedział o wszystkim”, mówi świadek w procesie o ustawione przetargi " * 5,
    "one word": "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
    "cyrillic": "Совет сохранил паром на зиму",
    "greek": "Η κυβέρνηση ανακοίνωσε νέα μέτρα",
    "arabic": "مجلس المدينة يقرر الإبقاء على العبّارة",
    "chinese": "市议会决定保留渡轮",
    "emoji": "🚢🚢🚢",
    "empty": "",
    "broken": "lone \ud800 surrogate \x00\x1b[31m controls",
    "huge": "word " * 100_000,
}


def opened(data: bytes) -> PIL.Image.Image:
    return PIL.Image.open(io.BytesIO(data))


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_any_title_gives_a_cover_platforms_accept(title):
    data = cover(title, "The Harbour Post")
    image = opened(data)
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1400, 1400))
    assert len(data) <= FEED_LIMIT
    assert data == cover(title, "The Harbour Post"), "equal input, equal bytes"


def test_size():
    assert opened(cover("Mayor resigns", size=3000)).size == (3000, 3000)
    assert opened(cover("Mayor resigns", size=300)).size == (300, 300)


def inked(title: str, box: tuple[int, int, int, int]) -> float:
    """Share of a part of the cover that is not the ground."""
    pixels = np.asarray(opened(cover(title, "The Harbour Post")).crop(box)).astype(int)
    return float((np.abs(pixels - pixels[0, 0]).sum(axis=2) > 60).mean())


def test_the_edition_is_not_named_twice():
    kicker = (100, 180, 1300, 260)
    assert inked("Mayor resigns", kicker) > 0.02
    assert inked("The Harbour Post, read aloud", kicker) == 0


def test_type_keeps_to_its_margins():
    for title in ("Mayor resigns", TITLES["long"], TITLES["one word"], TITLES["cyrillic"]):
        assert inked(title, (0, 0, 100, 1400)) == 0
        assert inked(title, (1310, 0, 1400, 1400)) == 0
        assert inked(title, (0, 1300, 1400, 1400)) == 0
        assert 0.01 < inked(title, (100, 280, 1310, 1000)) < 0.4, "and is there"


def test_white_on_every_ground_is_legible():
    def luminance(colour: str) -> float:
        parts = [int(h, 16) / 255 for h in re.findall("..", colour[1:])]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for ground, accent in PALETTE:
        assert 1.05 / (luminance(ground) + 0.05) >= 10
        assert (luminance(accent) + 0.05) / (luminance(ground) + 0.05) >= 4.5


def test_no_font_no_boxes():
    assert lettering("🚢🚢") is None
    assert lettering("Zürich 🚢 Łódź").text == "Zürich Łódź"
    assert lettering("  \u200b ") is None


# --- pictures of users


def saved(path: Path, image: PIL.Image.Image, **options: object) -> Path:
    image.save(path, **options)  # type: ignore[arg-type]
    return path


def scene(width: int, height: int, mode: str = "RGB") -> PIL.Image.Image:
    image = PIL.Image.new("RGB", (width, height), "#3060a0")
    PIL.ImageDraw.Draw(image).ellipse((width // 4, height // 4, width // 2, height // 2), fill="#f0e0c0")
    return image.convert(mode)


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("a.jpg", "RGB"),
        ("cmyk.jpg", "CMYK"),
        ("grey.png", "L"),
        ("alpha.png", "RGBA"),
        ("palette.png", "P"),
        ("ink.png", "1"),
        ("deep.png", "I;16"),
        ("a.webp", "RGB"),
        ("a.tiff", "RGB"),
        ("a.bmp", "RGB"),
        ("a.gif", "P"),
    ],
)
@pytest.mark.parametrize("shape", [(900, 900), (1600, 900), (600, 1300), (40, 30)])
def test_any_picture_of_any_shape(tmp_path, name, mode, shape):
    image = (
        scene(*shape).convert("L").convert("I").point(lambda v: v * 256).convert("I;16")
        if mode == "I;16"
        else scene(*shape, mode)
    )
    data = cover("Mayor resigns", "The Harbour Post", picture=saved(tmp_path / name, image))
    assert opened(data).size == (1400, 1400)
    assert opened(data).mode == "RGB"
    assert len(data) <= FEED_LIMIT
    middle = opened(data).getpixel((1100, 300))
    expected = (86, 86, 86) if mode in ("L", "I;16") else (48, 96, 160)
    if mode != "1":
        assert np.allclose(middle, expected, atol=30), middle


def test_a_square_picture_stands_alone(tmp_path):
    path = saved(tmp_path / "square.png", PIL.Image.new("RGB", (1500, 1500), "#804020"))
    pixels = np.asarray(opened(cover("Mayor resigns", picture=path)))
    assert pixels.reshape(-1, 3).std(axis=0).max() < 2


def test_a_wide_picture_has_the_title_below(tmp_path):
    path = saved(tmp_path / "wide.png", PIL.Image.new("RGB", (1600, 900), "#804020"))
    image = opened(cover("Mayor resigns", picture=path))
    assert np.allclose(image.getpixel((700, 400)), (128, 64, 32), atol=3)
    assert np.asarray(image.crop((0, 900, 1400, 1400))).std() > 20


def test_transparency_is_white(tmp_path):
    path = saved(tmp_path / "clear.png", PIL.Image.new("RGBA", (500, 500), (0, 0, 0, 0)))
    assert opened(cover("", picture=path)).getpixel((700, 700)) == (255, 255, 255)


def test_a_turned_photograph_is_upright(tmp_path):
    image = PIL.Image.new("RGB", (1000, 1000), "white")
    image.paste("black", (0, 0, 1000, 500))
    exif = PIL.Image.Exif()
    exif[0x0112] = 3  # turned by 180 degrees
    path = saved(tmp_path / "turned.jpg", image, exif=exif)
    assert opened(cover("", picture=path)).getpixel((700, 100))[0] > 250


def test_an_animation_gives_its_first_frame(tmp_path):
    frames = [PIL.Image.new("RGB", (600, 600), c) for c in ("#ff0000", "#00ff00", "#0000ff")]
    path = saved(tmp_path / "moving.gif", frames[0], save_all=True, append_images=frames[1:])
    assert np.allclose(opened(cover("", picture=path)).getpixel((700, 700)), (254, 0, 0), atol=3)


def test_a_very_large_picture_is_refused_before_it_is_loaded(tmp_path):
    whole = saved(tmp_path / "huge.png", PIL.Image.new("RGB", (9, 9))).read_bytes()
    header = b"IHDR" + struct.pack(">II", 13000, 13000) + whole[24:29]
    (tmp_path / "huge.png").write_bytes(whole[:12] + header + struct.pack(">I", zlib.crc32(header)) + whole[33:])
    with pytest.raises(TaggingError, match=r"huge\.png is too large \(169 million pixels\)"):
        cover("Mayor resigns", picture=tmp_path / "huge.png")


@pytest.mark.slow
def test_twelve_thousand_pixels_are_not_too_many(tmp_path):
    path = saved(tmp_path / "large.tiff", PIL.Image.new("RGB", (12_000, 12_000), "#804020"), compression="tiff_lzw")
    assert opened(cover("Mayor resigns", picture=path)).getpixel((700, 700)) == pytest.approx((128, 64, 32), abs=3)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.7\n%..."),
        ("a.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n"),
        ("a.jpg", b""),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"x" * 99),
    ],
)
def test_what_is_no_picture_is_named(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(TaggingError, match=name):
        cover("Mayor resigns", picture=path)


def test_a_truncated_or_missing_picture_is_named(tmp_path):
    whole = saved(tmp_path / "whole.jpg", scene(900, 900)).read_bytes()
    (tmp_path / "cut.jpg").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(TaggingError, match=r"cut\.jpg"):
        cover("", picture=tmp_path / "cut.jpg")
    with pytest.raises(TaggingError, match=r"gone\.jpg"):
        cover("", picture=tmp_path / "gone.jpg")


# --- for the tag


def test_the_picture_in_a_tag_is_small():
    small = for_tag(cover("Mayor resigns", "The Harbour Post", size=3000))
    assert opened(small).size == (800, 800)
    assert len(small) <= TAG_LIMIT
    assert for_tag(small) is small, "what fits is left as it is"
