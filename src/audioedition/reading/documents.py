"""XML and JSON files -> Articles: which format it is stands in the document, not in the file's name."""

from __future__ import annotations

import json
from typing import Any

from ..errors import ReadingError
from ..facts.decoding import decode
from ..model import Article
from ..settings import ReadSettings
from .markup import local, parse_xml
from .sources import Source


def read_xml(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """RSS, Atom, a WordPress export, NITF, NewsML-G2 or XHTML."""
    root = parse_xml(data, source.name)
    name = local(root).lower()
    if name in ("rss", "rdf", "feed", "channel"):
        from .feeds import read_feed

        return read_feed(root, source, settings)
    if name in ("nitf", "newsitem", "newsmessage", "packageitem", "newsml"):
        from .newsroom import read_newsroom_xml

        return read_newsroom_xml(root, source, settings)
    if name == "html":
        from .webpage import read

        return read(data, source, settings)
    raise ReadingError(
        f"is XML of an unknown kind (<{local(root)[:40]}>)",
        article=source.name,
        remedy="known: RSS, Atom, WordPress export, NITF, NewsML-G2, XHTML",
    )


def read_json(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """JSON Feed, ninjs or what WordPress's REST interface answers."""
    from . import json_formats

    try:
        document: Any = json.loads(decode(data, article=source.name).lstrip("\ufeff"))
    except (ValueError, RecursionError) as e:
        raise ReadingError(f"is broken JSON: {e}"[:200], article=source.name, remedy="check the file") from e
    return json_formats.read_document(document, source, settings)
