"""A story's lines and cues -> `Told`, its words file, and its page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..model import Article, Cue, Episode, Line, Role, Script
from ..publishing import story_page
from ..publishing.channel import channel
from ..publishing.words import Said, Told
from ..settings import Settings
from ..spoken.wording import natural_place


def told(script: Script, parts: Sequence[Sequence[Line]], heard: Sequence[Sequence[Cue]], milliseconds: int) -> Told:
    """The story of one sound file: its own lines first, then those of the edition's own that follow it.

    heard: each part's cues, in the time of the file.
    """
    lines = []
    for number, (part, cues) in enumerate(zip(parts, heard, strict=True)):
        by_line = {cue.line: cue for cue in cues}
        for i, line in enumerate(part):
            own = number == 0 and not line.added and script.source[line.start : line.end] == line.text
            lines.append(_said(line, by_line.get(i), own, line.paragraph + 1_000_000 * number))
    return Told(script.source, script.article.language or "en", milliseconds, tuple(lines))


def _said(line: Line, cue: Cue | None, own: bool, paragraph: int) -> Said:
    return Said(
        role=str(line.role),
        text=line.shown,
        start=line.start if own else -1,
        paragraph=paragraph,
        speaker=line.speaker.name if line.speaker and line.role == Role.QUOTE else "",
        heard=(cue.start_ms, cue.end_ms) if cue else None,
        words=tuple(w for w in cue.words if w[3] > w[2]) if cue else (),
    )


def write_words(folder: Path, episode: Episode, story: Told) -> None:
    """Write the words file of a story into `folder`, under its own name."""
    path = folder / (episode.words or "")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(story.as_json().encode("utf-8", "replace"))


def write_page(folder: Path, episode: Episode, story: Told, settings: Settings) -> str:
    """Write the page of a story into `folder`, under its own name, which is returned."""
    name = episode.page or ""
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(story_page.html(channel(settings.edition, "artwork/cover.jpg"), episode, story))
    return name


SHORTEST_MS, LONGEST_MS = 15_000, 60_000
"""A soundbite's length; the podcast namespace asks for 15 to 120 seconds."""


def soundbite(story: Told) -> tuple[int, int, str] | None:
    """(start_ms, duration_ms, whose words): the longest stretch that is mostly one person's words, or None.

    It begins with a quotation, and goes on to the end of a sentence at least `SHORTEST_MS` later.
    """
    heard = [(line, line.heard) for line in story.lines if line.heard and not line.added]
    best: tuple[int, int, str] | None = None
    most = 0
    for at, (line, (start, _)) in enumerate(heard):
        if not line.speaker or (at and heard[at - 1][0].speaker == line.speaker):
            continue
        own = 0
        for later, (begin, end) in heard[at : at + 20]:
            if end - start > LONGEST_MS or later.role in ("headline", "subhead"):
                break
            own += end - begin if later.speaker == line.speaker else 0
            if end - start >= SHORTEST_MS and own > most and 2 * own > end - start:
                best, most = (start, end - start, line.speaker), own
    return best


def alt_text(script: Script) -> str:
    """What the story's picture shows, as its caption says it; empty when it has none."""
    captions = [line.text for line in script.segments if line.role == Role.CAPTION]
    captions += [part.text for part in script.dropped if "caption" in part.reason]
    return " ".join(captions[0].split()) if captions else ""


def place(article: Article) -> str | None:
    """Where a story was filed: `ST. PAUL, Minn.` -> "St. Paul, Minn."""
    written = article.dateline.place if article.dateline else None
    return natural_place(" ".join(written.split()), article.language or "en") if written else None


_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def listed_title(headline: str, text: str) -> str:
    """A headline in capitals as lists, tags and chapters show it; any other as it is.

    `FERRY LINE SUES NATO` -> "Ferry line sues NATO": each word is written as the article's text writes it within
    sentences, else small.
    """
    words = _WORD.findall(headline)
    if sum(map(len, words)) < 8 or len(words) < 2 or headline != headline.upper() or headline == headline.lower():
        return headline
    forms: dict[str, Counter[str]] = {}
    for line in text.splitlines():
        if line == line.upper():
            continue
        for match in _WORD.finditer(line):
            before = line[max(match.start() - 2, 0) : match.start()]
            if before[-1:] == " " and before[:1] not in ".!?:":
                forms.setdefault(match.group().casefold(), Counter())[match.group()] += 1

    def natural(match: re.Match[str]) -> str:
        known = forms.get(match.group().casefold())
        return known.most_common(1)[0][0] if known else match.group().lower()

    plain = _WORD.sub(natural, headline)
    return plain[:1].upper() + plain[1:]
