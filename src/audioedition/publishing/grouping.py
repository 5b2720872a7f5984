"""Episodes -> groups of them: the editions beside the one of all stories, by day or by section."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import slugs, text

if TYPE_CHECKING:
    from ..model import Episode

KEY_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Group:
    """Stories that make up one edition."""

    key: str
    """Part of its file names: a-z, 0-9 and hyphens."""
    title: str
    episodes: tuple[Episode, ...]


def groups(episodes: Iterable[Episode], by: str) -> tuple[Group, ...]:
    """None for `new` and `all`; for `date` one a day, newest first; for `section` one a section, by their keys."""
    if by in ("new", "all"):
        return ()
    titles: dict[str, str] = {}
    members: dict[str, list[Episode]] = {}
    for episode in episodes:
        if by == "date":
            key = title = episode.published[:10]
        else:
            title = text.title(episode.section or "", "General")
            key = _key(title)
        titles.setdefault(key, title)
        members.setdefault(key, []).append(episode)
    return tuple(Group(key, titles[key], tuple(members[key])) for key in sorted(members, reverse=by == "date"))


def _key(section: str) -> str:
    key = slugs.ascii_words(section)[:KEY_LENGTH].strip("-") or "section"
    return f"{key}-section" if re.search(r"(^|-)\d+$", key) else key  # feed-sport-2.xml is a page
