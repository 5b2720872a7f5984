"""Items -> flash-briefing.json: the newest stories for Alexa's Flash Briefing.

https://developer.amazon.com/docs/flashbriefing/flash-briefing-skill-api-feed-reference.html: at most five items, sound
by https, in MP3 or M4A.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC

from .channel import Channel
from .items import Item

FILE = "flash-briefing.json"
MOST = 5


def flash_briefing(channel: Channel, items: Sequence[Item]) -> bytes:
    """The feed; `items` newest first."""
    briefed = [
        {
            "uid": item.guid,
            "updateDate": (item.updated or item.published).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.0Z"),
            "titleText": item.title,
            "mainText": "",
            "streamUrl": channel.home + item.audio,
            "redirectionUrl": channel.link(item),
        }
        for item in items[:MOST]
    ]
    return (json.dumps(briefed, ensure_ascii=False, indent=1) + "\n").encode()
