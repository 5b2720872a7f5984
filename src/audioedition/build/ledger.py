"""Articles -> who they are in the output folder, for ever: `OUTPUT/.audioedition/ledger.sqlite`.

The ledger remembers, article by article, the GUID, the stem of the file names and the date of publication, which never
change, and the digests that say whether the finished episode still is what a build would make.

SQLite with a write-ahead log: a build that is killed leaves the last finished transaction. A copy made at the end of
each build stands in when the file is damaged. Removed articles stay in it, so that nobody else gets their GUID or name.
"""

from __future__ import annotations

import contextlib
import functools
import sqlite3
import uuid
from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

from ..errors import PublishingError
from ..machine.locking import lock as lock
from ..model import Episode
from ..publishing import slugs, text
from ..publishing.items import moment
from . import ledgerfile
from .episode_json import episode_from_json, episode_to_json

FOLDER = ".audioedition"
"""Folder of the ledger and the lock below the output folder; not to be published."""
FILE = "ledger.sqlite"
GUID_SPACE = uuid.UUID("7a0e2c1e-6c0e-5d0b-9d7c-2f5a3f0f6a11")
"""Name space of the GUIDs made here."""
CLOCK_STEP = timedelta(days=31)
"""A clock less than this behind the last first-seen time has gone backwards; further behind, that time was wrong."""


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
    """Digest of the article's words, as last assigned; after a space, that of its body alone."""
    source_digest: str = ""
    """Digest of the source file that the finished episode was made from; so with the next three."""
    script_digest: str = ""
    recipe: str = ""
    tags_digest: str = ""
    origin: str = ""
    """The folder its source was found in; empty for a file, an address or standard input."""
    episode_json: str | None = None
    removed: str | None = None
    """When the article was found to be gone."""

    @functools.cached_property
    def episode(self) -> Episode | None:
        """The finished episode as last recorded; read from its JSON when it is first asked for."""
        return episode_from_json(self.episode_json) if self.episode_json else None


_COLUMNS = ", ".join("episode" if f.name == "episode_json" else f.name for f in fields(Row))

_PATHS = [place for place, f in enumerate(fields(Row)) if f.name in ("name", "origin")]
"""Columns kept as bytes: paths may hold what is no text."""


