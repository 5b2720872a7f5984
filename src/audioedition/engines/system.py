"""Utterance -> Clip by the voices of the operating system, through pyttsx3: eSpeak NG on Linux (131 languages, its
library comes by pip), NSSpeechSynthesizer on macOS, SAPI 5 on Windows.

pyttsx3 2.99 is not to be trusted: `runAndWait` returns before the file exists, exceptions vanish in callbacks, a text
too long ends in a segmentation fault, several files asked for at once become one. So it runs in a process of its own,
gets one short piece of text per call, and what it says about itself is not believed: we wait for its finished event,
open the file and compare its length with the text, within a time limit, and try once more in a fresh process.
That process also keeps its eSpeak library apart from Piper's.
"""

from __future__ import annotations

import dataclasses
import functools
import os
import pickle
import re
import sys
import threading
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import AudioEditionError, SynthesisError
from ..model import Clip, Utterance, Voice
from ..spoken.respelling import respelled
from ..workers import WorkerPool
from . import VoiceInfo
from .letters import parts, readable, script, unspeakable
from .sound import Samples, WordTimes, clip, join, spread
from .system_voices import CHILD_TIMEOUT_S, system_voices, voice_for

ADAPTER = 2
"""Raised with every change here that can be heard."""

WORDS_A_MINUTE = 162.0
"""What a voice at rate 1 is asked for; eSpeak reads somewhat faster, so that 170 come out, pauses included."""
SLOWEST_WPM, FASTEST_WPM = 80, 450
"""eSpeak's own limits."""

MAX_CHARACTERS = 220
"""pyttsx3 was seen to lose files above some 230 characters."""

SHORTEST_S, LONGEST_S = 0.012, 0.7
"""What one letter or digit may take at rate 1: a fifth of English at 170 words a minute; twice a Chinese syllable."""


_KANJI = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")


class SystemEngine:
    name = "system"

    def __init__(self) -> None:
        self._pool: WorkerPool | None = None

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
        text = respelled(utterance.spoken, utterance.phonemes)
        if voice_id.startswith("ja") and sys.platform == "linux" and _KANJI.search(text):
            raise unspeakable(utterance, "eSpeak reads kana only", "add a voice for ja to voices/, and to the cast")
        speed = utterance.rate * utterance.voice.rate
        wpm = round(min(max(WORDS_A_MINUTE * speed, SLOWEST_WPM), FASTEST_WPM))
        pieces: list[tuple[Samples, WordTimes]] = []
        rate = 0
        for start, end in parts(text, MAX_CHARACTERS):
            if any(c.isalnum() for c in text[start:end]):
                sound, rate = self._say(utterance, text[start:end].strip(), voice_id, wpm)
                pieces.append((sound, spread(text, start, end, sound, rate)))
        if not pieces:
            raise unspeakable(utterance, "there is no word in it")
        sound, words = join(pieces, rate)
        return clip(utterance, sound, rate, words if text == utterance.spoken else [])

    def close(self) -> None:
        """End the child process; the next utterance starts another."""
        if self._pool:
            self._pool.close()
        self._pool = None

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

    def _say(self, utterance: Utterance, text: str, voice_id: str, wpm: int) -> tuple[Samples, int]:
        why = ""
        for _ in range(2):
            self._pool = self._pool or WorkerPool(1, attempts=1)
            self._pool.submit("say", say, text, voice_id, wpm, timeout_s=CHILD_TIMEOUT_S)
            try:
                (outcome,) = self._pool.completed()
                pcm, rate = outcome.result()
                sound = np.frombuffer(pcm, "<i2").astype(np.float32) / np.float32(32768)
                why = implausible(text, len(sound) / rate, wpm / WORDS_A_MINUTE)
                if not why:
                    return sound, rate
            except AudioEditionError as e:
                why = e.problem
            self.close()
        raise unspeakable(utterance, why, "run audioedition doctor, or cast another voice")


def implausible(text: str, seconds: float, speed: float = 1.0) -> str:
    """Why a sound of that length can't be all of `text`; empty when it can."""
    letters = sum(c.isalnum() for c in text)
    if seconds * speed < SHORTEST_S * letters:
        return f"only {seconds:.2f} s of sound came out for {letters} letters"
    if seconds * speed > LONGEST_S * letters + 3:
        return f"{seconds:.0f} s of sound came out for {letters} letters"
    return ""


# What follows runs in the child process.


def say(text: str, voice_id: str, wpm: int) -> tuple[bytes, int]:
    """16-bit mono PCM and its rate. Raises SynthesisError when pyttsx3 reports an error or leaves no whole file."""
    path = Path(_scratch().name) / "out.wav"
    path.unlink(missing_ok=True)
    result: tuple[bytes, int] = _afresh(_save, text, voice_id, wpm, path)
    return result


