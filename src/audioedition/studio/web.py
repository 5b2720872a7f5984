"""Requests -> the desk: who may ask, what is answered, and the stream of news to every open page.

The address of everything begins with the key, so that no other program of this machine and no page of another site
can know it; Host and Origin are looked at besides, against names that point here from elsewhere.
"""

from __future__ import annotations

import asyncio
import functools
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..errors import AudioEditionError, UsageError
from .desk import Desk

PAGES = Path(__file__).parent / "pages"
MAX_JSON_BYTES = 2_000_000
"""Of what a page may send about a story; a pasted article is the longest."""
HEARTBEAT_S = 20.0
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}
FINISHED = HEADERS | {
    "Content-Security-Policy": "default-src 'self' 'unsafe-inline' data: blob:; sandbox allow-scripts allow-popups",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""Of the finished edition's own pages: their scripts run, but as those of a stranger, who cannot use the desk."""


class News:
    """Says to every open page that there is something new; from any thread."""

    def __init__(self) -> None:
        self.loop: asyncio.AbstractEventLoop | None = None
        self._open: set[asyncio.Event] = set()
        self.closing = False

    def tell(self) -> None:
        """Something has changed."""
        if self.loop and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self._ring)

    def _ring(self) -> None:
        for bell in self._open:
            bell.set()

    async def stream(self) -> AsyncIterator[str]:
        """Server-sent events: a line whenever there was news, at most some a second."""
        bell = asyncio.Event()
        self._open.add(bell)
        try:
            yield "retry: 1000\ndata: hello\n\n"
            while not self.closing:
                try:
                    await asyncio.wait_for(bell.wait(), HEARTBEAT_S)
                    bell.clear()
                    yield "data: news\n\n"
                    await asyncio.sleep(0.15)
                except TimeoutError:
                    yield ": still here\n\n"
        finally:
            self._open.discard(bell)


class Guard:
    """Lets through what comes from the desk's own page, with the key in the address."""

    def __init__(self, app: ASGIApp, key: str, hosts: frozenset[str]) -> None:
        self.app, self.key, self.hosts = app, key, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if not self._allowed(scope):
            await PlainTextResponse("not here", 403)(scope, receive, send)
            return

        added = FINISHED if self._finished(scope) else HEADERS

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] += [(k.lower().encode(), v.encode()) for k, v in added.items()]
            await send(message)

        await self.app(scope, receive, with_headers)

    def _allowed(self, scope: Scope) -> bool:
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        host, origin = headers.get(b"host", ""), headers.get(b"origin", "")
        if host not in self.hosts or not scope["path"].startswith(f"/{self.key}/"):
            return False
        if self._finished(scope) and scope["method"] in ("GET", "HEAD"):
            return True
        if headers.get(b"sec-fetch-site", "none") not in ("same-origin", "none"):
            return False
        return origin == f"http://{host}" if scope["method"] not in ("GET", "HEAD") or origin else True

    def _finished(self, scope: Scope) -> bool:
        return bool(scope["path"].startswith(f"/{self.key}/output/"))


