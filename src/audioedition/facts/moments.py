"""A line -> the dates and times of day in it, each with the word that says what it is the time of.

Words come from the tables `months`, `days`, `offsets` and `stamps` of every language, since a page is read before its
language is known.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from ..lexis import first_names
from ..lexis.tables import Lexis, derived
from ..lexis.wordlists import alternatives
from .byline_words import kinds_of_words
from .date_order import MonthFirst, month_first

_YEAR = r"(?:19|20)\d\d"
_HALF = r"[ap]\.?\s?m\b\.?"
_OFFSET = r"[+-]\d\d(?::?\d\d)?(?!\d)"
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?")
_BASIC = re.compile(rf"({_YEAR})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{{4}})?)?")
_GLUED = (
    re.compile(r"(?<=[a-zäöüéèà])(?=[A-Z][a-z])"),
    re.compile(r"(?<=\d)(?=(?:[A-Z][a-z]{2}|[A-Z]{4}))"),
    re.compile(rf"(?<=\D{_YEAR})(?=\d\d?[:.]\d\d)"),
    re.compile(r"(?<=\d)T(?=\d)"),
    re.compile(r"(?<=\b[A-Z]{3})(?=[A-Z][a-z]{2})|(?<=\b[A-Z]{4})(?=[A-Z][a-z]{2})"),
)
"""What a page has in elements of their own and a selection glues: `17.07 CETLast modified`, `20247:00 AM`."""
_OF = r"(?: (?-i:an der|am|de|del|de la|do|da|dos|di|sur|les|aan den|op))?"
_PLACE_BEFORE = re.compile(
    rf"(?:[^\W\d_]{{3,}}(?:{_OF} [^\W\d_]{{3,}})?,|[^\W\d_][\w-]+(?:{_OF} [^\W\d_][\w-]+)? [–—-])(?=\s)"
)
"""`CHENNAI, OCTOBER 12, 2020`, `Wien - Mittwoch, 02.02.2022`: counts where it is spelt as a name."""
_SOURCE = re.compile(r"\s*(?:(?i:source):\s*\w+|[A-ZÀ-Þ][\w.’-]{1,20}(?: [A-ZÀ-Þ&][\w.’-]{0,20}){0,3})\s*[|/]")
"""`Source: Xinhua| 2023-06-11`, `TNN | Mar 7, 2025`, `Wexle Daily News / 05:40 AM May 3, 2024`"""
_INITIALS = re.compile(r"\s*(?:[A-ZÀ-Þ]\.-?\s?){2,3}\s*[–—|/,-]\s")
"""`Y.C. – 16 juillet 2020, 12h03`: who wrote it, by initials that nobody has to hear."""
_BEHIND = re.compile(r"\s*[|·•–—-]\s+[A-Z]{4,}(?: [A-Z]+)?\s*\Z|\s*\|\s*(?i:editor):\s*\w+\s*\Z")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or a time of day in a line."""

    start: int
    end: int
    date: dt.date | None = None
    """None also where the year is not given."""
    time: dt.time | None = None
    zone: dt.tzinfo | str | None = None
    """A name from the table `offsets` in lower case, or an offset."""
    has_seconds: bool = False
    has_half: bool = False
    """Whether the time says am or pm."""
    label: str = ""
    """`published`, `updated`, or nothing."""


def spaced(line: str) -> str:
    """The line with spaces where a selection has glued things together."""
    for glue in _GLUED:
        line = glue.sub(" ", line)
    return line


def from_machine(text: str) -> str | None:
    """ISO 8601 of the forms that only machines write: `20250304T120000Z`, Unix time."""
    if text.isdecimal() and text.isascii() and len(text) in (10, 13):
        seconds = int(text) / (1000 if len(text) == 13 else 1)
        return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat(timespec="seconds")
    match = _BASIC.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    date, time = _date(year, month, day), _time(hour, minute, second) if hour else None
    if date is None or (hour and time is None):
        return None
    east = _offset("+00" if zone == "Z" else zone) if zone else None
    return iso(Moment(0, 0, date, time, east, has_seconds=bool(second)))


def kinds(text: str) -> list[str | None]:
    """What every word of a text does in a stamp; None for one that stands in none."""
    known = _words()
    return [known.get(word.lower().rstrip(".")) for word in _WORD.findall(text)]


