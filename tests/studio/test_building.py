"""Builds of the studio: the next one is loaded already, and knows nothing of an older project."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from audioedition.build.edition import published
from audioedition.project import load_project
from audioedition.studio.building import Command
from edition_files import tone_project

STORY = "Ferry runs again\n\nBy Ida Holm\n\nThe ferry ran on Monday for the first time in a week.\n"


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AUDIOEDITION_CACHE", str(tmp_path / "cache"))
    return tone_project(tmp_path / "paper", {"ferry.txt": STORY}, "[build]\njobs = 1\n")


@pytest.fixture
def command(paper: Path) -> Iterator[Command]:
    found = Command(paper, lambda: None)
    yield found
    found.close()


def built(command: Command, *, waits: bool = True) -> str:
    """The last words of one build; afterwards the process for the next one waits."""
    before = command.waiting
    command.start("build", "--json")
    if before:
        assert command.waiting == 0, "it was the one that waited"
    while command.state["running"] or (waits and not command.waiting):
        time.sleep(0.02)
    return str(command.state["said"])


def test_the_next_build_waits_and_reads_what_has_changed(paper: Path, command: Command) -> None:
    assert built(command) == "Built: 1 made."
    (paper / "seeds" / "ferry.txt").write_text(STORY.replace("again", "at last"), encoding="utf-8")
    assert built(command) == "Built: 1 made."
    settings = paper / "edition.toml"
    settings.write_text(settings.read_text().replace("The Test Paper", "Another Paper"), encoding="utf-8")
    assert built(command) == "Built: 1 made."
    assert [episode.title for episode in published(load_project(paper))] == ["Ferry runs at last"]
    assert "<title>Another Paper</title>" in (paper / "output" / "feed.xml").read_text(encoding="utf-8")
    settings.write_text("[edition\n", encoding="utf-8")
    assert "edition.toml cannot be read" in built(command, waits=False)


def test_one_that_has_gone_is_replaced_and_none_is_left(paper: Path, command: Command) -> None:
    assert built(command) == "Built: 1 made."
    assert command._waiting
    command._waiting[1].terminate()
    command._waiting[1].wait(60)
    (paper / "seeds" / "ferry.txt").write_text(STORY.replace("again", "at last"), encoding="utf-8")
    assert built(command) == "Built: 1 made."
    process = command._waiting[1]
    command.close()
    assert process.poll() is not None
