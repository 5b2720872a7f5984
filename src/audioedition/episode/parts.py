"""Lines of a script -> an encoded part: mixed, mastered and encoded once, and kept in the cache under its recipe.

A part is a story's body, the words after it, the edition's opening, the gap between two stories or its closing. Episode
files and the edition file are joined from parts, so nothing is encoded twice.
"""

from __future__ import annotations

import dataclasses
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..engines import fingerprint
from ..errors import CacheError, LostClipError
from ..machine.cache import SCRATCH, ClipCache, ClipInfo, clip_key, open_cache
from ..machine.digests import digest
from ..model import Chapter, Clip, Cue, Line, Utterance
from ..model.formats import FORMATS
from ..model.stages import versions
from ..project import Project, project_from
from ..settings import Settings
from ..settings.sounddesign import Part as PartKind
from ..sound import cues
from ..sound.timeline import RATE, Timeline, arrange
from .recipes import Recipe, clips_digest

if TYPE_CHECKING:
    from ..sound.loudness import Samples
    from .pieces import Parted

MUSICAL = ("opening", "between", "closing")
"""Kinds of parts in which the design's sounds are heard."""


@dataclass(frozen=True)
class Part:
    """Something that is encoded in one go: a story's body or words of the edition's own."""

    lines: tuple[Line, ...]
    keys: tuple[str | None, ...]
    """Clip keys, one a line; None for a line that is not spoken."""
    recipe: Recipe
    kind: PartKind = "story"


def missing_clips(parts: Sequence[Part], cache: ClipCache) -> dict[str, Utterance]:
    """Key -> utterance of every clip that the cache doesn't hold, in the order they are heard."""
    wanted = {k: line.utterance for part in parts for k, line in zip(part.keys, part.lines, strict=True) if k}
    cache.bring(wanted.keys())
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
        version=digest(versions("part")),
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

    infos = _infos(part, cache)
    timeline = _timeline(part, infos, project)
    heard = [info.words if info else () for info in infos]
    teller = project.settings.edition.title
    placed = cues.cues(part.lines, timeline, teller, lambda i: heard[i])
    divided = cues.chapters(part.lines, timeline) if part.kind == "story" else ()
    if found := cache.get_file(part.recipe.key):
        return Encoded(found, placed, divided)
    files = project.settings.files
    with scratch(cache.folder) as folder:
        path = folder / f"part{FORMATS[files.codec].suffix}"
        parted = _parted(part, timeline, project, cache)
        if not (parted and parted.join(path)):
            finishing.finish(
                lambda: mixing.mix(timeline, _clips(part, cache), _assets(part, project).__getitem__),
                path,
                mastering.target_of(files.loudness, timeline.level_db),
                format=files.codec,
                bitrate=files.bitrate,
            )
        return Encoded(cache.put_file(part.recipe.key, path), placed, divided)


def get_ready(parts: Sequence[Part], settings: Settings) -> None:
    """Have these parts in the cache, where all their clips are; runs in a worker."""
    encode_parts(parts, project_from(settings), open_cache(settings))


def measure_share(part: Part, settings: Settings, share: int, shares: int) -> None:
    """The first half of what `encode_part` does, for one in `shares` of a story's pieces; runs in a worker."""
    project, cache = project_from(settings), open_cache(settings)
    if parted := _parted(part, _timeline(part, _infos(part, cache), project), project, cache):
        parted.measure_ahead(share, shares)


def encode_share(part: Part, settings: Settings, share: int, shares: int) -> None:
    """The second half, when all shares are measured."""
    project, cache = project_from(settings), open_cache(settings)
    if parted := _parted(part, _timeline(part, _infos(part, cache), project), project, cache):
        with scratch(cache.folder) as folder:
            parted.encode(folder, share, shares)


def _infos(part: Part, cache: ClipCache) -> list[ClipInfo | None]:
    """What is known of the clip of each line. Raises LostClipError when there is none."""
    infos = [cache.info(key) if key else None for key in part.keys]
    if missing := [k for k, info in zip(part.keys, infos, strict=True) if k and not info]:
        raise LostClipError(f"{len(missing)} clips have gone from the cache", remedy="run the build again")
    return infos


def _timeline(part: Part, infos: Sequence[ClipInfo | None], project: Project) -> Timeline:
    lengths = [info.seconds if info else 0.0 for info in infos]
    have = {name: len(samples) / RATE for name, samples in _assets(part, project).items()}
    return arrange(part.lines, lengths, project.sound, part=part.kind, assets=have)


def _assets(part: Part, project: Project) -> Mapping[str, Samples]:
    """The sounds that the part may hold: a story has none, so that one which cannot be read costs it nothing."""
    return project.assets if part.kind in MUSICAL else {}


def _clips(part: Part, cache: ClipCache) -> Callable[[int], Clip]:
    """The clip of a line by its number. Raises LostClipError when it is damaged."""

    def clip_of(index: int) -> Clip:
        clip = cache.get(part.keys[index] or "")
        if clip is None:
            raise LostClipError("a damaged clip was removed from the cache", remedy="run the build again")
        return clip

    return clip_of


def _parted(part: Part, timeline: Timeline, project: Project, cache: ClipCache) -> Parted | None:
    """The part in pieces, where it is made so: MP3 with a long pause in it."""
    from ..sound.mastering import target_of
    from .pieces import Parted

    files = project.settings.files
    if not timeline.seams or files.codec != "mp3":
        return None
    target = target_of(files.loudness, timeline.level_db)
    return Parted(timeline, part.keys, _clips(part, cache), target, files.bitrate, ClipCache(cache.folder))


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
