"""The house is kept: no function that cannot be read, no file that is too long, no room that is not in the picture."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

radon = pytest.importorskip("radon.complexity", reason="radon is in the group `lint`")

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "audioedition"
MOST_PATHS = 15
"""Cyclomatic complexity of a function as radon counts it: `and`, `or` and comprehensions included."""
MOST_LINES = 400
MOST_ROOMS = 26


def functions() -> Iterator[tuple[str, int]]:
    """`room/module.py:name` of every function and method, and its complexity."""
    for path in sorted(SOURCE.rglob("*.py")):
        for block in radon.cc_visit(path.read_text(encoding="utf-8")):
            for one in getattr(block, "methods", None) or [block]:
                name = f"{one.classname}.{one.name}" if getattr(one, "classname", None) else one.name
                yield f"{path.relative_to(SOURCE).as_posix()}:{name}", one.complexity


def test_every_function_can_be_read() -> None:
    above = {name: paths for name, paths in functions() if paths > MOST_PATHS}
    assert above == {}, "too many paths: split it"


def test_no_file_is_too_long() -> None:
    lines = {p.relative_to(SOURCE).as_posix(): p.read_bytes().count(b"\n") for p in SOURCE.rglob("*.py")}
    above = {name for name, count in lines.items() if count > MOST_LINES}
    assert above == set(), "split it"


def test_every_room_is_in_the_picture() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = project["tool"]["importlinter"]["contracts"]
    known = {room for floor in contract["layers"] for room in floor.split(" | ")}
    there = {p.stem for p in SOURCE.iterdir() if p.suffix == ".py" or (p / "__init__.py").is_file()}
    assert there - {"__init__", "__main__"} == known
    assert len(known) <= MOST_ROOMS, "a new room is a decision: does what comes out of it belong to one that is there?"
    drawn = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert [room for room in sorted(known) if room not in drawn] == []
