"""Text of lists and notices, which has few function words -> its language, by the words that the tables of one have.

`So., 10.11., 9.30 Uhr: Gottesdienst`, `Tabelle`, `Eintritt frei`: names of days and months, offices, kinds of articles,
labels of pages, what recipes and diaries are made of, and letters that only some languages write.
"""

from __future__ import annotations

import re
from functools import cache

from ..lexis.tables import Lexis, columns, languages
from ..lexis.wordlists import by_language

_TABLES = ("days", "months", "headings", "kickers", "gathered", "nouns", "stamps", "page_labels", "openers", "titles")
_FIGURES = ("hours", "before an hour", "opening", "telephone words", "game", "numbered words", "and", "until")
"""Rows of figures whose words are the language's own."""
_LETTERS = {
    "ß": "de",
    "ä": "de",
    "ü": "de",
    "ñ": "es",
    "¿": "es",
    "ã": "pt",
    "õ": "pt",
    "œ": "fr",
    "ê": "fr",
    "ò": "it",
}
_TOKEN = re.compile(r"[^\W\d_]{3,}")
_LEAST, _AHEAD = 1.5, 2.0
"""So much has to speak for a language, and so many times as much as for the next."""


def _of_tables(code: str) -> set[str]:
    """The words of a language's tables, in small letters."""
    lexis = Lexis(code)
    rows = [item for table in _TABLES if columns(code, table) for item in lexis.local(table).items()]
    figures = lexis.local("figures") if columns(code, "figures") else {}
    lists = [figures[name]["spoken"].split("|") for name in _FIGURES if name in figures]
    return {form.lower() for word, row in rows for form in (word, row.get("spoken", ""))}.union(*map(set, lists))


@cache
def _vocabulary() -> dict[str, frozenset[str]]:
    """Word in small letters -> the languages whose tables, or list of words of lists, have it."""
    found: dict[str, set[str]] = {}
    tables = [(code, _of_tables(code)) for code in languages()]
    for code, words in [*tables, *by_language("list_words.txt").items()]:
        for word in words:
            found.setdefault(word, set()).add(code)
    return {word: frozenset(codes) for word, codes in found.items() if len(word) > 2}


def listed_language(text: str, words: dict[str, list[str]]) -> str | None:
    """The language that the words of tables speak for; `words`: function words and the languages that have them."""
    said: dict[str, float] = {}
    for token in set(_TOKEN.findall(text.lower())):
        known = _vocabulary().get(token) or frozenset(words.get(token, ()))
        for code in known:
            said[code] = said.get(code, 0.0) + 1 / len(known)
        for letter in _LETTERS.keys() & set(token):
            said[_LETTERS[letter]] = said.get(_LETTERS[letter], 0.0) + 0.5
    first, *others = sorted(((weight, code) for code, weight in said.items()), reverse=True) or [(0.0, "")]
    second = others[0][0] if others else 0.0
    return first[1] if first[0] >= _LEAST and first[0] >= _AHEAD * second else None
