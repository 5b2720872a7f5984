"""Each trap of py-nanotts 0.1.1 has its test here; the names say what it does."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from audioedition.engines import load_voices
from audioedition.engines.pico import PicoEngine
from audioedition.engines.sound import pauses
from audioedition.engines.xsampa import _LACKING, _NEAREST, _sounds, xsampa
from audioedition.errors import SynthesisError
from audioedition.model import Gender, Utterance, Voice
from audioedition.testing import EngineContract

pytest.importorskip("py_nanotts", reason="the extra `languages` is not installed")

BRITISH = Voice("pico-en-gb", engine="pico", id="en-GB", language="en-GB", gender=Gender.FEMALE, rate=0.85)
GERMAN = Voice("pico-de", engine="pico", id="de-DE", language="de-DE", gender=Gender.FEMALE)

SENTENCES = {
    "de": "Der Rat hat am Dienstag beschlossen, die Hafenstraße für neun Monate zu sperren.",
    "fr": "Le conseil a décidé mardi de fermer la route du port pendant neuf mois.",
    "es": "El consejo decidió el martes cerrar la carretera del puerto durante nueve meses.",
    "it": "Il consiglio ha deciso martedì di chiudere la strada del porto per nove mesi.",
    "en-gb": "The council voted on Tuesday to close the harbour road for nine months.",
    "en-us": "The council voted on Tuesday to close the harbor road for nine months.",
}


class TestPico(EngineContract):
    voice = BRITISH
    foreign = ("市议会投票决定关闭道路。", "Совет проголосовал во вторник.")


@pytest.fixture(scope="module")
def engine():
    engine = PicoEngine()
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def stock():
    return {name: voice for name, voice in load_voices(Path("/nonexistent")).items() if voice.engine == "pico"}


def test_what_was_said_before_changes_nothing(engine, stock):
    """The library's memory is not cleared between calls: the same German sentence took 5.57 s, then 5.30."""
    said = [Utterance(text, stock[f"pico-{code}"]) for code, text in SENTENCES.items()]
    first = [engine.synthesise(utterance).samples for utterance in said]
    for utterance, samples in reversed([*zip(said, first, strict=True)]):
        assert np.array_equal(engine.synthesise(utterance).samples, samples), utterance.voice.name
    other = PicoEngine()
    assert np.array_equal(other.synthesise(said[3]).samples, first[3])
    other.close()


def test_every_language_has_a_woman_and_a_man_at_a_readers_pace_and_level(engine, stock):
    assert {(v.id, v.gender) for v in stock.values()} == {
        (code, gender)
        for code in ("de-DE", "fr-FR", "es-ES", "it-IT", "en-GB", "en-US")
        for gender in tuple(Gender)[:2]
    }
    for voice in stock.values():
        text = SENTENCES[voice.name.removeprefix("pico-").removesuffix("-man").removesuffix("-light")]
        clip = engine.synthesise(Utterance(text, voice))
        assert 135 < len(text.split()) / clip.seconds * 60 < 215, voice.name
        assert len(clip.words) == len(text.split())


def test_nothing_is_clipped(engine, stock):
    for code, text in SENTENCES.items():
        assert np.abs(engine.synthesise(Utterance(text, stock[f"pico-{code}"])).samples).max() < 0.8


def test_a_clip_ends_with_its_last_word(engine, stock):
    """The library puts half a second of silence and a breath behind it."""
    for code, text in SENTENCES.items():
        clip = engine.synthesise(Utterance(text, stock[f"pico-{code}"]))
        last = [(a, b) for a, b in pauses(clip.samples, clip.rate) if b > clip.seconds - 0.2]
        assert all(b - a < 0.25 for a, b in last), code  # some voices close a plosive for long
    clip = engine.synthesise(Utterance("We waited, no.", stock["pico-en-us"]))
    assert pauses(clip.samples, clip.rate)[-1][1] < clip.seconds - 0.2  # a short word behind a pause stays


