"""Bytes -> files of the output folder: written beside and swapped in, and left alone when nothing changed.

A file that keeps its bytes keeps its time and so its ETag: players and mirrors fetch only what is new.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Collection, Iterable
from pathlib import Path

from ..errors import PublishingError

_TEMPORARY = re.compile(r"\..+\.\d+\.tmp")
FOLDERS = ("episodes", "chapters", "transcripts", "artwork", "words", "stories")
"""Folders below the output folder; all that they hold is ours."""
_OURS = re.compile(
    r"(feed|playlist|index|edition|editions)(-[a-z0-9-]+)?\.(xml|json|m3u8|html|mp3|m4a|m4b|opus|vtt|srt)|feeds\.opml"
    r"|sw\.js|flash-briefing\.json"
)


def write(path: Path, data: bytes) -> bool:
    """Put `data` at `path` by `os.replace`; False when it stood there already.

    Raises PublishingError when the folder cannot be written.
    """
    try:
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        try:
            with beside.open("wb") as f:
                f.write(data)
                f.flush()
                os.fsync(f.fileno())
            beside.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                beside.unlink()
            raise
    except OSError as e:
        raise PublishingError(
            f"{path.name} could not be written: {e.strerror or e}",
            remedy="is there room on the disk, and may the output folder be written?",
        ) from e
    return True


def sizes(folder: Path) -> dict[str, int]:
    """Name -> bytes of the files in `folder`; empty when there is no such folder."""
    try:
        with os.scandir(folder) as entries:
            return {e.name: e.stat().st_size for e in entries if e.is_file()}
    except FileNotFoundError:
        return {}
    except OSError as e:
        raise PublishingError(f"{folder.name} cannot be read: {e.strerror or e}") from e


def everything(output: Path) -> dict[str, int]:
    """POSIX path -> bytes of the files in `output` and in the folders that are ours."""
    there = sizes(output)
    for folder in FOLDERS:
        there.update((f"{folder}/{name}", size) for name, size in sizes(output / folder).items())
    return there


def prune(output: Path, keep: Collection[str]) -> list[str]:
    """Delete what the output folder no longer publishes, and return it.

    Only files of ours go: everything in `FOLDERS`, feeds, playlists and edition files in the folder itself, and what
    an interrupted run left half-written. `keep` holds POSIX paths relative to `output`.
    """
    gone = []
    for name in _stale(output, keep):
        with contextlib.suppress(FileNotFoundError):
            try:
                (output / name).unlink()
                gone.append(name)
            except PermissionError as e:  # Windows: a player holds the file open; the next build takes it away
                if os.name != "nt":
                    raise PublishingError(f"{name} could not be removed: {e.strerror}") from e
    return gone


def _stale(output: Path, keep: Collection[str]) -> Iterable[str]:
    for name in sorted(sizes(output)):
        if _TEMPORARY.fullmatch(name) or (_OURS.fullmatch(name) and name not in keep):
            yield name
    for folder in FOLDERS:
        for name in sorted(sizes(output / folder)):
            path = f"{folder}/{name}"
            if path not in keep:
                yield path
