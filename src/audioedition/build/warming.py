"""What a worker process loads before its first task. Importing this module costs nothing: workers start at once."""

from __future__ import annotations

from ..settings import Settings


def warm(settings: Settings) -> None:
    """Load what every task will need, the narrator's engine above all; each worker does it while it waits for work."""
    from ..casting import narrator_for
    from ..engines import load_engine
    from ..model import Utterance
    from ..project import project_from
    from ..sound import finishing, mixing  # noqa: F401

    language = settings.edition.language
    voice = narrator_for(project_from(settings).cast, language)
    load_engine(voice.engine).synthesise(Utterance("Good morning.", voice, language))
