"""Utterance -> Clip by the voices of the operating system, through pyttsx3: eSpeak NG on Linux (131 languages, its
library comes by pip), NSSpeechSynthesizer on macOS, SAPI 5 on Windows.

pyttsx3 2.99 is not to be trusted: `runAndWait` returns before the file exists, exceptions vanish in callbacks, a text
too long ends in a segmentation fault, several files asked for at once become one. So it runs in a process of its own
(pyttsx3_process.py), gets one short piece of text per call, and what it says about itself is not believed: we wait for
its finished event, open the file and compare its length with the text, within a time limit, and try once more in a
fresh process. That process also keeps its eSpeak library apart from Piper's.
"""

from __future__ import annotations

import dataclasses
import re
import sys
from collections.abc import Sequence
from importlib.metadata import version

from ..errors import SynthesisError
from ..model import Clip, Utterance, Voice
from ..spoken.respelling import respelled
from . import VoiceInfo
from .alignment import spread
from .distrusted import Child
from .ipa import plain
from .letters import parts, readable, script, unspeakable
from .pyttsx3_process import CHILD_TIMEOUT_S, say
from .sound import Samples, WordTimes, clip, join
from .system_voices import system_voices, voice_for

ADAPTER = 3
"""Raised with every change here that can be heard."""

WORDS_A_MINUTE = 162.0
"""What a voice at rate 1 is asked for; eSpeak reads somewhat faster, so that 170 come out, pauses included."""
SLOWEST_WPM, FASTEST_WPM = 80, 450
"""eSpeak's own limits."""

MAX_CHARACTERS = 220
"""pyttsx3 was seen to lose files above some 230 characters."""


_KANJI = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")


class SystemEngine:
    name = "system"

    def __init__(self) -> None:
        self._child = Child()

    def voices(self) -> Sequence[VoiceInfo]:
        return [VoiceInfo(v.id, v.language, v.gender, v.description, v.licence) for v in system_voices()]

    def fingerprint(self, voice: Voice) -> str:
        if sys.platform == "linux":
            below = f"espeakng-loader {version('espeakng-loader')}"
        else:
            import platform

            below = f"{sys.platform} {platform.release()}"
        return f"pyttsx3 {version('pyttsx3')} {below} adapter {ADAPTER}"

    def synthesise(self, utterance: Utterance) -> Clip:
        utterance, voice_id = self._readable(utterance)
        text = respelled(utterance.spoken, [(a, b, plain(ipa)) for a, b, ipa in utterance.phonemes])
        if voice_id.startswith("ja") and sys.platform == "linux" and _KANJI.search(text):
            raise unspeakable(utterance, "eSpeak reads kana only", "add a voice for ja to voices/, and to the cast")
        speed = utterance.rate * utterance.voice.rate
        wpm = round(min(max(WORDS_A_MINUTE * speed, SLOWEST_WPM), FASTEST_WPM))
        pieces: list[tuple[Samples, WordTimes]] = []
        rate = 0
        for start, end in parts(text, MAX_CHARACTERS):
            if any(c.isalnum() for c in text[start:end]):
                piece = text[start:end].strip()
                sound, rate = self._child.sound(
                    utterance, piece, wpm / WORDS_A_MINUTE, say, piece, voice_id, wpm, timeout_s=CHILD_TIMEOUT_S
                )
                pieces.append((sound, spread(text, start, end, sound, rate)))
        if not pieces:
            raise unspeakable(utterance, "there is no word in it")
        sound, words = join(pieces, rate)
        return clip(utterance, sound, rate, words if text == utterance.spoken else [])

    def close(self) -> None:
        """End the child process; the next utterance starts another."""
        self._child.close()

    def _readable(self, utterance: Utterance) -> tuple[Utterance, str]:
        """The text, cleaned, and a voice's id: another language's where the text is in a script which only that has."""
        try:
            return readable(utterance), utterance.voice.id
        except SynthesisError:
            other = voice_for(script(utterance.spoken))
            if not other:
                raise
            voice = dataclasses.replace(utterance.voice, language=other.language)
            return readable(dataclasses.replace(utterance, voice=voice)), other.id
