"""Addresses: fetched from a server on this machine, which the default settings refuse."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, unquote

import pytest

from audioedition import reading
from audioedition.errors import LaterError, ReadingError
from audioedition.model import Article
from audioedition.reading import Source, load
from audioedition.reading.addresses import fetch, is_public
from audioedition.settings import ReadSettings

HERE = ReadSettings(allow_private_addresses=True, timeout_s=2.0, max_bytes=100_000)
PAGE = (
    "<html><head><title>Ferry back</title></head><body><p>"
    + "The ferry sails again, said the café’s owner. " * 5
    + "</p></body></html>"
)


BUSY = set[str]()
"""What was asked for and will be there the next time."""


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path
        headers = {"Content-Type": "text/html; charset=utf-8"}
        body, status = PAGE.encode(), 200
        if path == "/robots.txt":
            headers, body = {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /closed\n"
        elif path.startswith("/to/"):
            status, body = 302, b""
            headers["Location"] = path.removeprefix("/to")
        elif path == "/loop":
            status, body = 302, b""
            headers["Location"] = "/loop"
        elif path == "/file":
            status, body = 302, b""
            headers["Location"] = "file:///etc/passwd"
        elif path == "/latin":
            headers["Content-Type"] = "text/html; charset=iso-8859-15"
            body = PAGE.replace("’", "'").replace("sails", "kostet 5 €").encode("iso-8859-15")
        elif path == "/gzip":
            headers["Content-Encoding"] = "gzip"
            body = gzip.compress(body)
        elif path == "/bomb":
            headers["Content-Encoding"] = "gzip"
            body = gzip.compress(b"a" * 10_000_000)
        elif path == "/large":
            body = b"a" * 200_000
        elif path == "/missing":
            status, body = 404, b"gone"
        elif path == "/empty":
            body = b""
        elif path.startswith("/busy/"):
            asked_before = path in BUSY
            BUSY.add(path)
            if not asked_before:
                status, body = 503, b""
                headers["Retry-After"] = unquote(path.removeprefix("/busy/"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if path != "/slow":
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            return
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"a")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def refused(url: str, settings: ReadSettings = HERE) -> str:
    with pytest.raises(ReadingError) as raised:
        fetch(url, settings)
    assert raised.value.article == url
    assert raised.value.remedy
    assert "\n" not in str(raised.value)
    return raised.value.problem


def test_a_page(site: str) -> None:
    source = Source(f"{site}/a", url=f"{site}/a")
    (article,) = reading.read_source(source, load(source, HERE), HERE)
    assert isinstance(article, Article)
    assert (article.name, article.headline, article.url) == (f"{site}/a", "Ferry back", f"{site}/a")
    assert "café’s" in article.text


def test_the_encoding_that_only_the_server_tells(site: str) -> None:
    source = Source("x", url=f"{site}/latin")
    (article,) = reading.read_source(source, load(source, HERE), HERE)
    assert isinstance(article, Article)
    assert "kostet 5 €" in article.text


def test_compressed_and_redirected(site: str) -> None:
    assert fetch(f"{site}/gzip", HERE).data.decode() == PAGE
    assert fetch(f"{site}/to/to/a", HERE).url == f"{site}/a"


def test_private_addresses_are_refused_by_default(site: str) -> None:
    assert "private network" in refused(f"{site}/a", ReadSettings())
    assert "private network" in refused("http://localhost:1/", ReadSettings())
    assert "private network" in refused("http://[::ffff:127.0.0.1]:1/", ReadSettings())


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("127.0.0.1", False), ("10.1.2.3", False), ("192.168.1.1", False), ("172.16.0.1", False), ("169.254.169.254", False),
        ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False), ("::1", False), ("fe80::1%eth0", False), ("fd00::1", False),
        ("::ffff:10.0.0.1", False), ("64:ff9b::7f00:1", False), ("2002:7f00:1::", False), ("8.8.8.8", True), ("2606:4700::1111", True),
        ("fec0::1", False), ("64:ff9b:1::8.8.8.8", False), ("::10.0.0.1", False), ("::ffff:0:127.0.0.1", False), ("3fff::1", False),
        ("5f00::1", False), ("192.88.99.1", False), ("64:ff9b::8.8.8.8", True),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_what_a_server_can_do_wrong(site: str) -> None:
    assert "404" in refused(f"{site}/missing")
    assert "empty" in refused(f"{site}/empty")
    assert "redirects more than 5 times" in refused(f"{site}/loop")
    assert "not http or https" in refused(f"{site}/file")
    assert "larger than" in refused(f"{site}/large")
    assert "larger than" in refused(f"{site}/bomb")
    assert "robots.txt" in refused(f"{site}/closed/a")
    assert "robots.txt" in refused(f"{site}/to/closed/a")


def test_a_server_that_wants_to_be_asked_later(site: str) -> None:
    """It is waited for within the time there is for an address; after that the line says when."""
    now = datetime.now(UTC)
    for soon in ("0", format_datetime(now, usegmt=True), format_datetime(now - timedelta(days=1), usegmt=True)):
        assert fetch(f"{site}/busy/{quote(soon)}", HERE).data == PAGE.encode()
    assert "again in 3600 s" in refused(f"{site}/busy/3600")
    with pytest.raises(LaterError) as raised:
        fetch(f"{site}/busy/{quote(format_datetime(now + timedelta(hours=2), usegmt=True))}", HERE)
    assert raised.value.after_s == pytest.approx(7200, abs=60)
    assert "503" in refused(f"{site}/busy/whenever")


def test_a_server_that_drips_is_left_in_time(site: str) -> None:
    began = time.monotonic()
    assert "takes longer than 0.5 s" in refused(
        f"{site}/slow", ReadSettings(allow_private_addresses=True, timeout_s=0.5)
    )
    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    "url",
    [
        "http://user:secret@127.0.0.1/",
        "http:///x",
        "http://127.0.0.1:99999/",
        "http://[::1/",
        "http://127.0.0.1:0/",
        "http://a b/",
        "http://\u0000/",
    ],
)
def test_addresses_that_are_none(url: str) -> None:
    refused(url)


def test_nobody_answers() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    assert "cannot be fetched" in refused(f"http://127.0.0.1:{port}/")
    assert "is not found" in refused("http://no-such-host.invalid/")
