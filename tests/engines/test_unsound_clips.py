"""What an engine gives back is looked at before it is kept: no numbers that are no sound, no silence, nothing."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from audioedition.engines import synthesis
from audioedition.errors import SynthesisError
from audioedition.machine.cache import FORMAT, ClipCache
from audioedition.model import Clip, Utterance, Voice

HISS = np.random.default_rng(1).normal(0, 0.1, 8000).astype(np.float32)
UTTERANCE = Utterance("Good morning.", Voice("bad", "bad", "bad"))


class Engine:
    name = "bad"

    def __init__(self, samples: np.ndarray[tuple[int], np.dtype[np.float32]], rate: int = 16_000) -> None:
        self.clip = Clip(samples, rate)

    def voices(self) -> list[object]:
        return []

    def fingerprint(self, voice: Voice) -> str:
        return "1"

    def synthesise(self, utterance: Utterance) -> Clip:
        return self.clip


@pytest.mark.parametrize(
    ("samples", "problem"),
    [
        (HISS[:0], "no sound"),
        (HISS * 0, "silence"),
        (np.where(HISS > 0.2, np.nan, HISS), "numbers"),
        (np.where(HISS > 0.2, np.inf, HISS), "numbers"),
        (np.stack([HISS, HISS]), "no sound"),
    ],
    ids=["empty", "silent", "nan", "infinite", "stereo"],
)
def test_an_engine_s_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, samples: np.ndarray[tuple[int], np.dtype[np.float32]], problem: str
) -> None:
    monkeypatch.setattr(synthesis, "load_engine", lambda name: Engine(samples))
    monkeypatch.setattr(synthesis, "fingerprint", lambda voice: "1")
    with pytest.raises(SynthesisError, match=problem):
        synthesis.synthesise([UTTERANCE], ClipCache(tmp_path))
    assert ClipCache(tmp_path).stats().clips == 0


HEADERS = (
    *("5", "[1]", "[1, 0, -20, []]", '["a", 1, 1, []]', "[1, 16000, -20, [[1]]]"),
    *("[" * 9999, "[-1, 1, 1, []]", "[1, 1, 1e999, 7]"),
)


@pytest.mark.parametrize("header", HEADERS)
def test_a_header_of_another_shape_is_no_clip(tmp_path: Path, header: str) -> None:
    cache = ClipCache(tmp_path)
    path = tmp_path / "clips" / "ab" / "abcd.clip"
    path.parent.mkdir(parents=True)
    data = header.encode()
    path.write_bytes(FORMAT + bytes(32) + len(data).to_bytes(4, "little") + data + b"xx")
    assert cache.info("abcd") is None
    assert cache.get("abcd") is None


def test_a_pipe_in_the_cache_is_no_clip(tmp_path: Path) -> None:
    path = tmp_path / "clips" / "ab" / "abcd.clip"
    path.parent.mkdir(parents=True)
    os.mkfifo(path)
    assert ClipCache(tmp_path).info("abcd") is None
    assert ClipCache(tmp_path).get("abcd") is None
