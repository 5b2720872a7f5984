"""Plain text: paragraphs, hard-wrapped lines, several articles in a file."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from audioedition import reading
from audioedition.errors import ReadingError
from audioedition.facts.decoding import clean
from audioedition.reading.plain import paragraphs, split_articles
from audioedition.reading.sources import Source
from audioedition.settings import ReadSettings

WIRE = """\
GRAIN BARGE SINKS AT LOCK NINE
    OTTER FALLS, Oct 3 - A barge carrying 1,400 tonnes of barley
sank in the approach to lock nine early on Tuesday, closing the
river to traffic in both directions, the port authority said.
    "It went down like a tired horse," said lock keeper Emil
Torvald, who watched from the western bank with a long-
handled boat hook in his hand.
    No one was hurt.
 MNS
"""


def test_wire_copy_is_unwrapped() -> None:
    assert paragraphs(WIRE).split("\n\n") == [
        "GRAIN BARGE SINKS AT LOCK NINE",
        "OTTER FALLS, Oct 3 - A barge carrying 1,400 tonnes of barley sank in the approach to lock nine early on Tuesday, "
        "closing the river to traffic in both directions, the port authority said.",
        '"It went down like a tired horse," said lock keeper Emil Torvald, who watched from the western bank with a long-'
        "handled boat hook in his hand.",
        "No one was hurt.",
        "MNS",
    ]


def test_text_wrapped_in_blocks_is_unwrapped() -> None:
    text = (
        "Bell rings again\n\nThe bell of St Wend's rang on Sunday for the first time since\n"
        "the tower was struck by lightning nine years ago, and half the\nvillage came out to listen.\n\nIt is in B flat."
    )
    assert paragraphs(text).split("\n\n") == [
        "Bell rings again",
        "The bell of St Wend's rang on Sunday for the first time since the tower was struck by lightning nine years ago, "
        "and half the village came out to listen.",
        "It is in B flat.",
    ]


def test_a_line_a_paragraph_stays_so() -> None:
    text = "Headline here\nBy Ann Orr\nThe first paragraph, which is short.\nThe second paragraph."
    assert paragraphs(text).split("\n\n") == text.split("\n")


def test_verse_and_lists_are_not_joined() -> None:
    text = "The harbour lights are out tonight\nand no one knows the reason.\nThe keeper says\nit is the season."
    assert paragraphs(text).split("\n\n") == text.split("\n")


COLUMN = """\
The minutes of the first
meeting of the harbour
board were found on Monday
in a tin box, and they were
dry. The board will decide
next week."""


def test_columns_of_a_newspaper_are_unwrapped() -> None:
    assert paragraphs(COLUMN) == " ".join(COLUMN.split())


def test_at_any_width_from_24_columns_on_the_paragraphs_come_out_the_same() -> None:
    story = " ".join(COLUMN.split()) + " Nobody had looked for them, as far as the older members of the board remember."
    for width in range(24, 101):
        assert paragraphs(textwrap.fill(story, width)) == story, width


def test_a_stanza_as_narrow_as_a_column_stays() -> None:
    text = "Gulls on the harbour wall\nand rain on the sea.\nNobody comes at all\nand nobody waits for me."
    assert paragraphs(text).split("\n\n") == text.split("\n")


@given(st.text())
def test_no_visible_character_is_lost(text: str) -> None:
    cleaned = clean(text)
    assert "".join(paragraphs(cleaned).split()) == "".join(cleaned.split())


BODY = "word " * 40


def test_articles_are_cut_at_rules_form_feeds_and_end_marks() -> None:
    one, two = f"First headline\n\n{BODY}", f"Second headline\n\n{BODY}"
    for separator in ("\n\n=====\n\n", "\n\n-----\n\n", "\f", "\n\n-30-\n\n", "\n\n###\n\n", "\n\n* * *\n\n"):
        pieces = split_articles(one + separator + two)
        if separator.strip() == "* * *":
            assert len(pieces) == 1, "stars divide the parts of one article"
        else:
            assert len(pieces) == 2, separator


def test_a_rule_inside_an_article_cuts_nothing() -> None:
    text = f"Headline\n\n{BODY}.\n\n-----\n\nAnd so it went on, he said, for years.\n\n{BODY}."
    assert len(split_articles(text)) == 1


def test_articles_of_one_file_are_named_after_their_first_lines() -> None:
    data = f"Same title\n\n{BODY}\n\n=====\n\nSame title\n\n{BODY}".encode()
    names = [
        a.name for a in reading.read_source(Source("day.txt"), data, ReadSettings()) if not isinstance(a, ReadingError)
    ]
    assert names == ["day.txt#same-title", "day.txt#same-title-2"]


def test_text_given_as_text_is_one_article() -> None:
    article = reading.read_article(f"One\n\n{BODY}\n\n=====\n\nTwo\n\n{BODY}", media_type="text/plain")
    assert article.name == "text"
    assert article.text.startswith("One\n\nword")


def test_narrow_columns_are_unwrapped() -> None:
    text = (
        "The keeper of the lighthouse\nat Wexle has found a letter in\nthe lamp room that nobody had\nopened since the "
        "war. She will\nread it to the council in June."
    )
    assert paragraphs(text) == " ".join(text.split("\n"))


def test_the_first_lines_of_a_story_are_no_wrapped_paragraph() -> None:
    head = (
        "Seven boats to look for at the harbour day, from a canoe to a dredger\n"
        "Our guide to the quay, the basin, the slip and the sheds, by Ann Orr.\nPublished 3 March 2025"
    )
    assert paragraphs(head).split("\n\n") == head.split("\n")
    wrapped = "The council has closed the bridge to all lorries that come from the\nquarry, and the road that leads to it as well, so that nobody can\nBy Ann Orr"
    assert paragraphs(wrapped).split("\n\n")[1:] == ["By Ann Orr"]


def test_a_standfirst_among_wrapped_paragraphs_keeps_its_last_word() -> None:
    wrapped = "The ferry was late on every day of last week, its owners said on\nMonday, and they did not know when it would be on time again, or\nif it ever would.\n"
    text = f"Ferry late\nHow the harbour of Northport waits and waits and goes on waiting\nwest\n\n{wrapped}"
    assert paragraphs(text).split("\n\n")[1].endswith("goes on waiting west")
