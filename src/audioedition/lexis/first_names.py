"""A first name -> the gender it nearly always has, or None; and whether a word is a common first name.

Common names are those of the U.S. Social Security Administration (public domain), in names.txt beside this module; the
country takes in names from everywhere, so that Svetlana, Giuseppe and Fatima are there. What is rare in that country
(Aoife, Jürgen, Wanjiru) is in more_names.txt, written for this project. For all others world_names.txt tells the
gender: made by training/first_names.py from two open dictionaries. It holds so many words (Grant, Paris, Bank) that it
says nothing about whether a word is a name, and stays one text, in which the few names that are not common are looked
for. Read on first use. First comes the table `first_names` of the language in use: Andrea, Elia and Simone are men in
Italian.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

from ..model import Gender
from .tables import Lexis, derived


def gender(first_name: str) -> Gender | None:
    """The gender of a common first name; None for names of both or neither, and for what may be no name.

    >>> gender("Svetlana")
    <Gender.FEMALE: 'female'>
    """
    return _found(first_name, _common)


def world_gender(first_name: str) -> Gender | None:
    """The same for names from everywhere; for what is known to be a first name.

    >>> world_gender("Rodelio")
    <Gender.MALE: 'male'>
    """
    return gender(first_name) or _found(first_name, _of_the_world)


def is_one(word: str) -> bool:
    """Whether a word is known to be a first name, be it one of women and men."""
    return world_gender(word) is not None or _plain(word.casefold()) in _local()


def leads(name: str) -> bool:
    """Whether a name begins with a first name that is one anywhere.

    >>> leads("Wanjiru Keel"), leads("Harbour Board")
    (True, False)
    """
    return world_gender(name.split()[0]) is not None


@derived
def _local(lexis: Lexis) -> Mapping[str, Gender | None]:
    """The names of the language in use that it gives in its own way, without accents; None for women and men."""
    rows = lexis.own("first_names").values()
    return {_plain(row["word"]): Gender(row["gender"]) if row["gender"] else None for row in rows}


def _plain(name: str) -> str:
    """Without accents, in small letters: `małgorzata` -> malgorzata."""
    if name.isascii():
        return name
    return "".join(c for c in unicodedata.normalize("NFD", name.translate(_STROKES)) if not unicodedata.combining(c))


_STROKES = str.maketrans("łđøı", "ldoi")
"""Letters with a stroke or without a dot, which Unicode does not take apart."""


def _found(first_name: str, told: Callable[[str], Gender | None]) -> Gender | None:
    name = _plain(first_name.casefold().strip(".,'’\"")).strip()
    first, local = name.partition("-")[0], _local()
    if local and (known := next((part for part in (name, first) if part in local), "")):
        return local[known]
    return told(name.replace("-", "")) or told(first)


def _common(name: str) -> Gender | None:
    female, male = _common_names()
    return Gender.FEMALE if name in female else Gender.MALE if name in male else None


@functools.cache
def _common_names() -> tuple[frozenset[str], frozenset[str]]:
    parts = [_parts(file) for file in ("names.txt", "more_names.txt")]
    return frozenset(" ".join(f for f, _ in parts).split()), frozenset(" ".join(m for _, m in parts).split())


@functools.lru_cache(maxsize=4096)
def _of_the_world(name: str) -> Gender | None:
    female, male = _world_names()
    return Gender.FEMALE if f" {name} " in female else Gender.MALE if f" {name} " in male else None


@functools.cache
def _world_names() -> tuple[str, str]:
    """Women's and men's, each as one text with a space before and behind every name."""
    female, male = _parts("world_names.txt")
    return female.replace("\n", " "), male.replace("\n", " ")


def _parts(file: str) -> tuple[str, str]:
    """What stands below [female] and below [male]."""
    text = Path(__file__).with_name(file).read_text(encoding="utf-8")
    female, _, male = text.partition("[female]")[2].partition("[male]")
    return female, male + " "
