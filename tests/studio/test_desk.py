"""The desk, asked as its page asks it: what it does to the files of the project, and what it refuses."""

from __future__ import annotations

import http.client
import http.server
import json
import random
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from studio_process import Studio, studio

from audioedition.edits import read_edits
from audioedition.edits.edits_file import parse_edits
from edition_files import run, tone_project

STORY = """Ferry runs again after storm

By Ida Holm

PORT ELLERY — The ferry to Gull Island ran on Monday for the first time in a week.

“I have never been so glad to be seasick,” said Tom Barrow, 41, who had missed his own wedding.

The company said every ticket would be honoured. The next storm is expected on Thursday.
"""
SETTINGS = "[read]\nallow_private_addresses = true\nmax_bytes = 100000\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tone_project(tmp_path / "paper", {"a.txt": STORY, "b.txt": STORY.replace("Ferry", "Tram")}, SETTINGS)


@pytest.fixture
def desk(project: Path) -> Iterator[Studio]:
    with studio(project) as running:
        running.until(lambda edition: all(row["state"] != "unread" for row in edition["stories"]))
        yield running


def line(desk: Studio, words: str, name: str = "a.txt") -> dict[str, Any]:
    found: dict[str, Any] = next(line for line in desk.ask("story", name=name)["lines"] if words in line["text"])
    return found


def decide(desk: Studio, words: str, name: str = "a.txt", **wishes: Any) -> Any:
    place = line(desk, words, name)
    return desk.do("decide", name=name, wishes=wishes, **{key: place[key] for key in ("start", "end", "text")})


