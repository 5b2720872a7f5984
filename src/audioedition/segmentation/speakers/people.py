"""A mention (`she`, `Roggio`, `a source in Lahore`) -> Speaker: one identity a person, the fullest name, a gender."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...lexis import first_names
from ...lexis.grammar import grammar
from ...lexis.nouns import nouns
from ...lexis.wordlists import words as word_list
from ...model import Gender, Speaker
from ..tokens import Token
from .antecedents import Antecedents
from .personal_names import (
    bare,
    initials,
    is_organisation,
    last_names,
    split_titles,
    stands_for_a_person,
    title_words,
    without_employer,
)
from .roster import HE, Person, Roster


@dataclass(frozen=True, slots=True)
class Identity:
    """Who speaks: a person with a name, or somebody described (`a source in Lahore`)."""

    described: str = ""
    described_gender: Gender = Gender.UNKNOWN
    anonymous: bool = False
    person: Person | None = None

    @property
    def name(self) -> str:
        return self.person.name if self.person else self.described

    @property
    def gender(self) -> Gender:
        return self.person.gender if self.person else self.described_gender

    def speaker(self, text: str, mention: tuple[int, int]) -> Speaker:
        """With the words that attribute one quotation to this speaker. Ask when all mentions are known."""
        return Speaker(self.name, text[slice(*mention)], *mention, self.gender, self.anonymous)


_INDEFINITE = re.compile(r"(?:an?|one|another) ", re.I)
"""What begins the description of somebody new: `the businessman` may be somebody with a name."""
_MEETS = re.compile(
    r"\s+[a-z]+ (?:[a-z]+ )?(him|her)"
    r"(?=[,.;:?!—–]|\s+(?:to|about|how|why|what|whether|if|that|when|where|in|on|at|for|with)\b)"
)
"""`A minister asked her how …`: then `she` is not the minister."""
_ARTICLES = word_list("a an one another some many several two three ein eine der die un une")
_TWO = re.compile(r"[A-Z][\w.’'-]+ and (?:[a-z]\S* )*(?:[A-Z][\w.’'-]* )*(?!CEO|CFO|COO)[A-Z]")
"""`Hale and Roe`, but not `co-founder and CEO Tom Hale`."""


class People(Roster):
    """Everybody whom an article names, and who is meant by a mention."""

    def __init__(
        self,
        text: str,
        head: Iterable[Sequence[Token]],
        paragraphs: Iterable[Sequence[Token]],
        bylines: Sequence[str] = (),
        quoted: Iterable[Sequence[Token]] = (),
    ):
        """`head`: headline and deck, whose capitals say less; `paragraphs`: the body; `quoted`: its quotations."""
        super().__init__(text, head, paragraphs, quoted)
        self.bylines = tuple(bylines)
        self._speaker: Person | None = None
        self._last: Identity | None = None
        self._spoke_at = -1
        self._antecedents: Antecedents[Person] = Antecedents(self._sentences, self._paragraphs)
        self._met = self._understood = 0
        """How many of the places and of the pronouns the antecedents know."""
        self.plural_they = re.search(r"\b(?:they/them|non-?binary|genderqueer|agender)\b", text, re.I) is None

    def speaker(self, mention: tuple[int, int]) -> Identity:
        """Who the words at `mention` are. Call in source order: a pronoun means somebody named before it."""
        words = " ".join(self.text[slice(*mention)].split())
        low = words.casefold()
        self._read_to(mention[0])
        found = (
            self._pronoun(low, mention)
            if low in grammar().personal or low in ("who", "you")
            else self._nominal(words, mention)
        )
        self._last, self._spoke_at = found, mention[0]
        if found.person:
            self._antecedents.spoke(mention[0], found.person)
        return found

    def foremost(self, before: int) -> Identity | None:
        """The person named most often before an offset: whom an interview is with."""
        named = [person for start, person in self._places if start < before]
        if not named:
            return None
        return Identity(
            person=max(named, key=lambda person: (named.count(person) if len(named) < 200 else 0, -person.at[0]))
        )

    def labelled(self, label: str, at: int) -> Identity:
        """Who a label in an interview names (`SMITH`, `Dr. Smith`)."""
        if label.isupper() and 2 <= len(label) <= 3:
            same = [p for p in self.persons if initials(p.name) == label]
            if same:
                return Identity(person=same[0])
        words = " ".join(w.title() if w.isupper() and (len(w) > 3 or " " in label) else w for w in label.split())
        return self._nominal(words, (at, at + len(label)))

    def _pronoun(self, low: str, mention: tuple[int, int]) -> Identity:
        gender, last = HE.get(low), self._last
        if gender is None:
            if low == "i":
                if self.bylines:
                    return Identity(self.bylines[0], first_names.gender(self.bylines[0].split()[0]) or Gender.UNKNOWN)
                return Identity("the writer", anonymous=True)
            if last is not None and (low == "who" or (low in ("they", "it", "we") and last.anonymous)):
                return last
            if low == "they" and not self.plural_they and (one := self._of_no_gender(mention[0])):
                self._speaker = one
                return Identity(person=one)
            return Identity(low, anonymous=True)
        fits = last is not None and last.anonymous and last.gender in (gender, Gender.UNKNOWN)
        if last is not None and fits and _INDEFINITE.match(last.name) and self._just_spoke(mention[0]):
            return Identity(last.name, gender, True)
        person = self._antecedent(gender, mention[0])
        if described := self._described_nearby(gender, mention[0], definite=person is None):
            return described
        if person is None:
            if (
                last is not None
                and last.anonymous
                and last.gender in (gender, Gender.UNKNOWN)
                and last.name not in grammar().personal
            ):
                return Identity(last.name, gender, True)
            return Identity(low, gender, True)
        if person.gender is Gender.UNKNOWN:
            person.gender = gender
        self._speaker = person
        return Identity(person=person)

    def _just_spoke(self, at: int) -> bool:
        """Whether the last quotation was attributed in the paragraph of offset `at`, and nobody was named since."""
        i = bisect_right(self._paragraphs, at) - 1
        since = range(bisect_right(self._starts, self._spoke_at), bisect_left(self._starts, at))
        return i >= 0 and self._paragraphs[i] <= self._spoke_at and all(self._starts[j] in self._objects for j in since)

    def _of_no_gender(self, at: int) -> Person | None:
        """The last person before `at` for whom `they` can stand."""
        before = self._places[: bisect_left(self._starts, at)]
        return next((p for _, p in reversed(before) if p.gender is Gender.UNKNOWN and p.personal), None)

    def _described_nearby(self, gender: Gender, at: int, *, definite: bool) -> Identity | None:
        """Somebody without a name who spoke just before `at`, if nobody else was named since.

        `definite`: `the official` will do too; where there is somebody with a name, `the businessman` is that person.
        """
        i = bisect_left(self._described, (at, "")) - 1
        if i < 0 or at - self._described[i][0] > 400:
            return None
        start, words = self._described[i]
        fits = nouns().gender(words) in (gender, None)
        since = range(bisect_right(self._starts, start), bisect_left(self._starts, at))
        named_since = any(
            self._starts[j] not in self._objects and self._places[j][1].gender in (gender, Gender.UNKNOWN)
            for j in since
        )
        if not definite and _INDEFINITE.match(words) is None:
            return None
        met = _MEETS.match(self.text, start + len(words))
        if not fits or named_since or self._spoke_at > start or (met and HE[met[1]] is gender):
            return None
        return Identity(words, gender, True)

    def _read_to(self, at: int) -> None:
        """Tell the antecedents of all names and pronouns before offset `at`."""
        while True:
            place = self._starts[self._met] if self._met < len(self._starts) else at
            pronoun = self._pronouns[self._understood].start if self._understood < len(self._pronouns) else at
            if min(place, pronoun) >= at:
                return
            if place <= pronoun:
                self._antecedents.met(place, self._places[self._met][1], subject=place not in self._objects)
                self._met += 1
            else:
                token = self._pronouns[self._understood]
                self._understood += 1
                if person := self._antecedent(HE[token.low], pronoun):
                    self._antecedents.met(pronoun, person, subject=token.low in grammar().personal)

    def _antecedent(self, gender: Gender, at: int) -> Person | None:
        def cost(person: Person) -> float | None:
            if person.gender is gender:
                return 0.0 if person.known else 0.5 if person.personal else 3.0
            sure = person.personal or person is self._speaker
            return 1.0 if person.gender is Gender.UNKNOWN and sure else None

        person = self._antecedents.nearest(at, cost, resumed=at in self._resumed)
        return person or (self._speaker if self._speaker and self._speaker.gender is gender else None)

    def _nominal(self, words: str, mention: tuple[int, int]) -> Identity:
        titles, parts = split_titles([bare(w) for w in last_names(words)])
        title = " ".join(titles)
        if not parts or self._is_role(words, titles, parts):
            return self._titled(words, mention[0]) or Identity(words, nouns().gender(words) or Gender.UNKNOWN, True)
        person = self._named(parts, title, mention[0])
        if person is None:
            person = self._add(parts, title, mention[0])
        if person.gender is Gender.UNKNOWN:
            person.gender = nouns().gender(words) or Gender.UNKNOWN
        self._speaker = person
        return Identity(person=person)

    def _is_role(self, words: str, titles: list[str], parts: list[str]) -> bool:
        """Whether a phrase with a name in it is not that person: `a spokesman for Smith`, `the Obama campaign`."""
        first, last = words.split()[0].casefold(), words.split()[-1]
        if first in ("a", "an") and self._is_in_a_mood(words.split(), parts):
            return False
        if last.islower() or _TWO.search(without_employer(words)) or first in _ARTICLES:
            return True
        led = re.search(r"\s(?:for|of|from|at|with|in)\s", words.rpartition(parts[0])[0])
        if led and not titles and not (words[0].isupper() and first in title_words() and len(parts) > 1):
            return True
        if len(parts) == 1 and parts[0].isupper() and len(parts[0]) > 1:
            return True
        if is_organisation(parts) and not titles:
            return True
        return first == "the" and not titles and words.split()[1][:1].isupper() and not self.is_person(" ".join(parts))

    def _is_in_a_mood(self, words: list[str], parts: list[str]) -> bool:
        """`A defiant Ana Berg`: adjectives between article and name."""
        between = words[1 : len(words) - len(parts)]
        known = self._by_surname.get(parts[-1].casefold(), [])
        return (
            bool(between)
            and all(word.islower() and word not in grammar().prepositions for word in between)
            and any(person.personal for person in known)
        )

    def _titled(self, words: str, at: int) -> Identity | None:
        """`the president` is President Obama if he is the only one with that title; `the New York businessman` is
        whom the sentence before is about.
        """
        m = re.fullmatch(r"the (\w+)", words, re.I)
        if m and m[1].lower() in title_words():
            holders = self._by_title.get(m[1].lower(), [])
            if len(holders) == 1:
                return Identity(person=holders[0])
        if not stands_for_a_person(words):
            return None
        gender, noun = nouns().gender(words), words.split()[-1].casefold()

        def cost(person: Person) -> float | None:
            if not person.personal or gender not in (None, person.gender):
                return None
            ranks = {_RANKS.get(rank, rank) for rank in person.title.lower().replace(".", "").split()}
            return None if ranks and noun in title_words() and noun not in ranks else 0.0

        person = self._antecedents.nearest(at, cost, within=2.5)
        return Identity(person=person) if person else None


_RANKS = {"sen": "senator", "sens": "senator", "gov": "governor", "rep": "congressman", "capt": "captain"}
