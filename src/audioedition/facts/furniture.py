"""A paragraph -> why it is page furniture, or None. Furniture is never spoken.

A body sentence that is dropped is the worst mistake here, so every rule must match the whole paragraph, and a
paragraph that is longer than furniture gets is never looked at. What a line asks for is told by the tables of
`page_phrases`; the forms below are for what has no such words: credits, rights, offers, disclaimers.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable

from ..lexis.tables import Lexis, derived, in_use
from ..lexis.wordlists import alternatives
from ..model import Reason, rules
from ..model.rules import Decision, Rule, RuleSet
from . import page_phrases, sentences
from .furniture_archives import ARCHIVES
from .furniture_forms import CREDITED, FORMS
from .furniture_local import LOCAL
from .page_lines import Line, first
from .page_phrases import Phrase, Piece
from .telling import is_told

_MOST = 320
"""Characters of the longest paragraph that can be furniture."""
_MOST_ASKED = 45
"""Words of the longest line that asks for something."""
_MOST_THINGS = 16
"""Pieces of the longest line that only says what the page has."""
_CALL = 9
"""Words of the longest call beside a request: `Have you got a story?`, `Thanks for reading Wexle Weekly!`"""
_MOST_LABELLED = 30
"""Words of the longest line behind a label."""


_PAGE = ("phrase", "number", "mark", "end", "link")
"""Kinds of pieces that are no words of a story."""


def _covered(line: Line) -> bool:
    """Whether nothing stands in the line but what pages say."""
    return all(piece.kind in _PAGE for piece in line.pieces)


def _phrases(pieces: list[Piece]) -> list[Phrase]:
    return [piece.phrase for piece in pieces if piece.phrase]


def _is_any(phrase: Phrase, *flags: str) -> bool:
    return any(getattr(phrase, flag) for flag in flags)


def _asks(pieces: list[Piece]) -> Reason | None:
    """What the line asks for, if it begins by asking."""
    for i, piece in enumerate(pieces):
        if piece.phrase and piece.phrase.act:
            return piece.phrase.act
        polite = piece.phrase and (piece.phrase.opener or (piece.phrase.small and i == 0))
        if piece.kind not in ("mark", "number") and not polite:
            return None
    return None


def _act_alone(line: Line) -> Reason | None:
    phrases = _phrases(line.pieces)
    fits = _covered(line) and all(_is_any(p, "alone", "small") for p in phrases) and any(p.alone for p in phrases)
    return _asks(line.pieces) if fits else None


def _act_with_object(line: Line) -> Reason | None:
    if not _covered(line):
        return None
    behind = itertools.dropwhile(lambda phrase: not phrase.act, _phrases(line.pieces))
    told = any(_is_any(phrase, "thing", "network", "label") for phrase in itertools.islice(behind, 1, None))
    return _asks(line.pieces) if told else None


def _act_on_its_own(line: Line) -> Reason | None:
    """An act at the head, and an object that can only be the page's own: what stands between does not matter."""
    if len(line.pieces) > _MOST_ASKED or any(p.kind == "quote" for p in line.pieces):
        return None
    if not any(phrase.own for phrase in _phrases(line.pieces)) or len(sentences.split(line.text)) > 1:
        return None
    behind = itertools.dropwhile(lambda piece: not (piece.phrase and piece.phrase.act), line.pieces)
    done_to = [piece.kind for piece in itertools.islice(behind, 1, 2)]  # `You can report crime on our website`
    asked = _asks(line.pieces)
    return None if asked is Reason.COMMENTS and done_to == ["word"] else asked


def _things_of_its_own(line: Line) -> Reason | None:
    """What the page has, and an object that can only be its own: `Stories from the coast, in your inbox`."""
    first = line.pieces[0].phrase
    if (
        not first
        or not first.thing
        or first.own
        or len(line.pieces) > _MOST_THINGS
        or len(sentences.split(line.text)) > 1
    ):
        return None
    is_own = any(phrase.own for phrase in _phrases(line.pieces[1:]))
    return Reason.SIGN_UP if is_own and all(p.kind != "quote" for p in line.pieces) else None


def _follow_on(line: Line) -> Reason | None:
    """`Follow the Wexle Post on WhatsApp for breaking news`: an act that is done on networks, and one of them."""
    if len(line.pieces) > _MOST_ASKED or any(p.kind == "quote" for p in line.pieces):
        return None
    first = line.pieces[0].text.casefold()
    networks = [i for i, p in enumerate(line.pieces) if i and p.phrase and p.phrase.network and not p.phrase.weak]
    if first not in _on_networks() or not networks:
        return None
    after = next(iter(line.pieces[networks[-1] + 1 :]), None)  # `Like much else on Facebook, it was` is of the story
    ends = after is None or after.kind in ("end", "link") or after.text.casefold() in ("for", "to", "and", "or")
    return Reason.SIGN_UP if ends and not _TAKES_UP.search(line.text) else None


