"""The folder that an article lies in -> its section, as far as the folder's name says one.

`archive/2026-11-30` says when and that it is over: a story that is moved there stays in the section in which it was.
"""

from __future__ import annotations

from ..facts.dates import is_timestamp
from ..lexis.tables import Lexis, derived


@derived
def _filing(lexis: Lexis) -> frozenset[str]:
    return frozenset(row["word"] for row in lexis.everywhere("filing"))


def section_of(folder: str) -> str | None:
    """The section of what lies in a folder, given as a path; None for none. Folders that are called after a date, a
    number, or what has become of their articles (table `filing`) are no sections."""
    return "/".join(part for part in folder.split("/") if _is_section(part)) or None


def _is_section(name: str) -> bool:
    letters = any(map(str.isalpha, name))
    return letters and " ".join(name.lower().split()) not in _filing() and not is_timestamp(name)
