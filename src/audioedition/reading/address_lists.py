"""Files that hold addresses of articles and no text: OPML, bookmarks of browsers, tables of read-later services.

They are never fetched by themselves: `--type urls` says that they shall be, else one line says what they are.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import Any, NoReturn

from ..errors import NoStoryError, ReadingError
from ..facts.decoding import clean, decode
from ..model import Article
from ..settings import ReadSettings
from .kinds import is_bookmarks
from .markup import local, parse_html, parse_xml
from .sources import Source

REMEDY = "fetch them with --type urls, or put those you want into a .urls file, one a line"
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+", re.I)
_COLUMNS = ("url", "link", "address", "href", "given_url", "resolved_url")


def addresses(data: bytes, article: str) -> list[str]:
    """The http addresses in OPML, a file of bookmarks or a table, each once, in order; none of anything else."""
    head = data[:2000].lower()
    if b"<opml" in head:
        found = _of_opml(parse_xml(data, article))
    elif is_bookmarks(data):
        root = parse_html(decode(data, article=article))
        found = [a.get("href") or "" for a in root.iter("a")] if root is not None else []
    else:
        found = list(_of_table(clean(decode(data, article=article))))
    return list(dict.fromkeys(address for a in found if _ADDRESS.fullmatch(address := a.strip())))


def _of_opml(root: Any) -> list[str]:
    """A feed's own address, else that of a page."""
    outlines = (node for node in root.iter() if local(node) == "outline")
    return [node.get("xmlUrl") or node.get("url") or node.get("htmlUrl") or "" for node in outlines]


def _of_table(text: str) -> Iterator[str]:
    """The column of addresses of a CSV file, as its first line names it."""
    lines = text.splitlines()
    separator = max(",;\t", key=lines[0].count) if lines else ","
    names = [name.strip('" \ufeff').lower() for name in lines[0].split(separator)] if lines else []
    column = next((names.index(name) for name in _COLUMNS if name in names), None)
    if column is None:
        return
    try:
        for row in csv.reader(lines[1:], delimiter=separator):
            if len(row) > column:
                yield row[column]
    except csv.Error:  # a field too long, an odd character: what came before it counts
        return


def refuse_opml(root: Any, source: Source, settings: ReadSettings) -> NoReturn:
    """Raises NoStoryError: OPML holds no text."""
    _refuse(len([a for a in _of_opml(root) if a]), source)


def read_bookmarks(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """Raises NoStoryError: a file of bookmarks, or a table of addresses, holds no text."""
    _refuse(len(addresses(data, source.name)), source)


def _refuse(count: int, source: Source) -> NoReturn:
    raise NoStoryError(f"is a list of {count} addresses and holds no text", article=source.name, remedy=REMEDY)
