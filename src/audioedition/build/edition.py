"""Sources -> edition: the whole job from top to bottom.

    find sources -> (unchanged? keep) -> schedule: prepare, speak, finish -> join the edition files -> publish

Killed at any moment, the output folder still holds whole files and a feed that fits them: a file that a published
feed names is never replaced; what changed gets a new name, and the feed that names it comes last.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..edits import Edits, edits_of, stamp
from ..errors import AudioEditionError, UsageError
from ..machine.cache import SCRATCH, open_cache
from ..machine.files import FOLDERS
from ..machine.locking import lock
from ..machine.recipe import data_digest, digest
from ..publishing import Group, check, groups, home, prune, publish, zone
from ..reading import Source, find_sources, load, read_source
from . import ledger as ledgers
from .episode_json import episode_from_json, episode_to_json
from .ledger import Ledger
from .planning import Job, Known, Step, Tally, known_row
from .progress import Event, Reporter, clock_text

if TYPE_CHECKING:
    from ..episode.finish import Prepared
    from ..model import Article, Episode
    from ..project import Project
    from .ledger import Row
    from .scheduling import Schedule


GONE = "its source is gone"

KEPT_EDITIONS = 30
"""Edition files of earlier days that stay published."""


@dataclass
class Result:
    """What a build did."""

    output: Path
    steps: list[Step] = field(default_factory=list)
    failed: list[AudioEditionError] = field(default_factory=list)
    seconds: float = 0.0
    """Length of all stories that are there now."""

    def as_json(self) -> dict[str, Any]:
        """The result as plain data."""
        return {
            "output": str(self.output),
            "articles": [step.as_json() for step in self.steps],
            "failed": [str(e) for e in self.failed],
            "seconds": round(self.seconds, 3),
        }

    def summary(self) -> str:
        """One line for people."""
        counts: dict[str, int] = {}
        for step in self.steps:
            counts[step.action] = counts.get(step.action, 0) + 1
        said = ", ".join(f"{n} {action}" for action, n in counts.items()) or "nothing to do"
        return f"{self.output}: {said}; {clock_text(self.seconds)} of audio"


def find(project: Project, given: Sequence[str], media_type: str | None = None) -> list[Source]:
    """What there is to read: `given`, or the project's seeds folder. Raises UsageError when that is not there."""
    seeds = project.settings.root / project.settings.edition.seeds
    if not given and not seeds.is_dir():
        raise UsageError(
            f"there is no folder {seeds} here", remedy="name a SOURCE, or start with: audioedition init DIR"
        )
    return find_sources(given or [str(seeds)], project.settings, media_type=media_type)


def read_one(project: Project, given: str, media_type: str | None = None) -> tuple[Article, Edits]:
    """The first article of one source with its edits, for `script`. Raises ReadingError when there is none."""
    for source in find(project, [given], media_type):
        settings = project.settings
        for article in read_source(source, load(source, settings.read), settings.read, settings.text):
            if isinstance(article, AudioEditionError):
                raise article
            return article, edits_of(source, article.name, project.settings.root)
    raise UsageError(f"{given} holds no article")


def words_to_check(project: Project, sources: Sequence[Source]) -> list[tuple[str, int]]:
    """The words no dictionary knows, and abbreviations, capitals and signs no table knows, most frequent first.

    Articles that cannot be read are left out.
    """
    from ..engines.dictionary import known_words
    from ..episode.finish import prepare
    from ..spoken import unknown_words as unknown
    from ..spoken.english.guesses import UNKNOWN

    texts: list[str] = []
    notation: Counter[str] = Counter()
    for source in sources:
        with contextlib.suppress(AudioEditionError):
            for story in prepare(source, project.settings):
                if not isinstance(story, AudioEditionError):
                    texts += [line.spoken for line in story.script.segments]
                    notation.update(d.text for s in story.script.segments for d in s.doubts if d.why in UNKNOWN)
    found = Counter(dict(unknown(texts, known_words()))) | notation
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))


def plan(project: Project, sources: Sequence[Source]) -> list[Step]:
    """What `build` would do with each source, and why. Nothing is written."""
    from ..episode.finish import missing_clips, prepare

    cache = open_cache(project.settings)
    tally = Tally(lambda event: None)

    def stories() -> Iterator[Prepared]:
        for source in sources:
            for job in _changed([source], project, known, tally):
                try:
                    found = prepare(job.source, project.settings, job.data)
                except AudioEditionError as e:
                    found = [e]
                good = [story for story in found if not isinstance(story, AudioEditionError)]
                for error in found:
                    if isinstance(error, AudioEditionError):
                        tally.fail(error.article or job.source.name, error)
                if len(good) == len(found):
                    names.difference_update(known.dropped(job.source, good))
                yield from good

    with Ledger(ledger_path(project), readonly=True) as ledger:
        known = Known(project, ledger)
        gone = {row.name: row for row in known.gone(sources)}
        names, asked = known.rows.keys() - gone.keys(), set[str]()
        for story in stories():
            missing = missing_clips(story.parts, cache).keys()
            row = known_row(story, ledger, names)
            tally.done(known.step(story, row, len(missing - asked)), None)
            asked |= missing
            names |= {story.name, row.name} if row else {story.name}
            gone.pop(row.name if row else "", None)
    for name in gone:
        tally.done(Step(name, "removed", GONE), None)
    return tally.steps


