"""Workers that outlive a build: the same bytes, no second start, and nothing that they remember of an older project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from audioedition.build.edition import Result, build, find
from audioedition.build.progress import Quiet
from audioedition.build.standing import IDLE_S, Workers, get_ready
from audioedition.project import forget_projects, load_project
from edition_files import contents, run, tone_project

STORY = (
    "Ferry runs again\n\nBy Ida Holm\n\nMarch 2, 2025\n\nThe ferry ran on Monday.\n\n“It did,” said Jean Atterbury.\n"
)


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AUDIOEDITION_CACHE", str(tmp_path / "cache"))
    return tone_project(tmp_path / "paper", {"ferry.txt": STORY}, "[build]\njobs = 1\n")


@pytest.fixture
def workers() -> Iterator[Workers]:
    with Workers() as found:
        yield found


def made(paper: Path, workers: Workers) -> Result:
    """One more build, as after a change of any file."""
    forget_projects()
    project = load_project(paper)
    result = build(project, find(project, []), Quiet(), workers=workers)
    assert not result.failed
    return result


def test_the_next_build_has_the_same_workers_and_makes_the_same_bytes(paper: Path, workers: Workers) -> None:
    made(paper, workers)
    first = workers.pids
    assert len(first) == 1
    (paper / "seeds" / "ferry.txt").write_text(STORY + "\nNobody fell in.\n", encoding="utf-8")
    made(paper, workers)
    assert workers.pids == first
    again = tone_project(paper.parent / "again", {"ferry.txt": STORY}, "[build]\njobs = 1\n")
    assert run(again, "build").returncode == 0
    (again / "seeds" / "ferry.txt").write_text(STORY + "\nNobody fell in.\n", encoding="utf-8")
    assert run(again, "build").returncode == 0
    assert contents(paper / "output") == contents(again / "output")


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (
            "edition.toml",
            '[edition]\ntitle = "Another Paper"\nlink = "https://paper.example/"\n[build]\njobs = 1\n',
        ),
        ("audio/sound.toml", 'sound = "plain"\n[sounds]\nroom_tone_db = -55\n'),
    ],
)
def test_a_change_of_the_project_has_others_work(paper: Path, workers: Workers, file: str, text: str) -> None:
    made(paper, workers)
    first = workers.pids
    (paper / file).write_text(text, encoding="utf-8")
    made(paper, workers)
    assert not set(workers.pids) & set(first)


def test_they_are_let_go_when_nobody_needs_them_and_wake_for_the_next_build(paper: Path, workers: Workers) -> None:
    workers.rest(0.0)
    made(paper, workers)
    first = workers.pids
    for now in (IDLE_S, 1.5 * IDLE_S):
        workers.rest(now)
        assert workers.pids == first
    workers.rest(2 * IDLE_S)
    assert workers.pids == []
    workers.wake(load_project(paper))
    assert len(workers.pids) == 1
    workers.rest(9 * IDLE_S)
    assert len(workers.pids) == 1, "somebody is about to build"


def test_a_worker_that_was_woken_serves_the_build(paper: Path, workers: Workers) -> None:
    made(paper, workers)
    workers.close()
    project = load_project(paper)
    assert project.language_open
    get_ready(project, find(project, []), workers)
    first = workers.pids
    assert len(first) == 1
    (paper / "seeds" / "ferry.txt").write_text(STORY + "\nNobody fell in.\n", encoding="utf-8")
    made(paper, workers)
    assert workers.pids == first


def test_an_error_ends_them(paper: Path, workers: Workers) -> None:
    with pytest.raises(KeyboardInterrupt), workers.hired(load_project(paper)):
        raise KeyboardInterrupt
    assert workers.pids == []
