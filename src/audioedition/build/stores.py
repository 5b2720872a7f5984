"""An output folder in object storage: brought here, built as ever, and what has changed sent back, the feed last.

    .audioedition/ledger.sqlite   the ledger, sent after the files that it knows and before the feeds
    .audioedition/files.json      name -> size, time, digest and tag of every object that is ours
    .audioedition/lock            who is at work

The folder on this machine is a copy: when it is lost, nothing is. Every object is written over what was seen when the
build began and over nothing else, so that whoever is cut off, or overtaken, leaves one whole edition there.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import BuildLockedError, ConflictError, PublishingError
from ..machine import files
from ..machine.digests import data_digest
from ..machine.leases import held
from ..machine.objects import ABSENT, Objects, Seen, is_address
from ..publishing.media_types import media_type
from . import ledgerfile, stamps
from .ledger import FILE, FOLDER
from .publication import turn

if TYPE_CHECKING:
    from ..machine.leases import Lease
    from ..project import Project
    from .stamps import Stamp

LEDGER, MANIFEST, LOCK = f"{FOLDER}/{FILE}", f"{FOLDER}/files.json", f"{FOLDER}/lock"
BROUGHT = "brought"
"""A file in the folder on this machine: the tag of the ledger that it was last alike."""
AT_ONCE = 8
"""Files that are on their way side by side."""
VERSION = 1


@dataclass(frozen=True)
class Stored:
    """An object that is ours."""

    size: int
    time_ns: int
    """When the file had changed on the machine that sent it."""
    digest: str
    tag: str = ""
    """Empty for one that was about to be sent."""


@dataclass
class _Place:
    """What is there, as far as it is known."""

    store: Objects
    there: dict[str, Seen]
    files: dict[str, Stored]

    def whole(self) -> dict[str, Stored]:
        """The objects of which it is known what they hold."""

        def same(name: str, file: Stored) -> bool:
            seen = self.there.get(name)
            return seen is not None and seen.tag == file.tag

        return {name: file for name, file in self.files.items() if same(name, file)}

    def put(self, name: str, data: bytes) -> str:
        seen = self.there.get(name)
        tag = self.store.put(name, data, over=seen.tag if seen else ABSENT, media_type=media_type(Path(name)))
        self.there[name] = Seen(len(data), tag)
        return tag

    def write_down(self) -> None:
        told = {name: [f.size, f.time_ns, f.digest, f.tag] for name, f in sorted(self.files.items())}
        self.put(MANIFEST, json.dumps({"version": VERSION, "files": told}, indent=0).encode())


@contextlib.contextmanager
def stored(project: Project, note: Callable[[str], None]) -> Iterator[None]:
    """The output folder as it is in object storage; when the block ends well, what changed in it is sent there.

    Does nothing where the output is a folder. The folder must be locked, and its ledger closed. `note` is told of a
    lock that somebody left behind. Raises PublishingError when the store cannot be used, BuildLockedError while
    another machine is at work there.
    """
    where, output = project.settings.edition.output, project.output
    if not is_address(where):
        yield
        return
    store = Objects(where)
    with held(store, LOCK, output / FOLDER, note) as lease:
        place = _look(store)
        _must_be_ours(place, where)
        _bring(place, output)
        yield
        try:
            _send(place, output, lease)
        except ConflictError as e:
            raise BuildLockedError(
                f"another build has taken over {where}",
                remedy="its edition stays; run the build again when it is done",
            ) from e


def refresh(project: Project) -> None:
    """Bring the folder on this machine to what is in object storage, only to look at it. It must be locked."""
    _bring(_look(Objects(project.settings.edition.output)), project.output)


# What is there


def _look(store: Objects) -> _Place:
    there = store.find()
    data = store.read(MANIFEST)
    try:
        found = json.loads(data)["files"] if data else {}
        known = {name: Stored(*values) for name, values in found.items() if _is_ours(name)}
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        known = {}
    return _Place(store, there, known)


def _must_be_ours(place: _Place, where: str) -> None:
    """Raises PublishingError where nothing was built yet, and somebody else's front page or feed is."""
    if MANIFEST in place.there or LEDGER in place.there:
        return
    if theirs := sorted(files.FRONT & place.there.keys()):
        problem = f"{where} holds {theirs[0]}, which no build of this edition made"
        raise PublishingError(problem, remedy="name an empty place with --output")


