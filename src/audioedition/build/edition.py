"""Sources -> edition: the whole job from top to bottom.

    find sources -> (unchanged? keep) -> schedule: prepare, speak, finish -> join the edition files -> publish

Killed at any moment, the output folder still holds whole files and a feed that fits them: a file that a published
feed names is never replaced; what changed gets a new name, and the feed that names it comes last.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..edits import Edits, edits_of, stamp
from ..errors import AudioEditionError, NoStoryError, NothingToReadError, PublishingError, ReadingError, UsageError
from ..lexis.tables import load_lexis, using
from ..machine.cache import SCRATCH, open_cache
from ..machine.digests import data_digest
from ..machine.files import FOLDERS, FRONT, TEMPORARY
from ..machine.locking import is_held, lock
from ..machine.objects import is_address
from ..publishing import check, home, zone
from ..reading import Source, find_sources, load, passed_over, read_source
from ..settings import inside
from . import ledger as ledgers
from .copies import Copies, in_turn
from .edition_language import in_its_language
from .ledger import Ledger
from .order import RunningOrder
from .planning import Job, Known, Step, Tally, known_row
from .progress import Event, Reporter, clock_text
from .publication import editions_named, publish_edition, shown
from .rows import Copy
from .stores import refresh, stored
from .wholes import edition_files, running_order

if TYPE_CHECKING:
    from ..episode.prepared import Prepared
    from ..model import Article, Episode
    from ..project import Project
    from .reviewing import Repeats
    from .rows import Row
    from .scheduling import Schedule
    from .standing import Workers
    from .tasks import Crew


GONE = "its source is gone"
CLEARED = "its source was cleared away with all others of its day; it stays published (to withdraw it: draft: true)"
DRAFT = "its source is a draft now"


@dataclass
class Result:
    """What a build did."""

    output: str
    """The folder of finished files, or where they are in object storage."""
    steps: list[Step] = field(default_factory=list)
    failed: list[AudioEditionError] = field(default_factory=list)
    seconds: float = 0.0
    """Length of all stories that are there now."""
    language: str = "en"
    """That in which the edition speaks for itself."""

    def as_json(self) -> dict[str, Any]:
        """The result as plain data."""
        return {
            "output": self.output,
            "articles": [step.as_json() for step in self.steps],
            "failed": [str(e) for e in self.failed],
            "seconds": round(self.seconds, 3),
        }

    def doubts(self) -> list[str]:
        """A line for each thing to look at that was said while the articles were made."""
        return [f"{step.article}: {misfit}" for step in self.steps for misfit in step.misfits]

    def summary(self) -> str:
        """One line for people."""
        counts: dict[str, int] = {}
        for step in self.steps:
            counts[step.action] = counts.get(step.action, 0) + 1
        several = {"copy": "copies"}
        said = [f"{n} {several.get(action, action) if n > 1 else action}" for action, n in counts.items()]
        return f"{self.output}: {', '.join(said) or 'nothing to do'}; {clock_text(self.seconds)} of audio"


def find(project: Project, given: Sequence[str], media_type: str | None = None) -> list[Source]:
    """What there is to read: `given`, or the project's seeds folder. Raises UsageError when that is not there."""
    seeds = project.settings.root / project.settings.edition.seeds
    if not given and not seeds.is_dir():
        raise UsageError(
            f"there is no folder {seeds} here", remedy="name a SOURCE, or start with: audioedition init DIR"
        )
    return find_sources(given or [str(seeds)], project.settings, media_type=media_type)


def not_read(project: Project, given: Sequence[str]) -> list[str]:
    """A line for each kind of file in the folders `given` (or the seeds folder) that is not read, with the remedy."""
    seeds = project.settings.root / project.settings.edition.seeds
    return passed_over(given or [str(seeds)], project.settings)


