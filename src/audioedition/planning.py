"""Prepared article + what the last build left -> `Step`: whether it must be made again, and why."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import pictures
from .progress import Event, clock_text
from .publishing import files
from .recipe import reason_between

if TYPE_CHECKING:
    from .episode import Prepared
    from .errors import AudioEditionError
    from .ledger import Ledger, Row
    from .model import Episode
    from .project import Project
    from .reading import Source


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
        """The step as plain data."""
        return dataclasses.asdict(self)


@dataclass(frozen=True)
class Job:
    """A source that has to be prepared."""

    source: Source
    digest: str
    size: int
    """Bytes."""
    data: bytes | None = field(default=None, repr=False)
    """Its content where a worker could not load it again: standard input and addresses."""


@dataclass
class Tally:
    """What became of the articles of one run; every entry is reported as it is made."""

    report: Callable[[Event], None]
    steps: list[Step] = field(default_factory=list)
    failed: list[AudioEditionError] = field(default_factory=list)

    def done(self, step: Step, episode: Episode | None, share: float = 0.0) -> None:
        """An article is up to date; `share` is its part of the whole work (0 to 1)."""
        self.steps.append(step)
        seconds = episode.duration_ms / 1000 if episode else 0.0
        if step.action in ("reused", "removed"):
            text = step.action
        else:
            text = f"{step.action}, {clock_text(seconds)} ({step.reason})"
        self.report(Event("done", step.article, text, seconds=seconds, weight=share))

    def fail(self, name: str, error: AudioEditionError, share: float = 0.0) -> None:
        """An article could not be made; what was published of it before stays."""
        error.article = error.article or name
        self.failed.append(error)
        self.steps.append(Step(name, "failed", error.message))
        self.report(Event("failed", name, str(error), weight=share))


class Known:
    """What the last builds left in the output folder, and what it says about an article of today."""

    def __init__(self, project: Project, ledger: Ledger) -> None:
        self.project = project
        self.rows = ledger.rows()
        self.by_source: dict[str, list[Row]] = {}
        for row in self.rows.values():
            self.by_source.setdefault(source_name(row.name), []).append(row)
        self.sizes = {**files.sizes(project.output), **files.sizes(project.output / "episodes")}
        self.published = live_stems(project.output)
        """Stems of the sound files that the feeds now in the output folder name."""

    def unchanged(self, source: Source, digest: str) -> list[Row]:
        """The rows of a source none of whose articles has to be looked at; empty when one has to."""
        rows = self.by_source.get(source.name, [])
        same = (digest, self.project.digest)
        if all((row.source_digest, row.script_digest) == same and self.whole(row) for row in rows):
            stamps = (row.episode.picture_stamp for row in rows if row.episode)
            return rows if all(pictures.unchanged(stamp, self.project.output) for stamp in stamps) else []
        return []

    def whole(self, row: Row) -> bool:
        """Whether the finished file is there, with the size it had."""
        return row.episode is not None and self.there(row.episode)

    def there(self, episode: Episode) -> bool:
        """Whether the file of `episode` is there, with the size it had."""
        return self.sizes.get(episode.audio.rpartition("/")[2]) == episode.size

    def step(self, prepared: Prepared, missing: int) -> Step:
        """What has to be done for one article, `missing` of whose clips the cache doesn't hold."""
        row = self.rows.get(prepared.name)
        spoken = sum(key is not None for part in prepared.parts for key in part.keys)
        count = f"{missing} of {spoken} utterances to speak"
        if row is None or not row.episode_json:
            return Step(prepared.name, "new", count, spoken, missing)
        reason = reason_between(json.loads(row.recipe or "{}"), prepared.recipe)
        if not self.whole(row):
            reason = "its file is gone or damaged"
        if reason:
            return Step(prepared.name, "rebuild" if missing else "re-mix", f"{reason}; {count}", spoken, missing)
        if row.tags_digest != prepared.tags_digest:
            words = [tags.partition(" ")[0] for tags in (row.tags_digest, prepared.tags_digest)]
            reason = "its picture changed" if words[0] == words[1] else "title, tags or transcript changed"
            return Step(prepared.name, "re-tag", reason, spoken)
        return Step(prepared.name, "reused", "same words and sound", spoken)

    def gone(self, sources: Collection[Source]) -> list[Row]:
        """The rows whose source has gone from a folder that was searched.

        What was once given as a file, an address or on standard input stays, and so do the entries of a feed that is
        still there: it shows only its newest.
        """
        searched = {origin_of(source, self.project) for source in sources} - {""}
        there = {source.name for source in sources}
        return [row for row in self.rows.values() if row.origin in searched and source_name(row.name) not in there]


def origin_of(source: Source, project: Project) -> str:
    """The folder a source was found in, as seen from the output folder: a project that moves keeps it. Else empty."""
    if not source.origin:
        return ""
    try:
        return os.path.relpath(source.origin, os.path.realpath(project.output))
    except ValueError:  # another drive
        return source.origin


def source_name(article: str) -> str:
    """The name of the source an article was read from: the part before `#entry`."""
    return article.partition("#")[0]


def live_stems(output: Path) -> frozenset[str]:
    """Stems of the sound files named by any feed in `output`: those may not be replaced while the feeds stand."""
    stems: set[str] = set()
    for feed in output.glob("*.xml"):
        with contextlib.suppress(OSError):
            stems.update(m.group(1).decode() for m in _ENCLOSURE.finditer(feed.read_bytes()))
    return frozenset(stems)


_ENCLOSURE = re.compile(rb'<enclosure [^>]*?url="[^"]*/([a-z0-9-]+)\.[a-z0-9]{3,4}"')
