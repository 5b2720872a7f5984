"""Parts of an article -> `Article`: its text, and a mark for every part whose role the source knows."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from ..errors import ReadingError
from ..facts.decoding import clean, flat
from ..facts.language import detect_language
from ..facts.language_codes import language_code
from ..lexis import first_names
from ..lexis.wordings import speaks, wording
from ..model import Article, Mark, Reason, Role
from ..segmentation.opening_words import is_release
from .plain import paragraphs


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph, heading or other block of a source."""

    text: str
    role: Role | None = None
    """What the source says it is; None when it says nothing, and the segmenter decides."""
    reason: str = ""
    """Why it is not to be spoken, if so: a `Reason`, as the words of it."""
    language: str | None = None
    """The code the source gives for this part; it counts only where it is not the article's language."""
    rule: str = ""
    """The rule that decided role or reason, where the source did not say it itself."""


def compose(parts: Iterable[Part], *, name: str, **known: Any) -> Article:
    """The article made of `parts`, a blank line between them. `known` are further fields of `Article`.

    Without a known language it is that of most of the text, as far as the parts tell. Raises ReadingError if nothing is
    left to read.
    """
    parts = _without_marks(list(parts))
    known["notes"] = (*known.get("notes", ()), *_left_out(parts))
    known["language"] = known.get("language") or _main_language(parts)
    own = (known["language"] or "").partition("-")[0]
    pieces: list[str] = []
    marks: list[Mark] = []
    at = 0
    codes = functools.cache(language_code)
    for part in parts:
        text = flat(part.text)
        if not text:
            continue
        language = codes(part.language)
        if not own or (language or own).partition("-")[0] == own:
            language = None
        if part.role or part.reason or language:
            role = None if part.reason else part.role or Role.BODY
            reason = Reason(part.reason) if part.reason else None
            marks.append(Mark(at, at + len(text), role, reason, language, part.rule))
        pieces.append(text)
        at += len(text) + 2
    if not pieces:
        raise ReadingError("holds no text", article=name, remedy="give a source with an article in it")
    return Article(text="\n\n".join(pieces), name=name, marks=tuple(marks), **known)


_OPENING = 10
"""Parts among which the marks of a press release stand."""


def _without_marks(parts: list[Part]) -> list[Part]:
    """What a document sets as headings above its text and is none: `FOR IMMEDIATE RELEASE`, the headline once more."""
    headline = next((part.text.casefold() for part in parts if part.role is Role.HEADLINE), None)
    for i, part in enumerate(parts[:_OPENING]):
        if part.role is Role.SUBHEAD and is_release(part.text):
            parts[i] = replace(part, role=None, reason=Reason.PAGE_HEADER, rule="release")
        elif part.role is Role.SUBHEAD and part.text.casefold() == headline:
            parts[i] = replace(part, role=None, reason=Reason.SAID_BEFORE, rule="headline once more")
    return parts


def _left_out(parts: Iterable[Part]) -> list[str]:
    """A note of tables that are not read, if they are more than a line or two."""
    rows = [part.text for part in parts if part.reason == Reason.TABLE]
    return [f"{len(rows)} rows of a table are not read (`tables` in [read])"] if len(rows) > 2 else []


_ACCOUNT = re.compile(r"[a-z\d][a-z\d._-]*")


def without_accounts(names: Iterable[str]) -> tuple[str, ...]:
    """Names of people, without those of accounts: one word of small letters and figures (`annak`, `eng-dept`)."""
    return tuple(name for name in names if not _ACCOUNT.fullmatch(name))


def people(names: Iterable[str]) -> tuple[str, ...]:
    """Of the authors that a document's properties name those who are people: `Microsoft Office User`, `DELL` and
    `Reception` are whose computer it was written on."""
    return tuple(name for name in names if " " in name and first_names.leads(name))


_AGED = timedelta(days=31)
"""A document that was saved so long after it was made was made of another, as last week's release is."""


def made(created: str | None, saved: str | None) -> str | None:
    """The day of a document's text, by its properties: when it was made. None if it was saved long after that; when it
    was last saved is no such day, for every correction changes it."""
    try:
        aged = bool(created and saved) and _day(saved) - _day(created) > _AGED
    except ValueError:
        return created
    return None if aged else created


def _day(text: str | None) -> date:
    return date.fromisoformat((text or "")[:10])


def _main_language(parts: Iterable[Part]) -> str | None:
    sizes: Counter[str | None] = Counter()
    for part in parts:
        sizes[language_code(part.language)] += len(part.text)
    (language, size), *_ = sizes.most_common(1) or [(None, 0)]
    return language if size > 0.5 * sizes.total() else None


def text_parts(text: str) -> list[Part]:
    """The paragraphs of a plain text, hard-wrapped lines joined."""
    return [Part(paragraph) for paragraph in paragraphs(clean(text)).split("\n\n")]


BREAK = "\u2028"
"""Where a writer broke a line, among the pieces of a paragraph."""
_FULL = 60
"""Characters of a line that has been broken because it was full."""


def joined(pieces: Iterable[str]) -> str:
    """The pieces of a paragraph as its lines, without empty ones."""
    found = (" ".join(line.split()) for line in "".join(pieces).split(BREAK))
    return "\n".join(filter(None, found))


def lines(text: str) -> list[str]:
    """The lines into which a writer broke a paragraph (a byline and a job, verse); one where they only were full."""
    found = text.split("\n")
    wrapped = any(len(line) > _FULL and line[-1] not in ".!?…”\"’'" for line in found[:-1])
    return [" ".join(found)] if wrapped else found


def opening(
    *,
    headline: str | None = None,
    deck: str | None = None,
    bylines: Iterable[str] = (),
    published: str | None = None,
    rules: Mapping[str, str] = MappingProxyType({}),
) -> list[Part]:
    """The parts that stand before the body, from metadata: headline, deck, byline, time. `rules` are those that decided
    `headline`, `bylines` and `published`."""
    return [
        Part(headline or "", Role.HEADLINE, rule=rules.get("headline", "")),
        Part(deck or "", Role.DECK),
        Part(", ".join(bylines), Role.BYLINE, rule=rules.get("bylines", "")),
        Part((published or "")[:16].replace("T", " "), Role.TIMESTAMP, rule=rules.get("published", "")),
    ]


def correction(text: str) -> Part:
    """A correction that a source keeps apart from its text. It says what it is: listeners see no box around it."""
    text = flat(text)
    language = detect_language(text) or "en"
    known = language == speaks(language)
    if text and known and not re.match(rf"\W*(?:{wording('correcting', language)})", text, re.I):
        text = wording("correction", language).format(text=text)
    return Part(text, Role.CORRECTION)
