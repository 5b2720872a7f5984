"""Utterance -> Clip by hibari, a small neural voice whose model comes with its package (Apache-2.0, 24 kHz).

Its front end guesses at numbers and abbreviations; our text has none left, so that part (`normalize`) is passed by, and
letters that are to be spelled and words whose phonemes are known are given as phonemes. A voice's `throat` makes a
sibling: said slower or faster, then played faster or slower, so that pitch and formants lie so many times as high; its
`pitch` moves the pitch alone (revoicing.py). Its alphabet is misaki's:
https://github.com/hexgrad/misaki/blob/main/EN_PHONES.md
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import SynthesisError
from ..model import Clip, Gender, Utterance, Voice
from . import VoiceInfo
from .letters import Spelled, readable, spelled, stress_before_vowel, unspeakable
from .models import model_digest, own_model, with_output
from .revoicing import revoice
from .sound import Samples, WordTimes, clip, join, seed, sounding

ADAPTER = 2
"""Raised with every change here that can be heard."""

MAX_PHONEMES = 320
"""Longer utterances are said in parts: the model was made for up to about 400."""

DURATIONS = "/Clip_output_0"
"""Name, in the exported model, of the number of frames that each phoneme takes."""

OUTPUTS = ["lh", "theta", "ln", "lr", "phi", "f0"]
"""What lies between the network and the waveform in hibari-tts 0.2.1: five spectra and a pitch curve."""

_LETTERS = frozenset("AIOQSTWYbdfhijklmnpstuvwzæðŋɐɑɒɔəɚɛɜɡɪɹɾʃʊʌʒʤʧθᵊᵻ")
_VOWELS = frozenset("AIOQWYaiuæɐɑɒɔəɚɛɜɪʊʌᵻ")
_STOPS = frozenset(".!?…,;:—")
_ENDLESS_LETTERS = 20
_ENDLESS = re.compile(r"[^\W\d_]{25,}")
_SAME_LENGTH = str.maketrans("’‘“”„«»\u00a0\u202f\t\n\r", "''" + " " * 10)


class HibariEngine:
    name = "hibari"

    def voices(self) -> Sequence[VoiceInfo]:
        return [VoiceInfo("heart", "en-US", Gender.FEMALE, "American woman", "Apache-2.0")]

    def fingerprint(self, voice: Voice) -> str:
        return f"hibari-tts {version('hibari-tts')} {model_digest(voice)} adapter {ADAPTER}"

    def synthesise(self, utterance: Utterance) -> Clip:
        utterance = readable(utterance)
        voice = utterance.voice
        options = dict(voice.options)
        model = _load(voice.id, own_model(voice))
        words = model.words(utterance)
        if not any(_LETTERS & set(phonemes) for _, _, phonemes in words):
            raise unspeakable(utterance, "there is no word in it")
        random = np.random.default_rng(seed(utterance))
        throat, pitch = float(options.get("throat", 1.0)), float(options.get("pitch", 1.0))
        rate = round(model.rate * throat)
        speed = utterance.rate * voice.rate / (throat if pitch == 1.0 else 1.0)
        pieces: list[tuple[Samples, WordTimes]] = []
        for part in _parts(words):
            sound, f0, ends = model.say("".join(ps for _, _, ps in part), speed, random)
            if pitch != 1.0:
                sound = revoice(sound, f0 * throat, len(sound) // len(f0), rate, pitch=pitch, length=throat)
            pieces.append((sound, _times(part, ends, sound, rate)))
        sound, times = join(pieces, rate)
        return clip(utterance, sound, rate, times)


class _Model:
    """One loaded network and the dictionary that fits it."""

    def __init__(self, voice: str, path: Path | None):
        from hibari import Hibari
        from hibari.voices import VOICES, voice_path

        if voice not in VOICES or not (path or VOICES[voice].get("bundled")):
            raise SynthesisError(
                f"hibari has no voice {voice!r} of its own",
                remedy='known: heart; for another, put `model = "FILE.onnx"` under [options] in the voice\'s file',
            )
        model = (path or Path(voice_path(voice, download_missing=False))).read_bytes()
        self._hibari = Hibari(voice=voice, model=with_output(model, DURATIONS), threads=1)
        self._g2p = self._hibari.g2p
        names = [output.name for output in self._hibari.sess.get_outputs()]
        if names[:6] != OUTPUTS:
            raise SynthesisError(
                "this version of hibari has other insides than the known one", remedy="pip install hibari-tts==0.2.1"
            )
        self.rate: int = self._hibari.sample_rate

    def words(self, utterance: Utterance) -> list[tuple[int, int, str]]:
        """(start, end, phonemes) of each token of the text, the space after it included in the phonemes."""
        text = utterance.spoken.translate(_SAME_LENGTH)
        tokens = self._g2p._tokens(text)
        ends = _locate(text, [token.text for token in tokens])
        for start, end, phonemes in self._given(utterance, text):
            inside = [t for t, (a, b) in zip(tokens, ends, strict=True) if start <= a and b <= end]
            for i, token in enumerate(inside):
                token.phonemes, token.rating = phonemes if i == 0 else "", 5
                token.whitespace = token.whitespace if token is inside[-1] else ""
        tokens = self._g2p.phonemize_tokens(tokens)
        ends = _locate(text, [token.text for token in tokens])
        out = [(start, end, self._sayable(token)) for token, (start, end) in zip(tokens, ends, strict=True)]
        if out and out[-1][2].rstrip()[-1:] not in _STOPS:
            out.append((len(text), len(text), "."))  # a headline, too, is read to its end
        return out

    def _given(self, utterance: Utterance, text: str) -> list[tuple[int, int, str]]:
        """(start, end, phonemes) of what is not left to the dictionary: spelled letters, endless words, the lexicon."""
        given = [letter for run in spelled(text) for letter in self._spell(run)]
        given += [(m.start(), m.end(), self._unknown(m.group())) for m in _ENDLESS.finditer(text)]
        return given + [(a, b, misaki(ipa, self._g2p.british)) for a, b, ipa in utterance.phonemes]

    def _sayable(self, token: Any) -> str:
        """The token's phonemes, as far as the net knows them, and the space after it."""
        phonemes = "".join(c for c in token.phonemes or "" if c in self._hibari.vocab)
        return phonemes + (" " if token.whitespace else "")

    def _unknown(self, word: str) -> str:
        """A word too long for the net that reads unknown words, which would drop the rest: read in pieces."""
        pieces = [word[i : i + _ENDLESS_LETTERS] for i in range(0, len(word), _ENDLESS_LETTERS)]
        return "".join(self._g2p.oov(piece) or "" for piece in pieces)

    def _spell(self, run: Spelled) -> list[tuple[int, int, str]]:
        names = [self._g2p.lexicon.get_NNP(letter)[0] for _, letter in run.letters]
        ends = [at + 1 for at, _ in run.letters[:-1]] + [run.end]
        if run.plural:
            names[-1] = self._g2p.lexicon._s(names[-1])
        names[:-1] = [name.replace("ˈ", "ˌ") for name in names[:-1]]
        return [(at, end, name) for (at, _), end, name in zip(run.letters, ends, names, strict=True)]

    def say(self, phonemes: str, speed: float, random: np.random.Generator) -> tuple[Samples, Samples, Samples | None]:
        """The sound of one run of phonemes, its pitch curve in Hertz, and where each phoneme ends, as a share of it."""
        from hibari import dsp

        ids = np.asarray([self._hibari.ids(phonemes)], np.int64)
        outputs = self._hibari.sess.run(None, {"ids": ids, "speed": np.asarray([speed], np.float32)})
        *spectra, f0 = (output[0] for output in outputs[:6])
        sound: Samples = dsp.synth(*spectra, f0, random)
        steps = outputs[6] if len(outputs) > 6 else []
        if len(steps) != ids.shape[1]:
            return sound, f0, None
        ends: Samples = np.cumsum(steps)[:-1] / np.sum(steps)
        return sound, f0, ends


