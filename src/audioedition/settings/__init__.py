"""Defaults < edition.toml < command line -> one frozen `Settings`. An unknown key is an error naming the nearest one.

Each table of edition.toml is one dataclass below; the field names are the keys and the docstrings the documentation.
What surrounds the reading (pauses, stings, presets of the sound) is in audio/sound.toml, see `sounddesign.py`;
who reads is in voices/cast.toml, see `project/cast.py`.
"""

from __future__ import annotations

import dataclasses
import difflib
import functools
import math
import os
import re
import tomllib
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar

from ..errors import SettingsError
from ..model.formats import FORMATS

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class EditionSettings:
    """[edition]: what the edition is called and how it describes itself."""

    title: str = "Audio Edition"
    author: str = ""
    language: str = "auto"
    """BCP 47 code of the edition; an article may have its own. `auto` = that of most of its stories."""
    description: str = ""
    output: str = "output"
    """Folder for the finished files, relative to the project folder."""
    seeds: str = "seeds"
    """Folder of articles that `build` reads when it is given none."""
    cast: str = ""
    """File that says who reads, relative to the project folder; empty = `voices/cast.toml`."""
    link: str = "https://audioedition.example/"
    """Web address the output folder will be served from; feed and enclosure addresses are built on it."""
    email: str = ""
    category: str = "News/Daily News"
    """Apple Podcasts category, `Top/Sub`."""
    cover: str = ""
    """Picture for the edition, relative to the project folder; made when empty."""
    copyright: str = ""
    explicit: bool = False
    by: str = "new"
    """What an edition file holds: `new` (what came since the day before), `all`, or one each `date` or `section`."""
    timezone: str = "UTC"
    """IANA name (`Europe/London`): dates and times that articles give without a zone are there."""
    podcast_guid: str = ""
    """The podcast:guid of a feed that has moved here; empty = made from the feed's address."""
    publish: str = ""
    """Where `publish` and the studio send the finished files: a folder, `user@host:path` or a bucket."""
    rhythm: str = ""
    """How often an edition appears, for players: `daily`, `weekdays`, `weekly`, `monthly`; empty = not said."""
    private: bool = False
    """Whether directories and search engines are asked to leave the edition out."""
    stories: int = 100
    """At most so many stories, the newest, are in an edition file."""
    keep_days: int = 7
    """So long a file stays after the last feed that named it, for whoever has that feed still."""


@dataclass(frozen=True, slots=True)
class TextSettings:
    """[text]: how the written becomes the spoken."""

    english: str = "auto"
    """`US`, `GB`, `IE`, `IN`, `AU`, `PH`, `NG`, `ZA` or `auto` (by evidence in the article)."""
    date_order: str = "auto"
    """How 3/4/2025 is read: `month-first`, `day-first` or `auto` (by evidence, else by `english`)."""
    byline: str = "auto"
    """Wording of the byline; `auto` = as the article's language says it; empty = not spoken. {names}: `A`, `A and B`,
    `A, B and C`."""
    dateline: str = "{place}."
    """Wording of the dateline; empty = not spoken. {place}, {agency}, {date}."""
    timestamp: str = ""
    """Wording of the publication time; empty = not spoken. {date}."""
    partial_quote_words: int = 4
    """A quoted fragment inside a sentence changes voice only from this many words on; see segmentation."""
    introduce: bool = False
    """Whether the narrator says who speaks when a voice begins whose owner has not been named yet."""
    captions: bool = False
    """Whether picture captions are spoken."""
    table: str = "auto"
    """What is said where a table of the story is left out (`tables` in [read]); `auto` = as the article's language says
    it; empty = nothing."""