def list_voices() -> list[tuple[str, str, str, str]]:
    """(id, name, BCP 47 language, gender) of each voice that pyttsx3 lists."""
    rows: list[tuple[str, str, str, str]] = _afresh(_list)
    return rows


def _afresh(function: Callable[..., Any], *args: Any) -> Any:
    """`function(*args)` with an eSpeak that has said nothing yet.

    What eSpeak says depends, by some samples, on what it has said before. A fork of a process that has loaded it, but
    never started it, makes every utterance its first: 40 ms, where a new process takes 200.
    """
    if sys.platform != "linux":
        return function(*args)
    _load()
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.dup2(write, 3)
            os.closerange(4, 256)  # the worker's pipes: their ends must close with the worker
            with os.fdopen(3, "wb") as out:
                try:
                    pickle.dump((function(*args), None), out)
                except Exception as e:
                    pickle.dump((None, str(e) or type(e).__name__), out)
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as answer:
        data = answer.read()
    _, status = os.waitpid(pid, 0)
    if not data or status:
        raise SynthesisError(f"eSpeak took its process down (status {os.waitstatus_to_exitcode(status)})")
    value, error = pickle.loads(data)
    if error:
        raise SynthesisError(error)
    return value


@functools.cache
def _load() -> None:
    """Load pyttsx3, and on Linux eSpeak's library for it, without starting either."""
    if sys.platform == "linux":
        import ctypes

        import espeakng_loader

        # pyttsx3 asks the loader for libespeak-ng.so.1 by name, and gets what is loaded under that name already.
        os.environ["ESPEAK_DATA_PATH"] = str(Path(espeakng_loader.get_data_path()).parent)
        ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
        import pyttsx3.drivers.espeak
    import pyttsx3  # noqa: F401


@functools.cache
def _engine() -> Any:
    _load()
    import pyttsx3

    return pyttsx3.init()


def _set(engine: Any, name: str, value: object) -> None:
    """Set a property for good.

    eSpeak sets a voice at once, but a speed in a thread of its own: without waiting for that thread, one utterance in
    ten is spoken at the 200 words a minute that `init` asked for. So its driver is told directly, and waited for.
    """
    if sys.platform != "linux":
        engine.setProperty(name, value)
        return
    import ctypes

    import espeakng_loader

    engine.proxy._driver.setProperty(name, value)
    ctypes.CDLL(espeakng_loader.get_library_path()).espeak_Synchronize()


@functools.cache
def _scratch() -> Any:
    import tempfile

    return tempfile.TemporaryDirectory(prefix="audioedition-")


def _list() -> list[tuple[str, str, str, str]]:
    rows = []
    for voice in _engine().getProperty("voices"):
        languages = [x.decode("ascii", "ignore") if isinstance(x, bytes) else str(x) for x in voice.languages or []]
        language = (languages or ["und"])[0].strip("\x00\x05").replace("_", "-")
        gender = str(voice.gender or "").lower().removeprefix("voicegender")
        rows.append((voice.id, voice.name, language, gender if gender in ("male", "female") else "unknown"))
    return rows


def _save(text: str, voice_id: str, wpm: int, path: Path) -> tuple[bytes, int]:
    engine = _engine()
    finished = threading.Event()
    errors: list[str] = []
    tokens = [
        engine.connect("finished-utterance", lambda name, completed: finished.set()),
        engine.connect("error", lambda name, exception: errors.append(str(exception))),
    ]
    try:
        _set(engine, "voice", voice_id)
        _set(engine, "rate", wpm)
        engine.save_to_file(text, str(path))
        engine.runAndWait()
        # SAPI 5 writes before runAndWait returns and sends no event for files.
        if sys.platform != "win32" and not errors and not finished.wait(CHILD_TIMEOUT_S / 2):
            raise SynthesisError("pyttsx3 did not finish")
    finally:
        for token in tokens:
            engine.disconnect(token)
    if errors:
        raise SynthesisError(errors[0])
    return _read(path)


def _read(path: Path) -> tuple[bytes, int]:
    import wave

    try:
        with wave.open(str(path)) as file:
            if file.getsampwidth() == 2 and file.getnchannels() == 1:
                return file.readframes(file.getnframes()), file.getframerate()
    except FileNotFoundError:
        raise SynthesisError("pyttsx3 wrote no file") from None
    except (wave.Error, EOFError):
        pass
    return _decode(path)


def _decode(path: Path) -> tuple[bytes, int]:
    """Any other kind of file (macOS writes AIFF, Windows may write stereo)."""
    import av

    with av.open(str(path)) as container:
        resampler = av.AudioResampler(format="s16", layout="mono")
        frames = [out for frame in container.decode(audio=0) for out in resampler.resample(frame)]
    if not frames:
        raise SynthesisError("pyttsx3 wrote an empty file")
    return b"".join(frame.to_ndarray().astype("<i2").tobytes() for frame in frames), frames[0].sample_rate