def build(project: Project, sources: Sequence[Source], report: Reporter, now: datetime | None = None) -> Result:
    """Make the edition: everything new or changed among `sources`, then edition files, playlists and feeds.

    One bad article is a failure in the result and costs nothing else. Raises PublishingError when the output folder
    cannot be used or another build is at work there, CacheError when the cache cannot.
    """
    now = now or datetime.now(UTC)
    tally = Tally(report)
    edition = project.settings.edition
    check(edition)
    _claim(project.output)
    with (
        lock(project.output),
        Ledger(ledger_path(project), base=home(edition), zone=zone(edition)) as ledger,
        contextlib.ExitStack() as stack,
    ):
        for scratch in ledger_path(project).parent.glob(f"{SCRATCH}*"):
            shutil.rmtree(scratch, ignore_errors=True)  # of a build that was killed: we hold the lock
        open_cache(project.settings).sweep()
        if ledger.restored:
            report(Event("note", text="the ledger was damaged; the copy of the last build has taken its place"))
        if ledger.note("cover") != project.cover_digest and (problem := project.cover_problem):
            report(Event("note", text=f"{problem}; a cover was made instead"))
        known = Known(project, ledger)

        @functools.cache
        def schedule() -> Schedule:
            """Workers, and who gives them their tasks: only a build that has something to make pays for them."""
            from ..machine.workers import WorkerPool
            from .warming import warm

            settings = project.settings
            pool = stack.enter_context(WorkerPool(settings.build.jobs, [functools.partial(warm, settings)]))
            pool.start()
            _tell_of_sounds(project, ledger, report)  # reads them all, while the workers start
            from .scheduling import Schedule  # takes half a second, in the same time

            return Schedule(project, known, ledger, pool, tally, now, known.rows.keys() - {row.name for row in gone})

        gone = known.gone(sources)
        report(Event("found", count=len(sources)))
        if not sources:
            report(Event("note", text="no article was found; what has been published stays"))
        if jobs := _changed(sources, project, known, tally):
            schedule().run(jobs)
        _remove(gone, ledger, tally, now)
        rows = [row for row in ledger.rows().values() if row.episode]
        wholes = _wholes(rows, project, ledger, known, schedule, tally)
        episodes = [row.episode for row in rows if row.episode]
        _publish(episodes, wholes, project, ledger, now)
    return Result(project.output, tally.steps, tally.failed, sum(e.duration_ms for e in episodes) / 1000)


def published(project: Project) -> list[Episode]:
    """The finished stories, in reading order; none where nothing has been built."""
    if not ledger_path(project).is_file():
        return []
    with Ledger(ledger_path(project), readonly=True) as ledger:
        return [row.episode for row in ledger.rows().values() if row.episode]


def ledger_path(project: Project) -> Path:
    """Where the output folder's ledger lies."""
    return project.output / ledgers.FOLDER / ledgers.FILE


def _claim(output: Path) -> None:
    """Raises UsageError for an output folder that is a file, or that holds what a build would replace or take away."""
    if output.exists() and not output.is_dir():
        raise UsageError(f"the output folder {output} is a file", remedy="name another one with --output")
    if (output / ledgers.FOLDER).exists():
        return
    for name in ("index.html", "feed.xml", "feed.json", "playlist.m3u8", *FOLDERS):
        if (output / name).exists():
            remedy = "name an empty folder with --output, or put the .audioedition folder back that was in it"
            raise UsageError(f"{output} holds {name}, which no build of this edition made", remedy=remedy)


def _tell_of_sounds(project: Project, ledger: Ledger, report: Reporter) -> None:
    """What is strange about the project's sounds; once, until one of them changes."""
    if not project.settings.files.edition_file or ledger.note("sounds") == project.digest:
        return
    from ..sound import assets

    with contextlib.suppress(AudioEditionError):  # one is missing: the edition file will say so
        for text in assets.oddities(project.settings.root, project.sound):
            report(Event("note", text=text))
        ledger.set_note("sounds", project.digest)


