"""What of a name is a title: which words are, what they say of their bearer, and where one is a surname."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...lexis import first_names
from ...lexis.tables import Lexis, derived, marked
from ...model import Gender


@derived
def title_words(lexis: Lexis) -> frozenset[str]:
    """What stands before a person's name, in lower case, without a stop; before several, `Cllrs Hale and Roe`, too."""
    rows = [(word.lower(), row) for word, row in lexis.beside("titles").items() if row["person"]]
    return frozenset(word for word, _ in rows) | {f"{word}s" for word, row in rows if row["plural"]}


@derived
def _spoken_titles(lexis: Lexis) -> Mapping[str, str]:
    """`cllr` -> councillor."""
    return {word.lower(): row["spoken"].lower() for word, row in lexis.table("titles").items() if row["spoken"]}


@derived
def title_genders(lexis: Lexis) -> Mapping[str, Gender]:
    """`dame` -> female."""
    return {word.lower(): Gender(row["gender"]) for word, row in lexis.beside("titles").items() if row["gender"]}


_surnames = marked("titles", "surname")


def is_title(word: str) -> bool:
    """`gov`, `lt.-col`, `inspector-general`."""
    parts = word.replace(".-", "-").split("-")
    return word in title_words() or (len(parts) > 1 and all(part in title_words() for part in parts))


@derived
def _in_capitals(lexis: Lexis) -> frozenset[str]:
    """Titles that are always printed in capitals, in lower case: `DI`, not Di Hale."""
    words = [word for word, row in lexis.beside("titles").items() if row["person"]]
    return frozenset(w.lower() for w in words if len(w) > 1 and w.isupper()) - {
        w.lower() for w in words if not w.isupper()
    }


def is_written_title(word: str) -> bool:
    """Whether a word as it is printed is a title: `DI Hale`, `Cllr. Hale`, not `Di Hale`."""
    low = word.lower().rstrip(".")
    return is_title(low) and (word.isupper() or low not in _in_capitals())


def is_rank(word: str) -> bool:
    """Whether a word is a title written in full, `General`: a short one, `Sen`, stands in front of a name or is one."""
    return is_title(word.lower()) and word.lower() not in _spoken_titles()


def title_gender(title: str) -> Gender | None:
    for word in title.lower().replace(".", "").split():
        if word in title_genders():
            return title_genders()[word]
    return None


@derived
def _offices(lexis: Lexis) -> Mapping[str, Sequence[str]]:
    """What a title says that somebody is, where that is not the title itself: `justice` -> judge."""
    rows = lexis.table("titles").items()
    return {word.lower(): (row["office"] or row["spoken"].lower()).split() for word, row in rows}


def ranks(title: str) -> list[str]:
    """`Sen.` -> senator, `Cllr` -> councillor, `Justice` -> judge: what a title says that somebody is."""
    words = title.lower().replace(".", "").split()
    return [rank for word in words for rank in _offices().get(word) or [word]]


def is_no_name(words: Sequence[str]) -> bool:
    """Nothing, too long, or a title by itself."""
    return not 0 < len(words) < 6 or (is_rank(words[-1]) and not has_title_as_surname(words))


def has_title_as_surname(words: Sequence[str]) -> bool:
    """`Ann King`, `Warwick Pope`; not `Attorney General`."""
    named = len(words) > 1 and words[-1] in _surnames() and not is_title(words[-2].lower())
    return named and first_names.gender(words[0]) is not None
