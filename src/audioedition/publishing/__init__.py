"""Episodes -> the output folder as a static site: feeds, playlist, pages, cover. Decides names and addresses.

output/  feed.xml (feed-2.xml ...)  feed.json  playlist.m3u8  index.html       all stories
         feed-SPORT.xml  playlist-SPORT.m3u8  index-SPORT.html  feeds.opml     by section or by date
         editions.xml  edition-2026-11-22.mp3                                  whole editions, one item each
         episodes/  chapters/  transcripts/  artwork/
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit

from ..errors import PublishingError, SettingsError
from . import feed, files, jsonfeed, names, page, playlist, text
from .files import prune

if TYPE_CHECKING:
    from ..model import Episode
    from ..settings import EditionSettings

__all__ = ["Group", "Published", "groups", "home", "prune", "publish"]

PAGE_SIZE = 1000
"""Items on one page of a feed. Most players read only the first page; some give up on feeds of many megabytes."""


@dataclass(frozen=True, slots=True)
class Group:
    """Stories that make up one edition."""

    key: str
    """A slug, or `` for all stories."""
    title: str
    episodes: tuple[Episode, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """What `publish` did. Paths are POSIX, relative to the output folder."""

    files: frozenset[str]
    """Everything that the site consists of now."""
    written: tuple[str, ...]
    """Those of the feeds, playlists and pages that were new or changed."""
    left_out: tuple[Episode, ...]
    """Episodes whose sound file is not there."""


def groups(episodes: Sequence[Episode], by: str) -> tuple[Group, ...]:
    """The editions beside the one of all stories: none for `all`, one a day (newest first) or one a section."""
    if by == "all":
        return ()
    titles: dict[str, str] = {}
    members: dict[str, list[Episode]] = {}
    for e in episodes:
        if by == "date":
            key = title = e.published[:10]
        else:
            title = text.title(e.section or "", "General")
            key = names.ascii_words(title)[:40].strip("-") or "section"
            if re.search(r"(^|-)\d+$", key):  # feed-sport-2.xml is a page
                key += "-section"
        titles.setdefault(key, title)
        members.setdefault(key, []).append(e)
    return tuple(Group(k, titles[k], tuple(members[k])) for k in sorted(members, reverse=by == "date"))


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
) -> Published:
    """Write feeds, playlists, pages and cover of `episodes` into `output`; the main feed last.

    episodes: in reading order; the feeds sort them by date, newest first.
    edition_file: all stories as one file; `edition_files` further ones (one a day or section).
    built: what a feed that has changed says about when; one that has not keeps its date and its bytes.
    cover: JPEG or PNG; when None the one in `artwork/` is kept, or one is made.
    Only files that exist are named, with the sizes they have. Removes nothing: see `prune`.
    Raises SettingsError for a link that is no web address, PublishingError when something cannot be written.
    """
    base = home(edition)
    there = {
        f"{folder}/{name}": size
        for folder in (*files.FOLDERS, "artwork")
        for name, size in files.sizes(output / folder).items()
    }
    there |= files.sizes(output)
    found = [e for e in (_as_found(e, there, edition) for e in episodes) if e]
    left_out = tuple(e for e in episodes if not there.get(e.audio))
    wholes = [
        e
        for e in (_as_found(e, there, edition) for e in (*([edition_file] if edition_file else []), *edition_files))
        if e
    ]
    out: dict[str, bytes] = {}
    cover_path = _cover(output, edition, cover, there, out)
    main = _channel(base, edition, cover_path)
    parts = [(_channel(base, edition, cover_path, g), g.episodes) for g in groups(found, edition.by)]
    whole = None
    if wholes:
        whole = dataclasses.replace(main, title=f"{edition.title}: whole editions", stem="editions")
    channels = [main, *([whole] if whole else []), *(c for c, _ in parts)]
    for channel, members in parts:
        _site(out, output, channel, members, page_size, built, others=[main])
    if whole:
        _feeds(out, output, whole, wholes, page_size, built)
    if len(channels) > 1:
        out["feeds.opml"] = playlist.opml(edition.title, channels)
    newest_whole = max(wholes, key=lambda e: feed.moment(e.published, e.source), default=None)
    _site(out, output, main, found, page_size, built, others=[c for c, _ in parts], edition_file=newest_whole)
    written = tuple(path for path, data in out.items() if files.write(output / path, data))
    kept = set(out) | {cover_path}
    for e in (*found, *wholes):
        kept.update(
            (
                e.audio,
                *e.transcripts,
                *([e.chapter_file] if e.chapter_file else []),
                *([e.picture] if e.picture else []),
            )
        )
    return Published(frozenset(kept), written, left_out)


def home(edition: EditionSettings) -> str:
    """The address the output folder is served from, ASCII, with a slash at its end.

    Raises SettingsError when `edition.link` is not an http(s) address.
    """
    link = edition.link.strip()
    try:
        parts = urlsplit(link)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        host = port = ""
    if not host or parts.scheme not in ("http", "https") or parts.query or parts.fragment or " " in host:
        raise SettingsError(
            f"edition.toml [edition]: link {link!r} is not a web address",
            remedy="write the address the output folder will be served from, like https://news.example/audio/",
        )
    path = quote(parts.path, safe="/%~:@!$&'()*+,;=")
    return urlunsplit((parts.scheme, host + port, path if path.endswith("/") else path + "/", "", ""))


def _channel(base: str, edition: EditionSettings, cover: str, group: Group | None = None) -> feed.Channel:
    about = edition.description or f"{edition.title}, read aloud by synthetic voices."
    if group is None:
        return feed.Channel(edition.title, about, base, "feed", "index.html", cover, edition)
    title = f"{edition.title}: {group.title}"
    return feed.Channel(title, about, base, f"feed-{group.key}", f"index-{group.key}.html", cover, edition)


def _site(
    out: dict[str, bytes],
    output: Path,
    channel: feed.Channel,
    episodes: Sequence[Episode],
    page_size: int,
    built: datetime,
    others: Sequence[feed.Channel],
    edition_file: Episode | None = None,
) -> None:
    """Everything of one channel, its feed last: the order of `out` is the order of writing."""
    newest_first = _newest_first(episodes)
    out[channel.playlist] = playlist.m3u8(channel, episodes)
    out[channel.page] = page.html(channel, newest_first, others, edition_file)
    _feeds(out, output, channel, newest_first, page_size, built)


def _feeds(
    out: dict[str, bytes],
    output: Path,
    channel: feed.Channel,
    episodes: Sequence[Episode],
    page_size: int,
    built: datetime,
) -> None:
    episodes = _newest_first(episodes)
    pages = max(1, -(-len(episodes) // page_size))
    for number in range(pages, 0, -1):
        chosen = episodes[(number - 1) * page_size : number * page_size]
        out[channel.file(number, "json")] = jsonfeed.json_feed(channel, chosen, number, pages)
        name = channel.file(number, "xml")
        out[name] = feed.keep_date(feed.rss(channel, chosen, number, pages, built), output / name)


def _newest_first(episodes: Sequence[Episode]) -> list[Episode]:
    return sorted(episodes, key=lambda e: feed.moment(e.published, e.source), reverse=True)


def _as_found(episode: Episode, there: Mapping[str, int], edition: EditionSettings) -> Episode | None:
    """The episode naming only files that are there, with the size its sound has now; None without sound."""
    size = there.get(episode.audio)
    if not size:
        return None
    return dataclasses.replace(
        episode,
        size=size,
        language=language(episode.language) or language(edition.language) or "en",
        transcripts=tuple(p for p in episode.transcripts if p in there),
        chapter_file=episode.chapter_file if episode.chapter_file in there else None,
        picture=episode.picture if episode.picture in there else None,
    )


def language(code: str) -> str | None:
    """A BCP 47 code as feeds want it (`en-US`), or None when it is none."""
    code = code.strip().replace("_", "-")
    return code if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", code) else None


def _cover(
    output: Path, edition: EditionSettings, cover: bytes | None, there: Mapping[str, int], out: dict[str, bytes]
) -> str:
    """The path of the cover; its bytes go into `out` when they are new."""
    if cover is None:
        for path in ("artwork/cover.jpg", "artwork/cover.png"):
            if there.get(path):
                return path
        from .. import artwork

        cover = artwork.cover(edition.title, edition.author)
    if cover.startswith(b"\xff\xd8"):
        path = "artwork/cover.jpg"
    elif cover.startswith(b"\x89PNG\r\n"):
        path = "artwork/cover.png"
    else:
        raise PublishingError("the cover is neither JPEG nor PNG", remedy="give a square JPEG of 1400 to 3000 pixels")
    out[path] = cover
    return path
