from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from audioedition.errors import CacheError
from audioedition.machine.cache import ClipCache, clip_key, default_folder, open_cache
from audioedition.model import Clip, Gender, Utterance, Voice
from audioedition.settings import BuildSettings, Settings

VOICE = Voice("anna", "tone", "high", options=(("pitch", 1.0),))
UTTERANCE = Utterance("The road is closed.", VOICE)
KEY = clip_key(UTTERANCE, "tone 1")
CLIP = Clip(np.linspace(-0.5, 0.5, 1000, dtype=np.float32), 16000, ((0, 3, 0.0, 0.02), (4, 8, 0.02, 0.05)))


@pytest.fixture
def cache(tmp_path):
    return ClipCache(tmp_path / "cache")


@pytest.mark.parametrize(
    "change",
    [
        {"spoken": "The road is open."},
        {"rate": 1.05},
        {"language": "en-GB"},
        {"phonemes": ((4, 8, "ɹoʊd"),)},
        {"voice": dataclasses.replace(VOICE, id="low")},
        {"voice": dataclasses.replace(VOICE, engine="hibari")},
        {"voice": dataclasses.replace(VOICE, rate=0.9)},
        {"voice": dataclasses.replace(VOICE, options=(("pitch", 1.1),))},
        {"voice": dataclasses.replace(VOICE, language="en-GB")},
    ],
)
def test_what_shapes_the_sound_is_in_the_key(change):
    assert clip_key(dataclasses.replace(UTTERANCE, **change), "tone 1") != KEY


def test_so_is_the_engines_fingerprint():
    assert clip_key(UTTERANCE, "tone 2") != KEY


@pytest.mark.parametrize(
    "change",
    [{"name": "berta"}, {"gain_db": 3.0}, {"gender": Gender.MALE}, {"licence": "CC0"}, {"description": "a hum"}],
)
def test_what_does_not_shape_the_sound_is_not(change):
    assert clip_key(dataclasses.replace(UTTERANCE, voice=dataclasses.replace(VOICE, **change)), "tone 1") == KEY


