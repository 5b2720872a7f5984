"""What kind of article it is, where that changes how its lines are read: letters to the editor, live blogs,
press releases.

docs/segmentation.md has a paragraph on each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..facts import bylines
from ..lexis import first_names
from ..model import Article, Passage, Reason, Role
from .roles import CLOCK, Unit

_SALUTATION = re.compile(
    r"(?:SIR|MADAM|Sir|Madam|Dear (?:Sir|Madam|Editor|Sirs)|To the [Ee]ditor|Editor|A chara)(?: or Madam)?\s?[,:.–—-]"
)
_HEADING = re.compile(r"(?:your |readers['’]? )?letters?(?: to the editor| page)?|(?:your|readers['’]?) views", re.I)
_NAME = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Rev|Prof|Sir|Dame|Cllr)\.? )?[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,3}"
_SIGNATURE = re.compile(rf"(?P<name>{_NAME})(?:,? [^\W\d_a-z][\w’' -]*(?:,? [^\W\d_a-z][\w’' -]*){{0,3}})?\.?")
_VALEDICTION = re.compile(r"[^.!?,]{3,60},|(?:[^.!?]{3,60}[.!])?\s?(?:Yours|Best|Kind|Warm|With)\b[^.!?]{0,40}[.!,]?")
_SIGNED = re.compile(r"[^\W\d_a-z][\w.’' -]{1,40}(?:, [^.!?:;]{2,40})?")
_DASHED = re.compile(r"[–—-]+ ?[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,3}")
_LIVES = "kinds/address of a letter"
_LOUD = re.compile(rf"{_NAME},?|(?:[A-Z]\. ?){{1,3}}[^\W\d_a-z][\w’'-]+,?")
_ADDRESS = re.compile(r"[^\W\d_a-z][^.!?:;]{2,40}[,.]|[^\W\d_a-z][\w’' -]{2,30} \d{1,2}\.?")
_ENTRY = re.compile(rf"{CLOCK.pattern}\s*[|·–—-]?\s*(?={_NAME}\Z)")


def of_letters(text: str, units: Sequence[Unit], body: int) -> str | None:
    """In letters to the editor: what stands alone between two letters is a heading, quoted words are the writer's, the
    name below is who wrote, and where it stands.

    They are letters where a salutation opens a paragraph, or under such a headline where names are signed below. The
    headline of a page of several is what the page calls itself: it is returned.
    """
    lines = [" ".join(text[unit.start : unit.end].split()) if unit.end - unit.start < 400 else "" for unit in units]
    signed = {i for i in range(body + 1, len(units)) if _is_signature(lines[i])}
    greeted = {i for i in range(body, len(units)) if _SALUTATION.match(text, units[i].start)}
    signed |= {i for i in range(body + 1, len(units)) if greeted and _is_loud_signature(lines, i)}
    if not greeted and not (signed and _is_headed(units, lines)):
        return None
    for i in range(body, len(units)):
        units[i].is_letter = True
        begins = i + 1 in greeted or (_ends_letter(i - 1, signed, units) and i not in signed and i + 1 < len(units))
        if units[i].role is not None or units[i].reason is not None:
            continue
        if i in signed:
            _sign(units[i], "kinds/signature of a letter")
        elif _ends_letter(i - 1, signed, units) and _ADDRESS.fullmatch(lines[i]):
            units[i].role, units[i].passage, units[i].rule = Role.BYLINE, Passage.SIGNATURE, _LIVES
        elif begins and _is_heading(lines[i]):
            units[i].role, units[i].rule = Role.SUBHEAD, "kinds/heading of a letter"
    return _name_of_page(units, lines, body) if max(len(signed), len(greeted)) > 1 else None


def _ends_letter(i: int, signed: set[int], units: Sequence[Unit]) -> bool:
    return i in signed or units[i].rule == _LIVES


def _name_of_page(units: Sequence[Unit], lines: Sequence[str], body: int) -> str | None:
    """`Letters to the Editor` above the heading of the first of several letters: the page's headline."""
    for i in range(min(body, len(units) - 1)):
        if units[i].reason is Reason.SECTION and units[i + 1].role is Role.HEADLINE and _HEADING.fullmatch(lines[i]):
            units[i].role, units[i].reason, units[i].rule = Role.HEADLINE, None, "kinds/name of a page of letters"
            units[i + 1].role, units[i + 1].rule = Role.SUBHEAD, "kinds/heading of a letter"
            return lines[i]
    return None


def _sign(unit: Unit, rule: str) -> None:
    unit.role, unit.passage, unit.rule = Role.BYLINE, Passage.SIGNATURE, rule