def words_from(text: str) -> int:
    """Where the run of words of stamps begins that `text` ends with."""
    known = _words()
    return max((m.end() for m in _WORD.finditer(text) if m[0].lower().rstrip(".") not in known), default=0)


_MAY_TELL = re.compile(r"\d|noon|midnight", re.I)
"""What every date and time holds."""


def moments(text: str, month_first: MonthFirst = month_first) -> list[Moment]:
    """Every date of a text with the time beside it, and every other time, in their order."""
    if not _MAY_TELL.search(text):
        return []
    times = [(m, clock) for m in _time_pattern().finditer(text) if (clock := _clock(m))]
    found: list[Moment] = []
    for m in _date_pattern().finditer(text):
        date = _date_of(m, month_first)
        inside = [clock for t, clock in times if m.start() <= t.start() < m.end()]
        times = [(t, clock) for t, clock in times if t.end() <= m.start() or t.start() >= m.end()]
        beside = _beside(text, m, [t for t, _ in times])
        if inside and m["clock"]:
            found.append(replace(inside[0], start=m.start(), end=m.end(), date=date))
        elif beside is None:
            found.append(Moment(m.start(), m.end(), date))
        else:
            t, clock = times.pop(beside)
            found.append(replace(clock, start=min(m.start(), t.start()), end=max(m.end(), t.end()), date=date))
    found += [clock for _, clock in times]
    return _labelled(text, sorted(found, key=lambda moment: moment.start))


def _labelled(text: str, found: list[Moment]) -> list[Moment]:
    """Moments in their order, each with what the words between it and the one before it say."""
    ends = [0, *(moment.end for moment in found)]
    return [replace(moment, label=_label(text[end : moment.start])) for end, moment in zip(ends, found, strict=False)]


def completed(found: list[Moment]) -> list[Moment]:
    """A time alone has the date of its neighbour; a zone that stands once counts for all times of a line."""
    date = next((m.date for m in found if m.date), None)
    if len(found) < 2 or date is None:
        return found
    zone = _shared_zone(found)
    return [replace(m, date=m.date or date, zone=m.zone or zone) if m.time else m for m in found]


def _shared_zone(found: list[Moment]) -> dt.tzinfo | str | None:
    """The only zone of a line whose times all say am or pm; None for any other line."""
    zones = {m.zone for m in found if m.zone}
    return zones.pop() if len(zones) == 1 and all(m.has_half for m in found if m.time) else None


def without(line: str, found: list[Moment]) -> str:
    """The line without its moments, and without the place, source or editor that stands beside them."""
    rest = line
    for moment in reversed(found):
        rest = f"{rest[: moment.start]} {rest[moment.end :]}"
    if not found or not found[0].date or line.endswith(("-", "–", "—")):
        return rest  # without a year, or before a dash, a place and a date are a dateline
    if initials := _INITIALS.match(rest):
        return rest[initials.end() :]
    place = _PLACE_BEFORE.match(line)
    if place and place.end() <= found[0].start and _is_name_of_place(place[0]):
        rest = rest[place.end() :]
    source = _SOURCE.match(rest)
    words = source[0].strip(" |/").split() if source else []
    said = source is not None and (len(words) != 2 or words[0].endswith(":"))
    if source and said and not _may_be_author(words):
        rest = rest[source.end() :]
    return _BEHIND.sub("", rest)


def _is_name_of_place(words: str) -> bool:
    """Whether words before a date are spelt as a name, and as nobody's of a well-known first name."""
    parts = [word for word in words.strip(" ,–—|-").split() if not word.islower()]
    return all(word.istitle() or word.isupper() for word in parts) and not (
        len(parts) > 1 and first_names.gender(parts[0]) is not None
    )


def _may_be_author(words: list[str]) -> bool:
    """Whether what stands before a stroke and a date may be who wrote the story: `Par Claire Delmas`, `Ann Orr`."""
    return "by" in kinds_of_words().get(words[0].casefold(), ()) or first_names.gender(words[0]) is not None


