"""Dates and times of the day: `3. März 2024`, `1er mai`, `am 18.3.`, `03/05/2024`, `18.30 Uhr`, `18h30`."""

from __future__ import annotations

import re

from ..scan import Context, Reading, compiled
from .counting import cardinal, ordinal, year
from .language import Language

DATE = (
    r"(?P<day>\d{1,2})(?P<mark>\.|er|º|°|a|è)?(?:(?:-| e | y | et | und | en )(?P<day2>\d{1,2})\.?)? (?:de |d'|d’)?"
    r"(?P<name>[^\W\d_]{3,10})\.?(?P<month>)(?:,? (?:de |del |of )?(?P<year>\d{4})\b)?"
)
NUMERIC = (
    r"(?P<name>)(?P<day>\d{1,2})(?P<cut>[./-])(?P<month>\d{1,2})(?P=cut)(?P<year>(?:19|20)\d\d|\d\d)(?!\d|[./-]\d)"
)
ISO = r"(?P<name>)(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d|-)"
SHORT = r"(?P<name>)(?P<day>\d{1,2})(?P<cut>[./])(?P<month>1[0-2]|0?[1-9])\.?(?P<year>)(?![\d/]|,\d)"


def date(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """Day, month and perhaps year."""
    found = m.groupdict()
    day, name = int(m.group("day")), m.group("name")
    month = _month(m, lang)
    if not month or not 1 <= day <= 31 or ctx.glued().isalnum() or ctx.glued() in tuple(",-"):
        return None
    said = _day(day, found.get("mark") or "", ctx, lang)
    if second := found.get("day2"):
        if not 1 <= int(second) <= 31:
            return None
        joined = m.group()[m.end("mark") - m.start() if m.group("mark") else len(m.group("day")) :]
        word = re.match(r" (\w+) ", joined)
        between = f" {word[1]} " if word else f" {lang.word('to')} "
        said += between + _day(int(second), found.get("mark") or "", ctx, lang)
    words = lang.word("date").format(day=said, month=month)
    if m.group("year"):
        written = m.group("year")
        full = int(written) + (0 if len(written) == 4 else 2000 if int(written) < 70 else 1900)
        words = " ".join(filter(None, (words, lang.word("year"), year(full, lang))))
    end = m.end() - (bool(name) and m.group()[-1] == ".")
    stop = not name and m.group()[-1] == "." and not ctx.text[m.end() :].strip('"”»’)“ \n')
    return words, end - stop


def _month(m: re.Match[str], lang: Language) -> str:
    if m.group("name"):
        found = lang.month(m.group("name"))
        return found[1] if found else ""
    return lang.month_name(int(m.group("month"))) if 1 <= int(m.group("month")) <= 12 else ""


def short_date(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`am 18.3.`, `le 18/3`: a date without a year, with its stop or behind a word that asks for a day."""
    stopped = m.group("cut") == "." and m.group()[-1] == "." and lang.word("stop after ordinals")
    asked = ctx.before().lower() in lang.words("before a day")
    if m.group("cut") == "/" and lang.word(f"{m.group('day')}/{m.group('month')}") and not asked:
        return None
    if not (stopped or asked) or (m.group("cut") == "." and not lang.word("stop after ordinals")):
        return None
    return date(m, ctx, lang)


def _day(day: int, mark: str, ctx: Context, lang: Language) -> str:
    if lang.word("declined ordinals"):
        return declined(day, ctx, lang)
    if day == 1 and (lang.word("first always") or mark in ("º", "°", "er")) and lang.word("first"):
        return lang.word("first")
    return cardinal(day, lang)


def declined(n: int, ctx: Context, lang: Language) -> str:
    """An ordinal with the ending that the word before it asks for: "am dritten", "der dritte", "dritter"."""
    before = ctx.before().lower()
    words = ordinal(n, lang)
    earlier = ctx.before(2)
    if before == lang.words("definite before")[0] and (
        earlier.lower() in lang.words("dative before") or (earlier[:1].isupper() and earlier.isalpha())
    ):
        return words + "n"  # "aus der dritten", "Sieger der dritten Etappe"
    if before in lang.words("weak before"):
        return words + "n"
    return words + ("" if before in lang.words("definite before") else lang.word("declined ordinals"))


def short_day_pattern(lang: Language) -> str:
    """`Mo`, `Sa.` before a date, a time or another day."""
    if not lang.short_days:
        return "(?!)"
    days = "|".join(lang.short_days)
    until = lang.any_of("until")
    return rf"(?P<day>{days})\.?(?=,? \d| ?[-–/+] ?(?:{days})\b|,? (?:{until}) (?:{days})\b|, (?:{days})\b)"


def short_day(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """A day of the week written short; a dash to another day is said."""
    if ctx.glued().isalnum():
        return None
    dash = compiled(r" ?[-–] ?(?=[^\W\d_])").match(ctx.text, m.end())
    said = lang.short_days[m.group("day")]
    return (f"{said} {lang.word('to')} ", dash.end()) if dash else (said, m.end())


def clock_pattern(lang: Language) -> str:
    """`18.30 Uhr`, `18:30`, `18h30`, `18 h 30`, `18 Uhr`, `14-16 Uhr`."""
    after = lang.any_of("hours")
    return (
        rf"(?P<hour>\d{{1,2}})(?:(?P<mark>[:.]) ?(?P<minute>[0-5]\d)(?!\d|[.,/-]\d)(?: ?(?P<after>{after})(?!\w)\.?)?"
        rf"| ?h ?(?P<minute2>[0-5]\d)(?!\w)(?: ?min(?!\w)\.?)?| ?(?P<word>{after}|h)(?!\w)\.?"
        rf"|(?P<span> ?[-–] ?(?=\d{{1,2}}(?:[.:]\d\d)? ?(?:{after}|h)(?!\w))))"
    )


def clock(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """The time of the day; with a dot between the figures only where a word says so."""
    hour, minute = int(m.group("hour")), int(m.group("minute") or m.group("minute2") or 0)
    if hour > 24 or ctx.glued().isalnum() or ctx.glued() in (",", ".", ":"):
        return None
    asked = ctx.before().lower() in lang.words("before an hour")
    if m.group("mark") == "." and not (m.group("after") or asked or _to_an_hour(ctx.text, m.end(), lang)):
        return None
    if m.group("word") and lang.word("hours are lengths") and not asked:
        return None
    if m.group("mark") == ":" and compiled(r":\d|,\d").match(ctx.text, m.end()):
        return None
    said = _hour(hour, minute, bool(m.group("after") or m.group("word")), lang)
    if m.group("span"):
        return f"{cardinal(hour, lang, lang.word('hour gender'))} {lang.word('to')} ", m.end()
    stop = m.group()[-1] == "." and not ctx.text[m.end() :].strip('"”»’)“ \n')
    return said, m.end() - stop


def _hour(hour: int, minute: int, worded: bool, lang: Language) -> str:
    gender = lang.word("hour gender")
    form = "clock" if minute else "full hour"
    if hour in (0, 1) and lang.word(f"{form} at one"):
        form = f"{form} at one"
    said = lang.word(form).format(hour=cardinal(hour, lang, gender), minute=cardinal(minute, lang))
    return f"{said} {lang.word('hours said')}" if worded and lang.word("hours said") else said


def _to_an_hour(text: str, end: int, lang: Language) -> bool:
    """Whether a time goes on as a stretch up to one that says what it is: `18.30 bis 20 Uhr`."""
    pattern = rf" ?(?:[-–]|{lang.any_of('until')}) ?\d{{1,2}}(?:[.:]\d\d)? ?(?:{lang.any_of('hours')})(?!\w)"
    return compiled(pattern).match(text, end) is not None
