"""Sources -> finished episodes in the ledger: decides what runs when, and on what a failure falls.

Each source is prepared (read and scripted), its articles are told apart and named here, in the order of the sources,
and then made. The crew does the work; the parent only keeps count.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, cast

from ..covers import pictures
from ..episode.parts import missing_clips
from ..episode.placing import Before, Finished
from ..episode.prepared import Identity, Prepared
from ..episode.preparing import prepare
from ..errors import AudioEditionError
from ..machine.cache import open_cache
from ..machine.workers import Outcome, attempt
from . import stamps
from .copies import Copies
from .planning import Job, Known, Step, Tally, known_row, origin_of
from .progress import Event
from .sketches import sketch
from .standing import SMALL
from .tasks import Crew, Join, Make, Prepare, Ready
from .wholes import expected, likely_parts

if TYPE_CHECKING:
    from ..episode.edition_file import Whole
    from ..model import Episode
    from ..project import Project
    from .ledger import Ledger
    from .rows import Row

AHEAD = 4
"""Articles under way per worker: enough to keep all busy, few enough to bound memory."""


@dataclass(frozen=True)
class Work:
    """An article under way."""

    story: Prepared
    step: Step
    job: Job
    share: float
    """Of the whole build, 0 to 1."""
    digest: str
    """Of its source; empty when another article of that source failed, so that it is looked at again."""


class Schedule:
    """One run over sources that have changed."""

    def __init__(
        self,
        project: Project,
        known: Known,
        ledger: Ledger,
        crew: Crew,
        tally: Tally,
        now: datetime,
        copies: Copies,
    ) -> None:
        self.project, self.known, self.ledger, self.crew = project, known, ledger, crew
        self.tally, self.now = tally, now
        self.cache = open_cache(project.settings)
        self.copies = copies
        self.names = set(known.names)
        """Articles there are: those of earlier builds that have not gone, and those met in this one."""
        self.asked: set[str] = set()
        """Clips that articles of this run have asked for."""
        self.work: dict[str, Work] = {}
        self.queue: deque[Job] = deque()
        self.preparing: deque[Job] = deque()
        """Jobs under preparation, in order."""
        self.arrived: dict[str, Outcome] = {}
        """Prepared sources whose turn has not come: names and numbers are given in the order of the sources."""
        self.total = 1
        self.all_met = False
        """Whether every article of this run has been met."""

    def run(self, jobs: Iterable[Job]) -> None:
        """Bring the articles of all `jobs` up to date; what became of each is in the tally."""
        self.queue.extend(jobs)
        self.total = sum(job.size for job in self.queue) or 1
        if self.queue and self.queue[0].size <= SMALL:
            self._prepare_here(self.queue.popleft())
        self._feed()
        self._meanwhile()
        for outcome in self.crew.completed():
            kind, name = cast("tuple[str, str]", outcome.key)
            if kind == "prepare":
                self._prepared(name, outcome)
            elif kind == "make":
                self._made(name, outcome)
            self._feed()

    def _meanwhile(self) -> None:
        """What is done here while the workers speak: the cover is drawn, into the cache, and the project's sounds are
        looked at, once, until one of them changes."""
        self.project.tag_cover  # noqa: B018
        if not self.project.settings.files.edition_file or self.ledger.state.sounds == self.project.digest:
            return
        from ..sound import assets

        with contextlib.suppress(AudioEditionError):  # one is missing: the edition file will say so
            for text in assets.oddities(self.project.settings.root, self.project.sound):
                self.tally.report(Event("note", text=text))
            self.ledger.remember(sounds=self.project.digest)

    def _feed(self) -> None:
        while self.queue and len(self.preparing) + len(self.work) < AHEAD * self.crew.jobs:
            job = self.queue.popleft()
            self.preparing.append(job)
            self.crew.submit(("prepare", job.source.name), Prepare(job.source, job.data, job.size))
        if not (self.queue or self.preparing or self.all_met):
            self.all_met = True
            self._get_ready()

    def _get_ready(self) -> None:
        """The last stories are under way: what the edition files say around them can be made now, if all goes well."""
        if not self.project.settings.files.edition_file or not self.work:
            return
        rows = []
        for name, row in self.ledger.rows().items():
            if work := self.work.get(name):
                rows.append(expected(row, work.story))
            elif name in self.names or row.without_file:
                rows.append(row)
        for number, parts in enumerate(likely_parts(rows, self.project, self.ledger)):
            if not all(self.cache.get_file(part.recipe.key) for part in parts):
                self.crew.submit(("ready", str(number)), Ready(parts))

    def _prepare_here(self, job: Job) -> None:
        """The first article, while the workers are still starting."""
        self._take(job, attempt(job.source.name, prepare, job.source, self.project.settings, job.data))

    def _prepared(self, name: str, outcome: Outcome) -> None:
        self.arrived[name] = outcome
        while self.preparing and self.preparing[0].source.name in self.arrived:
            job = self.preparing.popleft()
            self._take(job, self.arrived.pop(job.source.name))

    def _take(self, job: Job, outcome: Outcome) -> None:
        articles = [outcome.error] if outcome.error else outcome.value
        good = [a for a in articles if not isinstance(a, AudioEditionError)]
        bad = [a for a in articles if isinstance(a, AudioEditionError)]
        if not bad:
            self.names -= self.known.dropped(job.source, good)
            self.known.note_drafts(job.source, good)
        share = job.size / self.total / max(len(articles), 1)
        if len(articles) > 1:
            self.tally.report(Event("found", count=len(articles) - 1))
        for error in bad:
            self.tally.refuse(job.source, error, share)
        for entry, story in enumerate(good):
            self._start(story, entry, job, share, "" if bad else job.digest)

    def _start(self, story: Prepared, entry: int, job: Job, share: float, source_digest: str) -> None:
        missing = missing_clips(story.parts, self.cache).keys()
        try:
            before = self.known.name_before(story, self.names)
            known = known_row(story, self.ledger, self.names, before)
            if original := self.copies.original(story, known):
                self.ledger.set_aside(story.name)
                self.tally.pass_over(original.copy(story.name, source_digest, self.project.digest), share)
                return
            step = self.known.step(story, known, len(missing - self.asked))
            self.names.add(story.name)
            row = self._assign(story, entry, before)
            if note := self.copies.met(story, known, row.guid):
                step = dataclasses.replace(step, misfits=(*step.misfits, note))
        except AudioEditionError as e:
            self.tally.fail(story.name, e, share)
            return
        self.asked |= missing
        work = Work(story, step, job, share, source_digest)
        if step.action == "reused" and row.episode:
            stamp = pictures.stamp(story.picture, self.project.output) if story.picture else ""
            self._record(work, dataclasses.replace(row.episode, source=story.name, picture_stamp=stamp))
            return
        self.work[story.name] = work
        self.crew.submit(("make", story.name), Make(story, self._identity(row)))

    def _assign(self, story: Prepared, entry: int, before: str) -> Row:
        article = story.script.article
        return self.ledger.assign(
            story.name,
            story.script.title,
            article.published,
            article.guid,
            now=self.now,
            text_digest=story.text_digest,
            sketch=sketch(article.text),
            present=self.names,
            before=before,
            place=article.order,
            entry=entry,
        )

    def _identity(self, row: Row) -> Identity:
        return Identity(
            guid=row.guid,
            slug=row.slug,
            number=self.ledger.number(row),
            published=row.published,
            stem=self.known.stem(row.slug, row.named),
            updated=row.updated,
            before=self.known.before(row),
        )

    def _made(self, name: str, outcome: Outcome) -> None:
        work = self.work.pop(name)
        if outcome.error:
            self.tally.fail(name, outcome.error, work.share)
            return
        made: Finished = outcome.value
        if made.note:
            self.tally.report(Event("note", name, f"{name}: {made.note}; the edition's cover took its place"))
        with self.ledger.transaction():
            self.ledger.let_go(self.ledger.row(name), made.digests, now=self.now)
            self._record(work, made.episode, stamps.to_json(stamps.of(self.project.output, made.digests)))

    def _record(self, work: Work, episode: Episode, files: str | None = None) -> None:
        self.ledger.record(
            work.story.name,
            episode,
            source_digest=work.digest,
            script_digest=self.project.digest,
            recipe=json.dumps(work.story.recipe, sort_keys=True),
            tags_digest=work.story.tags_digest,
            origin=origin_of(work.job.source, self.project),
            files=files,
        )
        self.tally.done(work.step, episode, work.share)

    def join(
        self,
        wholes: Sequence[Whole],
        named: Callable[[Whole], tuple[str, str, Before | None]],
        keep: Callable[[Whole, Finished], None],
    ) -> None:
        """Make these edition files: under the stem, with the GUID and in the place that `named` gives; each is handed
        to `keep`, and one that fails is in the tally."""
        todo = {("join", whole.stem): whole for whole in wholes}
        for key, whole in todo.items():
            self.crew.submit(key, Join(whole, *named(whole)))
        for outcome in self.crew.completed():
            whole = todo[cast("tuple[str, str]", outcome.key)]
            if outcome.error:
                self.tally.report(Event("found", count=1))
                self.tally.fail(whole.stem, outcome.error, 0.0)
            else:
                keep(whole, outcome.value)
