"""Prepared article + what the last build left -> `Step`: whether it must be made again, and why."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import json
import os
import re
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..covers import pictures
from ..episode.placing import Before, files_of
from ..episode.recipes import reason_between
from ..errors import NoStoryError
from ..machine.digests import file_digest
from ..machine.objects import is_address
from ..model.formats import by_suffix
from . import stamps
from .names import related
from .progress import Event, clock_text
from .sketches import ALIKE, likeness, sketch

if TYPE_CHECKING:
    from ..episode.prepared import Prepared
    from ..errors import AudioEditionError
    from ..model import Episode
    from ..project import Project
    from ..reading import Source
    from .ledger import Ledger
    from .rows import Copy, Row, WholeRow


NOT_MADE = ("reused", "copy", "failed", "no text")
"""What is done with an article that leaves the edition as it was."""


@dataclass(frozen=True, slots=True)
class Step:
    """What build does with one article, and why."""

    article: str
    action: str
    """`reused`, `re-tag`, `re-mix`, `rebuild`, `new`, `removed`, `copy`, `failed` or `no text`."""
    reason: str
    utterances: int = 0
    to_speak: int = 0
    """Utterances that the cache doesn't hold yet."""
    misfits: tuple[str, ...] = ()
    """What is to be looked at, a line each: what its reader is in doubt about, and edits that no longer fit."""
    place: int | None = None
    """In the running order of today's edition, from 1; only `plan` says it, and the title."""
    title: str = ""

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
    copies: list[Copy] = field(default_factory=list)

    def done(self, step: Step, episode: Episode | None, share: float = 0.0) -> None:
        """An article is up to date; `share` is its part of the whole work (0 to 1)."""
        self.steps.append(step)
        for misfit in step.misfits:
            self.report(Event("note", step.article, f"{step.article}: {misfit}"))
        seconds = episode.duration_ms / 1000 if episode else 0.0
        if step.action in ("reused", "removed"):
            text = step.action
        else:
            text = f"{step.action}, {clock_text(seconds)} ({step.reason})"
        self.report(Event("done", step.article, text, seconds=seconds, weight=share))

    def pass_over(self, copy: Copy, share: float = 0.0) -> None:
        """An article says what another says."""
        self.copies.append(copy)
        told = same_as(copy.original)
        self.steps.append(Step(copy.name, "copy", told))
        self.report(Event("done", copy.name, told, weight=share))

    def refuse(self, source: Source, error: AudioEditionError, share: float = 0.0) -> None:
        """A source, or an entry of it, was not read. A file that holds no story by its nature and that nobody named,
        but that lay in a folder of articles or in an archive, is told and is no failure."""
        name = error.article or source.name
        if isinstance(error, NoStoryError) and (source.origin or name != source.name):
            self.steps.append(Step(name, "no text", error.message))
            self.report(Event("done", name, error.message, weight=share))
        else:
            self.fail(name, error, share)

    def fail(self, name: str, error: AudioEditionError, share: float = 0.0) -> None:
        """An article could not be made; what was published of it before stays."""
        error.article = error.article or name
        self.failed.append(error)
        self.steps.append(Step(name, "failed", error.message))
        self.report(Event("failed", name, str(error), weight=share))


@dataclass(frozen=True)
class Gone:
    """Stories whose source is not there any more."""

    withdrawn: list[Row]
    """They leave the feeds."""
    cleared: list[Row]
    """All stories of their day have gone together, and others have come: they stay published."""


