"""Lines, their clips' lengths and a sound design -> Timeline, cues and chapters: decides when. Pure arithmetic.

Everything is counted in samples at 44.1 kHz. The pauses are those of the field (docs/sound.md); audio/sound.toml
changes them. "Where is it decided how long the pause is?": in `pauses`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .model import Chapter, Cue, Line, Role
from .sounddesign import Part, PauseSettings, SoundDesign

RATE = 44_100
"""Sampling rate of every timeline, Hertz."""
SPEECH_LUFS = -20.0
"""Loudness of every voice in the mix, before mastering (`Voice.gain_db` brings it there)."""

# --- pauses

_MARKS = ((".!?…。！？؟।", "sentence"), (";:—–", "clause"), (",،、", "comma"))
"""What a line ends on -> key of `PauseSettings`."""
_CLOSERS = "\"'”’»)]}*_ \t\n"
_ANNOUNCEMENT = "announcement"
_AFTER = {
    Role.HEADLINE: "headline",
    Role.DECK: "deck",
    Role.BYLINE: "byline",
    Role.TIMESTAMP: "byline",
    Role.DATELINE: "dateline",
    Role.SUBHEAD: "subhead",
}
"""Role of a line -> key of `PauseSettings`."""


def pauses(lines: Sequence[Line], sound: SoundDesign) -> tuple[int, ...]:
    """Milliseconds of silence after each line.

    Decided by what the line is, what follows, whether the voice changes, and the mark it ends on. A line that is not
    spoken gets 0, and so does the last that is: what follows it is the file's tail.
    """
    result = [0] * len(lines)
    spoken = [i for i, line in enumerate(lines) if line.spoken.strip()]
    for i, j in pairwise(spoken):
        result[i] = _pause(lines[i], lines[j], sound.pauses)
    return tuple(result)


def _pause(line: Line, after: Line, p: PauseSettings) -> int:
    if line.role == _ANNOUNCEMENT:
        return p.announcement
    if after.role == _ANNOUNCEMENT:
        return p.section
    same_paragraph = line.paragraph == after.paragraph and _block(line.role) == _block(after.role)
    if same_paragraph:
        if line.voice != after.voice:
            return p.voice
        return _by_mark(line.text, p)
    if line.role in _AFTER:
        return int(getattr(p, _AFTER[Role(line.role)]))
    if after.role in (Role.SUBHEAD, Role.CAPTION, Role.CORRECTION) and after.role != line.role:
        return p.section
    return p.paragraph


def _block(role: str) -> str:
    """Quotations stand in the body; every other role is a block of its own."""
    return "body" if role == Role.QUOTE else role


def _by_mark(text: str, p: PauseSettings) -> int:
    last = text.rstrip(_CLOSERS)[-1:]
    return next((int(getattr(p, name)) for marks, name in _MARKS if last and last in marks), p.word)


# --- the timeline


@dataclass(frozen=True, slots=True)
class Event:
    """One sound at one place."""

    source: int | str
    """Index of a line, or the name of an asset."""
    start: int
    """First sample of the file it is heard in."""
    length: int
    """Samples."""
    gain_db: float = 0.0
    fade_in: int = 0
    """Samples."""
    fade_out: int = 0
    dips: tuple[tuple[int, int], ...] = ()
    """Stretches of the file (first sample, last sample) under which it steps back."""
    dip_db: float = 0.0


@dataclass(frozen=True, slots=True)
class Timeline:
    """When everything is heard: the whole file in samples at 44.1 kHz."""

    events: tuple[Event, ...]
    """In order of start."""
    samples: int
    level_db: float = 0.0
    """How loud the whole is to be, relative to its voices: below 0 where softer sounds stand beside them."""

    @property
    def seconds(self) -> float:
        return self.samples / RATE


CUT = RATE * 5 // 1000
"""Fade at both ends of every voice clip: 5 ms, so that no cut is a step."""
_TAIL_MS = 700
"""So much of the ident's fading end is under the first words."""


