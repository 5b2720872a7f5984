"""Articles -> what an editor should look at before they are published: words, guesses, and lines that stand in many."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import AudioEditionError, SettingsError, UsageError
from ..lexis.tables import PROJECT_FILE, load_lexis
from ..machine.files import write
from ..model import Doubt, Reason, Role, Script
from ..project import Project
from ..reading.sources import Source
from .sketches import Sketched, sketch

_SEVERAL = 3
"""Articles in which a line has to stand word for word before an editor is told."""
_TOLD = (Role.BODY, Role.SUBHEAD, Role.DECK, Role.CAPTION, Role.QUOTE)
"""Roles of such lines: headlines, bylines and places recur by right."""


@dataclass(slots=True)
class Repeats:
    """Lines that stand word for word in several articles: the page's, as a rule, not the stories'."""

    articles: Counter[str] = field(default_factory=Counter)
    _told: Sketched = field(default_factory=Sketched)

    def add(self, script: Script) -> None:
        """Count the lines of one article, each once; not those of one that says nearly what another said."""
        drawn = sketch(script.article.text)
        if self._told.like(drawn):
            return
        self._told.add(script.article.name, drawn)
        paragraphs: dict[int, list[tuple[int, int]]] = {}
        for line in script.segments:
            if line.role in _TOLD:
                paragraphs.setdefault(line.paragraph, []).append((line.start, line.end))
        whole = (script.source[spans[0][0] : spans[-1][1]] for spans in paragraphs.values())
        self.articles.update({" ".join(text.split()) for text in whole})

    def lines(self) -> list[tuple[str, int]]:
        """(line, number of articles), those of the most articles first."""
        return [(line, n) for line, n in self.articles.most_common() if n >= _SEVERAL]


@dataclass(frozen=True, slots=True)
class Review:
    """What was found."""

    words: list[tuple[str, int]]
    """Words that no dictionary knows, and how often they stand there."""
    doubts: list[tuple[Doubt, int]]
    """What had to be guessed, most doubtful first, and how often."""
    repeated: list[tuple[str, int]]
    """Lines that stand in several articles, and in how many."""

    def rows(self) -> list[tuple[str, str, str, str]]:
        """How often, what is written, what is said, why it is shown; what is to be looked at first comes first."""
        shown = [(n, doubt.text, doubt.spoken, doubt.why) for doubt, n in self.doubts]
        shown += [(n, line, "", f"stands in {n} articles") for line, n in self.repeated]
        shown += [(n, word, "", "in no dictionary") for word, n in self.words]
        return [(str(n), " ".join(text.split()), " ".join(said.split()), why) for n, text, said, why in shown]


def review(project: Project, sources: Sequence[Source]) -> Review:
    """Look through `sources`; articles that cannot be read are left out."""
    from ..engines.dictionary import known_words
    from ..spoken import unknown_words

    texts: list[str] = []
    doubts: Counter[Doubt] = Counter()
    repeats = Repeats()
    for script in _scripts(project, sources):
        texts += [line.spoken for line in script.segments]
        doubts.update(script.doubts)
        repeats.add(script)
    doubtful = sorted(doubts.items(), key=lambda item: (-item[0].chance, -item[1], item[0].text))
    return Review(unknown_words(texts, known_words()), doubtful, repeats.lines())


def _scripts(project: Project, sources: Sequence[Source]) -> Iterator[Script]:
    from ..episode.preparing import prepare

    for source in sources:
        with contextlib.suppress(AudioEditionError):
            for story in prepare(source, project.settings):
                if not isinstance(story, AudioEditionError):
                    yield story.script


def leave_out(root: Path, line: str) -> Path:
    """Put a line on the project's own list: from now on it is the page's in every article. Returns the list's file.

    The list is `voices/words.toml` (a label of the page, as the stock table has them). Raises UsageError for a line
    without a letter, SettingsError when the file cannot be read or written.
    """
    line = " ".join(line.split())
    if not any(map(str.isalpha, line)):
        raise UsageError("a line to leave out needs a letter", remedy="copy one that `audioedition words` shows")
    path = root / "voices" / PROJECT_FILE
    if line in load_lexis(root).table("page_labels"):
        return path
    heading = f"[page_labels.{json.dumps(line, ensure_ascii=False)}]"
    try:
        before = path.read_text(encoding="utf-8") if path.is_file() else ""
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, f'{before.rstrip()}\n\n{heading}\nreason = "{Reason.REPEATED}"\n'.lstrip().encode())
    except OSError as e:
        raise SettingsError(f"{path} cannot be written: {e.strerror}", remedy="make it writable") from e
    load_lexis.cache_clear()
    return path
