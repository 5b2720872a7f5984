"""Sources that change -> editions, for as long as it runs: what `audioedition watch` does.

A folder is looked at every moment, and read when its files have kept still; addresses are asked at intervals. What has
to be made, `build` decides as always.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..build.edition import Result, build, find, published
from ..build.progress import Event, Reporter
from ..build.standing import Files, Workers, as_they_are, forget, get_ready, project_files
from ..edits.edits_file import edits_path
from ..errors import AudioEditionError, BuildLockedError
from ..project import Project
from ..reading import Source
from ..reading.saved import mark_read
from ..reading.sources import SERVICES
from .asking import Asked
from .hooks import call_hook

SETTLED_S = 2.0
"""So long nothing must change before files are read: somebody may still be writing them."""
RESTLESS_S = 60.0
"""After so long they are read all the same."""
SHARE = 0.05
"""Of the time at most this is spent on looking: a folder of 100,000 files is looked at less often."""
LOOK_S, RAREST_LOOK_S = 1.0, 60.0
AGAIN_S = 10.0
"""When another build is at work, so long is waited."""


@dataclass
class Watch:
    """What has been seen so far. `step` does one round; `run` does them for ever."""

    load: Callable[[], Project]
    given: Sequence[str]
    report: Reporter
    every_s: float
    """Between two questions to an address."""
    hook: str = ""
    mark: bool = False
    """Whether saved articles are marked as read where they come from, when they have been made."""
    media_type: str | None = None
    asked: dict[str, Asked] = field(default_factory=dict)
    news: bool = False
    """Whether an address holds something else than when the last edition was made."""
    looking_s: float = 0.0
    """How long the last look took."""
    seen: Files | None = None
    project: Files | None = None
    """That part of it which is no article."""
    loaded: Files | None = None
    """The same as it was when it was last read."""
    built: Files | None = None
    """As it was when the last edition was made."""
    changed_at: float = 0.0
    restless_since: float | None = None
    again_at: float | None = None
    """When a build is tried again that something went wrong in."""
    said: str = ""
    """The last problem that was reported: once is enough."""
    practised: bool = False
    """Whether this process has ever read an article: its first one takes it a second."""
    workers: Workers = field(default_factory=Workers)
    """Kept from one edition to the next, so that a corrected line costs no start."""

    def run(self) -> None:
        """Until somebody stops it."""
        with self.workers:
            while True:
                self.step(time.monotonic())
                time.sleep(min(max(LOOK_S, self.looking_s / SHARE), RAREST_LOOK_S))

    def step(self, now: float) -> Result | None:
        """Look once, at the time `now` (seconds of a clock that only goes forward); what was built, if anything."""
        began = time.monotonic()
        try:
            project = self.load()
            sources = find(project, self.given, self.media_type)
            self._ask(sources, project, now)
            fresh = self._look(sources, project, now)
            self.looking_s = time.monotonic() - began
            if fresh:  # while they have to keep still
                changed = [source for source in sources if str(source.path) in fresh]
                get_ready(project, [] if self.practised else changed, self.workers)
                self.practised |= bool(changed)
            again = self.again_at is not None and now >= self.again_at
            if (self.news or again or self.seen != self.built) and self._settled(now):
                return self._build(sources, now)
            self.workers.rest(now)
        except BuildLockedError:
            self.again_at = now + AGAIN_S
        except AudioEditionError as e:
            self._say(str(e))
            self.again_at, self.built = now + self.every_s, self.seen
        return None

    def _ask(self, sources: Sequence[Source], project: Project, now: float) -> None:
        """Ask the addresses whose time has come."""
        for source in sources:
            if source.url:
                asked = self.asked.setdefault(source.url, Asked(source.url))
                if now >= asked.due:
                    self.news |= asked.ask(project.settings.read, now, self.every_s)
                    if asked.problem:
                        self._say(asked.problem)

    def _look(self, sources: Sequence[Source], project: Project, now: float) -> Files:
        """Look at the files; what has changed since the last edition, where it has changed just now."""
        self.project = project_files(project)
        state = self.project | _state(sources, project.settings.root)
        fresh = state != self.seen
        if fresh:
            self.changed_at = now
            self.restless_since = now if self.restless_since is None else self.restless_since
        self.seen = state
        return dict(state.items() - self.built.items()) if fresh and self.built is not None else {}

    def _settled(self, now: float) -> bool:
        long = self.restless_since is not None and now - self.restless_since >= RESTLESS_S
        return self.built is None or now - self.changed_at >= SETTLED_S or long

    def _build(self, sources: Sequence[Source], now: float) -> Result:
        """Make what has changed; of addresses that did not answer nothing is known, and what is published stays."""
        if self.project != self.loaded:
            forget()
            self.loaded = self.project
        project = self.load()
        self.built, self.restless_since, self.again_at, self.news = self.seen, None, None, False
        there = [replace(s, data=self.asked[s.url].data) if s.url else s for s in sources]
        self.report(Event("begun"))
        result = build(project, [s for s in there if not s.url or s.data], self.report, workers=self.workers)
        if result.failed:
            self.again_at = now + self.every_s
        if problem := call_hook(self.hook, result):
            self._say(problem)
        if self.mark:
            self._mark(project)
        self.said = "" if not result.failed else self.said
        return result

    def _mark(self, project: Project) -> None:
        """Mark what has been made as read where it was saved."""
        made = {episode.source: episode.guid for episode in published(project)}
        for name in self.asked.keys() & set(SERVICES):
            asked = self.asked[name]
            guids = [guid for article, guid in made.items() if article.startswith(f"{name}#") and guid in asked.unread]
            mark_read(name, guids, project.settings.read)
            asked.unread -= set(guids)

    def _say(self, problem: str) -> None:
        if problem != self.said:
            self.report(Event("note", text=problem))
        self.said = problem


def _state(sources: Sequence[Source], root: Path) -> Files:
    """Every file that an article or its edits are read from, as it is."""
    paths = list((root / "edits").glob("*"))
    for source in sources:
        if source.path:
            paths += filter(None, [Path(source.path), edits_path(source, source.name, root)])
    return as_they_are(paths)