def iso(moment: Moment) -> str:
    """A dated moment in ISO 8601, as exact as it is written."""
    if moment.date is None:
        raise ValueError("a moment without a date")
    if moment.time is None:
        return moment.date.isoformat()
    zone = _named_zone(moment.zone, moment.date) if isinstance(moment.zone, str) else moment.zone
    return dt.datetime.combine(moment.date, moment.time, zone).isoformat(
        timespec="seconds" if moment.has_seconds else "minutes"
    )


@derived
def _words(lexis: Lexis) -> dict[str, str]:
    """Word of a stamp -> what it does there."""
    found: dict[str, str] = {}
    for row in lexis.everywhere("stamps"):
        found.setdefault(row["word"], row["kind"])
    for table, kind in (("months", "month"), ("days", "weekday"), ("offsets", "zone")):
        for row in lexis.everywhere(table):
            found.setdefault(row["word"].lower(), kind)
    return found


@derived
def _months(lexis: Lexis) -> dict[str, int]:
    return {row["word"].lower(): int(row["number"]) for row in reversed(lexis.everywhere("months"))}


@derived
def _zones(lexis: Lexis) -> dict[str, tuple[int, bool]]:
    """Zone -> minutes east of Greenwich, and whether the summer time of the United States comes on top."""
    return {row["word"]: (int(row["minutes"]), row["summer"] == "us") for row in lexis.everywhere("offsets")}


@derived
def _date_pattern(lexis: Lexis) -> re.Pattern[str]:
    month = rf"(?<![^\W\d_])(?:{alternatives(lexis.made(_months.make))})(?![^\W\d_])\.?"
    day, no_more = r"(?<![\d.:])\d\d?(?!\d)", r"(?!\d)"
    ordinal, of = r"(?:st|nd|rd|th|er|re|º|°|ª|\.)?", r"(?:(?:of|de|del|den)\s)?"
    clock = r"(?P<clock>\d\d?:\d\d(?::\d\d)?)\s(?:[A-Z]{2,5}\s|[+-]\d{4}\s)?"
    forms = (
        rf"(?P<y1>(?<!\d){_YEAR})-(?P<m1>\d\d?)-(?P<d1>\d\d?){no_more}",  # 2024-05-03
        rf"(?P<y2>(?<!\d){_YEAR})[./](?P<m2>\d\d?)[./](?P<d2>\d\d?){no_more}",  # 2024/5/3
        rf"(?P<y3>{_YEAR})\s?[年년]\s?(?P<m3>\d\d?)\s?[月월]\s?(?P<d3>\d\d?)\s?[日일]",
        rf"(?P<d4>{day}){ordinal}[\s-]{{1,2}}{of}(?P<m4>{month})"  # 3 May 2024, 3 de mayo
        rf"(?:,?[\s-]{{1,2}}{of}(?P<y4>{_YEAR}{no_more}))?",
        rf"(?P<m5>{month})\s{{1,2}}(?P<d5>{day})\s{clock}(?P<y5>{_YEAR}{no_more})",  # Mar  3 12:34:56 2025
        rf"(?P<m6>{month})\s{{1,2}}(?P<d6>{day}){ordinal}(?:,?\s{{1,2}}(?P<y6>{_YEAR}{no_more}))?(?![:.]\d)",  # May 3
        rf"(?P<a7>(?<![\d.])\d\d?)\.\s?(?P<b7>\d\d?)\.\s?(?P<y7>{_YEAR}){no_more}",  # 3.5.2024
        rf"(?P<a8>(?<![\d/-])\d\d?)[/-](?P<b8>\d\d?)[/-](?P<y8>{_YEAR})(?![\d/-])",  # 3/4/2025
        r"(?P<a9>(?<![\d/.])\d\d?)/(?P<b9>\d\d?)/(?P<y9>\d\d)(?![\d/])",  # 3/4/25
        r"(?<![\d/.])(?P<a0>[0-3]\d)\.(?P<b0>[0-3]\d)\.(?P<y0>[012]\d)(?![\d/.])",  # 03.05.24
    )
    return re.compile("|".join(forms), re.I)


