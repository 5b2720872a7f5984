"""A ledger of an older layout -> one of today's. Of the first: notes become columns, what is finished is looked at
again. The second knew of no copies."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .ledgerfile import Layout

_KEPT = "name, guid, slug, first_seen, stated, published, updated, text_digest, origin, episode, removed"


def from_1(db: sqlite3.Connection, layout: Layout) -> None:
    """Make the tables of `layout` out of those of version 1, at once or not at all."""
    from .episode_json import episode_from_json
    from .rows import Row, State, WholeRow

    articles, wholes, states, *_ = layout.tables
    db.execute("BEGIN IMMEDIATE")
    rows = db.execute(f"SELECT {_KEPT} FROM article").fetchall()
    notes = dict(db.execute("SELECT key, value FROM note"))
    for name in ("article", "note"):
        db.execute(f"DROP TABLE {name}")
    layout.make(db)
    for name, guid, slug, seen, stated, published, updated, words, origin, episode, removed in rows:
        number = notes.get(f"number {guid}")
        articles.put(
            db,
            Row(
                name=_text(name),
                guid=guid,
                slug=slug,
                first_seen=seen,
                stated=stated,
                published=published,
                updated=updated,
                text_digest=words,
                origin=_text(origin),
                episode_json=episode,
                removed=removed,
                number=int(number) if number else None,
            ),
        )
    for whole in json.loads(notes.get("editions", "[]")):
        made = episode_from_json(json.dumps(whole))
        wholes.put(db, WholeRow(stem=made.slug, day=made.published[:10], episode_json=json.dumps(whole)))
    states.put(db, State(numbers=int(notes.get("episodes", 0))))
    db.execute("COMMIT")


def upgrade(db: sqlite3.Connection, version: int, layout: Layout) -> None:
    """Make a ledger of an older `version` one of today's, at once or not at all."""
    if version == 1:
        from_1(db, layout)
        return
    db.execute("BEGIN IMMEDIATE")
    if version == 2:
        db.execute(layout.tables[-1].schema)
    db.execute("DROP INDEX article_body")  # over the last of two digests; now there are three
    db.execute(layout.indexes[-1])
    db.execute(f"PRAGMA user_version = {layout.version}")
    db.execute("COMMIT")


def _text(kept: bytes | str) -> str:
    return kept.decode("utf-8", "surrogatepass") if isinstance(kept, bytes) else kept
