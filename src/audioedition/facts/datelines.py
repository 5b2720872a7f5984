"""The head of a paragraph -> Dateline, or None: place, date, agency, dash.

The forms are those of the AP and Reuters style books: place in capitals, state or country after a comma, date, agency
in parentheses, dash. A bare place must be vouched for: by a list of well-known cities, or by the article itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..lexis import first_names, gazetteer
from ..lexis.grammar import english_words
from ..lexis.tables import Lexis, derived, marked
from ..lexis.wordlists import alternatives, words
from ..model import Dateline
from . import local_datelines
from .byline_words import matches

_COLON = re.compile(r"[A-Z][\w .,'’()/\[\]-]{2,90}:(?=\s+[\"“‘]?[A-Z\d])")
"""`ISLAMABAD: The …`, `Mumbai (Maharashtra) [India], March 2 (ANI): The …`, as the papers of South Asia have it."""
_ENDS = ".!?…”\"’')"
_HYPHEN = re.compile(r"[A-Z][A-Z .'’]{2,28}-(?=[A-Z][a-z]|[“\"])")
_DASH = r"(?:—|–|―|-{2,3}|(?<=\s)[-_](?=\s|\Z)|-(?=\s|\Z)|(?<=[\d)])-(?=[A-Z]))"
_HEAD = re.compile(rf"[^—–―]{{0,120}}?\s{{0,9}}{_DASH}")
_AGENCY = re.compile(
    r"(?:\A|\s+|,\s*)(?:\((?P<agency>[A-Z][\w.&/’' -]{1,40}|[a-z]{2,5}(?:/[a-z]{2,5})?)\)"
    r"|/(?P<wire>[A-Z][\w ]{2,20})/)\s*[,.:]?\s*\Z"
)
"""`(AP)`, `(dpa/lno)`, `/PRNewswire/`."""
_AGENCY_FIRST = re.compile(
    rf"(?:\((?P<agency>[A-Z]{{2,8}})\)\s{_DASH}|(?P<short>[a-z]{{3}}(?:/[a-z]{{2,4}})?))\s+(?=[A-ZÄÖÜ]{{3}})"
)
"""`(ANSA) - ROMA, 19 FEB -`, `dpa ALTENBRÜCK.`"""
_NO_DASH = re.compile(r"[^()\n—–]{3,60}\([A-Z][\w.&/ -]{1,20}\)(?=\s+[\"“‘]?[A-Z])")
"""`New Delhi, Mar 7 (PTI) The Centre …`, `Hong Kong (CNN) A …`: no dash where agency and date or city stand."""
_STOP = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜ’' -]{2,28}(?:/[A-ZÄÖÜ -]{3,20})?\.(?:\s?[-–])?(?=\s+[„\"“‘«]?[A-ZÄÖÜÉ])")
"""`ALTENBRÜCK. Die …`, as German papers have it: for places that somebody vouches for."""


@derived
def _dates(lexis: Lexis) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A date at the end of the head, and one behind its dash."""

    def any_of(table: str) -> str:
        rows = lexis.everywhere(table)
        return alternatives(row["word"].lower() for row in rows if len(row["word"]) > 2 or table == "months")

    month, weekday = rf"(?:{any_of('months')}|febuary)", rf"(?:{any_of('days')})"
    day = rf"(?:{month}\.?,?\s*\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:er|\.)?\s+(?:de\s)?{month}\.?)"
    day += r"(?:,?\s+(?:de\s)?\d{4})?"
    within = rf"(?:[,.]\s*|\s+|\A)(?P<date>(?:{weekday}\.?,?\s+)?{day}|{weekday})\s*[,.]?\s*\Z"
    behind = rf"\s*(?P<date>(?:{weekday},?\s+)?{day})\s*(?:—|–|―|-{{1,2}})(?=\s)"
    return re.compile(within, re.I), re.compile(behind, re.I)


