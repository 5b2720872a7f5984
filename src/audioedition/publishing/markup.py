"""What the pages of the edition have in common: their head, their scripts, text that is safe in HTML."""

from __future__ import annotations

import functools
import hashlib
import json
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from .channel import Channel

FOLDER = Path(__file__).parent / "page"
ASSETS = ("style.css", "player.js")
"""What every page loads; they lie beside the stories' pages."""
_REPLACED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


@functools.cache
def asset(name: str) -> str:
    """A file of the pages as it stands in the package."""
    return (FOLDER / name).read_text(encoding="utf-8")


@functools.cache
def version() -> str:
    """Changes whenever the pages do: they are made again then."""
    made = [path.read_bytes() for path in sorted(FOLDER.iterdir()) if path.is_file()]
    made += [(Path(__file__).parent / f"{name}.py").read_bytes() for name in ("markup", "story_page", "words")]
    return hashlib.sha256(b"\0".join(made)).hexdigest()[:12]


def shown(text: str) -> str:
    """`text` for HTML, character for character: what HTML cannot hold becomes `\ufffd`, so that offsets stay."""
    return escape(_REPLACED.sub(lambda m: " " if m[0] in "\r\x0b\x0c" else "\ufffd", text))


def attribute(text: str) -> str:
    """One line for a title or an attribute."""
    return shown(" ".join(text.split()))


def data(name: str, value: object) -> str:
    """Plain data for the scripts of a page; nothing in it can end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="{name}">{_REPLACED.sub("�", text)}</script>'


def page(channel: Channel, title: str, root: str, kind: str, body: Iterable[str], head: Iterable[str] = ()) -> bytes:
    """A whole page. `root` leads from it to the output folder: empty or `../`; `kind` is `story` or `edition`."""
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{channel.language}" data-root="{root}" data-version="{version()}" class="{kind}">',
            '<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{attribute(title)}</title>",
            f'<link rel="icon" href="{root}{channel.cover}">',
            f'<link rel="stylesheet" href="{root}stories/style.css">',
            *(['<meta name="robots" content="noindex">'] if channel.private else []),
            *head,
            f'<script defer src="{root}stories/player.js"></script>',
            "</head>\n<body>",
            *body,
            "</body>\n</html>\n",
        ]
    ).encode()


def clock(seconds: int) -> str:
    """`4:05`, `1:04:05`."""
    minutes, left = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{left:02d}" if hours else f"{minutes}:{left:02d}"
