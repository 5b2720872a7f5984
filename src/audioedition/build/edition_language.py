"""In which language an edition speaks for itself: that of most of its stories, where edition.toml doesn't say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import AudioEditionError
from ..lexis.tables import is_english, main_language
from ..lexis.wordings import speaks
from ..reading import Source, load, read_source
from .planning import source_name

if TYPE_CHECKING:
    from ..project import Project
    from .rows import Row

SAMPLE = 12
"""So many new sources are read, from all over the edition; the last build knows the language of the others."""


def in_its_language(
    project: Project, sources: Sequence[Source], rows: Iterable[Row]
) -> tuple[Project, Sequence[Source]]:
    """The project in the language of most stories of `sources`, where it was left open; `rows` are the last build's.

    What standard input holds, and an address where there is nothing else, comes back with its source.
    """
    if not project.language_open:
        return project, sources
    spoken: Counter[str] = Counter()
    built: dict[str, list[str]] = {}
    for row in rows:
        if row.episode:
            built.setdefault(source_name(row.name), []).append(row.episode.language)
    for source in sources:
        spoken.update(built.get(source.name, ()))
    held: dict[str, Source] = {}
    for source in _sample([source for source in sources if source.name not in built], alone=not spoken):
        try:
            data = load(source, project.settings.read)
            spoken.update(_languages(source, data, project))
        except AudioEditionError:
            continue  # the build will say so
        if source.path is None:
            held[source.name] = replace(source, data=data)
    spoken = Counter({code: n for code, n in spoken.items() if _can_speak(project, main_language(code))})
    return project.speaking(_most(spoken)), [held.get(source.name, source) for source in sources]


def _sample(sources: Sequence[Source], *, alone: bool) -> Sequence[Source]:
    """Some of the sources; `alone`: nothing is known of any other, so that an address is asked rather than nothing."""
    here = [source for source in sources if source.url is None or source.data is not None]
    return here[:: -(-len(here) // SAMPLE)] if here else sources[: int(alone)]


def _languages(source: Source, data: bytes, project: Project) -> Iterator[str]:
    for article in read_source(source, data, project.settings.read, project.settings.text)[:SAMPLE]:
        if not isinstance(article, AudioEditionError) and article.language:
            yield article.language


def _can_speak(project: Project, language: str) -> bool:
    """Whether the edition has words of its own in a language, and a voice for them."""
    return speaks(language) == language and any(main_language(v.language) == language for v in project.voices.values())


def _most(spoken: Counter[str]) -> str:
    """The commonest language as its stories name it; English without a country, which would change the voices."""
    mains: Counter[str] = Counter()
    for code, count in spoken.items():
        mains[main_language(code)] += count
    if not mains:
        return "en"
    main = mains.most_common(1)[0][0]
    return main if is_english(main) else max(spoken, key=lambda code: (main_language(code) == main, spoken[code], code))
