"""Thousands by a space that does not break (`12 500`): made everybody's before any rule looks at the text."""

from __future__ import annotations

import re

from ..scan import ALIKE, compiled
from . import usage
from .telephones import LEADS

APART = "\u00a0\u202f\u2007\u2009\u200a"
"""Spaces that hold together what they part."""
GROUPED = rf"[1-9]\d{{0,2}}(?:[{APART}]\d{{3}})+(?![{APART} ]?\d)(?:,\d{{1,2}}(?!\d))?"
THOUSANDS = re.compile(rf"(?<![\w.,+(/])(?<!\d[-–/{APART} ]){GROUPED}(?:[-–]{GROUPED})?(?!,?\d|[-–/]\d)")
"""What SI writes, with decimals by a comma or none; no telephone number."""
TWO_WORDS = re.compile(r"(?:[^\W\d_]{1,16}[.:]? ){1,2}\Z")


def evened(text: str) -> str:
    """`text` with one kind of space and hyphen, and SI's thousands as everybody's, offset for offset."""
    return THOUSANDS.sub(with_commas, text).translate(ALIKE)


def with_commas(m: re.Match[str]) -> str:
    """`109 872,4` -> `109,872.4`; what is dialled or numbers something stays as it is."""
    before = TWO_WORDS.search(m.string, max(0, m.start() - 36), m.start())
    word = before.group().split()[-1].lower().rstrip(".:") if before else ""
    if word in usage.numbered_before() or (before and compiled(LEADS).search(before.group())):
        return m.group()
    return m.group().translate(COMMAS)


COMMAS = str.maketrans(APART + ",", "," * len(APART) + ".")
