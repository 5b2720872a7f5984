"""Lines that words alone tell: sections over headlines, and the marks of a press release."""

from __future__ import annotations

import re

from ..lexis.tables import Lexis, derived


@derived
def _kickers(lexis: Lexis) -> re.Pattern[str]:
    return _phrases(lexis, "kickers", r"\w+(?: \w+)?")


@derived
def _releases(lexis: Lexis) -> re.Pattern[str]:
    return _phrases(lexis, "releases", r".{0,120}")


def _phrases(lexis: Lexis, table: str, rest: str) -> re.Pattern[str]:
    found = (re.escape(row["word"]).replace(r"\ ", " ").replace(r"\*", rest) for row in lexis.everywhere(table))
    return re.compile(rf"(?:{'|'.join(sorted(found, key=len, reverse=True))})", re.I)


def is_kicker(text: str) -> bool:
    """Whether a line is a section or a kind of story, or the way to it: `Opinion`, `Home / News / Local`."""
    parts = re.split(r"\s*(?:[|/>›»•·]|\s[–—-]\s)\s*", text.replace("’", "'")) if len(text) <= 60 else []
    if len(parts) > 2 and re.search(r"[/>›»]", text) and all(0 < len(part.split()) < 4 for part in parts):
        return True  # the way through a site: `Home / News / Local`
    return bool(parts) and all(_kickers().fullmatch(part) for part in parts)


def is_release(text: str) -> bool:
    """Whether a line is a mark of a press release: `FOR IMMEDIATE RELEASE`, an embargo, a reference."""
    return len(text) <= 140 and _releases().fullmatch(text.strip(" *–—-:.!").replace(":", "")) is not None
