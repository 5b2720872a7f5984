"""Places that files are sent to: a folder of this machine, and one of another by rsync over ssh."""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from ..errors import PublishingError, printable
from ..machine.files import TEMPORARY, written

_REMOTE = re.compile(r"(?:[\w.-]+@)?(?:[\w.-]{2,}|\[[0-9a-f:]+\]):(?!//)\S*", re.ASCII)
"""`user@host:path`, as rsync and scp take it; a host of one letter is a drive of Windows."""


class Target(Protocol):
    """Somewhere files are put by name (POSIX paths), each whole or not at all. All raise PublishingError."""

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None: ...
    def sizes(self) -> dict[str, int] | None:
        """Name -> bytes of what is there; None where nobody can tell."""

    def read(self, name: str) -> bytes | None:
        """What is in a file; None when there is none."""

    def write(self, name: str, data: bytes) -> None:
        """Put a file of these bytes there."""

    def put(self, folder: Path, names: Sequence[str]) -> None:
        """Put these files of `folder` there, in this order."""

    def remove(self, names: Sequence[str]) -> None:
        """Take these files away; one that is not there is none the less gone."""


class Folder:
    """A folder, made when it is missing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> Self:
        with self._translated():
            self.folder.mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for path in self.folder.rglob(f"{TEMPORARY}*"):  # of one that was killed: the output folder is locked
            path.unlink(missing_ok=True)

    def sizes(self) -> dict[str, int] | None:
        with self._translated():
            files = [path for path in self.folder.rglob("*") if path.is_file()]
            return {path.relative_to(self.folder).as_posix(): path.stat().st_size for path in files}

    def read(self, name: str) -> bytes | None:
        with self._translated():
            return (self.folder / name).read_bytes() if (self.folder / name).is_file() else None

    def write(self, name: str, data: bytes) -> None:
        with self._translated(), written(self.folder / name) as made:
            made.write_bytes(data)

    def put(self, folder: Path, names: Sequence[str]) -> None:
        with self._translated():
            for name in names:
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                with written(self.folder / name) as made:
                    shutil.copy2(folder / name, made)

    def remove(self, names: Sequence[str]) -> None:
        with self._translated():
            for name in names:
                (self.folder / name).unlink(missing_ok=True)

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except OSError as e:
            problem = f"{self.folder} cannot be written: {e.strerror or e}"
            raise PublishingError(problem, remedy="may the folder be written, and is there room?") from e


def is_remote(where: str) -> bool:
    """Whether it is a place for rsync: `user@host:path`."""
    return _REMOTE.fullmatch(where) is not None


class Rsync:
    """A folder of another machine, by the program rsync over ssh, which must not ask for a password."""

    def __init__(self, where: str) -> None:
        self.where = where.rstrip("/") + "/"

    def __enter__(self) -> Self:
        self._work = Path(tempfile.mkdtemp(prefix="audioedition-"))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        shutil.rmtree(self._work, ignore_errors=True)

    def sizes(self) -> dict[str, int] | None:
        return None

    def read(self, name: str) -> bytes | None:
        here = self._work / "read"
        here.mkdir(exist_ok=True)
        self._run(["--include", f"/{name}", "--exclude", "*", "-r", self.where, f"{here}/"], missing=True)
        return (here / name).read_bytes() if (here / name).is_file() else None

    def write(self, name: str, data: bytes) -> None:
        (self._work / name).write_bytes(data)
        self._run([str(self._work / name), self.where])

    def put(self, folder: Path, names: Sequence[str]) -> None:
        inner = [name for name in names if "/" in name]
        outer = [name for name in names if "/" not in name]
        for group in (inner, *([name] for name in outer)):
            if group:
                self._run(["--mkpath", *self._listed(group), f"{folder}/", self.where])

    def remove(self, names: Sequence[str]) -> None:
        empty = self._work / "empty"
        for name in names:  # what is missing here goes there; the folders it lies in must not be missing
            (empty / name).parent.mkdir(parents=True, exist_ok=True)
        self._run(["-r", "--delete-missing-args", *self._listed(names), f"{empty}/", self.where])

    def _listed(self, names: Sequence[str]) -> list[str]:
        file = self._work / "names"
        file.write_text("".join(f"{name}\0" for name in names), encoding="utf-8")
        return ["--from0", "--files-from", str(file)]

    def _run(self, words: Sequence[str], *, missing: bool = False) -> None:
        """Run rsync. `missing`: a folder that is not there yet is no error."""
        command = ["rsync", "--times", "--perms", "--chmod=D755,F644", "--protect-args", *words]
        try:
            done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True)
        except OSError as e:
            raise PublishingError(
                "the program rsync is not installed", remedy="install it, or publish to a folder or a bucket"
            ) from e
        said = done.stderr.decode("utf-8", "replace").strip()
        if done.returncode and not (missing and done.returncode == 23 and "No such file" in said):
            why = printable(said.splitlines()[0] if said else f"exit status {done.returncode}")
            raise PublishingError(
                f"{self.where} cannot be written: {why}", remedy="try: rsync --list-only " + printable(self.where)
            )
