"""Words with a name in them -> the person whom they name; none where they name a body or somebody beside the name."""

from __future__ import annotations

import re

from ...lexis import first_names
from ...lexis.grammar import english_words, grammar, in_english, nouns_are_capitals, things_have_gender
from ...lexis.nouns import nouns
from ...lexis.tables import kinds
from ...lexis.wordlists import words as word_list
from ...model import Gender
from .antecedents import TWO
from .personal_names import bare, is_adjective, is_organisation, last_names, split_titles, without_employer
from .persons import Person
from .roster import Roster
from .titles import is_rank, title_words

_AGE = 24
"""Characters beside a name in which an age stands: `der 63-jährige Wirt Rüdiger Ohl`, `Rüdiger Ohl (63)`."""
_ARTICLES = word_list("a an one another some many several two three ein eine der die un une")
_leads_name = kinds("discourse", "kinds")("leads_name")


class Named(Roster):
    """Everybody of an article, found by words that name them."""

    def named(self, words: str, at: int) -> Person | None:
        """The person whom words with a name in them name, if they name one."""
        words = self._to_name(words)
        titles, parts = split_titles([bare(w) for w in last_names(words)])
        if (
            not parts
            or self._is_role(words, titles, parts)
            or (titles and len(parts) == 1 and is_rank(parts[0]) and not self._named(parts, "", at))
        ):
            return None  # `the Chief Minister`
        title = " ".join(titles)
        person = self._named(parts, title, at) or self._add(parts, title, at)
        if person.gender is Gender.UNKNOWN:
            person.gender = nouns().gender(words) or _gender_alone(parts) or Gender.UNKNOWN
            person.personal = person.personal or _gender_alone(parts) is not None
        return person

    def translated(self, words: str, at: int) -> str:
        """Words that mean somebody as the rules read them; the article of a family name stays: `volgens De Boer`."""
        within = words[:1].isupper() and at not in self._sentences and self.knows_surname(words.split()[-1])
        surname = within and len(words.split()) == 2 and words.split()[1][0].isupper() and not nouns_are_capitals()
        return words if surname else in_english(words)

    def is_again(self, noun: str) -> bool:
        """Whether an article speaks of somebody by a noun more than once: an office of its own."""
        return sum(found.head == noun for _, _, found in self._described) > 1

    def aged(self, years: str, at: int) -> Person | None:
        """The one whose age stands behind, or right before, one of the places that name somebody above an offset."""
        for start, person in reversed(self._places):
            end = start + len(person.name)
            behind = re.match(rf"\W{{1,3}}(?:\w{{1,6}} ){{0,2}}{years}(?![\d.,:%€])", self.text[end : end + _AGE])
            before = re.search(rf"\b{years}[- ]?[^\W\d_]{{3,}} (?:\w+ )?\Z", self.text[max(0, start - _AGE) : start])
            if start < at and (behind or before):
                return person
        return None

    def _to_name(self, words: str) -> str:
        """`voorzitter Ida Brand van de kring` -> without what follows the name, where small words do not lead to it.

        In languages whose small words are also parts of names.
        """
        if words[-1:].isalpha() and words.split()[-1].islower() and (of := _OF_THING.match(words)):
            return of[1] if self.is_person(of[1]) else words  # `says Ana Berg of the delay`
        if not (things_have_gender() and words[-1:].isalpha() and words.split()[-1].islower()):
            return words
        named = _RUN.match(words)
        if named is None or any(word in grammar().prepositions for word in in_small(named["lead"])):
            return words
        known = first_names.world_gender(named["name"].split()[0]) is not None or self.is_person(named["name"])
        return words[: named.end("name")] if known else words

    def _is_role(self, words: str, titles: list[str], parts: list[str]) -> bool:
        """Whether a phrase with a name in it is not that person: `a spokesman for Smith`, `the Obama campaign`."""
        first, last = words.split()[0].casefold(), words.split()[-1]
        if first in ("a", "an") and self._is_in_a_mood(words.split(), parts):
            return False
        if first == "the" and self._is_of_place(words, parts):
            return True
        if nouns_are_capitals() and first == "the" and nouns().is_human(last.casefold()) and not titles:
            return not self.knows_surname(last)  # `die junge Mutter`
        if last.islower() or TWO.search(without_employer(words)) or first in _ARTICLES:
            return True
        return _is_led(words, titles, parts) or self._is_body(words, titles, parts)

    def _is_of_place(self, words: str, parts: list[str]) -> bool:
        """`le boulanger natif de Plouan`, `o oficial da GNR`: what a name begins with belongs to the noun before it."""
        if not parts or not parts[0].islower() or words.startswith(parts[0], 4):
            return False
        known = [person.words for person in self._by_surname.get(parts[-1].casefold(), ())]
        return not any(
            words[-len(parts) :] == parts or parts[-max(2, len(words)) :] == words[-len(parts) :] for words in known
        )

    def _is_body(self, words: str, titles: list[str], parts: list[str]) -> bool:
        """`NATO`, `the Obama campaign`, `Northport Council`."""
        if len(parts) == 1 and parts[0].isupper() and len(parts[0]) > 1:
            return True
        if titles or (len(parts) == 1 and words == parts[0] and self._is_somebody(parts[0])):
            return False
        article = words.split()[0].casefold() == "the"
        capital = article and words.split()[1][:1].isupper()
        return is_organisation(parts) or (capital and not self.is_person(" ".join(parts)))

    def _is_somebody(self, word: str) -> bool:
        """Whether a word is the surname of one who is sure to be a person."""
        return any(person.personal for person in self._by_surname.get(word.casefold(), ()))

    def _is_in_a_mood(self, words: list[str], parts: list[str]) -> bool:
        """`A defiant Ana Berg`, `ein enttäuschter Norden-Trainer Jan Berg`: adjectives between article and name."""
        between = words[1 : len(words) - len(parts)]
        known = self._by_surname.get(parts[-1].casefold(), [])
        plain = all((word.islower() and word not in grammar().prepositions) or _is_job(word) for word in between)
        return bool(between) and plain and any(person.personal for person in known)


