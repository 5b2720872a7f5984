from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioedition.facts import sentences


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences.split(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Dr. Li met Gov. Ana Berg on St. Mary Street.",
        "The U.S. Senate voted on Jan. 3 and Sept. 12.",
        "He lives at No. 10 and reads J.K. Rowling.",
        "It rose 3.5 percent to $2.4 billion.",
        "She came at 5 p.m. on Friday, i.e. late.",
        "Smith & Co. Ltd. of Northport, Mass. bought it.",
        "“We won!” he said, laughing.",
        "“Is it over?” asked Lt. Col. Roe.",
        "Mr. J. P. Smith Jr. said so.",
        "Yahoo! shares fell; so did others.",
        "the score was 3-1 vs. Northport United",
        "Er kam am 3. März nach Nordhafen.",
        "1. Bring water",
        "The case, Roe v. Berg, is old.",
    ],
)
def test_nothing_to_split(whole: str) -> None:
    assert split(whole) == [whole]


@pytest.mark.parametrize(
    "parts",
    [
        ["He left the U.S.", "She stayed."],
        ["They met at 5 p.m.", "The talk was short."],
        ["He said “no.”", "Then he left."],
        ["“We won.”", "“They lost.”"],
        ["Really?!", "Yes."],
        ["It was plan B.", "The mayor liked it."],
        ["The firm is Smith Inc.", "It makes boats."],
        ["Is it No.", "It is not."],
        ["This was in 2015.", "Nobody knew."],
        ["(It rained.)", "We went."],
        ["天气很好。", "我们走吧！", "好。"],
        ["ذهبنا؟", "نعم."],
        ["« Il est temps. »", "Le conseil vote."],
        ["„Es ist Zeit.“", "Der Rat stimmt zu."],
        ["He paused...", "Nobody spoke."],
    ],
)
def test_splits(parts: list[str]) -> None:
    joined = ("" if "。" in parts[0] else " ").join(parts)
    assert split(joined) == parts


def test_marks_alone_are_no_sentence() -> None:
    assert split("He left. ”") == ["He left. ”"]


def test_overlong_is_cut_at_clauses_then_words_then_anywhere() -> None:
    clauses = "the bridge stays closed for now, " * 60
    for text in (clauses, "bridge " * 300, "x" * 2000):
        parts = [text[a:b] for a, b in sentences.utterances(text, 0, len(text))]
        assert "".join(parts).replace(" ", "") == text.replace(" ", "")
        assert max(map(len, parts)) <= sentences.LIMIT
    assert all(clauses[a:b].endswith(",") for a, b in sentences.utterances(clauses, 0, len(clauses)))


def test_a_combining_accent_stays_with_its_letter() -> None:
    text = "e\u0301" * 1000
    assert all(text[a] == "e" for a, _ in sentences.utterances(text, 0, len(text)))


@given(st.text(alphabet=st.sampled_from("aA1 .!?。“”\"'()\n…Dr."), max_size=200))
def test_every_visible_character_is_in_one_sentence_in_order(text: str) -> None:
    at, seen = 0, ""
    for a, b in sentences.utterances(text, 0, len(text)):
        assert at <= a < b
        assert not text[at:a].strip()
        seen, at = seen + text[a:b], b
    assert "".join(seen.split()) == "".join(text.split())
