"""Segmentation + Cast -> one voice a segment: who reads what.

The cast is data, voices/cast.toml of the project over the stock one. A person's voice follows from the name alone
(rendezvous hashing: Thaler and Ravishankar 1998), so it is the same in every article and on every day without a
record being kept, and a voice added to a pool takes over only those people whom it wins.
"""

from __future__ import annotations

import difflib
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import CastingError, SettingsError
from ..lexis.nouns import nouns
from ..lexis.tables import Lexis, derived, main_language
from ..model import Gender, Role, Segmentation, Speaker, Voice
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


def cast(segmentation: Segmentation, cast: Cast) -> tuple[Voice, ...]:
    """The voice of each segment, in order.

    Two people share a voice only when every voice that fits is taken. Who has the first choice: people with a name,
    who says most before who says less; then people without one; then bodies, statements and documents.
    Raises CastingError naming the article and the language when no voice speaks it.
    """
    article = segmentation.article
    default = main_language(article.language or cast.narrator.language)
    speakers: dict[tuple[str, str], Speaker | None] = {}
    amount: Counter[tuple[str, str]] = Counter()
    keys: list[tuple[str, str] | None] = []
    for segment in segmentation.segments:
        language = main_language(segment.language) if segment.language else default
        key = (language, _identity(segment.speaker)) if segment.role is Role.QUOTE else None
        keys.append(key)
        if key is not None:
            speakers.setdefault(key, segment.speaker)
            amount[key] += segment.end - segment.start
    order = {key: i for i, key in enumerate(speakers)}
    chosen: dict[tuple[str, str], Voice] = {}
    taken: dict[str, set[str]] = {}
    for key in sorted(speakers, key=lambda key: (_rank(cast, speakers[key]), -amount[key], order[key])):
        language = key[0]
        narrator = narrator_for(cast, language, article.name)
        chosen[key] = _choose(cast, narrator, language, speakers[key], taken.setdefault(language, set()))
        if chosen[key].name != narrator.name:
            taken[language].add(chosen[key].name)
    return tuple(
        chosen[key]
        if key is not None
        else narrator_for(cast, main_language(segment.language) if segment.language else default, article.name)
        for key, segment in zip(keys, segmentation.segments, strict=True)
    )


def _rank(cast: Cast, speaker: Speaker | None) -> int:
    """Who chooses first: those with a voice of their own, people with a name, people without one, all else."""
    if speaker is not None and normalised(speaker.name) in cast.people:
        return 0
    if speaker is not None and not speaker.anonymous:
        return 1
    return 2 if _is_human(speaker) else 3


def _is_human(speaker: Speaker | None) -> bool:
    """Whether somebody without a name is a human being rather than a body, a statement or a document."""
    if speaker is None:
        return False
    return speaker.gender is not Gender.UNKNOWN or nouns().describe_people(speaker.name)


def narrator_for(cast: Cast, language: str, article: str = "") -> Voice:
    """Who reads everything that is nobody's speech in `language`. Raises CastingError when no voice speaks it."""
    language = main_language(language)
    if main_language(cast.narrator.language) == language:
        return cast.narrator
    if language in cast.fallback:
        return cast.fallback[language]
    pool = [voice for voices in cast.pools.get(language, {}).values() for voice in voices]
    for voice in pool or cast.voices:
        if main_language(voice.language) == language:
            return voice
    raise CastingError(
        f"no voice speaks {language!r}",
        article=article or None,
        remedy=f"add a voice of that language to voices/, or name one in cast.toml below [fallback]: {language} = ...",
    )


def _choose(cast: Cast, narrator: Voice, language: str, speaker: Speaker | None, taken: set[str]) -> Voice:
    """The voice of one speaker; `taken` holds the voices that others in this article already have."""
    if speaker is not None and (voice := cast.people.get(normalised(speaker.name))):
        return voice
    if speaker is None or (speaker.anonymous and not _is_human(speaker)):
        return narrator if cast.institutions == "narrator" else _neutral(cast, narrator, language, taken)
    ranked = _ranked(cast, narrator, language, speaker)
    if not ranked:
        return narrator
    return next((v for v in ranked if v.name not in taken), ranked[0])


def _ranked(cast: Cast, narrator: Voice, language: str, speaker: Speaker) -> list[Voice]:
    """Who can speak for somebody, the first choice first."""
    pool = [v for v in _pool(cast.pools.get(language, {}), speaker.gender) if v.name != narrator.name]
    equal = bool(pool) and not cast.regional
    fit = pool or _spare(cast, narrator, language, speaker.gender)
    engines = list(dict.fromkeys(voice.engine for voice in fit))  # the better first
    return sorted(fit, key=lambda v: (0 if equal else engines.index(v.engine), _weight(speaker.name, v.name)))


def _neutral(cast: Cast, narrator: Voice, language: str, taken: set[str]) -> Voice:
    """The first neutral voice that nobody has in this article; else any voice that nobody has; else the first."""
    pools = cast.pools.get(language, {})
    neutral: Sequence[Voice] = cast.neutral if main_language(narrator.language) == "en" or not pools else ()
    neutral = [v for v in neutral if main_language(v.language) == language] or list(_pool(pools, Gender.UNKNOWN))
    neutral = [v for v in neutral if v.name != narrator.name]
    spare = [v for voices in pools.values() for v in voices if v.name != narrator.name]
    return next((v for v in (*neutral, *spare) if v.name not in taken), neutral[0] if neutral else narrator)


def _spare(cast: Cast, narrator: Voice, language: str, gender: Gender) -> list[Voice]:
    """Who can speak for people of a gender where no pool says so."""
    spare = [v for v in cast.voices if main_language(v.language) == language and v.name != narrator.name]
    return [v for v in spare if v.gender is gender] or spare


def _pool(pools: Mapping[Gender, tuple[Voice, ...]], gender: Gender) -> tuple[Voice, ...]:
    return pools.get(gender) or pools.get(Gender.UNKNOWN) or ()


def _identity(speaker: Speaker | None) -> str:
    return "" if speaker is None else normalised(speaker.name)


def _weight(person: str, voice: str) -> bytes:
    return hashlib.blake2b(f"{normalised(person)}\0{voice}".encode("utf-8", "surrogatepass"), digest_size=8).digest()


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
