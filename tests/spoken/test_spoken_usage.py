"""The settings: which English, which order of dates; and how either is told from the text."""

from __future__ import annotations

import pytest

from audioedition.facts.english import usage_of
from audioedition.spoken import spoken_form


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("The council said the centre would cost £2m and open on 3 March.", "GB"),
        ("MPs voted at Westminster on the licence.", "GB"),
        ("He organised the programme whilst at the theatre.", "GB"),
        ("Gov. Holt said the center would open Jan. 5.", "US"),
        ("The color of the neighbor's truck was gray.", "US"),
        ("England closed on 245-6 at stumps.", "GB"),
        ("The Gulls threw two touchdowns in England.", "US"),
        ("It rained.", "US"),
        ("", "US"),
    ],
)
def test_english_is_told_by_evidence(text: str, english: str) -> None:
    assert usage_of(text).british == (english == "GB")


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (
            "The Western Cape's plant holds 34 000 pallets and has a 4,2 MW roof; the council of Cape Town paid £2m.",
            "ZA",
        ),
        ("The colour of a R1 200 000 flat was grey.", "ZA"),
        ("A fair in New South Wales, said the mayor of Alice Springs, whilst the harbour was shut.", "AU"),
        ("The harbour has 1,200 boats and the R119 was shut whilst they moored.", "GB"),
    ],
)
def test_whose_english_is_told_by_names_of_two_words_and_by_figures(text: str, english: str) -> None:
    assert usage_of(text).english == english


def test_a_subject_is_told_by_two_words_and_by_letters_with_figures() -> None:
    assert "markets" in usage_of("The Hang Seng rose").subjects
    assert "listings" in usage_of("Film4 at nine, then a repeat on BBC1").subjects
    assert usage_of("He went to the bank and sat in the sun for a while.").subjects == frozenset()


def test_the_setting_wins_over_evidence() -> None:
    assert spoken_form("£101", english="US") == "one hundred one pounds"
    assert spoken_form("$101", english="GB") == "one hundred and one dollars"


@pytest.mark.parametrize(
    ("english", "order", "spoken"),
    [
        ("US", "auto", "March fourth, twenty twenty-five"),
        ("GB", "auto", "the third of April, twenty twenty-five"),
        ("US", "day-first", "the third of April, twenty twenty-five"),
        ("GB", "month-first", "March fourth, twenty twenty-five"),
    ],
)
def test_order_of_dates(english: str, order: str, spoken: str) -> None:
    assert spoken_form("3/4/2025", english=english, date_order=order) == spoken


def test_a_date_that_only_one_order_makes_is_read_by_it() -> None:
    assert spoken_form("25/12/2024", date_order="month-first") == "the twenty-fifth of December, twenty twenty-four"
