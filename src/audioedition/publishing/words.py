"""A story as it is heard: every line of its script, and when each of its words is spoken. `words/STEM.json` on disk.

The one source of what shows text and sound together: the story's page, talking books, players of other people.
The file holds, in this order:

    version, language, milliseconds      1; BCP 47 code; length of the sound
    source                               the article's text
    words    [[start_ms, end_ms, first, last], ...]   every spoken word, in the order they are heard; `first` and
             `last` are offsets into `source`. Words that were written as one ("$3.2bn") share their place.
    lines    [{role, start, end, paragraph, speaker, heard: [start_ms, end_ms]}, ...]   in order; `heard` is null for
             what is shown, but not spoken. Words that the article does not hold (who is speaking, that the voices are
             synthetic) have `text` and `words` of their own instead of `start` and `end`: offsets into that text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from ..errors import PublishingError

VERSION = 1
Word = tuple[int, int, int, int]
"""(start_ms, end_ms, first, last)."""


@dataclass(frozen=True, slots=True)
class Said:
    """One line of a story as it is shown and heard."""

    role: str
    """As in `Line.role`."""
    text: str
    """Verbatim."""
    start: int
    """Where it stands in the source; -1 for words that were added."""
    paragraph: int
    speaker: str = ""
    """Name of the person quoted; empty for the narrator."""
    heard: tuple[int, int] | None = None
    """Milliseconds; None when it is shown, but not spoken."""
    words: tuple[Word, ...] = ()
    """Offsets into `text`."""

    @property
    def added(self) -> bool:
        """Whether the article does not hold these words."""
        return self.start < 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def tokens(self) -> tuple[Word, ...]:
        """The written words with their times, in the order they are written, none overlapping another."""
        return written(self.words)


@dataclass(frozen=True, slots=True)
class Told:
    """A story as it is heard."""

    source: str
    language: str
    milliseconds: int
    """Length of its sound file."""
    lines: tuple[Said, ...]

    def as_json(self) -> str:
        """The words file; without line ends, because it is fetched by players."""
        words = [
            [a, b, first + line.start, last + line.start]
            for line in self.lines
            if not line.added
            for a, b, first, last in line.words
        ]
        document = {
            "version": VERSION,
            "language": self.language,
            "milliseconds": self.milliseconds,
            "source": self.source,
            "words": words,
            "lines": [_line_json(line) for line in self.lines],
        }
        return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


def written(words: Sequence[Word]) -> tuple[Word, ...]:
    """Spoken words -> written ones: those that share characters become one, in the order of the text."""
    out: list[Word] = []
    for start, end, first, last in sorted(words, key=lambda w: (w[2], w[0])):
        if out and first < out[-1][3]:
            a, b, begun, done = out[-1]
            out[-1] = (min(a, start), max(b, end), begun, max(done, last))
        elif last > first:
            out.append((start, end, first, last))
    return tuple(out)


def read_told(path: Path) -> Told:
    """A words file of ours. Raises PublishingError when it is not there or not whole."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["version"] != VERSION:
            raise ValueError(f"version {document['version']}")
        source, words = document["source"], document["words"]
        return Told(
            source, document["language"], document["milliseconds"], tuple(_lines(document["lines"], source, words))
        )
    except (OSError, ValueError, KeyError, TypeError, IndexError) as e:
        raise PublishingError(f"{path.name} cannot be read: {e}", remedy="run `audioedition build` again") from e


def _lines(lines: Sequence[dict[str, Any]], source: str, words: Sequence[Sequence[int]]) -> Iterator[Said]:
    at = 0
    for line in lines:
        heard = tuple(line["heard"]) if line["heard"] else None
        about = (line["paragraph"], line["speaker"], heard)
        if "text" in line:
            yield Said(line["role"], line["text"], -1, *about, tuple((a, b, c, d) for a, b, c, d in line["words"]))
            continue
        start, end = line["start"], line["end"]
        mine = []
        while at < len(words) and start <= words[at][2] < max(end, start + 1):
            a, b, first, last = words[at]
            mine.append((a, b, first - start, last - start))
            at += 1
        yield Said(line["role"], source[start:end], start, *about, tuple(mine))


def _line_json(line: Said) -> dict[str, Any]:
    if line.added:
        place: dict[str, Any] = {"text": line.text, "words": line.words}
    else:
        place = {"start": line.start, "end": line.end}
    return {"role": line.role, **place, "paragraph": line.paragraph, "speaker": line.speaker, "heard": line.heard}


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand together: a headline, a paragraph."""

    kind: str
    """The role; `body` for running text with its quotations and its dateline; `added`."""
    lines: tuple[Said, ...]
    gaps: tuple[str, ...]
    """What stands before each line: a space, or nothing."""


def blocks(told: Told) -> tuple[Block, ...]:
    """The story's lines as paragraphs, in order."""
    out: list[list[Said]] = []
    for line in told.lines:
        before = out[-1][-1] if out else None
        if before and _kind(line) == _kind(before) and _together(told, before, line):
            out[-1].append(line)
        else:
            out.append([line])
    return tuple(Block(_kind(lines[0]), tuple(lines), ("", *_gaps(lines))) for lines in out)


def _together(told: Told, before: Said, line: Said) -> bool:
    """Whether a line goes on in the paragraph of another; a story does behind its dateline."""
    if line.paragraph == before.paragraph:
        return True
    return not (before.added or line.added) and "\n" not in told.source[before.end : line.start]


def _kind(line: Said) -> str:
    if line.role in ("body", "quote", "dateline"):
        return "body"  # also where words were added inside a paragraph, as the name of who is about to speak
    return "added" if line.added else line.role


def _gaps(lines: Sequence[Said]) -> Iterator[str]:
    for before, after in pairwise(lines):
        yield "" if after.start == before.end and not after.added else " "
