"""The paragraphs of the body -> what each is: furniture, correction, caption, subhead or the story itself."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..facts import captions, corrections, dates, furniture, page_phrases, sign_offs, telling
from ..facts.moments import kinds
from ..lexis.grammar import capitals_are_names
from ..lexis.tables import Lexis, derived
from ..model import Doubt, Passage, Reason, Role
from ..model.rules import Decision
from . import headings
from .extent import NO_PAGE, Beside
from .headings import ANSWER, CLOCK, ENDS, ROWS
from .passages import heads_race, is_like, is_row, is_uncounted
from .prose import ends, is_sentence
from .pulled import pull_quotes

_CHAPTER = re.compile(
    r"(?:[IVX]{1,5}|\d{1,2})\.?|(?:19|20)\d\d:?|(?:chapter|part) (?:\d{1,2}|[ivx]{1,5}|one|two|three|four|five)", re.I
)
_QUESTION = re.compile(
    r"(?:What|Who|Why|How|When|Where|Which|Is|Are|Was|Were|Will|Would|Should|Can|Could|Do|Does|Did|Has|Have|And|So|But)"
    r"\b[^.!?\"“”]*\?\Z"
)
_SUBHEAD_MOST = 80
_CLOCK_MOST = 14
"""Characters of the longest time of an entry: `13.30 Uhr`, `Ore 15.10`."""
_SPEAKABLE = re.compile(r"[^\W_]")
_LINKS = re.compile(
    r"(?:read|also read|also see|see|watch|listen|don['’]t miss|must|in case you missed|related|more"
    r"|most|recommended|editor|you (?:may|might)|what to"
    r"|top stories|trending"
    r"|popular|elsewhere|latest|topics?|tags?|filed under|categories|keywords)\b[^:]{0,60}:?\Z",
    re.I,
)
"""A heading below which links to other stories stand."""


@dataclass
class Unit:
    """A paragraph and what it is."""

    start: int
    end: int
    role: Role | None = None
    """None until decided."""
    reason: Reason | None = None
    """Why it is dropped; None = it is not."""
    rule: str = ""
    """The rule or evidence that decided the role or the reason."""
    given: bool = False
    """Whether the source or its reader decided it."""
    below: Reason | None = None
    """Why a heading of links right above it was left out."""
    beside: Beside = NO_PAGE
    """How likely it is the page around the story, or a picture's."""
    is_headline: bool = False
    """Whether it is the line above the story that the story tells."""
    timed: bool = False
    """Whether a time stood right above it that was left out."""
    is_letter: bool = False
    """Whether it is part of a letter to the editor, in which all words are the writer's."""
    passage: Passage | None = None
    """What it belongs to where that is no prose."""
    doubts: tuple[Doubt, ...] = ()
    """What of it had to be guessed."""


def classify(text: str, units: Sequence[Unit], body: int) -> None:
    """Decide the role of every unit from index `body` on."""
    lines = [text[unit.start : unit.end] for unit in units]
    told = _places(lines, units, body)
    questions = sum(len(line) <= _SUBHEAD_MOST and _QUESTION.match(line) is not None for line in lines[body:])
    links: Reason | None = None
    again = _said_again(units, lines, body)
    for i, unit in enumerate(units[body:], body):
        line = lines[i]
        links = unit.below or links
        if unit.role is not None or unit.reason:
            continue
        if i in again:
            unit.reason, unit.rule = again[i]
            continue
        if found := _as_furniture(units, lines, i):
            why, unit.rule = found
            unit.reason = why
            links = why if heads_links(line, why) else None
            continue
        if links and _is_link(units, lines, i, questions):
            unit.reason, unit.rule = links, "roles/below a heading of others"
            continue
        links = None
        if dates.is_timestamp(line, date_alone=False):
            unit.reason, unit.rule = Reason.TIMESTAMP, "roles/time"
        elif _SPEAKABLE.search(line):
            unit.role = _role(lines, units, i, told, questions)
        else:
            unit.reason = Reason.ORNAMENT


