"""The ledger's file: opened, checked, copied, and put back from its copy. See ledger.py for what it means.

Every row carries a digest of itself, so that no bit of it can change unnoticed; SQLite looks after its own structures.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Generic, TypeVar

from ..errors import PublishingError
from ..machine import files

VERSION = 4
R = TypeVar("R")

BODY = "substr(text_digest, 34, 32)"
"""The digest of an article's body, which follows that of all its words."""


class DamagedError(sqlite3.DatabaseError):
    """The file is a database, but not as it was written."""


class Table(Generic[R]):
    """Rows of one dataclass, its first field the key. Fields in `paths` are kept as bytes: no path need be text."""

    def __init__(self, name: str, row: type[R], *, paths: Sequence[str] = (), unique: Sequence[str] = ()) -> None:
        self.name, self.row = name, row
        self.names = [f.name for f in fields(row)]  # type: ignore[arg-type]
        self._paths = [place for place, name in enumerate(self.names) if name in paths]
        types = {f.name: str(f.type).partition(" ")[0] for f in fields(row)}  # type: ignore[arg-type]
        self.columns = ", ".join([*self.names, "digest_of_row"])
        declared = []
        for name in self.names:
            kind = "BLOB" if name in paths else {"int": "INTEGER", "float": "REAL"}.get(types[name], "TEXT")
            role = " PRIMARY KEY" if name == self.names[0] else " UNIQUE" if name in unique else ""
            declared.append(f"{name} {kind}{role}")
        self.schema = f"CREATE TABLE {self.name} ({', '.join(declared)}, digest_of_row BLOB)"

    def put(self, db: sqlite3.Connection, row: R) -> None:
        """Store the row, in the place of one with the same key; nothing is written for one that is there as it is."""
        values = [getattr(row, name) for name in self.names]
        for place in self._paths:
            values[place] = path_key(values[place])
        digest = _digest(values)
        there = db.execute(f"SELECT digest_of_row FROM {self.name} WHERE {self.names[0]} = ?", values[:1]).fetchone()
        if there == (digest,):
            return
        marks = ", ".join("?" * (len(values) + 1))
        db.execute(f"INSERT OR REPLACE INTO {self.name} ({self.columns}) VALUES ({marks})", [*values, digest])

    def select(self, db: sqlite3.Connection, where: str = "1", values: Sequence[object] = ()) -> list[R]:
        """The rows for which `where` holds, by their keys."""
        found = db.execute(
            f"SELECT {self.columns} FROM {self.name} WHERE {where} ORDER BY {self.names[0]}", tuple(values)
        )
        return [self._row(one) for one in found]

    def delete(self, db: sqlite3.Connection, key: object) -> None:
        """Take the row with this key away, if there is one."""
        wanted = path_key(str(key)) if 0 in self._paths else key
        db.execute(f"DELETE FROM {self.name} WHERE {self.names[0]} = ?", (wanted,))

    def check(self, db: sqlite3.Connection) -> None:
        """Raises DamagedError for a row that is not as it was written."""
        for *values, digest in db.execute(f"SELECT {self.columns} FROM {self.name}"):
            if digest != _digest(values):
                raise DamagedError(f"a row of {self.name} has changed")

    def _row(self, found: Sequence[Any]) -> R:
        values = list(found[:-1])
        for place in self._paths:
            values[place] = values[place].decode("utf-8", "surrogatepass")
        return self.row(*values)


def path_key(name: str) -> bytes:
    """A path as it is kept."""
    return name.encode("utf-8", "surrogatepass")


def _digest(values: Sequence[object]) -> bytes:
    return hashlib.blake2b(repr(tuple(values)).encode("utf-8", "surrogatepass"), digest_size=16).digest()


@dataclass(frozen=True)
class Layout:
    """The tables of a ledger, and how to bring one of an older version to them."""

    tables: tuple[Table[Any], ...]
    indexes: tuple[str, ...]
    version: int = VERSION

    @property
    def schema(self) -> list[str]:
        return [*(table.schema for table in self.tables), *self.indexes]

    def make(self, db: sqlite3.Connection) -> None:
        """Empty tables."""
        for statement in self.schema:
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {self.version}")


