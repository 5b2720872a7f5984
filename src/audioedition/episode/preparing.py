"""A source -> its articles as `Prepared`: read and scripted, their sound fully determined, though none exists yet."""

from __future__ import annotations

import dataclasses

from ..covers import pictures
from ..edits import edits_of
from ..errors import AudioEditionError, ReadingError, TaggingError
from ..lexis.tables import load_lexis, using
from ..machine.digests import digest, file_digest
from ..model import Script
from ..model.stages import versions
from ..project import Project, project_from
from ..publishing import markup
from ..reading import Source, load, read_source
from ..script.making import announce, make_script
from ..settings import Settings
from ..settings.sounddesign import announcements
from .parts import part_of
from .prepared import Prepared

MAX_CHARACTERS = 2_000_000
"""A longer text is refused: it would be more than 30 hours of speech, and is more likely a mistake."""


def prepare(source: Source, settings: Settings, data: bytes | None = None) -> list[Prepared | AudioEditionError]:
    """Read and script everything in `source`, whose bytes are `data` where they have been loaded already.

    An article that fails is an error in its place. Raises ReadingError when the source cannot be read at all.
    """
    project = project_from(settings)
    data = load(source, settings.read) if data is None else data
    out: list[Prepared | AudioEditionError] = []
    with using(load_lexis(settings.root)):  # a project's own words reach what a page says about itself
        articles = read_source(source, data, settings.read, settings.text)
    for article in articles:
        if isinstance(article, AudioEditionError):
            out.append(article)
            continue
        try:
            if len(article.text) > MAX_CHARACTERS:
                problem = f"too long: {len(article.text):,} characters, more than 30 hours of speech"
                raise ReadingError(problem, remedy="split it into articles")
            script = make_script(article, project, edits_of(source, article.name, settings.root))
            out.append(_pictured(prepared(script, project), source, project))
        except AudioEditionError as e:
            e.article = e.article or article.name
            out.append(e)
    return out


def prepared(script: Script, project: Project) -> Prepared:
    """The script's parts and digests."""
    parts = [part_of(script.segments, project)]
    title = project.settings.edition.title
    if coda := announce(announcements("coda", project.sound, title=title, date=""), project):
        parts.append(part_of(coda, project, "coda"))
    said = [(line.role, line.shown, line.speaker and line.speaker.name) for line in script.segments]
    article = dataclasses.asdict(script.article)
    del article["name"], article["order"]  # a renamed file is the same story, and so is one in another place
    return Prepared(
        script,
        tuple(parts),
        digest([article, said, project.tagging_digest, versions("tags", "beside"), markup.version()]),
    )


def _pictured(story: Prepared, source: Source, project: Project) -> Prepared:
    """The story with its picture, if there is one."""
    try:
        picture = pictures.picture_file(story.script.article, source, project.settings.root)
        drawn_from = file_digest(picture) if picture else ""
    except TaggingError as e:
        return dataclasses.replace(story, note=str(e))
    except OSError as e:
        return dataclasses.replace(story, note=f"its picture cannot be read: {e.strerror}")
    return dataclasses.replace(story, picture=picture, tags_digest=f"{story.tags_digest} {drawn_from}".rstrip())
