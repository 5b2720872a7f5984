"""Workers forked from a worker: one loads what all need, and each of them may still be killed by itself."""

from __future__ import annotations

import functools
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from test_workers import alive, die, double, gone, hang, leave_mark, pid, sorted_outcomes

from audioedition.machine.workers import WorkerPool

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux only")


def start_a_thread() -> None:
    threading.Thread(target=time.sleep, args=(3600,), daemon=True).start()


def stop() -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def parent_of(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])


def until(happened: Callable[[], object]) -> None:
    deadline = time.monotonic() + 30
    while not happened() and time.monotonic() < deadline:
        time.sleep(0.01)


def ready(pool: WorkerPool, count: int) -> list[int]:
    """The processes when all are there, the one that the others were forked from first."""
    until(lambda: len(pool.pids) == count)
    return sorted(pool.pids, key=lambda process: parent_of(process) != os.getpid())


def test_what_is_shared_is_loaded_once_and_the_rest_by_each(tmp_path: Path) -> None:
    shared, own = tmp_path / "shared", tmp_path / "own"
    warm, once = [functools.partial(leave_mark, str(own))], [functools.partial(leave_mark, str(shared))]
    with WorkerPool(3, warm=warm, shared=once) as pool:
        pool.start()
        first, *others = ready(pool, 3)
        assert [parent_of(process) for process in (first, *others)] == [os.getpid(), first, first]
        for i in range(9):
            pool.submit(i, double, i)
        assert {key: o.result() for key, o in sorted_outcomes(pool).items()} == {i: 2 * i for i in range(9)}
        until(lambda: own.read_text() == "xxx")
        assert (shared.read_text(), own.read_text()) == ("x", "xxx")
        pids = pool.pids
    assert gone(pids)


def test_each_dies_for_itself_and_is_replaced() -> None:
    with WorkerPool(2) as pool:
        pool.start()
        _, twin = ready(pool, 2)
        os.kill(twin, signal.SIGKILL)
        pool.submit("a", die)
        pool.submit("b", double, 1)
        outcomes = sorted_outcomes(pool)
        assert outcomes["b"].value == 2
        assert "SIGKILL" in str(outcomes["a"].error)


@pytest.mark.parametrize("function", [hang, stop])
def test_each_has_a_limit(function: Callable[[], None]) -> None:
    with WorkerPool(2, attempts=1) as pool:
        pool.start()
        pids = ready(pool, 2)
        for i in range(2):
            pool.submit(i, function, timeout_s=0.5)
        outcomes = sorted_outcomes(pool)
        assert all("took longer than 0.5 s" in str(outcomes[i].error) for i in range(2))
        assert gone(pids)


def test_a_twin_outlives_the_one_it_was_forked_from() -> None:
    with WorkerPool(2) as pool:
        pool.start()
        first, twin = ready(pool, 2)
        os.kill(first, signal.SIGKILL)
        until(lambda: first not in pool.pids)
        assert pool.pids == [twin]
        pool.submit("a", pid)
        assert sorted_outcomes(pool)["a"].value == twin
    assert not alive(twin)


def test_what_starts_threads_is_not_forked() -> None:
    with WorkerPool(2, shared=[start_a_thread]) as pool:
        pool.start()
        for i in range(6):
            pool.submit(i, double, i)
        outcomes = sorted_outcomes(pool)
        assert [outcomes[i].value for i in range(6)] == [0, 2, 4, 6, 8, 10]
        assert {parent_of(process) for process in pool.pids} == {os.getpid()}