def _locate(text: str, tokens: Sequence[str]) -> list[tuple[int, int]]:
    """(start, end) in `text` of tokens in order, each of which may lack characters (hibari's tokeniser drops some)."""
    found = []
    at = 0
    for token in tokens:
        start = text.find(token, at)
        if start >= 0:
            at = start + len(token)
        else:
            start = at
            for c in token:
                at = max(at, text.find(c, at) + 1)
        found.append((start, at))
    return found


@functools.cache
def _load(voice: str, path: Path | None) -> _Model:
    return _Model(voice, path)


def _parts(words: list[tuple[int, int, str]]) -> list[list[tuple[int, int, str]]]:
    """The words in runs of at most MAX_PHONEMES phonemes, parted after punctuation where there is some."""
    parts: list[list[tuple[int, int, str]]] = []
    rest = words
    while sum(len(ps) for _, _, ps in rest) > MAX_PHONEMES:
        total = cut = comma = 0
        for i, (_, _, phonemes) in enumerate(rest):
            total += len(phonemes)
            if total > MAX_PHONEMES:
                break
            if phonemes.endswith(" "):
                cut = i + 1
                if phonemes.rstrip()[-1:] in _STOPS and total > MAX_PHONEMES // 3:
                    comma = i + 1
        cut = comma or cut or max(i, 1)
        parts.append(rest[:cut])
        rest = rest[cut:]
    return [part for part in [*parts, rest] if any(_LETTERS & set(ps) for _, _, ps in part)]


