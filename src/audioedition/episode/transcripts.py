"""Cues and chapters -> WebVTT, SRT, transcript JSON, chapters JSON; Script -> reading text. Pure text, no files.

Standards: WebVTT (W3C), SubRip, Podcasting 2.0 transcripts and JSON chapters 1.2.0 (github.com/Podcastindex-org).
A cue shows at most two lines of 65 characters; a longer line of the script becomes several cues, timed by its words.
"""

from __future__ import annotations

import bisect
import dataclasses
import functools
import html
import itertools
import json
import math
import re
from collections.abc import Iterable, Iterator, Sequence

from ..model import Chapter, Cue, Role, Script
from ..publishing.words import written
from ..tagging.fields import flat_chapters, multi_line, one_line

LINE_LIMIT = 65
"""Characters a line (Podcasting 2.0 transcripts, Apple Podcasts)."""
CUE_LIMIT = 2 * LINE_LIMIT
REMEMBERED = 8192
"""Lines whose parts are remembered, some megabytes: a story's are asked for again when its edition is joined."""


def texts(cues: Sequence[Cue], end_ms: int = 0) -> dict[str, str]:
    """Suffix -> transcript, as the functions below make them."""
    two_lines = list(shown(cues, end_ms=end_ms))
    return {".vtt": _webvtt(two_lines), ".srt": srt(cues, end_ms), ".json": _podcast_json(two_lines)}


def webvtt(cues: Sequence[Cue], end_ms: int = 0) -> str:
    """A WebVTT file: cues in time order, each with its speaker as a voice (`<v Ana Ruiz>`).

    end_ms: the length of the sound; until then the last cue stays.
    """
    return _webvtt(shown(cues, end_ms=end_ms))


def _webvtt(cues: Iterable[Cue]) -> str:
    blocks = ["WEBVTT"]
    for cue in cues:
        speaker = _escaped(one_line(cue.speaker))
        voice = f"<v {speaker}>" if speaker else ""
        blocks.append(f"{_clock(cue.start_ms)} --> {_clock(cue.end_ms)}\n{voice}{_escaped(cue.text)}")
    return "\n\n".join(blocks) + "\n"


def srt(cues: Sequence[Cue], end_ms: int = 0) -> str:
    """A SubRip file. The speaker's name stands before the text wherever the speaker changes. `end_ms` as above."""
    blocks, last = [], ""
    for number, cue in enumerate(shown(cues, LINE_LIMIT, end_ms), 1):
        speaker = one_line(cue.speaker, LINE_LIMIT - 1)
        head = f"{speaker}:\n" if speaker and speaker != last else ""
        last = speaker
        times = f"{_clock(cue.start_ms, ',')} --> {_clock(cue.end_ms, ',')}"
        blocks.append(f"{number}\n{times}\n{_unmarked(head + cue.text)}\n")
    return "\n".join(blocks)


def podcast_json(cues: Sequence[Cue], end_ms: int = 0) -> str:
    """A Podcasting 2.0 transcript: segments with startTime and endTime in seconds, speaker, body. `end_ms` as above."""
    return _podcast_json(shown(cues, end_ms=end_ms))


def _podcast_json(cues: Iterable[Cue]) -> str:
    segments = []
    for cue in cues:
        segment: dict[str, object] = {"startTime": cue.start_ms / 1000, "endTime": cue.end_ms / 1000}
        if speaker := one_line(cue.speaker):
            segment["speaker"] = speaker
        segments.append(segment | {"body": cue.text.replace("\n", " ")})
    return _json({"version": "1.0.0", "segments": segments})


def chapters_json(chapters: Sequence[Chapter]) -> str:
    """Podcasting 2.0 chapters 1.2.0: the same flat list that the audio file's tag holds, times in seconds."""
    flat = flat_chapters(tuple(chapters))
    listed = [{"startTime": c.start_ms / 1000, "endTime": c.end_ms / 1000, "title": c.title} for c in flat]
    return _json({"version": "1.2.0", "chapters": listed})


