"""The documents say what is so: settings, and the commands of the README."""

from __future__ import annotations

import dataclasses
import json
import re
import tomllib
from pathlib import Path

import pytest

from audioedition.cli import parser
from audioedition.settings import Settings

ROOT = Path(__file__).parent.parent
TABLES = [f for f in dataclasses.fields(Settings) if f.name != "root"]


def documented_keys(table: str) -> dict[str, str]:
    """Key -> default of the section `## [table]` in docs/settings.md."""
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    section = text.split(f"\n## [{table}]\n", 1)[1].split("\n## ", 1)[0]
    return dict(re.findall(r"^\| `(\w+)` \| `(.*?)` \|", section, re.MULTILINE))


@pytest.mark.parametrize("table", TABLES, ids=lambda f: f.name)
def test_every_setting_is_documented_with_its_default(table: dataclasses.Field[object]) -> None:
    defaults = table.default
    assert dataclasses.is_dataclass(defaults)
    real = {f.name: json.dumps(getattr(defaults, f.name)) for f in dataclasses.fields(defaults)}
    assert documented_keys(table.name) == real


def test_no_table_is_documented_that_does_not_exist() -> None:
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert re.findall(r"^## \[(\w+)\]$", text, re.MULTILINE) == [f.name for f in TABLES]


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = [
        *project["project"]["dependencies"],
        *(name for extra in project["project"]["optional-dependencies"].values() for name in extra),
        *(name for group in project["dependency-groups"].values() for name in group),
        *project["build-system"]["requires"],
    ]
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| `([\w-]+)`", text, re.MULTILINE))
    assert {re.split(r"[<>=;\[ ]", name)[0] for name in named} == explained


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (commands,) = (action for action in parser()._actions if hasattr(action, "choices") and action.choices)
    assert [name for name in commands.choices or () if f"audioedition {name}" not in readme] == []


def test_links_between_documents_lead_somewhere() -> None:
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "benchmarks").glob("*.md")]
    broken = [
        (document.name, target)
        for document in documents
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text(encoding="utf-8"))
        if not (document.parent / target).exists()
    ]
    assert broken == []
