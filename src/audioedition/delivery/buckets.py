"""Object storage as a place that files are sent to: `s3://bucket/path` and whatever else fsspec knows."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from ..errors import PublishingError, UsageError, printable
from ..publishing.media_types import media_type


class Bucket:
    """A prefix in a bucket. Names and rights come from where the store's own programs look for them (AWS_* in the
    environment, ~/.aws); AWS_ENDPOINT_URL names another S3 than Amazon's."""

    def __init__(self, where: str) -> None:
        self.where = where

    def __enter__(self) -> Self:
        try:
            import fsspec
        except ImportError as e:
            raise _missing(self.where) from e
        options: dict[str, Any] = {"use_listings_cache": False, "skip_instance_cache": True}
        try:
            with self._translated():
                self._fs, root = fsspec.core.url_to_fs(self.where, **options)
        except (ImportError, ValueError) as e:
            raise _missing(self.where) from e
        self._root = str(root).rstrip("/")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        pass

    def sizes(self) -> dict[str, int] | None:
        with self._translated():
            found = self._fs.find(self._root, detail=True)
            return {path[len(self._root) + 1 :]: int(info["size"]) for path, info in found.items()}

    def read(self, name: str) -> bytes | None:
        with self._translated():
            try:
                data: bytes = self._fs.cat_file(self._at(name))
            except FileNotFoundError:
                self._fs.ls(self._root.split("/")[0])  # a bucket that is not there, or may not be seen
                return None
            return data

    def write(self, name: str, data: bytes) -> None:
        with self._translated():
            self._fs.pipe_file(self._at(name), data)

    def put(self, folder: Path, names: Sequence[str]) -> None:
        for name in names:
            with self._translated():
                self._fs.put_file(str(folder / name), self._at(name), **self._described(folder / name))

    def remove(self, names: Sequence[str]) -> None:
        with self._translated():
            for name in names:
                with contextlib.suppress(FileNotFoundError):
                    self._fs.rm_file(self._at(name))

    def _at(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _described(self, path: Path) -> dict[str, Any]:
        """What a player is told about the file; stores have different words for it."""
        protocol = self._fs.protocol if isinstance(self._fs.protocol, str) else self._fs.protocol[0]
        key = {"s3": "ContentType", "s3a": "ContentType", "gs": "content_type", "gcs": "content_type"}.get(protocol)
        return {key: media_type(path)} if key else {}

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        """Stores and their networks fail by many names."""
        try:
            yield
        except (PublishingError, ImportError, ValueError):
            raise
        except Exception as e:
            if os.environ.get("AUDIOEDITION_DEBUG"):
                raise
            text = printable(" ".join(str(e).split())[:200]) or type(e).__name__
            raise PublishingError(
                f"{self.where} cannot be used: {text}",
                remedy="is the bucket there, and may this machine read and write it?",
            ) from e


def _missing(where: str) -> UsageError:
    kind = where.partition("://")[0]
    extra = "pip install 'audioedition[store]'" if kind == "s3" else f"install the package that fsspec needs for {kind}"
    return UsageError(f"publishing to {kind}:// needs a package that is not here", remedy=extra)
