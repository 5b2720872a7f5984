"""Sources -> finished episodes in the ledger: decides what runs when, and on what a failure falls.

Each source is prepared (read and scripted), the clips its articles lack are spoken in batches, and when the last one is
there the article is finished. All three run in worker processes; the parent only keeps count.
"""

from __future__ import annotations

import dataclasses
import itertools
import json
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from ..covers import pictures
from ..engines.synthesis import synthesise
from ..episode.edition_file import Whole, join_whole
from ..episode.finish import Identity, finish
from ..episode.parts import missing_clips
from ..episode.placing import Before, Finished
from ..episode.preparing import Prepared, prepare
from ..errors import AudioEditionError, LostClipError, SynthesisError, WorkerError
from ..machine.cache import open_cache
from ..machine.workers import Outcome, attempt
from ..model import Episode, Utterance
from . import stamps
from .planning import Job, Known, Step, Tally, known_row, origin_of
from .progress import Event
from .sketches import sketch

if TYPE_CHECKING:
    from ..machine.workers import WorkerPool
    from ..project import Project
    from .ledger import Ledger
    from .rows import Row

BATCH_CHARACTERS = 800
"""Utterances are given to a worker in batches of about this many characters (a minute of speech), of one voice."""

SMALL = 100_000
"""Bytes of a source that may be prepared in the parent."""

AHEAD = 4
"""Articles under way per worker: enough to keep all busy, few enough to bound memory."""

ASKED = 3
"""How often the clips of one file are asked for, when some turn out to be damaged."""

PATIENCE_S = 120.0
"""Seconds that any task may take, however small: a busy machine, a slow disk."""
READ_A_SECOND = 20_000
"""Bytes of a source; a hundred times less than measured."""
SPOKEN_A_SECOND = 15
"""Characters in a second of speech."""
SLOWEST = 2.0
"""Finished sound is made at least so many times faster than it plays; measured are 60 and more."""

FINISH, PREPARE = -2, -1
"""Finishing comes first, because it frees memory; preparing next, because it is short. Batches follow, the first of
every article before the second of any: a long article does not hold up the short ones behind it."""


@dataclass
class Work:
    """An article under way."""

    story: Prepared
    who: Identity
    step: Step
    job: Job
    share: float
    """Of the whole build, 0 to 1."""
    digest: str
    """Of its source; empty when another article of that source failed, so that it is looked at again."""
    lacks: set[str]
    """Keys of the clips that are not there yet."""
    asked: int = 0
    """How often clips were asked for: again when some are lost or damaged."""


@dataclass(frozen=True)
class Batch:
    """Clips that one worker makes in one go."""

    article: str
    """The first article that asked for them; others may wait for the same."""
    clips: Mapping[str, Utterance]
    priority: int


