"""What a project's digest depends on."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from audioedition import engines
from audioedition.engines.tone import ToneEngine
from audioedition.project import load_project
from edition_files import tone_project


def test_another_version_of_an_engine_is_another_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = load_project(tone_project(tmp_path / "paper", {}))
    before = project.digest
    assert dataclasses.replace(project).digest == before
    monkeypatch.setattr(ToneEngine, "fingerprint", lambda self, voice: "tone 2")
    engines.fingerprint.cache_clear()
    assert dataclasses.replace(project).digest != before
    engines.fingerprint.cache_clear()