def of_signature(text: str, units: Sequence[Unit], body: int) -> None:
    """Who has written something, named below it: at its end, or below the last words of a letter to everybody."""
    open_units = [unit for unit in units[body:] if unit.role is None and unit.reason is None]
    lines = [" ".join(text[unit.start : unit.end].split()) if unit.end - unit.start < 80 else "" for unit in open_units]
    named = any(unit.role is Role.BYLINE for unit in units)
    for i, (unit, line) in enumerate(zip(open_units, lines, strict=True)):
        above = lines[i - 1] if i else ""
        last = i + 1 == len(open_units)
        if _VALEDICTION.fullmatch(above) and _SIGNED.fullmatch(line):
            _sign(unit, "kinds/below the last words")
        elif last and i and _DASHED.fullmatch(line):
            _sign(unit, "kinds/behind a dash")
        elif last and i and not named and _is_known_name(line):
            _sign(unit, "kinds/name at the end")


def _is_known_name(line: str) -> bool:
    who = bylines.read(line) if _SIGNATURE.fullmatch(line) else None
    return who is not None and who.how == "bare" and first_names.gender(line.split()[0]) is not None


def signed(article: Article, units: Sequence[Unit]) -> Article:
    """The article with those who signed it, where nobody is named above it."""
    if article.bylines:
        return article
    lines = [
        article.text[unit.start : unit.end]
        for unit in units
        if unit.passage is Passage.SIGNATURE and unit.rule != _LIVES
    ]
    names = [" ".join(line.split()).strip(" –—-").partition(",")[0] for line in lines]
    return replace(article, bylines=tuple(dict.fromkeys(names)))


def _is_headed(units: Sequence[Unit], lines: Sequence[str]) -> bool:
    """Whether the headline says that letters follow: `Your letters`."""
    heads = [unit.role is Role.HEADLINE or unit.reason is Reason.SECTION for unit in units]
    return any(is_head and _HEADING.fullmatch(line) for is_head, line in zip(heads, lines, strict=True))


def _is_heading(line: str) -> bool:
    """Whether a line at the beginning of a letter is short and no sentence."""
    return 0 < len(line) <= 80 and re.search(r"[.!?,:]\Z", line) is None


def _is_loud_signature(lines: Sequence[str], i: int) -> bool:
    """`SÉAMUS ORR,` below the last words of a letter, above where he lives."""
    found = _LOUD.fullmatch(lines[i])
    return (
        found is not None
        and lines[i].endswith(",")
        and i + 1 < len(lines)
        and _ADDRESS.fullmatch(lines[i + 1]) is not None
    )


def _is_signature(line: str) -> bool:
    """`Alan Roe, Tarbeg`: a name, perhaps with a place, alone below a letter."""
    found = _SIGNATURE.fullmatch(line) if len(line) <= 70 else None
    if found is None or bylines.is_affiliation(line):
        return False
    first = found["name"].split()[0].rstrip(".")
    return first_names.gender(first) is not None or "," in line or first in ("Mr", "Mrs", "Ms", "Miss", "Dr", "Rev")


def of_live_blog(text: str, units: list[Unit], body: int) -> None:
    """In a live blog the time heads an entry, and whoever wrote it is not said: `14:46 Ana Reid`."""
    entries = [
        (i, found)
        for i, unit in enumerate(units[body:], body)
        if unit.role is None
        and unit.reason is None
        and unit.passage is None
        and (found := _ENTRY.match(text, unit.start, unit.end))
    ]
    if len(entries) < 2:
        return
    for i, found in reversed(entries):
        time = CLOCK.match(text, units[i].start)
        if time is not None:
            units[i : i + 1] = [
                Unit(units[i].start, time.end(), Role.SUBHEAD, rule="kinds/time of an entry"),
                Unit(found.end(), units[i].end, None, Reason.BYLINE, rule="kinds/author of an entry"),
            ]


_NOTES = re.compile(
    r"(?:notes?(?: to| for)? editors?|editors?['’]s? notes?|(?:media|press) (?:contacts?|enquiries))\W*", re.I
)
_END = re.compile(r"\W*(?:ends?|the end|###)\W*", re.I)


def of_release(text: str, units: Sequence[Unit], body: int) -> None:
    """Of a press release, what speaks to editors behind its end is for them alone."""
    marked = any(unit.rule == "opening/release" for unit in units[:body])
    lines = [text[unit.start : unit.end].strip() if unit.end - unit.start < 60 else "" for unit in units]
    end = _first_line(_END, lines, body)
    notes = _first_line(_NOTES, lines, end or body)
    if notes is None or not (marked or end is not None):
        return
    for unit in units[notes:]:
        if unit.role is None and unit.reason is None:
            unit.reason, unit.rule = Reason.CONTACT, "kinds/notes to editors"


def _first_line(pattern: re.Pattern[str], lines: Sequence[str], begin: int) -> int | None:
    """Index of the first line from `begin` on that is `pattern`; None if there is none."""
    return next((i for i in range(begin, len(lines)) if pattern.fullmatch(lines[i])), None)
