"""Articles -> who they are in the output folder, for ever: `OUTPUT/.audioedition/ledger.sqlite`.

The ledger remembers, article by article, the GUID, the stem of the file names and the date of publication, which never
change, and the digests that say whether the finished episode still is what a build would make.

SQLite with a write-ahead log: a build that is killed leaves the last finished transaction. A copy made at the end of
each build stands in when the file is damaged. Removed articles stay in it, so that nobody else gets their GUID or name.
"""

from __future__ import annotations

import contextlib
import errno
import sqlite3
import uuid
from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

from ..errors import PublishingError
from ..machine import files
from ..machine.locking import lock as lock
from ..model import Episode
from ..publishing import slugs, text
from ..publishing.items import moment
from . import stamps
from .episode_json import episode_to_json
from .ledgerfile import BODY, copy, has_copy, open_or_restore, open_readonly, path_key
from .revisions import revision_of
from .rows import ARTICLES, COPIES, LAYOUT, RETIRED, STATES, WHOLES, Copy, Retired, Row, State, WholeRow
from .sketches import unlike

FOLDER = ".audioedition"
"""Folder of the ledger and the lock below the output folder; not to be published."""
FILE = "ledger.sqlite"
GUID_SPACE = uuid.UUID("7a0e2c1e-6c0e-5d0b-9d7c-2f5a3f0f6a11")
"""Name space of the GUIDs made here."""
LONG_AGO = "1970-01-01T00:00:00+00:00"
CLOCK_STEP = timedelta(days=31)
"""A clock less than this behind the last first-seen time has gone backwards; further behind, that time was wrong."""


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
        self._readonly = readonly
        self._slugs: set[str] | None = None  # with the next, read when the first new article comes
        self._latest = ""
        with self._translated():
            self._db, self.restored = (open_readonly if readonly else open_or_restore)(path, LAYOUT)
        """`restored`: the ledger was damaged and is the copy of the last build; worth a warning."""
        self._changes = self._db.total_changes

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Reading

    def row(self, name: str) -> Row | None:
        """The row of an article that is there or was removed; None when it was never seen."""
        return next(iter(self._rows("name = ?", path_key(name))), None)

    def rows(self) -> dict[str, Row]:
        """Name -> row of every article that is there, in the order of their names."""
        return {row.name: row for row in self._rows("removed IS NULL")}

    @property
    def state(self) -> State:
        """What is known of the edition as a whole."""
        with self._translated():
            return next(iter(STATES.select(self._db)), State())

    def wholes(self) -> list[WholeRow]:
        """The edition files that are known, the newest first."""
        with self._translated():
            return sorted(WHOLES.select(self._db), key=lambda whole: (whole.day, whole.stem), reverse=True)

    def retired(self) -> dict[str, str]:
        """Path -> since when no feed names that file any more."""
        with self._translated():
            return {file.path: file.since for file in RETIRED.select(self._db)}

    def copies(self) -> list[Copy]:
        """The articles that the last builds passed over."""
        with self._translated():
            return COPIES.select(self._db)

    def withdrawn(self) -> dict[str, str]:
        """Slug -> since when of the stories that were there once."""
        return {row.slug: row.removed or "" for row in self._rows("removed IS NOT NULL")}

    def slugs(self) -> set[str]:
        """All that were ever given."""
        with self._translated():
            return {slug for (slug,) in self._db.execute("SELECT slug FROM article")}

    def known(
        self,
        name: str,
        published: str | None = None,
        source_guid: str | None = None,
        *,
        text_digest: str = "",
        sketch: str = "",
        present: Container[str] | None = None,
        before: str = "",
    ) -> Row | None:
        """The row of an article, under its name or under one that its file had before; None for a new one.

        `present` are the names of all articles there are. A renamed file is recognised when its old name is gone now,
        and was still there in the last build, with the same words, or the same body and date under another title; or
        is gone, however long, with the same source_guid. A file that holds quite another story is a new article.
        `before` is a name that whoever asks takes for an earlier one of it.
        """
        row = self.row(name)
        if row and source_guid is None and unlike(row.sketch, sketch):
            row = None
        if row or present is None:
            return row
        found = self._rows("guid = ?", text.clean(source_guid)) if source_guid else []
        if not found and text_digest:
            words, _, more = text_digest.partition(" ")
            found = self._rows("removed IS NULL AND text_digest >= ? AND text_digest < ?", words, f"{words}!")
            if body := more[:32]:
                found += self._rows(f"removed IS NULL AND {BODY} = ? AND stated IS ?", body, published)
        found += self._rows("removed IS NULL AND name = ?", path_key(before)) if before else []
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
        sketch: str = "",
        present: Container[str] | None = None,
        before: str = "",
        place: float | None = None,
        entry: int = 0,
    ) -> Row:
        """The article's identity: the one it has, or a new one. Stored before it is returned.

        published: the date the article itself gives; without one, or with one that is none, `now` is remembered.
        source_guid: the identifier its source gives; taken over unless another article has it.
        text_digest: digest of the words a listener hears, and after a space of the body alone. When the words change
        after an episode was recorded, the row's `updated` becomes `now`. For the others see `known`.
        """
        with self.transaction():
            told = {"text_digest": text_digest, "sketch": sketch, "before": before}
            old = self.known(name, published, source_guid, **told, present=present)
            if old is None:
                self.set_aside(name)
            row = self._renewed(old, name, published, text_digest, now) if old else None
            row = row or self._new(name, title, published, source_guid, now)
            row = replace(
                row,
                text_digest=text_digest or row.text_digest,
                sketch=sketch or row.sketch,
                place=place,
                entry=entry,
            )
            if row != old:
                if old is not None and old.name != name:
                    ARTICLES.delete(self._db, old.name)
                ARTICLES.put(self._db, row)
            return row

    def set_aside(self, name: str) -> None:
        """Give the name up that another story had, if one had: it stays published under a name that no file has."""
        if old := self.row(name):
            with self.transaction():
                ARTICLES.delete(self._db, name)
                ARTICLES.put(self._db, replace(old, name=f"{name} ({old.slug})", origin=""))

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
        files: str | None = None,
    ) -> None:
        """The episode of an assigned article is finished, from these materials. Without an origin it keeps its own."""
        with self.transaction():
            row = self.row(name)
            if row is None:
                raise KeyError(f"{name} was never assigned")
            done = replace(
                row,
                episode_json=episode_to_json(episode),
                source_digest=source_digest,
                script_digest=script_digest,
                recipe=recipe,
                tags_digest=tags_digest,
                origin=origin or row.origin,
                files=row.files if files is None else files,
            )
            if done != row:
                ARTICLES.put(self._db, done)

    def change(self, row: Row, **changes: Any) -> Row:
        """Store the row with other values, and return it."""
        changed = replace(row, **changes)
        if changed != row:
            with self.transaction():
                ARTICLES.put(self._db, changed)
        return changed

    def number(self, row: Row) -> int:
        """The episode number of an article: given once, stored before it is returned."""
        if row.number is not None:
            return row.number
        with self.transaction():
            given = self.state.numbers + 1
            self.remember(numbers=given)
            self.change(row, number=given)
        return given

    def remove_missing(self, present: Collection[str], *, now: datetime) -> list[Row]:
        """Mark every article not in `present` as removed and return it as it was. GUID, slug and the digests of its
        files stay."""
        gone = [row for name, row in self.rows().items() if name not in present]
        at = moment(now.isoformat()).isoformat()
        with self.transaction():
            for row in gone:
                forgotten = dict.fromkeys(("source_digest", "script_digest", "recipe", "tags_digest"), "")
                self.change(row, removed=at, episode_json=None, **forgotten)
        return gone

    def remember_copies(self, copies: Iterable[Copy]) -> None:
        """These articles are passed over, and no others."""
        wanted = {copy.name: copy for copy in copies}
        with self.transaction():
            for copy in self.copies():
                if copy.name not in wanted:
                    COPIES.delete(self._db, copy.name)
            for copy in wanted.values():
                COPIES.put(self._db, copy)

    def record_whole(self, row: WholeRow) -> None:
        """An edition file is finished, or has another place among the others."""
        with self.transaction():
            WHOLES.put(self._db, row)

    def remember(self, **changes: Any) -> None:
        """Store something about the edition as a whole."""
        state = self.state
        if replace(state, **changes) != state:
            with self.transaction():
                STATES.put(self._db, replace(state, **changes))

    def retire(self, paths: Iterable[str], *, now: datetime) -> None:
        """No feed names these files any more; since when, for those that were retired already, stays."""
        since = moment(now.isoformat()).isoformat()
        with self.transaction():
            for path in sorted(set(paths)):
                if not RETIRED.select(self._db, "path = ?", (path,)):
                    RETIRED.put(self._db, Retired(path, since))

    def condemn(self, paths: Iterable[str]) -> None:
        """These files go with this build, if they are not published anew."""
        with self.transaction():
            for path in paths:
                RETIRED.put(self._db, Retired(path, LONG_AGO))

    def let_go(self, row: Row | WholeRow | None, files: Collection[str], *, now: datetime) -> None:
        """The files of a story or edition are others from now on: of the old ones, those that a feed has named stay for
        a while. Written down before the row is, so that a build that is killed forgets none."""
        if row:
            old = stamps.from_json(row.files).keys() - set(files)
            self.retire([path for path in old if revision_of(path) <= row.named], now=now)

    def unretire(self, paths: Iterable[str]) -> None:
        """These files are named again, or have been deleted."""
        with self.transaction():
            for path in paths:
                RETIRED.delete(self._db, path)

    def close(self) -> None:
        """Close the file; when something changed, or the copy beside it is damaged, put one there first."""
        with self._translated():
            try:
                changed = self._db.total_changes != self._changes
                if not self._readonly and (changed or not has_copy(self.path, LAYOUT)):
                    copy(self._db, self.path)
            finally:
                self._db.close()

    # Inside

    def _rows(self, where: str, *values: object) -> list[Row]:
        with self._translated():
            return ARTICLES.select(self._db, where, values)

    def _renewed(self, old: Row, name: str, published: str | None, text_digest: str, now: datetime) -> Row:
        """The row of an article that was known, under the name and with the date that it has now."""
        row = replace(old, name=name, removed=None)
        if published != old.stated and (date := self._date(published)):
            row = replace(row, stated=published, published=date, seconds=None)
        was, words = (digest.partition(" ")[0] for digest in (old.text_digest, text_digest))
        if old.episode_json and words not in ("", was):
            seen = moment(now.isoformat())
            row = replace(row, updated=max(seen, moment(row.published)).isoformat())
        return row

    def _new(self, name: str, title: str, published: str | None, source_guid: str | None, now: datetime) -> Row:
        seen_at = moment(now.isoformat())
        if self._slugs is None:
            found = self._db.execute("SELECT slug, first_seen FROM article").fetchall()
            self._slugs = {slug for slug, _ in found}
            self._latest = max((seen for _, seen in found), default="")
        seen = seen_at.astimezone(UTC).isoformat()
        if self._latest and seen_at < moment(self._latest) < seen_at + CLOCK_STEP:
            seen = self._latest
        self._latest = max(self._latest, seen)
        date = self._date(published)
        slug = slugs.slug(title, date or seen, self._slugs)
        self._slugs.add(slug)
        day = moment(seen).astimezone(self.zone).date().isoformat()
        guid = self._guid(name, source_guid)
        return Row(name, guid, slug, seen, published if date else None, date or seen, edition=day)

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

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as e:
            full = "full" in str(e) or (isinstance(e, sqlite3.OperationalError) and files.disk_is_full(self.path))
            raise PublishingError(
                f"{self.path} cannot be {'written' if full or 'readonly' in str(e) else 'used'}: {e}",
                remedy="make room on the disk"
                if full
                else "may the folder be written? If the file is damaged, put it back from a backup",
            ) from e
        except OSError as e:
            full = e.errno == errno.ENOSPC
            raise PublishingError(
                f"{self.path} cannot be used: {e.strerror or e}",
                remedy="make room on the disk" if full else "may the output folder be written?",
            ) from e
