"""What is sent where, in what order, and what goes again: a folder, another machine by rsync, and a bucket alike."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from audioedition.build.edition import ledger_path
from audioedition.build.ledger import Ledger
from audioedition.delivery import Delivery, send
from audioedition.delivery.targets import is_remote
from audioedition.errors import AudioEditionError, PublishingError
from audioedition.machine.locking import lock
from audioedition.project import Project, load_project
from bucket_server import bucket_at, reach
from edition_files import tone_project

NOW = datetime(2025, 3, 4, 6, 0, tzinfo=UTC)
OUTPUT = {
    "episodes/ferry.mp3": b"the ferry runs",
    "episodes/swan.mp3": b"one more swan",
    "transcripts/ferry.vtt": b"WEBVTT",
    "stories/ferry.html": b"<p>The ferry",
    "artwork/cover.jpg": b"\xff\xd8",
    "edition-2025-03-04.mp3": b"both",
    "index.html": b"<h1>",
    "feed.json": b"{}",
    "editions.xml": b"<rss>editions",
    "feed.xml": b"<rss>ferry, swan",
}


@dataclass
class Place:
    """A target, and a look at what is there."""

    where: str
    folder: Path | None = None
    store: Any = None

    def files(self) -> dict[str, bytes]:
        """Name -> bytes, without what was written down for the next time."""
        if self.folder:
            found = {
                p.relative_to(self.folder).as_posix(): p.read_bytes() for p in self.folder.rglob("*") if p.is_file()
            }
        else:
            root = self.where.removeprefix("s3://")
            found = {path.removeprefix(f"{root}/"): self.store.cat_file(path) for path in self.store.find(root)}
        found.pop(".audioedition.json", None)
        return found

    def holds(self, files: dict[str, bytes]) -> None:
        """Have these files there, and no others."""
        if self.folder:
            shutil.rmtree(self.folder)
            for name, data in files.items():
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                (self.folder / name).write_bytes(data)
        else:
            root = self.where.removeprefix("s3://")
            self.store.rm(list(self.store.find(root)))
            for name, data in files.items():
                self.store.pipe_file(f"{root}/{name}", data)


@pytest.fixture(params=["folder", "rsync", "s3"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """An empty place of each kind."""
    folder = tmp_path / "www"
    if request.param == "folder":
        return Place(str(folder), folder)
    if request.param == "rsync":
        if not shutil.which("rsync"):
            pytest.skip("rsync is not installed")
        shell = tmp_path / "shell"  # in the place of ssh: rsync's other half runs on this machine
        shell.write_text('#!/bin/sh\nwhile [ "$1" != paper.example ]; do shift; done\nshift\nexec sh -c "$*"\n')
        shell.chmod(0o755)
        monkeypatch.setenv("RSYNC_RSH", str(shell))
        return Place(f"ann@paper.example:{folder}", folder)
    reach(request.getfixturevalue("bucket_server"), monkeypatch)
    import s3fs

    store = s3fs.S3FileSystem(use_listings_cache=False, skip_instance_cache=True)
    return Place(f"{bucket_at(tmp_path.name)}/audio", store=store)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with an output folder as a build might leave it: two stories, known to its ledger."""
    project = load_project(tone_project(tmp_path / "paper", {}))
    for name, data in OUTPUT.items():
        change(project, {name: data})
    with Ledger(ledger_path(project)) as ledger:
        for name in ("ferry", "swan"):
            slug = ledger.assign(name, name, now=NOW - timedelta(days=1)).slug
            for path in list(project.output.rglob(f"{name}.*")):
                path.rename(path.with_name(path.name.replace(name, slug)))
    return project


def change(project: Project, files: dict[str, bytes | None]) -> None:
    for name, data in files.items():
        path = project.output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True) if data is None else path.write_bytes(data)


def published(project: Project) -> dict[str, bytes]:
    files = [path for path in project.output.rglob("*") if path.is_file()]
    names = {path.relative_to(project.output).as_posix(): path for path in files}
    return {name: path.read_bytes() for name, path in names.items() if not name.startswith(".")}


def sound(project: Project, slug: str) -> str:
    (path,) = (project.output / "episodes").glob(f"*{slug}.mp3")
    return path.relative_to(project.output).as_posix()


def test_everything_comes_and_nothing_comes_twice(project: Project, place: Place) -> None:
    first = send(project, place.where, NOW)
    assert place.files() == published(project)
    assert sorted(first.sent) == sorted(published(project))
    assert first.sent[-4:] == ["index.html", "feed.json", "editions.xml", "feed.xml"], "what names others comes last"
    assert send(project, place.where, NOW) == Delivery(place.where)
    if place.store:
        types = {n: place.store.info(f"{place.where}/{n}")["ContentType"] for n in ("feed.xml", sound(project, "swan"))}
        assert list(types.values()) == ["application/rss+xml; charset=utf-8", "audio/mpeg"]


