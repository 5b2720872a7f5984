"""One build at a time in object storage, by an object that its holder writes again and again.

No clock but one's own counts: who finds an object that somebody else holds watches it, and takes it over when it has
stayed the same for `PATIENCE_S`. Whoever was taken for dead finds that out by his next write, which fails.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from ..errors import BuildLockedError, ConflictError, PublishingError
from .objects import ABSENT, Objects

BEAT_S = 10.0
"""How often the holder writes."""
PATIENCE_S = 30.0
"""A holder that has not written for so long is gone."""
_FREE = b"{}"


class Lease:
    """The object `name`, held for the machine folder that `me` names."""

    def __init__(self, store: Objects, name: str, me: str) -> None:
        self.store, self.name, self.me = store, name, me
        self._tag, self._number, self._last = ABSENT, 0, 0.0
        self._writing = threading.Lock()

    def take(self, note: Callable[[str], None]) -> None:
        """Take it; `note` is told when that takes a while. Raises BuildLockedError when somebody is at work there."""
        tag, holder = self._look()
        if holder and holder.get("id") != self.me:
            tag = self._watched(tag, str(holder.get("by")), note)
        self._tag = tag
        try:
            with self._writing:
                self._write()
        except ConflictError as e:
            raise self._locked("another build") from e

    def show(self) -> None:
        """Show that we are there, when the last time is a while ago. Raises ConflictError when it was taken over."""
        with self._writing:
            if time.monotonic() - self._last > BEAT_S / 2:
                self._write()

    def give_back(self) -> None:
        """Let others have it, if it is still ours and can be reached."""
        with contextlib.suppress(PublishingError), self._writing:
            self.store.put(self.name, _FREE, over=self._tag)

    def _look(self) -> tuple[str, dict[str, object]]:
        """Its tag, and who holds it; nothing when it is free."""
        seen = self.store.seen(self.name)
        try:
            holder = json.loads(self.store.read(self.name) or _FREE)
        except ValueError:
            holder = {}
        return seen.tag if seen else ABSENT, holder if isinstance(holder, dict) else {}

    def _watched(self, tag: str, by: str, note: Callable[[str], None]) -> str:
        """The tag, when its holder has not shown itself for `PATIENCE_S` or has given it back meanwhile."""
        note(f"{by} holds {self.store.where}: waiting whether it is still at work")
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            time.sleep(BEAT_S / 10)
            now, holder = self._look()
            if not holder:
                return now
            if now != tag:
                raise self._locked(by)
        note(f"{by} is gone, and has left {self.store.where} locked: this build takes it over")
        return tag

    def _write(self) -> None:
        self._number += 1
        said = {"id": self.me, "by": f"{socket.gethostname()} (process {os.getpid()})", "number": self._number}
        self._tag = self.store.put(self.name, json.dumps(said).encode(), over=self._tag)
        self._last = time.monotonic()

    def _locked(self, by: str) -> BuildLockedError:
        return BuildLockedError(
            f"{by} is building into {self.store.where}", remedy="wait for it to finish, or name another place"
        )


@contextlib.contextmanager
def held(store: Objects, name: str, folder: Path, note: Callable[[str], None]) -> Iterator[Lease]:
    """Hold the object `name` for as long as the block lasts; a file in `folder` keeps the name of this machine."""
    lease = Lease(store, name, _own_name(folder / "machine"))
    lease.take(note)
    ended = threading.Event()

    def beat() -> None:
        while not ended.wait(BEAT_S):
            try:
                lease.show()
            except ConflictError:
                return  # whoever is at work will see
            except PublishingError:
                continue  # the network may come back

    beating = threading.Thread(target=beat, daemon=True)
    beating.start()
    try:
        yield lease
    finally:
        ended.set()
        lease.give_back()


def _own_name(path: Path) -> str:
    """What the folder that holds `path` is called by others, for ever."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        if found := path.read_text(encoding="ascii"):
            return found
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made := secrets.token_hex(8), encoding="ascii")
    except OSError as e:
        raise PublishingError(f"{path.parent} cannot be written: {e.strerror or e}") from e
    return made
