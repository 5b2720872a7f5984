"""A first name -> the gender it nearly always has, or None.

Statistics of the U.S. Social Security Administration (public domain), in names.txt beside this module; the country
takes in names from everywhere, so that Svetlana, Giuseppe and Fatima are there. Read once, on first use (3 ms).
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
    text = Path(__file__).with_name("names.txt").read_text(encoding="utf-8")
    _, _, rest = text.partition("[female]")
    female, _, male = rest.partition("[male]")
    return frozenset(female.split()), frozenset(male.split())
