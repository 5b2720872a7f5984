"""XML and JSON files -> Articles: which format it is stands in the document, not in the file's name."""

from __future__ import annotations

import importlib
import json
from typing import Any, cast

from ..errors import NoStoryError, ReadingError
from ..facts.decoding import decode
from ..model import Article
from ..settings import ReadSettings
from .markup import local, parse_xml
from .sources import Source

_XML = {
    **dict.fromkeys(("rss", "rdf", "feed", "channel"), "feeds:read_feed"),
    **dict.fromkeys(("nitf", "newsItem", "newsMessage", "packageItem"), "newsroom:read_newsroom_xml"),
    **dict.fromkeys(("NewsML", "NewsItem"), "newsml_one:read_newsml_one"),
    **dict.fromkeys(("RBNews", "ArrayOfRBNews"), "wires:read_ritzau_xml"),
    "Document": "incopy:read_icml",
    "en-export": "blog_exports:read_evernote",
    "opml": "address_lists:refuse_opml",
}
"""Root element -> `module:function`, called as function(root, source, settings)."""


def read_xml(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """RSS, Atom, exports of WordPress and Evernote, NITF, NewsML, Ritzau's XML or XHTML; OPML is told what it is."""
    root = parse_xml(data, source.name)
    name = local(root)
    if name.lower() == "html":
        from .webpage import read

        return read(data, source, settings)
    reader = _XML.get(name) or _XML.get(name.lower())
    if reader is None:
        raise NoStoryError(
            f"is XML of an unknown kind (<{name[:40]}>)",
            article=source.name,
            remedy="known: RSS, Atom, WordPress export, NITF, NewsML, XHTML",
        )
    module, _, function = reader.partition(":")
    read_root = getattr(importlib.import_module(f".{module}", __package__), function)
    return cast("list[Article | ReadingError]", read_root(root, source, settings))


def read_json(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """JSON Feed, ninjs, JSON-LD, WordPress's REST interface, read-later exports and others (`json_formats`)."""
    from . import json_formats

    try:
        document: Any = json.loads(decode(data, article=source.name).lstrip("\ufeff"))
    except (ValueError, RecursionError) as e:
        raise ReadingError(f"is broken JSON: {e}"[:200], article=source.name, remedy="check the file") from e
    return json_formats.read_document(document, source, settings)
