"""audio/sound.toml -> `SoundDesign`: what surrounds the reading. One dataclass below is one table of the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from ..errors import SettingsError
from . import find_file, from_table, read_toml, unknown

Part = Literal["story", "opening", "between", "closing", "coda"]
"""What is arranged: a story; the edition's opening, the gap between two stories, its closing; the end of an episode."""


@dataclass(frozen=True, slots=True)
class PauseSettings:
    """[pauses]: milliseconds of silence, by structure and punctuation."""

    head: int = 500
    """Before the first word of a file."""
    tail: int = 1000
    """After the last one."""
    headline: int = 1200
    deck: int = 850
    byline: int = 700
    dateline: int = 500
    section: int = 1500
    """Before a subhead, a caption and a correction."""
    subhead: int = 850
    paragraph: int = 850
    sentence: int = 500
    clause: int = 300
    """After `;`, `:` and dashes inside a sentence."""
    comma: int = 200
    word: int = 100
    """Where a sentence changes hands without any mark."""
    voice: int = 250
    """Before and after a quotation in another voice, within a paragraph."""
    announcement: int = 700
    article: int = 2500
    """Between two stories of an edition, their heads and tails included."""


@dataclass(frozen=True, slots=True)
class WordSettings:
    """[words]: what the edition says itself; an empty wording is not spoken. {title}, {date}, {count}."""

    opening: str = "auto"
    """`auto`: as the edition's language says it."""
    headlines: bool = False
    """Whether the opening reads the headlines of all stories."""
    headlines_opening: str = "auto"
    closing: str = "auto"
    disclosure: str = "auto"
    disclose_in: str = "both"
    """Where the disclosure is spoken: `edition` (its opening), `episodes` (the end of each), `both` or `none`."""


@dataclass(frozen=True, slots=True)
class SoundSettings:
    """[sounds]: files in audio/ (empty = none), and their levels in dB relative to the voices."""

    ident: str = "ident.flac"
    """Before the opening."""
    sting: str = "sting.flac"
    """Between stories."""
    bed: str = "bed.flac"
    """Under the headlines; repeated as long as they last."""
    closing: str = "closing.flac"
    """After the closing words."""
    ident_db: float = -5.0
    sting_db: float = -6.0
    bed_db: float = -10.0
    bed_under_speech_db: float = -8.0
    """How far the bed steps back under a voice."""
    closing_db: float = -5.0
    room_tone_db: float = -50.5
    """The quiet between the words: -65 dBFS in finished files at `podcast`. -100 and less is digital silence."""


@dataclass(frozen=True, slots=True)
class SoundDesign:
    """audio/sound.toml: everything that surrounds the reading."""

    sound: str = "full"
    """`full`, or `plain`: nothing but speech and pauses."""
    loudness: str = "podcast"
    """From edition.toml: the preset the finished file is mastered to."""
    pauses: PauseSettings = field(default_factory=PauseSettings)
    words: WordSettings = field(default_factory=WordSettings)
    sounds: SoundSettings = field(default_factory=SoundSettings)

    @property
    def plain(self) -> bool:
        return self.sound == "plain"

    def file_of(self, asset: str) -> str:
        """The file name of `ident`, `sting`, `bed` or `closing`; empty for none."""
        return "" if self.plain else str(getattr(self.sounds, asset))


_FILLED = r"\{(title|date|count)\}"
"""What is filled into a wording."""
ASSETS = ("ident", "sting", "bed", "closing")


def load_sound(root: Path, *, loudness: str = "podcast") -> SoundDesign:
    """The sound design of the project in `root`: its audio/sound.toml, else the stock one, else the defaults.

    Raises SettingsError for an unknown key, a wrong type or a value that makes no sense.
    """
    path = find_file(root, "audio", "sound.toml")
    values = read_toml(path) if path else {}
    tables: dict[str, type[Any]] = {"pauses": PauseSettings, "words": WordSettings, "sounds": SoundSettings}
    parts: dict[str, Any] = {}
    for key, value in values.items():
        if key in tables:
            if not isinstance(value, dict):
                raise SettingsError(f"sound.toml: {key} must be a table")
            parts[key] = from_table(tables[key], value, f"sound.toml [{key}]")
        elif key == "sound":
            parts[key] = value
        else:
            raise SettingsError(unknown(key, [*tables, "sound"], "sound.toml"))
    design = SoundDesign(loudness=loudness, **parts)
    _check(design)
    return design


_LIMITS_DB = {"bed_under_speech_db": (-60, 0), "room_tone_db": (-120, 20)}
"""Levels that may be something else than -60 to 20 dB."""


def _check(design: SoundDesign) -> None:
    if design.sound not in ("full", "plain"):
        raise SettingsError(f"sound.toml: sound must be 'full' or 'plain', not {design.sound!r}")
    if design.words.disclose_in not in ("edition", "episodes", "both", "none"):
        raise SettingsError(
            f"sound.toml [words]: disclose_in must be 'edition', 'episodes', 'both' or 'none', "
            f"not {design.words.disclose_in!r}"
        )
    for name in PauseSettings.__dataclass_fields__:
        if not 0 <= getattr(design.pauses, name) <= 60_000:
            raise SettingsError(f"sound.toml [pauses]: {name} must lie between 0 and 60000 milliseconds")
    for name in ("opening", "headlines_opening", "closing", "disclosure"):
        wording = getattr(design.words, name)
        if re.search("[{}]", re.sub(_FILLED, "", wording)):
            raise SettingsError(
                f"sound.toml [words]: {name} {wording!r} cannot be filled in",
                remedy="use {title}, {date} and {count} only",
            )
    for name in (name for name in SoundSettings.__dataclass_fields__ if name.endswith("_db")):
        least, most = _LIMITS_DB.get(name, (-60, 20))
        if not least <= getattr(design.sounds, name) <= most:
            raise SettingsError(f"sound.toml [sounds]: {name} must lie between {least} and {most} dB")


def announcements(part: Part, sound: SoundDesign, *, title: str, date: str, count: int = 0) -> tuple[str, ...]:
    """The sentences the edition itself says in `part`; `date` in words (`Tuesday, March fourth`). Often none.

    Headlines, where the opening reads them, come after these, each a line with role `headline`.
    """
    words = sound.words
    if sound.plain:
        return ()
    disclosed = {"opening": ("edition", "both"), "coda": ("episodes", "both")}.get(part, ())
    spoken = {
        "opening": [words.opening, words.disclosure, words.headlines_opening if words.headlines else ""],
        "coda": [words.disclosure],
        "closing": [words.closing],
    }.get(part, [])
    if words.disclose_in not in disclosed:
        spoken = [s for s in spoken if s != words.disclosure]
    fill = {"{title}": title, "{date}": date, "{count}": str(count)}
    return tuple(re.sub(_FILLED, lambda found: fill[found[0]], s) for s in spoken if s)
