"""The head of a paragraph in a language other than English -> Dateline, or None.

Papers of the continent end a dateline as often with a full stop as with a dash, write towns in small letters, and put
their dates in many ways:

    Lüneburg. Das …        MORLAIX. Le …            Zamora.- Local …         München – Wer …
    Graz, 24. November 2026. An …    Kiel, 24.11.2026 (dpa/lno). Nach …    Cádiz, 22 nov. Un …
    (AGI) - Roma, 3 nov. - Il …      Saint-Étienne. Lundi 23 novembre. Elle …       Frankfurt (Oder) – Die …

One grammar has them all: `[agency –] place [, region] [, date] [(agency)] mark [date mark]`. A date or an agency makes
it certain. A place alone has to be vouched for: by the table `towns` of the language, or by the article, which names it
behind one of the language's words for in, at, to and from (table `grammar`), or alone in a line above the story.
A head may also be all of its paragraph, above the first sentence of the story.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from ..lexis import first_names, gazetteer
from ..lexis.grammar import english_words, nouns_are_capitals
from ..lexis.tables import Lexis, columns, derived
from ..lexis.wordlists import alternatives
from ..model import Dateline
from .byline_words import matches

_MOST = 110
"""Characters of the longest head."""
_MARKS = 6
"""So many marks are looked at: those of abbreviated months and regions come first."""
_MARK = re.compile(r"\.?\s?(?:(?<=[.)\s])[-–—|]{1,2})\s+|\.\s+|(?<=\))\s+")
"""What ends a head: `. `, `.- `, ` – `, `) `, ` | `."""
_LEADING = re.compile(r"\(?(?P<agency>[A-Za-z][\w/]{1,14})\)?\s?[-–—]\s+")
_AGENCY = re.compile(r"\s*\((?P<agency>[^\W\d_@][\w.&/’' -]{1,30}|@\w{2,30})\)\s*\Z")
_CODE = re.compile(r"[a-z]{2,4}(?:/[a-z]{2,4}){0,2}")
"""`dpa/lno`, `hm`: the service of an agency, or who typed the story, in a place's brackets."""
_ALONE = re.compile(r"\s?[-–—]{1,2}\s*\Z")
"""What a head that is all of its paragraph may end with."""
_DASHES = re.compile(r"[-–—|]")
_SLASH = re.compile(r"/(?=[^\W\d_a-z]\w* [^\W\d_A-Z])")
"""`Sevilla/Un juzgado …`, as some Spanish papers have it."""
_BELOW, _SENTENCE_WORDS = 400, 8
"""Characters that are looked at below a head, and words that a sentence has there."""
_LETTER = re.compile(r"(?:\A|[ ,.])[^\W\d_a-z]\Z")
"""`Bogotá, D`: a letter whose stop ends no head."""
_NUMBERS = r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})"
_NAME = re.compile(r"(?:[’']?[^\W\d_][\w’'·-]*\.?)(?:\s(?:[’']?[^\W\d_][\w’'·-]*\.?)){0,4}")
_BESIDE = re.compile(r"\s*\([^()]{2,20}\)\Z|/[A-ZÄÖÜ]{1,3}\Z")
"""`Halle (Saale)`, `Recife (PE)`, `Neustadt/WN`."""
_PLATE = re.compile(r"/[A-ZÄÖÜ]{1,3}\Z")
_ROAD = re.compile(r"[A-Z]{1,2} ?\d{1,4}")
"""`Uhlstadt, B88`"""
_AND = re.compile(r"\s*/\s*|\s+(?:und|et|y|e|en|i|&)\s+")
_SENTENCE = re.compile(r"[\"“”„«‘'¿¡(\s]*[^\W_]")
_SHORT = 3
"""Letters of what in capitals is a sign rather than a town."""
_TWICE = 2
"""What so many lines begin with, before a dash, is who speaks: `O GLOBO – …`."""
_WORDS = 4
"""Fewer words behind a place are no story: `Bremen. Köln.`"""
_SAINTS = frozenset(("sankt", "saint", "sint"))
_PLACE_WORDS = frozenset(("in", "at", "to", "from"))
"""English words whose part a preposition of place plays."""


class _Head(NamedTuple):
    place: str
    date: str | None
    agency: str | None


def is_town(name: str) -> bool:
    """Whether it is a town that papers of the language write from; False in English."""
    return plain(name) in _towns()


