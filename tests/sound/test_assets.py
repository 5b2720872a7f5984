from __future__ import annotations

import shutil
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audioedition.errors import MixingError
from audioedition.settings.sounddesign import SoundDesign, SoundSettings
from audioedition.sound.assets import LIMIT_S, asset_files, digests, load, load_assets, oddities
from audioedition.sound.encoding import encode
from audioedition.sound.loudness import RATE, decibels, measure_lufs
from audioedition.sound.timeline import SPEECH_LUFS
from sound_signals import sine

ROOT = Path(__file__).parents[2]


def write(path: Path, signal: np.ndarray, codec: str, rate: int, format: str, layout: str = "mono") -> None:
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate, layout=layout)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(signal), format=format, layout=layout)
        frame.rate = rate
        container.mux([*stream.encode(frame), *stream.encode(None)])


def test_8_bit_8_khz_stereo(tmp_path: Path) -> None:
    tone = np.rint(128 + 100 * sine(2, 0, 440, 8000)).astype(np.uint8)
    write(tmp_path / "x.wav", np.repeat(tone, 2)[None, :], "pcm_u8", 8000, "u8", "stereo")
    sound = load(tmp_path / "x.wav")
    assert len(sound) == pytest.approx(2 * RATE, abs=50)
    assert decibels(float(np.abs(sound[1000:-1000]).max())) == pytest.approx(decibels(100 / 128), abs=0.3)


def test_24_bit_96_khz(tmp_path: Path) -> None:
    tone = np.rint(sine(2, -6, 440, 96_000).astype(np.float64) * 2**31).astype(np.int32)
    write(tmp_path / "x.flac", tone[None, :], "flac", 96_000, "s32")
    sound = load(tmp_path / "x.flac", lufs=-24)
    assert len(sound) == pytest.approx(2 * RATE, abs=50)
    assert measure_lufs(sound, RATE) == pytest.approx(-24, abs=0.1)


