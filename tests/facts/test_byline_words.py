"""What a line of bylines cannot match without decides only whether a pattern is made, never what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioedition.facts import byline_words
from audioedition.lexis.tables import in_use

WORDS = sorted({row["word"] for row in in_use().everywhere("bylines")})
PIECES = st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS).map(str.title), st.sampled_from(["Ann", "Orr", "in"]))
LINES = st.lists(st.tuples(PIECES, st.sampled_from([" ", " ", ": ", ", ", " & ", ""])), min_size=1, max_size=6)


@pytest.mark.parametrize("name", ["lead", "work of", "our", "source"])
@given(pieces=LINES)
def test_no_form_is_passed_over_that_fits(name: str, pieces: list[tuple[str, str]]) -> None:
    line = "".join(piece + mark for piece, mark in [*pieces, ("Ann Orr", "")])
    found = (form.pattern.match(line) for form in byline_words._forms()[name])
    first = next((m[0] for m in found if m), None)
    told = byline_words.match(name, line)
    assert (told[0] if told else None) == first
