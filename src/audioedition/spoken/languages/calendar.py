"""Dates and times of the day: `3. März 2024`, `1er mai`, `am 18.3.`, `03/05/2024`, `18.30 Uhr`, `18h30`."""

from __future__ import annotations

import re

from ...lexis.tables import Row
from ...lexis.wordlists import alternatives
from ..scan import Context, Reading, compiled
from . import results
from .counting import cardinal, decimals, ordinal, year
from .language import Language

DATE = (
    r"(?P<day>\d{1,2})(?P<mark>\.|er|º|°|a|è)?(?:(?: ?[-–] ?|/| (?:e|y|et|und|en) )(?P<day2>\d{1,2})\.?)? "
    r"(?:de |d'|d’)?(?P<name>[^\W\d_]{3,10})\.?(?P<month>)(?:,? (?:de |del |of )?(?P<year>\d{4})\b)?"
)
DAYS = r"(?P<name>)(?P<day>\d{1,2})(?:(?P<mark>\.) ?[-–/] ?(?P<day2>\d{1,2})(?=\.)|(?P<raised>[º°])(?=/))?"
"""`5`, `1.–14.`, `1º`"""
NUMERIC = rf"{DAYS}(?P<cut>[./-])(?P<month>\d{{1,2}})(?P=cut)(?P<year>(?:1\d|20)\d\d|2\.0\d\d|\d\d)(?!\d|[./-]\d)"
ISO = r"(?P<name>)(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d|-)"
SHORT = rf"{DAYS}(?P<cut>[./])(?P<month>1[0-2]|0?[1-9])\.?(?P<year>)(?![\d/]|,\d)"


