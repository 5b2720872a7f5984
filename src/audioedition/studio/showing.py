"""A story -> what a page shows of it: plain data."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from ..edits import Edits, QuotedText
from ..episode.prepared import Prepared
from ..model import Dropped, Line
from ..project import Project
from .clips import Clips


def script_shown(story: Prepared, edits: Edits, clips: Clips, project: Project) -> dict[str, Any]:
    """The lines and dropped parts in the order of the article, each with what an editor has decided about it."""
    script, article = story.script, story.script.article
    quoted = QuotedText(script.source)
    places = [(quoted.find(edit.text, edit.prefix, edit.suffix), edit) for edit in edits.edits]
    decisions = [
        (place, {k: v for k, v in dataclasses.asdict(edit).items() if v not in (None, False) and k not in _PLACE})
        for place, edit in places
        if not isinstance(place, str)
    ]
    return {
        "name": story.name,
        "title": script.title,
        "section": article.section or "",
        "date": article.published or "",
        "wishes": {k: v for k, v in dataclasses.asdict(edits.article).items() if v is not None},
        "bylines": list(article.bylines),
        "speakers": _speakers(script.segments),
        "voices": _voices(project, article.language or project.settings.edition.language),
        "misfits": list(script.misfits),
        "lines": [
            (_line(part, clips, project) if isinstance(part, Line) else _dropped(part))
            | {"edits": _about(decisions, part.start, part.end)}
            for part in script.parts
        ],
    }


_PLACE = ("text", "prefix", "suffix")


def _line(line: Line, clips: Clips, project: Project) -> dict[str, Any]:
    speaker = line.speaker
    return {
        "kind": "line",
        "role": str(line.role),
        "text": line.shown,
        "start": line.start,
        "end": line.end,
        "spoken": line.spoken,
        "voice": line.voice,
        "speaker": speaker.name if speaker else "",
        "gender": str(speaker.gender) if speaker else "",
        "paragraph": line.paragraph,
        "pause": line.pause_ms,
        "rule": line.rule,
        "doubts": _doubts(line),
        "clip": clips.key(line.utterance) if line.spoken else "",
    }


def _dropped(part: Dropped) -> dict[str, Any]:
    return {
        "kind": "dropped",
        "text": part.text,
        "start": part.start,
        "end": part.end,
        "reason": str(part.reason),
        "rule": part.rule,
        "doubts": _doubts(part),
    }


def _doubts(part: Line | Dropped) -> list[dict[str, str]]:
    return [{"text": d.text, "spoken": d.spoken, "why": d.why} for d in part.doubts]


def _about(decisions: Sequence[tuple[tuple[int, int], dict[str, Any]]], start: int, end: int) -> list[dict[str, Any]]:
    """The edits whose place touches a span; `here` where it is that very place."""
    return [
        {"here": abs(a - start) + abs(b - end) <= _MARKS, "start": a, "end": b, **decision}
        for (a, b), decision in decisions
        if a < end and start < b
    ]


_MARKS = 4
"""Characters (marks, spaces) by which the place of an edit may differ from its line's."""


def _voices(project: Project, language: str) -> list[dict[str, str]]:
    """The voices that speak a language, our own first."""
    able = [v for v in project.voices.values() if v.language.split("-")[0] == language.split("-")[0]]
    able.sort(key=lambda v: (v.engine == "system", v.name))
    return [{"name": v.name, "language": v.language, "gender": str(v.gender)} for v in able]


def _speakers(lines: Sequence[Line]) -> list[dict[str, str]]:
    """Everybody who is heard, in order of appearance."""
    found = {line.speaker.name: (str(line.speaker.gender), line.voice) for line in lines if line.speaker}
    return [{"name": name, "gender": gender, "voice": voice} for name, (gender, voice) in found.items()]
