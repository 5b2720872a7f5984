"""For tests of the studio: the program as a process of its own, requests to it, and a browser."""

from __future__ import annotations

import contextlib
import json
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from edition_files import command, environment
from real_browser import running_browser


@dataclass
class Studio:
    """A studio that runs."""

    address: str
    process: subprocess.Popen[str]

    def ask(self, what: str, **query: str) -> Any:
        return self._json(urllib.request.Request(f"{self.address}ask/{what}?{urllib.parse.urlencode(query)}"))

    def do(self, what: str, **given: Any) -> Any:
        """What the desk answers, also when it refuses."""
        origin = self.address.rsplit("/", 2)[0]
        data = json.dumps(given).encode()
        return self._json(urllib.request.Request(f"{self.address}do/{what}", data, {"Origin": origin}))

    def _json(self, request: urllib.request.Request) -> Any:
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as e:
            return json.load(e)

    def until(self, true: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """The edition, as soon as something is true of it."""
        deadline = time.monotonic() + 60
        while not true(edition := self.ask("edition")):
            assert time.monotonic() < deadline, edition["command"]
            time.sleep(0.05)
        return edition


@contextlib.contextmanager
def studio(project: Path) -> Iterator[Studio]:
    """The studio of a project, until the block ends."""
    process = subprocess.Popen(
        command(project, "studio", "--no-browser"),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env=environment(project),
    )
    try:
        assert process.stdout
        yield Studio(process.stdout.readline().strip(), process)
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()


@contextlib.contextmanager
def page(address: str, **context: Any) -> Iterator[Any]:
    """A page of a real browser at `address`; any error on it fails."""
    errors: list[str] = []
    window = running_browser().new_context(**context)
    opened = window.new_page()
    opened.set_default_timeout(20_000)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    opened.goto(address)
    try:
        yield opened
    finally:
        window.close()
    assert errors == [], errors


def until(page: Any, true: str) -> None:
    """Wait until a function is true on the page, whose policy forbids what the browser driver has for this."""
    deadline = time.monotonic() + 20
    while not page.evaluate(true):
        assert time.monotonic() < deadline, true
        page.wait_for_timeout(50)
