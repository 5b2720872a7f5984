"""The reporter's sentences -> everybody whom they name or describe: full name, gender, title, and the places.

Names are runs of capitalised words in the reporter's own sentences. A surname stands for the full name that ends with
it; two people with one surname are told apart by first name, title and pronoun, else by who was named last.
"""

from __future__ import annotations

import operator
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from ...lexis import first_names
from ...lexis.grammar import grammar
from ...lexis.nouns import nouns
from ...lexis.tables import Lexis, derived, kinds
from ...model import Gender
from ..tokens import Token, sentence_start
from . import gender_evidence, tellings
from .bridging import also_called, shortened
from .descriptions import Description, descriptions
from .nobody import is_nobody
from .offices import Office, offices
from .personal_names import (
    HE,
    bare,
    can_be_one,
    given_gender,
    has_middle_name,
    is_capital,
    is_family_first,
    is_initial,
    is_organisation,
    is_shouted,
    is_told_by_last,
    name_runs,
    names_nobody,
    split_titles,
)
from .persons import Person, of_title
from .runs import is_alone, is_beside, is_of_state, jobs_in_front, offices_of_place
from .surnames import meant_by_surname
from .titles import has_title_as_surname, is_no_name, is_rank, ranks, title_gender
from .votes import Votes

_words = kinds("discourse", "kinds")
_no_ranks, _asked_whom = _words("no_rank"), _words("asks_whom")
_LONGEST_NAME = 5
_START = operator.attrgetter("start")
_COUPLE = re.compile(r"([^\W\d_]+) (?:and|&) ([^\W\d_]+) ([^\W\d_]+)")
_TELLING = (is_initial, is_family_first, is_told_by_last, has_middle_name)
"""What of the words of a full name says that it is a person's."""


@derived
def _watched(lexis: Lexis) -> frozenset[str]:
    """Pronouns, and verbs of asking somebody."""
    return lexis.made(grammar.make).personal | frozenset(HE) | lexis.made(_asked_whom.make)