def date(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """Day, month and perhaps year."""
    day, name = int(m.group("day")), m.group("name")
    month = _month(m, lang)
    if not month or not 1 <= day <= 31 or ctx.glued().isalnum() or ctx.glued() in tuple(",-"):
        return None
    words = lang.word("date").format(day=_days(m, ctx, lang), month=month)
    if written := m.group("year"):
        words = " ".join(filter(None, (words, lang.word("year"), year(_full_year(written), lang))))
    last = m.group()[-1] == "."
    whole = bool(name) and name.lower() not in lang.short_months
    stop = last and (whole or not ctx.text[m.end() :].strip('"”»’)“ \n'))
    return words, m.end() - stop


def _full_year(written: str) -> int:
    """`24` -> 2024, `71` -> 1971."""
    written = written.replace(".", "")  # `25/07/2.019`
    return int(written) + (0 if len(written) == 4 else 2000 if int(written) < 70 else 1900)


def _days(m: re.Match[str], ctx: Context, lang: Language) -> str:
    """The day, or both of `3. und 4. Mai`, `3-5 mai`."""
    found = m.groupdict()
    mark = found.get("mark") or found.get("raised") or ""
    said = _day(int(m.group("day")), mark, ctx, lang)
    if not found.get("day2"):
        return said
    joined = m.group()[len(m.group("day")) + len(mark) :]
    word = re.match(r" ([^\W\d]+) ", joined)
    between = word[1] if word else lang.words("and")[0] if joined[:1] == "/" else lang.word("to")
    return " ".join(filter(None, (said, between, _day(int(found["day2"]), mark, ctx, lang))))


def _month(m: re.Match[str], lang: Language) -> str:
    if m.group("name"):
        found = lang.month(m.group("name"))
        return found[1] if found else ""
    return lang.month_name(int(m.group("month"))) if 1 <= int(m.group("month")) <= 12 else ""


def short_date(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`am 18.3.`, `le 18/3`: a date without a year, with its stop or behind a word that asks for a day."""
    stopped = m.group("cut") == "." and m.group()[-1] == "." and lang.word("stop after ordinals")
    asked = ctx.before().lower() in lang.words("before a day") or m.group("raised") is not None
    stroke = m.group("cut") == "/" and not lang.word("stop after ordinals")
    if not (stopped or asked or (stroke and int(m.group("day")) > int(m.group("month")))):
        return None
    if m.group("cut") == "/" and _is_no_date(m, asked, ctx, lang):
        return None
    said = date(m, ctx, lang)
    dash = said and stopped and compiled(r" ?[-–] ?(?=\d{1,2}\.\d{1,2}\.)").match(ctx.text, said[1])
    return (f"{said[0]} {lang.word('to')} ", dash.end()) if said and dash else said


def _is_no_date(m: re.Match[str], asked: bool, ctx: Context, lang: Language) -> bool:
    """Whether a stroke makes a fraction, `1/2`, or parts two prices, `8/5 €`."""
    fraction = bool(lang.word(f"{m.group('day')}/{m.group('month')}")) and not asked
    return fraction or compiled(lang.tail).match(ctx.text, m.end()) is not None


def _day(day: int, mark: str, ctx: Context, lang: Language) -> str:
    if lang.word("declined ordinals"):
        return declined(day, ctx, lang)
    if (
        day == 1
        and ctx.glued() not in tuple("'’")
        and (lang.word("first always") or mark in ("º", "°", "er"))
        and lang.word("first")
    ):
        return lang.word("first")
    return cardinal(day, lang)


def declined(n: int, ctx: Context, lang: Language, noun: str = "") -> str:
    """An ordinal with the ending that the word before it asks for: "am dritten", "der dritte", "dritter"; `noun`: the
    one behind it, "erste Vorsitzende"."""
    before = ctx.before().lower()
    words = ordinal(n, lang)
    earlier = ctx.before(2)
    if before == lang.words("definite before")[0] and (
        earlier.lower() in lang.words("dative before") or (earlier[:1].isupper() and earlier.isalpha())
    ):
        return words + "n"  # "aus der dritten", "Sieger der dritten Etappe"
    ahead = compiled(r".*?\d\d?\., $").match(ctx.text, max(0, ctx.start - 12), ctx.start) is not None
    ahead = ahead or _behind_weekday(ctx, lang)
    listed = ahead or before.isdecimal() or (before in lang.words("and") and earlier.isdecimal())
    if before in lang.words("weak before") or listed:
        return words + "n"
    return words + _strong_ending(before, noun, lang)


def _strong_ending(before: str, noun: str, lang: Language) -> str:
    """The last letter of an ordinal without an article: "mit viertem August", "erste Vorsitzende", "in dritter
    Generation", "dritter"."""
    if before in lang.words("strong dative before") and not noun:
        return "m"
    feminine = (
        bool(noun)
        and before not in lang.words("dative before")
        and (noun.endswith(lang.words("feminine people")) or lang.gender_of(noun) == "f")
    )
    if feminine or before in lang.words("definite before"):
        return ""
    neuter = compiled(rf"(?i).*(?:{lang.word('neuter endings') or '(?!)'})\Z").match(noun)
    return "s" if neuter and before not in lang.words("dative before") else lang.word("declined ordinals")


def _behind_weekday(ctx: Context, lang: Language) -> bool:
    """`am Fr., 1.8.`, `Am Freitagabend (3. Mai)`: a day of the week whose word asks for the same ending."""
    head = ctx.text[max(0, ctx.start - 32) : ctx.start]
    if not head.endswith((", ", " (")):
        return False
    asking = alternatives({*lang.words("weak before"), *lang.words("dative before")})
    weekday = "|".join({*lang.short_days, *(name for _, name in lang.days.values())})
    return compiled(rf".*\b(?i:{asking}) (?:{weekday})[a-z]*\.?(?:, | \()\Z").match(head) is not None


def short_day_pattern(lang: Language) -> str:
    """`Mo`, `Sa.` before a date, a time or another day."""
    if not lang.short_days:
        return "(?!)"
    days = "|".join(lang.short_days)
    until = lang.any_of("until")
    more = rf",? (?:{until}|{lang.any_of('and')}) (?:{days})\b|, (?:{days})\b"
    stopped = r"(?P<stopped>\.(?= [a-z(]|,|\Z| ?[-–/;:)]))"
    return rf"(?P<day>{days})(?:\.?(?=,? \d| ?[-–/+] ?(?:{days})\b|{more})|{stopped}|(?P<bare>\b))"


def short_day(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """A day of the week written short; a dash to another day is said."""
    if ctx.glued().isalnum() or (_is_unsure(m, ctx, lang) and not _beside_a_day(m.end(), ctx, lang)):
        return None
    opens = m.group("day")[0].isupper() and lang.short_days[m.group("day")][0].islower()
    if opens and ctx.text[m.end("day") : m.end("day") + 1] not in (".", "-", "–"):
        return None  # `Zo 14 jaar later`
    if f"{m.group('day')}." in lang.currencies and ctx.text[m.end("day")] == ".":
        return None  # Swiss francs
    dash = compiled(r" ?[-–] ?(?=[^\W\d_])").match(ctx.text, m.end())
    said = lang.short_days[m.group("day")]
    if dash is None:
        return said, m.end()
    start = lang.word("days from") if ctx.before() not in lang.words("days from") else ""
    return f"{start} {said} {lang.word('days to') or lang.word('to')} ".lstrip(), dash.end()


def _is_unsure(m: re.Match[str], ctx: Context, lang: Language) -> bool:
    """Whether a short day may be another word: `mer`, `Orle-sur-Mer.`"""
    word = m.group("stopped") and m.group("day") in lang.words("days that are words")
    return bool(word) or m.group("bare") is not None or (ctx.glued() == "-" and ctx.before() not in lang.short_days)


def _beside_a_day(end: int, ctx: Context, lang: Language) -> bool:
    """Whether another short day of the week leads up to this one or follows it: `Sa und So`, `mar. au sam.`"""
    days = "|".join(lang.short_days)
    pattern = rf"(?:{days})\.? (?:{lang.any_of('and')}|{lang.any_of('until')}) "
    if ctx.text[end - 1] == "." and compiled(rf",? (?:[a-zà-ÿ]{{1,2}} )?(?:{days})\b").match(ctx.text, end):
        return True
    return bool(compiled(rf"\b{pattern}\Z").search(ctx.text[max(0, ctx.start - 24) : ctx.start]))


def short_month_pattern(lang: Language) -> str:
    """`okt.` where it stands alone; dates are read before."""
    return rf"(?P<month>{'|'.join(lang.short_months) or '(?!)'})\."


def short_month(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """The month in full; a stop that ends the text stays."""
    ends = not ctx.text[m.end() :].strip()
    return None if ctx.glued().isalnum() else (lang.short_months[m.group("month")], m.end() - ends)


RACE = (
    r"(?P<first>\d{1,2})(?P<cut>[.:])(?P<second>[0-5]\d)(?:(?P=cut)(?P<third>[0-5]\d))?"
    r"(?:,(?P<part>\d{1,3})|(?<=:\d\d)\.(?P<hundredths>\d\d)(?= ?[Mm]in))?(?![\d.:]\d|\d)"
)
"""`2:09:31`, `1.51,86`, `1:55.59 Minuten`."""


def race(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """How long somebody ran: hours, minutes and seconds."""
    units = list(map(lang.units.get, ("h", "min", "s")))
    named = _named_length(ctx.text, m.end(), lang)
    fraction = m.group("part") or m.group("hundredths")
    if not (m.group("third") or fraction or (named and named["minutes"])) or ctx.glued().isalnum() or None in units:
        return None
    if m.group("cut") == "." and m.group("third") and lang.word("stop after ordinals"):
        return None  # a date
    values = m.group("first", "second", "third")
    rows = units if m.group("third") else units[1:]
    said = [_some(value, row, lang) for value, row in zip(values, rows, strict=False)]
    said += [decimals(fraction, lang)] if fraction else []
    return " ".join(filter(None, said)), named.end() if named else m.end()


def _named_length(text: str, end: int, lang: Language) -> re.Match[str] | None:
    """The unit that a time of hours or minutes has behind it: `3:24:51 Std.`, `34:12 min`."""
    stop = r"(?:\.(?=[,;:)]| [a-z]))?"
    return compiled(rf" ?(?:{lang.any_of('lengths')}|(?P<minutes>[Mm]in(?:ut\w{{1,2}})?))(?!\w){stop}").match(text, end)


def _some(value: str | None, row: Row | None, lang: Language) -> str:
    if not value or not row:
        return ""
    return f"{cardinal(int(value), lang, row['gender'])} {row['one' if int(value) == 1 else 'many']}"


def stretch_pattern(lang: Language) -> str:
    """`7.30–18 Uhr`, `9h30-18h`, `8.30-14.00 h`, `22.00 a 6.00`: from one time of the day to another."""
    mark = rf"{_marks(lang)}|h|u"
    after = rf"(?P<after>(?:{lang.any_of('hours')}|h)(?!\w))"
    first = rf"(?P<hour>\d{{1,2}})(?:(?P<mark>{mark})(?P<minute>[0-5]\d)|(?P<letter> ?h))?(?!\w|[.:,]\d)"
    last = rf"(?P<hour2>\d{{1,2}})(?:(?P<mark2>{mark})(?P<minute2>[0-5]\d))?(?![^\W\dhu]|\d|[.:,/-]\d)"
    return rf"{first}(?P<to> ?[-–] ?| (?:{lang.any_of('until')}) ){last}(?: ?{after})?"


def _marks(lang: Language) -> str:
    """What stands between hours and minutes; in Italy a comma, too, where a word asks for a time: `ore 20,30`."""
    return "[:.,]" if lang.word("comma in times") else "[:.]"


def stretch(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """From one time of the day to another, where minutes, a letter or a word say that it is one."""
    hours = int(m.group("hour")), int(m.group("hour2"))
    if max(hours) > 24 or ctx.glued().isalnum() or _is_inside(ctx) or not _is_stretch(m, ctx, lang):
        return None
    minutes = int(m.group("minute") or 0), int(m.group("minute2") or 0)
    bare = not (m.group("mark") or m.group("letter"))
    first = cardinal(hours[0], lang, lang.word("hour gender")) if bare else _hour(hours[0], minutes[0], False, lang)
    until = _until(lang) if m.group("to").strip() in ("-", "–") else m.group("to").strip()
    said = f"{first} {until} {_hour(hours[1], minutes[1], bool(m.group('after')), lang)}"
    goes_on = compiled(r"/(?=\d{1,2} ?h)").match(ctx.text, m.end())  # `9h-12h/14h-18h`
    return (f"{said} {lang.words('and')[0]} ", goes_on.end()) if goes_on else (said, m.end())


def _is_inside(ctx: Context) -> bool:
    """Whether figures go on from others: `9h-12h/14h-18h` names two stretches, `3/14-18` none."""
    stroke = ctx.glued() == "/" and ctx.text[ctx.start - 2 : ctx.start - 1] == "h"
    return ctx.glued() in tuple(",.:-/") and not stroke


def _is_stretch(m: re.Match[str], ctx: Context, lang: Language) -> bool:
    marks = [*filter(None, m.group("mark", "mark2"))]
    if "," in marks and ctx.before().lower() not in lang.words("before an hour"):
        return False
    if m.group("to").strip() not in ("-", "–"):
        return marks == [".", "."] and not lang.dotted and _is_bare(m, ctx, lang)
    if "h" in marks or m.group("letter") or (marks and m.group("after")) or len(marks) == 2:
        return True
    return (len(marks) == 1 or not lang.word("to")) and _are_open(ctx, lang) and _is_bare(m, ctx, lang)


def _are_open(ctx: Context, lang: Language) -> bool:
    """Whether a day of the week or a word of opening hours stands before figures."""
    return ctx.before().lower() in lang.days or ctx.nearby(frozenset(lang.words("opening")))


def _is_bare(m: re.Match[str], ctx: Context, lang: Language) -> bool:
    """Whether no unit follows."""
    return compiled(lang.tail).match(ctx.text, m.end()) is None


def clock_pattern(lang: Language) -> str:
    """`18.30 Uhr`, `18:30`, `18h30`, `18 h 30`, `18 Uhr`, `14-16 Uhr`, `2 h 47 min`."""
    after = lang.any_of("hours")
    return (
        rf"(?P<hour>\d{{1,2}})(?:(?P<mark>{_marks(lang)}) ?(?P<minute>[0-5]\d)(?!\d|[.,/-]\d)"
        rf"(?: ?(?P<after>{after}|h)(?!\w)\.?)?"
        rf"| ?[hHu](?:\. )? ?(?P<minute2>[0-5]\d)"
        rf"(?:(?P<length>(?: ?min|m)(?!\w)\.?|['’]|m(?P<second>[0-5]\d)s(?!\w))|(?!\w))"
        rf"| ?(?P<word>{after}|h)(?!\w)(?: 00(?![\d:.,]\d|\d)|\.?)"
        rf"|(?P<span> ?[-–] ?(?=\d{{1,2}}(?:[.:]\d\d)? ?(?:{after}|h)(?!\w))))"
    )


def clock(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """The time of the day; with a dot between the figures only where a word says so."""
    hour, minute = int(m.group("hour")), int(m.group("minute") or m.group("minute2") or 0)
    asked = ctx.before().lower() in lang.words("before an hour")
    if ctx.glued().isalnum() or ctx.glued() in tuple(",.:") or not _is_clock(m, ctx, asked, lang):
        return None
    stop = m.group()[-1] == "." and (not ctx.text[m.end() :].strip('"”»’)“ \n') or ctx.after(m.end())[:1].isupper())
    named = compiled(rf" (?:{lang.any_of('lengths')})(?!\w)").match(ctx.text, m.end()) if m.group("mark") else None
    if named and not asked:
        return _length(hour, minute, lang), named.end()
    if _is_length(m, hour, asked, lang):
        seconds = _some(m["second"], lang.units.get("s"), lang)
        return f"{_length(hour, minute, lang)} {seconds}".rstrip(), m.end() - stop
    if hour > 24:
        return None
    if m.group("span"):
        return f"{cardinal(hour, lang, lang.word('hour gender'))} {_until(lang)} ", m.end()
    return _hour(hour, minute, bool(m.group("after") or m.group("word")), lang), m.end() - stop


def _is_length(m: re.Match[str], hour: int, asked: bool, lang: Language) -> bool:
    """Whether it says how long something takes: `2 h 47 min`, `36 h`."""
    by_letter = m.group("word") in ("h", "u")
    if m.group("length") or (hour > 24 and by_letter):
        return True
    return bool((by_letter or m.group("minute2")) and not asked and lang.word("hours by letter are lengths"))


def _is_clock(m: re.Match[str], ctx: Context, asked: bool, lang: Language) -> bool:
    """Whether figures are a time of the day (or a length of it) where they stand."""
    if m.group("mark") == ",":
        return (
            (asked or bool(m.group("after")))
            and m.group()[2:4] != ", "
            and compiled(lang.tail).match(ctx.text, m.end()) is None
        )
    if m.group("mark") == "." and not (m.group("after") or asked or _to_an_hour(ctx.text, m.end(), lang)):
        return False
    if m.group("word") and lang.word("hours are lengths") and m.group("word") == "h" and not asked:
        return False
    return m.group("mark") != ":" or not _is_other_figure(m, ctx, asked, lang)


def _is_other_figure(m: re.Match[str], ctx: Context, asked: bool, lang: Language) -> bool:
    """Whether a colon parts no hours and minutes: in the time of a race, in a result."""
    if compiled(r":\d|,\d").match(ctx.text, m.end()) or ctx.before().lower() in lang.words("laws"):
        return True
    sure = m.group("after") or asked or _named_length(ctx.text, m.end(), lang)
    return not sure and results.is_result(m, ctx, lang)


HALF_OF_DAY = r"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[aApP])(?:\. ?[mM]\.|[mM]\b)(?![^\W\d_])"
"""`5 a.m.`, `5:30 p. m.`, `11 AM`."""


def half_of_day(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`5:30 p.m.` -> "cinco treinta de la tarde": the part of the day as people say it."""
    hour, minute = int(m["hour"]), int(m["minute"] or 0)
    if ctx.glued().isalnum() or ctx.glued() in tuple(",.:"):
        return None
    parts = lang.words("before noon" if m["half"] in "aA" else "after noon")
    part = next(part for first, part in (p.split("=") for p in parts) if (hour % 12) < int(first))
    said = cardinal(hour, lang, lang.word("hour gender"))
    if minute:
        said = lang.word("clock").format(hour=said, minute=cardinal(minute, lang))
    stop = m.group()[-1] == "." and not ctx.text[m.end() :].strip('"”»’)“ \n')
    return f"{said} {part}", m.end() - stop


def _until(lang: Language) -> str:
    return lang.word("hours to") or lang.word("to")


def _length(hour: int, minute: int, lang: Language) -> str:
    """`2 h 47 min`, `24h`: how long, not when."""
    gender = lang.word("hour gender")
    words = (lang.word("length at one") if hour == 1 else "") or lang.word("length").format(
        hour=cardinal(hour, lang, gender)
    )
    if not minute:
        return words
    minutes = lang.units["min"]["one" if minute == 1 else "many"]
    joined = f" {lang.word('length and')} " if lang.word("length and") else " "
    return f"{words}{joined}{cardinal(minute, lang, lang.units['min']['gender'])} {minutes}"


def _hour(hour: int, minute: int, worded: bool, lang: Language) -> str:
    gender = lang.word("hour gender")
    form = "clock" if minute else "full hour"
    if 0 < minute < 10 and lang.word("clock below ten"):
        form = "clock below ten"
    if hour in (0, 1) and lang.word(f"{form} at one"):
        form = f"{form} at one"
    said = lang.word(form).format(hour=cardinal(hour, lang, gender), minute=cardinal(minute, lang))
    return f"{said} {lang.word('hours said')}" if worded and lang.word("hours said") else said


def _to_an_hour(text: str, end: int, lang: Language) -> bool:
    """Whether a time goes on as a stretch up to one that says what it is: `18.30 bis 20 Uhr`."""
    pattern = rf" ?(?:[-–]|{lang.any_of('until')}) ?\d{{1,2}}(?:[.:]\d\d)? ?(?:{lang.any_of('hours')})(?!\w)"
    return compiled(pattern).match(text, end) is not None
