"""Notices, lists and releases as towns and clubs of the continent send them."""

from __future__ import annotations

import pytest

from audioedition import make_script, read_article


def heard(text: str) -> list[str]:
    """`headline: …` and what else is said of a text, in words."""
    lines = make_script(read_article(text, media_type="text/plain")).segments
    return [f"{line.role}: {line.spoken}" for line in lines if line.spoken]


AGENDA = """Sitzung des Ortsrates

Am Donnerstag, dem 14. November, findet in der Hauptstr. 12 eine Sitzung des Ortsrates statt.

1. Begrüßung
2. Genehmigung der Niederschrift
3. Änderung des Plans für den 1. Abschnitt
"""


def test_a_list_is_counted() -> None:
    said = heard(AGENDA)
    assert any(line.endswith(": eins: Begrüßung") for line in said)
    assert any(line.endswith(": drei: Änderung des Plans für den ersten Abschnitt") for line in said)


def test_places_of_a_contest_are_not() -> None:
    text = "Das Turnier endete am Sonntag mit einem Sieg für den Norden.\n\n1. Platz: Norden\n2. Platz: Elmbach\n"
    assert [line.split(": ", 1)[1] for line in heard(text)][-2:] == ["erster Platz: Norden", "zweiter Platz: Elmbach"]


STORY = {
    "de": "Die Stadt gibt am Freitag, 8. November, um 11 Uhr die neue Brücke über die Elm frei, und alle kommen.",
    "fr": "La ville ouvre vendredi 8 novembre à 11 heures le nouveau pont sur la rivière, et tout le monde peut venir.",
    "es": "La ciudad abre el viernes 8 de noviembre a las 11 horas el nuevo puente sobre el río, y todos pueden venir.",
    "pt": "A cidade abre na sexta-feira, 8 de novembro, às 11 horas, a nova ponte sobre o rio, e todos podem vir.",
    "it": "La città apre venerdì 8 novembre alle ore 11 il nuovo ponte sul fiume, e tutti possono venire a vederlo.",
    "nl": "De stad opent vrijdag 8 november om 11 uur de nieuwe brug over de rivier, en iedereen mag komen kijken.",
}


@pytest.mark.parametrize(
    ("language", "marks", "headline"),
    [
        ("de", "PRESSEMITTEILUNG\n\nSperrfrist: Mittwoch, 6. November 2024, 10.00 Uhr", "Neue Brücke wird freigegeben"),
        (
            "fr",
            "COMMUNIQUÉ DE PRESSE\n\nSous embargo jusqu'au 6 novembre 2024 à 10 h",
            "Le nouveau pont ouvre vendredi",
        ),
        ("es", "NOTA DE PRENSA\n\nEmbargado hasta el 6 de noviembre", "El nuevo puente se abre el viernes"),
        ("pt", "NOTA DE IMPRENSA\n\nEmbargado até 6 de novembro", "A nova ponte abre na sexta-feira"),
        ("it", "COMUNICATO STAMPA\n\nCon preghiera di pubblicazione", "Il nuovo ponte apre venerdì"),
        ("nl", "PERSBERICHT\n\nOnder embargo tot 6 november 10.00 uur", "De nieuwe brug gaat vrijdag open"),
    ],
)
def test_marks_of_a_release_are_not_said(language: str, marks: str, headline: str) -> None:
    said = heard(f"{marks}\n\n{headline}\n\n{STORY[language]}")
    assert said[0] == f"headline: {headline}"
    assert len(said) == 2


def test_a_life_is_no_time_of_publication() -> None:
    text = "Wir trauern um unseren Vorsitzenden\n\nHans Roth\n* 12.3.1941   † 2.11.2024\n\nEr hat den Verein geprägt."
    article = read_article(text, media_type="text/plain")
    script = make_script(article)
    assert script.article.bylines == ()
    assert script.article.published is None
    said = " ".join(heard(text))
    assert "Hans Roth" in said
    assert "gestorben zweiter November" in said


REPLY = "«Il cantiere è complicato e chiede tempo, ma a marzo i lavori finiranno di certo». {}"


@pytest.mark.parametrize(
    "below",
    [
        "È la replica dell’assessore ai Lavori pubblici Dario Riva all’interrogazione.",
        "Questo il commento della sindaca Anna Riva.",
        "La risposta arriva dal sindaco Dario Riva.",
    ],
)
def test_whose_reply_it_is_stands_below(below: str) -> None:
    text = f"Ponte chiuso\n\nIl consiglio si è aperto alle 14 con la discussione sul ponte.\n\n{REPLY.format(below)}"
    script = make_script(read_article(text, media_type="text/plain"))
    quoted = [line.speaker.name if line.speaker else None for line in script.segments if line.role == "quote"]
    assert quoted
    assert all(name and name.endswith("Riva") for name in quoted)