def read_cues(text: str) -> list[Cue]:
    """The cues of a WebVTT or SubRip file of any origin, in the order of the file, one line of text each.

    A cue without a speaker has the one before it. Raises ValueError for a file without any cue.
    """
    cues: list[Cue] = []
    speaker = ""
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.strip().split("\n")
        at = next((i for i, line in enumerate(lines[:2]) if "-->" in line), None)
        if at is None:
            continue
        times = [_ms(t) for t in re.findall(r"(?:\d+:)?\d+:\d+[.,]\d+", lines[at])[:2]]
        if len(times) != 2:
            continue
        body = " ".join(lines[at + 1 :])
        if voice := re.match(r"<v(?:\.[^ >]*)?\s+([^>]*)>", body):
            speaker = html.unescape(voice[1])
        elif len(lines) > at + 2 and lines[at + 1].endswith(":"):
            speaker, body = lines[at + 1][:-1], " ".join(lines[at + 2 :])
        if "<" in body:
            body = re.sub(r"</?[a-z][^>]*>", "", body)
        cues.append(Cue(times[0], times[1], html.unescape(body), speaker, ""))
    if not cues:
        raise ValueError("it holds no cues")
    return cues


def longest_line(text: str) -> int:
    """Characters of the longest line that a WebVTT or SubRip file shows."""
    lines = (line for line in text.splitlines() if "-->" not in line)
    return max((len(html.unescape(re.sub(r"</?[a-z][^>]*>", "", line))) for line in lines), default=0)


def _ms(clock: str) -> int:
    whole, _, fraction = clock.replace(",", ".").partition(".")
    seconds = 0
    for part in whole.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(fraction[:3].ljust(3, "0"))


def reading_text(script: Script) -> str:
    """What is read out as one would read it: the written text in paragraphs, without what is not spoken."""
    paragraphs: list[str] = []
    last: tuple[int, Role | str] | None = None
    end = 0
    for line in script.segments:
        if not line.spoken:
            continue
        kind = "body" if line.role in (Role.BODY, Role.QUOTE) else line.role
        if last == (line.paragraph, kind):
            # Nothing between two segments of a paragraph: a quotation and the comma after it.
            paragraphs[-1] += ("" if line.start == end else " ") + line.shown
        else:
            paragraphs.append(line.shown)
        last, end = (line.paragraph, kind), line.end
    return "\n\n".join(p for p in (" ".join(multi_line(p).split()) for p in paragraphs) if p)


def shown(cues: Sequence[Cue], limit: int = CUE_LIMIT, end_ms: int = 0) -> Iterator[Cue]:
    """The cues as they are put on a screen: clean text of at most two lines of 65 characters, in time order.

    None is longer than `limit` characters, ends after the next one begins, or is without text or time; the last one
    stays until `end_ms`, where given.
    """
    previous: Cue | None = None
    for cue in sorted(cues, key=lambda c: (c.start_ms, c.end_ms)):
        for part in _split(cue, limit):
            if previous is not None:
                if part.start_ms <= previous.start_ms:
                    part = dataclasses.replace(part, start_ms=previous.start_ms + 1)
                yield _before(previous, part.start_ms)
            previous = part
    if previous is not None:
        yield _before(dataclasses.replace(previous, end_ms=end_ms or previous.end_ms), end_ms or previous.end_ms)


def _before(cue: Cue, limit_ms: int) -> Cue:
    end = max(min(cue.end_ms, limit_ms), cue.start_ms + 1)
    return Cue(cue.start_ms, end, _wrapped(cue.text), cue.speaker, cue.role)


def _split(cue: Cue, limit: int) -> Iterator[Cue]:
    text = " ".join(multi_line(cue.text).split())
    if not text:
        return
    when = _Clock(cue, text)
    for start, end in itertools.pairwise(_breaks(text, limit)):
        if part := text[start:end].strip():
            begins = when(start)
            yield Cue(begins, max(when(end), begins + 1), part, cue.speaker, cue.role)


