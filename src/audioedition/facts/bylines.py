"""A byline, or what may be one -> the names of the people (or the agency) who wrote the story.

The one reader of bylines, for metadata and for text alike: `author_names` of values that are bylines, `read` of lines
that may be. Words come from the table `bylines` of every language, since it is read before the language is known.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..lexis import first_names, gazetteer
from ..lexis.grammar import capitals_are_names
from ..lexis.tables import Lexis, derived
from ..lexis.wordlists import words
from .affiliations import BEHIND, is_body, is_job
from .affiliations import is_affiliation as is_affiliation
from .affiliations import is_by as is_by
from .affiliations import is_picture_credit as is_picture_credit
from .byline_houses import house
from .byline_names import is_name, is_person, is_section, kinds_of
from .byline_parts import ADDRESS, unled, without_stamp, without_tail
from .byline_words import kinds_of_words, match, matches, pattern
from .capitals import in_capitals, title_case
from .decoding import flat
from .local_datelines import is_town

_MOST = 220
"""Characters of the longest line that is looked at."""
_PARTICLES = words("de da di du la le van von der den bin ibn al el dos del ter ten y e zu ap do das")
_BEHIND_NAMES = BEHIND | words("de del do da van voor vom beim berichtet bericht per über")
"""`Claire Delmas de l'agence Belga`, `Lena Hartwig berichtet aus Wien`."""
_SMALL = words("in at for of the and & from special")
"""Capitalised or not, no part of a name from its third word on."""


class Byline(NamedTuple):
    """What a line says about who wrote the story."""

    names: tuple[str, ...]
    """Empty where it is a desk that nobody has to hear of."""
    how: str
    """`stated` (`By Ann Orr`), `titled` (`Ann Orr, reporter`), `agency`, `desk` or `bare` (`Ann Orr`)."""


def author_names(values: Iterable[str], sites: Iterable[str] = ()) -> tuple[str, ...]:
    """The people named in bylines as written, in order, without `By`, roles, degrees, addresses and repetitions.

    Names in `sites` (the site, its publisher) are nobody's.
    """
    skip = {_plain(site) for site in sites}
    found: dict[str, str] = {}
    for value in values:
        text = without_nicknames(flat(value)[:400])
        if re.match(r"(?:https?:)?//\S|@|www\.", text) or _plain(text) in skip:
            continue
        if match := _SURNAME_FIRST.fullmatch(text):
            text = f"{match[2]} {match[1]}"
        for name in _people(unled(text)[0], skip, certain=True):
            if " " in name or not any(" " in known for known in found.values()):
                found.setdefault(_plain(name), name)
    return tuple(found.values())[:20]


_NICKNAME = re.compile(r"(?<=[^\W\d_]) [\"“„‘']([A-Z][\w .-]{1,20})[\"”“’'](?= [A-Z])")


def without_nicknames(line: str) -> str:
    """A line with people's names as they sign without the name that friends call them by.

    >>> without_nicknames("By Ann “Gale” Orr")
    'By Ann Orr'
    """
    return _NICKNAME.sub("", line) if '"' in line or "“" in line or "‘" in line or " '" in line else line


_SENTENCE = re.compile(r"[a-z][.!?][\"”’]?\Z")
_EARLY = 40
"""Within so many characters behind `By` a name stands, in a line of sentences."""
_WORDS = 8
"""Of more words no line with a full stop is names and jobs."""


def read(line: str) -> Byline | None:
    """What `line` says if it is a byline by its own words; None if it is none.

    >>> read("By ANNA MARTIN and Joe O’Neil in Paris")
    Byline(names=('Anna Martin', 'Joe O’Neil'), how='stated')
    """
    line = without_nicknames(flat(line)).strip(" |•·*–—")
    if not 3 <= len(line) <= _MOST or _greets(line):
        return None
    is_long = line.count(" ") > _WORDS and _SENTENCE.search(line) is not None
    rest, led = unled(line if is_long else without_stamp(line))
    if led:
        rest = _parted_from_job(rest)
        found = _stated(rest)
        return None if found and is_long and not _begins(rest, found.names) else found
    if is_long:
        return None
    return _told(line) or _house(line) or _written(line) or _unstated(line)


_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")


def _parted_from_job(names: str) -> str:
    """`Ann OrrFootball writer`, as pages are pasted that set a name and a job on lines of their own."""
    ends = [*(found.start() for found in re.finditer(pattern("separators"), names)), len(names)]
    glued = (i for i in map(re.Match.start, _GLUED.finditer(names)) if is_job(names[i : min(e for e in ends if e > i)]))
    return next((f"{names[:i]}, {names[i:]}" for i in glued), names)


@derived
def _greetings(lexis: Lexis) -> frozenset[str]:
    return frozenset(row["word"] for row in lexis.everywhere("courtesies") if row["means"] == "greeting")


def _greets(line: str) -> bool:
    """`Dear Ed,`, `Hi Tom,`: whom a letter is for."""
    return line[-1] in ",!" and line.split(None, 1)[0].casefold() in _greetings()


def _begins(rest: str, names: tuple[str, ...]) -> bool:
    """Whether a long line behind `By` begins with a name, or a job and one; `By our photos we want …` does not."""
    return not names or names[0].split()[0].casefold() in rest[:_EARLY].casefold()


def _told(line: str) -> Byline | None:
    """`Reportage de Claire Delmas`: what somebody wrote, and first names to show that it is somebody."""
    told = match("work of", line)
    found = _stated(line[told.end() :]) if told else None
    return found if found and all(_is_first_name(name.split()[0]) for name in found.names) else None


def _written(line: str) -> Byline | None:
    """`Column Femke Bos`, `Tekst Femke Bos`: what somebody wrote, without a colon, where titles have few capitals."""
    if not capitals_are_names():
        return None
    work, _, name = without_tail(line).partition(" ")
    if "work" not in kinds_of(work) or name.count(" ") not in (1, 2, 3):
        return None
    found = _unstated(name)
    known = found is not None and all(_is_first_name(who.split()[0]) for who in found.names)
    return Byline(found.names, "titled") if found and found.names and known else None


def _house(line: str) -> Byline | None:
    """An agency or a desk alone on the line."""
    found = house(line)
    return None if found is None else Byline(found, "agency" if found else "desk")


def _unstated(line: str) -> Byline | None:
    """What a line says in which names stand alone or beside a job, a desk or a place."""
    bare = without_tail(line)
    if "_" in bare:
        return None  # `Liebe_r Leser_in`
    if _INITIALS.fullmatch(bare) and capitals_are_names():
        return Byline((bare,), "bare")
    if _SENTENCE.search(bare) and not bare.endswith(("Jr.", "Sr.")):
        return None  # a sentence
    names = _before_paper(bare) or tuple(dict.fromkeys(_people(bare, set(), certain=False)))
    if not names or any(" " not in name or is_affiliation(name) or _OWNED.search(name) for name in names):
        return None
    return _beside(line, bare, names)


def _beside(line: str, bare: str, names: tuple[str, ...]) -> Byline | None:
    """What stands in a line beside names decides what it is: `bare` is the line without its tail."""
    behind = _left(bare, names)
    known = all(_is_first_name(name.split()[0]) for name in names)
    if "desk" in behind and "job" not in behind and not known:
        return Byline((), "desk")  # `Fort Kochi, Web Desk`: a place
    if not behind:
        return Byline(names, "titled" if ADDRESS.search(line) else "bare")
    titled = behind & {"job", "agency", "paper", "desk"} or _is_placed(bare, names, behind)
    return Byline(names, "titled") if titled else None


def _before_paper(line: str) -> tuple[str, ...]:
    """`Ann Orr Wexle County Courier`: what a page glues together; only behind a well-known first name."""
    words = line.split()
    fits = (
        4 <= len(words) <= 7
        and all(word.isalpha() and word[0].isupper() for word in words)
        and "paper" in kinds_of(words[-1])
    )
    return (" ".join(words[:2]),) if fits and first_names.gender(words[0]) and not _is_job(words[1]) else ()


def _is_placed(bare: str, names: tuple[str, ...], behind: set[str]) -> bool:
    """`Ann Orr in Wexle`, `Ana Ruiz / Madrid`, `Ann Orr, Lagos, and Chidi Orr, Enugu`: well-known first names, and a
    place behind; behind the second of two it need not be a known one."""
    if not all(_is_first_name(name.split()[0]) for name in names):
        return False
    parts = [part for piece, _ in _pieces(bare) for part in _PLACED.split(piece)]
    places = [part for part in parts if part not in names]
    known = (is_town(part) or is_section(part) or part.casefold() in gazetteer.anywhere() for part in places)
    return "place" in behind or (len(places) <= len(names) and any(known))


def _is_first_name(word: str) -> bool:
    """Whether a name begins with this word; where headlines have few capitals, also if it is one somewhere."""
    return first_names.gender(word) is not None or (capitals_are_names() and first_names.world_gender(word) is not None)


def in_deck(line: str) -> tuple[str, ...]:
    """The names behind a standfirst: `… and nobody knows why, writes OWEN TARR`."""
    found = re.search(r"[,.:;–—]\s+(?:writes|reports|asks|by)\s+((?:[A-Z][\w.’'-]+\s?){2,4})\.?\Z", line)
    return author_names([found[1]]) if found else ()


def _stated(rest: str) -> Byline | None:
    """The names behind `By`; None if what stands there is no name."""
    if "room" in kinds_of(rest.split()[0]) and (room := _house(rest)) is not None:
        return room  # `Rédaction Nice avec AFP`
    names = tuple(dict.fromkeys(_people(rest, set(), certain=True)))
    names = tuple(name for name in names if not is_affiliation(name) or len(names) == 1)
    if names and not all(matches("agency", name) or matches("desk", name) for name in names):
        return Byline(names, "stated")
    house = _house(without_tail(rest))
    return Byline(house.names, "stated" if house.names else "desk") if house else None


def _people(text: str, skip: set[str], *, certain: bool) -> list[str]:
    """The names in a list of people, each perhaps with a job, an employer or a place behind it."""
    names: list[str] = []
    behind_role = False
    if is_body(text.split()):
        return []
    for piece, joined in _pieces(text):
        if behind_role and not joined:
            continue  # `Ann Smith, Senior Writer, Health`: no names after a role
        name, role = _name(piece, skip, certain=certain)
        if not (name or names or certain):
            return []
        listed = _is_listed(name, names, joined=joined, behind_role=behind_role)
        if name and listed:
            names.append(name)
        behind_role = bool(names) and (role or not name or not listed)
    return names


_BEFORE_NAME = re.compile(r"\A(?:(?i:by|from)\s+|(?:[a-z]{2,5}\.\s+)+)")
"""`by`, `avv.`"""


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """What stands between commas and words such as `and`, and whether a word or `&` joins it to what is before it."""
    separated = re.split(pattern("separators"), without_tail(text))
    for i in range(0, len(separated), 2):
        joined = i > 0 and any(c.isalpha() or c == "&" for c in separated[i - 1])
        piece = _BEFORE_NAME.sub("", separated[i].strip(" ,.;:|/-–—*\"“”'•·()"))
        initial = separated[i].rstrip().endswith(".") and _INITIAL.search(piece) is not None
        yield re.sub(r"(?<= [JS]r)\Z", ".", piece) + "." * initial, joined


def _is_listed(name: str, names: list[str], *, joined: bool, behind_role: bool) -> bool:
    """Whether a name is one more of the list rather than where the person before it works or is."""
    return (
        not names
        or (joined and not behind_role)
        or is_person(name, known=behind_role)
        or " " not in "".join((*names, name))  # a list of accounts
    )


def _name(piece: str, skip: set[str], *, certain: bool) -> tuple[str, bool]:
    """The name that a piece begins with (empty if none), and whether a job follows."""
    words = piece.split()
    end = 0
    while end < len(words) and (_in_name(words, end) or (end > 1 and _is_job(words[end]))):
        end += 1
    if end < len(words) and not _may_stand_behind(words[end:], piece):
        return "", False
    words, role = _without_role(words[:end])
    words = _without_house(words, skip)
    name = re.sub(r"(?<=[^\W\d_]{4})\.\Z", "", " ".join(words).strip(" ,"))
    good = is_name(words, certain=certain) and _plain(name) not in skip
    return (_as_spelt(name) if good else "", role)


def _as_spelt(name: str) -> str:
    """`ANN ORR` -> `Ann Orr`; and `Claire DELMAS`, as French papers have it."""
    first, _, last = name.rpartition(" ")
    surname = len(last) > 3 and last.isupper() and not first.isupper() and capitals_are_names()
    return f"{first} {title_case(last)}" if surname else title_case(name)


def _may_stand_behind(tail: list[str], piece: str) -> bool:
    """Whether what follows a name is where somebody is or works rather than the rest of a sentence."""
    return tail[0].casefold() in _BEHIND_NAMES and (len(tail) <= 4 or re.search(r"[.!?]\Z", piece) is None)


def _without_house(words: list[str], skip: set[str]) -> list[str]:
    """`ANN ORR The Isle Times` -> `ANN ORR`; and no name that is in `skip` at the end."""
    if words and words[0].isupper() and words[0].isalpha() and len(words[0]) > 1:
        words = list(itertools.takewhile(in_capitals, words))
    for cut in range(2, len(words)):
        if _plain(" ".join(words[cut:])) in skip:
            return words[:cut]
    return words


def _is_job(word: str) -> bool:
    return bool(kinds_of(word) & {"job", "rank"})


def _in_name(words: list[str], i: int) -> bool:
    word = words[i]
    if word[0].isupper() or (word[0].isalpha() and not word[0].isascii() and not word[0].islower()):
        return i < 2 or word.casefold() not in _SMALL
    following = words[i + 1] if i + 1 < len(words) else ""
    if word in _PARTICLES and following[:1].isupper() | (following in _PARTICLES):
        return i > 0 or len(words) > 2
    return re.match(r"(?:al|el|d|l|o)[-’'][A-Z]", word) is not None or (len(words) == 1 and not word[0].isdigit())


def _without_role(words: list[str]) -> tuple[list[str], bool]:
    """`Ann Smith Senior Ferry Correspondent` -> `Ann Smith`, and whether there was a job."""
    kinds = [kinds_of(word) for word in words]
    role = next((i for i in range(2, len(words)) if "job" in kinds[i]), None)
    if role is None:
        special = len(words) > 2 and words[-1].casefold() == "special"
        return (words[:-1] if special else words), special
    if all(kind & {"rank", "job", "paper"} for kind in kinds[:2]):
        return [], True  # `Courier Staff Writer`
    return words[: _end_of_name(words, kinds, role)], True


def _end_of_name(words: list[str], kinds: list[frozenset[str]], role: int) -> int:
    """Where the name ends before the job at index `role`: at a rank, a paper or its letters, or at a beat.

    What stands between name and job without being known is a beat: `Ann Smith Ferry Correspondent`.
    """
    most_letters = 2 if words[0].isupper() else 4
    for i in range(2, role):
        if kinds[i] & {"rank", "paper"} or (words[i].isupper() and len(words[i]) <= most_letters):
            return i
    initial = len(words[1].strip(".")) <= 1
    if role == 2 or (role == 3 and initial):
        return role
    return 3 if initial or words[1] in _PARTICLES else 2


def _left(bare: str, names: tuple[str, ...]) -> set[str]:
    """What kinds of thing stand in a line beside the names of people."""
    rest = f" {bare} "
    for name in names:
        rest = re.sub(re.escape(name), " ", rest, count=1, flags=re.I)
    rest = re.sub(pattern("separators"), " ", rest)
    if not any(c.isalnum() for c in rest):
        return set()
    found: set[str] = set()
    for kind in ("agency", "desk"):
        if any(matches(kind, part.strip(" ,.")) for part in re.split(r"[,|/]", rest) if part.strip(" ,.")):
            found.add(kind)
    words = rest.split()
    found |= {
        kind
        for word in words
        for kind in kinds_of_words().get(word.casefold().strip(".,()"), ())
        if kind in ("job", "paper")
    }
    if re.fullmatch(r"\s*(?:(?:in|at|IN|AT|à|en|em|a)\s+[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3}\s*)+", rest):
        found.add("place")
    return found or {"other"}


_SURNAME_FIRST = re.compile(r"([^\W\d_][\w’'-]+), ([^\W\d_][\w’'-]*[a-z.](?: [A-Z]\.)?)")
_PLACED = re.compile(r"\s*(?:[,/|]|\s[–—-]\s)\s*(?:d[ae]\s)?")
_INITIAL = re.compile(r"(?:\A|[ .])[^\W\d_a-z]\Z")
_INITIALS = re.compile(r"(?:[A-Z][^\W\d_]?\.[\s-]?){2,3}")
"""`R. C.`, `M. Dh.`"""
_OWNED = re.compile(r"\w['’]s\b")
"""`Principal's Message`"""


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()
