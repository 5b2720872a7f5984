"""With real processes: what is killed, hangs or crashes here does so in earnest."""

from __future__ import annotations

import functools
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from audioedition.errors import ReadingError, WorkerError
from audioedition.machine.workers import MOST_A_CORE, Outcome, WorkerPool, attempt, usable_cores

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals")


def double(x: int) -> int:
    return 2 * x


def fail_to_read() -> None:
    raise ReadingError("not an article", article="a.txt", line=3, remedy="look at it")


def fail_foreign() -> None:
    raise ValueError("two\nlines\x1b[31m")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def crash() -> None:
    import ctypes

    ctypes.string_at(0)


def hang() -> None:
    while True:
        signal.pause()


def leave_mark(path: str) -> None:
    with Path(path).open("a") as file:
        file.write("x")


def die_once(path: str) -> str:
    """Kills its process the first time, and works the second."""
    if not Path(path).exists():
        leave_mark(path)
        die()
    return "made it"


def hang_once(path: str) -> str:
    if not Path(path).exists():
        leave_mark(path)
        hang()
    return "made it"


def pid() -> int:
    return os.getpid()


def print_something() -> str:
    print("on standard output")
    os.write(1, b"and below Python")
    return "done"


def threads() -> str | None:
    return os.environ.get("OMP_NUM_THREADS")


def unpicklable() -> object:
    return lambda: None


class OnlyHere:
    """Comes back from a worker as something the parent can't make."""

    def __reduce__(self) -> tuple[object, ...]:
        return (int, ("not a number",))


def only_here() -> OnlyHere:
    return OnlyHere()


def sorted_outcomes(pool: WorkerPool) -> dict[object, Outcome]:
    return {outcome.key: outcome for outcome in pool.completed()}


def test_results_come_back_under_their_keys():
    with WorkerPool(2) as pool:
        for i in range(20):
            pool.submit(i, double, i)
        assert {key: o.result() for key, o in sorted_outcomes(pool).items()} == {i: 2 * i for i in range(20)}
        assert pool.outstanding == 0


def test_follow_up_tasks_while_results_come():
    with WorkerPool(1) as pool:
        pool.submit(1, double, 1)
        seen = []
        for outcome in pool.completed():
            seen.append(outcome.value)
            if outcome.value < 64:
                pool.submit(outcome.value, double, outcome.value)
        assert seen == [2, 4, 8, 16, 32, 64]


def test_lower_priority_numbers_run_first():
    with WorkerPool(1) as pool:
        for key, priority in (("late", 5), ("soon", 1), ("later", 5), ("now", -1)):
            pool.submit(key, double, 1, priority=priority)  # all while the worker starts
        assert [outcome.key for outcome in pool.completed()] == ["now", "soon", "late", "later"]


def test_our_errors_travel_as_they_are_and_others_become_one_line():
    with WorkerPool(1) as pool:
        pool.submit("ours", fail_to_read)
        pool.submit("foreign", fail_foreign)
        pool.submit("odd result", unpicklable)
        pool.submit("unreadable result", only_here)
        outcomes = sorted_outcomes(pool)
    ours = outcomes["ours"].error
    assert isinstance(ours, ReadingError)
    assert (ours.article, ours.line, ours.remedy) == ("a.txt", 3, "look at it")
    assert str(outcomes["foreign"].error) == "ValueError: two lines\\x1b[31m"
    assert isinstance(outcomes["odd result"].error, WorkerError)
    assert str(outcomes["unreadable result"].error) == "only_here returned what cannot be read: ValueError"


@pytest.mark.parametrize(("function", "signal_name"), [(die, "SIGKILL"), (crash, "SIGSEGV")])
def test_a_task_that_takes_its_process_down_twice_is_one_clear_error(function, signal_name):
    with WorkerPool(2) as pool:
        pool.submit("bad", function)
        for i in range(6):
            pool.submit(i, double, i)
        outcomes = sorted_outcomes(pool)
    assert signal_name in str(outcomes["bad"].error)
    assert function.__name__ in str(outcomes["bad"].error)
    assert [outcomes[i].value for i in range(6)] == [0, 2, 4, 6, 8, 10]


