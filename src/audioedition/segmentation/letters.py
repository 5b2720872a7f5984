"""Letters to the editor: their headings, who wrote each and where he lives, and what the page calls itself.

docs/segmentation.md has a paragraph on letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..facts import bylines
from ..lexis import first_names
from ..model import Article, Reason, Role
from . import signing
from .opening_words import SALUTATION, is_page_of_letters
from .prose import ends
from .roles import Unit

_LED = re.compile(r"\s?[:|–—]\s")
_HEADING = re.compile(r"(?:your |readers['’]? )?letters?(?: to the editor| page)?|(?:your|readers['’]?) views", re.I)
_ADDRESS = re.compile(r"[^\W\d_a-z][^.!?:;]{2,40}[,.]|[^\W\d_a-z][\w’' -]{2,30} \d{1,2}\.?")
_PLACE = re.compile(
    r"(?:[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,2})(?:, (?:St\.? )?[^\W\d_a-z][\w’'-]+){0,1}"
    r"|(?:[Bb]y|[Vv]ia) e-?mail"
)
_NAMELESS = re.compile(
    r"(?:[^.!?:()]{3,60} \()?(?:name|address|name and address) (?:withheld|supplied)(?: by request)?\)?"
    r"(?:, [\w’' -]{2,40})?",
    re.I,
)
"""How a letter is signed whose writer is not named: `Name supplied`, `Disgusted, Wexle (name and address supplied)`."""
_MOST = 80
"""Characters of the longest heading of a letter."""
_LEAST = 30
"""Characters of the shortest last paragraph of a letter."""
_SEVERAL = 3
"""So many names above places make a page of letters."""
WRITER = "letters/writer of a letter"
_HEADS = "letters/heading of a letter"


@dataclass(frozen=True, slots=True)
class _Letters:
    """A text as letters: indices of its lines."""

    signed: frozenset[int]
    """Names of writers."""
    lives: frozenset[int]
    """Where they live, below their names."""
    greeted: frozenset[int]
    """Letters that begin with a salutation."""


def of_letters(article: Article, units: Sequence[Unit], body: int) -> Article:
    """The article; in letters to the editor what stands alone between two letters is a heading, quoted words are the
    writer's, the name below is who wrote, and where it stands.

    They are letters where a salutation opens a paragraph, under such a headline where names are signed below, and where
    several names stand below a text and above a place. The headline of a page of several is what the page calls itself,
    and what stands above the first of them is no standfirst.
    """
    lines = signing.short(article.text, units, 400)
    found = _letters(article.text, units, lines, body)
    if found is None:
        return article
    for i in range(body, len(units)):
        units[i].is_letter = True
        if units[i].role is None and units[i].reason is None:
            _note(units[i], lines[i], i, found, is_last=i + 1 == len(units))
    if max(len(found.signed), len(found.greeted)) < 2:
        return article
    deck = None if _is_first_headed(units, lines, body) else article.deck
    return replace(article, headline=_name_of_page(units, lines, body) or article.headline, deck=deck)


def _is_first_headed(units: Sequence[Unit], lines: Sequence[str], body: int) -> bool:
    """Whether the line above the first letter heads it, which the opening takes for a standfirst: it is one now."""
    above = units[body - 1] if 0 < body < len(units) else None
    if above is None or above.given or above.role is not Role.DECK or not _is_heading(lines[body - 1]):
        return False
    above.role, above.rule = Role.SUBHEAD, _HEADS
    return True


def _letters(text: str, units: Sequence[Unit], lines: Sequence[str], body: int) -> _Letters | None:
    """The names, places and salutations of a text of letters; None for any other text."""
    greeted = _greeted(text, units, body)
    inside = range(body + 1, len(units) - 1)
    signed = {i for i in range(body + 1, len(units)) if _is_signature(lines[i])}
    placed = _placed(lines, inside, 0 if greeted else _SEVERAL)
    signed |= placed
    lives = {i + 1 for i in placed}
    if greeted:
        signed.update(i for i in inside if _is_above_address(lines, i))
        lives.update(_addresses(signed, lines))
    signed -= _no_writers(signed, lives, greeted, lines)
    if not (greeted or lives or (signed and _is_headed(units, lines))):
        return None
    return _Letters(frozenset(signed), frozenset(lives), greeted)


def _no_writers(signed: set[int], lives: set[int], greeted: frozenset[int], lines: Sequence[str]) -> set[int]:
    """Of the lines that sign, those that say where the one above lives, and the next letter's heading."""
    places = {i for i in signed & lives if i - 1 in signed and not _is_sure(lines[i])}
    return places | {i for i in signed if i - 1 in lives and i + 1 in greeted}


