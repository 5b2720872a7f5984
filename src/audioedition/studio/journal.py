"""Every change of the project's files, so that it can be undone, and never over somebody else's work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import StudioError
from ..machine import files

DEPTH = 500
"""Changes that can be undone."""


@dataclass(frozen=True)
class Change:
    """What one action did."""

    label: str
    files: Mapping[Path, tuple[bytes | None, bytes | None]]
    """Path -> content before and after; None where there is no file."""


class Journal:
    """The changes of one studio in the project folder `root`, outside of which nothing is ever written."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.done: list[Change] = []
        self.undone: list[Change] = []

    def read(self, path: Path) -> bytes | None:
        """What is in a file of the project; None when there is none. Raises StudioError."""
        self._inside(path)
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as e:
            raise StudioError(f"{path.name} cannot be read: {e.strerror or e}") from e

    def change(self, label: str, wanted: Mapping[Path, bytes | None]) -> None:
        """Write files, or take them away (None). Raises StudioError or PublishingError."""
        before = {path: self.read(path) for path in wanted}
        changed = {path: (before[path], after) for path, after in wanted.items() if before[path] != after}
        if changed:
            self._write({path: after for path, (_, after) in changed.items()})
            self.done = [*self.done[1 - DEPTH :], Change(label, changed)]
            self.undone = []

    def undo(self) -> str:
        """Take the last change back; says which. Raises StudioError when there is none, or a file has changed since."""
        return self._turn(self.done, self.undone, 1, 0, "undo")

    def redo(self) -> str:
        """Do again what was undone last. Raises StudioError as `undo`."""
        return self._turn(self.undone, self.done, 0, 1, "do again")

    def _turn(self, here: list[Change], there: list[Change], now: int, then: int, verb: str) -> str:
        if not here:
            raise StudioError(f"there is nothing to {verb}")
        change = here[-1]
        for path, contents in change.files.items():
            if self.read(path) != contents[now]:
                here.clear()  # what came before stands on what is no longer there
                raise StudioError(
                    f"{path.name} has been changed outside the studio since: it was left as it is",
                    remedy="change it by hand",
                )
        self._write({path: contents[then] for path, contents in change.files.items()})
        there.append(here.pop())
        return change.label

    def _write(self, wanted: Mapping[Path, bytes | None]) -> None:
        for path, content in wanted.items():
            self._inside(path)
            if content is not None:
                files.write(path, content)
            else:
                try:
                    path.unlink(missing_ok=True)
                except OSError as e:
                    raise StudioError(f"{path.name} cannot be removed: {e.strerror or e}") from e

    def _inside(self, path: Path) -> None:
        if not path.resolve().is_relative_to(self.root):
            raise StudioError(f"{path.name} lies outside the project", remedy="put the article into the project folder")
