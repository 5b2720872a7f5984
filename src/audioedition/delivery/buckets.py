"""Object storage as a place that files are sent to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from ..machine.objects import Objects
from ..publishing.media_types import media_type


class Bucket:
    """A prefix in a bucket, such as `s3://paper/audio`."""

    def __init__(self, where: str) -> None:
        self.where = where

    def __enter__(self) -> Self:
        self._objects = Objects(self.where)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        pass

    def sizes(self) -> dict[str, int] | None:
        return {name: seen.size for name, seen in self._objects.find().items()}

    def read(self, name: str) -> bytes | None:
        return self._objects.read(name)

    def write(self, name: str, data: bytes) -> None:
        self._objects.put(name, data)

    def put(self, folder: Path, names: Sequence[str]) -> None:
        for name in names:
            self._objects.put(name, (folder / name).read_bytes(), media_type=media_type(folder / name))

    def remove(self, names: Sequence[str]) -> None:
        self._objects.remove(names)
