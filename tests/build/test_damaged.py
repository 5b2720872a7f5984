"""Damaged and unusual files: whatever bytes come in, only an error of ours comes out."""

from __future__ import annotations

import random
from pathlib import Path

import av
import numpy as np
import pytest

from audioedition.checking import check
from audioedition.errors import AudioEditionError
from audioedition.model import Chapter
from audioedition.sound.assets import load
from audioedition.sound.encoding import encode
from audioedition.tagging import Tags, read_tags, stated_seconds, write_tags

TAGS = Tags(
    title="Ferry", artists=("Ana",), transcript="text " * 50, chapters=(Chapter(0, 400, "a"), Chapter(400, 1000, "b"))
)


@pytest.mark.parametrize("form", ["mp3", "m4a", "opus"])
def test_damaged_files(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"file.{form}"
    time = np.arange(44100, dtype=np.float32) / 44100
    encode([(0.2 * np.sin(2 * np.pi * 440 * time)).astype(np.float32)], path, format=form)
    write_tags(path, TAGS)
    whole = path.read_bytes()
    chance = random.Random(form)
    for _ in range(60):
        data = bytearray(whole)
        reach = chance.choice([100, 1500, len(data)])
        for _ in range(chance.choice([1, 5, 50])):
            data[chance.randrange(reach)] = chance.randrange(256)
        path.write_bytes(data[: chance.choice([len(data), chance.randrange(len(data))])])
        for act in (read_tags, stated_seconds, check, lambda p: write_tags(p, TAGS)):
            try:
                act(path)
            except AudioEditionError as e:
                assert "\n" not in str(e)
        assert list(tmp_path.iterdir()) == [path]


def test_eight_channels(tmp_path: Path) -> None:
    """PyAV gives such a frame a ninth plane that must not be read."""
    path = tmp_path / "surround.wav"
    with av.open(str(path), "w") as file:
        stream = file.add_stream("pcm_s16le", rate=48_000, layout="7.1")
        frame = av.AudioFrame.from_ndarray(np.full((1, 8 * 48_000), 8000, np.int16), format="s16", layout="7.1")
        frame.rate = 48_000
        file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
    assert load(path).shape == (44_100,)
