"""Functions and their arguments -> outcomes, each from a child process that may crash, hang or be killed.

A worker (`processes.py`) reads tasks from a pipe and writes outcomes to another. That makes three promises cheap: a
task that takes its process down costs one retry in a new process, then one clear error; a worker whose parent is gone
sees the end of its input and ends itself; and the terminal's Ctrl-C reaches the parent only, because workers run in a
session of their own.
"""

from __future__ import annotations

import heapq
import itertools
import os
import pickle
import queue
import threading
import time
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from ..errors import AudioEditionError, WorkerError, printable
from .processes import START_TIMEOUT_S, Started, Worker

TIMEOUT_S = 600.0
"""What a task may take when nobody says anything else."""

ATTEMPTS = 2
"""How often a task is tried, when it takes its worker down or hangs, before that becomes its outcome."""

MOST_A_CORE = 4
"""More workers only wait for each other, and each holds its voices: 250 of them filled 24 GB."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one task."""

    key: Hashable
    """The key it was submitted with."""
    value: Any = None
    """What the function returned; None after an error."""
    error: AudioEditionError | None = None

    def result(self) -> Any:
        """The value, or the error raised."""
        if self.error:
            raise self.error
        return self.value


@dataclass(order=True)
class _Task:
    priority: float
    number: int
    key: Hashable = field(compare=False)
    name: str = field(compare=False)
    payload: bytes = field(compare=False)
    timeout_s: float = field(compare=False)
    attempts: int = field(default=0, compare=False)


