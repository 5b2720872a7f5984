"""Transcripts, subtitles and chats -> Parts: who says what, without the times.

Subtitles (WebVTT, SubRip) and Whisper's lines have times before what was said, programs that write down meetings
(Otter, Teams, Zoom) and chats (WhatsApp, Signal's and Telegram's copies, Slack, Teams) also who said it. Each becomes a
paragraph `Ann Orr: …`, as an interview has it, so that voices are cast as for one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from ..errors import ReadingError
from ..facts.decoding import clean, decode
from ..lexis.tables import Lexis, derived
from ..model import Article, Reason, Role
from ..settings import ReadSettings
from .composing import Part, compose
from .sources import Source

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d\d"
_CUE = re.compile(rf"\s*(?P<from>{_TIME}[.,]\d{{1,3}})\s*-->\s*(?P<to>{_TIME}[.,]\d{{1,3}}).{{0,200}}")
_SAID_AT = re.compile(
    rf"\s*\[(?P<from>{_TIME}(?:[.,]\d{{1,3}})?)\s*-->\s*(?P<to>{_TIME}(?:[.,]\d{{1,3}})?)\]\s*(?P<text>.*)"
)
"""Whisper's `[00:00.000 --> 00:06.560]  The ferry …`"""
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ \u202f]?[APap]\.?[Mm]\.?)?"
_SENT = re.compile(
    rf"[\u200e\u200f]?\[?(?P<day>\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}),?\s(?P<time>{_CLOCK})(?:\]\s?|\s-\s)(?P<rest>.*)"
)
"""`[14/03/2026, 09:15:44] Ann Orr: …`, `14/03/2026, 09:15 - Ann Orr: …`"""
_WHO = re.compile(r"[\u200e~\u202f\s]{0,4}(?P<who>[^:\n]{1,60}):\s(?P<text>.*)", re.S)
_NAMED = r"[^\W\d_][^\d:;,!?\n\t]{0,40}?(?:\s\d{1,2})?"
_HEAD = re.compile(rf"(?P<who>{_NAMED})(?:\s{{1,9}}|\s?[(\[–—-]\s?|,\s)(?P<time>{_CLOCK})[)\]]?:?")
"""`Ann Orr  0:03`, `Speaker 1 (00:03):`, `Ann Orr  9:15 AM`"""
_TAKEN = re.compile(rf"[\[(]?(?P<time>{_TIME})[\])]?\s{{1,9}}(?P<who>{_NAMED}):\s(?P<text>.*)")
"""`[00:00:03] Ann Orr: Good evening.`"""
_ALONE = re.compile(_CLOCK)
_LABEL = re.compile(r"(?:>>\s?)?(?P<who>[^\W\d_a-z][\w.’' -]{1,40}):\s(?P<text>.*)", re.S)
_VOICE = re.compile(r"<v(?:\.[\w.]{1,40})?\s(?P<who>[^<>]{1,80})>")
_TAG = re.compile(r"</?[a-z][^<>\n]{0,80}>|\{\\[^{}\n]{1,40}\}|<\d[\d:.]{4,15}>")
_REACTION = re.compile(r"(?::[\w+-]{1,40}:\s?\d{0,4}\s?)+")
_NUMBER = re.compile(r"\+?[\d\s()./-]{6,24}")
_ENDS = (".", "!", "?", "”", '"', "…")
_START_S = 120
"""A recording begins within so many seconds of its beginning."""
_PAUSE_S = 2.0
_PARAGRAPH = 500
"""Seconds of silence, or characters, behind which the next sentence begins a paragraph, where nobody is named."""
_LOOKED_AT = 40
"""Lines among which the first times are."""


class Said(NamedTuple):
    """What somebody says without a break."""

    who: str
    text: str
    begins: float = 0.0
    ends: float = 0.0
    """Seconds, of a recording."""


class Transcript(NamedTuple):
    above: list[str]
    """The lines before the first."""
    said: list[Said]
    left_out: list[str]
    """What the program said."""


