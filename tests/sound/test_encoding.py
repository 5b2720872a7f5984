from __future__ import annotations

import errno
import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audioedition.errors import EncodingError
from audioedition.model.formats import FORMATS
from audioedition.sound.assets import decode
from audioedition.sound.encoding import crc16, crc16_of_both, encode, info_frame, measure
from sound_signals import RATE, sine, speech


def blocks(signal: np.ndarray) -> Iterator[np.ndarray]:
    return (signal[at : at + RATE] for at in range(0, len(signal), RATE))


def decoded_by(tool: str, path: Path) -> np.ndarray:
    if not shutil.which(tool):
        pytest.skip(f"{tool} is not installed")
    command = {
        "ffmpeg": ["ffmpeg", "-v", "error", "-i", str(path), "-f", "s16le", "-"],
        "mpg123": ["mpg123", "-q", "-s", str(path)],
    }[tool]
    raw = subprocess.run(command, capture_output=True, check=True).stdout
    return np.frombuffer(raw, "<i2").astype(np.float32) / 32768


def crc16_by_the_book(data: bytes) -> int:
    crc = 0
    for octet in data:
        crc ^= octet
        for _ in range(8):
            crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
    return crc


@given(st.binary(max_size=2000), st.binary(max_size=600))
def test_crc16(one: bytes, two: bytes) -> None:
    assert crc16(two, crc16(one)) == crc16(one + two) == crc16_by_the_book(one + two)
    assert crc16_of_both(crc16(one), crc16(two), len(two)) == crc16(one + two)


def test_crc16_check_value() -> None:
    assert crc16(b"123456789") == 0xBB3D  # CRC-16/ARC in the catalogue of parametrised CRC algorithms


@pytest.mark.parametrize("tool", ["ffmpeg", "mpg123"])
@pytest.mark.parametrize("bitrate", ["standard", "small"])
def test_an_mp3_decodes_to_the_very_length_and_place(tmp_path: Path, tool: str, bitrate: str) -> None:
    for length in (1, 576, 1152, RATE, 3 * RATE + 77):
        path = tmp_path / "x.mp3"
        signal = sine(length / RATE, -12, 700)
        assert encode(blocks(signal), path, bitrate=bitrate).samples == length
        heard = decoded_by(tool, path)
        assert len(heard) == length
        if length > RATE:
            lags = range(-60, 61)  # less than one period of the tone
            middle = slice(1000, RATE)
            match = [float(heard[middle] @ signal[1000 + lag : RATE + lag]) for lag in lags]
            assert lags[int(np.argmax(match))] == 0
            assert np.abs(heard[middle]).max() == pytest.approx(10 ** (-12 / 20), rel=0.02)


@pytest.mark.skipif(not shutil.which("mp3val"), reason="mp3val is not installed")
def test_mp3val_finds_no_fault(tmp_path: Path) -> None:
    encode(blocks(speech(5, RATE)), tmp_path / "x.mp3")
    said = subprocess.run(["mp3val", str(tmp_path / "x.mp3")], capture_output=True, text=True, check=True).stdout
    assert "CBR" in said
    assert said.count("WARNING") == said.count("No supported tags")


def test_the_info_frame_says_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "x.mp3"
    encode(blocks(speech(7.3, RATE)), path)
    data = path.read_bytes()
    assert data[21:25] == b"Info"
    frames, size = int.from_bytes(data[29:33]), int.from_bytes(data[33:37])
    assert size == len(data)
    delay, padding = int.from_bytes(data[162:165]) >> 12, int.from_bytes(data[162:165]) & 0xFFF
    assert frames * 1152 - delay - padding == round(7.3 * RATE)
    assert int.from_bytes(data[173:175]) == crc16(data[313:])
    assert int.from_bytes(data[175:177]) == crc16(data[:175])
    starts = [at for at in range(313, len(data) - 1) if data[at : at + 2] == b"\xff\xfb"]
    assert frames <= len(starts)


def test_info_frames_have_the_length_of_the_frames_they_precede() -> None:
    assert [len(info_frame(k, 0, 0, 0, 0)) for k in (64, 96, 128)] == [208, 313, 417]


@pytest.mark.parametrize("format", list(FORMATS))
def test_formats_keep_length_level_and_bytes(tmp_path: Path, format: str) -> None:
    signal = speech(6.1, RATE) * 2
    paths = [tmp_path / f"{i}{FORMATS[format].suffix}" for i in (1, 2)]
    for path in paths:
        made = encode(blocks(signal), path, format=format)
        assert made.size == path.stat().st_size
    assert paths[0].read_bytes() == paths[1].read_bytes()
    before, after = tmp_path / "x.wav", measure(paths[0])
    write_wav(before, signal)
    assert after.lufs == pytest.approx(measure(before).lufs, abs=0.2)
    assert after.seconds == pytest.approx(len(signal) / RATE, abs=0.001 if format == "mp3" else 0.025)


