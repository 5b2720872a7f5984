"""Workers that outlive a build, for a program that builds again whenever something has changed.

What a worker loads before its first task, the narrator's network and dictionaries and a dozen patterns, takes it a
second: most of what one corrected line costs.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .warming import warm

if TYPE_CHECKING:
    from ..machine.workers import WorkerPool
    from ..project import Project

IDLE_S = 900.0
"""After so long without a build the workers are let go: each holds some 200 MB."""


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
        """A build of the project will come soon: start one worker. Where its stories will say what language it is in,
        only those who worked for it know which."""
        if not project.language_open:
            self._for(project).start(1)
        elif self._project:
            self._for(self._project).start(1)

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
            self._pool = WorkerPool(project.settings.build.jobs, [functools.partial(warm, project.settings)])
        self._project = project
        return self._pool


def _knows(project: Project) -> tuple[object, ...]:
    """What a worker remembers of a project."""
    return project.settings, project.digest, project.cover_digest