_TAKES_UP = re.compile(r",\s(?:he|she|it|they|we|you|his|her|its|their|the)\s")
"""`Like many parents, she found the group on Facebook`: the sentence has a subject of its own."""


@derived
def _on_networks(lexis: Lexis) -> frozenset[str]:
    """What a page asks its reader to do on a network."""
    return frozenset(row["word"] for row in lexis.everywhere("page_acts") if row.get("network"))


_SIGNED = re.compile(r"[.!?…]\s*[(\[–—-]")
"""Where somebody signs a sentence of the story."""


def _is_of_names(pieces: list[Piece]) -> bool:
    """Whether some names stand in a line and no other words of a story, and none leads it: `Report: Orr to go.`"""
    names = sum(p.kind == "name" for p in pieces)
    led = any(p.text == ":" for p in pieces[1:2])
    return 0 < names <= 6 and not led and all(p.kind not in ("word", "quote") for p in pieces)


def _act_with_names(line: Line) -> Reason | None:
    """`Follow Jane Doe on Twitter`, `Sign up for the Northport newsletter`: names between the words of the page."""
    if not _is_of_names(line.pieces) or _SIGNED.search(line.text):
        return None
    told = [phrase for phrase in _phrases(line.pieces[1:]) if _is_any(phrase, "network", "thing")]
    ending = next((p for p in reversed(line.pieces) if p.kind not in ("end", "link", "mark")), None)
    return _asks(line.pieces) if told and (len(told) > 1 or (ending and ending.phrase)) else None


@derived
def _row_of_networks(lexis: Lexis) -> re.Pattern[str]:
    names = "|".join(re.escape(row["word"]) for row in lexis.everywhere("networks") if len(row["word"]) > 1)
    return re.compile(f"(?:{names}){{3,}}", re.I)


def _networks(line: Line) -> Reason | None:
    """Names of networks, with what stands between them, if anything does."""
    if len(line.pieces) == 1 and line.text.isalpha() and _row_of_networks().fullmatch(line.text[:160]):
        return Reason.SHARE
    if len(line.pieces) > 40 or any(p.kind not in ("phrase", "mark", "number", "end") for p in line.pieces):
        return None
    phrases = _phrases(line.pieces)
    found = [phrase for phrase in phrases if phrase.network]
    sure = any(not phrase.weak for phrase in found) or len(found) > 2
    return Reason.SHARE if sure and all(_is_any(p, "network", "small", "alone") for p in phrases) else None


def _labels_and_others(line: Line) -> tuple[list[Phrase], list[Phrase]]:
    phrases = _phrases(line.pieces)
    return [phrase for phrase in phrases if phrase.label], [phrase for phrase in phrases if not phrase.label]


def _label(line: Line) -> Reason | None:
    """Labels alone, with the number of what they stand above."""
    labels, others = _labels_and_others(line)
    if len(line.pieces) > 24 or not _covered(line) or {label.weak for label in labels} <= {True}:
        return None
    if not all(_is_any(phrase, "small", "thing", "alone", "network") for phrase in others):
        return None
    counted = "number" in [piece.kind for piece in line.pieces]
    fits = sum(phrase.small for phrase in others) <= len(labels) + 2 and (labels[0].label in _COUNTED or not counted)
    return labels[0].label if fits else None


_BEHIND_LABEL = (":", "|", "»", ">", "›", "/", "©", "→")
_WAY = ("»", ">", "›", "/")


def _opening(pieces: list[Piece]) -> tuple[Piece | None, Piece | None]:
    """What stands first, and the mark behind it: a colon for the bracket of `[ALSO READ] The ferry is late`, too."""
    marks = sum(1 for _ in itertools.takewhile(lambda piece: piece.kind == "mark", pieces))
    if len(pieces) < marks + 2:
        return None, None
    label, mark = pieces[marks : marks + 2]
    bracketed = marks > 0 and (pieces[marks - 1].text, mark.text) == ("[", "]") and " " in label.text
    return label, mark._replace(text=":") if bracketed else mark


def _opens(label: Phrase, mark: str) -> bool:
    """Whether anything may follow a label behind a mark: `Startseite > Lokales`, the way through a site, too."""
    return mark in _BEHIND_LABEL if label.opens else label.label is Reason.NAVIGATION and mark in _WAY


def _label_and_more(line: Line) -> Reason | None:
    """`Read more: …`, `Mehr zum Thema: …`, `Foto: …`: what stands behind the colon is not the story."""
    label, colon = _opening(line.pieces)
    if not label or not label.phrase or not colon or not _opens(label.phrase, colon.text):
        return None
    if label.phrase.label is Reason.COMMENTS and line.text.endswith("."):
        return None  # `Poll: Six in ten do not trust the council.`
    short = len(line.text.split()) <= _MOST_LABELLED
    return label.phrase.label if short and (label.phrase.ends or len(sentences.split(line.text)) == 1) else None