_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
_NEVER_IN_PLACE = re.compile(r"[\"“”!?:;()\d\x00]")
_SHIP = re.compile(r"(?:ABOARD|ON BOARD) ")
_REGION = re.compile(r"\s?\[([A-Z][\w. ]{1,24})\]|\s?\(([A-Z][\w. ]{1,24})\)(?=\s?\[)")
"""`Panaji (Goa) [India]`: the state and the country, as ANI sets them."""
_BRACKETED = re.compile(r"\s\(([A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})\)\s*\Z")
"""`WEXLE, Mont. (Nov. 25, 2026) –`, as American press releases have it."""
_PART = re.compile(r"(?:Part|No|Vol|Chapter|Day|Week|Episode)\b")
"""`Notes from the Coast (Part IV): the harbour`: no agency."""
_AND = re.compile(r"\s*/\s*|\s+(?:and|AND|&)\s+")
"""`LONDON and PARIS`, `GENEVA/ROME`."""
_SMALL = words(
    """
    de la le les du des del della da do das dos el al an am auf bei ob der die den di upon on of the in by and y
    e near under sur en
    """
)
_no_places = marked("no_places", "heads")
"""What heads a paragraph as a place does and is none."""
_no_towns = marked("no_places", "towns")
"""Words made like the names of towns."""


def find(text: str, start: int, end: int, *, vouch: str = "") -> Dateline | None:
    """The dateline at the head of `text[start:end]`.

    `vouch` is the rest of the article: a bare place that it also names in ordinary spelling counts as a place.
    """
    found = local_datelines.find(text, start, end, vouch), _wired(text, start, end, vouch)
    longest = max(filter(None, found), key=lambda dateline: len(dateline.text), default=None)
    rest = text[start + len(longest.text) : end] if longest else ""
    return None if rest.strip() and not any(c.isalpha() for c in rest) else longest  # `Seg, 23 nov. 2026 - 22:38`


def _wired(text: str, start: int, end: int, vouch: str) -> Dateline | None:
    """A dateline in the forms of the agencies, which papers of all languages have."""
    if found := _before_colon(text, start, end, vouch) or _before_hyphen(text, start, end):
        return found
    leading, begin = _leading_agency(text, start, end)
    if stopped := _before_stop(text, begin, end, vouch):
        return Dateline(text[start : begin + len(stopped)], stopped.rstrip(".-– "), None, leading)
    if (undashed := _NO_DASH.match(text, start, end)) and not _stands_undashed(*_parts(undashed.group())):
        undashed = None  # `WEXLE, 25 November - Orr (Pty) Ltd said …`
    m = undashed or _HEAD.match(text, begin, end)
    if not m:
        return None
    place, date, agency = _parts(text[begin : m.end()].rstrip("—–―-_ \t\n\r"))
    agency = agency or leading
    if not (date or agency) and _goes_on_small(text, m.end(), end):
        return None
    if not _is_head(place, date, agency, vouch):
        return None
    date, stop = (date, m.end()) if date else _date_behind(text, m.end(), end)
    return Dateline(text[start:stop].rstrip(), place or None, date, agency)


def _before_colon(text: str, start: int, end: int, vouch: str) -> Dateline | None:
    """The dateline `ISLAMABAD: `: a place before a colon that is well known, that the article names elsewhere, or that
    stands with its country, or with date or agency."""
    m = _COLON.match(text, start, end)
    if not m:
        return None
    place, date, agency = _parts(text[start : m.end() - 1])
    town, *regions = place.split(", ")
    if agency and _PART.match(agency):
        return None
    if date or agency:
        fits = _is_wired(date, agency, town) and _is_place(place, dated=False, sure=True, vouch=vouch)
    elif regions:
        fits = _is_known(town) and _are_states(regions)
    elif place.isupper():
        fits = _is_known(place) or (_may_be_strange(place) and _named(place, vouch))
    else:
        fits = _is_known(place) and _begins_sentence(place, text[start:end], vouch)
    return Dateline(m.group(), place, date, agency) if fits else None


