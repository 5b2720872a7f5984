"""What stories there are, and what a build would do with each: asked file by file, remembered until a file changes."""

from __future__ import annotations

import contextlib
import itertools
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..build.copies import Copies
from ..build.edition import find, ledger_path, source_digest
from ..build.edition_language import in_its_language
from ..build.ledger import Ledger
from ..build.planning import Known, known_row, same_as, source_name
from ..build.rows import Copy
from ..build.rows import Row as LedgerRow
from ..build.wholes import natural
from ..edits import edits_of, edits_path, stamp
from ..episode.parts import missing_clips
from ..episode.prepared import Prepared
from ..episode.preparing import prepare
from ..errors import AudioEditionError, NoStoryError, StudioError
from ..machine.cache import open_cache
from ..project import Project, forget_projects, load_project
from ..reading import Source, load

KEPT = 40
"""Scripts that are kept in memory."""
KNOWN_S = 3.0
"""What a build left is read again after so many seconds."""
STATES = {"new": "new", "reused": "built", "failed": "failed"}
"""What a plan calls a story -> what the desk calls it; anything else is `changed`."""
Signature = tuple[object, ...]


@dataclass(frozen=True)
class Row:
    """A story in the list."""

    name: str
    title: str
    state: str
    """`new`, `changed`, `built`, `copy`, `failed`, `no text` (a list of addresses, say) or `unread`."""
    why: str = ""
    edited: bool = False
    misfits: int = 0
    doubts: int = 0
    section: str = ""
    date: str = ""
    order: float | None = None


@dataclass
class Entry:
    """A source, and what was found in it when it was last looked at."""

    source: Source
    signature: Signature = ()
    rows: list[Row] = field(default_factory=list)
    looked: bool = False


