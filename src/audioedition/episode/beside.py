"""Episode -> what goes with its sound: tags inside it, transcripts and chapters beside it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from .. import tagging
from ..covers import artwork
from ..model import Cue, Episode
from ..project import Project
from ..publishing import home
from . import transcripts

DISCLOSURE = "The voices are synthetic."
"""What the comment tag says when the sound design has no wording of its own."""


def write_texts(folder: Path, episode: Episode, cues: Sequence[Cue]) -> None:
    """Write the transcripts and the chapter file of an episode into `folder`, under their own names."""
    kinds = transcripts.texts(cues, episode.duration_ms)
    texts = {name: kinds[Path(name).suffix] for name in episode.transcripts}
    texts[episode.chapter_file or ""] = transcripts.chapters_json(episode.chapters)
    for name, text in texts.items():
        # A chapter file and a JSON transcript have the same name in different folders.
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def tags_of(episode: Episode, project: Project, transcript: str = "", cover: bytes = b"") -> tagging.Tags:
    """What a player shows of an episode or edition file; without a `cover` of its own, the edition's."""
    edition = project.settings.edition
    return tagging.Tags(
        title=episode.title,
        artists=episode.authors or (edition.author or edition.title,),
        album=edition.title,
        track=episode.number,
        date=episode.published,
        language=episode.language,
        publisher=edition.author,
        comment=project.sound.words.disclosure or DISCLOSURE,
        transcript=transcript,
        url=episode.url or "",
        description=episode.summary,
        guid=episode.guid,
        feed=home(edition) + "feed.xml",
        cover=artwork.for_tag(cover) if cover else project.tag_cover,
        chapters=episode.chapters,
    )


def later(cue: Cue, by_ms: int) -> Cue:
    """The cue, heard `by_ms` milliseconds later."""
    words = tuple((a + by_ms, b + by_ms, first, last) for a, b, first, last in cue.words)
    return dataclasses.replace(cue, start_ms=cue.start_ms + by_ms, end_ms=cue.end_ms + by_ms, words=words)
