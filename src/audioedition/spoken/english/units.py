"""Units, currencies, magnitudes and time zones as they are written, with the words for them: tables of lexis/en.

BIPM's unit symbols, ISO 4217 codes and what newspapers print besides.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...lexis.tables import Lexis, column, derived, marked

magnitudes = column("magnitudes", "spoken")


def _currencies(kind: str) -> derived[Mapping[str, tuple[str, ...]]]:
    """One, many and, where it is written with decimals, one hundredth and hundredths."""

    def make(lexis: Lexis) -> Mapping[str, tuple[str, ...]]:
        names = ("one", "many", "hundredth", "hundredths")
        rows = lexis.table("currencies").items()
        return {word: tuple(row[n] for n in names if row[n]) for word, row in rows if row["kind"] == kind}

    return derived(make)


currencies = _currencies("sign")
"""By sign; `R$` and `MX$` are signs of their own."""
currency_codes = _currencies("code")
"""Written before or behind the figures."""
currency_countries = column("currency_countries", "spoken")
"""Written right before `$` or `£`."""
rates = column("units", "rate")
"""Behind a sum and a slash: `$20/mo`."""
terms = column("terms", "spoken")
"""Behind a sum in advertisements: `£950pcm`, `$4,000 OBO`."""
symbols = column("units", "spoken")
"""Symbol: singular in American spelling."""
speeds = column("units", "compound")
"""Compound units."""
powered = marked("units", "power")
area_units = column("units", "area")
COMPOUNDS = {
    ("ft", "in"): "in",
    ("st", "lb"): "lb",
    ("lb", "oz"): "oz",
    ("lbs", "oz"): "oz",
    ("hr", "mi"): "min",
    ("hrs", "mi"): "min",
    ("h", "mi"): "min",
    ("min", "se"): "sec",
    ("mins", "se"): "sec",
    ("min", "s"): "s",
    ("m", "s"): "s",
    ("h", "m"): "min",
}
"""`6ft 2in`: unit and the first letters of the smaller one: its symbol."""
doubtful = marked("units", "doubtful")
"""Symbols that are also words, letters or magnitudes: see doubtful.meant."""


@derived
def sure(lexis: Lexis) -> frozenset[str]:
    """Symbols that are nothing else."""
    known = lexis.made(symbols.make).keys() | lexis.made(speeds.make).keys()
    return frozenset(word for word in known if word) - lexis.made(doubtful.make)


@derived
def by_letters(lexis: Lexis) -> Mapping[str, str]:
    """In small letters: the symbol of several that can be nothing else, `kv` -> kV."""
    rows = lexis.table("units").items()
    known = {word: row["spoken"] for word, row in rows if row["spoken"] and not row["doubtful"] and len(word) > 1}
    meant: dict[str, set[str]] = {}
    for word, spoken in known.items():
        meant.setdefault(word.lower(), set()).add(spoken)
    return {word.lower(): word for word in known if len(meant[word.lower()]) == 1}


stopped = marked("units", "stop")
"""Written with a stop by some."""
VULGAR = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
    "⅐": (1, 7),
    "⅑": (1, 9),
    "⅒": (1, 10),
}
zones = column("zones", "spoken")
"""American newsreaders say "nine Eastern", the others by letters."""
plurals = column("plurals", "spoken")
"""Names whose plural has no plain s at its end."""


def plural_unit(name: str) -> str:
    """ "mile per hour" -> "miles per hour", "square foot" -> "square feet"."""
    joint = " of " if " of " in name else " per "
    head, per, rest = name.partition(joint)
    kind, _, base = head.rpartition(" ")
    irregular = plurals()
    head = irregular.get(head) or f"{kind} {irregular.get(base, base + 's')}".lstrip()
    return head + per + rest
