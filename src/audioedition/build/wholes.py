"""Finished stories -> the edition files there have to be: which stories, in what order, and whether one is made again.

The one place that decides so. An edition of an earlier day stays published as it is, as long as it is whole.
"""

from __future__ import annotations

import json
import math
import re
import uuid
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import AudioEditionError
from ..machine.digests import digest
from ..model import Episode
from ..model.stages import versions
from ..publishing import Group, groups, home
from . import stamps
from .episode_json import episode_to_json
from .ledger import GUID_SPACE, Ledger
from .planning import source_name
from .progress import Event
from .rows import Row, WholeRow

if TYPE_CHECKING:
    from ..episode.edition_file import Whole
    from ..episode.parts import Part
    from ..episode.placing import Before, Finished
    from ..episode.prepared import Prepared
    from ..project import Project
    from .planning import Known, Tally
    from .scheduling import Schedule

KEPT = 30
"""Edition files of earlier days that stay published."""


def running_order(rows: Iterable[Row]) -> list[Row]:
    """As the paper wants them: by `order` in the front matter, then by file name (`2-ferry` before `10-swan`), then as
    they stand in their feed or mailbox."""
    return sorted(rows, key=_place)


def _place(row: Row) -> tuple[object, ...]:
    return (math.inf if row.place is None else row.place, natural(row.name), row.entry, row.name)


def natural(name: str) -> list[tuple[int, int, str]]:
    """The key that sorts articles as people count: the file `2-ferry` before `10-swan`, its entries as equals."""
    source = name.partition("#")[0]
    return [(0, int(part[:18]), "") if part.isdigit() else (1, 0, part) for part in re.findall(r"\d+|\D+", source)]


def todays(rows: Iterable[Row], by: str) -> list[Row]:
    """The stories of the current edition, in running order: with `by = "new"` those that were new on the newest day."""
    there = [row for row in rows if row.episode_json]
    if by == "new":
        newest = max((row.edition for row in there), default="")
        there = [row for row in there if row.edition == newest]
    return running_order(there)


def edition_files(
    rows: Sequence[Row],
    project: Project,
    ledger: Ledger,
    known: Known,
    schedule: Callable[[], Schedule],
    tally: Tally,
) -> list[WholeRow]:
    """The edition files to publish, the current ones first; made again when anything in them has changed."""
    if not project.settings.files.edition_file:
        return []
    there = {row.stem: row for row in ledger.wholes()}
    missing = _missing(rows, tally)
    made_from = [(row.guid, row.recipe, row.tags_digest, row.edition, row.place, row.entry) for row in rows]
    material = digest([project.digest, versions(), made_from, missing])
    current = [row for row in there.values() if row.current]
    if ledger.state.wholes != material or not all(known.is_whole(row) for row in current):
        failed = len(tally.failed)
        current = _made(rows, project, ledger, known, schedule, tally, missing, there)
        if len(tally.failed) == failed:
            ledger.remember(wholes=material)
    return [*current, *_earlier(there, current, {row.guid for row in rows}, ledger, known, tally)]


def _earlier(
    there: Mapping[str, WholeRow],
    current: Sequence[WholeRow],
    stories: Container[str],
    ledger: Ledger,
    known: Known,
    tally: Tally,
) -> list[WholeRow]:
    """The editions of earlier days that stay published, the newest first. One of today under another date, that which
    its newest story had then, is none."""
    stems, today = {row.stem for row in current}, {row.edition for row in current if row.edition}
    others = [row for stem, row in there.items() if stem not in stems]
    for row in others:
        if row.current:
            ledger.record_whole(replace(row, current=0))
    earlier = [replace(row, current=0) for row in others if row.edition not in today]
    return [row for row in earlier[:KEPT] if _stays(row, known, stories, tally)]


def _missing(rows: Sequence[Row], tally: Tally) -> int:
    """How many stories should be there and could not be made; one whose earlier version stays is not missing."""
    there = {row.name for row in rows} | {source_name(row.name) for row in rows}
    return sum(1 for error in tally.failed if error.article and error.article not in there)


def _stays(row: WholeRow, known: Known, stories: Container[str], tally: Tally) -> bool:
    """Whether an edition of an earlier day can stay: whole, and without a story that was withdrawn since. Where it
    cannot, it leaves the feed; a line says so when nobody has asked for it."""
    if any(guid not in stories for guid in json.loads(row.stories)):
        return False
    if known.is_whole(row):
        return True
    tally.report(
        Event("note", row.stem, f"{row.episode.audio} of an earlier day is gone or damaged: it leaves the feed")
    )
    return False


