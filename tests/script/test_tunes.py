from __future__ import annotations

import pytest

from audioedition.model import Line, Passage, Tune, Utterance, Voice
from audioedition.script.tunes import asides, with_tunes
from audioedition.spoken import speak

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


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("The work — the largest since the war — would cost little.", ["the largest since the war"]),
        ("The work—the largest since the war—would cost little.", ["the largest since the war"]),
        ("A — b — c.", ["b"]),
        ("The road stays open — for now.", []),
        ("The wall fell — nobody knows why. The road — the old one — is shut.", ["the old one"]),
        ("A well-known man.", []),
        ("It costs A$300 (£173; $210) a year.", ["one hundred and seventy-three pounds; two hundred and ten dollars"]),
        ("The county (which has never paid) says little (as it does).", ["which has never paid", "as it does"]),
        ("She (Dr. Ada Berg) spoke — once — to us.", ["Doctor Ada Berg", "once"]),
        ("(He declined.)", []),
        ("He scored f(x) and call(s) went out.", []),
        ("Call (555) 0123 today.", []),
        ("A bracket (that is never closed.", []),
        ("", []),
    ],
)
def test_what_stands_between_dashes_or_in_brackets_is_set_off(text, inside):
    spoken = speak(text, english="GB")
    told = Line("body", text, 0, len(text), spoken.text, "high", Utterance(spoken.text, VOICE), spoken.words)
    assert [spoken.text[a:b] for a, b in asides(told)] == inside
    (done,) = with_tunes([told])
    assert done.utterance.asides == asides(told)
