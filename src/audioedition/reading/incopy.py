"""InCopy's stories (`.icml`) -> an Article each: paragraphs by the names of their styles, as `word.py` takes them.

What an editor struck out in a tracked change, notes, footnotes and hidden text are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

from ..errors import NoStoryError, ReadingError
from ..model import Article, Reason
from ..settings import ReadSettings
from . import manuscripts
from .composing import BREAK, Part, compose, joined
from .markup import local
from .plain import unique
from .sources import Source
from .word import Manuscript

_LEFT_OUT = frozenset(("Note", "Footnote", "Endnote", "HiddenText", "Properties", "StoryPreference"))
_FRAMES = frozenset(("TextFrame", "Rectangle", "Group", "Oval", "Polygon"))
"""What is anchored in a text and holds none of its own here."""


def read_icml(root: Any, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The stories of an InCopy document. Raises NoStoryError for one without any."""
    found: list[Article | ReadingError] = []
    names: set[str] = set()
    stories = [node for node in root.iter() if local(node) == "Story"][: settings.max_entries]
    for number, story in enumerate(stories, 1):
        if taken := taken_of(story):
            name = source.name if len(stories) == 1 else unique(f"{source.name}#story-{number}", names)
            found.append(article_of(taken, name, source, settings))
    if not found:
        raise NoStoryError("holds no text", article=source.name, remedy="export the story from InCopy again")
    return found


Taken = tuple[str, str] | list[list[str]]
"""A paragraph's style and text, or the rows of a table."""


def article_of(
    taken: Sequence[Taken], name: str, source: Source, settings: ReadSettings, around: Sequence[str] = ()
) -> Article:
    """The article of these paragraphs and tables; what stands `around` it is left out."""
    manuscript = Manuscript()
    for one in taken:
        if isinstance(one, list):
            manuscript.take_table(one, settings.tables)
        else:
            manuscript.take_lines(*one)
    manuscript.take_labels()
    manuscript.complete(title="", creator="")
    return compose(
        [
            *manuscript.parts,
            *(Part(text, None, Reason.PAGE_HEADER, rule="indesign/on no story's page") for text in around),
        ],
        name=name,
        notes=manuscripts.notes("\n".join(part.text for part in manuscript.parts)),
        section=source.section,
        headline=manuscript.headline,
        deck=manuscript.deck,
        bylines=manuscript.bylines,
    )


def taken_of(story: Any) -> list[Taken]:
    """The paragraphs and tables of a story."""
    taking = _Taking()
    taking.take(story)
    return taking.taken


class _Taking:
    """A story as its elements come, in order."""

    def __init__(self) -> None:
        self.taken: list[Taken] = []
        self._style = ""
        self._pieces: list[str] = []

    def take(self, story: Any) -> None:
        """All that is seen of a story."""
        pending = list(reversed(story))
        while pending:
            node = pending.pop()
            if node is None:
                self._end()
                continue
            name = local(node)
            if name in _LEFT_OUT or name in _FRAMES or _is_unseen(node):
                continue
            if name == "Content":
                self._pieces.append((node.text or "").replace("\ufeff", ""))
            elif name == "Br":
                self._end()
            elif name == "Table":
                self._end()
                self.taken.append(_rows(node))
            else:
                if name == "ParagraphStyleRange":
                    self._end()
                    self._style = _style(node)
                    pending.append(None)
                pending.extend(reversed(node))
        self._end()

    def _end(self) -> None:
        text = joined(["".join(self._pieces).replace("\u2028", BREAK).replace("\t", " ")])
        self._pieces = []
        if text:
            self.taken.append((self._style, text))


def _is_unseen(node: Any) -> bool:
    deleted = local(node) == "Change" and node.get("ChangeType") == "DeletedText"
    return bool(deleted or node.get("StrikeThru") == "true")


def _style(node: Any) -> str:
    """The name of a paragraph's style, in lower case and without the groups that it lies in."""
    return unquote(node.get("AppliedParagraphStyle", "")).rpartition("/")[2].rpartition(":")[2].strip().lower()


def _rows(table: Any) -> list[list[str]]:
    """The cells of a table, row by row: each says in which column and row it stands."""
    rows: dict[str, list[str]] = {}
    for cell in table:
        if local(cell) == "Cell":
            rows.setdefault(cell.get("Name", "").rpartition(":")[2], []).append(_words(cell))
    return list(rows.values())


def _words(cell: Any) -> str:
    """What is seen of a cell, in one line."""
    words: list[str] = []
    pending = list(reversed(cell))
    while pending:
        node = pending.pop()
        if local(node) == "Content":
            words.append(node.text or "")
        elif local(node) == "Br":
            words.append(" ")
        elif local(node) not in _LEFT_OUT and not _is_unseen(node):
            pending.extend(reversed(node))
    return " ".join("".join(words).split())
