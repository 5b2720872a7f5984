"""One build at a time in an output folder, by a lock that the operating system takes back when its holder dies."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from ..errors import BuildLockedError, PublishingError

_POLL_S = 0.2
_WINDOWS_BYTE = 1 << 20  # beyond the text: Windows does not let others read bytes that are locked
_held: set[Path] = set()


@contextlib.contextmanager
def lock(output: Path, *, wait_s: float = 0.0, waiting: Callable[[int | None], None] | None = None) -> Iterator[None]:
    """Hold the output folder: `OUTPUT/.audioedition/lock`, which names the process that has it.

    wait_s: how long to wait for another build; `waiting` is called once with its process id before the wait.
    Raises BuildLockedError when the other build is still there then, PublishingError when the folder cannot be written.
    A POSIX record lock, or a Windows byte lock: both end with the process, however it ends, and worker processes that
    outlive a killed build do not inherit it.
    """
    path = (output / ".audioedition" / "lock").absolute()
    deadline = time.monotonic() + wait_s
    while (file := _take(path)) is None:
        holder = _holder(path)
        if waiting:
            waiting(holder)
            waiting = None
        if time.monotonic() >= deadline:
            raise BuildLockedError(
                f"another build (process {holder or 'unknown'}) is writing to {output}",
                remedy="wait for it to finish, or choose another folder with --output",
            )
        time.sleep(_POLL_S)
    _held.add(path)
    try:
        os.ftruncate(file, 0)
        os.write(file, f"{os.getpid()}\n".encode())
        yield
    finally:
        _held.discard(path)
        os.close(file)


@contextlib.contextmanager
def hold(path: Path, said: str) -> Iterator[None]:
    """Hold the file at `path`, which says `said` meanwhile to this user and nobody else.

    Raises BuildLockedError with what the file says when another process holds it.
    """
    path = path.absolute()
    if (file := _take(path)) is None:
        said = "by this process" if path in _held else path.read_text(encoding="utf-8", errors="replace").strip()
        raise BuildLockedError(said)
    _held.add(path)
    try:
        path.chmod(0o600)
        os.ftruncate(file, 0)
        os.write(file, f"{said}\n".encode())
        yield
    finally:
        _held.discard(path)
        os.close(file)


def is_held(output: Path) -> bool:
    """Whether a build is writing to the folder; nothing is touched."""
    path = (output / ".audioedition" / "lock").absolute()
    if path in _held:
        return True
    try:
        file = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        return not _locked(file)
    except OSError:
        return False
    finally:
        os.close(file)


def _take(path: Path) -> int | None:
    """The locked file, or None when somebody has it. Not opened while this process has it: closing any handle of a
    file gives up a POSIX lock on it."""
    if path in _held:
        return None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as e:
        raise PublishingError(
            f"{path.parent.parent} cannot be written: {e.strerror or e}", remedy="choose another folder with --output"
        ) from e
    try:
        if _locked(file):
            return file
    except OSError as e:
        os.close(file)
        raise PublishingError(
            f"{path.parent.parent} cannot be locked: {e.strerror or e}",
            remedy="choose a folder on a file system with locks, such as a local disk, with --output",
        ) from e
    os.close(file)
    return None


def _holder(path: Path) -> int | None:
    if path in _held:
        return os.getpid()
    with contextlib.suppress(OSError):
        found = re.match(r"\d+", path.read_text(encoding="ascii", errors="replace"))
        return int(found[0]) if found else None
    return None


if sys.platform == "win32":
    import msvcrt

    def _locked(file: int) -> bool:
        os.lseek(file, _WINDOWS_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        os.lseek(file, 0, os.SEEK_SET)
        return True
else:
    import fcntl

    def _locked(file: int) -> bool:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):  # EAGAIN or EACCES: somebody has it
            return False
        return True
