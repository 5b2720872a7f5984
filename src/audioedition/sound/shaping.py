"""A clip as its engine made it -> the same clip with the peaks that every voice may have: so that voices stay equal.

Voices that are equally loud before the common compressor and limiter are not so behind them: who has the higher peaks
loses more. So each clip is brought to one ratio of peak to loudness first. All-pass filters turn the phases (as in
broadcasting: speech is lopsided, and its peaks come down for nothing); then come a compressor and a limiter of the
clip's own. Its loudness stays as it was.
"""

from __future__ import annotations

import numpy as np

from .loudness import SILENCE, Filter, Samples, Section, frame_energies, frame_true_peaks, integrated, k_weighting
from .mastering import LoudnessTarget, gain_curve, interpolated
from .timeline import SPEECH_LUFS

PEAK_DB = 12.5
"""True peak above loudness that a clip may have. The bus has 13.8 dB: -16 LUFS under a ceiling of -2.2 dBTP."""
_TURN_HZ, _TURNS = 200.0, 4
"""First-order all-passes: joe's crest factor falls by 1.8 dB, heart's by 0.9."""


def shape(samples: Samples, rate: int) -> Samples:
    """`samples` (mono, at `rate` Hertz) under the common ratio of peak to loudness: as long, and as loud."""
    frame = max(rate // 100, 1)
    padding = -len(samples) % frame
    turned = Filter(rate, _all_pass(rate))(np.pad(samples, (0, padding)).astype(np.float32))
    energies = frame_energies(Filter(rate, k_weighting(rate))(turned), frame)
    level = integrated(energies, 100)
    if level == SILENCE:
        return samples
    gain = np.float32(10 ** ((SPEECH_LUFS - level) / 20))
    target = LoudnessTarget(SPEECH_LUFS, ceiling_db=SPEECH_LUFS + PEAK_DB)
    curve = gain_curve(energies * gain**2, frame_true_peaks(turned, frame) * gain, target)
    shaped: Samples = (turned * interpolated(curve, 0, len(turned), frame))[: len(samples)]
    return shaped


def _all_pass(rate: int) -> list[Section]:
    """First-order all-pass sections that turn the phase around `_TURN_HZ`."""
    t = np.tan(np.pi * _TURN_HZ / rate)
    c = float((t - 1) / (t + 1))
    return [((c, 1.0, 0.0), (1.0, c, 0.0))] * _TURNS
