"""The units for systemd in docs/watching.md are such that systemd takes them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

DOCUMENT = Path(__file__).parents[2] / "docs" / "watching.md"


def test_systemd_takes_them(tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not installed")
    text = DOCUMENT.read_text(encoding="utf-8")
    units = re.findall(r"(?m)^    \[Unit\]\n(?:(?:    .*)?\n)+?(?=\S)", text)
    assert len(units) == 2
    files = [tmp_path / "audioedition.service", tmp_path / "audioedition.timer"]
    for file, unit in zip(files, units, strict=True):
        unit = re.sub(r"(?m)^    ", "", unit).replace("/srv/venv/bin/audioedition", "/bin/true")
        file.write_text(unit.replace("User=paper", "User=root"), encoding="utf-8")
    done = subprocess.run(["systemd-analyze", "verify", *map(str, files)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
