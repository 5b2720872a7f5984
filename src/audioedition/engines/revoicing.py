"""A spoken sound and its pitch curve -> the same words by another larynx, by WORLD.

WORLD (Morise et al. 2016, https://doi.org/10.1587/transinf.2015EDP7457) parts a voice into pitch, spectral envelope and
aperiodicity, and speaks again from the three. The pitch need not be estimated: the network that spoke gives it.
Nor need the aperiodicity: in heart's voice it depends on the frequency alone, so that its mean stands for all. Measured
on 90 s: the same DNSMOS as with D4C in every frame (3.34 / 4.16 against 3.34 / 4.15), at twice the speed.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..errors import SynthesisError
from .sound import Samples

FRAME_MS = 5.0
"""Between two spectra. With 10 ms DNSMOS falls by 0.07."""
VOICED_HZ = 40.0
"""Below this the pitch curve means that nothing is voiced."""
_BREATH = (
    (0, 0.001),
    (1000, 0.01),
    (2000, 0.1),
    (3000, 0.55),
    (4800, 0.64),
    (7200, 0.73),
    (9600, 0.79),
    (12000, 0.999),
)
"""(Hertz, aperiodicity): mean of D4C over heart's voiced frames, three seeds."""
_ALL_BREATH = 1 - 1e-9


def revoice(
    samples: Samples,
    f0: NDArray[np.floating],
    wanted: NDArray[np.floating],
    hop: int,
    rate: int,
    *,
    length: float = 1.0,
) -> Samples:
    """`samples` with the pitch curve `wanted` where it has `f0` (Hertz, one value every `hop` samples, 0 if unvoiced).

    `length` times as long as what comes in, to within a frame. Raises SynthesisError where WORLD is not installed.
    """
    try:
        import pyworld
    except ImportError as e:
        raise SynthesisError(
            "a voice with a pitch of its own needs WORLD, which is not installed", remedy="pip install pyworld-prebuilt"
        ) from e
    signal = np.ascontiguousarray(samples, np.float64)
    curve, times = _every_frame(f0, hop, rate, len(signal))
    envelope = pyworld.cheaptrick(signal, curve, times, rate)
    hertz, breath = zip(*_BREATH, strict=True)
    mean = np.interp(np.linspace(0, rate / 2, envelope.shape[1]), hertz, breath)
    aperiodicity = np.where(curve[:, None] > 0, mean[None, :], _ALL_BREATH)
    asked = np.where(curve > 0, _every_frame(wanted, hop, rate, len(signal))[0], 0.0)
    spoken: Samples = pyworld.synthesize(asked, envelope, aperiodicity, rate, FRAME_MS * length).astype(np.float32)
    return spoken


def _every_frame(
    f0: NDArray[np.floating], hop: int, rate: int, length: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The pitch curve at WORLD's frames, and their times in seconds: linear where voiced, 0 elsewhere."""
    times = np.arange(0, length / rate, FRAME_MS / 1000)
    at = times * rate / hop - 0.5
    voiced = f0 > VOICED_HZ
    if not voiced.any():
        return np.zeros(len(times)), times
    known = np.flatnonzero(voiced)
    nearest = np.clip(np.rint(at).astype(int), 0, len(f0) - 1)
    return np.where(voiced[nearest], np.interp(at, known, f0[known]), 0.0), times
