"""The words of a line -> how much it is phrased as a page speaks rather than as a story does.

A page speaks to its reader and of itself (`Click here to read our newsletter`), a story of other people. Words and
pairs of neighbouring words, in any language, each with a weight (a logistic regression with few weights,
`phrasing.tsv`, made by `training/phrasing.py`). What stands in quotation marks somebody else has said, and a name
inside a sentence counts as one whatever it is, so that no story's subject tells.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping

from .weights import weights

READ = 400
"""Characters of a line that are looked at."""
QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|„[^“”]*[“”]?|«[^»]*»?|(?<!\w)[‘'][^’'\n]{12,}[’'](?!\w)")
"""What stands in quotation marks."""
_TOKEN = re.compile(
    r"(?P<link>(?:https?://|www\.)\S+)|(?P<address>\S+@\S+)|(?P<name>[@#]\w+)|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<figure>\d+)|(?P<mark>[^\w\s])"
)
_MOST_FIGURES = 4
_ENDS = ".!?:"
_FIRST, _LAST, _NAME = "^", "$", "Xx"


def score(line: str, known: Mapping[str, float] | None = None) -> float:
    """Log-odds that a line is the page's, by its words alone. `known`: other weights than those of the program."""
    said = weights("phrasing") if known is None else known
    return said.get("", 0.0) + sum(said.get(sign, 0.0) for sign in set(signs(line)))


def signs(line: str) -> Iterator[str]:
    """The words of a line, and every two of them that are neighbours.

    >>> list(signs("Ask Ann."))
    ['^', '^ ask', 'ask', 'ask Xx', 'Xx ann', 'Xx .', '.', '. $', '$']
    """
    words = [_FIRST, *_words(QUOTED.sub(" “” ", line[:READ])), _LAST]
    for word, after in itertools.zip_longest(words, words[1:]):
        yield word
        if after is not None:
            yield f"{_bare(word)} {_bare(after)}"


def _bare(word: str) -> str:
    return _NAME if word.startswith(_NAME) else word


def _words(text: str) -> Iterator[str]:
    begins = True
    for token in _TOKEN.finditer(text):
        word = token[0]
        match token.lastgroup:
            case "link" | "address":
                said = token.lastgroup.upper()
            case "figure":
                said = "0" * min(len(word), _MOST_FIGURES)
            case "word" if word[0].isupper() and not begins and not word.isupper():
                said = f"{_NAME} {word.lower()}"
            case _:
                said = word.lower()
        yield said
        begins = word in _ENDS
