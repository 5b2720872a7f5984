"""An edition from a folder that holds every format there is: each story is in it, or is told with what can be done."""

from __future__ import annotations

import re
import shutil
from io import BytesIO
from pathlib import Path

import podcastparser
import pytest

from edition_files import LINK, assert_whole, run, tone_project

HERE = Path(__file__).parents[1] / "reading"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose folder of articles holds every example, lists of addresses, and a file of WordPerfect."""
    project = tone_project(tmp_path_factory.mktemp("mixed") / "paper", {}, 'by = "all"\n')
    shutil.copytree(HERE / "examples", project / "seeds", dirs_exist_ok=True)
    shutil.copytree(HERE / "lists", project / "seeds", dirs_exist_ok=True)
    (project / "seeds" / "addresses.urls").unlink()
    (project / "seeds" / "old.wpd").write_bytes(b"\xffWPC")
    return project


def test_everything_is_in_it_or_told(folder: Path) -> None:
    planned = run(folder, "plan")
    built = run(folder, "build")
    assert (planned.returncode, built.returncode) == (0, 0), "what holds no story by its nature is no failure"
    assert run(folder, "plan", str(folder / "seeds" / "bookmarks.html")).returncode == 1, (
        "but whoever names one wants a story of it"
    )
    for said in (planned.stdout + planned.stderr, built.stdout + built.stderr):
        for name in ("bookmarks.html", "ril_export.html"):
            assert f"{name}: is a list of 2 addresses and holds no text (fetch them with --type urls" in said
        assert "ap-item.json: is AP's account of a story, without its text (save what renditions.nitf names" in said
        assert "2 files ending in .wpd not read: save them as .odt" in said
        assert "1 file ending in .opml not read: the addresses in them are fetched with --type urls" in said
        assert "2 files ending in .csv not read" in said
        assert "Traceback" not in said
    feed = podcastparser.parse(LINK + "feed.xml", BytesIO((folder / "output" / "feed.xml").read_bytes()))
    stories = [e for e in feed["episodes"] if "edition" not in e["link"]]
    new, copies = (re.findall(rf"^{what} +(\S+): ", planned.stdout, re.M) for what in ("new", "copy"))
    assert all(f"{name}: the same story as " in built.stderr for name in copies), "one story stands in many formats"
    assert {path.name for path in (folder / "seeds").iterdir()} == {
        *(name.partition("#")[0] for name in (*new, *copies)),
        *("bookmarks.html", "ril_export.html", "ap-item.json", "feeds.opml", "pocket.csv", "instapaper.csv", "old.wpd"),
    }
    assert len({e["guid"] for e in stories}) >= len(new)
    assert len(new) + len(copies) > 50
    assert any(e["title"].startswith("The east pier is shut until Friday") for e in stories), (
        "a post's title is its text"
    )
    assert_whole(folder / "output")
