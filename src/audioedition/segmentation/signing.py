"""Who signs, and where: letters, messages to readers, columns, and papers whose authors stand below the story.

The one reader of signatures. `read` says whether a line could be one by its own words; the rules of `SIGNING` decide by
what stands around it whether it is. Pages of letters, which also have headings and addresses, are in `letters`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ..facts import bylines, dates, furniture
from ..facts.byline_houses import newsroom
from ..facts.byline_parts import unled, without_tail
from ..facts.capitals import title_case
from ..lexis import first_names
from ..lexis.grammar import capitals_are_names
from ..lexis.nouns import nouns
from ..lexis.tables import Lexis, derived
from ..lexis.wordlists import words
from ..model import Article, Passage, Reason, Role
from ..model.rules import Rule, RuleSet
from .prose import ends, is_sentence
from .roles import Unit

_MOST = 80
"""Characters of the longest signature."""
_BEGUN = 3
"""A story has so many sentences above the name of its author."""
_CANDIDATES = 6
"""Lines from the end of which one may name the author."""
_NEAR = 6
"""Lines above a signature in which somebody says I or we."""
_CAPITAL = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:[.’'-][^\W\d_]*)*\Z")
_SMALL = words("de da di du la le van von der den bin ibn al el dos del ter y e")
_HONOUR = re.compile(r"(?:[A-Z]{2,5}|(?:[A-Z][a-z]{0,2}\.){2,4}|\([^()]{2,14}\)|OFM Cap\.?|Esq\.?)\Z")
"""`SVD`, `P.P.`, `(retd)`."""
_LAST_WORDS = re.compile(
    r"(?!Dear|Hello|Hi|To)[^.!?,]{3,60},|(?:[^.!?]{3,60}[.!])?\s?(?:Yours|Best|Kind|Warm|With)\b[^.!?]{0,40}[.!,]?"
)
_FIRST_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+\Z")
_DASH = re.compile(r"\A[–—-]+ ?")
_QUOTED = re.compile("[“\"][^“”\"]*[”\"]|(?<!\\w)[‘'][^‘’']*[’'](?!\\w)")
_OWN = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Uu]s|[Oo]ur)\b(?!\.)")
_TAKEN_UP = re.compile(r"(?:He|She|They|His|Her|Their)\b")
_NOTE = re.compile(r"[\[(]\d{1,2}[\])]|\*")
"""The first of the notes below a story."""
_BELOW_STANDFIRST = "signing/author below the standfirst"
_BELOW = ("signing/author below", _BELOW_STANDFIRST, "signing/author below a list")
"""Rules of what is a byline wherever it stands, and no signature."""
LIVES = "signing/where the writer lives"
NO_NAME = "signing/writer without a name"
_OFFICE = "signing/office below the name"


class Signature(NamedTuple):
    """What a line says that could be a signature."""

    name: str
    """Without titles and letters behind it."""
    printed: str
    """With them."""
    titled: bool
    """`Fr`, `Maj Gen`, or letters behind the name."""
    behind: str
    """Where or what somebody is: what follows the comma."""
    dashed: bool
    """Whether a dash leads to it."""


@derived
def _titles(lexis: Lexis) -> frozenset[str]:
    return frozenset(word.casefold() for word, row in lexis.beside("titles").items() if row["person"])


def is_title(word: str) -> bool:
    """Whether a word stands before names: `Maj`, which is also a first name, `Fr`."""
    return word.rstrip(".").casefold() in _titles()


def read(line: str) -> Signature | None:
    """What a line says if it could be a signature by its own words; None if it could not.

    >>> read("Fr. Anselmo Tiu, SVD")
    Signature(name='Anselmo Tiu', printed='Fr. Anselmo Tiu, SVD', titled=True, behind='', dashed=False)
    """
    if not 3 <= len(line) <= _MOST or line[-1] in ",;:!?…" or line.count(" ") > 10:
        return None
    dash = _DASH.match(line)
    head, *parts = line[dash.end() if dash else 0 :].split(",")
    said = head.split()
    count = next((n for n, word in enumerate(said) if not is_title(word)), 0)
    name = said[count:]
    honoured = not all(map(str.isupper, name)) and _has_honours(name)
    if parts and _HONOUR.match(parts[0].strip()):
        honoured = True
        head += "," + parts.pop(0)
    behind = ",".join(parts).strip()
    if not _is_name(name, titled=count > 0) or not _may_be_behind(behind):
        return None
    printed = title_case(head).rstrip(".")
    return Signature(" ".join(name).rstrip("."), printed, count > 0 or honoured, behind.rstrip("."), dash is not None)


def _has_honours(name: list[str]) -> bool:
    """Take the letters off a name: `Ann Orr MBE`."""
    count = len(name)
    while len(name) > 2 and _HONOUR.match(name[-1]):
        name.pop()
    return len(name) < count


def _is_name(name: Sequence[str], *, titled: bool) -> bool:
    """Whether words are a name: all with capitals but `de`, `van` inside, and two of them unless a title leads; or a
    couple's: `Ken and Pauline Oddie`."""
    if len(name) > 3 and name[1] in ("and", "&"):
        return all(map(first_names.leads, (name[0], name[2]))) and _is_name(name[2:], titled=titled)
    if not (1 if titled else 2) <= len(name) <= 5 or name[0] in _SMALL or len(name[-1].rstrip(".")) < 2:
        return False
    return all(_CAPITAL.match(word) or (word in _SMALL and word is not name[-1]) for word in name)


