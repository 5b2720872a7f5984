"""Words in which letters of two scripts stand, and those that are meant so."""

from __future__ import annotations

import pytest

from audioedition.facts.decoding import clean
from audioedition.facts.homoglyphs import in_one_script


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("P\u0430ris", "Paris"),
        ("The \u0421ouncil of Kilbray", "The Council of Kilbray"),
        ("\u039fnly the ferry", "Only the ferry"),
        ("\u0440\u0430y", "\u0440\u0430y"),
        ("Москв\u0061", "Москв\u0430"),
        ("Рocсия", "Россия"),
        ("βCarotin, μm, Δt, Ωhm, π", "βCarotin, μm, Δt, Ωhm, π"),
        ("news-Москва", "news-Москва"),
        ("Москваnews", "Москваnews"),
        ("naïve Ströme", "naïve Ströme"),
        ("Приём ABC", "Приём ABC"),
    ],
)
def test_a_word_is_in_one_script(written: str, meant: str) -> None:
    assert in_one_script(written) == meant


def test_what_is_read_is_in_one_script() -> None:
    assert clean("The f\u0435rry is b\u0430ck") == "The ferry is back"
