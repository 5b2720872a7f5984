"""One bit changes somewhere in the output folder: what is published is whole and the same again, or an error says why.

AUDIOEDITION_FLIPS=1500 runs the long version.
"""

from __future__ import annotations

import os
import random
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audioedition.build.edition import build, find, plan
from audioedition.build.progress import Quiet
from audioedition.errors import AudioEditionError
from audioedition.project import Project, load_project
from edition_files import contents, tone_project

FLIPS = int(os.environ.get("AUDIOEDITION_FLIPS", "16"))
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TEXTS = {
    "a.txt": "Ferry runs again\n\nBy Ida Holm\n\nThe ferry ran on Monday.\n\n“At last,” said Tom Barrow.",
    "b.txt": "Council buys a swan\n\nThe council bought a swan, by a vote of seven to four.",
}


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setenv("AUDIOEDITION_CACHE", str(tmp_path / "cache"))
    project = load_project(tone_project(tmp_path / "paper", TEXTS, "[build]\njobs = 1\n"))
    assert not build(project, find(project, []), Quiet(), now=NOW).failed
    return project


def flip(path: Path, chance: random.Random) -> None:
    """One bit, and now and then the file's time stays as it was: a disk that loses a bit tells nobody."""
    data, state = bytearray(path.read_bytes()), path.stat()
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    if len(data) < 200_000 and chance.random() < 0.5:
        os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def test_a_bit_that_flips_is_noticed_and_healed(built: Project) -> None:
    output, chance = built.output, random.Random(FLIPS)
    whole = contents(output)
    kept = shutil.copytree(output, output.parent / "kept")
    ledger = output / ".audioedition" / "ledger.sqlite"
    for number in range(FLIPS):
        published = (p for p in sorted(output.rglob("*")) if p.is_file() and ".audioedition" not in p.parts)
        files = [p for p in published if p.stat().st_size]
        path = ledger if chance.random() < 0.5 else chance.choice(files)
        flip(path, chance)
        try:
            plan(built, find(built, []))
            result = build(built, find(built, []), Quiet(), now=NOW)
            assert not result.failed, (number, path.name)
            assert contents(output) == whole, (number, path.name)
        except AudioEditionError as e:
            assert "\n" not in str(e)
            shutil.rmtree(output)
            shutil.copytree(kept, output)