def read_one(project: Project, given: str, media_type: str | None = None) -> tuple[Article, Edits]:
    """The first article of one source with its edits, for `script`. Raises ReadingError when there is none."""
    for source in find(project, [given], media_type):
        settings = project.settings
        with using(load_lexis(settings.root)):  # a project's own words reach what a page says about itself
            found = read_source(source, load(source, settings.read), settings.read, settings.text)
        for article in sorted(found, key=lambda found: isinstance(found, NoStoryError)):
            if isinstance(article, AudioEditionError):
                raise article
            return article, edits_of(source, article.name, project.settings.root)
    raise UsageError(f"{given} holds no article")


def plan(
    project: Project, sources: Sequence[Source], repeats: Repeats | None = None, now: datetime | None = None
) -> list[Step]:
    """What `build` would do with each source, and why, at the time `now`; `repeats` counts their lines. Nothing is
    written, but for the copy on this machine of an edition in object storage."""
    from ..episode.parts import missing_clips
    from ..episode.preparing import prepare

    check(project.settings.edition)
    cache = open_cache(project.settings)
    tally = Tally(lambda event: None)
    if is_address(project.settings.edition.output) and not is_held(project.output):
        with lock(project.output):
            refresh(project)

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
                        tally.refuse(job.source, error)
                if len(good) == len(found):
                    names.difference_update(known.dropped(job.source, good))
                    known.note_drafts(job.source, good)
                yield from good

    sources = in_turn(sources)
    with Ledger(ledger_path(project), readonly=True) as ledger:
        restored = ledger.restored
        project, sources = in_its_language(project, sources, ledger.rows().values())
        known = Known(project, ledger, sources)
        copies = Copies(known.rows.values(), {source.name for source in sources})
        gone = {row.name: row for row in known.left}
        names, asked = set(known.names), set[str]()
        order = RunningOrder(project, known, now or datetime.now(UTC))
        for story in stories():
            row = known_row(story, ledger, names, known.name_before(story, names))
            if original := copies.original(story, row):
                tally.pass_over(original.copy(story.name))
                known.note_name(names, story, row)
                continue
            if repeats is not None:
                repeats.add(story.script)
            missing = missing_clips(story.parts, cache).keys()
            tally.done(known.step(story, row, len(missing - asked), copies.met(story, row)), None)
            order.add(story, row)
            asked |= missing
            known.note_name(names, story, row)
            gone.pop(row.name if row else "", None)
    left = known.judged(list(gone.values()), order.rows, sources)
    removed = {row.name: DRAFT if row in known.drafts else GONE for row in [*left.withdrawn, *known.drafts]}
    for name, reason in removed.items():
        tally.done(Step(name, "removed", reason), None)
    for row in left.cleared:
        tally.done(Step(row.name, "reused", CLEARED), None)
    order.drop(removed)
    damage = (
        [Step("the ledger", "restored", "it is damaged: the copy of the last build takes its place")]
        if restored
        else []
    )
    return [*damage, *order.placed(tally.steps)]


