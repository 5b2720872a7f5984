"""A line -> its sound, made when it is first asked for, by the same functions and in the same cache as a build's."""

from __future__ import annotations

import io
import threading
import wave

from ..engines import fingerprint
from ..engines.synthesis import synthesise
from ..errors import StudioError
from ..machine.cache import ClipCache, clip_key
from ..model import Clip, Utterance

KEPT = 20_000
"""Utterances whose keys are remembered: some hundred stories."""


class Clips:
    """The sounds that pages have been told of."""

    def __init__(self, cache: ClipCache) -> None:
        self.cache = cache
        self._utterances: dict[str, Utterance] = {}
        self._speaking = threading.Lock()

    @property
    def speaking(self) -> bool:
        """Whether somebody waits for a sound: all else can wait."""
        return self._speaking.locked()

    def key(self, utterance: Utterance) -> str:
        """The name by which a page may ask for the sound of `utterance`."""
        key = clip_key(utterance, fingerprint(utterance.voice))
        self._utterances.pop(key, None)
        self._utterances[key] = utterance
        while len(self._utterances) > KEPT:
            self._utterances.pop(next(iter(self._utterances)))
        return key

    def wav(self, key: str) -> bytes:
        """The sound as a WAV file at the loudness it has in the edition. Raises StudioError, SynthesisError."""
        utterance = self._utterances.get(key)
        if utterance is None:
            raise StudioError("this line is not on the desk any more", remedy="open its story again")
        clip = self.cache.get(key)
        if clip is None:
            with self._speaking:
                synthesise([utterance], self.cache)
            clip = self.cache.get(key)
        if clip is None:
            raise StudioError("the sound was damaged on its way through the cache", remedy="try again")
        return wav(clip, utterance.voice.gain_db)


def wav(clip: Clip, gain_db: float) -> bytes:
    """16-bit PCM, mono; `gain_db` brings the voice to the loudness of all others."""
    loud = (clip.samples * 10 ** (gain_db / 20)).clip(-1, 1)
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(clip.rate)
        file.writeframes((loud * 32767).round().astype("<i2").tobytes())
    return out.getvalue()
