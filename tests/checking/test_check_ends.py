"""`check` always ends with a whole report, whatever stands beside the sound."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from audioedition.checking import check
from audioedition.machine.locking import lock
from audioedition.sound.encoding import encode

TRICKS = {
    "deep": ("transcripts/a.json", "[" * 100_000),
    "endless time": ("chapters/a.json", '{"version": "1.2.0", "chapters": [{"startTime": 1e999, "title": "x"}]}'),
    "long name": ("playlist.m3u8", "#EXTM3U\n" + "x" * 300 + ".mp3\n"),
    "nul": ("playlist.m3u8", "#EXTM3U\na\0b.mp3\n"),
    "deep feed": ("feed.json", "[" * 100_000),
    "no numbers": ("transcripts/a.json", '{"segments": [{"startTime": "x", "endTime": [], "body": 1}]}'),
    "deep xml": ("feed.xml", "<a>" * 100_000),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    at = np.arange(44_100 * 2, dtype=np.float32) / 44_100
    (tmp_path / "episodes").mkdir()
    for name in ("a", "b"):
        encode([(0.2 * np.sin(2 * np.pi * 440 * at)).astype(np.float32)], tmp_path / "episodes" / f"{name}.mp3")
    return tmp_path


@pytest.mark.parametrize("trick", TRICKS)
def test_one_bad_file_beside_costs_no_other(folder: Path, trick: str) -> None:
    name, text = TRICKS[trick]
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text)
    found = {one.file: one for one in check(folder)}
    assert {"episodes/a.mp3", "episodes/b.mp3"} <= found.keys()
    assert found["episodes/b.mp3"].seconds


def test_a_build_under_way_is_said(folder: Path) -> None:
    with lock(folder):
        notes = [note for one in check(folder) for note in one.notes]
    assert any("a build is at work" in note for note in notes)