_AGAIN = 6
"""Words of the shortest headline that a line of the story only repeats; a shorter one can be a subhead."""


def _said_again(units: Sequence[Unit], lines: Sequence[str], body: int) -> dict[int, tuple[Reason, str]]:
    """The lines that only say again what the story says: quotations pulled out of it, and its headline, which pages
    print once more as the words of a picture."""
    heads = [line for unit, line in zip(units[:body], lines, strict=False) if unit.role is Role.HEADLINE]
    long = {line for line in heads if len(line.split()) >= _AGAIN}
    found = dict.fromkeys(_pulled(units, lines), (Reason.PULL_QUOTE, "roles/pull quote"))
    return found | {
        i: (Reason.SAID_BEFORE, "roles/headline again") for i in range(body, len(lines)) if lines[i] in long
    }


def _places(lines: Sequence[str], units: Sequence[Unit], body: int) -> headings.Body:
    below = zip(lines[body:], units[body:], strict=True)
    marked = any(unit.given for unit in units)
    return headings.Body([headings.Place(line, unit.passage) for line, unit in below], marked=marked)


def _pulled(units: Sequence[Unit], lines: Sequence[str]) -> set[int]:
    return pull_quotes(["" if unit.role or unit.reason else line for unit, line in zip(units, lines, strict=True)])


def _as_furniture(units: Sequence[Unit], lines: Sequence[str], i: int) -> Decision[Reason] | None:
    found = furniture.decide(lines[i])
    if found and (_is_in_list(units, lines, i) or heads_list(lines, i, found.outcome)):
        return None
    return found


def heads_list(lines: Sequence[str], i: int, why: Reason | None) -> bool:
    """Whether a word of buttons heads a list of the story: `Tools:`, `Print:` above lines that are no buttons, no links
    and no sentences."""
    below = lines[i + 1 : i + 3]
    if why is not Reason.SHARE or not lines[i].rstrip().endswith(":") or len(below) < 2:
        return False
    return all(map(is_listed, below))


def is_listed(line: str) -> bool:
    """Whether a line below a word of buttons may be a row of a list: short, no sentence and no button."""
    return len(line.split()) <= _ROW and not ends(line) and furniture.decide(line) is None


_ROW = 10
"""Words of the longest line of a list below a word of buttons."""


def _is_in_list(units: Sequence[Unit], lines: Sequence[str], i: int) -> bool:
    """Whether a line is a row with rows of the story around it: a telephone number, `Don't miss: …`."""
    if units[i].passage not in ROWS or not is_row(lines[i]):
        return False
    beside = [j for j in (i - 2, i - 1, i + 1, i + 2) if 0 <= j < len(units) and units[j].passage is units[i].passage]
    return sum(furniture.decide(lines[j]) is None for j in beside) > 1


def _is_row_of_many(units: Sequence[Unit], i: int) -> bool:
    """Whether a line is one of several rows of a list: what a dish needs, not links."""
    beside = units[max(0, i - _MANY) : i + _MANY + 1]
    return units[i].passage is Passage.LIST and sum(unit.passage is Passage.LIST for unit in beside) > _MANY


_MANY = 2
"""So many rows beside it make a line one of several."""


def heads_links(line: str, why: Reason) -> bool:
    """Whether links to other stories stand below a line that was left out."""
    return len(line) < 60 and (why is Reason.CONTACT or _LINKS.match(line) is not None or heads_others(line, why))


def heads_others(line: str, why: Reason) -> bool:
    """Whether a line is nothing but a label of other stories: `Lesen Sie auch:`."""
    pieces = page_phrases.pieces(line) if why is Reason.RELATED and len(line) < 60 else []
    return bool(pieces) and all(piece.kind in ("phrase", "mark", "end") for piece in pieces)


