"""Dates, seasons, fiscal years, eras, clock times and zones."""

from __future__ import annotations

import re

from .. import numbers as N
from ..scan import FIGURES, SYMBOL, WORD, Context, Rule
from . import data

DASH = r"[-–—‑]"


def say_date(day: int, month: str, year: str, ctx: Context, first: bool, weekday: str = "", comma: str = "") -> str:
    """Words of a date. `first` = the day stood first. British readers say "the third of March" for `March 3` too."""
    nth = N.ordinal(day)
    words = f"the {nth} of {month}" if first or ctx.usage.british else f"{month} {nth}"
    if year:
        words += f"{comma} {full_year(year, ctx)}"
    return weekday + words


def full_year(figures: str, ctx: Context) -> str:
    return N.year(int(figures), ctx.usage.british) if len(figures) > 2 else N.short_year(figures)


def month_of(name: str) -> str:
    return data.MONTHS.get(name.rstrip(".").lower(), "")


def abbreviated(name: str) -> bool:
    return len(name.rstrip(".")) <= 4 and name.rstrip(".").lower() not in ("june", "july", "may")


YEAR_AFTER = re.compile(r"(?P<comma>,?) ?(?P<year>\d{4})\b(?![,.:/-]?\d)(?!\s?(?:people|GMT|BST|hours|km|miles))")