def find(text: str, start: int, end: int, vouch: str = "") -> Dateline | None:
    """The dateline at the head of `text[start:end]`; None in English, whose papers have forms of their own.

    `vouch` is the rest of the article.
    """
    if not _towns():
        return None
    leading = _LEADING.match(text, start, end)
    if leading and _is_agency(leading["agency"]):
        found = _from(text, start, leading.end(), end, vouch, leading["agency"])
        if found is not None:
            return found
    return _from(text, start, start, end, vouch, None)


def _from(text: str, start: int, begin: int, end: int, vouch: str, agency: str | None) -> Dateline | None:
    """The dateline at `start` whose place begins at `begin`, behind the agency."""
    if end - begin < _MOST and (alone := _alone(text, begin, end, vouch)) is not None:
        return Dateline(text[start:end].rstrip(), alone.place, alone.date, alone.agency or agency)
    window = text[begin : min(end, begin + _MOST)]
    for mark in _marks(window):
        head, stop = _ended(text, begin, mark, end)
        dashed = _DASHES.search(mark.group()) is not None
        sure = bool(head and (head.date or head.agency or agency or _is_closed(head.place, mark)))
        if head and _is_place(head.place, vouch, sure=sure, dashed=dashed or _opens_alone(head.place, text, start)):
            return Dateline(text[start:stop].rstrip(), head.place, head.date, head.agency or agency)
    return None


def _is_closed(place: str, mark: re.Match[str]) -> bool:
    """Whether the mark or the region makes it a place: `Zamora.- `, `CASTEL ROVERO (Vicenza) - `, `Celaya, Gto. – `."""
    stopped, dashed = mark.group().lstrip().startswith("."), _DASHES.search(mark.group()) is not None
    region = _BESIDE.search(place)
    known = region is not None and (is_town(region.group().strip(" ()")) or region.group().strip(" ()").isupper())
    return (stopped and dashed) or (known and (dashed or stopped))


def _opens_alone(place: str, text: str, start: int) -> bool:
    """`BRAUNAU. Der Salon …`: capitals before a stop, as no other paragraph of the article begins."""
    return place.isupper() and len(re.findall(r"(?m)^[^\W\d_a-z]{4,}(?: [^\W\d_a-z]{2,}){0,2}\. ", text[start:])) == 1


def _marks(window: str) -> Iterator[re.Match[str]]:
    """What may end a head, but for the stop of a letter; the stroke of `Sevilla/Un juzgado` last."""
    marks = itertools.islice(_MARK.finditer(window), _MARKS)
    yield from (mark for mark in marks if not _LETTER.search(window[: mark.start()]))
    yield from itertools.islice(_SLASH.finditer(window), 1)
    if opened := _opened().search(window):
        yield opened


def _ended(text: str, begin: int, mark: re.Match[str], end: int) -> tuple[_Head | None, int]:
    """The head that begins at `begin` and is ended by a mark, and where it stops with the date behind the mark."""
    stop = begin + mark.end()
    head = _head(text[begin : begin + mark.start()])
    if head is None or not _goes_on(text, stop, end):
        return None, stop
    if not head.date and (dated := _dates()[1].match(text, stop, min(end, stop + 40))):
        return head._replace(date=dated["date"]), dated.end()
    return head, stop


def _alone(text: str, begin: int, end: int, vouch: str) -> _Head | None:
    """A head that is all of its paragraph, above a sentence: before a dash, with an agency, or a place in capitals."""
    mark = _ALONE.search(text, begin, end)
    head = _head(text[begin : mark.start() if mark else end].rstrip())
    below = text[end : end + _BELOW].lstrip().partition("\n")[0]
    if head is None or len(below.split()) < _SENTENCE_WORDS or not _goes_on(below, 0, len(below)):
        return None
    dashed = mark is not None and _DASHES.search(mark.group()) is not None
    told = head.place.isupper() and (is_town(head.place) or _is_named(head.place, vouch))
    fits = bool(dashed or head.agency or (told and not head.date))
    return head if fits and _is_place(head.place, vouch, sure=bool(head.agency), dashed=dashed) else None


