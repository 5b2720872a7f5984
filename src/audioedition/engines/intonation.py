"""Which questions rise, and a pitch curve that does. hibari's network lets every sentence fall.

Only voices that are spoken again by WORLD can follow another curve: the network's own synthesis hardly heeds it, and
by way of WORLD heart herself loses 0.6 of DNSMOS (3.33 to 2.74 on twelve questions; grant 3.34 to 3.37).

Questions that are answered with yes or no rise to their end, from the last stress on; those with a question word, with
a choice (`tea or coffee?`) or with a tag (`isn't it?`) fall. The rise goes to a little above the middle of the voice:
English nuclear rises end some 3 to 6 semitones above the speaker's mean (Cruttenden, Intonation, 2nd ed. 1997, 3.4).
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

RISE_ST = 4.0
"""Semitones above the median of the utterance at which a question ends."""
VOICED_HZ = 60.0

_QUESTION_WORDS = r"(?:what|who|whom|whose|which|where|when|why|how)\b"
_FALLS = re.compile(
    rf"^\W*(?:(?:and|but|so|then|well|or|now|yet|okay|look|yes|no)\W+)*"
    rf"(?:(?:to|at|in|on|for|from|with|by|about|of)\W+)?{_QUESTION_WORDS}",
    re.IGNORECASE,
)
"""`So who pays?`, `At what price?`"""
_CHOICE = re.compile(r"\bor\b", re.IGNORECASE)
_TAG = re.compile(
    r",\s+(?:\w+n['’]t|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\s+"
    r"(?:i|you|he|she|it|we|they|there)\W*$|,\s+(?:right|eh|no|yes|okay)\W*$",
    re.IGNORECASE,
)
"""`..., isn't it?`"""
_PARTS = re.compile(r"[.!?…:;]\W+|\s[—–]\s")


def rises(text: str) -> bool:
    """Whether an utterance ends as a question that expects yes or no, or echoes what was said."""
    text = text.rstrip(" \"'”’)]")
    if not text.endswith("?"):
        return False
    last = _PARTS.split(text.rstrip("?"))[-1]
    return bool(last.strip()) and not (_FALLS.match(last) or _CHOICE.search(last) or _TAG.search(last))


def rising(f0: NDArray[np.floating], start: float) -> NDArray[np.float32]:
    """The pitch curve `f0` (Hertz, 0 where unvoiced), led up to RISE_ST above its median from `start` on, a share of
    its length (0 to 1); as it is where nothing is voiced or it ends that high already."""
    curve = np.asarray(f0, np.float32)
    voiced = np.flatnonzero(curve > VOICED_HZ)
    first = int(start * len(curve))
    if len(voiced) < 2 or voiced[-1] <= first:
        return curve
    factor = float(np.median(curve[voiced])) * 2 ** (RISE_ST / 12) / float(curve[voiced[-6:]].mean())
    if factor <= 1:
        return curve
    way = np.clip((np.arange(len(curve)) - first) / (voiced[-1] - first), 0, 1)
    risen: NDArray[np.float32] = (curve * factor ** (way * way * (3 - 2 * way))).astype(np.float32)
    return risen
