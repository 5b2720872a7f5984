"""Who has written what stands above: signatures of letters to the editor, of newsletters and columns.

docs/segmentation.md has a paragraph on letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..facts import bylines
from ..lexis import first_names
from ..model import Article, Passage, Reason, Role
from .roles import Unit

_SALUTATION = re.compile(
    r"(?:SIR|MADAM|Sir|Madam|Dear (?:Sir|Madam|Editor|Sirs)|To the [Ee]ditor|Editor|A chara)(?: or Madam)?\s?[,:.–—-]"
)
_HEADING = re.compile(r"(?:your |readers['’]? )?letters?(?: to the editor| page)?|(?:your|readers['’]?) views", re.I)
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Rev|Prof|Sir|Dame|Cllr|Fr)"
_NAME = rf"(?:{_TITLE}\.? )?[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){{1,3}}"
_SIGNATURE = re.compile(rf"(?P<name>{_NAME})(?:,? [^\W\d_a-z][\w’' -]*(?:,? [^\W\d_a-z][\w’' -]*){{0,3}})?\.?")
_TITLED = re.compile(rf"{_TITLE}\.? [^\W\d_a-z]")
_LAST_WORDS = re.compile(
    r"(?!Dear|Hello|Hi|To)[^.!?,]{3,60},|(?:[^.!?]{3,60}[.!])?\s?(?:Yours|Best|Kind|Warm|With)\b[^.!?]{0,40}[.!,]?"
)
_SIGNED = re.compile(rf"[^\W\d_a-z][\w’'-]+|{_NAME}(?:, [^.!?:;]{{2,40}})?")
_DASHED = re.compile(r"[–—-]+ ?[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,3}")
_LOUD = re.compile(rf"{_NAME},|(?:[A-Z]\. ?){{1,3}}[^\W\d_a-z][\w’'-]+,")
"""`SÉAMUS ORR,`, `T. J. O'HARA,` above where he lives."""
_ADDRESS = re.compile(r"[^\W\d_a-z][^.!?:;]{2,40}[,.]|[^\W\d_a-z][\w’' -]{2,30} \d{1,2}\.?")
_PLACE = re.compile(r"[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,2}")
_SEVERAL = 3
"""So many names above places make a page of letters."""
_LIVES = "signing/where the writer lives"
_HEADS = "signing/heading of a letter"


@dataclass(frozen=True, slots=True)
class _Letters:
    """A text as letters: indices of its lines."""

    signed: frozenset[int]
    """Names of writers."""
    lives: frozenset[int]
    """Where they live, below their names."""
    greeted: frozenset[int]
    """Letters that begin with a salutation."""


def of_letters(text: str, units: Sequence[Unit], body: int) -> str | None:
    """In letters to the editor: what stands alone between two letters is a heading, quoted words are the writer's, the
    name below is who wrote, and where it stands.

    They are letters where a salutation opens a paragraph, under such a headline where names are signed below, and where
    several names stand below a text and above a place. The headline of a page of several is what the page calls itself:
    it is returned.
    """
    lines = _short(text, units, 400)
    found = _letters(text, units, lines, body)
    if found is None:
        return None
    for i in range(body, len(units)):
        units[i].is_letter = True
        if units[i].role is None and units[i].reason is None:
            _note(units[i], lines[i], i, found, is_last=i + 1 == len(units))
    return _name_of_page(units, lines, body) if max(len(found.signed), len(found.greeted)) > 1 else None


def _short(text: str, units: Sequence[Unit], most: int) -> list[str]:
    """The lines of units; nothing for what is longer than `most` characters."""
    return [" ".join(text[unit.start : unit.end].split()) if unit.end - unit.start < most else "" for unit in units]


def _letters(text: str, units: Sequence[Unit], lines: Sequence[str], body: int) -> _Letters | None:
    """The names, places and salutations of a text of letters; None for any other text."""
    greeted = _greeted(text, units, body)
    inside = range(body + 1, len(units) - 1)
    signed = {i for i in range(body + 1, len(units)) if _is_signature(lines[i])}
    lives: set[int] = set()
    if greeted:
        signed.update(i for i in inside if _is_above_address(lines, i))
        lives.update(_addresses(signed, lines))
    above = {i for i in inside if _is_above_place(lines, i)}
    if len(above) >= _SEVERAL:
        signed.update(above)
        lives.update(i + 1 for i in above)
    headed = bool(greeted or lives) or (bool(signed) and _is_headed(units, lines))
    return _Letters(frozenset(signed), frozenset(lives), greeted) if headed else None


def _greeted(text: str, units: Sequence[Unit], body: int) -> frozenset[int]:
    return frozenset(i for i in range(body, len(units)) if _SALUTATION.match(text, units[i].start))


def _addresses(signed: set[int], lines: Sequence[str]) -> Iterator[int]:
    for i in signed:
        at = i + 1
        while at < len(lines) and at not in signed and _ADDRESS.fullmatch(lines[at]):
            yield at
            at += 1


def _note(unit: Unit, line: str, i: int, found: _Letters, *, is_last: bool) -> None:
    """What one line of a page of letters is."""
    if i in found.signed:
        _sign(unit, "signing/writer of a letter")
    elif i in found.lives:
        _sign(unit, _LIVES)
    elif _is_heading(line) and (i + 1 in found.greeted or (i - 1 in found.signed | found.lives and not is_last)):
        unit.role, unit.rule = Role.SUBHEAD, _HEADS


def _name_of_page(units: Sequence[Unit], lines: Sequence[str], body: int) -> str | None:
    """`Letters to the Editor` above the heading of the first of several letters: the page's headline."""
    for i in range(min(body, len(units) - 1)):
        if units[i].reason is Reason.SECTION and units[i + 1].role is Role.HEADLINE and _HEADING.fullmatch(lines[i]):
            units[i].role, units[i].reason, units[i].rule = Role.HEADLINE, None, "signing/name of a page of letters"
            units[i + 1].role, units[i + 1].rule = Role.SUBHEAD, _HEADS
            return lines[i]
    return None


