"""What an article has told so far: who was introduced, how, when last, who spoke, who was asked -> whom `he` means.

By grammar and nearness, as centering theory has it (Grosz, Joshi and Weinstein 1995): the person whom the nearest
sentence is about, before those it only mentions, before the persons of sentences further back. Somebody described
(`a spokeswoman for the water board`) counts as much as somebody named.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from .persons import Person

REACH = 2500
"""Characters to the farthest mention that counts, back or in the rest of a sentence."""
_MOST = 40
"""Mentions that are looked at."""
_OBJECT, _RESUMED, _PARAGRAPH, _ASKED = 1.5, 4.0, 0.75, 3.0
"""In sentences of distance: what it costs not to be what a sentence is about; what it is worth to have spoken last
when `he added` goes on; what every paragraph in between costs; what it is worth to have been asked. Set by hand: see
docs/segmentation.md for what was tried."""


class Mention(NamedTuple):
    """One place that means a person, by name, description or pronoun."""

    at: int
    person: Person
    subject: bool
    """Whether its sentence is about the person."""
    sentence: int
    """Number of the sentence in which it stands."""
    paragraph: int
    pronoun: bool = False
    tells: bool = False
    """Whether the reporter says what the person says."""


class Found(NamedTuple):
    """Whom an expression means."""

    person: Person
    why: str
    """What weighed most."""
    cost: float = 0.0
    """What speaks against it, in sentences of distance."""


class Discourse:
    """The persons mentioned so far."""

    def __init__(self, sentences: Sequence[int], paragraphs: Sequence[int]):
        """`sentences`, `paragraphs`: where each starts, ascending."""
        self._sentences = sentences
        self._paragraphs = paragraphs
        self._mentions: list[Mention] = []
        self._spoke: Mention | None = None
        self._asked: Mention | None = None

    def met(
        self,
        at: int,
        person: Person,
        *,
        subject: bool,
        asked: bool = False,
        tells: bool = False,
        pronoun: bool = False,
    ) -> None:
        """A mention, behind all that have been told before; `asked`: somebody puts a question to this person;
        `tells`: the reporter says what this person says.
        """
        self._mentions.append(self._mention(at, person, subject=subject)._replace(pronoun=pronoun, tells=tells))
        if tells:
            self._spoke = self._mentions[-1]
        if asked:
            self._asked = self._mentions[-1]

    def spoke(self, at: int, person: Person) -> None:
        """Somebody is quoted, by the mention at offset `at`."""
        self._spoke = self._mention(at, person, subject=True)
        self._mentions.append(self._spoke)
        if self._asked and self._asked.at < at and self._asked.person is person:
            self._asked = None

    def nearest(
        self,
        at: int,
        cost: Callable[[Person], float | None],
        *,
        resumed: bool = False,
        asking: bool = False,
        trailing: bool = False,
        within: float = float("inf"),
    ) -> Found | None:
        """Whom an expression at offset `at` means; None when there is nobody.

        `cost`: what speaks against a person, in sentences of distance; None = not this one. `resumed`: the words go
        on from what was said last (`he added`). `asking`: they ask. `within`: the most that the answer may cost.
        `trailing`: they only say whose words their sentence reports, which are about others.
        """
        best: tuple[float, bool, int] | None = None
        found: Found | None = None
        sentence, paragraph = bisect_right(self._sentences, at), bisect_right(self._paragraphs, at)
        expected = self._expected(sentence, resumed=resumed, asking=asking)
        for back, mention in enumerate(reversed(self._mentions[-_MOST:])):
            if mention.at < at - REACH:
                break
            own = cost(mention.person) if mention.at < at else None
            if own is None or (trailing and mention.sentence == sentence and not mention.pronoun):
                continue
            nearness = "whom the nearest sentence is about" if mention.subject else "mentioned nearest"
            worth, why = expected.get(mention.person, (0.0, nearness))
            far = sentence - mention.sentence + _PARAGRAPH * (paragraph - mention.paragraph)
            total = own + (far + (0.0 if mention.subject else _OBJECT)) - worth
            # Of two subjects in one sentence who tells something, else the first; of two objects the last.
            rank = (total, not mention.tells, -back if mention.subject else back)
            if total <= within and (best is None or rank < best):
                best, found = rank, Found(mention.person, why, total)
        return found

    def _expected(self, sentence: int, *, resumed: bool, asking: bool) -> dict[Person, tuple[float, str]]:
        """Who is expected to speak: what that is worth, and why."""
        expected = {}
        if resumed and self._spoke:
            expected[self._spoke.person] = (_RESUMED, "spoke last")
        if self._asked and not asking and self._is_near(sentence):
            expected[self._asked.person] = (_ASKED, "was asked")
        return expected

    def _mention(self, at: int, person: Person, *, subject: bool) -> Mention:
        sentence, paragraph = bisect_right(self._sentences, at), bisect_right(self._paragraphs, at)
        return Mention(at, person, subject, sentence, paragraph)

    def _is_near(self, sentence: int) -> bool:
        """Whether the last question was put in this sentence or the one before."""
        return self._asked is not None and sentence - self._asked.sentence <= 1

    def named_in_sentence(self, at: int) -> set[Person]:
        """Who is named or described, not by a pronoun, in the sentence of offset `at` before it."""
        sentence = bisect_right(self._sentences, at)
        near = itertools.takewhile(lambda m: m.sentence == sentence, reversed(self._mentions[-_MOST:]))
        return {mention.person for mention in near if mention.at < at and not mention.pronoun}

    def last(self, fits: Callable[[Person], bool], at: int) -> Person | None:
        """The last person mentioned before `at` that fits."""
        near = (m for m in reversed(self._mentions[-_MOST:]) if at - REACH < m.at < at)
        return next((m.person for m in near if fits(m.person)), None)

    def is_one(self, fits: Callable[[Person], bool], at: int) -> bool:
        """Whether only one person mentioned before `at` fits."""
        near = (m for m in self._mentions[-_MOST:] if at - REACH < m.at < at)
        return len({id(m.person) for m in near if fits(m.person)}) == 1

    def told_of(self, start: int, end: int) -> Person | None:
        """The first whom a clause between two offsets is about."""
        return next((m.person for m in self._mentions[-_MOST:] if m.subject and start <= m.at < end), None)

    def subject_since(self, start: int, at: int) -> Person | None:
        """Whom the last mention between two offsets means, if its clause is about that person."""
        last = self._mentions[-1] if self._mentions else None
        return last.person if last and last.subject and start <= last.at < at else None
