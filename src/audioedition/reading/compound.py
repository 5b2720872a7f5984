"""Compound files (OLE2: Word 97, Outlook) -> their streams, read in memory and bounded."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from ..errors import ReadingError
from ..facts.decoding import flat

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HOLDS = (
    ("EncryptedPackage", "application/x-encrypted"),
    ("WordDocument", "application/msword"),
    ("__properties_version1.0", "application/vnd.ms-outlook"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
    ("Workbook", "application/vnd.ms-excel"),
    ("Book", "application/vnd.ms-excel"),
)
"""A name of a stream -> the media type of the file that has it, of two the first."""


def kind_of(data: bytes) -> str | None:
    """The media type of a compound file, by what it holds; None for none that is known."""
    try:
        names = Compound(data, "", len(data)).folders_and_streams()
    except ReadingError:  # it will be said by whoever reads it
        names = {name for name, _ in _HOLDS if f"{name}\0".encode("utf-16-le") in data}
    return next((kind for name, kind in _HOLDS if name in names), None)


class Compound:
    """The streams of a compound file. Raises ReadingError for what is none, or holds more than `max_bytes` of them."""

    def __init__(self, data: bytes, article: str, max_bytes: int) -> None:
        import olefile

        self.article, self._left = article, max_bytes
        try:
            self._file: Any = olefile.OleFileIO(io.BytesIO(data))
            self._names = {tuple(path): "/".join(path) for path in self._file.listdir()}
        except Exception as e:  # whatever goes wrong in a foreign parser
            raise ReadingError("is damaged", article=article, remedy="open it and save it again") from e

    def read(self, *path: str) -> bytes:
        """The bytes of a stream, as far as they can be had; none where it is not there."""
        name = self._names.get(path)
        if name is None:
            return b""
        try:
            data = bytes(self._file.openstream(name).read())
        except Exception:  # whatever goes wrong in a foreign parser: other streams may be whole
            return b""
        self._left -= len(data)
        if self._left < 0:
            raise ReadingError("is too large", article=self.article, remedy="save its parts by themselves")
        return data

    def folders_and_streams(self) -> set[str]:
        """The names of all that lies in no storage."""
        return {path[0] for path in self._names}

    def within(self, *folder: str) -> Iterator[tuple[str, ...]]:
        """The paths of the streams right inside of a storage."""
        return (path for path in self._names if path[:-1] == folder)

    def folders(self, *folder: str) -> list[str]:
        """The names of the storages right inside of one, in order."""
        deep = len(folder)
        return sorted({path[deep] for path in self._names if path[:deep] == folder and len(path) > deep + 1})

    def said_of_itself(self) -> dict[str, str]:
        """`title`, `author` and, in ISO form, `created` and `saved`, as far as the document's properties have them."""
        try:
            found = self._file.getproperties("\x05SummaryInformation", convert_time=True)
        except Exception:  # whatever goes wrong in a foreign parser: there need not be any
            return {}
        page = found.get(1)
        said = {name: _value(found.get(key), page) for name, key in _PROPERTIES.items()}
        return {name: value for name, value in said.items() if value}


_PROPERTIES = {"title": 2, "author": 4, "created": 12, "saved": 13}


def _value(value: object, page: object) -> str:
    if isinstance(value, datetime):
        return f"{value.isoformat()}+00:00" if value.year > 1601 else ""
    if isinstance(value, bytes):
        return flat(in_code_page(value, page))
    return flat(value) if isinstance(value, str) else ""


def in_code_page(data: bytes, page: object) -> str:
    """Text in one of Windows' code pages, given as a number; 1252 where that is not known."""
    number = page & 0xFFFF if isinstance(page, int) else 1252
    name = {65001: "utf-8", 1200: "utf-16-le", 20127: "cp1252", 28591: "cp1252"}.get(number, f"cp{number}")
    try:
        text = data.decode(name, "replace")
    except LookupError:
        text = data.decode("cp1252", "replace")
    return re.sub(r"\0.*", "", text, flags=re.S)