class Roster(Votes):
    """Everybody whom an article names or describes, and where."""

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
        self._by_office: dict[str, list[Person]] = {}
        self._singles: list[tuple[int, str, str]] = []
        self._objects: set[int] = set()
        self._telling: set[int] = set()
        """Offsets of names right before a verb of speech."""
        self._paragraphs: list[int] = []
        self._sentences: list[int] = []
        self._pronouns: list[Token] = []
        self._resumed: set[int] = set()
        """Offsets of pronouns that go on speaking."""
        self._asking: set[int] = set()
        """Offsets of pronouns that ask."""
        self._trailing: set[int] = set()
        """Offsets of pronouns that only say whose words their sentence reports."""
        self._led: set[int] = set()
        """Offsets of pronouns behind a clause in which others are named."""
        self._asked: set[int] = set()
        """Offsets of those to whom somebody puts a question."""
        self._described: list[tuple[int, int, Description]] = []
        """(start, end, …) in the text."""
        self._headed: list[list[str]] = []
        """Names in headline and deck, also those that no table knows."""
        self._pairs: list[tuple[int, int]] = []
        """Spans of `Hale and Roe`."""
        for tokens in head:
            self._read_head(tokens)
        for tokens in paragraphs:
            self._read(tokens)
        self._hear(quoted)
        self._marry()
        self._places = self._placed()
        self._starts = [start for start, _ in self._places]
        self._listen()

    def _read_head(self, tokens: Sequence[Token]) -> None:
        for run in name_runs(tokens):
            titles, name = split_titles([bare(t.text) for t in run])
            known = len(name) in (2, 3) and (titles or first_names.gender(name[0]) is not None)
            if known or (titles and len(name) == 1 and not is_rank(name[0])):
                self._meet(run, tokens)
                self._headed.append(name)
            elif 0 < len(name) < _LONGEST_NAME and not is_organisation(name) and is_alone(run, tokens):
                self._headed.append(name)

    def _read(self, tokens: Sequence[Token]) -> None:
        if tokens:
            self._paragraphs.append(tokens[0].start)
            self._sentences += tellings.sentence_starts(tokens)
        runs = name_runs(tokens)
        for run in runs:
            self._meet(run, tokens)
        self._pairs += gender_evidence.pairs(tokens, runs)
        watched, asks_whom = _watched(), _asked_whom()
        for i in [i for i, token in enumerate(tokens) if token.low in watched]:
            if tokens[i].low not in asks_whom:
                self._read_pronoun(tokens, i)
            elif i + 1 < len(tokens):
                self._asked.add(tokens[i + 1].start)
        for found in descriptions(tokens):
            first, last = found.phrase
            start, end = tokens[first].start, tokens[last].end
            self._described.append((start, end, found))
            if not gender_evidence.is_subject(tokens, first, last) or gender_evidence.is_there(
                tokens, first, found.head
            ):
                self._objects.add(start)
            if tellings.tells(tokens, last):
                self._telling.add(start)

    def _read_pronoun(self, tokens: Sequence[Token], i: int) -> None:
        token = tokens[i]
        if token.low in HE:
            self._pronouns.append(token)
            if [before.low for before in tokens[max(0, i - 3) : i]] == ["put", "it", "to"]:
                self._asked.add(token.start)
        if token.low not in grammar().personal:
            return
        if tellings.tells(tokens, i):
            self._telling.add(token.start)
        if tellings.is_resumed(tokens, i):
            self._resumed.add(token.start)
        if tellings.is_asking(tokens, i):
            self._asking.add(token.start)
        if tellings.is_trailing(tokens, i):
            self._trailing.add(token.start)
        if tellings.is_led(tokens, i):
            self._led.add(token.start)
            self._objects.update(token.start for token in tokens[sentence_start(tokens, i) : i])

    def _placed(self) -> list[tuple[int, Person]]:
        """All places that name somebody, in order."""
        places: list[tuple[int, Person]] = []
        alone = {word for _, _, word in self._singles}
        for start, title, word in self._singles:
            person = self._named([word], title, start)
            if person is None:
                continue
            # Companies are called by their first word, people by their last.
            by_last = len(person.words) > 1 and person.words[-1] == word and person.words[0] not in alone
            person.personal = person.personal or bool(title) or by_last
            gender = title_gender(title)
            if gender and (person.gender is Gender.UNKNOWN or title_gender(person.title) is None):
                person.gender, person.known = gender, True
            places.append((start, person))
        for person in self.persons:
            places.extend((start, person) for start in person.at)
        return sorted(places, key=lambda place: place[0])

    def _hear(self, quoted: Iterable[Sequence[Token]]) -> None:
        """A surname of the reporter's whose full name only somebody's words give."""
        titled = {word.casefold() for _, title, word in self._singles if title}
        alone = {w for w in titled if not any(len(person.words) > 1 for person in self._by_surname.get(w, []))}
        for tokens in quoted if alone else ():
            for run in name_runs(tokens):
                _, words = split_titles([bare(t.text) for t in run])
                if len(words) in (2, 3) and words[-1].casefold() in alone:
                    self._complete(words)

    def _marry(self) -> None:
        """`Ana and Rut Feld` share a surname."""
        for start, end in self._pairs:
            if (names := _COUPLE.fullmatch(self.text, start, end)) and first_names.gender(names[2]) is not None:
                self._share([names[1], names[3]], start)

    def _share(self, words: list[str], start: int) -> None:
        """Who is named by a first name in front of somebody else’s full name: `Ana` of `Ana and Rut Feld`."""
        if first_names.gender(words[0]) is None:
            return
        known = [person for person in self._by_surname.get(words[0].casefold(), []) if person.words == words[:1]]
        for person in known:
            person.words = words
        if not known and self._named(words, "", start) is None:
            self._add(words, "", start)

    def _complete(self, words: list[str]) -> None:
        """Give a full name to whom only the surname was known."""
        gender = first_names.gender(words[0])
        for person in self._by_surname.get(words[-1].casefold(), []) if gender is not None else ():
            if len(person.words) == 1 and person.gender in (gender, Gender.UNKNOWN):
                person.words = words

    def _meet(self, run: list[Token], tokens: Sequence[Token]) -> None:
        """One place that names somebody or something."""
        first = bisect_left(tokens, run[0].start, key=_START)
        if is_of_state(run, tokens, first):
            run, first = run[1:], first + 1
        last = first + len(run) - 1
        titles, words = split_titles([bare(t.text) for t in run])
        self._place_in_sentence(tokens, first, last)
        if self._is_title_alone(words, tokens, first) or is_nobody(run, words, tokens, first):
            return
        personal, gender = gender_evidence.beside(words, tokens, first, last)
        if nouns().is_human(run[0].low.rpartition("-")[2]) and run[0].text != words[0] and not titles:
            personal = True
        title, at = " ".join(titles), run[0].start
        met: Person | None = None
        if len(words) == 1:
            personal = personal or gender_evidence.is_first_name(words[0], tokens, first, last)
            met = self._meet_single(words[0], title, at, personal, gender)
        elif not is_organisation(words):
            met = self._meet_full(words, title, at, personal, gender)
        if met:
            met.told = met.told or gender is not None
            self._hold(met, offices(tokens, first, last))
            self._hold(met, jobs_in_front(run, words))
            met.offices.update(offices_of_place(run, titles, met.offices))

    def _place_in_sentence(self, tokens: Sequence[Token], first: int, last: int) -> None:
        """Note whether a sentence only mentions a name, and whether it reports what its bearer says."""
        if is_beside(self._objects, tokens, first) or not gender_evidence.is_subject(tokens, first, last):
            self._objects.add(tokens[first].start)
        if tellings.tells(tokens, last) or gender_evidence.is_source(tokens, first):
            self._telling.add(tokens[first].start)

    def _is_title_alone(self, words: Sequence[str], tokens: Sequence[Token], first: int) -> bool:
        """`the Pope`; not `King said`, of Ann King."""
        if len(words) == 1 and tokens[first - 1].low != "the":
            known = self._by_surname.get(words[0].casefold(), ())
            if any(has_title_as_surname(person.words) for person in known):
                return False
        return is_no_name(words)

    def _hold(self, person: Person, held: Iterable[Office]) -> None:
        for office in held:
            for noun in (office.noun, *shortened(office), *also_called(office)):
                if noun not in person.offices:
                    self._by_office.setdefault(noun, []).append(person)
                    person.offices[noun] = office.words

    def _meet_single(self, word: str, title: str, at: int, personal: bool, gender: Gender | None) -> Person | None:
        """A surname, a first name, or the name of something else."""
        self._singles.append((at, title, word))
        known = self._by_surname.get(word.casefold()) or self._by_first.get(word.casefold())
        surname = word.casefold() in self._by_surname
        gender = gender or (first_names.gender(word) if personal and not surname else None)
        ranked = bool(title) and title.lower() not in _no_ranks()
        if known:
            return self._told(known[0], personal, gender) if len(known) == 1 else None
        if ranked or ((gender or personal) and not is_organisation([word])):
            return self._told(self._add([word], title, at), personal, gender)
        return None

    def _meet_full(self, words: list[str], title: str, at: int, personal: bool, gender: Gender | None) -> Person:
        for person in self._by_surname.get(words[-1].casefold(), []):
            if not can_be_one(person.words, words):
                continue
            fuller = len(words) > len(person.words)
            if fuller and (len(person.words) == 1 or first_names.gender(person.words[0]) is None):
                person.words = words
                if person.gender is Gender.UNKNOWN:
                    person.gender = given_gender(words) or Gender.UNKNOWN
            person.at.append(at)
            self._hold(person, (Office(rank, rank) for rank in ranks(title)))
            return self._told(person, personal or bool(title), title_gender(title) or gender)
        return self._told(self._add(words, title, at), personal, gender)

    def _told(self, person: Person, personal: bool, gender: Gender | None) -> Person:
        """What stands around one mention of a person."""
        person.personal = person.personal or personal or gender is not None
        by_table = not person.told and title_gender(person.title) is None
        if gender and (person.gender is Gender.UNKNOWN or by_table):
            person.gender, person.known = gender, True
        return person

    def _add(self, words: list[str], title: str, start: int) -> Person:
        if is_shouted(words):
            words = [word.title() for word in words]
        full = len(words) > 1
        common = full and first_names.gender(words[0]) is not None
        gender = title_gender(title) or (given_gender(words) if full else None) or Gender.UNKNOWN
        person = Person(words, gender, title, [start], known=common or title_gender(title) is not None)
        person.personal = bool(title) or common or any(told(words) for told in _TELLING)
        self.persons.append(person)
        self._by_surname.setdefault(words[-1].casefold(), []).append(person)
        for word in words[:-1]:  # also the middle one: a paper may call Aliyu Kado Bello Kado
            self._by_first.setdefault(word.casefold(), []).append(person)
        for word in title.lower().replace(".", "").split():
            self._by_title.setdefault(word, []).append(person)
        self._hold(person, (Office(rank, rank) for rank in ranks(title)))
        return person

    def _named(self, words: Sequence[str], title: str, at: int) -> Person | None:
        """The person these words name at offset `at`."""
        known = self._by_surname.get(words[-1].casefold())
        if not known and len(words) == 1:
            known = [p for p in self._by_first.get(words[0].casefold(), []) if p.personal]
        if not known:
            return None
        if len(words) > 1:
            return next((p for p in known if can_be_one(p.words, list(words))), None)
        fitting = of_title(known, title)
        alone = [place for place, _, word in self._singles if word == words[-1]] if len(fitting) > 1 else []
        return meant_by_surname(fitting, alone, self._sentences, titled=bool(title), at=at) if fitting else None

    def knows_surname(self, word: str) -> bool:
        """Whether somebody's full name ends with this word."""
        return any(len(person.words) > 1 for person in self._by_surname.get(word.casefold(), ()))

    def is_person(self, words: str) -> bool:
        """Whether a phrase names a person."""
        if re.match(r"(?:an?|the|one|his|her|their|its) .*\b(?:to|for|of|from|with|at|in|on)\b", words):
            return False  # `a former adviser to Berg`
        if names_nobody(words):
            return False
        titles, parts = split_titles([bare(w) for w in words.split() if is_capital(w)])
        if not parts or is_organisation(parts):
            return False
        if titles or (len(parts) > 1 and first_names.gender(parts[0]) is not None):
            return True
        known = self._by_surname.get(parts[-1].casefold()) or self._by_first.get(parts[-1].casefold())
        return bool(known) and any(p.gender is not Gender.UNKNOWN or p.personal for p in known or ())
