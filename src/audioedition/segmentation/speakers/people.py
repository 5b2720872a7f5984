"""A mention (`she`, `Roggio`, `a source in Lahore`) -> the person: one for all mentions, with the rule that decided."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from ...lexis import first_names
from ...lexis.grammar import grammar
from ...lexis.nouns import nouns
from ...lexis.wordlists import words as word_list
from ...model import Gender
from ...rules import Decision, Rule, RuleSet
from ..tokens import Token
from .descriptions import Description
from .discourse import Discourse, Found
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
from .persons import Person
from .roster import HE, Roster

_ARTICLES = word_list("a an one another some many several two three ein eine der die un une")
_TWO = re.compile(r"[A-Z][\w.’'-]+ and (?:[a-z]\S* )*(?:[A-Z][\w.’'-]* )*(?!CEO|CFO|COO)[A-Z]")
"""`Hale and Roe`, but not `co-founder and CEO Tom Hale`."""
_NON_BINARY = re.compile(r"\b(?:they/them|non-?binary|genderqueer|agender)\b", re.I)
_OBJECT_REACH = 60
"""Characters in which `him` and `her` are in the clause of the subject before them: `The minister asked her`."""
_FAR = 2.5
"""Sentences back to whom `the New York businessman` can mean."""
_UNKNOWN = 0.8
"""In sentences of distance: what it costs that nothing tells somebody's gender."""
_RANKS = {"sen": "senator", "sens": "senator", "gov": "governor", "rep": "congressman", "capt": "captain"}


@dataclass(frozen=True, slots=True)
class _Expression:
    """Words that mean somebody, in their place."""

    people: People
    words: str
    at: int
    end: int

    @property
    def low(self) -> str:
        return self.words.casefold()


