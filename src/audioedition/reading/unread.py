"""What a folder holds and no reader knows: a line a kind, with the remedy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..settings import Settings
from .endings import ASSETS, NO_ENDING, PICTURES, REMEDIES, TYPES
from .sources import files_in, kind_in_folder


def passed_over(given: Sequence[str | Path], settings: Settings) -> list[str]:
    """A line for each kind of file in the folders of `given` that is not read, with the remedy. Of pictures only where
    there is nothing else: they may be of pages."""
    kinds: Counter[str] = Counter()
    read = False
    for item in map(str, given):
        paths = [path for _, path in files_in(item, "", settings)] if Path(item).is_dir() else []
        unread = [path for path in paths if kind_in_folder(path) is None]
        read = read or len(unread) < len(paths) or not paths
        kinds.update(Path(path).suffix.lower() for path in unread)
        kinds += sum(map(_in_archive, [item, *paths]), Counter())
    if read or not set(PICTURES) >= set(kinds):
        kinds = Counter({s: n for s, n in kinds.items() if s not in ASSETS})
    return [_line(suffix, count) for suffix, count in sorted(kinds.items()) if suffix not in TYPES]


def _line(suffix: str, count: int) -> str:
    which = f"ending in {suffix}" if suffix else "without an ending"
    remedy = REMEDIES.get(suffix, "docs/formats.md says what can be") if suffix else NO_ENDING
    return f"{count} {'file' if count == 1 else 'files'} {which} not read: {remedy}"


def _in_archive(path: str) -> Counter[str]:
    """How many files of each ending a zip file holds; none for all others."""
    if not path.lower().endswith(".zip") or not Path(path).is_file():
        return Counter()
    from .bundles import endings

    return endings(path)
