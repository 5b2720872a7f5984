"""Tasks -> files, by the workers of a Dask scheduler, each of which has worker processes of its own.

Every machine sees the project, its articles, the output folder and the clip cache under the same paths. Workers put
what they finish into a folder of this build; only the parent moves it to its place, so that nothing of a build that has
gone is ever published.
"""

from __future__ import annotations

import contextlib
import dataclasses
import logging
import os
import pickle
import queue
import re
import secrets
import shutil
import time
import warnings
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from ..episode.placing import Finished, deliver
from ..errors import AudioEditionError, ClusterError, UsageError, WorkerError, printable
from ..machine.cache import SCRATCH, open_cache
from ..machine.objects import is_address
from ..machine.workers import Outcome
from .ledger import FOLDER
from .posts import MARK, Card, Errand, UnfitWorkerError, run_errand
from .tasks import Prepare, Task

if TYPE_CHECKING:
    from ..project import Project
    from ..reading import Source

CONNECT_S = 10.0
"""How long a scheduler may take to answer."""
WAIT_S = 60.0
"""How long a build waits for a first worker, or for another when the last one has gone."""
LOOK_S = 2.0
"""How often we look who is there."""
DONE, LOST = ("finished", "error"), ("lost", "pending")
"""What Dask calls a future that has ended, and one whose outcome went with its worker."""
TRIES = 3
"""How often a task is sent out again when its worker could not even take it up."""
LOCAL = re.compile(r"local:([1-9]\d?)")
"""`local:4`: a scheduler and so many workers on this machine, for as long as the build lasts."""

REMOTE = re.compile(r"(?:[a-z]+://)?[\w.\-\[\]:%]+:\d{1,5}/?")
"""`tcp://10.0.0.5:8786`, `10.0.0.5:8786`, `tls://[::1]:8786`."""


def check_address(address: str) -> None:
    """Raises UsageError for what is no address of a cluster, and where the package is missing."""
    if not (LOCAL if address.startswith("local:") else REMOTE).fullmatch(address):
        raise UsageError(f"{address!r} is no address of a cluster", remedy="such as tcp://10.0.0.5:8786 or local:4")
    try:
        import distributed  # noqa: F401
    except ImportError as e:
        raise UsageError(
            "building on a cluster needs the package distributed", remedy="pip install 'audioedition[cluster]'"
        ) from e


def far_seen(project: Project, sources: Sequence[Source]) -> tuple[Project, list[Source]]:
    """The same with paths that mean the same on every machine."""
    from ..project import project_from

    settings = project.settings
    cache = open_cache(settings).address
    settings = dataclasses.replace(
        settings, root=settings.root.absolute(), build=dataclasses.replace(settings.build, cache=cache)
    )
    absolute = [dataclasses.replace(s, path=str(Path(s.path).absolute())) if s.path else s for s in sources]
    return dataclasses.replace(project_from(settings), language_open=project.language_open), absolute


@dataclass
class _Sent:
    """A task that is with the cluster."""

    key: Hashable
    errand: bytes
    priority: int
    tries: int = 1
    only: frozenset[str] = frozenset()
    """The workers that may have it; any when empty."""
    future: Any = None


