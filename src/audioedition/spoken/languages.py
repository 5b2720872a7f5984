"""German, French, Spanish and others: figures into words by num2words, with each language's money, dates and times.

English rules do not apply here; what is not covered stays as it is for the system voice of the language to read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from ..lexis.number_words import LANGUAGES, Language
from .scan import FIGURES, SYMBOL, Context, Reading, Rule, RuleSet, compiled

NUM = r"(?:\d{1,3}(?:[. \u00a0\u202f']\d{3}){1,6}(?!\d)|\d+)(?:,\d+)?"
TAIL = (
    r"[ \u00a0\u202f]?(?P<scale>Mio|Mrd|Mds?|M|k|mill|Millionen|Milliarden|millions?|milliards?|millones)?\b\.?"
    r"[ \u00a0\u202f]?(?P<unit>[€$£%]|°C?|km/h|km|cm|kg|ha|m|t|l)?(?!\w)"
)
DATE = r"(?P<day>\d{1,2})(?:\.|er|º)? (?:de )?(?P<name>[^\W\d_]{3,10})(?P<month>)(?: (?:de |del )?(?P<year>\d{4})\b)?"
NUMERIC_DATE = r"(?P<name>)(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})\b"
CLOCK = r"(?P<hour>\d{1,2})(?:[:h](?P<minute>[0-5]\d)\b(?:\sUhr\b)?|\.(?P<minute2>[0-5]\d)\sUhr\b|\sh\b|h\b|\sUhr\b)"


@cache
def words_of(language: str, to: str) -> Callable[[float], str] | None:
    """num2words for one language, None where it has none. Imported here: it takes 60 ms that English never needs."""
    from num2words import num2words

    try:
        num2words(1, lang=language, to=to)
    except (NotImplementedError, ValueError, TypeError, KeyError, AttributeError, IndexError):
        return None
    return partial(num2words, lang=language, to=to)


def cardinal(n: int, language: str) -> str:
    convert = words_of(language, "cardinal")
    try:
        return convert(n) if convert else str(n)
    except (OverflowError, ValueError, IndexError, KeyError):
        return str(n)


def ordinal(n: int, language: str) -> str:
    convert = words_of(language, "ordinal")
    return convert(n) if convert else cardinal(n, language)


def say_year(n: int, language: str) -> str:
    """German years go by hundreds up to 1999: "neunzehnhundertachtundvierzig"."""
    if language == "de" and 1100 <= n < 2000:
        hundreds, rest = divmod(n, 100)
        return f"{cardinal(hundreds, 'de')}hundert{cardinal(rest, 'de') if rest else ''}"
    return cardinal(n, language)


def number(figures: str, language: str) -> str:
    """`1.234,5` in words; figures too long for anybody, or with a leading zero, one by one."""
    whole, _, part = figures.partition(",")
    plain = re.sub(r"\D", "", whole)
    one_by_one = len(plain) > 15 or (len(plain) > 1 and int(plain[0]) == 0)
    words = digits(plain, language) if one_by_one else cardinal(int(plain), language)
    lang = LANGUAGES.get(language)
    return f"{words} {lang.point} {digits(part, language)}" if part and lang else words


def digits(figures: str, language: str) -> str:
    return " ".join(cardinal(int(c), language) for c in figures)


def generic(written: str, language: str) -> str:
    """A number in a language without a table here: num2words knows its decimals; which sign parts them is taken from
    the look of the number."""
    decimal = re.fullmatch(r"(\d{1,15}),(\d{1,2}|\d{4,9})", written)
    if not decimal:
        return number(written.replace(",", ""), language)
    convert = words_of(language, "cardinal")
    return convert(float(".".join(decimal.groups()))) if convert else written


def figures(m: re.Match[str], ctx: Context, language: str) -> Reading | None:
    """A number with what follows it: a second one, a magnitude, a percent sign, a currency, degrees, a unit."""
    if ctx.glued().isalpha():
        return None
    written, end = m.group("num"), m.end()
    lang = LANGUAGES.get(language)
    if lang is None:
        return generic(written, language), end
    words = counted(written, language)
    if m.group("sign") and not ctx.glued().isalnum():
        words = f"{lang.minus} {words}"
    span = compiled(rf"\s?[-–]\s?(?P<num>{NUM})").match(ctx.text, end)
    if span:
        words, end = f"{words} {lang.to} {counted(span.group('num'), language)}", span.end()
    tail = compiled(TAIL).match(ctx.text, end)
    if not tail or not (tail.group("unit") or tail.group("scale")):
        return words, end
    scale, unit = tail.group("scale") or "", tail.group("unit") or ""
    if unit in lang.currencies:
        return money(words, written, scale, unit, lang, language), tail.end()
    if scale:
        words += f" {lang.magnitudes.get(scale, scale)}"
    if unit == "%":
        words += f" {lang.percent}"
    elif unit.startswith("°"):
        words += f" {lang.degrees}{' Celsius' if unit == '°C' else ''}"
    elif unit:
        words += f" {lang.units[unit]}"
    return words, tail.end()


def counted(written: str, language: str) -> str:
    """A number, or the year that four figures without a sign are."""
    if written.isdecimal() and len(written) == 4:
        return say_year(int(written), language)
    return number(written, language)


def money(words: str, written: str, scale: str, sign: str, lang: Language, language: str) -> str:
    """`3,5 Mio. €`, `12,50 €`."""
    one, many, joiner = lang.currencies[sign]
    if scale:
        of = "de " if lang.of == "d'" and many[0] not in "aeiou" else lang.of
        return f"{words} {lang.magnitudes.get(scale, scale)} {of}{many}"
    whole, _, cents = written.partition(",")
    name = one if whole == "1" else many
    if len(cents) == 2:
        parts = (number(whole, language), name, joiner, cardinal(int(cents), language))
        return " ".join(filter(None, parts))
    return f"{words} {name}"


def money_before(m: re.Match[str], ctx: Context, language: str) -> Reading | None:
    """`$20`, `€ 5`: the sign moves behind."""
    one, many, _ = LANGUAGES[language].currencies[m.group("sign")]
    return f"{number(m.group('num'), language)} {one if m.group('num') == '1' else many}", m.end()


def clock(m: re.Match[str], ctx: Context, language: str) -> Reading | None:
    """`14:30`, `14.30 Uhr`, `14h30`."""
    lang = LANGUAGES[language]
    hour, minute = int(m.group("hour")), int(m.group("minute") or m.group("minute2") or 0)
    if hour > 24 or minute > 59 or ctx.glued().isalnum():
        return None
    words = lang.clock.format(
        hour="une" if language == "fr" and hour == 1 else cardinal(hour, language),
        minute=cardinal(minute, language) if minute else "",
    )
    if language == "es" and ctx.before().lower() in ("las", "la"):
        words = words.removeprefix("las ")
    return words.strip().replace("une heures", "une heure"), m.end()


def date(m: re.Match[str], ctx: Context, language: str) -> Reading | None:
    """`3. März 2024`, `1er mai`, `3 de mayo de 2024`, `03.05.2024`."""
    lang = LANGUAGES[language]
    day = int(m.group("day"))
    name = m.group("name")
    month = next((x for x in lang.months if name and x.lower() == name.lower()), "") if name else ""
    if not name and 1 <= int(m.group("month")) <= 12:
        month = lang.months[int(m.group("month")) - 1]
    if not month or not 1 <= day <= 31:
        return None
    if day == 1 and lang.first:
        said = lang.first
    elif lang.ordinal_days:
        said = ordinal(day, language)
        if ctx.before().lower() in ("am", "dem", "vom", "zum", "bis", "im", "den"):
            said += "n"
        elif ctx.before().lower() not in ("der", "die"):
            said += "r"
    else:
        said = cardinal(day, language)
    words = lang.day.format(day=said, month=month)
    if m.group("year"):
        words += lang.year + say_year(int(m.group("year")), language)
    return words, m.end()


@cache
def rules_of(language: str) -> RuleSet:
    """The rules of a BCP 47 language other than English; none where num2words does not know it."""
    code = language.replace("_", "-").split("-")[0].lower()
    numbers = Rule(
        "number", (FIGURES, SYMBOL), rf"(?P<sign>[-−–](?=\d))?(?P<num>{NUM})", partial(figures, language=code), "-−–"
    )
    if code not in LANGUAGES:
        return RuleSet((numbers,) if words_of(code, "cardinal") else (), str.isalpha)
    return RuleSet(
        (
            Rule("date", (FIGURES,), DATE, partial(date, language=code)),
            Rule("numeric date", (FIGURES,), NUMERIC_DATE, partial(date, language=code)),
            Rule("clock", (FIGURES,), CLOCK, partial(clock, language=code)),
            Rule("money", (SYMBOL,), rf"(?P<sign>[€$£])\s?(?P<num>{NUM})", partial(money_before, language=code), "€$£"),
            numbers,
        ),
        str.isalpha,
    )
