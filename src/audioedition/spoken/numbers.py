"""Figures -> English number words. num2words would do the cardinals, but takes 20 times as long and has no news
readings (years, decades, "oh five", clock times), so that only a wrapper's worth of code is saved by it."""

from __future__ import annotations

import re
from functools import lru_cache

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ("", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion", "sextillion")
LONGEST = 3 * len(SCALES) - 3
"""More digits than this are read one by one: nobody can follow sextillions."""
LONGEST_RUN = 9
"""The same without commas: a number somebody reads aloud has commas, an identifier has none."""

IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def below_hundred(n: int) -> str:
    if n < 20:
        return ONES[n]
    return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")


def below_thousand(n: int, british: bool) -> str:
    if n < 100:
        return below_hundred(n)
    rest = n % 100
    return f"{ONES[n // 100]} hundred" + (f" {'and ' if british else ''}{below_hundred(rest)}" if rest else "")


@lru_cache(4096)
def cardinal(n: int, british: bool = False) -> str:
    """`123` -> "one hundred twenty-three", British "one hundred and twenty-three". Any size; never raises."""
    if n < 0:
        return f"minus {cardinal(-n, british)}"
    if n < 1000:
        return below_thousand(n, british)
    if n >= 10**LONGEST:
        return "many" if n >= 10**4000 else digits(str(n))
    groups = []
    scale, rest = 0, n
    while rest:
        rest, group = divmod(rest, 1000)
        if group:
            words = below_thousand(group, british)
            if scale == 0 and group < 100 and british:
                words = f"and {words}"
            groups.append(f"{words} {SCALES[scale]}".rstrip())
        scale += 1
    return " ".join(reversed(groups))


def ordinal_of(words: str) -> str:
    """The ordinal of cardinal words: "twenty-one" -> "twenty-first"."""
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    head, last = words[:cut], words[cut:]
    if last in IRREGULAR:
        return head + IRREGULAR[last]
    return head + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def ordinal(n: int, british: bool = False) -> str:
    """`23` -> "twenty-third"."""
    return ordinal_of(cardinal(n, british))


def digits(figures: str) -> str:
    """Each figure by itself: `2070` -> "two zero seven zero". Other characters are skipped."""
    return " ".join(ONES[int(c)] for c in figures if c.isdecimal())


def integer(figures: str, british: bool = False) -> str:
    """A run of figures as written: with leading zeros or too long, one by one; else the cardinal."""
    if "," in figures[:3] and (words := lakhs(figures, british)):
        return words
    plain = figures.replace(",", "")
    longest = LONGEST if plain != figures else LONGEST_RUN
    if len(plain) > longest or (len(plain) > 1 and int(plain[0]) == 0):
        return digits(plain)
    return cardinal(int(plain), british)


def lakhs(figures: str, british: bool) -> str:
    """`12,34,567` -> "twelve lakh thirty-four thousand five hundred and sixty-seven"; "" for any other grouping."""
    if not re.fullmatch(r"\d{1,2}(?:,\d{2}){1,4},\d{3}", figures):
        return ""
    n = int(figures.replace(",", ""))
    crore, rest = divmod(n, 10_000_000)
    lakh, rest = divmod(rest, 100_000)
    parts = [f"{cardinal(crore, british)} crore"] * bool(crore) + [f"{cardinal(lakh, british)} lakh"] * bool(lakh)
    return " ".join(parts + [cardinal(rest, british)] * bool(rest))


def number(figures: str, british: bool = False) -> str:
    """A written number, thousands commas and decimals allowed: `.5` -> "point five"."""
    whole, _, fraction = figures.partition(".")
    if not fraction:
        return integer(whole, british)
    head = f"{integer(whole, british)} " if whole else ""
    return f"{head}point {digits(fraction)}"


def is_one(figures: str) -> bool:
    """Whether a unit after the figures stands in the singular."""
    return figures.replace(",", "") in ("1", "1.0", "1.00")


def year(n: int, british: bool = False) -> str:
    """`1905` -> "nineteen oh five", `2004` -> "two thousand four" (British "two thousand and four"), `2024` -> "twenty
    twenty-four"."""
    century, rest = divmod(n, 100)
    if n < 100 or n % 1000 == 0 or century >= 100:
        return cardinal(n, british)
    if n < 1000:
        return f"{cardinal(century)} {below_hundred(rest) if rest > 9 else f'oh {ONES[rest]}'}" if rest else cardinal(n)
    if rest == 0:
        return f"{cardinal(century)} hundred"
    if 2000 < n < 2010:
        return cardinal(n, british)
    return f"{cardinal(century)} {below_hundred(rest) if rest > 9 else f'oh {ONES[rest]}'}"


def short_year(figures: str) -> str:
    """The two figures of `'98` or `2023/24`: "ninety-eight", `05` -> "oh five"."""
    n = int(figures)
    return below_hundred(n) if n > 9 else f"oh {ONES[n]}"


def plural(words: str) -> str:
    """The plural of number words: "nineteen eighty" -> "nineteen eighties", "two thousand" -> "two thousands"."""
    if words.endswith("y"):
        return f"{words[:-1]}ies"
    return words + ("es" if words.endswith("x") else "s")


def code(figures: str, british: bool = False) -> str:
    """Figures of a name (flight, road, aircraft, house): 747 "seven forty-seven", 101 "one oh one", 35 "thirty-five",
    1428 "fourteen twenty-eight", 500 "five hundred"."""
    n = int(figures)
    if figures[0] == "0" or len(figures) > 4 or not figures.isascii():
        return digits(figures) if figures[0] == "0" or len(figures) > 6 else cardinal(n, british)
    if len(figures) == 3 and n % 100:
        rest = n % 100
        return f"{ONES[n // 100]} {below_hundred(rest) if rest > 9 else f'oh {ONES[rest]}'}"
    if len(figures) == 4 and n % 1000:
        return year(n, british) if not 2000 < n < 2010 else f"twenty oh {ONES[n % 10]}"
    return cardinal(n, british)


DENOMINATORS = {2: "half", 4: "quarter"}


def fraction(top: int, bottom: int, british: bool = False) -> str:
    """`2/3` -> "two thirds", `1/2` -> "one half", `3/4` -> "three quarters"."""
    name = DENOMINATORS.get(bottom) or ordinal(bottom, british)
    if bottom == 2 and top != 1:
        name = "halve"
    return f"{cardinal(top, british)} {name}{'' if top == 1 else 's'}"
