"""Saved articles (Wallabag, Readeck, Karakeep) -> a JSON Feed of what has not been read yet; and marked read there.

`wallabag:` as a SOURCE is the service whose address and token stand in the environment: WALLABAG_URL, WALLABAG_TOKEN. A
token goes to that address and nowhere else: no redirect is followed, and no project can name another.
"""

from __future__ import annotations

import http.client
import json
import os
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from ..errors import NothingToReadError, ReadingError
from ..settings import ReadSettings
from .sources import KARAKEEP, READECK, WALLABAG

PER_PAGE = 50


@dataclass(frozen=True)
class Service:
    """How one of them is asked."""

    items: Callable[[_Connection], Iterator[dict[str, Any]]]
    """The items of a JSON Feed; their `id` is the service's."""
    mark: Callable[[_Connection, str], None]
    """Mark one as read."""


class _Connection:
    """Questions to one service: its address and its token, from the environment."""

    def __init__(self, name: str, settings: ReadSettings) -> None:
        self.name, self.settings = name, settings
        self.deadline = time.monotonic() + 10 * settings.timeout_s
        variable = name.rstrip(":").upper()
        self.address = urlsplit(_variable(f"{variable}_URL", name, "https://…"))
        if self.address.scheme not in ("http", "https") or not self.address.hostname or self.address.username:
            raise self.error(f"{variable}_URL is no http or https address", "such as https://read.example")
        self.token = self._own_token(variable)

    def _own_token(self, variable: str) -> str:
        """The token; Wallabag's last an hour, so it may be asked for one with the password instead."""
        user = os.environ.get(f"{variable}_USERNAME")
        if variable != "WALLABAG" or not user:
            return _variable(f"{variable}_TOKEN", self.name, "a token of that service")
        asked = {key: _variable(f"WALLABAG_{key.upper()}", self.name, "see docs/watching.md") for key in _PASSWORD}
        self.token = ""
        answer = self.ask("POST", "/oauth/v2/token", {"grant_type": "password", **asked})
        return str(answer.get("access_token") if isinstance(answer, dict) else "")

    def ask(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """The JSON of an answer. Raises ReadingError for everything that can go wrong."""
        data = self.text(method, path, body)
        try:
            return json.loads(data) if data.strip() else None
        except (ValueError, RecursionError) as e:
            raise self.error("answers what is no JSON", "is its address right?") from e

    def text(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> str:
        """The text of an answer."""
        headers = {"Accept": "application/json, text/html", "Connection": "close", "User-Agent": "audioedition"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        sent = json.dumps(body).encode() if body is not None else None
        if sent:
            headers["Content-Type"] = "application/json"
        host, port = self.address.hostname or "", self.address.port
        left = min(self.settings.timeout_s, max(self.deadline - time.monotonic(), 0.1))
        connection: http.client.HTTPConnection
        if self.address.scheme == "https":
            context = ssl.create_default_context()
            connection = http.client.HTTPSConnection(host, port, timeout=left, context=context)
        else:
            connection = http.client.HTTPConnection(host, port, timeout=left)
        try:
            connection.request(method, self.address.path.rstrip("/") + path, sent, headers)
            answer = connection.getresponse()
            data = self._body(answer)
        except (OSError, http.client.HTTPException, ValueError) as e:
            problem = getattr(e, "strerror", None) or str(e) or type(e).__name__
            raise self.error(f"cannot be asked: {problem}", "is the service running?") from e
        finally:
            connection.close()
        if not 200 <= answer.status < 300:
            remedy = "is its token right?" if answer.status in (401, 403) else "is its address right?"
            raise self.error(f"answers {answer.status} {answer.reason}".rstrip(), remedy)
        return data.decode("utf-8", "replace")

    def _body(self, answer: http.client.HTTPResponse) -> bytes:
        """All of an answer, as long as it is not too large and does not take too long."""
        data = b""
        while block := answer.read1(1 << 16):
            data += block
            if len(data) > self.settings.max_bytes:
                raise self.error("answers too much", "raise max_bytes in [read] of edition.toml")
            if time.monotonic() > self.deadline:
                raise self.error("takes too long", "raise timeout_s in [read] of edition.toml")
        return data

    def error(self, problem: str, remedy: str) -> ReadingError:
        return ReadingError(problem, article=self.name, remedy=remedy)


_PASSWORD = ("client_id", "client_secret", "username", "password")


def _variable(name: str, service: str, what: str) -> str:
    if value := os.environ.get(name, "").strip():
        return value
    raise ReadingError(f"needs {name} in the environment", article=service, remedy=f"set it to {what}")


def _wallabag(connection: _Connection) -> Iterator[dict[str, Any]]:
    """https://doc.wallabag.org/developer/api/: entries that are not archived, page by page."""
    page, pages = 1, 1
    while page <= pages:
        asked = {"archive": 0, "sort": "created", "order": "asc", "detail": "full", "perPage": PER_PAGE, "page": page}
        answer = connection.ask("GET", f"/api/entries.json?{urlencode(asked)}")
        for entry in answer["_embedded"]["items"]:
            yield _item(
                entry["id"],
                entry,
                content=entry.get("content"),
                published=entry.get("published_at"),
                language=entry.get("language"),
                authors=entry.get("published_by"),
                picture=entry.get("preview_picture"),
            )
        page, pages = page + 1, int(answer["pages"])


def _wallabag_mark(connection: _Connection, own: str) -> None:
    connection.ask("PATCH", f"/api/entries/{quote(own, safe='')}.json", {"archive": 1})


def _readeck(connection: _Connection) -> Iterator[dict[str, Any]]:
    """The API that every Readeck documents at /docs/api: a list of bookmarks, and the text of each."""
    offset = 0
    while True:
        asked = {"is_archived": "false", "type": "article", "sort": "created", "limit": PER_PAGE, "offset": offset}
        found = connection.ask("GET", f"/api/bookmarks?{urlencode(asked)}")
        for mark in found:
            if mark.get("has_article", True) and mark.get("loaded", True):
                yield _item(
                    mark["id"],
                    mark,
                    content=connection.text("GET", f"/api/bookmarks/{quote(str(mark['id']), safe='')}/article"),
                    published=mark.get("published"),
                    language=mark.get("lang"),
                    authors=mark.get("authors"),
                )
        if len(found) < PER_PAGE:
            return
        offset += len(found)


def _readeck_mark(connection: _Connection, own: str) -> None:
    connection.ask("PATCH", f"/api/bookmarks/{quote(own, safe='')}", {"is_archived": True})


def _karakeep(connection: _Connection) -> Iterator[dict[str, Any]]:
    """https://docs.karakeep.app/api: bookmarks that are not archived, by cursor; links whose page has been read."""
    cursor = ""
    while True:
        asked = {
            "archived": "false",
            "limit": PER_PAGE,
            "includeContent": "true",
            **({"cursor": cursor} if cursor else {}),
        }
        answer = connection.ask("GET", f"/api/v1/bookmarks?{urlencode(asked)}")
        for mark in answer["bookmarks"]:
            content = mark.get("content") or {}
            if content.get("type") == "link" and content.get("htmlContent"):
                yield _item(
                    mark["id"],
                    {**content, "title": mark.get("title") or content.get("title")},
                    content=content["htmlContent"],
                    published=content.get("datePublished"),
                    authors=[content["author"]] if content.get("author") else [],
                    picture=content.get("imageUrl"),
                )
        cursor = answer.get("nextCursor") or ""
        if not cursor:
            return


def _karakeep_mark(connection: _Connection, own: str) -> None:
    connection.ask("PATCH", f"/api/v1/bookmarks/{quote(own, safe='')}", {"archived": True})


def _item(
    own: Any,
    entry: Mapping[str, Any],
    *,
    content: Any,
    published: Any = None,
    language: Any = None,
    authors: Any = (),
    picture: Any = None,
) -> dict[str, Any]:
    """An item of a JSON Feed; what is no text is left out by its reader."""
    names = authors if isinstance(authors, list) else []
    return {
        "id": str(own),
        "url": entry.get("url"),
        "title": entry.get("title"),
        "content_html": content,
        "date_published": published,
        "language": language,
        "authors": [{"name": name} for name in names if isinstance(name, str)],
        "image": picture,
    }


_ASKED = {
    WALLABAG: Service(_wallabag, _wallabag_mark),
    READECK: Service(_readeck, _readeck_mark),
    KARAKEEP: Service(_karakeep, _karakeep_mark),
}


def saved_articles(name: str, settings: ReadSettings) -> bytes:
    """What is saved and unread in the service `name`, as a JSON Feed, at most `max_entries`.

    Raises ReadingError when it cannot be asked, NothingToReadError when nothing is saved there.
    """
    connection = _Connection(name, settings)
    items: list[dict[str, Any]] = []
    try:
        for item in _ASKED[name].items(connection):
            items.append({**item, "id": f"{name}{item['id']}"})
            if len(items) > settings.max_entries:
                break
    except (KeyError, TypeError, ValueError, AttributeError) as e:
        raise connection.error("answers something else than was asked for", "is its address right?") from e
    if not items:
        raise NothingToReadError("has nothing unread", article=name)
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode()


def mark_read(name: str, guids: list[str], settings: ReadSettings) -> None:
    """Mark articles of the service `name` as read there; `guids` are the ids of its feed. Raises ReadingError."""
    connection = _Connection(name, settings) if guids else None
    for guid in guids:
        if connection:
            _ASKED[name].mark(connection, guid.removeprefix(name))
