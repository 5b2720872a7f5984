"""What outlives a build, for a program that builds again whenever something has changed: workers, and what is loaded.

What a worker loads before its first task, the narrator's network and dictionaries and a dozen patterns, takes it a
second: most of what one corrected line costs.
"""

from __future__ import annotations

import contextlib
import functools
import queue
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..engines import forget_models
from ..errors import AudioEditionError
from ..project import forget_projects
from .edition import ledger_path
from .edition_language import in_its_language
from .ledger import Ledger
from .warming import share, warm

if TYPE_CHECKING:
    from ..machine.workers import WorkerPool
    from ..project import Project
    from ..reading import Source

IDLE_S = 900.0
"""After so long without a build the workers are let go: each holds some 200 MB."""

SMALL = 100_000
"""Bytes of a source that may be prepared in the process that gives out the work."""

Files = dict[str, tuple[int, int]]
"""Path -> (time of change in ns, bytes)."""


class Workers:
    """Workers of one project as it is; a change of its settings, voices or sounds has others take their place.

    with Workers() as workers:
        with workers.hired(project) as pool: ...  # a build
        with workers.hired(project) as pool: ...  # the next one, whose workers have everything loaded
    """

    def __init__(self) -> None:
        self._pool: WorkerPool | None = None
        self._project: Project | None = None
        """That for which they work, or worked last."""
        self._used = False
        self._since = 0.0

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pids(self) -> list[int]:
        """Process ids of those that are there."""
        return self._pool.pids if self._pool else []

    @contextlib.contextmanager
    def hired(self, project: Project, at_once: int | None = None) -> Iterator[WorkerPool]:
        """The workers for one build, at least `at_once` of them started (None: all); an error ends them all."""
        pool = self._for(project)
        pool.start(at_once)
        try:
            yield pool
        except BaseException:
            self.close()
            raise

    def wake(self, project: Project) -> None:
        """A build of the project will come soon: start one worker."""
        self._for(project).start(1)

    def rest(self, now: float) -> None:
        """Nothing is to be done at the time `now`, in seconds of a clock that only goes forward: workers that have been
        idle for long are let go."""
        if self._used:
            self._used, self._since = False, now
        elif now - self._since >= IDLE_S:
            self.close()

    def close(self) -> None:
        """End them."""
        if self._pool:
            self._pool.close()
        self._pool = None

    def _for(self, project: Project) -> WorkerPool:
        from ..machine.workers import WorkerPool

        if self._pool and self._project and _knows(self._project) != _knows(project):
            self.close()
        self._used = True
        if not self._pool:
            settings = project.settings
            self._pool = WorkerPool(
                settings.build.jobs, [functools.partial(warm, settings)], shared=[functools.partial(share, settings)]
            )
        self._project = project
        return self._pool


def _knows(project: Project) -> tuple[object, ...]:
    """What a worker remembers of a project."""
    return project.settings, project.digest, project.cover_digest


def project_files(project: Project) -> Files:
    """Every file that may change the edition and belongs to no article, as it is."""
    root, edition = project.settings.root, project.settings.edition
    named = [root / name for name in ("edition.toml", edition.cover, edition.cast) if name]
    return as_they_are([*named, *(path for folder in ("voices", "audio") for path in (root / folder).glob("*"))])


def as_they_are(paths: Iterable[Path]) -> Files:
    """Those of the files that are there."""
    found: Files = {}
    for path in paths:
        with contextlib.suppress(OSError):
            state = path.stat()
            found[str(path)] = (state.st_mtime_ns, state.st_size)
    return found


def forget() -> None:
    """Read projects and their voices' models anew."""
    forget_projects()
    forget_models()


def get_ready(project: Project, sources: Sequence[Source], workers: Workers) -> None:
    """Load what a build of `sources` will need: a worker, and what reads an article, of which a process takes a second
    over its first. Nothing is asked of any address, and whatever is wrong is said when it is built."""
    from ..episode import edition_file  # noqa: F401
    from ..episode.preparing import prepare
    from ..machine.workers import attempt
    from . import crew, scheduling  # noqa: F401

    here = [source for source in sources if source.path]
    with contextlib.suppress(AudioEditionError):
        workers.wake(_in_its_language(project, here))
    for source in here:
        if as_they_are([Path(source.path or "")]).get(str(source.path), (0, SMALL + 1))[1] <= SMALL:
            attempt(source.name, prepare, source, project.settings)
            return


def _in_its_language(project: Project, sources: Sequence[Source]) -> Project:
    """The project as its last edition speaks."""
    if not project.language_open or not ledger_path(project).is_file():
        return project
    with Ledger(ledger_path(project), readonly=True) as ledger:
        return in_its_language(project, sources, ledger.rows().values())[0]


def wait_ready(load: Callable[[], Project], find: Callable[[Project], Sequence[Source]], workers: Workers) -> bool:
    """Get ready for a build of the project, then wait for a line on standard input: whether one has come before its
    end, and within `IDLE_S`. What has changed meanwhile is read anew by whoever asks for the project."""
    files: Files = {}
    with contextlib.suppress(AudioEditionError):
        project = load()
        files = project_files(project)
        get_ready(project, find(project), workers)
    if not _a_line():
        return False
    with contextlib.suppress(AudioEditionError):
        if project_files(load()) != files:
            forget()
    return True


def _a_line() -> bool:
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=lambda: lines.put(sys.stdin.readline()), daemon=True).start()
    with contextlib.suppress(queue.Empty):
        return bool(lines.get(timeout=IDLE_S))
    return False
