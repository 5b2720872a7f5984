"""Segment -> what the newsreader says for it: bylines, datelines and timestamps are worded, the rest is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..facts.byline_words import match, matches
from ..facts.bylines import author_names, is_by
from ..facts.english import Usage, usage_of
from ..facts.numbered import STOP, numbered_items
from ..lexis.wordings import AUTO, listed, wording
from ..lexis.wordlists import alternatives
from ..model import Article, Dateline, Passage, Role, Segment, Spoken, Word
from ..settings import TextSettings
from . import speak
from .languages.language import language_of
from .lexicon import Lexicon

HEADING_TIME = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d(?=\Z| [A-Z])")
DOTTED_TIME = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")


def word_segment(
    segment: Segment, article: Article, text: TextSettings, lexicon: Lexicon | None = None, usage: Usage | None = None
) -> Spoken:
    """The words for one segment; `Spoken("")` for what the settings leave unspoken.

    Byline: "By Mia Chen and Omar Diaz.", without role, desk or address: print needs them, listeners don't. Dateline:
    the place alone, as on air ("Saint Paul, Minnesota."); whose report it is and when it was filed can be had by the
    wording ("From {place}, for {agency}."). Timestamp: silent, as the edition has its own date.
    """
    written = segment.text
    usage = usage or usage_of(article.text, text.english, text.date_order, article.language)
    language = segment.language or article.language or "en"
    if segment.role == Role.BYLINE and segment.passage is not Passage.SIGNATURE:
        names = {"names": byline_names(segment, article)}
        return _worded(_byline(text.byline, article.language), names, segment, language, lexicon, usage)
    if segment.role == Role.DATELINE:
        known = article.dateline if article.dateline and article.dateline.text.strip() in written else None
        line = known or Dateline(written, written.strip(" –—-:"))
        parts = {
            "place": natural_place(line.place or "", language),
            "agency": line.agency or "",
            "date": line.date or "",
        }
        return _worded(text.dateline, parts, segment, language, lexicon, usage)
    if segment.role == Role.TIMESTAMP:
        return _worded(text.timestamp, {"date": written.strip()}, segment, language, lexicon, usage)
    return speak(_with_time(_as_item(segment, article, language)), usage=usage, language=language, lexicon=lexicon)


def _as_item(segment: Segment, article: Article, language: str) -> Segment:
    """`1. Baugesuche` at the head of a list as `1: Baugesuche`, in languages whose ordinals have a stop."""
    stop = STOP.match(segment.text)
    known = language_of(language) if stop else None
    if not (stop and known and known.word("stop after ordinals") and segment.start in numbered_items(article.text)):
        return segment
    at = stop.start("stop")
    return replace(segment, text=f"{segment.text[:at]}:{segment.text[at + 1 :]}")


def _with_time(segment: Segment) -> str:
    """The text, a time with a stop at its head as one with a colon: of an entry in a live blog, a race, a programme."""
    time = HEADING_TIME if segment.role == Role.SUBHEAD else DOTTED_TIME
    found = time.match(segment.text) if segment.role == Role.SUBHEAD or segment.passage is Passage.SCHEDULE else None
    return found[0].replace(".", ":") + segment.text[found.end() :] if found else segment.text


def reworded(
    say: str,
    segment: Segment,
    usage: Usage,
    lexicon: Lexicon | None = None,
    language: str = "en",
) -> Spoken:
    """`say` in place of all the words of a segment, to which every word of it maps; `Spoken("")` for none."""
    spoken = speak(say, usage=usage, language=language, lexicon=lexicon)
    words = tuple(Word(w.start, w.end, 0, len(segment.text)) for w in spoken.words)
    return Spoken(spoken.text, words, spoken.phonemes)


def _byline(setting: str, language: str | None) -> str:
    """The wording of bylines that is set, else that of the article's language."""
    return wording("byline", language) if setting == AUTO else setting


def _worded(
    template: str, parts: dict[str, str], segment: Segment, language: str, lexicon: Lexicon | None, usage: Usage
) -> Spoken:
    """`template` filled with `parts`; an empty part takes the short word before it along, a preposition in every
    language: `for {agency}`, `für {agency}`. Words map to the whole segment.
    """
    filled = template
    for name, value in parts.items():
        if not value:
            filled = re.sub(rf",?\s*(?:\b[^\W\d_]{{1,5}}\s+)?\{{{name}\}}", "", filled)
        filled = filled.replace(f"{{{name}}}", value)
    if not any(parts[name] for name in parts if f"{{{name}}}" in template):
        return Spoken("")
    return reworded(filled.strip(" ,"), segment, usage, lexicon, language)


def byline_names(segment: Segment, article: Article) -> str:
    """`By MIA CHEN, Staff Writer, and Omar Diaz mia@x.example` -> "Mia Chen and Omar Diaz"."""
    names: Sequence[str] = [n for n in article.bylines if n.casefold() in segment.text.casefold()]
    names = names or author_names([segment.text]) or _as_written(segment.text)
    return listed([natural_name(name) for name in names], article.language)


def _as_written(line: str) -> Sequence[str]:
    """Who wrote it by a line that names no person: `By The Harbor News Agency`; nobody by `Published by`."""
    lead = match("lead", line)
    who = line[lead.end() if lead else 0 :].strip(" .–—-:")
    return [who] if who and not is_by(who.split()[-1]) else []


def natural_name(name: str) -> str:
    """`DONALD McKAY` -> "Donald McKay"; a name with more small letters than a "Mc" stays as it is."""
    if re.search(r"[^\W\d_A-Z]", name.replace("Mc", "").replace("Mac", "")) or _is_spelt(name):
        return name
    return re.sub(r"[^\W\d_]{2,}", lambda m: capital(m.group()), name)


def _is_spelt(name: str) -> bool:
    """`ANP`, `AFP`: an agency's letters."""
    return len(name) < _SPELT and matches("agency", name)


def capital(word: str) -> str:
    """`CHEN` -> "Chen", `MCKAY` -> "McKay"."""
    return f"Mc{word[2:].capitalize()}" if word[:2].upper() == "MC" and len(word) > 4 else word.capitalize()


_SPELT = 5
"""So many letters are a word: `EFES`."""
SMALL = frozenset(["of", "the", "and", "upon", "on", "in", "de", "la", "le", "du", "del", "al"])


def natural_place(place: str, language: str = "en") -> str:
    """`ST. PAUL, Minn.` -> "St. Paul, Minn.", `LONDON/PARIS` -> "London and Paris"; single capitals (`D.C.`) stay, and
    the letters of a country or state behind a comma (`[UK]`)."""

    def natural(m: re.Match[str]) -> str:
        word = m.group()
        if not word.isupper() or _ABBREVIATED.fullmatch(place[: m.end()][m.start() - 2 :] + place[m.end() :][:1]):
            return word
        return word.lower() if m.start() and word.lower() in SMALL else capital(word)

    known = language_of(language)
    rivers = alternatives(known.pairs("rivers")) if known else ""
    apart = rf"/(?!(?:{rivers})(?!\w))" if rivers else "/"
    return re.sub(apart, f" {wording('and', language)} ", re.sub(r"[^\W\d_]{2,}", natural, place)).strip()


_ABBREVIATED = re.compile(r", [A-Z]{2,3},?")
"""Letters behind a comma, all of their part."""
