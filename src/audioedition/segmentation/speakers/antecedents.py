"""Words that mean somebody -> whom, by named rules: one set for pronouns, one for names and descriptions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...lexis import first_names
from ...lexis.grammar import article_genders, english_words, nouns_are_capitals, things_have_gender
from ...lexis.nouns import nouns
from ...lexis.tables import Lexis, derived, kinds
from ...model import Gender
from ...model.rules import Rule, RuleSet
from .able import is_several
from .left_out import is_left_out
from .personal_names import HE, bare, is_organisation, last_names, without_employer
from .persons import Person
from .titles import title_words

if TYPE_CHECKING:
    from .people import People

TWO = re.compile(r"[A-Z][\w.’'-]+ and (?:[a-z]\S* )*(?:[A-Z][\w.’'-]* )*(?!CEO|CFO|COO)[A-Z]")
"""`Hale and Roe`, but not `co-founder and CEO Tom Hale`."""

_words = kinds("discourse", "kinds")
_records, _unnamed, _for_court = _words("record"), _words("unnamed"), _words("for_court")


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that mean somebody, in their place."""

    people: People
    words: str
    at: int
    end: int

    @property
    def low(self) -> str:
        return self.words.casefold()

    @property
    def article(self) -> str:
        """The first word as it is written."""
        return self.people.text[self.at : self.end].partition(" ")[0].lower()


def gender_of_article(words: str) -> Gender | None:
    """Of somebody described by a noun that men and women share, or in the form that is a man's: `la docente`."""
    article, *noun = words.replace("’", " ").split()[:2]
    return article_genders().get(article.lower()) if noun and nouns().is_human(noun[0].casefold()) else None


def is_called(person: Person, noun: str) -> bool:
    """Whether somebody described is the one whom `the NOUN` means."""
    if not person.anonymous or person.several:
        return False
    words = nouns().core(person.description).split()
    if noun in _unnamed() and words and words[-1] in _unnamed():
        return True  # `a source close to the couple`, `the insider`
    return noun in [word if word.isupper() else word.casefold() for word in words]


def _the_writer(said: Expression) -> Person | None:
    if said.low != "i":
        return None
    if said.people.bylines:
        name = said.people.bylines[0]
        return Person(name.split(), first_names.world_gender(name.split()[0]) or Gender.UNKNOWN)
    return said.people.describe("the writer", said.at)


def _who_spoke(said: Expression) -> Person | None:
    last = said.people.last
    return last if said.low == "who" else None


def _both(said: Expression) -> Person | None:
    return said.people.discourse.last(lambda p: p.several, said.at) if said.low in ("they", "them") else None


def _the_body_that_spoke(said: Expression) -> Person | None:
    last = said.people.last
    return last if said.low in ("they", "them", "it", "we") and last is not None and last.anonymous else None


def _the_body_before(said: Expression) -> Person | None:
    """`The bench was not impressed. “Is it?” it asked`"""
    if said.low != "it":
        return None
    words = said.people.body_before(said.at)
    return said.people.describe(words, said.at) if words else None


def _the_people_before(said: Expression) -> Person | None:
    """`Roads officers did not object. In their reply they said “…”`"""
    words = said.people.group_before(said.at) if said.low in ("they", "them") else ""
    return said.people.several(words, said.at) if words else None


def _one_of_no_gender(said: Expression) -> Person | None:
    if said.low not in ("they", "them") or not said.people.one_may_be_they:
        return None
    return said.people.discourse.last(lambda p: p.gender is Gender.UNKNOWN and p.personal, said.at)


def _by_discourse(said: Expression) -> Person | None:
    gender = HE.get(said.low)
    found = said.people.antecedent(gender, said.at, said.end) if gender else None
    if found is None or gender is None:
        return None
    found.person.gender, found.person.personal = gender, True  # also against a table of first names
    return found.person


def _left_out(said: Expression) -> Person | None:
    if not is_left_out(said.words):
        return None
    if is_several(said.words):
        found = said.people.discourse.last(lambda p: p.several, said.at)
        words = "" if found else said.people.group_before(said.at)
        return found or (said.people.several(words, said.at) if words else None)
    return said.people.whoever(said.at)


PRONOUNS = RuleSet(
    "pronoun",
    [
        Rule("left out", _left_out, "“…”, añadió.: whoever the sentence before is about"),
        Rule("the writer", _the_writer, "I is whoever signs the article"),
        Rule("who", _who_spoke, "a relative clause goes on about whoever spoke"),
        Rule("one person of no gender", _one_of_no_gender, "they in an article that says somebody is non-binary"),
        Rule("two people", _both, "they are the two named together: Hale and Roe"),
        Rule("the people before", _the_people_before, "Two passengers were unhurt. “We were lucky,” they said"),
        Rule("the body before", _the_body_before, "The bench was not impressed. “Is it?” it asked"),
        Rule("a body goes on", _the_body_that_spoke, "“…,” the ministry said. “…,” it added"),
        Rule("by the discourse", _by_discourse, "centering theory: the person whom the nearest sentence is about"),
    ],
)


