"""A mention (`she`, `Roggio`, `a source in Lahore`) -> the person: one for all mentions, with the rule that decided."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from ...lexis.first_names import leads, world_gender
from ...lexis.grammar import english_words, grammar, in_english, things_have_gender
from ...lexis.nouns import nouns
from ...lexis.tables import kinds
from ...model import Gender
from ...model.rules import Decision
from ..tokens import Token
from .antecedents import NOUNS, PRONOUNS, Expression, gender_of_article
from .bodies import body_before, group_before
from .described import BARE, UNKNOWN, Described, may_be_one
from .descriptions import Description
from .discourse import REACH, Discourse, Found
from .left_out import is_left_out
from .offices import Office, named_beside
from .personal_names import HE, are_initials, bare, initials, is_place, split_titles, stands_for_a_person
from .persons import Person
from .titles import title_gender
from .votes import OBJECT

_reporter = kinds("discourse", "kinds")("reporter")
_NON_BINARY = re.compile(r"\b(?:they/them|non-?binary|genderqueer|agender)\b", re.I)
_OBJECT_REACH = 60
"""Characters in which `him` and `her` are in the clause of the subject before them: `The minister asked her`."""
_UNSURE = 2.0
"""In sentences of distance: what it costs that nothing but two capitals says that it is a person."""
_AGAINST_TABLE = 1.6
"""The same where a table of first names says otherwise, but pronouns do not."""
_NAMED_BEHIND = 2.0
"""The same where somebody is named later on in the sentence of `he`."""
_POSSESSED = 1.5
"""The same where it is `her client`, and `she` may be whose client it is."""
_COMING, _COMING_NAMES = 700, 3
"""Characters, and names, in which somebody is named of whom a pronoun has spoken before."""
_LED_BY = 40
"""Characters before a name in which stands whose lawyer it is."""
_ALSO_PRONOUNS = frozenset(("who", "you", "him", "his", "her", "them"))


class People(Described):
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
        self._decided: dict[tuple[int, int], Decision[Person]] = {}
        """Mentions that have been asked for: of `“No,” he said, “…”` both halves are his."""
        self._described_at: dict[int, Person] = {}
        self.given_names: dict[int, Person | None] = {}
        """Offsets of descriptions -> who is given a name behind them."""
        self.discourse = Discourse(self._sentences, self._paragraphs)
        self._events: list[tuple[int, int, Callable[[], None]]] = [
            *((start, 0, partial(self._meet_named, start, person)) for start, person in self._places),
            *((start, 1, partial(self._meet_described, start, end, found)) for start, end, found in self._described),
            *((start, 2, partial(self._meet_two, start, end)) for start, end in self._pairs),
            *((token.start, 3, partial(self._meet_pronoun, token)) for token in self._pronouns),
        ]
        self._events.sort(key=lambda event: event[:2])
        self._read_events = 0

    def speaker(self, mention: tuple[int, int], quoted: int = 0) -> Decision[Person]:
        """Who the words at `mention` are, to whom a quotation at offset `quoted` is attributed.

        Call in source order: a pronoun means somebody mentioned before it.
        """
        words = " ".join(self.text[slice(*mention)].split())
        if not words:
            return self._whom_it_is_about(mention[0])
        found = self._decided.get(mention) or self._meant(mention, words)
        self._decided[mention] = found
        person = found.outcome
        if not person.anonymous:
            self.last_named = person
        if words.casefold() not in grammar().personal or person is not self.last:
            self.last = person
        spoke_at = max(mention[0], quoted)
        self._read_to(spoke_at)
        self.discourse.spoke(spoke_at, person)
        return found

    def _meant(self, mention: tuple[int, int], words: str) -> Decision[Person]:
        """Who the words at a mention are."""
        expression, left_out = Expression(self, self.translated(words, mention[0]), *mention), is_left_out(words)
        pronoun = left_out or expression.low in grammar().personal or expression.low in _ALSO_PRONOUNS
        self._read_to(mention[0] + (not pronoun))
        if pronoun:
            return PRONOUNS.first(expression) or self._without_antecedent(expression, left_out=left_out)
        return NOUNS.first(expression) or Decision(self.describe(words, mention[0]), "described")

    @staticmethod
    def _may_go_on(last: Person, gender: Gender | None) -> bool:
        """Whether a pronoun that nobody else can be meant by is whoever spoke last: `One of them said … He said`."""
        return last.anonymous and gender is not None and last.gender in (gender, Gender.UNKNOWN)

    def _whom_it_is_about(self, at: int) -> Decision[Person]:
        """Who speaks at an offset where no words say it, but those before tell of somebody."""
        self._read_to(at)
        self.last = self.whoever(at) or self.last or self.describe("somebody", at)
        self.discourse.spoke(at, self.last)
        return Decision(self.last, "whom the text is about")

    def single(self, at: int, gender: Gender | None) -> Person | None:
        """Whoever is named last by one word before an offset, in its paragraph or the one above: `clients, comme Ana`;
        a first name of the gender that is asked for, else one whom a sentence is about.
        """
        i = bisect_right(self._paragraphs, at)
        low = self._paragraphs[max(0, i - 2)] if i else 0
        for start, _, word in reversed(self._singles):
            told = world_gender(word)
            fits = told is gender if gender else start not in self._objects and not is_place([word])
            if low <= start < at and fits and self._named([word], "", start) is None:
                person = self._add([word], "", start)
                person.gender, person.personal = told or Gender.UNKNOWN, True
                return person
        return None

    def _coming(self, at: int, gender: Gender | None) -> Person | None:
        """Who is named first behind an offset as what a sentence is about, where nobody is whom words there can mean:
        `She has one rule. “Look, then jump.” On Tuesday Ana Berg died.`
        """
        first = bisect_left(self._starts, at)
        for start, person in self._places[first : first + _COMING_NAMES]:
            fits = gender is None or person.gender in (gender, Gender.UNKNOWN)
            subject = start not in self._objects and not self._is_somebodys(start)
            if start - at < _COMING and person.personal and fits and subject:
                return person
        return None

    def _is_somebodys(self, start: int) -> bool:
        """Whether a word for whose leads to the name at an offset: `sein Verteidiger Ana Berg`."""
        led = (word.lower() for word in self.text[max(0, start - _LED_BY) : start].split()[-2:])
        return any(english_words().get(word, (word,))[0] in ("their", *HE) for word in led)

    def _without_antecedent(self, expression: Expression, *, left_out: bool) -> Decision[Person]:
        """Whom a pronoun, or a verb without subject, means where nobody before it can be meant."""
        if left_out and self.last:
            return Decision(self.last, "left out, whoever spoke last")
        gender = HE.get(expression.low)
        if self.last and not things_have_gender() and self._may_go_on(self.last, gender):
            return Decision(self.last, "whoever spoke last, there being nobody else")
        one = gender or left_out
        if one and things_have_gender() and (single := self.single(expression.at, gender)):
            return Decision(single, "a first name alone")
        if one and (coming := self._coming(expression.at, gender)):
            return Decision(coming, "who is named first behind")
        person = self.describe("somebody" if left_out else expression.low, expression.at, gender or Gender.UNKNOWN)
        return Decision(person, "pronoun without antecedent")

    def whoever(self, at: int) -> Person | None:
        """Whom a verb without subject at an offset means: the person whom the sentences before are about."""

        def cost(person: Person) -> float | None:
            if person.several:
                return None
            if person.personal or person is self.last_named:
                return BARE / 2 if person.bare else 0.0
            return _UNSURE if may_be_one(person.words) else None

        found = self.discourse.nearest(at, cost)
        return found and found.person

    def labelled(self, label: str, at: int) -> Person:
        """Who a label in an interview names (`SMITH`, `Dr. Smith`)."""
        short = label.isupper() and 2 <= len(label) <= 3
        if same := [p for p in self.persons if short and are_initials(label, p.name)]:
            return max(same, key=lambda p: (label in initials(p.name), len(p.at)))
        words = " ".join(w.title() if w.isupper() and (len(w) > 3 or " " in label) else w for w in label.split())
        found = NOUNS.first(Expression(self, words, at, at + len(label)))
        return found.outcome if found else self.describe(words, at)

    def describe(self, words: str, at: int, gender: Gender = Gender.UNKNOWN) -> Person:
        """Somebody without a name: the same whenever described by the same words."""
        words = _lower_first(words)
        person = self._described_at.get(at)
        if person is None or not person.description.casefold().startswith(words.casefold()[:12]):
            key = words.casefold()
            known = self._by_description.get(key)
            person = known or Person(description=words, personal=nouns().describe_one(words))
            self._by_description[key] = person
        elif len(words) > len(person.description) and words.casefold().startswith(person.description.casefold()):
            person.description = words
        if person.gender is Gender.UNKNOWN:
            person.gender = nouns().gender(words) or gender_of_article(words) or gender
        return person

    def _read_to(self, at: int) -> None:
        """Tell the discourse of everybody mentioned before offset `at`."""
        while self._read_events < len(self._events) and self._events[self._read_events][0] < at:
            tell = self._events[self._read_events][2]
            self._read_events += 1
            tell()

    def _meet_named(self, start: int, person: Person) -> None:
        subject = start not in self._objects and not self._is_one_of_two(start)
        asked, tells = start in self._asked, start in self._telling
        self.discourse.met(start, person, subject=subject, asked=asked, tells=tells)

    def _is_one_of_two(self, start: int) -> bool:
        """Whether the name at an offset is joined with another: at most with one on either side."""
        i = bisect_right(self._pairs, (start, len(self.text)))
        return any(self._are_two(first, end) for first, end in self._pairs[max(0, i - 2) : i] if start < end)

    def _are_two(self, start: int, end: int) -> bool:
        """Whether two names joined by `and` are two people's."""
        return all(map(self.is_person, re.split(r"\s(?:and|&)\s", self.text[start:end])))

    def _meet_two(self, start: int, end: int) -> None:
        words = " ".join(self.text[start:end].split())
        if self._are_two(start, end):
            self.discourse.met(start, self.several(words, start), subject=start not in self._objects)

    def body_before(self, at: int) -> str:
        """The body that the sentence at an offset, or the one before it, begins with."""
        return body_before(self.text, self._sentences, at, self._may_be_body)

    def group_before(self, at: int) -> str:
        """The people whom the sentence at an offset, or one of the two before it, begins with."""
        return group_before(self.text, self._sentences, at)

    def _may_be_body(self, words: str, role: bool) -> bool:
        """Whether the subject of a sentence is no person: `The bench`, `SIMA`, `Bord Bia`, but not `Berg`, `She`."""
        if role:
            return not leads(words)  # `the developer, Hale Renewables`
        if words.startswith("The "):
            return True
        titles, parts = split_titles([bare(word) for word in words.split()])
        if titles or parts[0].lower() in grammar().no_names or self.is_person(words) or self._named(parts, "", 0):
            return False
        return len(parts) > 1 or parts[0].isupper()

    def several(self, words: str, at: int) -> Person:
        """Two people who speak as one."""
        person = self.describe(words, at)
        person.several = True
        return person

    def _meet_described(self, start: int, end: int, found: Description) -> None:
        words = in_english(written := " ".join(self.text[start:end].split()))
        if found.named:
            person = self.given_names[start] = self._given_name(found, written, start)
        else:
            person = None if found.indefinite else self.meant(words, found.head, start)
        subject = start not in self._objects
        known = stands_for_a_person(words) and not named_beside(words)
        bare = not found.fresh and len(words.split()) < 3
        if person is None and not found.fresh and (known or not subject or (bare and not found.acts)):
            return
        if person is None:
            person = self.describe(written, start)
            person.bare, person.personal = bare, True
            if self.text[end : end + 1] != ",":
                person.owner = _owner(person, words.split()[0].casefold())
        self._described_at[start] = person
        asked, tells = start in self._asked, start in self._telling
        self.discourse.met(start, person, subject=subject, asked=asked, tells=tells)

    def _given_name(self, found: Description, words: str, at: int) -> Person | None:
        """`a trader, who gave her name as Madam Roe`"""
        person = self.named(" ".join(self.text[slice(*found.named or (0, 0))].split()), at)
        if person:
            self._hold(person, [Office(found.head, words)])
            person.personal, person.gender = True, nouns().gender(words) or person.gender
        return person

    def _meet_pronoun(self, token: Token) -> None:
        gender = HE[token.low]
        if found := self.antecedent(gender, token.start, token.end):
            subject = token.low in grammar().personal
            near = found.cost <= UNKNOWN + BARE / 2  # in the sentence that describes somebody
            unknown = found.person.anonymous and found.person.gender is Gender.UNKNOWN
            if subject and near and unknown and found.person.owner is not gender:
                found.person.gender = gender
            if subject and near and found.person.gender is gender and not things_have_gender():
                found.person.told = True
            asked, tells = token.start in self._asked, token.start in self._telling
            self.discourse.met(token.start, found.person, subject=subject, asked=asked, tells=tells, pronoun=True)

    def antecedent(self, gender: Gender, at: int, end: int) -> Found | None:
        """Whom `he` or `she` at an offset means."""
        others = {self._clause_subject(at, end), self._led_by(at, end)}
        others |= self.discourse.named_in_sentence(at) if at in self._led else set()
        behind = self._named_behind(at, end)

        def cost(person: Person) -> float | None:
            if person.several or person in others or _reports(person):
                return None
            sure = person.personal or person is self.last_named
            bare = (BARE / 2 if person.bare else 0.0) + _NAMED_BEHIND * (person in behind)
            if person.gender is gender:
                bare += _POSSESSED * (person.owner is gender and person is not self.last)
                return bare + (0.0 if person.known else 0.5 if person.personal else 3.0)
            if person.gender is not Gender.UNKNOWN:
                return _AGAINST_TABLE if _is_doubted(person) else None
            if sure and person.owner is gender:
                return UNKNOWN + _POSSESSED
            return UNKNOWN + bare if sure else _UNSURE if self._may_be_one(person) else None

        resumed, asking = at in self._resumed, at in self._asking
        trailing = at in self._trailing
        found = self.discourse.nearest(at, cost, resumed=resumed, asking=asking, trailing=trailing)
        if found is None and self.last_named and self.last_named.gender is gender:
            return Found(self.last_named, "named last")
        return found

    def _may_be_one(self, person: Person) -> bool:
        """Whether somebody of whom only two capitals tell may be a person: not what is only mentioned, in languages in
        which every thing is a he or she: `em Mato Verde`.
        """
        only_mentioned = things_have_gender() and self._objects.issuperset(person.at)
        return not only_mentioned and may_be_one(person.words)

    def _named_behind(self, at: int, end: int) -> set[Person]:
        """Whom `he` or `she` hardly means: who is named further on in its sentence."""
        if self.text[at:end].lower() not in ("he", "she"):
            return set()
        high = min(self._sentence(at)[1], at + REACH)
        quote = _MARK.search(self.text, at, high)
        high = quote.start() if quote else high
        places = self._places[bisect_left(self._starts, at) : bisect_left(self._starts, high)]
        return {person for _, person in places}

    def _clause_subject(self, at: int, end: int) -> Person | None:
        """Whom `him` or `her` cannot mean: the subject of its own clause, `The minister asked her how …`."""
        pronoun = self.text[at:end]
        if pronoun != "him" and not (pronoun == "her" and OBJECT.match(self.text, end)):
            return None
        i = bisect_right(self._sentences, at) - 1
        return self.discourse.subject_since(max(at - _OBJECT_REACH, self._sentences[i] if i >= 0 else 0), at)

    def _led_by(self, at: int, end: int) -> Person | None:
        """Whom `he` or `she` cannot mean: who does something to them in front: `Led by counsel Tom Hale, she said`."""
        if self.text[at:end].lower() not in ("he", "she"):
            return None
        i = bisect_left(self._starts, at) - 1
        found = self._places[i] if i >= 0 else None
        if found is None or found[0] < max(at - _OBJECT_REACH, self._sentence(at)[0]):
            return None
        return found[1] if _LED.search(self.text, self._sentence(at)[0], found[0]) else None

    def teller(self, at: int) -> Person | None:
        """Whom the sentence at an offset is about: the person named in it, or whoever is quoted in it."""
        return self.discourse.told_of(*self._sentence(at))


_MARK = re.compile(r"[\"“‘]")
_LED = re.compile(r"ed by (?:[\w.]+ ){0,4}\Z")


def _is_doubted(person: Person) -> bool:
    """Whether only a table of first names tells somebody's gender, and the pronouns that follow say otherwise."""
    if person.anonymous or person.told or not person.personal or title_gender(person.title) or things_have_gender():
        return False
    return person.votes * (1 if person.gender is Gender.MALE else -1) > 0


def _owner(person: Person, first: str) -> Gender | None:
    """Of whom somebody is who is described with a word for whose: `suo figlio` is anybody's."""
    anybodys = things_have_gender() and first == "their" and person.gender is not Gender.UNKNOWN
    return person.gender if anybodys else HE.get(first)


def _reports(person: Person) -> bool:
    """Whether somebody is who writes: `our correspondent`, `this reporter`."""
    words = person.description.casefold().split() or [""]
    return person.anonymous and words[-1] in _reporter() and words[0] in ("our", "this")


def _lower_first(words: str) -> str:
    first, _, rest = words.partition(" ")
    described = (rest[:1].islower() or words.split()[-1].islower()) and first.lower() in grammar().determiners
    return f"{first.lower()} {rest}".strip() if described else words
