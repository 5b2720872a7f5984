"""A joined file sounds like its parts one after the other, at the times that are promised, to the sample."""

from __future__ import annotations

import shutil
import subprocess
import tracemalloc
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audioedition.errors import EncodingError
from audioedition.sound.encoding import encode
from audioedition.sound.joining import join, mp3_stream
from audioedition.tagging import Tags, stated_seconds, write_tags

RATE = 44100


def speech(samples: int, seed: int) -> np.ndarray:
    """Coloured noise in bursts, silent at both ends as a mastered part is."""
    chance = np.random.default_rng(seed)
    noise = np.convolve(chance.standard_normal(samples + 31), np.hanning(32), "valid") * 0.05
    out = (noise * (np.sin(np.arange(samples) / 9000 + seed) > -0.3)).astype(np.float32)
    out[: RATE // 5] = out[-RATE // 5 :] = 0
    return out


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    folder = tmp_path_factory.mktemp("parts")
    made: dict[str, list[Path]] = {}
    for form in ("mp3", "m4a", "opus"):
        for i, samples in enumerate((RATE, 99_999, 70_001, 4 * RATE)):
            path = folder / f"part{i}.{form}"
            encode([speech(samples, i)], path, format=form)
            made.setdefault(form, []).append(path)
    return made


def samples_of(path: Path) -> np.ndarray:
    """Decoded by FFmpeg's libraries at the file's own rate."""
    with av.open(str(path)) as file:
        return np.concatenate([frame.to_ndarray()[0] for frame in file.decode(file.streams.audio[0])])


@pytest.mark.parametrize("form", ["mp3", "m4a", "opus"])
def test_every_part_is_heard_where_it_is_promised(parts, tmp_path, form):
    joined = join(parts[form], tmp_path / f"all.{form}")
    whole = samples_of(tmp_path / f"all.{form}")
    for offset_ms, part in zip(joined.offsets_ms, parts[form], strict=True):
        alone = samples_of(part)
        inner = slice(joined.rate // 5, len(alone) - joined.rate // 5)
        at = round(offset_ms * joined.rate / 1000)
        margin = joined.rate // 1000
        wanted = alone[inner]
        errors = {
            lag: float(np.abs(whole[at + lag + inner.start : at + lag + inner.stop] - wanted).max())
            for lag in range(-margin, margin + 1)
        }
        best = min(errors, key=errors.__getitem__)
        assert abs(best) <= margin / 2 + 1, "offsets are right to half a millisecond"
        # AAC decoders fill some bands with noise of their own.
        limit = 0.02 if form == "m4a" else 1e-3
        assert errors[best] < limit, "and what is heard there is the part itself"


@pytest.mark.parametrize("form", ["mp3", "opus"])
def test_decoded_length_is_what_is_promised(parts, tmp_path, form):
    out = tmp_path / f"all.{form}"
    joined = join(parts[form], out)
    assert len(samples_of(out)) == joined.samples
    assert stated_seconds(out) == pytest.approx(joined.duration_ms / 1000, abs=0.001)


def test_m4a_length_is_what_its_header_says(parts, tmp_path):
    out = tmp_path / "all.m4a"
    joined = join(parts["m4a"], out)
    with av.open(str(out)) as file:
        assert file.duration / av.time_base == pytest.approx(joined.duration_ms / 1000, abs=0.001)


@pytest.mark.parametrize("form", ["mp3", "m4a", "opus"])
def test_one_part_joined_is_that_part(parts, tmp_path, form):
    out = tmp_path / f"one.{form}"
    joined = join(parts[form][:1], out)
    assert joined.offsets_ms == (0,)
    assert np.array_equal(samples_of(out), samples_of(parts[form][0]))


def test_one_mp3_part_joined_is_the_same_file(parts, tmp_path):
    out = tmp_path / "one.mp3"
    join(parts["mp3"][:1], out)
    assert out.read_bytes() == parts["mp3"][0].read_bytes()


@pytest.mark.parametrize("form", ["mp3", "m4a", "opus"])
def test_joining_is_deterministic_and_ignores_tags(parts, tmp_path, form):
    tagged = []
    for part in parts[form]:
        tagged.append(Path(shutil.copy(part, tmp_path / part.name)))
        write_tags(tagged[-1], Tags(title="Part", transcript="text " * 99))
    one, two = (join(p, tmp_path / f"{i}.{form}") for i, p in enumerate((parts[form], tagged)))
    assert one == two
    assert (tmp_path / f"0.{form}").read_bytes() == (tmp_path / f"1.{form}").read_bytes()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 3), min_size=1, max_size=8), st.integers(1, 7))
