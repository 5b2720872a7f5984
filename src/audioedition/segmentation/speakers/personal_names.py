"""Capitalised words -> titles, names, organisations; descriptions -> the gender they tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ...lexis import first_names, gazetteer
from ...lexis.grammar import english_words, grammar, own_particles
from ...lexis.nouns import nouns
from ...lexis.tables import Lexis, derived, kinds
from ...model import Gender
from ..tokens import ARTICLED, Token, is_name, is_owner
from .titles import is_written_title, title_words


@derived
def _organisation_words(lexis: Lexis) -> frozenset[str]:
    return frozenset(lexis.beside("organisations"))


@derived
def _family_names(lexis: Lexis) -> frozenset[str]:
    """Family names that stand in front: `Tan Siew Hoon`, `Wen Xiaoyan`."""
    return frozenset(lexis.table("family_names"))


@derived
def _honours(lexis: Lexis) -> frozenset[str]:
    """Printed behind a name, in capitals."""
    return frozenset(word for word, row in lexis.table("honours").items() if not row["degree"])


_words = kinds("discourse", "kinds")
_somebody_else, _adjectives, _counted = _words("somebody_else"), _words("adjective"), _words("counted")
HE = {"he": Gender.MALE, "him": Gender.MALE, "his": Gender.MALE, "she": Gender.FEMALE, "her": Gender.FEMALE}
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_AGED = re.compile(r"\w+[- ]year[- ]old\Z")
_AGED_SOMEBODY = re.compile(r"\Athe \w+[- ]year[- ]old ")
_PARENT = re.compile(r"the (?:\S+ )?([a-z]+)[- ]of[- ]([a-z]+)\Z")


def stands_for_a_person(words: str) -> bool:
    """Whether a description with `the` is another word for somebody whom the text has just named."""
    parent = _PARENT.match(words)
    if parent and parent[2] in _counted() and nouns().is_human(parent[1]):
        return True  # `the mother-of-two`
    _, *between, noun = ["", *words.casefold().split()]
    if between[:1] != ["the"] or any(word in grammar().prepositions | {"and", "who"} for word in between):
        return False
    if _AGED.search(words.casefold()) or (_AGED_SOMEBODY.search(words.casefold()) and nouns().is_human(noun)):
        return True  # `the 45-year-old`, `the 45-year-old police inspector`
    if _is_modified_human(words.split()[1:]):
        return True
    # `the mayor`, with nothing before it, is the mayor of the place, whoever was named last.
    return noun in nouns().stand_for and (len(between) > 1 or noun not in title_words())


def _is_modified_human(words: Sequence[str]) -> bool:
    """`the retired neurosurgeon`, `the Wexley trader`, and `the Texan`."""
    *modifiers, last = words
    noun = last.casefold()
    if not modifiers:
        return last[0].isupper() and noun.endswith(("an", "er")) and len(noun) > 3
    human = not noun.endswith("s") and (nouns().is_human(noun) or nouns().gender(noun) is not None)
    return human and noun not in _somebody_else() and all(word[0].isupper() or is_adjective(word) for word in modifiers)


def is_adjective(word: str) -> bool:
    """By its ending: `retired`, `presidential`, `Republican`."""
    low = word.casefold()
    return low in _adjectives() or low.endswith(("ed", "al", "ic", "ive", "ous", "can", "ian", "ish", "ese", "-old"))


def name_runs(tokens: Sequence[Token]) -> list[list[Token]]:
    """Runs of capitalised words, particles and nicknames inside them passed over; `’s` ends one."""
    runs: list[list[Token]] = [[]]
    for i, token in enumerate(tokens):
        if token.kind == "name" and is_name(token) and token.text[0].isalpha():
            runs[-1].append(token)
            if is_owner(token):
                runs.append([])
        elif runs[-1]:
            if not _goes_on(tokens, i) or _is_employed(runs[-1], tokens, i):
                runs.append([])
            elif token.kind != "quote":
                runs[-1].append(token)
    return [run if is_name(run[-1]) else run[:-1] for run in runs if run]


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether the name before index `i` goes on behind it: `Ana van Berg`, `Arnulfo “Nufo” Treviño`."""
    token = tokens[i]
    nickname = token.kind == "quote" and token.end - token.start < 22
    return (nickname or token.low in grammar().particles) and name_follows(tokens, i + 1)


