"""German, French and Spanish: figures into words by num2words, with each language's money, dates, times, ordinals,
abbreviations and signs, from the tables in lexis/de, lexis/fr and lexis/es.

In other languages plain figures go into words where num2words knows them; figures with a sign (`12%`, `€3,50`, `35 °C`)
stay as they are for the voice of the language, which knows them. No sign is lost in any.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, partial

from ..lexis.tables import Lexis
from .scan import FIGURES, LETTER, SYMBOL, WORD, Context, Reading, Rule, RuleSet, compiled

NUM = r"(?:\d{1,3}(?:[. \u00a0\u202f']\d{3}){1,6}(?!\d)|\d+)(?:,\d+)?"
DATE = r"(?P<day>\d{1,2})(?:\.|er|º)? (?:de )?(?P<name>[^\W\d_]{3,10})(?P<month>)(?: (?:de |del )?(?P<year>\d{4})\b)?"
NUMERIC_DATE = r"(?P<name>)(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})\b"
SHORT_DATE = r"(?P<name>)(?P<day>\d{1,2})\.(?P<month>1[0-2]|0?[1-9])\.(?P<year>)(?!\d)"
CLOCK = r"(?P<hour>\d{1,2})(?:[:h](?P<minute>[0-5]\d)\b(?:\sUhr\b)?|\.(?P<minute2>[0-5]\d)\sUhr\b|\sh\b|h\b|\sUhr\b)"
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


class Language:
    """The tables of one language."""

    def __init__(self, code: str):
        self.code = code
        lexis = Lexis(code)
        names: dict[str, str] = {}
        for word, row in lexis.local("months").items():
            names.setdefault(row["number"], word.capitalize() if code == "de" else word)
        self.months = tuple(names.values())
        self.grammar = {word: row["spoken"] for word, row in lexis.local("grammar").items()}
        self.currencies = {word: (row["one"], row["many"]) for word, row in lexis.local("currencies").items()}
        self.magnitudes = {word: row["spoken"] for word, row in lexis.local("magnitudes").items()}
        self.units = {word: row["spoken"] for word, row in lexis.local("units").items()}
        self.abbreviations = {word: row["spoken"] for word, row in lexis.local("abbreviations").items()}
        self.signs = {chr(int(word[2:], 16)): row["spoken"] for word, row in lexis.local("signs").items()}

    def word(self, key: str) -> str:
        """A word that joins the parts of a number, "" if the language has none."""
        return self.grammar.get(key, "")

    @property
    def tail(self) -> str:
        """What may follow figures: a magnitude, a sign or a unit."""
        scales = alternatives({**self.magnitudes, **dict.fromkeys(("Millionen", "Milliarden", "millones"))})
        signs = "".join(sign for sign in self.currencies if len(sign) == 1)
        units = alternatives({**self.units, **{code: "" for code in self.currencies if len(code) > 1}})
        gap = r"[ \u00a0\u202f]?"
        unit = rf"(?P<unit>[{signs}%‰]|°C?|(?:{units})(?!\w))?"
        return rf"{gap}(?P<scale>{scales}|millions?|milliards?)?\b\.?{gap}{unit}(?!\w)"


def alternatives(words: Mapping[str, object]) -> str:
    """`km/h|km`: the longer first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


WITH_TABLES = ("de", "fr", "es")


@cache
def language_of(code: str) -> Language | None:
    return Language(code) if code in WITH_TABLES else None


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
    lang = language_of(language)
    return f"{words} {lang.word('point')} {digits(part, language)}" if part and lang else words


def digits(figures: str, language: str) -> str:
    return " ".join(cardinal(int(c), language) for c in figures)


