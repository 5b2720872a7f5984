"""An engine's library in a process of its own, whose answers are looked at before they are believed.

A library in C that crashes, hangs or stops half way through a text costs a second try in a fresh process, then one
error that names the text. What it has loaded stays apart from what other engines have.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..errors import AudioEditionError
from ..machine.workers import WorkerPool
from ..model import Utterance
from .letters import unspeakable
from .sound import Samples

TIMEOUT_S = 20.0
"""For one answer; the libraries here take some 20 to 100 ms for a sentence."""

ATTEMPTS = 2

SHORTEST_S, LONGEST_S = 0.012, 0.7
"""What one letter or digit may take at rate 1: a fifth of English at 170 words a minute; twice a Chinese syllable."""


class Child:
    """The process of one engine, started when it is first asked for something."""

    def __init__(self) -> None:
        self._pool: WorkerPool | None = None

    @property
    def pids(self) -> list[int]:
        """The process, if there is one now."""
        return list(self._pool.pids) if self._pool else []

    def sound(
        self,
        utterance: Utterance,
        text: str,
        speed: float,
        say: Callable[..., tuple[bytes, int]],
        *args: object,
        timeout_s: float = TIMEOUT_S,
    ) -> tuple[Samples, int]:
        """The 16-bit mono sound that `say(*args)` makes of `text` there, as samples, and its rate in Hertz.

        `speed` is how many times faster than at rate 1 it speaks. Raises SynthesisError when two tries fail.
        """
        why = ""
        for _ in range(ATTEMPTS):
            self._pool = self._pool or WorkerPool(1, attempts=1)
            self._pool.submit("say", say, *args, timeout_s=timeout_s)
            try:
                (outcome,) = self._pool.completed()
                pcm, rate = outcome.result()
                sound = np.frombuffer(pcm, "<i2").astype(np.float32) / np.float32(32768)
                why = implausible(text, len(sound) / rate, speed)
                if not why:
                    return sound, rate
            except AudioEditionError as e:
                why = e.problem
            self.close()
        raise unspeakable(utterance, why, "run audioedition doctor, or cast another voice")

    def close(self) -> None:
        """End the process; the next call starts another."""
        if self._pool:
            self._pool.close()
        self._pool = None


def implausible(text: str, seconds: float, speed: float = 1.0) -> str:
    """Why a sound of that length can't be all of `text`; empty when it can."""
    letters = sum(c.isalnum() for c in text)
    if seconds * speed < SHORTEST_S * letters:
        return f"only {seconds:.2f} s of sound came out for {letters} letters"
    if seconds * speed > LONGEST_S * letters + 3:
        return f"{seconds:.0f} s of sound came out for {letters} letters"
    return ""
