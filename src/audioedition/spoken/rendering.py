"""Pieces -> one text, with the map from its words back to the source."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Word
from .scan import Piece


def render(pieces: Sequence[Piece]) -> tuple[str, list[Word]]:
    """Joins pieces, with one space wherever a worded one would touch a letter and none doubled beside a silent one."""
    out: list[str] = []
    words: list[Word] = []
    length, last, worded_last = 0, "", False
    for piece in pieces:
        spoken = fitted(piece, last) if worded_last or piece.said else piece.spoken
        if not spoken:
            worded_last = worded_last or not last or last.isspace()
            continue
        if spoken.isalpha():
            words.append(Word(length, length + len(spoken), piece.start, piece.end))
        elif is_copied(piece) and any(map(str.isalnum, spoken)):
            words += copied(spoken, length, piece)
        elif spoken != " " and any(map(str.isalnum, spoken)):
            lead = len(spoken) - len(spoken.lstrip())
            words.append(Word(length + lead, length + len(spoken.rstrip()), piece.start, piece.end))
        out.append(spoken)
        length += len(spoken)
        last, worded_last = spoken[-1], piece.said
    return "".join(out), words


def is_copied(piece: Piece) -> bool:
    """Whether a piece is several words, letter for letter as they are written."""
    return " " in piece.spoken and not (piece.said or piece.ipa) and len(piece.spoken) == piece.end - piece.start


def copied(spoken: str, at: int, piece: Piece) -> list[Word]:
    """The words of a piece that is copied, from offset `at` of the spoken text."""
    words = []
    source = piece.start - (len(spoken) - len(piece.spoken))
    for word in spoken.split(" "):
        end = at + len(word)
        if word:
            words.append(tuple.__new__(Word, (at, end, source, source + len(word))))
        at, source = end + 1, source + len(word) + 1
    return words


def fitted(piece: Piece, last: str) -> str:
    """The words of a piece that a rule made, or that stands behind one, with the space that they need behind the
    character `last`."""
    spoken = piece.spoken
    if not last or last.isspace():
        spoken = spoken.lstrip(" ")
    touching = last.isalnum() or (piece.said and last in tuple(".,;:!?%"))
    return f" {spoken}" if touching and spoken and spoken[0].isalnum() else spoken