class Schedule:
    """One run over sources that have changed."""

    def __init__(
        self,
        project: Project,
        known: Known,
        ledger: Ledger,
        pool: WorkerPool,
        tally: Tally,
        now: datetime,
        names: Iterable[str],
    ) -> None:
        self.project, self.known, self.ledger, self.pool = project, known, ledger, pool
        self.tally, self.now = tally, now
        self.cache = open_cache(project.settings)
        self.names = set(names)
        """Articles there are: those of earlier builds that have not gone, and those met in this one."""
        self.asked: set[str] = set()
        """Clips that articles of this run have asked for."""
        self.work: dict[str, Work] = {}
        self.waiting: dict[str, set[str]] = {}
        """Clip under way -> the articles that wait for it."""
        self.batches: dict[int, Batch] = {}
        self.numbers = itertools.count()
        self.queue: deque[Job] = deque()
        self.preparing: deque[Job] = deque()
        """Jobs under preparation, in order."""
        self.arrived: dict[str, Outcome] = {}
        """Prepared sources whose turn has not come: names and numbers are given in the order of the sources."""
        self.total = 1

    def run(self, jobs: Iterable[Job]) -> None:
        """Bring the articles of all `jobs` up to date; what became of each is in the tally."""
        self.queue.extend(jobs)
        self.total = sum(job.size for job in self.queue) or 1
        if self.queue and self.queue[0].size <= SMALL:
            self._prepare_here(self.queue.popleft())
        self._feed()
        self.project.tag_cover  # noqa: B018  drawn here, into the cache, while the workers speak
        handlers: dict[str, Callable[[Any, Outcome], None]] = {
            "prepare": self._prepared,
            "speak": self._spoken,
            "finish": self._finished,
        }
        for outcome in self.pool.completed():
            kind, key = _key(outcome)
            handlers[kind](key, outcome)
            self._feed()

    def _feed(self) -> None:
        while self.queue and len(self.preparing) + len(self.work) < AHEAD * self.pool.jobs:
            job = self.queue.popleft()
            self.preparing.append(job)
            arguments = (job.source, self.project.settings, job.data)
            limit = PATIENCE_S + job.size / READ_A_SECOND
            self.pool.submit(("prepare", job.source.name), prepare, *arguments, priority=PREPARE, timeout_s=limit)

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
            self.tally.fail(error.article or job.source.name, error, share)
        for entry, story in enumerate(good):
            self._start(story, entry, job, share, "" if bad else job.digest)

    def _start(self, story: Prepared, entry: int, job: Job, share: float, source_digest: str) -> None:
        missing = missing_clips(story.parts, self.cache)
        try:
            step = self.known.step(story, known_row(story, self.ledger, self.names), len(missing.keys() - self.asked))
            self.names.add(story.name)
            row = self._assign(story, entry)
        except AudioEditionError as e:
            self.tally.fail(story.name, e, share)
            return
        self.asked |= missing.keys()
        work = Work(story, self._identity(row), step, job, share, source_digest, set())
        if step.action == "reused" and row.episode:
            stamp = pictures.stamp(story.picture, self.project.output) if story.picture else ""
            self._record(work, dataclasses.replace(row.episode, source=story.name, picture_stamp=stamp))
            return
        self._ask(work, missing)

    def _ask(self, work: Work, missing: Mapping[str, Utterance]) -> None:
        """Have the missing clips of an article made, as far as they are not under way; then it is finished."""
        name = work.story.name
        self.work[name] = work
        work.asked += 1
        work.lacks = set(missing)
        new = {key: utterance for key, utterance in missing.items() if key not in self.waiting}
        for key in missing:
            self.waiting.setdefault(key, set()).add(name)
        for priority, clips in enumerate(batches(new, self.project.cast.narrator.engine)):
            self._speak(Batch(name, clips, priority))
        self._finish_when_ready(work)

    def _assign(self, story: Prepared, entry: int) -> Row:
        article = story.script.article
        return self.ledger.assign(
            story.name,
            article.headline or story.script.segments[0].text,
            article.published,
            article.guid,
            now=self.now,
            text_digest=story.text_digest,
            sketch=sketch(article.text),
            present=self.names,
            place=article.order,
            entry=entry,
        )

    def _speak(self, batch: Batch) -> None:
        number = next(self.numbers)
        self.batches[number] = batch
        utterances = list(batch.clips.values())
        limit = self._speaking_s(batch.clips)
        self.pool.submit(
            ("speak", number), synthesise, utterances, self.cache.folder, priority=batch.priority, timeout_s=limit
        )

    def _spoken(self, number: int, outcome: Outcome) -> None:
        batch = self.batches.pop(number)
        if outcome.error:
            self._batch_failed(batch, outcome.error)
            return
        self.tally.report(Event("spoken", seconds=sum(info.seconds for info in outcome.value)))
        for key in batch.clips:
            for name in sorted(self.waiting.pop(key, ())):
                if name in self.work:
                    self.work[name].lacks.discard(key)
                    self._finish_when_ready(self.work[name])

    def _batch_failed(self, batch: Batch, error: AudioEditionError) -> None:
        """The article that asked fails; others that wait for clips of the batch get them one by one.

        A batch that took its process down is tried clip by clip first, so that the error can name the words.
        """
        if isinstance(error, WorkerError):
            if len(batch.clips) > 1:
                for key, utterance in batch.clips.items():
                    self._speak(Batch(batch.article, {key: utterance}, batch.priority))
                return
            (utterance,) = batch.clips.values()
            error = SynthesisError(
                f"voice {utterance.voice.name} failed on {shortened(utterance.spoken)!r}: {error.problem}",
                remedy=error.remedy or "cast another voice, or reword the sentence",
            )
        if batch.article in self.work:
            self.tally.fail(batch.article, error, self.work.pop(batch.article).share)
        for key, utterance in batch.clips.items():
            others = sorted(name for name in self.waiting.pop(key, ()) if name in self.work)
            if others:
                self.waiting[key] = set(others)
                self._speak(Batch(others[0], {key: utterance}, batch.priority))

    def _finish_when_ready(self, work: Work) -> None:
        if not work.lacks:
            key = ("finish", work.story.name)
            said = sum(len(line.spoken) for part in work.story.parts for line in part.lines)
            limit = PATIENCE_S + said / SPOKEN_A_SECOND / SLOWEST
            self.pool.submit(key, finish, work.story, work.who, self.project.settings, priority=FINISH, timeout_s=limit)

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

    def _finished(self, name: str, outcome: Outcome) -> None:
        work = self.work.pop(name, None)
        if work is None:
            return
        if isinstance(outcome.error, LostClipError) and work.asked < ASKED:
            self._ask(work, missing_clips(work.story.parts, self.cache))
        elif outcome.error:
            self.tally.fail(name, outcome.error, work.share)
        else:
            made: Finished = outcome.value
            if made.note:
                self.tally.report(Event("note", name, f"{name}: {made.note}; the edition's cover took its place"))
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
        todo = {whole.stem: whole for whole in wholes}
        asked: Counter[str] = Counter()

        def speak(whole: Whole) -> None:
            asked[whole.stem] += 1
            clips = missing_clips(whole.parts, self.cache)
            self.pool.submit(
                ("speak", whole.stem),
                synthesise,
                list(clips.values()),
                self.cache.folder,
                timeout_s=self._speaking_s(clips),
            )

        for whole in todo.values():
            speak(whole)
        for outcome in self.pool.completed():
            kind, key = _key(outcome)
            whole = todo[key]
            if isinstance(outcome.error, LostClipError) and asked[key] < ASKED:
                speak(whole)
            elif outcome.error:
                self.tally.report(Event("found", count=1))
                self.tally.fail(whole.stem, outcome.error, 0.0)
            elif kind == "speak":
                length_s = sum(story.episode.duration_ms for story in whole.stories) / 1000
                limit = PATIENCE_S + length_s / SLOWEST
                self.pool.submit(
                    ("join", key), join_whole, whole, *named(whole), self.project.settings, timeout_s=limit
                )
            else:
                keep(whole, outcome.value)

    def _speaking_s(self, clips: Mapping[str, Utterance]) -> float:
        """How long speaking these may take."""
        return self.project.settings.build.utterance_timeout_s + _characters(clips) / 20


