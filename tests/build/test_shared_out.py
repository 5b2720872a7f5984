"""A story that is made alone is measured and encoded by all workers: the same bytes as by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from pathlib import Path
from typing import Any

import pytest

from audioedition.build.edition import build, find
from audioedition.machine.workers import WorkerPool
from audioedition.project import load_project
from edition_files import contents, tone_project

STORY = "The bell rings again\n\nMarch 3, 2025\n\n" + "\n\n".join(
    f"The bell rang {n} times on Monday. Nobody in the town had counted to {n} before." for n in range(2, 7)
)


@pytest.mark.parametrize("story", [STORY, "The bell rings\n\nMarch 3, 2025\n\nIt rang once.\n"])
def test_one_worker_and_two_make_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, story: str) -> None:
    kinds: list[Counter[str]] = []
    submit = WorkerPool.submit

    def noted(pool: WorkerPool, key: Hashable, *more: Any, **named: Any) -> None:
        assert isinstance(key, tuple)
        kinds[-1][str(key[0])] += 1
        submit(pool, key, *more, **named)

    monkeypatch.setattr(WorkerPool, "submit", noted)
    made = []
    for jobs in (1, 2):
        root = tone_project(tmp_path / str(jobs) / "paper", {"a.txt": story}, f"[build]\njobs = {jobs}\n")
        monkeypatch.setenv("AUDIOEDITION_CACHE", str(tmp_path / f"cache-{jobs}"))
        project = load_project(root)
        kinds.append(Counter())
        assert not build(project, find(project, []), lambda event: None).failed
        made.append(contents(root / "output"))
    assert made[0] == made[1]
    assert kinds[0]["share"] == 0
    assert kinds[1]["share"] == (4 if story is STORY else 0)


@pytest.mark.parametrize("by", ["new", "section"])
def test_what_is_said_around_the_stories_is_made_while_the_last_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    asked: list[str] = []
    submit = WorkerPool.submit

    def noted(pool: WorkerPool, key: Hashable, function: Any, *more: Any, **named: Any) -> None:
        asked.append(function.__name__)
        submit(pool, key, function, *more, **named)

    monkeypatch.setattr(WorkerPool, "submit", noted)
    monkeypatch.setenv("AUDIOEDITION_CACHE", str(tmp_path / "cache"))
    other = "---\nsection: Sport\ndate: 2025-03-04\n---\n\n# The club wins again\n\nIt won.\n"
    root = tone_project(tmp_path / "paper", {"a.txt": STORY, "b.md": other}, f'by = "{by}"\n[build]\njobs = 2\n')
    (root / "audio" / "sound.toml").write_text("[words]\nheadlines = true\n")

    def built() -> list[str]:
        asked.clear()
        project = load_project(root)
        assert not build(project, find(project, []), lambda event: None).failed
        return asked

    names = built()
    editions = 2 if by == "section" else 1
    assert names.count("get_ready") == names.count("join_whole") == editions
    before, after = names[: names.index("get_ready")], names[names.index("get_ready") :]
    assert before.count("finish") == 2, "a story's sound comes first"
    assert sorted(after) == ["get_ready"] * editions + ["join_whole"] * editions, "nothing is lacking then"
    (root / "seeds" / "a.txt").write_text(STORY.replace("7", "8"))
    assert "get_ready" not in built(), "what is said around the stories is the same"
