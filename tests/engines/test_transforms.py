"""Hibari's transforms are scipy's to the last bit, and all of scipy.fft stays away."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
import numpy as np
from audioedition.engines.transforms import compiled_only

with compiled_only():
    from hibari import dsp
assert dsp.FFT_BACKEND == "scipy"
assert "scipy.fft" not in sys.modules, "it takes a third of a second of every worker"
from audioedition.engines.revoicing import revoice

hum = np.sin(np.arange(6000) / 20).astype(np.float32)
alone = revoice(hum, np.full(20, 190.0), np.full(20, 110.0), 300, 24_000, np.random.default_rng(1))
import scipy.fft

frames = np.random.default_rng(1).standard_normal((7, 1200)).astype(np.float32)
spectra = scipy.fft.rfft(frames, axis=1)
assert np.array_equal(dsp.rfft(frames.copy(), 1), spectra)
assert np.array_equal(dsp.irfft(spectra, 1200, 1), scipy.fft.irfft(spectra, n=1200, axis=1))
assert np.array_equal(dsp.irfft(np.asfortranarray(spectra), 1200, 1), scipy.fft.irfft(spectra, n=1200, axis=1))

with compiled_only():
    import scipy.fft as again
assert again is scipy.fft, "what is there already stays"
"""


def test_the_compiled_part_alone_gives_the_same_bits() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
