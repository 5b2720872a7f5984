"""Episodes -> feed.json, by JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from . import feed, text

if TYPE_CHECKING:
    from ..model import Episode


def json_feed(channel: feed.Channel, episodes: Sequence[Episode], page: int, pages: int) -> bytes:
    """Page `page` of `pages` (from 1); `episodes` are those of the page, newest first."""
    edition = channel.edition
    head: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": text.title(channel.title),
        "home_page_url": channel.url(channel.page if channel.page != "index.html" else ""),
        "feed_url": channel.url(channel.file(page, "json")),
        "description": text.cut_bytes(text.clean(channel.description)) or text.title(channel.title),
        "icon": channel.url(channel.cover),
        "language": edition.language,
        "authors": [{"name": text.title(edition.author or edition.title)}],
    }
    if page < pages:
        head["next_url"] = channel.url(channel.file(page + 1, "json"))
    head["items"] = [_item(channel, e) for e in episodes]
    return json.dumps(head, ensure_ascii=False, indent=1).encode() + b"\n"


def _item(channel: feed.Channel, episode: Episode) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": text.clean(episode.guid),
        "url": feed.link(channel, episode),
        "title": text.title(episode.title, episode.slug),
        "content_text": feed.description(episode),
        "date_published": feed.moment(episode.published, episode.source).isoformat(),
    }
    if episode.updated:
        item["date_modified"] = feed.moment(episode.updated, episode.source).isoformat()
    if authors := [{"name": name} for a in episode.authors if (name := text.person(a))]:
        item["authors"] = authors
    if episode.section and (section := text.title(episode.section, "")):
        item["tags"] = [section]
    item["language"] = episode.language
    item["attachments"] = [
        {
            "url": channel.url(episode.audio),
            "mime_type": episode.media_type,
            "size_in_bytes": episode.size,
            "duration_in_seconds": feed.seconds(episode),
        }
    ]
    return item
