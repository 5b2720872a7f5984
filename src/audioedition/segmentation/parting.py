"""The paragraphs of a text -> those of the story, and those of the page that it was pasted with.

`extent` weighs every line; here is what is done with it: who and when an opening says stays, a line above the credit of
a picture goes with it, and whoever reads on knows what has been left out above.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..facts import bylines, captions, furniture
from ..facts.language import DETECTED
from ..model import Article, Doubt, Reason, Role
from . import extent, opening
from .roles import Unit, heads_links

_LIKELY = 0.25
_CAPTION_MOST = 250
"""Characters of the longest line that can belong to a picture."""


def parted(article: Article, units: list[Unit]) -> tuple[list[Unit], list[Unit]]:
    """What stands around the story, and the story. A source that knows its headline or its parts has said it."""
    if article.headline or any(mark.rule != DETECTED for mark in article.marks):
        return [], units
    lines = [article.text[unit.start : unit.end] for unit in units]
    found = extent.beside(lines)
    around = _around(lines, found)
    if len(around) == len(units):
        return [], units
    pictures = _above_credits(lines, found, around) if around else set()
    links: Reason | None = None
    for i, (unit, line) in enumerate(zip(units, lines, strict=True)):
        if i in around:
            links = _leave_out(unit, line, found[i]) or links
        else:
            unit.below, links = links, None
            _note(unit, line, found[i].chance, is_caption=i in pictures)
    return [unit for unit in units if unit.reason], [unit for unit in units if not unit.reason]


def _around(lines: Sequence[str], found: Sequence[extent.Beside]) -> set[int]:
    """Indices of the lines that are left out: captions, and what is not the story, but for who and when."""
    beside = [extent.is_caption(it) or extent.is_beside(line, it.chance) for line, it in zip(lines, found, strict=True)]
    told = opening.who_and_when(lines, [i for i, is_beside in enumerate(beside) if not is_beside])
    return {i for i, line in enumerate(lines) if beside[i] and i not in told and not captions.is_caption(line)}


def _above_credits(lines: Sequence[str], found: Sequence[extent.Beside], around: set[int]) -> set[int]:
    """Indices of the lines right above the credit of a picture: in the opening below something of the page, further
    down where the model thinks of a caption too."""
    kept = [i for i in range(len(lines)) if i not in around]
    begins = next((i for i in kept[1:] if extent.is_sentence(lines[i]) and not _is_over_credit(lines, i)), len(lines))
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


def _leave_out(unit: Unit, line: str, beside: extent.Beside) -> Reason | None:
    """Note why a line is not the story: what rules say of it, else what the model does. Returned if links follow."""
    unit.reason = furniture.reason(line)
    if extent.is_caption(beside) and unit.reason is None:
        unit.role, unit.rule = Role.CAPTION, f"extent/caption ({beside.caption:.2f})"
    else:
        unit.reason, unit.rule = unit.reason or Reason.FURNITURE, f"extent ({beside.chance:.3f})"
    return unit.reason if unit.reason and heads_links(line, unit.reason) else None


def _note(unit: Unit, line: str, chance: float, *, is_caption: bool) -> None:
    """Note of a line that stays that it belongs to a picture, or how doubtful it is."""
    if is_caption:
        unit.role, unit.rule = Role.CAPTION, "parting/above a credit"
    elif chance >= extent.DOUBTFUL:
        unit.doubts = (Doubt(line, line, "may be the page, not the story", chance),)