def open_or_restore(path: Path, layout: Layout) -> tuple[sqlite3.Connection, bool]:
    """The file at `path`, made when there is none; True when its copy had to take its place.

    Raises sqlite3.Error, OSError, and PublishingError for a damaged file without a copy.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lost = not path.is_file() or not path.stat().st_size
    if lost and _copy_of(path).is_file():
        _restore(path, layout)
        return _open(path, layout), True
    try:
        return _open(path, layout), False
    except sqlite3.DatabaseError as e:
        if not _is_damage(e):  # busy, full, not allowed: nothing is wrong with the file
            raise
        _restore(path, layout)
        return _open(path, layout), True


def open_readonly(path: Path, layout: Layout) -> tuple[sqlite3.Connection, bool]:
    """A picture of the file at `path` in memory, nothing touched; of its copy (and True) when it is damaged.

    An empty ledger when there is none. Raises sqlite3.Error, PublishingError as `open_or_restore`.
    """
    lost = not path.is_file() or not path.stat().st_size
    if lost and not _copy_of(path).is_file():
        db = sqlite3.connect(":memory:", isolation_level=None)
        layout.make(db)
        return _closed(db), False
    try:
        if not lost:
            return _closed(_picture(path, layout)), False
    except sqlite3.DatabaseError as e:
        if not _is_damage(e):
            raise
    if not _copy_of(path).is_file():
        raise _beyond_help(path)
    db = _picture(_copy_of(path), layout)
    forget(db, layout)
    return _closed(db), True


def _closed(db: sqlite3.Connection) -> sqlite3.Connection:
    db.execute("PRAGMA query_only = ON")
    return db


def copy(db: sqlite3.Connection, path: Path) -> None:
    """Put a copy of the open file beside it."""
    with files.written(_copy_of(path)) as made:
        db.execute("VACUUM INTO ?", (str(made),))


def has_copy(path: Path, layout: Layout) -> bool:
    """Whether the copy beside the file at `path` is there and whole."""
    try:
        _picture(_copy_of(path), layout).close()
    except (sqlite3.DatabaseError, PublishingError):
        return False
    return True


def data_of(path: Path) -> bytes:
    """What the file at `path` holds, as a file of its own; the same bytes for the same rows. Raises sqlite3.Error."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=files.TEMPORARY) as folder:
        made = Path(folder) / path.name
        with contextlib.closing(sqlite3.connect(path, timeout=10, isolation_level=None)) as db:
            db.execute("VACUUM INTO ?", (str(made),))
        with contextlib.closing(sqlite3.connect(made, isolation_level=None)) as db:
            db.execute("PRAGMA schema_version = 1")  # every copy of a copy counts one more
        return made.read_bytes()


def replaced(path: Path, data: bytes) -> None:
    """Put `data` in the place of the file at `path`, whose copy is then none any more. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for old in (_copy_of(path), path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm"))):
        old.unlink(missing_ok=True)
    with files.written(path) as made:
        made.write_bytes(data)


def forget(db: sqlite3.Connection, layout: Layout) -> None:
    """Let every digest go that says what is finished: the files may be newer than a copy."""
    table = layout.tables[0]
    for row in table.select(db):
        from dataclasses import replace

        table.put(db, replace(row, source_digest="", script_digest="", recipe="", tags_digest=""))


def _copy_of(path: Path) -> Path:
    return path.with_name(f"{path.stem}-copy{path.suffix}")


def _is_damage(e: sqlite3.DatabaseError) -> bool:
    """Whether the file is wrong, and not its surroundings. An error that is none of those is one in its tables."""
    text = str(e)
    return not any(word in text for word in ("locked", "full", "readonly", "unable to open", "disk I/O", "interrupted"))


def _beyond_help(path: Path) -> PublishingError:
    return PublishingError(
        f"{path} is damaged, and there is no whole copy of it",
        remedy="put it back from a backup; without one, delete it: articles without a date of their own will then "
        "count as published today",
    )


def _restore(path: Path, layout: Layout) -> None:
    """Put the copy in the place of a damaged file, which is kept."""
    if not _copy_of(path).is_file():
        raise _beyond_help(path)
    with files.written(path) as made:
        made.write_bytes(_copy_of(path).read_bytes())
        try:
            with contextlib.closing(sqlite3.connect(made, isolation_level=None)) as db:
                check(db, _copy_of(path), layout)
                forget(db, layout)
        except sqlite3.DatabaseError as e:
            raise _beyond_help(path) if _is_damage(e) else e from e
        with contextlib.suppress(FileNotFoundError):
            path.replace(path.with_name(f"{path.stem}-damaged{path.suffix}"))
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)


@contextlib.contextmanager
def _checked() -> Iterator[None]:
    """What Python cannot make text or numbers of is damage, too."""
    try:
        yield
    except (UnicodeError, OverflowError) as e:
        raise DamagedError("it holds what is no text") from e


@_checked()
def _picture(path: Path, layout: Layout) -> sqlite3.Connection:
    written = path.with_name(path.name + "-wal").is_file()
    memory = sqlite3.connect(":memory:", isolation_level=None)
    # `immutable` makes no files of its own, but must not be used while a build is writing.
    for query in ("mode=ro", "mode=ro&immutable=1") if written else ("mode=ro&immutable=1",):
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?{query}", uri=True)) as db:
            try:
                db.backup(memory)
            except sqlite3.OperationalError:
                continue
        memory.execute("PRAGMA journal_mode = MEMORY")
        check(memory, path, layout)
        return memory
    raise sqlite3.OperationalError("unable to open")


@_checked()
def _open(path: Path, layout: Layout) -> sqlite3.Connection:
    new = not path.is_file() or not path.stat().st_size
    db = sqlite3.connect(path, timeout=10, isolation_level=None)
    try:
        if new:
            db.execute("BEGIN IMMEDIATE")
            layout.make(db)
            db.execute("COMMIT")
        check(db, path, layout)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        db.close()
        raise
    return db


@_checked()
def check(db: sqlite3.Connection, path: Path, layout: Layout) -> None:
    """Bring an older file to this layout; raise sqlite3.DatabaseError for one that is not as it was written."""
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if version in (1, 2, 3):
        from . import upgrade

        upgrade.upgrade(db, version, layout)
        version = VERSION
    there = sorted(sql for (sql,) in db.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"))
    ours = there == sorted(layout.schema)
    if version > VERSION and (not ours or (version ^ VERSION).bit_count() > 1):  # no flipped bit
        raise PublishingError(f"{path} was written by a newer version of audioedition", remedy="update audioedition")
    if version != VERSION or not ours:
        raise DamagedError("its tables are not those of a ledger")
    verdict = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if verdict != "ok":
        raise DamagedError(verdict)
    for table in layout.tables:
        table.check(db)
