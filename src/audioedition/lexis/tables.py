"""A language's folder of tables, and a project's own rows -> `Lexis`: what every stage knows about words.

A table is a file of tab-separated values: the first line names the columns, a line that begins with `#` is a remark,
every other line is a row about one word (its first column). A column answers one question that some stage asks; empty
means no. All stages read the same row: whoever adds a word once has it everywhere. A project's own rows stand in
`voices/words.toml`, a table for each of these tables and in it one for each word:

    [titles.Cllr]
    spoken = "Councillor"
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Generic, TypeVar

from ..errors import SettingsError

T = TypeVar("T")
Row = Mapping[str, str]
"""Column -> cell, `word` (the first column) included."""
PROJECT_FILE = "words.toml"


class Lexis:
    """The English tables, a project's own rows over the stock ones, and those of the language that a text is in.

    Tables are read when they are asked for.
    """

    def __init__(self, language: str = "en", own: Mapping[str, Mapping[str, Row]] | None = None):
        self.language = language
        self._own = own or {}
        self._made: dict[object, Any] = {}

    def table(self, name: str) -> Mapping[str, Row]:
        """The rows of one English table by their word, in the order of the file; empty if there is no such table."""
        rows: dict[str, Row] = dict(_stock("en", name))
        for word, cells in self._own.get(name, {}).items():
            rows[word] = {
                **dict.fromkeys(columns("en", name), ""),
                **rows.get(word, {}),
                **cells,
                "word": word,
            }
        return rows

    def everywhere(self, name: str) -> list[Row]:
        """The rows of one table in every language, English first: for readers of what comes before the language is
        known, such as dates and bylines."""
        rows = list(self.table(name).values())
        for language in languages():
            if language != "en":
                rows += _stock(language, name).values()
        return rows

    def local(self, name: str) -> Mapping[str, Row]:
        """The table of the language itself, where it has one; else the English one."""
        own = self.language != "en" and columns(self.language, name)
        return _stock(self.language, name) if own else self.table(name)

    def own(self, name: str) -> Mapping[str, Row]:
        """The table of the language itself; empty in English, and where it has none."""
        return _stock(self.language, name) if self.language != "en" else {}

    def beside(self, name: str) -> Mapping[str, Row]:
        """The English rows with those of the language over them: its readers also meet English titles and bodies."""
        own = self.own(name)
        return {**self.table(name), **own} if own else self.table(name)

    def words(self, name: str) -> frozenset[str]:
        """The words alone of a large table in the language itself, else in English: no rows are made of them."""
        language = self.language if columns(self.language, name) else "en"
        return frozenset(line.partition("\t")[0] for line in _lines(language, name)[1:])

    def made(self, make: Callable[[Lexis], T]) -> T:
        """What `make` derives from these tables, made once."""
        if make not in self._made:
            self._made[make] = make(self)
        found: T = self._made[make]
        return found


_NOTHING: Any = None, None


class derived(Generic[T]):  # noqa: N801  (used as a decorator)
    """A value made from the tables in use, such as a set or a pattern: called without arguments, made once a lexis."""

    def __init__(self, make: Callable[[Lexis], T]):
        self.make = make
        self._last: tuple[Lexis | None, T] = _NOTHING
        functools.update_wrapper(self, make)

    def __call__(self) -> T:
        lexis, last = _in_use.get(), self._last
        if last[0] is not lexis:
            self._last = last = lexis, lexis.made(self.make)
        return last[1]


def column(table: str, name: str) -> derived[Mapping[str, str]]:
    """What one column of a table says: word -> cell, of the words that have one."""

    def make(lexis: Lexis) -> Mapping[str, str]:
        return {word: row[name] for word, row in lexis.table(table).items() if row[name]}

    return derived(make)


def marked(table: str, name: str) -> derived[frozenset[str]]:
    """The words for which a column says anything: yes, as a rule."""

    def make(lexis: Lexis) -> frozenset[str]:
        return frozenset(word for word, row in lexis.table(table).items() if row[name])

    return derived(make)


def kinds(table: str, name: str) -> Callable[[str], derived[frozenset[str]]]:
    """For a column that holds several kinds a word, parted by spaces: kind -> its words."""

    def by_kind(lexis: Lexis) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for word, row in lexis.table(table).items():
            for kind in row[name].split():
                found.setdefault(kind, set()).add(word)
        return {kind: frozenset(words) for kind, words in found.items()}

    def words_of(kind: str) -> derived[frozenset[str]]:
        return derived(lambda lexis: lexis.made(by_kind).get(kind, frozenset()))

    return words_of


_ENGLISH = Lexis()
_in_use: ContextVar[Lexis] = ContextVar("lexis", default=_ENGLISH)


@contextlib.contextmanager
def using(lexis: Lexis) -> Iterator[Lexis]:
    """Within this, every stage reads `lexis`."""
    token = _in_use.set(lexis)
    try:
        yield lexis
    finally:
        _in_use.reset(token)


def in_use() -> Lexis:
    """The tables that stages read now: English without a project, unless `using` said otherwise."""
    return _in_use.get()


@functools.cache
def load_lexis(root: Path, language: str = "en") -> Lexis:
    """The tables of `language` with the rows of the project folder `root` (`voices/words.toml`).

    Raises SettingsError for a table or column that is not there, or a file that cannot be read.
    """
    from ..settings import find_file, read_toml, unknown  # nobody without a project needs them

    path = find_file(root, "voices", PROJECT_FILE)
    if path is None:
        return Lexis(language)
    own: dict[str, dict[str, Row]] = {}
    for name, words in read_toml(path).items():
        known = columns("en", name)
        if not known:
            raise SettingsError(unknown(name, tables("en"), f"{path.name}"), remedy="name one of the tables")
        if not isinstance(words, dict) or not all(isinstance(cells, dict) for cells in words.values()):
            raise SettingsError(f"{path.name}: [{name}] has to hold a table a word", remedy=f"write [{name}.WORD]")
        own[name] = {word: _cells(cells, known, f"{path.name}: [{name}.{word}]") for word, cells in words.items()}
    return Lexis(language, own)


def _cells(cells: Mapping[str, object], known: tuple[str, ...], where: str) -> Row:
    for column in cells:
        if column not in known:
            from ..settings import unknown

            raise SettingsError(unknown(column, known, where), remedy="see docs/words.md")
    return {column: _cell(value) for column, value in cells.items()}


def _cell(value: object) -> str:
    return "yes" if value is True else "" if value is False else str(value)


@functools.cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that have tables."""
    return tuple(sorted(path.name for path in Path(__file__).parent.iterdir() if any(path.glob("*.tsv"))))