def _named(said: Expression) -> Person | None:
    return said.people.named(said.words, said.at)


def _two(said: Expression) -> Person | None:
    if TWO.search(without_employer(said.words)) is None:
        return None
    surnames = [bare(word) for word in said.words.split() if word[0].isupper()]
    discourse = said.people.discourse
    known = discourse.last(lambda p: p.several and all(word in p.description for word in surnames), said.at)
    return known or said.people.several(said.words, said.at)


def _misspelt(said: Expression) -> Person | None:
    """The only one before with nearly that surname, where nobody in the article has the one that is written."""
    name = last_names(said.words)
    if len(name) != 1 or said.words.split()[-1] != name[0] or first_names.gender(name[0]) is not None:
        return None
    if said.people.knows_surname(name[0]):
        return None
    near = [person for person in said.people.persons if len(person.words) > 1 and _is_slip(name[0], person.words[-1])]
    return near[0] if len(near) == 1 and min(near[0].at, default=said.at) < said.at else None


_LONG = 5
"""Letters of a name whose neighbour by a letter is rather a slip than another name."""


def _is_slip(word: str, name: str) -> bool:
    """Whether two long words differ by a letter, or by two that have changed places: `Steinke`, `Steineke`."""
    if min(len(word), len(name)) < _LONG or word[0] != name[0]:
        return False
    i = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    swapped = word[i : i + 2] == name[i : i + 2][::-1] and word[i + 2 :] == name[i + 2 :]
    return swapped or name[i + 1 :] in (word[i:], word[i + 1 :]) or word[i + 1 :] == name[i:]


def _given_name(said: Expression) -> Person | None:
    return said.people.given_names.get(said.at)


def _by_office(said: Expression) -> Person | None:
    if _are_several(said):
        return None
    named = last_names(said.words)
    body = len(named) > 1 and named[-1] == said.words.split()[-1] and is_organisation(named)
    office = named[-1:] and (named[-1].casefold() in title_words() or named[-1].isupper())
    if body and not (office and nouns().is_human(named[-1].casefold())):
        return None  # `the Northport Coast Guard`, but `the Union Labour Minister`
    noun = nouns().head(said.words)
    found = said.people.meant(said.words, noun, said.at)
    if found is None or noun in found.offices or nouns_are_capitals() or noun.endswith("a"):
        return found  # `la guida` may be a man
    told = gender_of_article(said.people.text[said.at : said.end])
    return found if told is None or found.gender in (told, Gender.UNKNOWN) else None  # `la juge` is not Jean


def _by_paper(said: Expression) -> Person | None:
    """Who said something in a statement, of which it goes on: `the statement read`."""
    noun = said.low.removeprefix("the ")
    if noun == said.low or noun not in nouns().papers:
        return None
    whose = "his|her|their" if noun in _for_court() else "an?|his|her|their|its"
    paper = re.compile(rf"\b(?:{whose}) (?:\w+ ){{0,3}}?{re.escape(noun)}\b", re.I)
    found = [m.start() for m in paper.finditer(said.people.text, max(0, said.at - _PAPER_REACH), said.at)]
    return said.people.teller(found[-1]) if found else None


_PAPER_REACH = 700
"""Characters in which a statement is one that somebody was said to have made."""


def _by_age(said: Expression) -> Person | None:
    """`der 63-Jährige`, `il 24enne`: whose age is given, else of whom the sentence before is about."""
    m = re.fullmatch(r"the (\d{1,3})-?[^\W\d_]\S+", said.words)
    if m is None:
        return None
    gender = article_genders().get(said.article)
    aged = said.people.aged(m[1], said.at) or said.people.described_near(gender, said.at, within=_BEFORE)
    return aged or said.people.of_gender(gender, said.at, far=True) or _named_last(said, gender)


def _named_last(said: Expression, gender: Gender | None) -> Person | None:
    """Whoever was named last and may be of a gender, where nothing else calls him a person: an age is somebody's."""
    fits = (gender, Gender.UNKNOWN)
    last = said.people.discourse.last(lambda p: not (p.several or p.anonymous) and p.gender in fits, said.at)
    return last if last is not None and len(last.words) > 1 and not is_organisation(last.words) else None


def _by_article(said: Expression) -> Person | None:
    """`la meneuse`, `l'insegnante`, `this man`: by the gender that article or noun tell, if they do."""
    m = re.fullmatch(r"(the|this) ([^\W\d_]\S+)", _without_body(said.words))
    if m is None or is_organisation([m[2]]) or any(part in m[2] for part in _SPEAKING_FOR):
        return None
    if _are_several(said) or nouns().are_several(said.words):
        return None
    noun = m[2]
    human = nouns().is_human(noun.casefold()) and (noun.islower() or nouns_are_capitals())  # not `de Boer`
    gender = article_genders().get(said.article)
    pointed = m[1] == "this" and nouns().gender(noun) is not None
    if gender is None and not (human and (pointed or things_have_gender())):
        return None
    return _of_gender(said, noun.casefold(), nouns().gender(noun) or gender, human=human)