def _may_be_behind(behind: str) -> bool:
    """`Wexle`, `by email`, `Parish Priest`: few words and no sentence."""
    return len(behind.split()) <= 6 and not re.search(r"[.!?:;]\s|[!?:;]\Z|@", behind)


@dataclass(frozen=True, slots=True)
class _Place:
    """A line that could be a signature, and what stands around it."""

    line: str
    above: str
    below: str
    is_last: bool
    """Whether nothing of the story follows."""
    named: bool
    """Whether the opening has named who wrote."""
    is_late: bool
    """Whether it is one of the last few lines that could be signatures."""
    over: str
    """The line right above, of the story or the page."""
    under: str
    """The line right below, of the story or the page."""
    lines: Sequence[str]
    """The story."""
    at: int
    """Where the line stands in it, or would."""
    said: Signature | None
    byline: bylines.Byline | None

    def is_told(self) -> bool:
        """Whether the story speaks of somebody who is named here."""
        names = self.byline.names if self.byline else ()
        return any(name in line for name in names for line in self.lines[: self.at] if is_sentence(line))


def _is_below_last_words(place: _Place) -> bool:
    signed = place.said is not None or _FIRST_NAME.match(place.line) is not None
    return signed and _LAST_WORDS.fullmatch(place.above) is not None


def _is_dashed(place: _Place) -> bool:
    name = _DASH.sub("", place.line, count=1)
    dashed = name != place.line and len(name) < 50
    if not (dashed and (place.is_last or furniture.reason(place.under) is not None)) or _QUOTED.fullmatch(place.above):
        return False  # below a quotation: whose it is
    return place.said is not None or _FIRST_NAME.match(name) is not None


def _is_above_office(place: _Place) -> bool:
    """`Mr Tim Orr` above `Principal`: below a text, and nothing about him follows."""
    return place.said is not None and _is_person(place.said) and is_office(place.below) and ends(place.above)


def is_office(line: str) -> bool:
    """Whether a line says what somebody is and nothing else: `Parish Priest`, `Acting Head of School`."""
    if not 2 < len(line) <= 60 or line.count(" ") > 6 or not line[0].isupper() or ends(line) or line[-1] in ",;:":
        return False
    return bylines.is_affiliation(line) or nouns().describe_one(line.casefold())


def _is_person(said: Signature) -> bool:
    return said.titled or first_names.leads(said.name)


def _is_own(place: _Place) -> bool:
    """Below a text in which somebody says I or we, and above none that goes on so or is about whoever is named."""
    said, below = place.said, place.below
    if said is None or said.dashed or not _is_person(said) or not ends(place.above):
        return False
    if (other := read(below)) is not None and _is_person(other):
        return False
    last = said.name.split()[-1]
    about = _TAKEN_UP.match(below) or re.search(rf"\b{re.escape(last)}\b", below)
    goes_on = is_sentence(below) and _speaks([below])
    return not about and not goes_on and _speaks(place.lines[max(0, place.at - _NEAR) : place.at])


def _in_english(decide: Callable[[_Place], bool]) -> Callable[[_Place], bool | None]:
    """In English alone: its headings have capitals as names do, and I is a word."""
    return lambda place: (not capitals_are_names() and decide(place)) or None


def _in_foreign(decide: Callable[[_Place], bool]) -> Callable[[_Place], bool | None]:
    """In languages whose headings have few capitals."""
    return lambda place: (capitals_are_names() and decide(place)) or None