def main_language(code: str | None) -> str:
    """The language of a code without script and region (`en-GB`, `en_GB` -> `en`); '' for none."""
    return (code or "").replace("_", "-").partition("-")[0].lower()


def is_english(code: str | None) -> bool:
    """Whether a code is that of English, of any country; a text of which nobody says its language is taken for it."""
    return main_language(code) in ("", "en", "eng")


@functools.cache
def tables(language: str) -> tuple[str, ...]:
    """Names of the tables that a language has."""
    return tuple(sorted(path.stem for path in _folder(language).glob("*.tsv")))


@functools.cache
def columns(language: str, name: str) -> tuple[str, ...]:
    """Names of a table's columns, the first one (the word) included; none if there is no such table."""
    lines = _lines(language, name)
    return tuple(lines[0].split("\t")) if lines else ()


@functools.lru_cache(maxsize=16)
def _stock(language: str, name: str) -> Mapping[str, Row]:
    """The rows as they stand in the file. What is made of them is kept, they themselves only for the next that ask."""
    names = ["word", *columns(language, name)[1:]]
    padding = [""] * len(names)
    rows: dict[str, Row] = {}
    for line in _lines(language, name)[1:]:
        cells = line.split("\t")
        cells += padding[len(cells) :]
        rows[cells[0]] = dict(zip(names, cells, strict=True))
    return rows


@functools.lru_cache(maxsize=1)
def _lines(language: str, name: str) -> list[str]:
    """The lines of a table without its remarks: names of columns, then rows; none if there is no such table."""
    try:
        text = (_folder(language) / f"{name}.tsv").read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line and line[0] != "#" and not line.isspace()]


def _folder(language: str) -> Path:
    return Path(__file__).parent / language
