"""Thousands by a space that does not break are thousands wherever the paper is; what is dialled or numbered is not."""

from __future__ import annotations

import pytest

from audioedition.spoken import speak, spoken_form

NARROW, WIDE, THIN = "\u202f", "\u00a0", "\u2009"


@pytest.mark.parametrize("space", [NARROW, WIDE, THIN])
@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("some 12_500 homes", "some twelve thousand five hundred homes"),
        (
            "£12_500 and €1_250,50",
            "twelve thousand five hundred pounds and one thousand two hundred and fifty euros and fifty cents",
        ),
        ("12_500-13_000 sheep", "twelve thousand five hundred to thirteen thousand sheep"),
        ("up 1_204,7 points", "up one thousand two hundred and four point seven points"),
        ("1_234_567 people", "one million two hundred and thirty-four thousand five hundred and sixty-seven people"),
        ("2_750 km away", "two thousand seven hundred and fifty kilometres away"),
    ],
)
def test_parts_thousands(written: str, spoken: str, space: str) -> None:
    assert spoken_form(written.replace("_", space), english="GB") == spoken


@pytest.mark.parametrize("space", [NARROW, WIDE])
@pytest.mark.parametrize(
    "written", ["Call 555_123 now", "ring 0800_555_123", "+61 400_123_456", "Room 12_500", "in 2010_500 people"]
)
def test_parts_what_is_no_thousand(written: str, space: str) -> None:
    assert "thousand" not in spoken_form(written.replace("_", space), english="GB")


def test_the_map_leads_to_what_was_written() -> None:
    written = f"Some 12{NARROW}500 homes"
    spoken = speak(written, english="GB")
    assert {written[w.source_start : w.source_end] for w in spoken.words} == {"Some", f"12{NARROW}500", "homes"}


def test_decimals_by_a_comma_are_south_african_where_the_space_is_any() -> None:
    assert "eight hundred and seventy-two point four" in spoken_form("closed at 109 872,4", english="ZA")