def _sign(unit: Unit, rule: str) -> None:
    unit.role, unit.passage, unit.rule = Role.BYLINE, Passage.SIGNATURE, rule


def of_signature(text: str, units: Sequence[Unit], body: int) -> None:
    """Who has written something, named below it: at its end, or below the last words of a letter to everybody."""
    named = any(unit.role is Role.BYLINE for unit in units)
    told = [unit for unit in units[body:] if unit.role is None and unit.reason is None]
    lines = _short(text, told, 80)
    for i in range(1, len(told)):
        prose = told[i].passage is None and told[i - 1].passage is None
        rule = _signs(lines[i], lines[i - 1], is_last=i + 1 == len(told), named=named) if prose else ""
        if rule:
            _sign(told[i], rule)


def _signs(line: str, above: str, *, is_last: bool, named: bool) -> str:
    """The rule by which a line is a signature; nothing if it is none. `named`: the opening has named somebody."""
    if _LAST_WORDS.fullmatch(above) and _SIGNED.fullmatch(line):
        return "signing/below the last words"
    if is_last and _DASHED.fullmatch(line):
        return "signing/behind a dash"
    return "signing/name at the end" if is_last and not named and _is_known_name(line) else ""


def _is_known_name(line: str) -> bool:
    who = bylines.read(line) if _SIGNATURE.fullmatch(line) else None
    return who is not None and who.how == "bare" and first_names.gender(line.split()[0]) is not None


def signed(article: Article, units: Sequence[Unit]) -> Article:
    """The article with those who signed it, where nobody is named above it."""
    if article.bylines:
        return article
    signatures = [unit for unit in units if unit.passage is Passage.SIGNATURE and unit.rule != _LIVES]
    lines = [" ".join(article.text[unit.start : unit.end].split()) for unit in signatures]
    return replace(article, bylines=tuple(dict.fromkeys(line.strip(" –—-").partition(",")[0] for line in lines)))


def _is_headed(units: Sequence[Unit], lines: Sequence[str]) -> bool:
    """Whether the headline says that letters follow: `Your letters`."""
    heads = [unit.role is Role.HEADLINE or unit.reason is Reason.SECTION for unit in units]
    return any(is_head and _HEADING.fullmatch(line) for is_head, line in zip(heads, lines, strict=True))


def _is_heading(line: str) -> bool:
    """Whether a line at the beginning of a letter is short and no sentence."""
    return 0 < len(line) <= 80 and re.search(r"[.!?,:]\Z", line) is None


def _is_above_address(lines: Sequence[str], i: int) -> bool:
    return _LOUD.fullmatch(lines[i]) is not None and _ADDRESS.fullmatch(lines[i + 1]) is not None


def _is_above_place(lines: Sequence[str], i: int) -> bool:
    """`Bill Orr` below a sentence and above `Oamaru`: who wrote, and where he lives."""
    named = _TITLED.match(lines[i]) is not None or _is_known_name(lines[i])
    return named and _PLACE.fullmatch(lines[i + 1]) is not None and not 0 < len(lines[i - 1]) < 30


def _is_signature(line: str) -> bool:
    """`Alan Roe, Tarbeg`: a name, perhaps with a place, alone below a letter."""
    found = _SIGNATURE.fullmatch(line) if len(line) <= 70 else None
    if found is None or bylines.is_affiliation(line):
        return False
    first = found["name"].split()[0].rstrip(".")
    return first_names.gender(first) is not None or "," in line or first in ("Mr", "Mrs", "Ms", "Miss", "Dr", "Rev")
