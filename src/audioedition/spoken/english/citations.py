"""What is cited by figures: verses of scripture, bills, marks out of ten, names of files and of domains."""

from __future__ import annotations

import re
from string import digits

from ...lexis import english
from ...lexis.tables import Lexis, derived
from .. import numbers as num
from ..scan import FIGURES, SYMBOL, WORD, Context, Reading, Rule
from .codes import letters, vowels

BOOK = r"(?:Samuel|Kings|Chronicles|Corinthians|Thessalonians|Timothy|Peter|John|Maccabees|Esdras)"


CHAPTER = (
    r"(?P<chapter>\d{1,3})(?P<sep>[:.])(?P<verse>\d{1,3})(?:[-–](?:(?P<other>\d{1,3})(?P=sep))?(?P<last>\d{1,3}))?"
    r"(?!\d|:\d|[ap]\.?m)"
)
"""`3:16`, `1.1-2.3`."""


def verse(m: re.Match[str], ctx: Context) -> Reading | None:
    """`John 3:16`, `Matthew 5:3-12`, in a church's notices `John 3.16`: chapter and verse."""
    before = ctx.before()
    if not before[:1].isupper() or before.capitalize().replace("’", "'") not in english.books():
        return None
    return (chapter_and_verse(m), m.end()) if m.group("sep") == ":" or ctx.about("church") else None


def chapter_and_verse(m: re.Match[str]) -> str:
    """ "three sixteen", "one one to two three"."""
    first, second, other, last = (num.code(g) if g else "" for g in m.group("chapter", "verse", "other", "last"))
    return f"{first} {second}{f' to {other} {last}' if other else f' to {last}' if last else ''}"


def short_book(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Matt.` of `Matt. 5:9`, verse and all."""
    if m.group("sep") == "." and not ctx.about("church"):
        return None
    return f"{english.short_books()[m.group('book')]} {chapter_and_verse(m)}", m.end()


def numbered_book(m: re.Match[str], ctx: Context) -> Reading | None:
    """The figure of `1 Corinthians 13`."""
    return num.ordinal(int(m.group("num"))).capitalize(), m.end("num")


def out_of(m: re.Match[str], ctx: Context) -> Reading | None:
    """`7.5/10`, `2.5/4`: a mark with a decimal."""
    if ctx.glued().isalnum() or ctx.glued() in ("/", ".", "$", "£", "€"):
        return None
    whole = m.group("mark").removesuffix("½")
    mark = num.number(whole) if whole == m.group("mark") else f"{num.cardinal(int(whole))} and a half"
    return f"{mark} out of {num.cardinal(int(m.group('best')))}", m.end()


def bill(m: re.Match[str], ctx: Context) -> Reading | None:
    """`H.R. 3746`, `S. 1260`, `H.J. Res. 7`."""
    if m.group("house") == "S." and ctx.british:
        return None  # "contrary to S. 18 of the Act"
    resolution = " Resolution" if m.group("res") else ""
    return f"{' '.join(re.findall('[A-Z]', m.group('house')))}{resolution} {num.code(m.group('num'))}", m.end()


def file_name(m: re.Match[str], ctx: Context) -> Reading | None:
    """`report.pdf`, `data_2024.xlsx`."""
    extension = m.group("extension").lower()
    if extension not in english.extensions():
        return None
    said = []
    for piece in re.findall(r"[A-Za-z]+|\d+|[_-]", m.group("stem")):
        if piece.isdecimal():
            said.append(num.code(piece) if len(piece) < 5 else num.digits(piece))
        else:
            said.append({"_": "underscore", "-": "dash"}.get(piece, piece))
    kind = re.fullmatch(r"([a-z]+)(\d?)", extension)
    assert kind
    word = kind.group(1) if kind.group(1) in ("doc", "zip", "tar", "gif", "png", "mov") else letters(kind.group(1))
    return f"{' '.join(said)} dot {word} {num.cardinal(int(kind.group(2))) if kind.group(2) else ''}".rstrip(), m.end()


def dot_com(m: re.Match[str], ctx: Context) -> Reading | None:
    """`.gov`, `a .com firm`: the end of an address alone."""
    top = m.group("top").lower()
    if ctx.glued().isalnum() or ctx.glued() in (".", ")", "]") or top not in english.top_level():
        return None
    return f"dot {top if vowels(top) and len(top) > 2 else letters(top)}", m.end()


VERSE = Rule(
    "verse",
    (FIGURES,),
    CHAPTER,
    verse,
    follows=":.",
    lengths="123",
    source="SBL style: chapter and verse by a colon",
)


@derived
def short_book_pattern(lexis: Lexis) -> str:
    """`Matt. 5:9`."""
    books = "|".join(lexis.made(english.short_books.make))
    return rf"(?P<book>{books})\.? {CHAPTER}"


SHORT_BOOK = Rule(
    "short book",
    (WORD,),
    short_book_pattern,
    short_book,
    source="SBL abbreviations of books (lexis/en/scripture.tsv)",
)
NUMBERED_BOOK = Rule(
    "numbered book",
    (FIGURES,),
    rf"(?P<num>[1-4])(?= {BOOK} \d)",
    numbered_book,
    follows=" ",
    lengths="1",
    source="First Corinthians: how lectors read 1 Corinthians",
)
OUT_OF = Rule(
    "mark",
    (FIGURES,),
    r"(?P<mark>\d{1,2}(?:\.\d|½))/(?P<best>4|5|10|20|100|(?<=[.]5/|.½/)\d{1,2})(?![\w/]|[.,]\d)",
    out_of,
    follows=".½",
    lengths="12",
    source="reviews: 7.5/10",
)
BILL = Rule(
    "bill",
    (WORD,),
    r"(?P<house>H\.? ?R\.|S\.|H\.J\.|S\.J\.|H\.C\.|S\.C\.|[AHS]\.B\.)(?P<res> Res\.)? ?(?P<num>\d{1,4})\b",
    bill,
    begins="HSA",
    then=" .",
    source="Congress: H.R. 3746",
)
FILE_NAME = Rule(
    "file",
    (WORD, FIGURES),
    r"(?P<stem>\w[\w-]{0,60})\.(?P<extension>[A-Za-z]{3,4}\d?)(?![\w@])",
    file_name,
    then="-._" + digits,
    source="names of files in reports on data and leaks",
)
DOT_COM = Rule(
    "end of an address",
    (SYMBOL,),
    r"\.(?P<top>[a-z]{2,5}|NET)(?![\w@]|\.\w)",
    dot_com,
    ".",
    source="talk of `.gov` and `.com`",
)