def _label_of(line: Line) -> Reason | None:
    """`More from the Northport Post`, `Most read in Sport`."""
    first = line.pieces[0].phrase
    if not first or not first.label or not first.of or not 1 < len(line.pieces) <= 9:
        return None
    rest = line.pieces[1:]
    fits = all(p.kind in ("name", "number", "mark") or (p.phrase and not p.text[0].isdigit()) for p in rest)
    return first.label if fits and rest[-1].text not in ".,;?" else None


def _act_and_more(line: Line) -> Reason | None:
    """`Donate now: £10 keeps our lines open`: a button that says what for."""
    first, colon = (line.pieces[0], line.pieces[1]) if len(line.pieces) > 2 else (None, None)
    fits = first and colon and colon.text == ":" and first.phrase and first.phrase.alone and " " in first.text
    if not (fits and first and first.phrase) or (first.phrase.act in _OF_STORIES and line.pieces[-1].kind == "end"):
        return None
    return first.phrase.act if len(line.text.split()) < 20 else None


_OF_STORIES = (Reason.NAVIGATION, Reason.RELATED)
"""Acts that also lead a paragraph of newsletters: `Zoom in: Abdi takes the early bus to his job at the mill.`"""


def _network_and_more(line: Line) -> Reason | None:
    """`YOUTUBE: What the mayor said`: a link to what stands elsewhere."""
    first, colon = (line.pieces[0], line.pieces[1]) if len(line.pieces) > 2 else (None, None)
    sure = first and first.phrase and first.phrase.network and not first.phrase.weak and first.text.isupper()
    return Reason.SHARE if sure and colon and colon.text == ":" and line.pieces[-1].kind != "end" else None


@derived
def _appeals(lexis: Lexis) -> dict[str, re.Pattern[str]]:
    """Part of an appeal -> the phrases that are one; `own`: those that only a page's makers use."""
    rows = lexis.everywhere("page_appeals")
    parts: dict[str, list[str]] = {"who": [], "does": [], "what": [], "own": []}
    for row in rows:
        parts[row["part"]].append(row["word"])
        parts["own"] += [row["word"]] if row["own"] else []
    return {part: re.compile(rf"\b(?:{alternatives(words)})(?!\w)", re.I) for part, words in parts.items()}


def _appeal(line: Line) -> Reason | None:
    """`Readers like you are keeping these stories free for everyone`: who does what for the page's own work."""
    if not any(words in line.small for words in _makers()):
        return None
    if any(piece.kind == "quote" for piece in line.pieces) or len(line.pieces) > _MOST_ASKED:
        return None
    said = _appeals()
    own = said["own"].search(line.text) and said["does"].search(line.text)
    others = said["who"].search(line.text) or said["what"].search(line.text)
    return Reason.SIGN_UP if own and others else None


@derived
def _makers(lexis: Lexis) -> tuple[str, ...]:
    """The beginnings of the phrases that only a page's makers use, in small letters; without one nothing is asked."""
    own = {" ".join(row["word"].lower().split()[:2]) for row in lexis.everywhere("page_appeals") if row["own"]}
    return tuple(sorted(own))


_COUNT = re.compile(r"\W{0,2}\d[\d.,]*[km]?\W{0,2}(\D{3,40}?)\W{0,2}", re.I)
_COUNTED = (Reason.COMMENTS, Reason.SHARE, Reason.NAVIGATION)


def _counted(line: Line) -> Reason | None:
    """`12 comments`, `1Comments`, `3.4k Shares`, `Kommentare (7)`, `5 min read`."""
    match = _COUNT.fullmatch(line.text)
    word = page_phrases.pieces(match[1]) if match else []
    label = word[0].phrase.label if len(word) == 1 and word[0].phrase else None
    return label if label in _COUNTED else None


def _led(decide: Callable[[Line], Reason | None]) -> Callable[[Line], Reason | None]:
    """The same for lines with a phrase of pages at their head; what is told by such phrases is no other line."""
    return lambda line: decide(line) if line.begins else None


