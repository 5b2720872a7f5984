"""Article + Project -> `Script`: read top to bottom, this is what happens to the text.

Everything here is cheap and pure: the same article and project give the same script.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..edits import NO_EDITS, Edits, edited
from ..facts.countries import with_country
from ..facts.date_order import as_said
from ..facts.english import Usage, usage_of
from ..lexis.tables import load_lexis, main_language, using
from ..model import Article, Decided, Doubt, Dropped, Line, Script, Utterance
from ..model.rules import explained
from ..project import Project, load_project
from ..segmentation import segment
from ..spoken import reworded, speak, word_segment
from .casting import cast, narrator_for
from .introducing import introduced
from .left_out import tables_told
from .pauses import with_pauses
from .tunes import with_tunes
from .writers import writers_first

if TYPE_CHECKING:
    from ..model import Segment, Segmentation, Speaker, Voice


def make_script(article: Article, project: Project | None = None, edits: Edits = NO_EDITS) -> Script:
    """Segment, word and cast one article, as its editor decided in `edits`.

    Without `project` the current folder's is used (its settings, voices and lexicon over the stock ones).
    Raises SegmentationError when there is nothing to read out, CastingError when no voice speaks the language.
    """
    project = project or _current(Path.cwd())
    text = project.settings.text
    language = article.language or project.settings.edition.language
    spoken_in = main_language(language)
    with using(load_lexis(project.settings.root, spoken_in)), as_said(text.english, text.date_order):
        parts = segment(
            dataclasses.replace(article, language=language),
            partial_quote_words=text.partial_quote_words,
            captions=text.captions,
            tables=project.settings.read.tables is True,
        )
        decided = edited(parts, edits, project.voices)
        parts = decided.segmentation
        lines = with_tunes(with_pauses(_lines(parts, cast(parts, project.cast), project), project.sound))
    script = Script(parts.article, _as_decided(lines, parts), parts.dropped, decided.acting, decided.misfits)
    pause = project.sound.pauses.voice
    narrate = functools.partial(_narrated, project)
    script = tables_told(writers_first(script, narrate, pause), text.table, narrate, project.sound.pauses.paragraph)
    if not text.introduce:
        return script
    with using(load_lexis(project.settings.root, spoken_in)):
        return introduced(script, narrate, pause)


def _lines(parts: Segmentation, voices: Sequence[Voice], project: Project) -> list[Line]:
    article = parts.article
    language = with_country(article.language or "en", article.text)
    article = dataclasses.replace(article, language=language)
    text = project.settings.text
    usage = usage_of(article.text, text.english, text.date_order, language)
    return [
        _line(segment, voice, article, usage, project) for segment, voice in zip(parts.segments, voices, strict=True)
    ]


def _line(segment: Segment, voice: Voice, article: Article, usage: Usage, project: Project) -> Line:
    language = segment.language or article.language or "en"
    decided, lexicon = segment.decided or Decided(), project.lexicon(language)
    if decided.voice:
        voice = project.voices[decided.voice]
    if decided.say is not None:
        spoken = reworded(decided.say, segment, usage, lexicon, language)
    else:
        lexicon = lexicon.with_words(decided.words) if decided.words else lexicon
        spoken = word_segment(segment, article, project.settings.text, lexicon, usage)
    return Line(
        role=segment.role,
        text=segment.text,
        start=segment.start,
        end=segment.end,
        spoken=spoken.text,
        voice=voice.name,
        utterance=Utterance(spoken.text, voice, language, phonemes=spoken.phonemes),
        words=spoken.words,
        paragraph=segment.paragraph,
        speaker=segment.speaker,
        rule=segment.rule,
        readings=spoken.readings,
        doubts=tuple(sorted(segment.doubts + spoken.doubts, key=lambda doubt: -doubt.chance)),
        passage=segment.passage,
    )


def _as_decided(lines: Sequence[Line], parts: Segmentation) -> tuple[Line, ...]:
    """The lines with the pauses that an editor decided."""
    pauses = [segment.decided.pause_ms if segment.decided else None for segment in parts.segments]
    return tuple(
        line if pause is None else dataclasses.replace(line, pause_ms=pause)
        for line, pause in zip(lines, pauses, strict=True)
    )


def _narrated(project: Project, words: str) -> Line:
    return announce([words], project)[0]


def announce(texts: Sequence[str], project: Project, role: str = "announcement") -> tuple[Line, ...]:
    """Words that are the edition's own, as lines for the narrator: opening, headlines, disclosure, closing."""
    language = project.settings.edition.language
    voice = narrator_for(project.cast, language)
    english = project.settings.english
    lines = []
    for number, text in enumerate(texts):
        with using(load_lexis(project.settings.root)):
            spoken = speak(text, english=english, language=language, lexicon=project.lexicon(language))
        utterance = Utterance(spoken.text, voice, language, phonemes=spoken.phonemes)
        lines.append(Line(role, text, 0, len(text), spoken.text, voice.name, utterance, spoken.words, paragraph=number))
    return with_pauses(lines, project.sound)


