"""Utterance -> Clip by hibari, a small neural voice whose model comes with its package (Apache-2.0, 24 kHz).

Its front end is in misaki.py. A voice's `throat` makes a sibling: said slower or faster, then played faster or slower,
so that pitch and formants lie so many times as high; its `pitch` moves the pitch alone (revoicing.py).
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import numpy as np

from ..errors import SynthesisError
from ..model import Clip, Gender, Utterance, Voice
from . import VoiceInfo
from .intonation import rises, rising
from .letters import readable, unspeakable
from .misaki import LETTERS, English, runs, word_times
from .models import model_digest, own_model, with_output
from .revoicing import revoice
from .sound import Samples, WordTimes, clip, join, seed
from .transforms import compiled_only

ADAPTER = 3
"""Raised with every change here that can be heard."""

MAX_PHONEMES = 320
"""Longer utterances are said in parts: the model was made for up to about 400."""

DURATIONS = "/Clip_output_0"
"""Name, in the exported model, of the number of frames that each phoneme takes."""

OUTPUTS = ["lh", "theta", "ln", "lr", "phi", "f0"]
"""What lies between the network and the waveform in hibari-tts 0.2.1: five spectra and a pitch curve."""


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
        words = model.english.words(utterance)
        if not any(LETTERS & set(phonemes) for _, _, phonemes in words):
            raise unspeakable(utterance, "there is no word in it")
        random = np.random.default_rng(seed(utterance))
        throat, pitch = float(options.get("throat", 1.0)), float(options.get("pitch", 1.0))
        rate = round(model.rate * throat)
        speed = utterance.rate * voice.rate / (throat if pitch == 1.0 else 1.0)
        pieces: list[tuple[Samples, WordTimes]] = []
        parted = runs(words, MAX_PHONEMES)
        for part in parted:
            phonemes = "".join(ps for _, _, ps in part)
            sound, f0, ends = model.say(phonemes, speed, random)
            if pitch != 1.0:
                wanted = f0
                if part is parted[-1] and ends is not None and rises(utterance.spoken):
                    wanted = rising(f0, float(ends[max(phonemes.rfind("ˈ"), 0)]))
                hop = len(sound) // len(f0)
                sound = revoice(sound, f0 * throat, wanted * (throat * pitch), hop, rate, length=throat)
            pieces.append((sound, word_times(part, ends, sound, rate)))
        sound, times = join(pieces, rate)
        return clip(utterance, sound, rate, times)


class _Model:
    """One loaded network and the dictionary that fits it."""

    def __init__(self, voice: str, path: Path | None):
        with compiled_only():
            from hibari import Hibari
        from hibari.voices import VOICES, voice_path

        if voice not in VOICES or not (path or VOICES[voice].get("bundled")):
            raise SynthesisError(
                f"hibari has no voice {voice!r} of its own",
                remedy='known: heart; for another, put `model = "FILE.onnx"` under [options] in the voice\'s file',
            )
        model = (path or Path(voice_path(voice, download_missing=False))).read_bytes()
        self._hibari = Hibari(voice=voice, model=with_output(model, DURATIONS), threads=1)
        self.english = English(self._hibari.g2p, self._hibari.vocab)
        names = [output.name for output in self._hibari.sess.get_outputs()]
        if names[:6] != OUTPUTS:
            raise SynthesisError(
                "this version of hibari has other insides than the known one", remedy="pip install hibari-tts==0.2.1"
            )
        self.rate: int = self._hibari.sample_rate

    def say(self, phonemes: str, speed: float, random: np.random.Generator) -> tuple[Samples, Samples, Samples | None]:
        """The sound of one run of phonemes, its pitch curve in Hertz, and where each phoneme ends, as a share of it."""
        from hibari import dsp

        ids = np.asarray([self._hibari.ids(phonemes)], np.int64)
        outputs = self._hibari.sess.run(None, {"ids": ids, "speed": np.asarray([speed], np.float32)})
        *spectra, f0 = (output[0] for output in outputs[:6])
        steps = outputs[6] if len(outputs) > 6 else []
        ends: Samples | None = np.cumsum(steps)[:-1] / np.sum(steps) if len(steps) == ids.shape[1] else None
        sound: Samples = dsp.synth(*spectra, f0, random)
        return sound, f0, ends


@functools.cache
def _load(voice: str, path: Path | None) -> _Model:
    return _Model(voice, path)
