"""Utterance -> Clip by hibari, a small neural voice whose model comes with its package (Apache-2.0, 24 kHz).

Its front end is in misaki.py. A voice's `throat` makes a sibling: said slower or faster, then played faster or slower,
so that pitch and formants lie so many times as high; its `pitch` moves the pitch alone: within OWN_PITCH by the network
itself, beyond by WORLD (revoicing.py).
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import numpy as np

from ..errors import SynthesisError
from ..model import Clip, Gender, Tune, Utterance, Voice
from . import VoiceInfo
from .intonation import HEADING_PACE, ITEM_ST, RISE_ST, Factors, led, rises
from .letters import readable, unspeakable
from .misaki import LETTERS, English, Word, dictionary, runs, word_times
from .models import model_digest, own_model, with_factor, with_output
from .revoicing import revoice
from .sound import Samples, WordTimes, clip, join, seed
from .transforms import compiled_only

ADAPTER = 4
"""Raised with every change here that can be heard."""
LARYNX = 2
"""Raised with every change of revoicing.py that can be heard."""

MAX_PHONEMES = 320
"""Longer utterances are said in parts: the model was made for up to about 400."""

DURATIONS = "/Clip_output_0"
"""Name, in the exported model, of the number of frames that each phoneme takes."""

OUTPUTS = ["lh", "theta", "ln", "lr", "phi", "f0"]
"""What lies between the network and the waveform in hibari-tts 0.2.1: five spectra and a pitch curve."""

PITCH, PITCH_READER = "f0", "/Relu_output_0"
"""The pitch curve within the network, and what its spectra are made from it by."""
OWN_PITCH = (0.9, 1.15)
"""Times her own pitch that heart speaks as well as it: DNSMOS falls by .03 at the most, and by .15 at .85."""


class HibariEngine:
    name = "hibari"

    def voices(self) -> Sequence[VoiceInfo]:
        return [VoiceInfo("heart", "en-US", Gender.FEMALE, "American woman", "Apache-2.0")]

    def fingerprint(self, voice: Voice) -> str:
        pitch = float(dict(voice.options).get("pitch", 1.0))
        larynx = "" if OWN_PITCH[0] <= pitch <= OWN_PITCH[1] else f" larynx {LARYNX}"
        return f"hibari-tts {version('hibari-tts')} {model_digest(voice)} adapter {ADAPTER}{larynx}"

    def share(self, voice: Voice) -> None:
        with compiled_only():
            from hibari.voices import VOICES
        if voice.id in VOICES:
            dictionary(VOICES[voice.id]["british"])

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
        own = pitch if OWN_PITCH[0] <= pitch <= OWN_PITCH[1] and model.steered else 1.0
        revoiced = pitch != own
        rate = round(model.rate * throat)
        speed = utterance.rate * voice.rate / (1.0 if revoiced else throat)
        speed *= HEADING_PACE if utterance.tune is Tune.HEADING else 1.0
        pieces: list[tuple[Samples, WordTimes]] = []
        parted = runs(words, MAX_PHONEMES)
        for part in parted:
            phonemes = "".join(ps for _, _, ps in part)
            spectra, f0, ends = model.spectra(phonemes, speed, own)
            if model.steered and ends is not None:
                factors = _melody(utterance, part, f0, ends, last=part is parted[-1])
                if factors is not None:
                    spectra, f0, ends = model.spectra(phonemes, speed, own * factors)
            sound = model.sound(spectra, f0, random)
            if revoiced:
                hop = len(sound) // len(f0)
                sound = revoice(sound, f0 * throat, f0 * (throat * pitch), hop, rate, random, length=throat)
            pieces.append((sound, word_times(part, ends, sound, rate)))
        sound, times = join(pieces, rate)
        return clip(utterance, sound, rate, times)


def _melody(utterance: Utterance, part: list[Word], f0: Samples, ends: Samples, *, last: bool) -> Factors | None:
    """How the pitch of one part of an utterance is led; None where it is left as it is."""
    up = ITEM_ST if utterance.tune is Tune.ITEM else RISE_ST if rises(utterance.spoken) else None
    if not utterance.asides and (up is None or not last) and utterance.tune is not Tune.HEADING:
        return None
    phonemes = "".join(ps for _, _, ps in part)
    start = float(ends[max(phonemes.rfind("ˈ"), 0)])
    lower = [span for a, b in utterance.asides if (span := _span(part, ends, a, b))]
    return led(f0, rise_st=up if last else None, start=start, tune=utterance.tune, lower=lower)


def _span(part: list[Word], ends: Samples, start: int, end: int) -> tuple[float, float] | None:
    """(from, to) of the words between two offsets of the text, as shares of the sound; None where there are none."""
    starts = np.cumsum([0, *(len(ps) for _, _, ps in part)])
    inside = [i for i, (a, b, _) in enumerate(part) if start <= a < b <= end]
    return (float(ends[starts[inside[0]]]), float(ends[starts[inside[-1] + 1]])) if inside else None


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
        model = with_factor(with_output(model, DURATIONS), PITCH, PITCH_READER, factor="factor", led="fx")
        self._hibari = Hibari(voice=voice, model=model, threads=1, g2p=dictionary(VOICES[voice]["british"]))
        self.steered = "factor" in [given.name for given in self._hibari.sess.get_inputs()]
        self.english = English(self._hibari.g2p, self._hibari.vocab)
        names = [output.name for output in self._hibari.sess.get_outputs()]
        if names[:6] != OUTPUTS:
            raise SynthesisError(
                "this version of hibari has other insides than the known one", remedy="pip install hibari-tts==0.2.1"
            )
        self.rate: int = self._hibari.sample_rate

    def spectra(
        self, phonemes: str, speed: float, factor: float | Factors
    ) -> tuple[list[Samples], Samples, Samples | None]:
        """What one run of phonemes is made of: its spectra, its pitch curve in Hertz, `factor` times as high as the
        network would have it (one for all, or one a frame), and where each phoneme ends, as a share of it."""
        ids = np.asarray([self._hibari.ids(phonemes)], np.int64)
        inputs = {"ids": ids, "speed": np.asarray([speed], np.float32)}
        factors = np.atleast_2d(np.asarray(factor, np.float32))
        if self.steered:
            inputs["factor"] = factors
        outputs = self._hibari.sess.run(None, inputs)
        *spectra, f0 = (output[0] for output in outputs[:6])
        steps = outputs[6] if len(outputs) > 6 else []
        ends: Samples | None = np.cumsum(steps)[:-1] / np.sum(steps) if len(steps) == ids.shape[1] else None
        return spectra, f0 * factors[0] if self.steered else f0, ends

    def sound(self, spectra: list[Samples], f0: Samples, random: np.random.Generator) -> Samples:
        """The samples that these spectra and this pitch curve make."""
        from hibari import dsp

        sound: Samples = dsp.synth(*spectra, f0, random)
        return sound


@functools.cache
def _load(voice: str, path: Path | None) -> _Model:
    return _Model(voice, path)