def _head(words: str) -> _Head | None:
    """Place, date and agency of what stands before a mark; None where there is no place."""
    agency = date = None
    found = _AGENCY.search(words)
    if found and _may_be_agency(found["agency"], words[: found.start()]):
        agency, words = found["agency"], words[: found.start()]
    if dated := _dates()[0].search(words):
        date, words = dated["date"], words[: dated.start()]
    place = _PLATE.sub("", " ".join(words.split()).strip(" ,"))
    return _Head(place, date, agency) if place else None


def _may_be_agency(name: str, head: str) -> bool:
    """Whether a name in brackets is an agency's: a known one, a code, or any that stands behind a date."""
    if _is_agency(name) or _CODE.fullmatch(name):
        return True
    return not name[0].islower() and _dates()[0].search(head.rstrip(" .,")) is not None


def _goes_on(text: str, stop: int, end: int) -> bool:
    """Whether a sentence begins at `stop`, or a date that stands alone."""
    rest = text[stop : min(end, stop + 160)]
    first = _SENTENCE.match(rest)
    return first is not None and not first.group()[-1].islower() and len(rest.split()) >= _WORDS


def _is_place(place: str, vouch: str, *, sure: bool, dashed: bool = False) -> bool:
    """Whether these words are a place's. `dashed`: a dash follows, which makes capitals one."""
    parts = [part.strip() for part in _rivers().sub("", _BESIDE.sub("", place)).split(",")]
    first, *regions = parts[:1] + [part for part in parts[1:] if not _ROAD.fullmatch(part)]
    towns = [town for town in _AND.split(first) if town]
    if not towns or len(towns) > 3 or len(regions) > 2 or not all(map(_is_name, [*towns, *regions])):
        return False
    return all(_is_vouched(town, vouch, sure=sure) or (dashed and _is_in_capitals(town, vouch)) for town in towns)


def _is_in_capitals(town: str, vouch: str) -> bool:
    """`DEN OEVER - Visser …`: no word of pages, no name of a person and no other word of the article."""
    name = town.title()
    return (
        town.isupper()
        and len(town) > _SHORT
        and _is_no_word_of_pages(town)
        and first_names.gender(name.split()[0]) is None
        and not any(word.casefold() in _nouns() for word in town.split())
        and re.search(rf"(?<!\w){re.escape(town.lower())}(?!\w)", vouch) is None
        and len(re.findall(rf"(?m)^{re.escape(town)}\s?[-–—:]", vouch)) < _TWICE
    )


def _is_name(words: str) -> bool:
    """Whether words have the form of a place's name: capitals, and small words between them."""
    if _NAME.fullmatch(words) is None:
        return False
    small = [word for word in words.split() if word.islower()]
    return len(small) < len(words.split()) and all(len(word) < 5 for word in small) and not _is_day(words.split()[0])


def _is_vouched(town: str, vouch: str, *, sure: bool) -> bool:
    if _is_named(town, vouch):
        return True
    if re.search(rf"(?<!\w){re.escape(town.lower())}(?!\w)", vouch):
        return False  # a word as any other: `Natal.`, `Nice.`
    if (_is_in_line(town, vouch) or _has_derived(town, vouch)) and _is_no_word_of_pages(town):
        return True
    known = is_town(town) or any(map(is_town, town.split("-")))
    if sure:
        return known or (not _is_who(town) and (town.isupper() or _is_no_word_of_pages(town)))
    return known and (town.isupper() or first_names.gender(town) is None or not _is_somebody(town, vouch))


def _is_who(name: str) -> bool:
    """`Gianluca Bortolussi (ANSA)`: who wrote it."""
    return " " in name and first_names.gender(name.split()[0]) is not None


def _is_no_word_of_pages(town: str) -> bool:
    """Whether none of its words stand before dates for other reasons: `Stand`, `Publié`, `Redaktion`."""
    return not any(plain(word) in _no_places() for word in town.split())


def _is_named(town: str, vouch: str) -> bool:
    """Whether the article writes that something is in, comes from or goes to a place of that name."""
    name = town.title() if town.isupper() else town
    return re.search(rf"(?i:\b(?:{_before_places()})) {re.escape(name)}(?!\w)", vouch) is not None


def _is_in_line(town: str, vouch: str) -> bool:
    """Whether a line above the story is the town's name, ends the way through the site with it, or is headed by it."""
    return re.search(rf"(?im)(?:^|[>›»|/] ?){re.escape(town)}(?:$|: )", vouch) is not None


