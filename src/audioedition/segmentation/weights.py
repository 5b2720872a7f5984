"""What a fit has made: `NAME.tsv` beside the module that sums it, a weight for each thing that is said of a line."""

from __future__ import annotations

import functools
from pathlib import Path


@functools.cache
def weights(name: str) -> dict[str, float]:
    """The weights of `headings` or `told`, made by the script of that name in `training`."""
    rows = Path(__file__).with_name(f"{name}.tsv").read_text("utf-8").splitlines()
    return {said: float(weight) for said, weight in (row.split("\t") for row in rows[1:])}
