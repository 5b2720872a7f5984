"""PCM blocks -> how loud they are. ITU-R BS.1770-4 (K-weighting, gating, true peak) and EBU Tech 3342 (loudness range).

The coefficients of the filters are made here; FFmpeg's libraries run them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

RATE = 44_100
"""Sampling rate of everything from the mixer on, Hertz."""
SILENCE = -math.inf
_BLOCK_MS, _HOP_MS, _GATE_LUFS, _GATE_LU = 400, 100, -70.0, -10.0
_OFFSET = -0.691
"""BS.1770-4: a 997 Hz sine at 0 dBFS in one channel reads -3.01 LKFS."""


Section = tuple[tuple[float, float, float], tuple[float, float, float]]
"""Coefficients (b, a) of a second-order section."""


def k_weighting(rate: int) -> list[Section]:
    """BS.1770's two filters, a shelf and a high-pass, for sampling rate `rate` in Hertz.

    The standard gives coefficients for 48 kHz; these analogue prototypes give the same ones there, to 1e-8
    (De Man, "Evaluation of implementations of the EBU R128 loudness measurement", AES 2018).
    """
    k = math.tan(math.pi * 1681.974450955533 / rate)
    q, high = 0.7071752369554196, 10 ** (3.999843853973347 / 20)
    band = high**0.4996667741545416
    shelf_b = (high + band * k / q + k * k, 2 * (k * k - high), high - band * k / q + k * k)
    shelf_a = (1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k)
    k = math.tan(math.pi * 38.13547087602444 / rate)
    q = 0.5003270373238773
    a0 = 1 + k / q + k * k
    return [(shelf_b, shelf_a), ((a0, -2 * a0, a0), (a0, 2 * (k * k - 1), 1 - k / q + k * k))]


def high_pass(rate: int, hertz: float) -> list[Section]:
    """A second-order Butterworth high-pass at `hertz` for sampling rate `rate`."""
    k = math.tan(math.pi * hertz / rate)
    return [((1, -2, 1), (1 + math.sqrt(2) * k + k * k, 2 * (k * k - 1), 1 - math.sqrt(2) * k + k * k))]


class Filter:
    """Second-order sections one after the other, fed with a stream of blocks: as much comes out as went in."""

    def __init__(self, rate: int, sections: Sequence[Section]):
        """`rate` in Hertz."""
        import av

        self._rate, self._graph = rate, av.filter.Graph()
        self._graph.threads = 1
        chain = [self._graph.add_abuffer(format="fltp", sample_rate=rate, layout="mono")]
        for b, a in sections:
            values = {f"{name}{i}": repr(float(c)) for name, cs in (("b", b), ("a", a)) for i, c in enumerate(cs)}
            chain.append(self._graph.add("biquad", precision="f64", **values))
        chain.append(self._graph.add("abuffersink"))
        self._graph.link_nodes(*chain).configure()

    def __call__(self, block: Samples) -> Samples:
        """The filtered block, of any length."""
        import av

        if len(block) == 0:
            return block
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(block[None, :]), format="fltp", layout="mono")
        frame.sample_rate = self._rate
        self._graph.push(frame)
        filtered: Samples = self._graph.pull().to_ndarray()[0].astype(np.float32)
        return filtered


def integrated(energies: NDArray[np.floating], per_second: int) -> float:
    """Integrated loudness in LUFS of a stream given as mean squares of its K-weighted frames, `per_second` of them.

    BS.1770-4: blocks of 400 ms every 100 ms, absolute gate -70 LUFS, relative gate -10 LU. `per_second` must be a
    multiple of 10. What is shorter than one block is measured as one block. -inf for silence.
    """
    return _gated(_blocks(energies, per_second, _BLOCK_MS))


def loudness_range(energies: NDArray[np.floating], per_second: int) -> float:
    """Loudness range in LU (EBU Tech 3342): 10th to 95th percentile of gated 3 s blocks; 0 if there are too few."""
    blocks = _blocks(energies, per_second, 3000)
    blocks = blocks[blocks > _power(_GATE_LUFS)]
    if len(blocks) == 0:
        return 0.0
    blocks = blocks[blocks > blocks.mean() * 10 ** (-20 / 10)]
    low, high = np.percentile(blocks, [10, 95])
    return float(10 * np.log10(high / low))


def _blocks(energies: NDArray[np.floating], per_second: int, length_ms: int) -> NDArray[np.float64]:
    hop = per_second * _HOP_MS // 1000
    count = length_ms // _HOP_MS
    if len(energies) < hop * count:
        return np.array([float(energies.mean())] if len(energies) else [], np.float64)
    hops = energies[: len(energies) // hop * hop].reshape(-1, hop).mean(axis=1, dtype=np.float64)
    sums = np.concatenate([[0.0], np.cumsum(hops)])
    blocks: NDArray[np.float64] = np.maximum(sums[count:] - sums[:-count], 0.0) / count
    return blocks


def _gated(blocks: NDArray[np.float64]) -> float:
    blocks = blocks[blocks > _power(_GATE_LUFS)]
    if len(blocks) == 0:
        return SILENCE
    blocks = blocks[blocks > blocks.mean() * 10 ** (_GATE_LU / 10)]
    return float(_OFFSET + 10 * np.log10(blocks.mean()))


def _power(lufs: float) -> float:
    return float(10 ** ((lufs - _OFFSET) / 10))


class Meter:
    """Streaming meter of a mono signal: feed it blocks, ask it for figures at any time.

    Memory: 400 bytes a second of sound.
    """

    PER_SECOND = 100

    def __init__(self, rate: int = RATE):
        """`rate` in Hertz, a multiple of 100."""
        if rate % self.PER_SECOND:
            raise ValueError(f"rate must be a multiple of {self.PER_SECOND}, not {rate}")
        self._frame = rate // self.PER_SECOND
        self._filter = Filter(rate, k_weighting(rate))
        self._left = np.zeros(0, np.float32)
        self._energies: list[NDArray[np.float32]] = []
        self._peak = TruePeak()
        self.samples = 0

    def feed(self, block: Samples) -> None:
        """Takes the next samples, shape (n,), full scale 1.0."""
        self.samples += len(block)
        self._peak.feed(block)
        weighted = self._filter(block)
        self._left = np.concatenate([self._left, weighted])
        whole = len(self._left) // self._frame * self._frame
        self._energies.append(frame_energies(self._left[:whole], self._frame))
        self._left = self._left[whole:]

    @property
    def energies(self) -> NDArray[np.float32]:
        """Mean squares of the K-weighted signal, 100 a second."""
        return np.concatenate([*self._energies, np.zeros(0, np.float32)])

    @property
    def lufs(self) -> float:
        """Integrated loudness; -inf for silence."""
        return integrated(self.energies, self.PER_SECOND)

    @property
    def range_lu(self) -> float:
        return loudness_range(self.energies, self.PER_SECOND)

    @property
    def true_peak_db(self) -> float:
        """dBTP, four times oversampled; -inf for silence."""
        return decibels(self._peak.peak)


def measure_lufs(samples: Samples, rate: int) -> float:
    """Integrated loudness of one array at any rate, for clips and sounds; ungated mean where it is short."""
    frame = max(rate // 100, 1)
    weighted = Filter(rate, k_weighting(rate))(samples)
    if len(weighted) < frame:
        return SILENCE
    return integrated(frame_energies(weighted[: len(weighted) // frame * frame], frame), 100)


def frame_energies(samples: Samples, frame: int) -> NDArray[np.float32]:
    """Mean square of each run of `frame` samples; `len(samples)` is a multiple of it."""
    if len(samples) == 0:
        return np.zeros(0, np.float32)
    frames = samples.reshape(-1, frame)
    energies: Samples = np.einsum("ij,ij->i", frames, frames) / np.float32(frame)
    return energies


def decibels(amplitude: float) -> float:
    return 20 * math.log10(amplitude) if amplitude > 0 else SILENCE


_TAPS = 24
"""Samples that each interpolated value is made of (BS.1770-4 Annex 2 uses 12)."""


@cache
def _interpolators() -> Samples:
    """Shape (24, 3): windowed-sinc weights for the three points between two samples."""
    at = np.arange(_TAPS) - (_TAPS // 2 - 1)
    columns = []
    for phase in (0.25, 0.5, 0.75):
        t = at - phase
        columns.append(np.sinc(t) * np.i0(6.0 * np.sqrt(1 - (t / (_TAPS / 2 + 0.25)) ** 2)) / np.i0(6.0))
    weights = np.stack(columns, axis=1)
    normalised: Samples = (weights / weights.sum(axis=0)).astype(np.float32)
    return normalised


def _between(signal: Samples, at: NDArray[np.intp]) -> Samples:
    """Largest of the three values interpolated between `signal[i]` and `signal[i + 1]`, absolute, for each i of `at`.

    Every i must have 11 neighbours before it and 12 after it.
    """
    windows = signal[at[:, None] + np.arange(-(_TAPS // 2 - 1), _TAPS // 2 + 1)]
    peaks: Samples = np.abs(windows @ _interpolators()).max(axis=1, initial=0.0)
    return peaks


_NEAR = 0.7
"""Only beside local maxima this near to a peak is looked for a higher one between samples.

