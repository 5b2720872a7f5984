"""Items -> feed.json, by JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from .channel import Channel
from .items import Item


def json_feed(channel: Channel, items: Sequence[Item], page: int, pages: int) -> bytes:
    """Page `page` of `pages` (from 1), an item a line; `items` are those of the page, newest first."""
    head: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.page_url,
        "feed_url": channel.home + channel.file(page, "json"),
        "description": channel.description,
        "icon": channel.home + channel.cover,
        "language": channel.language,
        "authors": [{"name": channel.author}],
    }
    if page < pages:
        head["next_url"] = channel.home + channel.file(page + 1, "json")
    lines = ",\n".join(json.dumps(_item(channel, item), ensure_ascii=False) for item in items)
    return (json.dumps(head, ensure_ascii=False)[:-1] + f', "items": [\n{lines}\n]}}\n').encode()


def _item(channel: Channel, item: Item) -> dict[str, Any]:
    out: dict[str, Any] = {
        "id": item.guid,
        "url": channel.link(item),
        "title": item.title,
        "content_text": item.description,
        "date_published": item.published.isoformat(),
    }
    if item.updated:
        out["date_modified"] = item.updated.isoformat()
    if item.authors:
        out["authors"] = [{"name": name} for name in item.authors]
    if item.section:
        out["tags"] = [item.section]
    if item.picture:
        out["image"] = channel.home + item.picture
    out["language"] = item.language
    out["attachments"] = [
        {
            "url": channel.home + item.audio,
            "mime_type": item.media_type,
            "size_in_bytes": item.size,
            "duration_in_seconds": item.seconds,
        }
    ]
    return out
