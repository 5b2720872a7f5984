"""Episodes -> playlist.m3u8 (extended M3U, UTF-8), channels -> feeds.opml (OPML 2.0, http://opml.org/spec2.opml)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from . import feed, text

if TYPE_CHECKING:
    from ..model import Episode


def m3u8(channel: feed.Channel, episodes: Sequence[Episode]) -> bytes:
    """The episodes in reading order, by paths relative to the output folder."""
    lines = ["#EXTM3U", f"#PLAYLIST:{text.title(channel.title)}"]
    for episode in episodes:
        by = ", ".join(name for a in episode.authors if (name := text.person(a)))
        title = text.title(episode.title, episode.slug)
        lines.append(f"#EXTINF:{feed.seconds(episode)},{f'{by} - ' if by else ''}{title}")
        lines.append(episode.audio)
    return ("\n".join(lines) + "\n").encode()


def opml(title: str, channels: Sequence[feed.Channel]) -> bytes:
    """A subscription list of all feeds."""
    from lxml import etree

    root = etree.Element("opml", {"version": "2.0"})
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = text.title(title)
    body = etree.SubElement(root, "body")
    for channel in channels:
        name = text.title(channel.title)
        etree.SubElement(
            body,
            "outline",
            {
                "type": "rss",
                "text": name,
                "title": name,
                "xmlUrl": channel.feed_url,
                "htmlUrl": channel.url(channel.page if channel.page != "index.html" else ""),
            },
        )
    return feed.DECLARATION + bytes(etree.tostring(root, encoding="UTF-8", pretty_print=True))
