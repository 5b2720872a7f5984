"""Lines + Timeline -> what is heard when: cues with the times of their words, and chapters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ..model import Chapter, Cue, Line, Role
from .timeline import RATE, Event, Timeline

_WORD = re.compile(r"\S+")
Words = Sequence[tuple[int, int, float, float]]
"""`Clip.words`: (start, end, from_s, to_s), offsets in the spoken text, seconds within the clip."""


def cues(
    lines: Sequence[Line], timeline: Timeline, narrator: str, words_of: Callable[[int], Words] | None = None
) -> tuple[Cue, ...]:
    """One cue for every line that is heard, with its words' times.

    `words_of(i)` gives the word times the engine reported for line i; words it says nothing about, or all of them
    without it, are placed by their share of the line's letters. `narrator` is shown for lines without a speaker.
    """
    result = []
    by_line = {e.source: e for e in timeline.events}
    for i, line in enumerate(lines):
        event = by_line.get(i)
        if event is None:
            continue
        start, end = _to_ms(event.start), _to_ms(event.start + event.length)
        speaker = line.speaker.name if line.speaker and line.role == Role.QUOTE else narrator
        timed = _word_times(line, event, words_of(i) if words_of else ())
        result.append(Cue(start, end, line.shown, speaker, line.role, timed, i))
    return tuple(result)


def _word_times(line: Line, event: Event, heard: Words) -> tuple[tuple[int, int, int, int], ...]:
    letters = max(len(line.spoken), 1)
    seconds = event.length / RATE
    begun = _to_ms(event.start)
    result: list[tuple[int, int, int, int]] = []
    k = 0
    for start, end, first, last in _spoken_words(line):
        while k < len(heard) and heard[k][1] <= start:
            k += 1
        n = k
        while n < len(heard) and heard[n][0] < end:
            n += 1
        from_s, to_s = start / letters * seconds, end / letters * seconds
        if n > k:
            from_s, to_s = heard[k][2], heard[n - 1][3]
        from_ms, to_ms = (begun + round(min(max(at, 0.0), seconds) * 1000) for at in (from_s, to_s))
        result.append((from_ms, to_ms, first, last))
    return tuple(result)


def _spoken_words(line: Line) -> Iterator[tuple[int, int, int, int]]:
    """(start, end) in the spoken text and (first, last) in the written one of every spoken word.

    What was written as one and is spoken as several words ("$5", "five dollars") has the same place for all of them.
    """
    for word in line.words:
        for match in _WORD.finditer(line.spoken, word.start, word.end):
            yield *match.span(), word.source_start, word.source_end


TITLE_LENGTH = 120
"""Characters of a chapter title; a longer one ends in an ellipsis at a word."""


def chapters(lines: Sequence[Line], timeline: Timeline) -> tuple[Chapter, ...]:
    """The story's chapters: its headline, then one a subhead; contiguous from 0 to the end of the file.

    Quotations get none: a list of them says less about a story than its subheads do.
    """
    by_line = {e.source: e for e in timeline.events}
    heads: list[tuple[int, str]] = []
    total = _to_ms(timeline.samples)
    for i, line in enumerate(lines):
        event = by_line.get(i)
        if event is None:
            continue
        if not heads:
            heads.append((0, line.text))
        elif line.role == Role.HEADLINE and lines[i - 1].role == Role.HEADLINE and len(heads) == 1:
            heads[0] = (0, f"{heads[0][1]} {line.text}")
        elif line.role == Role.SUBHEAD:
            follows = lines[i - 1].role == Role.SUBHEAD and lines[i - 1].paragraph == line.paragraph
            if follows and len(heads) > 1:
                heads[-1] = (heads[-1][0], f"{heads[-1][1]} {line.text}")
            else:
                heads.append((_to_ms(event.start), line.text))
    ends = [start for start, _ in heads[1:]] + [total] * (len(heads) > 0)
    return tuple(Chapter(start, end, _title(text)) for (start, text), end in zip(heads, ends, strict=True))


def _title(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= TITLE_LENGTH:
        return text
    return text[: TITLE_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,;:—–-") + "…"


def _to_ms(samples: int) -> int:
    return round(samples * 1000 / RATE)
