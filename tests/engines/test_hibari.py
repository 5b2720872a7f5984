from __future__ import annotations

import dataclasses

import pytest

from audioedition.engines import load_engine
from audioedition.engines.hibari import MAX_PHONEMES, _load, _Model
from audioedition.engines.misaki import misaki, runs
from audioedition.errors import SynthesisError
from audioedition.model import Gender, Utterance, Voice
from audioedition.testing import EngineContract

HEART = Voice("heart", engine="hibari", id="heart", gender=Gender.FEMALE)
PACED = dataclasses.replace(HEART, rate=0.92)


class TestHibari(EngineContract):
    voice = HEART
    foreign = ("市议会投票决定关闭道路。", "Совет проголосовал во вторник.", "صوت المجلس يوم الثلاثاء")

    @pytest.mark.parametrize(("throat", "pitch", "rate"), [(0.9, 1.0, 1.08), (0.92, 0.95, 1.04), (1.06, 1.1, 0.9)])
    def test_siblings_have_another_throat_at_the_same_pace(self, engine, spoken, throat, pitch, rate):
        sibling = dataclasses.replace(HEART, rate=rate, options=(("pitch", pitch), ("throat", throat)))
        clip = engine.synthesise(Utterance(self.sentence, sibling))
        assert clip.seconds == pytest.approx(engine.synthesise(Utterance(self.sentence, PACED)).seconds, rel=0.12)
        assert median_pitch(clip) / median_pitch(spoken) == pytest.approx(throat * pitch, rel=0.06)
        assert (spectral_centre(clip) < spectral_centre(spoken)) == (throat < 1)

    def test_the_network_follows_another_pitch_without_another_throat(self, engine, spoken):
        higher = dataclasses.replace(HEART, options=(("pitch", 1.1),))
        clip = engine.synthesise(Utterance(self.sentence, higher))
        assert median_pitch(clip) / median_pitch(spoken) == pytest.approx(1.1, rel=0.03)
        assert clip.seconds == pytest.approx(spoken.seconds, rel=0.02)
        assert [word[:2] for word in clip.words] == [word[:2] for word in spoken.words]

    def test_a_model_that_cannot_be_led_is_spoken_as_it_is(self, engine, spoken, monkeypatch):
        monkeypatch.setattr("audioedition.engines.hibari.PITCH_READER", "/Other_output_0")
        model = _Model("heart", None)
        assert not model.steered
        _, f0, _ = model.spectra("ɹˈOd.", 1.0, 1.1)
        _, same, _ = _load("heart", None).spectra("ɹˈOd.", 1.0, 1.0)
        assert (f0 == same).all()

    def test_a_man_is_the_same_words_by_another_larynx(self, engine, spoken):
        man = dataclasses.replace(PACED, options=(("pitch", 0.7), ("throat", 0.78)))
        clip, narrator = (engine.synthesise(Utterance(self.sentence, voice)) for voice in (man, PACED))
        assert median_pitch(clip) == pytest.approx(0.7 * 0.78 * median_pitch(narrator), rel=0.06)
        assert clip.seconds == pytest.approx(narrator.seconds, rel=0.03)
        assert [word[:2] for word in clip.words] == [word[:2] for word in narrator.words]
        for (_, _, start, _), (_, _, same, _) in zip(clip.words, narrator.words, strict=True):
            assert start == pytest.approx(same, abs=0.05)

    def test_a_library_with_other_insides_is_refused(self, monkeypatch):
        monkeypatch.setattr("audioedition.engines.hibari.OUTPUTS", ["other"])
        with pytest.raises(SynthesisError, match=r"hibari-tts==0\.2\.1"):
            _Model("heart", None)

    def test_word_times_come_from_the_network(self, spoken):
        assert len({round(end - start, 2) for _, _, start, end in spoken.words}) > 5
        pauses = [b - a for (_, _, _, a), (_, _, b, _) in zip(spoken.words, spoken.words[1:], strict=False)]
        assert max(pauses) < 0.3