def test_only_what_changed_and_old_sound_for_its_time(project: Project, place: Place) -> None:
    send(project, place.where, NOW)
    old = sound(project, "ferry")
    new = old.replace(".mp3", "-r2.mp3")
    change(project, {old: None, new: b"corrected", "feed.xml": b"<rss>ferry-r2, swan"})
    (project.output / "index.html").touch()
    later = send(project, place.where, NOW + timedelta(days=1))
    assert (later.sent, later.removed, later.waiting) == ([new, "feed.xml"], [], 1)
    assert place.files() == {**published(project), old: b"the ferry runs"}
    almost = send(project, place.where, NOW + timedelta(days=7, hours=23))
    assert (almost.sent, almost.removed, almost.waiting) == ([], [], 1)
    last = send(project, place.where, NOW + timedelta(days=8))
    assert (last.removed, last.waiting) == ([old], 0)
    assert place.files() == published(project)


def test_what_is_withdrawn_goes_at_once_and_edition_files_with_it(project: Project, place: Place) -> None:
    send(project, place.where, NOW)
    with Ledger(ledger_path(project)) as ledger:
        ledger.remove_missing({"ferry"}, now=NOW + timedelta(hours=1))
    gone = [sound(project, "swan"), "edition-2025-03-04.mp3"]
    change(project, {**dict.fromkeys(gone), "edition-2025-03-04-r2.mp3": b"one", "feed.xml": b"<rss>ferry"})
    done = send(project, place.where, NOW + timedelta(hours=2))
    assert done.removed == sorted(gone)
    assert place.files() == published(project)


def test_what_others_put_there_stays_and_what_they_changed_is_sent_again(project: Project, tmp_path: Path) -> None:
    www = tmp_path / "www"
    send(project, str(www), NOW)
    (www / "robots.txt").write_text("User-agent: *\n")
    (www / "feed.xml").write_text("cut sho")
    assert send(project, str(www), NOW).sent == ["feed.xml"]
    (www / "feed.xml").unlink()
    (www / ".audioedition.json").write_text("[[[")
    send(project, str(www), NOW)
    assert (www / "robots.txt").exists()
    (www / "robots.txt").unlink()
    assert Place("", www).files() == published(project)


def test_somebody_else_s_page_is_not_replaced(project: Project, place: Place) -> None:
    send(project, place.where, NOW)
    mine = {**published(project), "index.html": b"mine"}
    for name, theirs in (("index.html", b"mine"), ("feed.xml", b"<rss>mine")):
        place.holds({name: theirs})
        with pytest.raises(PublishingError, match=f"there is a {name} that no build of this edition made"):
            send(project, place.where, NOW)
        assert place.files() == {name: theirs}
    place.holds({**mine, "feed.xml": b"<rss><generator>audioedition"})  # an edition that was put there by hand
    send(project, place.where, NOW)
    assert place.files() == published(project)


def test_cut_off_in_the_middle_the_old_feed_stays(project: Project, tmp_path: Path) -> None:
    www = tmp_path / "www"
    send(project, str(www), NOW)
    before = Place("", www).files()
    change(project, {"episodes/new.mp3": b"new", "words/new.json": b"{}", "feed.xml": b"<rss>new"})
    (www / "words").write_text("in the way")
    with pytest.raises(PublishingError, match="cannot be written"):
        send(project, str(www), NOW)
    now = Place("", www).files()
    assert {name: now[name] for name in before} == before
    (www / "words").unlink()
    send(project, str(www), NOW)
    assert Place("", www).files() == published(project)
    change(project, {"episodes/new.mp3": None, "words/new.json": None, "feed.xml": b"<rss>"})
    assert send(project, str(www), NOW).waiting == 2, "what was sent before it was cut off is not forgotten"


def test_one_clear_line(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bucket_server: str) -> None:
    def problem(where: str) -> str:
        with pytest.raises(AudioEditionError) as caught:
            send(project, where, NOW)
        assert "\n" not in str(caught.value)
        return str(caught.value)

    reach(bucket_server, monkeypatch)
    assert problem("s3://no-such-bucket/audio").startswith("s3://no-such-bucket/audio cannot be used: ")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    assert problem("s3://paper/audio").startswith("s3://paper/audio cannot be used: ")
    assert "install the package that fsspec needs for nowhere" in problem("nowhere://paper")
    assert "into itself" in problem(str(project.output / "www"))
    assert "into itself" in problem(str(project.settings.root))
    (tmp_path / "file").touch()
    assert "cannot be written" in problem(str(tmp_path / "file"))
    with lock(project.output):
        assert "another build" in problem(str(tmp_path / "www"))
    if shutil.which("rsync"):
        monkeypatch.setenv("RSYNC_RSH", "false")
        assert problem("paper.example:www").startswith("paper.example:www/ cannot be written: ")
    (project.output / "feed.xml").unlink()
    assert "no finished edition" in problem(str(tmp_path / "www"))


@pytest.mark.parametrize(
    ("where", "remote"),
    [
        ("ann@paper.example:www", True),
        ("paper:/srv/www", True),
        ("C:\\www", False),
        ("C:/www", False),
        ("./a:b", False),
    ],
)
def test_what_is_meant_for_rsync(where: str, remote: bool) -> None:
    assert is_remote(where) is remote
