"""Episode + Told -> stories/SLUG.html: the whole text of a story, every word of which can be found by its time.

Without scripts it is text and an audio element. The scripts find each line by `data-i`, and the times of its words in
the page's own data: no element a word, nothing to fetch, so that it works from a folder on disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from ..facts.language_codes import language_code
from .items import address
from .markup import attribute, clock, data, page, shown
from .words import Block, Said, Told, blocks

if TYPE_CHECKING:
    from ..model import Episode
    from .channel import Channel

COLOURS = 6
"""Speakers get one of so many colours, in the order in which they are first heard."""
TAGS = {"headline": "h1", "subhead": "h2", "caption": "figcaption"}


def html(channel: Channel, episode: Episode, told: Told) -> bytes:
    """The story's page."""
    title = attribute(episode.title)
    language = language_code(episode.language) or channel.language
    spoken = [line for line in told.lines if line.text.strip()]
    numbers = {id(line): number for number, line in enumerate(spoken)}
    colours = _colours(spoken)
    body = [
        f'<nav class="top" aria-label="Edition"><a href="../index.html">{attribute(channel.title)}</a></nav>',
        f'<main>\n<article id="story" lang="{language}">',
    ]
    texts = [_block(block, numbers, colours) for block in blocks(told)]
    ahead = _opening(blocks(told))
    body += texts[:ahead]
    dated = any(line.role == "timestamp" for line in spoken)
    day = "" if dated else f'<time datetime="{episode.published}">{episode.published[:10]}</time> · '
    body.append(f'<p class="by">{day}{clock(round(episode.duration_ms / 1000))}</p>')
    body.append(f'<audio controls preload="none" src="../{episode.audio}" aria-label="{title}"></audio>')
    if episode.picture:
        picture = f'src="../{episode.picture}" alt="{attribute(episode.picture_alt)}"'
        body.append(f'<figure><img {picture} width="800" height="800"></figure>')
    body += texts[ahead:]
    body.append("</article>")
    body += _foot(channel, episode)
    body.append("</main>")
    body.append(data("data", _data(channel, episode, spoken)))
    head = [
        f'<link rel="alternate" type="application/rss+xml" title="{attribute(channel.title)}" href="../feed.xml">',
        f'<meta name="description" content="{attribute(episode.summary[:300])}">',
        '<script defer src="order.js"></script>',
    ]
    return page(channel, f"{episode.title} – {channel.title}", "../", "story", body, head)


def _opening(parts: Sequence[Block]) -> int:
    """How many blocks stand before the picture: headline, deck, byline."""
    count = 0
    while count < len(parts) and parts[count].kind in ("headline", "deck", "byline", "timestamp"):
        count += 1
    return count


def _colours(lines: Sequence[Said]) -> dict[str, int]:
    names = dict.fromkeys(line.speaker for line in lines if line.speaker)
    return {name: number % COLOURS + 1 for number, name in enumerate(names)}


def _block(block: Block, numbers: dict[int, int], colours: dict[str, int]) -> str:
    tag = TAGS.get(block.kind, "p")
    inside = []
    last = ""
    for line, gap in zip(block.lines, block.gaps, strict=True):
        if id(line) not in numbers:
            continue
        kind = f' class="q s{colours[line.speaker]}"' if line.speaker else ' class="plus"' if line.added else ""
        label = ""
        if line.speaker and line.speaker != last:
            label = f'<b class="who s{colours[line.speaker]}">{attribute(line.speaker)}</b> '
        last = line.speaker or last
        inside.append(f'{gap}{label}<span data-i="{numbers[id(line)]}"{kind}>{shown(line.text)}</span>')
    if not inside:
        return ""
    note = '<b class="who">Added</b> ' if block.kind == "added" else ""
    text = f'<{tag} class="{block.kind}" dir="auto">{note}{"".join(inside)}</{tag}>'
    return f"<figure>{text}</figure>" if tag == "figcaption" else text


def _foot(channel: Channel, episode: Episode) -> Iterator[str]:
    links = [f'<a href="../{name}">Transcript</a>' for name in episode.transcripts if name.endswith(".vtt")]
    links.append(f'<a href="../{episode.audio}" download>Sound file</a>')
    if original := address(episode.url):
        links.insert(0, f'<a href="{attribute(original)}">Original</a>')
    snippet = (
        f'<iframe src="{channel.home}stories/{episode.slug}.html?embed" title="Listen: {attribute(episode.title)}" '
        'width="100%" height="200" style="border:0" loading="lazy" allow="autoplay"></iframe>'
    )
    yield f'<p class="by links">{" · ".join(links)}</p>'
    yield (
        '<details class="by"><summary>Put this player on your page</summary>'
        f'<p>One line of HTML:</p><pre tabindex="0"><code>{attribute(snippet)}</code></pre></details>'
    )
    yield '<p class="by">Read by synthetic voices.</p>'


def _data(channel: Channel, episode: Episode, lines: Sequence[Said]) -> dict[str, object]:
    return {
        "slug": episode.slug,
        "title": " ".join(episode.title.split()),
        "by": ", ".join(episode.authors) or channel.author,
        "album": channel.title,
        "audio": episode.audio,
        "seconds": round(episode.duration_ms / 1000, 3),
        "art": episode.picture or channel.cover,
        "chapters": [[c.start_ms, c.title] for c in episode.chapters] if len(episode.chapters) > 1 else [],
        "words": [_words(line) for line in lines],
    }


def _words(line: Said) -> list[int]:
    """start, length in milliseconds, first, last, start, ... of each word; offsets as scripts count them, in UTF-16."""
    text = line.text
    if text.isascii() or max(text) <= "\uffff":
        return [n for a, b, first, last in line.words for n in (a, b - a, first, last)]
    at = [0, *accumulate(2 if c > "\uffff" else 1 for c in text)]
    return [n for a, b, first, last in line.words for n in (a, b - a, at[first], at[last])]
