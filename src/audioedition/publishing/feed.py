"""Episodes -> feed.xml: RSS 2.0 with Apple's, the Podcasting 2.0 and the Atom namespaces (PSP-1), paged by RFC 5005.

Standards: https://www.rssboard.org/rss-specification, https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification,
https://podcastindex.org/namespace/1.0, RFC 5005 section 3.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING

from ..errors import PublishingError
from . import text

if TYPE_CHECKING:
    from pathlib import Path

    from lxml import etree

    from ..model import Episode
    from ..settings import EditionSettings

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
ATOM = "http://www.w3.org/2005/Atom"
NAMESPACES = {"itunes": ITUNES, "podcast": PODCAST, "atom": ATOM}
PODCAST_GUID = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""Name space of podcast:guid, from the podcast namespace's tag page."""
TRANSCRIPT_TYPES = {"vtt": "text/vtt", "srt": "application/x-subrip", "json": "application/json", "html": "text/html"}
"""File ending -> media type, as the podcast namespace lists them."""
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_BUILT = re.compile(rb"<lastBuildDate>([^<]*)</lastBuildDate>")


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says about itself; one a group of episodes."""

    title: str
    description: str
    home: str
    """Absolute address of the folder that all files are served from, with a slash at its end."""
    stem: str
    """`feed`, `feed-sport`: its files are STEM.xml, STEM-2.xml, ... and STEM.json."""
    page: str
    """File name of its web page."""
    cover: str
    """POSIX path of the cover relative to the output folder."""
    edition: EditionSettings

    def url(self, path: str = "") -> str:
        return self.home + path

    @property
    def feed_url(self) -> str:
        return f"{self.home}{self.stem}.xml"

    @property
    def guid(self) -> str:
        """The podcast's UUIDv5, from the feed's address without scheme and trailing slashes."""
        return str(uuid.uuid5(PODCAST_GUID, re.sub(r"^\w+://|/+$", "", self.feed_url)))

    @property
    def playlist(self) -> str:
        return self.stem.replace("feed", "playlist", 1) + ".m3u8"

    def file(self, page: int, ending: str) -> str:
        return f"{self.stem}.{ending}" if page == 1 else f"{self.stem}-{page}.{ending}"


def rss(channel: Channel, episodes: Sequence[Episode], page: int, pages: int, built: datetime) -> bytes:
    """Page `page` of `pages` (from 1) of the feed. `episodes` are those of the page, newest first.

    Every file the episodes name must exist: the caller has looked.
    """
    from lxml import etree

    root = etree.Element("rss", {"version": "2.0"}, nsmap=NAMESPACES)
    ch = etree.SubElement(root, "channel")
    _head(ch, channel, page, pages, built)
    author = text.title(channel.edition.author or channel.edition.title)
    for episode in episodes:
        _item(etree.SubElement(ch, "item"), channel, episode, author)
    return DECLARATION + bytes(etree.tostring(root, encoding="UTF-8", pretty_print=True))


def _head(ch: etree._Element, channel: Channel, page: int, pages: int, built: datetime) -> None:
    edition = channel.edition
    title = text.title(channel.title)
    author = text.title(edition.author or edition.title)
    _put(ch, "title", title)
    _put(ch, "link", channel.url(channel.page if channel.page != "index.html" else ""))
    _put(ch, "description", text.cut_bytes(text.clean(channel.description)) or title)
    _put(ch, "language", edition.language)
    if edition.copyright:
        _put(ch, "copyright", text.clean(edition.copyright))
    _put(ch, "lastBuildDate", rfc2822(built))
    _put(ch, "generator", "audioedition")
    for rel, number in _links(page, pages):
        _put(ch, f"{{{ATOM}}}link", rel=rel, href=channel.url(channel.file(number, "xml")), type="application/rss+xml")
    _put(ch, f"{{{ITUNES}}}author", author)
    if edition.email:
        owner = _put(ch, f"{{{ITUNES}}}owner")
        _put(owner, f"{{{ITUNES}}}name", author)
        _put(owner, f"{{{ITUNES}}}email", text.clean(edition.email))
    top, _, sub = edition.category.partition("/")
    category = _put(ch, f"{{{ITUNES}}}category", text=top.strip())
    if sub.strip():
        _put(category, f"{{{ITUNES}}}category", text=sub.strip())
    _put(ch, f"{{{ITUNES}}}explicit", _true(edition.explicit))
    _put(ch, f"{{{ITUNES}}}type", "episodic")
    _put(ch, f"{{{ITUNES}}}image", href=channel.url(channel.cover))
    _put(ch, f"{{{PODCAST}}}guid", channel.guid)
    if edition.email:
        _put(ch, f"{{{PODCAST}}}locked", "yes", owner=text.clean(edition.email))
    else:
        _put(ch, f"{{{PODCAST}}}locked", "no")
    _put(ch, f"{{{PODCAST}}}medium", "podcast")
    _put(ch, f"{{{PODCAST}}}txt", "true", purpose="ai-content")


def _links(page: int, pages: int) -> Iterable[tuple[str, int]]:
    yield "self", page
    if pages > 1:
        yield "first", 1
        yield "last", pages
        if page > 1:
            yield "previous", page - 1
        if page < pages:
            yield "next", page + 1


def _item(item: etree._Element, channel: Channel, episode: Episode, author: str) -> None:
    _put(item, "title", text.title(episode.title, episode.slug))
    _put(item, "link", link(channel, episode))
    _put(item, "guid", text.clean(episode.guid), isPermaLink="false")
    _put(item, "pubDate", rfc2822(moment(episode.published, episode.source)))
    if episode.updated:
        _put(item, f"{{{ATOM}}}updated", moment(episode.updated, episode.source).isoformat())
    _put(item, "description", description(episode))
    if episode.section and (section := text.title(episode.section, "")):
        _put(item, "category", section)
    _put(item, "enclosure", url=channel.url(episode.audio), length=str(episode.size), type=episode.media_type)
    authors = [name for a in episode.authors if (name := text.person(a))]
    _put(item, f"{{{ITUNES}}}author", text.cut(", ".join(authors), text.TITLE_CHARS) or author)
    _put(item, f"{{{ITUNES}}}duration", str(seconds(episode)))
    _put(item, f"{{{ITUNES}}}explicit", _true(channel.edition.explicit))
    _put(item, f"{{{ITUNES}}}episodeType", "full")
    if episode.picture:
        _put(item, f"{{{ITUNES}}}image", href=channel.url(episode.picture))
    for path in episode.transcripts:
        _put(
            item,
            f"{{{PODCAST}}}transcript",
            url=channel.url(path),
            type=TRANSCRIPT_TYPES.get(path.rsplit(".", 1)[-1], "text/plain"),
            language=episode.language,
            rel="captions",
        )
    if episode.chapter_file:
        _put(
            item,
            f"{{{PODCAST}}}chapters",
            url=channel.url(episode.chapter_file),
            type="application/json+chapters",
        )
    for name in authors:
        _put(item, f"{{{PODCAST}}}person", name, group="writing", role="author")
    for name in dict.fromkeys(map(text.person, episode.speakers)):
        if name and name not in authors:
            _put(item, f"{{{PODCAST}}}person", name, group="cast", role="guest")
    _put(item, f"{{{PODCAST}}}txt", "true", purpose="ai-content")


def _put(parent: etree._Element, tag: str, value: str | None = None, /, **attributes: str) -> etree._Element:
    from lxml.etree import SubElement

    child = SubElement(parent, tag, attributes)
    if value is not None:
        child.text = value
    return child


def link(channel: Channel, episode: Episode) -> str:
    """The original's address where it is known, else the episode's place on the edition's page."""
    return original(episode) or channel.url(f"#{episode.slug}")