def usable_cores() -> int:
    """Cores this process may run on (containers and taskset count), at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


class WorkerPool:
    """Up to `jobs` workers (0: one a usable core; at most four), which start in the background: as many as `start` is
    told, and others when tasks wait for them.

        with WorkerPool(2, warm=[functools.partial(load_engine, "hibari")]) as pool:
            pool.submit("a", synthesise, utterances, folder, timeout_s=60)
            for outcome in pool.completed():
                ...  # may submit more

    Functions must be importable by name, arguments and results picklable. `warm` functions run in each worker before
    its first task, `shared` ones before them and once for all workers that are started together, on Linux: they load
    what these can have in common, and start no threads. Leaving the block stops all workers, whatever they are doing.
    """

    def __init__(
        self,
        jobs: int = 0,
        warm: Sequence[Callable[[], object]] = (),
        attempts: int = ATTEMPTS,
        shared: Sequence[Callable[[], object]] = (),
    ):
        self.attempts = attempts
        self.jobs = min(jobs, MOST_A_CORE * usable_cores()) if jobs > 0 else usable_cores()
        self.outstanding = 0
        """Tasks submitted whose outcome has not been handed out yet."""
        self._warm = list(shared), list(warm)
        self._lock = threading.RLock()
        self._waiting: list[_Task] = []
        self._numbers = itertools.count()
        self._outcomes: queue.SimpleQueue[Outcome | None] = queue.SimpleQueue()
        self._running: dict[Worker, tuple[_Task | None, float]] = {}
        """Worker -> (its task, deadline); no task while it starts."""
        self._idle: list[Worker] = []
        self._twins = True
        """Whether workers may be forked from others: until one was not to be had, because of what is loaded."""
        self._failed_starts = 0
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def start(self, most: int | None = None) -> None:
        """Start that many workers, or all, before there is anything to do: what they load takes a while."""
        with self._lock:
            lacking = min(self.jobs, self.jobs if most is None else most) - len(self._running) - len(self._idle)
            if lacking > 0:
                self._start(lacking)

    def submit(
        self,
        key: Hashable,
        function: Callable[..., Any],
        *args: Any,
        priority: float = 0.0,
        timeout_s: float = TIMEOUT_S,
    ) -> None:
        """Queue `function(*args)`. Lower `priority` runs first, equal ones in order of submission.

        `timeout_s` counts from when a worker takes it up; there is no task without an end.
        """
        payload = pickle.dumps((function, args))
        name = getattr(function, "__name__", str(function))
        with self._lock:
            heapq.heappush(self._waiting, _Task(priority, next(self._numbers), key, name, payload, timeout_s))
            self.outstanding += 1
            self._dispatch()

    def completed(self) -> Iterator[Outcome]:
        """Outcomes as they come, until nothing is outstanding."""
        while self.outstanding:
            try:
                outcome = self._outcomes.get(timeout=self._until_deadline())
            except queue.Empty:
                self._stop_overdue()
                continue
            if outcome:
                self.outstanding -= 1
                yield outcome

    def close(self) -> None:
        """End all workers; idle ones may tidy up, busy ones are killed."""
        with self._lock:
            self._closed = True
            idle, busy = self._idle, list(self._running)
            self._idle, self._running, self._waiting = [], {}, []
        for worker in busy:
            worker.kill()
        for worker in idle:
            worker.dismiss()
        for worker in [*busy, *idle]:
            worker.wait()

    @property
    def pids(self) -> list[int]:
        """Process ids of the workers that are alive or starting; not of those that are still to be forked."""
        with self._lock:
            return [worker.pid for worker in [*self._running, *self._idle] if worker.pid]

    def _start(self, count: int) -> None:
        while count > 0:
            first = Started(self._on_report, self._warm, twins=count - 1 if self._twins else 0)
            for worker in (first, *first.twins):
                self._running[worker] = (None, time.monotonic() + START_TIMEOUT_S)
            count -= 1 + len(first.twins)

    def _dispatch(self) -> None:
        while self._idle and self._waiting:
            worker, task = self._idle.pop(), heapq.heappop(self._waiting)
            task.attempts += 1
            self._running[worker] = (task, time.monotonic() + task.timeout_s)
            worker.send(task.payload)
            self._outcomes.put(None)  # whoever waits for an outcome has a new deadline to look at
        starting = sum(task is None for task, _ in self._running.values())
        lacking = min(len(self._waiting) - starting, self.jobs - len(self._running) - len(self._idle))
        if lacking > 0:
            self._start(lacking)

    def _on_report(self, worker: Worker, payload: bytes | type[EOFError] | None) -> None:
        with self._lock:
            if self._closed:
                return
            task, deadline = self._running.pop(worker, (None, 0.0))
            if payload is EOFError:
                self._on_death(worker, task, deadline)
            else:
                self._idle.append(worker)
                self._failed_starts = 0
                if task and isinstance(payload, bytes):
                    self._outcomes.put(_outcome(task, payload))
            self._dispatch()

    def _on_death(self, worker: Worker, task: _Task | None, deadline: float) -> None:
        status = worker.wait()
        if worker in self._idle:
            self._idle.remove(worker)
        elif task is None:
            self._twins = False
            self._failed_starts += 1
            if self._failed_starts >= self.attempts * self.jobs:
                self._give_up()
        elif task.attempts < self.attempts:
            heapq.heappush(self._waiting, task)
        else:
            late = time.monotonic() >= deadline
            what = f"took longer than {task.timeout_s:g} s" if late else f"took its process down ({_status(status)})"
            times = f", {self.attempts} times" if self.attempts > 1 else ""
            self._outcomes.put(Outcome(task.key, error=WorkerError(f"{task.name} {what}{times}")))

    def _give_up(self) -> None:
        """No worker comes up: each waiting task fails, instead of waiting for ever."""
        self._failed_starts = 0
        for task in self._waiting:
            self._outcomes.put(
                Outcome(
                    task.key,
                    error=WorkerError(
                        "worker processes cannot be started",
                        remedy="run audioedition doctor; AUDIOEDITION_DEBUG=1 shows what they write",
                    ),
                )
            )
        self._waiting = []

    def _until_deadline(self) -> float | None:
        with self._lock:
            nearest = min((deadline for _, deadline in self._running.values()), default=float("inf"))
        return None if nearest == float("inf") else max(nearest - time.monotonic(), 0.001)

    def _stop_overdue(self) -> None:
        now = time.monotonic()
        with self._lock:
            for worker, (_, deadline) in self._running.items():
                if now >= deadline:
                    worker.kill()


def _outcome(task: _Task, payload: bytes) -> Outcome:
    try:
        ok, value = pickle.loads(payload)
    except Exception as e:  # something that only a worker can import
        ok, value = False, WorkerError(f"{task.name} returned what cannot be read: {type(e).__name__}")
    return Outcome(task.key, value) if ok else Outcome(task.key, error=value)


def _status(status: int | None) -> str:
    if status is None:
        return "how is not known"
    if status >= 0:
        return f"exit status {status}"
    import signal

    with suppress(ValueError):
        return signal.Signals(-status).name
    return f"signal {-status}"


def run(payload: bytes) -> bytes:
    """A pickled (function, arguments), run in a worker: (True, value) or (False, AudioEditionError), pickled."""
    outcome = attempt(None, lambda: _pickled_result(payload))
    return pickle.dumps((False, outcome.error)) if outcome.error else outcome.value


def _pickled_result(payload: bytes) -> bytes:
    function, args = pickle.loads(payload)
    return pickle.dumps((True, function(*args)))


def attempt(key: Hashable, function: Callable[..., Any], *args: Any) -> Outcome:
    """What becomes of `function(*args)` in this very process; whatever it raises is an error of ours in the outcome."""
    try:
        return Outcome(key, function(*args))
    except AudioEditionError as e:
        return Outcome(key, error=e)
    except MemoryError:
        return Outcome(key, error=WorkerError("not enough memory", remedy="use fewer --jobs"))
    except Exception as e:
        if os.environ.get("AUDIOEDITION_DEBUG"):
            import traceback

            traceback.print_exc()
        text = printable(" ".join(str(e).split())[:200])
        return Outcome(key, error=WorkerError(f"{type(e).__name__}: {text}" if text else type(e).__name__))