class People(Roster):
    """Everybody whom an article names or describes, and who is meant by a mention."""

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
        self.last: Person | None = None
        """Who spoke last."""
        self.last_named: Person | None = None
        self.one_may_be_they = _NON_BINARY.search(text) is not None
        for person in self.persons if self.one_may_be_they else ():
            if not person.known and not person.votes:
                person.gender = Gender.UNKNOWN
        self._by_description: dict[str, Person] = {}
        self._described_at: dict[int, Person] = {}
        self.discourse = Discourse(self._sentences, self._paragraphs)
        self._events: list[tuple[int, int, Callable[[], None]]] = [
            *((start, 0, partial(self._meet_named, start, person)) for start, person in self._places),
            *((start, 1, partial(self._meet_described, start, end, found)) for start, end, found in self._described),
            *((start, 2, partial(self._meet_two, start, end)) for start, end in self._pairs),
            *((token.start, 3, partial(self._meet_pronoun, token)) for token in self._pronouns),
        ]
        self._events.sort(key=lambda event: event[:2])
        self._read_events = 0

    def speaker(self, mention: tuple[int, int]) -> Decision[Person]:
        """Who the words at `mention` are. Call in source order: a pronoun means somebody mentioned before it."""
        words = " ".join(self.text[slice(*mention)].split())
        self._read_to(mention[0])
        expression = _Expression(self, words, *mention)
        if expression.low in grammar().personal or expression.low in ("who", "you"):
            unknown = self.describe(expression.low, mention[0], HE.get(expression.low, Gender.UNKNOWN))
            found = PRONOUNS.first(expression) or Decision(unknown, "pronoun without antecedent")
        else:
            found = NOUNS.first(expression) or Decision(self.describe(words, mention[0]), "described")
        person = found.outcome
        if not person.anonymous:
            self.last_named = person
        if expression.low not in grammar().personal or person is not self.last:
            self.last = person
        self.discourse.spoke(mention[0], person)
        return found

    def foremost(self, before: int) -> Person | None:
        """The person named most often before an offset: whom an interview is with."""
        named = [person for start, person in self._places if start < before]
        if not named:
            return None
        return max(named, key=lambda person: (named.count(person) if len(named) < 200 else 0, -person.at[0]))

    def labelled(self, label: str, at: int) -> Person:
        """Who a label in an interview names (`SMITH`, `Dr. Smith`)."""
        if label.isupper() and 2 <= len(label) <= 3:
            same = [p for p in self.persons if initials(p.name) == label]
            if same:
                return same[0]
        words = " ".join(w.title() if w.isupper() and (len(w) > 3 or " " in label) else w for w in label.split())
        found = NOUNS.first(_Expression(self, words, at, at + len(label)))
        return found.outcome if found else self.describe(words, at)

    def describe(self, words: str, at: int, gender: Gender = Gender.UNKNOWN) -> Person:
        """Somebody without a name: the same whenever described by the same words."""
        words = _lower_first(words)
        person = self._described_at.get(at)
        if person is None or not person.description.casefold().startswith(words.casefold()[:12]):
            key = words.casefold()
            person = self._by_description.get(key)
            if person is None:
                person = self._by_description[key] = Person(description=words, personal=nouns().describe_one(words))
        if person.gender is Gender.UNKNOWN:
            person.gender = nouns().gender(words) or gender
        return person

    def _read_to(self, at: int) -> None:
        """Tell the discourse of everybody mentioned before offset `at`."""
        while self._read_events < len(self._events) and self._events[self._read_events][0] < at:
            _, _, tell = self._events[self._read_events]
            self._read_events += 1
            tell()

    def _meet_named(self, start: int, person: Person) -> None:
        self.discourse.met(start, person, subject=start not in self._objects, asked=start in self._asked)

    def _meet_two(self, start: int, end: int) -> None:
        words = " ".join(self.text[start:end].split())
        if all(self.is_person(name) for name in re.split(r" (?:and|&) ", words)):
            self.discourse.met(start, self.several(words, start), subject=start not in self._objects)

    def several(self, words: str, at: int) -> Person:
        """Two people who speak as one."""
        person = self.describe(words, at)
        person.several = True
        return person

    def _meet_described(self, start: int, end: int, found: Description) -> None:
        words = " ".join(self.text[start:end].split())
        if not found.indefinite and stands_for_a_person(words) and self.titled(words, start):
            return
        same = None if found.indefinite else self.discourse.last(lambda p: _is_called(p, found.head), start)
        if same is None and not found.fresh:
            return
        person = same or self.describe(words, start)
        self._described_at[start] = person
        self.discourse.met(start, person, subject=start not in self._objects, asked=start in self._asked)

    def _meet_pronoun(self, token: Token) -> None:
        if found := self.antecedent(HE[token.low], token.start, token.end):
            subject = token.low in grammar().personal
            self.discourse.met(token.start, found.person, subject=subject, asked=token.start in self._asked)

    def antecedent(self, gender: Gender, at: int, end: int) -> Found | None:
        """Whom `he` or `she` at an offset means."""
        subject = self._clause_subject(at, end)

        def cost(person: Person) -> float | None:
            if person.several or person is subject:
                return None
            if person.gender is gender:
                return 0.0 if person.known else 0.5 if person.personal else 3.0
            sure = person.personal or person is self.last_named
            return _UNKNOWN if person.gender is Gender.UNKNOWN and sure else None

        resumed, asking = at in self._resumed, at in self._asking
        found = self.discourse.nearest(at, cost, resumed=resumed, asking=asking)
        if found is None and self.last_named and self.last_named.gender is gender:
            return Found(self.last_named, "named last")
        return found

    def _clause_subject(self, at: int, end: int) -> Person | None:
        """Whom `him` or `her` cannot mean: the subject of its own clause, `The minister asked her how …`."""
        pronoun = self.text[at:end]
        if pronoun != "him" and not (pronoun == "her" and _OBJECT.match(self.text, end)):
            return None
        return self.discourse.subject_since(at - _OBJECT_REACH, at)

    def titled(self, words: str, at: int) -> Person | None:
        """`the president` is President Obama if he is the only one with that title; `the New York businessman` is
        whom the sentence before is about.
        """
        m = re.fullmatch(r"the (\w+)", words, re.I)
        if m and m[1].lower() in title_words():
            holders = self._by_title.get(m[1].lower(), [])
            if len(holders) == 1:
                return holders[0]
        if not stands_for_a_person(words):
            return None
        gender, noun = nouns().gender(words), words.split()[-1].casefold()

        def cost(person: Person) -> float | None:
            if person.anonymous or not person.personal or gender not in (None, person.gender):
                return None
            ranks = {_RANKS.get(rank, rank) for rank in person.title.lower().replace(".", "").split()}
            return None if ranks and noun in title_words() and noun not in ranks else 0.0

        found = self.discourse.nearest(at, cost, within=_FAR)
        return found.person if found else None

    def named(self, words: str, at: int) -> Person | None:
        """The person whom words with a name in them name, if they name one."""
        titles, parts = split_titles([bare(w) for w in last_names(words)])
        if not parts or self._is_role(words, titles, parts):
            return None
        title = " ".join(titles)
        person = self._named(parts, title, at) or self._add(parts, title, at)
        if person.gender is Gender.UNKNOWN:
            person.gender = nouns().gender(words) or Gender.UNKNOWN
        return person

    def _is_role(self, words: str, titles: list[str], parts: list[str]) -> bool:
        """Whether a phrase with a name in it is not that person: `a spokesman for Smith`, `the Obama campaign`."""
        first, last = words.split()[0].casefold(), words.split()[-1]
        if first in ("a", "an") and self._is_in_a_mood(words.split(), parts):
            return False
        if last.islower() or _TWO.search(without_employer(words)) or first in _ARTICLES:
            return True
        return _is_led(words, titles, parts) or self._is_body(words, titles, parts)

    def _is_body(self, words: str, titles: list[str], parts: list[str]) -> bool:
        """`NATO`, `the Obama campaign`, `Northport Council`."""
        if len(parts) == 1 and parts[0].isupper() and len(parts[0]) > 1:
            return True
        if titles:
            return False
        article = words.split()[0].casefold() == "the"
        capital = article and words.split()[1][:1].isupper()
        return is_organisation(parts) or (capital and not self.is_person(" ".join(parts)))

    def _is_in_a_mood(self, words: list[str], parts: list[str]) -> bool:
        """`A defiant Ana Berg`: adjectives between article and name."""
        between = words[1 : len(words) - len(parts)]
        known = self._by_surname.get(parts[-1].casefold(), [])
        plain = all(word.islower() and word not in grammar().prepositions for word in between)
        return bool(between) and plain and any(person.personal for person in known)


