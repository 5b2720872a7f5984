"""The local server, over loopback: what Apple and players ask of a podcast host."""

from __future__ import annotations

import http.client
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from audioedition.cli.serving import server
from audioedition.errors import PublishingError

SOUND = bytes(range(256)) * 1000
Ask = Callable[..., http.client.HTTPResponse]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "output"
    for name, data in {
        "index.html": b"<p>hello",
        "feed.xml": b"<rss/>",
        "feed.json": b"{}",
        "playlist.m3u8": b"#EXTM3U\n",
        "episodes/a.mp3": SOUND,
        "episodes/empty.mp3": b"",
        "chapters/a.json": b"{}",
        "transcripts/a.vtt": b"WEBVTT\n",
        ".audioedition/ledger.sqlite": b"secret",
    }.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (site / "way-out").symlink_to(tmp_path)
    return site


@pytest.fixture
def ask(folder: Path) -> Iterator[Ask]:
    with server(folder) as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        connection = http.client.HTTPConnection("127.0.0.1", running.server_address[1], timeout=10)

        def run(path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
            connection.putrequest(method, path)
            for key, value in headers.items():
                connection.putheader(key.replace("_", "-"), value)
            connection.endheaders()
            answer = connection.getresponse()
            answer.body = answer.read()  # type: ignore[attr-defined]
            return answer

        yield run
        connection.close()
        running.shutdown()


def body(answer: http.client.HTTPResponse) -> bytes:
    return answer.body  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/feed.xml", "application/rss+xml; charset=utf-8"),
        ("/feed.json", "application/feed+json"),
        ("/playlist.m3u8", "application/vnd.apple.mpegurl"),
        ("/episodes/a.mp3", "audio/mpeg"),
        ("/chapters/a.json", "application/json+chapters"),
        ("/transcripts/a.vtt", "text/vtt; charset=utf-8"),
        ("/episodes/a%2Emp3?from=feed", "audio/mpeg"),
    ],
)
def test_files_have_their_types_and_head_says_what_get_would(ask: Ask, path: str, kind: str) -> None:
    got, head = ask(path), ask(path, "HEAD")
    assert got.status == head.status == 200
    assert got.headers["Content-Type"] == head.headers["Content-Type"] == kind
    assert int(head.headers["Content-Length"]) == len(body(got)) > 0
    assert body(head) == b""


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=0-99", 0, 100),
        ("bytes=1000-", 1000, 256000),
        ("bytes=-100", 255900, 256000),
        ("bytes=255999-300000", 255999, 256000),
        ("bytes=-300000", 0, 256000),
    ],
)
def test_byte_ranges(ask: Ask, asked: str, start: int, end: int) -> None:
    answer = ask("/episodes/a.mp3", Range=asked)
    assert body(answer) == SOUND[start:end]
    whole = (start, end) == (0, 256000)
    assert answer.status == (200 if whole else 206)
    if not whole:
        assert answer.headers["Content-Range"] == f"bytes {start}-{end - 1}/256000"


@pytest.mark.parametrize("asked", ["bytes=256000-", "bytes=256001-", "bytes=-0", "bytes=999999-1000000"])
def test_ranges_outside_the_file_are_416(ask: Ask, asked: str) -> None:
    answer = ask("/episodes/a.mp3", Range=asked)
    assert (answer.status, answer.headers["Content-Range"]) == (416, "bytes */256000")


@pytest.mark.parametrize("asked", ["bytes=5-2", "bytes=a-b", "lines=1-2", "bytes=-", "bytes=0-1,5-6", "bytes=٣-٤"])
def test_ranges_that_are_none_are_ignored(ask: Ask, asked: str) -> None:
    answer = ask("/episodes/a.mp3", Range=asked.encode().decode("latin-1"))
    assert (answer.status, body(answer)) == (200, SOUND)


def test_an_empty_file(ask: Ask) -> None:
    assert ask("/episodes/empty.mp3").status == 200
    assert ask("/episodes/empty.mp3", Range="bytes=0-").status == 416


def test_what_the_client_has_is_not_sent_again(ask: Ask, folder: Path) -> None:
    first = ask("/feed.xml")
    etag, modified = first.headers["ETag"], first.headers["Last-Modified"]
    for headers in ({"If_None_Match": f'"x", W/{etag}'}, {"If_None_Match": "*"}, {"If_Modified_Since": modified}):
        again = ask("/feed.xml", **headers)
        assert (again.status, body(again), again.headers["ETag"]) == (304, b"", etag)
    assert ask("/feed.xml", If_None_Match='"other"', If_Modified_Since=modified).status == 200
    assert ask("/feed.xml", If_Modified_Since="yesterday").status == 200
    os.utime(folder / "feed.xml", (2_000_000_000, 2_000_000_000))
    assert ask("/feed.xml", If_None_Match=etag).status == 200


def test_a_range_is_of_the_file_the_client_has_or_the_whole_new_one(ask: Ask) -> None:
    first = ask("/episodes/a.mp3", "HEAD")
    for current in (first.headers["ETag"], first.headers["Last-Modified"]):
        assert ask("/episodes/a.mp3", Range="bytes=5-9", If_Range=current).status == 206
    for old in ('"old"', "Sun, 01 Nov 2026 00:00:00 GMT", "nonsense"):
        assert ask("/episodes/a.mp3", Range="bytes=5-9", If_Range=old).status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/missing.mp3",
        "/episodes/",
        "/feed.xml/more",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/episodes/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/way-out/secret.txt",
        "/.audioedition/ledger.sqlite",
        "/%2eaudioedition/ledger.sqlite",
        "/feed.xml%00.mp3",
        "/C:/secret.txt",
        "//etc/passwd",
        "/%ff",
    ],
)
def test_nothing_hidden_or_outside_is_served(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert answer.status == 404
    assert b"secret" not in body(answer)


def test_a_folder_s_page_has_a_slash(ask: Ask) -> None:
    answer = ask("/episodes")
    assert (answer.status, answer.headers["Location"]) == (301, "/episodes/")
    assert ask("//evil.example/%2f..").status == 404


def test_other_methods_are_refused(ask: Ask) -> None:
    assert ask("/feed.xml", "DELETE").status == 501


def test_a_missing_folder_and_a_busy_port_are_said(folder: Path) -> None:
    with pytest.raises(PublishingError, match="build"):
        server(folder / "nowhere")
    with server(folder) as running, pytest.raises(PublishingError, match="--port"):
        server(folder, running.server_address[1])
    with pytest.raises(PublishingError, match="--port"):
        server(folder, 99999999)
