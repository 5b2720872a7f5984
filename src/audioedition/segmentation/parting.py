"""The paragraphs of a text -> those of the story, and those of the page that it was pasted with.

`extent` weighs every line; here is what is done with it: who and when an opening says stays, a line above the credit of
a picture goes with it, and whoever reads on knows what has been left out above.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from ..facts import bylines, captions, dates, furniture
from ..facts.language import DETECTED
from ..lexis.grammar import grammar
from ..model import Article, Doubt, Passage, Reason, Role
from . import entries, extent, heard, neighbourhood, opening
from .passages import passages
from .prose import is_sentence
from .roles import Unit, heads_links, heads_list, is_clock, is_listed
from .told import LONGEST, MEASURED, told_headline

_LIKELY = 0.25
_BETWEEN, _FEW = 0.6, 12
"""Least chance, and most words, of a line that goes because those around it do. On pages of sites that the trees had
not seen, 87 lines of the page went so, and of the story one heading."""
_PAGE, _TAIL = 0.95, 3
"""Chance of a line that is surely the page's, and how many of them below the story make what follows the page's too. On
sites that the trees had not seen, 31 and 20 lines of the page in English and other languages went so, and none of the
story."""
_CAPTION_MOST = 250
"""Characters of the longest line that can belong to a picture."""
_CAPTION_SHORT, _CAPTION_HARDLY = 90, 0.04
"""... and of one sentence that does right above a credit inside the story from this chance on: of 22 such lines nine
had a chance between this and `_LIKELY`, all of them captions."""


def parted(article: Article, units: list[Unit]) -> tuple[list[Unit], list[Unit]]:
    """What stands around the story, and the story. A source that knows its headline or its parts has said it."""
    if article.headline or any(mark.rule != DETECTED for mark in article.marks):
        return [], units
    lines = [article.text[unit.start : unit.end] for unit in units]
    found = extent.beside(lines)
    out, headline = around(lines, found)
    if headline is not None:
        units[headline].is_headline = True
    if len(out) == len(units):
        return [], units
    _mark(units, lines, found, out)
    return [unit for unit in units if unit.reason], [unit for unit in units if not unit.reason]


def _mark(units: Sequence[Unit], lines: Sequence[str], found: Sequence[extent.Beside], around: set[int]) -> None:
    """Note with every unit whether it is left out, and why, or what stood above it that is."""
    pictures = _above_credits(lines, found, around) if around else set()
    links: Reason | None = None
    for i, (unit, line) in enumerate(zip(units, lines, strict=True)):
        unit.beside = found[i]
        if i in around:
            links = _leave_out(unit, line, found[i], links) or links
        else:
            unit.below, links = links, None
            unit.timed = i - 1 in around and (dates.is_timestamp(lines[i - 1]) or is_clock(lines[i - 1]))
            _note(unit, line, found[i].chance, is_caption=i in pictures)


def around(lines: Sequence[str], found: list[extent.Beside]) -> tuple[set[int], int | None]:
    """Indices of the lines that are left out: captions, and what is not the story, but for who and when; and of the
    headline."""
    beside = extent.are_beside(lines, [it.chance for it in found])
    beside = [is_beside or extent.is_caption(it) for is_beside, it in zip(beside, found, strict=True)]
    if not any(beside):
        return set(), None
    rows = passages(lines)
    _spare(beside, lines, found, rows)
    _leave_tail(beside, lines, found, rows)
    neighbourhood.leave_foot(beside, lines, found, rows)
    begins = _first_sentence(lines, found, beside)
    headline = told_headline(lines, begins, [it.chance for it in found])
    if headline is not None:
        _clear_above(headline, lines, found, beside)
    loose = [_is_loose(line, it, row) for line, it, row in zip(lines, found, rows, strict=True)]
    loose[:begins] = _no_names(loose[:begins], lines)
    _close(loose, beside, begins if headline is None else 0, headline)
    told = opening.who_and_when(lines, [i for i, is_beside in enumerate(beside) if not is_beside])
    told -= _credits(told, lines, found)
    out = {i for i, line in enumerate(lines) if beside[i] and i not in told and not captions.is_caption(line)}
    return out, headline


def _spare(
    beside: list[bool], lines: Sequence[str], found: list[extent.Beside], rows: Sequence[Passage | None]
) -> None:
    """What is a part of something in the story is the story's, whatever it looks like (`found`)."""
    weighed = list(beside)
    _spare_rows(beside, rows)
    _spare_lists(beside, lines)
    _spare_series(beside, lines)
    _spare_measures(beside, lines, found)
    entries.spare(beside, lines)
    neighbourhood.spare(beside, lines, found)
    heard.spare(beside, lines, found)
    _spare_life(beside, lines)
    for i, was in enumerate(weighed):
        if was and not beside[i]:
            found[i] = extent.NO_PAGE


