"""What results, listings, notices, forecasts and markets write short without a stop: lexis/en/shortened.tsv.

A column of the table is a place where such a word may stand, so that `SB` is stolen bases before a colon and a season's
best behind a time; each may be held to what the article is about, and to whose English it is in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from ...lexis import english
from ...lexis.tables import Lexis, Row, derived
from .. import numbers as num
from ..scan import FIGURES, WORD, Context, Reading, Rule, compiled
from .jargon import in_sentence, known
from .shapes import keep_stop
from .tails import attributive


class Short(NamedTuple):
    """A word written short, where it ends, and what stands around it."""

    word: str
    end: int
    ctx: Context

    def follows(self, pattern: str) -> bool:
        return compiled(pattern).match(self.ctx.text, self.end) is not None

    def preceded(self, pattern: str) -> bool:
        return compiled(pattern).search(self.ctx.text[max(0, self.ctx.start - 24) : self.ctx.start]) is not None


def _any(s: Short) -> bool:
    """Anywhere; a single letter only before a word: `v rough`."""
    return len(s.word) > 1 or s.follows(r" [a-z]{3}")


def _label(s: Short) -> bool:
    """`Att: 3,412`, `HR: Roe`."""
    return s.follows(r": ?\S")


def _counted(s: Short) -> bool:
    """`3 TDs`, `2/3 IP`."""
    return s.preceded(r"(?:^|[^A-Za-z])[\d½¼¾⅓⅔]+[ -]?$") and not s.follows(r": ")


def _figures(s: Short) -> bool:
    """`Ref: 25/01234/FUL`, `cond. 4`."""
    sign = "[-−–+]?" if len(s.word) > 2 else ""
    return s.follows(rf"[.:]? ?(?:{sign}(?:[A-Z]{{1,4}}[/-]?)?\d|[IVX]{{1,4}}(?!\w))")


def _named(s: Short) -> bool:
    """`QB Ann Lund`."""
    return s.follows(r"\.? [A-Z][\w’']+") and s.ctx.glued() in ("", " ", "(")


def _listed(s: Short) -> bool:
    """By itself between commas or in brackets: `1¼l, nk`, `(rpt)`."""
    if s.word in english.abbreviations() and s.follows(r"\. \d"):
        return False  # "incl. 3 women"
    return s.preceded(r"(?:[,;&] |\()$") and s.follows(r"\.(?! [a-z])|[,;:)]|$|\n")


def _behind(s: Short) -> bool:
    """Behind a score, a time or a measure, and no name: `7-5 ret`, `4:02.37 PB`."""
    return s.preceded(r"(?:\d|\d[)sm]|pts),? ?\(?$") and s.follows(r"[.,;:)]|$|\n")


def _noun(s: Short) -> bool:
    """`a two-run HR`."""
    return s.preceded(r"(?i)\b(?:an?|the|his|her|their|-run|-yard|first|second|\d(?:st|nd|rd|th)) (?:[\w-]{1,8} )?$")


def _timed(s: Short) -> bool:
    """Before a time of day: `dep. 05.20`."""
    return s.follows(r"\.?:? (?:[01]?\d|2[0-3])[.:h]?[0-5]\d(?!\d|,\d)")


def _nth(s: Short) -> bool:
    """`18th C`, `3rd rd`, but `3rd St` of a street is none of these."""
    return s.preceded(r"\d(?:st|nd|rd|th) $") and not (s.word[0].isupper() and s.follows(r"\.? [A-Z]"))


def _placed(s: Short) -> bool:
    """Behind a preposition or another place: `from Vic to Tas`."""
    return s.preceded(r"(?:\b(?:in|of|from|to|across|and|over)|[a-z],) $")


def _stopped(s: Short) -> bool:
    """Only with a stop, and within a sentence: `agri. shed`, `lic.:`."""
    return s.follows(r"\.(?:[:;,]| [a-z\d(&]| No\.)")


PLACES: Mapping[str, Callable[[Short], bool]] = {
    "counted": _counted,
    "timed": _timed,
    "figures": _figures,
    "label": _label,
    "behind": _behind,
    "listed": _listed,
    "named": _named,
    "nth": _nth,
    "placed": _placed,
    "noun": _noun,
    "stopped": _stopped,
    "any": _any,
}
"""Columns of the table in the order they are tried."""


INSIDE = frozenset(["figures", "timed", "named", "nth", "stopped"])
"""Places where a stop ends no sentence."""


class Cell(NamedTuple):
    """A place, the subjects one of which it is held to ("" = none), the words, whether no sentence may run there."""

    place: str
    subject: str
    spoken: str
    apart: bool


def _cells(row: Row) -> tuple[Cell, ...]:
    parted = ((place, *row[place].rpartition(": ")[::2]) for place in PLACES if row[place])
    return tuple(Cell(place, subject, said.removeprefix("?"), said.startswith("?")) for place, subject, said in parted)


@derived
def shortened(lexis: Lexis) -> Mapping[str, tuple[Cell, ...]]:
    """As written -> what it may stand for."""
    return {word: _cells(row) for word, row in lexis.table("shortened").items()}


@derived
def plurals(lexis: Lexis) -> Mapping[str, str]:
    return {word: row["many"] for word, row in lexis.table("shortened").items() if row["many"]}


@derived
def beginnings(lexis: Lexis) -> frozenset[str]:
    """The words in lower case up to an apostrophe."""
    return frozenset(re.split("['/ ]", word)[0].lower() for word in lexis.table("shortened"))


def about(subjects: Sequence[str], ctx: Context) -> bool:
    """Whether the article is about one of `subjects`, or its English is one (`IN`, `american`, `british`)."""
    return (
        ctx.about(*subjects) or ("british" if ctx.british else "american") in subjects or ctx.usage.english in subjects
    )


def behind_stop(m: re.Match[str], ctx: Context) -> int:
    """The offset behind the stop of a shortened word, or before one that ends the sentence too."""
    goes_on = compiled(r"\s?[a-z\d(/,;:&$£€]").match(ctx.text, m.end())
    return m.end() if goes_on else keep_stop(ctx.text, m.end())


def written_short(m: re.Match[str], ctx: Context) -> Reading | None:
    """`wkts`, `Att: 3,412`, `3 TDs`, `1¼l, nk`, `sec'd Cllr Roe`."""
    if ctx.loud:
        return None
    word = m.group("word").replace("’", "'")
    pair = f"{word}{m.group('second') or ''}"
    if m.group("second") and pair in shortened():
        return shortened()[pair][0].spoken, m.end("second")
    own = m.group("own") or ""  # `Govt's`
    cell = cell_of(Short(word, m.end("word") + len(own), ctx))
    if not cell:
        return None
    many = cell.place == "counted" and ctx.before() != "1" and ctx.glued() != "-"
    spoken = plurals().get(word, cell.spoken) if many else cell.spoken
    if ctx.at == 0 and word[0].isupper():
        spoken = spoken[0].upper() + spoken[1:]
    if cell.place in ("label", "listed", "behind") or not m.group("dot"):
        return spoken + own, m.end("word") + len(own)
    return spoken, m.end() if cell.place in INSIDE else behind_stop(m, ctx)


def cell_of(short: Short) -> Cell | None:
    """What a word stands for where it stands."""
    for cell in shortened().get(short.word, ()):
        if PLACES[cell.place](short) and (not cell.subject or about(cell.subject.split(), short.ctx)):
            return None if cell.apart and in_sentence(short.word, short.ctx) else cell
    return None


def behind_figures(m: re.Match[str], ctx: Context) -> Reading | None:
    """`3bdrm`, `456hd`, `2bthrm`: glued to what counts it."""
    word, figures = m.group("word"), m.group("num")
    cells = shortened().get(word, ())
    fits = (
        cell
        for cell in cells
        if cell.place in ("counted", "any") and (not cell.subject or about(cell.subject.split(), ctx))
    )
    cell = next(fits, None)
    spoken = cell.spoken if cell else known(word, ctx)
    if ctx.glued().isalnum() or ctx.glued() in GLUED_TO or not spoken:
        return None
    many = figures != "1" and not attributive(ctx, m.end())
    return f"{num.number(figures, ctx.british)} {plurals().get(word, spoken) if many else spoken}", m.end()


GLUED_TO = tuple("$£€.,/-")
GLUED = Rule(
    "written short behind figures",
    (FIGURES,),
    r"(?P<num>\d{1,4}(?:\.5)?)(?P<word>[a-z]{2,6})(?!\w)",
    behind_figures,
    follows="." + ascii_lowercase,
    lengths="1234",
    source="advertisements and listings: 3bdrm, 456hd",
)
SHORTENED = Rule(
    "written short",
    (WORD,),
    r"(?P<word>[A-Za-z]{1,9}(?:['’](?!s(?!\w))[A-Za-z]{1,4})?)"
    r"(?:(?P<own>['’]s)|(?P<dot>\.)|(?P<second> [A-Za-z][a-z]{0,4})(?!\w))?"
    r"(?![\w'’&@]|(?<![A-Za-z]{3})/)",
    written_short,
    words=beginnings,
    source="results, listings, notices: lexis/en/shortened.tsv",
)
