"""A line -> what it does on a page: the acts, objects, labels and networks of the tables that stand in it.

A page asks its reader to do something (`share`, `abonnieren`) with something (`this article`, `unseren Newsletter`),
somewhere (`Facebook`), and puts labels on its parts (`Most read`). The words are tables of the lexis, of every
language at once: pages mix languages, and which one a short text is in nobody knows.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from ..lexis.tables import Lexis, Row, derived, in_use
from ..model import Reason

_TOKEN = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|[@#]\w+|[^\W_]+(?:['’.+&-]+[^\W_]+)*['’+]?|[^\w\s]|_"
)
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|[@#]\w+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co|de|fr|es|it|nl|uk|br)"
)
_NUMBER = re.compile(r"\d[\d.,:]*[km]?")
_ENDS = ".!?…"


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a word or several may be on a page; of one phrase several things can be true."""

    act: Reason | None = None
    """It asks for something: the reason for which such a line is dropped."""
    alone: bool = False
    """... and needs no object."""
    thing: bool = False
    """An object of such acts."""
    own: bool = False
    """... that can only be the page's or its makers'."""
    label: Reason | None = None
    opens: bool = False
    """A label before a colon or a bar, behind which anything may follow."""
    of: bool = False
    """A label behind which a few names may follow."""
    ends: bool = False
    """A label over another part of the page."""
    weak: bool = False
    """... but it is also a heading or a word of stories."""
    network: bool = False
    small: bool = False
    """A word that stands between the others."""
    opener: bool = False
    """An act may begin with it."""


_SMALL = Phrase(small=True)


class Piece(NamedTuple):
    """One phrase, or one token that is in no table."""

    text: str
    phrase: Phrase | None
    kind: str
    """`phrase`, `link`, `number`, `mark`, `end` (of a sentence), `quote`, `name` (a capital) or `word`."""


def _label(row: Row) -> Phrase:
    opens, of, ends, weak = (bool(row[name]) for name in ("opens", "of", "ends", "weak"))
    return Phrase(label=Reason(row["reason"]), opens=opens, of=of, ends=ends, weak=weak)


_TABLES: Mapping[str, Callable[[Row], Phrase]] = {
    "page_acts": lambda row: Phrase(act=Reason(row["reason"]), alone=bool(row["alone"])),
    "page_objects": lambda row: Phrase(thing=True, own=bool(row["own"])),
    "page_labels": _label,
    "networks": lambda row: Phrase(network=True, weak=bool(row["weak"])),
    "page_small_words": lambda row: Phrase(small=True, opener=bool(row["opens"])),
}


def _rows(lexis: Lexis) -> Iterator[tuple[str, Phrase]]:
    for table, phrase in _TABLES.items():
        made: dict[tuple[tuple[str, str], ...], Phrase] = {}  # one for all rows that say the same
        for row in lexis.everywhere(table):
            _, *said = row.items()
            key = tuple(said)
            if key not in made:
                made[key] = phrase(row)
            yield row["word"], made[key]


def _both(a: Phrase, b: Phrase) -> Phrase:
    """What two tables, or two languages, say of one phrase; who comes first has the say about the reason."""
    flags = ("alone", "thing", "own", "opens", "of", "ends", "network", "small", "opener")
    said = {name: getattr(a, name) or getattr(b, name) for name in flags}
    named = a.label or a.network
    weak = a.weak and (b.weak or not (b.label or b.network)) if named else b.weak
    return replace(a, act=a.act or b.act, label=a.label or b.label, weak=weak, **said)


class _Known(NamedTuple):
    singles: Mapping[str, Phrase]
    longer: Mapping[tuple[str, str], list[tuple[tuple[str, ...], Phrase]]]
    """First two tokens -> the phrases that begin with them, longest first."""
    small: frozenset[str]
    """Words that stand between the others and are nothing else."""


@derived
def _known(lexis: Lexis) -> _Known:
    grown: dict[tuple[str, ...], Phrase] = {}
    both = functools.cache(_both)
    for word, phrase in _rows(lexis):
        key = _tokens(_folded(word))
        before = grown.get(key)
        grown[key] = phrase if before is None or before is phrase else both(before, phrase)
    longer: dict[tuple[str, str], list[tuple[tuple[str, ...], Phrase]]] = {}
    for key in sorted(grown, key=len, reverse=True):
        if len(key) > 1:
            longer.setdefault((key[0], key[1]), []).append((key, grown[key]))
    singles = {key[0]: phrase for key, phrase in grown.items() if len(key) == 1}
    return _Known(singles, longer, frozenset(word for word, phrase in singles.items() if phrase == _SMALL))


def _tokens(words: str) -> tuple[str, ...]:
    return tuple(words.split() if words.replace(" ", "").isalpha() else _TOKEN.findall(words))


def _folded(token: str) -> str:
    return token.casefold().replace("’", "'")


def pieces(line: str) -> list[Piece]:
    """The line cut into the longest phrases that the tables know and the tokens between them."""
    return _pieces(line, in_use())


def begins(line: str) -> bool:
    """Whether one of the phrases stands at the head of the line, behind marks, numbers, links and small words at most,
    or nothing stands in it but one token: what costs less to tell than its pieces."""
    singles, begun, small = _known()
    found = _TOKEN.finditer(line)
    token = next(found, None)
    while token is not None:
        after = next(found, None)
        first = _folded(token[0])
        phrase = singles.get(first)
        if (phrase and first not in small) or (after is not None and (first, _folded(after[0])) in begun):
            return True
        if not phrase and _kind(token[0]) in ("word", "name"):
            return after is None and token.start() == 0
        token = after
    return True


@functools.lru_cache(maxsize=2048)
def _pieces(line: str, lexis: Lexis) -> list[Piece]:
    singles, begun, _ = lexis.made(_known.make)
    tokens = _TOKEN.findall(line)
    folded = [_folded(t) for t in tokens] if "’" in line else [t.casefold() for t in tokens]
    out: list[Piece] = []
    i, last = 0, len(tokens) - 1
    while i <= last:
        size, phrase = 1, singles.get(folded[i])
        for key, longer in begun.get((folded[i], folded[i + 1]), ()) if i < last else ():
            if tuple(folded[i : i + len(key)]) == key:
                size, phrase = len(key), longer
                break
        text = tokens[i] if size == 1 else " ".join(tokens[i : i + size])
        out.append(Piece(text, phrase, "phrase" if phrase else _kind(text)))
        i += size
    return out


def _kind(token: str) -> str:
    if token.isalpha():
        return "name" if token[0].isupper() else "word"
    if _LINK.fullmatch(token):
        return "link"
    if _NUMBER.fullmatch(token):
        return "number"
    if token in _ENDS:
        return "end"
    if token in '"“”„«»':
        return "quote"
    if not token[0].isalnum():
        return "mark"
    return "name" if token[0].isupper() else "word"
