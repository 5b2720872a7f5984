"""A line of a page as the rules of furniture ask it, and rules for lines of one form.

A page has dozens of forms and every line is asked for all of them: what no text can match a form without
(`literals`) is sought in the line in one go, and only forms that may match are made and tried.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping

from ..model import Reason
from ..model.rules import Decision, Rule, RuleSet
from . import literals, page_phrases
from .page_phrases import Piece

_END = r"\s*[.!…»›>:→|]*"


class Line:
    """A line, and what of pages stands in it; each is found out when a rule first asks."""

    def __init__(self, text: str):
        self.text = text

    @functools.cached_property
    def small(self) -> str:
        """The line in small letters."""
        return self.text.lower()

    @functools.cached_property
    def stands(self) -> frozenset[str]:
        """Of all that forms cannot match without, what stands in the line."""
        small = self.small
        known = _ASKED.keys() & set(zip(small, small[1:], small[2:], strict=False))
        return frozenset([s for key in (_ANYWHERE, *known) for s in _ASKED[key] if s in small])

    @functools.cached_property
    def begins(self) -> bool:
        """Whether a phrase of pages stands at its head, behind marks and numbers at most; or it is one word."""
        return page_phrases.begins(self.text)

    @functools.cached_property
    def pieces(self) -> list[Piece]:
        return page_phrases.pieces(self.text)


_ANYWHERE = ()
_ASKED: dict[tuple[str, ...], list[str]] = {_ANYWHERE: []}
"""What forms cannot match a line without, by its first three characters: a line is asked for all of it in one go.
Shorter literals are sought in every line."""


_NEEDED: dict[str, frozenset[str]] = {}
"""Name of a rule of forms -> what one of its forms needs: without any of it in a line it has no answer."""


class _Form:
    """One form of a line, in whatever letters, with whatever marks at its end; made when a line first may have it."""

    def __init__(self, pattern: str):
        self._pattern, self.needed = pattern, frozenset(literals.needed(pattern))
        for literal in self.needed:
            known = _ASKED.setdefault(tuple(literal[:3]) if len(literal) > 2 else _ANYWHERE, [])
            known += [] if literal in known else [literal]

    @functools.cached_property
    def fullmatch(self) -> Callable[[str], re.Match[str] | None]:
        return re.compile(f"(?:{self._pattern}){_END}", re.I).fullmatch


def form(name: str, reason: Reason, source: str, *patterns: str) -> Rule[Line, Reason]:
    """A rule for lines that one of `patterns` matches whole."""
    forms = tuple(map(_Form, patterns))
    _NEEDED[name] = frozenset().union(*(each.needed for each in forms))

    def decide(line: Line) -> Reason | None:
        stands = line.stands
        for each in forms:  # asked of every line: a plain loop costs a third of any(...)
            if not each.needed.isdisjoint(stands) and each.fullmatch(line.text):
                return reason
        return None

    return Rule(name, decide, source)


def first(rules: RuleSet[Line, Reason], line: Line) -> Decision[Reason] | None:
    """The first answer of `rules`; of those of forms only they are asked of which something stands in the line."""
    places, always = _places(rules)
    return rules.first(line, sorted(always.union(*(places[needed] for needed in line.stands))))


@functools.cache
def _places(rules: RuleSet[Line, Reason]) -> tuple[Mapping[str, frozenset[int]], frozenset[int]]:
    """What forms need -> the places of their rules, and the places of all other rules."""
    places: dict[str, set[int]] = {}
    for place, rule in enumerate(rules.rules):
        for needed in _NEEDED.get(rule.name, ()):
            places.setdefault(needed, set()).add(place)
    always = frozenset(i for i, rule in enumerate(rules.rules) if rule.name not in _NEEDED)
    return {needed: frozenset(found) for needed, found in places.items()}, always
