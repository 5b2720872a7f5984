"""A zip file or a folder that is there whole or not at all: written beside its place, moved in when it is finished."""

from __future__ import annotations

import contextlib
import os
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO, Protocol

from ..errors import ExportError, UsageError
from ..sound.mp3 import audio_span

BLOCK = 1 << 20
MARK = ".audioedition-export"
"""In a folder that an export has made: the names of all its files, so that the next export may replace them."""
_SYSTEM = ("System Volume Information", "lost+found", "$RECYCLE.BIN")
"""What systems put onto a stick of their own accord; names with a dot in front are theirs too."""
_ROOM = "make room, or write to another disk with -o"


class Package(Protocol):
    """Where the files of an export go."""

    def add(self, name: str, data: str | bytes) -> None:
        """A file with these contents."""

    def copy(self, name: str, source: Path, bare: bool = False) -> None:
        """A file as it is; `bare`: of an MP3 only the sound, without its tags."""


class _Zip:
    def __init__(self, archive: zipfile.ZipFile, day: str) -> None:
        self._archive = archive
        at = date.fromisoformat(day)
        self._when = (max(at.year, 1980), at.month, at.day, 0, 0, 0)

    def add(self, name: str, data: str | bytes) -> None:
        info = zipfile.ZipInfo(name, self._when)
        info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        self._archive.writestr(info, data)

    def copy(self, name: str, source: Path, bare: bool = False) -> None:
        info = zipfile.ZipInfo(name, self._when)
        info.external_attr = 0o644 << 16
        info.file_size = source.stat().st_size
        with source.open("rb") as file, self._archive.open(info, "w") as target:
            for block in _blocks(file, bare):
                target.write(block)


class _Folder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, name: str, data: str | bytes) -> None:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)

    def copy(self, name: str, source: Path, bare: bool = False) -> None:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with source.open("rb") as file, path.open("wb") as target:
            for block in _blocks(file, bare):
                target.write(block)


def _blocks(file: BinaryIO, bare: bool) -> Iterator[bytes]:
    start, end = audio_span(file) if bare else (0, file.seek(0, os.SEEK_END))
    file.seek(start)
    left = end - start
    while left and (block := file.read(min(left, BLOCK))):
        left -= len(block)
        yield block


@contextlib.contextmanager
def zipped(path: Path, day: str, needed: int) -> Iterator[Package]:
    """A zip file at `path`; an earlier one is replaced. `needed` bytes, about, must be free."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder", remedy="name a file with -o")
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _check_room(path.parent, needed)
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_STORED) as archive:
            yield _Zip(archive, day)
        beside.replace(path)
    except OSError as e:
        raise _failed(path, e) from e
    finally:
        beside.unlink(missing_ok=True)


@contextlib.contextmanager
def folder(path: Path, needed: int) -> Iterator[Package]:
    """A folder at `path`: a new one, an empty one (a stick), or one that an export has made, which is replaced.

    Raises UsageError when anything else lies there.
    """
    old = _ours(path)
    inside = path.is_dir()
    beside = (path if inside else path.parent) / f".{path.name}.{os.getpid()}.tmp"
    try:
        beside.mkdir(parents=True)
        _check_room(beside, needed)
        yield _Folder(beside)
        made = sorted(p.relative_to(beside).as_posix() for p in beside.rglob("*") if p.is_file())
        (beside / MARK).write_text("\n".join(made) + "\n", encoding="utf-8")
        if inside:
            _replace(path, beside, old)
        else:
            beside.rename(path)
    except OSError as e:
        raise _failed(path, e) from e
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _ours(path: Path) -> list[str]:
    """The files of an earlier export in `path`. Raises UsageError when it holds anything else."""
    if not path.exists():
        return []
    remedy = "name a new or an empty folder with -o"
    if not path.is_dir():
        raise UsageError(f"{path} is a file", remedy=remedy)
    try:
        listed = (path / MARK).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        listed = []
    old = [name for name in listed if name and ".." not in Path(name).parts and not Path(name).is_absolute()]
    for found in sorted(path.rglob("*")):
        name = found.relative_to(path)
        if name.parts[0].startswith(".") or name.parts[0] in _SYSTEM or found.is_dir():
            continue
        if name.as_posix() not in old:
            raise UsageError(f"{path} holds {name.as_posix()}, which no export has made", remedy=remedy)
    return old


def _replace(path: Path, made: Path, old: list[str]) -> None:
    """Put what was made into `path` in the place of the old files, in the order of names: some players keep that."""
    for name in old:
        (path / name).unlink(missing_ok=True)
    for parent in sorted({Path(name).parent for name in old}, reverse=True):
        with contextlib.suppress(OSError):
            (path / parent).rmdir()
    for entry in sorted(made.iterdir()):
        entry.replace(path / entry.name)


def _check_room(where: Path, needed: int) -> None:
    free = shutil.disk_usage(where).free
    if free < needed:
        raise ExportError(f"{needed / 1e6:,.0f} MB are needed, and {free / 1e6:,.0f} MB are free there", remedy=_ROOM)


def _failed(path: Path, error: OSError) -> ExportError:
    return ExportError(f"{path} could not be written: {error.strerror or error}; nothing was left there", remedy=_ROOM)
