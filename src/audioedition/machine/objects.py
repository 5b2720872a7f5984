"""Object storage: whole objects under a prefix, `s3://bucket/path` and whatever else fsspec knows.

An object is put only over what was seen in its place, so that of two who write the same name one is told. S3 looks
itself, in the moment of writing (If-Match, If-None-Match); elsewhere we look just before.
"""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..errors import ConflictError, PublishingError, UsageError, printable

ABSENT = ""
"""The tag of an object that is not there."""
_TYPE_WORDS = {"s3": "ContentType", "s3a": "ContentType", "gs": "content_type", "gcs": "content_type"}
"""What stores call the media type of an object."""
_ONE_PUT = 5 << 30
"""Bytes that S3 takes at once, and so under one condition."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An object as it lies there."""

    size: int
    tag: str
    """Another one after every change: the ETag, or what stands for it."""


def is_address(where: str) -> bool:
    """Whether this names object storage and no folder."""
    return "://" in where


@functools.lru_cache(maxsize=8)
def objects(where: str) -> Objects:
    """The objects under this address; one connection a process. Raises UsageError where a package is missing."""
    return Objects(where)


class Objects:
    """Objects by name (POSIX paths). Names and rights come from where the store's own programs look for them (AWS_* in
    the environment, ~/.aws); AWS_ENDPOINT_URL names another S3 than Amazon's. All raise PublishingError."""

    def __init__(self, where: str) -> None:
        self.where = where
        try:
            import fsspec

            with self._translated():
                self._fs, root = fsspec.core.url_to_fs(where, use_listings_cache=False, skip_instance_cache=True)
        except (ImportError, ValueError) as e:
            raise _missing(where) from e
        self._root = str(root).rstrip("/")
        protocol = self._fs.protocol if isinstance(self._fs.protocol, str) else self._fs.protocol[0]
        self._type_word = _TYPE_WORDS.get(protocol, "")
        self._conditional = protocol in ("s3", "s3a")
        """Whether it is S3, which looks itself, and lists by the beginning of a name."""

    def find(self, below: str = "", beginning: str = "") -> dict[str, Seen]:
        """What is there by name: all, or in the folder `below` what begins so."""
        told = {"prefix": beginning} if beginning and self._conditional else {}
        with self._translated():
            found = self._fs.find(self._at(below), detail=True, **told)
        there = {path[len(self._root) + 1 :]: _seen(info) for path, info in found.items()}
        return {name: seen for name, seen in there.items() if name.rpartition("/")[2].startswith(beginning)}

    def seen(self, name: str) -> Seen | None:
        """One object as it lies there, or None."""
        with self._translated():
            try:
                return _seen(self._fs.info(self._at(name)))
            except FileNotFoundError:
                return None

    def read(self, name: str) -> bytes | None:
        """What an object holds; None when there is none."""
        with self._translated():
            try:
                data: bytes = self._fs.cat_file(self._at(name))
            except FileNotFoundError:
                self._fs.ls(self._root.split("/")[0])  # a bucket that is not there, or may not be seen
                return None
            return data

    def read_all(self, names: Collection[str]) -> dict[str, bytes]:
        """What these objects hold, side by side; those that are not there are left out."""
        if not names:
            return {}
        paths = {self._at(name): name for name in names}
        with self._translated():
            found: Mapping[str, Any] = self._fs.cat(list(paths), on_error="return")
            if isinstance(found, bytes):
                found = {next(iter(paths)): found}
            for error in found.values():
                if isinstance(error, Exception) and not isinstance(error, FileNotFoundError):
                    raise error
        return {paths[path]: data for path, data in found.items() if isinstance(data, bytes)}

    def put(self, name: str, data: bytes, *, over: str | None = None, media_type: str = "") -> str:
        """Put an object there, and return its tag.

        over: the tag of what it may replace, `ABSENT` where nothing may be there, None for whatever is there.
        Raises ConflictError when something else lies there.
        """
        path = self._at(name)
        told: dict[str, Any] = {self._type_word: media_type} if media_type and self._type_word else {}
        if self._conditional and over is not None:
            told.update({"IfMatch": over} if over else {"IfNoneMatch": "*"})
        elif over is not None:
            seen = self.seen(name)
            if over != (seen.tag if seen else ABSENT):
                raise self._conflict(name)
        if self._conditional:
            told["chunksize"] = _ONE_PUT
        with self._translated():
            try:
                answer = self._fs.pipe_file(path, data, **told)
            except Exception as e:
                if not _is_conflict(e) or self._fs.cat_file(path) != data:  # else it had arrived, and was sent twice
                    raise (self._conflict(name) if _is_conflict(e) else e) from e
                answer = None
            return str(answer["ETag"]) if isinstance(answer, Mapping) else _seen(self._fs.info(path)).tag

    def remove(self, names: Collection[str]) -> None:
        """Take these objects away; one that is not there is none the less gone."""
        with self._translated():
            for name in names:
                with contextlib.suppress(FileNotFoundError):
                    self._fs.rm_file(self._at(name))

    def _at(self, name: str) -> str:
        return f"{self._root}/{name}".rstrip("/")

    def _conflict(self, name: str) -> ConflictError:
        return ConflictError(f"somebody else has written {name} in {self.where} meanwhile")

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


def _seen(info: Mapping[str, Any]) -> Seen:
    tag = info.get("ETag") or info.get("etag") or info.get("mtime") or info.get("created") or ""
    return Seen(int(info["size"] or 0), str(tag.timestamp() if isinstance(tag, datetime) else tag))


def _is_conflict(error: Exception) -> bool:
    """Whether S3 says that what lies there is not what we said it was (412), or that two write at once (409)."""
    response = getattr(error.__cause__, "response", None) or {}
    return response.get("Error", {}).get("Code") in ("PreconditionFailed", "ConditionalRequestConflict", "412")


def _missing(where: str) -> UsageError:
    kind = where.partition("://")[0]
    extra = "pip install 'audioedition[store]'" if kind == "s3" else f"install the package that fsspec needs for {kind}"
    return UsageError(f"{kind}:// needs a package that is not here", remedy=extra)
