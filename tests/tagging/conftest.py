"""Untagged audio files of two seconds, one of each format, made once."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from audioedition.model import Chapter
from audioedition.sound.encoding import encode
from audioedition.tagging import Tags


@pytest.fixture(scope="session")
def encoded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("encoded")
    time = np.arange(2 * 44100, dtype=np.float32) / 44100
    tone = (0.2 * np.sin(2 * np.pi * 440 * time)).astype(np.float32)
    files = {}
    for form in ("mp3", "m4a", "opus"):
        files[form] = folder / f"tone.{form}"
        encode([tone], files[form], format=form)
    return files


@pytest.fixture
def fresh(encoded: dict[str, Path], tmp_path: Path) -> Callable[..., Path]:
    """A fresh copy of the file of a format."""

    def copy(form: str = "mp3", name: str = "story") -> Path:
        return Path(shutil.copy(encoded[form], tmp_path / f"{name}.{form}"))

    return copy


def jpeg(image: PIL.Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=92)
    return out.getvalue()


@pytest.fixture
def noise() -> bytes:
    """A picture that no JPEG makes small; always the same."""
    return jpeg(PIL.Image.fromarray(np.random.default_rng(7).integers(0, 255, (1200, 1200, 3), dtype=np.uint8)))


@pytest.fixture
def full() -> Tags:
    return Tags(
        title="Ferry “Ana Öde” aground",
        artists=("Ingrid Solheim", "Marcus Öde"),
        album="The Harbour Post",
        track=2,
        tracks=9,
        date="2025-03-04T06:42",
        language="en-GB",
        publisher="The Harbour Post",
        comment="The voices are synthetic.",
        transcript="Ferry aground\n\nNobody was hurt.",
        url="https://harbour.example/ferry?id=7",
        description="All 214 people are safe.",
        guid="urn:uuid:0b1c",
        feed="https://harbour.example/feed.xml",
        cover=jpeg(PIL.Image.new("RGB", (600, 600), "#14213d")),
        chapters=(
            Chapter(
                0,
                900,
                "Ferry aground",
                (Chapter(0, 300, "Ferry aground"), Chapter(300, 900, "The rescue, hour by hour")),
            ),
            Chapter(900, 1700, "Library reopens"),
            Chapter(1700, 2000, "Z"),
        ),
    )
