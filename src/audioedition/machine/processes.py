"""Child processes that run functions for us: how one is started, spoken with and ended, and its life inside.

A worker is a fresh Python that reads tasks from its standard input and writes outcomes to a private copy of its
standard output. On Linux a whole crew of them is one such process and its twins, forked from it as soon as it has
everything loaded: that costs a moment instead of a second each, and their memory is the same memory.
"""

from __future__ import annotations

import atexit
import functools
import gc
import os
import pickle
import queue
import select
import signal
import subprocess
import sys
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import suppress
from io import FileIO
from pathlib import Path
from typing import IO

START_TIMEOUT_S = 120.0
"""A worker that is not ready by then is stopped: imports take a second, on a slow disk perhaps ten."""

GRACE_S = 2.0
"""How long an idle worker may take to leave by itself."""

_ENVIRONMENT = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""One thread a worker: the work is parallel already, and results don't depend on the number of cores."""


class Worker(ABC):
    """One child process. `report` is called from a thread of its own: with (self, payload) for the news that the
    worker is ready (None) and for each outcome (bytes), and at the end with (self, EOFError)."""

    def __init__(
        self, report: Callable[[Worker, bytes | type[EOFError] | None], None], tasks: IO[bytes], outcomes: IO[bytes]
    ):
        self._report, self._tasks, self._outcomes = report, tasks, outcomes
        self._outbox: queue.SimpleQueue[object] = queue.SimpleQueue()
        threading.Thread(target=self._write, daemon=True).start()
        threading.Thread(target=self._listen, daemon=True).start()

    pid = 0
    """Its process; 0 where that is not known yet."""

    @abstractmethod
    def kill(self) -> None:
        """End it at once."""

    @abstractmethod
    def wait(self, timeout_s: float = GRACE_S) -> int | None:
        """Its exit status (negative: the signal), None where nobody knows; killed when it takes longer than that."""

    def send(self, payload: bytes) -> None:
        """Give it the pickled (function, arguments) to run."""
        self._outbox.put(payload)

    def dismiss(self) -> None:
        """Tell it that nothing more will come; it ends when it has finished what it does."""
        self._outbox.put(None)

    def _write(self) -> None:
        """In a thread of its own: a worker that is stopped does not read, and nobody must wait for it."""
        with suppress(OSError), self._tasks as pipe:  # one that has died is noticed by _listen
            while (message := self._outbox.get()) is not None:
                pickle.dump(message, pipe)
                pipe.flush()

    def _listen(self) -> None:
        # Whatever ends the stream or garbles it (a killed writer leaves half a message) ends this worker.
        with suppress(Exception), self._outcomes as pipe:
            self._met(pickle.load(pipe))
            self._report(self, None)
            while True:
                self._report(self, pickle.load(pipe))
        self.kill()
        self._report(self, EOFError)

    def _met(self, pid: int) -> None:
        """It is ready, and has said which process it is."""
        self.pid = pid


Functions = Sequence[Callable[[], object]]


class Started(Worker):
    """A fresh Python, which runs the functions of `warm` before its first task: first those whose work the `twins` that
    are to be forked from it then share, then those that each does for itself."""

    def __init__(
        self,
        report: Callable[[Worker, bytes | type[EOFError] | None], None],
        warm: tuple[Functions, Functions],
        twins: int = 0,
    ):
        pipes = [(os.pipe(), os.pipe()) for _ in range(twins if _can_fork() else 0)]
        theirs = [(tasks[0], outcomes[1]) for tasks, outcomes in pipes]
        life = "from audioedition.machine import processes, workers; processes.serve(workers.run"
        self._process = subprocess.Popen(
            [sys.executable, "-c", f"import sys; sys.path[:] = {sys.path!r}; {life}, {theirs!r})"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("AUDIOEDITION_DEBUG") else subprocess.DEVNULL,
            env={**os.environ, **_ENVIRONMENT},
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),  # the same on Windows
            pass_fds=[end for ends in theirs for end in ends],
        )
        for end in (end for ends in theirs for end in ends):
            os.close(end)
        assert self._process.stdin and self._process.stdout
        self.pid = self._process.pid
        super().__init__(report, self._process.stdin, self._process.stdout)
        self._outbox.put(tuple(pickle.dumps(list(functions)) for functions in warm))
        self.twins = [
            _Twin(report, os.fdopen(tasks[1], "wb"), os.fdopen(outcomes[0], "rb")) for tasks, outcomes in pipes
        ]

    def kill(self) -> None:
        with suppress(OSError):
            self._process.kill()

    def wait(self, timeout_s: float = GRACE_S) -> int:
        try:
            return self._process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            self.kill()
            return self._process.wait()


