"""The work of a build on the workers of a Dask scheduler: the same bytes, whoever dies in between."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from audioedition.errors import UsageError
from edition_files import assert_whole, command, contents, environment, run, tone_project

pytest.importorskip("distributed", reason="the extra `cluster`")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="kills by POSIX signals"),
]

STORIES = 6
PEOPLE = ("Ida Holm", "Per Lind", "Tom Barrow", "Ruth Abel", "Ada Lund", "Jean Atterbury", "Owen Prosser", "Lena Marsh")


def story(number: int) -> str:
    """A dated article, which shares a sentence with all others."""
    return (
        f"Bell number {number} rings again\n\nBy {PEOPLE[number]}\n\nMarch {number + 1}, 2025, 9:00 a.m. EST\n\n"
        f"“I had forgotten bell {number},” said {PEOPLE[-number]}.\n\nNobody had heard it for years.\n\n"
        + f"On night {number} the bell rang {number + 2} times. "
        * 3
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with some stories; nothing has been built of it."""
    return tone_project(tmp_path_factory.mktemp("cluster") / "paper", {f"{n}.txt": story(n) for n in range(STORIES)})


@pytest.fixture(scope="module")
def expected(project: Path) -> dict[str, bytes]:
    """What one machine makes of it."""
    done = run(project, "build", "--quiet", "--output", str(project / "alone"))
    assert done.returncode == 0, done.stderr
    return contents(project / "alone")


@pytest.fixture
def fresh(project: Path) -> Iterator[Path]:
    """The project with an empty cache and no output."""
    import shutil

    for name in ("cache", "output"):
        shutil.rmtree(project / name, ignore_errors=True)
    yield project


@contextlib.contextmanager
def started(project: Path, *words: str, code: str = "", **env: str) -> Iterator[subprocess.Popen[bytes]]:
    """A `dask` program in a session of its own, after some lines of `code`; it ends with all that it started."""
    program = f"{code}\nimport sys; from dask.__main__ import main; sys.argv[0] = 'dask'; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", program, *words],
        env={**environment(project), **env},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextlib.contextmanager