_OBJECT = re.compile(r"(?:[,.;:?!—–]|\s+(?:to|about|how|why|what|whether|if|that|when|where|in|on|at|for|with)\b)")
"""What follows `her` where it is no possessive."""


_LEADING = frozenset(("for", "of", "from", "at", "with", "in", "the", "a", "his", "her", "their", "its"))


def _is_led(words: str, titles: list[str], parts: list[str]) -> bool:
    """`a spokesman for Smith`: a preposition stands before the name."""
    before = words.rpartition(parts[0])[0]
    led = re.search(r"\s(?:for|of|from|at|with|in)\s", before)
    noun = before.split()[-1] if led else ""
    if noun.islower() and noun not in _LEADING and not nouns().is_human(noun):
        return False  # `master of ceremonies Ana Berg`
    capital_title = words[0].isupper() and words.split()[0].casefold() in title_words() and len(parts) > 1
    return led is not None and not titles and not capital_title


def _is_called(person: Person, noun: str) -> bool:
    """Whether somebody described is the one whom `the NOUN` means."""
    return (
        person.anonymous and not person.several and re.search(rf"\b{re.escape(noun)}\b", person.description) is not None
    )


def _lower_first(words: str) -> str:
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if rest[:1].islower() and first.lower() in grammar().determiners else words


def _the_writer(said: _Expression) -> Person | None:
    if said.low != "i":
        return None
    if said.people.bylines:
        name = said.people.bylines[0]
        return Person(name.split(), first_names.world_gender(name.split()[0]) or Gender.UNKNOWN)
    return said.people.describe("the writer", said.at)


def _who_spoke(said: _Expression) -> Person | None:
    last = said.people.last
    return last if said.low == "who" else None


def _both(said: _Expression) -> Person | None:
    return said.people.discourse.last(lambda p: p.several, said.at) if said.low == "they" else None


def _the_body_that_spoke(said: _Expression) -> Person | None:
    last = said.people.last
    return last if said.low in ("they", "it", "we") and last is not None and last.anonymous else None


def _one_of_no_gender(said: _Expression) -> Person | None:
    if said.low != "they" or not said.people.one_may_be_they:
        return None
    return said.people.discourse.last(lambda p: p.gender is Gender.UNKNOWN and p.personal, said.at)


def _by_discourse(said: _Expression) -> Person | None:
    gender = HE.get(said.low)
    found = said.people.antecedent(gender, said.at, said.end) if gender else None
    if found is None or gender is None:
        return None
    if found.person.gender is Gender.UNKNOWN:
        found.person.gender = gender
    return found.person


PRONOUNS = RuleSet(
    "pronoun",
    [
        Rule("the writer", _the_writer, "I is whoever signs the article"),
        Rule("who", _who_spoke, "a relative clause goes on about whoever spoke"),
        Rule("one person of no gender", _one_of_no_gender, "they in an article that says somebody is non-binary"),
        Rule("two people", _both, "they are the two named together: Hale and Roe"),
        Rule("a body goes on", _the_body_that_spoke, "“…,” the ministry said. “…,” it added"),
        Rule("by the discourse", _by_discourse, "centering theory: the person whom the nearest sentence is about"),
    ],
)


def _named(said: _Expression) -> Person | None:
    return said.people.named(said.words, said.at)


def _two(said: _Expression) -> Person | None:
    if _TWO.search(without_employer(said.words)) is None:
        return None
    surnames = [bare(word) for word in said.words.split() if word[0].isupper()]
    discourse = said.people.discourse
    known = discourse.last(lambda p: p.several and all(word in p.description for word in surnames), said.at)
    return known or said.people.several(said.words, said.at)


def _by_title(said: _Expression) -> Person | None:
    return said.people.titled(said.words, said.at)


def _described_before(said: _Expression) -> Person | None:
    words = said.words.split()
    if words[0].casefold() != "the" or len(words) > 3 or not nouns().is_human(words[-1]):
        return None
    last = said.people.last
    if words[-1].casefold() in ("person", "man", "woman") and last is not None and last.anonymous and last.personal:
        return last
    return said.people.discourse.last(lambda p: _is_called(p, words[-1].casefold()), said.at)


NOUNS = RuleSet(
    "noun",
    [
        Rule("two names", _two, "Hale and Roe said: one speaker that is two"),
        Rule("by name", _named, "a surname means the full name that ends with it"),
        Rule("by title", _by_title, "the senator, the New York businessman: whom the sentence before is about"),
        Rule("described before", _described_before, "the spokeswoman is the one who was introduced as one"),
    ],
)