def _made(
    rows: Sequence[Row],
    project: Project,
    ledger: Ledger,
    known: Known,
    schedule: Callable[[], Schedule],
    tally: Tally,
    missing: int,
    there: Mapping[str, WholeRow],
) -> list[WholeRow]:
    """The current edition files, made as far as they are not `there`; fewer when one fails, which is in the tally."""
    wanted, fresh = [], {}
    for whole in _wanted(rows, project, there, tally, missing):
        wanted.append(whole)
        old = there.get(whole.stem)
        if old and old.digest == whole.digest and known.is_whole(old):
            fresh[whole.stem] = replace(old, current=1)
    todo = [whole for whole in wanted if whole.stem not in fresh]
    base = home(project.settings.edition)

    def named(whole: Whole) -> tuple[str, str, Before | None]:
        """Stem of the new files, GUID, and what was published before."""
        old = there.get(whole.stem)
        stem = known.stem(whole.stem, old.named if old else 0)
        return stem, uuid.uuid5(GUID_SPACE, f"{base}\n{whole.stem}").urn, known.before(old)

    def keep(whole: Whole, made: Finished) -> None:
        old = there.get(whole.stem) or WholeRow(whole.stem, whole.day)
        files = stamps.to_json(stamps.of(project.output, made.digests))
        fresh[whole.stem] = replace(
            old,
            digest=whole.digest,
            episode_json=episode_to_json(made.episode),
            files=files,
            current=1,
            day=whole.day,
            edition=_seen(rows, project.settings.edition.by),
            stories=json.dumps([story.episode.guid for story in whole.stories]),
        )
        with ledger.transaction():
            ledger.let_go(old, made.digests, now=schedule().now)
            ledger.record_whole(fresh[whole.stem])
        if missing:
            tally.report(Event("note", whole.stem, f"{made.episode.audio} lacks what failed ({missing})"))

    if todo:
        schedule().join(todo, named, keep)
    for row in fresh.values():
        if there.get(row.stem) != row:
            ledger.record_whole(row)
    return [fresh[whole.stem] for whole in wanted if whole.stem in fresh]


def _wanted(
    rows: Sequence[Row], project: Project, there: Mapping[str, WholeRow], tally: Tally, missing: int
) -> Iterable[Whole]:
    """The edition files of today; one that cannot be arranged is a failure in the tally."""
    from ..episode.edition_file import Story, body_key, file_stem, whole_of

    edition = project.settings.edition
    chosen = todays(rows, edition.by)
    stories = {row.guid: Story(row.episode, body_key(row.recipe)) for row in chosen if row.episode}
    episodes = tuple(story.episode for story in stories.values())
    for group in (groups(episodes, edition.by) or (Group("", "", episodes),)) if episodes else ():
        newest = sorted(group.episodes, key=lambda e: e.published, reverse=True)[: edition.stories]
        wanted = {e.guid for e in newest}
        told = [stories[e.guid] for e in group.episodes if e.guid in wanted]
        title = f"{edition.title}: {group.title}" if group.title else edition.title
        day = _day(newest, chosen, edition.by, there)
        stem = file_stem(group.key, day)
        lacks = missing if edition.by in ("new", "all") else 0
        try:
            yield whole_of(group.key, title, told, project, stem=stem, day=day, missing=lacks)
        except AudioEditionError as e:
            tally.fail(stem, e)


def likely_parts(rows: Sequence[Row], project: Project, ledger: Ledger) -> Iterable[tuple[Part, ...]]:
    """What would be said around the stories of each of today's edition files if these were the `rows` in the end."""
    from .planning import Tally

    there = {row.stem: row for row in ledger.wholes()}
    for whole in _wanted(rows, project, there, Tally(lambda event: None), 0):
        yield whole.parts


def expected(row: Row, story: Prepared) -> Row:
    """The row of a story that is being made, with what an edition file will say of it."""
    from ..episode.finish import title_of

    section = story.script.article.section
    episode = Episode(row.guid, row.slug, title_of(story, row.slug), row.published, "", "", 0, 0, section=section)
    return replace(row, episode_json=episode_to_json(episode), recipe=json.dumps(story.recipe))


def _seen(rows: Iterable[Row], by: str) -> str:
    """The day on which the stories of today's edition were new."""
    return max((row.edition for row in rows if row.episode_json), default="") if by == "new" else ""


def _day(newest: Sequence[Episode], chosen: Sequence[Row], by: str, there: Mapping[str, WholeRow]) -> str:
    """The day of an edition: that of its newest story, unless an edition of other stories has that day already."""
    day = newest[0].published[:10]
    if by != "new":
        return day
    seen = _seen(chosen, by)
    taken = any(row.day == day and row.edition not in ("", seen) for row in there.values())
    return seen if taken else day
