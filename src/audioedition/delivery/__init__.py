"""The output folder -> where listeners get it: what has changed, the feed last, and old files kept for their time.

    folder  /srv/www/audio           rsync  user@host:/srv/www/audio           bucket  s3://paper/audio

`targets.py` and `buckets.py` put files there; this module decides which, in what order, and which go. What was sent is
written down beside it, in `.audioedition.json`, so that nothing there has to be read.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ..build import stamps
from ..build.edition import ledger_path
from ..build.ledger import Ledger
from ..build.publication import turn
from ..build.revisions import base_of
from ..errors import PublishingError, UsageError
from ..machine.locking import lock
from ..machine.objects import is_address
from ..publishing.items import moment
from .targets import Folder, Rsync, Target, is_remote

if TYPE_CHECKING:
    from ..project import Project

MANIFEST = ".audioedition.json"
VERSION = 1


@dataclass(frozen=True)
class Sent:
    """A file that is there."""

    size: int
    time_ns: int
    """When the file here had changed, by which an unchanged one is known without reading it."""
    digest: str
    """Empty for one that was about to be sent."""
    since: str = ""
    """Since when it is no longer part of the edition."""


@dataclass
class Delivery:
    """What was done."""

    target: str
    sent: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    waiting: int = 0
    """Files that are no longer part of the edition and go after `keep_days`."""

    def summary(self) -> str:
        """One line for people."""
        kept = f", {self.waiting} old ones kept for a while" if self.waiting else ""
        return f"{self.target}: {len(self.sent)} files sent, {len(self.removed)} removed{kept}"


def send(project: Project, where: str, now: datetime | None = None) -> Delivery:
    """Bring what is at `where` (a folder is relative to the project) up to the finished edition.

    Cut off at any moment, what is there is a whole edition: the old one or the new one.
    Raises PublishingError when nothing has been built, while a build is at work, and when `where` cannot be written.
    """
    now = now or datetime.now(UTC)
    output = project.output
    if is_address(project.settings.edition.output):
        raise UsageError(
            f"the edition is in {project.settings.edition.output} already", remedy="name a folder as --output"
        )
    if not all((output / name).is_file() for name in _FIRST):
        raise PublishingError(f"there is no finished edition in {output}", remedy="build it first: audioedition build")
    with lock(output), target_of(where, project) as target:
        _must_be_ours(target, output)
        before, last = _read(target)
        edition = _measured(output, before)
        changed = _changed(edition, before, target.sizes())
        left = {name: _left(file, now) for name, file in before.items() if name not in edition}
        due = _due(left, project, now, last)
        made = Delivery(where, sorted(changed, key=turn), due, len(left) - len(due))
        if changed:  # known before they are there, so that none is ever forgotten
            _write(target, {**before, **dict.fromkeys(changed, _NOTHING)}, last)
            target.put(output, made.sent)
        if changed or before != {**left, **edition}:
            _write(target, {**left, **edition}, now.isoformat())
        if due:
            target.remove(due)
            kept = {name: file for name, file in left.items() if name not in due}
            _write(target, {**kept, **edition}, now.isoformat())
    return made


def target_of(where: str, project: Project) -> Target:
    """What `where` names. Raises PublishingError for a folder that holds the edition, or lies in it."""
    if "://" in where:
        from .buckets import Bucket

        return Bucket(where)
    if is_remote(where):
        return Rsync(where)
    folder, output = project.settings.root / Path(where).expanduser(), project.output.resolve()
    if folder.resolve().is_relative_to(output) or output.is_relative_to(folder.resolve()):
        raise PublishingError("the edition cannot be published into itself", remedy="name another folder")
    return Folder(folder)


_NOTHING = Sent(0, 0, "")
_FIRST = ("index.html", "feed.xml")
"""What every edition has, and many a website."""
_BY_US = b"<generator>audioedition"


def _must_be_ours(target: Target, output: Path) -> None:
    """Raises PublishingError for a place to which nothing was sent yet, and where somebody else's page or feed is."""
    if target.read(MANIFEST) is not None:
        return
    there = {name: target.read(name) for name in _FIRST}
    if _BY_US in (there["feed.xml"] or b""):
        return
    for name, data in there.items():
        if data is not None and data != (output / name).read_bytes():
            remedy = "name a folder of its own below it, or take that file away"
            raise PublishingError(f"there is a {name} that no build of this edition made", remedy=remedy)


def _read(target: Target) -> tuple[dict[str, Sent], str]:
    """Name -> what was sent there before, and when that was; nothing where it cannot be understood."""
    data = target.read(MANIFEST)
    try:
        found = json.loads(data) if data else {}
        return {name: Sent(*values) for name, values in found.get("files", {}).items()}, str(found.get("time", ""))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}, ""


def _write(target: Target, files: Mapping[str, Sent], time: str) -> None:
    told = {name: [f.size, f.time_ns, f.digest, f.since] for name, f in sorted(files.items())}
    target.write(MANIFEST, json.dumps({"version": VERSION, "time": time, "files": told}, indent=0).encode())


def _measured(output: Path, before: Mapping[str, Sent]) -> dict[str, Sent]:
    known = {name: (file.size, file.time_ns, file.digest) for name, file in before.items()}
    return {name: Sent(*stamp) for name, stamp in stamps.measured(output, known).items()}


def _changed(edition: Mapping[str, Sent], before: Mapping[str, Sent], there: Mapping[str, int] | None) -> list[str]:
    """What was not sent before, or is not there any more as it was; `there` as in `Target.sizes`."""

    def same(name: str, file: Sent) -> bool:
        return before.get(name, _NOTHING).digest == file.digest and (there is None or there.get(name) == file.size)

    return [name for name, file in edition.items() if not same(name, file)]


def _left(file: Sent, now: datetime) -> Sent:
    return file if file.since else Sent(file.size, file.time_ns, file.digest, now.isoformat())


def _due(left: Mapping[str, Sent], project: Project, now: datetime, last: str) -> list[str]:
    """What goes now: whose time is over, and at once what was withdrawn, with the edition files that may hold it."""
    with Ledger(ledger_path(project), readonly=True) as ledger:
        withdrawn = ledger.withdrawn()
    lately = any(not last or moment(at) > moment(last) for at in withdrawn.values())
    limit = moment(now.isoformat()) - timedelta(days=project.settings.edition.keep_days)
    return sorted(
        name for name, file in left.items() if moment(file.since) <= limit or _must_go(name, withdrawn, lately)
    )


def _must_go(name: str, withdrawn: Collection[str], lately: bool) -> bool:
    base = base_of(name)
    return base in withdrawn or (lately and base.startswith("edition-"))
