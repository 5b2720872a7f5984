"""A line such as `Published 10 July 2014, 2:19 p.m. ET` -> ISO 8601 (RFC 3339 profile), or None."""

from __future__ import annotations

import datetime as dt
import re

MONTHS = {
    name: i
    for i, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "bst": 60, "ist": 330, "cet": 60, "cest": 120, "eet": 120, "msk": 180,
    "et": None, "est": -300, "edt": -240, "ct": None, "cst": -360, "cdt": -300, "mt": None, "mst": -420,
    "mdt": -360, "pt": None, "pst": -480, "pdt": -420, "jst": 540, "sgt": 480, "aest": 600, "aedt": 660,
    "ast": -240, "adt": -180, "nst": -210, "ndt": -150, "hst": -600, "akst": -540, "akdt": -480, "awst": 480,
    "acst": 570, "acdt": 630, "nzst": 720, "nzdt": 780, "hkt": 480, "pkt": 300, "wib": 420, "sast": 120, "eat": 180,
    "wat": 60,
    "eest": 180, "west": 60, "wet": 0,
}  # fmt: skip
_US_ZONES = {"et": -5, "ct": -6, "mt": -7, "pt": -8}
_LABEL = (
    r"(?:(?:first |last |originally )?(?:published|posted|(?:publish|publication|issue) date|updated|modified"
    r"|created|filed|issued|date|on|as of)"
    r"(?: (?:on|at))?\s*(?:[:|]\s*\|?|[–—-]\s)?\s*)?"
)
_DATE = (
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[\s-]+(?P<month>{_MONTH})\.?,?[\s-]+(?P<year>\d{{4}})"
    rf"|(?P<month2>{_MONTH})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})"
    r"|(?P<year3>\d{4})[-/.](?P<month3>\d{1,2})[-/.](?P<day3>\d{1,2})"
    r"|(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<year4>\d{4}|\d\d(?=,?\s+(?:at\s+)?\d{1,2}:)))"
)
_TIME = (
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?(?::(?P<second>\d{2})(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\.?)?"
    r"\s*(?:\(?(?P<zone>z|gmt|utc|bst|ist|ces?t|ees?t|wes?t|msk|[ecmp][sd]?t|a[sd]t|n[sd]t|hst|ak[sd]t|jst|sgt|hkt|pkt"
    r"|a[ew][sd]t|ac[sd]t|nz[sd]t|wib|sast|eat|wat)\)?)?"
    r"(?P<offset>[+-]\d{1,2}(?::?\d{2})?)?(?:\s*hrs)?"
)
_STAMP = re.compile(
    rf"{_LABEL}(?:{_WEEKDAY},?\s+)?(?:{_TIME}(?:,|\s+on|\s*[·•|–—-])?\s+(?:{_WEEKDAY},?\s+)?{_DATE}"
    rf"|{_DATE.replace('?P<', '?P<d_')}(?:(?:\s*[,|·•/–—-]\s*|\s+(?:at\s+)?"
    rf"|T){_TIME.replace('?P<', '?P<t_')})?)\s*\.?",
    re.I,
)
_AGO = re.compile(
    rf"{_LABEL}(?:(?:an?|\d{{1,3}}|one|two|three) (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?"
    rf"|months?|years?) ago|\d{{1,3}}\s?(?:m|h|d|w) ago|"
    rf"(?:{_WEEKDAY},? )?{_MONTH}\.? \d{{1,2}}|(?:today|yesterday),? (?:at )?\d{{1,2}}[:.]\d\d(?: ?[ap]\.?m\.?)?)\.?",
    re.I,
)
_TIME_ALONE = re.compile(rf"(?:first |last )?(?:published|posted|updated|modified)\s*(?:at|:)?\s*{_TIME}", re.I)
_LATER_THAT_DAY = re.compile(rf"{_LABEL}(?:at )?{_TIME}", re.I)
"""The second of two stamps on one line may be a time alone: `Mar 3, 2025 | Updated 5:20 p.m.`"""
_FIRST_AT = re.compile(
    r"updated\s+(?P<date>[^—–|]{6,30}?)\s*[—–|,]\s*[\d.:]{3,5}\s?[ap]m,?\s*(?:\(?first published at )"
    r"(?P<first>[\d.:]{3,5}\s?[ap]m)\)?",
    re.I,
)
"""`Updated June 7, 2023 — 8.02pm, first published at 7.15pm`"""
_MOST = 90


def is_timestamp(line: str) -> bool:
    """Whether the whole line says when the article appeared, be it parseable (`published`) or not (`2 hours ago`)."""
    line = _trimmed(line)
    return (len(line) <= _MOST and any(p.fullmatch(line) for p in (_STAMP, _AGO, _TIME_ALONE, _FIRST_AT))) or _pair(
        line
    ) is not None


def _trimmed(line: str) -> str:
    """Without what stands beside a stamp and is none: the place in front or behind, the reading time, the source."""
    line = line.strip()
    if len(line) > 2 * _MOST:
        return line
    line = re.sub(r"\s*[|·•–—-]\s+(?:\d{1,3}[- ]min(?:ute)?s?(?: read)?|[A-Z]{4,}(?: [A-Z]+)?)\Z", "", line)
    line = re.sub(r"\A(?:[A-Z]{3,}(?: [A-Z]{3,})?,\s+(?=[A-Z]+\s\d)|source:\s*\w+\s*\|\s*)", "", line, flags=re.I)
    return re.sub(r"\s*\|\s*editor:\s*\w+\Z", "", line, flags=re.I)


def is_update(line: str) -> bool:
    """Whether the line gives the time of a change rather than of the first appearance."""
    return re.match(r"\s*(?:last )?(?:updated|modified)", line, re.I) is not None and not _FIRST_AT.fullmatch(
        line.strip()
    )


def parse(line: str) -> str | None:
    """ISO 8601 date, or date and time (with offset if the line has one); None where the line holds no full date."""
    line = _trimmed(line)
    if len(line) > 2 * _MOST:
        return None
    if late := _FIRST_AT.fullmatch(line):
        return parse(f"{late['date']}, {late['first']}")
    pair = _pair(line)
    if pair:
        first, second = (re.search(rf"\b{_TIME}\s*\Z", part, re.I) for part in pair)
        zone = second["zone"] if first and second and first["half"] and not first["zone"] else None
        return parse(f"{pair[0]} {zone}" if zone else pair[0])
    m = _STAMP.fullmatch(line)
    return _iso(m) if m else None


def _pair(line: str) -> tuple[str, str] | None:
    """`Published 3 May 2024 | Updated 4 May 2024`: the two stamps, or None."""
    if len(line) > 2 * _MOST:
        return None
    for m in re.finditer(r"(?:\s*[|·•;/,(–—-]?\s+|\|)(?=(?:last )?(?:updated|modified))", line, re.I):
        first, second = line[: m.start()].strip(), line[m.end() :].strip(" )")
        whole = all(_STAMP.fullmatch(part) or _AGO.fullmatch(part) for part in (first, second))
        if whole or (_STAMP.fullmatch(first) and _LATER_THAT_DAY.fullmatch(second)):
            return first, second
    return None


def _iso(m: re.Match[str]) -> str | None:
    g = {name.removeprefix("d_").removeprefix("t_"): value for name, value in m.groupdict().items() if value}
    month = g.get("month") or g.get("month2")
    year = g.get("year") or g.get("year2") or g.get("year3") or g.get("year4") or "0"
    if month:
        day, number = int(g.get("day") or g.get("day2") or 0), MONTHS[month.lower()]
    elif "month3" in g:
        day, number = int(g["day3"]), int(g["month3"])
    else:
        # 13/4 can only be day first; 4/3 is read as Americans do, 4.3. as Europeans do.
        a, b = int(g["a"]), int(g["b"])
        day, number = (a, b) if a > 12 or "." in m.group() else (b, a)
    try:
        date = dt.date(int(year) + (2000 if len(year) == 2 else 0), number, day)
        if "hour" not in g:
            return date.isoformat()
        hour = int(g["hour"])
        half = g.get("half", "").lower()
        if half:
            hour = hour % 12 + (12 if half[0] == "p" else 0)
        time = dt.time(hour, int(g.get("minute", 0)), int(g.get("second", 0)))
    except ValueError:
        return None
    return dt.datetime.combine(date, time, _zone(g, date)).isoformat(timespec="seconds" if "second" in g else "minutes")


def _zone(g: dict[str, str], date: dt.date) -> dt.tzinfo | None:
    if "offset" in g:
        digits = g["offset"].replace(":", "")
        hours = digits[1:] if len(digits) < 4 else digits[1:-2]
        minutes = int(hours) * 60 + (int(digits[-2:]) if len(digits) > 3 else 0)
        return dt.timezone(dt.timedelta(minutes=-minutes if digits[0] == "-" else minutes))
    zone = g.get("zone", "").lower()
    if not zone:
        return None
    minutes_east = _ZONES[zone]
    if minutes_east is None:
        minutes_east = 60 * (_US_ZONES[zone] + _us_summer(date))
    return dt.timezone(dt.timedelta(minutes=minutes_east))


def _us_summer(date: dt.date) -> bool:
    """Daylight saving time in the United States since 2007: second Sunday of March to first Sunday of November."""
    march, november = dt.date(date.year, 3, 8), dt.date(date.year, 11, 1)
    return (
        march + dt.timedelta(days=(6 - march.weekday()) % 7)
        <= date
        < november + dt.timedelta(days=(6 - november.weekday()) % 7)
    )