def _speaks(lines: Sequence[str]) -> bool:
    return any(_OWN.search(_QUOTED.sub("", line)) for line in lines)


def _is_below_standfirst(place: _Place) -> bool:
    """In languages whose papers have long standfirsts: `Von Ida Brand`, a name above the time or below `Auteur`."""
    found = place.byline
    if found is None or not found.names or sum(map(is_sentence, place.lines[: place.at])) > _BEGUN:
        return False
    if place.named:  # printed twice: as a byline, and above what the author is
        again = bylines.read(place.over)
        return found.how == "bare" and again is not None and again.how == "stated" and again.names == found.names
    if place.is_told() or not all(map(first_names.leads, found.names)):
        return False
    return found.how == "stated" or dates.is_timestamp(place.under) or bylines.is_by(place.over)


def _is_at_the_end(place: _Place) -> bool:
    if place.named or not (place.is_last and place.is_late) or place.byline is None or place.byline.how != "bare":
        return False
    return place.said is not None and _is_person(place.said) and not place.is_told()


def _is_author_below(place: _Place) -> bool:
    """In languages whose papers sign so: a byline right below a sentence, at the end or above what is the page's."""
    found = place.byline
    if found is None or place.named or not (place.is_late and is_sentence(place.above)):
        return False
    bracketed = place.line.startswith("(") and found.how in ("agency", "desk")
    if not (place.is_last or bracketed) or (found.how == "bare" and not all(map(first_names.leads, found.names))):
        return False
    return sum(map(is_sentence, place.lines[: place.at])) >= _BEGUN and not place.is_told()


def _is_below_list(place: _Place) -> bool:
    """`By Ann Orr` below how long a recipe takes, above its first sentence."""
    stated = place.byline is not None and place.byline.how == "stated" and bool(place.byline.names)
    return (
        stated and not place.named and not any(map(is_sentence, place.lines[: place.at])) and is_sentence(place.below)
    )


SIGNING: RuleSet[_Place, bool] = RuleSet(
    "signing",
    (
        Rule("below the last words", lambda it: _is_below_last_words(it) or None, "`With every blessing,` / `Fr Tom`"),
        Rule("behind a dash", lambda it: _is_dashed(it) or None, "reviews, comments: `– Ann Orr`"),
        Rule("above an office", _in_english(_is_above_office), "schools: `Mr Tim Orr` / `Principal`"),
        Rule("below one's own words", _in_english(_is_own), "parish newsletters: `Fr. Anselmo Tiu, SVD`"),
        Rule(
            "author below the standfirst",
            _in_foreign(_is_below_standfirst),
            "German and French papers: two sentences, then `Von Ida Brand, Berlin`",
        ),
        Rule("author below a list", _in_english(_is_below_list), "recipes: `Serves 8`, and then `By Ann Orr`"),
        Rule("author below", _in_foreign(_is_author_below), "German, French, Spanish papers: `(KNA, DR)`"),
        Rule("name at the end", lambda it: _is_at_the_end(it) or None, "columns without a byline above"),
    ),
)
"""Whether a line of the story is who signs it."""


def sign(article: Article, units: Sequence[Unit], around: Sequence[Unit], body: int) -> None:
    """Make whoever signs the story, or a part of it, a byline that is read where it stands; `units` from `body` on.

    `around` is what has been taken for the page's, which may have taken the signature along. A name that stands
    above the story is not said again; a desk is not said at all.
    """
    begin = units[body].start if body < len(units) else len(article.text)
    every = sorted([*units[body:], *(unit for unit in around if unit.start >= begin)], key=lambda unit: unit.start)
    lines = short(article.text, every, 2000)
    story, tried = _candidates(every, lines)
    named = set(article.bylines)
    for number, (i, at) in enumerate(tried):
        kept = every[i].reason is None
        is_late = number >= len(tried) - _CANDIDATES
        place = _place(lines, i, story, at, at + kept, named=bool(named), is_late=is_late)
        if _ends_before(every, i):
            place = replace(place, is_last=True)
        decided = SIGNING.first(place)
        if decided is not None and (kept or decided.rule in _BELOW):
            _sign(every[i], lines[i], decided.rule, named)
            if is_office(place.below):
                as_signature(next(unit for unit in every[i + 1 :] if unit.reason is None), _OFFICE)