class Ledger:
    """The memory of one output folder. Use it as a context manager, or `close()` it.

    path: the file, made when it is missing.
    base: the address the edition is served from; new GUIDs are derived from it and the article's name, so that a
    ledger that had to be started again gives the same ones.
    zone: of the dates that articles give without one.
    readonly: touch nothing; a missing file is an empty ledger.
    Every method raises PublishingError when the file cannot be read or written.
    """

    def __init__(self, path: Path, *, base: str = "", zone: tzinfo = UTC, readonly: bool = False) -> None:
        self.path = path
        self.base = base
        self.zone = zone
        self.restored = False
        """True when the ledger was damaged and is the copy of the last build; worth a warning."""
        self._readonly = readonly
        self._slugs: set[str] | None = None  # with the next, read when the first new article comes
        self._latest = ""
        with self._translated():
            if readonly:
                self._db = ledgerfile.open_readonly(path)
            else:
                self._db, self.restored = ledgerfile.open_or_restore(path)
        self._changes = self._db.total_changes

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Reading

    def row(self, name: str) -> Row | None:
        """The row of an article that is there or was removed; None when it was never seen."""
        return next(iter(self._rows("name = ?", _key(name))), None)

    def rows(self) -> dict[str, Row]:
        """Name -> row of every article that is there, in the order of their names."""
        return {row.name: row for row in self._rows("removed IS NULL")}

    def note(self, key: str) -> str | None:
        """What `set_note` put there: small facts about the whole edition, like the digest of its cover."""
        with self._translated():
            found = self._db.execute("SELECT value FROM note WHERE key = ?", (key,)).fetchone()
        return found[0] if found else None

    def known(
        self,
        name: str,
        published: str | None = None,
        source_guid: str | None = None,
        *,
        text_digest: str = "",
        present: Container[str] | None = None,
    ) -> Row | None:
        """The row of an article, under its name or under one that its file had before; None for a new one.

        `present` are the names of all articles there are. A renamed file is recognised when its old name is gone now,
        and was still there in the last build, with the same words, or the same body and date under another title; or
        is gone, however long, with the same source_guid.
        """
        if (row := self.row(name)) or present is None:
            return row
        found = self._rows("guid = ?", text.clean(source_guid)) if source_guid else []
        if not found and text_digest:
            found = self._rows("removed IS NULL AND text_digest = ?", text_digest)
            if body := text_digest.partition(" ")[2]:
                found += self._rows(f"removed IS NULL AND {ledgerfile.BODY} = ? AND stated IS ?", body, published)
        return next((row for row in found if row.name not in present), None)

    # Writing

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside becomes lasting at once, or not at all. May be nested."""
        with self._translated():
            if self._db.in_transaction:
                yield
                return
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                self._slugs = None
                raise
            self._db.execute("COMMIT")

    def assign(
        self,
        name: str,
        title: str,
        published: str | None = None,
        source_guid: str | None = None,
        *,
        now: datetime,
        text_digest: str = "",
        present: Container[str] | None = None,
    ) -> Row:
        """The article's identity: the one it has, or a new one. Stored before it is returned.

        published: the date the article itself gives; without one, or with one that is none, `now` is remembered.
        source_guid: the identifier its source gives; taken over unless another article has it.
        text_digest: digest of the words a listener hears, and after a space of the body alone. When the words change
        after an episode was recorded, the row's `updated` becomes `now`. For `present` see `known`.
        """
        with self.transaction():
            old = self.known(name, published, source_guid, text_digest=text_digest, present=present)
            seen = moment(now.isoformat())
            if old is None:
                row = self._new(name, title, published, source_guid, seen)
            else:
                row = replace(old, name=name, removed=None)
                if published != old.stated and (date := self._date(published)):
                    row = replace(row, stated=published, published=date)
                if old.episode_json and _words(old.text_digest) != (_words(text_digest) or _words(old.text_digest)):
                    row = replace(row, updated=max(seen, moment(row.published)).isoformat())
            row = replace(row, text_digest=text_digest or row.text_digest)
            if row != old:
                if old is not None and old.name != name:
                    self._db.execute("DELETE FROM article WHERE name = ?", (_key(old.name),))
                self._store(row)
            return row

    def record(
        self,
        name: str,
        episode: Episode,
        *,
        source_digest: str,
        script_digest: str,
        recipe: str,
        tags_digest: str,
        origin: str = "",
    ) -> None:
        """The episode of an assigned article is finished, from these materials. Without an origin it keeps its own."""
        with self.transaction():
            done = self._db.execute(
                "UPDATE article SET episode = ?, source_digest = ?, script_digest = ?, recipe = ?, tags_digest = ?, "
                "origin = coalesce(nullif(?, X''), origin) WHERE name = ?",
                (episode_to_json(episode), source_digest, script_digest, recipe, tags_digest, _key(origin), _key(name)),
            )
            if not done.rowcount:
                raise KeyError(f"{name} was never assigned")

    def remove_missing(self, present: Collection[str], *, now: datetime) -> list[Row]:
        """Mark every article not in `present` as removed and return it as it was. GUID and slug stay reserved."""
        gone = [row for name, row in self.rows().items() if name not in present]
        with self.transaction():
            self._db.executemany(
                "UPDATE article SET removed = ?, episode = NULL, source_digest = '', script_digest = '', recipe = '', "
                "tags_digest = '' WHERE name = ?",
                [(moment(now.isoformat()).isoformat(), _key(row.name)) for row in gone],
            )
        return gone

    def set_note(self, key: str, value: str) -> None:
        with self.transaction():
            self._db.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (key, value))

    def close(self) -> None:
        """Close the file; when something changed, put a copy beside it first."""
        with self._translated():
            try:
                if not self._readonly and self._db.total_changes != self._changes:
                    ledgerfile.copy(self._db, self.path)
            finally:
                self._db.close()

    # Inside

    def _rows(self, where: str, *values: object) -> list[Row]:
        with self._translated():
            found = self._db.execute(f"SELECT {_COLUMNS} FROM article WHERE {where} ORDER BY name", values)
            return [_row(values) for values in found]

    def _new(self, name: str, title: str, published: str | None, source_guid: str | None, now: datetime) -> Row:
        if self._slugs is None:
            found = self._db.execute("SELECT slug, first_seen FROM article").fetchall()
            self._slugs = {slug for slug, _ in found}
            self._latest = max((seen for _, seen in found), default="")
        seen = now.astimezone(UTC).isoformat()
        if self._latest and now < moment(self._latest) < now + CLOCK_STEP:
            seen = self._latest
        self._latest = max(self._latest, seen)
        date = self._date(published)
        slug = slugs.slug(title, date or seen, self._slugs)
        self._slugs.add(slug)
        return Row(name, self._guid(name, source_guid), slug, seen, published if date else None, date or seen)

    def _date(self, given: str | None) -> str | None:
        try:
            return moment(given, zone=self.zone).isoformat() if given else None
        except PublishingError:
            return None

    def _guid(self, name: str, source_guid: str | None) -> str:
        own = text.clean(source_guid or "")
        if own and not self._rows("guid = ?", own):
            return own
        number = 1
        while True:
            material = f"{self.base}\n{name}" + (f"\n{number}" if number > 1 else "")
            made = uuid.uuid5(GUID_SPACE, material.encode("utf-8", "backslashreplace").decode())
            if not self._rows("guid = ?", made.urn):
                return made.urn
            number += 1

    def _store(self, row: Row) -> None:
        values = [getattr(row, f.name) for f in fields(Row)]
        for place in _PATHS:
            values[place] = _key(values[place])
        self._db.execute(f"INSERT OR REPLACE INTO article ({_COLUMNS}) VALUES ({', '.join('?' * len(values))})", values)

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as e:
            full = "full" in str(e)
            raise PublishingError(
                f"{self.path} cannot be {'written' if full or 'readonly' in str(e) else 'used'}: {e}",
                remedy="make room on the disk"
                if full
                else "may the folder be written? If the file is damaged, put it back from a backup",
            ) from e
        except OSError as e:
            raise PublishingError(
                f"{self.path} cannot be used: {e.strerror or e}", remedy="may the output folder be written?"
            ) from e


def _words(text_digest: str) -> str:
    return text_digest.partition(" ")[0]


def _key(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")


def _row(found: Sequence[Any]) -> Row:
    values = list(found)
    for place in _PATHS:
        if isinstance(values[place], bytes):
            values[place] = values[place].decode("utf-8", "surrogatepass")
    return Row(*values)
