"""German, French, Spanish and others: figures into words by num2words, with each language's money, dates and times.

English rules do not apply here; what is not covered stays as it is for the system voice of the language to read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from .scan import FIGURES, SYMBOL, Context, Reading, Rule, RuleSet, compiled


@dataclass(frozen=True)
class Language:
    """What a language needs beyond num2words. Decimal comma, thousands by stop, space or apostrophe."""

    months: tuple[str, ...]
    point: str
    """Between whole and decimals."""
    percent: str
    currencies: dict[str, tuple[str, str, str]]
    """Sign -> (one, many, word before cents: "Euro fünfzig" has none)."""
    degrees: str
    to: str
    clock: str
    """Wording of a time: {hour} and {minute} in words."""
    day: str
    """Wording of a date: {day}, {month}."""
    first: str
    """The day of the first, where it is an ordinal."""
    ordinal_days: bool
    year: str
    """Between date and year."""
    minus: str
    magnitudes: dict[str, str]
    of: str = ""
    """Between a magnitude and its currency: "trois millions d'euros"."""
    units: dict[str, str] | None = None


GERMAN = Language(
    tuple("Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()),
    "Komma", "Prozent", {"€": ("Euro", "Euro", ""), "$": ("Dollar", "Dollar", ""), "£": ("Pfund", "Pfund", "")}, "Grad", "bis",
    "{hour} Uhr {minute}", "{day} {month}", "", True, " ", "minus", {"Mio.": "Millionen", "Mrd.": "Milliarden", "Mio": "Millionen", "Mrd": "Milliarden"},
    units={"km": "Kilometer", "m": "Meter", "kg": "Kilogramm", "km/h": "Kilometer pro Stunde", "cm": "Zentimeter", "ha": "Hektar", "t": "Tonnen", "l": "Liter"},
)  # fmt: skip
FRENCH = Language(
    tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()),
    "virgule", "pour cent", {"€": ("euro", "euros", ""), "$": ("dollar", "dollars", ""), "£": ("livre", "livres", "")}, "degrés", "à",
    "{hour} heures {minute}", "{day} {month}", "premier", False, " ", "moins", {"M": "millions", "Md": "milliards", "Mds": "milliards", "k": "mille"}, "d'",
    units={"km": "kilomètres", "m": "mètres", "kg": "kilos", "km/h": "kilomètres heure", "cm": "centimètres", "ha": "hectares", "t": "tonnes", "l": "litres"},
)  # fmt: skip
SPANISH = Language(
    tuple("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()),
    "coma", "por ciento", {"€": ("euro", "euros", "con"), "$": ("dólar", "dólares", "con"), "£": ("libra", "libras", "con")}, "grados", "a",
    "las {hour} {minute}", "{day} de {month}", "uno", False, " de ", "menos", {"M": "millones", "mill.": "millones"}, "de ",
    units={"km": "kilómetros", "m": "metros", "kg": "kilos", "km/h": "kilómetros por hora", "cm": "centímetros", "ha": "hectáreas", "t": "toneladas", "l": "litros"},
)  # fmt: skip
LANGUAGES = {"de": GERMAN, "fr": FRENCH, "es": SPANISH}
ENGLISH_POINT = frozenset("ja zh ko th he hi".split())
"""Languages outside the table that write a decimal point."""

NUM = r"(?:\d{1,3}(?:[. \u00a0\u202f']\d{3}){1,6}(?!\d)|\d+)(?:,\d+)?"


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
    """`1.234,5` in words; figures too long for anybody one by one."""
    lang = LANGUAGES.get(language)
    whole, _, part = figures.partition(",")
    plain = re.sub(r"\D", "", whole)
    if (
        len(plain) > 15
        or (len(plain) > 1 and plain.strip("0") != plain.lstrip("0") and int(plain[0]) == 0)
        or (len(plain) > 1 and int(plain[0]) == 0)
    ):
        words = " ".join(cardinal(int(c), language) for c in plain)
    else:
        words = cardinal(int(plain), language)
    if part and lang:
        words += f" {lang.point} " + " ".join(cardinal(int(c), language) for c in part)
    return words


def generic(written: str, language: str) -> str:
    """A number in a language without a table here: num2words knows its decimals; which sign parts them is taken from
    the look of the number."""
    decimal = re.fullmatch(r"(\d{1,15}),(\d{1,2}|\d{4,9})", written)
    if not decimal:
        return number(written.replace(",", ""), language)
    convert = words_of(language, "cardinal")
    return convert(float(".".join(decimal.groups()))) if convert else written


def figures(m: re.Match[str], ctx: Context, language: str) -> Reading | None:
    """A number with what follows it: a range, a percent sign, a currency, degrees, a unit."""
    text = ctx.text
    if ctx.glued().isalpha():
        return None
    written, end = m.group("num"), m.end()
    lang = LANGUAGES.get(language)
    if lang is None:
        return generic(written, language), end
    words = number(written, language)
    if written.isdecimal() and len(written) == 4:
        words = say_year(int(written), language)
    sign = f"{lang.minus} " if m.group("sign") and not (ctx.glued().isalnum()) else ""
    span = compiled(rf"\s?[-–]\s?(?P<num>{NUM})").match(text, end)
    if span:
        second = span.group("num")
        words += f" {lang.to} {say_year(int(second), language) if second.isdecimal() and len(second) == 4 else number(second, language)}"
        end = span.end()
    tail = compiled(
        r"[ \u00a0\u202f]?(?P<scale>Mio\.?|Mrd\.?|Mds?|M|k|mill\.|Millionen|Milliarden|millions?|milliards?|millones)?\b\.?[ \u00a0\u202f]?(?P<unit>[€$£%]|°C?|km/h|km|cm|kg|ha|m|t|l)?(?!\w)"
    ).match(text, end)
    if not tail or not (tail.group("unit") or tail.group("scale")):
        return sign + words, end
    scale, unit = tail.group("scale"), tail.group("unit") or ""
    if scale:
        words += f" {lang.magnitudes.get(scale, scale)}"
    if unit in lang.currencies:
        one, many, joiner = lang.currencies[unit]
        whole, _, part = written.partition(",")
        if part and len(part) == 2 and not scale and not span:
            words = f"{number(whole, language)} {one if whole == '1' else many} {joiner} {cardinal(int(part), language)}".replace(
                "  ", " "
            )
        else:
            of = (
                lang.of
                if scale and not (lang.of == "d'" and many[0] not in "aeiou")
                else "de "
                if scale and lang.of
                else ""
            )
            words += f" {of}{one if written == '1' and not scale else many}"
    elif unit == "%":
        words += f" {lang.percent}"
    elif unit.startswith("°"):
        words += f" {lang.degrees}{' Celsius' if unit == '°C' else ''}"
    elif unit and lang.units:
        words += f" {lang.units[unit]}"
    return sign + words, tail.end()


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
    rules = (
        Rule("date", (FIGURES,), r"(?P<day>\d{1,2})(?:\.|er|º)? (?:de )?(?P<name>[^\W\d_]{3,10})(?P<month>)(?: (?:de |del )?(?P<year>\d{4})\b)?", partial(date, language=code)),
        Rule("numeric date", (FIGURES,), r"(?P<name>)(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})\b", partial(date, language=code)),
        Rule("clock", (FIGURES,), r"(?P<hour>\d{1,2})(?:[:h](?P<minute>[0-5]\d)\b(?:\sUhr\b)?|\.(?P<minute2>[0-5]\d)\sUhr\b|\sh\b|h\b|\sUhr\b)", partial(clock, language=code)),
        Rule("money", (SYMBOL,), rf"(?P<sign>[€$£])\s?(?P<num>{NUM})", partial(money_before, language=code), "€$£"),
        numbers,
    )  # fmt: skip
    return RuleSet(rules, str.isalpha)
