"""Items -> index.html: one page without scripts that lists and plays the stories (HTML 5, WCAG 2.2)."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from .channel import Channel
from .items import Item

STORIES = 200
"""A page lists so many of the newest stories; the feeds have them all."""

_STYLE = """
:root { color-scheme: light dark; --dim: color-mix(in srgb, currentColor 65%, transparent); }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 1rem; }
header { display: flex; gap: 1rem; align-items: center; }
header img { width: 7rem; height: 7rem; border-radius: .5rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 0; overflow-wrap: anywhere; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1rem; }
article { padding: 1.2rem 0; border-top: 1px solid var(--dim); }
article p { margin: .3rem 0; overflow-wrap: anywhere; }
.by { color: var(--dim); font-size: .9rem; }
audio { width: 100%; margin-top: .4rem; }
"""


def html(channel: Channel, items: Sequence[Item], others: Sequence[Channel], wholes: Sequence[Item]) -> bytes:
    """The page of one channel: `items` newest first, `others` the channels it links to, `wholes` edition files."""
    title = escape(channel.title)
    feed = channel.file(1, "xml")
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{channel.language}">',
        '<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f'<link rel="alternate" type="application/rss+xml" title="{title}" href="{feed}">',
        f'<link rel="alternate" type="application/feed+json" title="{title}" href="{channel.file(1, "json")}">',
        f'<link rel="icon" href="{channel.cover}">',
        f"<style>{_STYLE}</style>\n</head>\n<body>",
        f'<header>\n<img src="{channel.cover}" alt="" width="112" height="112">',
        f"<div>\n<h1>{title}</h1>\n<p>{escape(channel.description)}</p>\n</div>\n</header>",
        '<nav aria-label="Feeds">\n<ul>',
        f'<li><a href="{feed}">Podcast feed</a></li>',
        f'<li><a href="{channel.playlist}">Playlist</a></li>',
        *(['<li><a href="editions.xml">Whole editions</a></li>'] if wholes else []),
        *(f'<li><a href="{c.page}">{escape(c.title)}</a></li>' for c in others),
        "</ul>\n</nav>\n<main>",
        *(_article(item) for item in (*wholes, *items[:STORIES])),
    ]
    if len(items) > STORIES:
        parts.append(f'<p>{len(items) - STORIES} older stories are in the <a href="{feed}">feed</a>.</p>')
    parts.append('</main>\n<footer>\n<p class="by">Read by synthetic voices.</p>\n</footer>\n</body>\n</html>\n')
    return "\n".join(parts).encode()


def _article(item: Item) -> str:
    minutes, seconds = divmod(item.seconds, 60)
    about = [escape(", ".join(item.authors))] if item.authors else []
    about.append(f'<time datetime="{item.published.isoformat()}">{item.day}</time>')
    about.append(f"{minutes}:{seconds:02d}")
    if item.original:
        about.append(f'<a href="{escape(item.original)}">Original</a>')
    about += [f'<a href="{path}">Transcript</a>' for path in item.transcripts if path.endswith(".vtt")]
    title = escape(item.title)
    return (
        f'<article id="{item.slug}" lang="{item.language}" dir="auto">\n<h2>{title}</h2>\n'
        f'<p class="by">{" · ".join(about)}</p>\n'
        f"<p>{escape(item.description)}</p>\n"
        f'<audio controls preload="none" src="{item.audio}" aria-label="{title}"></audio>\n</article>'
    )