def month_day(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`March 3`, `Jan. 5, 2024`, `May 3-5`, `Sept. 11th`, `March 2024`, `Jan-15-2020`."""
    month = month_of(m.group("month"))
    if not month or (
        m.group("month")[0].islower()
        and abbreviated(m.group("month"))
        and month in ("March", "May", "December", "January")
        and not m.group("dot")
        and month != "January"
    ):
        return None
    text, gb = ctx.text, ctx.usage.british
    figures = m.group("day")
    end = m.end()
    if len(figures) == 4:
        if not 1000 <= int(figures) < 2100:
            return None
        return f"{case_of(m.group('month'), month)} {N.year(int(figures), gb)}", end
    day = int(figures)
    if not 1 <= day <= 31 or len(figures) > 2:
        return None
    if re.compile(r"(?:,\d{3}|\.\d|:\d\d|%|\s?(?:percent|per cent|people|million|points|seats))").match(text, end):
        return None
    last = m.group("last")
    tail = ""
    if last:
        tail = f" to {'the ' if gb else ''}{N.ordinal(int(last))}"
    name = case_of(m.group("month"), month)
    words = f"the {N.ordinal(day)}{tail} of {name}" if gb else f"{name} {N.ordinal(day)}{tail}"
    year = YEAR_AFTER.match(text, end)
    sep = m.group("sep")
    if sep and sep in "-–":
        year = re.compile(r"(?P<comma>)[-–](?P<year>\d{4})\b").match(text, end) or year
    if year:
        words += f"{year.group('comma')} {N.year(int(year.group('year')), gb)}"
        end = year.end()
    return words, end


def case_of(written: str, month: str) -> str:
    return month


def month_alone(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`Sept.` by itself, `Dec` between other words of a date; never the words "mar", "may", "sun"."""
    month = month_of(m.group("month"))
    if (
        not month
        or m.group("month")[0].islower()
        or not abbreviated(m.group("month"))
        or not m.group("month").endswith(".")
    ):
        return None
    end = m.end()
    if ends_sentence(ctx.text, end):
        if not ctx.before() or month in ("March", "August", "January"):
            return None
        end -= 1
    return month, end


def ends_sentence(text: str, end: int) -> bool:
    return not text[end : end + 3].strip("\"”’')] \n\u00a0")


def weekday(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`Mon.-Sun.`, `Tues.`, `Sat 5 July`."""
    name = data.DAYS.get(m.group("day").lower())
    if not name or m.group("day")[0].islower():
        return None
    end = m.end()
    if not m.group("dot") and not re.compile(r"[,]? ?(?:\d{1,2}\b|" + DASH + ")").match(ctx.text, end):
        return None
    if m.group("day") in ("Sun", "Sat", "Wed", "Mon") and m.group("dot") and ends_sentence(ctx.text, end):
        return None
    words = name
    span = re.compile(DASH + r"\s?(?P<day>[A-Z][a-z]{2,4})\.?").match(ctx.text, end)
    if span and span.group("day").lower() in data.DAYS:
        words, end = f"{name} to {data.DAYS[span.group('day').lower()]}", span.end()
    return words, end


def day_month(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`3 March`, `25th July 2012`, `3-5 May`, `3 Mar. 2020`."""
    month = month_of(m.group("month"))
    name = m.group("month").rstrip(".")
    if not month or (
        name[0].islower() and name in ("mar", "may", "dec", "sep", "march") and not m.group("suffix") and name != "may"
    ):
        return None
    if ctx.glued() and ctx.glued() in "$£€.,:/-–" and ctx.glued().strip():
        return None
    day, last = int(m.group("day")), m.group("last")
    if not 1 <= day <= 31:
        return None
    end = m.end()
    if (
        name == "March"
        and ctx.after(end)[:1].islower()
        and not re.match(r",? ?\d{4}", ctx.text[end : end + 6])
        and m.group("suffix") is None
        and ctx.after(end) in ("on", "past")
    ):
        return None
    the = "" if ctx.before().lower() == "the" else "the "
    words = f"{the}{N.ordinal(day)}{f' to the {N.ordinal(int(last))}' if last else ''} of {month}"
    year = YEAR_AFTER.match(ctx.text, end)
    if year:
        words += f"{year.group('comma')} {N.year(int(year.group('year')), ctx.usage.british)}"
        end = year.end()
    elif m.group("month").endswith(".") and ends_sentence(ctx.text, end):
        end -= 1
    return words, end


def iso_date(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`2024-05-06`, `2012/01/05`, `2012.01.05`."""
    month, day = int(m.group("month")), int(m.group("day"))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    words = say_date(day, data.MONTH_NAMES[month - 1], m.group("year"), ctx, False, comma=",")
    return words, m.end()


def numeric_date(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`11/17/05`, `15.01.2020`, `3/4/2025`: which comes first is the setting's or the evidence's to say."""
    a, b = int(m.group("a")), int(m.group("b"))
    sep = m.group("sep")
    if ctx.glued() in ("/", "-", ".") or len(m.group("year")) == 3:
        return None
    day_first = ctx.usage.day_first or sep == "."
    day, month = (a, b) if day_first else (b, a)
    if month > 12 >= day:
        day, month = month, day
        day_first = not day_first
    if not (1 <= month <= 12 and 1 <= day <= 31) or sep != m.group("sep2"):
        return None
    if sep in ".-" and len(m.group("year")) == 2:
        return None
    words = say_date(day, data.MONTH_NAMES[month - 1], m.group("year"), ctx, day_first, comma=",")
    return words, m.end()


def nine_eleven(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`9/11`, `7/7`: days known by their figures."""
    if ctx.glued().isalnum() or ctx.glued() in ("/",):
        return None
    if ctx.before().lower() in ("a", "about", "than", "or"):
        return None
    return {
        "9/11": "nine eleven",
        "7/7": "seven seven",
        "24/7": "twenty-four seven",
        "50/50": "fifty-fifty",
        "20/20": "twenty-twenty",
    }[m.group()], m.end()


def season(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`2023/24`, `2023-24`, `1980-1986`, `1960-80`, `2019–2021`."""
    first, second = m.group("a"), m.group("b")
    if ctx.glued() and ctx.glued() in "$£€,.:/":
        return None
    n = int(first)
    if not 1000 < n < 2100:
        return None
    gb = ctx.usage.british
    head = N.year(n, gb)
    sep = m.group("sep").strip()
    if len(second) == 4:
        if not 1000 < int(second) < 2100 or ctx.after(m.end()) in ("kg", "people", "km"):
            return None
        joiner = " " if sep == "/" else " to "
        return f"{head}{joiner}{N.year(int(second), gb)}", m.end()
    follows = (n % 100 + 1) % 100 == int(second)
    if int(second) <= n % 100 and not follows:
        return None
    joiner = " " if follows or sep == "/" else " to "
    return f"{head}{joiner}{N.short_year(second)}", m.end()


ORDINAL_QUARTERS = {"1": "first", "2": "second", "3": "third", "4": "fourth"}


def fiscal(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`FY2025`, `FY24-25`, `Q3`, `Q1 2024`, `H1`."""
    kind, figures = m.group("kind"), m.group("num")
    year = m.group("year")
    if kind == "FY":
        if len(figures) not in (2, 4):
            return None
        words = f"fiscal year {full_year(figures, ctx)}"
        return words, m.end()
    if len(figures) != 1 or figures not in "1234" or (kind == "H" and figures not in "12"):
        return None
    words = f"the {ORDINAL_QUARTERS[figures]} half" if False else f"{kind} {N.ONES[int(figures)]}"
    if year:
        words += f" {full_year(year.strip(chr(39)), ctx)}"
    return words, m.end()


def quarter(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`3Q22`, `1H23`, `4Q`."""
    if ctx.glued().isalnum():
        return None
    part = "quarter" if m.group("kind") == "Q" else "half"
    words = f"the {ORDINAL_QUARTERS[m.group('num')]} {part}"
    if m.group("year"):
        words += f" of {full_year(m.group('year'), ctx)}"
    return words, m.end()


def era(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`44 BC`, `AD 79`, `340 A.D`, `2024 B.C`."""
    letters = m.group("era").replace(".", "")
    n = int(m.group("num").replace(",", ""))
    if not n or n > 100000:
        return None
    words = N.year(n, ctx.usage.british) if n > 99 and "," not in m.group("num") else N.cardinal(n, ctx.usage.british)
    if m.group("last"):
        words += f" to {N.year(int(m.group('last')), ctx.usage.british)}"
    end = m.end()
    if m.group("era").endswith(".") and ends_sentence(ctx.text, end):
        end -= 1
    return f"{words} {' '.join(letters)}", end


def era_before(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    n = int(m.group("num"))
    if m.group("century"):
        return None
    words = N.year(n, ctx.usage.british) if n > 99 else N.cardinal(n, ctx.usage.british)
    return f"A D {words}", m.end()


ZONES = {
    "gmt": "G M T", "bst": "B S T", "utc": "U T C", "est": "E S T", "edt": "E D T", "cst": "C S T", "cdt": "C D T", "mst": "M S T", "mdt": "M D T",
    "pst": "P S T", "pdt": "P D T", "cet": "C E T", "cest": "C E S T", "ist": "I S T", "jst": "J S T", "aest": "A E S T", "aedt": "A E D T", "et": "Eastern",
    "pt": "Pacific", "ct": "Central", "mt": "Mountain", "eat": "E A T", "msk": "M S K", "pkt": "P K T", "hkt": "H K T", "sgt": "S G T", "nzdt": "N Z D T", "akst": "A K S T", "eet": "E E T",
    "eest": "E E S T", "wat": "W A T", "sast": "S A S T", "hst": "H S T", "bt": "B T",
}  # fmt: skip
ZONE = re.compile(r"[ \u00a0]?\(?(?P<zone>[A-Za-z](?:\.?[A-Za-z]){1,3})\b\)?")


def zone_at(text: str, end: int) -> tuple[str, int]:
    """A time zone right behind a clock time: (" G M T", its end)."""
    m = ZONE.match(text, end)
    if not m:
        return "", end
    letters = m.group("zone").replace(".", "")
    name = ZONES.get(letters.lower())
    if not name or not (letters.isupper() or letters in ("est", "gmt", "pst", "edt") and letters.islower()):
        return "", end
    if (m.group().startswith(" (") or m.group().startswith("(")) != m.group().endswith(")"):
        stop = m.end() - (1 if m.group().endswith(")") else 0)
    else:
        stop = m.end()
    return f" {name}", stop


def clock(hour: int, minute: str, half: bool) -> str:
    """ "nine thirty", "five oh three", "fourteen hundred" never: `14:00` with no half of the day -> "fourteen o'clock"."""
    words = N.cardinal(hour)
    if not minute or int(minute) == 0:
        return words if half else f"{words} o'clock" if hour else "midnight"
    n = int(minute)
    return f"{words} {N.below_hundred(n) if n > 9 else f'oh {N.ONES[n]}'}"


HALVES = {"a": "A M", "p": "P M"}
NEXT_TIME = re.compile(
    r"\s?(?:-|–|—|‑)\s?(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?(?:[ \u00a0\u202f]?(?P<half>[AaPp])\.?[ ]?[Mm](?P<stop>\.)?(?![A-Za-z]))?(?![\d.]\d)"
)


def half_time(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`9.30am`, `10:35 pm`, `5pm-7 pm`, `9-11 a.m.`, `noon` untouched."""
    if ctx.glued().isalpha() or (ctx.glued() and ctx.glued() in "$£€."):
        return None
    hour = int(m.group("hour"))
    if hour > 24:
        return None
    words = f"{clock(hour, m.group('minute') or '', True)} {HALVES[m.group('half').lower()]}"
    end, stop = m.end(), m.group("stop")
    span = NEXT_TIME.match(ctx.text, end)
    if span and span.group("half") and int(span.group("hour")) <= 24:
        words += f" to {clock(int(span.group('hour')), span.group('minute') or '', True)} {HALVES[span.group('half').lower()]}"
        end, stop = span.end(), span.group("stop")
    return after_time(words, end, bool(stop), ctx)


def after_time(words: str, end: int, stop: bool, ctx: Context) -> tuple[str, int]:
    """Add a zone, and give a stop back that also ends the sentence."""
    zone, zone_end = zone_at(ctx.text, end)
    if zone:
        return words + zone, zone_end
    if stop and (ends_sentence(ctx.text, end) or starts_sentence(ctx.text, end)):
        end -= 1
    return words, end


OPENERS = frozenset(
    "The A An He She It They We You I In On At But And So If When While After Before As For From By With This That These Those There Their His Her Its Our "
    "My No Not Police Officials Witnesses One Two Three Some Many Most More Both Each All Last Since Under During Until Now Then What Why How Who Meanwhile "
    "However Also According Asked Despite Earlier Later".split()
)
STARTS = re.compile(r"[\"”’')]{0,3}\s+[\"“‘'(]{0,2}([A-Z][a-z]*)")


def starts_sentence(text: str, end: int) -> bool:
    """Whether the word behind an abbreviation's stop opens a new sentence, as far as a word list can tell."""
    m = STARTS.match(text, end)
    return bool(m) and m.group(1) in OPENERS


def time_span(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`9-11am`, `6.30-8pm`, `10 a.m.-noon` (the first has no half of the day of its own)."""
    if ctx.glued().isalpha() or (ctx.glued() and ctx.glued() in "$£€.-"):
        return None
    if int(m.group("hour")) > 24 or int(m.group("hour2")) > 24:
        return None
    first = clock(int(m.group("hour")), m.group("minute") or "", True)
    second = clock(int(m.group("hour2")), m.group("minute2") or "", True)
    return after_time(f"{first} to {second} {HALVES[m.group('half').lower()]}", m.end(), bool(m.group("stop")), ctx)


def bare_time(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`14:00`, `02:30`, `10:00:05` (a duration), `13:42`."""
    if ctx.glued().isalnum() or (ctx.glued() and ctx.glued() in "$£€.:-/"):
        return None
    hour, minute, second = int(m.group("hour")), m.group("minute"), m.group("second")
    if second:
        if hour > 99:
            return None
        parts = [f"{N.cardinal(hour)} hour{'' if hour == 1 else 's'}" if hour else ""]
        mins, secs = int(minute), int(second)
        parts.append(f"{N.cardinal(mins)} minute{'' if mins == 1 else 's'}" if mins or hour else "")
        parts.append(f"and {N.cardinal(secs)} second{'' if secs == 1 else 's'}")
        words = " ".join(p for p in parts if p)
        fraction = re.compile(r"\.(\d{1,3})\b").match(ctx.text, m.end())
        if fraction:
            return f"{words.rsplit(' ', 1)[0]} point {N.digits(fraction.group(1))} seconds", fraction.end()
        return words, m.end()
    if hour > 24 or int(minute) > 59:
        return None
    end = m.end()
    fraction = re.compile(r"\.(\d{1,3})\b").match(ctx.text, end)
    if fraction:
        return (
            f"{N.cardinal(hour)} minute{'' if hour == 1 else 's'} {N.number(f'{int(minute)}.{fraction.group(1)}')} seconds",
            fraction.end(),
        )
    words = clock(hour, minute, False)
    span = NEXT_TIME.match(ctx.text, end)
    if span and span.group("minute") and not span.group("half"):
        words += f" to {clock(int(span.group('hour')), span.group('minute'), False)}"
        end = span.end()
    zone, zone_end = zone_at(ctx.text, end)
    if zone and words.endswith(" o'clock"):
        words = (
            f"{words.removesuffix(chr(32) + 'o' + chr(39) + 'clock')} hundred"
            if hour > 12 or ctx.text[ctx.tokens[ctx.at].start] == "0"
            else words
        )
    return words + zone, zone_end


def military_time(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`1800 GMT`, `0930 BST`, `0600 hours`, `19.30 GMT`."""
    hour, minute = int(m.group("hour")), m.group("minute")
    if hour > 24 or int(minute) > 59:
        return None
    end = m.start("tail")
    zone, zone_end = zone_at(ctx.text, end)
    if not zone and m.group("tail").strip() not in ("hours", "hrs"):
        return None
    lead = "oh " if m.group("hour")[0] == "0" and hour else ""
    n = int(minute)
    words = f"{lead}{N.cardinal(hour)} {'hundred' if n == 0 else N.below_hundred(n) if n > 9 else f'oh {N.ONES[n]}'}"
    return (f"{words}{zone}", zone_end) if zone else (f"{words} hours", m.end())


def half_alone(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`a.m.` behind words ("nine a.m.")."""
    end = m.end()
    words = HALVES[m.group()[0].lower()]
    if m.group().endswith(".") and (ends_sentence(ctx.text, end) or starts_sentence(ctx.text, end)):
        end -= 1
    return words, end


MONTH_WORD = r"(?P<month>[A-Za-z]{3,9}(?P<dot>\.)?)"
RULES = (
    Rule("weekday", (WORD,), r"(?P<day>[A-Z][a-z]{2,4})(?P<dot>\.)?(?![a-z'’])", weekday),
    Rule("month and day", (WORD,), MONTH_WORD + r"(?P<sep> |-)?(?P<day>\d{1,2}|\d{4})(?![\d/])(?:st\b|nd\b|rd\b|th\b)?(?:(?:-|–| to )(?P<last>\d{1,2})(?![\d/:.])(?:st\b|nd\b|rd\b|th\b)?)?", month_day),
    Rule("month", (WORD,), r"(?P<month>[A-Z][a-z]{2,3}\.)(?=\s)", month_alone),
    Rule("a.m.", (WORD,), r"[apAP]\.[mM]\.?(?![A-Za-z])", half_alone),
    Rule("fiscal year", (WORD,), r"(?P<kind>FY|Q|H)[ '’]?(?P<num>\d{1,4})\b(?:[ /](?P<year>'?(?:\d{4}|\d\d))(?![\d.,]\d|\d))?", fiscal),
    Rule("era first", (WORD,), r"A\.?D\.? (?P<num>\d{1,4})\b(?P<century>st|nd|rd|th)?", era_before),
    Rule("clock with a.m. or p.m.", (FIGURES,), r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?[ \u00a0\u202f]?(?P<half>[AaPp])\.?[ ]?[Mm](?P<stop>\.)?(?![A-Za-z]{2}|[A-Za-z]\b(?!\.))", half_time),
    Rule("clock span", (FIGURES,), r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?:-|–|—| to )\s?(?P<hour2>\d{1,2})(?:[:.](?P<minute2>[0-5]\d))?[ \u00a0\u202f]?(?P<half>[AaPp])\.?[Mm](?P<stop>\.)?(?![A-Za-z])", time_span),
    Rule("military time", (FIGURES,), r"(?P<hour>[0-2]\d)[.:]?(?P<minute>[0-5]\d)(?P<tail> ?(?:hours|hrs)\b| ?\(?[A-Z]{2,4}\b)", military_time),
    Rule("iso date", (FIGURES,), r"(?P<year>[12]\d{3})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d/-])(?!\.\d)", iso_date),
    Rule("numeric date", (FIGURES,), r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P<sep2>[/.-])(?P<year>\d{4}|\d{2})(?![\d/-])(?!\.\d)", numeric_date),
    Rule("day and month", (FIGURES,), r"(?P<day>\d{1,2})(?P<suffix>st|nd|rd|th)?(?:(?:-|–| to | and )(?P<last>\d{1,2})(?:st|nd|rd|th)?)?[ -](?:of )?(?P<month>[A-Za-z]{3,9}\b\.?)", day_month),
    Rule("day known by figures", (FIGURES,), r"(?:9/11|7/7|24/7|50/50|20/20)(?![\d/])", nine_eleven),
    Rule("season", (FIGURES,), r"(?P<a>\d{4})(?P<sep>/|\s?[-–—]\s?)(?P<b>\d{4}|\d\d)(?![\d,/-]|\.\d|%)", season),
    Rule("quarter", (FIGURES,), r"(?P<num>[1-4])(?P<kind>[QH])(?:\s?'?(?P<year>\d{4}|\d\d))?\b", quarter),
    Rule("era", (FIGURES,), r"(?P<num>\d{1,3}(?:,\d{3})+|\d{1,5})(?:[-–](?P<last>\d{1,4}))? ?(?P<era>B\.?C\.?E\.?|B\.?C\.?|A\.?D\.?|C\.?E\.?)(?![A-Za-z])", era),
    Rule("clock", (FIGURES,), r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?![\d:])", bare_time),
)  # fmt: skip