class ClusterCrew:
    """The workers of the scheduler at `address`; `note` is told what is wrong with those that cannot be used.

    Raises ClusterError when no scheduler or no worker is there, and, from `completed`, when the scheduler has gone.
    """

    def __init__(
        self, address: str, project: Project, spoken: Callable[[float], None], note: Callable[[str], None]
    ) -> None:
        check_address(address)
        self.address, self.project, self.tell_spoken, self.note = address, project, spoken, note
        self.token = secrets.token_hex(8)
        cache = open_cache(project.settings)
        seen = [project.output / FOLDER, *([] if is_address(cache.address) else [cache.folder])]
        self.folders = [base / f"{SCRATCH}{self.token}" for base in seen]
        self.card = Card.of(project, self.token, self.folders)
        self._sent: dict[str, _Sent] = {}
        self._ended: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._unfit: dict[str, str] = {}
        """Address of a worker -> why it gets nothing to do."""
        self._threads: dict[str, int] = {}
        self._seen = 0.0
        """When there was a worker last."""
        self._looked = 0.0
        self._number = 0
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as stack:
            for folder in self.folders:
                folder.mkdir(parents=True)
                stack.callback(shutil.rmtree, folder, ignore_errors=True)
                (folder / MARK).write_text(self.token, encoding="ascii")
            self._client = stack.enter_context(_client(self.address))
            self._seen = time.monotonic()
            while not self._threads:
                self._look()
                if not self._threads:
                    time.sleep(0.1)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stack.close()

    @property
    def jobs(self) -> int:
        return max(sum(n for address, n in self._threads.items() if address not in self._unfit), 1)

    def submit(self, key: Hashable, task: Task) -> None:
        errand = pickle.dumps(Errand(self.project.settings, self.project.cast.narrator.engine, self.folders[0], task))
        self._send(_Sent(key, errand, priority=1 if isinstance(task, Prepare) else 0))

    def completed(self) -> Iterator[Outcome]:
        while self._sent:
            if time.monotonic() - self._looked > LOOK_S:
                self._look()
            with contextlib.suppress(queue.Empty):
                name = self._ended.get(timeout=LOOK_S)
                if outcome := self._outcome(name):
                    yield outcome

    def _send(self, sent: _Sent) -> None:
        self._number += 1
        name = f"audioedition-{self.token}-{self._number}"
        sent.only = frozenset(self._fit() if self._unfit else ())
        with _translated(self.address):
            sent.future = self._client.submit(
                run_errand,
                self.card,
                sent.errand,
                key=name,
                pure=False,
                priority=sent.priority,
                workers=sorted(sent.only) or None,
            )
            self._sent[name] = sent
            sent.future.add_done_callback(lambda future: self._ended.put(future.key))

    def _outcome(self, name: str) -> Outcome | None:
        """What became of a task; None when it is on its way once more."""
        sent = self._sent.pop(name, None)
        if sent is None:
            return None
        future, sent.future = sent.future, None
        error: BaseException | None = None
        answer: bytes | None = None
        with _translated(self.address), contextlib.suppress(TimeoutError):
            error = future.exception(timeout=CONNECT_S) if future.status in DONE else None
            answer = future.result(timeout=CONNECT_S) if future.status == "finished" else None
        if error is not None:
            return self._failed(sent, error)
        if answer is None and future.status in LOST:
            return self._again(sent, "its worker died with the outcome")
        if answer is None:
            raise _gone(self.address)
        outcome, seconds = pickle.loads(answer)
        if seconds:
            self.tell_spoken(seconds)
        return self._delivered(Outcome(sent.key, outcome.value, outcome.error))

    def _delivered(self, outcome: Outcome) -> Outcome:
        """The same with its files in their places."""
        if isinstance(outcome.value, Finished):
            try:
                deliver(outcome.value, self.folders[0], self.project.output)
            except OSError as e:
                what = WorkerError(f"its files did not arrive: {e.strerror or e}", remedy="run the build again")
                return Outcome(outcome.key, error=what)
        return outcome

    def _failed(self, sent: _Sent, error: BaseException) -> Outcome | None:
        """Send a task to another worker, or give it up."""
        if isinstance(error, UnfitWorkerError):
            self._leave_out(*error.args)
        elif isinstance(error, ImportError):
            self._leave_out_strangers()
        elif type(error).__name__ == "KilledWorker":
            return Outcome(
                sent.key, error=WorkerError("the workers of the cluster that had it died, one after another")
            )
        else:
            text = printable(" ".join(str(error).split())[:200])
            return Outcome(sent.key, error=WorkerError(f"the cluster failed on it: {type(error).__name__}: {text}"))
        return self._again(sent, "" if isinstance(error, UnfitWorkerError) else str(error))

    def _again(self, sent: _Sent, why: str) -> Outcome | None:
        """Send a task once more; given up after some times, where there is a reason."""
        if why and sent.tries >= TRIES:
            return Outcome(sent.key, error=WorkerError(f"no worker of the cluster could take it up: {why}"))
        sent.tries += 1
        self._send(sent)
        return None

    def _leave_out(self, address: str, why: str) -> None:
        if address not in self._unfit:
            self._unfit[address] = why
            self.note(f"the worker {address} gets nothing to do: {why}")
        self._look()

    def _leave_out_strangers(self) -> None:
        """Find the workers that do not have this program."""
        import importlib.metadata

        with _translated(self.address):
            found = self._client.run(importlib.metadata.version, "audioedition", on_error="return")
        for address, version in found.items():
            if isinstance(version, BaseException):
                self._leave_out(address, "audioedition is not installed there")
            elif version != self.card.version:
                self._leave_out(address, f"it has audioedition {version}, here is {self.card.version}")

    def _fit(self) -> list[str]:
        """The workers that there are and that can be used. Raises ClusterError when all that there are cannot."""
        fit = [address for address in self._threads if address not in self._unfit]
        if self._threads and not fit:
            why = "; ".join(sorted({self._unfit[address] for address in self._threads}))
            raise ClusterError(
                f"no worker of {self.address} can be used: {why}", remedy="install the same there as here"
            )
        return fit

    def _look(self) -> None:
        """See who is there; tasks that were meant for workers that have gone are sent to others."""
        self._looked = time.monotonic()
        with _translated(self.address):
            info = self._client.scheduler_info(n_workers=-1)["workers"]
        self._threads = {address: worker["nthreads"] for address, worker in info.items()}
        if self._threads:
            self._seen = self._looked
        elif self._looked - self._seen > WAIT_S:
            remedy = f"start one: dask worker {self.address}"
            raise ClusterError(f"the cluster at {self.address} has no workers", remedy=remedy)
        for name, sent in list(self._sent.items()):
            if sent.only and not sent.only & self._threads.keys() and self._threads:
                del self._sent[name]
                self._send(sent)


