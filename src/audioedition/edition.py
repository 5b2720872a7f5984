"""Sources -> edition: the pipeline from top to bottom.

    find sources -> (unchanged? keep) -> prepare -> synthesise what the cache lacks -> finish -> join -> publish

Everything heavy runs in worker processes (`workers.py`); this module decides what has to be made, in which order, and
keeps the ledger. Killed at any moment, the output folder still holds whole files and a feed that fits them: new files
get new names until the feed that names them has replaced the old one.
"""

from __future__ import annotations

import dataclasses
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from .cache import ClipCache, open_cache
from .episode import Prepared, data_digest, finish, prepare
from .errors import AudioEditionError, UsageError
from .ledger import Ledger, Row, lock
from .model import Article, Episode, Utterance
from .progress import Event, Reporter
from .project import Project
from .reading import Source, find_sources, load, read_source
from .synthesis import synthesise
from .workers import WorkerPool

BATCH_CHARACTERS = 600
"""Utterances are given to workers in batches of about this many characters (some 40 s of speech), voice by voice."""

IN_FLIGHT = 6
"""Articles that are prepared ahead, per worker: enough to keep all busy, few enough to bound memory."""


@dataclass(frozen=True, slots=True)
class Step:
    """What build does with one article, and why."""

    article: str
    action: str
    """`reused`, `re-tag`, `re-mix`, `rebuild`, `new`, `removed` or `failed`."""
    reason: str
    utterances: int = 0
    to_speak: int = 0
    """Utterances that the cache doesn't hold yet."""

    def as_json(self) -> dict[str, Any]:
        return dataclasses.asdict(self)


@dataclass
class Result:
    """What a build did."""

    output: Path
    steps: list[Step] = field(default_factory=list)
    failed: list[AudioEditionError] = field(default_factory=list)
    seconds: float = 0.0
    """Length of all stories of the edition."""

    def as_json(self) -> dict[str, Any]:
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
        raise UsageError(f"there is no folder {seeds} here", remedy="name a SOURCE, or start with: audioedition init DIR")
    return find_sources(given or [str(seeds)], project.settings, media_type=media_type)


def read_one(project: Project, given: str, media_type: str | None = None) -> Article:
    """The first article of one source, for `script`. Raises ReadingError when there is none."""
    for source in find(project, [given], media_type):
        for article in read_source(source, load(source, project.settings.read), project.settings.read):
            if isinstance(article, AudioEditionError):
                raise article
            return article
    raise UsageError(f"{given} holds no article")


def unknown_words(project: Project, sources: Sequence[Source]) -> list[tuple[str, int]]:
    """The words no dictionary knows, most frequent first; articles that cannot be read are left out."""
    from . import spoken

    texts = []
    for source in sources:
        for prepared in prepare(source, project.settings):
            if not isinstance(prepared, AudioEditionError):
                texts += [line.spoken for line in prepared.script.segments]
    return spoken.unknown_words(texts, project.lexicon(project.settings.edition.language))


def plan(project: Project, sources: Sequence[Source]) -> list[Step]:
    """What `build` would do with each source, and why. Nothing is written."""
    with Ledger(ledger_path(project), readonly=True) as ledger:
        known = _Known(project, ledger)
        steps = []
        cache = open_cache(project.settings)
        for source in sources:
            try:
                source, data = _loaded(source, project)
                if unchanged := known.unchanged(source, data_digest(data)):
                    steps += [Step(row.name, "reused", "unchanged") for row in unchanged]
                    continue
                for prepared in prepare(source, project.settings, data):
                    if isinstance(prepared, AudioEditionError):
                        raise prepared
                    steps.append(known.step(prepared, ledger.row(prepared.name), missing_clips(prepared, cache)))
            except AudioEditionError as e:
                steps.append(Step(source.name, "failed", str(e)))
        seen = {source.name for source in sources}
        gone = [row for row in known.rows.values() if known.is_gone(row, seen, _origins(sources))]
        return steps + [Step(row.name, "removed", "its source is gone") for row in gone]


def build(project: Project, sources: Sequence[Source], report: Reporter, now: datetime | None = None) -> Result:
    """Make the edition: everything new or changed among `sources`, then feeds, playlists and edition files.

    One bad article is a failure in the result and costs nothing else. Raises PublishingError when the output folder
    cannot be used or another build is at work there, CacheError when the cache cannot.
    """
    now = now or datetime.now(UTC)
    result = Result(project.output)
    with locked(project.output), Ledger(ledger_path(project), base=home(project.settings.edition)) as ledger:
        pool = WorkerPool(project.settings.build.jobs, warm=[functools.partial(warm, project.settings)])
        with contextlib.closing(pool):
            run = _Build(project, ledger, pool, report, result, now)
            run.make(sources)
            run.remove(sources)
            run.publish()
    return result


def ledger_path(project: Project) -> Path:
    return project.output / ledger_module.FOLDER / ledger_module.FILE


def _loaded(source: Source, project: Project) -> tuple[Source, bytes]:
    """The source with its bytes. What comes from standard input is a new article each time: its digest names it."""
    data = load(source, project.settings.read)
    if source.path is None and source.url is None:
        source = dataclasses.replace(source, name=f"stdin-{data_digest(data)[:8]}")
    return source, data


def _origins(sources: Sequence[Source]) -> set[str]:
    """The folders that were searched, as the ledger knows them."""
    return {source.origin for source in sources if source.origin}


