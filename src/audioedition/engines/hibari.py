"""Utterance -> Clip by hibari, a small neural voice whose model comes with its package (Apache-2.0, 24 kHz).

Its front end guesses at numbers and abbreviations; our text has none left, so that part (`normalize`) is passed by, and
letters that are to be spelled and words whose phonemes are known are given as phonemes. Its alphabet is misaki's:
https://github.com/hexgrad/misaki/blob/main/EN_PHONES.md
"""

from __future__ import annotations

import functools
import hashlib
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
from .sound import Samples, clip, seed, sounding, unspeakable

ADAPTER = 1
"""Raised with every change here that can be heard."""

MAX_PHONEMES = 320
"""Longer utterances are said in parts: the model was made for up to about 400."""
PART_PAUSE_S = 0.12

OUTPUTS = ["lh", "theta", "ln", "lr", "phi", "f0"]
BINS = 601
"""What lies between the network and the waveform in hibari-tts 0.2.1: five spectra of 601 bins and a pitch curve."""

_SPELLED = re.compile(r"(?<![\w'-])[A-Z](?: [A-Z])*(?: ?'?s)?(?![\w'])")
_LETTERS = frozenset("AIOQSTWYbdfhijklmnpstuvwzæðŋɐɑɒɔəɚɛɜɡɪɹɾʃʊʌʒʤʧθᵊᵻ")
_VOWELS = frozenset("AIOQWYaiuæɐɑɒɔəɚɛɜɪʊʌᵻ")
_SAME_LENGTH = str.maketrans("’‘“”„«»\u00a0\u202f\t\n\r", "''" + " " * 10)


class HibariEngine:
    name = "hibari"

    def voices(self) -> Sequence[VoiceInfo]:
        return [VoiceInfo("heart", "en-US", Gender.FEMALE, "American woman", "Apache-2.0")]

    def fingerprint(self, voice: Voice) -> str:
        model = dict(voice.options).get("model")
        own = f" {_sha256(Path(str(model)))}" if model else ""
        return f"hibari-tts {version('hibari-tts')} adapter {ADAPTER}{own}"

    def synthesise(self, utterance: Utterance) -> Clip:
        voice = utterance.voice
        options = dict(voice.options)
        model = _load(voice.id, str(options.get("model", "")), str(options.get("sha256", "")))
        words = model.words(utterance)
        letters = sum(c.isalpha() for c in utterance.spoken)
        said = sum(sum(map(_latin, utterance.spoken[a:b])) for a, b, ps in words if _LETTERS & set(ps))
        if not said or 2 * said < letters:
            raise unspeakable(
                utterance, "it is not written in an alphabet this voice reads", "add a voice of its language to voices/"
            )
        random = np.random.default_rng(seed(utterance))
        speed = utterance.rate * voice.rate
        pitch, formants = float(options.get("pitch", 1.0)), float(options.get("formants", 1.0))
        pieces: list[Samples] = []
        times: list[tuple[int, int, float, float]] = []
        at = 0
        for part in _parts(words):
            sound = model.say("".join(ps for _, _, ps in part), speed, pitch, formants, random)
            start, end = sounding(sound, model.rate)
            if pieces:
                pieces.append(np.zeros(int(PART_PAUSE_S * model.rate), np.float32))
                at += len(pieces[-1])
            times += _spread(part, at / model.rate, (at + end - start) / model.rate)
            pieces.append(sound[start:end])
            at += end - start
        return clip(utterance, np.concatenate(pieces), model.rate, times)


