"""The last lines of a story -> who typed it and who wrote it, which nobody has to hear.

    … noch nicht rechtskräftig.           … dans deux ans.
    (lh)                                  Claire Delmas est journaliste au service politique.

In English a code is somebody's name (`ANN`) as often as not, so that only notes on authors are told there.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from ..facts import bylines, dates, sign_offs
from ..facts.byline_words import tells_of_author
from ..lexis.grammar import capitals_are_names
from ..model import Article, Reason, Role
from .prose import is_sentence
from .roles import Unit
from .signing import short

_LAST = 3
"""Among so many lines at the end of the story such a line stands."""
_CUT = 7
"""Words of the shortest beginning of another story."""
_WORDS = 4
"""Words of the shortest sentence that somebody signs."""
_MOST = 300
"""Characters of the longest note on an author."""
_CODE = re.compile(
    r"x|\(?[a-z]{2,4}(?:/[a-z]{2,4}){0,2}\)?|[A-Z]{2,4}(?: ?(?://?|-) ?[A-Z]{2,4}){0,3}|\d{6,12} [A-Z]{2,3}"
)
"""`(lh)`, `ymg`, `erb/ots`, `JYR // LIL`, `2026117245 SK`."""


def leave_out(article: Article, every: Sequence[Unit]) -> None:
    """Drop the codes and the notes on authors that end a story, and the authors of others; `every`: the body's units
    and those of the page around it, in their order."""
    kept = [unit for unit in every if not unit.reason]
    for before, unit in itertools.pairwise(kept[-_LAST - 1 :]):
        if not unit.given and unit.role in (Role.BODY, Role.SUBHEAD) and unit.passage is None:
            above, line = short(article.text, [before, unit], _MOST)
            _end(article, above, line, unit)
    if not capitals_are_names():
        return
    _teasers(article, kept)
    for before, unit in itertools.pairwise(every):
        if before.reason and unit.role is Role.SUBHEAD and not unit.given and _is_of_another(article, unit):
            unit.reason, unit.rule = Reason.RELATED, "closing/author of another story"


def _teasers(article: Article, kept: Sequence[Unit]) -> None:
    """Drop the beginnings of other stories that a page cut short below this one: `… in via dei Fiori: spaccata con…`"""
    cut = []
    for unit in reversed(kept):
        words = short(article.text, [unit], _MOST)[0]
        if unit.given or unit.passage is not None or not words.endswith(("…", "...")) or len(words.split()) < _CUT:
            break
        cut.append(unit)
    if len(cut) > 1 and len(cut) < len(kept):
        for unit in cut:
            unit.reason, unit.rule = Reason.RELATED, "closing/cut short"


_SAID = re.compile(r"[^\W\d_a-z][\w.,’' -]{1,40} said(?:\.{3}|…)")
"""`John Q. Orr Esq. said...`: blogs head their comments so."""


def without_comments(article: Article, units: Sequence[Unit], body: int) -> None:
    """Drop the comments below a story, which several lines head that say nothing but whose they are."""
    lines = short(article.text, units, 60)
    heads = [i for i in range(body + 1, len(units)) if _SAID.fullmatch(lines[i]) and not units[i].given]
    for unit in units[heads[0] :] if len(heads) > 1 else ():
        unit.reason, unit.rule = unit.reason or Reason.COMMENTS, unit.rule or "closing/comments"


_OTHERS = 2
"""Entries of the shortest list of other stories."""


def without_others(article: Article, units: Sequence[Unit], body: int) -> None:
    """Drop the list of other stories below a story, whose every entry has its title, its day and its title once more,
    as pages give it in words and in a link."""
    lines = short(article.text, units, 160)
    found = [
        i
        for i in range(body + 1, len(units) - 2)
        if lines[i]
        and lines[i] == lines[i + 2]
        and dates.is_timestamp(lines[i + 1])
        and not dates.is_timestamp(lines[i])
    ]
    if len(found) < _OTHERS or any(unit.given for unit in units[found[0] :]):
        return
    begin = found[0]
    while begin > body + 1 and 0 < len(lines[begin - 1].split()) < _HEAD and not is_sentence(lines[begin - 1], 1):
        begin -= 1
    for unit in units[begin:]:
        unit.reason, unit.rule = unit.reason or Reason.RELATED, unit.rule or "closing/list of others"


_HEAD = 4
"""Words of the shortest line above such a list that is not its heading: `Opinion`, `Latest`."""


def _end(article: Article, above: str, line: str, unit: Unit) -> None:
    """Drop a line that says who typed the story or who its author is."""
    code = capitals_are_names() and _CODE.fullmatch(line)
    if code and is_sentence(above[: sign_offs.typed(above, 0, len(above))], _WORDS):
        unit.reason, unit.rule = Reason.CREDITS, "closing/code"
    elif any(_is_note_on(name, line) for name in article.bylines if " " in name):
        unit.reason, unit.rule = Reason.AUTHOR_NOTE, "closing/author"


def _is_note_on(name: str, line: str) -> bool:
    """`Lena Hartwig schreibt über die Küste.`"""
    return line.startswith(name) and tells_of_author(line[len(name) :]) == 0


def _is_of_another(article: Article, unit: Unit) -> bool:
    """Whether a line is a byline, of nobody who wrote this story."""
    found = bylines.read(short(article.text, [unit], _MOST)[0]) if article.bylines else None
    return found is not None and found.how == "stated" and set(found.names).isdisjoint(article.bylines)