class _Known:
    """What the last builds left, and what it says about an article of today."""

    def __init__(self, project: Project, ledger: Ledger) -> None:
        self.project = project
        self.rows = ledger.rows()
        self.by_source: dict[str, list[Row]] = {}
        for row in self.rows.values():
            self.by_source.setdefault(row.name.partition("#")[0], []).append(row)
        self.sizes = files.sizes(project.output / "episodes")

    def unchanged(self, source: Source, digest: str) -> list[Row]:
        """The rows of a source none of whose articles has to be looked at; empty when one has to."""
        rows = self.by_source.get(source.name, [])
        same = (digest, self.project.digest)
        if all((row.source_digest, row.script_digest) == same and self.whole(row) for row in rows):
            return rows
        return []

    def whole(self, row: Row) -> bool:
        """Whether the finished file is there, with the size it had."""
        episode = row.episode
        return episode is not None and self.sizes.get(episode.audio.rpartition("/")[2]) == episode.size

    def step(self, prepared: Prepared, row: Row | None, missing: Sequence[str]) -> Step:
        """What has to be done for one article, and why."""
        name = prepared.name
        spoken = sum(key is not None for part in prepared.parts for key in part.keys)
        count = f"{len(missing)} of {spoken} utterances to speak"
        if row is None or not row.episode_json:
            return Step(name, "new", count, spoken, len(missing))
        reason = reason_between(json.loads(row.recipe or "{}"), prepared.recipe)
        if not self.whole(row):
            reason = "its file is gone or damaged"
        if reason:
            return Step(name, "rebuild" if missing else "re-mix", f"{reason}; {count}", spoken, len(missing))
        if row.tags_digest != prepared.tags_digest:
            return Step(name, "re-tag", "title, tags or transcript changed", spoken)
        return Step(name, "reused", "same words and sound", spoken)

    def is_gone(self, row: Row, seen: Collection[str], origins: Collection[str]) -> bool:
        """Whether the article's source is gone from a folder that was searched.

        Entries of a source that is still there stay: a feed shows only its newest.
        """
        return row.origin in origins and row.name.partition("#")[0] not in seen


class _Build:
    """One run over all sources: what is known, what is under way, what is done."""

    def __init__(
        self, project: Project, ledger: Ledger, pool: WorkerPool, report: Reporter, result: Result, now: datetime
    ) -> None:
        self.project, self.settings = project, project.settings
        self.ledger, self.pool, self.report, self.result, self.now = ledger, pool, report, result, now
        self.cache = open_cache(project.settings)
        self.known = _Known(project, ledger)
        self.names = set(self.known.rows)
        self.queue: deque[Job] = deque()
        self.work: dict[str, Work] = {}
        """Articles whose clips are being spoken or whose files are being written."""
        self.wanted: dict[str, list[str]] = {}
        """Clip under way -> the articles that wait for it."""
        self.batches: dict[int, Batch] = {}
        self.preparing = 0
        self.total_bytes = 1

    def make(self, sources: Sequence[Source]) -> None:
        """Bring every article of `sources` up to date."""
        self.report(Event("found", count=len(sources)))
        for source in sources:
            try:
                source, data = _loaded(source, self.project)
            except AudioEditionError as e:
                self.fail(source.name, e)
                continue
            digest = data_digest(data)
            if rows := self.known.unchanged(source, digest):
                for row in rows:
                    self.done(Step(row.name, "reused", "unchanged"), row.episode)
            else:
                self.queue.append(Job(source, digest, len(data), None if source.path else data))
        self.total_bytes = sum(job.size for job in self.queue) or 1
        self.feed()
        for outcome in self.pool.completed():
            kind, key = outcome.key
            getattr(self, f"on_{kind}")(key, outcome)
            self.feed()

    def feed(self) -> None:
        """Hand out sources to be prepared, as many as keep the workers busy without filling memory."""
        while self.queue and self.preparing + len(self.work) < AHEAD * self.pool.jobs:
            job = self.queue.popleft()
            self.preparing += 1
            self.pool.submit(("prepared", job), prepare, job.source, self.settings, job.data, priority=PREPARE)

    def on_prepared(self, job: Job, outcome: Outcome) -> None:
        """An article's script is there: speak what the cache lacks."""
        self.preparing -= 1
        if outcome.error:
            self.fail(job.source.name, outcome.error, job)
            return
        articles = outcome.value
        whole = not any(isinstance(a, AudioEditionError) for a in articles)
        for article in articles:
            if isinstance(article, AudioEditionError):
                self.fail(article.article or job.source.name, article, job)
            else:
                self.start(article, job, job.digest if whole else "")

    def start(self, prepared: Prepared, job: Job, digest: str) -> None:
        name = prepared.name
        self.names.add(name)
        missing = missing_clips(prepared, self.cache)
        step = self.known.step(prepared, self.known.rows.get(name), list(missing))
        row = self.assign(prepared)
        work = Work(prepared, row, step, job, digest, set(missing))
        if step.action == "reused" and row.episode:
            self.record(work, row.episode)
            return
        self.work[name] = work
        for key in missing:
            self.wanted.setdefault(key, []).append(name)
        mine = {key: utterance for key, utterance in missing.items() if self.wanted[key][0] == name}
        for batch in batches(mine):
            self.speak(Batch(name, batch))
        self.finish_if_ready(work)
