"""Notices, lists and releases as towns and clubs of the continent send them."""

# ruff: noqa: E501 (a letter, an interview a line)

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


DIARY = {
    "fr": ("L'agenda du week-end", "SAMEDI 9 NOVEMBRE", "Marché, place de l'Église, de 9h à 17h. Entrée libre."),
    "it": ("Appuntamenti", "Venerdì 8 novembre", "Ore 20.30, Teatro Verdi: concerto della banda. Ingresso 8 €."),
    "nl": ("Agenda", "Vrijdag 8 november", "20.30 uur, Dorpshuis: concert van de fanfare, entree € 8,-"),
}
NEXT = {
    "fr": ("DIMANCHE 10 NOVEMBRE", "Loto des pompiers, salle polyvalente, 14h. Ouverture des portes à 13h."),
    "it": ("Sabato 9 novembre", "Dalle 9 alle 17, piazza Duomo: mercatino."),
    "nl": ("Zaterdag 9 november", "9.00-17.00 uur, Kerkplein: rommelmarkt"),
}


@pytest.mark.parametrize("language", DIARY)
def test_days_of_a_diary_are_headings(language: str) -> None:
    name, day, entry = DIARY[language]
    next_day, next_entry = NEXT[language]
    script = make_script(
        read_article(f"{name}\n\n{day}\n{entry}\n\n{next_day}\n{next_entry}\n", media_type="text/plain")
    )
    roles = {line.text: str(line.role) for line in script.segments}
    assert roles[name] == "headline"
    assert (roles[day], roles[next_day]) == ("subhead", "subhead")


@pytest.mark.parametrize(
    ("page", "letter", "who", "said"),
    [
        (
            "Leserbriefe",
            "Endlich eine Brücke! Aber warum fehlt die Beleuchtung?",
            "Karl Beck, Elmbach",
            "Von Karl Beck",
        ),
        (
            "Courrier des lecteurs",
            "Bravo à la ville pour ce pont. Mais où est l'éclairage ?",
            "Paul Blanc, Valcourt",
            "De Paul",
        ),
        (
            "Cartas al director",
            "Enhorabuena al Ayuntamiento por este puente tan bonito.",
            "Pedro Sanz, Alcoria",
            "De Pedro",
        ),
        (
            "Lettere al direttore",
            "Complimenti al Comune per questo bel ponte sul fiume.",
            "Pietro Sala, Valtorre",
            "Da Pietro",
        ),
        ("Ingezonden brieven", "Complimenten aan de gemeente voor deze mooie brug.", "Piet Mol, Veldhoek", "Van Piet"),
    ],
)
def test_who_wrote_a_letter_is_said_first(page: str, letter: str, who: str, said: str) -> None:
    text = f"{page}\n\n{letter}\n{who}\n\n{letter}\nEva Bos, Orle\n"
    lines = [line.split(": ", 1)[1] for line in heard(text)]
    assert lines[0] == page
    assert lines[1].startswith(said)


TALKS = {
    "de": "Försterin Ute Lang spricht im Interview über Käfer.|Wie geht es dem Wald?|Nicht gut. Wir haben viel verloren.|Was können Sie tun?|Mein Vorgänger hätte gelacht. Ich pflanze Eichen.",
    "fr": "Anne Petit, forestière, répond à nos questions.|Comment va la forêt ?|Pas bien. Nous avons perdu des épicéas.|Que pouvez-vous faire ?|Nous plantons des chênes. Mon prédécesseur aurait ri.",
    "es": "Eva Gil, guarda, habla en esta entrevista.|¿Cómo está el bosque?|No está bien. Hemos perdido pinos.|¿Qué pueden hacer ustedes?|Mi antecesor se habría reído. Yo planto encinas.",
    "pt": "Eva Luz, guarda, fala nesta entrevista.|Como está a floresta?|Não está bem. Nós perdemos pinheiros.|O que podem vocês fazer?|O meu antecessor ter-se-ia rido. Eu planto.",
    "it": "Eva Gallo, guardia, parla in questa intervista.|Come sta il bosco?|Non bene. Abbiamo perso abeti.|Che cosa potete fare voi?|Il mio predecessore avrebbe riso. Io pianto querce.",
    "nl": "Boswachter Eva Mol vertelt in een interview over kevers.|Hoe gaat het met het bos?|Niet goed. We zijn sparren kwijt.|Wat kunt u doen?|Mijn voorganger had gelachen. Ik plant eiken.",
}


@pytest.mark.parametrize("language", TALKS)
def test_talks_without_labels(language: str) -> None:
    text = "\n\n".join(["Wald Forêt Bosque Bos", *TALKS[language].split("|")])
    script = make_script(read_article(text, media_type="text/plain"))
    spoken = [line.text for line in script.segments if line.role == "quote" and line.speaker]
    assert len(spoken) == 4


def test_letters_of_who_typed_it_are_not_said() -> None:
    text = f"Unfall in Rohrbach\n\n(ty) {STORY['de']}\n\n{STORY['de']}"
    assert not any("ty" in line.split() for line in heard(text))
