"""Lines, each with what it may be -> the sequence of kinds that fits all of them together.

Newspapers put the parts of an opening in almost any order, but not in every: a standfirst stands between the headline
and a byline, a time or the story; a job stands below a name. The best sequence is found by dynamic programming over
(kind, whether the headline is over), the sum of what speaks for each line (`opening_lines`) and of `ORDER`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..facts import bylines, dates
from .opening_facts import Line
from .opening_kinds import Kind
from .opening_lines import evidence, told
from .opening_words import is_kicker

_NEVER = -99.0
START = None
ORDER: dict[tuple[Kind | None, Kind], float] = {
    (START, Kind.HEADLINE): 2,
    (START, Kind.BYLINE): -0.5,
    (Kind.RELEASE, Kind.HEADLINE): 2,
    (Kind.KICKER, Kind.HEADLINE): 1.5,
    (Kind.MENU, Kind.HEADLINE): 1.5,
    (Kind.STAMP, Kind.HEADLINE): 1,
    (Kind.FURNITURE, Kind.HEADLINE): 1,
    (Kind.BYLINE, Kind.HEADLINE): -1.5,
    (Kind.HEADLINE, Kind.DECK): 0.3,
    (Kind.HEADLINE, Kind.BYLINE): 1,
    (Kind.HEADLINE, Kind.STAMP): 1,
    (Kind.HEADLINE, Kind.CREDIT): 0,
    (Kind.DECK, Kind.BYLINE): 1.5,
    (Kind.DECK, Kind.BY): 1.5,
    (Kind.DECK, Kind.STAMP): 1.5,
    (Kind.DECK, Kind.LABEL): 1.5,
    (Kind.DECK, Kind.DECK): -2,
    (Kind.BY, Kind.BYLINE): 4,
    (Kind.BYLINE, Kind.BODY): 1,
    (Kind.BYLINE, Kind.STAMP): 1,
    (Kind.BYLINE, Kind.JOB): 1.5,
    (Kind.BYLINE, Kind.BYLINE): 0.3,
    (Kind.BYLINE, Kind.DECK): -1,
    (Kind.JOB, Kind.STAMP): 1,
    (Kind.JOB, Kind.BODY): 0.5,
    (Kind.JOB, Kind.BYLINE): 0.5,
    (Kind.JOB, Kind.JOB): 0.5,
    (Kind.STAMP, Kind.BYLINE): 0.7,
    (Kind.STAMP, Kind.STAMP): 0.5,
    (Kind.STAMP, Kind.BODY): 0.5,
    (Kind.STAMP, Kind.DECK): -0.5,
    (Kind.LABEL, Kind.STAMP): 2,
    (Kind.SHOWN, Kind.CREDIT): 5.5,
    (Kind.CAPTION, Kind.CREDIT): 1,
    (Kind.OTHER, Kind.BYLINE): 1,
    (Kind.OTHER, Kind.STAMP): 1,
}
"""How well one kind follows another; pairs that are not here are neither usual nor strange (0)."""
_LEADS_TO = {
    Kind.MENU: (Kind.MENU, Kind.KICKER, Kind.HEADLINE, Kind.FURNITURE),
    Kind.BY: (Kind.BYLINE,),
    Kind.SHOWN: (Kind.CREDIT,),
    Kind.OTHER: (Kind.BYLINE, Kind.STAMP, Kind.BY, Kind.OTHER, Kind.LABEL),
}
"""Kinds that are nothing without what follows."""
_NEEDS = {Kind.JOB: (Kind.BYLINE, Kind.JOB, Kind.STAMP), Kind.REPEATED: tuple(Kind)}
"""Kinds that only stand below certain others."""
_TITLED = (Kind.DECK, Kind.JOB, Kind.CREDIT, Kind.SHOWN, Kind.OTHER, Kind.REPEATED)
"""Kinds that only stand below the headline."""


class Found(NamedTuple):
    """What a line is, and the rule that spoke for it most."""

    kind: Kind
    rule: str
    instead: Kind | None = None
    """The likeliest kind that is heard otherwise; None where there is none."""
    margin: float = math.inf
    """By how much the best sequence is better than the best in which the line is that."""


_State = tuple[Kind | None, bool]
"""The kind of the last line, and whether the headline is over."""


class _Step(NamedTuple):
    """One way to read a line, below one way to read the line above it."""

    before: _State
    after: _State
    score: float
    found: Found


class _Layer(NamedTuple):
    """A line of the opening, read in every way."""

    scores: Mapping[_State, float]
    """How well the lines above can be read so that they end in a state."""
    steps: Sequence[_Step]
    best: Mapping[_State, _Step]
    """The step on the best way to each state below."""


_Heard = Kind | None


def heard_as(kind: Kind) -> _Heard:
    """What a listener takes a line of this kind for; None for those that are not heard."""
    return kind if kind in _HEARD else Kind.BODY if kind is Kind.CORRECTION else None


_HEARD = (Kind.HEADLINE, Kind.DECK, Kind.BYLINE, Kind.BODY)


def sequence(lines: Sequence[Line], *, titled: bool) -> list[Found]:
    """What each line is, and how near it was to being something else. `titled`: the source has given the headline."""
    scores: dict[_State, float] = {(START, titled): 0.0}
    layers: list[_Layer] = []
    before: Line | None = None
    for line in lines:
        if {last for last, _ in scores} == {Kind.BODY}:
            break  # the story has begun whichever way the lines above it are read
        steps = list(_steps(scores, before, line))
        best: dict[_State, _Step] = {}
        below: dict[_State, float] = {}
        for step in steps:
            score = scores[step.before] + step.score
            if step.after not in best or score > below[step.after]:
                best[step.after], below[step.after] = step, score
        layers.append(_Layer(scores, steps, best))
        scores, before = below, line
    ends = {state: _end(state[0]) for state in scores}
    found = _doubted(_path(layers, max(scores, key=lambda state: scores[state] + ends[state])), layers, ends)
    return [*found, *[Found(Kind.BODY, "opening/story")] * (len(lines) - len(found))]


def _steps(scores: Mapping[_State, float], before: Line | None, line: Line) -> Iterator[_Step]:
    """Every way to read a line."""
    said = evidence(line)
    for last, over in scores:
        for kind, (score, rule) in said.items():
            step = _body(line, kind, score) if last is Kind.BODY else score + _step(last, kind, before, line, over)
            if step > _NEVER / 2:
                now = last if last is Kind.BODY else kind
                yield _Step((last, over), (now, over or kind is Kind.HEADLINE), step, Found(now, rule))


def _path(layers: Sequence[_Layer], end: _State) -> list[Found]:
    """The best sequence that ends in a state."""
    out: list[Found] = []
    for layer in reversed(layers):
        step = layer.best[end]
        out.append(step.found)
        end = step.before
    return out[::-1]


def _doubted(path: Sequence[Found], layers: Sequence[_Layer], ends: Mapping[_State, float]) -> list[Found]:
    """The best sequence, each line with what it would be in the best sequence in which it is heard otherwise."""
    out: list[Found] = []
    below = ends
    for found, layer in zip(reversed(path), reversed(layers), strict=True):
        ways: dict[_Heard, tuple[float, Kind]] = {}
        above: dict[_State, float] = {}
        for step in layer.steps:
            onward = step.score + below.get(step.after, _NEVER)
            above[step.before] = max(onward, above.get(step.before, _NEVER))
            way = (layer.scores[step.before] + onward, step.found.kind)
            heard = heard_as(step.found.kind)
            ways[heard] = max(way, ways.get(heard, way))
        score, _ = ways.pop(heard_as(found.kind))
        if ways:
            other, kind = max(ways.values())
            found = found._replace(instead=kind, margin=score - other)
        out.append(found)
        below = above
    return out[::-1]


def _end(last: Kind | None) -> float:
    """How well an opening ends on a line of this kind."""
    return (_NEVER if last in _LEADS_TO else 0) - (3 if last is Kind.KICKER else 0)


def _step(last: Kind | None, kind: Kind, before: Line | None, line: Line, over: bool) -> float:
    """How well a line of the opening follows the one above it."""
    score = ORDER.get((last, kind), 0.0)
    if not _may_follow(last, kind):
        return _NEVER
    if not over:
        return score + _untitled(last, kind, line)
    if kind is Kind.HEADLINE and not told(line):
        return _NEVER
    named = line.byline is not None and not line.is_credit
    if kind is Kind.CREDIT and last not in (Kind.SHOWN, Kind.CAPTION) and named:
        return _NEVER
    if kind is Kind.MENU:
        return _NEVER
    if kind is Kind.KICKER:
        score -= 1 if is_kicker(line.text) else 5
    return score + _below(last, kind, before, line)


def _below(last: Kind | None, kind: Kind, before: Line | None, line: Line) -> float:
    """What is strange below a line of a certain kind."""
    if last is Kind.BYLINE and kind is Kind.BYLINE and line.bare == "unknown":
        return -1  # `By Ann Orr` / `Wexle Tribune Sports`
    return _below_deck(kind, before, line) if last is Kind.DECK and before is not None else 0


def _may_follow(last: Kind | None, kind: Kind) -> bool:
    """Whether a line of one kind may stand right below one of another, by `_NEEDS` and `_LEADS_TO`."""
    if kind in _NEEDS and last not in _NEEDS[kind]:
        return False
    return last not in _LEADS_TO or kind in _LEADS_TO[last]


def _untitled(last: Kind | None, kind: Kind, line: Line) -> float:
    """What is strange while there is no headline yet."""
    if kind in _TITLED:
        return _NEVER
    if kind is Kind.BYLINE:
        return -3 if line.bare else -1
    if kind is Kind.CAPTION:
        return -1.5
    if last is Kind.KICKER and kind in (Kind.BODY, Kind.BYLINE, Kind.STAMP):
        return -5
    return 0


def _below_deck(kind: Kind, deck: Line, line: Line) -> float:
    """A lead is no standfirst because a subhead follows: a sentence is one only above what opens stories."""
    if kind is Kind.BYLINE:
        return -4 if _is_strange(deck, line) else 0
    if kind is Kind.BODY:
        if line.dated:
            return 5.5 if deck.stops else 1.5  # a dateline opens the story: what stands above it does not
        if deck.stops or line.text[:1].islower():  # a lead; the first line of a verse
            return -3.5
        return -2.5 if not line.stops and len(line.words) < 13 else 0.7  # one of several: results, a list
    return 0


def _is_strange(deck: Line, line: Line) -> bool:
    """Whether a name that no table knows, or one with a place, stands below a lead rather than a standfirst."""
    strange = line.bare == "unknown"
    if not deck.stops or len(deck.words) <= (10 if strange else 18):
        return False
    if len(line.words) == 2 and dates.is_timestamp(line.after):
        return False
    return strange or _may_be_signature(line)


def _may_be_signature(line: Line) -> bool:
    """`Ann Orr, Wexle`: as letters to the editor are signed too."""
    name, _, place = line.text.partition(", ")
    return bool(place) and not bylines.is_affiliation(place) and len(name.split()) < 4 and len(place.split()) < 4


def _body(line: Line, kind: Kind, score: float) -> float:
    """How well a line stands in the story."""
    if kind in (Kind.BODY, Kind.FURNITURE, Kind.CAPTION, Kind.CORRECTION):
        return score
    if kind in (Kind.HEADLINE, Kind.DECK):
        return 0  # a subhead
    return _NEVER
