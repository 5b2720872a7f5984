"""The transcripts and chapter files that belong to an audio file, compared with its sound and its tags."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..episode.transcripts import LINE_LIMIT, longest_line, read_cues
from ..model import Chapter, Cue
from ..tagging import Tags, flat_chapters
from ..tagging.id3 import CUT_NOTE
from .listings import MALFORMED, there

NOT_SPOKEN = ("(Music)",)
"""Texts of cues in which nobody speaks."""
CHAPTER_MS = 1
"""Chapters of one file agree within this, wherever they are written."""
END_S = 10.0
"""The last cue ends at most so long before the sound does: a closing tune may follow."""


@dataclass(frozen=True, slots=True)
class Sidecars:
    """What stands beside an audio file. Empty where nothing does, and `unreadable` where it cannot be read."""

    cues: tuple[Cue, ...] = ()
    others: tuple[tuple[str, tuple[Cue, ...]], ...] = ()
    """Further transcripts: (file name, cues)."""
    chapters: tuple[Chapter, ...] | None = None
    unreadable: tuple[str, ...] = ()
    wide: tuple[str, ...] = ()
    """Transcripts with lines too long for a screen, in words."""

    @property
    def spoken(self) -> list[Cue]:
        """The cues in which somebody speaks."""
        return [cue for cue in self.cues if cue.text not in NOT_SPOKEN]


def find(audio: Path) -> Sidecars:
    """Transcripts and chapters of the same stem: beside the file, or in `transcripts/` and `chapters/` near it."""
    transcripts: list[tuple[str, tuple[Cue, ...]]] = []
    unreadable: list[str] = []
    wide: list[str] = []
    for suffix in (".vtt", ".srt", ".json"):
        # A JSON file beside the sound is as likely to be its chapters.
        beside = () if suffix == ".json" else (audio.parent,)
        for folder in (*beside, audio.parent.parent / "transcripts", audio.parent / "transcripts"):
            path = folder / (audio.stem + suffix)
            if there(path):
                try:
                    text = path.read_text(encoding="utf-8-sig")
                    cues = _segments(json.loads(text)) if suffix == ".json" else tuple(read_cues(text))
                    transcripts.append((path.name, cues))
                    if suffix != ".json" and (longest := longest_line(text)) > LINE_LIMIT:
                        wide.append(f"{path.name} has a line of {longest} characters, more than {LINE_LIMIT}")
                except (OSError, *MALFORMED) as e:
                    unreadable.append(f"{path.name} cannot be read: {e}")
                break
    chapters = None
    for folder in (audio.parent.parent / "chapters", audio.parent / "chapters", audio.parent):
        path = folder / (audio.stem + ".json")
        if there(path):
            try:
                chapters = _chapters(json.loads(path.read_text(encoding="utf-8-sig")))
            except (OSError, *MALFORMED) as e:
                unreadable.append(f"{path.name} cannot be read: {e}")
            break
    first = transcripts[0][1] if transcripts else ()
    return Sidecars(first, tuple(transcripts[1:]), chapters, tuple(unreadable), tuple(wide))


def chapter_faults(tags: Tags | None, beside: Sidecars, seconds: float) -> list[str]:
    """What is wrong with the chapters in the tag and in the JSON file."""
    faults = list(beside.unreadable)
    inside = flat_in_file(tags)
    for where, found in (("", inside), (" of the JSON file", beside.chapters or ())):
        starts = [c.start_ms for c in found]
        if starts != sorted(set(starts)):
            faults.append(f"chapters{where} are not in time order: {_times(starts)}")
        if any(not c.title.strip() for c in found):
            faults.append(f"a chapter{where} has no title")
        if found and max(starts) >= seconds * 1000:
            faults.append(f"a chapter{where} begins at {max(starts) / 1000:.1f} s, after the end")
    if beside.chapters is not None and tags is not None:
        listed = flat_chapters(tags.chapters)
        same = len(listed) == len(beside.chapters) and all(
            abs(a.start_ms - b.start_ms) <= CHAPTER_MS and a.title == b.title
            for a, b in zip(listed, beside.chapters, strict=True)
        )
        if not same:
            faults.append("the chapters in the tag and in the JSON file differ")
    return faults


def flat_in_file(tags: Tags | None) -> list[Chapter]:
    """Chapters in the order in which the file holds them."""
    out: list[Chapter] = []
    for chapter in tags.chapters if tags else ():
        out += [chapter, *chapter.children]
    return out


def transcript_faults(tags: Tags | None, beside: Sidecars, seconds: float) -> list[str]:
    """What is wrong with the transcripts: order, end, and words of the tag's text that they lack."""
    faults: list[str] = []
    for name, cues in [("the transcript", beside.cues), *beside.others]:
        faults += _time_faults(name, cues, seconds)
    shown = " ".join(c.text for c in beside.cues)
    for name, cues in beside.others:
        if _words(" ".join(c.text for c in cues)) != _words(shown):
            faults.append(f"{name} has other words than the first transcript")
    if tags and tags.transcript and beside.cues:
        faults += _lost_words(tags.transcript, shown)
    return faults