def build(
    project: Project,
    sources: Sequence[Source],
    report: Reporter,
    now: datetime | None = None,
    *,
    cluster: str = "",
    workers: Workers | None = None,
) -> Result:
    """Make the edition: everything new or changed among `sources`, then edition files, playlists and feeds.

    cluster: the address of a Dask scheduler whose workers do the work, or `local:N`; empty = processes of this machine.
    workers: those processes where the caller keeps them for the next build.
    One bad article is a failure in the result and costs nothing else. Raises PublishingError when the output folder
    cannot be used or another build is at work there, CacheError when the cache cannot, ClusterError when the cluster
    cannot be used or has gone.
    """
    now = now or datetime.now(UTC)
    output = project.output
    if cluster:
        from .cluster import check_address, far_seen

        check_address(cluster)
        project, sources = far_seen(project, sources)
    sources, tally = in_turn(sources), Tally(report)
    edition = project.settings.edition
    check(edition)
    _claim(project)
    with (
        lock(output),
        stored(project, lambda text: report(Event("note", text=text))),
        Ledger(ledger_path(project), base=home(edition), zone=zone(edition)) as ledger,
        contextlib.ExitStack() as stack,
    ):
        for scratch in ledger_path(project).parent.glob(f"{SCRATCH}*"):
            shutil.rmtree(scratch, ignore_errors=True)  # of a build that was killed: we hold the lock
        for unfinished in ledger_path(project).parent.glob(f"{TEMPORARY}*"):
            unfinished.unlink(missing_ok=True)
        open_cache(project.settings).sweep()
        if ledger.restored:
            report(Event("note", text="the ledger was damaged; the copy of the last build has taken its place"))
        if ledger.state.cover != project.cover_digest and (problem := project.cover_problem):
            report(Event("note", text=f"{problem}; a cover was made instead"))
        project, sources = in_its_language(project, sources, ledger.rows().values())
        known = Known(project, ledger, sources)

        @functools.cache
        def schedule() -> Schedule:
            """Workers, and who gives them their tasks: only a build that has something to make pays for them."""
            correction = len(jobs) <= 1 and all(known.by_source.get(job.source.name) for job in jobs)
            crew = stack.enter_context(_hired(project, report, cluster, workers, at_once=1 if correction else None))
            from .scheduling import Schedule  # takes a while, in which the workers start

            copies = Copies(known.rows.values(), {source.name for source in sources})
            return Schedule(project, known, ledger, crew, tally, now, copies)

        report(Event("found", count=len(sources)))
        if not sources:
            report(Event("note", text="no article was found; what has been published stays"))
        jobs = _changed(sources, project, known, tally)
        if jobs:
            schedule().run(jobs)
        gone = known.judged(known.left, ledger.rows(), sources)
        gone.withdrawn.extend(known.drafts)
        _remove(gone.withdrawn, ledger, tally, now, known)
        _keep(gone.cleared, ledger, tally)
        ledger.remember_copies([*known.unasked(), *tally.copies])
        rows = [row for row in ledger.rows().values() if row.episode]
        wholes = edition_files(rows, project, ledger, known, schedule, tally)
        publish_edition(rows, wholes, project, ledger, known, now)
        _still_there(project, tally)
    language = project.settings.edition.language
    seconds = sum(row.episode.duration_ms for row in rows if row.episode) / 1000
    return Result(
        edition.output if is_address(edition.output) else str(output), tally.steps, tally.failed, seconds, language
    )


@contextlib.contextmanager
def _hired(
    project: Project, report: Reporter, cluster: str, workers: Workers | None, at_once: int | None
) -> Iterator[Crew]:
    """Who does the work: processes here, which start while we go on, or those of a cluster.

    at_once: how many start before there is work for them; None for all. A second one would only be in the way of
    the first where one line was corrected.
    """

    def spoken(seconds: float) -> None:
        report(Event("spoken", seconds=seconds))

    if cluster:
        from .cluster import ClusterCrew

        with ClusterCrew(cluster, project, spoken, lambda text: report(Event("note", text=text))) as far:
            yield far
        return
    from .standing import Workers

    with contextlib.nullcontext(workers) if workers else Workers() as own, own.hired(project, at_once) as pool:
        from .crew import LocalCrew

        yield LocalCrew(pool, project.settings, project.cast.narrator.engine, spoken)


def published(project: Project) -> list[Episode]:
    """The finished stories, in reading order; none where nothing has been built."""
    if not ledger_path(project).is_file():
        return []
    with Ledger(ledger_path(project), readonly=True) as ledger:
        return [shown(row) for row in running_order(ledger.rows().values()) if row.episode]


def ledger_path(project: Project) -> Path:
    """Where the output folder's ledger lies."""
    return project.output / ledgers.FOLDER / ledgers.FILE