def original(episode: Episode) -> str | None:
    """The address of the article itself, if it is one that a page may link to."""
    url = text.clean(episode.url or "")
    return url if re.fullmatch(r"https?://[!-~]+", url) else None


def description(episode: Episode) -> str:
    """Summary and correction note as plain text, within the limit; the title when there is neither."""
    summary = text.clean(episode.summary)
    if episode.correction:
        note = f"Correction: {text.clean(episode.correction)}"
        note = text.cut_bytes(note, text.DESCRIPTION_BYTES // 2)
        summary = f"{text.cut_bytes(summary, text.DESCRIPTION_BYTES // 2 - 1)} {note}".strip()
    return text.cut_bytes(summary) or text.title(episode.title, episode.slug)


def seconds(episode: Episode) -> int:
    """The decoded length in whole seconds, at least 1."""
    return max(1, round(episode.duration_ms / 1000))


def moment(iso: str, article: str = "") -> datetime:
    """An ISO 8601 date, or date and time, in whole seconds; without a zone it is UTC.

    Raises PublishingError for anything else.
    """
    try:
        at = datetime.fromisoformat(iso)
    except ValueError as e:
        raise PublishingError(f"{iso!r} is not a date", article=article, remedy="write it as 2026-11-22T08:30") from e
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).replace(microsecond=0)


def rfc2822(at: datetime) -> str:
    """`Sun, 22 Nov 2026 08:30:00 +0000`."""
    return format_datetime(at if at.tzinfo else at.replace(tzinfo=UTC))


def keep_date(data: bytes, path: Path) -> bytes:
    """The feed `data` with the lastBuildDate of the finished one at `path`, when nothing else differs."""
    try:
        old = path.read_bytes()
    except OSError:
        return data
    then = _BUILT.search(old[:20_000])
    if then and _BUILT.sub(lambda _: then[0], data, count=1) == old:
        return old
    return data


def _true(value: bool) -> str:
    return "true" if value else "false"
