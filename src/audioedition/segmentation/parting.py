"""The paragraphs of a text -> those of the story, and those of the page that it was pasted with.

`extent` weighs every line; here is what is done with it: who and when an opening says stays, a line above the credit of
a picture goes with it, and whoever reads on knows what has been left out above.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..facts import bylines, captions, dates, furniture
from ..facts.language import DETECTED
from ..model import Article, Doubt, Passage, Reason, Role
from . import extent, opening
from .passages import passages
from .prose import WORD, ends, is_sentence
from .roles import Unit, heads_links

_LIKELY = 0.25
_BETWEEN, _FEW = 0.6, 12
"""Least chance, and most words, of a line that goes because those around it do. On pages of sites that the trees had
not seen, 87 lines of the page went so, and of the story one heading."""
_TOLD, _TOLD_SHARE = 2, 0.3
"""Longer words of a headline that stand in its story, at least, and their share."""
_CAPTION_MOST = 250
"""Characters of the longest line that can belong to a picture."""


def parted(article: Article, units: list[Unit]) -> tuple[list[Unit], list[Unit]]:
    """What stands around the story, and the story. A source that knows its headline or its parts has said it."""
    if article.headline or any(mark.rule != DETECTED for mark in article.marks):
        return [], units
    lines = [article.text[unit.start : unit.end] for unit in units]
    found = extent.beside(lines)
    around, headline = _around(lines, found)
    if headline is not None:
        units[headline].is_headline = True
    if len(around) == len(units):
        return [], units
    pictures = _above_credits(lines, found, around) if around else set()
    links: Reason | None = None
    for i, (unit, line) in enumerate(zip(units, lines, strict=True)):
        if i in around:
            links = _leave_out(unit, line, found[i], links) or links
        else:
            unit.below, links = links, None
            unit.timed = i > 0 and i - 1 in around and dates.is_timestamp(lines[i - 1])
            _note(unit, line, found[i].chance, is_caption=i in pictures)
    return [unit for unit in units if unit.reason], [unit for unit in units if not unit.reason]


def _around(lines: Sequence[str], found: Sequence[extent.Beside]) -> tuple[set[int], int | None]:
    """Indices of the lines that are left out: captions, and what is not the story, but for who and when; and of the
    headline."""
    beside = [extent.is_caption(it) or extent.is_beside(line, it.chance) for line, it in zip(lines, found, strict=True)]
    if not any(beside):
        return set(), None
    rows = passages(lines)
    _spare_rows(beside, rows)
    begins = next((i for i, line in enumerate(lines) if not beside[i] and is_sentence(line)), 0)
    headline = _headline(lines, begins)
    if headline is not None:
        beside[headline] = False
        for i in range(headline):
            beside[i] = beside[i] or found[i].chance >= extent.DOUBTFUL or lines[i] == lines[headline]
    loose = [_is_loose(line, it, row) for line, it, row in zip(lines, found, rows, strict=True)]
    loose[:begins] = [
        is_loose and bylines.read(line) is None for is_loose, line in zip(loose, lines[:begins], strict=False)
    ]
    _close(loose, beside, begins if headline is None else 0, headline)
    told = opening.who_and_when(lines, [i for i, is_beside in enumerate(beside) if not is_beside])
    out = {i for i, line in enumerate(lines) if beside[i] and i not in told and not captions.is_caption(line)}
    return out, headline


def _headline(lines: Sequence[str], begins: int) -> int | None:
    """Index of the line above the story that the story tells: of the lines of which several longer words, and no small
    part of them, stand in its sentences, the first that has about as many of them as any. None of a standfirst's."""
    story = {word for line in lines[begins:] if is_sentence(line) for word in _longer(line)}
    found = [len(words & story) if _may_be_headline(words := _longer(line), story) else 0 for line in lines[:begins]]
    stopped = [ends(line) for line in lines[:begins]]
    told = [n if not stops else 0 for n, stops in zip(found, stopped, strict=True)]
    told = told if any(told) else found
    likely = [i for i in range(begins) if told[i] >= max(_TOLD, 0.6 * max(told))]
    fits = (i for i in likely if not _is_said_below(lines, i, begins) and _is_no_other(lines[i]))
    return next(fits, None)


