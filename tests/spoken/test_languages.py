"""Figures in languages other than English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioedition.spoken import spoken_form


@pytest.mark.parametrize(
    ("language", "written", "spoken"),
    [
        ("de", "Am 3. März 2024", "Am dritten März zweitausendvierundzwanzig"),
        ("de", "der 1. Mai", "der erste Mai"),
        ("de", "3,5 Mio. Euro", "drei Komma fünf Millionen Euro"),
        ("de", "12,50 €", "zwölf Euro fünfzig"),
        ("de", "um 14.30 Uhr", "um vierzehn Uhr dreißig"),
        ("de", "1999 waren es 5,2 %", "neunzehnhundertneunundneunzig waren es fünf Komma zwei Prozent"),
        ("de", "-5 °C", "minus fünf Grad Celsius"),
        ("de", "1.234 Boote", "eintausendzweihundertvierunddreißig Boote"),
        ("fr", "Le 1er mai 2024 à 14h30", "Le premier mai deux mille vingt-quatre à quatorze heures trente"),
        ("fr", "1 234 voix", "mille deux cent trente-quatre voix"),
        ("fr", "3 M€", "trois millions d'euros"),
        ("fr", "5,2 %", "cinq virgule deux pour cent"),
        ("es", "el 3 de mayo de 2024", "el tres de mayo de dos mil veinticuatro"),
        ("es", "12,50 €", "doce euros con cincuenta"),
        ("es-MX", "un 5,2 %", "un cinco coma dos por ciento"),
        ("it", "nel 1999", "nel millenovecentonovantanove"),
        ("nl", "25,5 mensen", "vijfentwintig komma vijf mensen"),
        ("zh", "25人", "25人"),
        ("de", "Der Bürgermeister ging.", "Der Bürgermeister ging."),
    ],
)
def test_figures(language: str, written: str, spoken: str) -> None:
    assert spoken_form(written, language=language) == spoken


@given(st.sampled_from(["de", "fr", "es", "it", "ar", "zh", "xx", ""]), st.text(max_size=40))
def test_never_fails(language: str, text: str) -> None:
    assert isinstance(spoken_form(text, language=language), str)