def application(desk: Desk, key: str, port: int, news: News) -> ASGIApp:
    """The desk as an ASGI program at `http://127.0.0.1:PORT/KEY/`."""

    async def page(request: Request) -> Response:
        return FileResponse(PAGES / "desk.html", headers={"Cache-Control": "no-cache"})

    async def events(request: Request) -> Response:
        return StreamingResponse(news.stream(), media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    async def clip(request: Request) -> Response:
        try:
            sound = await run_in_threadpool(desk.clips.wav, request.path_params["key"])
        except AudioEditionError as e:
            return _error(e, 404)
        return Response(sound, media_type="audio/wav", headers={"Cache-Control": "private, max-age=86400, immutable"})

    async def output(request: Request) -> Response:
        path = _below(desk.stories.project.output, request.path_params["path"], desk.root)
        return FileResponse(path) if path else PlainTextResponse("not there", 404)

    async def add_file(request: Request) -> Response:
        limit = desk.stories.project.settings.read.max_bytes
        data = await _body(request, limit)
        if data is None:
            return JSONResponse({"error": f"it is larger than {limit // 1_000_000} MB"}, 413)
        return await _answer(lambda: {"added": desk.add_file(request.query_params.get("name", ""), data)})

    async def ask(request: Request) -> Response:
        what = _ASKED.get(request.path_params["what"])
        return (
            await _answer(lambda: what(desk, dict(request.query_params))) if what else _error(UsageError("what?"), 404)
        )

    async def act(request: Request) -> Response:
        data = await _body(request, MAX_JSON_BYTES)
        if data is None:
            return JSONResponse({"error": f"it is larger than {MAX_JSON_BYTES // 1_000_000} MB"}, 413)
        try:
            given = json.loads(data or b"{}")
        except ValueError:
            given = None
        what = _ACTIONS.get(request.path_params["what"])
        if what is None or not isinstance(given, dict):
            return _error(UsageError("what?"), 404)
        return await _answer(functools.partial(what, desk, given))

    routes = [
        Route("/", page),
        Route("/events", events),
        Route("/clip/{key}", clip),
        Route("/output/{path:path}", output),
        Route("/file", add_file, methods=["POST"]),
        Route("/ask/{what}", ask),
        Route("/do/{what}", act, methods=["POST"]),
        Mount("/", StaticFiles(directory=PAGES)),
    ]
    hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
    return Guard(Starlette(routes=[Mount(f"/{key}", routes=routes)]), key, hosts)


Given = dict[str, Any]
_ASKED: dict[str, Callable[[Desk, Given], object]] = {
    "edition": lambda desk, given: desk.edition(),
    "story": lambda desk, given: desk.script(given["name"]),
}
_ACTIONS: dict[str, Callable[[Desk, Given], object]] = {
    "decide": lambda desk, g: desk.decide(g["name"], int(g["start"]), int(g["end"]), g["text"], g["wishes"]),
    "wish": lambda desk, g: desk.wish(g["name"], g["wishes"]),
    "pronounce": lambda desk, g: desk.pronounce(g["word"], g["say"], g.get("language", "en")),
    "cast": lambda desk, g: desk.cast(g["person"], g["voice"]),
    "hear": lambda desk, g: {
        "clip": desk.hear(
            g["name"], int(g["start"]), [(a, b) for a, b in g.get("words", [])], g.get("say", ""), g.get("voice", "")
        )
    },
    "add": lambda desk, g: {"added": desk.add_text(g["text"])},
    "address": lambda desk, g: {"added": desk.add_address(g["address"])},
    "again": lambda desk, g: desk.fetch_again(g["name"]),
    "remove": lambda desk, g: desk.remove(g["name"]),
    "order": lambda desk, g: desk.order(g["names"]),
    "undo": lambda desk, g: desk.undo(),
    "redo": lambda desk, g: desk.undo(again=True),
    "build": lambda desk, g: desk.build(),
    "stop": lambda desk, g: desk.command.stop(),
    "publish": lambda desk, g: desk.publish(),
}
"""What a page may ask for -> what the desk does; a text that comes back is said to the user."""


async def _answer(action: Callable[[], object]) -> Response:
    """What an action returns as JSON; what it cannot do as an error with the reason and the remedy."""
    try:
        found = await run_in_threadpool(action)
    except AudioEditionError as e:
        return _error(e, 409)
    except (KeyError, TypeError, ValueError, AttributeError) as e:
        return _error(UsageError(f"the page asked for something strange ({type(e).__name__}: {e})"), 400)
    return JSONResponse({"said": found} if isinstance(found, str) or found is None else found)


def _error(error: AudioEditionError, status: int) -> Response:
    return JSONResponse({"error": str(error)}, status)


async def _body(request: Request, limit: int) -> bytes | None:
    """The body; None for one that is larger than `limit`."""
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > limit:
            return None
    return bytes(data)


def _below(folder: Path, name: str, root: Path) -> Path | None:
    """A published file; None for anything hidden or outside the project."""
    parts = [part for part in name.split("/") if part]
    if not parts or any(part.startswith(".") or "\\" in part or "\0" in part for part in parts):
        return None
    path = folder.joinpath(*parts).resolve()
    return path if path.is_file() and path.is_relative_to(folder.resolve()) and path.is_relative_to(root) else None