def _placed(lines: Sequence[str], inside: range, least: int) -> set[int]:
    """Names above places, if `least` of them are surely names."""
    found = {i for i in inside if _is_above_place(lines, i)}
    return found if sum(_is_sure(lines[i]) for i in found) >= least else set()


def _greeted(text: str, units: Sequence[Unit], body: int) -> frozenset[int]:
    return frozenset(i for i in range(body, len(units)) if SALUTATION.match(text, units[i].start))


def _addresses(signed: set[int], lines: Sequence[str]) -> Iterator[int]:
    for i in signed:
        at = i + 1
        while at < len(lines) and at not in signed and _ADDRESS.fullmatch(lines[at]):
            yield at
            at += 1


def _note(unit: Unit, line: str, i: int, found: _Letters, *, is_last: bool) -> None:
    """What one line of a page of letters is."""
    if i in found.signed:
        signing.as_signature(unit, signing.NO_NAME if _NAMELESS.fullmatch(line) else WRITER)
    elif i in found.lives:
        signing.as_signature(unit, signing.LIVES)
    elif _is_heading(line) and (i + 1 in found.greeted or (i - 1 in found.signed | found.lives and not is_last)):
        unit.role, unit.rule = Role.SUBHEAD, _HEADS


def _name_of_page(units: Sequence[Unit], lines: Sequence[str], body: int) -> str | None:
    """`Letters to the Editor` above the heading of the first of several letters: the page's headline."""
    for i in range(min(body, len(units) - 1)):
        if units[i].reason is Reason.SECTION and units[i + 1].role is Role.HEADLINE and _names_page(lines[i]):
            units[i].role, units[i].reason, units[i].rule = Role.HEADLINE, None, "letters/name of the page"
            units[i + 1].role, units[i + 1].rule = Role.SUBHEAD, _HEADS
            return lines[i]
    return None


def _names_page(line: str) -> bool:
    return _HEADING.fullmatch(line) is not None or is_page_of_letters(line)


def _is_headed(units: Sequence[Unit], lines: Sequence[str]) -> bool:
    """Whether the headline says that letters follow: `Your letters`, `LETTERS: Potholes and a debt`."""
    heads = [unit.role is Role.HEADLINE or unit.reason is Reason.SECTION for unit in units]
    return any(is_head and _names_page(_LED.split(line)[0]) for is_head, line in zip(heads, lines, strict=True))


def _is_heading(line: str) -> bool:
    """Whether a line at the beginning of a letter is short and no sentence."""
    return 0 < len(line) <= _MOST and re.search(r"[.!,:]\Z", line) is None


def _is_signature(line: str) -> bool:
    """`Alan Roe, Tarbeg`: a name, perhaps with a place, alone below a letter."""
    if _NAMELESS.fullmatch(line):
        return True
    said = signing.read(line)
    return said is not None and not bylines.is_affiliation(line) and (_is_sure(line) or bool(said.behind))


def _is_sure(line: str) -> bool:
    """Whether a line is a name by its title or its first name."""
    said = signing.read(line)
    return said is not None and (said.titled or first_names.gender(said.name.split()[0]) is not None)


def _is_above_address(lines: Sequence[str], i: int) -> bool:
    """`SÉAMUS ORR,`, `T. J. O’HARA,`, `Ann Orr` above where they live."""
    line = lines[i]
    ended = line.endswith(",")
    return signing.read(line.rstrip(",")) is not None and ended and _ADDRESS.fullmatch(lines[i + 1]) is not None


def _is_above_place(lines: Sequence[str], i: int) -> bool:
    """`Bill Orr` below a sentence and above `Oamaru`: who wrote, and where he lives."""
    above = lines[i - 1]
    is_below_text = not above or (len(above) >= _LEAST and ends(above))
    return is_below_text and signing.read(lines[i]) is not None and _PLACE.fullmatch(lines[i + 1]) is not None
