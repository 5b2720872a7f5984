"""Finished files -> what they are known by: the digest of their bytes, and their size and time to save reading them.

The sound is read again only when its size or time has changed. What stands beside it is small, and always read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from ..machine.digests import file_digest
from ..machine.files import TEMPORARY

SMALL = 1 << 18
"""Bytes up to which a file is read whatever its time says: a disk that loses a bit tells nobody."""
Stamp = tuple[int, int, str]
"""(bytes, time of change in ns, digest of the content)."""


def of(output: Path, digests: Mapping[str, str]) -> dict[str, Stamp]:
    """Path -> stamp of files that lie below `output` and have these digests. Raises OSError."""
    found = {}
    for path, digest in digests.items():
        state = (output / path).stat()
        found[path] = (state.st_size, state.st_mtime_ns, digest)
    return found


def measured(output: Path, before: Mapping[str, Stamp]) -> dict[str, Stamp]:
    """Path -> stamp of every file that is published. Large ones are read only when they are not as `before` says."""
    found = {}
    for path in output.rglob("*"):
        name = path.relative_to(output)
        if any(part.startswith((".", TEMPORARY)) for part in name.parts) or not path.is_file():
            continue
        state = path.stat()
        size, time, digest = before.get(name.as_posix(), (0, 0, ""))
        same = (size, time) == (state.st_size, state.st_mtime_ns) and size > SMALL
        found[name.as_posix()] = (state.st_size, state.st_mtime_ns, digest if same and digest else file_digest(path))
    return found


def to_json(stamps: Mapping[str, Stamp]) -> str:
    """As the ledger keeps it."""
    return json.dumps(stamps, sort_keys=True, separators=(",", ":"))


def from_json(data: str) -> dict[str, Stamp]:
    """As the ledger keeps it; empty where nothing is known."""
    return {path: (size, time, digest) for path, (size, time, digest) in json.loads(data or "{}").items()}


def damaged(output: Path, stamps: Mapping[str, Stamp]) -> list[str]:
    """Those of the files that are gone, or are not what they were."""
    return [path for path, stamp in stamps.items() if not _same(output / path, stamp)]


def _same(path: Path, stamp: Stamp) -> bool:
    size, time, digest = stamp
    try:
        state = path.stat()
        if state.st_size != size:
            return False
        return (state.st_mtime_ns == time and size > SMALL) or file_digest(path) == digest
    except OSError:
        return False
