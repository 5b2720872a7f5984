"""Names of files -> whether one is called after another: `ferry (1)` and `Copy of ferry` after `ferry`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath


def stem(name: str) -> str:
    """A file's name without folders and ending, in small letters."""
    return PurePosixPath(name).stem.casefold()


def within(stem: str) -> Iterator[str]:
    """What a name begins and ends with, up to a letter or figure and from one on."""
    for match in re.finditer(r"[\W_]+", stem[:100]):
        yield stem[: match.start()]
        yield stem[match.end() :]


def related(one: str, other: str) -> bool:
    """Whether two files have one name, in other folders or formats, or one is called after the other."""
    a, b = stem(one), stem(other)
    return a == b or a in within(b) or b in within(a)