def _is_wired(date: str | None, agency: str | None, town: str) -> bool:
    """Whether a date or an agency behind it makes a place of words before a colon: `Tom Hale (MVP): “…”` speaks."""
    known = date or matches("agency", agency or "") or _is_known(town)
    return bool(known and (agency or _may_be_head(town)))


def _begins_sentence(place: str, paragraph: str, vouch: str) -> bool:
    """Whether a place before a colon neither begins a headline (`Mumbai: Builder gets 7 years`) nor says who speaks."""
    labels = len(re.findall(rf"(?m)^{re.escape(place)}:", vouch))
    return paragraph.rstrip()[-1] in _ENDS and labels < 2 and first_names.gender(place) is None


def _before_stop(text: str, begin: int, end: int, vouch: str) -> str:
    """`ALTENBRÜCK. `, or ""."""
    stopped = _STOP.match(text, begin, end)
    return stopped.group() if stopped and _is_vouched(stopped.group().rstrip(".-– "), vouch) else ""


def _before_hyphen(text: str, start: int, end: int) -> Dateline | None:
    """The dateline `CHICAGO-Hale scored`: a well-known place; `BRITISH-Indian` is none."""
    m = _HYPHEN.match(text, start, end)
    return Dateline(m.group(), m.group()[:-1], None, None) if m and _is_known(m.group()[:-1]) else None


def _may_be_head(town: str) -> bool:
    """Whether words before a date and a colon are a town's: capitals, or the name of a known one."""
    return (town.isupper() and len(town) > 2) or _is_known(town)


def _date_behind(text: str, stop: int, end: int) -> tuple[str | None, int]:
    """The date that follows the dash at `stop`, and where it ends; None and `stop` without one."""
    behind = _dates()[1].match(text, stop, end) if _HAS_FIGURE.search(text, stop, end) else None
    return (behind["date"], behind.end()) if behind else (None, stop)


def _leading_agency(text: str, start: int, end: int) -> tuple[str | None, int]:
    """The agency before the place (`(ANSA) - ROMA`), and where the place begins; None and `start` without one."""
    first = _AGENCY_FIRST.match(text, start, end)
    agency = (first["agency"] or first["short"]) if first else None
    return (agency, first.end()) if first and agency and _is_agency(agency) else (None, start)


def _goes_on_small(text: str, stop: int, end: int) -> bool:
    """Whether a small letter follows the dash at `stop`: the sentence goes on, so that it was no dateline."""
    rest = text[stop : min(end, stop + 80)].lstrip()
    return rest.lstrip("\"'“‘«„([¿¡")[:1].islower()


def _stands_undashed(place: str, date: str | None, agency: str | None) -> bool:
    """Whether a head needs no dash: place, date and agency, or CNN with a well-known city."""
    if not (place and agency):
        return False
    town, *regions = place.split(", ")
    return date is not None or (agency.startswith("CNN") and (_are_states(regions) or _is_known(town)))


def _is_head(place: str, date: str | None, agency: str | None, vouch: str) -> bool:
    """Whether what stands before the dash is a dateline's place, or an agency alone."""
    if not place:
        return agency is not None and (agency.isupper() or (" " not in agency and matches("agency", agency)))
    return _is_place(place, dated=bool(date), sure=bool(date or agency), vouch=vouch)


def _parts(head: str) -> tuple[str, str | None, str | None]:
    """Place, date and agency of a head without its dash, which may stand in any order."""
    agency = date = None
    head = _BRACKETED.sub(r", \1", _REGION.sub(r", \1\2", head))
    for _ in range(2):
        if not agency and (found := _AGENCY.search(head)) and _is_agency(found["agency"] or found["wire"]):
            agency, head = found["agency"] or found["wire"], head[: found.start()]
        if not date and _may_hold_date(head) and (found := _dates()[0].search(head)):
            date, head = found["date"].strip(" ,"), head[: found.start()]
    place, _, last = " ".join(head.split()).strip(" ,").rpartition(", ")
    if place and not agency and last.isupper() and matches("agency", last):  # `SYDNEY, AAP -`
        return place, date, last
    return f"{place}, {last}" if place else last, date, agency


