"""voices/cast.toml -> Cast: who can read, and for whom. The project's own file stands in for the stock one."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import CastingError, SettingsError
from ..lexis.tables import Lexis, derived, main_language
from ..model import Gender, Voice
from ..settings import find_file, read_toml

_KEYS = ("narrator", "neutral", "institutions", "people", "pools", "fallback", "regions")
_REGION_KEYS = ("narrator", "neutral", *(gender.value for gender in Gender))
_INSTITUTIONS = ("neutral", "narrator")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who can read, and for whom."""

    narrator: Voice
    voices: tuple[Voice, ...]
    """Every voice of this machine."""
    pools: Mapping[str, Mapping[Gender, tuple[Voice, ...]]] = field(default_factory=dict)
    """Language (`en`) -> gender -> voices, only those that are there."""
    people: Mapping[str, Voice] = field(default_factory=dict)
    """Normalised name -> voice."""
    neutral: tuple[Voice, ...] = ()
    institutions: str = "neutral"
    """Who reads what bodies, statements and documents say: a `neutral` voice or the `narrator`."""
    fallback: Mapping[str, Voice] = field(default_factory=dict)
    """Language -> voice."""
    regional: bool = False
    """Whether the pools are a region's: an engine named later in one is for more people than the first has voices."""


def load_cast(root: Path, voices: Sequence[Voice], file: str = "", language: str = "") -> Cast:
    """The cast of the project in `root` with the voices of this machine; `file` stands in for voices/cast.toml.

    `language` is the edition's: where [regions] has a cast for it (`en-GB`) and one of its narrators is there, that
    stands before the cast of the language as a whole.

    Raises SettingsError for an unknown key or a voice that nobody has heard of (naming the nearest), CastingError when
    the narrator's voice is not there.
    """
    path = root / file if file else find_file(root, "voices", "cast.toml")
    if path is None:
        raise SettingsError("there is no voices/cast.toml", remedy="run `audioedition init` or write one")
    table = read_toml(path)
    by_name = {voice.name: voice for voice in voices}
    read = _Reader(path, by_name)
    for key in table:
        if key not in _KEYS:
            raise SettingsError(read.nearest(f"unknown key {key!r}", key, _KEYS))
    region = read.region(table, language)
    narrator, neutral = read.narrator(table), read.voices(table.get("neutral", []), "neutral")
    pools: Mapping[str, Mapping[Gender, tuple[Voice, ...]]] = read.pools(table)
    if region is not None:
        narrator, neutral, pools = region.narrator, region.neutral, {**pools, **region.pools}
    return Cast(
        narrator,
        tuple(voices),
        pools,
        {
            normalised(person): voice
            for person, value in read.table(table, "people").items()
            for voice in read.voices([value], f"[people] {person}", needed=True)
        },
        neutral,
        read.institutions(table),
        {
            main_language(language): voice
            for language, value in read.table(table, "fallback").items()
            for voice in read.voices([value], f"[fallback] {language}")
        },
        region is not None,
    )


