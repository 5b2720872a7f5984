"""Lines, their clips' lengths and a sound design -> Timeline: decides when. Pure arithmetic.

Everything is counted in samples at 44.1 kHz.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model import Line, Role
from ..settings.sounddesign import Part, SoundDesign

RATE = 44_100
"""Sampling rate of every timeline, Hertz."""
SILENT_DB = -100.0
"""Room tone of this level and below is none."""
SPEECH_LUFS = -20.0
"""Loudness of every voice in the mix, before mastering (`Voice.gain_db` brings it there)."""


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
    tone_db: float = SILENT_DB
    """Level of the room tone under everything, relative to the voices."""
    seams: tuple[int, ...] = ()
    """Samples in the middle of long pauses, each a whole number of `GRID`: what lies between two of them depends on
    nothing beyond them."""

    @property
    def seconds(self) -> float:
        return self.samples / RATE


GRID = 1152
"""Samples of an MP3 frame."""
SEAM_MS = 600
"""A pause of a story has a seam when it is at least so long: between paragraphs, after headline and byline. Compressor
and limiter need a quarter of a second on either side to forget."""
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

    `lengths_s[i]` is the length of line i's clip in seconds (0 for a line without sound), `Line.pause_ms` the silence
    after it; `assets` the length in seconds of each sound there is. What holds
    nothing at all is a file of `head` silence.
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
    voices, at, seams = _voices(lines, lengths_s, at, seamed=part == "story")
    events += voices
    headlines = next((e.start for e in voices if lines[_index(e)].role == Role.HEADLINE), None)
    if part == "opening" and "bed" in have and headlines is not None:
        events.append(_bed(events, headlines, at, sound))
        at = events[-1].start + events[-1].length
    if part == "closing" and "closing" in have:
        events.append(_asset("closing", at + _ms(_TAIL_MS) // 2, have, levels.closing_db))
        at = events[-1].start + events[-1].length
    if not events:
        return Timeline((), _ms(p.head))
    ordered = tuple(sorted(events, key=lambda e: e.start))
    return Timeline(ordered, at + _ms(p.tail), _level_db(events), levels.room_tone_db, seams)


def _voices(
    lines: Sequence[Line], lengths_s: Sequence[float], at: int, *, seamed: bool
) -> tuple[list[Event], int, tuple[int, ...]]:
    """The lines that sound, one after the other from `at` on, when the pause after the last one ends, and the seams.

    A pause with a seam in it is up to a frame of MP3 longer, so that what follows the seam stands as far from it
    whatever precedes.
    """
    events: list[Event] = []
    seams: list[int] = []
    rest = 0
    for i, (line, length) in enumerate(zip(lines, lengths_s, strict=True)):
        if length > 0 and line.spoken.strip():
            if seamed and events and rest >= _ms(SEAM_MS):
                seams.append(-(-(at - rest // 2) // GRID) * GRID)
                at = seams[-1] + rest // 2
            size, rest = round(length * RATE), _ms(line.pause_ms)
            fade = min(CUT, size // 2)
            events.append(Event(i, at, size, line.utterance.voice.gain_db, fade, fade))
            at += size + rest
    return events, at, tuple(seams)


def _index(event: Event) -> int:
    """Which line a voice's event is."""
    return int(event.source)


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