def _without_body(words: str) -> str:
    """`the oficial da GNR` -> `the oficial`: without what an office is of, written as a name."""
    parts = words.split()
    of = english_words().get(parts[2].lower(), ()) if len(parts) == 4 and parts[1].islower() else ()
    return " ".join(parts[:2]) if of[:1] == ("of",) and parts[3].isupper() else words


def _of_gender(said: Expression, noun: str, gender: Gender | None, *, human: bool) -> Person | None:
    """Whoever of a gender a noun means; by what somebody is called only where it is not another's own: `der Anwalt`
    beside `der Staatsanwalt`.
    """
    near = said.people.described_near(gender, said.at, within=_BEFORE) if human else None
    known = said.people.of_gender(gender, said.at, far=human)
    if near and known and said.people.discourse.last(lambda person: person in (near, known), said.at) is near:
        return near  # `O comandante … O oficial`
    if known or not human or (things_have_gender() and said.people.is_again(noun)):
        return known
    return said.people.described_near(gender, said.at)


def _are_several(said: Expression) -> bool:
    """Whether an article tells that several are meant, in languages whose articles do: `los vecinos`, `i residenti`."""
    known, article = article_genders(), said.article
    told = len(set(known.values())) > 1 and not nouns_are_capitals() and article in english_words()
    return told and article not in known and article[-1] not in "'’" and english_words()[article] == ("the",)


_BEFORE = 2.5
"""Sentences back to whom an age may mean, whatever else is said of them."""
_SPEAKING_FOR = ("sprech", "porta", "porte", "woordvoer")
"""Of whom a body has several."""


def _the_latter(said: Expression) -> Person | None:
    return said.people.discourse.last(lambda p: not p.several, said.at) if said.low == "the latter" else None


def _may_be(said: Expression, last: Person) -> bool:
    """Whether `la donna` can be who spoke last: of that gender, and nobody else of it is nearer."""
    gender = nouns().gender(said.low)
    if gender not in (None, last.gender):
        return False
    return last.anonymous or said.people.of_gender(gender, said.at) is last


def _is_the_same(said: Expression) -> bool:
    """`a mesma fonte`: whoever it was before."""
    words = said.low.split()
    return len(words) == 3 and words[0] == "the" and words[1] in _same()


@derived
def _same(lexis: Lexis) -> frozenset[str]:
    return frozenset(word for word, row in lexis.own("discourse").items() if row["kinds"] == "same")


def _one_name_alone(said: Expression) -> Person | None:
    """`Uno de ellos es Miguel, que lo vio todo. «…», lamenta el hombre`"""
    noun = said.low.removeprefix("the ")
    if noun == said.low or noun not in _anyone() or not things_have_gender():
        return None
    return said.people.single(said.at, nouns().gender(noun))


@derived
def _anyone(lexis: Lexis) -> frozenset[str]:
    """Nouns for whoever it is: `woman`, `mujer`."""
    return frozenset(word for word, row in lexis.beside("discourse").items() if "anyone" in row["kinds"].split())


def _whoever_spoke(said: Expression) -> Person | None:
    last = said.people.last
    if _is_the_same(said):
        return last or said.people.whoever(said.at)
    if last is None or said.low in _records():
        return last
    if said.low.removeprefix("the ") not in _anyone() or said.low in _anyone() or not last.personal:
        return None
    if english_words() and not _may_be(said, last):
        return None
    return last if last.anonymous or _is_alone(said, last) else None


def _is_alone(said: Expression, last: Person) -> bool:
    """Whether nobody else can be `the woman` than the woman with a name who spoke last."""
    noun = said.low.removeprefix("the ")
    other = said.people.discourse.last(lambda person: is_called(person, noun), said.at)
    return other is None and nouns().gender(noun) is last.gender


NOUNS = RuleSet(
    "noun",
    [
        Rule("two names", _two, "Hale and Roe said: one speaker that is two"),
        Rule("whoever spoke", _whoever_spoke, "the woman said, Transcript as follows: the one who spoke last"),
        Rule("the latter", _the_latter, "ce dernier, the latter: whoever was mentioned last"),
        Rule("misspelt", _misspelt, "papers print Steineke, and Steinke two lines on"),
        Rule("by name", _named, "a surname means the full name that ends with it"),
        Rule("given a name", _given_name, "a trader, who gave her name as Madam Roe, said"),
        Rule("by office", _by_office, "the mayor, the spokeswoman: who is said to be one; else whom the text is about"),
        Rule("a first name alone", _one_name_alone, "uno de ellos es Miguel, que lo vio; lamenta el hombre"),
        Rule("by what they wrote", _by_paper, "Berg said in a statement …; “…,” the statement went on"),
        Rule("by age", _by_age, "der 63-Jährige: Ohl (63), else whoever the sentence before is about"),
        Rule(
            "by its article", _by_article, "la meneuse, this man: whoever of that gender the sentence before is about"
        ),
    ],
)
