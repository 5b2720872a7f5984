"""A paper that builds itself: steps of the watch at given times, with real files, servers and builds."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from audioedition.build.edition import build, find, published
from audioedition.build.progress import Event, Quiet
from audioedition.errors import UsageError
from audioedition.project import load_project
from audioedition.watching import Watch
from audioedition.watching.hooks import check_hook
from edition_files import tone_project

EVERY_S = 900.0
STORY = "Ferry runs again\n\nBy Ida Holm\n\nMarch 2, 2025\n\nThe ferry ran on Monday for the first time in a week.\n"


class Told(Quiet):
    """What a watch has said."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def __call__(self, event: Event) -> None:
        if event.kind in ("note", "failed"):
            self.notes.append(event.text)


@dataclass
class Server:
    """Answers on 127.0.0.1 by `answer(method, path with query, headers, body)`: status, headers, body."""

    answer: Callable[[str, str, dict[str, str], bytes], tuple[int, dict[str, str], bytes]]
    asked: list[str] = field(default_factory=list)
    """Method and path of every question, `robots.txt` left out."""

    def __enter__(self) -> Server:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def _do(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                if self.path == "/robots.txt":
                    status, headers, data = 404, {}, b""
                else:
                    server.asked.append(f"{self.command} {self.path}")
                    status, headers, data = server.answer(self.command, self.path, dict(self.headers), body)
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(data))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST = do_PATCH = _do  # noqa: N815

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


STARTED: list[Watch] = []


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("AUDIOEDITION_CACHE", str(tmp_path / "cache"))
    settings = "[files]\nedition_file = false\n[read]\nallow_private_addresses = true\n[build]\njobs = 1\n"
    yield tone_project(tmp_path / "paper", {}, settings)
    while STARTED:
        STARTED.pop().workers.close()


def watch(paper: Path, *given: str, **more: Any) -> Watch:
    STARTED.append(Watch(lambda: load_project(paper), given, Told(), EVERY_S, **more))
    return STARTED[-1]


def titles(paper: Path) -> list[str]:
    return [episode.title for episode in published(load_project(paper))]


def notes(watched: Watch) -> list[str]:
    assert isinstance(watched.report, Told)
    return watched.report.notes


def test_a_folder_is_read_when_it_has_kept_still(paper: Path) -> None:
    watched = watch(paper)
    watched.step(0.0)
    path = paper / "seeds" / "ferry.txt"
    path.write_text("Ferry runs ag", encoding="utf-8")
    assert watched.step(1.0) is None, "somebody is writing"
    path.write_text(STORY, encoding="utf-8")
    assert watched.step(2.5) is None
    assert watched.step(4.0) is None
    result = watched.step(5.0)
    assert result and [step.action for step in result.steps] == ["new"]
    assert titles(paper) == ["Ferry runs again"]
    assert watched.step(6.0) is None, "nothing has changed"
    (paper / "seeds" / "ferry.edits.toml").write_text('[article]\ntitle = "Ferry at last"\n', encoding="utf-8")
    watched.step(7.0)
    assert watched.step(10.0)
    assert titles(paper) == ["Ferry at last"]
    for moment in range(20, 81):  # a file that never keeps still holds up nobody for long
        path.write_text(STORY + f"Line {moment}.\n", encoding="utf-8")
        if watched.step(float(moment)):
            break
    assert moment == 80


RSS = """<rss version="2.0"><channel><title>T</title><item><title>{0} rings</title><guid>g-{0}</guid>
<description>The bell of {0} rang again on Monday, for the first time in many a year.</description></item>
</channel></rss>"""


