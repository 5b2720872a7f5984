"""Publishing that is interrupted leaves the old files or the new ones, never half of one."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from small_edition import EDITION, STORIES

Publish = Callable[..., Path]
HERE = Path(__file__).parent

# Publishes two editions in turn, for ever: two stories, three stories.
FLIP = """
import sys
from datetime import datetime, UTC
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from small_edition import EDITION, STORIES
from audioedition.publishing import publish
print("ready", flush=True)
while True:
    for stories in (STORIES[:2], STORIES):
        publish(Path(sys.argv[2]), stories, EDITION, built=datetime(2026, 11, 22, tzinfo=UTC))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")
def test_a_killed_build_leaves_whole_files(published: Publish) -> None:
    output = published()
    chance = random.Random(1)
    for _ in range(5):
        run = subprocess.Popen([sys.executable, "-c", FLIP, HERE, output], stdout=subprocess.PIPE)
        with run:
            assert run.stdout is not None
            assert run.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0.005, 0.06))
            run.send_signal(signal.SIGKILL)
        titles = [e.text for e in etree.parse(output / "feed.xml").iterfind(".//item/title")]
        assert titles in ([s.title for s in STORIES], [s.title for s in STORIES[:2]])
        assert len(json.loads((output / "feed.json").read_text())["items"]) in (2, 3)
        assert (output / "index.html").read_bytes().endswith(b"</html>\n")


FULL = """
import resource, sys
from datetime import datetime, UTC
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from small_edition import EDITION, STORIES
from audioedition.errors import PublishingError
from audioedition.publishing import publish
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    publish(Path(sys.argv[2]), STORIES[:2], EDITION, built=datetime(2026, 11, 22, tzinfo=UTC))
except PublishingError as e:
    print(e)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits file sizes with setrlimit")
def test_a_disk_that_takes_no_more_is_said_and_costs_nothing(published: Publish) -> None:
    output = published()
    before = {p: p.read_bytes() for p in output.rglob("*") if p.is_file()}
    done = subprocess.run([sys.executable, "-c", FULL, HERE, output], capture_output=True, text=True)
    assert "could not be written" in done.stdout
    assert "is there room on the disk" in done.stdout
    after = {p: p.read_bytes() for p in output.rglob("*") if p.is_file()}
    changed = {p.name for p in after if after[p] != before.get(p)}
    assert changed <= {"playlist.m3u8"}  # small enough to be written, and whole
    assert EDITION.title in (output / "feed.xml").read_text(encoding="utf-8")
