"""Items -> playlist.m3u8 (extended M3U, UTF-8); channels -> feeds.opml (OPML 2.0, http://opml.org/spec2.opml)."""

from __future__ import annotations

from collections.abc import Sequence

from .channel import Channel
from .items import Item


def m3u8(channel: Channel, items: Sequence[Item]) -> bytes:
    """The items in reading order, by paths relative to the output folder."""
    lines = ["#EXTM3U", f"#PLAYLIST:{channel.title}"]
    for item in items:
        by = f"{', '.join(item.authors)} - " if item.authors else ""
        lines += [f"#EXTINF:{item.seconds},{by}{item.title}", item.audio]
    return ("\n".join(lines) + "\n").encode()


def opml(title: str, channels: Sequence[Channel]) -> bytes:
    """A subscription list of all feeds."""
    from lxml import etree

    from .feed import document

    root = etree.Element("opml", {"version": "2.0"})
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    for c in channels:
        addresses = {"xmlUrl": c.feed_url, "htmlUrl": c.page_url}
        etree.SubElement(body, "outline", {"type": "rss", "text": c.title, "title": c.title, **addresses})
    return document(root)