def _loaded(source: Source, project: Project) -> tuple[Source, bytes]:
    """The source with its bytes. What comes from standard input is a new article each time: its digest names it."""
    data = load(source, project.settings.read)
    if source.path is None and source.url is None:
        source = dataclasses.replace(source, name=f"stdin-{data_digest(data)[:8]}")
    return source, data


def source_digest(source: Source, data: bytes, root: Path) -> str:
    """Digest of the bytes of a source and of all edits of its articles."""
    digest, edits = data_digest(data), stamp(source, root)
    return data_digest(f"{digest} {edits}".encode()) if edits else digest


def _changed(sources: Sequence[Source], project: Project, known: Known, tally: Tally) -> list[Job]:
    """The sources that have to be looked at; the others are done."""
    jobs = []
    for source in sources:
        try:
            source, data = _loaded(source, project)
        except AudioEditionError as e:
            tally.fail(source.name, e)
            continue
        digest, edits = source_digest(source, data, project.settings.root), stamp(source, project.settings.root)
        if rows := known.unchanged(source, digest):
            for row in rows:
                tally.done(Step(row.name, "reused", "unchanged; edited" if edits else "unchanged"), row.episode)
        else:
            jobs.append(Job(source, digest, len(data), None if source.path else data))
    return jobs


def _remove(gone: Sequence[Row], ledger: Ledger, tally: Tally, now: datetime) -> None:
    """Articles whose source is gone leave the edition; their GUIDs and names stay reserved."""
    there = ledger.rows().keys()
    gone = [row for row in gone if row.name in there]  # the others have been renamed, and recognised
    if gone:
        ledger.remove_missing(there - {row.name for row in gone}, now=now)
    for row in gone:
        tally.done(Step(row.name, "removed", GONE), None)


def _wholes(
    rows: Sequence[Row],
    project: Project,
    ledger: Ledger,
    known: Known,
    schedule: Callable[[], Schedule],
    tally: Tally,
) -> list[Episode]:
    """The edition files, one a group; made again when anything in them has changed."""
    if not project.settings.files.edition_file:
        return []
    material = digest([project.digest, [(row.guid, row.recipe, row.tags_digest) for row in rows]])
    then, _, files = (ledger.note("wholes") or "").partition(" ")
    if then == material:
        made = [episode_from_json(json.dumps(e)) for e in json.loads(files)]
        if all(known.there(e) for e in made):
            return made
    if not rows:
        return []
    from ..episode.edition_file import Story, body_key, file_stem, whole_of

    stories = {row.episode.guid: Story(row.episode, body_key(row.recipe)) for row in rows if row.episode}
    edition = project.settings.edition
    episodes = tuple(story.episode for story in stories.values())
    parted = groups(episodes, edition.by) or (Group("", "", episodes),)
    wholes = []
    for group in parted:
        newest = sorted(group.episodes, key=lambda e: e.published, reverse=True)[: edition.stories]
        wanted = {e.guid for e in newest}
        chosen = [stories[e.guid] for e in group.episodes if e.guid in wanted]
        title = f"{edition.title}: {group.title}" if group.title else edition.title
        try:
            wholes.append(whole_of(group.key, title, chosen, project))
        except AudioEditionError as e:
            tally.fail(file_stem(group.key, chosen), e)
    made = schedule().join(wholes)
    if len(made) == len(parted):
        ledger.set_note("wholes", f"{material} [{', '.join(map(episode_to_json, made))}]")
    return made


def _earlier(wholes: Sequence[Episode], ledger: Ledger) -> list[Episode]:
    """The edition files of earlier days, which stay published; today's join them."""
    known = [episode_from_json(json.dumps(e)) for e in json.loads(ledger.note("editions") or "[]")]
    today = {e.guid for e in wholes}
    earlier = [e for e in known if e.guid not in today][:KEPT_EDITIONS]
    kept = "[" + ", ".join(map(episode_to_json, [*wholes, *earlier])) + "]"
    if kept != ledger.note("editions"):
        ledger.set_note("editions", kept)
    return earlier


def _publish(
    episodes: Sequence[Episode], wholes: Sequence[Episode], project: Project, ledger: Ledger, now: datetime
) -> None:
    """Swap in playlists, pages and feeds, the feed last; then take away what nothing names any more."""
    drawn = ledger.note("cover") == project.cover_digest and (project.output / "artwork" / "cover.jpg").is_file()
    published = publish(
        project.output,
        episodes,
        project.settings.edition,
        built=now,
        edition_file=wholes[0] if len(wholes) == 1 else None,
        edition_files=[*(wholes if len(wholes) > 1 else ()), *_earlier(wholes, ledger)],
        cover=None if drawn else project.cover,
    )
    if not drawn:
        ledger.set_note("cover", project.cover_digest)
    prune(project.output, published.files)