def _claim(project: Project) -> None:
    """Raises UsageError for an output folder that is a file, or that holds what a build would replace or take away."""
    output = project.output
    real = output.resolve()
    if real in (Path(real.anchor), Path.home().resolve()) or inside(real, project.settings.root):
        raise UsageError(f"{output} is no folder for an edition", remedy="name an empty folder with --output")
    if output.exists() and not output.is_dir():
        raise UsageError(f"the output folder {output} is a file", remedy="name another one with --output")
    if any((output / ledgers.FOLDER / name).is_file() for name in ("lock", ledgers.FILE)):
        return
    if real.parent == Path(real.anchor) and real.is_dir() and any(real.iterdir()):  # /etc, /usr, C:\\Windows
        raise UsageError(f"{output} holds other things", remedy="name an empty folder with --output")
    for name in (*sorted(FRONT), *FOLDERS):
        if (output / name).exists():
            remedy = "name an empty folder with --output, or put the .audioedition folder back that was in it"
            raise UsageError(f"{output} holds {name}, which no build of this edition made", remedy=remedy)


def _loaded(source: Source, project: Project) -> tuple[Source, bytes]:
    """The source with its bytes. What comes from standard input is a new article each time: its digest names it."""
    if source.path and source.origin and not _is_meant(Path(source.path), Path(source.origin), project):
        raise ReadingError(
            "leads to a file outside the folder it was found in", article=source.name, remedy="name that file as SOURCE"
        )
    data = load(source, project.settings.read)
    if source.path is None and source.url is None:
        source = dataclasses.replace(source, name=f"stdin-{data_digest(data)[:8]}")
    return source, data


def source_digest(source: Source, data: bytes, root: Path) -> str:
    """Digest of the bytes of a source and of all edits of its articles."""
    digest, edits = data_digest(data), stamp(source, root)
    return data_digest(f"{digest} {edits}".encode()) if edits else digest


def _is_meant(file: Path, folder: Path, project: Project) -> bool:
    """Whether a file that was found in a folder lies there, or in the project: a link may lead anywhere."""
    return inside(folder, file) or inside(project.settings.root, file)


def _changed(sources: Sequence[Source], project: Project, known: Known, tally: Tally) -> list[Job]:
    """The sources that have to be looked at; the others are done."""
    jobs = []
    for source in sources:
        try:
            source, data = _loaded(source, project)
        except NothingToReadError:
            continue
        except AudioEditionError as e:
            tally.fail(source.name, e)
            continue
        digest, edits = source_digest(source, data, project.settings.root), stamp(source, project.settings.root)
        if found := known.unchanged(source, digest):
            for one in found:
                if isinstance(one, Copy):
                    tally.pass_over(one)
                else:
                    tally.done(Step(one.name, "reused", "unchanged; edited" if edits else "unchanged"), one.episode)
        else:
            jobs.append(Job(source, digest, len(data), None if source.path else data))
    return jobs


def _remove(gone: Sequence[Row], ledger: Ledger, tally: Tally, now: datetime, known: Known) -> None:
    """Articles whose source is gone leave the edition; their GUIDs and names stay reserved."""
    there = ledger.rows().keys()
    gone = [row for row in gone if row.name in there]  # the others have been renamed, and recognised
    if gone:
        with ledger.transaction():
            ledger.remove_missing(there - {row.name for row in gone}, now=now)
            ledger.condemn(editions_named(ledger))  # each may hold what is withdrawn
    for row in gone:
        tally.done(Step(row.name, "removed", DRAFT if row in known.drafts else GONE), None)


def _keep(cleared: Sequence[Row], ledger: Ledger, tally: Tally) -> None:
    """Stories of an earlier day whose folder was emptied stay, and are not looked for any more."""
    there = ledger.rows()
    for row in cleared:
        if row.name in there:
            ledger.change(there[row.name], origin="")
            tally.done(Step(row.name, "reused", CLEARED), row.episode)


def _still_there(project: Project, tally: Tally) -> None:
    """Raises PublishingError when somebody took the output folder away while it was written."""
    if not ledger_path(project).is_file() or not (project.output / "feed.xml").is_file():
        raise PublishingError(f"{project.output} was taken away during the build", remedy="run the build again")
