"""The reporter's sentences -> everybody whom they name: full name, gender, title, and the places that name them.

Names are runs of capitalised words in the reporter's own sentences. A surname stands for the full name that ends with
it; two people with one surname are told apart by first name, title and pronoun, else by who was named last.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ...lexis import first_names
from ...lexis.nouns import nouns
from ...model import Gender
from ..tokens import Token
from . import gender_evidence
from .personal_names import (
    bare,
    can_be_one,
    given_gender,
    is_capital,
    is_family_first,
    is_organisation,
    name_runs,
    split_titles,
    title_gender,
    title_words,
)

HE = {"he": Gender.MALE, "him": Gender.MALE, "his": Gender.MALE, "she": Gender.FEMALE, "her": Gender.FEMALE}


@dataclass
class Person:
    """Somebody with a name."""

    words: list[str]
    gender: Gender = Gender.UNKNOWN
    title: str = ""
    at: list[int] = field(default_factory=list)
    """Offsets of the places that name this person, ascending."""

    known: bool = False
    """Whether title, first name or role tell the gender."""
    personal: bool = False
    """Whether something besides the capitals says that this is a person."""
    votes: int = 0
    """Pronouns that follow the name: positive for `she`, negative for `he`."""

    @property
    def name(self) -> str:
        return " ".join(self.words) if len(self.words) > 1 or not self.title else f"{self.title} {self.words[0]}"


class Roster:
    """Everybody whom an article names, and where."""

    def __init__(
        self,
        text: str,
        head: Iterable[Sequence[Token]],
        paragraphs: Iterable[Sequence[Token]],
        quoted: Iterable[Sequence[Token]] = (),
    ):
        """`head`: headline and deck, whose capitals say less; `paragraphs`: the body; `quoted`: its quotations."""
        self.text = text
        self.persons: list[Person] = []
        self._by_surname: dict[str, list[Person]] = {}
        self._by_first: dict[str, list[Person]] = {}
        self._by_title: dict[str, list[Person]] = {}
        self._singles: list[tuple[int, str, str]] = []
        self._described: list[tuple[int, str]] = []
        self._objects: set[int] = set()
        self._paragraphs: list[int] = []
        self._sentences: list[int] = []
        self._pronouns: list[Token] = []
        self._resumed: set[int] = set()
        """Offsets of pronouns that go on speaking."""
        for tokens in head:
            for run in name_runs(tokens):
                _, name = split_titles([bare(t.text) for t in run])
                if len(name) in (2, 3) and first_names.gender(name[0]) is not None:
                    self._meet(run, tokens)
        for tokens in paragraphs:
            if tokens:
                self._paragraphs.append(tokens[0].start)
                self._sentences += gender_evidence.sentence_starts(tokens)
            for run in name_runs(tokens):
                self._meet(run, tokens)
            self._pronouns += [t for t in tokens if t.low in HE]
            self._resumed |= gender_evidence.resumed(tokens)
            self._described += [(a, text[a:b]) for a, b in gender_evidence.described_speakers(tokens)]
        self._hear(quoted)
        places: list[tuple[int, Person]] = []
        alone = {word for _, _, word in self._singles}
        for start, title, word in self._singles:
            person = self._named([word], title, start)
            if person:
                # Companies are called by their first word, people by their last.
                by_last = len(person.words) > 1 and person.words[-1] == word and person.words[0] not in alone
                person.personal = person.personal or bool(title) or by_last
                if person.gender is Gender.UNKNOWN and (gender := title_gender(title)):
                    person.gender, person.known = gender, True
                places.append((start, person))
        for person in self.persons:
            places.extend((start, person) for start in person.at)
        places.sort(key=lambda place: place[0])
        self._places = places
        self._starts = [start for start, _ in places]
        self._listen()
        for person in self.persons:
            if person.gender is Gender.UNKNOWN and abs(person.votes) > 1 and (person.personal or len(person.at) > 1):
                person.gender = Gender.FEMALE if person.votes > 0 else Gender.MALE

    def _hear(self, quoted: Iterable[Sequence[Token]]) -> None:
        """A surname of the reporter's whose full name only somebody's words give."""
        alone = {word.casefold() for _, title, word in self._singles if title}
        for surname in alone:
            persons = self._by_surname.get(surname, [])
            if any(len(person.words) > 1 for person in persons):
                alone = alone - {surname}
        if not alone:
            return
        for tokens in quoted:
            for run in name_runs(tokens):
                _, words = split_titles([bare(t.text) for t in run])
                if len(words) in (2, 3) and words[-1].casefold() in alone and first_names.gender(words[0]) is not None:
                    for person in self._by_surname.get(words[-1].casefold(), []):
                        if len(person.words) == 1 and person.gender in (first_names.gender(words[0]), Gender.UNKNOWN):
                            person.words = words

    def _listen(self) -> None:
        """A pronoun soon after a name votes for the gender of its bearer, the more if the sentence is about them."""
        for token in self._pronouns:
            at, gender = token.start, HE[token.low]
            i = bisect_left(self._starts, at) - 1
            if i >= 0 and at - self._starts[i] < 250:
                start, person = self._places[i]
                weight = 1 if start in self._objects else 2
                person.votes += weight if gender is Gender.FEMALE else -weight

    def _meet(self, run: list[Token], tokens: Sequence[Token]) -> None:
        first = bisect_left(tokens, run[0].start, key=lambda t: t.start)
        if len(run) > 1 and run[0].text == "State" and first and tokens[first - 1].low == "of":
            run, first = run[1:], first + 1  # `former secretary of State Berg`
        titles, words = split_titles([bare(t.text) for t in run])
        title = " ".join(titles)
        if not gender_evidence.is_subject(tokens, first, first + len(run) - 1):
            self._objects.add(run[0].start)
        if (
            not words
            or len(words) > 5
            or words[-1].lower() in title_words()
            or (first and tokens[first - 1].low in ("born", "née", "nee"))
        ):
            return
        personal, gender = gender_evidence.around(tokens, first, first + len(run) - 1)
        job = (
            run[0].text != words[0] and not titles and nouns().is_human(run[0].low.rpartition("-")[2])
        )  # `Hotelier Ana Berg`
        personal = personal or job
        if len(words) == 1:
            self._singles.append((run[0].start, title, words[0]))
            known = self._by_surname.get(words[0].casefold()) or self._by_first.get(words[0].casefold())
            gender = gender or (first_names.gender(words[0]) if personal else None)
            ranked = bool(titles) and title.lower() not in ("former", "first", "prime", "vice")
            if not known and (ranked or gender) and not (is_organisation(words) and not ranked):
                self._told(self._add(words, title, run[0].start), personal, gender)
            elif known and len(known) == 1:
                self._told(known[0], personal, gender)
            return
        if is_organisation(words):
            return
        for person in self._by_surname.get(words[-1].casefold(), []):
            if can_be_one(person.words, words):
                if len(words) > len(person.words) and (
                    len(person.words) == 1 or first_names.gender(person.words[0]) is None
                ):
                    person.words = words
                    if person.gender is Gender.UNKNOWN:
                        person.gender = given_gender(words) or Gender.UNKNOWN
                person.at.append(run[0].start)
                self._told(person, personal, gender)
                return
        self._told(self._add(words, title, run[0].start), personal, gender)

    def _told(self, person: Person, personal: bool, gender: Gender | None) -> None:
        """What stands around one mention of a person."""
        person.personal = person.personal or personal or gender is not None
        if gender and person.gender is Gender.UNKNOWN:
            person.gender, person.known = gender, True

    def _add(self, words: list[str], title: str, start: int) -> Person:
        if len(words) > 1 and all(word.isupper() and len(word) > 1 for word in words):
            words = [word.title() for word in words]
        first_gender = given_gender(words) if len(words) > 1 else None
        gender = title_gender(title) or first_gender
        person = Person(words, gender or Gender.UNKNOWN, title, [start], known=gender is not None)
        initial = len(words) > 1 and re.fullmatch(r"(?!U\.[SKN])(?:[A-Z]\.-?){1,3}|[A-Z]", words[0]) is not None
        person.personal = bool(title) or first_gender is not None or initial or is_family_first(words)
        self.persons.append(person)
        self._by_surname.setdefault(words[-1].casefold(), []).append(person)
        if len(words) > 1:
            self._by_first.setdefault(words[0].casefold(), []).append(person)
        for word in title.lower().replace(".", "").split():
            self._by_title.setdefault(word, []).append(person)
        return person

    def _named(self, words: Sequence[str], title: str, at: int) -> Person | None:
        """The person these words name at offset `at`."""
        known = self._by_surname.get(words[-1].casefold())
        if not known and len(words) == 1:
            known = [p for p in self._by_first.get(words[0].casefold(), []) if p.personal]
        if not known:
            return None
        if len(words) > 1:
            same = [p for p in known if can_be_one(p.words, list(words))]
            return same[0] if same else None
        gender = title_gender(title)
        fitting = [p for p in known if gender is None or p.gender in (gender, Gender.UNKNOWN)]
        if not fitting:
            return None
        ranks = {word.rstrip(".").casefold() for word in title.split()}
        fitting = [p for p in fitting if ranks & set(p.title.lower().replace(".", "").split())] or fitting
        earlier = [p for p in fitting if p.at and p.at[0] <= at] or fitting[:1]
        first, *others = sorted(earlier, key=lambda p: p.at[:1])
        if others and not title and self._is_settled(words[-1], first.at[0], others[0].at[0]):
            return first
        return max(earlier, key=lambda p: p.at[bisect_left(p.at, at) - 1] if p.at and p.at[0] <= at else -1)

    def _is_settled(self, surname: str, first: int, second: int) -> bool:
        """Whether the surname alone had come to mean one person before another one with it was named."""
        return sum(first < at < second and word == surname for at, _, word in self._singles) > 1

    def is_person(self, words: str) -> bool:
        """Whether a phrase names a person."""
        if re.match(r"(?:an?|the|one|his|her|their|its) .*\b(?:to|for|of|from|with|at|in|on)\b", words):
            return False  # `a former adviser to Berg`
        titles, parts = split_titles([bare(w) for w in words.split() if is_capital(w)])
        if not parts or is_organisation(parts):
            return False
        if titles or (len(parts) > 1 and first_names.gender(parts[0]) is not None):
            return True
        known = self._by_surname.get(parts[-1].casefold()) or self._by_first.get(parts[-1].casefold())
        return bool(known) and any(p.gender is not Gender.UNKNOWN or p.personal for p in known or ())
