"""What a schedule has others do, as plain data: prepare a source, make a story, join an edition file or
get ready for it; and who does it.

A task is a whole article, so that its clips stay where they are made. `crew.py` does the work in processes of this
machine, `cluster.py` sends it to the workers of a Dask scheduler, each of which has such a crew.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from ..episode.edition_file import Whole
    from ..episode.parts import Part
    from ..episode.placing import Before
    from ..episode.prepared import Identity, Prepared
    from ..machine.workers import Outcome
    from ..reading import Source

PATIENCE_S = 120.0
"""Seconds that any task may take, however small: a busy machine, a slow disk."""
READ_A_SECOND = 20_000
"""Bytes of a source; a hundred times less than measured."""
SPOKEN_A_SECOND = 15
"""Characters in a second of speech."""
SLOWEST = 2.0
"""Finished sound is made at least so many times faster than it plays; measured are 60 and more."""


@dataclass(frozen=True)
class Prepare:
    """Read and script a source. What comes of it: a list of `Prepared` and of errors in their places."""

    source: Source
    data: bytes | None = field(repr=False)
    """Its content where nobody else could load it again."""
    size: int
    """Bytes."""

    @property
    def limit_s(self) -> float:
        return PATIENCE_S + self.size / READ_A_SECOND


@dataclass(frozen=True)
class Make:
    """Speak what a story lacks, and finish its files. What comes of it: `Finished`."""

    story: Prepared
    who: Identity

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.story.parts

    @property
    def limit_s(self) -> float:
        """For finishing it, when everything is spoken."""
        said = sum(len(line.spoken) for part in self.parts for line in part.lines)
        return PATIENCE_S + said / SPOKEN_A_SECOND / SLOWEST


@dataclass(frozen=True)
class Join:
    """Speak what an edition file says around its stories, and join it. What comes of it: `Finished`."""

    whole: Whole
    stem: str
    """Of its files."""
    guid: str
    before: Before | None
    """What was published of it last."""

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.whole.parts

    @property
    def limit_s(self) -> float:
        """For joining it, when everything is spoken."""
        return PATIENCE_S + sum(story.episode.duration_ms for story in self.whole.stories) / 1000 / SLOWEST


@dataclass(frozen=True)
class Ready:
    """Speak and encode what an edition file will probably need around its stories, while the last of these are made.
    Nothing comes of it but what lies in the cache: what is wrong with it is said when the edition file is joined."""

    parts: tuple[Part, ...]

    @property
    def limit_s(self) -> float:
        return PATIENCE_S


Task = Prepare | Make | Join | Ready


class Crew(Protocol):
    """Whoever does the tasks of a schedule."""

    @property
    def jobs(self) -> int:
        """How many of them can be worked on at once."""

    def submit(self, key: Hashable, task: Task) -> None:
        """Have it done, sooner or later."""

    def completed(self) -> Iterator[Outcome]:
        """What became of the tasks, as they end, until none is left; more may be submitted meanwhile."""
