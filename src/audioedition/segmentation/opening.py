"""Paragraphs -> the role of each one before the body: headline, deck, byline, timestamp, dateline.

Newspapers put these in almost any order; what is fixed is that each is a paragraph of its own (a dateline excepted),
is short, and comes before the first sentence of the story.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ..facts import bylines, datelines, dates, furniture
from ..facts.date_order import MonthFirst, month_first
from ..lexis import first_names
from ..model import Article, Dateline, Reason, Role
from .roles import BULLET, CLOCK

_MOST_PARAGRAPHS = 14
"""An opening is over by then."""
_ENDS = re.compile(r"[.!?。！？؟۔][\"'”’)」』]*\Z")
_KICKERS = re.compile(
    r"(?:(?:the )?(?:book|film|album|game|song|picture|wine|recipe) of the (?:day|week|month|year)|fiction|non-?fiction"
    r"|(?:science|health|sports?|world|local|business|tech|us|uk|court|national|latest|school) news"
    r"|from research organizations"
    r"|profiles?|congress|white house|supreme court|elections?|immigration|defen[cs]e|foreign affairs|society|media"
    r"|annals of \w+(?: \w+)?|a reporter at large|letter from \w+|our columnists"
    r"|critic['’]s notebook|the sporting scene"
    r"|personal history|the daily|perspective|ideas|in brief|in focus|features|reviews?|interviews|columnists?"
    r"|football|soccer|cricket|rugby(?: union| league)?|tennis|golf|cycling|boxing|athletics|formula 1|baseball"
    r"|basketball|hockey|nfl|nba|nhl|mlb|ncaa|theatre|theater|stage|art|dance|opera|classical|gardening|motoring|property"
    r"|transport|startups?|venture|enterprise|gaming|apps|security|ai|the city|london|uk|us|ireland|scotland|wales"
    r"|australia|india|canada|global|city hall|parliament|family|lifestyle|life|work"
    r"|careers|companies|economy|banking|retail|energy|climate|nature|space|law|crime news"
    r"|(?:the )?(?:long|big|weekend|sunday|saturday|friday) (?:read|story|interview|essay)"
    r"|fact check|q&a|profile|essay|diary|news analysis"
    r"|breaking(?: news)?|exclusive|opinion|analysis|comment|editorial|feature|world|politics|business"
    r"|sports?|local(?: news)?|news|obituar(?:y|ies)"
    r"|interview|explainer|review|culture|science|technology|tech|health|travel|letters?|live"
    r"|live updates|column|investigation|special report|just in|letter to the editor"
    r"|crime|courts|education|environment|money|markets|style|food|arts|books|film|music|television|tv"
    r"|weather|europe|asia|africa|americas|middle east|us news|uk news|national|international|regional)",
    re.I,
)


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


def read(article: Article, units: Sequence[Paragraph]) -> Opening:
    """The opening of `article`, whose paragraphs are `units`."""
    text = article.text
    out = Opening(month_first=functools.partial(month_first, article.language, text))
    spans = [(u.start, u.end) for u in units[: _MOST_PARAGRAPHS + 2]]
    lines = [" ".join(text[a:b].split()) if b - a < 1000 else text[a:b] for a, b in spans]
    vouch = text[spans[0][0] : 20_000] if spans else ""
    known = _plain(article.headline or "")
    title = known
    decks: list[int] = []
    i = 0

    def is_common(word: str) -> bool:
        return first_names.gender(word) is None and re.search(rf"\b{re.escape(word.casefold())}\b", vouch) is not None

    while i < min(len(spans), _MOST_PARAGRAPHS):
        line = lines[i]
        following = lines[i + 1] if i + 1 < len(lines) else None
        has_title = any(role is Role.HEADLINE for role in out.roles.values())
        plain = _plain(line)
        unit = units[i]
        if unit.reason or (unit.role and unit.role is not Role.BODY):
            if unit.role is Role.HEADLINE:
                out.roles[i], title = unit.role, plain
                out.headline = out.headline or line
            elif unit.role is Role.BYLINE:
                out.bylines += _byline(line)
            elif unit.role is Role.TIMESTAMP:
                _stamp(out, line)
            elif unit.role is Role.DECK:
                decks.append(i)
        elif title and plain == title and has_title:
            out.dropped[i] = Reason.SAID_BEFORE
        elif (known and plain == known) or (
            not has_title
            and known
            and len(line) < 250
            and plain
            and (plain in known or known in plain)
            and len(plain) > 0.6 * len(known)
        ):
            out.roles[i], title = Role.HEADLINE, plain
        elif dates.is_timestamp(line):
            out.roles[i] = Role.TIMESTAMP
            _stamp(out, line)
        elif _is_kicker(line, lines, i, titled=has_title or bool(known)):
            out.dropped[i] = Reason.SECTION
        elif who := _byline(
            line,
            sure=has_title or bool(known),
            is_common=is_common if has_title and len(out.bylines) < 3 and _story_follows(lines, i) else None,
        ):
            if not has_title and not known and i == 0 and following is None:
                break
            out.roles[i] = Role.BYLINE
            out.bylines += tuple(n for n in who if n not in out.bylines)
            rest = dates.stamp_behind(line)
            if rest:
                _stamp(out, rest)
        elif (why := furniture.reason(line)) and not (
            not has_title and not known and following and i == 0 and why is Reason.RELATED and len(line) > 30
        ):
            out.dropped[i] = why
        elif found := datelines.find(text, *spans[i], vouch=vouch):
            out.dateline, out.dateline_at = found, i
            break
        elif unit.role is Role.BODY:
            break
        elif furniture.is_correction(line):
            out.roles[i] = Role.CORRECTION
        elif i and out.roles.get(i - 1) is Role.BYLINE and bylines.is_affiliation(line):
            out.dropped[i] = Reason.CREDITS
        elif not (has_title or known or decks) and (
            _is_headline(line, following) or _head_follows(lines, i) or _head_is_ahead(lines, i)
        ):
            out.roles[i], title = Role.HEADLINE, plain
            out.headline = line
        elif furniture.is_caption(line):
            out.roles[i] = Role.CAPTION
        elif (has_title or known) and len(decks) < 2 and _is_deck(line, lines, i, text, spans, vouch):
            out.roles[i] = Role.DECK
            decks.append(i)
        elif _only_credits_follow(lines, i):
            # One more line of the head that is none of the above: a section, a place, a photographer.
            out.roles[i] = Role.DECK
            decks.append(i)
        elif (has_title or known) and _head_is_ahead(lines, i):
            if len(line.split()) > 4 and len(decks) < 2:
                out.roles[i] = Role.DECK
                decks.append(i)
            else:
                out.dropped[i] = Reason.SECTION
        else:
            break
        i += 1
    if out.dateline is None:
        # Points in brief may stand before it; what tells it then is a date, an agency or a state.
        for j in range(i + 1, min(i + 6, len(spans))):
            found = None if units[j].role or units[j].reason else datelines.find(text, *spans[j])
            if found and (found.date or found.agency or "," in (found.place or "")):
                out.dateline, out.dateline_at = found, j
                break
    if out.published is None and out.dateline and out.dateline.date:
        out.published = dates.iso_date(out.dateline.date)  # a press release: `BOSTON, Feb. 8, 2024 –`
    out.body = i
    for j in range(i):
        if not units[j].role and not units[j].reason:
            units[j].role, units[j].reason = out.roles.get(j), out.dropped.get(j)
            units[j].rule = "opening"
    if decks:
        out.deck = " ".join(lines[j] for j in decks)
    return out


def _byline(line: str, *, sure: bool = True, is_common: Callable[[str], bool] | None = None) -> tuple[str, ...]:
    """The names in a byline; () when the line is none. `sure`: a bare name may count too (the headline is over).

    `is_common`: given where the line stands as bylines do; a bare name then need not be a well-known one, if none of
    its words is a common one (`Gaz Fenton` but not `Harbour Bridge`).
    """
    found = bylines.read(line)
    if found is None or not (sure or found.how == "stated"):
        return ()
    if found.how != "bare":
        return found.names
    if is_common and all(2 <= len(name.split()) <= 4 and not any(map(is_common, name.split())) for name in found.names):
        return found.names
    known = all(first_names.gender(name.split()[0]) and len(name.split()) <= 3 for name in found.names)
    return found.names if known else ()


def _stamp(out: Opening, line: str) -> None:
    said = dates.stamp(line, month_first=out.month_first)
    out.published = out.published or said.published
    out.modified = out.modified or said.modified


def _is_headline(line: str, following: str | None) -> bool:
    if len(line) > 220 or not any(c.isalpha() for c in line):
        return False
    if following is None:
        return len(line) < 150 and not _ENDS.search(line)
    if not _ENDS.search(line) or line.isupper():
        return len(line.split()) <= 32
    # A headline with a full stop: one short sentence or two, and nobody is quoted in it.
    return (
        len(line.split()) <= 18
        and not re.search('["“”„«»]', line)
        and len(re.findall(r"[.!?][\"'”’)]*\s+(?=[A-Z])", line)) <= 1
        and len(following) > len(line)
    )


def _is_deck(line: str, lines: list[str], i: int, text: str, spans: list[tuple[int, int]], vouch: str) -> bool:
    if len(line) > 320 or line.endswith(":") or BULLET.match(line):
        return False
    if line[:1] in '“"':
        return len(line) < 160 and _head_follows(lines, i, quoted=True)
    if not _ENDS.search(line):
        following = lines[i + 1] if i + 1 < len(lines) else None
        return (
            following is not None
            and len(line.split()) <= 40
            and len(line.split()) >= 3
            and not re.search(r"[,;]\Z", line)
        )
    # A whole sentence is a deck only if what belongs to the head of a story still follows.
    return _head_goes_on(lines, i, text, spans, vouch) or _head_is_ahead(lines, i)


def _head_goes_on(lines: list[str], i: int, text: str, spans: list[tuple[int, int]], vouch: str) -> bool:
    if i + 1 < len(lines) and _story_follows(lines, i + 1) and _byline(lines[i + 1], is_common=_no_word):
        return True
    for j in range(i + 1, min(i + 4, len(lines))):
        if dates.is_timestamp(lines[j]) or _byline(lines[j], sure=False):
            return True
        if j == i + 1 and datelines.find(text, *spans[j], vouch=vouch):
            return True
        if not furniture.reason(lines[j]):
            return False
    return False


def _no_word(word: str) -> bool:
    return False


def _head_is_ahead(lines: list[str], i: int) -> bool:
    """Whether more of the head still follows below a line of it that is nothing known: a byline, a time."""
    if len(lines[i]) > 160 or (_ENDS.search(lines[i]) and len(lines[i]) > 80) or BULLET.match(lines[i]):
        return False
    for j in range(i + 1, min(i + 6, len(lines))):
        credited = furniture.reason(lines[j]) is Reason.CREDITS
        if dates.is_timestamp(lines[j]) or (not credited and _byline(lines[j], sure=False)):
            return True
        if len(lines[j]) > 160 or (_ENDS.search(lines[j]) and len(lines[j]) > 80) or BULLET.match(lines[j]):
            return False
        if lines[j].endswith(":"):
            return False
    return False


def _head_follows(lines: list[str], i: int, *, quoted: bool = False) -> bool:
    """Whether the next line can only stand below a headline: `By Jane Doe`, a time."""
    line = lines[i]
    return (
        i + 1 < len(lines)
        and len(line) < 200
        and (quoted or not re.match(r"[\"“‘'].*[,.]?[\"”’'] \w+ ", line))
        and bool(dates.is_timestamp(lines[i + 1]) or _byline(lines[i + 1], sure=False))
    )


def _story_follows(lines: list[str], i: int) -> bool:
    """Whether line `i` stands where a byline does: before the time, a job, page furniture or the story itself."""
    if i + 1 >= len(lines):
        return False
    following = lines[i + 1]
    return (
        (len(following) > 60 and _ENDS.search(following) is not None)
        or (_byline(following, is_common=_no_word) and len(following) < 40 and _story_follows(lines, i + 1))
        or dates.is_timestamp(following)
        or CLOCK.fullmatch(following) is not None
        or bylines.is_affiliation(following)
        or furniture.reason(following) is not None
    )


def _is_kicker(line: str, lines: list[str], i: int, *, titled: bool) -> bool:
    """Whether a line names the section or the kind of the story; `titled`: the headline is over."""
    if i + 1 >= len(lines) or len(lines[i + 1]) >= 250 or len(line) > 60:
        return False
    if all(_KICKERS.fullmatch(part) for part in re.split(r"\s*(?:[|/>›»•·]|\s[–—-]\s)\s*", line)):
        return True
    following = lines[i + 1]
    return (
        not titled
        and ((line.isupper() and len(line.split()) <= 2) or (len(line.split()) == 1 and len(following.split()) > 4))
        and len(line) < 30
        and not following.isupper()
        and len(following.split()) >= 4
        and not _ENDS.search(following)
        and not dates.is_timestamp(following)
        and not _byline(following, sure=False)
    )


def _only_credits_follow(lines: list[str], i: int) -> bool:
    line = lines[i]
    return (
        len(line) < 60
        and not _ENDS.search(line)
        and i + 1 < len(lines)
        and bool(dates.is_timestamp(lines[i + 1]) or _byline(lines[i + 1], sure=False))
    )


def _plain(line: str) -> str:
    return re.sub(r"\W+", " ", line).strip().casefold()
