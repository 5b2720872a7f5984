"""What a worker process loads before its first task. Importing this module costs nothing: workers start at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..settings import Settings

if TYPE_CHECKING:
    from ..engines import Engine
    from ..model import Voice


def share(settings: Settings) -> None:
    """Load what processes that are forked from this one can have in common: code and dictionaries, no networks."""
    from ..sound import finishing, mixing  # noqa: F401

    engine, voice = _narrator(settings)
    if preload := getattr(engine, "share", None):
        preload(voice)


def warm(settings: Settings) -> None:
    """Load what every task will need, the narrator's network above all; each worker does it while it waits for work."""
    from ..model import Utterance

    engine, voice = _narrator(settings)
    engine.synthesise(Utterance("Good morning.", voice, settings.edition.language))


def _narrator(settings: Settings) -> tuple[Engine, Voice]:
    from ..engines import load_engine
    from ..project import project_from
    from ..script.casting import narrator_for

    voice = narrator_for(project_from(settings).cast, settings.edition.language)
    return load_engine(voice.engine), voice