def _gender_alone(parts: list[str]) -> Gender | None:
    """What a first name tells that stands alone, in other languages: `Dora contó`."""
    return first_names.gender(parts[0]) if things_have_gender() and len(parts) == 1 else None


def _is_job(word: str) -> bool:
    """Whether a word says what somebody is, capitalised as in German or with a name in front: `Norden-trainer`."""
    return bool(english_words()) and nouns().is_human(word.rpartition("-")[2].casefold())


_OF_THING = re.compile(
    r"((?:\S+ ){0,7}?[^\W\d_a-z][\w’'-]+) (?:of|about|from|at|with|for|in) (?:the|an?|this|his|her|their) "
)
_RUN = re.compile(
    r"(?P<lead>(?:[^\W\d_A-Z][\w’'-]* ){0,6})(?P<name>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){1,3}) (?=[^\W\d_A-Z])"
)


def in_small(lead: str) -> list[str]:
    """The words before a name as English has them: `la líder comunal`."""
    known = english_words()
    return [word for written in lead.split() for word in known.get(written, (written,))]


def _is_led(words: str, titles: list[str], parts: list[str]) -> bool:
    """`a spokesman for Smith`: a preposition stands before the name."""
    before = " ".join(in_small(words.rpartition(parts[0])[0]))
    led = re.search(r"\s(?:for|of|from|at|with|in)(?:\s|\Z)", before)
    noun = before.split()[-1] if led else ""
    told = is_adjective(noun) or noun.endswith("ing") or noun == "late"  # `the family of missing Ana Berg`
    if noun.islower() and noun not in _leads_name() and not nouns().is_human(noun) and not told:
        return False  # `master of ceremonies Ana Berg`
    capital_title = words[0].isupper() and words.split()[0].casefold() in title_words() and len(parts) > 1
    return led is not None and not titles and not capital_title
