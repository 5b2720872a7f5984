"""A description with `the` (`the monarch`, `the Wexley mayor`, `the New York businessman`) -> whom it means."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ...lexis.grammar import nouns_are_capitals
from ...lexis.nouns import nouns
from ...model import Gender
from .antecedents import is_called
from .bridging import deeds
from .discourse import Discourse, Found
from .foremost import Foremost
from .offices import fits, named_beside
from .personal_names import stands_for_a_person
from .persons import Person
from .titles import ranks, title_words

FAR, NEAR = 3.5, 2.5
"""Sentences back to whom `the Texan`, and to whom `the New York businessman` can mean."""
_PLACES = 3
"""Of the places that name somebody, the first and the last that are looked at."""
_MOST = 20
"""People of one office who are looked at."""
BARE = 1.0
"""In sentences of distance: what it costs where `the Wexley senator` is looked for and somebody is a senator of no
place; half of it where somebody is but `the janitor`, who may have a name."""
UNKNOWN = 0.8
"""The same where nothing tells somebody's gender."""


def may_be_one(words: Sequence[str]) -> bool:
    """Whether capitals may be somebody's name: `Snow Harrigan`, not `Jaipur AQI`, nor German nouns."""
    named = len(words) == 2 and not nouns_are_capitals()
    return named and all(word[1:].islower() or not word.isupper() for word in words)


class Described(Foremost):
    """Everybody of an article, and whom a description means."""

    discourse: Discourse
    """What has been told so far."""

    def meant(self, words: str, noun: str, at: int) -> Person | None:
        """Whom a description with `the` means: somebody who was said to be a NOUN, by name or without one; else, as
        `the New York businessman`, whom the sentence before is about.
        """
        if words[:4].casefold() != "the ":
            return None
        places = named_beside(words)
        named = self._titled(words) or self._holders(noun, places, at)
        sure = not places or any(not person.offices.get(noun, "").islower() for person in named)
        short = len(words.split()) < 4

        def cost(person: Person) -> float | None:
            if person in named:
                return 0.0 if sure else BARE
            return 0.0 if short and is_called(person, noun) and fits(person.description, places) else None

        known = self.discourse.nearest(at, cost)
        if named and sure and (known or len(named) == 1):
            return known.person if known else named[0]
        other = self._stood_for(words, places, at)
        if known and other:
            return min(known, other, key=lambda found: found.cost).person
        found = known or other or self._by_deed(words, noun, at)
        return found.person if found else None

    def _by_deed(self, words: str, noun: str, at: int) -> Found | None:
        """`the witness` is whoever gave evidence, where nobody is said to be one."""
        told, gender = deeds(words, noun), nouns().gender(noun)

        def cost(person: Person) -> float | None:
            if person.anonymous or not person.personal or told is None or gender not in (None, person.gender):
                return None
            places = person.at[: bisect_right(person.at, at)]
            near = [*places[:_PLACES], *places[-_PLACES:]]
            return 0.0 if any(told.search(self.text, *self._sentence(place)) for place in near) else None

        return self.discourse.nearest(at, cost) if told else None

    def of_gender(self, gender: Gender | None, at: int, *, far: bool = False) -> Person | None:
        """The person of a gender (None: of any) whom the sentences before an offset are about; `far`: more of them."""

        def cost(person: Person) -> float | None:
            if person.anonymous or not (person.personal or person.offices or may_be_one(person.words)):
                return None
            return 0.0 if gender is None else {gender: 0.0, Gender.UNKNOWN: UNKNOWN}.get(person.gender)

        found = self.discourse.nearest(at, cost, within=FAR if far else NEAR)
        if found is None and far and self.discourse.is_one(lambda person: cost(person) is not None, at):
            found = self.discourse.nearest(at, cost)
        return found.person if found else None

    def described_near(self, gender: Gender | None, at: int, *, within: float = NEAR) -> Person | None:
        """The same of somebody without a name: `o comandante` … `o oficial`."""
        found = self.discourse.nearest(at, lambda p: 0.0 if p.anonymous and p.gender is gender else None, within=within)
        return found.person if found else None

    def _titled(self, words: str) -> list[Person]:
        """`the president` is President Obama if he is the only one with that title."""
        m = re.fullmatch(r"the (\w+)", words, re.I)
        holders = self._by_title.get(m[1].lower(), []) if m and m[1].lower() in title_words() else []
        return holders if len(holders) == 1 else []

    def _holders(self, noun: str, places: Sequence[str], at: int) -> list[Person]:
        """Those with a name who are said to be a NOUN; `the Wexley mayor` is not the mayor of Northport."""
        named = self._by_office.get(noun, [])[-_MOST:]
        return [p for p in named if p.at and p.at[0] < at and fits(p.offices[noun], places)]

    def _stood_for(self, words: str, places: Sequence[str], at: int) -> Found | None:
        """Whom the sentence before is about, if these words can mean that person: not `the Berg adviser`."""
        if not stands_for_a_person(words) or any(self._is_somebody(place) for place in places):
            return None
        gender, noun = nouns().gender(words), words.split()[-1].casefold()

        def cost(person: Person) -> float | None:
            if person.anonymous or not person.personal or (gender and person.gender not in (gender, Gender.UNKNOWN)):
                return None
            held = set(ranks(person.title))
            if held and noun in title_words() and noun not in held:
                return None
            return 0.0 if gender in (None, person.gender) else UNKNOWN

        return self.discourse.nearest(at, cost, asking=True, within=FAR if len(words.split()) == 2 else NEAR)

    def _sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence at an offset starts and ends."""
        i = bisect_right(self._sentences, at) - 1
        start = self._sentences[i] if i >= 0 else 0
        return start, self._sentences[i + 1] if i + 1 < len(self._sentences) else len(self.text)
