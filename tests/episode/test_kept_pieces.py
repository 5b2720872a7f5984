"""The pieces of a part stay in the cache: another sentence costs its paragraph, and what is damaged is made again."""

from __future__ import annotations

from pathlib import Path

from audioedition.episode.pieces import Parted
from audioedition.machine.cache import ClipCache
from audioedition.model import Clip
from audioedition.settings.sounddesign import SoundDesign
from audioedition.sound.mastering import TARGETS
from sound_signals import arranged, clip, line

LINES = [line("Ferry back", "headline"), *(line("It runs.", paragraph=1 + i // 2) for i in range(5))]


def made(cache: ClipCache, path: Path, seeds: list[int]) -> tuple[bytes, list[int]]:
    """The bytes of a part whose sentences are clips of these seeds, and the lines whose sound was asked for."""
    clips = [clip(1.0 + seed % 3, seed=seed) for seed in seeds]
    asked: list[int] = []

    def clip_of(index: int) -> Clip:
        asked.append(index)
        return clips[index]

    timeline = arranged(LINES, [c.seconds for c in clips], SoundDesign())
    names = [str(seed) for seed in seeds]
    assert Parted(timeline, names, clip_of, TARGETS["podcast"], "standard", cache).join(path)
    return path.read_bytes(), asked


def test_only_the_paragraph_of_a_corrected_sentence_is_made(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path / "cache")
    first, asked = made(cache, tmp_path / "a.mp3", [1, 2, 3, 4, 5, 6])
    assert asked == [0, 1, 2, 3, 4, 5]
    again, asked = made(cache, tmp_path / "b.mp3", [1, 2, 3, 4, 5, 6])
    assert (again, asked) == (first, [])
    corrected, asked = made(cache, tmp_path / "c.mp3", [1, 2, 9, 4, 5, 6])
    assert asked == [1, 2]
    fresh, _ = made(ClipCache(tmp_path / "other"), tmp_path / "d.mp3", [1, 2, 9, 4, 5, 6])
    assert corrected == fresh, "the bytes don't depend on what was there before"


def test_damaged_pieces_are_made_again(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path / "cache")
    first, _ = made(cache, tmp_path / "a.mp3", [1, 2, 3, 4, 5, 6])
    for path in (tmp_path / "cache" / "files").glob("*/*"):
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 4
        path.write_bytes(data)
    again, asked = made(cache, tmp_path / "b.mp3", [1, 2, 3, 4, 5, 6])
    assert (again, asked) == (first, [0, 1, 2, 3, 4, 5])
