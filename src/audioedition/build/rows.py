"""The rows of the ledger: what is known of an article, of an edition file, of the edition, of a file without a feed."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from ..model import Episode
from .episode_json import episode_from_json
from .ledgerfile import BODY, Layout, Table


@dataclass(frozen=True)
class Row:
    """What the ledger knows of one article. Dates are ISO 8601 with zone."""

    name: str
    """`Article.name`."""
    guid: str
    slug: str
    first_seen: str
    stated: str | None
    """The date the article itself gave, as it gave it."""
    published: str
    """The article's own date, else `first_seen`."""
    updated: str | None = None
    """When its words changed after it had been published."""
    text_digest: str = ""
    """Digest of the article's words, as last assigned; behind it those of what its body says, and all of it."""
    sketch: str = ""
    """Of its words: see `sketches.py`."""
    source_digest: str = ""
    """Digest of the source file that the finished episode was made from; so with the next three."""
    script_digest: str = ""
    recipe: str = ""
    tags_digest: str = ""
    origin: str = ""
    """The folder its source was found in; empty for a file, an address or standard input."""
    episode_json: str | None = None
    files: str = ""
    """The finished files and their digests: see `stamps.py`. Kept when the article has gone."""
    removed: str | None = None
    """When the article was found to be gone."""
    number: int | None = None
    """Of the episode: given once, counted up over the life of the edition."""
    named: int = 0
    """The highest revision of its sound that a feed has named; 0 for none."""
    edition: str = ""
    """The day on which it was new, as a date: today's edition holds what was new today."""
    place: float | None = None
    """Where the paper wants it in the running order; None where it says nothing."""
    entry: int = 0
    """Which entry of its source it is, from 0."""
    seconds: int | None = None
    """Added to `published` in feeds, so that stories of one moment have times of their own, in their order."""

    @functools.cached_property
    def episode(self) -> Episode | None:
        """The finished episode as last recorded; read from its JSON when it is first asked for."""
        return episode_from_json(self.episode_json) if self.episode_json else None

    @property
    def without_file(self) -> bool:
        """Whether it had to give its file's name up to another story: it stays published under a name no file has."""
        return self.name.endswith(f" ({self.slug})") and not self.origin


@dataclass(frozen=True)
class Copy:
    """An article that is passed over: another says the same."""

    name: str
    original: str
    """The name that the other had when this was found out."""
    guid: str
    """The other's."""
    source_digest: str
    """As in `Row`; so is the next."""
    script_digest: str


@dataclass(frozen=True)
class WholeRow:
    """What the ledger knows of one edition file."""

    stem: str
    """`edition-2026-11-22`: what its name begins with, whatever its revision."""
    day: str
    """The day it is the edition of, or the group's key."""
    digest: str = ""
    """Of all that is in it; empty where that is not known."""
    episode_json: str = ""
    files: str = ""
    named: int = 0
    """As in `Row`."""
    edition: str = ""
    """As in `Row`, of its stories."""
    stories: str = "[]"
    """GUIDs of its stories, as JSON."""
    current: int = 0
    """Whether the last build made it or found it whole; others are of earlier days."""

    @functools.cached_property
    def episode(self) -> Episode:
        """The edition file as feeds show it."""
        return episode_from_json(self.episode_json)


@dataclass(frozen=True)
class State:
    """What the ledger knows of the edition as a whole."""

    id: int = 1
    cover: str = ""
    """Digest of what the published cover was made from."""
    cover_file: str = ""
    """Digest of the published cover itself."""
    sounds: str = ""
    """Digest of the project when its sounds were last looked at."""
    wholes: str = ""
    """Digest of all that the current edition files were made from."""
    numbers: int = 0
    """The last episode number that was given."""


@dataclass(frozen=True)
class Retired:
    """A published file that no feed names any more: it stays for a while, for those who have yesterday's feed."""

    path: str
    since: str


ARTICLES = Table("article", Row, paths=("name", "origin"), unique=("guid", "slug"))
WHOLES = Table("whole", WholeRow)
STATES = Table("state", State)
RETIRED = Table("retired", Retired)
COPIES = Table("copy", Copy, paths=("name", "original"))
LAYOUT = Layout(
    (ARTICLES, WHOLES, STATES, RETIRED, COPIES),
    (
        "CREATE INDEX article_text ON article (text_digest)",
        f"CREATE INDEX article_body ON article ({BODY}) WHERE removed IS NULL",
    ),
)