RULES = RuleSet(
    "furniture",
    (
        Rule("networks", _led(_networks), "share bars: `Facebook Twitter WhatsApp`, a network alone on a line"),
        Rule("act alone", _led(_act_alone), "buttons: `Tweet`, `Subscribe`, `Antworten`, `Lire la suite`"),
        Rule(
            "act with object",
            _led(_act_with_object),
            "`Report this comment`, `Reuse this content`, `Artikel drucken`",
        ),
        Rule("act with an object of the page's own", _led(_act_on_its_own), "`Get the best of the Post in your inbox`"),
        Rule("things of the page's own", _led(_things_of_its_own), "`Nieuws uit de regio in je mailbox?`"),
        Rule("act with names", _led(_act_with_names), "`Follow Jane Doe on Twitter`, `Join the Northport newsletter`"),
        Rule(
            "act on a network",
            _led(_follow_on),
            "Nigeria, India: `Follow the Post on WhatsApp for breaking news`",
        ),
        Rule("label", _led(_label), "`Most read`, `Das könnte Sie auch interessieren`, `Mentions légales`"),
        Rule("label and more", _led(_label_and_more), "`Read more: …`, `Lesen Sie auch: …`, `Foto: …`, `Tags: …`"),
        Rule("label of", _led(_label_of), "`More from …`, `Most read in …`, `Posts by …`"),
        Rule("act and more", _led(_act_and_more), "charities: `Donate now: £10 keeps our lines open`"),
        Rule("appeal", _appeal, "between paragraphs of non-profit papers: `Readers like you keep our reporting free`"),
        Rule("network and more", _led(_network_and_more), "`YOUTUBE: What the mayor said`"),
        Rule("counted", _counted, "`12 comments`, `3.4k shares`, `5 min read`"),
        *FORMS,
        *ARCHIVES,
        *LOCAL,
    ),
)
"""Why a sentence is furniture; `decide` asks it of a paragraph, and of each of its sentences."""
_INNER_END = re.compile(r"[.!?…][\"'”’»)]*\s")
_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_REPORTED_FROM = re.compile(rf"{CREDITED} (?:reported|wrote) from {CREDITED}\.?")
"""Only beside another credit: a reporter in the story may have reported from somewhere too."""


def decide(paragraph: str) -> Decision[Reason] | None:
    """Why this paragraph is not to be spoken and which rule says so, or None when it may be the article's own."""
    line = " ".join(paragraph.split()) if len(paragraph) <= 2 * _MOST else paragraph
    if not line:
        return None
    if len(line) > _MOST:
        return _listed(line)
    return _of_line(line, in_use(), rules.off())


def _listed(line: str) -> Decision[Reason] | None:
    """What a project's list says of a line that is longer than furniture gets: it has to stand there whole."""
    listed = _long_labels()
    why = listed.get(" ".join(line.split()).casefold()) if listed else None
    return Decision(why, "furniture/label") if why else None


@derived
def _long_labels(lexis: Lexis) -> dict[str, Reason]:
    rows = (row for row in lexis.everywhere("page_labels") if len(row["word"]) > _MOST)
    return {" ".join(row["word"].split()).casefold(): Reason(row["reason"]) for row in rows}


@functools.lru_cache(maxsize=2048)
def _of_line(line: str, lexis: Lexis, off: frozenset[str]) -> Decision[Reason] | None:
    """Asked several times of a line: for the extent of the story, in the opening, in the body."""
    if not any(c.isalnum() for c in line):
        return Decision(Reason.ORNAMENT, "furniture/ornament")
    found = _decided(line) or _in_parts(line)
    kept = found is None or found.outcome is Reason.REPEATED or found.rule in _EVEN_TOLD
    return found if kept or not is_told(line) else None


_EVEN_TOLD = ("furniture/label and more", "furniture/link", "furniture/feed's own last line")
"""Rules of lines that may well end with what somebody says: `Read more: The road will close, council says.`"""


def reason(paragraph: str) -> Reason | None:
    """Why this paragraph is not to be spoken, or None when it may be the article's own."""
    found = decide(paragraph)
    return found.outcome if found else None


def _decided(line: str) -> Decision[Reason] | None:
    found = first(RULES, Line(line))
    if found or not _GLUED.search(line):
        return found
    parted = _GLUED.sub(" ", line)  # `Share this articleShare`: buttons that were pasted without what stood between
    return first(RULES, Line(parted))


def _in_parts(line: str) -> Decision[Reason] | None:
    """Why a paragraph of several sentences is furniture: each of them is, and at least one beyond doubt."""
    parts = [line[a:b] for a, b in sentences.split(line)] if _INNER_END.search(line) else []
    if len(parts) < 2:
        return None
    shortest = min(parts, key=len)  # what costs least to tell, and of a story is none
    if not _may_stand_beside(shortest) and not _decided(shortest):
        return None
    why: Decision[Reason] | None = None
    for part in parts:
        found = _decided(part)
        if not found and not _may_stand_beside(part):
            return None
        why = why or found
    return why


def _may_stand_beside(part: str) -> bool:
    """Whether a sentence is page furniture beside one that surely is: who reported from where, a call or a question."""
    return _REPORTED_FROM.fullmatch(part) is not None or (part.endswith(("!", "?")) and len(part.split()) <= _CALL)
