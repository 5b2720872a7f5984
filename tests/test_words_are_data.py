"""Words are data: lists of words in the code are counted, and may only become fewer.

What is counted: collections written out, and alternatives in a pattern, of four words or more that carry a meaning of
their own (nouns, verbs, names). Words of closed classes (articles, prepositions, pronouns) may stand where one rule
asks for them: no editor and no second language adds a row to those. Names of our own (tables, columns, kinds, parts)
are no words of a text, nor are the names of elements and fields in the formats that `reading` knows.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from audioedition.lexis.tables import Lexis, columns, languages, tables

SOURCE = Path(__file__).parent.parent / "src" / "audioedition"
FEWEST = 4
MOST = {"facts": 57, "segmentation": 13, "spoken": 73}
"""Room -> lists of words in it. Whoever takes one away writes the lower number."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_ALTERNATIVES = re.compile(r"[^\W\d_][\w'’ ?]*(?:\|[^\W\d_][\w'’ ?]*){3,}")


def known_names() -> frozenset[str]:
    """Tables, columns and the cells of columns that name kinds: words of ours."""
    names = {name for language in languages() for name in tables(language)}
    names |= {column for language in languages() for name in tables(language) for column in columns(language, name)}
    for name, column in (("bylines", "kinds"), ("captions", "parts"), ("consent", "parts"), ("stamps", "kind")):
        names |= {kind for row in Lexis().table(name).values() for kind in row[column].split()}
    return frozenset(names)


def closed_classes() -> frozenset[str]:
    """Words that no text makes new ones of."""
    return frozenset(word.lower() for word in Lexis().table("grammar"))


def lists(tree: ast.AST) -> Iterator[list[str]]:
    """The strings of each collection that is written out, the words of each text that `words` takes apart, and the
    alternatives of each pattern."""
    for node in ast.walk(tree):
        match node:
            case ast.List(elts=elements) | ast.Tuple(elts=elements) | ast.Set(elts=elements):
                yield [e.value for e in elements if isinstance(e, ast.Constant) and isinstance(e.value, str)]
            case ast.Dict(keys=keys):
                yield [e.value for e in keys if isinstance(e, ast.Constant) and isinstance(e.value, str)]
            case ast.Call(func=ast.Name(id="words" | "_words"), args=[ast.Constant(value=str(text))]):
                yield text.split()
            case ast.Constant(value=str(text)) if "|" in text:
                yield from (found.split("|") for found in _ALTERNATIVES.findall(text))


def word_lists() -> Iterator[tuple[str, list[str]]]:
    """`room/module.py` and the words of each list."""
    not_counted = known_names() | closed_classes()
    for room in MOST:
        for path in sorted((SOURCE / room).rglob("*.py")):
            for found in lists(ast.parse(path.read_text(encoding="utf-8"))):
                telling = [
                    w for w in found if _WORD.fullmatch(w.strip(" ?")) and w.strip(" ?").lower() not in not_counted
                ]
                if len(telling) >= FEWEST:
                    yield path.relative_to(SOURCE).as_posix(), telling


def test_lists_of_words_in_the_code_become_fewer() -> None:
    counted = Counter(where.partition("/")[0] for where, _ in word_lists())
    above = {room: (counted[room], most) for room, most in MOST.items() if counted[room] > most}
    assert above == {}, "words are data: give them a column of a table (docs/words.md)"


if __name__ == "__main__":
    for where, telling in word_lists():
        print(where, *telling[:9])