def test_joining_in_any_grouping_gives_the_same_file(parts, tmp_path, order, cut):
    """Law: joining joined files is joining their parts."""
    chosen = [parts["mp3"][i] for i in order]
    flat = join(chosen, tmp_path / "flat.mp3")
    groups = [g for g in (chosen[:cut], chosen[cut:]) if g]
    halves = [tmp_path / f"half{i}.mp3" for i in range(len(groups))]
    for group, half in zip(groups, halves, strict=True):
        join(group, half)
    nested = join(halves, tmp_path / "nested.mp3")
    assert (nested.samples, nested.size) == (flat.samples, flat.size)
    assert (tmp_path / "nested.mp3").read_bytes() == (tmp_path / "flat.mp3").read_bytes()


def test_memory_does_not_grow_with_length(parts, tmp_path):
    join(parts["mp3"], tmp_path / "warm.mp3")

    def peak(times: int) -> int:
        tracemalloc.start()
        join(parts["mp3"] * times, tmp_path / "long.mp3")
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    assert peak(20) < peak(2) + 1_000_000


def test_errors_are_clear_and_leave_nothing(parts, tmp_path):
    out = tmp_path / "out.mp3"
    with pytest.raises(EncodingError, match="nothing to join"):
        join([], out)
    with pytest.raises(EncodingError, match=r"gone\.mp3"):
        join([parts["mp3"][0], tmp_path / "gone.mp3"], out)
    small = tmp_path / "small.mp3"
    encode([speech(RATE, 1)], small, bitrate="small")
    with pytest.raises(EncodingError, match=r"small\.mp3 and part0\.mp3 differ"):
        join([parts["mp3"][0], small], out)
    with pytest.raises(EncodingError, match=r"part0\.opus and part0\.m4a differ"):
        join([parts["m4a"][0], parts["opus"][0]], tmp_path / "out.m4a")
    cut = tmp_path / "cut.mp3"
    cut.write_bytes(parts["mp3"][0].read_bytes()[:-100])
    with pytest.raises(EncodingError, match=r"cut\.mp3 is not"):
        join([cut], out)
    noise = tmp_path / "noise.opus"
    noise.write_bytes(b"noise" * 1000)
    with pytest.raises(EncodingError, match=r"noise\.opus"):
        join([noise], tmp_path / "out.opus")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["cut.mp3", "noise.opus", "small.mp3"]


def test_what_a_stream_says_about_itself(parts):
    stream = mp3_stream(parts["mp3"][1])
    assert (stream.kbps, stream.samples, stream.delay) == (96, 99_999, 576)


def test_joined_mp3_by_other_decoders(parts, tmp_path):
    out = tmp_path / "all.mp3"
    joined = join(parts["mp3"] * 3, out)
    judged = 0
    if shutil.which("mpg123"):
        pcm = subprocess.run(["mpg123", "-q", "-s", out], capture_output=True, check=True).stdout
        assert len(pcm) // 2 == joined.samples
        judged += 1
    if shutil.which("ffmpeg"):
        command = ["ffmpeg", "-v", "error", "-i", out, "-f", "s16le", "-"]
        done = subprocess.run(command, capture_output=True, check=True)
        assert len(done.stdout) // 2 == joined.samples
        assert done.stderr == b""
        judged += 1
    if shutil.which("mp3val"):
        said = subprocess.run(["mp3val", out], capture_output=True, text=True, check=True).stdout
        assert "CBR" in said and "ERROR" not in said
        judged += 1
    if not judged:
        pytest.skip("mpg123, ffmpeg and mp3val are not installed")
