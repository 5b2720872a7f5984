"""What runs on a Dask worker: a task, done by processes that the worker's thread owns and that can be ended."""

from __future__ import annotations

import functools
import pickle
import platform
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .. import __version__
from ..machine.workers import WorkerPool
from .warming import share, warm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..machine.workers import Outcome
    from ..project import Project
    from ..settings import Settings
    from .tasks import Task

IDLE_S = 60.0
"""After so long without a task, the processes and the voices that they hold are let go."""
MARK = "build"
"""A file that every machine must see."""


@dataclass(frozen=True)
class Card:
    """By what a worker tells whether it can work for a build: plain data, which every version can read."""

    token: str
    version: str
    python: str
    digest: str
    """Of the project: settings, voices, sounds and stages of the program."""
    folders: tuple[str, ...]
    """Folders of this build, in the output folder and in the cache."""

    @classmethod
    def of(cls, project: Project, token: str, folders: Sequence[Path]) -> Card:
        return cls(token, __version__, _python(), project.digest, tuple(map(str, folders)))


@dataclass(frozen=True)
class Errand:
    """A task with all that it takes to do it."""

    settings: Settings
    usual: str
    """The narrator's engine."""
    into: Path
    task: Task


class UnfitWorkerError(Exception):
    """A worker that cannot work for this build: its address, and why."""


def run_errand(card: Card, errand: bytes) -> bytes:
    """Do a task in a thread of a Dask worker: the pickled outcome and the seconds that were spoken.

    Raises UnfitWorkerError when this worker's output could differ from that of the others, or not arrive.
    """
    if problem := _misfit(card) or _otherwise(card, errand):
        from distributed import get_worker

        raise UnfitWorkerError(get_worker().address, problem)
    return pickle.dumps(_own_post().do(pickle.loads(errand)))


def _python() -> str:
    return ".".join(platform.python_version_tuple()[:2])


def _misfit(card: Card) -> str:
    """What keeps this worker from doing the build's work, as far as the card says; empty when nothing does."""
    if card.python != _python():
        return f"it runs Python {_python()}, here is {card.python}"
    if card.version != __version__:
        return f"it has audioedition {__version__}, here is {card.version}"
    for folder in card.folders:
        try:
            seen = (Path(folder) / MARK).read_text(encoding="ascii") == card.token
        except OSError:
            seen = False
        if not seen:
            return f"it does not see {Path(folder).parent}: mount it there under the same path"
    return ""


_looked_at: dict[str, str] = {}
"""Token of the build -> what is wrong here."""
_looking = threading.Lock()


def _otherwise(card: Card, errand: bytes) -> str:
    """Whether the same project is another one here; looked at once a build."""
    with _looking:
        if card.token not in _looked_at:
            from ..errors import AudioEditionError
            from ..project import forget_projects, project_from

            forget_projects()
            _looked_at.clear()
            try:
                same = project_from(pickle.loads(errand).settings).digest == card.digest
                _looked_at[card.token] = "" if same else "its voices, its engines or its copy of the program are others"
            except AudioEditionError as e:
                _looked_at[card.token] = str(e)
        return _looked_at[card.token]


class Post:
    """The process that one thread of a Dask worker owns: one, because Dask gives a worker a thread a core."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pool: WorkerPool | None = None
        self._for: Settings | None = None
        self._last = 0.0

    def do(self, errand: Errand) -> tuple[Outcome, float]:
        """The outcome of the errand's task, and the seconds that were spoken for it."""
        from .crew import LocalCrew

        said: list[float] = []
        with self._lock:
            if self._for != errand.settings:
                self._dismiss()
            if self._pool is None:
                loads = [functools.partial(function, errand.settings) for function in (share, warm)]
                self._pool, self._for = WorkerPool(1, loads), errand.settings
            crew = LocalCrew(self._pool, errand.settings, errand.usual, said.append, errand.into)
            crew.submit("task", errand.task)
            (outcome,) = crew.completed()
            self._last = time.monotonic()
        timer = threading.Timer(IDLE_S, self._let_go)
        timer.daemon = True
        timer.start()
        return outcome, sum(said)

    def _let_go(self) -> None:
        with self._lock:
            if time.monotonic() - self._last >= IDLE_S:
                self._dismiss()

    def _dismiss(self) -> None:
        if self._pool is not None:
            self._pool.close()
        self._pool = self._for = None


_thread = threading.local()


def _own_post() -> Post:
    if not hasattr(_thread, "post"):
        _thread.post = Post()
    post: Post = _thread.post
    return post
