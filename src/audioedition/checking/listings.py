"""What else than RSS names files in a folder: JSON Feeds, playlists, artwork; and which file an address names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

SIDES, MOST_BYTES = (1400, 3000), 512_000
"""Apple Podcasts' artwork: pixels of the sides, bytes."""


MALFORMED = (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError)
"""What JSON of another shape than expected raises: also one that is nested too deep, or holds 1e999."""


def there(path: Path) -> bool:
    """Whether there is such a file; not for a name that no file can have."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def json_feed_faults(path: Path) -> list[str]:
    """Attachments of a JSON Feed that are not in the folder, or have another size; nothing for any other JSON file."""
    try:
        document: Any = json.loads(path.read_bytes())
        if not str(document.get("version", "")).startswith("https://jsonfeed.org/"):
            return []
        return [fault for item in document["items"] for fault in _item_faults(item, document, path.parent)]
    except (OSError, *MALFORMED) as e:
        return [f"it is no readable JSON Feed: {e}"] if path.name.startswith("feed") else []


def _item_faults(item: dict[str, Any], document: dict[str, Any], folder: Path) -> list[str]:
    faults = []
    for attachment in item.get("attachments", []):
        file = local(attachment["url"], document.get("feed_url", ""), folder)
        told = attachment.get("size_in_bytes")
        if file is None:
            continue
        if not there(file):
            faults.append(f"{item.get('title')}: {attachment['url']} is not in the folder"[:200])
        elif told is not None and told != file.stat().st_size:
            faults.append(f"{item.get('title')}: it gives {told} bytes, {file.name} has {file.stat().st_size}")
    return faults


def playlist_faults(path: Path) -> list[str]:
    """Entries of an M3U playlist that are not there."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError) as e:
        return [f"it is no readable playlist: {e}"]
    named = [line for line in lines if line.strip() and not line.startswith("#") and "://" not in line]
    return [f"{n} is not in the folder" for n in named if not any(there(path.parent / m) for m in (n, unquote(n)))]


def artwork_faults(path: Path) -> list[str]:
    """What keeps a picture from being a podcast's artwork."""
    import PIL.Image

    try:
        with PIL.Image.open(path) as image:
            width, height, mode = *image.size, image.mode
    except (OSError, ValueError, SyntaxError, PIL.Image.DecompressionBombError):
        return ["it is no readable picture"]
    faults = []
    if width != height or not SIDES[0] <= width <= SIDES[1]:
        faults.append(f"{width} x {height} pixels: artwork is square, of {SIDES[0]} to {SIDES[1]}")
    if mode != "RGB":
        faults.append(f"its colours are {mode} instead of RGB")
    if (size := path.stat().st_size) > MOST_BYTES:
        faults.append(f"{size} bytes, over {MOST_BYTES}")
    return faults


def local(url: str, feed_address: str, folder: Path) -> Path | None:
    """The file in `folder` that `url` names, if the feed at `feed_address` is served from there; None for others."""
    home = urlsplit(urljoin(feed_address, "."))
    target = urlsplit(urljoin(feed_address, url))
    if (target.scheme, target.netloc) != (home.scheme, home.netloc) or not target.path.startswith(home.path):
        return None
    parts = Path(unquote(target.path[len(home.path) :]).lstrip("/")).parts
    return None if ".." in parts else folder.joinpath(*parts)
