"""No wait without an end: a worker that is stopped, or does not read, holds nobody up."""

from __future__ import annotations

import os
import signal
import time

import pytest

from audioedition.errors import WorkerError
from audioedition.machine.workers import WorkerPool

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="processes are not stopped here")


def test_a_worker_that_is_stopped_in_its_task() -> None:
    with WorkerPool(1, attempts=1) as pool:
        pool.submit("ready", len, "x")
        assert next(iter(pool.completed())).value == 1
        (pid,) = pool.pids
        pool.submit("stopped", time.sleep, 60, timeout_s=0.3)
        os.kill(pid, signal.SIGSTOP)
        (outcome,) = pool.completed()
        assert isinstance(outcome.error, WorkerError)
        assert "longer than 0.3 s" in outcome.error.problem


def test_a_worker_that_does_not_read_what_it_is_given() -> None:
    """More than a pipe holds: whoever writes it must not wait for a process that has been stopped."""
    with WorkerPool(1, attempts=1) as pool:
        pool.submit("ready", len, "x")
        assert next(iter(pool.completed())).value == 1
        os.kill(pool.pids[0], signal.SIGSTOP)
        pool.submit("large", len, b"x" * 5_000_000, timeout_s=0.3)
        (outcome,) = pool.completed()
        assert isinstance(outcome.error, WorkerError)
