"""Items -> feed.xml: RSS 2.0 with Apple's, the Podcasting 2.0 and the Atom namespaces, paged by RFC 5005.

Standards: https://www.rssboard.org/rss-specification, https://podcastindex.org/namespace/1.0, RFC 5005 section 3,
https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification,
https://podcasters.apple.com/support/823-podcast-requirements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from pathlib import Path

from lxml import etree

from ..model.formats import by_media_type
from . import text
from .channel import Channel
from .items import Item

NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
}
_I, _P, _A = (f"{{{uri}}}" for uri in NAMESPACES.values())
TRANSCRIPT_TYPES = {"vtt": "text/vtt", "srt": "application/x-subrip", "json": "application/json", "html": "text/html"}
"""File ending -> media type, as the podcast namespace lists them."""
RHYTHMS = {
    "daily": "FREQ=DAILY",
    "weekdays": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "weekly": "FREQ=WEEKLY",
    "monthly": "FREQ=MONTHLY",
}
"""How often an edition appears -> recurrence rule (RFC 5545)."""
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_BUILT = re.compile(rb"<lastBuildDate>[^<]*</lastBuildDate>")


def rss(channel: Channel, items: Sequence[Item], page: int, pages: int, built: datetime) -> bytes:
    """Page `page` of `pages` (from 1) of the feed. `items` are those of the page, newest first."""
    root = etree.Element("rss", {"version": "2.0"}, nsmap=NAMESPACES)
    head = etree.SubElement(root, "channel")
    _head(head, channel, page, pages, built)
    for item in items:
        _item(etree.SubElement(head, "item"), channel, item)
    return document(root)


def document(root: etree._Element) -> bytes:
    """An XML file in UTF-8, indented."""
    return _DECLARATION + bytes(etree.tostring(root, encoding="UTF-8", pretty_print=True))


def keep_date(data: bytes, path: Path) -> bytes:
    """The feed `data` with the lastBuildDate of the finished one at `path`, when nothing else differs."""
    try:
        old = path.read_bytes()
    except OSError:
        return data
    then = _BUILT.search(old)
    return old if then and _BUILT.sub(lambda _: then[0], data, count=1) == old else data


def _head(head: etree._Element, channel: Channel, page: int, pages: int, built: datetime) -> None:
    _put(head, "title", channel.title)
    _put(head, "link", channel.page_url)
    _put(head, "description", channel.description)
    _put(head, "language", channel.language)
    if channel.copyright:
        _put(head, "copyright", channel.copyright)
    _put(head, "lastBuildDate", rfc2822(built))
    _put(head, "generator", "audioedition")
    for rel, number in _links(page, pages):
        address = channel.home + channel.file(number, "xml")
        _put(head, _A + "link", rel=rel, href=address, type="application/rss+xml")
    _put(head, _I + "author", channel.author)
    if channel.email:
        owner = _put(head, _I + "owner")
        _put(owner, _I + "name", channel.author)
        _put(owner, _I + "email", channel.email)
    category = head
    for part in channel.category:
        category = _put(category, _I + "category", text=part)
    _put(head, _I + "explicit", _true(channel.explicit))
    _put(head, _I + "type", "episodic")
    _put(head, _I + "image", href=channel.home + channel.cover)
    _put(head, _P + "guid", channel.guid)
    if channel.email:  # only its owner could have a locked feed moved
        _put(head, _P + "locked", "yes", owner=channel.email)
    else:
        _put(head, _P + "locked", "no")
    _put(head, _P + "medium", "podcast")
    _put(head, _P + "txt", "true", purpose="ai-content")
    if channel.rhythm:
        _put(head, _P + "updateFrequency", channel.rhythm.capitalize(), rrule=RHYTHMS[channel.rhythm])
    if channel.private:
        _put(head, _I + "block", "Yes")
        _put(head, _P + "block", "yes")


def _links(page: int, pages: int) -> Iterable[tuple[str, int]]:
    yield "self", page
    if pages > 1:
        yield "first", 1
        yield "last", pages
        if page > 1:
            yield "previous", page - 1
        if page < pages:
            yield "next", page + 1


def _item(node: etree._Element, channel: Channel, item: Item) -> None:
    _put(node, "title", item.title)
    _put(node, "link", channel.link(item))
    _put(node, "guid", item.guid, isPermaLink="false")
    _put(node, "pubDate", rfc2822(item.published))
    if item.updated:
        _put(node, _A + "updated", item.updated.isoformat())
    _put(node, "description", _list(item) or item.description)
    if item.section:
        _put(node, "category", item.section)
    format = by_media_type(item.media_type)
    kind = format.enclosure if format else item.media_type
    _put(node, "enclosure", url=channel.home + item.audio, length=str(item.size), type=kind)
    _put(node, _I + "author", text.cut(", ".join(item.authors), text.TITLE_CHARS) or channel.author)
    _put(node, _I + "duration", str(item.seconds))
    _put(node, _I + "explicit", _true(channel.explicit))
    _put(node, _I + "episodeType", "full")
    if item.picture:
        _put(node, _I + "image", href=channel.home + item.picture)
        alt = {"alt": item.picture_alt} if item.picture_alt else {}
        _put(node, _P + "image", href=channel.home + item.picture, **alt)
    for path in item.transcripts:
        kind = TRANSCRIPT_TYPES.get(path.rsplit(".", 1)[-1], "text/plain")
        address = channel.home + path
        _put(node, _P + "transcript", url=address, type=kind, language=item.language, rel="captions")
    if item.chapter_file:
        _put(node, _P + "chapters", url=channel.home + item.chapter_file, type="application/json+chapters")
    if item.place:
        _put(node, _P + "location", item.place)
    if item.soundbite:
        start, length, title = item.soundbite
        _put(node, _P + "soundbite", title, startTime=f"{start / 1000:.1f}", duration=f"{length / 1000:.1f}")
    for name in item.authors:  # roles of the Podcast Taxonomy: the author wrote the text "now being read verbatim"
        _put(node, _P + "person", name, group="writing", role="author")
    for name in item.speakers:
        _put(node, _P + "person", name, group="cast", role="guest")
    _put(node, _P + "txt", "true", purpose="ai-content")


def _list(item: Item) -> str:
    """The headlines of an edition file as a list in HTML; empty for a story, and where they are too many."""
    titles = [title for _, title in item.chapters if title != item.title] if not item.page else []
    lines = "".join(f"<li>{escape(title, quote=False)}</li>" for title in titles)
    note = f"<p>{escape(item.note, quote=False)}</p>" if item.note else ""
    listed = f"<ol>{lines}</ol>{note}" if lines else ""
    return listed if len(listed.encode()) <= text.DESCRIPTION_BYTES else ""


def _put(parent: etree._Element, tag: str, value: str | None = None, /, **attributes: str) -> etree._Element:
    child = etree.SubElement(parent, tag, attributes)
    if value is not None:
        child.text = value
    return child


def rfc2822(at: datetime) -> str:
    """`Sun, 22 Nov 2026 08:30:00 +0000`."""
    return format_datetime(at if at.tzinfo else at.replace(tzinfo=UTC))


def _true(value: bool) -> str:
    return "true" if value else "false"
