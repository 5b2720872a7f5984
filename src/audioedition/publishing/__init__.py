"""Episodes -> the output folder as a static site: feeds, playlists, pages, cover. Decides names and addresses.

    output/  feed.xml (feed-2.xml ...)  feed.json  playlist.m3u8  index.html       all stories
             feed-sport.xml  playlist-sport.m3u8  index-sport.html  feeds.opml     by section or by date
             editions.xml  edition-2026-11-22.mp3                                  whole editions, one item each
             episodes/  chapters/  transcripts/  artwork/

`items.py` cleans what is shown and looks for the files, `channel.py` knows the addresses, `grouping.py` what belongs
together; `feed.py`, `jsonfeed.py`, `playlist.py` and `page.py` each write one format; `files.py` swaps files in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import PublishingError
from ..machine import files
from . import items
from .briefing import FILE, flash_briefing
from .channel import Channel, channel, home, zone
from .grouping import Group, groups
from .items import Item
from .markup import ASSETS, asset

if TYPE_CHECKING:
    from ..model import Episode
    from ..settings import EditionSettings

__all__ = ["Group", "Published", "check", "groups", "home", "publish", "zone"]

PAGE_SIZE = 1000
"""Items on one page of a feed. Most players read only the first page; some give up on feeds of many megabytes."""


@dataclass(frozen=True, slots=True)
class Published:
    """What `publish` did. Paths are POSIX, relative to the output folder."""

    files: frozenset[str]
    """Everything that the site consists of now: what `files.prune` is to keep."""
    written: tuple[str, ...]
    """Those of the feeds, playlists, pages and the cover that were new or changed."""
    left_out: tuple[Episode, ...]
    """Episodes whose sound file is not there."""


def publish(
    output: Path,
    episodes: Sequence[Episode],
    edition: EditionSettings,
    *,
    built: datetime,
    edition_file: Episode | None = None,
    edition_files: Sequence[Episode] = (),
    cover: bytes | None = None,
    page_size: int = PAGE_SIZE,
    work: Path | None = None,
) -> Published:
    """Write feeds, playlists, pages and cover of `episodes` into `output`; the main feed last.

    episodes: in reading order; the feeds sort them by date, newest first.
    edition_file: all stories as one file; `edition_files` further ones (of earlier days, or one a group).
    built: what a feed that has changed says about when; one that has not keeps its date and its bytes.
    work: a folder on the same disk for unfinished files; beside their places when None.
    cover: JPEG or PNG; when None the one in `artwork/` is kept, or one is made.
    Only files that exist are named, with the sizes they have. Removes nothing: see `files.prune`.
    Raises SettingsError for what `check` finds, PublishingError when something cannot be written.
    """
    there = files.everything(output)
    out: dict[str, bytes] = {}
    cover_path = _cover(edition, cover, there, out)
    main = channel(edition, cover_path)
    shown = _items(episodes, there, main.language)
    found = list(shown.values())
    wholes = list(_items([*([edition_file] if edition_file else []), *edition_files], there, main.language).values())
    parts = [
        (_part(main, group), [shown[e.slug] for e in group.episodes])
        for group in groups((e for e in episodes if e.slug in shown), edition.by)
    ]
    for part, members in parts:
        _site(out, output, part, members, page_size, built, [main], [])
    others = [part for part, _ in parts]
    _wholes(out, output, main, wholes, others, page_size, built)
    _site(out, output, main, found, page_size, built, others, _newest_day(wholes))
    written = tuple(path for path, data in out.items() if files.write(output / path, data, work=work))
    kept = {cover_path, *out, *(path for item in (*found, *wholes) for path in item.files)}
    return Published(frozenset(kept), written, tuple(e for e in episodes if e.slug not in shown))


def _newest_day(wholes: Sequence[Item]) -> list[Item]:
    """The edition files of the newest day."""
    last = max((item.day for item in wholes), default="")
    return [item for item in wholes if item.day == last]


def _items(episodes: Sequence[Episode], there: Mapping[str, int], language: str) -> dict[str, Item]:
    """Slug -> item of the episodes whose sound is there."""
    return {e.slug: item for e in episodes if (item := items.item(e, there, language))}


def _wholes(
    out: dict[str, bytes],
    output: Path,
    main: Channel,
    wholes: Sequence[Item],
    parts: Sequence[Channel],
    page_size: int,
    built: datetime,
) -> None:
    """The feed of whole editions, and the list of all feeds where there are several."""
    from .playlist import opml

    channels = [main, *parts]
    if wholes:
        editions = replace(main, title=f"{main.title}: whole editions", stem="editions", moved_guid="")
        channels.insert(1, editions)
        _feeds(out, output, editions, wholes, page_size, built)
    if len(channels) > 1:
        out["feeds.opml"] = opml(main.title, channels)


def check(edition: EditionSettings) -> None:
    """Raise SettingsError now for what `publish` would refuse when all the work has been done."""
    channel(edition, "")
    zone(edition)


def _part(main: Channel, group: Group) -> Channel:
    title = f"{main.title}: {group.title}"
    return replace(main, title=title, stem=f"feed-{group.key}", page=f"index-{group.key}.html", moved_guid="")


def _site(
    out: dict[str, bytes],
    output: Path,
    channel: Channel,
    found: Sequence[Item],
    page_size: int,
    built: datetime,
    others: Sequence[Channel],
    wholes: Sequence[Item],
) -> None:
    """Everything of one channel, its feed last: the order of `out` is the order of writing."""
    from . import site
    from .playlist import m3u8

    newest = _newest_first(found)
    if channel.page == "index.html":  # what the pages load comes before them
        out["stories/order.js"] = site.order(site.listed(newest))
        out["stories/app.webmanifest"] = site.manifest(channel)
        out["sw.js"] = site.worker(channel, newest)
        out[FILE] = flash_briefing(channel, newest)
        out.update((f"stories/{name}", asset(name).encode()) for name in ASSETS)
    out[channel.playlist] = m3u8(channel, found)
    out.update(site.pages(channel, newest, others, wholes))
    _feeds(out, output, channel, found, page_size, built)


def _feeds(
    out: dict[str, bytes], output: Path, channel: Channel, found: Sequence[Item], page_size: int, built: datetime
) -> None:
    from . import feed
    from .jsonfeed import json_feed

    found = _newest_first(found)
    pages = max(1, -(-len(found) // page_size))
    for number in range(pages, 0, -1):
        chosen = found[(number - 1) * page_size : number * page_size]
        out[channel.file(number, "json")] = json_feed(channel, chosen, number, pages)
        name = channel.file(number, "xml")
        out[name] = feed.keep_date(feed.rss(channel, chosen, number, pages, built), output / name)


def _newest_first(found: Sequence[Item]) -> list[Item]:
    return sorted(found, key=lambda item: item.published, reverse=True)


def _cover(edition: EditionSettings, cover: bytes | None, there: Mapping[str, int], out: dict[str, bytes]) -> str:
    """The path of the cover; its bytes go into `out` when they are given or made."""
    if cover is None:
        for path in ("artwork/cover.jpg", "artwork/cover.png"):
            if there.get(path):
                return path
        from ..covers import artwork

        cover = artwork.cover(edition.title, edition.author)
    if cover.startswith(b"\xff\xd8"):
        path = "artwork/cover.jpg"
    elif cover.startswith(b"\x89PNG\r\n"):
        path = "artwork/cover.png"
    else:
        raise PublishingError("the cover is neither JPEG nor PNG", remedy="give a square JPEG of 1400 to 3000 pixels")
    out[path] = cover
    return path