class _Twin(Worker):
    """A process forked from a worker, whose child it is: it is held by a descriptor, which never means another."""

    _held: FileIO | None = None

    def _met(self, pid: int) -> None:
        self._held = FileIO(os.pidfd_open(pid))
        super()._met(pid)

    def kill(self) -> None:
        if not self._held:
            self.dismiss()  # not forked yet, and perhaps never
            return
        with suppress(OSError):
            signal.pidfd_send_signal(self._held.fileno(), signal.SIGKILL)

    def wait(self, timeout_s: float = GRACE_S) -> int | None:
        if not self._held:
            return None
        end = select.poll()
        end.register(self._held, select.POLLIN)
        if not end.poll(timeout_s * 1000):
            self.kill()
            end.poll()
        return _status_of(self.pid)


@functools.cache
def _can_fork() -> bool:
    """Whether a worker can have twins: elsewhere than on Linux, what is loaded may not live on in a forked process."""
    if sys.platform != "linux":
        return False
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError:  # an old kernel
        return False
    return True


def _status_of(pid: int) -> int | None:
    """How a process ended whose parent has not asked; None where that has gone too."""
    try:
        state, *fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return None
    return os.waitstatus_to_exitcode(int(fields[-1])) if state == "Z" else None


def serve(run: Callable[[bytes], bytes], twins: Sequence[tuple[int, int]] = ()) -> None:
    """The life of a worker: `run` what comes in, until the input ends. Called in the process that `Started` starts.

    twins: the descriptors from which each twin is to read its tasks, and to which it is to write what came of them.
    """
    # Libraries print on standard output (pyttsx3 does); outcomes get a pipe of their own.
    out: IO[bytes] = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    source: IO[bytes] = os.fdopen(os.dup(0), "rb")
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    shared, own = pickle.load(source)
    children: list[int] = []
    if twins:
        signal.alarm(round(START_TIMEOUT_S))  # nobody notices meanwhile that the parent has gone
        _load(shared)
        source, out, children = _parted(source, out, twins)
        signal.alarm(0)
    tasks: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(source, tasks), daemon=True).start()
    if not twins:
        _load(shared)
    _load(own)
    pickle.dump(os.getpid(), out)
    out.flush()
    while (payload := tasks.get()) is not None:
        pickle.dump(run(payload), out)
        out.flush()
    for pid in children:  # what they took counts as ours; `_receive` does not let us wait for long
        with suppress(OSError):
            os.waitpid(pid, 0)
    atexit._run_exitfuncs()
    os._exit(0)  # else Python would take the dictionaries apart, word by word, and whoever dismissed us waits for it


def _load(functions: bytes) -> None:
    """Run what is to be run before the first task. It makes what stays: nothing of it is looked through for rubbish."""
    gc.disable()
    with suppress(Exception):  # whatever is wrong will be said by the first task that needs it
        for function in pickle.loads(functions):
            function()
    gc.freeze()
    gc.enable()


def _parted(
    source: IO[bytes], out: IO[bytes], twins: Sequence[tuple[int, int]]
) -> tuple[IO[bytes], IO[bytes], list[int]]:
    """Fork the twins: where each process has its tasks from and writes what came of them, and who its children are.

    Where something that was loaded has started threads, there are no twins: a fork leaves threads out.
    """
    children: list[int] = []
    for ends in twins:
        for end in ends:
            os.set_inheritable(end, False)
    alone = len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208
    for number, (tasks, outcomes) in enumerate(twins):
        if alone:
            if (pid := os.fork()) == 0:
                for end in (end for ends in twins[number + 1 :] for end in ends):
                    os.close(end)
                source.close()
                out.close()
                return os.fdopen(tasks, "rb"), os.fdopen(outcomes, "wb"), []
            children.append(pid)
        os.close(tasks)
        os.close(outcomes)
    return source, out, children


def _receive(source: IO[bytes], tasks: queue.SimpleQueue[bytes | None]) -> None:
    with suppress(Exception):
        while True:
            tasks.put(pickle.load(source))
    tasks.put(None)
    # The parent has closed the pipe or is gone. An idle worker leaves by itself; a busy one works for nobody.
    time.sleep(GRACE_S / 2)
    os._exit(0)
