"""Whether a short line of the story is a heading: its own form, what stands above and below it, and its likes.

One number of evidence for each thing that can be said of a line, summed (a logistic regression). The weights are data,
`headings.tsv`, made by `training/headings.py` from labelled articles of our own; docs/segmentation.md has the figures.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..facts import moments
from ..model import Passage
from .passages import is_row
from .weights import weights

LIKELY = 0.5
"""From this chance on a line is a heading."""
_MOST, _MOST_WORDS = 80, 12
"""Characters and words of the longest heading."""
BULLET = re.compile(r"(?:[•●▪◦‣∙*]|[–—-](?=\s))\s*")
NUMBER = re.compile(r"(?:\d{1,3}|[IVX]{1,5})[.)]\s+(?=\S)")
"""`1.`, `IV)`: the number of an item or a chapter."""
CLOCK = re.compile(r"\d{1,2}(?:[:.]\d{2}(?:\s?[ap]\.?m\.?|\s?h|\s?[A-Z]{2,4})?|\s?[ap]\.?m\.?|\s?h)(?=\W|\Z)")
"""The head of an entry in a live blog."""
ENDS = re.compile(r"[.!?…:;,。！？؟۔][\"'”’»“‘«)\]]*\Z")
ANSWER = re.compile(r"[“\"]|[^\n]{0,200}?\b(?:I|[Mm]y|[Mm]e)\b")
"""How an answer to a question begins: quoted, or with an `I` in it."""
_OVER = re.compile(r"[.!?][\"”’)]*\s?\[[^\[\]]{1,30}\]\Z|[.!…:;,。！][\"'”’»“‘«)\]]*\Z|[.!?][\"”’)]*\s.*\?\Z|\.{4}")
_LABEL = re.compile(r"[A-Z]{1,2} ?[.:] |[^\W\d_]+ ?: .*\?\Z")
"""`Q. How did you start?`, `Frage: Wie lange?`: who asks."""
ROWS = (Passage.LIST, Passage.SCHEDULE)
"""Passages whose lines are rows."""


def is_shaped(line: str) -> bool:
    """Whether a line could be a heading at all: short, no end of a sentence but a question's, no item of a list."""
    if not 0 < len(line) <= _MOST or line[-1] in ".,;:" or len(line.split()) > _MOST_WORDS:
        return False
    fits = not (line[0].islower() or _OVER.search(line) or BULLET.match(line) or _LABEL.match(line))
    return fits and re.search(r"[^\W_]", line) is not None


_PARTED, _ADDRESS = re.compile(r",\s|\s[–—-]\s"), re.compile(r"\b(?:www\.|https?://)\S")
_WHEN = ("half", "weekday", "month")
_WHAT_WHERE_WHEN = 3
"""Parts of the shortest line that says so."""