@dataclass(frozen=True, slots=True)
class FileSettings:
    """[files]: what is written."""

    format: str = "mp3"
    """`mp3`, `m4a`, `m4b` or `opus`."""
    bitrate: str = "standard"
    """`standard` (MP3 CBR 96 kbit/s) or `small` (64)."""
    loudness: str = "podcast"
    """`podcast` (-16 LUFS), `mono` (-19) or `broadcast` (-23)."""
    edition_file: bool = True
    """Whether all stories of the edition are also joined into one file with chapters."""

    @property
    def codec(self) -> str:
        """What the sound is encoded as: an audiobook (`m4b`) is an `m4a` whose edition file has another name."""
        return FORMATS[self.format].part


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """[build]: how the work is done. Nothing here changes the result."""

    jobs: int = 0
    """Worker processes; 0 = one a core."""
    cache: str = ""
    """Folder of the clip cache; empty = the user's cache folder."""
    utterance_timeout_s: float = 60.0
    """An engine that needs longer for one utterance is stopped and tried once more."""


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """[read]: what is fetched and accepted."""

    allow_private_addresses: bool = False
    """Whether addresses on this machine and in private networks may be fetched."""
    max_bytes: int = 50_000_000
    """A larger source is refused."""
    max_entries: int = 1000
    """Of a feed or mailbox with more entries the first ones are read, and an error says so."""
    timeout_s: float = 20.0
    code: bool = False
    """Whether code blocks in Markdown and HTML are read out."""
    tables: bool | str = False
    """Whether tables are read out; `auto`: those that can be followed by ear, each row with its headings."""
    footnotes: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a build depends on, except the articles, voices/ and audio/ themselves."""

    root: Path = field(default_factory=Path)
    """The project folder: holds edition.toml, seeds/, voices/, audio/, output/."""
    edition: EditionSettings = EditionSettings()
    text: TextSettings = TextSettings()
    files: FileSettings = FileSettings()
    build: BuildSettings = BuildSettings()
    read: ReadSettings = ReadSettings()

    @property
    def english(self) -> str:
        """The English of the edition's own words: the one that is set, else that of its language."""
        british = self.edition.language.lower().replace("_", "-") == "en-gb"
        return "GB" if self.text.english == "auto" and british else self.text.english


ENGLISHES = ("US", "GB", "IE", "IN", "AU", "PH", "NG", "ZA")
"""Countries whose usage differs in what the rules of spoken form ask for."""
CHOICES = {
    "by": ("new", "all", "date", "section"),
    "rhythm": ("", "daily", "weekdays", "weekly", "monthly"),
    "english": ("auto", *ENGLISHES),
    "date_order": ("auto", "month-first", "day-first"),
    "format": tuple(FORMATS),
    "bitrate": ("standard", "small"),
    "tables": (False, True, "auto"),
    "loudness": ("podcast", "mono", "broadcast"),
}
"""Keys whose values are names from a list."""
LIMITS = {"stories": (1, math.inf), "jobs": (0, 256)}
"""Least and most of numbers; others must not be negative."""
WORDINGS = {"byline": ("names",), "dateline": ("place", "agency", "date"), "timestamp": ("date",)}
"""What a wording may hold in braces."""


def load_settings(root: Path, overrides: Mapping[str, Mapping[str, object]] | None = None) -> Settings:
    """The settings of the project in `root`; a folder without edition.toml gets the defaults.

    `overrides` maps table to key to value (the command line's words, which win).
    Raises SettingsError for a file that is not TOML, an unknown key or a value that is not allowed.
    """
    path = root / "edition.toml"
    tables = _tables(path) if os.path.lexists(path) else {}
    _stays_inside(root, tables, path.name)
    for name, values in (overrides or {}).items():
        tables.setdefault(name, {}).update(values)
    known = {f.name: f for f in dataclasses.fields(Settings) if f.name != "root"}
    types = typing.get_type_hints(Settings)
    parts: dict[str, Any] = {}
    for name, values in tables.items():
        if name not in known:
            raise SettingsError(unknown(name, known, f"{path.name}: table"))
        where = f"{path.name} [{name}]"
        parts[name] = from_table(types[name], values, where)
        for key, value in values.items():
            _check(key, value, where)
    return Settings(root=root, **parts)


def _tables(path: Path) -> dict[str, dict[str, object]]:
    """Table -> its keys, of the edition.toml at `path`."""
    tables: dict[str, dict[str, object]] = {}
    for name, value in read_toml(path).items():
        if not isinstance(value, dict):
            raise SettingsError(
                f"{path.name}: {name} stands outside a table", remedy="put it below [edition], [text], [files], ..."
            )
        tables[name] = dict(value)
    return tables


OWN_PATHS = {
    ("edition", "output"): "name it with --output, or link to it from your web server",
    ("edition", "seeds"): "name the folder as SOURCE",
    ("edition", "cast"): "put the file into the project",
    ("edition", "cover"): "put the picture into the project",
    ("build", "cache"): "set AUDIOEDITION_CACHE to it",
}
"""Keys that name a place, and how to say that one outside the project is meant: a project may come from a stranger."""


