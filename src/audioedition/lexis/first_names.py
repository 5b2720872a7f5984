"""A first name -> the gender it nearly always has, or None; and whether a word is a common first name.

Common names are those of the U.S. Social Security Administration (public domain), in names.txt beside this module; the
country takes in names from everywhere, so that Svetlana, Giuseppe and Fatima are there. What is rare in that country
(Aoife, Jürgen, Wanjiru) is in more_names.txt, written for this project. For all others world_names.txt tells the
gender: made by training/first_names.py from two open dictionaries. It holds so many words (Grant, Paris, Bank) that it
says nothing about whether a word is a name. Read on first use (3 ms; 10 ms for a name that is not common). First
comes the table `first_names` of the language in use: Andrea, Elia and Simone are men in Italian.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from ..model import Gender
from .tables import Lexis, derived


def gender(first_name: str) -> Gender | None:
    """The gender of a common first name; None for names of both or neither, and for what may be no name.

    >>> gender("Svetlana")
    <Gender.FEMALE: 'female'>
    """
    return _found(first_name, ("names.txt", "more_names.txt"))


def world_gender(first_name: str) -> Gender | None:
    """The same for names from everywhere; for what is known to be a first name.

    >>> world_gender("Rodelio")
    <Gender.MALE: 'male'>
    """
    return gender(first_name) or _found(first_name, ("world_names.txt",))


@derived
def _local(lexis: Lexis) -> Mapping[str, Gender | None]:
    """The names of the language in use that it gives in its own way, without accents; None for women and men."""
    rows = lexis.own("first_names").values()
    return {_plain(row["word"]): Gender(row["gender"]) if row["gender"] else None for row in rows}


def _plain(name: str) -> str:
    """Without accents, in small letters: `małgorzata` -> malgorzata."""
    return "".join(c for c in unicodedata.normalize("NFD", name.translate(_STROKES)) if not unicodedata.combining(c))


_STROKES = str.maketrans("łđøı", "ldoi")
"""Letters with a stroke or without a dot, which Unicode does not take apart."""


def _found(first_name: str, files: tuple[str, ...]) -> Gender | None:
    female, male = _table(files)
    name = first_name.casefold().strip(".,'’\"")
    name, local = _plain(name), _local()
    if local and (known := next((part for part in (name, name.split("-")[0]) if part in local), "")):
        return local[known]
    for part in (name.replace("-", ""), name.split("-")[0]):
        if part in female:
            return Gender.FEMALE
        if part in male:
            return Gender.MALE
    return None


@functools.cache
def _table(files: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    female: set[str] = set()
    male: set[str] = set()
    for file in files:
        text = Path(__file__).with_name(file).read_text(encoding="utf-8")
        _, _, rest = text.partition("[female]")
        ours, _, theirs = rest.partition("[male]")
        female.update(ours.split())
        male.update(theirs.split())
    return frozenset(female), frozenset(male)