def write_wav(path: Path, signal: np.ndarray) -> None:
    import wave

    with wave.open(str(path), "wb") as f:
        f.setnchannels(1)
        f.setsampwidth(2)
        f.setframerate(RATE)
        f.writeframes(np.rint(signal * 32767).astype("<i2").tobytes())


def test_small_is_smaller(tmp_path: Path) -> None:
    for format in FORMATS:
        sizes = [
            encode(blocks(speech(5, RATE)), tmp_path / "x", format=format, bitrate=b).size for b in FORMATS[format].kbps
        ]
        assert sizes[1] < sizes[0] * 0.85


def test_measured_silences(tmp_path: Path) -> None:
    parts = [(0.5, 0.0), (2, 1.0), (1.25, 0.0), (2, 1.0), (1.0, 0.0)]
    signal = np.concatenate([sine(s, -20, 400) * np.float32(g) for s, g in parts])
    encode(blocks(signal), tmp_path / "x.mp3")
    measured = measure(tmp_path / "x.mp3")
    assert measured.lead_silence_s == pytest.approx(0.5, abs=0.03)
    assert measured.trail_silence_s == pytest.approx(1.0, abs=0.03)
    assert measured.longest_silence_s == pytest.approx(1.25, abs=0.05)


def test_a_stereo_file_is_as_loud_as_both_channels(tmp_path: Path) -> None:
    import av

    path = tmp_path / "x.wav"
    left, right = sine(5, -23, 1000), sine(5, -23, 1000)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=RATE, layout="stereo")
        pcm = np.rint(np.stack([left, right], axis=1) * 32767).astype(np.int16).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(pcm, format="s16", layout="stereo")
        frame.rate = RATE
        container.mux([*stream.encode(frame), *stream.encode(None)])
    measured = measure(path)
    assert measured.lufs == pytest.approx(-23, abs=0.1)
    assert measured.true_peak_db == pytest.approx(-23, abs=0.1)
    assert measured.seconds == 5


def test_a_silent_file_and_an_empty_one(tmp_path: Path) -> None:
    encode(blocks(np.zeros(2 * RATE, np.float32)), tmp_path / "x.mp3")
    measured = measure(tmp_path / "x.mp3")
    assert (measured.seconds, measured.lead_silence_s, measured.lufs) == (2.0, 2.0, -np.inf)
    assert encode(blocks(np.zeros(0, np.float32)), tmp_path / "y.mp3").samples == 0


def test_silence_is_digital_silence(tmp_path: Path) -> None:
    signal = np.concatenate([speech(1, RATE), np.zeros(2 * RATE, np.float32), speech(1, RATE)])
    encode(blocks(signal), tmp_path / "x.mp3")
    heard = np.concatenate(list(decode(tmp_path / "x.mp3")), axis=1)[0]
    assert not heard[RATE + 5000 : 3 * RATE - 5000].any()


def test_unknown_format_and_bit_rate(tmp_path: Path) -> None:
    with pytest.raises(EncodingError, match="mp3, m4a, m4b, opus"):
        encode(iter([]), tmp_path / "x", format="wma")
    with pytest.raises(EncodingError, match="standard, small"):
        encode(iter([]), tmp_path / "x", bitrate="huge")


@pytest.mark.parametrize("format", list(FORMATS))
def test_a_folder_that_is_not_there(tmp_path: Path, format: str) -> None:
    with pytest.raises(EncodingError, match="cannot be written"):
        encode(blocks(speech(1, RATE)), tmp_path / "none" / "x", format=format)


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.BytesIO):
        def write(self, data: object) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    old = tmp_path / "x.mp3"
    old.write_bytes(b"the old one")
    monkeypatch.setattr(Path, "open", lambda *_: Full())
    with pytest.raises(EncodingError, match="No space left on device"):
        encode(blocks(speech(1, RATE)), old)
    monkeypatch.undo()
    assert [p.name for p in tmp_path.iterdir()] == ["x.mp3"]
    assert old.read_bytes() == b"the old one"


def test_a_sound_that_fails_half_way_leaves_nothing_behind(tmp_path: Path) -> None:
    def failing() -> Iterator[np.ndarray]:
        yield speech(1, RATE)
        raise ValueError("half way")

    for format in FORMATS:
        with pytest.raises(ValueError, match="half way"):
            encode(failing(), tmp_path / "x", format=format)
    assert list(tmp_path.iterdir()) == []


@given(st.integers(1152, 20_000))
@settings(max_examples=15, deadline=None)
def test_any_length(length: int) -> None:
    """From one frame on: of less, FFmpeg takes one file in five hundred for raw H.263 video."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.mp3"
        encode(blocks(np.full(length, 0.1, np.float32)), path)
        assert measure(path).seconds == length / RATE
