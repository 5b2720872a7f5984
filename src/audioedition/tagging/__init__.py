"""Tags + audio file -> the same audio with metadata, chapters and cover. The only importer of mutagen.

ID3v2.3 for MP3 (`id3.py`), iTunes atoms and chapters for M4A and M4B (`mp4.py`), Vorbis comments for Opus
(`vorbis.py`). Audio frames are never touched, and equal input gives equal bytes.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

from ..errors import TaggingError
from ..model.formats import by_suffix
from .fields import Tags, cleaned, flat_chapters, multi_line, one_line

__all__ = [
    "Tags",
    "flat_chapters",
    "multi_line",
    "one_line",
    "read_tags",
    "stated_seconds",
    "write_tags",
]


def write_tags(path: Path, tags: Tags) -> None:
    """Give the file at `path` exactly these tags, replacing its own.

    Raises TaggingError if the file cannot be read as its name says, or not be written.
    """
    _call(path, "write", cleaned(tags))


def read_tags(path: Path) -> Tags | None:
    """The tags of a file of any origin, None if it has none. Raises TaggingError if it cannot be read."""
    return _call(path, "read")  # type: ignore[return-value]


def stated_seconds(path: Path) -> float | None:
    """The length that the file's own header gives, None if it gives none. Raises TaggingError if it cannot be read."""
    import mutagen

    try:
        file = mutagen.File(path)
    except (mutagen.MutagenError, OSError, ValueError) as e:
        raise TaggingError(f"{path.name} cannot be read: {e}") from e
    return float(file.info.length) or None if file is not None else None


def _call(path: Path, name: str, *arguments: Tags) -> object:
    import mutagen

    module = _container(path)
    try:
        return getattr(module, name)(path, *arguments)
    except (mutagen.MutagenError, OSError, ValueError) as e:
        verb = "written" if name == "write" else "read"
        raise TaggingError(f"the tags of {path.name} cannot be {verb}: {e}") from e


def _container(path: Path) -> ModuleType:
    format = by_suffix(path.suffix)
    if format is None:
        raise TaggingError(f"{path.name}: no tags are known for {path.suffix or 'a file without a suffix'}")
    return importlib.import_module(f".{format.tags}", __name__)
