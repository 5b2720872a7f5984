"""Written text -> the words a newsreader says (`Spoken`), with the map back and the lexicon's pronunciations.

Standards: W3C Pronunciation Lexicon Specification 1.0; otherwise the usage of AP, Guardian and BBC newsreading. See
docs/spoken-form.md for the order of the rules and how to add one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..facts.english import Usage, usage_of
from ..lexis.tables import is_english
from ..model import Doubt, Reading, Spoken
from .prosody import engine_safe
from .rendering import render
from .scan import Piece, scan

if TYPE_CHECKING:
    from .lexicon import Lexicon, load_lexicon, unknown_words
    from .wording import reworded, word_segment

__all__ = [
    "Lexicon",
    "load_lexicon",
    "reworded",
    "speak",
    "spoken_form",
    "unknown_words",
    "word_segment",
]

_HOME = {
    "Lexicon": "lexicon",
    "load_lexicon": "lexicon",
    "unknown_words": "lexicon",
    "reworded": "wording",
    "word_segment": "wording",
}


def __getattr__(name: str) -> Any:
    # Imported on first use: plain text needs no lexicon.
    if name in _HOME:
        import importlib

        return getattr(importlib.import_module(f".{_HOME[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def spoken_form(text: str, *, english: str = "auto", date_order: str = "auto", language: str = "en") -> str:
    """The words to say for any written text; what needs no change comes back letter for letter. Never raises.

    `english` is one of settings.ENGLISHES or `auto` (by evidence in the text, else US); `date_order`
    `month-first`, `day-first` or `auto` (by `english`); `language` a BCP 47 code.
    """
    return render(_pieces(text, usage_of(text, english, date_order), language, None, []))[0]


def speak(
    text: str,
    *,
    english: str = "auto",
    date_order: str = "auto",
    language: str = "en",
    lexicon: Lexicon | None = None,
    usage: Usage | None = None,
) -> Spoken:
    """Like `spoken_form`, but ready for an engine: quotation marks and brackets become pauses or nothing.

    Every word of the result maps to its span of `text`; `phonemes` holds what the lexicon gives as IPA. `usage`: that
    of the article which the text is part of, instead of evidence in the text alone.
    """
    usage = usage or usage_of(text, english, date_order)
    signs = not is_english(language)
    doubts: list[Doubt] = []
    worded = _pieces(text, usage, language, lexicon, doubts)
    pieces = engine_safe(worded, signs=signs)
    spoken, words = render(pieces)
    if not any(map(str.isalnum, spoken)):
        return Spoken("")
    ipa = {p.start: p.ipa for p in pieces if p.ipa}
    phonemes = tuple((w.start, w.end, ipa[w.source_start]) for w in words if w.source_start in ipa)
    readings = tuple(Reading(text[p.start : p.end], p.spoken.strip(), p.rule or "lexicon") for p in worded if p.said)
    return Spoken(spoken, tuple(words), phonemes, tuple(doubts), readings)


def _pieces(text: str, usage: Usage, language: str, lexicon: Lexicon | None, doubts: list[Doubt]) -> list[Piece]:
    if not is_english(language):
        from .languages import rules_of

        return scan(text, rules_of(language), usage, lexicon, doubts)
    from .english import RULES

    return scan(text, RULES, usage, lexicon, doubts)