@derived
def _time_pattern(lexis: Lexis) -> re.Pattern[str]:
    hour, minute = r"(?<![\d.:])[012]?\d", r"[0-5]\d(?!\d)"
    zone = alternatives(lexis.made(_zones.make))
    forms = (
        rf"(?P<hour>{hour})\s?[:.h]\s?(?P<minute>{minute})"  # 14:05, 2.05 pm, 13h59, 07:05:30
        rf"(?:[:.](?P<second>{minute})(?:[.,]\d+)?)?(?:\s?(?P<half>{_HALF}))?",
        rf"(?P<hour2>{hour})\s?(?:(?P<half2>{_HALF})|(?:uhr|h|hrs|hs)\b)",  # 2 pm, 18 Uhr
        r"(?P<word>noon|midnight)\b",
    )
    behind = rf"(?:\s?(?:uhr|hrs|hs|h|u)\b\.?)?(?:\s{{0,2}}\(?(?P<zone>{zone})\b\)?)?(?:\s?(?P<offset>{_OFFSET}))?"
    return re.compile(rf"(?:{'|'.join(forms)}){behind}", re.I)


def _clock(m: re.Match[str]) -> Moment | None:
    half = m["half"] or m["half2"]
    if m["word"]:
        time: dt.time | None = dt.time(12 if m["word"].lower() == "noon" else 0)
    else:
        time = _time(m["hour"] or m["hour2"], m["minute"], m["second"], half)
    if time is None:
        return None
    zone = _offset(m["offset"]) if m["offset"] else (m["zone"] or "").lower() or None
    return Moment(m.start(), m.end(), None, time, zone, m["second"] is not None, bool(half or m["word"]))


def _beside(text: str, date: re.Match[str], times: list[re.Match[str]]) -> int | None:
    """Index of the time that stands right behind a date, else right before it; None if there is none."""
    for i, time in enumerate(times):
        if time.start() >= date.end():
            if _joins(text[date.end() : time.start()]):
                return i
            break
    for i in range(len(times) - 1, -1, -1):
        if times[i].end() <= date.start():
            return i if _joins(text[times[i].end() : date.start()]) else None
    return None


def _joins(between: str) -> bool:
    """Whether what stands between a date and a time only joins them: `at`, a weekday, a dash."""
    if len(between) > 24 or any(c.isdigit() or c == ";" for c in between):
        return False
    return {"word", "weekday", "number"}.issuperset(kinds(between))


def _label(between: str) -> str:
    return next((kind for kind in reversed(kinds(between)) if kind in ("published", "updated")), "")


def _date_of(m: re.Match[str], month_first: MonthFirst) -> dt.date | None:
    """Which date it is; None where the year is not given, and for the 31st of February."""
    g = {name[0]: value for name, value in m.groupdict().items() if value and name != "clock"}
    year = g.get("y", "")
    year = year if len(year) != 2 else f"20{year}"
    if "a" in g:
        a, b = int(g["a"]), int(g["b"])
        american = b > 12 or (a <= 12 and "." not in m[0] and month_first())
        month, day = (a, b) if american else (b, a)
    else:
        name = g["m"].lower()
        month = int(name) if name.isdigit() else _months()[name if name in _months() else name.rstrip(".")]
        day = int(g["d"])
    return _date(year, month, day) if year else None


def _date(year: str, month: str | int, day: str | int) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _time(hour: str, minute: str | None, second: str | None, half: str | None = None) -> dt.time | None:
    number = int(hour)
    if half:
        number = number % 12 + (12 if half[0] in "pP" else 0)
    try:
        return dt.time(number, int(minute or 0), int(second or 0))
    except ValueError:
        return None


def _offset(written: str) -> dt.tzinfo | None:
    digits = written[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    return dt.timezone(dt.timedelta(minutes=-minutes if written[0] == "-" else minutes)) if minutes < 1440 else None


def _named_zone(name: str, date: dt.date) -> dt.tzinfo:
    minutes, summer = _zones()[name]
    return dt.timezone(dt.timedelta(minutes=minutes + 60 * (summer and _us_summer(date))))


def _us_summer(date: dt.date) -> bool:
    """Daylight saving time in the United States since 2007: second Sunday of March to first Sunday of November."""
    march, november = dt.date(date.year, 3, 8), dt.date(date.year, 11, 1)
    return (
        march + dt.timedelta(days=(6 - march.weekday()) % 7)
        <= date
        < november + dt.timedelta(days=(6 - november.weekday()) % 7)
    )