def read(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The article in a file of subtitles or of a transcript. Raises ReadingError if nobody says anything."""
    found = article_of(clean(decode(data, article=source.name)), source)
    if found is None:
        raise ReadingError("holds no text", article=source.name, remedy="check the file")
    return [found]


def article_of(text: str, source: Source) -> Article | None:
    """The article that a transcript is; None for text that is none."""
    found = _read(text)
    if found is None:
        return None
    headline = " ".join(found.above[:1]) or _named(source.name)
    left_out = (*found.above[1:], *found.left_out)
    parts = [
        *([Part(headline, Role.HEADLINE)] if headline else []),
        *(Part(line, None, Reason.FURNITURE, rule="transcript/program") for line in left_out),
        *_paragraphs(found.said),
    ]
    return compose(parts, name=source.name, section=source.section, headline=headline or None)


def _named(name: str) -> str:
    """What a file without a heading is called; a chat, as WhatsApp exports it, after whom it is with. A headline that
    is not said above it would be looked for in the first message."""
    path = PurePosixPath(name.replace("#", "/"))
    stem = PurePosixPath(path.parent.name if path.name == "_chat.txt" and path.parent.name else path.name).stem
    found = re.match(r"WhatsApp[ -]\w+ (?:\w+ )?(?:- )?(?P<with>.{3,80})", stem)
    return found["with"] if found else re.sub(r"[\W_]+", " ", stem).strip()


def _read(text: str) -> Transcript | None:
    lines = text.split("\n")
    first = [line for line in lines if line.strip()][:_LOOKED_AT]
    if sum("-->" in line for line in first) > 1:
        return _cues(lines)
    for form, read in ((_SENT, _chat), (_TAKEN, _taken)):
        if sum(form.match(line) is not None for line in first) > 1:
            return read(lines)
    return _headed(lines)


def _cues(lines: Sequence[str]) -> Transcript | None:
    """Of subtitles, and of lines with their times in brackets."""
    said: list[Said] = []
    is_open = False
    for i, line in enumerate(lines):
        if found := _SAID_AT.fullmatch(line):
            said.append(Said("", found["text"].strip(), _seconds(found["from"]), _seconds(found["to"])))
        elif found := _CUE.fullmatch(line):
            said.append(Said("", "", _seconds(found["from"]), _seconds(found["to"])))
            is_open = True
        elif not line.strip():
            is_open = False
        elif is_open and not (i + 1 < len(lines) and _CUE.fullmatch(lines[i + 1])):
            said[-1] = said[-1]._replace(text=f"{said[-1].text} {line.strip()}".strip())
    said = [one for one in map(_with_speaker, said) if one.text]
    return Transcript([], said, []) if said else None


def _with_speaker(said: Said) -> Said:
    voice = _VOICE.match(said.text)
    text = _TAG.sub("", said.text[voice.end() :] if voice else said.text).strip()
    label = None if voice else _LABEL.fullmatch(text)
    who = voice["who"].strip() if voice else label["who"].strip() if label else ""
    return said._replace(who=who, text=label["text"] if label else text)


def _chat(lines: Sequence[str]) -> Transcript | None:
    said: list[Said] = []
    above: list[str] = []
    left_out: list[str] = []
    is_open = False
    for line in lines:
        if found := _SENT.fullmatch(line):
            who = _WHO.fullmatch(found["rest"])
            is_open = who is not None
            if who:
                said.append(Said(who["who"].strip(), who["text"]))
            elif _is_name(found["rest"]):  # Teams: the message is below
                said.append(Said(found["rest"].strip(), ""))
                is_open = True
            else:
                left_out.append(found["rest"])
        elif is_open:
            said[-1] = said[-1]._replace(text=f"{said[-1].text}\n{line}")
        elif line.strip():
            (left_out if said else above).append(line)
    return _without_program(Transcript(above, said, left_out))


def _taken(lines: Sequence[str]) -> Transcript | None:
    said: list[Said] = []
    above: list[str] = []
    for line in lines:
        if found := _TAKEN.fullmatch(line):
            said.append(Said(found["who"].strip(), found["text"]))
        elif said:
            said[-1] = said[-1]._replace(text=f"{said[-1].text}\n{line}")
        elif line.strip():
            above.append(line)
    return _without_program(Transcript(above, said, []))


def _headed(lines: Sequence[str]) -> Transcript | None:
    """Of text in which a name and a time stand above what is said."""
    heads = list(_heads(lines))
    times = Counter(who for _, _, who, _ in heads)
    if len(heads) < 2 or not _is_recorded([time for *_, time in heads], times):
        return None
    above = [line for line in lines[: heads[0][0]] if line.strip()]
    ends = [start for start, *_ in heads[1:]] + [len(lines)]
    said = [Said(who, "\n".join(lines[begin:end])) for (_, begin, who, _), end in zip(heads, ends, strict=True)]
    if not _of_day(heads[0][3]):
        said = [one._replace(text=_run_on(one.text)) for one in said]
    return _without_program(Transcript(above, said, []))


def _run_on(text: str) -> str:
    """What is said below a name, its lines joined where no blank one parts them."""
    return re.sub(r"(?<=[^\n])\n(?=[^\n])", " ", re.sub(r"[ \t]+\n", "\n", text))


def _heads(lines: Sequence[str]) -> Iterator[tuple[int, int, str, str]]:
    """(line of the name, line below the head, name, time) of each."""
    for i, line in enumerate(lines):
        bare = line.strip()
        found = _HEAD.fullmatch(bare) if len(bare) < 80 else None
        below = lines[i + 1].strip() if i + 1 < len(lines) else ""
        if found and _is_name(found["who"]):
            yield i, i + 1, found["who"].strip(), found["time"]
        elif _is_name(bare) and _ALONE.fullmatch(below):
            yield i, i + 2, bare, below


def _is_recorded(times: Sequence[str], who: Counter[str]) -> bool:
    """Whether times are those of a recording, which begins at nought, or of a chat in which somebody writes again. What
    is on today is neither."""
    if _of_day(times[0]):
        return max(who.values()) > 1
    return _seconds(times[0].replace(".", ":")) <= _START_S


def _of_day(time: str) -> bool:
    """Whether a time is one of the day: `9:15 AM`."""
    return time[-1] in "mM."


def _is_name(text: str) -> bool:
    words = text.split()
    return (
        0 < len(words) <= 5
        and text[:1].isupper()
        and text[-1:] not in ".!?:;,"
        and words[-1][:1] != words[-1][:1].lower()
    )


def _seconds(time: str) -> float:
    seconds = 0.0
    for figure in re.findall(r"\d+(?:[.,]\d+)?", re.sub(r"[^\d:.,]", "", time)):
        seconds = 60 * seconds + float(figure.replace(",", "."))
    return seconds


@derived
def _program(lexis: Lexis) -> re.Pattern[str]:
    forms = sorted((row["word"] for row in lexis.everywhere("chat_lines")), key=len, reverse=True)
    return re.compile("|".join(re.escape(form).replace(r"\*", r"[^\n]{0,120}?") for form in forms), re.I)


def _without_program(found: Transcript) -> Transcript | None:
    """Without what the program says in the place of a message or behind one."""
    said, left_out = [], list(found.left_out)
    for one in found.said:
        kept = []
        for line in one.text.split("\n"):
            bare = line.replace("\u200e", "").strip()
            body, mark, edited = bare.rpartition(" <")
            if mark and _program().fullmatch(f"<{edited}"):
                bare, edited = body, f"<{edited}"
                left_out.append(edited)
            if _program().fullmatch(bare) or _REACTION.fullmatch(bare):
                left_out.append(bare)
            elif bare:
                kept.append(bare)
        if kept:
            said.append(one._replace(text="\n".join(kept)))
    return Transcript(found.above, said, left_out) if said else None


def _paragraphs(said: Sequence[Said]) -> Iterator[Part]:
    """A paragraph each time that somebody begins; where nobody is named, behind a pause or what is long enough."""
    run: list[Said] = []
    for one in said:
        if run and _begins(run, one):
            yield from _told(run)
            run = []
        run.append(one)
    yield from _told(run)


def _begins(run: Sequence[Said], one: Said) -> bool:
    if one.who and one.who != run[-1].who:
        return True
    length = sum(len(other.text) for other in run)
    apart = one.begins - run[-1].ends > _PAUSE_S or length > _PARAGRAPH
    return apart and run[-1].text.endswith(_ENDS) and bool(one.ends)


def _told(run: Sequence[Said]) -> Iterator[Part]:
    """A turn. Nobody is told a telephone number that stands for a name."""
    if not run:
        return
    who = run[0].who
    text = (" " if run[0].ends else "\n").join(one.text for one in run)
    first, *more = text.split("\n")
    if _NUMBER.fullmatch(who):
        yield Part(f"{who}:", None, Reason.SPEAKER_LABEL)
        yield from (Part(line, Role.BODY) for line in (first, *more))
        return
    yield from map(Part, (f"{who}: {first}" if who else first, *more))
