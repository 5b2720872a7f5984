"""An output folder with the files of a small edition, and a way to publish it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small_edition import EDITION, STORIES, cover, lay_out

from audioedition.model import Episode
from audioedition.publishing import publish
from audioedition.settings import EditionSettings


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output folder with the files of `STORIES`, as yet without feeds."""
    folder = tmp_path / "output"
    folder.mkdir()
    lay_out(folder, *STORIES)
    return folder


@pytest.fixture
def published(output: Path) -> Callable[..., Path]:
    """Publishes episodes (by default `STORIES`) into the output folder and returns it."""

    def run(episodes: tuple[Episode, ...] = STORIES, edition: EditionSettings = EDITION, **more: object) -> Path:
        more.setdefault("built", datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
        more.setdefault("cover", cover())
        publish(output, episodes, edition, **more)  # type: ignore[arg-type]
        return output

    return run
