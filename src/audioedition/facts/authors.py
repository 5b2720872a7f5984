"""Lines that stand together on a page -> who they say wrote the article.

What one line says, `bylines.py` reads; here is what surrounds it on pages: a date before or behind the names, a label
in a line of its own, a list of names over several lines, and accounts in place of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..lexis import first_names, gazetteer
from ..lexis.tables import Lexis, derived
from ..lexis.wordlists import alternatives
from .byline_words import is_nobodys, matches
from .bylines import Byline, author_names, is_by, read
from .moments import kinds, moments, spaced, words_from

_MOST = 220
"""Characters of the longest line that is looked at."""
_EDGES = " \t|•·*–—,;:/-."
_ACCOUNT = re.compile(r"[^\W\d_][\w.-]{1,30}")
_GOES_ON = re.compile(r"(?:and|und|et|y|e|en)\b|[,&]")


class Credit(NamedTuple):
    """Who wrote an article, and how lines say so."""

    names: tuple[str, ...]
    how: str
    """`stated` (`By Ann Orr`), `account` (`by annorr7`), `titled` (`Ann Orr, reporter`), `dated` (`3 May | Ann Orr`),
    `agency` or `bare` (`Ann Orr`)."""


def credited(lines: Sequence[str], sites: Iterable[str] = ()) -> Credit | None:
    """What the first of `lines` that names authors says; None where none does. Names in `sites` are nobody's.

    >>> credited(["Autor", "Ann Orr", "Cover: Kit Arlen"])
    Credit(names=('Ann Orr',), how='stated')
    >>> credited(["04.02.2022 | 13:10 Uhr | Uta Helk"])
    Credit(names=('Uta Helk',), how='dated')
    """
    sites = tuple(sites)
    for i, line in enumerate(lines):
        if len(line) > _MOST:
            continue
        pieces = _without_stamps(line)
        for piece in pieces:
            if is_by(piece) and i + 1 < len(lines):
                return _labelled(_joined(lines, i + 1), sites)
            whole = _joined(lines, i) if pieces == [line] else piece
            if found := _of_piece(whole, sites, dated=pieces != [line]):
                return found
    return None


def _labelled(line: str, sites: tuple[str, ...]) -> Credit | None:
    """The names in a line that stands below a label for them."""
    pieces = _without_stamps(line[:_MOST])
    names = author_names(pieces[:1], sites)
    return Credit(names, "stated") if names else None


def _joined(lines: Sequence[str], i: int) -> str:
    """A line, with those behind it as long as a list of names goes on there."""
    text = lines[i]
    for line in lines[i + 1 :]:
        if not (text.endswith((",", " and", " &")) or _GOES_ON.match(line)) or len(text) > _MOST:
            break
        text = f"{text} {line}"
    return text


def _of_piece(piece: str, sites: tuple[str, ...], *, dated: bool) -> Credit | None:
    if dated and (filed := _filed().match(piece)):
        piece = piece[filed.end() :]
    found = read(piece)
    if name := _account_in(piece, sites, certain=dated or found is None or found.how != "bare"):
        return Credit((name,), "account")
    if name := _behind_desk(piece):
        return Credit((name,), "stated")
    if found is None and _by().match(piece):
        found = Byline(author_names([piece], sites), "stated")  # a list of accounts
    if found is None:
        return None
    names = _of_people(author_names(found.names, sites), piece, sites)
    return Credit(names, "dated" if dated and found.how == "bare" else found.how) if names else None


def _of_people(names: tuple[str, ...], piece: str, sites: tuple[str, ...]) -> tuple[str, ...]:
    """`names` without what is not a person's."""
    if len(names) == 1 and " " not in names[0]:
        return names if is_account(names[0], sites) else ()
    if piece.endswith(".") and names and is_person(names[0]):  # `Ann Orr, head of Isle Rail.`
        return tuple(name for name in names if name == names[0] or is_person(name))
    return names


def _account_in(piece: str, sites: tuple[str, ...], *, certain: bool) -> str:
    """`olga7` of `von olga7`, `Olga` of `Erstellt von Olga`; nothing of `Von Miller`, which may be a name."""
    match = _account().fullmatch(piece)
    if match is None or not is_account(match["name"], sites):
        return ""
    if not (certain or piece[0].islower() or " " in piece[: match.start("name")].strip()):
        return ""
    return match["name"]