def test_an_hour_of_sound_is_cut_and_faded(tmp_path: Path) -> None:
    hour = np.full((1, 3600 * 8000), 20_000, np.int16)
    write(tmp_path / "x.wav", hour, "pcm_s16le", 8000, "s16")
    sound = load(tmp_path / "x.wav", limit_s=6)
    assert len(sound) == 6 * RATE
    assert abs(sound[-1]) < 1e-3
    assert np.abs(np.diff(sound[RATE:])).max() < 1e-3


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (None, "cannot be opened"),
        (b"", "cannot be opened"),
        (b"not a sound at all, but a text\n" * 50, "cannot be opened"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "cannot be|no sound"),
    ],
)
def test_missing_or_damaged(tmp_path: Path, data: bytes | None, complaint: str) -> None:
    path = tmp_path / "ident.wav"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(MixingError, match=complaint) as caught:
        load(path)
    assert "ident.wav" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_breaks_off_is_used_as_far_as_it_goes(tmp_path: Path) -> None:
    whole = (ROOT / "audio" / "ident.flac").read_bytes()
    (tmp_path / "x.flac").write_bytes(whole[: len(whole) // 2])
    assert RATE < len(load(tmp_path / "x.flac")) < 3.6 * RATE


def test_damage_in_the_middle_costs_what_is_damaged_and_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.mp3"
    encode([sine(4, -12)], path)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 2000] = bytes(2000)
    path.write_bytes(data)
    damage: list[str] = []
    assert 3.7 * RATE < len(load(path, damage=damage)) < 4 * RATE
    assert damage


def test_a_stream_that_changes_on_the_way_is_heard_to_its_end(tmp_path: Path) -> None:
    tone = (sine(2, -6, 440, 48_000) * 20_000).astype(np.int16)
    write(tmp_path / "a.mp3", np.repeat(tone[None, :], 2, axis=0), "mp3", 48_000, "s16p", "stereo")
    write(tmp_path / "b.mp3", tone[None, ::2], "mp3", 24_000, "s16p", "mono")
    path = tmp_path / "x.mp3"
    path.write_bytes((tmp_path / "a.mp3").read_bytes() + (tmp_path / "b.mp3").read_bytes())
    assert len(load(path)) == pytest.approx(4 * RATE, abs=RATE // 5)


def test_strange_sounds_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "audio").mkdir()
    nothing = np.zeros(RATE, np.int16)
    write(tmp_path / "audio" / "ident.wav", nothing[None, :], "pcm_s16le", RATE, "s16")
    faint = np.rint(sine(2, -80) * 32767).astype(np.int16)
    write(tmp_path / "audio" / "sting.wav", faint[None, :], "pcm_s16le", RATE, "s16")
    sound = SoundDesign(sounds=SoundSettings(ident="ident.wav", sting="sting.wav"))
    silent, quiet = oddities(tmp_path, sound)
    assert "audio/ident.wav is silent" in silent
    assert "audio/sting.wav cannot be made as loud as the voices" in quiet
    assert load_assets(tmp_path, sound).keys() == {"sting", "bed", "closing"}


def test_nothing_is_strange_about_the_stock_sounds(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "audio", tmp_path / "audio")  # read as anybody's: a build does not read its own each time
    assert oddities(tmp_path, SoundDesign()) == oddities(ROOT, SoundDesign()) == []


def test_a_picture_is_not_a_sound(tmp_path: Path) -> None:
    image = pytest.importorskip("PIL.Image")
    image.new("RGB", (16, 16)).save(tmp_path / "x.png")
    with pytest.raises(MixingError, match="no sound"):
        load(tmp_path / "x.png")


def test_silence_is_not_raised(tmp_path: Path) -> None:
    write(tmp_path / "x.wav", np.zeros((1, RATE), np.int16), "pcm_s16le", RATE, "s16")
    assert not load(tmp_path / "x.wav", lufs=-20).any()


def test_a_projects_own_sound_wins_and_a_missing_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "audio").mkdir()
    shutil.copy(ROOT / "audio" / "sting.flac", tmp_path / "audio" / "ident.flac")
    files = asset_files(tmp_path, SoundDesign())
    assert files["ident"] == tmp_path / "audio" / "ident.flac"
    assert files["bed"] == ROOT / "audio" / "bed.flac"
    assert digests(tmp_path, SoundDesign())["ident"] == digests(ROOT, SoundDesign())["sting"]
    with pytest.raises(MixingError, match=r"audio/gong.wav does not exist .*ident = \"\""):
        asset_files(tmp_path, SoundDesign(sounds=SoundSettings(ident="gong.wav")))
    assert asset_files(tmp_path, SoundDesign(sound="plain")) == {}


def test_the_stock_sounds_are_short_soft_and_level() -> None:
    total = 0
    for name, path in asset_files(ROOT, SoundDesign()).items():
        total += path.stat().st_size
        sound = load(path)
        assert decibels(float(np.abs(sound).max())) == pytest.approx(-12, abs=0.5), name
        assert len(sound) / RATE <= {"ident": 4, "sting": 2, "bed": 12, "closing": 5}[name] <= LIMIT_S[name]
        if name != "bed":
            assert abs(sound[0]) < 1e-3 > abs(sound[-1])
    assert total < 300_000
    for name, sound in load_assets(ROOT, SoundDesign()).items():
        assert measure_lufs(sound, RATE) == pytest.approx(SPEECH_LUFS, abs=0.2), name


@given(st.binary(max_size=300), st.integers(0, 20_000), st.integers(0, 400))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_bytes_come_in_only_a_mixing_error_comes_out(tmp_path: Path, junk: bytes, at: int, gap: int) -> None:
    whole = (ROOT / "audio" / "sting.flac").read_bytes()
    for data in (junk, b"RIFF" + junk, whole[:at] + junk + whole[at + gap :]):
        (tmp_path / "x.wav").write_bytes(data)
        try:
            sound = load(tmp_path / "x.wav", lufs=-20, limit_s=6)
        except MixingError:
            continue
        assert np.isfinite(sound).all()
        assert 0 < len(sound) <= 6 * RATE
