"""Article -> script -> clips -> the finished files of one story. These are the functions that worker processes run.

An encoded part (a story's body, the disclosure after it, the edition's opening) is made once and kept in the cache
under its recipe; episode files and the edition file are joined from parts, so nothing is encoded twice.
"""

from __future__ import annotations

import dataclasses
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .. import tagging
from ..covers import artwork, pictures
from ..edits import edits_of
from ..engines import fingerprint
from ..errors import AudioEditionError, CacheError, LostClipError, ReadingError, TaggingError
from ..machine.cache import SCRATCH, ClipCache, clip_key, open_cache
from ..machine.recipe import Recipe, clips_digest, code_digest, digest, file_digest
from ..model import Chapter, Clip, Cue, Episode, Line, Role, Script, Utterance
from ..project import Project, project_from
from ..publishing import home, markup
from ..reading import Source, load, read_source
from ..script.making import announce, make_script
from ..settings import Settings
from ..settings.sounddesign import Part as PartKind
from ..settings.sounddesign import announcements
from ..sound import cues, joining
from ..sound.timeline import RATE, arrange
from . import telling, transcripts

MAX_CHARACTERS = 2_000_000
"""A longer text is refused: it would be more than 30 hours of speech, and is more likely a mistake."""

KNOWN_BY = 200
"""Characters of a body by which an article is known again when both its title and its file's name have changed."""

SUFFIX = {"mp3": ".mp3", "m4a": ".m4a", "opus": ".opus"}
DISCLOSURE = "The voices are synthetic."
"""What the comment tag says when the sound design has no wording of its own."""

MUSICAL = ("opening", "between", "closing")
"""Kinds of parts in which the design's sounds are heard."""
MEDIA_TYPE = {"mp3": "audio/mpeg", "m4a": "audio/mp4", "opus": "audio/ogg"}


@dataclass(frozen=True)
class Part:
    """Something that is encoded in one go: a story's body or words of the edition's own."""

    lines: tuple[Line, ...]
    keys: tuple[str | None, ...]
    """Clip keys, one a line; None for a line that is not spoken."""
    recipe: Recipe
    kind: PartKind = "story"


@dataclass(frozen=True)
class Prepared:
    """An article whose script is made and whose sound is fully determined, though none exists yet."""

    script: Script
    parts: tuple[Part, ...]
    """The story, then the words after it, if any."""
    tags_digest: str
    """Of all that the file's tags and sidecars say; after a space, of its picture, if it has one."""
    picture: Path | None = None
    """What its cover is made from, if not the edition's."""
    note: str = ""
    """What is wrong with its picture, for people."""

    @property
    def name(self) -> str:
        return self.script.article.name

    @property
    def text_digest(self) -> str:
        """Of the article's words; after a space, of its body alone, where that is long enough to know it by."""
        body = [line.text for line in self.script.segments if line.role in (Role.SUBHEAD, Role.BODY, Role.QUOTE)]
        known_by = digest(body) if sum(map(len, body)) >= KNOWN_BY else ""
        return f"{digest(self.script.article.text)} {known_by}".rstrip()

    @property
    def recipe(self) -> dict[str, str]:
        """The digests behind the sound of the whole file."""
        body, *rest = (dataclasses.asdict(part.recipe) for part in self.parts)
        return {**body, "words": digest(rest)}


@dataclass(frozen=True)
class Identity:
    """What the ledger has decided about an article for good."""

    guid: str
    slug: str
    number: int
    published: str
    """ISO 8601 with zone."""
    stem: str
    """Stem of this revision's file names: the slug, from the second revision on with a number."""
    updated: str | None = None


def prepare(source: Source, settings: Settings, data: bytes | None = None) -> list[Prepared | AudioEditionError]:
    """Read and script everything in `source`, whose bytes are `data` where they have been loaded already.

    An article that fails is an error in its place. Raises ReadingError when the source cannot be read at all.
    """
    project = project_from(settings)
    data = load(source, settings.read) if data is None else data
    out: list[Prepared | AudioEditionError] = []
    for article in read_source(source, data, settings.read, settings.text):
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
    said = [(line.role, line.text, line.speaker and line.speaker.name) for line in script.segments]
    article = dataclasses.asdict(script.article)
    del article["name"]  # a renamed file is the same story
    return Prepared(script, tuple(parts), digest([article, said, project.tagging_digest, markup.version()]))


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