def _behind_desk(piece: str) -> str:
    """`Ann Orr` of `Redaktion: Ann Orr (Isle Rail)`"""
    desk, colon, rest = piece.partition(":")
    name = rest.partition("(")[0].strip()
    return name if colon and matches("desk", desk) and is_person(name) else ""


def is_account(name: str, sites: tuple[str, ...]) -> bool:
    """Whether one word can stand for somebody: no newsroom, and not what a site's name begins with."""
    if not _ACCOUNT.fullmatch(name) or is_nobodys(name):
        return False
    return not any(site.casefold().startswith(name.casefold()) for site in sites)


@derived
def _account(lexis: Lexis) -> re.Pattern[str]:
    """`by annorr7`, `Geschrieben von Cooper`"""
    rows = lexis.everywhere("bylines")
    by = alternatives(row["word"] for row in rows if "by" in row["kinds"].split())
    return re.compile(rf"(?:{by})\s*:?\s+(?P<name>\S+)", re.I)


@derived
def _filed(lexis: Lexis) -> re.Pattern[str]:
    """`in Ferries` of `Posted in Ferries by annorr7 on 3 May`"""
    rows = lexis.everywhere("bylines")
    by = alternatives(row["word"] for row in rows if "by" in row["kinds"].split())
    return re.compile(rf"(?:in|en|dans|em|under|unter)\s.{{1,60}}?\s(?=(?:{by})\s)", re.I)


@derived
def _by(lexis: Lexis) -> re.Pattern[str]:
    """`Posted by`: no other words can stand before names."""
    rows = lexis.everywhere("bylines")
    work = alternatives(row["word"] for row in rows if "work" in row["kinds"].split())
    return re.compile(rf"(?:(?:{work})\s+)?by\s+\S", re.I)


def _without_stamps(line: str) -> list[str]:
    """What stands before, between and behind the dates of a line; the line alone where it has none.

    >>> _without_stamps("Publiziert am 13. Januar 2014 von uriebe")
    ['von uriebe']
    """
    even = spaced(line)
    found = [m for m in moments(even) if m.date or m.time]
    if not any(m.date for m in found):
        return [line]
    starts, ends = [0, *(m.end for m in found)], [*(m.start for m in found), len(even)]
    pieces = [_without_words(even[start:end]) for start, end in zip(starts, ends, strict=True) if start < end]
    return [piece for piece in pieces if any(c.isalpha() for c in piece)]


def _without_words(piece: str) -> str:
    """A piece between two dates without the words of stamps at its ends: `Posted on`, `Uhr |`."""
    piece = piece.strip(_EDGES)
    at = words_from(piece)
    while 0 < at < len(piece) and piece[at - 1 : at + 1].isalnum():
        at += 1  # inside of `annorr7`
    if any(c.isalpha() for c in piece[at:]):
        piece = piece[:at].strip(_EDGES)
    while (word := re.match(r"[^\W\d_]+", piece)) and kinds(word[0])[0] not in (None, "word") and not is_by(word[0]):
        piece = piece[word.end() :].strip(_EDGES)
    return piece


def is_person(name: str, *, common: bool = False) -> bool:
    """Whether a name is that of a person: two or three words, the first of them a first name.

    `common`: one that is hardly anything else, for names that stand where others may.
    """
    words = re.sub(r"\A(?:Dr|Prof)\.\s+(?:Dr\.\s+)?", "", name).split()
    gender = first_names.gender if common else first_names.world_gender
    return 2 <= len(words) <= 3 and all(w[:1].isupper() for w in words) and gender(words[0]) is not None


def is_first_name(word: str) -> bool:
    """Whether a word is a first name, and no place is called so.

    >>> is_first_name("Olga"), is_first_name("Berlin")
    (True, False)
    """
    return first_names.world_gender(word) is not None and word.casefold() not in gazetteer.anywhere()


def in_words(account: str) -> str:
    """The name that an account is made of, where it is one; else the account.

    >>> in_words("olga.orr"), in_words("isle.rail")
    ('Olga Orr', 'isle.rail')
    """
    first, dot, last = account.partition(".")
    name = f"{first} {last}".title()
    return name if dot and last.isalpha() and is_person(name, common=True) else account
