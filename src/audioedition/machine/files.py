"""Bytes -> files, whole or not at all: the one way in which anything here is written, read back and taken away.

A file is written under another name and moved into place, so that whoever looks sees the old one or the new one. A file
that keeps its bytes keeps its time and so its ETag: players and mirrors fetch only what is new.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import shutil
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from ..errors import PublishingError

TEMPORARY = ".part-"
"""What the names of unfinished files begin with."""
_numbers = itertools.count()
FOLDERS = ("episodes", "chapters", "transcripts", "artwork", "words", "stories")
"""Folders below the output folder; all that they hold is ours."""
FRONT = frozenset({"index.html", "feed.xml", "feed.json", "playlist.m3u8"})
"""What lies in the folder of every edition, and may lie in one of somebody else."""
_REVISION = re.compile(r"-r\d+$")
_OURS = re.compile(
    r"(feed|playlist|index|edition|editions)(-[a-z0-9-]+)?\.(xml|json|m3u8|html|mp3|m4a|m4b|opus|vtt|srt)|feeds\.opml"
    r"|sw\.js|flash-briefing\.json"
)


@contextlib.contextmanager
def written(path: Path, *, work: Path | None = None, lasting: bool = True) -> Iterator[Path]:
    """A name to write to, with the suffix of `path`; when the block ends well, what stands there takes its place.

    The name is beside `path`, or in the folder `work` on the same disk where `path` lies among published files. With
    `lasting` the bytes are on the disk before they get their name, so that a power cut, too, leaves the old file or the
    new one. That costs a moment, and is for what is published or remembered; the cache does without: what it holds is
    known by its digest, and made again. The folders must be there.
    Raises OSError; then, and after any other error, nothing is left behind.
    """
    made = (work or path.parent) / f"{TEMPORARY}{os.getpid()}-{next(_numbers)}{path.suffix}"
    try:
        yield made
        place(made, path, lasting=lasting)
    finally:
        with contextlib.suppress(OSError):
            made.unlink(missing_ok=True)


def place(made: Path, target: Path, *, lasting: bool = True) -> None:
    """Move a finished file to its place on the same disk; `lasting` as in `written`. Raises OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if lasting:
        with made.open("r+b") as file:
            os.fsync(file.fileno())
    made.replace(target)


def write(path: Path, data: bytes, *, work: Path | None = None) -> bool:
    """Put `data` at `path`, as `written` does; False when it stood there already.

    Raises PublishingError when the folder cannot be written.
    """
    try:
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        with written(path, work=work) as made:
            made.write_bytes(data)
    except OSError as e:
        raise PublishingError(
            f"{path.name} could not be written: {e.strerror or e}",
            remedy="is there room on the disk, and may the output folder be written?",
        ) from e
    return True


def disk_is_full(path: Path) -> bool:
    """Whether there is no room left where `path` lies: libraries call that by many names."""
    try:
        return shutil.disk_usage(path.parent).free < 1 << 16
    except OSError:
        return False


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


def prune(output: Path, keep: Collection[str], stems: Collection[str]) -> list[str]:
    """Delete what the output folder no longer publishes, and return it.

    Only files of ours go: in `FOLDERS` those called by one of `stems` (and a revision), in the folder itself feeds,
    playlists, pages and edition files. `keep` holds POSIX paths relative to `output`.
    """
    gone = []
    for name in _stale(output, keep, stems):
        with contextlib.suppress(FileNotFoundError):
            try:
                (output / name).unlink()
                gone.append(name)
            except PermissionError as e:  # Windows: a player holds the file open; the next build takes it away
                if os.name != "nt":
                    raise PublishingError(f"{name} could not be removed: {e.strerror}") from e
    return gone


def _stale(output: Path, keep: Collection[str], stems: Collection[str]) -> Iterable[str]:
    for name in sorted(sizes(output)):
        if name.startswith(TEMPORARY) or (_OURS.fullmatch(name) and name not in keep):
            yield name
    for folder in FOLDERS:
        for name in sorted(sizes(output / folder)):
            stem = _REVISION.sub("", name.partition(".")[0])
            ours = stem in stems or _OURS.fullmatch(name) or name.startswith(("cover.", TEMPORARY))
            if ours and f"{folder}/{name}" not in keep:
                yield f"{folder}/{name}"