def _is_employed(run: Sequence[Token], tokens: Sequence[Token], i: int) -> bool:
    """Whether a whole name ends before index `i`, and what follows is a body: `Nel Dol van GroenLinks`."""
    whole = bool(english_words()) and sum(map(is_name, run)) > 1
    return whole and _begins_body([token.text for token in tokens[i + 1 : i + 4]])


def _begins_body(words: Sequence[str]) -> bool:
    """Whether words behind a particle are a body's name or a noun: `GroenLinks`, `de VVD`, `oppositiepartij D66`."""
    word = next(
        (word for word in words if word.lower() not in own_particles() and word.lower() not in english_words()), ""
    )
    letters = word.strip(".,;:")
    inside = any(c.isupper() or c.isdigit() for c in letters[1:]) and "-" not in letters
    return inside or letters.islower() or letters.lower() in _organisation_words()


def name_follows(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name follows at index `i`, at most two more particles apart: `Ana van der Berg`."""
    end = i + 2
    while i < min(end, len(tokens)) and tokens[i].low in grammar().particles and tokens[i].kind == "word":
        i += 1
    return i < len(tokens) and is_name(tokens[i])


_INITIALS = re.compile(r"(?:\w\.)+")


def bare(word: str) -> str:
    for possessive in ("'s", "’s"):
        word = word.removesuffix(possessive)
    return word.strip(",;:()\"“”'’") if word[-1:] != "." or not _INITIALS.fullmatch(word) else word


def split_titles(words: list[str]) -> tuple[list[str], list[str]]:
    """`New Jersey Gov. Chris Christie` -> [Gov.], [Chris, Christie]: titles, and the name without what precedes it."""
    words = [w for i, w in enumerate(words) if w.lower().rstrip(".") not in _SUFFIXES or (w == "Sr" and not i)]
    while len(words) > 1 and words[-1].rstrip(".") in _honours():
        words = words[:-1]
    known = [i for i, w in enumerate(words[:-1]) if is_written_title(w)]
    name = words[known[-1] + 1 :] if known else words
    name = _without_jobs(name)
    whole = bool(known) and len(name) == 2 and only_begins(name[0])  # `Governor Will Berg`: no sentence begins there
    return [words[i] for i in known], name if whole else _without_adjuncts(name)


def _without_jobs(words: list[str]) -> list[str]:
    """`Washington Political Editor Ana Berg`, `Actress Ana Berg` -> the name."""
    if len(words) > 1 and _is_compound_job(words[0]):
        words = words[1:]
    if len(words) > 3:
        jobs = [i for i, w in enumerate(words[:-2]) if nouns().is_human(w.lower()) and first_names.gender(w) is None]
        words = words[jobs[-1] + 1 :] if jobs else words
    while len(words) > 2 and _is_job(words[0], words[1]):
        words = words[1:]
    return words


def _is_compound_job(word: str) -> bool:
    """`Irene-trainer`, in other languages: no first name."""
    first, _, job = word.rpartition("-")
    return bool(first and english_words()) and job.islower() and nouns().is_human(job)


def _without_adjuncts(words: list[str]) -> list[str]:
    """Without the name of something else in front: `Reuters Ana Berg`, `Maybe Berg`."""
    if len(words) == 2 and (only_begins(words[0]) or _is_adjunct_alone(words[0]) or _is_role(words[0])):
        return words[1:]
    if len(words) < 3 or first_names.gender(words[0]) is not None or words[0].casefold() in _family_names():
        return words
    if len(words) == 3 and not _is_adjunct(words[0]):
        return words  # `Sant Singh Chatwal`, `Emyr Lloyd Owen`
    near = max(0, len(words) - 3)
    known = [i for i, w in enumerate(words[:-1]) if first_names.gender(w) is not None]
    return words[next((i for i in known if i >= near), known[0] if known else 0) :]


def _is_adjunct_alone(word: str) -> bool:
    """`Editor-of-Chief`, `Northport-based`"""
    return "-of-" in word or word.endswith(("-based", "-born", "-trained", "-raised"))


def _is_role(word: str) -> bool:
    """`Dad`, `Actress`, `Sisters`; but not `Herman`."""
    low = word.lower()
    return first_names.gender(word) is None and any(nouns().gender(noun) for noun in {low, low.removesuffix("s")})


def _is_adjunct(word: str) -> bool:
    """Whether a capitalised word in front of a name is the name of something else: `Reuters Ana Berg`."""
    low = word.lower()
    return (
        only_begins(word)
        or is_organisation([word])
        or low.endswith(("an", "ese", "ish"))
        or any(part in title_words() for part in low.split("-"))
        or any(c.isupper() for c in word[1:])
    )


def _is_job(word: str, following: str) -> bool:
    """Whether a capitalised word in front of a name says what somebody is: `Actress Ana Berg`, `DJ Ana Berg`."""
    low = word.lower().rpartition("-")[2]
    if following in grammar().particles:
        return False  # `Marchant de Berg`
    if (word.isupper() and 1 < len(word) < 4 and "." not in word) or low in ("marine", "army", "navy"):
        return first_names.gender(following) is not None
    return first_names.gender(word) is None and (nouns().is_human(low) or nouns().gender(low) is not None)


def only_begins(word: str) -> bool:
    """Whether a capitalised word only begins its sentence: `Asserting Clinton’s role`, `Maybe Trump`."""
    low = word.lower()
    return low in grammar().openers or (low.endswith("ing") and first_names.gender(word) is None)


def is_capital(word: str) -> bool:
    """Whether a word is written as names are: `Berg`, `al-Mutairi`."""
    return word[:1].isupper() or ARTICLED.match(word) is not None


def last_names(words: str) -> list[str]:
    """The capitalised words at the end of `campaign spokesman Brian Fallon`, particles included."""
    out: list[str] = []
    words = without_employer(re.sub(r"\s*\([^()]*\)|,.*", "", words))
    for word in reversed(words.split()):
        if is_capital(word) or (out and word.lower() in grammar().particles):
            out.append(word)
        elif out:
            break
    return out[::-1]


@derived
def _employed_by(lexis: Lexis) -> re.Pattern[str]:
    """` of `, and what says so in the language in use: ` vom `, and before a body ` van `, too."""
    english = ("of", "from", "at", "with", "for")
    told = lexis.made(english_words.make).items()
    own = (word for word, said in told if said[0] in english and word[-1] not in "'-")
    return re.compile(rf" (?:{'|'.join([*english, *map(re.escape, own)])}) ")


def without_employer(words: str) -> str:
    """`political scientist Ana Berg of Northport University` -> without what follows the name."""
    for m in _employed_by().finditer(words):
        before = words[: m.start()].split()
        behind = words[m.end() :].split()
        if m.group().strip() in own_particles() and not _begins_body(behind):
            continue
        named = len(before) > 1 and first_names.gender(before[-2]) is not None
        if not named and _ends_with_name(behind):
            continue  # `Former Secretary of State Ana Berg`
        if (
            len(before) > 1
            and before[-1][0].isupper()
            and before[-1].lower() not in title_words()
            and (before[-2][0].isupper() or before[-2].lower() in grammar().particles)
        ):
            return words[: m.start()]
    return words


def _ends_with_name(words: Sequence[str]) -> bool:
    """`Wexley President Thomas M. Berg`"""
    given = [word for word in words[:-1] if not _INITIALS.fullmatch(word)][-1:]
    return bool(given) and first_names.gender(given[0]) is not None and words[-1][0].isupper()


def leads_a_body(words: str) -> bool:
    """Whether a phrase is an office and no name: `Chief Executive of Open Door Halls`."""
    office, of, body = words.partition(" of ")
    noun, names = office.split()[-1:], [word for word in body.split() if word[0].isupper()]
    if not of or not noun or len(names) < 2 or not nouns().is_human(noun[0].casefold()):
        return False
    return first_names.gender(names[-2]) is None and first_names.gender(names[0]) is None


_OWNED = re.compile(r"[A-Z][^\W\d_]*[’']s? (?:[\w’'-]+ )*(?P<head>[a-z][\w’'-]*)\Z")


def names_nobody(words: str) -> bool:
    """Whether a phrase is an office, or what belongs to somebody: `Hale’s debut effort`."""
    owned = _OWNED.search(words)
    known = nouns()
    return leads_a_body(words) or (
        owned is not None and not known.is_human(owned["head"]) and known.gender(owned["head"]) is None
    )


def can_be_one(a: list[str], b: list[str]) -> bool:
    """Whether two full names can be one person's: `Hillary Clinton`, `Hillary Rodham Clinton`, `H. R. Clinton`."""
    if a[-1].casefold() != b[-1].casefold():
        return False
    shorter, longer = sorted((a, b), key=len)
    if [w.casefold() for w in longer[-len(shorter) :]] == [w.casefold() for w in shorter]:
        return True  # `Berg`, `van der Berg`, `Ana van der Berg`
    first, other = a[0].casefold().rstrip("."), b[0].casefold().rstrip(".")
    return (
        first == other
        or ((len(first) == 1 or len(other) == 1) and first[0] == other[0])
        or (min(len(first), len(other)) > 2 and (first.startswith(other) or other.startswith(first)))
    )


def is_place(words: Iterable[str]) -> bool:
    """Whether words are a city, a state or a country that is known everywhere."""
    place = " ".join(words)
    return place.casefold() in gazetteer.known() or place in _own_places()


@derived
def _own_places(lexis: Lexis) -> frozenset[str]:
    """Countries, states and their like in the language in use: `Minas Gerais`."""
    return frozenset(lexis.own("country_words"))


def is_organisation(words: Sequence[str]) -> bool:
    """Whether capitalised words name a body or a place rather than a person.

    A first name in front says nothing about it: `Bill Roggio` is no bill, `Asia Foundation` still a foundation.
    """
    telling = words[1:] if len(words) > 1 and first_names.gender(words[0]) is not None else words
    return (
        is_place(words)
        or any(w.casefold() in _organisation_words() for w in telling)
        or words[0] in ("U.S.", "U.K.", "U.N.", "EU", "US", "UK")
        or (len(words) == 1 and words[0].isupper() and 1 < len(words[0]) < 6)
    )


def names_body(word: str) -> bool:
    """Whether a word stands in the names of bodies and places: `Centre`."""
    return word.casefold() in _organisation_words()


def is_told_by_last(words: Sequence[str]) -> bool:
    """Whether the last of several words is one that only people have behind their given name: `Gurdev Kaur`."""
    return len(words) > 1 and words[-1].casefold() in _told_by_last()


def has_middle_name(words: Sequence[str]) -> bool:
    """Whether a common first name stands in the middle of a name: `Baba Ibrahim Dauda`."""
    named = any(first_names.gender(word) is not None for word in words[1:-1])
    return named and first_names.is_one(words[0]) and not english_words()


def is_family_first(words: Sequence[str]) -> bool:
    """Whether a full name has the family name in front."""
    return 1 < len(words) < 4 and words[0].casefold() in _family_names()


@derived
def _told_by_last(lexis: Lexis) -> Mapping[str, Gender]:
    """What women alone, or men, have behind their given name: `Kaur`."""
    return {word: Gender(row["gender"]) for word, row in lexis.table("surnames").items()}


def given_gender(words: Sequence[str]) -> Gender | None:
    """The gender that the given name tells: the first of several words, or what follows a family name in front; a word
    behind it that only women have tells more.
    """
    if words[0].islower() or words[0].lower() in own_particles():
        return None  # `van der Berg`, `mevrouw Van Wijngaarden`
    if len(words) > 1 and (told := _told_by_last().get(words[-1].casefold())):
        return told
    if words[0].casefold() not in _family_names():
        return first_names.world_gender(words[0])
    if len(words) > 2 or first_names.gender(words[-1]) is None:
        return first_names.world_gender("".join(words[1:]))
    return first_names.gender(words[0])


def initials(name: str) -> set[str]:
    """`Agnes Thorvald` -> `AT`, `Agnes Thorvald-Roe` -> `AT` and `ATR`."""
    words = name.split()
    parts = (part for word in words for part in word.split("-") if part)
    return {"".join(word[0].upper() for word in words), "".join(part[0].upper() for part in parts)}


def are_initials(label: str, name: str) -> bool:
    """Whether a label is initials of a name or of some of its parts, the last among them: `RO`, Baba Rasaki Olopade."""
    return any(label[-1:] == letters[-1:] and _is_part(label, letters) for letters in initials(name))


def _is_part(label: str, letters: str) -> bool:
    left = iter(letters)
    return all(letter in left for letter in label)


def is_shouted(words: Sequence[str]) -> bool:
    """`ANA BERG`"""
    return len(words) > 1 and all(word.isupper() and len(word) > 1 for word in words)


def is_initial(words: Sequence[str]) -> bool:
    """`J. K. Berg`, but not `U.S. Steel`."""
    return len(words) > 1 and re.fullmatch(r"(?!U\.[SKN])(?:[A-Z]\.-?){1,3}|[A-Z]", words[0]) is not None