_HAS_FIGURE = re.compile(r"\d")


def _may_hold_date(head: str) -> bool:
    """Whether there is a figure in the head of a dateline, or a day of the week."""
    return _HAS_FIGURE.search(head) is not None or not _weekdays().isdisjoint(_LETTERS.findall(head.lower()))


_LETTERS = re.compile(r"[^\W\d_]+")


@derived
def _weekdays(lexis: Lexis) -> frozenset[str]:
    """The letters that days of the week begin with, of every language: `segunda` of `segunda-feira`."""
    return frozenset(_LETTERS.findall(row["word"].lower())[0] for row in lexis.everywhere("days"))


def _is_agency(name: str) -> bool:
    """Whether a name in brackets may be an agency's: any that is capitalised, of others those in the table."""
    return name[0].isupper() or name.split("/")[0] in _small_agencies()


@derived
def _small_agencies(lexis: Lexis) -> frozenset[str]:
    rows = lexis.everywhere("bylines")
    return frozenset(
        row["word"] for row in rows if {"agency", "desk"} & set(row["kinds"].split()) and row["word"].islower()
    )


def _is_vouched(place: str, vouch: str) -> bool:
    return all(_is_known(town) or _has_shape(town, vouch) or _named(town, vouch) for town in place.split("/"))


def _is_known(place: str) -> bool:
    """Whether every town of `LONDON/PARIS` is one that papers write from, and no other word or name of a person."""
    return all(_plain(town) in gazetteer.towns() or _is_listed(town) for town in place.split("/"))


def _is_listed(town: str) -> bool:
    name = _plain(town)
    return (
        local_datelines.plain(town) in _listed()
        and name not in _common()
        and name not in _no_places()
        and first_names.gender(name.title()) is None
    )


@derived
def _listed(lexis: Lexis) -> frozenset[str]:
    """Towns of countries whose papers are in English; asked where nothing else tells."""
    return lexis.made(gazetteer.filed_from.make) if not lexis.made(english_words.make) else frozenset()


def _is_place(place: str, *, dated: bool, sure: bool, vouch: str) -> bool:
    """Whether these words can be a dateline's place; `sure` when a date or an agency stands beside them."""
    if len(place) > 80 or _NEVER_IN_PLACE.search(place):
        return False
    if "/" in place and "," in place:  # `MEDAN, Indonesia/SINGAPORE`
        return all(_is_place(part, dated=dated, sure=sure, vouch=vouch) for part in place.split("/"))
    first, *others = (part.strip() for part in place.split(","))
    if dated and not others and first.islower():
        return _is_small_place(first)
    if len(others) > 3 or not _are_regions(others):
        return False
    if first.isupper() and _SHIP.match(first):
        return len(first.split()) <= 7
    return _are_towns(first, others, sure=sure, vouch=vouch)


def _are_regions(others: Sequence[str]) -> bool:
    """Whether what stands behind the comma is states and countries; a first name is in notices of deaths: `MARSH,
    Ottoline (Wexle) –`."""
    names = [first_names.gender(word) for part in others for word in part.split()[:1] if not part.isupper()]
    is_somebody = any(names) and not any(_plain(part) in gazetteer.known() for part in others)
    return not is_somebody and all(_is_region(part) for part in others)


def _is_small_place(place: str) -> bool:
    """Whether words in small letters beside a date can be a town's: `paris, le 3 mai`."""
    words = place.split()
    return len(words) <= 3 and not any(
        word.rstrip(".") in _SMALL | _no_places() or not word[0].isalpha() for word in words
    )