def scheduler(project: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A scheduler that misses a worker after two seconds, and its address."""
    file = project / "scheduler.json"
    file.unlink(missing_ok=True)
    words = ("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file))
    with started(project, *words, DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL="2s") as process:
        deadline = time.monotonic() + 60
        while not file.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        yield json.loads(file.read_text())["address"], process


def worker(project: Path, address: str, code: str = "") -> contextlib.AbstractContextManager[subprocess.Popen[bytes]]:
    return started(project, "worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", code=code)


@contextlib.contextmanager
def building(project: Path, address: str) -> Iterator[subprocess.Popen[str]]:
    """A build on the cluster at `address`, on its way."""
    process = subprocess.Popen(
        command(project, "build", "--json", "--cluster", address),
        env=environment(project),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def first_story(process: subprocess.Popen[str]) -> None:
    """Wait until a build has finished one."""
    assert process.stderr
    for line in process.stderr:
        if json.loads(line)["kind"] == "done":
            return
    raise AssertionError("it ended without a story")


def test_the_same_bytes_as_on_one_machine(fresh: Path, expected: dict[str, bytes]) -> None:
    done = run(fresh, "build", "--json", "--cluster", "local:2")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert [step["action"] for step in told["articles"]] == ["new"] * STORIES
    assert told["output"] == str(fresh / "output")
    assert contents(fresh / "output") == expected
    assert not list((fresh / "output" / ".audioedition").glob(".work-*"))
    spoken = [event for event in map(json.loads, done.stderr.splitlines()) if event["kind"] == "spoken"]
    assert sum(event["seconds"] for event in spoken) > STORIES


def test_workers_that_die_or_hang_and_others_that_join_late(fresh: Path, expected: dict[str, bytes]) -> None:
    with scheduler(fresh) as (address, _), building(fresh, address) as build, contextlib.ExitStack() as stack:
        for how in (signal.SIGKILL, signal.SIGSTOP):
            there = stack.enter_context(worker(fresh, address))
            first_story(build)
            os.kill(there.pid, how)
        stack.enter_context(worker(fresh, address))
        out, err = build.communicate(timeout=120)
        assert build.returncode == 0, err
        assert len(json.loads(out)["articles"]) == STORIES
    assert contents(fresh / "output") == expected


def test_the_scheduler_or_the_build_itself_is_killed(fresh: Path, expected: dict[str, bytes]) -> None:
    with scheduler(fresh) as (address, process), worker(fresh, address), building(fresh, address) as build:
        first_story(build)
        process.kill()
        _, err = build.communicate(timeout=120)
        assert build.returncode == 1
        last = err.splitlines()[-1]
        assert last.startswith("audioedition: the connection to the cluster at tcp://127.0.0.1:"), err
        assert not (fresh / "output" / "feed.xml").exists()
    with scheduler(fresh) as (address, _), worker(fresh, address):
        with building(fresh, address) as build:
            first_story(build)
            build.kill()
            build.wait()
        assert not (fresh / "output" / "feed.xml").exists()
        done = run(fresh, "build", "--quiet", "--cluster", address)
        assert (done.returncode, done.stderr) == (0, "")
    assert assert_whole(fresh / "output") == STORIES
    assert contents(fresh / "output") == expected


OTHER_VERSION = "import audioedition; audioedition.__version__ = '0.0.1'"
OTHER_PYTHON = "import platform; platform.python_version_tuple = lambda: ('3', '99', '0')"
WITHOUT = """
import importlib.metadata, sys
def version(name):
    raise importlib.metadata.PackageNotFoundError(name)
importlib.metadata.version = version
sys.modules['audioedition'] = None
"""


def test_workers_that_are_not_as_this_machine_get_nothing_to_do(fresh: Path, expected: dict[str, bytes]) -> None:
    with scheduler(fresh) as (address, _), contextlib.ExitStack() as stack:
        stack.enter_context(worker(fresh, address, OTHER_VERSION))
        done = run(fresh, "build", "--cluster", address)
        assert done.returncode == 1
        assert f"no worker of {address} can be used: it has audioedition 0.0.1, here is" in done.stderr
        for code in (OTHER_PYTHON, WITHOUT, ""):
            stack.enter_context(worker(fresh, address, code))
        done = run(fresh, "build", "--cluster", address)
        assert done.returncode == 0, done.stderr
    assert contents(fresh / "output") == expected


def test_one_clear_line_where_there_is_no_cluster(fresh: Path) -> None:
    done = run(fresh, "build", "--cluster", "tcp://127.0.0.1:9")
    remedy = "(start one: dask scheduler; or try --cluster local:2)"
    assert done.stderr == f"audioedition: no Dask scheduler answers at tcp://127.0.0.1:9 {remedy}\n"
    assert done.returncode == 1
    assert [path.name for path in (fresh / "output").iterdir()] == [".audioedition"]
    from audioedition.build.cluster import check_address

    for address in ("local:0", "local:", "tcp://", "10.0.0.5", "-", "tcp://a b:1"):
        with pytest.raises(UsageError, match="is no address of a cluster"):
            check_address(address)
    check_address("tls://[::1]:8786")


def test_without_the_package(fresh: Path) -> None:
    program = "import sys; sys.modules['distributed'] = None; from audioedition.cli import main; sys.exit(main())"
    words = [sys.executable, "-c", program, "-C", str(fresh), "build", "--cluster", "local:2"]
    done = subprocess.run(words, env=environment(fresh), capture_output=True, text=True)
    remedy = "(pip install 'audioedition[cluster]')"
    assert done.stderr == f"audioedition: building on a cluster needs the package distributed {remedy}\n"
    assert done.returncode == 2
