"""Whom an interview is with: the person for whom most speaks in headline, deck and introduction."""

from __future__ import annotations

import operator
import re
from collections import Counter
from collections.abc import Iterator

from ...lexis.first_names import world_gender
from ...lexis.nouns import nouns
from ...lexis.tables import kinds
from ...model import Gender
from .named import Named
from .personal_names import HE, can_be_one
from .persons import Person
from .titles import title_gender

_interview = kinds("discourse", "kinds")("interview")
_MOST_OF = 0.7
"""Share of an article's pronouns that tell the gender of the only one whom its headline names."""
_MOST, _NAMED = 20, 200
"""Names in headline and deck, and mentions in front of an interview, that are looked at."""
_HEADED, _FIRST, _PERSONAL, _OFFICE, _PRONOUN, _AGE, _TALKS = 4.0, 2.0, 0.75, 0.25, 0.5, 1.0, 1.0
_OF_SOMEBODY, _LATE = -0.75, -1.0
"""What it counts to be named in headline or deck; to be the first whom the introduction is about; to be sure to be a
person; to be said to be something; to be a `he` or `she`; to be named with an age, or beside a word for an
interview; to be somebody's somebody (`her husband, Ron`); to be called the late."""
_SUBJECT, _OBJECT, _OFTEN = 0.5, 0.25, 1.5
"""What every mention counts, and all of them at most."""
_BESIDE = 30
"""Characters to a word for an interview."""
_AGED = re.compile(r",? (?:\(|aged? )?\d{1,3}\b")
_NAMELESS = re.compile(
    r"\b(?:not (?:to be|be|want to be|wish to be) (?:named|identified)|anonym\w+|pseudonym|name has been changed)"
)
_ASKER = re.compile(
    r"\b(?:[Ss]?[Hh]e|[Tt]hey) (?:talks?|talked|speaks?|spoke|opens? up|tells|told) (?:(?:to|with) )?\Z"
)
"""`She talks to Jo Hale about wet feet`: who asked her."""
_START = operator.itemgetter(0)
_WHO = re.compile(r", who\b")


class Foremost(Named):
    """Everybody of an article, and whom its interview is with."""

    bylines: tuple[str, ...] = ()

    def foremost(self, before: int) -> Person | None:
        """The person for whom most speaks in front of an offset, but for who signs."""
        if unnamed := self._unnamed(before):
            return unnamed
        asks = self._asks(before)
        weights = {p: weight for p, weight in self._weighed(before).items() if p.name not in asks}
        for word, weight in self._of_one_name(before):
            weights[Person([word], world_gender(word) or Gender.UNKNOWN, at=[0], personal=True)] = weight
        known = any(p.personal or p.known or p.title for p in weights)
        person = (None if known else self._headed_alone(asks)) or _heaviest(weights)
        if person and (self._is_headed(person) or len(person.words) == 1):
            self._by_all_pronouns(person)
        return person

    def _unnamed(self, before: int) -> Person | None:
        """`a night nurse who asked not to be named`"""
        said = _NAMELESS.search(self.text, self._paragraphs[0], before) if self._paragraphs else None
        if said is None:
            return None
        last = max((d for d in self._described if d[0] < said.start() and d[2].indefinite), default=None, key=_START)
        if last is None:
            return None
        words = " ".join(self.text[last[0] : last[1]].split())
        person = Person(description=words[0].lower() + words[1:], gender=nouns().gender(words) or Gender.UNKNOWN)
        self._by_all_pronouns(person)
        return person

    def _weighed(self, before: int) -> dict[Person, float]:
        """What speaks for each of those named in front of an offset."""
        named = [(at, p) for at, p in self._places if at < before and p.name not in self.bylines][:_NAMED]
        told: dict[Person, float] = {}
        signs: dict[Person, dict[str, float]] = {}
        body = self._paragraphs[0] if self._paragraphs else 0
        first = next((at for at, _ in named if at >= body and at not in self._objects), -1)
        for at, person in named:
            told[person] = told.get(person, 0.0) + (_OBJECT if at in self._objects else _SUBJECT)
            signs.setdefault(person, {}).update(self._signs(at, person))
            if at == first:
                signs[person]["first"] = _FIRST if person.personal else _FIRST / 2
        return {
            person: min(told[person], _OFTEN)
            + sum(signs[person].values())
            + _HEADED * self._is_headed(person)
            + _PERSONAL * person.personal
            + _OFFICE * bool(person.offices)
            + _PRONOUN * (person.votes != 0)
            + _OF_SOMEBODY * person.told
            for person in told
        }

    def _signs(self, at: int, person: Person) -> Iterator[tuple[str, float]]:
        """What stands around one mention."""
        end = at + len(person.name)
        if self._talks(at, person):
            yield "talks", _TALKS
        if _AGED.match(self.text, end):
            yield "aged", _AGE
        if self.text[:at].endswith(("late ", "late Dr ")):
            yield "late", _LATE

    def _of_one_name(self, before: int) -> Iterator[tuple[str, float]]:
        """Those of one name whom no table knows: `Prakash, who uses only one name`, `A day with Lindiwe`."""
        headed = {words[0] for words in self._headed[:_MOST] if len(words) == 1}
        for at, _, word in self._singles[:_NAMED]:
            if at < before and at not in self._starts and word not in self.bylines:
                who = _WHO.match(self.text, at + len(word)) is not None
                if who or word in headed:
                    yield word, _SUBJECT + (_HEADED if word in headed else _FIRST)

    def _talks(self, at: int, person: Person) -> bool:
        """Whether a word for an interview stands beside a name: `Ana Berg spoke to us`."""
        end = at + len(person.name)
        beside = f"{self.text[max(0, at - _BESIDE) : at]} {self.text[end : end + _BESIDE]}"
        return not _interview().isdisjoint(re.findall(r"[\w&]+", beside.casefold()))

    def _is_headed(self, person: Person) -> bool:
        return any(can_be_one(person.words, words) for words in self._headed[:_MOST])

    def _asks(self, before: int) -> set[str]:
        """Who asks, by what is said of whoever answers: `She talks to Jo Hale about wet feet`."""
        return {p.name for at, p in self._places[:_NAMED] if at < before and _ASKER.search(self.text[:at][-_BESIDE:])}

    def _headed_alone(self, asks: set[str]) -> Person | None:
        """Whom headline or deck name, where no table knows that it is a name."""
        names = [words for words in self._headed[:_MOST] if len(words) > 1]
        headed = [words for words in names if " ".join(words) not in asks.union(self.bylines)]
        if not headed:
            return None
        found = (person for person in self.persons if can_be_one(person.words, headed[-1]))
        return next(found, None) or self._add(headed[-1], "", 0)

    def _by_all_pronouns(self, person: Person) -> None:
        """The gender of the only one whom an article is about, by all its pronouns."""
        if person.told or title_gender(person.title) is not None:
            return
        for gender, n in Counter(HE[token.low] for token in self._pronouns).most_common(1):
            against = person.gender not in (gender, Gender.UNKNOWN)
            if n > 1 + against and n >= len(self._pronouns) * (1.0 if against else _MOST_OF):
                person.gender = gender


def _heaviest(weights: dict[Person, float]) -> Person | None:
    return max(weights, key=lambda person: (weights[person], -min(person.at, default=0)), default=None)
