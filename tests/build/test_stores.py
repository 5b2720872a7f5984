"""Editions in object storage: in memory and on an S3 of this machine they are what they are in a folder."""

from __future__ import annotations

import contextlib
import http.server
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import fsspec
import pytest

from audioedition.build import stores
from audioedition.build.edition import build, find, ledger_path
from audioedition.build.ledger import FOLDER, Ledger
from audioedition.build.progress import Quiet
from audioedition.build.stores import LOCK, MANIFEST, stored
from audioedition.errors import AudioEditionError, BuildLockedError, PublishingError, SettingsError
from audioedition.machine import leases, objects
from audioedition.machine.cache import ClipCache, open_cache
from audioedition.machine.leases import Lease
from audioedition.machine.objects import Objects
from audioedition.machine.shared_cache import SharedCache
from audioedition.project import Project, forget_projects, load_project
from audioedition.settings import load_settings
from bucket_server import bucket_at, reach
from edition_files import MOMENTS, contents, environment, run, tone_project

NOW = datetime(2025, 3, 4, 6, 0, tzinfo=UTC)
FERRY = "The ferry runs again\n\nBy Ada Lund\n\nMarch 3, 2025\n\nThe ferry runs.\n"
SWAN = "One more swan\n\nBy Ada Lund\n\nMarch 2, 2025\n\nOne more swan has come.\n"


