"""What is said: written text as words, with its voice, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .article import Article, Doubt, Dropped, Gender, Passage, Role, Speaker, Tune


class Word(NamedTuple):
    """One spoken word (or run of words) and the written characters it comes from."""

    start: int
    end: int
    """Offsets in `Spoken.text`."""
    source_start: int
    source_end: int
    """Offsets in the text that was given to the spoken-form stage."""


class Reading(NamedTuple):
    """Something written that is said in other words, and the rule that words it (`spoken/NAME`, or `lexicon`)."""

    written: str
    said: str
    rule: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """Written text as the words to say, ready for an engine: no digits, no symbols."""

    text: str
    words: tuple[Word, ...] = ()
    """In order; together they cover every letter of `text`."""
    phonemes: tuple[tuple[int, int, str], ...] = ()
    """(start, end, IPA) of the words of `text` whose pronunciation the lexicon gives."""
    doubts: tuple[Doubt, ...] = ()
    """Readings that the rules had to guess."""
    readings: tuple[Reading, ...] = ()
    """Whatever is said in other words than it is written."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice is data: one TOML file in voices/. The file's name is the voice's name."""

    name: str
    engine: str
    """Name of the engine, as in the entry-point group `audioedition.engines`."""
    id: str
    """What the engine calls it."""
    language: str = "en-US"
    gender: Gender = Gender.UNKNOWN
    rate: float = 1.0
    """Speed factor that brings this voice to about 170 words a minute."""
    gain_db: float = 0.0
    """Gain in dB that brings this voice's speech to -20 LUFS before mixing."""
    licence: str = ""
    description: str = ""
    options: tuple[tuple[str, str | float], ...] = ()
    """Engine-specific values (throat, pitch, noise_scale, model, ...), sorted by name."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What an engine is asked to say. Holds no position and no source text: it is the material of a clip's key."""

    spoken: str
    voice: Voice
    language: str = "en"
    rate: float = 1.0
    """Further speed factor on top of the voice's own (1.05 = 5 % faster)."""
    phonemes: tuple[tuple[int, int, str], ...] = ()
    tune: Tune = Tune.PLAIN
    asides: tuple[tuple[int, int], ...] = ()
    """(start, end) in `spoken` of what is set off from the rest: in brackets, or between two dashes."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the script: a segment, the words to say, the voice that says them and the pause after."""

    role: str
    """A `Role`, or `announcement` for words that are the edition's own (opening, disclosure, closing)."""
    text: str
    start: int
    end: int
    spoken: str
    voice: str
    utterance: Utterance
    words: tuple[Word, ...] = ()
    """Map from `spoken` to `text` (offsets in `text`, not in the article)."""
    paragraph: int = 0
    speaker: Speaker | None = None
    pause_ms: int = 0
    """Silence after the line, in milliseconds; decided in script/pauses.py."""
    rule: str = ""
    """The rule or evidence that decided the role."""
    readings: tuple[Reading, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    passage: Passage | None = None
    added: str = ""
    """Words of ours that the article has not, in brackets, as editors mark what they add; `text` is then empty."""

    @property
    def shown(self) -> str:
        """What a reader sees of it."""
        return self.added or self.text


@dataclass(frozen=True, slots=True)
class Script:
    """An article ready to be read out. Same content as `script --json`."""

    article: Article
    segments: tuple[Line, ...]
    dropped: tuple[Dropped, ...]
    edits: int = 0
    """How many decisions of an editor it obeys."""
    misfits: tuple[str, ...] = ()
    """Decisions that no longer fit the article, each with the reason, for people."""

    @property
    def title(self) -> str:
        """The headline; of what has none (a post, a note) the first segment that is of its text."""
        opening = (Role.BYLINE, Role.TIMESTAMP, Role.DATELINE)
        text = next((line for line in self.segments if line.role not in opening), self.segments[0])
        return self.article.headline or text.text

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What of it had to be guessed, in what is said and in what is left out, most doubtful first."""
        doubts = (doubt for part in self.parts for doubt in part.doubts)
        return tuple(sorted(doubts, key=lambda doubt: -doubt.chance))

    @property
    def parts(self) -> tuple[Line | Dropped, ...]:
        """Everything of the article, in its order: what is said, and what is left out."""
        return tuple(sorted((*self.segments, *self.dropped), key=lambda part: part.start))

    @property
    def source(self) -> str:
        """The article's plain text; every offset counts its characters."""
        return self.article.text