class _Reader:
    """Names of voices in cast.toml -> voices."""

    def __init__(self, path: Path, by_name: Mapping[str, Voice]):
        self.by_name = by_name
        # Files that describe a voice count as heard of, also where its engine is not installed.
        self.known = {*by_name, *(p.stem for p in path.parent.glob("*.toml") if p.stem != "cast")}
        stock = find_file(Path("/nonexistent"), "voices", "cast.toml")
        if stock is not None:
            self.known |= {p.stem for p in stock.parent.glob("*.toml") if p.stem != "cast"} | _STOCK

    def nearest(self, problem: str, word: str, known: Iterable[str]) -> str:
        near = difflib.get_close_matches(word, list(known), 1, 0.5)
        return f"cast.toml: {problem}" + (f"; did you mean {near[0]!r}?" if near else "")

    def narrator(self, table: Mapping[str, object]) -> Voice:
        name = table.get("narrator")
        if not isinstance(name, str):
            raise SettingsError(
                "cast.toml: narrator must be the name of a voice", remedy='for instance narrator = "heart"'
            )
        return self.voices([name], "narrator", needed=True)[0]

    def region(self, table: Mapping[str, object], language: str) -> Cast | None:
        """Narrator, neutral voices and pool of the edition's region; None without one, or where nobody can narrate."""
        found: Cast | None = None
        for code, own in self.table(table, "regions").items():
            where = f"[regions.{code}]"
            if not isinstance(own, dict):
                raise SettingsError(f"cast.toml {where} must be a table", remedy="give it narrator, female and male")
            for key in own:
                if key not in _REGION_KEYS:
                    raise SettingsError(self.nearest(f"{where}: unknown key {key!r}", key, _REGION_KEYS))
            voices = {key: self.voices(own.get(key, []), f"{where} {key}") for key in _REGION_KEYS}
            if code.replace("_", "-").casefold() == language.replace("_", "-").casefold() and voices["narrator"]:
                pool = {gender: voices[gender] for gender in Gender if voices[gender]}
                narrator = voices["narrator"][0]
                found = Cast(narrator, (), {main_language(code): pool} if pool else {}, neutral=voices["neutral"])
        return found

    def institutions(self, table: Mapping[str, object]) -> str:
        value = table.get("institutions", "neutral")
        if value not in _INSTITUTIONS:
            raise SettingsError(self.nearest(f"institutions = {value!r}", str(value), _INSTITUTIONS))
        return str(value)

    def pools(self, table: Mapping[str, object]) -> dict[str, dict[Gender, tuple[Voice, ...]]]:
        pools: dict[str, dict[Gender, tuple[Voice, ...]]] = {}
        for language, genders in self.table(table, "pools").items():
            where = f"[pools.{language}]"
            if not isinstance(genders, dict):
                raise SettingsError(f"cast.toml {where} must be a table", remedy="give it female, male and unknown")
            for gender, names in genders.items():
                if gender not in tuple(Gender):
                    known = [g.value for g in Gender]
                    raise SettingsError(self.nearest(f"{where}: unknown key {gender!r}", gender, known))
                pool = self.voices(names, f"{where} {gender}")
                pools.setdefault(main_language(language), {})[Gender(gender)] = pool
        return pools

    def table(self, table: Mapping[str, object], key: str) -> dict[str, object]:
        value = table.get(key, {})
        if not isinstance(value, dict):
            raise SettingsError(f"cast.toml: {key} must be a table, [{key}]")
        return value

    def voices(self, names: object, where: str, *, needed: bool = False) -> tuple[Voice, ...]:
        if isinstance(names, str):
            names = [names]
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise SettingsError(f"cast.toml {where}: expected names of voices, not {names!r}")
        for name in names:
            if name not in self.known and not name.startswith("system-"):
                raise SettingsError(
                    self.nearest(f"{where}: unknown voice {name!r}", name, self.known),
                    remedy="`audioedition voices` lists those that can be used",
                )
            if needed and name not in self.by_name:
                raise CastingError(
                    f"cast.toml {where}: the voice {name!r} cannot be used on this machine",
                    remedy="`audioedition doctor` says what is missing; or name another voice",
                )
        return tuple(self.by_name[name] for name in names if name in self.by_name)


_STOCK = {"heart", "fern", "wren", "grant", "reed", "dale", "miles", "joe", "burt", "hank"}


@derived
def _titles(lexis: Lexis) -> frozenset[str]:
    """What comes off before a name: `cllr`, `lt`, `gov`, `councillor`."""
    stripped = [row for row in lexis.beside("titles").values() if row["stripped"]]
    return frozenset(word.casefold() for row in stripped for word in f"{row['word']} {row['spoken']}".split())


def normalised(name: str) -> str:
    """A name as the cast compares it: without title, accents, case and punctuation.

    >>> normalised("Dr. José  O’Neill Jr.")
    'jose oneill'
    """
    plain = name
    if not name.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = re.sub(r"[’'`]", "", plain.casefold()).split()
    titles = _titles()
    first = next((i for i, word in enumerate(words) if word.rstrip(".") not in titles), 0)
    plain = " ".join(words[first:])
    plain = re.sub(r",?\s+(?:jr|sr|ii|iii|iv)\.?$", "", plain)
    return " ".join(re.sub(r"[^\w\s]", " ", plain).split())
