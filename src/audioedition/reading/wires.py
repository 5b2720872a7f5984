"""What agencies send by wire -> Articles: IPTC 7901 and Ritzau's documents.

IPTC 7901 (1987, https://iptc.org/standards/iptc-7901) is text in an envelope of control characters: SOH, a line of
source, number, priority, category and words, lines of keywords, STX, headline and text, ETX, date, EOT.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ..errors import AudioEditionError, ReadingError
from ..facts.bylines import author_names, is_by
from ..facts.dates import iso_date
from ..facts.decoding import clean, decode, flat
from ..model import Article, Dateline, Reason, Role
from ..settings import ReadSettings
from .composing import Part, compose, text_parts
from .fragments import html_parts
from .markup import children, local, text_of
from .plain import slug, unique
from .sources import Source

_MESSAGE = re.compile(rb"\x01([^\x01-\x04]{0,2000})\x02([^\x01-\x04]*)(?:\x03([^\x01\x02\x04]{0,100}))?")
_HEAD = re.compile(r"\s*(?P<source>[^\W\d_]{2,4})(?P<number>\d{2,5})\s+(?P<priority>\d)\s+(?P<category>[\w-]{1,4})\s")
_SENT = re.compile(r"\s*(\d\d)(\d\d)(\d\d)\s*(?:[A-Z]{1,5})?\s*([A-Za-z]{3})[a-z]*\.?\s*(\d\d)")
_NOT_FOR_PRINT = re.compile(r"\W*the following information is not (?:intended )?for publication", re.I)


def read_7901(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """An article for each message. Raises ReadingError if there is none."""
    messages = list(_MESSAGE.finditer(data))[: settings.max_entries]
    if not messages:
        raise ReadingError("holds no message of IPTC 7901", article=source.name, remedy="give it as text/plain")
    names: set[str] = set()
    found: list[Article | ReadingError] = []
    for message in messages:
        head = decode(message[1], article=source.name)
        sender = _HEAD.match(head)
        known = f"{sender['source']}{sender['number']}" if sender else slug(head[:40])
        name = source.name if len(messages) == 1 else unique(f"{source.name}#{slug(known)}", names)
        try:
            found.append(_message(message, known, name, source))
        except AudioEditionError as e:
            found.append(ReadingError(e.problem, article=name, remedy=e.remedy))
    return found


def _message(message: re.Match[bytes], known: str, name: str, source: Source) -> Article:
    text = clean(decode(message[2], article=name)).strip("\n")
    top, blank, rest = text.partition("\n\n")
    if not blank or len(top) > 400:
        top, rest = text.partition("\n")[::2]
    lines = [flat(line.rstrip(" =")) for line in top.split("\n")]
    credit = [line for line in lines[1:] if is_by(line.partition(" ")[0])]
    headline = " ".join(line for line in lines if line not in credit)
    published = _sent(message[3] or b"")
    parts = [Part(headline, Role.HEADLINE), *(Part(line, Role.BYLINE) for line in credit), *_for_print(rest)]
    return compose(
        parts, name=name, section=source.section, headline=headline or None, bylines=author_names(credit),
        published=published, guid=f"{known} {published}" if published else None,
    )  # fmt: skip


def _for_print(text: str) -> list[Part]:
    """The paragraphs; what an agency tells the desk behind its text is left out."""
    parts = [Part(" ".join(block.split())) for block in re.split(r"\n[ \t]*\n", text) if block.strip()]
    if len(parts) < 3:
        parts = text_parts(text)  # no blank lines between paragraphs, but indents
    notes = next((i for i, part in enumerate(parts) if _NOT_FOR_PRINT.match(part.text)), len(parts))
    return [*parts[:notes], *(Part(part.text, None, Reason.FURNITURE) for part in parts[notes:])]


def _sent(trailer: bytes) -> str | None:
    """`242200 GMT Jun 17` -> 2017-06-24T22:00:00+00:00."""
    match = _SENT.match(trailer.decode("ascii", "replace"))
    return iso_date(f"{match[1]} {match[4]} 20{match[5]} {match[2]}:{match[3]}:00 +0000") if match else None


def read_ritzau_xml(root: Any, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The articles of Ritzau's service in XML: one `RBNews`, or a list of them."""
    found = [root] if local(root) == "RBNews" else [node for node in root.iter() if local(node) == "RBNews"]
    items = [{local(field).lower(): text_of(field) for field in children(node, *map(local, node))} for node in found]
    return read_ritzau(items, source, settings)


def read_ritzau(
    items: Sequence[Mapping[str, Any]], source: Source, settings: ReadSettings
) -> list[Article | ReadingError]:
    """The articles of Ritzau's service, each a mapping from its fields' names in lower case."""
    names: set[str] = set()
    found: list[Article | ReadingError] = []
    for item in items[: settings.max_entries]:
        headline = _field(item, "headline")
        name = unique(f"{source.name}#{slug(headline or _field(item, 'newsid') or 'item')}", names)
        try:
            found.append(_ritzau(item, source.name if len(items) == 1 else name, headline, source, settings))
        except AudioEditionError as e:
            found.append(ReadingError(e.problem, article=name, remedy=e.remedy))
    return found


def is_ritzau(item: Mapping[str, Any]) -> bool:
    """Whether a document, its keys in lower case, is one of Ritzau's."""
    return {"newsid", "content", "headline"} <= item.keys()


def _ritzau(item: Mapping[str, Any], name: str, headline: str, source: Source, settings: ReadSettings) -> Article:
    byline, town, origin = _field(item, "byline"), _field(item, "town"), _field(item, "origin").strip("/ ")
    deck, published = _field(item, "subtitle"), _published(_field(item, "publishdate"))
    place = f"{town} /{origin}/" if town and origin else town
    parts = [
        Part(headline, Role.HEADLINE),
        Part(deck, Role.DECK),
        Part(byline, Role.BYLINE),
        Part(place, Role.DATELINE),
        *html_parts(_field(item, "content", one_line=False), settings, headline=headline),
    ]
    return compose(
        parts, name=name, headline=headline or None, deck=deck or None, bylines=author_names([byline]),
        dateline=Dateline(place, place=town, agency=origin or None) if place else None, published=published,
        language="da", section=source.section or _field(item, "section") or None, guid=_field(item, "newsid") or None,
    )  # fmt: skip


def _field(item: Mapping[str, Any], name: str, *, one_line: bool = True) -> str:
    value = item.get(name)
    if not isinstance(value, str):
        return ""
    return flat(value) if one_line else value


_WCF = re.compile(r"/Date\((-?\d{1,14})(?:[+-]\d{4})?\)/")


def _published(text: str) -> str | None:
    """A date, in JSON as Microsoft's services write it (`/Date(1517333538397+0100)/`: milliseconds since 1970)."""
    if match := _WCF.fullmatch(text):
        try:
            return datetime.datetime.fromtimestamp(int(match[1]) / 1000, datetime.UTC).isoformat()
        except (ValueError, OverflowError, OSError):
            return None
    return iso_date(text)
