"""Episodes -> the edition file: opening, stories with a sting between them, closing; a chapter a story.

Its pieces are the encoded parts in the cache, joined as they are: nothing is encoded twice. A story whose part is no
longer in the cache is taken from its episode file.
"""

from __future__ import annotations

import dataclasses
import functools
import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .. import tagging
from ..facts.english import says_day_first
from ..lexis.wordings import written_date
from ..machine.cache import open_cache
from ..machine.digests import digest, file_digest
from ..model import Chapter, Cue, Episode
from ..model.formats import FORMATS
from ..model.stages import versions
from ..project import Project, project_from
from ..settings import Settings
from ..settings.sounddesign import announcements
from ..sound import joining
from . import transcripts
from .beside import later, tags_of, write_texts
from .parts import Encoded, Part, encode_parts, part_of, scratch
from .placing import Before, Finished, settle
from .recipes import Recipe

THREADS = 4
"""Files of stories that are looked at at once: it is reading and hashing, which no lock of Python's holds up."""


@dataclass(frozen=True)
class Story:
    """A finished story on its way into the edition file."""

    episode: Episode
    part_key: str
    """Of its encoded body in the cache."""


@dataclass(frozen=True)
class Whole:
    """An edition file that is fully determined, though not yet joined."""

    key: str
    """The group's key: empty for all stories, a date or a section."""
    title: str
    day: str
    """ISO date of the newest story."""
    stories: tuple[Story, ...]
    opening: Part
    between: Part
    closing: Part
    sounds: frozenset[str]
    """The sounds there are: `ident` before the opening, `closing` after the last words, and others."""
    missing: int
    """Stories that should be in it and could not be made."""
    stem: str
    """What its name begins with, whatever its revision."""
    digest: str
    """Of all that is in it: the same digest is the same file."""

    @property
    def parts(self) -> tuple[Part, Part, Part]:
        return (self.opening, self.between, self.closing)


def whole_of(
    key: str, title: str, stories: Sequence[Story], project: Project, *, stem: str, day: str, missing: int = 0
) -> Whole:
    """The edition of `stories`, in their order: what is said around them, and the digest of it all."""
    from ..script.making import announce  # whoever joins the file has no need of it

    words = project.sound.words
    on = date_in_words(day, project.settings)
    count = len(stories)
    opening = announce(announcements("opening", project.sound, title=title, date=on, count=count), project)
    if words.headlines and not project.sound.plain:
        opening += announce([story.episode.title for story in stories], project, role="headline")
    closing = announce(announcements("closing", project.sound, title=title, date=on, count=count), project)
    parts = (
        part_of(opening, project, "opening"),
        part_of((), project, "between"),
        part_of(closing, project, "closing"),
    )
    material = [
        title,
        [
            (s.part_key, s.episode.title, s.episode.guid, [dataclasses.asdict(c) for c in s.episode.chapters])
            for s in stories
        ],
        [part.recipe.key for part in parts],
        project.tagging_digest,
        suffix_of(project.settings),
        day,
        missing,
        versions("file", "tags", "beside"),
    ]
    sounds = frozenset(project.asset_digests)
    return Whole(key, title, day, tuple(stories), *parts, sounds, missing, stem, digest(material))


def suffix_of(settings: Settings) -> str:
    """Of an edition file: audiobook players look for `.m4b`, podcast players for `.m4a`."""
    return FORMATS[settings.files.format].suffix


def file_stem(key: str, day: str) -> str:
    """`edition-2026-11-22`, `edition-sport-2026-11-22`: the group's key, and the day of its newest story."""
    return f"edition-{day}" if key in ("", day) else f"edition-{key}-{day}"


def date_in_words(day: str, settings: Settings) -> str:
    """`2026-11-22` -> `Sunday, November 22`, `Sunday, 22 November`, `Sonntag, 22. November`: as the edition says it."""
    day_first = settings.english != "auto" and says_day_first(settings.english)
    return written_date(date.fromisoformat(day), settings.edition.language, day_first=day_first)