def _may_be_headline(words: set[str], story: set[str]) -> bool:
    return len(words & story) >= _TOLD_SHARE * len(words)


def _is_no_other(line: str) -> bool:
    return bylines.read(line) is None and not dates.is_timestamp(line) and not captions.is_caption(line)


def _is_said_below(lines: Sequence[str], i: int, begins: int) -> bool:
    """Whether a line is, or ends with, one that stands below it: what is being read, the way to the page."""
    return any(len(other) > 20 and other in lines[i] for other in lines[i + 1 : begins])


def _longer(line: str) -> set[str]:
    """The beginnings of its longer words: `lowers` tells of `lowered`."""
    return {word.casefold()[:5] for word in WORD.findall(line[:2000]) if len(word) > 3}


def _spare_rows(beside: list[bool], rows: Sequence[Passage | None]) -> None:
    """A row of a list goes only if those beside it do: `Don't miss: the soup`, below the prices of a restaurant."""
    stay = [row is not None and not out for row, out in zip(rows, beside, strict=True)]
    for i, row in enumerate(rows):
        if row is not None and beside[i] and sum(stay[max(0, i - 2) : i + 3]) > 1:
            beside[i] = False


def _close(loose: Sequence[bool], beside: list[bool], begin: int, headline: int | None) -> None:
    """Leave out too what is likely the page's (`loose`) and stands between two lines that are."""
    at = begin
    for i in (*(i for i, out in enumerate(beside) if out), len(beside)):
        between = range(at, i)
        if begin < at < i and all(loose[j] and j != headline for j in between):
            beside[at:i] = [True] * len(between)
        at = i + 1


def _is_loose(line: str, beside: extent.Beside, row: Passage | None) -> bool:
    """Whether a line is likely the page's, and no sentence and no row of a list."""
    loose = beside.chance >= _BETWEEN and row is None and len(line.split()) <= _FEW
    return loose and not is_sentence(line)


def _above_credits(lines: Sequence[str], found: Sequence[extent.Beside], around: set[int]) -> set[int]:
    """Indices of the lines right above the credit of a picture: in the opening below something of the page, further
    down where the model thinks of a caption too."""
    kept = [i for i in range(len(lines)) if i not in around]
    begins = next((i for i in kept[1:] if is_sentence(lines[i]) and not _is_over_credit(lines, i)), len(lines))
    told = around | opening.who_and_when(lines, kept)
    return {
        i
        for i in kept[1:]
        if _is_over_credit(lines, i) and (i - 1 in told if i < begins else found[i].caption >= _LIKELY)
    }


def _is_over_credit(lines: Sequence[str], i: int) -> bool:
    short = len(lines[i]) <= _CAPTION_MOST
    return short and i + 1 < len(lines) and _is_credit(lines[i + 1]) and not _is_credit(lines[i])


def _is_credit(line: str) -> bool:
    return furniture.reason(line) is Reason.PHOTO_CREDIT or bylines.is_picture_credit(line)


def _leave_out(unit: Unit, line: str, beside: extent.Beside, links: Reason | None) -> Reason | None:
    """Note why a line is not the story: what rules say of it, or of the heading of links above it, else what the model
    does. Returned if links follow."""
    unit.reason = furniture.reason(line)
    if extent.is_caption(beside) and unit.reason is None:
        unit.role, unit.rule = Role.CAPTION, f"extent/caption ({beside.caption:.2f})"
    else:
        unit.reason, unit.rule = unit.reason or links or Reason.FURNITURE, f"extent ({beside.chance:.3f})"
    return unit.reason if unit.reason and heads_links(line, unit.reason) else None


def _note(unit: Unit, line: str, chance: float, *, is_caption: bool) -> None:
    """Note of a line that stays that it belongs to a picture, or how doubtful it is."""
    if is_caption:
        unit.role, unit.rule = Role.CAPTION, "parting/above a credit"
    elif chance >= extent.DOUBTFUL:
        unit.doubts = (Doubt(line, line, "may be the page, not the story", chance),)