def missing_clips(parts: Sequence[Part], cache: ClipCache) -> dict[str, Utterance]:
    """Key -> utterance of every clip that the cache doesn't hold, in the order they are heard."""
    wanted = {k: line.utterance for part in parts for k, line in zip(part.keys, part.lines, strict=True) if k}
    return {key: utterance for key, utterance in wanted.items() if cache.info(key) is None}


def part_of(lines: Sequence[Line], project: Project, kind: PartKind = "story") -> Part:
    """The lines with their clip keys and the recipe of their sound: nothing is synthesised."""
    keys = tuple(clip_key(line.utterance, fingerprint(line.utterance.voice)) if line.spoken else None for line in lines)
    files, sound = project.settings.files, project.sound
    recipe = Recipe(
        clips=clips_digest(keys, [line.utterance.voice.gain_db for line in lines]),
        pauses=digest(
            [[line.pause_ms for line in lines], sound.pauses.head, sound.pauses.tail, sound.sounds.room_tone_db]
        ),
        sound=digest([kind, [dataclasses.asdict(sound), project.asset_digests] if kind in MUSICAL else []]),
        file=f"{files.codec} {files.bitrate} {files.loudness}",
        version=code_digest(),
    )
    return Part(tuple(lines), keys, recipe, kind)


@dataclass(frozen=True)
class Encoded:
    """A part as it lies in the cache, and when its words are heard."""

    path: Path
    cues: tuple[Cue, ...]
    chapters: tuple[Chapter, ...]


def encode_parts(parts: Sequence[Part], project: Project, cache: ClipCache) -> list[Encoded]:
    """The parts of a file, as `encode_part` makes them. When one finds a damaged clip, all damaged ones are removed, so
    that they are made again in one go."""
    try:
        return [encode_part(part, project, cache) for part in parts]
    except LostClipError:
        for key in {key for part in parts for key in part.keys if key}:
            cache.get(key)
        raise


def encode_part(part: Part, project: Project, cache: ClipCache) -> Encoded:
    """Arrange, mix, master, encode and measure a part whose clips are all in the cache; or find it made already.

    Raises LostClipError when a clip is missing or damaged, MasteringError when the file falls short of its target.
    """
    from ..sound import finishing, mastering, mixing

    infos = [cache.info(key) if key else None for key in part.keys]
    if missing := [k for k, info in zip(part.keys, infos, strict=True) if k and not info]:
        raise LostClipError(f"{len(missing)} clips have gone from the cache", remedy="run the build again")
    assets = project.assets if part.kind in MUSICAL else {}
    timeline = arrange(
        part.lines,
        [info.seconds if info else 0.0 for info in infos],
        project.sound,
        part=part.kind,
        assets={name: len(samples) / RATE for name, samples in assets.items()},
    )
    heard = [info.words if info else () for info in infos]
    teller = project.settings.edition.title
    placed = cues.cues(part.lines, timeline, teller, lambda i: heard[i])
    divided = cues.chapters(part.lines, timeline) if part.kind == "story" else ()
    if found := cache.get_file(part.recipe.key):
        return Encoded(found, placed, divided)

    def clip_of(index: int) -> Clip:
        clip = cache.get(part.keys[index] or "")
        if clip is None:
            raise LostClipError("a damaged clip was removed from the cache", remedy="run the build again")
        return clip

    files = project.settings.files
    with scratch(cache.folder) as folder:
        path = folder / f"part{SUFFIX[files.codec]}"
        finishing.finish(
            lambda: mixing.mix(timeline, clip_of, assets.__getitem__),
            path,
            mastering.target_of(files.loudness, timeline.level_db),
            format=files.codec,
            bitrate=files.bitrate,
        )
        return Encoded(cache.put_file(part.recipe.key, path), placed, divided)


