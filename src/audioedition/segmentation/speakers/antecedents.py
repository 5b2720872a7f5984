"""Persons in the order in which a text mentions them -> whom `he`, `she` or `the senator` means.

By grammar and nearness, as centering theory has it (Grosz, Joshi and Weinstein 1995): the person whom the nearest
sentence is about, before those it only mentions, before the persons of sentences further back.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

P = TypeVar("P")

REACH = 2500
"""Characters back to the farthest mention that counts."""
_MOST = 40
"""Mentions that are looked at."""
_OBJECT, _RESUMED, _PARAGRAPH = 1.5, 4.0, 0.75
"""In sentences of distance: what it costs not to be what a sentence is about; what it is worth to have spoken last
when `he added` goes on; what every paragraph in between costs."""


class Mention(NamedTuple, Generic[P]):
    """One place that means a person, by name or by a pronoun."""

    at: int
    person: P
    subject: bool
    """Whether its sentence is about the person."""


class Antecedents(Generic[P]):
    """The persons mentioned so far."""

    def __init__(self, sentences: Sequence[int], paragraphs: Sequence[int]):
        """`sentences`, `paragraphs`: where each starts, ascending."""
        self._sentences = sentences
        self._paragraphs = paragraphs
        self._mentions: list[Mention[P]] = []
        self._spoke: Mention[P] | None = None

    def met(self, at: int, person: P, *, subject: bool) -> None:
        """A mention, behind all that have been told before."""
        self._mentions.append(Mention(at, person, subject))

    def spoke(self, at: int, person: P) -> None:
        """Somebody is quoted, by the mention at offset `at`."""
        self._spoke = Mention(at, person, subject=True)
        self._mentions.append(self._spoke)

    def nearest(
        self, at: int, cost: Callable[[P], float | None], *, resumed: bool = False, within: float = float("inf")
    ) -> P | None:
        """Whom an expression at offset `at` means; None when there is nobody.

        `cost`: what speaks against a person, in sentences of distance; None = not this one. `resumed`: the words go
        on from what was said last (`he added`). `within`: the most that the answer may cost.
        """
        best: tuple[float, int] | None = None
        found: P | None = None
        sentence, paragraph = self._index(self._sentences, at), self._index(self._paragraphs, at)
        for back, mention in enumerate(reversed(self._mentions[-_MOST:])):
            if mention.at >= at:
                continue
            if mention.at < at - REACH:
                break
            own = cost(mention.person)
            if own is None:
                continue
            sentences = sentence - self._index(self._sentences, mention.at)
            paragraphs = paragraph - self._index(self._paragraphs, mention.at)
            total = own + sentences + _PARAGRAPH * paragraphs + (0.0 if mention.subject else _OBJECT)
            if resumed and self._spoke and mention.person is self._spoke.person:
                total -= _RESUMED
            # Of two subjects in one sentence the first, of two objects the last.
            rank = (total, -back if mention.subject else back)
            if total <= within and (best is None or rank < best):
                best, found = rank, mention.person
        return found

    def _index(self, starts: Sequence[int], at: int) -> int:
        return bisect_right(starts, at)
