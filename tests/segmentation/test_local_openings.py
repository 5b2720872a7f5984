"""Forms that bylines, times and credits have below headlines of papers of the continent, a row each."""

from __future__ import annotations

import functools

import pytest

from audioedition.lexis.tables import Lexis, using
from audioedition.model import Article, Role, rules
from audioedition.segmentation import segment

_lexis = functools.cache(Lexis)
HEAD = {
    "de": "Neue Brücke wird teurer als geplant",
    "fr": "Le pont neuf coûtera plus cher que prévu",
    "es": "El puente nuevo costará más de lo previsto",
    "pt": "A ponte nova vai custar mais do que o previsto",
    "it": "Il nuovo ponte costerà più del previsto",
    "nl": "Nieuwe brug wordt duurder dan gepland",
}
STORY = {
    "de": "Der Rat hat am Montag beschlossen, die alte Brücke zu sperren, und damit einen langen Streit beendet.",
    "fr": "Le conseil a voté lundi la fermeture du vieux pont aux camions, et mis fin à une longue dispute.",
    "es": "El concejo votó el lunes el cierre del viejo puente a los camiones, y puso fin a una larga disputa.",
    "pt": "A câmara votou na segunda-feira o fecho da velha ponte aos camiões, e pôs fim a uma longa disputa.",
    "it": "Il consiglio ha votato lunedì la chiusura del vecchio ponte ai camion, e ha messo fine a una lunga lite.",
    "nl": "De raad besloot maandag om de oude brug te sluiten voor vrachtwagens, en maakte een eind aan een ruzie.",
}


def opened(language: str, *lines: str) -> tuple[tuple[str, ...], list[str]]:
    """The bylines, and what is said besides headline, bylines and story."""
    with using(_lexis(language)):
        found = segment(Article("\n\n".join((HEAD[language], *lines, STORY[language], STORY[language]))))
    quiet = (Role.HEADLINE, Role.BYLINE, Role.TIMESTAMP)
    said = [part.text for part in found.segments if part.role not in quiet and part.text != STORY[language]]
    return found.article.bylines, said


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("de", "Lena Hartwig – Lokales", ("Lena Hartwig",)),
        ("de", "Das Interview führte Lena Hartwig", ("Lena Hartwig",)),
        ("de", "Von Lena Hartwig (Text) und Ole Brand (Fotos)", ("Lena Hartwig",)),
        ("de", "Von der Redaktion", ("Redaktion",)),
        ("fr", "Par Claire Delmas | Publié le 03/06/2025", ("Claire Delmas",)),
        ("fr", "Par Claire Delmas de l'agence Belga", ("Claire Delmas",)),
        ("fr", "L'analyse de Claire Delmas", ("Claire Delmas",)),
        ("es", "Por Ana Quirós, El Faro", ("Ana Quirós",)),
        ("es", "Ana Quirós | El Faro", ("Ana Quirós",)),
        ("es", "Ana Quirós (EFE)", ("Ana Quirós",)),
        ("es", "Foto y texto: Ana Quirós", ("Ana Quirós",)),
        ("pt", "Joana Figueiras, do Diário de Moura", ("Joana Figueiras",)),
        ("pt", "Joana Figueiras — Do Rio", ("Joana Figueiras",)),
        ("it", "di avv. Maria Cascio", ("Maria Cascio",)),
        ("it", "a cura della Redazione Cronaca", ("Redazione Cronaca",)),
        ("nl", "Column Femke Oosterhuis", ("Femke Oosterhuis",)),
        ("nl", "Tekst Femke Oosterhuis Beeld Wout Claes", ("Femke Oosterhuis",)),
        ("nl", "Femke Oosterhuis Bron: BELGA", ("Femke Oosterhuis",)),
        ("nl", "Door Femke Oosterhuis voor Almebode", ("Femke Oosterhuis",)),
    ],
)
def test_bylines(language: str, line: str, names: tuple[str, ...]) -> None:
    assert opened(language, line) == (names, [])


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Online seit 3. Juni 2025, 14.05 Uhr"),
        ("de", "Letztes Update: 03.06.2025 - 14:05"),
        ("es", "Valdemora | 3 JUN 2025"),
        ("pt", "há 2 horas"),
        ("pt", "Vale de Moura, 3 de junho de 2025"),
        ("it", "Inserito il 3 giugno 2025"),
        ("nl", "Verschenen op 3 juni 2025"),
    ],
)
def test_times(language: str, line: str) -> None:
    assert opened(language, line) == ((), [])


@pytest.mark.parametrize(
    ("language", "lines", "name"),
    [
        ("es", ("Por Ana Quirós", "25 noviembre, 2026", "14:20 hrs."), "Ana Quirós"),
        ("es", ("Por Ana Quirós", "Jefa de Cultura"), "Ana Quirós"),
        ("nl", ("Door Femke Oosterhuis", "redacteur economie"), "Femke Oosterhuis"),
        ("pt", ("Por Joana Figueiras", "Correspondente em Berlim"), "Joana Figueiras"),
        ("fr", ("Par Claire Delmas", "Publié le 03/06/2025", "AFP"), "Claire Delmas"),
        ("it", ("di Giulia Ferrandi", "3 giugno 2025", "© ANSA"), "Giulia Ferrandi"),
        ("de", ("Von Lena Hartwig", "03.06.2025", "IMAGO / Zuma Wire"), "Lena Hartwig"),
        ("nl", ("Door Femke Oosterhuis", "3 juni 2025", "De brug is al dicht voor verkeer. ANP"), "Femke Oosterhuis"),
    ],
)
def test_lines_below_a_byline(language: str, lines: tuple[str, ...], name: str) -> None:
    assert opened(language, *lines) == ((name,), [])


def test_a_picture_is_its_owners() -> None:
    lines = ("Por Ana Quirós", "3 de junio de 2025", "Ana Ruiz/Archivo")
    assert opened("es", *lines) == (("Ana Quirós",), [])
    with rules.without("opening/owner"):
        assert opened("es", *lines) == (("Ana Quirós",), [lines[2]])


def test_a_line_above_the_owner_of_a_picture_is_its_caption() -> None:
    caption = "Le maire a visité le pont avec des habitants lundi."
    lines = ("Par Claire Delmas", "Publié le 03/06/2025", caption, "AFP")
    page = ("Accueil", "Se connecter", HEAD["fr"], *lines, STORY["fr"], STORY["fr"], "Partager cet article", "Twitter")

    def is_said() -> bool:
        with using(_lexis("fr")):
            return caption in [part.text for part in segment(Article("\n\n".join(page))).segments]

    assert not is_said()
    with rules.without("opening/caption above an owner"):
        assert is_said()