def _is_told_by_agency(line: str) -> bool:
    """Whether an agency's letters end what somebody says: `“…,” she said. PTN COR`, no credit."""
    told, stop, letters = line.rpartition(". ")
    return letters.isupper() and telling.is_told(told + stop.strip())


def _role(lines: Sequence[str], units: Sequence[Unit], i: int, body: headings.Body, questions: int) -> Role:
    """The role of line `i`, which is to be kept; `questions`: how many short lines of the body ask something."""
    line = lines[i]
    if corrections.is_correction(line):
        return Role.CORRECTION
    if captions.is_caption(line) and not _is_signed_off(lines, i) and not _is_told_by_agency(line):
        return Role.CAPTION
    if is_clock(line) or _CHAPTER.fullmatch(line) or _is_subhead(lines, units, i, body, questions):
        return Role.SUBHEAD
    return Role.BODY


def _is_signed_off(lines: Sequence[str], i: int) -> bool:
    """Whether line `i` is the last sentence of the text, and only the agency behind it makes it look like a caption."""
    at = sign_offs.begins(lines[i], 0, len(lines[i]))
    if not at or captions.is_caption(lines[i][:at].rstrip()) or captions.is_caption(lines[i][at:].strip("() .")):
        return False
    return not any(map(is_sentence, lines[i + 1 :]))


def _is_day(line: str) -> bool:
    """`SATURDAY`, `Sunday 9 March`: the head of a day in a list of what's on."""
    words = kinds(line)
    return len(words) <= 3 and {"weekday", "month"}.issuperset(words) and "weekday" in words


@derived
def _headings(lexis: Lexis) -> re.Pattern[str]:
    found = sorted((re.escape(row["word"]) for row in lexis.everywhere("headings")), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(found)})", re.I)


def _is_link(units: Sequence[Unit], lines: Sequence[str], i: int, questions: int) -> bool:
    """Whether a line below `Related` is the headline of another story: no sentence, nor a subhead of this one, as
    below the time of an entry, one of several questions, or words of what stands right below."""
    line = lines[i]
    surely = units[i].beside.chance >= _SURELY
    if units[i].timed or (_is_row_of_many(units, i) and not surely):
        return False
    if len(line) > 140 or ENDS.search(line.rstrip("?!")) or re.search(r"[.!?]\s", line):
        return False
    following = lines[i + 1] if i + 1 < len(lines) else ""
    if len(following) < _PROSE:
        return True
    asks = line.endswith("?") and questions > 1 and not surely
    if asks or _is_told_in(line, "\n".join(lines[i + 1 : i + 3])):
        return False
    return len(line.split()) >= 5


_SURELY = 0.85
"""From this chance of being the page's on a question or a row below a heading of others is none of several of the
story's."""
_PROSE = 140
"""Characters of a paragraph that no heading of others has below it."""
_TELLING = re.compile(r"[^\W\d_]{5,}")


def _is_told_in(line: str, below: str) -> bool:
    """Whether most of the longer words of a line stand in the paragraphs below it, in any form."""
    stems = {word.casefold()[:6] for word in _TELLING.findall(line)}
    told = {word.casefold()[:6] for word in _TELLING.findall(below)}
    return bool(stems) and 2 * len(stems & told) > len(stems)


def _is_subhead(lines: Sequence[str], units: Sequence[Unit], i: int, body: headings.Body, questions: int) -> bool:
    """Whether line `i` heads what is below it: below a time and by its words it does, else by all that it is."""
    line, begin = lines[i], len(lines) - len(body.places)
    if not headings.is_shaped(line) or _is_inside(lines, units, i):
        return False
    below = _first_kept(units, range(i + 1, min(i + 4, len(lines))))
    if below is None or _has_other_head(lines[below], asks=line.endswith("?")):
        return False
    if headings.says_where_and_when(line) and not is_sentence(lines[below], _SENTENCE):
        return False
    if _is_below_time(lines, units, i) or _is_heading_anywhere(line) or heads_race(line, lines[below]):
        return True
    above = _first_kept(units, range(i - 1, max(begin - 1, i - 5), -1))
    inside = None if above is None else above - begin
    if body.marked and not headings.is_between(body, i - begin, inside, below - begin):
        return False
    return headings.chance(body, i - begin, inside, below - begin, questions) >= headings.LIKELY


