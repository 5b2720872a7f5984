"""Words are found again in a corrected text, and never taken for others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioedition.edits import QuotedText

STORY = "Gulls came. “We ran,” he said. The end.\n\nGulls came again. “We ran,” she said. The very end."
SHE = ("“We ran,”", "came again. ", " she said.")


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        (STORY, ("“We ran,”", "", " she"), 59),  # one side is enough
        (STORY, SHE, 59),
        (STORY, ("The end.", "", ""), 31),  # words that stand once need no neighbours
        (STORY, ("came again. “We ran,”", "", ""), 47),  # across sentences
        (
            STORY,
            ("“We ran,”", "Ducks came long ago. Gulls came again. ", " they said"),
            59,
        ),  # the nearest words are the same
        (STORY, ("“We ran,”", "Ducks came long ago. ", " they said. The very end."), "not there any more"),
        (STORY.replace("again", "back"), SHE, 58),  # the neighbour before was corrected
        (STORY.replace("she said", "she cried"), SHE, 59),  # the one behind
        (STORY.replace("“", '"').replace("”", '"').replace("\n\n", "\n \n"), SHE, 60),  # other marks and spacing
        ("A new beginning.\n" + STORY, SHE, 76),  # moved
        (STORY, ("“We ran,”", "", ""), "2 places"),
        (STORY, ("The", "", ""), "2 places"),
        (STORY.replace("Gulls came again. “We ran,” she said. ", ""), SHE, "not there any more"),  # not the other one
        (STORY.replace("again", "back").replace("she said", "she cried"), SHE, "not there any more"),
        (STORY.replace("ran", "run"), SHE, "not stand"),
        (STORY, ("an", "", ""), "not stand"),  # no part of a word
        (STORY, ("“”", "", ""), "not stand"),
        (f"{STORY} {STORY}", SHE, "2 places"),
        ("", SHE, "not stand"),
    ],
)
def test_where_a_quotation_stands(text: str, quote: tuple[str, str, str], found: int | str) -> None:
    place = QuotedText(text).find(*quote)
    if isinstance(found, str):
        assert isinstance(place, str)
        assert found in place
    else:
        assert place[0] == found, text[slice(*place)]


@given(st.text(st.sampled_from("ab \n.“”"), max_size=60), st.data())
def test_what_is_written_for_a_place_finds_that_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quoted = QuotedText(text)
    if any(text[:at][-1:].isalnum() and text[at : at + 1].isalnum() for at in (start, end)):
        with pytest.raises(ValueError, match="inside a word"):
            quoted.around(start, end)
        return
    found = quoted.find(text[start:end], *quoted.around(start, end))
    if isinstance(found, tuple):
        assert text[slice(*found)].strip() in text[start:end]
        assert not any(map(str.isalnum, text[start : found[0]] + text[found[1] : end]))


def test_many_places_cost_no_more_than_their_number() -> None:
    assert "100000 places" in str(QuotedText("a " * 100_000).find("a"))
    assert "99968 places" in str(QuotedText("a " * 100_000).find("a", "a " * 16, "a " * 16))
