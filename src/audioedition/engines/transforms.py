"""Fourier transforms for hibari without all of scipy.fft, whose import takes 0.33 CPU seconds of every worker, most of
it for array libraries that nobody has here. Its compiled part alone gives the same bits; numpy's transforms do not."""

from __future__ import annotations

import contextlib
import importlib
import importlib.machinery
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

_NAME = "scipy.fft"
_FORWARD, _BY_LENGTH = 0, 2
"""What pypocketfft divides by: nothing; the length of the transform."""


@contextlib.contextmanager
def compiled_only() -> Iterator[None]:
    """For as long as the block lasts, `import scipy.fft` finds `rfft` and `irfft` of its compiled part and nothing
    else; all of it where that part cannot be found, or where it has been imported already."""
    light = None if _NAME in sys.modules else _light()
    if light is None:
        yield
        return
    sys.modules[_NAME] = light
    try:
        yield
    finally:
        del sys.modules[_NAME]


def _light() -> ModuleType | None:
    try:
        folder = Path(str(importlib.import_module("scipy").__file__)).parent / "fft" / "_pocketfft"
        spec = importlib.machinery.PathFinder.find_spec("pypocketfft", [str(folder)])
        if spec is None or spec.loader is None:
            return None
        compiled = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(compiled)
        return _as_scipy(compiled)
    except (ImportError, AttributeError):
        return None


def _as_scipy(compiled: Any) -> ModuleType:
    """Its transforms of single-precision arrays, called as scipy.fft's are."""
    r2c, c2r = compiled.r2c, compiled.c2r
    light = ModuleType(_NAME)

    def rfft(x: Any, axis: int = -1, overwrite_x: bool = False) -> Any:
        return r2c(x, (axis,), True, _FORWARD, None, 1)

    def irfft(x: Any, n: int, axis: int = -1) -> Any:
        return c2r(x, (axis,), n, False, _BY_LENGTH, None, 1)

    light.__dict__.update(rfft=rfft, irfft=irfft)
    return light