@functools.lru_cache(maxsize=4)
def _current(root: Path) -> Project:
    return load_project(root)


def script_json(script: Script, *, why: bool = False) -> dict[str, Any]:
    """The script in the shape of `script --json`, as docs/ and other programs rely on it.

    With `why` every part also has the rule or evidence that decided, and what had to be guessed.
    """
    article = script.article
    return {
        "article": {
            "headline": article.headline,
            "bylines": list(article.bylines),
            "dateline": dataclasses.asdict(article.dateline) if article.dateline else None,
            "published": article.published,
            "language": article.language,
        },
        "source": script.source,
        "segments": [_segment_json(line) | (_why(line) if why else {}) for line in script.segments],
        "dropped": [
            {"text": part.text, "start": part.start, "end": part.end, "reason": str(part.reason)}
            | (_why(part) if why else {})
            for part in script.dropped
        ],
    }


def _why(part: Line | Dropped) -> dict[str, Any]:
    said: dict[str, Any] = {
        "rule": part.rule,
        "doubts": [{"text": doubt.text, "spoken": doubt.spoken, "why": doubt.why} for doubt in part.doubts],
    }
    if isinstance(part, Line):
        said["readings"] = [{"text": it.written, "spoken": it.said, "rule": it.rule} for it in part.readings]
    if isinstance(part, Line) and part.speaker:
        said["speaker"] = _speaker_json(part.speaker) | {"evidence": part.speaker.evidence}
    return said


def _segment_json(line: Line) -> dict[str, Any]:
    return {
        "role": str(line.role),
        "text": line.text,
        **({"added": line.added} if line.added else {}),
        "spoken": line.spoken,
        "start": line.start,
        "end": line.end,
        "speaker": line.speaker and _speaker_json(line.speaker),
        "voice": line.voice,
        "pause_ms": line.pause_ms,
    }


def _speaker_json(speaker: Speaker) -> dict[str, Any]:
    return {
        "name": speaker.name,
        "mention": speaker.mention,
        "mention_start": speaker.mention_start,
        "mention_end": speaker.mention_end,
        "gender": str(speaker.gender),
    }


def script_text(script: Script, *, why: bool = False) -> str:
    """The script for a human reader: who says what, with the pauses, and at the end what was left out and why.

    With `why` the rule or evidence stands below each part, and what had to be guessed, most doubtful first, at the end.
    """
    out = []
    for line in script.segments:
        who = f"{line.voice}" + (f" as {line.speaker.name}" if line.speaker else "")
        if line.spoken:
            out.append(f"[{line.role}] {who}: {line.spoken}  <{line.pause_ms} ms>")
        else:
            out.append(f"[{line.role}, not spoken] {' '.join(line.text.split())}")
        out += [f"    {reason}" for reason in _reasons(line)] if why else []
    if script.dropped:
        out.append("")
    for part in script.dropped:
        out.append(f"[dropped: {part.reason}] {' '.join(part.text.split())}")
        out += [f"    {explained(part.rule)}"] if why else []
    if why and script.doubts:
        out.append("")
        out += [f"[guessed] {doubt.text}{_as_said(doubt)}: {doubt.why}" for doubt in script.doubts]
    return "\n".join(out) + "\n"


def _reasons(line: Line) -> list[str]:
    """What decided the line's role, who speaks, and every reading in it, with where each rule comes from."""
    speaker = [f"speaker: {explained(line.speaker.evidence)}"] if line.speaker else []
    readings = [f"{it.written.strip()} -> {it.said or '(not spoken)'}: {explained(it.rule)}" for it in line.readings]
    return [explained(line.rule), *speaker, *readings]


def _as_said(doubt: Doubt) -> str:
    """What is said of something that had to be guessed, where that is not what is written."""
    return "" if doubt.spoken == doubt.text else f" -> {doubt.spoken or '(not spoken)'}"
