"""A date as somebody wrote it -> ISO 8601, or None. No guessing: 3/4/2025 is read month first only if told so.

Formats: ISO 8601 (also basic and with a space), RFC 2822, `asctime`, Unix time, and dates in words in seven languages.
"""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime

_MONTHS = (
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari",
    "february feb februar fevrier février févr fév febrero febbraio febb fevereiro fev februari",
    "march mar märz maerz mars marzo março maart mrt",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug août aout agosto ago augustus",
    "september sept sep septembre septiembre settembre sett setembro set",
    "october oct oktober okt octobre octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro",
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_NAME = r"(?<![^\W\d_])(" + "|".join(sorted(map(re.escape, _MONTH), key=len, reverse=True)) + r")(?![^\W\d_])\.?"

_ISO = re.compile(
    r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)"
    r"(?:(?:T|\s{1,2}|,\s)(\d\d):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s{0,2}(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d(?!\d))?)?"
)
_BASIC = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})?)?(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)[./-](\d\d?)[./-](\d\d?)(?!\d)")
_CJK = re.compile(r"((?:19|20)\d\d)\s?[年년]\s?(\d\d?)\s?[月월]\s?(\d\d?)\s?[日일]")
_DAY_FIRST = re.compile(r"(?<![\d.])(\d\d?)\.\s?(\d\d?)\.\s?((?:19|20)\d\d)(?!\d)")
_SLASHES = re.compile(r"(?<![\d/-])(\d\d?)[/-](\d\d?)[/-]((?:19|20)\d\d)(?![\d/-])")
_SHORT_SLASHES = re.compile(r"(?<![\d/.])(?:(\d\d?)/(\d\d?)/(\d\d)|([01]\d)\.(\d\d)\.([012]\d))(?![\d/.])")
_DAY_MONTH = re.compile(
    r"(?<!\d)(\d\d?)(?:st|nd|rd|th|er|º|\.)?[\s-]{1,2}(?:de\s|of\s)?" + _NAME + r",?[\s-](?:de\s)?((?:19|20)\d\d)", re.I
)
_MONTH_DAY = re.compile(_NAME + r"\s{1,2}(\d\d?)(?:st|nd|rd|th)?,?\s{1,2}((?:19|20)\d\d)", re.I)
_ASCTIME = re.compile(
    _NAME + r"\s{1,2}(\d\d?)\s(\d\d):(\d\d):(\d\d)\s(?:[A-Z]{2,5}\s|[+-]\d{4}\s)?((?:19|20)\d\d)", re.I
)
_RFC = re.compile(r"\d\d?\s[A-Za-z]{3}\s\d{4}\s\d\d?:\d\d")


_CLOCK = re.compile(r"(?<![\d.:])[0-2]?\d[:.][0-5]\d(?![\d%])|(?<!\d)\d\d?\s?[ap]\.?m\b", re.I)
_AGO = re.compile(r"\b(?:\d+|an?)\s(?:min(?:ute)?|hour|hr|day|week|month|year)s?\sago\b", re.I)
_STAMP_WORDS = re.compile(
    r"\b(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?|published|updated|posted|modified|created|"
    r"last|first|originally|date|time|on|at|of|the|as|and|st|nd|rd|th|[ap]\.?m|noon|midnight|o.clock|uhr|h|hrs?|"
    r"e[sd]?t|c[sd]?t|m[sd]t|p[sd]?t|akdt|hst|gmt|utc|bst|ist|cest|cet|aest|aedt|hkt|local|min(?:ute)?s?|read|views?|"
    r"veröffentlicht|aktualisiert|publié|mis|jour|à|le|am|um)\b\.?|" + _NAME,
    re.I,
)


def is_timestamp(text: str, *, alone: bool = False) -> bool:
    """Whether `text` is a date or a time of day and nothing else, as it stands under headlines.

    With `alone` a date without a clock time or a word such as `updated` does not count: it may be a subhead.
    """
    if len(text) > 120 or not any(c.isdigit() for c in text):
        return False
    clock = _CLOCK.search(text) or _AGO.search(text)
    if not clock and (alone and not re.match(r"(?:last )?(?:updated|published|posted|modified)\b", text, re.I)):
        return False
    if not clock and not iso_date(text):
        return False
    rest = _STAMP_WORDS.sub(" ", _CLOCK.sub(" ", _AGO.sub(" ", text)))
    return not any(c.isalpha() for c in rest) and len(re.findall(r"\d+", rest)) <= 6


def iso_date(text: str | None, *, month_first: bool = True) -> str | None:
    """The first date in `text` as an ISO 8601 date, with time and zone where given; None if there is none.

    `month_first` decides 3/4/2025 where neither number can only be a day.
    """
    text = (text or "").strip()[:200]
    if not text:
        return None
    if match := _ISO.search(text):
        y, m, d, hour, minute, second, zone = match.groups()
        return _stamp(y, m, d, hour, minute, second, zone)
    if _RFC.search(text):
        try:
            return parsedate_to_datetime(text).isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            pass
    if match := _BASIC.fullmatch(text):
        return _stamp(*match.groups())
    if text.isdecimal() and text.isascii() and len(text) in (10, 13):
        seconds = int(text) / (1000 if len(text) == 13 else 1)
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC).isoformat(timespec="seconds")
    if match := _ASCTIME.search(text):
        month, d, hour, minute, second, y = match.groups()
        return _stamp(y, _month(month), d, hour, minute, second)
    if match := _MONTH_DAY.search(text):
        return _stamp(match[3], _month(match[1]), match[2])
    if match := _DAY_MONTH.search(text):
        return _stamp(match[3], _month(match[2]), match[1])
    if match := _YEAR_FIRST.search(text) or _CJK.search(text):
        return _stamp(*match.groups())
    if match := _DAY_FIRST.search(text):
        return _stamp(match[3], match[2], match[1])
    if match := _SLASHES.search(text) or _SHORT_SLASHES.search(text):
        first, second, year = [part for part in match.groups() if part]
        a, b = int(first), int(second)
        month, day = (a, b) if (month_first and a <= 12) or b > 12 else (b, a)
        return _stamp(year if len(year) == 4 else f"20{year}", month, day)
    return None


def _month(name: str) -> int:
    return _MONTH[name.lower()]


def _stamp(
    year: str, month: str | int, day: str | int, hour: str | None = None, minute: str | None = None,
    second: str | None = None, zone: str | None = None,
) -> str | None:  # fmt: skip
    try:
        date = datetime.date(int(year), int(month), int(day))
        if hour is None or minute is None:
            return date.isoformat()
        time = datetime.time(int(hour), int(minute), int(second or 0))
    except ValueError:
        return None
    if zone in ("Z", "UTC", "GMT"):
        zone = "+00:00"
    elif zone:
        zone = f"{zone[:3]}:{zone[3:].strip(':') or '00'}"
    return f"{date.isoformat()}T{time.isoformat()}{zone or ''}"
