"""Properties of a note below its headline, as note takers export them (`Author: Ann Orr`), a line each."""

from __future__ import annotations

import re

_LINE = re.compile(r"([A-Z][\w ]{1,30}):[ \t]+(\S[^\n]{0,300})")
_KNOWN = frozenset(
    (
        "author", "authors", "byline", "created", "created by", "created time", "date", "published", "tags", "status",
        "updated", "last edited time", "url", "source", "category", "section", "language", "type",
    )
)  # fmt: skip
"""Names that Notion and others give; what a list of facts in a story is named after is none of them."""
_LEAST = 2


def properties(body: str) -> tuple[dict[str, str], str]:
    """(names in lower case -> values, the rest) of Markdown whose first block below its headline is all properties."""
    lines = body.lstrip("\n").split("\n")
    start = 1 if lines[0].startswith("# ") else 0
    while start < len(lines) and not lines[start].strip():
        start += 1
    end = start
    found: dict[str, str] = {}
    while end < len(lines) and (match := _LINE.fullmatch(lines[end].rstrip())):
        found[match[1].lower()] = match[2]
        end += 1
    whole = end == len(lines) or not lines[end].strip()
    if not whole or len(found.keys() & _KNOWN) < max(_LEAST, len(found) / 2):
        return {}, body
    return found, "\n".join(lines[:start] + lines[end:])
