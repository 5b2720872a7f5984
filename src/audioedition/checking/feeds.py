"""Feeds in a folder -> what they say about its files: length, type, duration and title, files that must exist."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..model.formats import by_suffix
from . import listings

if TYPE_CHECKING:
    from ..tagging import Tags

ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
ATOM = "{http://www.w3.org/2005/Atom}"
DURATION_S = 1.0
"""Feeds give whole seconds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says about one audio file."""

    feed: str
    path: Path
    length: str
    media_type: str
    duration: str
    title: str = ""

    def title_faults(self, tags: Tags | None) -> list[str]:
        """That the tag's title is another one. Either may be cut short."""
        title = tags.title if tags else ""
        listed, tagged = ("".join(filter(str.isalnum, t)).casefold() for t in (self.title, title))
        if not listed or not tagged or listed.startswith(tagged) or tagged.startswith(listed):
            return []
        return [f"{self.feed} calls it {self.title[:60]!r}, the tag {title[:60]!r}"]

    def faults(self, seconds: float) -> list[str]:
        """What does not fit the file, whose decoded length is `seconds`."""
        faults = []
        size = self.path.stat().st_size
        if self.length != str(size):
            faults.append(f"{self.feed} gives {self.length or 'no'} bytes, the file has {size}")
        format = by_suffix(self.path.suffix)
        if format and self.media_type not in (format.media_type, format.enclosure, *format.other_types):
            faults.append(f"{self.feed} gives the type {self.media_type or 'nothing'} instead of {format.media_type}")
        if self.duration:
            stated = parse_duration(self.duration)
            if stated is None or abs(stated - seconds) > DURATION_S:
                faults.append(f"{self.feed} gives a length of {self.duration}, decoded are {seconds:.1f} s")
        return faults


def home_of(audio: Path) -> Path:
    """The folder whose feeds may name `audio`: its own, or the one above."""
    return next((f for f in (audio.parent, audio.parent.parent) if any(f.glob("*.xml"))), audio.parent)


def read(folder: Path) -> tuple[dict[Path, list[Entry]], dict[Path, list[str]]]:
    """(what the feeds directly in `folder` say about files, what is wrong with a feed itself)."""
    entries: dict[Path, list[Entry]] = {}
    faults: dict[Path, list[str]] = {}
    for feed in sorted(folder.glob("*.xml")):
        try:
            found, wrong = _read(feed)
        except FileNotFoundError:  # a build has just taken it away
            continue
        except (OSError, ValueError, SyntaxError, RecursionError) as e:
            faults[feed] = [f"it is no readable XML: {e}"]
            continue
        for entry in found:
            entries.setdefault(entry.path.resolve(), []).append(entry)
        if wrong:
            faults[feed] = wrong
    others = {p: listings.json_feed_faults(p) for p in sorted(folder.glob("*.json"))}
    others |= {p: listings.playlist_faults(p) for p in sorted(folder.glob("*.m3u*"))}
    return entries, faults | {path: found for path, found in others.items() if found}


def _read(feed: Path) -> tuple[list[Entry], list[str]]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    channel = etree.fromstring(feed.read_bytes(), parser).find("channel")
    if channel is None:
        return [], []
    address = next((a.get("href", "") for a in channel.iter(f"{ATOM}link") if a.get("rel") == "self"), "")
    entries: list[Entry] = []
    faults = _picture_faults(channel, address, feed.parent)
    guids: set[str] = set()
    for item in channel.iter("item"):
        title = item.findtext("title") or "an item"
        guid = item.findtext("guid") or ""
        if guid in guids:
            faults.append(f"{title}: its guid stands twice" if guid else f"{title}: it has no guid")
        guids.add(guid)
        enclosure = item.find("enclosure")
        if enclosure is None:
            faults.append(f"{title}: it has no enclosure")
            continue
        faults += _missing(item, enclosure, title, address, feed.parent)
        path = listings.local(enclosure.get("url", ""), address, feed.parent)
        if path is not None and listings.there(path):
            duration = (item.findtext(f"{ITUNES}duration") or "").strip()
            told = enclosure.get("length", ""), enclosure.get("type", ""), duration
            entries.append(Entry(feed.name, path, *told, item.findtext("title") or ""))
    return entries, faults


def _picture_faults(channel: Any, address: str, folder: Path) -> list[str]:
    """What is wrong with the pictures that the channel and its items name."""
    faults = []
    for url in dict.fromkeys(e.get("href", "") for e in channel.iter(f"{ITUNES}image")):
        if (path := listings.local(url, address, folder)) is not None:
            wrong = listings.artwork_faults(path) if listings.there(path) else ["it is not in the folder"]
            faults += [f"{url}: {fault}" for fault in wrong]
    return faults


def _missing(item: Any, enclosure: Any, title: str, address: str, folder: Path) -> list[str]:
    """The files of an item that are not in the folder, though they should be."""
    named = [enclosure.get("url", "")]
    named += [e.get("url", "") for tag in ("transcript", "chapters") for e in item.iter(PODCAST + tag)]
    paths = {url: listings.local(url, address, folder) for url in named}
    return [f"{title}: {url} is not in the folder" for url, path in paths.items() if path and not listings.there(path)]


def parse_duration(text: str) -> float | None:
    """itunes:duration (`HH:MM:SS`, `MM:SS` or seconds) in seconds; None for anything else."""
    try:
        seconds = 0.0
        for part in text.split(":"):
            seconds = seconds * 60 + float(part)
    except ValueError:
        return None
    return seconds
