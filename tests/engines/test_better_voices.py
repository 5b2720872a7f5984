"""What would sound better in a language than what is there, and how to get it."""

from __future__ import annotations

from pathlib import Path

import pytest

from audioedition import engines
from audioedition.cli import main
from audioedition.engines import better_voices
from audioedition.model import Voice
from edition_files import tone_project

KOKORO, LANGUAGES = "pip install 'audioedition[kokoro]'", "pip install 'audioedition[languages]'"

NONE = "no voice from en_GB is installed, so that others read; to get some"


@pytest.fixture(autouse=True)
def _no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    away = {"kokoro": ("kokoro", "no_such_module"), "pico": ("languages", "no_such_module")}
    monkeypatch.setattr(engines, "_EXTRA", away)


@pytest.mark.parametrize(
    ("language", "there", "expected"),
    [
        ("fr", "system", f"voices that sound better in fr: {KOKORO}, or {LANGUAGES}"),
        ("fr_CA", "pico", f"voices that sound better in fr_CA: {KOKORO}"),
        ("de", "system", f"voices that sound better in de: {LANGUAGES}"),
        ("de", "pico", ""),
        ("en", "piper", ""),
        ("cy", "system", ""),
        (
            "en_GB",
            "hibari",
            f"no voice from en_GB is installed, so that others read; to get some: {KOKORO}, or {LANGUAGES}",
        ),
        ("en-US", "hibari", ""),
        ("en-AU", "hibari", ""),
    ],
)
def test_what_an_extra_would_bring(language: str, there: str, expected: str) -> None:
    voice = Voice(name="x", engine=there, id="x", language="en-US" if language.startswith("en") else language[:2])
    assert better_voices(language, [voice]) == expected


def test_a_region_is_served_by_any_voice_from_it() -> None:
    british = Voice("x", engine="pico", id="x", language="en-GB")
    system = Voice("y", engine="system", id="y", language="en-gb")
    heart = Voice("heart", engine="hibari", id="heart")
    assert better_voices("en-GB", [heart, british]) == ""
    assert LANGUAGES in better_voices("en-GB", [heart, system])


def test_a_build_says_it_at_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tone_project(tmp_path / "paper", {"mill.txt": "Mill turns again\n\nThe wheel turned on Monday."})
    monkeypatch.chdir(root)
    monkeypatch.setattr(engines, "better_voices", lambda language, _: f"better in {language}")
    assert main(["build", "-o", str(tmp_path / "out")]) == 0
    assert "better in en" in capsys.readouterr().err.splitlines()
