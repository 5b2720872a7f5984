"""Segment -> what the newsreader says for it: bylines, datelines and timestamps are worded, the rest is read."""

from __future__ import annotations

import re

from ..model import Article, Dateline, Role, Segment, Spoken, Word
from ..settings import TextSettings
from . import speak
from .lexicon import Lexicon


def word_segment(
    segment: Segment, article: Article, text: TextSettings, lexicon: Lexicon | None = None, english: str = "US"
) -> Spoken:
    """The words for one segment. `Spoken("")` for what the settings leave unspoken.

    Byline: "By Mia Chen and Omar Diaz." Dateline: the place alone, as on air ("Saint Paul, Minnesota."): whose report it
    is, listeners hear nowhere else in the bulletin, and the wording can say so ("From {place}, for {agency}.").
    """
    if segment.role == Role.BYLINE:
        return worded(text.byline, {"names": byline_names(segment, article)}, segment, text, lexicon, english)
    if segment.role == Role.DATELINE:
        line = (
            article.dateline
            if article.dateline and article.dateline.text in segment.text
            else Dateline(segment.text, segment.text)
        )
        parts = {"place": natural_place(line.place or ""), "agency": line.agency or "", "date": line.date or ""}
        return worded(text.dateline, parts, segment, text, lexicon, english)
    if segment.role == Role.TIMESTAMP:
        return worded(text.timestamp, {"date": segment.text.strip()}, segment, text, lexicon, english)
    return speak(
        segment.text, english=english, date_order=text.date_order, language=segment.language or "en", lexicon=lexicon
    )


def worded(
    template: str, parts: dict[str, str], segment: Segment, text: TextSettings, lexicon: Lexicon | None, english: str
) -> Spoken:
    """`template` filled with `parts`; the map sends every word to the whole segment."""
    if not template.strip():
        return Spoken("")
    filled = template
    for name, value in parts.items():
        filled = filled.replace(f"{{{name}}}", value)
    filled = re.sub(r"\s+", " ", filled)
    filled = re.sub(r"\s*,(?=\s*[.,])|\b(?:for|in|on|by)\s*(?=[.,])", "", filled).strip()
    if not any(c.isalnum() for c in filled):
        return Spoken("")
    spoken = speak(filled, english=english, date_order=text.date_order, lexicon=lexicon)
    words = tuple(Word(w.start, w.end, 0, len(segment.text)) for w in spoken.words)
    return Spoken(spoken.text, words, spoken.phonemes)


EMAIL = re.compile(r"\S{1,100}@\S{1,100}")
BY = re.compile(r"^\s*(?:by|from|words by|story by|written by|reported by)\b[:\s]*", re.I)
ROLE_WORDS = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|columnist|contributor|bureau|chief|critic|journalist|producer|news|press|service|desk|agency|times|post|media|special to|associated|reuters)\b",
    re.I,
)
SPLIT = re.compile(r"\s*(?:,|;|\||/|\n|\band\b|&|•|·)\s*", re.I)


def byline_names(segment: Segment, article: Article) -> str:
    """`By MIA CHEN, Staff Writer, and Omar Diaz mia@x.org` -> "Mia Chen and Omar Diaz"."""
    names = [n for n in article.bylines if n.lower() in segment.text.lower()]
    if not names:
        plain = BY.sub("", EMAIL.sub("", segment.text))
        parts = [p.strip(" .–—-") for p in SPLIT.split(plain)]
        names = [p for p in parts if p and not ROLE_WORDS.search(p)] or [p for p in parts if p][:1]
    return join_names([natural_name(n) for n in names])


def join_names(names: list[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def natural_name(name: str) -> str:
    """`MIA McCHEN` -> "Mia McChen"; names with lower-case letters stay."""
    return name if any(c.islower() for c in name) else re.sub(r"[^\W\d_]+", lambda m: capital(m.group()), name)


def capital(word: str) -> str:
    if len(word) == 1:
        return word
    if word[:2] == "MC" and len(word) > 3:
        return f"Mc{word[2:].capitalize()}"
    return word.capitalize()


SMALL = frozenset("of the and upon on in de la le du del al".split())


def natural_place(place: str) -> str:
    """`ST. PAUL, Minn.` -> "St. Paul, Minn."; `NEW DELHI` -> "New Delhi"; short capitals like `U.S.` stay."""

    def fix(m: re.Match[str]) -> str:
        word = m.group()
        if not word.isupper() or len(word) == 1:
            return word
        return word.lower() if word.lower() in SMALL and m.start() else capital(word)

    return re.sub(r"[^\W\d_]+", fix, place).replace("/", " and ").strip()