def _times(part: list[tuple[int, int, str]], ends: Samples | None, sound: Samples, rate: int) -> WordTimes:
    """Word times: from the ends of the phonemes (the first is a pad's), else by the number of phonemes."""
    if ends is None:
        start, end = (at / rate for at in sounding(sound, rate))
        ends = np.linspace(start, end, 1 + sum(len(phonemes) for _, _, phonemes in part), dtype=np.float32)
    else:
        ends = ends * (len(sound) / rate)
    out = []
    at = 0
    for a, b, phonemes in part:
        voiced = [i for i, c in enumerate(phonemes, at) if c in _LETTERS or c in "ˈˌ"]
        if voiced and b > a:
            out.append((a, b, float(ends[voiced[0]]), float(ends[voiced[-1] + 1])))
        at += len(phonemes)
    return out


_IPA = {
    "t͡ʃ": "ʧ", "d͡ʒ": "ʤ", "tʃ": "ʧ", "dʒ": "ʤ", "eɪ": "A", "aɪ": "I", "oʊ": "O", "əʊ": "Q", "aʊ": "W", "ɔɪ": "Y",
    "eə": "ɛɹ", "ɝ": "ɜɹ", "ɚ": "əɹ", "ɜːɹ": "ɜɹ", "ɜːr": "ɜɹ", "r": "ɹ", "g": "ɡ", "e": "ɛ", "a": "ɑ", "o": "O",
    "ɫ": "l", "ɾ": "T", "ʔ": "t", "x": "k", "χ": "k", "ʁ": "ɹ", "ɣ": "ɡ", "β": "v", "ɸ": "f", "ç": "h", "y": "i",
    "ʏ": "ʊ", "ø": "ɜɹ", "œ": "ɜɹ", "ɲ": "nj", "ʎ": "lj", "ɯ": "u", "ɨ": "ɪ", "ʉ": "u", "ɵ": "ʊ", "ɤ": "ʌ",
    "ʂ": "ʃ", "ʐ": "ʒ", "ɕ": "ʃ", "ʑ": "ʒ", "ʈ": "t", "ɖ": "d", "ɽ": "ɹ", "ɻ": "ɹ", "ɳ": "n", "ɭ": "l", "ʋ": "v",
    "ʍ": "w", "ħ": "h", "ɦ": "h", "q": "k", "c": "k", "ɟ": "ɡ", "\u0303": "n",
}  # fmt: skip
"""IPA -> misaki's English alphabet, longest first; what English lacks becomes its nearest sound."""


def misaki(ipa: str, british: bool = False) -> str:
    """IPA (`ˈkʌntri`) in misaki's alphabet, which sets stress marks before the vowel (`kˈʌntɹi`)."""
    text = unicodedata.normalize("NFD", ipa).replace("c\u0327", "ç").replace("\u0361", "").replace("\u035c", "")
    out = ""
    at = 0
    while at < len(text):
        old, new = next((pair for pair in _IPA.items() if text.startswith(pair[0], at)), (text[at], text[at]))
        at += len(old)
        if not british:
            new = {"ɒ": "ɑ", "Q": "O", "ː": "", "ɜ": "ɜɹ"}.get(new, new)
        out += "".join(c for c in new if c in _LETTERS or c in " ːˈˌ")
    return re.sub("ɹ+", "ɹ", stress_before_vowel(out, "".join(_VOWELS)))
