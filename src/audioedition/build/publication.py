"""Finished stories and edition files -> the published folder: feeds and pages swapped in, old files kept for a while.

A sound file that a feed has named stays for `keep_days` after the last feed that named it, so that yesterday's feed
finds it; and its name is written down before the feed that names it, so that it never gets other bytes.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ..machine import files
from ..machine.digests import data_digest, file_digest
from ..publishing import publish
from ..publishing.items import moment
from . import stamps
from .ledger import FOLDER, Ledger
from .revisions import base_of, revision_of
from .rows import Row, WholeRow
from .wholes import running_order

if TYPE_CHECKING:
    from ..model import Episode
    from ..project import Project
    from .planning import Known

LAST = (".js", ".m3u8", ".opml", ".html", ".json", ".xml")
"""What names other files: in the output folder itself these come after all they name, in this order."""


def publish_edition(
    rows: Sequence[Row],
    wholes: Sequence[WholeRow],
    project: Project,
    ledger: Ledger,
    known: Known,
    now: datetime,
) -> None:
    """Swap in playlists, pages and feeds, the feed last; then take away what nobody needs any more."""
    output, state = project.output, ledger.state
    rows = _timed(rows, ledger)
    with ledger.transaction():
        for row in rows:
            ledger.change(row, named=_revision(row.episode, row.named))
        for whole in wholes:
            ledger.record_whole(dataclasses.replace(whole, named=_revision(whole.episode, whole.named)))
    drawn = state.cover == project.cover_digest and _digest(output / "artwork" / "cover.jpg") == state.cover_file
    cover = b"" if drawn else project.cover
    if not drawn:
        ledger.remember(cover=project.cover_digest, cover_file=data_digest(cover))
    current = [whole.episode for whole in wholes if whole.current]
    published = publish(
        output,
        [shown(row) for row in running_order(rows)],
        project.settings.edition,
        built=now,
        edition_file=current[0] if len(current) == 1 else None,
        edition_files=[
            *(current if len(current) > 1 else ()),
            *(whole.episode for whole in wholes if not whole.current),
        ],
        cover=cover or None,
        work=output / FOLDER,
    )
    _tidy(published.files, project, ledger, known, now)


def shown(row: Row) -> Episode:
    """The episode as feeds show it: with a time of its own."""
    assert row.episode
    return dataclasses.replace(row.episode, published=_shown_at(row, row.seconds or 0).isoformat())


def _timed(rows: Sequence[Row], ledger: Ledger) -> list[Row]:
    """The rows, each with a time of its own: of stories of one moment the first in running order is the newest.

    A date without a time is midnight, after which its stories follow; before any other time, so that none lies in the
    future. What a row was given once it keeps.
    """
    taken, used = _times(rows)
    waiting = [row for row in running_order(rows) if row.seconds is None]
    given: dict[str, int] = {}
    for row in _in_turn(waiting):
        first, last = used.get(row.published, (1, -1))
        seconds, step = (last + 1, 1) if _is_day(row) else (first - 1, -1)
        while _shown_at(row, seconds) in taken:
            seconds += step
        taken.add(_shown_at(row, seconds))
        used[row.published] = min(first, seconds), max(last, seconds)
        given[row.name] = seconds
    return [ledger.change(row, seconds=given[row.name]) if row.name in given else row for row in rows]


def _times(rows: Sequence[Row]) -> tuple[set[datetime], dict[str, tuple[int, int]]]:
    """The times that are taken, and for each date of publication the least and the most seconds that were added."""
    taken: set[datetime] = set()
    used: dict[str, tuple[int, int]] = {}
    for row in rows:
        if row.seconds is not None:
            taken.add(_shown_at(row, row.seconds))
            first, last = used.get(row.published, (row.seconds, row.seconds))
            used[row.published] = min(first, row.seconds), max(last, row.seconds)
    return taken, used


def _in_turn(waiting: Sequence[Row]) -> list[Row]:
    """Stories of a day get later and later seconds, so the last comes first; those of a moment earlier ones."""
    days = [row for row in waiting if _is_day(row)]
    return [*reversed(days), *(row for row in waiting if not _is_day(row))]


def _shown_at(row: Row, seconds: int) -> datetime:
    return moment(row.published) + timedelta(seconds=seconds)


def _is_day(row: Row) -> bool:
    """Whether its date has no time."""
    return moment(row.published).time() == time(0)


def _revision(episode: Episode | None, named: int) -> int:
    """The highest revision that a feed has named when it names this episode."""
    return max(named, revision_of(episode.audio)) if episode else named


def _digest(path: Path) -> str:
    try:
        return file_digest(path)
    except OSError:
        return ""


def _tidy(kept: Iterable[str], project: Project, ledger: Ledger, known: Known, now: datetime) -> None:
    """Delete what nobody needs any more: leftovers at once, what a feed has named after `keep_days`.

    What was withdrawn goes at once; what may hold it, too, is condemned already.
    """
    output, kept = project.output, set(kept)
    retired = ledger.retired()
    ledger.unretire(path for path in retired if path in kept)
    fresh = {path for path in _named(known) - kept - retired.keys() if (output / path).is_file()}
    ledger.retire(fresh, now=now)
    days = project.settings.edition.keep_days
    limit = moment(now.isoformat()) - timedelta(days=days)
    waiting = {path for path, since in retired.items() if moment(since) > limit} | (fresh if days else set())
    if withdrawn := ledger.withdrawn():
        waiting = {path for path in waiting if base_of(path) not in withdrawn}
    files.prune(output, kept | waiting, ledger.slugs())
    ledger.unretire(path for path in {*retired, *fresh} - waiting if not (output / path).exists())


def _named(known: Known) -> set[str]:
    """Every file that feeds named before this build."""
    kept = [row.files for row in known.rows.values()] + [whole.files for whole in known.wholes]
    return {path for files in kept for path in stamps.from_json(files)}


def editions_named(ledger: Ledger) -> set[str]:
    """Every file of an edition as a whole that a feed names, or has named."""
    known = {path for whole in ledger.wholes() for path in stamps.from_json(whole.files)}
    return known | {path for path in ledger.retired() if base_of(path).startswith("edition-")}


def turn(name: str) -> tuple[object, ...]:
    """When a file is sent to another place: what names others after them, and the main feed after everything."""
    path = PurePosixPath(name)
    names_others = "/" not in name and path.suffix in LAST
    return names_others, name == "feed.xml", LAST.index(path.suffix) if names_others else 0, name
