"""Written text -> the words a newsreader says (`Spoken`), with the map back and the lexicon's pronunciations.

Standards: W3C Pronunciation Lexicon Specification 1.0; otherwise the usage of AP, Guardian and BBC newsreading. See
docs/spoken-form.md for the order of the rules and how to add one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model import Spoken, Word
from .scan import Piece, Usage, scan
from .variants import detect_english

if TYPE_CHECKING:
    from .lexicon import Lexicon, load_lexicon, unknown_words
    from .wording import word_segment

__all__ = ["Lexicon", "detect_english", "load_lexicon", "speak", "spoken_form", "unknown_words", "word_segment"]

_HOME = {"Lexicon": "lexicon", "load_lexicon": "lexicon", "unknown_words": "lexicon", "word_segment": "wording"}


def __getattr__(name: str) -> Any:
    # Imported on first use: plain text needs no lexicon.
    if name in _HOME:
        import importlib

        return getattr(importlib.import_module(f".{_HOME[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def spoken_form(text: str, *, english: str = "auto", date_order: str = "auto", language: str = "en") -> str:
    """The words to say for any written text; what needs no change comes back letter for letter. Never raises.

    `english` is `US`, `GB` or `auto` (by evidence in the text, else US); `date_order` `month-first`, `day-first` or
    `auto` (by `english`).
    """
    return render(pieces_of(text, english, date_order, language))[0]


def usage_of(text: str, english: str, date_order: str) -> Usage:
    british = (detect_english(text) if english == "auto" else english) == "GB"
    return Usage(british, british if date_order == "auto" else date_order == "day-first")


def pieces_of(text: str, english: str, date_order: str, language: str) -> list[Piece]:
    from .english import RULES, plain

    return scan(text, RULES, usage_of(text, english, date_order), plain)


def render(pieces: list[Piece]) -> tuple[str, list[Word]]:
    """Join pieces, with a space where a worded one would touch a letter; empty ones swallow a space beside them."""
    out: list[str] = []
    words: list[Word] = []
    length = 0
    last = ""
    for piece in pieces:
        spoken = piece.spoken
        if not piece.said:
            if not spoken:
                continue
            if worded_before(words, piece) and last.isalpha() and spoken[0].isalpha():
                spoken = f" {spoken}"
        else:
            if last and last.isalnum() and spoken[:1].isalnum():
                spoken = f" {spoken}"
            elif last in ".,;:!?" and last and spoken[:1].isalnum():
                spoken = f" {spoken}"
        if last.isspace() and spoken[:1] == " " and (piece.said or True) and spoken.strip() != spoken:
            spoken = spoken.lstrip(" ") if piece.said else spoken
        if not spoken:
            continue
        start = length
        out.append(spoken)
        length += len(spoken)
        last = spoken[-1]
        if any(c.isalnum() for c in spoken):
            lead = len(spoken) - len(spoken.lstrip())
            words.append(Word(start + lead, start + len(spoken.rstrip()), piece.start, piece.end))
    return "".join(out), words


def worded_before(words: list[Word], piece: Piece) -> bool:
    return bool(words) and words[-1].source_end == piece.start


def speak(
    text: str, *, english: str = "auto", date_order: str = "auto", language: str = "en", lexicon: Lexicon | None = None
) -> Spoken:
    """Like `spoken_form`, as a `Spoken`: in words and prosody marks only, with the map back and pronunciations."""
    spoken, words = render(pieces_of(text, english, date_order, language))
    return Spoken(spoken, tuple(words))