def _key(outcome: Outcome) -> tuple[str, Any]:
    """What a task was submitted as: its kind, and which article, batch or edition it is for."""
    kind, key = cast("tuple[str, Any]", outcome.key)
    return kind, key


def batches(clips: Mapping[str, Utterance], usual: str) -> Iterator[dict[str, Utterance]]:
    """The clips, voice by voice, in batches of about `BATCH_CHARACTERS`.

    Engines other than the `usual` one come first: they have to be loaded, and only by the worker that gets them.
    """
    by_voice: dict[str, dict[str, Utterance]] = {}
    for key, utterance in clips.items():
        by_voice.setdefault(utterance.voice.name, {})[key] = utterance

    def order(name: str) -> tuple[bool, str]:
        return next(iter(by_voice[name].values())).voice.engine == usual, name

    for name in sorted(by_voice, key=order):
        batch: dict[str, Utterance] = {}
        for key, utterance in by_voice[name].items():
            batch[key] = utterance
            if _characters(batch) >= BATCH_CHARACTERS:
                yield batch
                batch = {}
        if batch:
            yield batch


def shortened(text: str, limit: int = 60) -> str:
    """The beginning of a text, for messages."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _characters(clips: Mapping[str, Utterance]) -> int:
    return sum(len(utterance.spoken) for utterance in clips.values())
