"""Episodes -> index.html: one page without scripts that lists and plays the stories (HTML 5, WCAG 2.2)."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from . import feed, text

if TYPE_CHECKING:
    from ..model import Episode

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


def html(
    channel: feed.Channel,
    episodes: Sequence[Episode],
    others: Sequence[feed.Channel] = (),
    edition_file: Episode | None = None,
) -> bytes:
    """The page of one channel. `episodes` newest first, `others` the channels it links to."""
    title = escape(text.title(channel.title))
    about = escape(text.cut_bytes(text.clean(channel.description)))
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(channel.edition.language)}">',
        '<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f'<link rel="alternate" type="application/rss+xml" title="{title}" href="{channel.file(1, "xml")}">',
        f'<link rel="alternate" type="application/feed+json" title="{title}" href="{channel.file(1, "json")}">',
        f'<link rel="icon" href="{channel.cover}">',
        f"<style>{_STYLE}</style>\n</head>\n<body>",
        f'<header>\n<img src="{channel.cover}" alt="" width="112" height="112">',
        f"<div>\n<h1>{title}</h1>\n<p>{about}</p>\n</div>\n</header>",
        '<nav aria-label="Subscribe">\n<ul>',
        f'<li><a href="{channel.file(1, "xml")}">Podcast feed</a></li>',
        f'<li><a href="{channel.playlist}">Playlist</a></li>',
        *(f'<li><a href="{c.page}">{escape(text.title(c.title))}</a></li>' for c in others),
        "</ul>\n</nav>\n<main>",
    ]
    if edition_file:
        parts.append(_article(edition_file))
    parts += [_article(e) for e in episodes[:STORIES]]
    if len(episodes) > STORIES:
        parts.append(
            f'<p>{len(episodes) - STORIES} older stories are in the <a href="{channel.file(1, "xml")}">feed</a>.</p>'
        )
    parts.append('</main>\n<footer>\n<p class="by">Read by synthetic voices.</p>\n</footer>\n</body>\n</html>\n')
    return "\n".join(parts).encode()


def _article(episode: Episode) -> str:
    at = feed.moment(episode.published, episode.source)
    minutes, seconds = divmod(feed.seconds(episode), 60)
    title = escape(text.title(episode.title, episode.slug))
    authors = ", ".join(name for a in episode.authors if (name := text.person(a)))
    about = [escape(authors)] if authors else []
    about += [f'<time datetime="{at.isoformat()}">{at.date().isoformat()}</time>', f"{minutes}:{seconds:02d}"]
    original = feed.original(episode)
    if original:
        about.append(f'<a href="{escape(original)}">Original</a>')
    about += [f'<a href="{path}">Transcript</a>' for path in episode.transcripts if path.endswith(".vtt")]
    language = f' lang="{escape(episode.language)}"'
    return (
        f'<article id="{episode.slug}"{language}>\n<h2>{title}</h2>\n<p class="by">{" · ".join(about)}</p>\n'
        f"<p>{escape(feed.description(episode))}</p>\n"
        f'<audio controls preload="none" src="{episode.audio}" aria-label="{title}"></audio>\n</article>'
    )