def test_a_feed_is_asked_at_intervals_and_only_for_news(paper: Path) -> None:
    held = {"text": RSS.format("Ellery"), "tag": '"1"', "status": 200, "later": ""}

    def answer(method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[int, dict[str, str], bytes]:
        if held["status"] != 200:
            return int(held["status"]), {"Retry-After": str(held["later"])}, b""
        if headers.get("If-None-Match") == held["tag"]:
            return 304, {}, b""
        return 200, {"ETag": str(held["tag"]), "Content-Type": "application/rss+xml"}, str(held["text"]).encode()

    with Server(answer) as server:
        (paper / "feeds.opml").write_text(
            f'<opml version="2.0"><body><outline text="All"><outline xmlUrl="{server.address}/feed"/></outline>'
            "</body></opml>",
            encoding="utf-8",
        )
        watched = watch(paper, str(paper / "feeds.opml"), media_type="urls")
        assert watched.step(0.0)
        assert watched.step(EVERY_S - 1) is None
        assert watched.step(EVERY_S) is None, "not modified"
        held.update(text=RSS.format("Saltmere"), tag='"2"')
        assert watched.step(2 * EVERY_S)
        assert sorted(titles(paper)) == ["Ellery rings", "Saltmere rings"], "a feed shows only its newest"
        assert server.asked == ["GET /feed"] * 3
        held.update(status=503)
        for moment in (3, 4, 5, 6, 7, 8, 9, 10):  # it fails at 3, 5 and 9: two intervals later, four, eight
            assert watched.step(moment * EVERY_S) is None
        assert len(server.asked) == 6
        assert [note for note in notes(watched) if "503" in note] == [f"{server.address}/feed: {GONE_AWAY}"]
        held.update(status=200, text=RSS.format("Calloway"), tag='"3"')
        assert watched.step(17 * EVERY_S)
        assert len(titles(paper)) == 3
        held.update(status=429, later=f"{3 * EVERY_S:.0f}")
        before = len(server.asked)
        for moment, asked in ((18, 1), (20, 1), (21, 2)):  # three intervals later, as it wants, and not two
            assert watched.step(moment * EVERY_S) is None
            assert len(server.asked) == before + asked, moment


GONE_AWAY = "answers 503 Service Unavailable (check the address in a browser)"
ENTRY = {"url": "https://paper.example/a", "title": "Swan bought", "language": "en", "lang": "en"}
PAGE = "<p>The town council agreed on Monday, by a vote of 7 to 4, to buy a swan for the pond.</p>"


def wallabag(query: dict[str, list[str]]) -> Any:
    assert (query["archive"], query["detail"]) == (["0"], ["full"])
    page = int(query["page"][0])
    entry = {**ENTRY, "id": page, "content": PAGE, "published_by": ["Per Lind"], "title": f"Swan {page} bought"}
    return {"page": page, "pages": 2, "_embedded": {"items": [entry]}}


def readeck(query: dict[str, list[str]]) -> Any:
    assert query["is_archived"] == ["false"]
    marks = [{**ENTRY, "id": f"r{n}", "authors": ["Per Lind"], "title": f"Swan {n} bought"} for n in (1, 2)]
    return [*marks, {**ENTRY, "id": "r3", "has_article": False}]


def karakeep(query: dict[str, list[str]]) -> Any:
    assert (query["archived"], query["includeContent"]) == (["false"], ["true"])
    number = 2 if "cursor" in query else 1
    content = {**ENTRY, "type": "link", "htmlContent": PAGE, "author": "Per Lind", "title": f"Swan {number} bought"}
    note = {"id": "n", "content": {"type": "text", "text": "milk"}}
    return {"bookmarks": [{"id": f"k{number}", "content": content}, note], "nextCursor": None if number == 2 else "c"}


@pytest.mark.parametrize(
    ("name", "listed", "listing", "marked"),
    [
        ("wallabag", "/bag/api/entries.json", wallabag, {"/bag/api/entries/1.json": {"archive": 1}}),
        ("readeck", "/bag/api/bookmarks", readeck, {"/bag/api/bookmarks/r1": {"is_archived": True}}),
        ("karakeep", "/bag/api/v1/bookmarks", karakeep, {"/bag/api/v1/bookmarks/k1": {"archived": True}}),
    ],
)
def test_saved_articles_are_read_and_marked(
    paper: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    listed: str,
    listing: Callable[[dict[str, list[str]]], Any],
    marked: dict[str, Any],
) -> None:
    patches: dict[str, Any] = {}

    def answer(method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[int, dict[str, str], bytes]:
        if path == "/bag/oauth/v2/token":
            assert json.loads(body)["password"] == "secret"
            return 200, {}, json.dumps({"access_token": "T", "expires_in": 3600}).encode()
        if headers.get("Authorization") != "Bearer T":
            return 401, {}, b"{}"
        parts = urlsplit(path)
        if method == "PATCH":
            patches[parts.path] = json.loads(body)
            return 200, {}, b"{}"
        if parts.path.endswith("/article"):
            return 200, {"Content-Type": "text/html"}, PAGE.encode()
        assert parts.path == listed
        left = {} if patches else listing(parse_qs(parts.query))
        return 200, {}, json.dumps(left or EMPTY[name]).encode()

    with Server(answer) as server:
        monkeypatch.setenv(f"{name.upper()}_URL", f"{server.address}/bag/")
        watched = watch(paper, f"{name}:", mark=True)
        assert (first := watched.step(0.0)) and not first.steps
        assert f"needs {name.upper()}_TOKEN in the environment" in notes(watched)[0]
        monkeypatch.setenv(f"{name.upper()}_TOKEN", "wrong")
        assert watched.step(2 * EVERY_S) is None
        assert "answers 401 Unauthorized (is its token right?)" in notes(watched)[-1]
        if name == "wallabag":
            for key, value in {"CLIENT_ID": "c", "CLIENT_SECRET": "s", "USERNAME": "u", "PASSWORD": "secret"}.items():
                monkeypatch.setenv(f"WALLABAG_{key}", value)
        monkeypatch.setenv(f"{name.upper()}_TOKEN", "T")
        assert watched.step(6 * EVERY_S)
        assert sorted(titles(paper)) == ["Swan 1 bought", "Swan 2 bought"]
        assert published(load_project(paper))[0].authors == ("Per Lind",)
        assert patches.items() >= marked.items()
        assert len(patches) == 2
        assert watched.step(7 * EVERY_S) is None, "nothing is left to read"
        project = load_project(paper)
        assert build(project, find(project, [f"{name}:"]), Told()).failed == []
        assert len(titles(paper)) == 2


EMPTY: dict[str, Any] = {
    "wallabag": {"page": 1, "pages": 1, "_embedded": {"items": []}},
    "readeck": [],
    "karakeep": {"bookmarks": [], "nextCursor": None},
}


def test_hooks_are_told_what_was_made_and_what_failed(paper: Path) -> None:
    heard: list[Any] = []

    def answer(method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[int, dict[str, str], bytes]:
        heard.append(json.loads(body))
        return 204, {}, b""

    (paper / "seeds" / "ferry.txt").write_text(STORY, encoding="utf-8")
    (paper / "seeds" / "bad.txt").write_text(" ", encoding="utf-8")
    with Server(answer) as server:
        watched = watch(paper, hook=f"{server.address}/hook")
        assert watched.step(0.0)
    assert [(told["event"], [a["article"] for a in told["articles"]]) for told in heard] == [
        ("edition", ["ferry.txt"]),
        ("failed", ["bad.txt"]),
    ]
    assert heard[1]["failed"] == ["bad.txt: is empty (put an article in it or remove it)"]
    (paper / "seeds" / "bad.txt").unlink()
    code = "import json, sys; told = json.load(sys.stdin); open('hook.txt', 'w').write(told['event']); sys.exit(3)"
    watched = watch(paper, hook=f'{sys.executable} -c "{code}"')
    (paper / "seeds" / "ferry.txt").write_text(STORY.replace("week", "year"), encoding="utf-8")
    with pytest.MonkeyPatch.context() as at:
        at.chdir(paper)
        assert watched.step(0.0)
    assert (paper / "hook.txt").read_text() == "edition"
    assert notes(watched)[-1] == "the hook ended with status 3"
    with pytest.raises(UsageError, match="cannot be understood"):
        check_hook('say "done')


def test_what_is_wrong_is_said_once_and_ends_nothing(paper: Path) -> None:
    watched = watch(paper)
    assert watched.step(0.0)
    (paper / "edition.toml").write_text("[edition\n", encoding="utf-8")
    for moment in range(1, 9):
        assert watched.step(float(moment)) is None
    assert len(notes(watched)) == 2, "no article was found; edition.toml cannot be read"
    (paper / "edition.toml").write_text('[edition]\ntitle = "Mended"\n', encoding="utf-8")
    (paper / "seeds" / "ferry.txt").write_text(STORY, encoding="utf-8")
    watched.step(10.0)
    assert watched.step(13.0)
    assert titles(paper) == ["Ferry runs again"]


def test_a_change_of_the_project_is_read_and_one_worker_serves_all_editions(paper: Path) -> None:
    (paper / "seeds" / "ferry.txt").write_text(STORY, encoding="utf-8")
    settings = (paper / "edition.toml").read_text().replace("[edition]", '[edition]\ncover = "cover.png"')
    (paper / "edition.toml").write_text(settings)
    watched = watch(paper)
    assert watched.step(0.0)
    first = watched.workers.pids
    assert len(first) == 1

    def changed(name: str, text: str, moment: float) -> list[str]:
        (paper / name).write_text(text, encoding="utf-8")
        assert watched.step(moment) is None
        result = watched.step(moment + 2.0)
        assert result and not result.failed
        return [step.action for step in result.steps]

    assert changed("seeds/ferry.txt", STORY.replace("week", "year"), 10.0) == ["rebuild"]
    assert watched.workers.pids == first
    assert changed("voices/high.toml", (paper / "voices" / "low.toml").read_text(), 20.0) == ["rebuild"]
    assert watched.workers.pids != first
    first = watched.workers.pids
    assert changed("seeds/ferry.txt", STORY, 30.0) == ["rebuild"]
    assert watched.workers.pids == first
    changed("cover.png", "no picture", 40.0)
    assert "cover.png" in notes(watched)[-1]
