"""Article + source -> the picture file its cover is made from: decides which that may be, and when it has changed."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote

from ..errors import TaggingError
from ..model import Article
from ..reading import Source

LEAST = 300
"""Pixels of the shorter side: what is smaller is an icon."""
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]+:|//)", re.I)


def picture_file(article: Article, source: Source, root: Path) -> Path | None:
    """The file that the article names as its picture; None when it names none, or an address: nothing is fetched.

    A file counts beside the article, in the folder that was searched, or in the project at `root`, and below these: an
    article cannot name any other. Raises TaggingError when there is no such file.
    """
    link = (article.picture or "").strip()
    if not link or source.path is None or _ADDRESS.match(link):
        return None
    bases = [Path(folder).resolve() for folder in (Path(source.path).parent, source.origin, root) if folder]
    try:
        for base in bases:
            file = (base / unquote(re.sub(r"[?#].*", "", link)).lstrip("/\\")).resolve()
            if file.is_file() and any(file.is_relative_to(b) for b in bases):
                return file
    except (OSError, ValueError):  # no name that a file can have
        pass
    raise TaggingError(f"its picture {link[:80]!r} is not there", remedy="put the file beside the article")


def drawn(picture: Path, title: str, subtitle: str) -> bytes:
    """The cover that a picture makes, as `artwork.cover` gives it. Raises TaggingError for one that cannot be used."""
    import PIL.Image

    from . import artwork

    cover = artwork.cover(title, subtitle, picture=picture)
    with PIL.Image.open(picture) as image:
        if min(image.size) < LEAST:
            raise TaggingError(f"{picture.name} is too small", remedy=f"give a picture of {LEAST} pixels or more")
    return cover


def stamp(picture: Path, output: Path) -> str:
    """Where the picture lies, as seen from the output folder, its size and its time: equal stamps, equal pictures."""
    try:
        name = os.path.relpath(picture, os.path.realpath(output))
    except ValueError:  # another drive
        name = str(picture)
    return f"{name} {_state(picture)}"


def unchanged(stamp: str, output: Path) -> bool:
    """Whether the picture is as it was when it got its stamp; true when there was none."""
    name, *then = stamp.rsplit(" ", 2)
    return not stamp or " ".join(then) == _state(Path(os.path.normpath(output.resolve() / name)))


def _state(picture: Path) -> str:
    try:
        found = picture.stat()
    except OSError:
        return "0 0"
    return f"{found.st_size} {found.st_mtime_ns}"
