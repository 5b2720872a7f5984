"""A mention (`she`, `Roggio`, `a source in Lahore`) -> Speaker: one identity a person, the fullest name, a gender.

Names are runs of capitalised words in the reporter's own sentences. A surname stands for the full name that ends with
it; two people with one surname are told apart by first name, title and pronoun, else by who was named last.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..model import Gender, Speaker
from . import evidence, names
from .personal_names import (
    TITLES,
    bare,
    can_be_one,
    given_gender,
    initials,
    is_organisation,
    last_names,
    name_runs,
    role_gender,
    split_titles,
    title_gender,
)
from .tokens import Token
from .wordclasses import PERSONAL

_HE = {"he": Gender.MALE, "him": Gender.MALE, "his": Gender.MALE, "she": Gender.FEMALE, "her": Gender.FEMALE}


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


class People:
    """Everybody whom an article names."""

    def __init__(
        self,
        text: str,
        head: Iterable[Sequence[Token]],
        paragraphs: Iterable[Sequence[Token]],
        bylines: Sequence[str] = (),
        quoted: Iterable[Sequence[Token]] = (),
    ):
        """`head`: headline and deck, whose capitals say less; `paragraphs`: the body; `quoted`: its quotations."""
        self.text = text
        self.bylines = tuple(bylines)
        self.persons: list[Person] = []
        self._by_surname: dict[str, list[Person]] = {}
        self._by_first: dict[str, list[Person]] = {}
        self._by_title: dict[str, list[Person]] = {}
        self._singles: list[tuple[int, str, str]] = []
        self._speaker: Person | None = None
        self._last: Identity | None = None
        self._spoke_at = -1
        self._described: list[tuple[int, str]] = []
        self._objects: set[int] = set()
        self._paragraphs: list[int] = []
        self.plural_they = re.search(r"\b(?:they/them|non-?binary|genderqueer|agender)\b", text, re.I) is None
        pronouns: list[tuple[int, Gender]] = []
        for tokens in head:
            for run in name_runs(tokens):
                _, name = split_titles([bare(t.text) for t in run])
                if len(name) in (2, 3) and names.gender(name[0]) is not None:
                    self._meet(run, tokens)
        for tokens in paragraphs:
            if tokens:
                self._paragraphs.append(tokens[0].start)
            for run in name_runs(tokens):
                self._meet(run, tokens)
            pronouns += [(t.start, _HE[t.low]) for t in tokens if t.low in _HE]
            self._described += [(a, text[a:b]) for a, b in evidence.described_speakers(tokens)]
        self._hear(quoted)
        places: list[tuple[int, Person]] = []
        for start, title, word in self._singles:
            person = self._named([word], title, start)
            if person:
                # Companies are called by their first word, people by their last.
                person.personal = person.personal or bool(title) or (len(person.words) > 1 and person.words[-1] == word)
                places.append((start, person))
        for person in self.persons:
            places.extend((start, person) for start in person.at)
        places.sort(key=lambda place: place[0])
        self._places = places
        self._starts = [start for start, _ in places]
        self._listen(pronouns)
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
                if len(words) in (2, 3) and words[-1].casefold() in alone and names.gender(words[0]) is not None:
                    for person in self._by_surname.get(words[-1].casefold(), []):
                        if len(person.words) == 1 and person.gender in (names.gender(words[0]), Gender.UNKNOWN):
                            person.words = words

    def _listen(self, pronouns: list[tuple[int, Gender]]) -> None:
        """A pronoun soon after a name votes for the gender of its bearer, the more if the sentence is about them."""
        for at, gender in pronouns:
            i = bisect_left(self._starts, at) - 1
            if i >= 0 and at - self._starts[i] < 250:
                start, person = self._places[i]
                weight = 1 if start in self._objects else 2
                person.votes += weight if gender is Gender.FEMALE else -weight

    def _meet(self, run: list[Token], tokens: Sequence[Token]) -> None:
        titles, words = split_titles([bare(t.text) for t in run])
        title = " ".join(titles)
        first = bisect_left(tokens, run[0].start, key=lambda t: t.start)
        if not evidence.is_subject(tokens, first):
            self._objects.add(run[0].start)
        if not words or len(words) > 5 or (first and tokens[first - 1].low in ("born", "née", "nee")):
            return
        personal, gender = evidence.around(tokens, first, first + len(run) - 1)
        if len(words) == 1:
            self._singles.append((run[0].start, title, words[0]))
            known = self._by_surname.get(words[0].casefold()) or self._by_first.get(words[0].casefold())
            if not known and (titles or (gender and not is_organisation(words))):
                self._told(self._add(words, title, run[0].start), personal, gender)
            elif known and len(known) == 1:
                self._told(known[0], personal, gender)
            return
        if is_organisation(words):
            return
        for person in self._by_surname.get(words[-1].casefold(), []):
            if can_be_one(person.words, words):
                if len(words) > len(person.words) and (len(person.words) == 1 or names.gender(person.words[0]) is None):
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
        first_gender = given_gender(words) if len(words) > 1 else None
        gender = title_gender(title) or first_gender
        person = Person(words, gender or Gender.UNKNOWN, title, [start], known=gender is not None)
        initial = len(words) > 1 and re.fullmatch(r"(?!U\.[SKN])(?:[A-Z]\.-?){1,3}|[A-Z]", words[0]) is not None
        person.personal = bool(title) or first_gender is not None or initial
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
        earlier = [p for p in fitting if p.at and p.at[0] <= at]
        return max(
            earlier or fitting[:1], key=lambda p: p.at[bisect_left(p.at, at) - 1] if p.at and p.at[0] <= at else -1
        )

    def is_person(self, words: str) -> bool:
        """Whether a phrase names a person."""
        if re.match(r"(?:an?|the|one|his|her|their|its) .*\b(?:to|for|of|from|with|at|in|on)\b", words):
            return False  # `a former adviser to Berg`
        titles, parts = split_titles([bare(w) for w in words.split() if w[:1].isupper()])
        if not parts or is_organisation(parts):
            return False
        if titles or (len(parts) > 1 and names.gender(parts[0]) is not None):
            return True
        known = self._by_surname.get(parts[-1].casefold()) or self._by_first.get(parts[-1].casefold())
        return bool(known) and any(p.gender is not Gender.UNKNOWN or p.personal for p in known or ())

    def speaker(self, mention: tuple[int, int]) -> Identity:
        """Who the words at `mention` are. Call in source order: a pronoun means somebody named before it."""
        words = " ".join(self.text[slice(*mention)].split())
        low = words.casefold()
        found = (
            self._pronoun(low, mention) if low in PERSONAL or low in ("who", "you") else self._nominal(words, mention)
        )
        self._last, self._spoke_at = found, mention[0]
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
        words = " ".join(w.title() if w.isupper() and len(w) > 3 else w for w in label.split())
        return self._nominal(words, (at, at + len(label)))

    def _pronoun(self, low: str, mention: tuple[int, int]) -> Identity:
        gender, last = _HE.get(low), self._last
        if gender is None:
            if low == "i":
                if self.bylines:
                    return Identity(self.bylines[0], names.gender(self.bylines[0].split()[0]) or Gender.UNKNOWN)
                return Identity("the writer", anonymous=True)
            if last is not None and (low == "who" or (low in ("they", "it", "we") and last.anonymous)):
                return last
            if low == "they" and not self.plural_they and (one := self._of_no_gender(mention[0])):
                self._speaker = one
                return Identity(person=one)
            return Identity(low, anonymous=True)
        person = self._antecedent(gender, mention[0])
        if described := self._described_nearby(gender, mention[0], definite=person is None):
            return described
        if person is None:
            if (
                last is not None
                and last.anonymous
                and last.gender in (gender, Gender.UNKNOWN)
                and last.name not in PERSONAL
            ):
                return Identity(last.name, gender, True)
            return Identity(low, gender, True)
        if person.gender is Gender.UNKNOWN:
            person.gender = gender
        self._speaker = person
        return Identity(person=person)

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
        fits = role_gender(words) in (gender, None)
        j = bisect_left(self._starts, at) - 1
        named_since = j >= 0 and self._starts[j] > start and self._places[j][1].gender in (gender, Gender.UNKNOWN)
        if not definite and re.match(r"(?:an?|one|another) ", words, re.I) is None:
            return None
        if not fits or named_since or self._spoke_at > start:
            return None
        return Identity(words, gender, True)

    def _antecedent(self, gender: Gender, at: int) -> Person | None:
        i = bisect_left(self._starts, at)
        floor = at - 2500
        candidates: list[tuple[int, Person]] = []
        for start, person in reversed(self._places[max(0, i - 40) : i]):
            if start < floor:
                break
            if person.gender is gender or (
                person.gender is Gender.UNKNOWN and (person.personal or person is self._speaker)
            ):
                candidates.append((start, person))
        if not candidates:
            return self._speaker if self._speaker and self._speaker.gender is gender else None
        sure = [c for c in candidates if c[1].gender is gender] or candidates
        sure = [c for c in sure if c[1].known and c[0] > at - 900] or sure
        start, newest = sure[0]
        if self._spoke_at < start and self._opens_paragraph(start, at):
            return newest
        if self._speaker is not None and self._speaker.gender in (gender, Gender.UNKNOWN) and self._just_spoke(at):
            return self._speaker
        if self._speaker is not None and any(p is self._speaker and start > at - 900 for start, p in sure):
            return self._speaker
        return sure[0][1]

    def _just_spoke(self, at: int) -> bool:
        """Whether the last quotation was attributed in the paragraph of offset `at`."""
        i = bisect_right(self._paragraphs, at) - 1
        return i >= 0 and self._paragraphs[i] <= self._spoke_at

    def _opens_paragraph(self, start: int, at: int) -> bool:
        """Whether the name at `start` is what the paragraph of offset `at` begins with: its subject."""
        i = bisect_right(self._paragraphs, at) - 1
        return i >= 0 and self._paragraphs[i] <= start < self._paragraphs[i] + 60

    def _nominal(self, words: str, mention: tuple[int, int]) -> Identity:
        titles, parts = split_titles([bare(w) for w in last_names(words)])
        title = " ".join(titles)
        if not parts or self._is_role(words, titles, parts):
            return self._titled(words) or Identity(words, role_gender(words) or Gender.UNKNOWN, True)
        person = self._named(parts, title, mention[0])
        if person is None:
            person = self._add(parts, title, mention[0])
        if person.gender is Gender.UNKNOWN:
            person.gender = role_gender(words) or Gender.UNKNOWN
        self._speaker = person
        return Identity(person=person)

    def _is_role(self, words: str, titles: list[str], parts: list[str]) -> bool:
        """Whether a phrase with a name in it is not that person: `a spokesman for Smith`, `the Obama campaign`."""
        first, last = words.split()[0].casefold(), words.split()[-1]
        if (
            last[:1].islower()
            or " and " in words
            or first
            in (
                "ein",
                "eine",
                "der",
                "die",
                "un",
                "une",
                "a",
                "an",
                "one",
                "another",
                "some",
                "many",
                "several",
                "two",
                "three",
            )
        ):
            return True
        led = re.search(r"\b(?:for|of|from|at|with|in)\b", words.rpartition(parts[0])[0])
        if led and not titles and not (words[0].isupper() and first in TITLES and len(parts) > 1):
            return True
        if len(parts) == 1 and parts[0].isupper() and len(parts[0]) > 1:
            return True
        if is_organisation(parts) and not titles:
            return True
        return first == "the" and not titles and words.split()[1][:1].isupper() and not self.is_person(" ".join(parts))

    def _titled(self, words: str) -> Identity | None:
        """`the president` is President Obama if he is the only one with that title."""
        m = re.fullmatch(r"the (\w+)", words, re.I)
        if m and m[1].lower() in TITLES:
            holders = self._by_title.get(m[1].lower(), [])
            if len(holders) == 1:
                return Identity(person=holders[0])
        return None
