"""One language's tables as the rules ask for them: how its figures are joined, its money, units and short forms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property

from ...lexis.tables import Lexis, Row, columns, languages
from ...lexis.wordlists import alternatives

GROUPED = r"\d{1,3}(?:[. '’‘´]\d{3}){1,6}(?!\d)(?:,\d+)?"
"""`1.234,50`, `1 234`, `1’950`."""
ENGLISH = r"\d{1,3}(?:,\d{3}){2,6}(?![\d,])(?:\.\d+)?|\d{1,3}(?:,\d{3}){1,6}\.\d+"
"""`1,234,567`, `1,234.50`."""
DOTTED = (
    r"\d+\.\d{1,2}(?= ?(?:[%‰]|(?:k?m|[cm]m|k?g|s|sec|l|ha)(?![\w/-])))"
    r"|\d{1,3}\.\d(?![\d%]|[.,]\d)|\d{1,3}\.(?!(?:19|20)\d\d(?!\d))\d{4,6}(?![\d.,/-]\d|\d)"
)
"""`5.2%`, `9.87 s`, `2.0`, `18.8966`."""
NUM = rf"(?:{GROUPED}|{ENGLISH}|{DOTTED}|\d+(?:,\d+)?)"


class Language:
    """The tables of one language; `region` is the country of a code such as `pt-BR`, "" for none."""

    def __init__(self, code: str, region: str = ""):
        self.code, self.region = code, region
        self._lexis = Lexis(code)
        self.figures = {word: row["spoken"] for word, row in self._rows("figures").items()}
        self.currencies = self._of_region(self._rows("currencies"))
        self.magnitudes = self._rows("magnitudes")
        units = self._rows("units")
        self.units = {**units, **{unit.replace("µ", "μ"): row for unit, row in units.items()}}
        self.abbreviations = _capitalised(self._rows("abbreviations"))
        self.shortened_ends = {word[1:]: row["spoken"] for word, row in self.abbreviations.items() if word[0] == "-"}
        self.signs = {chr(int(word[2:], 16)): row["spoken"] for word, row in self._rows("signs").items()}
        self.provinces = self._rows("provinces")
        self.months = self._names("months")
        self.days = self._names("days")
        self.endings = self._rows("agreement")

    def _rows(self, table: str) -> Mapping[str, Row]:
        rows = self._lexis.local(table) if columns(self.code, table) else {}
        if not self.region or table not in ("units", "currencies", "abbreviations"):
            return rows
        return {word: {name: self._regional(cell) for name, cell in row.items()} for word, row in rows.items()}

    def _regional(self, words: str) -> str:
        """`quilómetro` -> `quilômetro`, as the region spells it."""
        for word, row in self._rows("regional").items():
            if row["country"] == self.region:
                words = words.replace(word, row["spoken"])
        return words

    def _names(self, table: str) -> dict[str, tuple[int, str]]:
        """A month or day as it is written -> its number and name."""
        return {word.lower(): (int(row["number"]), row["spoken"]) for word, row in self._rows(table).items()}

    def word(self, key: str) -> str:
        """What the table `figures` says for `key`, "" if the language needs nothing there."""
        return self.figures.get(key, "")

    def words(self, key: str) -> tuple[str, ...]:
        """The words that a row of the table `figures` lists, parted by `|`."""
        return tuple(filter(None, self.word(key).split("|")))

    def pairs(self, key: str) -> dict[str, str]:
        """What a row of the table `figures` says for each of its words: `Main=am Main|Oder=an der Oder`."""
        return dict(pair.split("=") for pair in self.words(key))

    def any_of(self, key: str) -> str:
        """A pattern for any of the words of a row, `(?!)` if there are none."""
        return alternatives(self.words(key)) or "(?!)"

    def _of_region(self, rows: Mapping[str, Row]) -> Mapping[str, Row]:
        """The rows of every country, and those of this one in their place: `$@MX AR` is a peso there."""
        plain = {word: row for word, row in rows.items() if "@" not in word}
        for word, row in rows.items():
            sign, at, countries = word.partition("@")
            if at and self.region in countries.split():
                plain[sign] = row
        return plain

    @cached_property
    def num(self) -> str:
        """A number as the country writes it."""
        most = 3 if self.comma_parts_thousands else 2
        return rf"(?:\d+\.\d{{1,{most}}}(?!\d|\.\d)|{NUM[3:]}" if self.dotted else NUM

    @cached_property
    def dotted(self) -> bool:
        """Whether a dot stands before decimals there: in Mexico, in Switzerland."""
        return bool(self.region) and self.region in self.word("dotted decimals").split()

    @property
    def tag(self) -> str:
        """The language as num2words calls it: `pt_BR`."""
        return f"{self.code}_{self.region}" if self.region else self.code

    @cached_property
    def comma_parts_thousands(self) -> bool:
        """Whether `1,234` is more than a thousand: in Mexico, say."""
        return bool(self.region) and self.region in self.word("comma thousands").split()

    @cached_property
    def singular_below_two(self) -> bool:
        """Whether `1,7` counts one thing: "1,7 million", in Portugal "1,7 milhões"."""
        return bool(self.word("singular below two")) and self.region not in self.word("plural below two").split()

    @cached_property
    def short_days(self) -> dict[str, str]:
        """`Mo` -> "Montag", written with a capital where the names of days are."""
        names = {word: name for word, (_, name) in self.days.items() if len(word) < 4 and len(word) < len(name)}
        small = {word: name for word, name in names.items() if name[0].islower()}
        return {**small, **{word.capitalize(): name for word, name in names.items()}}

    @cached_property
    def short_months(self) -> dict[str, str]:
        """`okt` -> "oktober": those that are nobody's name and no other word."""
        names = {word: name for word, (_, name) in self.months.items() if 2 < len(word) < min(6, len(name))}
        also = {word.lower() for word, row in self._rows("months").items() if row["also"]}
        return {word: name for word, name in names.items() if word not in also}

    @cached_property
    def units_alone(self) -> list[str]:
        """Units that are no words, and so are units without figures, too: `m²`, `kWh`, `kg`."""
        return [unit for unit in self.units if re.search("[²³/]|[kMGT]Wh|^k[gm]$|^k?m[23]$", unit)]

    @cached_property
    def openers(self) -> frozenset[str]:
        """Ordinary words, which open sentences when they are capitalised."""
        return self._lexis.words("openers") if columns(self.code, "openers") else frozenset()

    @cached_property
    def towns(self) -> frozenset[str]:
        """Towns, in small letters."""
        return self._lexis.words("towns") if columns(self.code, "towns") else frozenset()

    def month(self, written: str) -> tuple[int, str] | None:
        return self.months.get(written.lower().rstrip("."))

    def month_name(self, number: int) -> str:
        return next(name for n, name in self.months.values() if n == number)

    @cached_property
    def any_unit(self) -> str:
        """A pattern for any of the units as they are written."""
        return alternatives(self.units)

    @cached_property
    def tail(self) -> str:
        """What may follow figures: a magnitude, a sign, a currency or a unit."""
        single = "".join(re.escape(sign) for sign in self.currencies if len(sign) == 1)
        names = [name for row in self.currencies.values() for name in row["names"].split("|") if name]
        codes = alternatives([*(code for code in self.currencies if len(code) > 1), *names])
        whole = {name for row in self.magnitudes.values() for name in (row["one"], row["many"]) if name}
        short = alternatives(set(self.magnitudes) - whole) or "(?!)"
        of = alternatives([f"{self.word('of').strip()} "]) if self.word("of").strip() else "(?!)"
        unit = rf"[{single}%‰]|[°º] ?[CF]\b|°(?!\w)|(?:{codes}|{self.any_unit})(?!\w)"
        per = rf"(?:/(?P<per>(?:\d+ )?(?:{self.any_unit})|[^\W\d_]{{3,12}})(?!\w)(?:\.(?=[,;:)]| [a-zäöüß(]))?)?"
        stop = r"(?:(?<=[a-z])\.(?=[,;:)]| [a-zäöüß(]))?"
        scale = rf"(?P<scale>(?P<short>{short})|{alternatives(whole)})(?!\w)(?(short)\.?)"
        scaled = rf"{scale}(?: ?(?:{of}|d'|d’)?(?P<unit2>{unit}))?"
        return rf" ?(?:{scaled}|(?P<unit>{unit})){per}{stop}"

    def currency_of(self, written: str) -> Row | None:
        """The row of `€`, `EUR` or `Euro`."""
        found = self.currencies.get(written)
        return found or next((r for r in self.currencies.values() if written in r["names"].split("|")), None)

    def magnitude_of(self, written: str) -> Row | None:
        """The row of `Mio` or of the word itself."""
        rows = self.magnitudes
        return rows.get(written) or next((r for r in rows.values() if written in (r["one"], r["many"])), None)

    def gender_of(self, noun: str) -> str:
        """`f` or `m`: the gender that a noun's ending tells, "" if the table has no endings for it."""
        if noun.lower() in self.words("no nouns"):
            return ""
        if noun and re.search(rf"(?:{self.word('masculine endings') or '(?!)'})$", noun.lower()):
            return "m"
        return "f" if noun and re.search(rf"(?:{self.word('feminine endings') or '(?!)'})$", noun.lower()) else ""


def _capitalised(rows: Mapping[str, Row]) -> Mapping[str, Row]:
    """With `Bijv.` beside `bijv.`: at the head of a sentence."""
    more = {
        word[0].upper() + word[1:]: {**row, "spoken": row["spoken"][:1].upper() + row["spoken"][1:]}
        for word, row in rows.items()
        if word[0].islower() and len(word) > 2 and word[-1] == "."
    }
    return {**more, **rows}


@cache
def language_of(code: str) -> Language | None:
    """The language of a BCP 47 code, None if it has no table `figures`."""
    main, _, region = code.replace("_", "-").partition("-")
    main = main.lower()
    if main not in languages() or not columns(main, "figures"):
        return None
    return Language(main, region.upper() if len(region) == 2 else "")