@contextlib.contextmanager
def _client(address: str) -> Iterator[Any]:
    """A connection to the scheduler at `address`, or to one that is started here."""
    from distributed import Client, LocalCluster

    if not os.environ.get("AUDIOEDITION_DEBUG"):
        logging.getLogger("distributed").setLevel(logging.CRITICAL + 1)
        logging.getLogger("asyncio").setLevel(logging.CRITICAL + 1)
        warnings.filterwarnings("ignore", module="distributed")
    with contextlib.ExitStack() as stack:
        try:
            if local := LOCAL.fullmatch(address):
                started = LocalCluster(
                    n_workers=int(local[1]),
                    threads_per_worker=1,
                    host="127.0.0.1",
                    dashboard_address=None,
                    silence_logs=logging.CRITICAL,
                )
                address = stack.enter_context(started).scheduler_address
            client = Client(address, timeout=CONNECT_S, set_as_default=False)
        except (OSError, ValueError, RuntimeError) as e:
            raise ClusterError(
                f"no Dask scheduler answers at {address}", remedy="start one: dask scheduler; or try --cluster local:2"
            ) from e
        stack.callback(_close, client)
        yield client


def _close(client: Any) -> None:
    """Whatever state the connection is in."""
    with contextlib.suppress(Exception):
        client.close(timeout=CONNECT_S)


@contextlib.contextmanager
def _translated(address: str) -> Iterator[None]:
    """What Dask raises when a connection breaks off, as an error of ours."""
    try:
        yield
    except AudioEditionError:
        raise
    except Exception as e:  # CommClosedError, CancelledError, TimeoutError, RuntimeError: by many names
        raise _gone(address) from e


def _gone(address: str) -> ClusterError:
    return ClusterError(
        f"the connection to the cluster at {address} broke off",
        remedy="what was finished is kept; run the build again when the scheduler is back",
    )