def median_pitch(clip) -> float:
    import numpy as np
    import pyworld

    curve, _ = pyworld.dio(clip.samples.astype(np.float64), clip.rate)
    return float(np.median(curve[curve > 0]))


def spectral_centre(clip) -> float:
    import numpy as np

    power = np.abs(np.fft.rfft(clip.samples)) ** 2
    return float((power * np.arange(len(power))).sum() / power.sum()) * clip.rate / len(clip.samples)


@pytest.mark.parametrize(
    ("text", "phonemes"),
    [
        # hibari's own normaliser says "number" here.
        ("He said “no.”", "hˌi sˈɛd nˈO."),
        ("No.", "nˈO."),
        # Letters are said as letters, whatever word or article they could be.
        ("The F B I", "ðə ˌɛf bˌi ˈI."),
        ("A I is new.", "ˌA ˈI ɪz nˈu."),
        ("the U S on T V", "ðə jˌu ˈɛs ˌɔn tˌi vˈi."),
        ("two M P s spoke.", "tˈu ˌɛm pˈiz spˈOk."),
        ("the F B I's case.", "ðə ˌɛf bˌi ˈIz kˈAs."),
        ("Group A won.", "ɡɹˈup ˈA wˈʌn."),
        # And articles and pronouns as such.
        ("A man won.", "ɐ mˈæn wˈʌn."),
        ("I think so.", "ˌI θˈɪŋk sˌO."),
        # A headline has no full stop, but is read to its end.
        ("Road closed", "ɹˈOd klˈOzd."),
        ("Łódź", "lˈɑdz."),
    ],
)
def test_phonemes(text, phonemes):
    said = "".join(ps for _, _, ps in _load("heart", None).english.words(Utterance(text, HEART)))
    assert said.rstrip().replace("ði ˌɛf", "ðə ˌɛf") == phonemes


def test_known_phonemes_replace_the_word():
    utterance = Utterance("In Quorriby today.", HEART, phonemes=((3, 11, "ˈkwɒɹəbi"),))
    words = _load("heart", None).english.words(utterance)
    assert words[1] == (3, 11, "kwˈɑɹəbi ")


@pytest.mark.parametrize(
    ("ipa", "expected"),
    [
        ("ˈkʌntri", "kˈʌntɹi"),
        ("dʒɒn", "ʤɑn"),
        ("t͡ʃɜːt͡ʃ", "ʧɜɹʧ"),
        ("ˌtɛhəˈriːk eɪ kɪˈlɑːfət", "tˌɛhəɹˈik A kɪlˈɑfət"),
        ("ˈboʊt", "bˈOt"),
        ("bɔ̃ʒuʁ", "bɔnʒuɹ"),
        ("ʘ", "p"),
    ],
)
def test_ipa_in_the_networks_alphabet(ipa, expected):
    assert misaki(ipa) == expected


def test_long_texts_are_parted_at_punctuation():
    words = _load("heart", None).english.words(Utterance("The road was closed, and the tide came in. " * 30, HEART))
    parts = runs(words, MAX_PHONEMES)
    assert [w for part in parts for w in part] == words
    assert all(sum(len(ps) for _, _, ps in part) <= MAX_PHONEMES for part in parts)
    assert all("".join(ps for _, _, ps in part).rstrip().endswith((",", ".")) for part in parts)


def test_a_model_that_is_not_there_is_named():
    voice = dataclasses.replace(HEART, name="emma", id="emma", options=(("model", "/nowhere/emma.onnx"),))
    with pytest.raises(SynthesisError, match="is not there"):
        load_engine("hibari").synthesise(Utterance("Hello.", voice))


def test_a_damaged_model_is_noticed(tmp_path):
    model = tmp_path / "emma.onnx"
    model.write_bytes(b"half a model")
    voice = dataclasses.replace(HEART, id="emma", options=(("model", str(model)), ("sha256", "0" * 64)))
    with pytest.raises(SynthesisError, match="damaged"):
        load_engine("hibari").synthesise(Utterance("Hello.", voice))
