"""The pronouns that follow names -> of which gender their bearers are, and whether they are people."""

from __future__ import annotations

import operator
import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from ...lexis.grammar import english_words, things_have_gender
from ...model import Gender
from ..tokens import Token
from .descriptions import Description
from .personal_names import HE
from .persons import Person
from .titles import title_gender

_VOTE_REACH = 250
"""Characters behind a name in which a pronoun counts for its bearer."""
_AGREED = 0.7
"""Share by which pronouns of one gender have to prevail to outvote a first name."""
OBJECT = re.compile(r"(?:[,.;:?!—–]|\s+(?:to|about|how|why|what|whether|if|that|when|where|in|on|at|for|with|by)\b)")
"""What follows `her` where it is no possessive."""


class Votes:
    """What pronouns tell of the people of an article."""

    text: str
    persons: list[Person]
    _pronouns: Sequence[Token]
    _places: Sequence[tuple[int, Person]]
    _starts: Sequence[int]
    """Of the places."""
    _sentences: Sequence[int]
    _objects: Collection[int]
    _telling: Collection[int]
    _asked: Collection[int]
    _singles: Sequence[tuple[int, str, str]]
    _described: Sequence[tuple[int, int, Description]]

    def _listen(self) -> None:
        """A pronoun soon after a name votes for the gender of its bearer, the more if the sentence is about them.

        Pronouns that can hardly mean anybody else outvote the statistics of first names: `Robin Hale … He`, where
        nobody else is a he.
        """
        described = [start for start, _, _ in self._described]
        rivals = {gender: self._first_of(gender) for gender in (Gender.FEMALE, Gender.MALE)}
        for token in self._pronouns:
            i = bisect_left(self._starts, token.start) - 1
            if i >= 0 and self._may_vote(token, i):
                start, person = self._places[i]
                vote = 1 if HE[token.low] is Gender.FEMALE else -1
                rival = any(other is not person and first < token.start for first, other in rivals[HE[token.low]])
                between = bisect_left(described, token.start) - bisect_right(described, start)
                person.votes += vote if start in self._objects else 2 * vote
                self._tell(person, token, start)
                if not rival and not between and self._is_sure(token, start):
                    person.sure_votes.append(vote)
        for person in self.persons:
            self._settle(person)

    def _may_vote(self, token: Token, i: int) -> bool:
        """Whether a pronoun may mean whom the place with index `i` names."""
        near = token.start - self._starts[i] < _VOTE_REACH
        return near and not self._is_done_to(token, self._starts[i]) and not self._has_asked(i, token.start)

    def _is_done_to(self, token: Token, start: int) -> bool:
        """Whether `him`, or `her` that owns nothing, is not whom its sentence names: `Hale found her`."""
        if not self._in_one(start, token.start) or english_words():
            return False
        return token.low == "him" or (token.low == "her" and OBJECT.match(self.text, token.end) is not None)

    def _tell(self, person: Person, token: Token, start: int) -> None:
        """Whoever says of himself what a pronoun of the gender of the first name tells is a person: `Reshmi Thampi said
        she had`.
        """
        if start in self._telling and person.gender is HE[token.low] and self._in_one(start, token.start):
            person.personal = person.told = True

    def _has_asked(self, i: int, at: int) -> bool:
        """Whether whoever stands at place `i` asks somebody else before an offset in the same sentence or the next one:
        `Hale asked the witness if she knew. “No,” she replied.`
        """
        if not self._asked:
            return False
        start = self._starts[i]
        near = bisect_right(self._sentences, at) - bisect_right(self._sentences, start) < 2
        return near and any(start < asked < at for asked in self._asked)

    def _is_sure(self, token: Token, start: int) -> bool:
        """Whether a pronoun can only mean whom a sentence begins with that a name at `start` begins."""
        sentence = bisect_right(self._sentences, start)
        heads = self._sentences[sentence - 1] == start
        return (
            heads and bisect_right(self._sentences, token.start) - sentence < 2 and not self._is_possessed(token, start)
        )

    def _first_of(self, gender: Gender) -> list[tuple[int, Person]]:
        """The first two people of a gender, with the offset where each is named first."""
        known = [(p.at[0], p) for p in self.persons if p.gender is gender and p.at]
        return sorted(known, key=operator.itemgetter(0))[:2]

    def _is_possessed(self, token: Token, start: int) -> bool:
        """Whether `him` or `her` in the sentence of a name before it may be somebody else: `Berg thanked him`."""
        return token.low in ("him", "her") and self._in_one(start, token.start)

    def _in_one(self, at: int, other: int) -> bool:
        """Whether two offsets are in one sentence."""
        return bisect_right(self._sentences, at) == bisect_right(self._sentences, other)

    def _settle(self, person: Person) -> None:
        if things_have_gender() and person.gender is not Gender.UNKNOWN:
            return
        sure = sum(person.sure_votes)
        if title_gender(person.title) is None and abs(sure) > 1 and abs(sure) >= _AGREED * len(person.sure_votes):
            person.gender = Gender.FEMALE if sure > 0 else Gender.MALE
        elif person.gender is Gender.UNKNOWN and abs(person.votes) > 1 and (person.personal or len(person.at) > 1):
            person.gender = Gender.FEMALE if person.votes > 0 else Gender.MALE
        person.personal = person.personal or self._says_by_first(person)

    def _says_by_first(self, person: Person) -> bool:
        """Whether somebody is called by a first name whose gender pronouns bear out: `Reshmi says`."""
        if english_words() or len(person.words) < 2 or person.gender is Gender.UNKNOWN:
            return False
        agreed = person.votes * (1 if person.gender is Gender.FEMALE else -1) > 1
        return agreed and any(word == person.words[0] and at in self._telling for at, _, word in self._singles)
