from __future__ import annotations

import pytest

from audioedition.model import Line, Passage, Tune, Utterance, Voice
from audioedition.script.tunes import with_tunes

VOICE = Voice("high", "tone", "high")


def line(role, text, passage=None):
    return Line(role, text, 0, len(text), text, "high", Utterance(text, VOICE), passage=passage)


@pytest.mark.parametrize(
    ("lines", "tunes"),
    [
        ([("headline", "A wall"), ("body", "It rose.")], ["heading", ""]),
        ([("subhead", "What it costs"), ("body", "Little.")], ["heading", ""]),
        ([("body", "They need:"), ("body", "a wall"), ("body", "a road"), ("body", "boats")], ["", "item", "item", ""]),
        ([("body", "a wall"), ("body", "It rose.")], ["", ""]),
        ([("body", "“a wall”"), ("body", "a road"), ("quote", "a school")], ["item", "", ""]),
        ([("byline", "By Ada"), ("body", "a road")], ["", ""]),
    ],
)
def test_the_tune_of_a_line_follows_from_its_place(lines, tunes):
    assert [done.utterance.tune for done in with_tunes([line(*one) for one in lines])] == tunes


def test_rows_of_a_list_are_items_whatever_they_end_on():
    rows = [line("body", text, Passage.LIST) for text in ("Leeds, two.", "York, one.", "Hull, nil.")]
    verse = [line("body", text, Passage.VERSE) for text in ("The tide", "came in")]
    tunes = [done.utterance.tune for done in with_tunes([*rows, *verse])]
    assert tunes == [Tune.ITEM, Tune.ITEM, "", "", ""]
