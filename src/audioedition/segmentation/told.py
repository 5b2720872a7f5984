"""Which of the lines above a pasted story is its headline.

One number of evidence for each thing that can be said of a line, summed (a conditional logit over the lines of a page).
The weights are data, `told.tsv`, made by `training/told.py` from labelled pages; docs/segmentation.md has the figures.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..facts import captions, dates
from ..facts.byline_words import matches
from .opening_facts import byline_of
from .prose import WORD, is_sentence
from .weights import weights

LONGEST = 40
"""Words of the longest headline."""
_OWN = 0.5
"""Greatest chance of being the page's of a headline that its story does not tell."""
_TOLD, _TOLD_SHARE = 2, 0.3
"""Longer words of a headline that stand in its story, at least, and their share."""
_LEAD = 4
"""So many sentences begin a story."""
_FEW = 3
"""A likely headline has more words than so many."""
_BEGUN = 3
"""Likely lines below who and when with which a story has begun."""
_COUNTED = 6
"""More words than so many say nothing more."""
_EVEN = 0.1
"""Evidence that is no difference."""
_SURE = 6.0
"""Greatest logarithm of odds."""


def told_headline(lines: Sequence[str], begins: int, chances: Sequence[float]) -> int | None:
    """Index of the headline of a story that begins at `begins`, `chances` being those of each line that it is the
    page's; None where no line above the story may be one. Of lines with as good as the same evidence the first."""
    found = candidates(lines, begins, chances)
    weighed = {i: evidence(said) for i, said in found.items()}
    most = max(weighed.values(), default=0.0)
    return next((i for i, it in weighed.items() if it >= most - _EVEN), None)


def evidence(said: Mapping[str, float]) -> float:
    return sum(weights("told")[name] * value for name, value in said.items())


def candidates(lines: Sequence[str], begins: int, chances: Sequence[float]) -> dict[int, dict[str, float]]:
    """What can be said of each line above the story that may be its headline, by index: of those that are likely the
    story's or told by it, neither who and when nor the way to the page."""
    above = Above.of(lines, begins, chances)
    found = {i: above.said_of(i) | _of_line(lines[i], chances[i]) for i in above.may_be if above.is_own(i)}
    proper = {i: said for i, said in found.items() if _is_no_name(lines[i])} or found
    proper = {i: said for i, said in proper.items() if not above.is_below_who(i)} or proper
    for i, said in proper.items():
        said["better told below"] = any(it["told"] > said["told"] + 1 for j, it in proper.items() if j > i)
    return proper


@dataclass(frozen=True, slots=True)
class Above:
    """The lines above a story, and what each is beside the others."""

    lines: Sequence[str]
    chances: Sequence[float]
    words: Sequence[set[str]]
    story: set[str]
    lead: set[str]
    """Longer words of each line, of the story's sentences, and of its first."""
    who: Sequence[bool]
    """Of each line whether it says who and when."""
    may_be: Sequence[int]
    """Indices of those that may be the headline."""

    @classmethod
    def of(cls, lines: Sequence[str], begins: int, chances: Sequence[float]) -> Above:
        told = [line for line in lines[begins:] if is_sentence(line)]
        who = [_says_who(line) or dates.is_timestamp(line) for line in lines[:begins]]
        may_be = [i for i in range(begins) if not who[i] and _may_be_headline(lines, i, begins)]
        above, first = list(map(_longer, lines[:begins])), list(map(_longer, told[:_LEAD]))
        story = set().union(*map(_longer, told))
        return cls(lines[:begins], chances[:begins], above, story, set().union(*first), who, may_be)

    def told(self, i: int) -> int:
        return len(self.words[i] & self.story)

    def is_own(self, i: int) -> bool:
        """Whether a line is likely the story's, or told by it."""
        told = self.told(i)
        return self.chances[i] < _OWN or (told >= _TOLD and told >= _TOLD_SHARE * len(self.words[i]))

    def is_below_who(self, i: int) -> bool:
        """Whether who and when stand above a line, and several likely lines below them: the story has begun there."""
        last = max((j for j in range(i) if self.who[j]), default=i)
        return not any(self.who[i + 1 :]) and sum(self.chances[j] < _OWN for j in range(last + 1, i)) >= _BEGUN

    def is_likely(self, i: int) -> bool:
        return self.chances[i] < _OWN and len(self.lines[i].split()) > _FEW

    def said_of(self, i: int) -> dict[str, float]:
        of_page = sum(self.chances[j] >= _OWN and not self.who[j] for j in range(i + 1, len(self.lines)))
        return {
            "told": min(self.told(i), _COUNTED),
            "told by the lead": min(len(self.words[i] & self.lead), _COUNTED),
            "lines of the page below": math.log1p(of_page),
            "who and when below": any(self.who[i + 1 :]),
            "who and when above alone": any(self.who[:i]) and not any(self.who[i + 1 :]),
            "likely line above": any(self.is_likely(j) for j in self.may_be if j < i),
            "likely line below": any(self.is_likely(j) for j in self.may_be if j > i),
        }


def _of_line(line: str, chance: float) -> dict[str, float]:
    return {
        "odds of the page": max(-_SURE, min(_SURE, math.log(max(chance, 1e-4) / max(1 - chance, 1e-4)))),
        "six words": len(line.split()) >= 6,
        "capitals": line.isupper(),
    }


def _says_who(line: str) -> bool:
    """Whether a line is a byline; a longer one of nothing but names is a headline: `Skillet Bread With Hot Honey`."""
    byline = byline_of(line)
    return byline is not None and (byline.how != "bare" or len(line.split()) <= _PERSON)


_PERSON = 4
"""Words of the longest name that stands alone."""


def _may_be_headline(lines: Sequence[str], i: int, begins: int) -> bool:
    fits = 2 <= len(lines[i].split()) <= LONGEST and not captions.is_caption(lines[i])
    return fits and not MEASURED.fullmatch(lines[i]) and not _is_said_below(lines, i, begins)


MEASURED = re.compile(r"[^\W\d][^:\d]{0,30}: ?\d[\d.,:/]*(?P<unit> \w{1,8}){0,2}")
"""A label and its figure: `Cook time: 25 mins`."""


def _is_no_name(line: str) -> bool:
    """Whether a line is neither a word or two nor a paper's name, `The Northport & District Gazette`: a headline is one
    only where nothing else may be it."""
    words = line.split()
    named = len(words) <= _NAMED and all(word[0].isupper() or len(word) <= _JOINS for word in words)
    return len(words) > 2 and not (named and matches("paper", words[-1]))


_NAMED, _JOINS = 7, 3
"""Most words of a paper's name, and letters of a small word that joins them."""


def _is_said_below(lines: Sequence[str], i: int, begins: int) -> bool:
    """Whether a line is, or ends with, one that stands below it: what is being read, the way to the page."""
    return any(len(other) > 20 and other in lines[i] for other in lines[i + 1 : begins])


def _longer(line: str) -> set[str]:
    """The beginnings of its longer words: `lowers` tells of `lowered`."""
    return {word.casefold()[:5] for word in WORD.findall(line[:2000]) if len(word) > 3}
