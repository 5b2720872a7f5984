"""Told -> Clips: which stretch of the sound says which line or word. They leave no gap, so pauses are heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..publishing.markup import shown
from ..publishing.words import Block, Said, Told, blocks


@dataclass(frozen=True, slots=True)
class Clip:
    """A stretch of a story's sound and the element that holds its text."""

    id: str
    start_ms: int
    end_ms: int
    parts: tuple[Clip, ...] = ()
    """The words of a line."""


def line_id(number: int) -> str:
    """Of the story's line `number`: `l12`."""
    return f"l{number}"


def clips(told: Told, words: bool = False) -> tuple[Clip, ...]:
    """One clip a spoken line, in the order they are heard, from 0 to the end of the sound."""
    heard = sorted((line.heard, n, line) for n, line in enumerate(told.lines) if line.heard and line.text.strip())
    starts = [0, *(max(when[0], 1) for when, _, _ in heard[1:]), told.milliseconds]
    out = []
    for (_, number, line), start, end in zip(heard, starts, starts[1:], strict=False):
        if end > start:
            out.append(Clip(line_id(number), start, end, _words(line, number, start, end) if words else ()))
    return tuple(out)


def _words(line: Said, number: int, start: int, end: int) -> tuple[Clip, ...]:
    timed = sorted((max(token[0], start), n) for n, token in enumerate(line.tokens()))
    starts = [start, *(at for at, _ in timed[1:]), end]
    spans = zip(timed, starts, starts[1:], strict=False)
    return tuple(Clip(f"{line_id(number)}w{n}", a, b) for (_, n), a, b in spans if b > a)


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a story in mark-up."""

    kind: str
    """As in `Block.kind`."""
    html: str
    """Its lines, an element with an id each."""


def pieces(told: Told, opened: Callable[[str, bool], str], closed: str, words: bool = False) -> Iterator[Piece]:
    """The story's paragraphs. `opened(id, heard)` is the start tag of a line's element, `closed` its end tag."""
    numbers = {id(line): n for n, line in enumerate(told.lines)}
    for block in blocks(told):
        html = "".join(_line(block, i, numbers, opened, closed, words) for i in range(len(block.lines)))
        if html:
            yield Piece(block.kind, html)


def _line(
    block: Block, i: int, numbers: dict[int, int], opened: Callable[[str, bool], str], closed: str, words: bool
) -> str:
    line = block.lines[i]
    if not line.text.strip():
        return ""
    number = numbers[id(line)]
    text = _worded(line, number) if words else shown(line.text)
    return f"{block.gaps[i]}{opened(line_id(number), line.heard is not None)}{text}{closed}"


def _worded(line: Said, number: int) -> str:
    out, at = [], 0
    for n, (_, _, first, last) in enumerate(line.tokens()):
        out.append(shown(line.text[at:first]))
        out.append(f'<span id="{line_id(number)}w{n}">{shown(line.text[first:last])}</span>')
        at = last
    return "".join([*out, shown(line.text[at:])])