def join_whole(
    whole: Whole, stem: str, guid: str, before: Before | None, settings: Settings, into: Path | None = None
) -> Finished:
    """Write the edition file `stem` into the output folder, or `into` another as `finish` does; runs in a worker, when
    all clips of its parts are there."""
    project = project_from(settings)
    cache = open_cache(settings)
    first, between, last = encode_parts(whole.parts, project, cache)
    with ThreadPoolExecutor(THREADS) as threads:  # each file is read, its digest taken
        keys = [story.part_key for story in whole.stories]
        found = dict(zip(keys, threads.map(cache.get_file, keys), strict=True))
    pieces: list[Path] = [first.path] if whole.opening.lines or "ident" in whole.sounds else []
    places: list[int] = []
    for story in whole.stories:
        if places:
            pieces.append(between.path)
        places.append(len(pieces))
        pieces.append(found[story.part_key] or project.output / story.episode.audio)
    if whole.closing.lines or "closing" in whole.sounds:
        pieces.append(last.path)
    with scratch(project.output / ".audioedition") as folder:
        made = folder / f"{stem}{suffix_of(settings)}"
        joined = joining.join(pieces, made)
        episode = _episode(whole, made.name, guid, places, joined, settings)
        with ThreadPoolExecutor(1) as thread:
            tagged = thread.submit(_tagged, made, tags_of(episode, project))
            write_texts(folder, episode, _cues(whole, places, joined, first, last, project.output))
        return settle(folder, episode, into or project.output, before, sound=tagged.result())


def _tagged(sound: Path, tags: tagging.Tags) -> str:
    """Tag the file; its digest."""
    tagging.write_tags(sound, tags)
    return file_digest(sound)


def _episode(
    whole: Whole, name: str, guid: str, places: Sequence[int], joined: joining.JoinedAudio, settings: Settings
) -> Episode:
    """The edition file as feeds show it, a chapter a story."""
    stem = name.rpartition(".")[0]
    offsets = [*joined.offsets_ms, joined.duration_ms]
    starts = [offsets[at] for at in places]
    ends = [*starts[1:], joined.duration_ms]
    title = f"{whole.title}, {date_in_words(whole.day, settings)}"
    welcome = (Chapter(0, starts[0], title),) if starts[0] else ()
    chapters = [_chapter(s.episode, a, a, b) for s, a, b in zip(whole.stories, starts, ends, strict=True)]
    lacks = (
        f"{whole.missing} {'story' if whole.missing == 1 else 'stories'} could not be made." if whole.missing else ""
    )
    return Episode(
        guid=guid,
        slug=whole.stem,
        title=title,
        published=max(story.episode.published for story in whole.stories),
        audio=name,
        media_type=FORMATS[settings.files.codec].media_type,
        size=0,
        duration_ms=joined.duration_ms,
        language=settings.edition.language,
        summary="; ".join(story.episode.title for story in whole.stories),
        correction=lacks or None,
        transcripts=tuple(f"transcripts/{stem}.{kind}" for kind in ("vtt", "srt", "json")),
        chapter_file=f"chapters/{stem}.json",
        chapters=(*welcome, *chapters),
    )


def _cues(
    whole: Whole, places: Sequence[int], joined: joining.JoinedAudio, first: Encoded, last: Encoded, output: Path
) -> list[Cue]:
    """What is said when, from the opening to the closing."""
    offsets = [*joined.offsets_ms, joined.duration_ms]
    cues = list(first.cues)
    for story, at in zip(whole.stories, places, strict=True):
        told = (later(cue, offsets[at]) for cue in _cues_of(story.episode, output))
        # What an episode file says after its story is not here; both times have been rounded.
        cues += [cue for cue in told if cue.start_ms < offsets[at + 1] - 2]
    cues += [later(cue, joined.offsets_ms[-1]) for cue in last.cues]
    if "closing" in whole.sounds:
        begins = cues[-1].end_ms if last.cues else joined.offsets_ms[-1]
        cues.append(Cue(begins, joined.duration_ms, "(Music)", "", "announcement"))
    return cues


_read_cues = functools.lru_cache(maxsize=64)(transcripts.read_cues)
"""Those of an edition's stories are asked for again whenever one of them is corrected."""


def _cues_of(episode: Episode, output: Path) -> list[Cue]:
    """The story's cues, read back from its WebVTT transcript."""
    for name in episode.transcripts:
        if name.endswith(".vtt") and (output / name).is_file():
            return _read_cues((output / name).read_text(encoding="utf-8"))
    return []


def _chapter(episode: Episode, offset: int, start: int, end: int) -> Chapter:
    """The story as a chapter from `start` to `end`; its own sections, if any, as the chapters inside."""
    sections: tuple[Chapter, ...] = ()
    if len(episode.chapters) > 1:
        moved = [
            dataclasses.replace(c, start_ms=c.start_ms + offset, end_ms=c.end_ms + offset) for c in episode.chapters
        ]
        moved[0] = dataclasses.replace(moved[0], start_ms=start)
        moved[-1] = dataclasses.replace(moved[-1], end_ms=end)
        sections = tuple(moved)
    return Chapter(start, end, episode.title, sections)


def body_key(recipe_json: str) -> str:
    """The cache key of a story's encoded body, from the recipe that the ledger keeps."""
    digests = json.loads(recipe_json)
    return Recipe(**{name: digests[name] for name in Recipe.__dataclass_fields__}).key
