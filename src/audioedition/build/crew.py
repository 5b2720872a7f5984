"""Tasks -> files, by the worker processes of this machine: a story's clips in batches, then the story.

Clips that several stories lack are made once. What goes wrong falls on the task that asked for it.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from ..engines.synthesis import synthesise
from ..episode.parts import missing_clips
from ..episode.preparing import prepare
from ..errors import AudioEditionError, LostClipError, SynthesisError, WorkerError
from ..machine.cache import open_cache
from ..machine.workers import Outcome
from ..model import Utterance
from .tasks import Join, Make, Prepare, Ready, Task

if TYPE_CHECKING:
    from ..machine.workers import WorkerPool
    from ..settings import Settings

BATCH_CHARACTERS = 400
"""Utterances are given to a worker in batches of at most about this many characters (half a minute of speech), of one
voice; where there are few, in so many batches a worker that none waits long for the last of another."""
BATCHES_A_WORKER = 10

ASKED = 3
"""How often the clips of one file are asked for, when some turn out to be damaged."""

WORTH_SHARING = 8
"""A story that lacks so many clips is measured and encoded by all workers, where they have nothing else to do."""

FINISH, PREPARE, LAST = -2.0, -1.0, float("inf")
"""Finishing comes first, because it frees memory; preparing next, because it is short. Batches follow, the first of
every article before the second of any: a long article does not hold up the short ones behind it."""


@dataclass
class Work:
    """A story or an edition file under way."""

    task: Make | Join | Ready
    lacks: set[str]
    """Keys of the clips that are not there yet."""
    asked: int = 0
    """How often clips were asked for: again when some are lost or damaged."""
    halves: deque[str] = field(default_factory=deque)
    """What is shared out of finishing it and has not begun: `measure` and `encode`."""
    shared: int = 0
    """Shares under way."""


@dataclass(frozen=True)
class Batch:
    """Clips that one worker makes in one go."""

    asker: Hashable
    """The first task that asked for them; others may wait for the same."""
    clips: Mapping[str, Utterance]
    priority: int


class LocalCrew:
    """The processes of `pool`; `spoken` is told of every few clips how many seconds they are.

    usual: the engine that every worker has loaded.
    into: the folder that finished files are put into, where that is not the output folder.
    """

    def __init__(
        self,
        pool: WorkerPool,
        settings: Settings,
        usual: str,
        spoken: Callable[[float], None],
        into: Path | None = None,
    ) -> None:
        self.pool, self.settings, self.usual, self.into = pool, settings, usual, into
        self.tell_spoken = spoken
        self.cache = open_cache(settings)
        self.work: dict[Hashable, Work] = {}
        self.waiting: dict[str, set[Hashable]] = {}
        """Clip under way -> the tasks that wait for it."""
        self.batches: dict[int, Batch] = {}
        self.numbers = itertools.count()
        self.later: list[Hashable] = []
        """What is to be got ready, and spoken: encoded when every story is encoded."""

    @property
    def jobs(self) -> int:
        return self.pool.jobs

    def submit(self, key: Hashable, task: Task) -> None:
        if isinstance(task, Prepare):
            arguments = (task.source, self.settings, task.data)
            self.pool.submit(("prepare", key), prepare, *arguments, priority=PREPARE, timeout_s=task.limit_s)
        else:
            self._ask(key, Work(task, set()))

    def completed(self) -> Iterator[Outcome]:
        handlers: dict[str, Callable[[Any, Outcome], Iterator[Outcome]]] = {
            "prepare": self._prepared,
            "speak": self._spoken,
            "finish": self._finished,
            "share": self._shared,
        }
        from ..episode import edition_file, finish  # noqa: F401  takes a while, in which the workers speak

        for outcome in self.pool.completed():
            kind, key = cast("tuple[str, Any]", outcome.key)
            yield from handlers[kind](key, outcome)
            self._get_ready()

    def _prepared(self, key: Hashable, outcome: Outcome) -> Iterator[Outcome]:
        yield Outcome(key, outcome.value, outcome.error)

    def _ask(self, key: Hashable, work: Work) -> None:
        """Have the missing clips of a task made, as far as they are not under way; then it is finished."""
        missing = missing_clips(work.task.parts, self.cache)
        self.work[key] = work
        work.asked += 1
        work.lacks = set(missing)
        if isinstance(work.task, Make) and len(missing) >= WORTH_SHARING:
            work.halves.extend(("measure", "encode"))
        new = {clip: utterance for clip, utterance in missing.items() if clip not in self.waiting}
        for clip in missing:
            self.waiting.setdefault(clip, set()).add(key)
        size = min(BATCH_CHARACTERS, _characters(new) // (BATCHES_A_WORKER * self.jobs))
        for priority, clips in enumerate(batches(new, self.usual, size)):
            self._speak(Batch(key, clips, priority))
        self._finish_when_ready(key, work)

    def _speak(self, batch: Batch) -> None:
        number = next(self.numbers)
        self.batches[number] = batch
        utterances = list(batch.clips.values())
        limit = self.settings.build.utterance_timeout_s + _characters(batch.clips) / 20
        self.pool.submit(
            ("speak", number), synthesise, utterances, self.cache, priority=batch.priority, timeout_s=limit
        )

    def _spoken(self, number: int, outcome: Outcome) -> Iterator[Outcome]:
        batch = self.batches.pop(number)
        if outcome.error:
            yield from self._batch_failed(batch, outcome.error)
            return
        self.tell_spoken(sum(info.seconds for info in outcome.value))
        for clip in batch.clips:
            for key in sorted(self.waiting.pop(clip, ()), key=str):
                if key in self.work:
                    self.work[key].lacks.discard(clip)
                    self._finish_when_ready(key, self.work[key])

    def _batch_failed(self, batch: Batch, error: AudioEditionError) -> Iterator[Outcome]:
        """The task that asked fails; others that wait for clips of the batch get them one by one.

        A batch that took its process down is tried clip by clip first, so that the error can name the words.
        """
        if isinstance(error, WorkerError):
            if len(batch.clips) > 1:
                for clip, utterance in batch.clips.items():
                    self._speak(Batch(batch.asker, {clip: utterance}, batch.priority))
                return
            (utterance,) = batch.clips.values()
            error = SynthesisError(
                f"voice {utterance.voice.name} failed on {shortened(utterance.spoken)!r}: {error.problem}",
                remedy=error.remedy or "cast another voice, or reword the sentence",
            )
        if self.work.pop(batch.asker, None):
            yield Outcome(batch.asker, error=error)
        for clip, utterance in batch.clips.items():
            others = sorted((key for key in self.waiting.pop(clip, ()) if key in self.work), key=str)
            if others:
                self.waiting[clip] = set(others)
                self._speak(Batch(others[0], {clip: utterance}, batch.priority))

    def _finish_when_ready(self, key: Hashable, work: Work) -> None:
        if work.lacks or work.shared:
            return
        task, limit = work.task, work.task.limit_s
        if work.halves and 1 < self.pool.jobs > self.pool.outstanding:
            self._share(key, work, work.halves.popleft())
            return
        work.halves.clear()
        if isinstance(task, Ready):
            self.later.append(key)
        elif isinstance(task, Make):
            from ..episode.finish import finish

            arguments = (task.story, task.who, self.settings, self.into)
            self.pool.submit(("finish", key), finish, *arguments, priority=FINISH, timeout_s=limit)
        else:
            from ..episode.edition_file import join_whole

            told = (task.whole, task.stem, task.guid, task.before, self.settings, self.into)
            self.pool.submit(("finish", key), join_whole, *told, priority=FINISH, timeout_s=limit)

    def _get_ready(self) -> None:
        """Encode what waits for it, unless a story is not encoded yet: that comes first."""
        if self.later and not any(work.lacks or work.halves or work.shared for work in self.work.values()):
            from ..episode.parts import get_ready

            for key in self.later:
                task = self.work[key].task
                arguments = (task.parts, self.settings)
                self.pool.submit(("finish", key), get_ready, *arguments, priority=LAST, timeout_s=task.limit_s)
            self.later.clear()

    def _share(self, key: Hashable, work: Work, half: str) -> None:
        """Have others do what one would do alone, while they have nothing else to do."""
        from ..episode.parts import encode_share, measure_share

        work.shared = self.pool.jobs
        do = measure_share if half == "measure" else encode_share
        for share in range(work.shared):
            told = (work.task.parts[0], self.settings, share, work.shared)
            self.pool.submit(("share", key), do, *told, priority=FINISH, timeout_s=work.task.limit_s)

    def _shared(self, key: Hashable, outcome: Outcome) -> Iterator[Outcome]:
        """A share that failed is no failure: whoever finishes the story does it, and says what is wrong."""
        if work := self.work.get(key):
            work.shared -= 1
            self._finish_when_ready(key, work)
        yield from ()

    def _finished(self, key: Hashable, outcome: Outcome) -> Iterator[Outcome]:
        work = self.work.pop(key, None)
        if work and isinstance(outcome.error, LostClipError) and work.asked < ASKED:
            self._ask(key, work)
        elif work:
            yield Outcome(key, outcome.value, outcome.error)


def batches(clips: Mapping[str, Utterance], usual: str, size: int) -> Iterator[dict[str, Utterance]]:
    """The clips, voice by voice, in batches of about `size` characters.

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
            if _characters(batch) >= size:
                yield batch
                batch = {}
        if batch:
            yield batch


def shortened(text: str, limit: int = 60) -> str:
    """The beginning of a text, for messages."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _characters(clips: Mapping[str, Utterance]) -> int:
    return sum(len(utterance.spoken) for utterance in clips.values())
