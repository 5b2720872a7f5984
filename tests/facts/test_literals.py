"""What a pattern cannot match without is found in whatever it matches."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioedition.facts.literals import needed

ROWS = [
    (r"heard on [^.?!\n]{3,50}", ("heard on ",)),
    (r"(?:a|this) (?:post|photo) shared by\b.{0,9}", (" shared by",)),
    (r"articles?|stor(?:y|ies)", ("article", "stor")),
    (r"e-?mail|@", ("mail", "@")),
    (r"(?:please )?subscribe\b", ("subscribe",)),
    (r"(?!never)(?<!before)(?<=at) home", (" home",)),
    (r"(?=[^\n]{0,60}\bwriters?\b)\w+,? \w+", ("writer",)),
    (r"ab+c{0,2}d{2}e", ("ab", "d")[:1]),
    (r"\(c\)|©", ("(c)", "©")),
    (r"(?P<name>Ann) \d+", ("ann",)),
    (r"[+-]|\d+", ("",)),
    (r"(?-i:[A-Z])\w+", ("",)),
    (r"[]x]y[^]]z", ("y",)),
]


@pytest.mark.parametrize(("pattern", "words"), ROWS)
def test_what_a_pattern_needs(pattern: str, words: tuple[str, ...]) -> None:
    assert needed(pattern) == words
    re.compile(pattern)


PIECES = st.sampled_from(["abc", "d", r"\b", r"\d", "[xy]", ".", " ", r"\.", "(?i:e)", "(?=abc)", "(?!q)"])
PATTERNS = st.recursive(
    st.lists(
        st.tuples(PIECES, st.sampled_from(["", "", "?", "*", "+", "{2}", "{0,2}", "+?"])), min_size=1, max_size=4
    ).map(
        lambda pieces: "".join(
            piece + ("" if piece.startswith(("(?=", "(?!", r"\b")) else times) for piece, times in pieces
        )
    ),
    lambda inner: st.tuples(st.lists(inner, min_size=1, max_size=3), st.sampled_from(["", "?", "{1,2}"])).map(
        lambda made: f"(?:{'|'.join(made[0])}){made[1]}"
    ),
    max_leaves=6,
)


@given(PATTERNS, st.text("abcdexy1. ABC", max_size=12))
def test_nothing_matches_without_it(pattern: str, text: str) -> None:
    if re.search(pattern, text, re.I):
        assert any(literal in text.lower() for literal in needed(pattern))