def test_the_key_is_the_same_in_every_process():
    """A key that changed with Python's hash seed would make the cache useless, and nobody would notice."""
    program = (
        f"import sys; sys.path[:] = {sys.path!r}\nfrom audioedition.machine.cache import clip_key\n"
        "from audioedition.model import Utterance, Voice\n"
        "VOICE = Voice('anna', 'tone', 'high', options=(('pitch', 1.0),))\n"
        "print(clip_key(Utterance('The road is closed.', VOICE), 'tone 1'))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == KEY


def test_lone_surrogates_have_a_key():
    assert clip_key(dataclasses.replace(UTTERANCE, spoken="\ud800"), "x")


def test_a_clip_comes_back_as_it_went_in(cache):
    assert cache.get(KEY) is None
    assert cache.info(KEY) is None
    info = cache.put(KEY, CLIP, -21.5)
    found = cache.get(KEY)
    assert np.abs(found.samples - CLIP.samples).max() <= 0.5 / 32768 + 1e-7
    assert (found.rate, found.words) == (CLIP.rate, CLIP.words)
    assert cache.info(KEY) == info
    assert (info.samples, info.rate, info.lufs, info.words) == (1000, 16000, -21.5, CLIP.words)
    assert info.seconds == CLIP.seconds


@given(npst.arrays(np.float32, st.integers(0, 200), elements=st.floats(-8, 8, width=32)))
def test_any_samples_come_back_no_louder_than_full_scale(samples):
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        cache = ClipCache(folder)
        cache.put(KEY, Clip(samples, 8000), 0.0)
        found = cache.get(KEY).samples
    peak = float(np.abs(samples).max()) if len(samples) else 0.0
    scale = 1.0 if peak <= 32767 / 32768 else 32767 / 32768 / peak
    assert np.abs(found - samples * np.float32(scale)).max(initial=0) <= 1.01 / 32768


def test_the_same_clip_is_the_same_bytes(cache, tmp_path):
    cache.put(KEY, CLIP, -21.5)
    other = ClipCache(tmp_path / "other")
    other.put(KEY, CLIP, -21.5)
    one, two = (next(c.folder.glob("clips/*/*")).read_bytes() for c in (cache, other))
    assert one == two


@pytest.mark.parametrize("at", [0, 25, 60, 90, 400, -1])
def test_a_damaged_clip_is_noticed_removed_and_made_again(cache, at):
    cache.put(KEY, CLIP, -21.5)
    (path,) = cache.folder.glob("clips/*/*")
    data = bytearray(path.read_bytes())
    data[at] ^= 0x10
    path.write_bytes(data)
    assert cache.get(KEY) is None
    assert not path.exists()
    cache.put(KEY, CLIP, -21.5)
    assert cache.get(KEY) is not None


def test_a_whole_clip_that_took_the_place_of_a_damaged_one_while_that_was_read_stays(cache, monkeypatch):
    from audioedition.machine import cache as module

    cache.put(KEY, CLIP, -21.5)
    (path,) = cache.folder.glob("clips/*/*")
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    remove = module._remove_damaged

    def late(path, read):
        cache.put(KEY, CLIP, -21.5)
        remove(path, read)

    monkeypatch.setattr(module, "_remove_damaged", late)
    assert cache.get(KEY) is None
    monkeypatch.undo()
    assert cache.get(KEY) is not None


@pytest.mark.parametrize("size", [0, 10, 55, 100, 1500])
def test_a_clip_cut_short_is_noticed_by_its_header_alone(cache, size):
    cache.put(KEY, CLIP, -21.5)
    (path,) = cache.folder.glob("clips/*/*")
    path.write_bytes(path.read_bytes()[:size])
    assert cache.info(KEY) is None
    assert path.stat().st_size == size, "to look touches nothing"
    cache.put(KEY, CLIP, -21.5)
    assert cache.info(KEY) is not None


def test_files_are_kept_under_their_key(cache, tmp_path):
    source = tmp_path / "part.mp3"
    source.write_bytes(b"sound" * 1000)
    assert cache.get_file(KEY) is None
    kept = cache.put_file(KEY, source)
    assert cache.get_file(KEY) == kept
    assert kept.read_bytes() == source.read_bytes()
    source.write_bytes(b"other")
    assert cache.put_file(KEY, source) == cache.get_file(KEY) != kept
    assert cache.stats().files == 1


def test_a_damaged_file_is_noticed(cache, tmp_path):
    source = tmp_path / "part.mp3"
    source.write_bytes(b"sound" * 1000)
    cache.put_file(KEY, source).write_bytes(b"sound" * 999)
    assert cache.get_file(KEY) is None
    assert cache.stats().files == 0


def test_verify_finds_what_is_damaged(cache, tmp_path):
    source = tmp_path / "part.mp3"
    source.write_bytes(b"sound")
    cache.put_file("ab" * 16, source).write_bytes(b"noise")
    cache.put(KEY, CLIP, -20)
    cache.put("cd" * 16, CLIP, -20)
    (path,) = cache.folder.glob("clips/cd/*")
    path.write_bytes(b"")
    assert sorted(p.name[:2] for p in cache.verify()) == ["ab", "cd"]
    assert cache.verify() == []
    assert cache.stats().clips == cache.stats().files == 1


def test_prune_by_age_then_by_size_the_least_recently_used_first(cache):
    keys = [f"{i:02x}" * 16 for i in range(5)]
    for days, key in zip((50, 40, 3, 2, 1), keys, strict=True):
        cache.put(key, CLIP, -20)
        (path,) = cache.folder.glob(f"clips/{key[:2]}/*")
        os.utime(path, (time.time() - days * 86400,) * 2)
    cache.get(keys[1])  # used again: young again
    size = cache.stats().bytes // 5
    assert cache.prune(max_age_days=30) == 1
    assert cache.prune(max_bytes=2 * size) == 2
    assert [key for key in keys if cache.info(key)] == [keys[1], keys[4]]
    assert cache.prune() == 0


def test_remains_of_killed_writers_are_no_clips_and_go(cache):
    cache.put(KEY, CLIP, -20)
    part = cache.folder / "clips" / KEY[:2] / ".part-abc"
    part.write_bytes(b"half")
    assert cache.stats().files == 1
    cache.prune()
    assert part.exists()  # perhaps somebody is at work
    os.utime(part, (time.time() - 7200,) * 2)
    cache.prune()
    assert not part.exists()


def test_remains_of_killed_builds_go_when_nobody_can_be_at_work_there_any_more(cache):
    for name, hours in ((".work-old", 25), (".work-new", 23)):
        (cache.folder / name).mkdir(parents=True)
        (cache.folder / name / "part.mp3").write_bytes(b"half")
        os.utime(cache.folder / name, (time.time() - hours * 3600,) * 2)
    cache.sweep()
    assert [path.name for path in cache.folder.iterdir()] == [".work-new"]


def test_what_cannot_be_removed_is_not_counted(cache, monkeypatch):
    def refuse(path):
        raise PermissionError

    cache.put(KEY, CLIP, -20)
    monkeypatch.setattr(Path, "unlink", refuse)
    assert cache.prune(max_bytes=0) == 0


def test_a_folder_that_cannot_be_made_is_a_clear_error(tmp_path):
    (tmp_path / "file").write_text("")
    cache = ClipCache(tmp_path / "file" / "cache")
    with pytest.raises(CacheError, match=r"cannot be written.*AUDIOEDITION_CACHE"):
        cache.put(KEY, CLIP, -20)
    assert cache.get(KEY) is None
    assert cache.stats().files == 0


def test_a_full_disk_leaves_nothing_half_written(cache):
    """As a file size limit, which raises EFBIG where a full disk raises ENOSPC."""
    program = f"""
import resource, signal, sys
sys.path[:] = {sys.path!r}
import numpy as np
from audioedition.machine.cache import ClipCache
from audioedition.errors import CacheError
from audioedition.model import Clip
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    ClipCache({str(cache.folder)!r}).put("{KEY}", Clip(np.zeros(9000, np.float32), 8000), -20)
except CacheError as e:
    print(e)
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "cannot be written: File too large (make room" in run.stdout
    assert [path for path in cache.folder.rglob("*") if path.is_file()] == []


def test_where_the_cache_lies(tmp_path, monkeypatch):
    monkeypatch.setenv("AUDIOEDITION_CACHE", str(tmp_path / "elsewhere"))
    assert default_folder() == tmp_path / "elsewhere"
    assert open_cache(Settings(root=tmp_path)).folder == tmp_path / "elsewhere"
    own = Settings(root=tmp_path, build=BuildSettings(cache="clips"))
    assert open_cache(own).folder == tmp_path / "clips"
    monkeypatch.delenv("AUDIOEDITION_CACHE")
    assert default_folder().name == "audioedition"


def test_writers_of_one_clip_do_not_disturb_each_other(cache):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: cache.put(KEY, CLIP, -20), range(40)))
    assert cache.get(KEY) is not None
    assert [p.suffix for p in Path(cache.folder).rglob("*") if p.is_file()] == [".clip"]