@pytest.fixture
def server(bucket_server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    reach(bucket_server, monkeypatch)
    return bucket_server


@pytest.fixture(params=["memory", "s3"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty place of each kind."""
    if request.param == "memory":
        fsspec.filesystem("memory").store.clear()
        return f"memory://{tmp_path.name}/audio"
    request.getfixturevalue("server")
    return f"{bucket_at(tmp_path.name)}/audio"


@dataclass
class Desk:
    """A machine that builds the paper into the store: a copy of the project, a folder of its own."""

    home: Path
    where: str
    patch: pytest.MonkeyPatch

    def project(self) -> Project:
        self.patch.setenv("AUDIOEDITION_CACHE", str(self.home / "cache"))
        paper = self.home / "paper"
        if not paper.is_dir():
            tone_project(paper, {})
        forget_projects()
        return load_project(paper, {"edition": {"output": self.where}})

    def build(self, files: dict[str, bytes], removed: Callable[[Ledger], None] = lambda ledger: None) -> list[str]:
        """What a build does there, without the sound: these are the published files now. Returns what was said."""
        project, said = self.project(), list[str]()
        with stored(project, said.append):
            with Ledger(ledger_path(project)) as ledger:
                ledger.remember(numbers=len(files))
                removed(ledger)
            for path in published(project.output):
                if path not in files:
                    (project.output / path).unlink()
            for name, data in files.items():
                (project.output / name).parent.mkdir(parents=True, exist_ok=True)
                if not (project.output / name).is_file() or (project.output / name).read_bytes() != data:
                    (project.output / name).write_bytes(data)
        return said


@pytest.fixture
def desks(tmp_path: Path, where: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Desk, Desk]]:
    """Two machines with one store."""
    monkeypatch.setattr(leases, "BEAT_S", 0.2)
    monkeypatch.setattr(leases, "PATIENCE_S", 0.6)
    yield Desk(tmp_path / "ann", where, monkeypatch), Desk(tmp_path / "ben", where, monkeypatch)


def published(output: Path) -> list[str]:
    files = [path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()]
    return [name for name in files if not name.startswith(".")]


def there(where: str) -> dict[str, bytes]:
    """What listeners find in the store."""
    store = Objects(where)
    return store.read_all([name for name in store.find() if not name.startswith(".")])


def edition(*stories: str, feed: str) -> dict[str, bytes]:
    """Published files of an edition: sounds, pages and a feed that names them."""
    files = {f"episodes/{name}.mp3": f"sound of {name}".encode() for name in stories}
    files |= {f"stories/{name}.html": f"page of {name} in {feed}".encode() for name in stories}
    return {**files, "index.html": f"<h1>{feed}".encode(), "feed.xml": " ".join([feed, *sorted(stories)]).encode()}


def assert_whole(where: str) -> None:
    """Every sound that the feed names is there as it was made."""
    files = there(where)
    for story in files.get("feed.xml", b"").decode().split()[1:]:
        assert files[f"episodes/{story}.mp3"] == f"sound of {story}".encode()


MORNING = edition("ferry", "swan", feed="morning")
EVENING = edition("ferry-r2", "choir", feed="evening")


def test_two_machines_one_edition(desks: tuple[Desk, Desk]) -> None:
    ann, ben = desks
    ann.build(MORNING)
    assert there(ann.where) == MORNING
    written = Objects(ann.where).find()
    ben.build(MORNING)
    now = Objects(ann.where).find()
    assert {n: now[n] for n in now if n != LOCK} == {n: written[n] for n in written if n != LOCK}, (
        "nothing is sent twice"
    )
    ben.build(EVENING)
    assert there(ann.where) == EVENING, "and what is no longer published goes"
    project = ann.project()
    (project.output / "stories" / "left.html").write_text("never sent")
    ann.build({**EVENING, "episodes/bell.mp3": b"bell"})
    assert there(ann.where) == {**EVENING, "episodes/bell.mp3": b"bell"}
    assert "stories/left.html" not in published(project.output), "the ledger there is another: what it lacks went"


def test_what_others_put_there_stays_and_what_they_spoilt_is_sent_again(desks: tuple[Desk, Desk]) -> None:
    ann, ben = desks
    store = Objects(ann.where)
    ann.build(MORNING)
    store.put("robots.txt", b"User-agent: *")
    store.put("episodes/ferry.mp3", b"cut sho")
    store.remove(["stories/swan.html"])
    ben.build(MORNING)
    assert there(ann.where) == {**MORNING, "robots.txt": b"User-agent: *"}
    store.put(MANIFEST, b'{"files": {"../../out.txt": [1, 1, "x", ""], "feed.xml": 7}}')
    ann.build(EVENING)
    assert there(ann.where).items() >= EVENING.items()


@pytest.mark.parametrize("heals", ["the same machine", "another"])
def test_cut_off_at_any_moment(desks: tuple[Desk, Desk], heals: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each put in turn is the last one of a build: the edition there is whole, and the next build ends as ever."""
    ann, ben = desks
    put, allowed = Objects.put, [10_000]

    def failing(self: Objects, name: str, data: bytes, **told: Any) -> str:
        allowed[0] -= name != LOCK
        if allowed[0] < 0:
            raise PublishingError("the network is gone")
        return put(self, name, data, **told)

    monkeypatch.setattr(Objects, "put", failing)
    monkeypatch.setattr(stores, "AT_ONCE", 1)
    morning = True
    for moment in range(2, 12) if "memory" in ann.where else [6]:
        ann.build(MORNING if morning else EVENING)
        morning = not morning
        allowed[0] = moment
        with contextlib.suppress(PublishingError):
            ann.build(MORNING if morning else EVENING)
        allowed[0] = 10_000
        assert_whole(ann.where)
        (ann if heals == "the same machine" else ben).build(MORNING if morning else EVENING)
        assert there(ann.where) == (MORNING if morning else EVENING), moment


def test_only_one_is_at_work(desks: tuple[Desk, Desk]) -> None:
    ann, ben = desks
    store = Objects(ann.where)
    ann.build(MORNING)

    def meanwhile(ledger: Ledger) -> None:
        with pytest.raises(BuildLockedError, match=r"\(process \d+\) is building into") as caught:
            ben.build(EVENING)
        assert "\n" not in str(caught.value)
        ann.project()

    ann.build(EVENING, meanwhile)
    assert there(ann.where) == EVENING

    left = Lease(store, LOCK, "a machine that was switched off")
    left.take(lambda text: None)
    said = ben.build(MORNING)
    assert [("waiting" in line, "takes it over" in line) for line in said] == [(True, False), (False, True)]
    assert there(ann.where) == MORNING
    left.give_back()
    assert store.read(LOCK) == b"{}", "whoever comes back late changes nothing"


def test_whoever_was_taken_for_dead_publishes_nothing(desks: tuple[Desk, Desk]) -> None:
    ann, ben = desks
    ann.build(MORNING)

    def overtaken(ledger: Ledger) -> None:
        Objects(ann.where).put(LOCK, b"{}")
        ben.build(EVENING)
        ann.project()

    with pytest.raises(BuildLockedError, match="another build has taken over"):
        ann.build(edition("late", feed="late"), overtaken)
    assert there(ann.where) == EVENING
    ann.build(EVENING)
    assert there(ann.where) == EVENING


def test_an_object_is_put_only_over_what_was_seen(where: str) -> None:
    store = Objects(where)
    first = store.put("a", b"1", over=objects.ABSENT)
    for over in (objects.ABSENT, '"another"'):
        with pytest.raises(PublishingError, match="somebody else has written a"):
            store.put("a", b"2", over=over)
    second = store.put("a", b"2", over=first)
    assert (first != second, store.read("a"), store.read("b")) == (True, b"2", None)
    assert store.seen("b") is None
    assert {name: seen.size for name, seen in store.find().items()} == {"a": 1}
    assert store.read_all(["a", "b"]) == {"a": b"2"}


def test_the_same_bytes_as_in_a_folder(desks: tuple[Desk, Desk], tmp_path: Path) -> None:
    """Whole builds: one in a folder, one by two machines into the store, the second with a correction."""
    ann, ben = desks
    later = NOW + timedelta(hours=2)

    def made(project: Project, stories: dict[str, str], now: datetime) -> dict[str, int]:
        for name, text in stories.items():
            (project.settings.root / "seeds" / name).write_text(text)
        counts: dict[str, int] = {}
        for step in build(project, find(project, []), Quiet(), now).steps:
            counts[step.action] = counts.get(step.action, 0) + 1
        return counts

    both = {"ferry.txt": FERRY, "swan.txt": SWAN}
    corrected = {**both, "swan.txt": SWAN.replace("One more swan has", "Two more swans have")}
    calm = load_project(tone_project(tmp_path / "calm", {}))
    assert made(calm, both, NOW) == made(ann.project(), both, NOW) == {"new": 2}
    assert made(calm, corrected, later) == made(ben.project(), corrected, later) == {"reused": 1, "rebuild": 1}
    assert {name: MOMENTS.sub(rb"\1", data) for name, data in there(ann.where).items()} == contents(calm.output)
    assert made(ann.project(), corrected, later) == {"reused": 2}


def test_a_cache_of_several_machines(where: str, tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one machine has spoken or encoded, another fetches; what is damaged there is made again."""
    import numpy as np

    from audioedition.model import Clip

    key, other = "a" * 32, "b" * 32
    here, far = SharedCache(tmp_path / "here", where), SharedCache(tmp_path / "far", where)
    clip = Clip(np.linspace(-0.5, 0.5, 800, dtype=np.float32), 8000)
    info = here.put(key, clip, -20.0)
    path = here.put_bytes(other, b"an encoded part")
    assert far.info(key) is None
    far.bring([key, other])
    assert far.info(key) == info
    found = far.get_file(other)
    assert found and found.read_bytes() == b"an encoded part"
    assert far.get_file("c" * 32) is None

    store = Objects(where)
    for name in store.find():
        store.put(name, b"damaged")
    fresh = SharedCache(tmp_path / "fresh", where)
    fresh.bring([key])
    assert (fresh.info(key), fresh.get_file(other)) == (None, None)
    assert fresh.put(key, clip, -20.0) == info
    mended = SharedCache(tmp_path / "mended", where)
    mended.bring([key])
    assert mended.info(key) == info
    assert path.name.startswith(other)


def test_the_command_line_builds_into_a_store(tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a shared cache: the second machine speaks nothing."""
    bucket = bucket_at(tmp_path.name)
    outputs = []
    for machine in ("ann", "ben"):
        project = tone_project(tmp_path / machine / "paper", {"ferry.txt": FERRY})
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / machine / "cache"))
        told = {"AUDIOEDITION_CACHE": f"{bucket}/cache"}
        done = run(project, "build", "--output", f"{bucket}/{machine}", told=told)
        assert (done.returncode, done.stderr.splitlines()[-1][: len(bucket)]) == (0, bucket), done.stderr
        outputs.append({name: MOMENTS.sub(rb"\1", data) for name, data in there(f"{bucket}/{machine}").items()})
    assert "0 of " in done.stderr or "to speak" not in done.stderr
    assert outputs[0] == outputs[1]
    planned = run(project, "plan", "--output", f"{bucket}/ann", told=told)
    assert planned.stdout.startswith("reused"), planned.stdout + planned.stderr


@contextlib.contextmanager
def forbidding() -> Iterator[str]:
    """A store in which this user may do nothing."""

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = b"<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"
            self.send_response(403)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(b"" if self.command == "HEAD" else body)

        do_HEAD = do_PUT = do_GET  # noqa: N815  so the base class wants it

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


def test_one_clear_line(tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def problem(where: str) -> str:
        desk = Desk(tmp_path / "ann", where, monkeypatch)
        with pytest.raises(AudioEditionError) as caught:
            desk.build(MORNING)
        assert "\n" not in str(caught.value)
        return str(caught.value)

    assert "s3://no-such-bucket/audio cannot be used: " in problem("s3://no-such-bucket/audio")
    assert "install the package that fsspec needs for nowhere" in problem("nowhere://paper")
    theirs = f"{bucket_at('theirs')}/web"
    Objects(theirs).put("index.html", b"mine")
    assert f"{theirs} holds index.html, which no build of this edition made" in problem(theirs)
    assert Objects(theirs).read("index.html") == b"mine" and "feed.xml" not in Objects(theirs).find()
    with forbidding() as address:
        reach(address, monkeypatch)
        assert "s3://paper/audio cannot be used: " in problem("s3://paper/audio")
        with pytest.raises(AudioEditionError, match="the cache s3://paper/clips cannot be used: "):
            SharedCache(tmp_path / "clips", "s3://paper/clips").bring(["a" * 32])
    program = "import sys; sys.modules['s3fs'] = None; from audioedition.machine.objects import Objects; Objects('s3://paper')"
    done = subprocess.run([sys.executable, "-c", program], env=environment(tmp_path), capture_output=True, text=True)
    assert done.stderr.splitlines()[-1].endswith("needs a package that is not here (pip install 'audioedition[store]')")
    assert not (tmp_path / "ann" / "paper" / "output").exists()


def test_a_strangers_project_names_no_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the user's own words do: `--output` and AUDIOEDITION_CACHE."""
    for table, key in (("edition", "output"), ("build", "cache")):
        (tmp_path / "edition.toml").write_text(f'[{table}]\n{key} = "s3://strange/place"\n')
        with pytest.raises(SettingsError, match="lies outside the project"):
            load_settings(tmp_path)
    (tmp_path / "edition.toml").unlink()
    monkeypatch.setenv("AUDIOEDITION_CACHE", "s3://paper/clips")
    cache = open_cache(load_settings(tmp_path))
    assert (cache.address, type(cache).__name__) == ("s3://paper/clips", "SharedCache")
    assert ClipCache(tmp_path).address == str(tmp_path)
    assert FOLDER not in str(cache.folder)