def raw(desk: Studio, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
    parts = urlsplit(desk.address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port or 0, timeout=30)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    return answer.status, answer.read()


def test_a_decision_is_a_line_in_a_file_and_can_be_undone(project: Path, desk: Studio) -> None:
    path = project / "seeds" / "a.edits.toml"
    assert decide(desk, "never been so glad", speaker="Ida Holm") == {
        "said": "speaker: “I have never been so glad to be seasic…"
    }
    assert line(desk, "never been so glad")["speaker"] == "Ida Holm"
    decide(desk, "never been so glad", voice="high")
    (edit,) = read_edits(path).edits
    assert (edit.text, edit.speaker, edit.voice) == ("“I have never been so glad to be seasick,”", "Ida Holm", "high")
    assert line(desk, "never been so glad")["voice"] == "high"
    desk.do("undo")
    desk.do("undo")
    assert not path.exists()
    assert line(desk, "never been so glad")["speaker"] == "Tom Barrow"
    assert "nothing to undo" in desk.do("undo")["error"]
    desk.do("redo")
    assert desk.ask("edition")["undo"] == "speaker: “I have never been so glad to be seasic…"


def test_what_is_wrong_is_said_and_nothing_written(project: Path, desk: Studio) -> None:
    assert "role must be one of" in decide(desk, "next storm", role="poem")["error"]
    assert (
        "has changed" in desk.do("decide", name="a.txt", start=0, end=5, text="Gulls", wishes={"drop": True})["error"]
    )
    assert "not in the edition" in desk.do("wish", name="x.txt", wishes={"title": "A"})["error"]
    assert "strange" in desk.do("decide", name="a.txt")["error"]
    assert "what?" in desk.do("sing")["error"]
    assert not list(project.glob("seeds/*.toml"))


def test_an_editor_and_two_windows_at_once_lose_nothing(project: Path, desk: Studio) -> None:
    path = project / "seeds" / "a.edits.toml"
    path.write_text('# by hand\n[[edit]]\ntext = "By Ida Holm"\ndrop = true\n', encoding="utf-8")
    words = ["never been so glad", "every ticket", "next storm", "first time in a week"]
    with ThreadPoolExecutor(4) as windows:
        list(windows.map(lambda one: decide(desk, one, pause=700), words))
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# by hand\n")
    assert len(parse_edits(text, "a").edits) == 5
    path.write_text(text + "\n# more by hand\n", encoding="utf-8")
    assert "changed outside the studio" in desk.do("undo")["error"]
    assert path.read_text(encoding="utf-8").endswith("# more by hand\n")


def test_killed_at_any_moment_nothing_is_lost(project: Path) -> None:
    path = project / "seeds" / "a.edits.toml"
    words = ["never been so glad", "every ticket", "next storm", "first time in a week"]
    chance = random.Random(7)
    for turn in range(2):
        kept: list[str] = []
        with studio(project) as running:
            killer = threading.Timer(chance.uniform(0.05, 0.4), running.process.kill)
            killer.start()
            try:
                for number in range(1000):
                    pause = turn * 1000 + number
                    decide(running, words[number % 4], pause=pause)
                    kept.append(str(pause))
            except (OSError, http.client.HTTPException, json.JSONDecodeError, StopIteration, KeyError):
                pass
            killer.cancel()
        if kept:
            pauses = [edit.pause for edit in read_edits(path).edits]
            assert int(kept[-1]) in pauses or int(kept[-1]) + 1 in pauses
    with studio(project) as again:
        assert line(again, "next storm")["kind"] == "line"


def test_there_is_one_studio_a_project_and_it_says_where(project: Path, desk: Studio) -> None:
    second = run(project, "studio", "--no-browser")
    assert second.returncode == 1
    assert second.stdout == ""
    assert f"open already: {desk.address}" in second.stderr
    taken = run(project.parent / "paper", "studio", "--no-browser", "--port", str(urlsplit(desk.address).port))
    assert taken.returncode == 2
    assert "cannot be used" in taken.stderr


def test_only_its_own_page_is_let_in(project: Path, desk: Studio) -> None:
    home = urlsplit(desk.address)
    origin = f"http://{home.netloc}"
    do = f"{home.path}do/undo"
    assert raw(desk, "GET", home.path)[0] == 200
    assert raw(desk, "POST", do, b"{}", Origin=origin)[0] == 409
    assert raw(desk, "GET", f"{home.path}output/x", Sec_Fetch_Site="cross-site")[0] == 404
    refused = [
        ("POST", f"{home.path}output/x", {"Sec_Fetch_Site": "cross-site", "Origin": origin}),
        ("GET", "/", {}),
        ("GET", f"/{'x' * 24}/ask/edition", {}),
        ("GET", home.path, {"Host": "news.example"}),
        ("GET", home.path, {"Origin": "http://news.example"}),
        ("GET", f"{home.path}ask/edition", {"Sec_Fetch_Site": "cross-site"}),
        ("POST", do, {}),
        ("POST", do, {"Origin": "null"}),
        ("POST", do, {"Origin": "http://news.example"}),
        ("POST", do, {"Origin": origin.replace("http", "https")}),
    ]
    assert [raw(desk, method, path, b"", **headers)[0] for method, path, headers in refused] == [403] * len(refused)


def test_outside_the_project_nothing_is_read_or_written(project: Path, desk: Studio) -> None:
    home = urlsplit(desk.address)
    secret = project.parent / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    (project / "output").mkdir()
    (project / "output" / "link.txt").symlink_to(secret)
    (project / "seeds" / "out.txt").symlink_to(secret)
    up, out = "output/../../secret.txt", "output/%2e%2e/%2e%2e/secret.txt"
    for path in (up, out, "output/link.txt", "../secret.txt", "output/.audioedition/x"):
        status, body = raw(desk, "GET", home.path + path)
        assert (status in (400, 403, 404), b"secret" in body) == (True, False), path
    origin = f"http://{home.netloc}"
    status, body = raw(desk, "POST", f"{home.path}file?name=..%2F..%2Fx%2Fevil.txt", b"Title\n\nText.", Origin=origin)
    assert (status, json.loads(body)) == (200, {"added": "evil.txt"})
    assert (project / "seeds" / "evil.txt").exists()
    assert "error" in desk.do("remove", name="x/../../secret.txt")
    assert secret.read_text() == "secret"


def test_uploads_are_bounded_and_of_a_kind_that_is_read(project: Path, desk: Studio) -> None:
    home = urlsplit(desk.address)
    origin = f"http://{home.netloc}"
    assert raw(desk, "POST", f"{home.path}file?name=a.txt", b"a" * 100_001, Origin=origin)[0] == 413
    assert raw(desk, "POST", f"{home.path}file?name=a.exe", b"a", Origin=origin)[0] == 409
    assert raw(desk, "POST", f"{home.path}do/add", b"[]", Origin=origin)[0] == 404
    assert raw(desk, "POST", f"{home.path}do/add", b"{" * 2_000_001, Origin=origin)[0] == 413
    assert desk.do("add", text=STORY)["added"] == "ferry-runs-again-after-storm.txt"
    assert desk.do("add", text=STORY)["added"] == "ferry-runs-again-after-storm-2.txt"
    assert "no words" in desk.do("add", text=" . ")["error"]


def test_a_story_is_removed_and_comes_back(project: Path, desk: Studio) -> None:
    desk.do("remove", name="a.txt")
    assert [row["name"] for row in desk.ask("edition")["stories"]] == ["b.txt"]
    desk.do("undo")
    assert (project / "seeds" / "a.txt").read_text(encoding="utf-8") == STORY


def test_order_title_and_section(project: Path, desk: Studio) -> None:
    desk.do("order", names=["b.txt", "a.txt"])
    assert [row["name"] for row in desk.ask("edition")["stories"]] == ["b.txt", "a.txt"]
    assert read_edits(project / "seeds" / "b.edits.toml").article.order == 10
    assert not (project / "seeds" / "a.edits.toml").exists()
    desk.do("wish", name="a.txt", wishes={"title": "A ferry", "section": "Region", "date": "2026-03-02"})
    row = desk.ask("edition")["stories"][1]
    assert (row["title"], row["section"], row["date"], row["edited"]) == ("A ferry", "Region", "2026-03-02", True)
    assert "date must be a date" in desk.do("wish", name="a.txt", wishes={"date": "soon"})["error"]


def test_a_person_has_one_voice_in_all_stories(project: Path, desk: Studio) -> None:
    path = project / "voices" / "cast.toml"
    before = path.read_text(encoding="utf-8")
    desk.do("cast", person="Tom Barrow", voice="middle")
    assert path.read_text(encoding="utf-8").startswith(before.rstrip())
    assert [line(desk, "never been so glad", name)["voice"] for name in ("a.txt", "b.txt")] == ["middle", "middle"]
    desk.do("cast", person="Tom Barrow", voice="")
    assert line(desk, "never been so glad")["voice"] == "low"
    assert "no voice 'x'" in desk.do("cast", person="Tom Barrow", voice="x")["error"]


def test_a_line_is_heard_with_other_words_before_they_are_kept(project: Path, desk: Studio) -> None:
    place = line(desk, "next storm")
    home = urlsplit(desk.address).path
    for given in ({"say": "More wind on 3 May."}, {"words": [["storm", "gale"]]}, {"voice": "low"}):
        clip = desk.do("hear", name="a.txt", start=place["start"], **given)["clip"]
        assert clip != place["clip"]
        status, sound = raw(desk, "GET", f"{home}clip/{clip}")
        assert (status, sound[:4]) == (200, b"RIFF")
    assert raw(desk, "GET", f"{home}clip/{'0' * 32}")[0] == 404
    assert not list(project.glob("seeds/*.toml"))


class _Site(http.server.BaseHTTPRequestHandler):
    story = ""

    def do_GET(self) -> None:
        found = self.path == "/swan.html"
        page = f"<!DOCTYPE html><html><body><article>{self.story}</article></body></html>".encode()
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:
        pass


def test_an_address_is_fetched_and_fetched_again_with_its_edits_in_place(project: Path, desk: Studio) -> None:
    paragraphs = [f"<p>{part}</p>" for part in STORY.split("\n\n")[2:]]
    _Site.story = f"<h1>Ferry runs again after storm</h1>{''.join(paragraphs)}"
    site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{site.server_address[1]}/swan.html"
    try:
        assert desk.do("address", address=address) == {"added": address}
        assert "already" in desk.do("address", address=address)["error"]
        assert "no address" in desk.do("address", address="file:///etc/passwd")["error"]
        desk.until(lambda edition: any(r["name"] == address and r["state"] == "new" for r in edition["stories"]))
        decide(desk, "next storm", address, say="More wind.")
        assert (project / "seeds" / "addresses.urls").read_text() == f"{address}\n"
        assert len(list((project / "edits").glob("*.toml"))) == 1
        _Site.story = _Site.story.replace("every ticket", "each ticket")
        desk.do("again", name=address)
        desk.until(lambda edition: "error" not in desk.ask("story", name=address))
        assert line(desk, "each ticket", address)["kind"] == "line"
        assert line(desk, "next storm", address)["spoken"] == "More wind."
        desk.do("remove", name=address)
        assert not (project / "seeds" / "addresses.urls").exists()
    finally:
        site.shutdown()
        site.server_close()


def test_a_wrong_project_file_is_said_and_mended_without_a_restart(project: Path, desk: Studio) -> None:
    path = project / "edition.toml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good + "[editoin]\n", encoding="utf-8")
    desk.until(lambda edition: "editoin" in edition["problem"])
    path.write_text(good, encoding="utf-8")
    desk.until(lambda edition: not edition["problem"])


def test_a_build_is_followed_and_stopped(project: Path, desk: Studio) -> None:
    desk.do("build")
    assert "at work" in desk.do("build").get("error", "at work")
    desk.do("stop")
    stopped = desk.until(lambda edition: not edition["command"]["running"])["command"]["said"]
    assert stopped.startswith(("Stopped", "Built"))
    (project / "seeds" / "c.txt").write_text("1 2 3", encoding="utf-8")
    addresses = "".join(f'<DT><A HREF="https://courier.example/{n}">Ferry {n}</A>' for n in range(3))
    bookmarks = f"<!DOCTYPE NETSCAPE-Bookmark-file-1><TITLE>Bookmarks</TITLE><DL><p>{addresses}</DL>"
    (project / "seeds" / "d.html").write_text(bookmarks, encoding="utf-8")
    desk.do("build")
    desk.until(lambda edition: edition["command"]["said"].startswith("Built"))
    edition = desk.until(lambda edition: any(row["state"] == "built" for row in edition["stories"]))
    rows = {row["name"]: row for row in edition["stories"]}
    assert (rows["a.txt"]["state"], rows["c.txt"]["state"]) == ("built", "failed")
    assert "no letters" in rows["c.txt"]["why"]
    assert (rows["d.html"]["state"], "addresses" in rows["d.html"]["why"]) == ("no text", True)
    assert "names no folder" in desk.do("publish")["error"]
