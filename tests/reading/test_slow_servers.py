"""A fetch ends, whatever the other side does: over TLS too, and in whatever it is caught."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from audioedition.errors import ReadingError
from audioedition.reading import addresses
from audioedition.settings import ReadSettings

PEM = Path(__file__).parent.parent / "data" / "localhost.pem"
"""A key and a certificate for localhost that nobody else uses."""
SOON = ReadSettings(allow_private_addresses=True, timeout_s=0.4)
PATIENT = ReadSettings(allow_private_addresses=True, timeout_s=20)

Talk = Callable[[socket.socket], None]


def _secured(client: socket.socket) -> ssl.SSLSocket:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(PEM)
    return context.wrap_socket(client, server_side=True)


def says_nothing(client: socket.socket) -> None:
    """Not even a handshake: it reads, and waits for the end."""
    while client.recv(4096):
        pass


def drips(client: socket.socket) -> None:
    """A whole handshake, then a header line that grows for ever."""
    with _secured(client) as secure:
        secure.sendall(b"HTTP/1.1 200 OK\r\nX-Wait: ")
        secure.settimeout(0.02)
        while True:
            with contextlib.suppress(TimeoutError):
                if not secure.recv(4096):
                    return
            secure.sendall(b"z")


def drips_its_body(client: socket.socket) -> None:
    with _secured(client) as secure:
        secure.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
        secure.settimeout(0.02)
        while True:
            with contextlib.suppress(TimeoutError):
                if not secure.recv(4096):
                    return
            secure.sendall(b"z")


def answers(client: socket.socket) -> None:
    with _secured(client) as secure:
        asked = secure.recv(4096)
        body = b"" if b"/robots.txt" in asked else b"<p>The ferry runs."
        status = b"404 Not Found" if not body else b"200 OK"
        secure.sendall(b"HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n%s" % (status, len(body), body))


@contextlib.contextmanager
def server(talk: Talk) -> Iterator[str]:
    """The address of a server on this machine that talks so to everybody who comes."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            with contextlib.suppress(OSError):
                while True:
                    client, _ = listening.accept()
                    threading.Thread(target=one, args=(client,), daemon=True).start()

        def one(client: socket.socket) -> None:
            with contextlib.suppress(OSError), client:
                talk(client)

        threading.Thread(target=serve, daemon=True).start()
        yield f"https://localhost:{listening.getsockname()[1]}/story"


@pytest.fixture(autouse=True)
def trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(PEM))


def test_a_page_over_tls() -> None:
    with server(answers) as url:
        assert addresses.fetch(url, PATIENT).data == b"<p>The ferry runs."


@pytest.mark.parametrize("talk", [says_nothing, drips, drips_its_body], ids=lambda talk: talk.__name__)
def test_it_ends_in_time(talk: Talk) -> None:
    with server(talk) as url, pytest.raises(ReadingError, match=r"takes longer than 0\.4 s"):
        addresses.fetch(url, SOON)


def test_a_name_that_is_looked_up_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's resolver takes no limit: here it waits until the test is over."""
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: over.wait() or [])
    with pytest.raises(ReadingError, match=r"takes longer than 0\.4 s"):
        addresses.fetch("https://slow.example/", SOON)
    over.set()