def test_what_it_cannot_say_is_an_error_not_a_silence(engine):
    for text in ("Привет", "市议会", "😀"):
        with pytest.raises(SynthesisError, match="pico-de cannot say"):
            engine.synthesise(Utterance(text, GERMAN))


def test_a_man_is_lower_and_as_long(engine, stock):
    woman, man = (engine.synthesise(Utterance(SENTENCES["de"], stock[name])) for name in ("pico-de", "pico-de-man"))
    assert man.seconds == pytest.approx(woman.seconds, rel=0.06)
    assert _pitch(man) < 0.72 * _pitch(woman)


def _pitch(clip) -> float:
    import pyworld

    curve, _ = pyworld.dio(clip.samples.astype(np.float64), clip.rate)
    return float(np.median(curve[curve > 0]))


@pytest.mark.parametrize(
    ("ipa", "language", "sounds"),
    [
        ("ˈkwɒɹəbi", "en", '"kwQr\\@bi:'),
        ("ˈkwɒɹəbi", "de", '"kvOR@bi'),
        ("θˈɛɹ", "es", 'T"er'),
        ("ʃɪnˈeɪd", "it", 'Sin"eId'),
        ("d͡ʒɔn", "fr", "dZOn"),
    ],
)
def test_phonemes_in_each_languages_own_sounds(ipa, language, sounds):
    assert xsampa(ipa, language) == sounds


def test_every_sound_of_every_language_is_one_that_the_voice_takes(engine):
    """It passes over what it does not know, without a word."""
    from audioedition.engines.pico_process import say

    for voice_id in ("de-DE", "fr-FR", "es-ES", "it-IT", "en-GB"):
        nothing = len(say("<phoneme ph='~~~'></phoneme>", voice_id, 1.0, 1.0)[0])
        for sounds in {*_sounds(voice_id[:2]).values()} - {"", '"', "%"}:
            said = len(say(f"<phoneme ph='{sounds}'></phoneme>", voice_id, 1.0, 1.0)[0])
            assert said > nothing, (voice_id, sounds)


def test_no_language_is_without_any_of_the_sounds():
    for language in _LACKING:
        assert _sounds(language).keys() == _NEAREST.keys()


def test_known_phonemes_are_heard(engine):
    text = "In Quorriby today."
    plain, given, other = (
        engine.synthesise(Utterance(text, BRITISH, phonemes=phonemes))
        for phonemes in ((), ((3, 11, "ˈkwɒɹəbi"),), ((3, 11, "ˈbɑːnəbi"),))
    )
    assert len(given.words) == len(plain.words) == 3
    assert given.samples.tobytes() != plain.samples.tobytes() != other.samples.tobytes()


def test_text_that_never_ends_is_an_error(monkeypatch):
    monkeypatch.setattr("audioedition.engines.pico.TIMEOUT_S", 0.3)
    monkeypatch.setattr("audioedition.engines.pico.say", _hang)
    engine = PicoEngine()
    with pytest.raises(SynthesisError, match=r"pico-de cannot say 'Nein\.': .*longer than 0.3 s"):
        engine.synthesise(Utterance("Nein.", GERMAN))


def _hang(*_: object) -> None:
    import signal

    signal.pause()


def test_mark_up_in_a_text_is_no_mark_up(engine):
    plain, marked = (
        engine.synthesise(Utterance(text, BRITISH)).seconds for text in ("One, two.", "One, <volume level='9'> two.")
    )
    assert marked > plain + 0.3


def test_without_the_package_the_voices_are_not_offered(monkeypatch):
    monkeypatch.setitem(load_voices.__globals__["_EXTRA"], "pico", ("languages", "no_such_package"))
    assert not [voice for voice in load_voices(Path("/nonexistent")).values() if voice.engine == "pico"]


def test_another_rate_is_another_length(engine):
    slow = dataclasses.replace(GERMAN, rate=0.8)
    a, b = (engine.synthesise(Utterance(SENTENCES["de"], voice)).seconds for voice in (GERMAN, slow))
    assert b / a == pytest.approx(1.25, rel=0.05)