A sine of a quarter of the sampling rate, sampled at its worst, peaks 3 dB above its samples; speech has next to
nothing up there.
"""


def _crests(magnitudes: Samples, floor: float | Samples) -> NDArray[np.intp]:
    """Where `magnitudes` is above `floor` and at least as high as both neighbours."""
    inner = magnitudes[1:-1]
    found = (inner > floor) & (inner >= magnitudes[:-2]) & (inner >= magnitudes[2:])
    return np.flatnonzero(found) + 1


def frame_true_peaks(samples: Samples, frame: int) -> Samples:
    """True peak of each run of `frame` samples, shape (n // frame,)."""
    count = len(samples) // frame
    if count == 0:
        return np.zeros(0, np.float32)
    half = _TAPS // 2
    padded = np.pad(samples, half)
    magnitudes = np.abs(padded)
    peaks: Samples = magnitudes[half:-half].reshape(count, frame).max(axis=1)
    floor = np.repeat(np.maximum(peaks * np.float32(_NEAR), np.float32(1e-6)), frame)
    crests = _crests(magnitudes[half - 1 : 1 - half], floor) - 1
    for side in (-1, 0):
        np.maximum.at(peaks, crests // frame, _between(padded, crests + half + side))
    return peaks


class TruePeak:
    """Running true peak, four times oversampled where the signal comes near the highest peak so far."""

    def __init__(self) -> None:
        self.peak = 0.0
        self._tail = np.zeros(_TAPS, np.float32)

    def feed(self, block: Samples) -> None:
        """Takes the next samples. The last dozen of the stream count by their sample values."""
        signal = np.concatenate([self._tail, block])
        self._tail = signal[-_TAPS:]
        magnitudes = np.abs(signal)
        self.peak = max(self.peak, float(magnitudes.max(initial=0.0)))
        half = _TAPS // 2
        if len(signal) <= _TAPS + 2 or self.peak == 0:
            return
        crests = _crests(magnitudes[half - 1 : 1 - half], self.peak * _NEAR) + half - 1
        for side in (-1, 0):
            self.peak = max(self.peak, float(_between(signal, crests + side).max(initial=0.0)))