def _spare_lists(beside: list[bool], lines: Sequence[str]) -> None:
    """A word of buttons that heads a list of the story stays, and its list."""
    for i in (i for i, is_beside in enumerate(beside) if is_beside and lines[i].endswith(":")):
        if heads_list(lines, i, furniture.reason(lines[i])):
            rows = itertools.takewhile(lambda j: is_listed(lines[j]), range(i + 1, len(lines)))
            for j in (i, *rows):
                beside[j] = False


_NUMBER = re.compile(r"(\d{1,2})[.)] (?=\S)")
_DAYS = 2
"""So many days as headings make a series."""


def _spare_series(beside: list[bool], lines: Sequence[str]) -> None:
    """What is numbered as the next after lines of the story is one of them: `11. Stargazing`; so is a day where others
    head parts of the story: `Today`, above `Tonight` and `Saturday`."""
    numbers = {int(m[1]): i for i, line in enumerate(lines) if (m := _NUMBER.match(line))}
    for number, i in sorted(numbers.items()):
        before = numbers.get(number - 1, i)
        if beside[i] and before < i and not beside[before]:
            beside[i] = False
    days = [i for i, line in enumerate(lines) if line.lower() in grammar().days]
    if sum(not beside[i] for i in days) >= _DAYS:
        for i in days:
            beside[i] = beside[i] and (i + 1 == len(lines) or beside[i + 1])


def _spare_measures(beside: list[bool], lines: Sequence[str], found: list[extent.Beside]) -> None:
    """Figures with their labels that stand together, two with a unit, are a story's: `Cook time: 25 mins`."""
    told = [MEASURED.fullmatch(line) for line in lines]
    for run in neighbourhood.runs([it is not None for it in told], range(len(lines))):
        if sum(it is not None and it["unit"] is not None for it in told[run.start : run.stop]) >= _MEASURES:
            for i in run:
                beside[i], found[i] = False, extent.NO_PAGE


_MEASURES = 2
_LIFE = re.compile(r"(?P<name>[^\W\d_][^\d\n]{2,50}?),? ?\(?(?:1[89]|20)\d\d ?[–—-] ?(?:19|20)\d\d\)?")


def _spare_life(beside: list[bool], lines: Sequence[str]) -> None:
    """The first line that says whose life an obituary tells, and from when to when, stays: `ANN ORR 1944 – 2026`."""
    lives = ((i, _LIFE.fullmatch(lines[i])) for i, is_beside in enumerate(beside) if is_beside)
    i, life = next(((i, life) for i, life in lives if life), (0, None))
    name = life["name"].casefold() if life else ""
    if life and any(name in line.casefold() for line, is_beside in zip(lines, beside, strict=True) if not is_beside):
        beside[i] = False


def _first_sentence(lines: Sequence[str], found: Sequence[extent.Beside], beside: Sequence[bool]) -> int:
    """Index of the first sentence of the story, or paragraph that is likely its own; 0 where there is none."""
    for i, line in enumerate(lines):
        told = any(map(is_sentence, line.split("\n")))  # no blank line may part a heading from its paragraph
        if not beside[i] and (told or (len(line.split()) > LONGEST and found[i].chance < extent.EVEN)):
            return i
    return 0


def _clear_above(headline: int, lines: Sequence[str], found: Sequence[extent.Beside], beside: list[bool]) -> None:
    """The headline stays; what stands above it goes where it is doubtful, or is the headline too."""
    beside[headline] = False
    for i in range(headline):
        beside[i] = beside[i] or found[i].chance >= extent.DOUBTFUL or lines[i] == lines[headline]


def _no_names(loose: Sequence[bool], lines: Sequence[str]) -> list[bool]:
    """Above the story a name may be who wrote it."""
    return [is_loose and bylines.read(line) is None for is_loose, line in zip(loose, lines, strict=False)]


