"""A line -> whether it is part of a notice that asks leave to follow the reader, in any language: what the law of
Europe asks for (cookies), and the first layer of IAB's Transparency and Consent Framework (partners, purposes).

Nobody signs such a notice, and it is said in a hundred ways; but few things are said in it, and never all together in
a story: that this site *uses* *files*, *we* and our *partners* keep *data*, *your privacy* is *cared* for, *you may*
take back your consent. The words are the table `consent`, of every language at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from ..lexis.tables import Lexis, derived
from ..lexis.wordlists import any_of, shortest


class Reading(NamedTuple):
    """What a line has to say to be such a notice; no other reading knows its example."""

    example: str
    first: tuple[str, ...]
    """The parts with one of which it begins; none: whatever it begins with."""
    parts: str
    """The parts that all stand in it, anywhere."""
    most: int = 60
    """Words of the longest line of that kind."""


READINGS = (
    Reading("Este sitio usa cookies.", (), "site uses files"),
    Reading("We use cookies to keep you informed.", ("us",), "uses files yours"),
    Reading("Our cookies serve statistical analytics.", ("us",), "files terms"),
    Reading("Ein Hinweis: Unsere 12 Partner nutzen Tracking.", (), "us partners files uses"),
    Reading("Before you go on: our 211 partners store information on a device.", (), "us partners data"),
    Reading("Nous et nos partenaires lisons des informations.", ("us",), "partners terms"),
    Reading("Uw privacy is belangrijk voor ons", (), "yours privacy cared", most=9),
    Reading("You can withdraw your consent at any time.", ("may",), "yours wanted", most=14),
    Reading("How cookies are used is told by our privacy notice.", (), "us policy files"),
    Reading("We care about the protection of your data. Read our Privacy Policy.", (), "owned policy"),
    Reading("We need your consent to load this player", ("needs",), "yours wanted", most=24),
    Reading("You can object where legitimate interest is used.", (), "interest objects"),
    Reading("Jetzt mit Werbung und Tracking weiterlesen oder zahlen", (), "paid goes_on"),
)
_QUOTED = re.compile(r"[“\"«„]([^“”\"«»„]*)[”\"»“]")
_BUTTON = 25
"""Letters of the longest label of a button that a notice quotes; what is quoted beyond that, somebody says."""


@derived
def _parts(lexis: Lexis) -> Mapping[str, re.Pattern[str]]:
    """Part of a notice -> a pattern for its words."""
    found: dict[str, list[str]] = {}
    for row in lexis.everywhere("consent"):
        for part in row["parts"].split():
            found.setdefault(part, []).append(row["word"])
    return {part: re.compile(any_of(words), re.I) for part, words in found.items()}


@derived
def _signs(lexis: Lexis) -> tuple[str, ...]:
    """In small letters, what no reading is without; a line without all of it is asked for nothing."""
    kinds = {"files", "partners", "privacy", "wanted", "policy", "interest", "paid"}
    rows = lexis.everywhere("consent")
    words = {row["word"].rstrip("-").lower() for row in rows if kinds & set(row["parts"].split())}
    return shortest(words)


def is_notice(line: str) -> bool:
    """Whether a line says what only such notices say, and nobody in a story says so."""
    small = line.lower()
    for sign in _signs():  # asked of every line: a plain loop costs a third of any(...)
        if sign in small:
            return _is_notice(line)
    return False


def _is_notice(line: str) -> bool:
    known = _parts()
    if known["says"].search(line) or any(len(quoted) > _BUTTON for quoted in _QUOTED.findall(line)):
        return False
    said = {part for part, pattern in known.items() if pattern.search(line)}
    count = len(line.split())
    return any(
        said.issuperset(reading.parts.split())
        and count <= reading.most
        and (not reading.first or any(known[part].match(line) for part in reading.first))
        for reading in READINGS
    )