def _candidates(every: Sequence[Unit], lines: Sequence[str]) -> tuple[list[str], list[tuple[int, int]]]:
    """The lines of the story, and of those that may sign it their indices in `every` and in the story."""
    story: list[str] = []
    tried: list[tuple[int, int]] = []
    for i, (unit, line) in enumerate(zip(every, lines, strict=True)):
        if story and _may_sign(unit, line) and (unit.reason is None or every[i - 1].reason is None):
            tried.append((i, len(story)))
        if unit.reason is None and unit.role is None:
            story.append(line)
    return story, tried


def _place(
    lines: Sequence[str], i: int, story: Sequence[str], at: int, after: int, *, named: bool, is_late: bool
) -> _Place:
    """Line `i`, which stands at index `at` of the story, whose next line is at `after`."""
    line, below = lines[i], story[after] if after < len(story) else None
    return _Place(
        line=line,
        above=story[at - 1],
        below=below or "",
        over=lines[i - 1],
        under=lines[i + 1] if i + 1 < len(lines) else "",
        is_last=below is None or _NOTE.match(below) is not None,
        named=named,
        is_late=is_late,
        lines=story,
        at=at,
        said=read(line),
        byline=bylines.read(line),
    )


def short(text: str, units: Sequence[Unit], most: int) -> list[str]:
    """The lines of units; nothing for what is longer than `most` characters."""
    return [" ".join(text[unit.start : unit.end].split()) if unit.end - unit.start < most else "" for unit in units]


def _may_sign(unit: Unit, line: str) -> bool:
    """Whether a line is asked at all. What is the page's by a rule is not, what only seems so is."""
    if not 3 <= len(line) <= _MOST or line[-1] in ",;:!?…" or unit.role is not None or unit.passage is not None:
        return False
    return unit.reason is None or (unit.rule.startswith("extent") and capitals_are_names())


def _ends_before(every: Sequence[Unit], i: int) -> bool:
    """Whether what follows is the page's, in languages whose papers sign there."""
    return capitals_are_names() and i + 1 < len(every) and every[i + 1].reason is not None


def as_signature(unit: Unit, rule: str) -> None:
    """Make a line one of who signs: read as it is printed, but for what a byline says."""
    unit.role, unit.reason, unit.rule = Role.BYLINE, None, rule
    unit.passage = None if rule in _BELOW else Passage.SIGNATURE


def _sign(unit: Unit, line: str, rule: str, named: set[str]) -> None:
    """Make a line who signs unless it says nobody or who is `named`, of which it becomes one if it is a byline."""
    names = names_of(line, rule)
    if names and not set(names) <= named:
        as_signature(unit, rule)
    else:
        unit.reason, unit.rule = Reason.SAID_BEFORE if names else Reason.CREDITS, rule
    if rule == _BELOW_STANDFIRST:
        named.update(names)


def names_of(line: str, rule: str) -> tuple[str, ...]:
    """Who signs with a line, as printed but for capitals, places and dashes; empty for a desk."""
    found = bylines.read(line) if rule in _BELOW else None
    if found is not None:
        return found.names
    said = read(line)
    return (said.printed if said else _DASH.sub("", line, count=1).rstrip(".,"),)


def signed(article: Article, units: Sequence[Unit]) -> Article:
    """The article with those who signed it, where nobody is named above it."""
    if article.bylines:
        return article
    signatures = [unit for unit in units if _is_signed(unit) and unit.rule not in (LIVES, NO_NAME, _OFFICE)]
    lines = short(article.text, signatures, _MOST + 1)
    names = (name for unit, line in zip(signatures, lines, strict=True) for name in names_of(line, unit.rule))
    return replace(article, bylines=tuple(dict.fromkeys(names)))


def housed(article: Article, units: Sequence[Unit]) -> Article:
    """The article with the newsroom that its byline names instead of people: `Redacción Local`, which is not said.

    In languages whose papers print one as they print names.
    """
    if article.bylines or not capitals_are_names():
        return article
    desks = [unit for unit in units if unit.reason is Reason.CREDITS and unit.rule.startswith(("opening/by", *_BELOW))]
    for line in short(article.text, desks, _MOST + 1):
        found = bylines.read(line)
        if found and found.how == "desk" and (name := newsroom(without_tail(unled(line)[0]))):
            return replace(article, bylines=(name,))
    return article


def _is_signed(unit: Unit) -> bool:
    return unit.passage is Passage.SIGNATURE or unit.rule in _BELOW
