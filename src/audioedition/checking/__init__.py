"""Finished files -> what they promise, what is measured, and the faults: the two compared.

Works on files of any origin. A fault is a promise broken: a header that gives another length than is decoded, chapters
out of order, a transcript that runs past the end, a feed with another size. What a file never promised (no chapters,
an unusual loudness) is a note. A project's own files promise more: loudness, no clipping, no long silences, whole tags.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import AudioEditionError, ListeningError, SettingsError, UsageError
from ..machine import locking
from ..model.formats import AUDIO_SUFFIXES
from . import feeds, headers, sidecars, voices
from .words import sounding_words

if TYPE_CHECKING:
    from ..sound.encoding import Measured
    from ..sound.mastering import LoudnessTarget
    from ..tagging import Tags
    from .listening import Unheard

HEADER_S = 0.25
"""A header may be off by so much: players that count whole frames show encoder delay and padding as sound."""
LUFS_TOLERANCE = 1.0
"""Apple Podcasts' own."""
LEAD_S, TRAIL_S, INSIDE_S = 1.0, 3.0, 5.0
"""Longest silences: at the start, at the end, between two sounds (between stories stand 2.5 s, a tail and a head)."""
WORDS_A_MINUTE = (80, 280)
"""Slower or faster speech means that words are missing from the sound or from the transcript."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One file, measured. None where something could not be measured."""

    file: str
    """POSIX path relative to the folder that was checked."""
    seconds: float | None = None
    """Decoded length."""
    stated_seconds: float | None = None
    """Length by the file's header."""
    lufs: float | None = None
    voices: Mapping[str, float] = field(default_factory=dict)
    """LUFS of each speaker of the transcript who says enough, over all that they say."""
    true_peak_db: float | None = None
    longest_silence_s: float | None = None
    chapters: int = 0
    tags: tuple[str, ...] = ()
    """Names of the fields that are filled."""
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    unheard: tuple[Unheard, ...] = ()
    """Only when it was listened to."""

    def row(self) -> tuple[str, ...]:
        """Cells for a table: file, length, LUFS, dBTP, chapters, tags, faults."""
        return (
            self.file,
            _clock(self.seconds) if self.seconds is not None else "-",
            f"{self.lufs:.1f}" if self.lufs is not None else "-",
            f"{self.true_peak_db:.1f}" if self.true_peak_db is not None else "-",
            str(self.chapters or "-"),
            str(len(self.tags) or "-"),
            "; ".join(self.faults + tuple(f"note: {note}" for note in self.notes)) or "none",
        )

    def as_json(self) -> dict[str, object]:
        """The same as plain values for json.dumps."""
        from dataclasses import asdict

        return asdict(self)


HEADER = ("file", "length", "LUFS", "dBTP", "chapters", "tags", "faults")


def check(
    place: Path,
    *,
    listen: bool = False,
    target: LoudnessTarget | None = None,
    progress: Callable[[str], None] | None = None,
) -> list[Checked]:
    """Measure one file, or every audio file and feed below a folder, sorted by path.

    target: the loudness promised; when None that of the project the folder belongs to (edition.toml in it or above).
    progress: called with each file's name before it is measured.
    Raises UsageError when there is nothing to check, ListeningError when listening needs something not installed.
    """
    if place.is_file():
        folder, paths = place.parent, [place]
    else:
        folder, paths = place, audio_files(place)
    if not paths:
        raise UsageError(f"there is no audio file in {place}", remedy="build first, or name a folder or file")
    if target is None:
        target = _promised(folder)
    listed, feed_faults = feeds.read(folder if place.is_dir() else feeds.home_of(place))
    out = []
    for path in paths:
        if progress is not None:
            progress(path.name)
        one = _checked(path, folder, target, listed.get(path.resolve(), []), listen)
        if one.seconds is not None or path.exists():  # else a build has taken it away meanwhile
            out.append(one)
    return [*out, *_of_the_folder(place, paths, listed, feed_faults)] if place.is_dir() else out


