"""The machine -> the voices it can always speak with, found without loading a speech library: every start does this."""

from __future__ import annotations

import functools
import importlib.util
import json
import sys
from contextlib import suppress
from pathlib import Path

from ..model import Gender, Voice
from .letters import languages_of
from .pyttsx3_process import CHILD_TIMEOUT_S, list_voices

GAIN_DB = 0.9
"""Brings eSpeak's voices to -20 LUFS."""

_INVENTED = frozenset({"piqd", "sjn", "qya", "qdb", "xex", "jbo", "lfn", "io", "py"})
_NAMES = {"en": ["en-GB"], "cmn": ["zh"], "nb": ["nb", "no"]}
"""eSpeak's file -> BCP 47, where they differ."""
_LICENCE = "GPL-3.0-or-later (eSpeak NG)"


@functools.cache
def system_voices() -> tuple[Voice, ...]:
    """The voices of this machine, found without loading any library (on Linux: eSpeak's data files)."""
    return tuple(_espeak_voices() if sys.platform == "linux" else _listed_voices())


def voice_for(script: str) -> Voice | None:
    """A voice for the likeliest language of a script (as `letters.script` names it), or None."""
    found: dict[str, Voice] = {}
    for voice in system_voices():
        found.setdefault(voice.language.partition("-")[0], voice)
    return next((found[language] for language in languages_of(script) if language in found), None)


def _espeak_voices() -> list[Voice]:
    spec = importlib.util.find_spec("espeakng_loader")
    if not spec or not spec.submodule_search_locations:
        return []
    folder = Path(next(iter(spec.submodule_search_locations))) / "espeak-ng-data" / "lang"
    voices = []
    for path in sorted(folder.glob("*/*")) + sorted(p for p in folder.glob("*") if p.is_file()):
        if path.name not in _INVENTED and "-Latn" not in path.name and "Shaw" not in path.name:
            for language in _NAMES.get(path.name, [path.name]):
                voices.append(_voice(language, path.name, Gender.MALE))
                voices.append(_voice(language, f"{path.name}+f2", Gender.FEMALE))
    return voices


def _voice(language: str, voice_id: str, gender: Gender) -> Voice:
    woman = gender is Gender.FEMALE
    return Voice(
        name=f"system-{language.lower()}" + ("-woman" if woman else ""),
        engine="system",
        id=voice_id,
        language=language,
        gender=gender,
        gain_db=GAIN_DB,
        licence=_LICENCE,
        description="eSpeak NG" + (", woman" if woman else ""),
    )


def _listed_voices() -> list[Voice]:
    """What macOS or Windows list: asked for once in a child process, which takes a second, then remembered."""
    import platform

    from ..machine import files
    from ..machine.cache import default_folder
    from ..machine.workers import WorkerPool

    remembered = default_folder() / f"system-voices-{sys.platform}-{platform.release()}.json"
    try:
        rows = json.loads(remembered.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        with WorkerPool(1, attempts=1) as pool:
            pool.submit("list", list_voices, timeout_s=CHILD_TIMEOUT_S)
            (outcome,) = pool.completed()
        if outcome.error:
            return []
        rows = outcome.value
        with suppress(OSError):
            remembered.parent.mkdir(parents=True, exist_ok=True)
            with files.written(remembered, lasting=False) as made:
                made.write_text(json.dumps(rows), encoding="utf-8")
    found: dict[str, Voice] = {}
    for voice_id, name, language, gender in rows:
        slug = "-".join(["system", language, *name.split()[:2]]).lower()
        found.setdefault(slug, Voice(slug, "system", voice_id, language, Gender(gender), description=name))
    return list(found.values())
