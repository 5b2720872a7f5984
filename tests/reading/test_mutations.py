"""Damaged examples of every format, each read by its reader: only our own error may come out.

A thousand times more with AUDIOEDITION_FUZZ=1000000 (inputs a format).
"""

from __future__ import annotations

import os

import mutations
import pytest

INPUTS = int(os.environ.get("AUDIOEDITION_FUZZ", "120"))
SEED = int(os.environ.get("AUDIOEDITION_FUZZ_SEED", "0"))


@pytest.mark.parametrize("media_type", mutations.kinds())
def test_damaged_examples(media_type: str) -> None:
    assert next(mutations.run(media_type, INPUTS, SEED), None) is None