class Known:
    """What the last builds left in the output folder, and what it says about an article of today."""

    def __init__(self, project: Project, ledger: Ledger, sources: Collection[Source] = ()) -> None:
        self.project = project
        self.rows = ledger.rows()
        self.wholes = ledger.wholes()
        self.drafts: list[Row] = []
        self.by_source: dict[str, list[Row]] = {}
        for row in self.rows.values():
            self.by_source.setdefault(source_name(row.name), []).append(row)
        self.revisions = live_revisions(project.output)
        self.left = self._gone(sources)
        """The rows whose source has gone from a folder that was searched."""
        gone = {row.name for row in self.left}
        self.names = {row.name for row in self.rows.values() if row.name not in gone and not row.without_file}
        """Articles there are: those of earlier builds that have not gone."""
        self.copies = [copy for copy in ledger.copies() if copy.name not in self.rows]
        self._copied: dict[str, list[Copy]] = {}
        for copy in self.copies:
            self._copied.setdefault(source_name(copy.name), []).append(copy)
        self._there = {source.name for source in sources}
        self._searched = any(source.origin for source in sources)
        self._lasting = {row.guid: row.name in self.names for row in self.rows.values()}

    def unchanged(self, source: Source, digest: str) -> list[Row | Copy]:
        """What is known of a source none of whose articles has to be looked at; empty when one has to."""
        rows = self.by_source.get(source.name, [])
        copies = self._copied.get(source.name, [])
        if any(digest != was for was in [*(row.source_digest for row in rows), *(c.source_digest for c in copies)]):
            return []
        if not all(copy.script_digest == self.project.digest and self._is_copy(copy) for copy in copies):
            return []
        return [*rows, *copies] if self._are_whole(rows, source) else []

    def _is_copy(self, copy: Copy) -> bool:
        """Whether what an article was a copy of is there still, or at least its file: as a draft, for one."""
        return self._lasting.get(copy.guid, source_name(copy.original) in self._there)

    def _are_whole(self, rows: Sequence[Row], source: Source) -> bool:
        """Whether the stories of a source that has not changed are what a build would make of it now."""
        if all(row.script_digest == self.project.digest and self.is_whole(row) for row in rows):
            origin = origin_of(source, self.project)
            if origin and any(not (_holds(origin, row.origin) or _holds(row.origin, origin)) for row in rows):
                return False
            pictured = (row.episode.picture_stamp for row in rows if row.episode)
            return all(pictures.unchanged(stamp, self.project.output) for stamp in pictured)
        return False

    def note_name(self, names: set[str], story: Prepared, row: Row | None) -> None:
        """Add a story to the `names` of articles there are; `row` is what the ledger knows of it. Where another story
        had its file, that one has none now: a file that holds it may be its."""
        if row is None and story.name in self.rows:
            names.discard(story.name)
        else:
            names.update({story.name, row.name} if row else {story.name})

    def name_before(self, story: Prepared, names: Container[str]) -> str:
        """The name that a story had before it was corrected and renamed at once: that of a file that has gone, of which
        one is called after the other, with nearly the same words and no other date. Empty for none."""
        article = story.script.article
        drawn = "" if article.guid else sketch(article.text)
        for row in self.left if drawn and story.name not in self.rows else ():
            same_date = not (row.stated and article.published) or row.stated[:10] == article.published[:10]
            other = row.name in names or not same_date or not related(source_name(row.name), source_name(story.name))
            if not other and (likeness(row.sketch, drawn) or 0.0) >= ALIKE:
                return row.name
        return ""

    def unasked(self) -> list[Copy]:
        """The copies of earlier builds that nobody has looked for: this one was given a few sources only."""
        return [] if self._searched else [c for c in self.copies if source_name(c.name) not in self._there]

    def note_drafts(self, source: Source, stories: Iterable[Prepared]) -> None:
        """A file that is still there, but holds no article any more, has been made a draft: its story is withdrawn."""
        names = {story.name for story in stories}
        self.drafts += [row for row in self.by_source.get(source.name, []) if row.name == source.name not in names]

    def dropped(self, source: Source, stories: Iterable[Prepared]) -> set[str]:
        """Names that articles of `source` had and that none of its `stories` has now: one may have got another."""
        return {row.name for row in self.by_source.get(source.name, [])} - {story.name for story in stories}

    def is_whole(self, row: Row | WholeRow) -> bool:
        """Whether all finished files are there, and are what they were."""
        return bool(row.episode and row.files) and not self.damaged(row)

    def damaged(self, row: Row | WholeRow) -> list[str]:
        """The finished files that are gone, or are not what they were."""
        return stamps.damaged(self.project.output, stamps.from_json(row.files))

    def heard(self, row: Row) -> bool:
        """Whether the sound is there, and is what it was."""
        return row.episode is not None and bool(row.files) and row.episode.audio not in self.damaged(row)

    def stem(self, slug: str, named: int) -> str:
        """A file name that no feed has named: the slug, from the second revision on with a number."""
        latest = max(named, self.revisions.get(slug, 0))
        return f"{slug}-r{latest + 1}" if latest else slug

    def before(self, row: Row | WholeRow | None) -> Before | None:
        """What was published last, by its bytes: the ledger knows them, else they are read."""
        if row is None:
            return None
        digests = {path: digest for path, (_, _, digest) in stamps.from_json(row.files).items()}
        if not digests and row.episode:
            digests = digests_of(row.episode, self.project.output)
        if not digests:
            return None
        sound = next((path for path in digests if by_suffix(Path(path).suffix)), "")
        return Before(Path(sound).stem, digests)

    def step(self, prepared: Prepared, row: Row | None, missing: int, note: str = "") -> Step:
        """What has to be done for one article: `row` is what the ledger knows of it, perhaps under an earlier name;
        `missing` of its clips are neither in the cache nor made for an article before it; `note` is to be told."""
        action, reason = self._what(prepared, row, missing)
        named = f"its name was {row.name}; " if row and row.episode and row.name != prepared.name else ""
        spoken = sum(key is not None for part in prepared.parts for key in part.keys)
        count = "" if action in ("reused", "re-tag") else f"{missing} of {spoken} utterances to speak"
        script = prepared.script
        notes = (*script.article.notes, *script.misfits, *filter(None, (note,)))
        counted = "1 edit does" if len(script.misfits) == 1 else f"{len(script.misfits)} edits do"
        told = (reason, "edited" if script.edits else "", f"{counted} not fit" if script.misfits else "", count)
        said = "; ".join(filter(None, told))
        return Step(prepared.name, action, named + said, spoken, missing if count else 0, notes)

    def _what(self, prepared: Prepared, row: Row | None, missing: int) -> tuple[str, str]:
        """The action, and why."""
        if row is None or row.episode is None:
            there = self.rows.get(prepared.name) if row is None else None
            return "new", "its file holds another story now; the one before stays published" if there else ""
        reason = reason_between(json.loads(row.recipe or "{}"), prepared.recipe)
        if not self.heard(row):
            reason = "its file is gone or damaged"
        if reason:
            return ("rebuild" if missing else "re-mix"), reason
        if reason := self._untold(prepared, row):
            return "re-tag", reason
        return "reused", "same words and sound"

    def _untold(self, prepared: Prepared, row: Row) -> str:
        """Why the tags and the files beside the sound have to be written again; empty when they haven't."""
        then, now = (tags.partition(" ") for tags in (row.tags_digest, prepared.tags_digest))
        if then[0] != now[0]:
            return "title, tags or transcript changed"
        if then != now:
            return "its picture changed"
        return "" if self.is_whole(row) else "its transcripts, chapters or picture are gone or damaged"

    def _gone(self, sources: Collection[Source]) -> list[Row]:
        """The rows whose source has gone from a folder that was searched.

        What was once given as a file, an address or on standard input stays, and so do the entries of a feed that is
        still there: it shows only its newest.
        """
        searched = {origin_of(source, self.project) for source in sources} - {""}
        left = {row.origin for row in self.rows.values() if any(_holds(folder, row.origin) for folder in searched)}
        there = {source.name for source in sources}
        return [row for row in self.rows.values() if row.origin in left and source_name(row.name) not in there]

    def judged(self, gone: Sequence[Row], now: Mapping[str, Row], sources: Collection[Source]) -> Gone:
        """Of what has gone: what was withdrawn, and what was only cleared away.

        `now` are the rows as they are after everything else has been looked at. Where all stories of a day have gone,
        or had to give their file to another one, and others have come, the folder was emptied for a new edition.
        """
        there = {source.name for source in sources}
        names = {row.name for row in gone}
        gone = [now[row.name] for row in gone if row.name in now]  # the others have been renamed, and recognised
        left = {row.edition for row in now.values() if source_name(row.name) in there and row.name not in names}
        come = now.keys() - self.rows.keys()
        cleared = [row for row in gone if come and row.edition not in left]
        return Gone([row for row in gone if row not in cleared], cleared)