class _Model:
    """One loaded network and the dictionary that fits it."""

    def __init__(self, voice: str, path: str):
        from hibari import Hibari
        from hibari.voices import VOICES

        if voice not in VOICES or not (path or VOICES[voice].get("bundled")):
            raise SynthesisError(
                f"hibari has no voice {voice!r} of its own",
                remedy='known: heart; for another, put `model = "FILE.onnx"` under [options] in the voice\'s file',
            )
        self._hibari = Hibari(voice=voice, model=path or None, threads=1)
        self._g2p = self._hibari.g2p
        outputs = self._hibari.sess.get_outputs()
        shapes = [o.shape[1] for o in outputs[:5]]
        self.bends = [o.name for o in outputs] == OUTPUTS and shapes == [BINS] * 5
        """Whether pitch and formants can be moved: only while the insides are the known ones."""
        self.rate: int = self._hibari.sample_rate

    def words(self, utterance: Utterance) -> list[tuple[int, int, str]]:
        """(start, end, phonemes) of each token of the text, the space after it included in the phonemes."""
        text = utterance.spoken.translate(_SAME_LENGTH)
        tokens = []
        ends = []
        at = 0
        for token in self._g2p._tokens(text):
            at = text.index(token.text, at)
            tokens.append(token)
            ends.append((at, at + len(token.text)))
            at += len(token.text)
        known = [(a, b, misaki(ipa, self._g2p.british)) for a, b, ipa in utterance.phonemes]
        known += [found for m in _SPELLED.finditer(text) for found in self._spell(text, m)]
        for start, end, phonemes in known:
            inside = [t for t, (a, b) in zip(tokens, ends, strict=True) if start <= a and b <= end]
            for i, token in enumerate(inside):
                token.phonemes, token.rating = phonemes if i == 0 else "", 5
        at = 0
        out = []
        for token in self._g2p.phonemize_tokens(tokens):
            at = text.index(token.text, at)
            out.append((at, at + len(token.text), (token.phonemes or "") + (" " if token.whitespace else "")))
            at += len(token.text)
        if out and not out[-1][2].rstrip().endswith((".", "!", "?", "…")):
            out.append((len(text), len(text), "."))  # a headline, too, is read to its end
        return out

    def _spell(self, text: str, run: re.Match[str]) -> list[tuple[int, int, str]]:
        letters = [(m.start(), m.group()) for m in re.finditer("[A-Z]", run.group())]
        if len(letters) == 1 and not self._is_letter(text, run):
            return []
        suffix = run.group()[letters[-1][0] + 1 :]
        out = []
        for i, (at, letter) in enumerate(letters):
            last = i == len(letters) - 1
            phonemes, _ = self._g2p.lexicon.get_NNP(letter)
            if phonemes is None:
                return []
            if last and suffix:
                phonemes = self._g2p.lexicon._s(phonemes)
            end = run.end() if last else run.start() + at + 1
            out.append((run.start() + at, end, phonemes if last else phonemes.replace("ˈ", "ˌ")))
        return out

    @staticmethod
    def _is_letter(text: str, single: re.Match[str]) -> bool:
        """Whether a lone capital is the letter's name: not I, and A only where no article can stand."""
        if single.group() == "I":
            return False
        if single.group() != "A":
            return True
        before, after = text[: single.start()].rstrip(), text[single.end() :].lstrip()
        return bool(before) and before[-1] not in ".!?:" and (not after[:1].isalnum() or after[:1].islower())

    def say(self, phonemes: str, speed: float, pitch: float, formants: float, random: Any) -> Samples:
        """The sound of one run of phonemes."""
        from hibari import dsp

        ids = np.asarray([self._hibari.ids(phonemes)], np.int64)
        outputs = self._hibari.sess.run(None, {"ids": ids, "speed": np.asarray([speed], np.float32)})
        lh, theta, ln, lr, phi, f0 = (o[0] for o in outputs)
        if (pitch, formants) != (1.0, 1.0) and not self.bends:
            raise SynthesisError(
                "pitch and formants cannot be moved with this version of hibari",
                remedy="pip install hibari-tts==0.2.1, or cast another voice",
            )
        if formants != 1.0:
            lh, theta, ln, lr, phi = (_warp(x, formants) for x in (lh, theta, ln, lr, phi))
        sound: Samples = dsp.synth(lh, theta, ln, lr, phi, f0 * np.float32(pitch), random)
        return sound


@functools.cache
def _load(voice: str, path: str, sha256: str) -> _Model:
    if path and not Path(path).is_file():
        raise SynthesisError(f"the model {path} is not there", remedy="correct `model` in the voice's file")
    if path and sha256 and _sha256(Path(path)) != sha256:
        raise SynthesisError(f"the model {path} is damaged: its SHA-256 is not the one stated")
    return _Model(voice, path)


@functools.cache
def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "missing"


def _latin(c: str) -> bool:
    return c.isalpha() and (c < "\u0250" or "\u1e00" <= c < "\u1f00" or "\ufb00" <= c < "\ufb07")


def _warp(spectrum: Samples, factor: float) -> Samples:
    """Each frame's spectrum stretched along frequency, so that formants lie `factor` times as high."""
    bins = spectrum.shape[0]
    at = np.minimum(np.arange(bins) / factor, bins - 1)
    low = np.minimum(at.astype(int), bins - 2)
    weight = (at - low).astype(np.float32)[:, None]
    warped: Samples = spectrum[low] * (1 - weight) + spectrum[low + 1] * weight
    return warped


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
                if phonemes.rstrip()[-1:] in {",", ";", ":", "—", ".", "!", "?", "…"} and total > MAX_PHONEMES // 3:
                    comma = i + 1
        cut = comma or cut or max(i, 1)
        parts.append(rest[:cut])
        rest = rest[cut:]
    return [part for part in [*parts, rest] if any(_LETTERS & set(ps) for _, _, ps in part)]


def _spread(part: list[tuple[int, int, str]], start: float, end: float) -> list[tuple[int, int, float, float]]:
    """Word times by the weight of their phonemes."""
    weights = [_weight(ps) for _, _, ps in part]
    scale = (end - start) / (sum(weights) or 1)
    out = []
    at = start
    for (a, b, phonemes), weight in zip(part, weights, strict=True):
        if _LETTERS & set(phonemes):
            out.append((a, b, at, at + weight * scale))
        at += weight * scale
    return out


def _weight(phonemes: str) -> float:
    return sum(
        4.0 if c in ".!?;:—…" else 3.0 if c == "," else 1.5 if c in _VOWELS else 1.0 if c in _LETTERS else 0.2
        for c in phonemes
    )


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
    out: list[str] = []
    stress = ""
    at = 0
    while at < len(text):
        if text[at] in "ˈˌ'":
            stress, at = text[at].replace("'", "ˈ"), at + 1
            continue
        old, new = next((pair for pair in _IPA.items() if text.startswith(pair[0], at)), (text[at], text[at]))
        at += len(old)
        if not british:
            new = {"ɒ": "ɑ", "Q": "O", "ː": "", "ɜ": "ɜɹ"}.get(new, new)
        for c in new:
            if c in _VOWELS and stress:
                out.append(stress)
                stress = ""
            if c in _LETTERS or c in " ːɹjɑ":
                out.append(c)
    return re.sub("ɹ+", "ɹ", "".join(out))
