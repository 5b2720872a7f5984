"""The output folder -> the folder that edition.toml names: what has changed is copied, feeds and pages last."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from ..errors import StudioError

LAST = (".xml", ".json", ".html", ".opml", ".m3u8")
"""What names other files: in the output folder itself, these come after all they name."""


def copy_out(output: Path, target: Path) -> int:
    """Copy what `target` lacks or has otherwise; how many files that were. Nothing is taken away there.

    Raises StudioError when there is nothing to copy or `target` cannot be written.
    """
    if not (output / "index.html").is_file():
        raise StudioError("there is no finished edition", remedy="build it first")
    if target.resolve().is_relative_to(output.resolve()) or output.resolve().is_relative_to(target.resolve()):
        raise StudioError("the edition cannot be published into itself", remedy="name another folder in edition.toml")
    files = [path for path in output.rglob("*") if path.is_file() and not _hidden(path.relative_to(output))]
    files.sort(key=lambda path: (path.parent == output and path.suffix in LAST, path.suffix == ".xml", path))
    copied = 0
    try:
        for path in files:
            copied += _copied(path, target / path.relative_to(output))
    except OSError as e:
        raise StudioError(f"{target} cannot be written: {e.strerror or e}", remedy="may the folder be written?") from e
    return copied


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _copied(path: Path, target: Path) -> bool:
    """Copy one file, whole or not at all; False when it is there already."""
    here = path.stat()
    if target.is_file() and (there := target.stat()).st_size == here.st_size and there.st_mtime_ns >= here.st_mtime_ns:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        shutil.copy2(path, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    return True
