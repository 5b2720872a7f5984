"""What every speech engine must do, as tests: a new engine's own test fills `EngineContract` with data only.

    from audioedition.testing import EngineContract

    class TestMyEngine(EngineContract):
        voice = Voice("mine", engine="mine", id="anna")

Run it with pytest. Nothing here downloads, sleeps or needs a sound card.
"""

from __future__ import annotations

import dataclasses
import functools
import re
import subprocess
import sys
from typing import ClassVar

import numpy as np
import pytest

from .engines import Engine, load_engine
from .engines.sound import sounding
from .errors import SynthesisError
from .model import Clip, Utterance, Voice


@functools.cache
def _spoken(utterance: Utterance) -> Clip:
    return load_engine(utterance.voice.engine).synthesise(utterance)


class EngineContract:
    """Subclass it, name the subclass `Test…`, set `voice`; the rest fits an engine for English."""

    voice: ClassVar[Voice]
    """A voice that works without any further file."""
    sentence: ClassVar[str] = "The council voted on Tuesday to close the harbour road for nine months."
    short: ClassVar[str] = "No."
    speechless: ClassVar[tuple[str, ...]] = ("", "   ", "…", "— — —", "\N{GRINNING FACE}\N{PARTY POPPER}")
    """Texts without a word: an error, never a silent clip."""
    foreign: ClassVar[tuple[str, ...]] = ("市议会投票决定关闭道路。",)
    """Texts that this voice can't read."""

    @pytest.fixture
    def engine(self) -> Engine:
        return load_engine(self.voice.engine)

    @pytest.fixture
    def spoken(self) -> Clip:
        return _spoken(self.utterance(self.sentence))

    def utterance(self, text: str, rate: float = 1.0) -> Utterance:
        return Utterance(text, self.voice, self.voice.language, rate)

    def test_is_an_engine_found_by_its_name(self, engine: Engine) -> None:
        assert isinstance(engine, Engine)
        assert engine.name == self.voice.engine

    def test_lists_its_voices(self, engine: Engine) -> None:
        voices = engine.voices()
        assert self.voice.id in [voice.id for voice in voices]
        assert all(re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", voice.language) for voice in voices)

    def test_fingerprint_is_stable_and_loads_nothing_heavy(self, engine: Engine) -> None:
        program = (
            "import sys; from audioedition.engines import fingerprint; from audioedition.model import *\n"
            f"print(fingerprint({self.voice!r})); assert not {{'onnxruntime', 'pyttsx3', 'piper'}} & set(sys.modules)"
        )
        start = f"import sys; sys.path[:] = {sys.path!r}\nfrom audioedition.model import *\n"
        program = program.replace(repr(self.voice.gender), f"Gender({str(self.voice.gender)!r})")
        run = subprocess.run([sys.executable, "-c", start + program], capture_output=True, text=True, check=False)
        assert run.stderr == ""
        assert engine.fingerprint(self.voice)
        assert run.stdout.startswith(engine.fingerprint(self.voice))

    def test_makes_mono_float_sound(self, spoken: Clip) -> None:
        assert spoken.samples.dtype == np.float32
        assert spoken.samples.ndim == 1
        assert np.isfinite(spoken.samples).all()
        assert 0.01 < np.abs(spoken.samples).max() <= 2.0
        assert 8000 <= spoken.rate <= 96000

    def test_leaves_no_silence_at_the_ends(self, spoken: Clip) -> None:
        start, end = sounding(spoken.samples, spoken.rate)
        assert start / spoken.rate < 0.03
        assert (len(spoken.samples) - end) / spoken.rate < 0.03

    def test_speaks_at_a_readers_pace(self, spoken: Clip) -> None:
        words_a_minute = len(self.sentence.split()) / spoken.seconds * 60
        assert 110 < words_a_minute < 260

    def test_same_words_same_samples(self, engine: Engine, spoken: Clip) -> None:
        engine.synthesise(self.utterance(self.short))
        again = engine.synthesise(self.utterance(self.sentence))
        assert np.array_equal(again.samples, spoken.samples)
        assert again.words == spoken.words

    def test_rate_changes_the_length(self, engine: Engine, spoken: Clip) -> None:
        faster = engine.synthesise(self.utterance(self.sentence, 1.25))
        assert 0.7 < faster.seconds / spoken.seconds < 0.92

    def test_words_lie_in_order_within_the_clip(self, spoken: Clip) -> None:
        assert [self.sentence[a:b].strip(".") for a, b, _, _ in spoken.words] == self.sentence.strip(".").split()
        starts = [start for _, _, start, _ in spoken.words]
        assert starts == sorted(starts)
        assert all(0 <= start < end <= spoken.seconds + 1e-6 for _, _, start, end in spoken.words)

    def test_says_a_single_word(self, engine: Engine) -> None:
        assert 0.1 < engine.synthesise(self.utterance(self.short)).seconds < 1.5

    def test_says_all_of_a_long_text(self, engine: Engine, spoken: Clip) -> None:
        text = " ".join([self.sentence.rstrip(".") + ","] * 6)
        clip = engine.synthesise(self.utterance(text))
        assert 4.5 < clip.seconds / spoken.seconds < 8
        assert len(clip.words) == 6 * len(spoken.words)

    def test_says_a_text_without_any_break(self, engine: Engine) -> None:
        text = self.sentence.replace(".", "").replace(" ", "")[:30] * 15
        try:
            assert engine.synthesise(self.utterance(text)).seconds > 3
        except SynthesisError as e:
            assert self.voice.name in str(e)

    def test_says_nothing_of_nothing(self, engine: Engine) -> None:
        for text in self.speechless:
            with pytest.raises(SynthesisError, match=self.voice.name):
                engine.synthesise(self.utterance(text))

    def test_refuses_what_it_cannot_read(self, engine: Engine) -> None:
        for text in self.foreign:
            with pytest.raises(SynthesisError) as error:
                engine.synthesise(self.utterance(text))
            assert error.value.remedy

    def test_survives_strange_characters(self, engine: Engine, spoken: Clip) -> None:
        for strange in ("\x00", "\x1b[31m", "\ud800", "\u202e", "[[h@'loU]]", "<break time='9s'/>", "\N{SNOWMAN}"):
            text = self.sentence.replace(" ", f" {strange} ", 2)
            try:
                clip = engine.synthesise(self.utterance(text))
            except SynthesisError as e:
                assert self.voice.name in str(e)
            else:
                assert 0.8 < clip.seconds / spoken.seconds < 3

    def test_names_a_voice_it_does_not_have(self, engine: Engine) -> None:
        stranger = dataclasses.replace(self.voice, name="stranger", id="no such voice")
        with pytest.raises(SynthesisError) as error:
            engine.synthesise(Utterance(self.sentence, stranger, stranger.language))
        assert "no such voice" in str(error.value) or "stranger" in str(error.value)