def same_as(name: str) -> str:
    """What is said of an article that is passed over because the one called `name` says the same."""
    return f"the same story as {name}, passed over: one of the two can be removed"


def digests_of(episode: Episode, output: Path) -> dict[str, str]:
    """Path -> digest of an episode's files as they lie in `output`; empty when one is not there."""
    try:
        return {path: file_digest(output / path) for path in files_of(episode)}
    except OSError:
        return {}


def known_row(prepared: Prepared, ledger: Ledger, present: Container[str], before: str) -> Row | None:
    """What the ledger knows of an article, also under an earlier name, such as `before`; `present` are all articles
    there are."""
    article = prepared.script.article
    return ledger.known(
        prepared.name,
        article.published,
        article.guid,
        text_digest=prepared.text_digest,
        sketch=sketch(article.text),
        present=present,
        before=before,
    )


def origin_of(source: Source, project: Project) -> str:
    """The folder a source was found in, as seen from the output folder: a project that moves keeps it. As seen from the
    project where the output is in object storage. Empty for a source that was named itself."""
    elsewhere = is_address(project.settings.edition.output)
    seen_from = project.settings.root if elsewhere else project.output
    return _seen_from(source.origin, seen_from) if source.origin else ""


@functools.lru_cache(maxsize=64)
def _seen_from(origin: str, folder: Path) -> str:
    try:
        return os.path.relpath(origin, os.path.realpath(folder))
    except ValueError:  # another drive
        return origin


def _holds(folder: str, other: str) -> bool:
    """Whether `other` is `folder` or lies below it."""
    return other == folder or other.startswith(folder + os.sep)


def source_name(article: str) -> str:
    """The name of the source an article was read from: the part before `#entry`."""
    return article.partition("#")[0]


def live_revisions(output: Path) -> dict[str, int]:
    """Slug -> highest revision of the sound files named by any feed in `output`: players may have those already."""
    latest: dict[str, int] = {}
    for feed in output.glob("*.xml"):
        with contextlib.suppress(OSError):
            for found in _ENCLOSURE.finditer(feed.read_bytes()):
                slug, revision = found[1].decode(), int(found[2] or 1)
                latest[slug] = max(revision, latest.get(slug, 0))
    return latest


_ENCLOSURE = re.compile(rb'<enclosure [^>]*?url="[^"]*/([a-z0-9-]+?)(?:-r(\d+))?\.[a-z0-9]{3,4}"')