def inside(root: Path, path: Path) -> bool:
    """Whether `path` lies in the folder `root`, wherever links lead."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, ValueError, RuntimeError):  # a name that no file can have; links in a circle
        return False


def _stays_inside(root: Path, tables: Mapping[str, Mapping[str, object]], name: str) -> None:
    """Raises SettingsError for a place outside the project: only the command line may name one."""
    for (table, key), remedy in OWN_PATHS.items():
        value = tables.get(table, {}).get(key, "")
        if not isinstance(value, str) or not value:
            continue
        place = root / value
        if value.startswith("~") or "://" in value or not inside(root, place):
            problem = f"{name} [{table}]: {key} {value!r} lies outside the project"
            raise SettingsError(problem, remedy=remedy)
        if key == "output" and inside(place, root):
            raise SettingsError(
                f"{name} [{table}]: {key} {value!r} is the project itself", remedy="name a folder in it"
            )


def _check(key: str, value: object, where: str) -> None:
    """Raises SettingsError for a value of the right type that is not allowed."""
    if key in CHOICES and value not in CHOICES[key]:
        known = ", ".join(str(c).lower() if isinstance(c, bool) else c for c in CHOICES[key])
        raise SettingsError(f"{where}: {key} must be one of {known}, not {value!r}")
    if isinstance(value, int | float):
        least, most = LIMITS.get(key, (0, math.inf))
        if not least <= value <= most:
            said = f"from {least} to {most}" if value > most else f"{least} or more"
            raise SettingsError(f"{where}: {key} must be {said}, not {value!r}")
    for name in re.findall(r"\{(.*?)\}", str(value)) if key in WORDINGS else ():
        if name not in WORDINGS[key]:
            raise SettingsError(unknown(name, WORDINGS[key], f"{where}: {key}"))


@functools.cache
def _types(cls: type) -> Mapping[str, Any]:
    return typing.get_type_hints(cls)


def from_table(cls: type[T], values: Mapping[str, object], where: str) -> T:
    """A flat dataclass from a TOML table; its field names are the only keys allowed.

    Raises SettingsError naming `where`, the key and what was expected.
    """
    types = _types(cls)  # type: ignore[arg-type]
    names = {f.name for f in dataclasses.fields(cls)}  # type: ignore[arg-type]
    for key, value in values.items():
        if key not in names:
            raise SettingsError(unknown(key, names, where))
        wanted = types[key]
        if wanted is float and isinstance(value, int) and not isinstance(value, bool):
            continue
        if isinstance(wanted, UnionType):
            continue  # of the types that are left to choose from, `_check` knows the values
        plain = typing.get_origin(wanted) or wanted
        if isinstance(plain, type) and (not isinstance(value, plain) or (plain is int and isinstance(value, bool))):
            raise SettingsError(f"{where}: {key} must be of type {plain.__name__}, not {value!r}")
    return cls(**values)


def read_toml(path: Path) -> dict[str, object]:
    """The TOML file at `path`. Raises SettingsError with the line of a mistake."""
    if path.exists() and not path.is_file():
        raise SettingsError(f"{path.name} is not a file", remedy="remove it, or put the settings into a file")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as e:
        line = e.object.count(b"\n", 0, e.start) + 1
        raise SettingsError(f"{path.name} is not in UTF-8 (line {line})", remedy="save it as UTF-8") from e
    except (ValueError, RecursionError) as e:  # no TOML, a number of thousands of digits, tables without end
        raise SettingsError(f"{path.name} cannot be read: {shortened(str(e))}") from e
    except OSError as e:
        raise SettingsError(f"{path.name} cannot be read: {e.strerror}") from e


def shortened(text: str, limit: int = 200) -> str:
    """The beginning of a text, for messages."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def unknown(name: str, known: typing.Iterable[str], where: str) -> str:
    near = difflib.get_close_matches(name, list(known), 1, 0.5)
    return f"{where}: unknown key {name!r}" + (f"; did you mean {near[0]!r}?" if near else "")


def find_file(root: Path, folder: str, name: str) -> Path | None:
    """`folder/name` of the project (`voices/cast.toml`), else the stock one, else None."""
    for base in (root, stock()):
        path = base / folder / name
        if path.is_file() and inside(base, path):
            return path
    return None


def stock() -> Path:
    """The folder that holds the stock `voices/` and `audio/`: inside the wheel, or the root of a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "stock"
    return inside if inside.is_dir() else package.parent.parent
