"""A project folder from a stranger is safe to build: nothing outside it is read, written or published."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from audioedition.build.edition import build, find
from audioedition.build.progress import Quiet
from audioedition.engines import load_voices
from audioedition.errors import AudioEditionError, SettingsError, UsageError
from audioedition.project import load_project
from audioedition.settings import load_settings
from edition_files import run, tone_project

SECRET = "The combination of the safe is eleven, four, nineteen, and nobody may know it."


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AUDIOEDITION_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text(SECRET)
    return tone_project(tmp_path / "paper", {"a.txt": "The ferry runs again.\n\nIt ran."}, "[build]\njobs = 1\n")


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("edition", 'output = "/"'),
        ("edition", 'output = "/etc"'),
        ("edition", 'output = "../outside"'),
        ("edition", 'output = "~/public"'),
        ("edition", 'output = "."'),
        ("edition", 'seeds = "../outside"'),
        ("edition", 'seeds = "link"'),
        ("edition", 'cast = "/etc/passwd"'),
        ("edition", 'cover = "/usr/share/pixmaps/any.png"'),
        ("build", 'cache = "../outside/cache"'),
    ],
)
def test_settings_name_no_place_outside(paper: Path, table: str, line: str) -> None:
    (paper / "link").symlink_to(paper.parent / "outside")
    (paper / "edition.toml").write_text(f"[{table}]\n{line}\n")
    with pytest.raises(SettingsError, match=r"lies outside the project|is the project itself"):
        load_settings(paper)


def test_the_command_line_may_name_any(paper: Path) -> None:
    settings = load_settings(paper, {"edition": {"output": str(paper.parent / "outside" / "site")}})
    assert settings.edition.output.endswith("site")


def link(paper: Path) -> None:
    (paper / "seeds" / "b.txt").symlink_to(paper.parent / "outside" / "secret.txt")


def sound(paper: Path) -> None:
    (paper / "audio" / "sound.toml").write_text('[sounds]\nident = "../../outside/secret.txt"\n')


@pytest.mark.parametrize("trick", [link, sound], ids=lambda trick: trick.__name__)
def test_nothing_outside_is_read(paper: Path, trick: Callable[[Path], None]) -> None:
    trick(paper)
    project = load_project(paper)
    result = build(project, find(project, []), Quiet())
    assert result.failed
    published = b"".join(p.read_bytes() for p in project.output.rglob("*") if p.is_file())
    assert b"combination" not in published


def test_a_model_outside_is_no_voice(paper: Path) -> None:
    (paper / "voices" / "x.toml").write_text('engine = "piper"\nid = "x"\n[options]\nmodel = "../../outside/x.onnx"\n')
    with pytest.raises(SettingsError, match="outside the project"):
        load_voices(paper)


def test_a_folder_of_somebody_else_is_left_alone(paper: Path) -> None:
    output = paper.parent / "home" / "site"
    (output / ".audioedition").mkdir(parents=True)
    (output / "index.html").write_text("mine")
    project = load_project(paper, {"edition": {"output": str(output)}})
    with pytest.raises(UsageError, match="which no build of this edition made"):
        build(project, find(project, []), Quiet())
    assert (output / "index.html").read_text() == "mine"
    for place in ("/", "/etc", str(paper), str(paper.parent), str(paper.parent / "home")):
        project = load_project(paper, {"edition": {"output": place}})
        with pytest.raises(UsageError, match=r"no folder for an edition|holds other things"):
            build(project, find(project, []), Quiet())


@pytest.mark.parametrize(
    "text",
    ["x = " + "[" * 5000, "x = " + "9" * 5000, "a" + ".a" * 5000 + " = 1", '[edition]\ntimezone = "../../etc/passwd"'],
    ids=["deep", "long number", "deep key", "zone"],
)
def test_settings_of_any_shape_are_one_line(paper: Path, text: str) -> None:
    (paper / "edition.toml").write_text(text)
    done = run(paper, "build")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_settings_with_any_byte_changed(paper: Path) -> None:
    """Either they are as good as before, or one line says what is wrong."""
    whole = (paper / "edition.toml").read_bytes()
    chance = random.Random(18)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 3])):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        (paper / "edition.toml").write_bytes(data)
        try:
            load_settings(paper)
        except AudioEditionError as e:
            assert "\n" not in str(e)


@pytest.mark.parametrize("closed", ["2>&-", "2>/dev/full", ">&- 2>&-", "2>&1 | head -1", "--json | head -1"])
def test_a_build_that_nobody_listens_to_is_a_whole_build(paper: Path, closed: str) -> None:
    done = run(
        paper,
        "build",
        *[a for a in closed.split() if a == "--json"],
        before=["sh", "-c", f'"$@" {closed.removeprefix("--json ")}', "sh"],
    )
    assert "Traceback" not in done.stderr + done.stdout
    assert len(json.loads((paper / "output" / "feed.json").read_text())["items"]) == 1
