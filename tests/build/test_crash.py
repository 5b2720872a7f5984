"""Killed at any moment, the output folder holds whole files; the next build goes on, to the same end.

KILLS in the environment sets how often (default 4; 50 make a thorough run, of some minutes).
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from edition_files import assert_whole, command, contents, environment, run, tone_project

KILLS = int(os.environ.get("KILLS", "4"))
ARTICLES = 8

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="kills by POSIX signals"),
]


def story(number: int, edition: int = 0) -> str:
    """A dated article; every fifth is longer, and every other one changes with the edition."""
    night = f"On night {number} of edition {edition * (number % 2)} the bell rang {number + 2} times. "
    return (
        f"Bell number {number} rings again\n\nBy Ada Lund\n\nMarch {number % 28 + 1}, 2025, 9:00 a.m. EST\n\n"
        f"“I had forgotten bell {number},” said Jean Atterbury.\n\n" + night * (15 if number % 5 == 0 else 3)
    )


def write_edition(project: Path, edition: int, count: int = ARTICLES) -> None:
    for number in range(count):
        (project / "seeds" / f"{number:02}.txt").write_text(story(number, edition), encoding="utf-8")


def kill_after(project: Path, seconds: float, jobs: int) -> bool:
    """Start a build and kill its main process after a while; False when it had ended by itself."""
    process = subprocess.Popen(
        command(project, "build", "--quiet", "--jobs", str(jobs)),
        env=environment(project),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        process.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True


def test_a_build_that_is_killed_again_and_again_ends_as_one_that_is_not(tmp_path: Path) -> None:
    calm = tone_project(tmp_path / "calm" / "paper", {})
    shaken = tone_project(tmp_path / "shaken" / "paper", {})
    seed = int(os.environ.get("KILL_SEED", time.time_ns() % 10_000))
    moments = random.Random(seed)
    killed = edition = 0
    while killed < KILLS:
        edition += 1
        for project in (calm, shaken):
            write_edition(project, edition)
        began = time.monotonic()
        assert run(calm, "build", "--jobs", "2").returncode == 0
        length = time.monotonic() - began  # of this build: on a busy machine the longest so far is far too long
        before = assert_whole(shaken / "output") if (shaken / "output" / "feed.xml").exists() else 0
        struck, left = True, length
        while struck and killed < KILLS:
            moment = moments.uniform(length / 8, left)  # before that, Python has hardly started
            killed += (struck := kill_after(shaken, moment, moments.choice([1, 2])))
            left = max(left - moment / 3, length / 2)  # what has been made stays: the next build has less to do
            if (shaken / "output" / "feed.xml").exists():
                assert assert_whole(shaken / "output") >= before, f"KILL_SEED={seed}"
        done = run(shaken, "build", "--jobs", "1")
        assert done.returncode == 0, done.stderr
        assert assert_whole(shaken / "output") == ARTICLES
        wanted, found = contents(calm / "output"), contents(shaken / "output")
        assert sorted(wanted) == sorted(found), f"KILL_SEED={seed}"
        different = [name for name in wanted if wanted[name] != found.get(name)]
        assert different == [], f"KILL_SEED={seed}"
        print(f"{killed} kills in {edition} editions, KILL_SEED={seed}")


def test_what_a_cut_off_build_let_go_of_stays_or_goes_as_ever(tmp_path: Path) -> None:
    """Cut off after the stories were finished and before the feed: the next build knows what yesterday's feed named."""
    project = tone_project(tmp_path / "paper", {f"{i}.txt": story(i) for i in range(4)})
    output, page = project / "output", project / "output" / "index.html"
    assert run(project, "build").returncode == 0
    named = {path.name for path in output.rglob("*.mp3")}
    (project / "seeds" / "1.txt").write_text(story(1, edition=1), encoding="utf-8")

    def cut_off() -> None:
        page.unlink()
        page.mkdir()
        assert run(project, "build").returncode == 1
        page.rmdir()
        assert run(project, "build").returncode == 0

    cut_off()
    after = {path.name for path in output.rglob("*.mp3")}
    assert len(after) == len(named) + 2, "a corrected story, and the edition with it"
    assert after > named

    (project / "seeds" / "3.txt").unlink()
    cut_off()
    left = {path.name for path in output.rglob("*.mp3")}
    assert not [name for name in left if "bell-number-3" in name or (name in after and name.startswith("edition-"))]
    assert {name for name in left if "bell-number-1" in name} == {name for name in after if "bell-number-1" in name}


def started(project: Path) -> subprocess.Popen[str]:
    """A build by two workers, whose lines can be read as they come."""
    return subprocess.Popen(
        command(project, "build", "--jobs", "2"),
        env=environment(project),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_killed_workers_are_replaced(tmp_path: Path) -> None:
    project = tone_project(tmp_path / "paper", {f"{i:02}.txt": story(i) for i in range(ARTICLES)})
    process = started(project)
    assert process.stderr
    killed = 0
    for line in process.stderr:  # one a finished article: workers are at work
        if line.startswith("[") and not killed:
            for worker in children(process.pid)[:1]:
                os.kill(worker, signal.SIGKILL)
                killed += 1
    assert process.wait(120) == 0
    assert killed == 1
    assert assert_whole(project / "output") == ARTICLES


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ctrl_c_stops_at_once_and_the_next_build_goes_on(tmp_path: Path, number: signal.Signals) -> None:
    project = tone_project(tmp_path / "paper", {f"{i:02}.txt": story(i) for i in range(ARTICLES)})
    process = started(project)
    assert process.stderr
    process.stderr.readline()
    workers = children(process.pid)
    process.send_signal(number)
    began = time.monotonic()
    assert process.wait(20) == 128 + number
    assert time.monotonic() - began < 10
    rest = process.stderr.read()
    assert "Traceback" not in rest
    assert "stopped" in rest
    assert not [worker for worker in workers if Path(f"/proc/{worker}").exists()]
    assert run(project, "build").returncode == 0
    assert assert_whole(project / "output") == ARTICLES


def children(pid: int) -> list[int]:
    """Processes that this one has started (Linux: a small machine has no `ps`)."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it has ended meanwhile
            number, _, rest = stat.read_text().partition(" ")
            if int(rest.rpartition(")")[2].split()[1]) == pid:
                found.append(int(number))
    return found
