from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from audioedition.engines import engine_names, fingerprint, load_engine, load_voices, read_voice
from audioedition.engines.letters import parts, readable, script, spelled, stress_before_vowel
from audioedition.engines.sound import clip, close_gaps, join, sounding
from audioedition.errors import CastingError, SettingsError, SynthesisError
from audioedition.model import Utterance, Voice

HERE = Path(__file__).parent


def test_every_engine_fills_in_the_contract():
    for name in engine_names():
        text = (HERE / f"test_{name}.py").read_text()
        assert "(EngineContract)" in text, name


def test_an_unknown_engine_is_named_with_those_that_are_known():
    with pytest.raises(CastingError, match=r"'festival' cannot be loaded.*hibari, kokoro, pico, piper, system, tone"):
        load_engine("festival")


def test_stock_voices_name_their_licence_and_work():
    voices = {name: v for name, v in load_voices(Path("/nonexistent")).items() if v.engine != "system"}
    assert {"heart", "fern", "wren", "grant", "reed", "dale", "miles", "joe", "burt", "hank"} <= set(voices)
    for voice in voices.values():
        assert voice.licence and voice.description
        assert fingerprint(voice)
    assert "fine-tuned from another voice" in voices["joe"].licence


def test_a_projects_voice_wins_over_the_stock_one(tmp_path):
    (tmp_path / "voices").mkdir()
    (tmp_path / "voices" / "heart.toml").write_text('engine = "tone"\nid = "high"\nrate = 2\n[options]\npitch = 300\n')
    (tmp_path / "voices" / "cast.toml").write_text('narrator = "heart"')
    voices = load_voices(tmp_path)
    assert voices["heart"] == Voice("heart", "tone", "high", rate=2.0, options=(("pitch", 300),))
    assert "joe" in voices
    assert "cast" not in voices


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('id = "x"', "v.toml: engine is missing"),
        ('engine = "tone"\nid = "x"\nrat = 1.0', "unknown key 'rat'; did you mean 'rate'"),
        ('engine = "tone"\nid = "x"\nrate = 9.0', "rate must lie between"),
        ('engine = "tone"\nid = "x"\ngender = "woman"', "gender must be"),
        ('engine = "tone"\nid = "x"\n[options]\nmodel = ["a"]', "model must be text or a number"),
        ('engine = "tone', "v.toml cannot be read"),
    ],
)
def test_mistakes_in_a_voice_file(tmp_path, text, message):
    path = tmp_path / "v.toml"
    path.write_text(text)
    with pytest.raises(SettingsError) as error:
        read_voice(path)
    assert message in str(error.value)


def test_a_model_is_found_beside_the_file_that_names_it(tmp_path):
    path = tmp_path / "anna.toml"
    path.write_text('engine = "piper"\nid = "anna"\n[options]\nmodel = "anna.onnx"\n')
    assert dict(read_voice(path).options)["model"] == str(tmp_path / "anna.onnx")


def test_voices_are_found_without_loading_anything_heavy():
    program = (
        f"import sys; sys.path[:] = {sys.path!r}\n"
        "from pathlib import Path; from audioedition.engines import load_voices; load_voices(Path('.'))\n"
        "assert not {'numpy', 'onnxruntime', 'pyttsx3', 'multiprocessing'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("the F B I said", ["F B I"]),
        ("M P s and J P's met", ["M P s", "J P's"]),
        ("I saw A B C", ["A B C"]),
        ("A man. A dog", []),
        ("vitamin A is", ["A"]),
        ("Plan B", ["B"]),
        ("I am", []),
        ("U-turn on the A-road", []),
        ("NATO", []),
        ("Once Upon A Time", []),
    ],
)
def test_letters_that_are_spelled(text, runs):
    assert [text[run.start : run.end] for run in spelled(text)] == runs


@pytest.mark.parametrize(
    ("text", "name"),
    [("Łódź", "LATIN"), ("дом", "CYRILLIC"), ("北京", "CJK"), ("みなと", "CJK"), ("بيت", "ARABIC"), ("123 …", "")],
)
def test_script(text, name):
    assert script(text) == name


def test_a_foreign_word_in_a_sentence_does_not_stop_it():
    voice = Voice("v", "tone", "high", language="en-US")
    assert readable(Utterance("The word 港 means harbour.", voice)).spoken == "The word 港 means harbour."
    with pytest.raises(SynthesisError, match="CJK"):
        readable(Utterance("港の道路 is", voice))


def test_cleaning_keeps_every_offset():
    text = "a\x00b[c]\ud800d\u202ee"
    cleaned = readable(Utterance(text, Voice("v", "tone", "high"))).spoken
    assert cleaned == "a b c  d e"
    assert len(cleaned) == len(text)


def test_stress_marks_go_before_the_vowel():
    assert stress_before_vowel("ˈstɹiːt ˌɪn", "iɪ") == "stɹˈiːt ˌɪn"


def test_parts_cover_the_text_and_part_at_punctuation():
    text = "One two three, four five six. Seven eight nine ten eleven"
    found = parts(text, 20)
    assert "".join(text[a:b] for a, b in found) == text
    assert [text[a:b] for a, b in found][:2] == ["One two three, ", "four five six. "]
    assert all(b - a <= 20 for a, b in parts("x" * 95, 20))


def test_clip_takes_silence_off_the_ends_and_moves_the_words():
    rate = 1000
    tone = np.sin(np.arange(500, dtype=np.float32))
    samples = np.concatenate([np.zeros(300, np.float32), tone, np.full(200, 1e-4, np.float32)])
    utterance = Utterance("hum", Voice("v", "tone", "high"))
    result = clip(utterance, samples, rate, [(0, 3, 0.3, 0.8)])
    assert 0.5 <= result.seconds <= 0.55
    assert result.words == ((0, 3, 0.0, result.seconds),)
    assert abs(float(result.samples[0])) < 1e-3
    with pytest.raises(SynthesisError, match="no sound"):
        clip(utterance, np.zeros(1000, np.float32), rate)


def test_words_follow_one_another_except_over_a_pause():
    words = close_gaps([(0, 1, 0.05, 0.2), (2, 3, 0.25, 0.5), (5, 6, 0.9, 1.1)], 1.15)
    assert words == ((0, 1, 0.0, 0.2), (2, 3, 0.2, 0.5), (5, 6, 0.9, 1.15))


def test_silence_is_told_from_a_soft_end():
    rate = 16000
    decay = np.exp(-np.arange(8000) / 1500).astype(np.float32) * np.sin(np.arange(8000, dtype=np.float32))
    start, end = sounding(np.concatenate([np.zeros(800, np.float32), decay, np.zeros(800, np.float32)]), rate)
    assert start < 800
    assert 0.4 < end / rate < 0.6


def test_parts_are_joined_with_a_pause():
    tone = np.ones(100, np.float32)
    samples, words = join([(tone, [(0, 1, 0.0, 0.1)]), (tone, [(2, 3, 0.0, 0.1)])], 1000)
    assert len(samples) == 350
    assert words == [(0, 1, 0.0, 0.1), (2, 3, 0.25, 0.35)]
