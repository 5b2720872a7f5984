"""What runs in the child process of the system engine: pyttsx3 itself, distrusted (system.py says why)."""

from __future__ import annotations

import functools
import os
import pickle
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..errors import SynthesisError

CHILD_TIMEOUT_S = 20.0
"""For one answer of the child process; eSpeak takes some 20 ms for a sentence."""


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