def _has_derived(town: str, vouch: str) -> bool:
    """Whether the article has the German word for what belongs to a town: `die Rohrbecker Feuerwehr`."""
    stem = re.sub("en?$", "", town.title() if town.isupper() else town)
    return (
        nouns_are_capitals()
        and len(stem) > _SHORT
        and re.search(rf"\b{re.escape(stem)}(?:en)?er [^\W\d_a-z]", vouch) is not None
    )


def _is_somebody(name: str, vouch: str) -> bool:
    """Whether a town's name that is also a first name stands once more in the article."""
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", vouch)) > 1


def _is_agency(name: str) -> bool:
    return name.isupper() or matches("agency", name) or matches("agency", re.split("[/ -]", name, maxsplit=1)[0])


def _is_day(word: str) -> bool:
    return plain(word) in _days()


def plain(words: str) -> str:
    """A name without what capitals leave out, as the tables have it: `MÁLAGA`, `MALAGA` and `Málaga` are `malaga`."""
    bare = unicodedata.normalize("NFD", words.replace("'", "’").replace("-", " ").casefold())
    words = "".join(c for c in bare if not unicodedata.combining(c)).replace(".", " ")
    return " ".join("st" if word in _SAINTS else word for word in words.split())


@derived
def _opened(lexis: Lexis) -> re.Pattern[str]:
    """Where a sentence begins right behind a place, which papers set in bold: `Elmbach Die Polizei …`."""
    openers = lexis.words("openers") if nouns_are_capitals() and columns(lexis.language, "openers") else ()
    return re.compile(rf"(?<=[^\W\d_A-Z)])\s(?=(?:{alternatives(map(str.capitalize, openers)) or '(?!)'})\s)")


@derived
def _rivers(lexis: Lexis) -> re.Pattern[str]:
    """The river of `Frankfurt/Main`, as the table `figures` has it."""
    rows = lexis.own("figures").get("rivers", {}).get("spoken", "") if columns(lexis.language, "figures") else ""
    known = alternatives(pair.partition("=")[0] for pair in rows.split("|"))
    return re.compile(rf"/(?:{known or '(?!)'})\Z", re.I)


@derived
def _towns(lexis: Lexis) -> frozenset[str]:
    own = lexis.made(english_words.make) and columns(lexis.language, "towns")
    return lexis.made(gazetteer.filed_from.make) if own else frozenset()


@derived
def _before_places(lexis: Lexis) -> str:
    known = lexis.made(english_words.make)
    return "|".join(re.escape(word) for word, said in known.items() if said[0] in _PLACE_WORDS) or r"\Z"


@derived
def _days(lexis: Lexis) -> frozenset[str]:
    return frozenset(plain(word) for name in ("days", "months") for word in lexis.own(name))


@derived
def _nouns(lexis: Lexis) -> frozenset[str]:
    return frozenset(word.casefold() for word in lexis.own("nouns"))


@derived
def _no_places(lexis: Lexis) -> frozenset[str]:
    rows = itertools.chain.from_iterable(lexis.own(name) for name in ("stamps", "bylines", "kickers", "page_labels"))
    return frozenset(plain(word) for word in rows)


@derived
def _dates(lexis: Lexis) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A date at the end of a head, and one that is a sentence of its own behind the place."""

    months, weekdays = (alternatives(lexis.own(table)) or r"\Z" for table in ("months", "days"))
    day = rf"\d{{1,2}}(?:\.|er|º|o|°)?\s?(?:d[e’']\s?)?\s?(?:{months})\.?(?:,?\s(?:d[eo]l?\s)?\d{{4}})?"
    weekday = rf"(?:{weekdays})\.?,?"
    # `le 3 mai`, `Montag, den 3. Mai`, `24.11.2026`, `24.nov`
    date = rf"(?P<date>(?:{weekday}\s)?(?:(?:le|den|am|op|el|il|em|a)\s)?(?:{day}|{_NUMBERS})|{weekday})"
    return (
        re.compile(rf"(?:,\s?|\s){date}\s*[,.]?\s*\Z", re.I),
        re.compile(rf"{date}(?:\.\s+|\s?[-–—]{{1,2}}\s+)(?=(?-i:[^\W\d_a-z])|[«„\"“‘¿¡])", re.I),
    )
