"""The grammar of credits: how the head or the tail of a paragraph says that it belongs to a picture.

A credit is one small phrase, of which most papers leave parts out:

    separator   up to three words   picture word   how it came      mark   owner
    . – | / (   Viewer              photo          courtesy of      : /    Ann Holt, AFP

The words are tables: `bylines` (picture words, houses that sell pictures), `captions` (sorts of pictures, how they
came, where in a picture somebody stands). Each form below is made of such parts and has an example, which no other
form takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..lexis.tables import Lexis, derived
from ..lexis.wordlists import alternatives, shortest


class Form(NamedTuple):
    """One order in which parts of a credit stand; `<name>` is a part."""

    pattern: str
    example: str


_SIGNS: Mapping[str, str] = {
    "capital": r"(?-i:[A-ZÀ-Þ])",
    "name": r"(?-i:[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){1,2})",
    "owner": r"(?-i:[A-ZÀ-Þ\d])(?:[^.:?!()\n]|(?<=\b[A-Z])\.){1,60}",
    "shown": r"(?-i:[A-ZÀ-Þ][\w’'.&-]*(?: [A-ZÀ-Þ][\w’'.&-]*){0,3})",
    "short": r"(?-i:[A-ZÀ-Þ\d])[\w.’&, -]{2,60}",
    "shouted": r"(?-i:[A-ZÀ-Þ]{2,}(?: [A-ZÀ-Þ]{2,}){0,4})",
    "ended": r"[.!?”\"“»)] ",
    "words": r"(?!(?:the|an?|this|that|his|her|their|our|your|my|one) )(?:[\w’'.&-]+ ){0,3}",
}
"""The parts that are no words of the tables: who owns it, who shows it, what stands before it, up to three words."""

HEADS = (
    Form(r"<heads> ?(?:<picture>)? ?(?:[:–—]|-(?!(?-i:[a-z])))", "FILE - The bridge in May"),
    Form(
        r"<sort> <picture> (?:of|shows)\b[^.]{0,160}\.?(?: \([^()]{2,50}\))?\Z", "File photo of Ann Holt on the bridge"
    ),
    Form(r"(?:<picture>(?<![sx])|<pointing>|in this[^.]{0,40}photo)\s*[:–—]", "Above: the bridge in May"),
    Form(r"pictured\b[^.]{0,200}\Z", "Pictured with the cup are Ann Holt and her dog"),
    Form(r"(?:photo )?caption\b", "Caption The bridge in May"),
    Form(r"<source> <picture>\b[^.\n]{0,60}: \S[^\n]{2,60}\Z", "Bron foto Laan: bureau.nl"),
)
"""How captions begin, with a word of the tables."""
NAMES = (
    Form(r"\S{3,80}\.(?:jpe?g|png|gif|webp)\Z", "bridge-2.jpg"),
    Form(
        r"(?-i:[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){1,3})/(?:<staff>|<house>|(?-i:[A-Z]{2,8})) (?=<capital>)"
        r"[^\n]{4,220}\Z",
        "JOHN ROE/Stuff The bridge was closed for two days.",
    ),
)
"""... and with the name of a file or of who made the picture."""
CLOSED = (
    Form(r"\((?:<picture>\b|<came>\b|<house>[/: ])[^()]{0,80}\)", "The bridge in May (Reuters/John Roe)"),
    Form(r"\((?-i:[A-Z]{2,6}|[A-Z][\w.’' -]{2,40}) <picture>\)", "The bridge in May (PTN Photo)"),
    Form(
        r"(?:[/|]\s*|\b<picture>(?: by)?:? |\b<came>: ?|\bvia )(?:<capital>\w+ )?<house>\)?",
        "The bridge in May. John Roe/Reuters",
    ),
    Form(r"(?<=[.!?”\d] )(?-i:(?=[A-Z]))<house> ?/ ?<short>", "The bridge on May 2, 2026 REUTERS/John Roe"),
    Form(
        r"[—–-] ?(?:[\w ]{0,30} )?<picture>(?: courtesy of| by) <capital>[^.\n]{2,60}",
        "A bridge. – Herald pic by John Roe, May 3, 2026.",
    ),
    Form(r"<ended><picture>(?: credits?)?(?: by|:) <name>(?:[,/] ?<short>)?", "The hall on Monday. Photo: John Roe."),
    Form(r"\bcourtesy (?:of )?<capital>[\w’'. -]{2,40}", "The bridge in May. Courtesy of St. Ann’s"),
    Form(
        r"(?:\A|<ended>|[/|(:] ?|[–—-] )<stock>(?:\.com)?(?:\s?/\s?[\w .-]{2,40})?\)?",
        "The lighthouse at low tide. Shutterstock/johnroe",
    ),
)
"""Ends of captions behind which a full stop may stand."""
OPEN = (
    Form(r"\A<capital>\w+ (?:<join>|[&+]) <picture>: <owner>", "Texto y fotos: Ana Ruiz / Corresponsal"),
    Form(r"\A[^.\n]{2,200}\((?:pictured\b[^()\n]{0,60}|<pointing>)\)[^.\n]{0,160}", "Ann Holt (left) and her dog"),
    Form(
        r"(?:<ended>|\s[|/–—-] |\()<words><picture>(?: credits?| courtesy)?[\u00a0 ]?: <owner>\.?\)?",
        "A bridge. Library photo: J. Roe",
    ),
    Form(r"[–—-] <offered>", "The minister is asked about the email – video"),
    Form(r"\((?:<state>|<sort> <picture>)\)", "Team in training ahead of a match (file pic)"),
    Form(r"[^.:!?\n]{3,100} (?=<capital>)<picture>: <capital>[^.:\n]{2,50}", "Ann Holt Foto: Privat"),
    Form(r"<ended>(?=<capital>)<picture> <owner>", "The bridge in May. Photo John Roe"),
    Form(r"[.!?»”] (?:/ )?(?-i:[A-ZÀ-Þ]{3,}(?: [A-ZÀ-Þ]{3,}){1,2})", "The bridge in May. JOHN ROE"),
    Form(r"(?:[.!?»”]|\s[–—/|-]) ?© ?\w[^.]{0,40}", "The hall in Elmbach / Orpheus - © John Roe"),
    Form(
        r"\b<picture> (?:by|von|par|di|de) (?:<name>|\w+ on <house>)",
        "The captain, centre, and his team Photo by Sam Doyle",
    ),
    Form(r"[/|] ?<picture> by <capital>[^\n]{2,60}", "Mayor Jo Hale (D) / Photo by Jane A. Doe, WXA via Flickr"),
    Form(r"(?:\A|<ended>)<picture> ?[/|] ?<short>", "The bridge at dusk. PHOTO | FILE"),
    Form(
        r"(?:<ended>|[—–-] ?)(?-i:(?:[A-Z]{2,5} )?PHOTOS?: [A-Z])[\w.,’& -]{2,60}",
        "The bridge on Monday -- FILE PHOTO: J. ROE",
    ),
    Form(r"<ended><shouted> ?/ ?<short>", "The bridge on Monday. THE WEXLE PRESS/John Roe"),
    Form(
        r"<ended><shouted> ?[–—-] (?-i:(?:[A-ZÀ-Þ]\.[ -]?){0,2}[A-ZÀ-Þ’'-]{3,})", "Le pont en mai. MIDI NORD - J. ROE"
    ),
    Form(r"<ended><shouted> ?[–—-] (?-i:(?:[A-ZÀ-Þ]\.[ -]?){2,3})", "Le pont en mai. MDL - J. R."),
    Form(r"[.!?»”] ?/ (?-i:(?:[A-ZÀ-Þ]\.[ -]?){1,3}[A-ZÀ-Þ’'-]{3,})", "El puente en mayo. / F. ALARCÓN"),
    Form(r"<ended>(?:<source>|credit): <short>", "A firefighter at the bridge. Source: 1 NORTH"),
    Form(r"(?-i:(?<=[a-z])[A-Z])\w{4,9} source, <short>", "A van in the floodImage source, Wexle Images"),
    Form(
        r"\A[^\n]{10,200}[.!?”\"] ?\((?:(?-i:[KW][A-Z]{3})|<shown>: ?<name>|<name> ?/ ?<shown>)\)",
        "The bridge on Monday. (Elm Valley Times: John Roe)",
    ),
    Form(r"<sort> <picture>", "Pia K. Blaine Submitted photo"),
    Form(
        r"(?-i:[A-Z][\w’'-]+ [A-Z][\w’'-]+) / <staff>\b[\w ]{0,40}", "The gap on Sunday. John Roe / Staff Photographer"
    ),
)
"""Ends behind which none stands."""
_KINDS = {"still": "picture", "join": "join", "house": "house", "source": "source"}
"""Kinds of words of bylines -> the parts of credits that they are."""
_STOPPED, _ENDS = r")\.?\Z", r")\Z"


@derived
def heads(lexis: Lexis) -> re.Pattern[str]:
    """Matches how captions begin, with a word of the tables."""
    return _any_of(lexis, HEADS, ")")


@derived
def first_words(lexis: Lexis) -> frozenset[str]:
    """The words, in small letters, with one of which such captions begin."""
    kinds = _words(lexis)
    begun = ("heads", "sort", "picture", "pointing", "source")
    return frozenset({"in", "photo", *(re.split(r"\W", word.lower())[0] for kind in begun for word in kinds[kind])})


@derived
def names(lexis: Lexis) -> re.Pattern[str]:
    """Matches how captions begin, with a name."""
    return _any_of(lexis, NAMES, ")")


@derived
def closed_ends(lexis: Lexis) -> re.Pattern[str]:
    """Finds the end of a caption behind which a full stop may stand."""
    return _any_of(lexis, CLOSED, _STOPPED)


@derived
def open_ends(lexis: Lexis) -> re.Pattern[str]:
    """Finds the end of a caption that has no full stop."""
    return _any_of(lexis, OPEN, _ENDS)


@derived
def cues(lexis: Lexis) -> tuple[str, ...]:
    """In small letters, what one of the closed ends cannot do without."""
    kinds = _words(lexis)
    words = {word.lower() for kind in ("picture", "came", "stock") for word in kinds[kind]}
    known = {").", "/", "|", "via ", *(word for word in words if len(word) > 2)}
    return shortest(known)


def _any_of(lexis: Lexis, forms: Sequence[Form], end: str) -> re.Pattern[str]:
    parts = {**_SIGNS, **{kind: f"(?:{alternatives(words)})" for kind, words in _words(lexis).items()}}
    made = (re.sub(r"<(\w+)>", lambda part: parts[part[1]], form.pattern) for form in forms)
    return re.compile(f"(?:{'|'.join(made)}{end}", re.I)


def _words(lexis: Lexis) -> Mapping[str, set[str]]:
    """Part -> its words; picture words, houses and what stands before a source are words of bylines too."""
    found: dict[str, set[str]] = {}
    for kind, word in _rows(lexis):
        found.setdefault(kind, set()).add(word)
    return found


def _rows(lexis: Lexis) -> Iterator[tuple[str, str]]:
    for row in lexis.everywhere("bylines"):
        kinds = row["kinds"].split()
        yield from ((part, row["word"]) for kind, part in _KINDS.items() if kind in kinds)
        if "house" in kinds and "agency" not in kinds:
            yield "stock", row["word"]
    for row in lexis.everywhere("captions"):
        yield from ((part, row["word"]) for part in row["parts"].split())
