"""Figures in languages other than English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioedition.facts.sentences import split
from audioedition.lexis.tables import Lexis, languages, using
from audioedition.spoken import speak, spoken_form


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
        ("es", "12,50 €", "doce euros con cincuenta céntimos"),
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


@pytest.mark.parametrize(
    ("language", "written", "spoken"),
    [
        ("de", "am 18.3. in Nord", "am achtzehnten März in Nord"),
        ("de", "der 3. Platz im XX. Jahrhundert", "der dritte Platz im zwanzigsten Jahrhundert"),
        ("de", "z. B. bei §5 & Nr. 7", "zum Beispiel bei Paragraf fünf und Nummer sieben"),
        ("de", "Tel. 030/226 343", "Telefon null drei null, zwei zwei sechs, drei vier drei"),
        ("de", "12 km² in 3 min", "zwölf Quadratkilometer in drei Minuten"),
        ("fr", "le 3e étage, la 1re fois, le XXe siècle", "le troisième étage, la première fois, le vingtième siècle"),
        ("fr", "M. Roy, n° 5, et M", "Monsieur Roy, numéro cinq, et M"),
        ("es", "la 2ª vez, el 1.er piso", "la segunda vez, el primer piso"),
        ("es", "el Sr. Ruiz en EE. UU., núm. 5", "el señor Ruiz en Estados Unidos, número cinco"),
        ("pt", "subiu 12% para €3,50", "subiu doze por cento para três euros e cinquenta cêntimos"),
        ("sv", "35 °C och 3/4", "35 °C och 3/4"),
    ],
)
def test_ordinals_abbreviations_and_signs(language: str, written: str, spoken: str) -> None:
    assert spoken_form(written, language=language) == spoken


ESPEAK = """
af am an ar as az ba be bg bn bpy bs ca chr cmn cs cv cy da de el eo es et eu fa fi fr ga gd gn grc gu hak haw
he hi hr ht hu hy ia id io is it ja jbo ka kk kl kn ko kok ku ky la lb lfn lt lv mi mk ml mr ms mt mto my nb
nci ne nl nog om or pa pap piqd pl pt py qdb qu quc ro ru sd shn si sjn sk sl smj sq sr sv sw ta te th tk tn
tr tt ug uk ur uz vi yue
""".split()  # noqa: SIM905
"""The languages of eSpeak NG 1.52, English left out."""
PIECES = [
    *"0123456789", *".,:-–/%°§€$&+ ", *(f" {word} " for word in ("Uhr", "km", "Mio.", "de", "h", "XIV", "mai", "Dr.")),
    " Ana", "12", "1999", "3.", "2ª", "3e", "18h", "1.234", "C", "x", "bis", "er", "M€", " k", "www.", "@a.de",
]  # fmt: skip
SAYING = [code for code in languages() if code != "en"]
"""The languages that have tables of their own."""


@pytest.mark.parametrize("language", ESPEAK)
def test_no_sign_and_no_figure_is_lost(language: str) -> None:
    known = Lexis(language).local("signs") if language in SAYING else {}
    words = {chr(int(word[2:], 16)): row["spoken"] for word, row in known.items()}
    for written in ("12%", "€3,50", "35 °C", "$20", "£5", "A & B", "x 7 y", "3+4=7", "1/2", "№ 5", "100 ₽", "§ 3"):
        said = speak(written, language=language).text
        if words:
            sign = next((c for c in written if c in words), "")
            assert words.get(sign, "").lower()[:4] in said.lower(), (written, said)
            assert not any(c.isdecimal() for c in said)
        else:
            kept = [c for c in written if not c.isspace() and not c.isdecimal()]
            assert all(c in said for c in kept), (written, said)
            assert any(c.isdecimal() for c in said) or any(map(str.isalpha, said))


@given(st.sampled_from(SAYING), st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join))
def test_every_figure_and_letter_is_said(language: str, written: str) -> None:
    said = speak(written, language=language)
    covered = {i for word in said.words for i in range(word.source_start, word.source_end)}
    lost = [c for i, c in enumerate(written) if c.isalnum() and i not in covered]
    assert not lost, (written, said.text)


def test_a_stop_behind_a_german_number_or_abbreviation_ends_nothing() -> None:
    text = "Er zahlte 7,5 Mio. Euro am 18.3. Der 3. Platz war z. B. Ana Berg sicher. Dann ging sie."
    with using(Lexis("de")):
        assert [text[a:b] for a, b in split(text)] == [
            "Er zahlte 7,5 Mio. Euro am 18.3.",
            "Der 3. Platz war z. B. Ana Berg sicher.",
            "Dann ging sie.",
        ]