def generic(m: re.Match[str], ctx: Context, language: str) -> Reading | None:
    """A number in a language without tables here; with a sign on either side it is the voice's."""
    written, end = m.group("num"), m.end()
    if ctx.glued().isalpha() or m.group("sign") or signed(ctx.text, ctx.start, end):
        return None
    decimal = re.fullmatch(r"(\d{1,15}),(\d{1,2}|\d{4,9})", written)
    if decimal and written[-1] == "0":
        return None  # num2words would leave the zero out
    if not decimal:
        return number(written.replace(",", ""), language), end
    convert = words_of(language, "cardinal")
    return convert(float(".".join(decimal.groups()))) if convert else written, end


def signed(text: str, start: int, end: int) -> bool:
    """Whether figures have a sign beside them, one space between at most: `12%`, `€ 3,50`, `18/20`."""
    beside = (text[max(0, start - 2) : start].strip()[-1:], text[end : end + 2].strip()[:1])
    tight = (text[start - 1 : start] if start else "", text[end : end + 1])
    marks = any(c and (unicodedata.category(c)[0] == "S" or c in "%‰§&@#*") for c in beside)
    return marks or (any(c and c in "/:_-–.,ºª" for c in tight if c) and not ending(text, end))


def ending(text: str, end: int) -> bool:
    """Whether the mark at offset `end` only ends a clause."""
    return text[end : end + 1] in (".", ",", ":") and not text[end + 1 : end + 2].strip()


