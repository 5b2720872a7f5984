"""Items -> index.html: the edition's front page (HTML 5, WCAG 2.2). The newest day on top, its stories by section.

Without scripts every story has its own audio element; `page/player.js` puts one player for all in their place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from .channel import Channel
from .items import Item
from .markup import FOLDER, attribute, clock, page, version

STORIES = 200
"""A page lists so many stories; older ones are on further pages."""


def pages(
    channel: Channel, items: Sequence[Item], others: Sequence[Channel], wholes: Sequence[Item]
) -> dict[str, bytes]:
    """File name -> page of one channel.

    items: newest first; others: the channels it links to; wholes: edition files.
    """
    count = max(1, -(-len(items) // STORIES))
    chosen = (items[at * STORIES : (at + 1) * STORIES] for at in range(count))
    return {
        _name(channel, number): _page(channel, part, others, wholes if number == 1 else (), number, count)
        for number, part in enumerate(chosen, 1)
    }


def _name(channel: Channel, number: int) -> str:
    return channel.page if number == 1 else channel.page.replace(".html", f"-{number}.html")


def _page(
    channel: Channel, items: Sequence[Item], others: Sequence[Channel], wholes: Sequence[Item], number: int, count: int
) -> bytes:
    title = attribute(channel.title)
    feed, json_feed = channel.file(1, "xml"), channel.file(1, "json")
    head = [
        f'<link rel="alternate" type="application/rss+xml" title="{title}" href="{feed}">',
        f'<link rel="alternate" type="application/feed+json" title="{title}" href="{json_feed}">',
        f'<meta name="description" content="{attribute(channel.description)}">',
    ]
    links = [(feed, "Podcast feed"), (channel.playlist, "Playlist")]
    links += [("editions.xml", "Whole editions")] if wholes else []
    links += [(c.page, c.title) for c in others]
    body = [
        f'<header class="edition">\n<img src="{channel.cover}" alt="" width="160" height="160">',
        f'<div>\n<h1 dir="auto">{title}</h1>',
        f'<p class="by">{_date(items[0].day)}</p>' if items else "",
        f'<p dir="auto">{attribute(channel.description)}</p>\n</div>\n</header>',
        '<nav aria-label="Feeds and sections">\n<ul>',
        *(f'<li><a href="{attribute(href)}">{attribute(text)}</a></li>' for href, text in links),
        "</ul>\n</nav>\n<main>",
        *_main(items, wholes),
    ]
    turns = [(number - 1, "Newer stories")] if number > 1 else []
    turns += [(number + 1, "Older stories")] if number < count else []
    body += [f'<p><a class="turn" href="{_name(channel, to)}">{text}</a></p>' for to, text in turns]
    body.append('</main>\n<footer>\n<p class="by">Read by synthetic voices.</p>\n</footer>')
    return page(channel, channel.title, "", "edition", body, head)


def _main(items: Sequence[Item], wholes: Sequence[Item]) -> Iterator[str]:
    if not items:
        yield "<p>No story yet.</p>"
    if wholes:
        yield '<section aria-label="The whole edition" class="whole">'
        for item in wholes:
            yield _article(item, "h2")
        yield "</section>"
    for number, (day, of_day) in enumerate(groupby(items, key=lambda item: item.day)):
        if number:
            yield f'<h2 class="day">{_date(day)}</h2>'
        yield from _day(list(of_day), 3 if number else 2)


def _day(stories: Sequence[Item], level: int) -> Iterator[str]:
    """One day's stories, under their sections where they have any; `level` of the first headings."""
    named = any(item.section for item in stories)
    for section, members in _sections(stories).items():
        if named:
            yield f'<h{level} class="section" dir="auto">{attribute(section or "More stories")}</h{level}>'
        for item in members:
            yield _article(item, f"h{level + named}")


def _sections(stories: Iterable[Item]) -> dict[str, list[Item]]:
    sections: dict[str, list[Item]] = {}
    for item in stories:
        sections.setdefault(item.section, []).append(item)
    return sections


def _date(day: str) -> str:
    return f'<time datetime="{day}">{day}</time>'


def _article(item: Item, heading: str) -> str:
    title = attribute(item.title)
    about = [attribute(", ".join(item.authors))] if item.authors else []
    about += [attribute(item.place)] if item.place else []
    about.append(clock(item.seconds))
    if not item.page and item.original:
        about.append(f'<a href="{attribute(item.original)}">Original</a>')
    linked = f'<a href="{item.page}">{title}</a>' if item.page else title
    picture = f'<img src="{item.picture}" alt="" width="96" height="96" loading="lazy">' if item.picture else ""
    marks = f' data-chapters="{attribute(json.dumps(item.chapters))}"' if item.chapters and not item.page else ""
    # An edition file's description is a list of the headlines, which stand below as stories.
    summary = f'<p class="sum" dir="auto">{attribute(item.description)}</p>' if item.page or not item.chapters else ""
    return (
        f'<article id="{item.slug}" lang="{item.language}" data-seconds="{item.seconds}"{marks}>\n{picture}\n<div>'
        f'<{heading} class="title" dir="auto">{linked}</{heading}>\n<p class="by" dir="auto">{" · ".join(about)}</p>\n'
        f'{summary}\n<audio controls preload="none" src="{item.audio}" aria-label="{title}"></audio>\n</div></article>'
    )


def order(items: Sequence[Item]) -> bytes:
    """stories/order.js: the slugs of the newest stories, as the front page lists them; what is heard next."""
    slugs = [item.slug for item in items[:STORIES] if item.page]
    return f"var ORDER = {json.dumps(slugs)};\n".encode()


def listed(items: Sequence[Item]) -> list[Item]:
    """The items in the order in which the page shows them: by day, within it by section."""
    days = (_sections(of_day) for _, of_day in groupby(items, key=lambda item: item.day))
    return [item for sections in days for members in sections.values() for item in members]


def manifest(channel: Channel) -> bytes:
    """stories/app.webmanifest: what makes the page an app that can be installed (W3C Web Application Manifest)."""
    kind = "image/png" if channel.cover.endswith("png") else "image/jpeg"
    about = {
        "name": channel.title,
        "short_name": channel.title[:24],
        "lang": channel.language,
        "start_url": "../index.html",
        "scope": "../",
        "display": "standalone",
        "background_color": "#fbfaf7",
        "theme_color": "#1f3a4d",
        "icons": [{"src": f"../{channel.cover}", "sizes": "1400x1400", "type": kind, "purpose": "any"}],
    }
    return (json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode()


def worker(channel: Channel, items: Sequence[Item]) -> bytes:
    """sw.js: keeps the front page and the newest stories' texts for reading without a network."""
    files = ["index.html", "stories/style.css", "stories/player.js", "stories/order.js", channel.cover]
    files += [item.page for item in items[:30] if item.page]
    stamp = max((item.updated or item.published).isoformat() for item in items) if items else ""
    head = f"var NAME = {json.dumps(f'{version()} {len(items)} {stamp}')};\nvar FILES = {json.dumps(files)};\n"
    return (head + (FOLDER / "sw.js").read_text(encoding="utf-8")).encode()
