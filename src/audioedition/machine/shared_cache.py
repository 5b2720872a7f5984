"""A cache that several machines share: a folder here, and the same entries in object storage.

What the folder lacks is fetched by its name, what is made is put there, too. Every entry is known by its digest, so it
does not matter who puts one, nor how often; one that is damaged is made again, and put over it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import IO

from ..errors import AudioEditionError, CacheError
from .cache import ClipCache, is_clip, is_file_of
from .objects import Objects, objects


class SharedCache(ClipCache):
    """The store in `folder` and at the address `where`. Fetching raises CacheError when that cannot be reached."""

    def __init__(self, folder: Path | str, where: str) -> None:
        super().__init__(folder)
        self.where = where

    @property
    def address(self) -> str:
        return self.where

    def bring(self, keys: Collection[str]) -> None:
        wanted = {self._name(self._clip_path(key)): key for key in keys if self.info(key) is None}
        with self._store() as store:
            found = store.read_all(wanted)
        for name, data in found.items():
            if is_clip(data, wanted[name]):
                super()._write(self.folder / name, data)

    def get_file(self, key: str) -> Path | None:
        if found := super().get_file(key):
            return found
        with self._store() as store:
            for name in store.find(f"files/{key[:2]}", beginning=key):
                data = store.read(name)
                if data is not None and is_file_of(data, name):
                    super()._write(self.folder / name, data)
        return super().get_file(key)

    def _write(self, path: Path, *parts: bytes | IO[bytes]) -> None:
        super()._write(path, *parts)
        with self._store() as store:
            store.put(self._name(path), path.read_bytes())

    def _name(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()

    @contextlib.contextmanager
    def _store(self) -> Iterator[Objects]:
        try:
            yield objects(self.where)
        except CacheError:
            raise
        except AudioEditionError as e:
            raise CacheError(f"the cache {e.problem}", remedy=e.remedy) from e
