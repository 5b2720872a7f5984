"""Prepared story + who it is -> its finished files in the output folder. What worker processes run last."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from .. import tagging
from ..covers import pictures
from ..errors import TaggingError
from ..machine.cache import open_cache
from ..model import Chapter, Episode, Role, Script
from ..model.formats import FORMATS
from ..project import Project, project_from
from ..publishing.slugs import told_apart
from ..publishing.words import Told
from ..settings import Settings
from ..sound import joining
from . import telling, transcripts
from .beside import later, tags_of, write_texts
from .parts import encode_parts, scratch
from .placing import Finished, settle, with_page
from .prepared import Identity, Prepared


def finish(story: Prepared, who: Identity, settings: Settings, into: Path | None = None) -> Finished:
    """Write the story's files into the output folder: sound with tags, transcripts, chapters. All clips are there.

    into: another folder on the same disk to put them in, from which whoever asked moves them to their places.

    The file names are those of `who.stem`, which no published feed names yet, or of `who.before` where nothing has
    changed. A picture that cannot be used is noted: the edition's cover has then taken its place.
    """
    project = project_from(settings)
    encoded = encode_parts(story.parts, project, open_cache(settings))
    cover, note = _picture(story, settings.edition.title)
    with scratch(project.output / ".audioedition") as folder:
        sound = folder / "episodes" / f"{who.stem}{FORMATS[settings.files.codec].suffix}"
        sound.parent.mkdir()
        joined = joining.join([e.path for e in encoded], sound)
        starts = joined.offsets_ms
        heard = [[later(cue, at) for cue in e.cues] for e, at in zip(encoded, starts, strict=True)]
        told = telling.told(story.script, [part.lines for part in story.parts], heard, joined.duration_ms)
        chapters = _until(encoded[0].chapters, joined.duration_ms)
        episode = _episode(story, who, project, chapters, told, bool(cover))
        tagging.write_tags(sound, tags_of(episode, project, transcripts.reading_text(story.script), cover))
        write_texts(folder, episode, [cue for cues in heard for cue in cues])
        telling.write_words(folder, episode, told)
        if episode.picture:
            (folder / "artwork").mkdir()
            (folder / episode.picture).write_bytes(cover)
        made = settle(folder, episode, into or project.output, who.before, note)
        page = telling.write_page(folder, made.episode, told, settings)  # names the sound: made and placed after it
        return with_page(made, folder / page, into or project.output)


def title_of(story: Prepared, slug: str) -> str:
    """What the story is called in feeds, where no two stories are called the same."""
    return told_apart(telling.listed_title(story.script.title, story.script.article.text), slug)


def _picture(story: Prepared, title: str) -> tuple[bytes, str]:
    """The story's own cover, and what is wrong with its picture; empty where nothing is."""
    if not story.picture:
        return b"", story.note
    try:
        return pictures.drawn(story.picture, story.script.article.headline or "", title), story.note
    except TaggingError as e:
        return b"", str(e)


def _episode(
    story: Prepared, who: Identity, project: Project, chapters: tuple[Chapter, ...], told: Told, pictured: bool
) -> Episode:
    article, settings = story.script.article, project.settings
    format = FORMATS[settings.files.codec]
    return Episode(
        guid=who.guid,
        slug=who.slug,
        title=title_of(story, who.slug),
        published=who.published,
        audio=f"episodes/{who.stem}{format.suffix}",
        media_type=format.media_type,
        size=0,
        duration_ms=told.milliseconds,
        language=article.language or settings.edition.language,
        authors=article.bylines,
        speakers=_speakers(story.script),
        summary=_summary(story.script),
        section=article.section,
        url=article.url,
        source=article.name,
        updated=who.updated,
        correction=_correction(story.script),
        number=who.number,
        picture=f"artwork/{who.stem}.jpg" if pictured else None,
        picture_stamp=pictures.stamp(story.picture, project.output) if story.picture else "",
        transcripts=tuple(f"transcripts/{who.stem}.{kind}" for kind in ("vtt", "srt", "json")),
        chapter_file=f"chapters/{who.stem}.json",
        chapters=tuple(dataclasses.replace(c, title=telling.listed_title(c.title, article.text)) for c in chapters),
        words=f"words/{who.stem}.json",
        page=f"stories/{who.slug}.html",
        place=telling.place(article),
        soundbite=telling.soundbite(told),
        picture_alt=telling.alt_text(story.script) if pictured else "",
    )


def _until(chapters: Sequence[Chapter], end_ms: int) -> tuple[Chapter, ...]:
    """The chapters with the last one drawn out to the end of the file."""
    return (*chapters[:-1], dataclasses.replace(chapters[-1], end_ms=end_ms)) if chapters else ()


def _speakers(script: Script) -> tuple[str, ...]:
    named = [line.speaker.name for line in script.segments if line.speaker and not line.speaker.anonymous]
    return tuple(dict.fromkeys(named))


def _summary(script: Script, limit: int = 300) -> str:
    """The deck, else the first sentences of the body, up to about `limit` characters."""
    if script.article.deck:
        return " ".join(script.article.deck.split())
    text = ""
    for line in script.segments:
        if line.role in (Role.BODY, Role.QUOTE):
            if text and len(text) + len(line.text) > limit:
                break
            text = f"{text} {' '.join(line.text.split())}".strip()
    return text


def _correction(script: Script) -> str | None:
    notes = [" ".join(line.text.split()) for line in script.segments if line.role == Role.CORRECTION]
    return " ".join(notes) or None
