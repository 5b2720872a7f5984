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
