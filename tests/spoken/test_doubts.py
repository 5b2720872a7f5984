"""What had to be guessed is said to be doubtful; what an article is about, and where, is decided once."""

from __future__ import annotations

import pytest

from audioedition.facts.english import usage_of
from audioedition.spoken import speak


@pytest.mark.parametrize(
    ("written", "doubtful"),
    [
        ("The QXZ met the XYR.", ["QXZ", "XYR"]),
        ("The FBI met NATO.", []),
        ("He saw the prsn. there.", ["prsn."]),
        ("It was on 3/4/2025.", ["3/4/2025"]),
        ("It was on 13/4/2025 and 4/4/2025.", []),
        ("a ⊕ b", ["⊕"]),
    ],
)
def test_a_guess_is_a_doubt(written: str, doubtful: list[str]) -> None:
    assert [doubt.text for doubt in speak(written, english="US").doubts] == doubtful


@pytest.mark.parametrize(
    ("text", "english", "subject"),
    [
        ("The jockey won the handicap by a length.", "US", "racing"),
        ("Two wickets fell before stumps.", "GB", "cricket"),
        ("High tide was late; the tide turned.", "US", "tides"),
        ("He paid ₹500 in Mumbai and two lakh in Delhi.", "IN", ""),
        ("Barangay officials in Manila and Quezon met.", "PH", ""),
        ("INEC met in Abuja and Lagos over the naira.", "NG", ""),
        ("Eskom met in Pretoria and Durban.", "ZA", ""),
        ("The Taoiseach met gardaí in Galway.", "IE", ""),
        ("Nothing tells.", "US", ""),
    ],
)
def test_evidence_of_an_article(text: str, english: str, subject: str) -> None:
    usage = usage_of(text)
    assert usage.english == english
    assert not subject or subject in usage.subjects


def test_an_american_story_about_another_country_stays_american() -> None:
    text = "The U.S. Senate and the Federal Bureau met on Jan. 5 over Mumbai, Delhi and Chennai, the senators said."
    assert usage_of(text).english == "US"


def test_the_articles_usage_reads_every_sentence() -> None:
    article = usage_of("The jockey won the handicap. The furlongs were long. He paid £5.")
    assert speak("over 1m", usage=article).text == "over one mile"