def _is_inside(lines: Sequence[str], units: Sequence[Unit], i: int) -> bool:
    """Whether a short line is a part of what stands around it: a verse, a row, what somebody goes on saying."""
    passage = units[i].passage
    if passage is Passage.VERSE or (passage in ROWS and _is_among_rows(lines, i)) or _is_dated(units, i):
        return True
    if lines[i][0] in _MARKS and i > 0 and _is_unclosed(lines[i - 1], lines[i][0]):  # `“Can we pay for it?”`
        return True
    return _is_announced(lines, i)


def _is_announced(lines: Sequence[str], i: int) -> bool:
    """Whether a line is one of a list that the sentence above it announces, and not the last: `On these routes:`."""
    if i + 1 >= len(lines) or not is_listed(lines[i + 1]) or lines[i].isupper() != lines[i + 1].isupper():
        return False
    above = itertools.takewhile(lambda j: not lines[j].endswith(":"), range(i - 1, max(-1, i - _ANNOUNCED), -1))
    head = i - 1 - sum(1 for _ in above)
    if head < 0 or not lines[head].endswith(":") or len(lines[head].split()) < _SENTENCE:
        return False
    return all(map(is_listed, lines[head + 1 : i + 1]))


_ANNOUNCED, _SENTENCE = 12, 6
"""Lines of the longest list below such a sentence, and its least words: `Results:` may head other heads."""


def _is_below_time(lines: Sequence[str], units: Sequence[Unit], i: int) -> bool:
    """Whether the time of an entry stands right above a line."""
    above = units[i - 1] if i else None
    return units[i].timed or (above is not None and above.timed and above.reason is Reason.BYLINE)


def _is_among_rows(lines: Sequence[str], i: int) -> bool:
    """Whether a line stands beside one of its like, or is an ingredient that nobody counts."""
    return is_uncounted(lines[i]) or any(is_like(lines[i], lines[j]) for j in (i - 1, i + 1) if 0 <= j < len(lines))


def _is_dated(units: Sequence[Unit], i: int) -> bool:
    """Whether a dateline stands before the line in its own paragraph: what one opens is the story."""
    return i > 0 and units[i - 1].role is Role.DATELINE


def _is_unclosed(line: str, mark: str) -> bool:
    """Whether a line is a quotation that goes on in the line below: opened by this mark and never closed."""
    return line[0] == mark and (line.count('"') % 2 == 1 if mark == '"' else line.count("“") > line.count("”"))


_MARKS = '“"'


def _is_heading_anywhere(line: str) -> bool:
    return _is_day(line) or _headings().fullmatch(line) is not None


def _has_other_head(below: str, *, asks: bool) -> bool:
    """Whether a line is nothing of the story, or an answer to the question above it (`asks`)."""
    return corrections.is_correction(below) or (asks and ANSWER.match(below) is not None)


def _first_kept(units: Sequence[Unit], indices: range) -> int | None:
    """The first of these units that is not dropped, or is by a word for a table."""
    return next((i for i in indices if units[i].reason in (None, Reason.TABLE)), None)


def is_clock(line: str) -> bool:
    """Whether a line is the time that heads an entry of a live blog, in the words of the language."""
    if CLOCK.fullmatch(line):
        return True
    written = len(line) <= _CLOCK_MOST and re.search(r"\d{1,2}[h:.]\d{2}|\d{1,2}\s?[^\W\d_]", line) is not None
    return written and capitals_are_names() and set(kinds(line)) <= {"word", "unit"}
