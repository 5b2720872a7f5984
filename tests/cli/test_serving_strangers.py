"""The local server and those it is not for: pages of others, endless requests, names that no file can have."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from audioedition.cli import serving
from audioedition.cli.serving import is_here, server


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    (tmp_path / "feed.xml").write_bytes(b"<rss/>")
    (tmp_path / "a.mp3").write_bytes(b"x" * 100)
    with server(tmp_path) as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield running.server_address[1]
        running.shutdown()


def ask(port: int, path: str, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.putrequest("GET", path, skip_host="Host" in headers)
    for key, value in headers.items():
        connection.putheader(key, value)
    connection.endheaders()
    return connection.getresponse()


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1:8000", True),
        ("localhost", True),
        ("192.168.7.20:8000", True),
        ("[::1]:8000", True),
        (socket.gethostname(), True),
        ("rebound.example:8000", False),
        ("localhost.evil.example", False),
        ("", False),
    ],
)
def test_who_is_here(host: str, here: bool) -> None:
    assert is_here(host) is here


def test_a_page_of_somebody_else_reads_nothing(port: int) -> None:
    assert ask(port, "/feed.xml", Host="rebound.example").status == 403
    assert ask(port, "/feed.xml", Origin="https://elsewhere.example").status == 403
    assert ask(port, "/feed.xml", Host="[half").status == 403
    own = ask(port, "/feed.xml", Origin=f"http://127.0.0.1:{port}")
    assert own.status == 200
    assert own.getheader("Access-Control-Allow-Origin") is None
    assert own.getheader("Cross-Origin-Resource-Policy") == "same-origin"


@pytest.mark.parametrize("path", ["/" + "x" * 300, "/" + "y/" * 3000, "/%00", "/[", "//["])
def test_names_that_no_file_can_have(port: int, path: str) -> None:
    assert ask(port, path).status in (400, 404)


def test_a_range_of_thousands_of_digits_is_none(port: int) -> None:
    assert ask(port, "/a.mp3", Range=f"bytes={'9' * 5000}-").status == 200


def test_a_request_that_never_ends_is_ended(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "ASK_S", 0.2)
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        client.sendall(b"GET /feed.xml HTTP/1.1\r\nX-Wait: ")
        client.settimeout(0.02)
        while True:
            try:
                if not client.recv(100):
                    break
            except TimeoutError:
                try:
                    client.sendall(b"z")
                except OSError:
                    break
            except OSError:
                break