def _spare_rows(beside: list[bool], rows: Sequence[Passage | None]) -> None:
    """A row of a list goes only if those beside it do: `Don't miss: the soup`, below the prices of a restaurant."""
    verses = [row is Passage.VERSE for row in rows]  # of a poem a line alone is never the page's
    for run in neighbourhood.runs(verses, range(len(rows))):
        if 2 * sum(beside[i] for i in run) < len(run):
            for i in run:
                beside[i] = False
    stay = [row is not None and not out for row, out in zip(rows, beside, strict=True)]
    for i, row in enumerate(rows):
        if row is not None and beside[i] and sum(stay[max(0, i - 2) : i + 3]) > 1:
            beside[i] = False


def _leave_tail(
    beside: list[bool], lines: Sequence[str], found: Sequence[extent.Beside], rows: Sequence[Passage | None]
) -> None:
    """Below the story's last sentence and a few lines that are surely the page's, what is likelier the page's goes, if
    nothing further down is likely the story's: there a line alone is no heading."""
    ends = max((i for i, it in enumerate(found) if it.chance < extent.EVEN and is_sentence(lines[i])), default=-1)
    tail = range(max((i for i, it in enumerate(found) if it.chance < _LIKELY), default=-1) + 1, len(lines))
    sure = 0
    for i in range(ends + 1, len(lines)):
        if (
            sure >= _TAIL
            and i in tail
            and found[i].chance >= extent.EVEN
            and rows[i] is None
            and not is_sentence(lines[i])
        ):
            beside[i] = True
        sure += found[i].chance >= _PAGE


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
    begins = next((i for i in kept[1:] if is_sentence(lines[i]) and not _is_over_credit(lines, found, i)), len(lines))
    told = around | opening.who_and_when(lines, kept)
    return {
        i
        for i in kept[1:]
        if _is_over_credit(lines, found, i)
        and (i - 1 in told if i < begins else found[i].caption >= (_CAPTION_HARDLY if _is_short(lines[i]) else _LIKELY))
    }


def _is_short(line: str) -> bool:
    """Whether a line is one sentence of the length of a caption's."""
    return len(line) <= _CAPTION_SHORT and line.endswith(".") and re.search(r"[.!?] ", line) is None


def _is_over_credit(lines: Sequence[str], found: Sequence[extent.Beside], i: int) -> bool:
    if len(lines[i]) > _CAPTION_MOST or i + 1 >= len(lines) or _is_credit(lines[i]):
        return False
    return _is_credit(lines[i + 1]) or _is_named_beside_picture(lines[i + 1], found[i + 1])


def _credits(told: Iterable[int], lines: Sequence[str], found: Sequence[extent.Beside]) -> set[int]:
    """Of the lines that say who and when: names below those who wrote it that belong to a picture,
    `ANN ORR / NORTHPORT POST`."""
    who = [i for i in sorted(told) if bylines.read(lines[i]) is not None]
    return {i for i in who[1:] if _is_named_beside_picture(lines[i], found[i])}


def _is_named_beside_picture(line: str, beside: extent.Beside) -> bool:
    """Whether a line is a name without `By` that the second trees call a picture's."""
    who = bylines.read(line) if extent.is_caption(beside) else None
    return who is not None and who.how != "stated"


def _is_credit(line: str) -> bool:
    return furniture.reason(line) is Reason.PHOTO_CREDIT or bylines.is_picture_credit(line)


def _leave_out(unit: Unit, line: str, beside: extent.Beside, links: Reason | None) -> Reason | None:
    """Note why a line is not the story: what rules say of it, or of the heading of links above it, else what the model
    does. Returned if links follow."""
    told = furniture.decide(line)
    if extent.is_caption(beside) and told is None:
        unit.role, unit.rule = Role.CAPTION, f"extent/caption ({beside.caption:.2f})"
    else:
        unit.reason = told.outcome if told else links or Reason.FURNITURE
        unit.rule = f"extent ({beside.chance:.3f})" + (f"; {told.rule}" if told else "")
        unit.doubts = neighbourhood.doubts(line, beside)
    return unit.reason if unit.reason and heads_links(line, unit.reason) else None


def _note(unit: Unit, line: str, chance: float, *, is_caption: bool) -> None:
    """Note of a line that stays that it belongs to a picture, or how doubtful it is."""
    if is_caption:
        unit.role, unit.rule = Role.CAPTION, "parting/above a credit"
    elif chance >= extent.DOUBTFUL:
        unit.doubts = (Doubt(line, line, "may be the page, not the story", chance),)
