"""`audioedition build` as a process of its own: what the command line does, and it can be stopped like that.

When one has ended the next one is started, loads what it will need and waits to be told: a line that is corrected then
costs no start.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ..build.planning import NOT_MADE
from ..errors import StudioError


class Command:
    """One command on the project, at most one at a time; `tell` is called whenever there is news."""

    def __init__(self, root: Path, tell: Callable[[], None]) -> None:
        self.root, self.tell = root, tell
        self.failed: dict[str, str] = {}
        """Article -> why the last build could not make it."""
        self._process: subprocess.Popen[str] | None = None
        self._waiting: tuple[list[str], subprocess.Popen[str]] | None = None
        """A command, and the process that is ready for it; one that nobody wants ends by itself."""
        self._closed = False
        self._guard = threading.Lock()
        self._state: dict[str, Any] = {"running": "", "share": 0.0, "said": ""}

    @property
    def state(self) -> dict[str, Any]:
        """What a page shows: `running` names the command, `share` is how far it has come, `said` its last words."""
        return dict(self._state)

    @property
    def waiting(self) -> int:
        """The id of the process that is ready for the next build; 0 where none is."""
        return self._waiting[1].pid if self._waiting else 0

    def start(self, name: str, *arguments: str) -> None:
        """Start `audioedition NAME ARGUMENTS`. Raises StudioError while another one runs."""
        with self._guard:
            if self._process and self._process.poll() is None:
                raise StudioError(
                    f"{self._state['running'] or 'a command'} is at work", remedy="wait for it, or stop it"
                )
            command = [sys.executable, "-m", "audioedition", "-C", str(self.root), name, *arguments]
            self._process = self._told(command) or _started(command)
            if name == "build":
                self.failed = {}
            self._state = {"running": name, "share": 0.0, "said": f"{name} has started"}
            threading.Thread(target=self._follow, args=(self._process, name, command), daemon=True).start()
        self.tell()

    def stop(self) -> None:
        """Ask the command to end, as Ctrl-C does; everything that is finished stays."""
        with self._guard:
            if self._process and self._process.poll() is None:
                with contextlib.suppress(OSError):
                    self._process.terminate()

    def close(self) -> None:
        """Stop, and wait until it has ended."""
        with self._guard:
            self._closed = True
            if self._waiting:
                self._waiting[1].terminate()
                self._waiting[1].wait()
        self.stop()
        if self._process:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(20)

    def _told(self, command: list[str]) -> subprocess.Popen[str] | None:
        """The process that waits for this command, told to begin; None where none waits any more."""
        waiting, self._waiting = self._waiting, None
        if not waiting or waiting[0] != command or waiting[1].poll() is not None:
            return None
        process = waiting[1]
        with contextlib.suppress(OSError):
            assert process.stdin
            process.stdin.write("\n")
            process.stdin.close()
            return process
        return None

    def _get_ready(self, command: list[str]) -> None:
        with self._guard:
            if not self._closed and not self._waiting:
                self._waiting = command, _started([*command, "--when-told"], subprocess.PIPE)

    def _follow(self, process: subprocess.Popen[str], name: str, command: list[str]) -> None:
        words: list[str] = []
        out: list[str] = []
        reading = threading.Thread(target=lambda: out.extend(process.stdout or ()), daemon=True)
        reading.start()
        for line in process.stderr or ():
            if not self._event(line):
                words.append(line.strip())
            self.tell()
        reading.join()
        status = process.wait()
        said = _outcome(name, status, "".join(out), words, self.failed)
        self._state = {"running": "", "share": 1.0 if status == 0 else self._state["share"], "said": said}
        self.tell()
        if name == "build" and status in (0, 1):
            self._get_ready(command)

    def _event(self, line: str) -> bool:
        """Take a line of `--json` events into account; False for any other line."""
        try:
            event = json.loads(line)
            kind = event["kind"]
        except (ValueError, TypeError, KeyError):
            return False
        article, text = event.get("article", ""), event.get("text", "")
        if kind == "failed":
            self.failed[article] = text
        if kind in ("done", "failed"):
            self._state["share"] = min(1.0, self._state["share"] + event.get("weight", 0.0))
        if text and text != "reused":
            self._state["said"] = f"{article}: {text}" if kind == "done" else text
        return True


def _started(command: list[str], stdin: int = subprocess.DEVNULL) -> subprocess.Popen[str]:
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=stdin, encoding="utf-8")


def _outcome(name: str, status: int, out: str, words: Sequence[str], failed: dict[str, str]) -> str:
    """What a command did, in one line."""
    if name == "build" and status in (0, 1) and out.strip().startswith("{"):
        actions = [step["action"] for step in json.loads(out)["articles"]]
        made = sum(action not in (*NOT_MADE, "removed") for action in actions)
        told = [f"{made} made" if made else "", f"{len(failed)} failed" if failed else ""]
        return f"Built: {', '.join(filter(None, told)) or 'nothing had changed'}."
    if status < 0 or status >= 128:
        return "Stopped; the next build goes on from here."
    last = next((word for word in reversed(words) if word), "")
    return (last or f"{name} is done").removeprefix("audioedition: ")