def _of_the_folder(
    folder: Path, paths: list[Path], listed: dict[Path, list[feeds.Entry]], faults: dict[Path, list[str]]
) -> list[Checked]:
    """What is wrong with its feeds, and what is worth knowing of it as a whole."""
    out = [Checked(_name(feed, folder), faults=tuple(found)) for feed, found in faults.items()]
    unlisted = [p for p in paths if listed and p.resolve() not in listed]
    if unlisted:
        names = ", ".join(_name(p, folder) for p in unlisted[:3])
        out.append(Checked("feeds", notes=(f"{len(unlisted)} files are in no feed: {names}",)))
    if locking.is_held(folder):
        note = "a build is at work here: what was measured may be older than what lies there now"
        out.append(Checked("the folder", notes=(note,)))
    return out


def audio_files(folder: Path) -> list[Path]:
    """Audio files below `folder`, sorted; hidden folders left out."""
    return sorted(
        p
        for p in folder.rglob("*")
        if p.suffix.lower() in AUDIO_SUFFIXES
        and p.is_file()
        and not any(part.startswith(".") for part in p.relative_to(folder).parts)
    )


def _checked(
    path: Path, folder: Path, target: LoudnessTarget | None, entries: list[feeds.Entry], listen: bool
) -> Checked:
    """One file, measured. Whatever is wrong with it or with what stands beside it is a fault, never an error."""
    name = _name(path, folder)
    try:
        return _measured(path, name, target, entries, listen)
    except ListeningError:
        raise
    except AudioEditionError as e:
        return Checked(name, faults=(e.problem,))
    except Exception as e:  # a file that nobody has thought of yet: the others are still checked
        return Checked(name, faults=(f"it cannot be checked: {type(e).__name__}: {e}"[:200],))


def _measured(
    path: Path, name: str, target: LoudnessTarget | None, entries: list[feeds.Entry], listen: bool
) -> Checked:
    from .. import tagging
    from ..sound import encoding

    measured = encoding.measure(path)
    stated = tagging.stated_seconds(path)
    tags = tagging.read_tags(path) if path.suffix.lower() in AUDIO_SUFFIXES else None
    beside = sidecars.find(path)
    language = (tags.language if tags else "") or "en"
    unheard = _unheard(path, beside, language, listen)
    spoken = beside.spoken
    together = measured.lufs_within([(cue.start_ms, cue.end_ms) for cue in spoken])
    faults, notes = _sound_faults(path, measured, stated, target, together)
    strict = faults if target else notes
    strict += [*headers.mp3_faults(path, ours=target is not None), *_tag_faults(tags), *beside.wide]
    strict += _rate_faults(beside, measured.seconds, language)
    strict += voices.faults(spoken, measured)
    notes += voices.steps(spoken, measured)
    faults += headers.name_faults(path)
    faults += sidecars.chapter_faults(tags, beside, measured.seconds)
    faults += sidecars.transcript_faults(tags, beside, measured.seconds)
    for entry in entries:
        faults += entry.faults(measured.seconds)
        strict += entry.title_faults(tags)
    for found in unheard:
        (faults if found.severe else notes).append(str(found))
    if listen and not beside.cues:
        notes.append("no transcript to compare with what is heard")
    return Checked(
        file=name,
        seconds=measured.seconds,
        stated_seconds=stated,
        lufs=measured.lufs,
        voices=voices.loudness(spoken, measured),
        true_peak_db=measured.true_peak_db,
        longest_silence_s=measured.longest_silence_s,
        chapters=len(tagging.flat_chapters(tags.chapters)) if tags else 0,
        tags=tuple(f for f in tags.__slots__ if getattr(tags, f)) if tags else (),
        faults=tuple(faults),
        notes=tuple(notes),
        unheard=unheard,
    )


