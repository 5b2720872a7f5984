"""EditionSettings -> Channel: what a feed says about itself, and the addresses of its files."""

from __future__ import annotations

import re
import struct
import uuid
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit
from zoneinfo import ZoneInfo

from ..errors import SettingsError
from ..facts.language_codes import language_code
from ..lexis.wordings import AUTO
from . import text
from .categories import category
from .items import Item

if TYPE_CHECKING:
    from ..settings import EditionSettings

PODCAST_GUID = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""Name space of podcast:guid, from the podcast namespace's tag page."""

_EMAIL = re.compile(r"[^@\s<>\"&\x00-\x1f]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")


@dataclass(frozen=True, slots=True)
class Channel:
    """One feed; texts are clean."""

    home: str
    """Absolute address of the folder that all files are served from, with a slash at its end."""
    title: str
    description: str
    author: str
    email: str
    language: str
    copyright: str
    category: tuple[str, ...]
    """Apple Podcasts category: top, or top and sub."""
    explicit: bool
    cover: str
    """POSIX path of the cover relative to the output folder."""
    stem: str = "feed"
    """Its files are STEM.xml, STEM-2.xml, ... and STEM.json."""
    page: str = "index.html"
    """File name of its web page."""
    rhythm: str = ""
    """How often an edition appears: `daily`, `weekdays`, `weekly`, `monthly`; may be empty."""
    private: bool = False
    """Whether directories and search engines are asked to leave it out."""
    moved_guid: str = ""
    """The podcast:guid that it had at another address."""

    @property
    def feed_url(self) -> str:
        return f"{self.home}{self.stem}.xml"

    @property
    def page_url(self) -> str:
        return self.home if self.page == "index.html" else self.home + self.page

    @property
    def playlist(self) -> str:
        return self.stem.replace("feed", "playlist", 1) + ".m3u8"

    @property
    def guid(self) -> str:
        """The podcast's UUIDv5, from the feed's address without scheme and trailing slashes."""
        return self.moved_guid or str(uuid.uuid5(PODCAST_GUID, re.sub(r"^\w+://|/+$", "", self.feed_url)))

    def file(self, page: int, ending: str) -> str:
        return f"{self.stem}.{ending}" if page == 1 else f"{self.stem}-{page}.{ending}"

    def link(self, item: Item) -> str:
        """The original's address where it is known, else the story's own page."""
        return item.original or self.home + (item.page or f"#{item.slug}")


def channel(edition: EditionSettings, cover: str) -> Channel:
    """The channel of all stories. Raises SettingsError for a setting that no feed can be made with."""
    title = text.title(edition.title, "Audio Edition")
    return Channel(
        home=home(edition),
        title=title,
        description=text.cut_bytes(text.clean(edition.description)) or f"{title}, read by synthetic voices.",
        author=text.title(edition.author, title),
        email=_email(edition.email),
        language=_language(edition.language),
        copyright=text.clean(edition.copyright),
        category=category(edition.category),
        explicit=edition.explicit,
        cover=cover,
        rhythm=edition.rhythm,
        private=edition.private,
        moved_guid=_guid(edition.podcast_guid),
    )


def zone(edition: EditionSettings) -> tzinfo:
    """The zone of dates and times that name none. Raises SettingsError when there is no such zone."""
    try:
        return UTC if edition.timezone == "UTC" else ZoneInfo(edition.timezone)
    except (KeyError, ValueError, OSError, EOFError, struct.error) as e:  # unknown; not a name; not a zone's file
        raise _wrong("timezone", edition.timezone, "a time zone", "write an IANA name like Europe/London") from e


def _email(given: str) -> str:
    if given and not _EMAIL.fullmatch(given):
        raise _wrong("email", given, "an e-mail address", "write it like desk@news.example, or leave it out")
    return given


def _language(given: str) -> str:
    code = "en" if given == AUTO else language_code(given)
    if code is None:
        raise _wrong("language", given, "a language code", "write it like en or en-GB")
    return code


def _guid(given: str) -> str:
    try:
        return str(uuid.UUID(given)) if given else ""
    except ValueError as e:
        remedy = "copy it from <podcast:guid> of the old feed, or leave it out"
        raise _wrong("podcast_guid", given, "a UUID", remedy) from e


def _wrong(key: str, given: str, wanted: str, remedy: str) -> SettingsError:
    return SettingsError(f"edition.toml [edition]: {key} {given!r} is not {wanted}", remedy=remedy)


def home(edition: EditionSettings) -> str:
    """The address the output folder is served from: ASCII, with a slash at its end.

    Raises SettingsError when `edition.link` is not an http(s) address.
    """
    link = edition.link.strip()
    remedy = "write the address the output folder will be served from, like https://news.example/audio/"
    try:
        parts = urlsplit(link)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError as e:
        raise _wrong("link", link, "a web address", remedy) from e
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host) or parts.query or parts.fragment:
        raise _wrong("link", link, "a web address", remedy)
    path = quote(parts.path, safe="/%~:@!$&'()*+,;=", errors="replace")
    return urlunsplit((parts.scheme, host + port, path if path.endswith("/") else path + "/", "", ""))