def _bring(place: _Place, output: Path) -> None:
    """Fetch what the folder lacks. Where the ledger there is another than the one we sent or fetched last, it counts,
    and what it does not know goes."""
    likely = {
        name: file for name, file in place.files.items() if name in place.there and _may_be(place.there[name], file)
    }
    ledger = place.there.get(LEDGER)
    if ledger and ledger.tag != _text(output / FOLDER / BROUGHT):
        data = place.store.read(LEDGER) or b""
        with _written(output):
            for name in files.everything(output).keys() - likely.keys():
                (output / name).unlink(missing_ok=True)
            ledgerfile.replaced(output / LEDGER, data)
            (output / FOLDER / BROUGHT).write_text(ledger.tag, encoding="utf-8")
    wanted = {name: file for name, file in likely.items() if name != LEDGER and not _is_here(output / name, file)}
    for names in _in_turns(wanted):
        data_of = place.store.read_all(names)
        for name in names:
            data, file = data_of.get(name, b""), wanted[name]
            if data_digest(data) != file.digest:
                place.files[name] = Stored(0, 0, "")  # not what was sent: the build makes it again
                continue
            place.files[name] = dataclasses.replace(file, tag=place.there[name].tag)
            with _written(output):
                files.write(output / name, data, work=output / FOLDER)
                os.utime(output / name, ns=(file.time_ns, file.time_ns))


def _send(place: _Place, output: Path, lease: Lease) -> None:
    """What changed: what others name, side by side, the ledger, then those others, the main feed last; at the end what
    is no longer published goes."""
    whole = place.whole()
    edition = stamps.measured(output, {name: (f.size, f.time_ns, f.digest) for name, f in whole.items()})
    ledger = _ledger_of(output)
    edition[LEDGER] = (len(ledger), 0, data_digest(ledger))
    changed = {n: stamp for n, stamp in edition.items() if n not in whole or whole[n].digest != stamp[2]}
    gone = [name for name in place.files if name not in edition]
    if not changed and not gone:
        return
    place.files.update((name, Stored(*stamp)) for name, stamp in changed.items())  # known before they are there
    place.write_down()

    def send(name: str) -> None:
        lease.show()
        tag = place.put(name, ledger if name == LEDGER else (output / name).read_bytes())
        place.files[name] = Stored(*edition[name], tag)

    named = {name for name in changed if name != LEDGER and not turn(name)[0]}
    with ThreadPoolExecutor(AT_ONCE) as threads:
        list(threads.map(send, sorted(named)))
    for name in sorted(changed.keys() - named, key=lambda name: (name != LEDGER, turn(name))):
        send(name)
    (output / FOLDER / BROUGHT).write_text(place.files[LEDGER].tag, encoding="utf-8")
    lease.show()
    place.store.remove(gone)
    for name in gone:
        del place.files[name]
    place.write_down()


def _ledger_of(output: Path) -> bytes:
    try:
        return ledgerfile.data_of(output / LEDGER)
    except (sqlite3.Error, OSError) as e:
        raise PublishingError(f"the ledger in {output} cannot be read: {e}", remedy="run the build again") from e


def _is_ours(name: str) -> bool:
    """Whether a build can have put it there; no name leads out of the folder."""
    folder, _, rest = name.rpartition("/")
    return name == LEDGER or (folder in ("", *files.FOLDERS) and not rest.startswith(".") and "\\" not in rest)


def _may_be(seen: Seen, file: Stored) -> bool:
    """Whether an object is, or may be, what was sent: of one that was about to be sent only its digest will tell."""
    return seen.tag == file.tag or (not file.tag and seen.size == file.size)


def _is_here(path: Path, file: Stored) -> bool:
    stamp: Stamp = (file.size, file.time_ns, file.digest)
    return not stamps.damaged(path.parent, {path.name: stamp})


def _in_turns(wanted: Mapping[str, Stored], most: int = 1 << 26) -> Iterator[list[str]]:
    """The names in groups of not much more than so many bytes, which are fetched side by side."""
    group: list[str] = []
    size = 0
    for name, file in wanted.items():
        group.append(name)
        size += file.size
        if size >= most:
            yield group
            group, size = [], 0
    if group:
        yield group


@contextlib.contextmanager
def _written(output: Path) -> Iterator[None]:
    try:
        yield
    except OSError as e:
        raise PublishingError(
            f"{output} cannot be written: {e.strerror or e}", remedy="it is where what is in the store is built"
        ) from e


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