def figures(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """A number with what follows it: a second one, a magnitude, a percent sign, a currency, degrees, a unit."""
    if ctx.glued().isalpha():
        return None
    written, end, language = m.group("num"), m.end(), lang.code
    words = counted(written, language)
    if m.group("sign") and not ctx.glued().isalnum():
        words = f"{lang.word('minus')} {words}"
    span = compiled(rf"\s?[-–]\s?(?P<num>{NUM})").match(ctx.text, end)
    if span:
        words, end = f"{words} {lang.word('to')} {counted(span.group('num'), language)}", span.end()
    tail = compiled(lang.tail).match(ctx.text, end)
    scale, unit = (tail.group("scale") or "", tail.group("unit") or "") if tail else ("", "")
    if not tail or not (scale or unit):
        return words, end
    if unit in lang.currencies:
        return money(words, written, scale, unit, lang), tail.end()
    return " ".join(filter(None, (words, lang.magnitudes.get(scale, scale), unit_words(unit, lang)))), tail.end()


def unit_words(unit: str, lang: Language) -> str:
    """ "Grad Celsius", "Prozent", "Kilometer"; "" for no unit."""
    if unit.startswith("°"):
        return f"{lang.word('degrees')}{' Celsius' if unit == '°C' else ''}"
    return lang.units.get(unit) or lang.signs[unit] if unit else ""


def counted(written: str, language: str) -> str:
    """A number, or the year that four figures without a sign are."""
    if written.isdecimal() and len(written) == 4:
        return say_year(int(written), language)
    return number(written, language)


def money(words: str, written: str, scale: str, sign: str, lang: Language) -> str:
    """`3,5 Mio. €`, `12,50 €`."""
    one, many = lang.currencies[sign]
    if scale:
        of = lang.word("of")
        of = f"{of} " if of and of[-1] != "'" else of
        of = "de " if of == "d'" and many[0] not in "aeiou" else of
        return f"{words} {lang.magnitudes.get(scale, scale)} {of}{many}"
    whole, _, cents = written.partition(",")
    name = one if whole == "1" else many
    if len(cents) == 2:
        parts = (number(whole, lang.code), name, lang.word("cents"), cardinal(int(cents), lang.code))
        return " ".join(filter(None, parts))
    return f"{words} {name}"


def money_before(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`$20`, `€ 5`: the sign moves behind."""
    one, many = lang.currencies[m.group("sign")]
    return f"{number(m.group('num'), lang.code)} {one if m.group('num') == '1' else many}", m.end()


def clock(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`14:30`, `14.30 Uhr`, `14h30`."""
    hour, minute = int(m.group("hour")), int(m.group("minute") or m.group("minute2") or 0)
    if hour > 24 or minute > 59 or ctx.glued().isalnum():
        return None
    words = lang.word("clock").format(
        hour="une" if lang.code == "fr" and hour == 1 else cardinal(hour, lang.code),
        minute=cardinal(minute, lang.code) if minute else "",
    )
    if lang.code == "es" and ctx.before().lower() in ("las", "la"):
        words = words.removeprefix("las ")
    return words.strip().replace("une heures", "une heure"), m.end()


def date(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`3. März 2024`, `1er mai`, `3 de mayo de 2024`, `03.05.2024`, `am 18.3.`"""
    day, name = int(m.group("day")), m.group("name")
    month = next((x for x in lang.months if name and x.lower() == name.lower()), "") if name else ""
    if not name and 1 <= int(m.group("month")) <= 12:
        month = lang.months[int(m.group("month")) - 1]
    if not month or not 1 <= day <= 31 or ctx.glued().isdecimal():
        return None
    if day == 1 and lang.word("first") and lang.code != "de":
        said = lang.word("first")
    else:
        said = declined(day, ctx) if lang.code == "de" else cardinal(day, lang.code)
    words = lang.word("date").format(day=said, month=month)
    if m.group("year"):
        words = " ".join(filter(None, (words, lang.word("year"), say_year(int(m.group("year")), lang.code))))
    return words, m.end()


def declined(n: int, ctx: Context) -> str:
    """A German ordinal as the word before it asks: "am dritten", "der dritte", "dritter"."""
    before = ctx.before().lower()
    if before in ("am", "dem", "vom", "zum", "bis", "im", "den", "des", "beim", "zur", "ab", "seit", "jeden", "ersten"):
        return ordinal(n, "de") + "n"
    return ordinal(n, "de") + ("" if before in ("der", "die", "das") else "r")


def german_ordinal(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`der 3. Platz`, `im XX. Jahrhundert`: before a noun."""
    written = m.group("num")
    n = int(written) if written.isdecimal() else roman(written)
    if not n or ctx.glued().isalnum() or ctx.glued() in (",", ".", "-"):
        return None
    return declined(n, ctx), m.end()


def roman(numeral: str) -> int:
    """The value of a numeral up to 89."""
    values = [ROMAN[c] for c in numeral]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


FEMININE = {"fr": ("re", "ère", "nde", "res", "ères"), "es": ("ª", "ra", "da")}
Worded = Callable[["re.Match[str]", Context, Language], "Reading | None"]


def raised_ordinal(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`3e étage`, `1re fois`, `XXe siècle`; `2ª vez`, `1.er piso`."""
    written, suffix = m.group("num"), m.group("suffix").lower()
    n = int(written) if written.isdecimal() else roman(written)
    if not 1 <= n < 1000 or ctx.glued().isalnum():
        return None
    feminine = suffix in FEMININE[lang.code]
    if lang.code == "fr":
        said = ("première" if feminine else "premier") if n == 1 else ordinal(n, "fr")
        said = "seconde" if suffix == "nde" else said
        return said + ("s" if m.group("many") else ""), m.end()
    said = ordinal(n, "es")
    if feminine:
        said = re.sub(r"o\b", "a", said)
    elif suffix == "er":
        said = {1: "primer", 3: "tercer"}.get(n, said)
    return said, m.end()


def abbreviation(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`z. B.`, `M. Roy`, `Sra. Ruiz`: where no letter stands right before, and titles only before a name."""
    written = m.group()
    if ctx.glued().isalnum():
        return None
    named = compiled(rf"[ \u00a0]{LETTER}").match(ctx.text, m.end()) is not None
    if len(written.rstrip(".")) < 3 and written in TITLES and not (named and ctx.text[m.end() + 1].isupper()):
        return None
    said = lang.abbreviations[written]
    ends = written[-1] == "." and not ctx.text[m.end() : m.end() + 2].strip('"”»’)\n ')
    return said, m.end() - ends


TITLES = frozenset(
    ["M.", "MM.", "Dr", "Pr", "Me", "St", "Ste", "D.", "St.", "Fr.", "Hr.", "Mo.", "Di.", "Mi.", "So.", "Sa."]
)
"""Also words or initials: only before a capital."""


def sign(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """The word of a sign that stands by itself."""
    return f" {lang.signs[m.group()]}", m.end()


def telephone(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`030 / 226 343`, `01 23 45 67 89`: figure by figure."""
    groups = re.findall(r"\d+", m.group())
    if sum(map(len, groups)) < 8 or ctx.glued().isalnum():
        return None
    plus = f"{lang.signs['+']} " if m.group()[0] == "+" else ""
    return plus + ", ".join(digits(group, lang.code) for group in groups), m.end()


RAISED = {
    "fr": r"(?P<num>\d{1,3}|[IVX]{1,7}|L[IVX]{1,6})(?P<suffix>ers?|ères?|res?|es?|èmes?|nde?s?)(?P<many>)(?!\w)",
    "es": r"(?P<num>\d{1,3})\.?(?P<suffix>[ºª]|er|ra|ro|do|da)(?P<many>)(?!\w)",
}


TELEPHONE = r"(?:\+|0)\d{1,5}(?:[ /.-]{1,3}\d{2,8}){1,6}(?!\d)"


TELEPHONE = r"(?:\+|0)\d{1,5}(?:[ /.-]{1,3}\d{2,8}){1,6}(?!\d)"


@cache
def rules_of(language: str) -> RuleSet:
    """The rules of a BCP 47 language other than English; none where num2words does not know it."""
    code = language.replace("_", "-").split("-")[0].lower()
    number_pattern = rf"(?P<sign>[-−–](?=\d))?(?P<num>{NUM})"
    lang = language_of(code)
    if lang is None:
        numbers = Rule("number", (FIGURES, SYMBOL), number_pattern, partial(generic, language=code), "-−–")
        return RuleSet((numbers,) if words_of(code, "cardinal") else (), str.isalpha)
    money_signs, signs = "".join(s for s in lang.currencies if len(s) == 1), "".join(lang.signs)

    def rule(name: str, kinds: tuple[str, ...], pattern: str, say: Worded, symbols: str = "") -> Rule:
        return Rule(name, kinds, pattern, lambda m, ctx: say(m, ctx, lang), symbols)

    shortened = rf"(?:{alternatives(lang.abbreviations)})(?:(?<=\W)|(?!\w))"
    noun = rf"(?= (?!{'|'.join(lang.months)}){LETTER})"
    ordinal_pattern = rf"(?P<num>\d{{1,3}}|[IVXL]{{1,6}})\.{noun}" if code == "de" else RAISED[code]
    rules = [
        rule("abbreviation", (WORD,), shortened, abbreviation),
        rule("telephone", (FIGURES, SYMBOL), TELEPHONE, telephone, "+"),
        rule("date", (FIGURES,), DATE, date),
        rule("numeric date", (FIGURES,), NUMERIC_DATE, date),
        *([rule("short date", (FIGURES,), SHORT_DATE, date)] if code == "de" else []),
        rule("ordinal", (FIGURES, WORD), ordinal_pattern, german_ordinal if code == "de" else raised_ordinal),
        rule("clock", (FIGURES,), CLOCK, clock),
        rule("money", (SYMBOL,), rf"(?P<sign>[{money_signs}])\s?(?P<num>{NUM})", money_before, money_signs),
        rule("number", (FIGURES, SYMBOL), number_pattern, figures, "-−–"),
        rule("sign", (SYMBOL,), rf"[{re.escape(signs)}]", sign, signs),
    ]
    first = frozenset(re.split(r"\W", word, maxsplit=1)[0].lower() for word in lang.abbreviations)
    numeral = re.compile(r"(?:[IVX]{1,7}|L[IVX]{1,6})[a-zè]{0,4}")
    return RuleSet(rules, lambda word: word.isalpha() and word.lower() not in first and not numeral.fullmatch(word))