def says_where_and_when(line: str) -> bool:
    """`The Drovers, Town Hall, 9pm Friday`, or an address of the net: what stands below the notice of a show."""
    parts = _PARTED.split(line)
    what, when = moments.kinds(parts[0]), set(moments.kinds(parts[-1]))
    told = len(parts) >= _WHAT_WHERE_WHEN and None in what and None not in when and not when.isdisjoint(_WHEN)
    return told or _ADDRESS.search(line) is not None


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the body as its neighbours see it."""

    line: str
    passage: Passage | None


class Body:
    """The lines of a story, seen for what could be a heading; each thing is counted once, when it is first asked."""

    def __init__(self, places: Sequence[Place], *, marked: bool = False):
        self.places = places
        self.marked = marked
        """Whether the source says what its parts are, as a web page does."""

    @functools.cached_property
    def shaped(self) -> list[bool]:
        """Which lines could be headings."""
        return [is_shaped(place.line) for place in self.places]

    @functools.cached_property
    def forms(self) -> list[str]:
        """Their forms; empty for the other lines."""
        return [_form(place.line) if ok else "" for place, ok in zip(self.places, self.shaped, strict=True)]

    @functools.cached_property
    def alone(self) -> list[bool]:
        """Which of them have none beside them."""
        beside = [False, *self.shaped, False]
        return [beside[i + 1] and not beside[i] and not beside[i + 2] for i in range(len(self.places))]

    @functools.cached_property
    def seen(self) -> Seen:
        short = [place.line for place, ok in zip(self.places, self.shaped, strict=True) if ok]
        return Seen(
            Counter(self.forms),
            Counter(form for form, alone in zip(self.forms, self.alone, strict=True) if alone),
            Counter(_first(line) for line in short),
            Counter(_skeleton(line) for line in short),
            len(short) / max(len(self.places), 1),
        )


@dataclass(frozen=True, slots=True)
class Seen:
    """How often each thing is among the lines that could be headings."""

    forms: Counter[str]
    forms_alone: Counter[str]
    first_words: Counter[str]
    skeletons: Counter[tuple[str, str]]
    share: float
    """Of all lines."""


def is_between(body: Body, i: int, above: int | None, below: int) -> bool:
    """Whether a line stands between prose: what is above it has ended, what is below is a list or longer by far.

    A heading that a page has not marked stands there; other short lines of pages are items and cells of tables.
    """
    line, under = body.places[i].line, body.places[below]
    over = above is None or ENDS.search(body.places[above].line[-5:]) is not None
    least = max(40 if ENDS.search(under.line) else 60, 2 * len(line))
    return over and (under.passage in ROWS or len(under.line) > least)


def chance(body: Body, i: int, above: int | None, below: int | None, questions: int) -> float:
    """From 0 to 1, how likely it is that line `i`, which `is_shaped`, is a heading.

    `above`, `below`: the lines next to it that are said; `questions`: how many lines of the body ask something.
    """
    known = weights("headings")
    odds = known[""] + sum(
        known.get(name, 0.0) * value for name, value in features(body, i, above, below, questions).items()
    )
    return 1 / (1 + math.exp(-odds))


def features(body: Body, i: int, above: int | None, below: int | None, questions: int) -> dict[str, float]:
    """What can be said of a line, by name; 1 for what is only true or not, and nothing for what is not."""
    said = dict.fromkeys(_own(body, i, questions), 1.0)
    said.update((name, 1.0) for name in _above(body, i, above))
    said.update((name, 1.0) for name in _below(body, i, below, questions))
    said.update((f"{a} & {b}", 1.0) for a, b in _TOGETHER if a in said and b in said)
    if below is not None:
        line, other = body.places[i].line, body.places[below].line
        said["length of the line below"] = min(len(other) / len(line), 6) / 6
    said.update(_among(body, i))
    return {name: value for name, value in said.items() if value}


_TOGETHER = (
    ("below is a sentence", "above is a sentence"),
    ("below is a row", "above is a row"),
    ("below is a sentence", "above is no prose"),
    ("below ends", "above ends"),
    ("below ends", "capitals U"),
    ("below is a row", "first word again"),
    ("below is a sentence", "first word again"),
    ("below is a sentence", "asks"),
    ("capitals U", "above is no prose"),
    ("few words", "above is no prose"),
    ("comma", "capitals T"),
)


def _own(body: Body, i: int, questions: int) -> Iterator[str]:
    """Of the line itself."""
    line, form = body.places[i].line, body.forms[i]
    words = line.split()
    yield f"words {next(k for k in (1, 2, 3, 5, 8, _MOST_WORDS) if len(words) <= k)}"
    yield f"capitals {form[0]}"
    yield f"form {form}"
    said = {
        "figure first": line[0].isdigit(),
        "figure last": line[-1].isdigit(),
        "colon inside": ":" in line[:-1],
        "asks": line.endswith("?"),
        "asks as others do": line.endswith("?") and (questions > 1 or len(words) < 4),
        "few words": len(words) <= 4,
        "comma": "," in line,
        "bracket": "(" in line,
        "quotes inside": re.search(r"[\"“”]", line.strip('“”"')) is not None,
        "quotes first": line[0] in "“\"‘'",
        "clock": CLOCK.match(line) is not None,
        "number": NUMBER.match(line) is not None,
        "row": is_row(line),
        "in a list": body.places[i].passage in ROWS,
        "odd last mark": not (line[-1].isalnum() or line[-1] in "?)’'\"”%»"),
    }
    yield from (name for name, is_so in said.items() if is_so)


def _above(body: Body, i: int, above: int | None) -> Iterator[str]:
    """Of the line above that is said."""
    if above is None:
        yield "first"
        return
    line, passage = body.places[above].line, body.places[above].passage
    ends = ENDS.search(line[-5:]) is not None
    shaped = body.shaped[above] and not passage
    said = {
        "above ends": ends,
        "above is a sentence": ends and len(line) > 60,
        "above is a row": passage in (*ROWS, Passage.VERSE),
        "above is a signature": passage is Passage.SIGNATURE,
        "above is an item": BULLET.match(line) is not None,
        "above is short": shaped,
        "above is no prose": shaped or passage in (*ROWS, Passage.VERSE),
        "above ends in a colon": line.endswith(":"),
        "above has its form": body.shaped[above] and body.forms[above] == body.forms[i],
    }
    yield from (name for name, is_so in said.items() if is_so)


def _below(body: Body, i: int, below: int | None, questions: int) -> Iterator[str]:
    """Of the line below that is said."""
    if below is None:
        yield "last"
        return
    line, passage = body.places[below].line, body.places[below].passage
    after = body.places[below + 1].line if below + 1 < len(body.places) else ""
    asks = body.places[i].line.endswith("?")
    said = {
        "below ends": ENDS.search(line) is not None,
        "below is a sentence": _is_told(line),
        "below is no heading of 60": len(line) > 60,
        "below is long": len(line) > 120,
        "below is a row": passage in ROWS,
        "below is a verse": passage is Passage.VERSE,
        "below is an item": BULLET.match(line) is not None,
        "below is short": body.shaped[below] and not passage,
        "below has its form": body.shaped[below] and body.forms[below] == body.forms[i],
        "below answers": asks and ANSWER.match(line) is not None,
        "below is quoted": line[:1] in ("“", '"'),
        "below goes on": line[:1].islower(),
        "below has a number": NUMBER.match(line) is not None,
        "the next is a sentence": _is_told(after),
    }
    yield from (name for name, is_so in said.items() if is_so)


def _among(body: Body, i: int) -> dict[str, float]:
    """Of the line among all of the body: others of its form, others that begin with its words."""
    line, form = body.places[i].line, body.forms[i]
    here = body.alone[i]
    return {
        "alone": float(here),
        "others alone": min(sum(body.alone) - here, 4) / 4,
        "others of its form": min(body.seen.forms[form] - 1, 6) / 6,
        "others of its form alone": min(body.seen.forms_alone[form] - here, 3) / 3,
        "share of short lines": body.seen.share,
        "first word again": float(body.seen.first_words[_first(line)] > 1 and " " in line),
        "begins alike again": float(body.seen.skeletons[_skeleton(line)] > 1),
        "figures": sum(c.isdigit() for c in line) / len(line),
    }


def _is_told(line: str) -> bool:
    return ENDS.search(line) is not None and len(line.split()) >= 8


def _form(line: str) -> str:
    """Its capitals (U all, T of words, S of a sentence), whether a figure is first, and its marks."""
    words = [word for word in line.split() if word[0].isalpha()]
    titled = len(words) > 1 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)
    capitals = "U" if line.isupper() else "T" if titled else "S"
    last = line[-1] if line[-1] in "?)" else ""
    return capitals + ("9" if line[0].isdigit() else "") + last + (":" if ":" in line[:-1] else "")


def _first(line: str) -> str:
    return line.split(None, 1)[0].casefold()


def _skeleton(line: str) -> tuple[str, str]:
    """The first word and the form of what follows: `Race 1 (12.55pm)` is like `Race 3 (2.05pm)`."""
    return _first(line), re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "9", line))[:12]
