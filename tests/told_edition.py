"""A small edition with everything that pages and books have to show, built once by tones; and a browser to look."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image

from audioedition.cli.serving import server
from edition_files import run, tone_project

FERRY = """---
title: FERRY LINE SUES NATO OVER PIER
section: News
image: ferry.jpg
---

By Ida Holm

PORT ELLERY (MNS) — The ferry line sued NATO on Monday over a pier at Gull Island, and asked for $3.2bn.

“I have never been so glad to be seasick,” said Tom Barrow, 41, who had missed his own wedding.

## What comes next

“We will answer in court,” said Ann Reyes, a lawyer for NATO. “Not before.”

The next storm is expected on Thursday.
"""
SWAN = """---
title: Council buys one more swan & a <b>pond</b>
section: News
---

By Per Lind

The town council agreed on Monday, by a vote of 7 to 4, to buy a swan.

“One was lonely,” said the mayor, Ruth Abel.
"""
HERONS = """---
title: Herons win again
section: Sport
---

The Herons beat the Miners 4-2 on Sunday 🏀 before 3,000 people in Calder.
"""
SETTINGS = """author = "The Test Paper"
description = "News of Port Ellery and the islands."
[text]
captions = true
"""


def build_told_edition(folder: Path) -> Path:
    """The project with its finished output folder."""
    project = tone_project(folder / "paper", {"a.md": FERRY, "b.md": SWAN, "c.md": HERONS}, SETTINGS)
    for name in ("a", "b", "c"):
        path = project / "seeds" / f"{name}.md"
        path.write_text(
            path.read_text(encoding="utf-8").replace("---\n", "---\ndate: 2025-03-03\n", 1), encoding="utf-8"
        )
    (project / "audio" / "sound.toml").write_text('sound = "plain"\n[words]\ndisclose_in = "both"\n')
    Image.new("RGB", (640, 480), "#1f3a4d").save(project / "seeds" / "ferry.jpg")
    done = run(project, "build")
    assert done.returncode == 0, done.stderr
    return project


def words_files(project: Path) -> dict[str, dict[str, Any]]:
    """Stem -> words file."""
    return {p.stem: json.loads(p.read_text("utf-8")) for p in sorted((project / "output" / "words").glob("*.json"))}


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which `folder` is served."""
    running = server(folder)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{running.server_address[1]}/"
    finally:
        running.shutdown()
        running.server_close()