def test_a_crash_costs_a_retry_in_a_fresh_process(tmp_path):
    with WorkerPool(1) as pool:
        pool.submit("a", die_once, str(tmp_path / "mark"))
        assert sorted_outcomes(pool)["a"].result() == "made it"


def test_a_hang_costs_a_retry_in_a_fresh_process(tmp_path):
    with WorkerPool(1) as pool:
        pool.submit("a", hang_once, str(tmp_path / "mark"), timeout_s=1.0)
        assert sorted_outcomes(pool)["a"].result() == "made it"


def test_a_second_hang_is_an_error_that_names_the_time():
    start = time.monotonic()
    with WorkerPool(1) as pool:
        pool.submit("a", hang, timeout_s=0.3)
        error = sorted_outcomes(pool)["a"].error
    assert "hang took longer than 0.3 s, 2 times" in str(error)
    assert time.monotonic() - start < 20


def test_a_killed_worker_is_replaced():
    with WorkerPool(1) as pool:
        pool.submit("a", pid)
        first = sorted_outcomes(pool)["a"].value
        assert pool.pids == [first]
        os.kill(first, signal.SIGKILL)
        pool.submit("b", pid)
        assert sorted_outcomes(pool)["b"].result() != first


def test_what_a_task_prints_does_not_disturb_the_results(capfd):
    with WorkerPool(1) as pool:
        pool.submit("a", print_something)
        assert sorted_outcomes(pool)["a"].result() == "done"
    assert capfd.readouterr().out == ""


def test_workers_use_one_thread_each():
    with WorkerPool(1) as pool:
        pool.submit("a", threads)
        assert sorted_outcomes(pool)["a"].value == "1"


def test_warming_happens_before_the_first_task_and_may_fail(tmp_path):
    mark = str(tmp_path / "mark")
    with WorkerPool(1, warm=[functools.partial(leave_mark, mark), fail_foreign]) as pool:
        pool.submit("a", os.path.exists, mark)
        assert sorted_outcomes(pool)["a"].value is True


def test_leaving_stops_busy_workers_at_once():
    with WorkerPool(2) as pool:
        pool.submit("a", hang)
        pool.submit("b", double, 1)
        assert next(iter(pool.completed())).key == "b"
        pids = pool.pids
        start = time.monotonic()
    assert time.monotonic() - start < 5
    assert pids
    assert all(not alive(pid) for pid in pids)


def test_one_worker_a_usable_core():
    assert WorkerPool().jobs == usable_cores() >= 1
    assert WorkerPool(100_000).jobs == MOST_A_CORE * usable_cores(), "a machine was once filled with them"
    assert WorkerPool(3).jobs == 3


PARENT = """
import sys; sys.path[:] = {path!r}
from audioedition.machine.workers import WorkerPool
import test_workers
pool = WorkerPool(2)
pool.submit("idle", test_workers.double, 1)
pool.submit("busy", test_workers.hang)
next(iter(pool.completed()))
print(*pool.pids, flush=True)
try:
    list(pool.completed())
except KeyboardInterrupt:
    pool.close()
    print("stopped", flush=True)
"""


@pytest.fixture
def parent():
    program = PARENT.format(path=[str(Path(__file__).parent), *sys.path])
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    yield process, [int(word) for word in process.stdout.readline().split()]
    process.kill()
    process.communicate()


def test_workers_die_with_a_parent_that_is_killed(parent):
    process, pids = parent
    assert len(pids) == 2
    process.kill()
    assert gone(pids)


def test_ctrl_c_stops_everything_at_once_and_quietly(parent):
    process, pids = parent
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    out, err = process.communicate(timeout=20)
    assert (out.strip(), err) == ("stopped", "")
    assert gone(pids)


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def gone(pids: list[int]) -> bool:
    deadline = time.monotonic() + 15
    while any(map(alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not any(map(alive, pids))


def test_whatever_a_function_raises_in_this_process_is_an_error_of_ours_too():
    outcome = attempt("x", int, "no number")
    assert outcome.key == "x"
    assert isinstance(outcome.error, WorkerError)
    assert "ValueError" in str(outcome.error)
    assert attempt("y", int, "7").value == 7
