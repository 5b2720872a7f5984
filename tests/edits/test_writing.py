"""Decisions written into a file that people write, too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioedition.edits.edits_file import parse_edits
from audioedition.edits.writing import decided, wished
from audioedition.errors import EditsError

STORY = "Gulls came. “We ran,” he said. The end.\n\nGulls came again. “We ran,” she said. The very end."
HAND = """\
# Ida looks after this one.
[article]
section = "Region"  # not Town

[[edit]]
text = "The end."
drop = true
"""


def test_a_decision_is_added_with_its_place_and_taken_away_again() -> None:
    start = STORY.rindex("“We ran,”")
    once = decided(HAND, STORY, start, start + 9, {"speaker": "Ida", "gender": None})
    assert once.startswith(HAND)
    (first, second) = parse_edits(once, "a").edits
    assert (first.drop, second.speaker, second.prefix, second.suffix) == (
        True, "Ida", "id. The end.\n\nGulls came again. ", " she said. The very end.",
    )  # fmt: skip
    twice = decided(once, STORY, start, start + 9, {"voice": "fern", "speaker": None})
    assert parse_edits(twice, "a").edits[1].voice == "fern"
    assert parse_edits(twice, "a").edits[1].speaker is None
    assert decided(twice, STORY, start, start + 9, {"voice": None}).rstrip() == HAND.rstrip()


def test_remarks_stay() -> None:
    text = wished(HAND, {"order": 2, "section": None})
    assert "# Ida looks after this one." in text
    assert parse_edits(text, "a").article.order == 2
    assert parse_edits(text, "a").article.section is None


def test_the_first_decision_makes_the_file_and_the_last_empties_it() -> None:
    text = wished("", {"title": "A title"})
    assert text == '[article]\ntitle = "A title"\n'
    assert wished(text, {"title": None}).strip() == ""
    alone = decided("", STORY, 0, 11, {"drop": True})
    assert alone.startswith('[[edit]]\ntext = "Gulls came."\n')
    assert decided(alone, STORY, 0, 11, {"drop": None}).strip() == ""
    assert parse_edits(wished(alone, {"order": 1}), "a").edits == parse_edits(alone, "a").edits


@pytest.mark.parametrize("wishes", [{"role": "poem"}, {"colour": "red"}, {"pause": -1}, {"drop": True, "keep": True}])
def test_what_is_not_allowed_is_not_written(wishes: dict[str, object]) -> None:
    with pytest.raises(EditsError):
        decided(HAND, STORY, 0, 11, wishes)  # type: ignore[arg-type]


def test_a_place_inside_a_word_is_refused() -> None:
    with pytest.raises(EditsError, match="'came' at 7 begins or ends inside a word"):
        decided("", "Gulls xcame.", 7, 11, {"drop": True})


def test_a_file_that_is_being_written_by_hand_is_left_alone() -> None:
    with pytest.raises(EditsError, match="not valid TOML"):
        decided("[[edit]\n", STORY, 0, 11, {"drop": True})


@given(st.text(max_size=40), st.sampled_from(["say", "speaker"]))
def test_any_words_are_written_so_that_they_can_be_read(words: str, key: str) -> None:
    try:
        text = decided(HAND, STORY, 0, 11, {key: words})
    except EditsError:
        assert key == "say"
        return
    assert getattr(parse_edits(text, "a").edits[-1], key) == " ".join(words.split())
