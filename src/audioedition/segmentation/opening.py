"""Paragraphs -> the role of each one before the body: headline, deck, byline, timestamp, dateline.

What each line may be, `opening_lines` says; which of it they are together, `opening_order`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ..facts import affiliations, bylines, captions, datelines, dates, furniture, local_datelines
from ..facts.byline_words import author_verbs
from ..facts.date_order import MonthFirst, month_first
from ..lexis import first_names
from ..lexis.grammar import capitals_are_names
from ..model import Article, Dateline, Doubt, Reason, Role
from . import gathered
from .extent import NO_PAGE, Beside
from .opening_facts import ENDS, Line, byline_of, joined_to, plain
from .opening_kickers import STRIP
from .opening_kinds import Kind
from .opening_order import Found, heard_as, sequence
from .opening_page import PAGE
from .prose import is_sentence

_MOST_PARAGRAPHS = 16
"""An opening is over by then."""
_MOST_WHO = 160
"""Characters of the longest line of names or times."""
_MOST_BETWEEN = 3
"""Lines between a byline and its time."""
_BEGUN = 3
"""By so many full sentences the opening is over; one or two may be a standfirst."""
_BEGUN_SIGNED = 5
"""By so many it is over for a byline that says that it is one: captions are sentences too."""
_SURE_BYLINES = ("opening/byline stated", "opening/name below by", "opening/byline titled", "opening/byline known")
_LOOSE_BYLINES = ("opening/byline unknown", "opening/byline of strange words")
_DOUBLE = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ’']+-[A-ZÀ-Þ][a-zß-ÿ’']+")
_TITLE_MOST = 20
"""Words of the longest headline that begins with a place."""
_ROLES = {
    Kind.HEADLINE: Role.HEADLINE,
    Kind.DECK: Role.DECK,
    Kind.BYLINE: Role.BYLINE,
    Kind.STAMP: Role.TIMESTAMP,
    Kind.LABEL: Role.TIMESTAMP,
    Kind.CAPTION: Role.CAPTION,
    Kind.CORRECTION: Role.CORRECTION,
}
_REASONS = {
    Kind.RELEASE: Reason.PAGE_HEADER,
    Kind.MENU: Reason.NAVIGATION,
    Kind.KICKER: Reason.SECTION,
    Kind.OTHER: Reason.SECTION,
    Kind.REPEATED: Reason.SAID_BEFORE,
    Kind.BY: Reason.BYLINE,
    Kind.JOB: Reason.CREDITS,
    Kind.CREDIT: Reason.PHOTO_CREDIT,
    Kind.SHOWN: Reason.CAPTION,
}
_NEAR = 1.5
"""Margin of a line of the opening below which an editor is told. Of the lines of 473 labelled articles that have less a
third are taken for something else than they are, and two in five below .5; of the others one in ten."""
_EVEN, _LESS = 0.5, 0.2
"""The chance that a line without any margin is something else, and how much less it is by 1 more of it."""
_MAY_BE = {
    Kind.HEADLINE: "may be the headline",
    Kind.DECK: "may be the standfirst",
    Kind.BYLINE: "may be a byline",
    Kind.BODY: "may be the story",
    None: "may be no part of the story",
}
_UNNAMED = {PAGE: Reason.FURNITURE, STRIP: Reason.FURNITURE}
"""Rule -> why a line is furniture whose words do not say it; of any other it is an `X` among networks."""


@dataclass
class Opening:
    """What the opening says, and how each of its paragraphs is to be treated."""

    roles: dict[int, Role] = field(default_factory=dict)
    dropped: dict[int, Reason] = field(default_factory=dict)
    body: int = 0
    """Index of the first paragraph of the story."""
    headline: str | None = None
    deck: str | None = None
    bylines: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    dateline: Dateline | None = None
    month_first: MonthFirst = month_first
    dateline_at: int | None = None
    """Index of the paragraph that the dateline begins."""


class Paragraph(Protocol):
    """What is needed of a paragraph: where it is, and its role where the source gave one."""

    start: int
    end: int
    role: Role | None
    reason: Reason | None
    rule: str
    given: bool
    beside: Beside
    is_headline: bool
    doubts: tuple[Doubt, ...]


def read(article: Article, units: Sequence[Paragraph], *, pasted: bool = False) -> Opening:
    """The opening of `article`, whose paragraphs are `units`. `pasted`: with the page that it stood on."""
    text = article.text
    out = Opening(month_first=functools.partial(month_first, article.language, text))
    first = units[:_MOST_PARAGRAPHS]
    lines = _lines(article, units, pasted=pasted)
    found = _sequence(first, lines, known=bool(article.headline))
    _spare_loose_names(found)
    out.body = next((i for i in range(len(first)) if first[i].role is Role.BODY or _ends(found.get(i))), len(first))
    for i, line in found.items():
        _note_doubt(first[i], lines[i], line)
    for i in range(out.body):
        _take(out, first[i], lines[i], found.get(i))
    out.deck = (
        " ".join(line.text for unit, line in zip(first[: out.body], lines, strict=False) if unit.role is Role.DECK)
        or None
    )
    _find_dateline(out, article, units)
    return out


def who_and_when(lines: Sequence[str], kept: Sequence[int]) -> set[int]:
    """Indices of the bylines and times in the opening. `kept`: those of the lines that may be the story."""
    sentences = [i for i in kept if is_sentence(lines[i])]
    begun, sure = (sentences[0], sentences[:_BEGUN][-1]) if sentences else (0, 0)
    held, told = set(kept), set(sentences)
    doubtful = {i for i in range(sure) if i <= begun or (i + 1 in told and i - 1 not in held)}
    found = {i for i in range(sure) if _says_who_or_when(lines, i, certain=i not in doubtful)}
    return found | _who_below(lines, kept, sentences) if sentences and capitals_are_names() else found


def _who_below(lines: Sequence[str], kept: Sequence[int], sentences: Sequence[int]) -> set[int]:
    """Indices of bylines below the standfirst that only papers of other languages have so."""
    begun, sure, last = sentences[0], sentences[:_BEGUN][-1], sentences[:_BEGUN_SIGNED][-1]
    said = {i for i in range(sure, last) if (who := _who(lines[i])) is not None and who.how == "stated"}
    return said | {i for i in range(begun + 1, sure) if _signs(lines, i, kept)}


def _who(line: str) -> bylines.Byline | None:
    return byline_of(line) if len(line) <= _MOST_WHO else None


def _signs(lines: Sequence[str], i: int, kept: Sequence[int]) -> bool:
    """Whether a line below a standfirst is a known name and nothing else, that the story does not speak of, above what
    the page says."""
    who = _who(lines[i])
    if who is None or who.how != "bare" or i + 1 in kept or i + 1 >= len(lines):
        return False
    named = any(name in lines[j] for name in who.names for j in kept if j != i)
    credit = furniture.reason(lines[i + 1]) is Reason.PHOTO_CREDIT
    return not (named or credit) and all(first_names.gender(name.split()[0]) for name in who.names)


def _says_who_or_when(lines: Sequence[str], i: int, *, certain: bool) -> bool:
    """Whether a line is a byline, `By` above one, the name below it, or a time. A name alone is none if `certain`: the
    story has begun, if what is above is not the page and what is below is not the story."""
    line = lines[i]
    if len(line) > _MOST_WHO:
        return False
    if bylines.is_by(line) or (i > 0 and bylines.is_by(lines[i - 1])) or dates.is_timestamp(line):
        return True
    who = _who_wrote(lines, i)
    if who is None or who.how != "bare":
        return who is not None
    if _is_above_time(lines, i) and all(map(_may_be_author, who.names)):
        return True
    if i + 1 < len(lines) and _is_job(lines[i + 1]) and _is_above_time(lines, i + 1):
        return True
    return not certain and all(first_names.gender(name.split()[0]) for name in who.names)


def _who_wrote(lines: Sequence[str], i: int) -> bylines.Byline | None:
    return byline_of(lines[i]) or joined_to(lines[i], "".join(lines[i - 1 : i]))


def _may_be_author(name: str) -> bool:
    """A first name from somewhere, or a surname of two: `Devon Orr-Keel`."""
    return first_names.leads(name) or _DOUBLE.fullmatch(name.split()[-1]) is not None


def _is_job(line: str) -> bool:
    return len(line) <= _MOST_WHO and affiliations.is_job(line)


def _is_above_time(lines: Sequence[str], i: int) -> bool:
    """Whether a time follows below a line, at most a job, a house and marks between: `Court Reporter`, `·`."""
    for line in lines[i + 1 : i + 2 + _MOST_BETWEEN]:
        if dates.is_timestamp(line):
            return True
        if any(map(str.isalpha, line)) and not bylines.is_affiliation(line):
            return False
    return False


def _sequence(units: Sequence[Paragraph], lines: Sequence[Line], *, known: bool) -> dict[int, Found]:
    """What the lines are that the source has said nothing about and that stand above the first of its body.

    `known`: it has given the headline apart.
    """
    given = next((i for i, unit in enumerate(units) if unit.role is Role.BODY), len(units))
    free = [i for i, unit in enumerate(units[:given]) if unit.role is None and not unit.reason]
    titled = known or any(unit.role is Role.HEADLINE for unit in units)
    return dict(zip(free, sequence([lines[i] for i in free], titled=titled), strict=True))


def _lines(article: Article, every: Sequence[Paragraph], *, pasted: bool) -> list[Line]:
    text, units = article.text, every[:_MOST_PARAGRAPHS]
    vouch = _vouch(text, units) if units else ""
    known = plain(article.headline or "")

    @functools.cache
    def in_small() -> frozenset[str]:
        return frozenset(re.findall(r"(?<![\w@./])[^\W\d_A-Z][\w’'-]*(?![\w’'-]|[@.]\w)", vouch))

    def is_common(word: str) -> bool:
        return first_names.gender(word) is None and word.casefold() in in_small()

    story = "\n".join(line for line in vouch.split("\n") if len(line) > 60 and ENDS.search(line.rstrip()))

    def is_named(name: str) -> bool:
        sure = rf"(?<=[^\n.] ){re.escape(name)}\b(?! contributed)|^{re.escape(name)},? (?!(?:{author_verbs()})\b)[a-z]"
        return re.search(sure, story, re.M) is not None

    def is_dated(unit: Paragraph, after: str) -> bool:
        if after and capitals_are_names() and _says_who_or_when([after], 0, certain=True):
            return False  # `DEN OEVER - …` in a standfirst
        found = None if unit.role else datelines.find(text, unit.start, unit.end, vouch=vouch)
        if found is None:
            return False
        rest = text[unit.start + len(found.text) : unit.end].strip()
        return not _is_headline(rest) if rest else found.date is not None or ENDS.search(after) is not None

    told = story.casefold()
    items = _items(text, every, known)
    lines: list[Line] = []
    for i, unit in enumerate(units):
        written = text[unit.start : unit.end] if unit.end - unit.start < 1000 else text[unit.start : unit.start + 1000]
        after = text[units[i + 1].start : units[i + 1].end][:400] if i + 1 < len(units) else ""
        before = lines[-1] if lines else None
        line = " ".join(written.split())
        lines.append(
            Line(
                line,
                before,
                is_common,
                is_named,
                is_dated=functools.partial(is_dated, unit, after.strip()),
                known=known,
                after=after.strip(),
                pasted=pasted,
                beside=unit.beside if pasted else NO_PAGE,
                chosen=unit.is_headline,
                headed=any(above.role is Role.SUBHEAD for above in units[:i]),
                names_page=i == items.name,
                heads_item=items.heads(i) or gathered.is_below_time_of_entry(text, unit.start),
                verse=i in items.verses,
                apart=i > 0 and not text[units[i - 1].end : unit.start].isspace(),
                is_told=lambda word: word.casefold() in told,
            )
        )
    return lines


def _items(text: str, units: Sequence[Paragraph], known: str) -> gathered.Items:
    """What names a page of several items, and heads them. `known`: the headline, where the source gives it."""
    short = ["" if unit.end - unit.start > 1000 else text[unit.start : unit.end] for unit in units]

    def says_who(line: str) -> bool:
        return _says_who_or_when([line], 0, certain=True)

    page = None if known else gathered.name_of_page(short, says_who)
    return gathered.Items(short, page, gathered.verses(short, says_who))


def _vouch(text: str, units: Sequence[Paragraph]) -> str:
    """What vouches for places: the story, and where few words have capitals also what the page says above it."""
    return text[0 if capitals_are_names() else units[0].start : 20_000]


def _is_headline(rest: str) -> bool:
    """Whether what follows a place is a headline, as French papers have it: `Figeac. Il avait tiré sur un drone`."""
    return capitals_are_names() and 0 < len(rest.split()) <= _TITLE_MOST and not ENDS.search(rest.rstrip())


def _ends(found: Found | None) -> bool:
    return found is not None and found.kind is Kind.BODY


def _note_doubt(unit: Paragraph, line: Line, found: Found) -> None:
    """Note with a line that it may be something that is heard otherwise, where that was nearly as likely."""
    if found.instead is None or found.margin >= _NEAR:
        return
    other = heard_as(found.instead)
    if other is not None or not unit.doubts:  # that it may be the page is said once
        said = "" if heard_as(found.kind) is None else line.text
        unit.doubts += (Doubt(line.text, said, _MAY_BE[other], _EVEN - _LESS * found.margin),)


def _spare_loose_names(found: dict[int, Found]) -> None:
    """Where a line says surely who wrote, one that only might be a name is a section: `Grands entretiens`."""
    sure = [it for it in found.values() if it.kind is Kind.BYLINE and it.rule in _SURE_BYLINES]
    for i, it in found.items():
        if sure and it.kind is Kind.BYLINE and it.rule in _LOOSE_BYLINES and capitals_are_names():
            found[i] = it._replace(kind=Kind.OTHER)


def _take(out: Opening, unit: Paragraph, line: Line, found: Found | None) -> None:
    """Note what a line of the opening says, and what is to be done with it."""
    if found is not None:
        unit.role, unit.reason, unit.rule = _ROLES.get(found.kind), _REASONS.get(found.kind), found.rule
        if found.kind is Kind.FURNITURE:
            unit.reason = line.furniture or _UNNAMED.get(found.rule, Reason.SHARE)
    if unit.role is Role.HEADLINE:
        out.headline = out.headline or line.text
    elif unit.role is Role.TIMESTAMP or (unit.reason and found is None and line.stamp):
        _stamp(out, line.text)
    elif unit.role is Role.BYLINE:
        _byline(out, unit, line)
    elif unit.role is Role.DECK and found is not None:
        out.bylines += tuple(name for name in bylines.in_deck(line.text) if name not in out.bylines)


def _byline(out: Opening, unit: Paragraph, line: Line) -> None:
    """The names of a byline; an author who is printed twice is said once, a desk is not said at all."""
    names = line.byline.names if line.byline is not None else bylines.author_names([line.text])
    new = tuple(name for name in names if name not in out.bylines)
    if rest := dates.stamp_behind(line.text):
        _stamp(out, rest)
    if not new and not unit.given:
        unit.role, unit.reason = None, Reason.SAID_BEFORE if names else Reason.CREDITS
    out.bylines += new


def _stamp(out: Opening, line: str) -> None:
    said = dates.stamp(line, month_first=out.month_first)
    out.published = out.published or said.published
    out.modified = out.modified or said.modified


def _find_dateline(out: Opening, article: Article, units: Sequence[Paragraph]) -> None:
    """The dateline that opens the story, or stands below points in brief, where a date, agency or state has to tell."""
    text = article.text
    first = out.body
    for j in range(out.body, min(out.body + 6, len(units))):
        unit = units[j]
        if j > out.body and (unit.role or unit.reason):
            continue
        if j == first and captions.is_caption(text[unit.start : unit.end]):
            first += 1
            continue
        vouch = _vouch(text, units) if j == first else ""
        found = None if unit.reason else datelines.find(text, unit.start, unit.end, vouch=vouch)
        if found and (j == first or _is_sure(found, text[units[out.body].start : unit.start])):
            out.dateline, out.dateline_at = found, j
            break
    if out.published is None and out.dateline and out.dateline.date:
        out.published = dates.iso_date(out.dateline.date)  # a press release: `BOSTON, Feb. 8, 2024 –`


def _is_sure(dateline: Dateline, above: str) -> bool:
    """Whether a dateline is one below other lines: by its date, its agency or its state, or as a known town below
    nothing of the story."""
    if dateline.date or dateline.agency or "," in (dateline.place or ""):
        return True
    return local_datelines.is_town(dateline.place or "") and not any(map(is_sentence, above.split("\n")))