@contextmanager
def scratch(beside: Path) -> Iterator[Path]:
    """A folder on the same disk as `beside` that is gone afterwards. Raises CacheError when it can't be made."""
    try:
        beside.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=SCRATCH, dir=beside))
    except OSError as e:
        raise CacheError(
            f"{beside} cannot be written: {e.strerror}", remedy="make room, or choose another folder"
        ) from e
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def finish(story: Prepared, who: Identity, settings: Settings) -> tuple[Episode, str]:
    """Write the story's files into the output folder: sound with tags, transcripts, chapters. All clips are there.

    The file names are those of `who.stem`, which no published feed names yet. Returns the episode, and what is wrong
    with its picture: the edition's cover has then taken its place.
    """
    project = project_from(settings)
    cache = open_cache(settings)
    encoded = encode_parts(story.parts, project, cache)
    article, suffix = story.script.article, SUFFIX[settings.files.codec]
    cover, note = b"", story.note
    if story.picture:
        try:
            cover = pictures.drawn(story.picture, article.headline or "", settings.edition.title)
        except TaggingError as e:
            note = str(e)
    with scratch(project.output / ".audioedition") as folder:
        sound = folder / "episodes" / f"{who.stem}{suffix}"
        sound.parent.mkdir()
        joined = joining.join([e.path for e in encoded], sound)
        starts = joined.offsets_ms
        heard = [[later(cue, at) for cue in e.cues] for e, at in zip(encoded, starts, strict=True)]
        chapters = tuple(
            dataclasses.replace(c, title=telling.listed_title(c.title, article.text))
            for c in _until(encoded[0].chapters, joined.duration_ms)
        )
        told = telling.told(story.script, [part.lines for part in story.parts], heard, joined.duration_ms)
        episode = Episode(
            guid=who.guid,
            slug=who.slug,
            title=telling.listed_title(article.headline or story.script.segments[0].text, article.text),
            published=who.published,
            audio=f"episodes/{sound.name}",
            media_type=MEDIA_TYPE[settings.files.codec],
            size=0,
            duration_ms=joined.duration_ms,
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
            picture=f"artwork/{who.stem}.jpg" if cover else None,
            picture_stamp=pictures.stamp(story.picture, project.output) if story.picture else "",
            transcripts=tuple(f"transcripts/{who.stem}.{kind}" for kind in ("vtt", "srt", "json")),
            chapter_file=f"chapters/{who.stem}.json",
            chapters=chapters,
            words=f"words/{who.stem}.json",
            page=f"stories/{who.slug}.html",
            place=telling.place(article),
            soundbite=telling.soundbite(told),
            picture_alt=telling.alt_text(story.script) if cover else "",
        )
        tagging.write_tags(sound, tags_of(episode, project, transcripts.reading_text(story.script), cover))
        write_texts(folder, episode, [cue for cues in heard for cue in cues])
        telling.write_story(folder, episode, told, settings)
        if episode.picture:
            (folder / "artwork").mkdir()
            (folder / episode.picture).write_bytes(cover)
            put(folder / episode.picture, project.output / episode.picture)
        for name in (*episode.transcripts, episode.chapter_file or "", episode.words or "", episode.audio):
            put(folder / name, project.output / name)
        put(folder / (episode.page or ""), project.output / (episode.page or ""))  # names the sound: comes after it
        return dataclasses.replace(episode, size=(project.output / episode.audio).stat().st_size), note


def write_texts(folder: Path, episode: Episode, cues: Sequence[Cue]) -> None:
    """Write the transcripts and the chapter file of an episode into `folder`, under their own names."""
    kinds = {".vtt": transcripts.webvtt, ".srt": transcripts.srt, ".json": transcripts.podcast_json}
    texts = {name: kinds[Path(name).suffix](cues, episode.duration_ms) for name in episode.transcripts}
    texts[episode.chapter_file or ""] = transcripts.chapters_json(episode.chapters)
    for name, text in texts.items():
        # A chapter file and a JSON transcript have the same name in different folders.
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def put(made: Path, target: Path) -> None:
    """Move a finished file into place: afterwards `target` is the old file or the new one, never half of it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with made.open("rb") as file:
        os.fsync(file.fileno())
    made.replace(target)


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
