"""A part joined from its pieces is heard as one encoded in one go; a piece depends on nothing beyond its seams."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from audioedition.errors import MasteringError
from audioedition.model import Clip
from audioedition.settings.sounddesign import SoundDesign
from audioedition.sound.assets import decode
from audioedition.sound.encoding import measure
from audioedition.sound.finishing import finish
from audioedition.sound.mastering import TARGETS, Levels
from audioedition.sound.mixing import mix
from audioedition.sound.mp3 import frames
from audioedition.sound.pieces import EncodedPiece, common_gain_db, encode_piece, join_pieces, pieces
from audioedition.sound.timeline import Timeline
from sound_signals import arranged, clip, line

CLIPS = [clip(1.0 + seed % 3, seed=seed) for seed in range(1, 7)]
LINES = [line("Ferry back", "headline"), *(line("It runs.", paragraph=1 + i // 2) for i in range(5))]
TARGET = TARGETS["podcast"]


def story(clips: list[Clip] = CLIPS, tone_db: float = -49.0) -> Timeline:
    design = SoundDesign()
    design = replace(design, sounds=replace(design.sounds, room_tone_db=tone_db))
    return arranged(LINES, [c.seconds for c in clips], design)


def encoded(
    folder: Path,
    timeline: Timeline,
    clips: list[Clip] = CLIPS,
    bitrate: str = "standard",
    gain_db: float | None = None,
) -> list[EncodedPiece]:
    parted = pieces(timeline)
    levels = [Levels(lambda own=piece.timeline: mix(own, clips.__getitem__)) for piece in parted]
    gain_db = common_gain_db(levels, TARGET) if gain_db is None else gain_db
    return [encode_piece(p, lv, gain_db, TARGET, bitrate, folder) for p, lv in zip(parted, levels, strict=True)]


def heard(path: Path) -> np.ndarray:
    damage: list[str] = []
    sound = np.concatenate([block[0] for block in decode(path, damage=damage)])
    assert damage == []
    return sound


@pytest.mark.parametrize(("tone_db", "bitrate"), [(-49.0, "standard"), (-49.0, "small"), (-100.0, "standard")])
def test_pieces_are_heard_as_one_encoded_in_one_go(tmp_path: Path, tone_db: float, bitrate: str) -> None:
    timeline = story(tone_db=tone_db)
    made = encoded(tmp_path, timeline, bitrate=bitrate)
    assert len(made) == 4
    assert join_pieces(made, tmp_path / "pieces.mp3", timeline.samples, bitrate, TARGET)
    finish(lambda: mix(timeline, CLIPS.__getitem__), tmp_path / "whole.mp3", TARGET, bitrate=bitrate)
    found, whole = (measure(tmp_path / f"{name}.mp3") for name in ("pieces", "whole"))
    assert found.lufs == pytest.approx(whole.lufs, abs=0.15)
    assert found.true_peak_db <= TARGET.true_peak_db
    joined, single = heard(tmp_path / "pieces.mp3"), heard(tmp_path / "whole.mp3")
    assert len(joined) == len(single) == timeline.samples
    for event in timeline.events:  # every word stands where it stands in the other, to the sample
        a, b = (sound[event.start : event.start + event.length] for sound in (joined, single))
        assert np.corrcoef(a, b)[0, 1] > 0.99
    for seam in timeline.seams:  # no hole in the room tone and no click
        around = np.abs(joined[seam - 4410 : seam + 4410].reshape(-1, 441))
        quiet = 10 ** ((TARGET.lufs + tone_db + 4) / 20)
        assert around.max() < 6 * quiet
        assert tone_db == -100 or np.sqrt((around**2).mean(axis=1)).min() > quiet / 3


def test_what_is_known_of_a_joined_part_is_what_a_decoder_finds(tmp_path: Path) -> None:
    timeline = story()
    made = encoded(tmp_path, timeline)
    found = measure_of(made, tmp_path / "x.mp3", timeline)
    assert sum(piece.header.seconds for piece in made) == pytest.approx(found.seconds, abs=0.001)
    assert max(piece.header.true_peak_db for piece in made) == pytest.approx(found.true_peak_db, abs=0.1)
    energies = np.concatenate([piece.energies for piece in made])
    assert energies.mean() == pytest.approx(found.energies.mean(), rel=0.01)
    assert sum(piece.header.frames for piece in made) == len(list(frames((tmp_path / "x.mp3").read_bytes()))) - 1


def measure_of(made: list[EncodedPiece], path: Path, timeline: Timeline) -> object:
    assert join_pieces(made, path, timeline.samples, "standard", TARGET)
    return measure(path)


def test_another_sentence_leaves_the_bytes_of_other_paragraphs(tmp_path: Path) -> None:
    other = [*CLIPS[:2], clip(2.3, seed=40), *CLIPS[3:]]
    before, after = encoded(tmp_path, story(), gain_db=6.0), encoded(tmp_path, story(other), other, gain_db=6.0)
    assert [a.to_bytes() == b.to_bytes() for a, b in zip(before, after, strict=True)] == [True, False, True, True]


def test_a_piece_is_kept_and_read_back(tmp_path: Path) -> None:
    for piece in encoded(tmp_path, story()):
        again = EncodedPiece.from_bytes(piece.to_bytes())
        assert again.to_bytes() == piece.to_bytes()
        assert again.header == piece.header


def test_the_common_gain_moves_in_steps() -> None:
    levels = [Levels(lambda own=piece.timeline: mix(own, CLIPS.__getitem__)) for piece in pieces(story())]
    gains = {common_gain_db(levels, replace(TARGET, lufs=TARGET.lufs + n / 100)) for n in range(20)}
    assert 1 <= len(gains) <= 3
    assert all(gain / 0.2 == pytest.approx(round(gain / 0.2)) for gain in gains)


def test_pieces_that_do_not_fit_are_not_joined(tmp_path: Path) -> None:
    timeline = story()
    made = encoded(tmp_path, timeline)
    full = replace(made[0], header=replace(made[0].header, free=made[1].header.lead - 1))
    short = replace(made[0], header=replace(made[0].header, last_window=2))
    for first in (full, short):
        assert not join_pieces([first, *made[1:]], tmp_path / "x.mp3", timeline.samples, "standard", TARGET)
    assert not (tmp_path / "x.mp3").exists()


def test_a_piece_that_is_off_is_no_part(tmp_path: Path) -> None:
    timeline = story()
    made = encoded(tmp_path, timeline)
    cut = replace(made[0], header=replace(made[0].header, seconds=made[0].header.seconds - 0.5))
    loud = replace(made[0], header=replace(made[0].header, true_peak_db=-0.5))
    for first in (cut, loud):
        with pytest.raises(MasteringError):
            join_pieces([first, *made[1:]], tmp_path / "x.mp3", timeline.samples, "standard", TARGET)


@pytest.mark.parametrize("data", [b"nonsense" * 9, b"\xff\xfb\x70\xc4" + bytes(90), b"\xff\xfb\xf0\xc4" + bytes(400)])
def test_what_holds_no_frames_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no frame at byte 0"):
        list(frames(data))