def _time_faults(name: str, cues: Sequence[Cue], seconds: float) -> list[str]:
    """Cues of one transcript that overlap, end before they begin, or do not fit the length of the sound."""
    if not cues:
        return []
    faults = []
    if any(a.end_ms > b.start_ms for a, b in itertools.pairwise(cues)):
        faults.append(f"cues of {name} overlap or are out of order")
    if any(c.end_ms <= c.start_ms for c in cues):
        faults.append(f"a cue of {name} ends before it begins")
    end = cues[-1].end_ms / 1000
    if end > seconds + 0.05:
        faults.append(f"{name} runs to {end:.1f} s, the sound to {seconds:.1f} s")
    elif seconds - end > END_S:
        faults.append(f"{name} ends {seconds - end:.1f} s before the sound")
    return faults


def _lost_words(text: str, shown: str) -> list[str]:
    """That words of `text`, which stands in the tag, are not among those shown."""
    cut = CUT_NOTE.strip()
    lost = _words(text.removesuffix(cut).rpartition(" ")[0] if text.endswith(cut) else text) - _words(shown)
    letters = "".join(filter(str.isalnum, shown)).casefold() if lost else ""
    for word in [w for w in lost if len(w) > LINE_LIMIT and w in letters]:  # broken between lines
        del lost[word]
    if not lost:
        return []
    return [f"{lost.total()} words of the text in the tag are not in the transcript: {' '.join(list(lost)[:5])}"]


def _words(text: str) -> Counter[str]:
    return Counter("".join(c for c in word if c.isalnum()).casefold() for word in text.split()) - Counter({"": 1 << 40})


def _chapters(document: object) -> tuple[Chapter, ...] | None:
    """JSON chapters (Podcasting 2.0); None for a JSON file that is something else."""
    if not isinstance(document, dict) or not isinstance(document.get("chapters"), list):
        return None
    return tuple(
        Chapter(
            start_ms=round(float(c["startTime"]) * 1000),
            end_ms=round(float(c.get("endTime", c["startTime"])) * 1000),
            title=str(c.get("title", "")),
        )
        for c in document["chapters"]
        if c.get("toc", True)
    )


def _segments(document: dict[str, list[dict[str, object]]]) -> tuple[Cue, ...]:
    """JSON transcript (Podcasting 2.0)."""
    return tuple(
        Cue(
            start_ms=round(float(str(s["startTime"])) * 1000),
            end_ms=round(float(str(s["endTime"])) * 1000),
            text=str(s["body"]),
            speaker=str(s.get("speaker", "")),
            role="",
        )
        for s in document["segments"]
    )


def _times(starts: list[int]) -> str:
    return ", ".join(f"{s / 1000:.1f}" for s in starts[:6]) + (", ..." if len(starts) > 6 else "")
