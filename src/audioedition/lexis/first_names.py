"""A first name -> the gender it nearly always has, or None.

Statistics of the U.S. Social Security Administration (public domain), in names.txt beside this module; the country
takes in names from everywhere, so that Svetlana, Giuseppe and Fatima are there. What is rare in that country (Aoife,
Jürgen, Wanjiru) is in more_names.txt, written for this project. Read once, on first use (3 ms).
"""

from __future__ import annotations

import functools
import unicodedata
from pathlib import Path

from ..model import Gender


def gender(first_name: str) -> Gender | None:
    """The gender of a first name; None for names of both or neither.

    >>> gender("Svetlana")
    <Gender.FEMALE: 'female'>
    """
    female, male = _table()
    name = first_name.casefold().strip(".,'’\"")
    name = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    for part in (name.replace("-", ""), name.split("-")[0]):
        if part in female:
            return Gender.FEMALE
        if part in male:
            return Gender.MALE
    return None


@functools.cache
def _table() -> tuple[frozenset[str], frozenset[str]]:
    female: set[str] = set()
    male: set[str] = set()
    for file in ("names.txt", "more_names.txt"):
        text = Path(__file__).with_name(file).read_text(encoding="utf-8")
        _, _, rest = text.partition("[female]")
        ours, _, theirs = rest.partition("[male]")
        female.update(ours.split())
        male.update(theirs.split())
    return frozenset(female), frozenset(male)