class Stories:
    """The stories of one project. Every method may be called from any thread."""

    def __init__(self, root: Path, tell: Callable[[], None]) -> None:
        self.root, self.tell = root, tell
        self.guard = threading.RLock()
        self.project: Project = load_project(root)
        self.problem = ""
        """What is wrong with the project's own files."""
        self._fetched: dict[str, tuple[int, bytes | AudioEditionError]] = {}
        """Address -> the number of the request, and what stood there, until it is asked for again."""
        self._requests = itertools.count(1)
        self._files: Signature = self._project_files()
        self._known: tuple[float, Known | None] = 0.0, None
        self._copies = Copies([], ())
        self._entries: dict[str, Entry] = {}
        self._prepared: OrderedDict[tuple[str, Signature], list[Prepared | AudioEditionError]] = OrderedDict()
        self.refresh()

    def refresh(self) -> bool:
        """Look which files have changed; whether any has. What has changed is looked at by `look`."""
        with self.guard:
            before = self._files, self.problem, {name: entry.signature for name, entry in self._entries.items()}
            self._files = self._project_files()
            if before[0] != self._files:
                self._reload()
            try:
                sources = find(self.project, [])
            except AudioEditionError as e:
                self.problem, sources = str(e), []
            self._settle_language(sources)
            entries = {}
            for source in sources:
                entry = self._entries.get(source.name) or Entry(source, rows=[self._unread(source)])
                signature = self._signature(source)
                if entry.signature != signature:
                    entry.signature, entry.looked = signature, False
                entry.source = source
                entries[source.name] = entry
            self._entries = entries
            return before != (self._files, self.problem, {name: e.signature for name, e in entries.items()})

    def _settle_language(self, sources: Sequence[Source]) -> None:
        """Where the stories decide in which language the edition speaks, as a build does; no address is asked."""
        if not self.project.language_open:
            return
        with Ledger(ledger_path(self.project), readonly=True) as ledger:
            rows = ledger.rows().values()
        if rows or any(source.path for source in sources):
            self.project, _ = in_its_language(self.project, sources, rows)

    def rows(self) -> list[Row]:
        """All stories, in the order of the edition."""
        with self.guard:
            rows = [row for entry in self._entries.values() for row in entry.rows]
            return sorted(rows, key=lambda row: (row.order is None, row.order or 0.0, natural(row.name)))

    def look(self) -> bool:
        """Look at one source that has changed; False when there is none."""
        with self.guard:
            entry = next((entry for entry in self._entries.values() if not entry.looked), None)
        if entry is None:
            return False
        url = entry.source.url
        if url and url not in self._fetched:
            found: bytes | AudioEditionError
            try:  # may take a while: others go on
                found = load(entry.source, self.project.settings.read)
            except AudioEditionError as e:
                found = e
            self._fetched[url] = next(self._requests), found
            self.refresh()
        with self.guard:
            self._look(entry)
        return True

    def forget(self, url: str) -> None:
        """Ask an address again when it is next looked at."""
        with self.guard:
            self._fetched.pop(url, None)
            self.refresh()

    def all_unlooked(self) -> None:
        """A build has been at work: everything is looked at anew."""
        with self.guard:
            self._known = 0.0, None
            for entry in self._entries.values():
                entry.looked = False

    def story(self, name: str) -> Prepared:
        """The script of a story as it is now. Raises StudioError for one that isn't there, or why it has none."""
        with self.guard:
            entry = self.entry(name)
            for story in self._stories(entry):
                if isinstance(story, Prepared) and story.name == name:
                    return story
                if isinstance(story, AudioEditionError) and (story.article or name) in (name, entry.source.name):
                    raise story
        raise StudioError(f"{name} is not in the edition any more")

    def entry(self, name: str) -> Entry:
        """The source of a story, its files as they are now. Raises StudioError when it is gone."""
        with self.guard:
            for _ in range(2):
                found = self._entries.get(name) or self._entries.get(source_name(name))
                if found and self._signature(found.source) == found.signature:
                    return found
                self.refresh()
        raise StudioError(f"{name} is not in the edition any more")

    def edits_file(self, name: str) -> Path:
        """The file of a story's edits, there or not. Raises StudioError for a story that is gone."""
        path = edits_path(self.entry(name).source, name, self.root)
        if path is None:
            raise StudioError(f"{name} has no file that edits could lie beside")
        return path

    def update(self, name: str) -> None:
        """A story's files have been changed by the desk: look at it at once, and at nothing else."""
        with self.guard:
            entry = self._entries.get(name) or self._entries.get(source_name(name))
            if entry is None:
                self.refresh()
                entry = self._entries.get(name)
            if entry:
                entry.signature = self._signature(entry.source)
                self._look(entry)

    def may_hold(self, name: str, word: str) -> bool:
        """Whether a word can stand in a story, as far as its bytes tell without it being read."""
        source = self.entry(name).source
        with contextlib.suppress(AudioEditionError):
            data = self._load(source)
            plain = source.media_type in ("text/plain", "text/markdown") and b"\0" not in data
            return not plain or not word.isascii() or word.lower().encode() in data.lower()
        return False

    def _look(self, entry: Entry) -> None:
        project, source = self.project, entry.source
        entry.looked = True
        try:
            digest = source_digest(source, self._load(source), self.root)
            known = self._last_build()
            if found := known.unchanged(source, digest):
                entry.rows = [self._built(source, one) for one in found]
                return
            stories = self._stories(entry)
            with Ledger(ledger_path(project), readonly=True) as ledger:
                entry.rows = [self._judged(entry, story, known, ledger) for story in stories]
        except AudioEditionError as e:
            entry.rows = [self._failed(source, e)]

    def _last_build(self) -> Known:
        """What the last build left: read once for all stories that are looked at in a row, not once a story."""
        project, now = self.project, time.monotonic()
        made, known = self._known
        if known is None or known.project is not project or not made < now < made + KNOWN_S:
            with Ledger(ledger_path(project), readonly=True) as ledger:
                known = Known(project, ledger, [entry.source for entry in self._entries.values()])
            self._known = time.monotonic(), known
            self._copies = Copies(known.rows.values(), self._entries.keys())
        return known

    def _built(self, source: Source, found: LedgerRow | Copy) -> Row:
        """A story of the last build, as it is."""
        if isinstance(found, Copy):
            return self._row(source, found.name, found.name, "copy", same_as(found.original))
        episode = found.episode
        section, date = (episode.section or "", episode.published[:10]) if episode else ("", "")
        title = episode.title if episode else found.name
        return self._row(source, found.name, title, "built", "unchanged", section=section, date=date, order=found.place)

    def _judged(self, entry: Entry, story: Prepared | AudioEditionError, known: Known, ledger: Ledger) -> Row:
        """What a build would do with a story."""
        if isinstance(story, AudioEditionError):
            return self._failed(entry.source, story)
        missing = missing_clips(story.parts, open_cache(self.project.settings))
        row = known_row(story, ledger, known.names, known.name_before(story, known.names))
        article, script = story.script.article, story.script
        if original := self._copies.original(story, row):
            return self._row(entry.source, story.name, script.title, "copy", same_as(original.name))
        step = known.step(story, row, len(missing))
        return self._row(
            entry.source,
            story.name,
            script.title,
            STATES.get(step.action, "changed"),
            step.reason,
            misfits=len(script.misfits),
            doubts=sum(bool(part.doubts) for part in script.parts),
            section=article.section or "",
            date=article.published or "",
            order=article.order,
        )

    def _row(self, source: Source, name: str, title: str, state: str, why: str, **more: object) -> Row:
        wishes, edited = None, False
        with contextlib.suppress(AudioEditionError):
            edits = edits_of(source, name, self.root)
            wishes, edited = edits.article, bool(edits)
        row = Row(name, title, state, why, edited, **more)  # type: ignore[arg-type]
        if wishes is None:
            return row
        values = {**vars(row), "title": wishes.title or title}
        values["order"] = row.order if wishes.order is None else wishes.order
        values["section"] = row.section or wishes.section or source.section or ""
        values["date"] = row.date or wishes.date or ""
        return Row(**values)

    def _failed(self, source: Source, error: AudioEditionError) -> Row:
        name = error.article or source.name
        state = "no text" if source.origin and isinstance(error, NoStoryError) else "failed"  # as a build has it
        return self._row(source, name, name, state, error.message)

    def _unread(self, source: Source) -> Row:
        return Row(source.name, source.name, "unread", "not looked at yet")

    def _stories(self, entry: Entry) -> list[Prepared | AudioEditionError]:
        key = entry.source.name, (entry.signature, self._files)
        if key not in self._prepared:
            self._prepared[key] = prepare(entry.source, self.project.settings, self._load(entry.source))
            while len(self._prepared) > KEPT:
                self._prepared.popitem(last=False)
        self._prepared.move_to_end(key)
        return self._prepared[key]

    def _load(self, source: Source) -> bytes:
        if not source.url:
            return load(source, self.project.settings.read)
        _, found = self._fetched.get(source.url, (0, StudioError(f"{source.url} is being fetched")))
        if isinstance(found, AudioEditionError):
            raise found
        return found

    def _reload(self) -> None:
        """The project's own files have changed."""
        forget_projects()
        try:
            self.project, self.problem = load_project(self.root), ""
        except AudioEditionError as e:
            self.problem = str(e)
        for entry in self._entries.values():
            entry.looked = False

    def _signature(self, source: Source) -> Signature:
        fetched = self._fetched.get(source.url or "", (0, b""))
        return fetched[0] if source.url else _stat(Path(source.path or "")), stamp(source, self.root)

    def _project_files(self) -> Signature:
        folders = [self.root / "voices", self.root / "audio"]
        paths = [self.root / "edition.toml", *(path for folder in folders for path in sorted(folder.glob("*.*")))]
        return tuple((path.name, _stat(path)) for path in paths)


def _stat(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
