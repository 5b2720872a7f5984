"""How the pitch of an utterance is led away from what hibari's network gives it, which lets everything fall alike.

The network makes its pitch curve first and its spectra after it, so that a factor between the two is followed without
any loss (`models.with_factor`): heart's DNSMOS is the same from 0.9 to 1.15 times her pitch.

- Questions that are answered with yes or no rise to their end, from the last stress on; those with a question word,
  with a choice (`tea or coffee?`) or with a tag (`isn't it?`) fall. English nuclear rises end some 3 to 6 semitones
  above the speaker's mean (Cruttenden, Intonation, 2nd ed. 1997, 3.4).
- An item of a list that goes on ends level or a little higher than its middle (the same, 4.3).
- A heading begins high and spans more, as what opens a new topic does (Brazil, The Communicative Value of Intonation,
  1985: high key), and is said a little slower.
- An aside, between two dashes or in brackets, is lower and flatter than what it interrupts (Cruttenden, 4.4).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..model import Tune

Factors = NDArray[np.float32]

RISE_ST = 4.0
"""Semitones above the median of the utterance at which a question ends."""
ITEM_ST = 1.0
"""The same for an item after which others follow."""
HEADING_ST, HEADING_SPAN = 0.7, 1.2
"""A heading lies so many semitones higher, and its distances from its median are so many times as large."""
HEADING_PACE = 0.95
"""And its speed is so many times that of a sentence."""
ASIDE_ST, ASIDE_SPAN = -1.5, 0.8
"""The same as a heading's for an aside."""
VOICED_HZ = 60.0
_FADING = 0.6
"""Below this share of the median a frame is half unvoiced already: its pitch says nothing."""
_END = 4
"""Frames (12.5 ms each) at the end that stay where the rise has led."""
_MOST_ST = 14.0
"""A frame is led up by no more than this."""
_RAMP = 8
"""Frames (12.5 ms each) over which an aside's pitch sets in."""

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


def led(
    f0: NDArray[np.floating], *, rise_st: float | None, start: float, tune: Tune, lower: Sequence[tuple[float, float]]
) -> Factors | None:
    """By how much the pitch curve `f0` (Hertz, 0 where unvoiced) is to be higher in each frame; None to leave it.

    From `start` on, a share of its length (0 to 1), it rises to `rise_st` semitones above its median; `lower` holds
    such shares, too: (from, to) of each aside.
    """
    voiced = np.flatnonzero(f0 > VOICED_HZ)
    if len(voiced) < 2:
        return None
    factors = np.ones(len(f0), np.float32)
    if tune is Tune.HEADING:
        factors *= _spread(f0, voiced, HEADING_ST, HEADING_SPAN)
    for begins, ends in lower:
        inside = np.zeros(len(f0))
        inside[int(begins * len(f0)) : int(ends * len(f0))] = 1
        amount = np.convolve(inside, np.ones(_RAMP) / _RAMP, "same")
        factors *= _spread(f0, voiced, ASIDE_ST, ASIDE_SPAN) ** amount.astype(np.float32)
    if rise_st is not None:
        factors *= rise(f0, start, rise_st)
    return None if (factors == 1).all() else factors


def rise(f0: NDArray[np.floating], start: float, semitones: float) -> Factors:
    """What leads `f0` up to `semitones` above its median from `start` on; ones where it ends that high already."""
    middle = float(np.median(f0[f0 > VOICED_HZ])) if (f0 > VOICED_HZ).any() else 0.0
    solid = np.flatnonzero(f0 > max(VOICED_HZ, middle * _FADING))
    first = int(start * len(f0))
    target = middle * 2 ** (semitones / 12)
    if len(solid) < 2 or solid[-1] <= first or float(f0[solid[-_END:]].mean()) >= target:
        return np.ones(len(f0), np.float32)
    frames = np.arange(len(f0))
    way = np.clip((frames - first) / max(solid[-1] - _END - first, 1), 0, 1)
    away = np.log2(target / np.interp(frames, solid, f0[solid]))
    factors: Factors = (2 ** (np.minimum(away, _MOST_ST / 12) * way * way * (3 - 2 * way))).astype(np.float32)
    return factors


def _spread(f0: NDArray[np.floating], voiced: NDArray[np.integer], semitones: float, span: float) -> Factors:
    """What moves `f0` by `semitones` and makes its distances from its median, in octaves, `span` times as large."""
    octaves = np.log2(np.interp(np.arange(len(f0)), voiced, f0[voiced]) / np.median(f0[voiced]))
    factors: Factors = (2 ** (semitones / 12 + (span - 1) * octaves)).astype(np.float32)
    return factors