def arrange(
    lines: Sequence[Line],
    lengths_s: Sequence[float],
    sound: SoundDesign,
    *,
    part: Part = "story",
    assets: Mapping[str, float] | None = None,
) -> Timeline:
    """Where every line and every sound of one file stands.

    `lengths_s[i]` is the length of line i's clip in seconds (0 for a line without sound); `assets` the length in
    seconds of each sound there is. What holds nothing at all is a file of `head` silence.
    """
    have = {} if sound.plain else dict(assets or {})
    if part == "between":
        return _between(have, sound)
    levels, p = sound.sounds, sound.pauses
    events: list[Event] = []
    at = _ms(p.head) if part in ("story", "opening") else 0
    if part == "opening" and "ident" in have:
        events.append(_asset("ident", 0, have, levels.ident_db))
        at = max(events[0].length - _ms(_TAIL_MS), at)
    headlines = None
    for i, (line, length, pause) in enumerate(zip(lines, lengths_s, pauses(lines, sound), strict=True)):
        if length <= 0 or not line.spoken.strip():
            continue
        if line.role == Role.HEADLINE and headlines is None:
            headlines = at
        size = round(length * RATE)
        fade = min(CUT, size // 2)
        events.append(Event(i, at, size, line.utterance.voice.gain_db, fade, fade))
        at += size + _ms(pause)
    if part == "opening" and "bed" in have and headlines is not None:
        events.append(_bed(events, headlines, at, sound))
        at = events[-1].start + events[-1].length
    if part == "closing" and "closing" in have:
        events.append(_asset("closing", at + _ms(_TAIL_MS) // 2, have, levels.closing_db))
        at = events[-1].start + events[-1].length
    if not events:
        return Timeline((), _ms(p.head))
    return Timeline(tuple(sorted(events, key=lambda e: e.start)), at + _ms(p.tail), _level_db(events))


def _asset(name: str, start: int, have: Mapping[str, float], gain_db: float) -> Event:
    size = round(have[name] * RATE)
    fade = min(CUT, size // 2)
    return Event(name, start, size, gain_db, fade, fade)


def _between(have: Mapping[str, float], sound: SoundDesign) -> Timeline:
    """The gap between two stories: what their tail and head leave of the pause, or as long as the sting needs."""
    rest = _ms(max(sound.pauses.article - sound.pauses.tail - sound.pauses.head, 100))
    if "sting" not in have:
        return Timeline((), rest)
    event = _asset("sting", 0, have, sound.sounds.sting_db)
    return Timeline((event,), max(rest, event.length), _level_db([event]))


def _bed(events: Sequence[Event], first: int, end: int, sound: SoundDesign) -> Event:
    """The bed from half a second before the first headline to a second and a half after the last."""
    start = max(first - _ms(500), 0)
    size = end + _ms(1500) - start
    dips = tuple((e.start, e.start + e.length) for e in events if isinstance(e.source, int) and e.start >= first)
    levels = sound.sounds
    return Event("bed", start, size, levels.bed_db, _ms(400), _ms(1200), dips, levels.bed_under_speech_db)


def _level_db(events: Sequence[Event]) -> float:
    """How much softer the whole is than its voices: loudness is a mean of power over what passes the gate (-10 LU)."""
    levels = [(e.length, 0.0 if isinstance(e.source, int) else e.gain_db) for e in events if e.source != "bed"]
    loudest = max((db for _, db in levels), default=0.0)
    heard = [(length, db) for length, db in levels if db > loudest - 10]
    power = sum(length * 10 ** (db / 10) for length, db in heard)
    return 10 * math.log10(power / sum(length for length, _ in heard)) if power else 0.0


def _ms(milliseconds: int) -> int:
    return milliseconds * RATE // 1000


# --- what is heard when

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
        result.append(Cue(start, end, " ".join(line.text.split()), speaker, line.role, timed))
    return tuple(result)


def _word_times(line: Line, event: Event, heard: Words) -> tuple[tuple[str, int, int], ...]:
    letters = max(len(line.spoken), 1)
    seconds = event.length / RATE
    result: list[tuple[str, int, int]] = []
    last_span = None
    k = 0
    for word in line.words:
        while k < len(heard) and heard[k][1] <= word.start:
            k += 1
        inside = []
        n = k
        while n < len(heard) and heard[n][0] < word.end:
            inside.append(heard[n])
            n += 1
        if inside:
            from_s, to_s = inside[0][2], inside[-1][3]
        else:
            from_s, to_s = word.start / letters * seconds, word.end / letters * seconds
        from_ms = _to_ms(event.start) + round(min(max(from_s, 0.0), seconds) * 1000)
        to_ms = _to_ms(event.start) + round(min(max(to_s, 0.0), seconds) * 1000)
        span = (word.source_start, word.source_end)
        if span == last_span:
            result[-1] = (result[-1][0], result[-1][1], max(to_ms, result[-1][2]))
        else:
            result.append((line.text[span[0] : span[1]], from_ms, to_ms))
        last_span = span
    return tuple(result)


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
