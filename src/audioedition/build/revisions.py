"""The names of published files: a story's slug, and from the second sound on a revision, `ferry-r2.mp3`."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_REVISION = re.compile(r"(.+?)(?:-r(\d+))?")


def base_of(path: str) -> str:
    """What a published file's name begins with, whatever its revision: its story's slug."""
    found = _REVISION.fullmatch(PurePosixPath(path).stem)
    return found[1] if found else ""


def revision_of(path: str) -> int:
    """The number of its revision; 1 where the name has none."""
    found = _REVISION.fullmatch(PurePosixPath(path).stem)
    return int(found[2] or 1) if found else 1