def _are_towns(first: str, others: Sequence[str], *, sure: bool, vouch: str) -> bool:
    """Whether `first` names up to four towns; `others` are the states and countries behind it."""
    towns = [town for town in _AND.split(first) if town]
    if not towns or len(towns) > 4 or not all(map(_is_town, towns)):
        return False
    if sure:
        return len(towns) > 1 or _plain(first) not in _no_places() or _is_known(first)
    if _are_states(others):
        return len(first.split()) <= 4
    return all(map(_is_known, towns)) or (first.isupper() and _are_unknown_towns(towns, vouch))


def _are_states(parts: Sequence[str]) -> bool:
    """Whether these are names of states and countries that everybody knows."""
    return bool(parts) and all(_plain(part) in gazetteer.regions() for part in parts)


def _are_unknown_towns(towns: Sequence[str], vouch: str) -> bool:
    """Whether bare names in capitals that no list has are towns: their shape tells, or the article names them in
    ordinary spelling, and never as a common word."""
    if any(_plain(word) in _no_places() for town in towns for word in town.split()):
        return False
    return all(
        _has_shape(town, vouch) or _named(town, vouch) or (_may_be_strange(town) and _is_strange(town, vouch))
        for town in towns
    )


def _may_be_strange(town: str) -> bool:
    """`GQEBERHA`, `KOZHIKODE`: a word in capitals that can be said, no name of a person and no label."""
    word = town.casefold()
    return (
        _STRANGE.fullmatch(town) is not None
        and word not in _no_places()
        and word not in _common()
        and first_names.gender(town) is None
    )


@derived
def _common(lexis: Lexis) -> frozenset[str]:
    """English words that tables have: a label made of one is no town."""
    tables = ("nouns", "verbs", "grammar", "kickers", "games", "page_labels", "organisations", "headings", "openers")
    return frozenset(word.casefold() for table in tables for word in lexis.table(table))


def _is_strange(town: str, vouch: str) -> bool:
    """Whether the article begins one paragraph with these capitals, and has them nowhere as a word."""
    small = re.search(rf"\b{re.escape(town.lower())}\b", vouch)
    return bool(vouch) and small is None and len(re.findall(rf"(?m)^{re.escape(town)}\b", vouch)) < 2


@derived
def _shapes(lexis: Lexis) -> re.Pattern[str]:
    """`NEW …`, `… FALLS`, `…TON`"""
    rows = lexis.table("town_names").items()
    first, last, ending = (
        alternatives(word.upper() for word, row in rows if place in row["places"].split())
        for place in ("first", "last", "ending")
    )
    return re.compile(rf"(?:{first}) [A-Z]{{3,}}(?: [A-Z]+)?|[A-Z]{{3,}} (?:{last})|[A-Z]{{3,}}(?:{ending})")


_STRANGE = re.compile(r"(?=[A-Z]*[AEIOU])(?![A-Z]*[^AEIOUY]{5})[A-Z]{5,14}")


def _has_shape(town: str, vouch: str) -> bool:
    """Whether a word in capitals is made like the name of a town: `MELTON`, `CEDAR FALLS`."""
    return (
        _shapes().fullmatch(town) is not None
        and not any(word.lower() in _no_towns() for word in town.split())
        and re.search(rf"\b{re.escape(town.lower())}\b", vouch) is None
    )


def _named(town: str, vouch: str) -> bool:
    return (
        len(town) > 2 and re.search(rf"\b{re.escape(town.title())}\b", vouch) is not None and town.lower() not in vouch
    )


def _is_town(town: str) -> bool:
    words = town.split()
    return (
        len(words) <= 4
        and all(
            _WORD.fullmatch(word) and (word[0].isupper() or word.lower() in _SMALL or word == words[-1])
            for word in words
        )
        and words[0][0].isupper()
        and sum(c.isalpha() for c in town) > 1
    )


def _is_region(part: str) -> bool:
    words = part.split()
    return 0 < len(words) <= 4 and all(_WORD.fullmatch(w) and (w[0].isupper() or w.lower() in _SMALL) for w in words)


def _plain(words: str) -> str:
    return re.sub(r"[.\s]+", " ", words).strip().casefold()
