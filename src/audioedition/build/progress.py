"""What a long job says while it works: events out, one of four reporters shows them.

Everything goes to stderr: stdout is for data.
"""

from __future__ import annotations

import contextlib
import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Protocol

from ..errors import printable

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress, TaskID


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened in a build."""

    kind: str
    """`begun` (another build, by whoever makes several), `found` (more articles), `spoken` (seconds of audio made),
    `done`, `failed` or `note`."""
    article: str = ""
    text: str = ""
    """What was done and why, for people."""
    count: int = 0
    """`found`: how many."""
    seconds: float = 0.0
    """`done`: length of the finished story; `spoken`: audio just synthesised."""
    weight: float = 0.0
    """`done` and `failed`: share of the whole work (0 to 1) that this article was."""


class Reporter(Protocol):
    """Shows events; used as a context manager around the job."""

    def __call__(self, event: Event) -> None: ...
    def __enter__(self) -> Reporter: ...
    def __exit__(self, kind: type[BaseException] | None, e: BaseException | None, tb: TracebackType | None) -> None: ...


class Quiet:
    """Nothing but failures, one line each."""

    def __enter__(self) -> Quiet:
        return self

    def __exit__(self, kind: type[BaseException] | None, e: BaseException | None, tb: TracebackType | None) -> None:
        pass

    def __call__(self, event: Event) -> None:
        if event.kind == "failed":
            _print(f"failed: {event.text}")


class Plain(Quiet):
    """A line per article; for logs and pipes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.begin()

    def begin(self) -> None:
        """Nothing has been done yet."""
        self.began = self.clock()
        self.total = self.finished = 0
        self.audio_s = self.share = 0.0

    def __call__(self, event: Event) -> None:
        self.count(event)
        if event.kind == "done":
            _print(f"[{self.finished}/{self.total}] {event.article}: {event.text}{self.left()}")
        elif event.kind == "failed":
            _print(f"[{self.finished}/{self.total}] failed: {event.text}")
        elif event.kind == "note":
            _print(event.text)

    def count(self, event: Event) -> None:
        if event.kind == "begun":
            self.begin()
        elif event.kind == "found":
            self.total += event.count
        elif event.kind in ("done", "failed"):
            self.finished += 1
            self.total = max(self.total, self.finished)  # an edition file that fails is one more
            self.share += event.weight
        elif event.kind == "spoken":
            self.audio_s += event.seconds

    def left(self) -> str:
        """Time left, estimated from the share of the work that is done; empty while nothing can be said."""
        spent = self.clock() - self.began
        if not 0.0 < self.share < 0.999 or spent < 3:
            return ""
        return f", about {clock_text(spent / self.share - spent)} left"


class Json(Quiet):
    """One JSON object a line on stderr; for other programs."""

    def __call__(self, event: Event) -> None:
        _print(json.dumps({k: v for k, v in asdict(event).items() if v not in ("", 0, 0.0)}))


class Terminal(Plain):
    """A bar with articles, minutes of audio made, speed and time left."""

    def __enter__(self) -> Terminal:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[made]}"),
        )
        self.bar: Progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self.task: TaskID = self.bar.add_task("articles", total=None, made="")
        self.bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, e: BaseException | None, tb: TracebackType | None) -> None:
        self.bar.stop()

    def __call__(self, event: Event) -> None:
        self.count(event)
        spent = max(self.clock() - self.began, 0.001)
        made = f"{self.audio_s / 60:.1f} min of audio, {self.audio_s / spent:.0f} x real time{self.left()}"
        self.bar.update(self.task, total=self.total or None, completed=self.finished, made=made)
        if event.kind == "done":
            self.bar.console.print(printable(f"{event.article}: {event.text}"), markup=False, highlight=False)
        elif event.kind == "failed":
            self.bar.console.print(printable(f"failed: {event.text}"), style="red", markup=False, highlight=False)
        elif event.kind == "note":
            self.bar.console.print(printable(event.text), markup=False, highlight=False)


def clock_text(seconds: float) -> str:
    """`48 s`, `3 min 20 s`, `2 h 5 min`."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def _print(text: str) -> None:
    """A line on stderr, as far as anybody listens: a closed pipe or a full disk ends no build."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"{printable(text)}\n")
        sys.stderr.flush()