class _Clock:
    """Character offset in a cue's text -> milliseconds: exact where a word begins or ends, even in between."""

    def __init__(self, cue: Cue, text: str):
        offsets, times = [0], [cue.start_ms]
        position = 0
        for start_ms, end_ms, first, last in written(cue.words):
            word = " ".join(multi_line(cue.text[first:last]).split())
            found = text.find(word, position) if word else -1
            # Far off: the words are not this text's. Better no anchor than a wrong one.
            if found < 0 or found > position + 80:
                continue
            position = found + len(word)
            for offset, ms in ((found, start_ms), (position, end_ms)):
                if offset > offsets[-1]:
                    offsets.append(offset)
                    times.append(min(max(ms, times[-1]), cue.end_ms))
        if len(text) > offsets[-1]:
            offsets.append(len(text))
            times.append(max(cue.end_ms, times[-1]))
        else:
            times[-1] = max(cue.end_ms, times[-1])
        self._offsets, self._times = offsets, times

    def __call__(self, offset: int) -> int:
        i = min(max(bisect.bisect_right(self._offsets, offset), 1), len(self._offsets) - 1)
        (a, b), (s, t) = self._offsets[i - 1 : i + 1], self._times[i - 1 : i + 1]
        return round(s + (t - s) * (offset - a) / (b - a))


@functools.lru_cache(maxsize=REMEMBERED)
def _breaks(text: str, limit: int) -> tuple[int, ...]:
    """Where the parts of a text begin that are shown one after the other, and its end."""
    found = [0]
    while found[-1] < len(text):
        found.append(_break(text, found[-1], limit))
    return tuple(found)


def _break(text: str, start: int, limit: int) -> int:
    """Where the cue that begins at `start` ends: parts of about equal length, best after a stop, next best a comma."""
    rest = len(text) - start
    if rest <= limit + 1 and _fits(text[start:], limit):
        return len(text)
    target = start + rest / math.ceil(rest / (limit * 0.9))
    best, best_cost = 0, math.inf
    for match in re.finditer(r"\s+", text[start : start + limit + 1]):
        end = start + match.end()
        if match.start() == 0 or not _fits(text[start : start + match.start()], limit):
            continue
        before = text[start + match.start() - 1]
        cost = abs(end - target) + (0 if before in ".!?…" else 12 if before in ",;:—–)”" else 30)
        if cost < best_cost:
            best, best_cost = end, cost
    return best or min(start + LINE_LIMIT, len(text))


def _fits(text: str, limit: int) -> bool:
    text = text.strip()
    return len(text) <= limit and all(len(line) <= LINE_LIMIT for line in _wrapped(text).split("\n"))


@functools.lru_cache(maxsize=REMEMBERED)
def _wrapped(text: str) -> str:
    """`text` on one line if it fits, else on two, as even as the spaces allow."""
    if len(text) <= LINE_LIMIT:
        return text
    spaces = [m.start() for m in re.finditer(" ", text)]
    if not spaces:
        return text
    middle = min(spaces, key=lambda i: abs(i - len(text) / 2))
    return text[:middle] + "\n" + text[middle + 1 :]


def _unmarked(text: str) -> str:
    """`text` without what a SubRip player takes for mark-up or for times: the format has no escapes."""
    return re.sub(r"<(?=[A-Za-z/!?])", "‹", text).replace("-->", "--›")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(ms: int, point: str = ".") -> str:
    seconds, ms = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{point}{ms:03}"


_scalar = json.JSONEncoder(ensure_ascii=False).encode


def _json(value: object) -> str:
    return _indented(value, "\n") + "\n"


def _indented(value: object, line: str) -> str:
    """`value` as `json.dumps` with an indent of 2 has it, six times as fast; `line` begins a line of what holds it."""
    inner = line + "  "
    if isinstance(value, dict) and value:
        told = (f"{_scalar(key)}: {_indented(held, inner)}" for key, held in value.items())
        return "{" + inner + ("," + inner).join(told) + line + "}"
    if isinstance(value, list) and value:
        return "[" + inner + ("," + inner).join(_indented(held, inner) for held in value) + line + "]"
    return _scalar(value)