def _rate_faults(beside: sidecars.Sidecars, seconds: float, language: str) -> list[str]:
    """That too few or too many words are said for the time: words as they sound, so that figures count for what they
    are (`2,345` is five)."""
    if not beside.cues or seconds <= 5:
        return []
    words = sum(len(sounding_words(cue.text, language)) for cue in beside.spoken)
    rate = words * 60 / seconds
    if WORDS_A_MINUTE[0] <= rate <= WORDS_A_MINUTE[1]:
        return []
    return [f"{rate:.0f} words a minute: {words} words in {_clock(seconds)}"]


def _unheard(path: Path, beside: sidecars.Sidecars, language: str, listen: bool) -> tuple[Unheard, ...]:
    if not listen or not beside.cues:
        return ()
    from . import listening

    return tuple(listening.listen(path, beside.cues, language=language))


def _sound_faults(
    path: Path, measured: Measured, stated: float | None, target: LoudnessTarget | None, spoken_lufs: float
) -> tuple[list[str], list[str]]:
    """(faults, notes). `spoken_lufs`: the loudness where somebody speaks; music beside the voices may be softer."""
    faults: list[str] = []
    notes: list[str] = []
    strict = faults if target else notes
    if measured.seconds == 0:
        return ["there is no sound in it"], notes
    if measured.damaged:
        faults.append(f"damaged: {measured.damaged} pieces cannot be decoded")
    if stated is None:
        notes.append("the header gives no length")
    elif abs(stated - measured.seconds) > HEADER_S:
        faults.append(f"the header says {_clock(stated)}, decoded are {_clock(measured.seconds)}")
    if measured.lead_silence_s >= measured.seconds:
        return [*faults, "all of it is silence"], notes
    wanted, ceiling = (target.lufs, target.true_peak_db) if target else (-16.0, -1.0)
    if min(abs(lufs - wanted) for lufs in (measured.lufs, spoken_lufs)) > LUFS_TOLERANCE:
        strict.append(f"{measured.lufs:.1f} LUFS instead of {wanted:.0f}")
    # 0.05 dB: decoders differ by rounding.
    if measured.true_peak_db > ceiling + 0.05:
        strict.append(f"true peak {measured.true_peak_db:.1f} dBTP, over {ceiling:.0f}")
    if measured.true_peak_db > -0.2 and (runs := clipped_runs(path)):
        strict.append(f"clipped in {runs} places")
    for seconds, limit, where in (
        (measured.lead_silence_s, LEAD_S, "at the start"),
        (measured.trail_silence_s, TRAIL_S, "at the end"),
        (measured.longest_silence_s, INSIDE_S, "inside"),
    ):
        if seconds > limit:
            strict.append(f"{seconds:.1f} s of silence {where}")
    return faults, notes


def clipped_runs(path: Path) -> int:
    """How often three or more samples in a row stand at full scale."""
    import numpy as np

    from ..sound.assets import decode

    runs = 0
    for block in decode(path):
        full = np.pad(np.abs(block) >= 0.999, ((0, 0), (1, 0)))
        threes = full[:, 3:] & full[:, 2:-1] & full[:, 1:-2]
        runs += int(np.count_nonzero(threes & ~full[:, :-3]))
    return runs


def _tag_faults(tags: Tags | None) -> list[str]:
    if tags is None:
        return ["no tags"]
    missing = [f for f in ("title", "artists", "album", "date", "comment", "cover", "chapters") if not getattr(tags, f)]
    return [f"tags without {', '.join(missing)}"] if missing else []


def _promised(folder: Path) -> LoudnessTarget | None:
    """The loudness that the project around `folder` is set to; None outside a project."""
    from ..settings import load_settings
    from ..sound.mastering import target_of

    for root in (folder, *folder.resolve().parents[:2]):
        if (root / "edition.toml").is_file():
            try:
                return target_of(load_settings(root).files.loudness)
            except SettingsError:
                return None
    return None


def _name(path: Path, folder: Path) -> str:
    try:
        return path.relative_to(folder).as_posix()
    except ValueError:
        return path.as_posix()


def _clock(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{int(minutes)}:{rest:04.1f}"
