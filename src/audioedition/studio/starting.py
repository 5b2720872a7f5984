"""`audioedition studio`: a free port, a key nobody can guess, and one studio a project."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import socket
import threading
import webbrowser
from collections.abc import Iterator
from pathlib import Path

import uvicorn

from ..build.warming import warm
from ..errors import AudioEditionError, BuildLockedError, StudioError, UsageError, printable
from ..machine.locking import hold
from .desk import Desk
from .web import News, application

LOCK = ".audioedition/studio"
"""File of the project that the studio holds; it says where the studio is."""
SEEN_S = 3.0
"""How long what can wait waits for the first page."""
LOOK_S = 1.0
"""How often the project's files are looked at."""


def run(root: Path, port: int = 0, *, browser: bool = True) -> None:
    """Open the desk of the project in `root` and stay until it is stopped; prints its address first.

    Raises StudioError when it is open already, saying where; UsageError when the port cannot be had.
    """
    key = secrets.token_urlsafe(18)
    with _listening(port) as listening:
        port = listening.getsockname()[1]
        address = f"http://127.0.0.1:{port}/{key}/"
        with _alone(root, address):
            news = News()
            desk = Desk(root, news.tell)
            config = uvicorn.Config(
                application(desk, key, port, news),
                log_level="critical",
                access_log=False,
                lifespan="off",
                timeout_graceful_shutdown=1,
            )
            server = _Server(config, news)
            threading.Thread(target=_watch, args=(desk, server), daemon=True).start()
            threading.Thread(target=_warm, args=(desk,), daemon=True).start()
            print(printable(address), flush=True)
            if browser:
                threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
            try:
                server.run(sockets=[listening])
            finally:
                desk.command.close()


@contextlib.contextmanager
def _alone(root: Path, address: str) -> Iterator[None]:
    try:
        with hold(root / LOCK, address):
            yield
    except BuildLockedError as e:
        raise StudioError(f"the studio of this project is open already: {e.problem}") from e


def _listening(port: int) -> socket.socket:
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        found.bind(("127.0.0.1", port))
        found.listen(100)  # whoever reads the address may ask at once
    except (OSError, OverflowError) as e:
        found.close()
        reason = getattr(e, "strerror", None) or e
        raise UsageError(f"port {port} cannot be used: {reason}", remedy="choose another with --port") from e
    return found


def _warm(desk: Desk) -> None:
    """Load the narrator's voice, so that the first line to be heard does not wait for it."""
    desk.seen.wait(SEEN_S)
    with contextlib.suppress(AudioEditionError):
        warm(desk.stories.project.settings)


def _watch(desk: Desk, server: _Server) -> None:
    """Look at what has changed, by the desk or by anybody else, as long as the server runs."""
    pause = threading.Event()
    desk.seen.wait(SEEN_S)
    while not server.should_exit:
        if desk.stories.refresh():
            desk.tell()
        while not server.should_exit and desk.stories.look():
            desk.tell()
            while desk.busy:
                pause.wait(0.02)
        pause.wait(LOOK_S)


class _Server(uvicorn.Server):
    """A server that tells its pages when it closes, so that none keeps it waiting."""

    def __init__(self, config: uvicorn.Config, news: News) -> None:
        super().__init__(config)
        self.news = news

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self.news.loop = asyncio.get_running_loop()
        await super().startup(sockets)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.news.closing = True
        self.news.tell()
        await super().shutdown(sockets)
