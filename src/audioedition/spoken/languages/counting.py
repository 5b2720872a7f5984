"""A number -> its words: by num2words, with what its language wants else: years by hundreds, gender, decimals."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from ...lexis.tables import Row
from ..scan import compiled
from .language import Language

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


@cache
def words_of(language: str, to: str) -> Callable[[float], str] | None:
    """num2words for one language, None where it has none. Imported here: it takes 60 ms that English never needs."""
    from num2words import num2words

    for tag in (language, language.partition("_")[0]):
        try:
            num2words(1, lang=tag, to=to)
        except (NotImplementedError, ValueError, TypeError, KeyError, AttributeError, IndexError):
            continue
        return partial(num2words, lang=tag, to=to)
    return None


def converted(n: float, language: str, to: str) -> str:
    """What num2words says, figures where it fails."""
    convert = words_of(language, to)
    try:
        return convert(n).replace(",", "") if convert else str(n)
    except (OverflowError, ValueError, IndexError, KeyError, NotImplementedError):
        return str(n)


def cardinal(n: int, lang: Language, gender: str = "") -> str:
    """The number, in the gender of the noun that it counts (`m`, `f`; "" where no noun follows)."""
    return agreeing(converted(n, lang.tag, "cardinal"), lang, gender)


def agreeing(words: str, lang: Language, gender: str) -> str:
    """`veintiuno` -> "veintiún", `doscientos` -> "doscientas", as the table `agreement` has it."""
    for ending, row in lang.endings.items():
        if becomes := row[gender or "alone"]:
            start = "^" if ending[0] == "^" else ""
            words = re.sub(rf"{start}{re.escape(ending.lstrip('^'))}{row['where'] or '$'}", becomes, words)
    return words


def ordinal(n: int, lang: Language, gender: str = "") -> str:
    """`third` in the language; feminine with `f` where the table `figures` says how ordinals change."""
    words = lang.word(f"ordinal {n}") or converted(n, lang.tag, "ordinal")
    masculine, _, feminine = lang.word("ordinal endings").partition(" ")
    if gender == "f" and feminine:
        words = re.sub(rf"{masculine}\b", feminine, words)
    return words


def year(n: int, lang: Language) -> str:
    """A year, by hundreds up to 1999 where the language does: "neunzehnhundertachtundvierzig"."""
    by_hundreds = lang.word("years by hundreds")
    if by_hundreds and 1100 <= n < 2000 and n % 1000 >= 100:
        hundreds, rest = divmod(n, 100)
        tens = cardinal(rest, lang) if rest else ""
        return by_hundreds.format(hundreds=cardinal(hundreds, lang), rest=tens).strip()
    return cardinal(n, lang)


def digits(figures: str, lang: Language) -> str:
    return " ".join(cardinal(int(c), lang) for c in figures)


def parted(written: str, lang: Language) -> tuple[str, str]:
    """`1.234,50` -> the figures before and behind the decimal mark."""
    comma = written.rfind(",")
    thousands = re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", written) and (
        written.count(",") > 1 or "." in written or _are_thousands(written, lang)
    )
    dotted = has_dot(written, lang)
    mark = written.find(".") if thousands or dotted else comma
    whole, part = (written, "") if mark < 0 else (written[:mark], written[mark + 1 :])
    return re.sub(r"\D", "", whole), part


def _are_thousands(written: str, lang: Language) -> bool:
    """`2,500`, `12,000`, `1,234`: where the country parts thousands so; else no decimals end in a zero."""
    if lang.comma_parts_thousands or not lang.word("comma thousands") or lang.region == "ES" or written[0] == "0":
        return lang.comma_parts_thousands
    return bool(lang.region) or written.endswith("00") or (written[-1] == "0" and written[0] != "1")


def has_dot(written: str, lang: Language) -> bool:
    """Whether the decimal mark of figures is a dot: `5.2`, `18.8966`; `19.558` where a comma parts thousands."""
    places = r"\d+" if lang.dotted and lang.comma_parts_thousands else r"(?:\d{1,2}|\d{4,6})"
    return re.fullmatch(rf"\d+\.{places}", written) is not None


_LONGEST = 9
"""Figures of the longest number that nobody parts by thousands: longer ones name something."""


def number(written: str, lang: Language, gender: str = "") -> str:
    """`1.234,5` in words; figures too long for anybody, or with a leading zero, one by one."""
    plain, part = parted(written, lang)
    one_by_one = len(plain) > 15 or (len(plain) > 1 and plain[0] == "0")
    if not part:
        return (
            digits(plain, lang) if one_by_one else by_hundreds(int(plain), lang) or cardinal(int(plain), lang, gender)
        )
    whole = digits(plain, lang) if one_by_one else cardinal(int(plain), lang)
    point = lang.word("address .") if has_dot(written, lang) else lang.word("point")
    return f"{whole} {point} {decimals(part, lang)}"


def decimals(part: str, lang: Language) -> str:
    """Figures behind the decimal mark: one by one, or up to three as a number, as the language has it."""
    if lang.word("decimals") != "number" or len(part) > 3:
        return digits(part, lang)
    zeros = len(part) - len(part.lstrip("0"))
    rest = [cardinal(int(part), lang)] if part.strip("0") else []
    return " ".join([cardinal(0, lang)] * zeros + rest)


def by_hundreds(n: int, lang: Language) -> str:
    """`1.500` -> "vijftienhonderd", where the language counts round numbers so; "" for others."""
    if not (lang.word("round by hundreds") and 1100 <= n < 10_000 and n % 100 == 0 and n % 1000):
        return ""
    return lang.word("years by hundreds").format(hundreds=cardinal(n // 100, lang), rest="").strip()


def counted(written: str, lang: Language, gender: str = "") -> str:
    """A number, or the year that four figures without a sign are."""
    plain, part = parted(written, lang)
    if not part and len(plain) == 4 and (round_number := by_hundreds(int(plain), lang)):
        return round_number
    if written.isdecimal() and len(written) > _LONGEST:
        return digits(written, lang)  # `n° 1906201901`
    if written.isdecimal() and len(written) == 4 and written[0] != "0":
        return year(int(written), lang)
    return number(written, lang, gender)


def roman(numeral: str) -> int:
    """The value of a numeral up to 89; 0 if it is none."""
    if not re.fullmatch(r"(?:L|XL)?X{0,3}(?:IX|IV|V?I{0,3})", numeral) or not numeral:
        return 0
    values = [ROMAN[c] for c in numeral]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def in_dative(said: str, unit: Row | None, head: str, lang: Language) -> str:
    """`mit 140 m²` -> "mit hundertvierzig Quadratmetern": where a preposition in `head` asks for it."""
    if unit is None or not lang.word("dative before units") or not said.endswith(unit["many"]):
        return said
    about = rf"(?: (?:{lang.any_of('about')}))?"
    if compiled(rf"(?i).*\b(?:{lang.any_of('dative before units')}){about} \Z").match(head) is None:
        return said
    declined = re.sub(rf"\A(\w+{lang.word('dative units')})\b", r"\1n", unit["many"])
    return said.removesuffix(unit["many"]) + declined
