"""What a folder holds and no reader knows: a line a kind, with the remedy."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..settings import Settings
from .endings import ASSETS, NO_ENDING, PICTURES, REMEDIES, TYPES, is_left_over
from .sources import kind_in_folder


def passed_over(given: Sequence[str | Path], settings: Settings) -> list[str]:
    """A line for each kind of file in the folders of `given` that is not read, with the remedy. Of pictures only where
    there is nothing else: they may be of pages."""
    skip = os.path.realpath(settings.root / settings.edition.output)
    kinds: Counter[str] = Counter()
    for item in map(str, given):
        kinds += _in_archive(item)
        for folder, inner, files in os.walk(item):
            inner[:] = [n for n in inner if n[0] != "." and os.path.realpath(Path(folder) / n) != skip]
            for name in files:
                if not is_left_over(name) and kind_in_folder(f"{folder}/{name}") is None:
                    kinds[Path(name).suffix.lower()] += 1
                kinds += _in_archive(f"{folder}/{name}")
    kinds = Counter({s: n for s, n in kinds.items() if s not in TYPES})
    if any(s not in PICTURES for s in kinds) or _holds_text(given):
        kinds -= Counter({s: n for s, n in kinds.items() if s in ASSETS})
    return [_line(suffix, count) for suffix, count in sorted(kinds.items())]


def _line(suffix: str, count: int) -> str:
    which = f"ending in {suffix}" if suffix else "without an ending"
    remedy = REMEDIES.get(suffix, "docs/formats.md says what can be") if suffix else NO_ENDING
    return f"{count} {'file' if count == 1 else 'files'} {which} not read: {remedy}"


def _holds_text(given: Sequence[str | Path]) -> bool:
    """Whether any file of `given` is read."""
    return any(
        Path(item).is_file() or any(kind_in_folder(f"{folder}/{name}") for name in files)
        for item in map(str, given)
        for folder, _, files in os.walk(item)
    )


def _in_archive(path: str) -> Counter[str]:
    """How many files of each ending a zip file holds; none for all others."""
    if not path.lower().endswith(".zip") or not Path(path).is_file():
        return Counter()
    from .bundles import endings

    return endings(path)
