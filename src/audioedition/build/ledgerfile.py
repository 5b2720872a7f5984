"""The ledger's file: opened, checked, copied, and put back from its copy. See ledger.py for what it means."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from ..errors import PublishingError

VERSION = 1
BODY = "substr(text_digest, 34)"
"""The digest of an article's body, which follows that of all its words."""
SCHEMA = """
CREATE TABLE article (
    name BLOB PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL UNIQUE,
    first_seen TEXT NOT NULL,
    stated TEXT,
    published TEXT NOT NULL,
    updated TEXT,
    text_digest TEXT NOT NULL DEFAULT '',
    source_digest TEXT NOT NULL DEFAULT '',
    script_digest TEXT NOT NULL DEFAULT '',
    recipe TEXT NOT NULL DEFAULT '',
    tags_digest TEXT NOT NULL DEFAULT '',
    origin BLOB NOT NULL DEFAULT X'',
    episode TEXT,
    removed TEXT
);
CREATE INDEX article_text ON article (text_digest);
CREATE TABLE note (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


def open_or_restore(path: Path) -> tuple[sqlite3.Connection, bool]:
    """The file at `path`, made when there is none; True when its copy had to take its place.

    Raises sqlite3.Error, OSError, and PublishingError for a damaged file without a copy.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lost = not path.is_file() or not path.stat().st_size
    if lost and _copy_of(path).is_file():
        _restore(path)
        return _open(path), True
    try:
        return _open(path), False
    except sqlite3.OperationalError:  # busy, full, not allowed: nothing is wrong with the file
        raise
    except sqlite3.DatabaseError:
        _restore(path)
        return _open(path), True


def open_readonly(path: Path) -> sqlite3.Connection:
    """The file at `path` without touching anything; an empty ledger when there is none. Raises sqlite3.Error."""
    if not path.is_file() or not path.stat().st_size:
        db = sqlite3.connect(":memory:", isolation_level=None)
        db.executescript(SCHEMA)
        return db
    written = path.with_name(path.name + "-wal").is_file()
    # `immutable` makes no files of its own, but must not be used while a build is writing.
    for query in ("mode=ro", "mode=ro&immutable=1") if written else ("mode=ro&immutable=1",):
        db = sqlite3.connect(f"{path.absolute().as_uri()}?{query}", uri=True, isolation_level=None)
        try:
            _check(db, path)
            return db
        except sqlite3.OperationalError:
            db.close()
        except BaseException:
            db.close()
            raise
    raise sqlite3.OperationalError("cannot be read")


def copy(db: sqlite3.Connection, path: Path) -> None:
    """Put a copy of the open file beside it."""
    beside = path.with_suffix(".tmp")
    beside.unlink(missing_ok=True)
    db.execute("VACUUM INTO ?", (str(beside),))
    beside.replace(_copy_of(path))


def _copy_of(path: Path) -> Path:
    return path.with_name(f"{path.stem}-copy{path.suffix}")


def _restore(path: Path) -> None:
    """Put the copy in the place of a damaged file, which is kept. Digests are forgotten: the files may be newer."""
    if not _copy_of(path).is_file():
        raise PublishingError(
            f"{path} is damaged, and there is no copy of it",
            remedy="put it back from a backup; without one, delete it: articles without a date of their own will then "
            "count as published today",
        )
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    beside = path.with_suffix(".tmp")
    beside.write_bytes(_copy_of(path).read_bytes())
    with contextlib.closing(sqlite3.connect(beside, isolation_level=None)) as db:
        _check(db, _copy_of(path))
        db.execute("UPDATE article SET source_digest = '', script_digest = '', recipe = '', tags_digest = ''")
    with contextlib.suppress(FileNotFoundError):
        path.replace(path.with_name(f"{path.stem}-damaged{path.suffix}"))
    beside.replace(path)


def _open(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=10, isolation_level=None)
    try:
        version = _check(db, path)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        if version == 0:
            db.executescript(f"BEGIN;{SCHEMA}PRAGMA user_version = {VERSION};COMMIT;")
        db.execute(f"CREATE INDEX IF NOT EXISTS article_body ON article ({BODY}) WHERE removed IS NULL")
    except BaseException:
        db.close()
        raise
    return db


def _check(db: sqlite3.Connection, path: Path) -> int:
    """The version of the file's layout; 0 for a new one. Raises sqlite3.DatabaseError for a damaged one."""
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise PublishingError(f"{path} was written by a newer version of audioedition", remedy="update audioedition")
    verdict = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise sqlite3.DatabaseError(verdict)
    return version
