"""Datelines of papers in other languages: their forms, and what only looks like one."""

from __future__ import annotations

import pytest

from audioedition.facts import datelines, local_datelines
from audioedition.lexis.tables import Lexis, using
from audioedition.model import Role
from audioedition.reading import read_article
from audioedition.segmentation import segment

BODY = {
    "de": "Der Rat hat am Montag in Ebenwalde über die alte Brücke entschieden.",
    "fr": "Le conseil a voté lundi à Valmorin la fermeture du vieux pont.",
    "es": "El concejo votó el lunes en Valdesoto el cierre del viejo puente.",
    "pt": "A câmara votou na segunda-feira em Valdouro o fecho da velha ponte.",
    "it": "Il consiglio ha votato lunedì a Montesordo la chiusura del vecchio ponte.",
    "nl": "De raad besloot maandag in Ebbenveen om de oude brug te sluiten.",
    "en": "The council of Northport voted on Monday in Lüneburg to close the bridge.",
}


def found(language: str, head: str, body: str = "") -> tuple[str | None, str | None, str | None] | None:
    text = head + (body or BODY[language])
    with using(Lexis(language)):
        dateline = datelines.find(text, 0, len(text), vouch=text)
    if dateline is None:
        return None
    assert dateline.text == head.strip()
    return dateline.place, dateline.date, dateline.agency


@pytest.mark.parametrize(
    ("language", "head", "expected"),
    [
        ("de", "Lüneburg. ", ("Lüneburg", None, None)),
        ("de", "Ebenwalde. ", ("Ebenwalde", None, None)),  # the article names it
        ("de", "EBENWALDE. ", ("EBENWALDE", None, None)),
        ("de", "Graz, 24. November 2026. ", ("Graz", "24. November 2026", None)),
        ("de", "Bad Ilmen, Montag, den 24. November. ", ("Bad Ilmen", "Montag, den 24. November", None)),
        ("de", "Kiel, 24.11.2026 (dpa/lno). ", ("Kiel", "24.11.2026", "dpa/lno")),
        ("de", "Frankfurt (Oder) – ", ("Frankfurt (Oder)", None, None)),
        ("de", "Bremen/Ebenwalde. ", ("Bremen/Ebenwalde", None, None)),
        ("de", "München – ", ("München", None, None)),
        ("de", "St. Pölten. ", ("St. Pölten", None, None)),
        ("de", "Ebenwalde (hm). ", ("Ebenwalde", None, "hm")),
        ("de", "Ebenwalde/WN. ", ("Ebenwalde", None, None)),
        ("de", "Frankfurt/Main | ", ("Frankfurt/Main", None, None)),
        ("de", "FRANKFURT (dpa-AFX) – ", ("FRANKFURT", None, "dpa-AFX")),
        ("de", "Ebenwalde ", ("Ebenwalde", None, None)),  # in bold, before a word that opens sentences
        ("fr", "MORLAIX. ", ("MORLAIX", None, None)),
        ("fr", "Saint-Étienne. Lundi 23 novembre. ", ("Saint-Étienne", "Lundi 23 novembre", None)),
        ("fr", "Valmorin, le 1er mai. ", ("Valmorin", "le 1er mai", None)),
        ("es", "Zamora.- ", ("Zamora", None, None)),
        ("es", "Cádiz, 22 nov. ", ("Cádiz", "22 nov", None)),
        ("es", "MALAGA. ", ("MALAGA", None, None)),  # capitals without their accents
        ("pt", "RECIFE, 24.nov - ", ("RECIFE", "24.nov", None)),
        ("pt", "Viana do Castelo – ", ("Viana do Castelo", None, None)),
        ("pt", "JUIZ DE FORA – ", ("JUIZ DE FORA", None, None)),
        ("it", "(AGI) - Roma, 3 nov. - ", ("Roma", "3 nov", "AGI")),
        ("it", "Cuneo. ", ("Cuneo", None, None)),
        ("it", "L'AQUILA – ", ("L'AQUILA", None, None)),
        ("nl", "’s-Hertogenbosch. ", ("’s-Hertogenbosch", None, None)),
        ("nl", "DEN HAAG - ", ("DEN HAAG", None, None)),
        ("nl", "Oostende. ", ("Oostende", None, None)),
        ("nl", "DEN BRINK - ", ("DEN BRINK", None, None)),  # capitals before a dash
        ("es", "POZA ALTA, VER.- ", ("POZA ALTA, VER", None, None)),
        ("pt", "Valdouro, Norte, 25 nov 2026 (Ágora) - ", ("Valdouro, Norte", "25 nov 2026", "Ágora")),
        ("de", "Ebenwalde (dpr/lrs) - ", ("Ebenwalde", None, "dpr/lrs")),  # a code no table has
        (
            "es",
            "Bogotá, D. C., 19 de noviembre de 2026. (@ViasDelSur). ",
            ("Bogotá, D. C.", "19 de noviembre de 2026", "@ViasDelSur"),
        ),
        ("es", "Sevilla/", ("Sevilla", None, None)),
    ],
)
def test_forms(language: str, head: str, expected: tuple[str | None, str | None, str | None]) -> None:
    assert found(language, head) == expected


@pytest.mark.parametrize(
    ("language", "head", "body"),
    [
        ("en", "Lüneburg. ", ""),  # English papers have their own forms
        ("de", "Schweigen. ", ""),
        ("de", "Montag, 3. Mai. ", ""),  # a day is no place
        ("de", "Bremen. ", "Köln. Essen."),  # towns without a story
        ("de", "Essen. ", "Am Tisch wird zuerst gegessen, und essen will jeder."),  # also a word
        ("fr", "Nice. ", "Le mot est anglais, et nice se dit de tout."),
        ("es", "Victoria. ", "Así la llaman todos, y Victoria se ríe cuando lo oye."),  # also a first name
        ("pt", "Publicado, 3 de maio. ", ""),
        ("it", "La svolta – ", ""),
        ("nl", "De fietsers – ", ""),
        ("de", "INTERVIEW – ", ""),
        ("pt", "O FAROL – ", "O que mudou na ilha?\n\nO FAROL – E o que vem agora, depois da ponte?"),  # who asks
        ("nl", "Utrecht. ", "– wie weet het nog?"),
    ],
)
def test_no_dateline(language: str, head: str, body: str) -> None:
    text = head + (body or BODY[language])
    with using(Lexis(language)):
        assert local_datelines.find(text, 0, len(text), vouch=text) is None


@pytest.mark.parametrize(
    ("language", "line", "place"),
    [
        ("de", "Ebenwalde (dpr/lrs)", "Ebenwalde"),
        ("nl", "Sint-Anna-Broek -", "Sint-Anna-Broek"),
        ("pt", "VALDOURO", "VALDOURO"),  # the story names it
        ("pt", "SÃO PAULO", "SÃO PAULO"),
        ("de", "Zweite Runde", None),
        ("de", "SCHLUSS", None),
    ],
)
def test_a_dateline_in_a_line_of_its_own(language: str, line: str, place: str | None) -> None:
    body = BODY[language].replace("Ebbenveen", "Sint-Anna-Broek")
    with using(Lexis(language)):
        dateline = datelines.find(f"{line}\n\n{body}", 0, len(line), vouch=f"{line}\n\n{body}")
    assert (dateline and (dateline.text, dateline.place)) == (place and (line, place))


def test_the_page_vouches_for_a_place() -> None:
    story = "Der Rat hat am Montag über die alte Brücke entschieden."
    with using(Lexis("de")):
        assert datelines.find(f"Kaltental. {story}", 0, 70, vouch=story) is None
        vouched = datelines.find(f"Kaltental. {story}", 0, 70, vouch=f"Region > Kaltental\n{story}")
    assert vouched is not None


def test_a_headline_may_begin_with_a_place() -> None:
    text = (
        f"Figeac. Il avait tiré sur le drone de son voisin\n\n{BODY['fr']} Le maire ne dit pas pour combien de temps."
    )
    with using(Lexis("fr")):
        parts = segment(read_article(text, media_type="text/plain"))
    assert parts.article.headline == "Figeac. Il avait tiré sur le drone de son voisin"
    assert parts.article.dateline is None


def test_a_time_behind_the_date_makes_it_a_stamp() -> None:
    text = "Seg, 23 nov. 2026 - 22:38"
    with using(Lexis("pt")):
        assert datelines.find(text, 0, len(text), vouch=text) is None


def test_a_standfirst_stays_one_above_it() -> None:
    text = (
        "Brücke bleibt zu\n\nDer Rat hat sich entschieden, und das gefällt nicht allen im Ort.\n\n"
        f"Lüneburg. {BODY['de']} Die Arbeiten dauern bis zum Sommer, sagt die Stadt.\n\nEin Umweg führt über den Damm."
    )
    with using(Lexis("de")):
        parts = segment(read_article(text, media_type="text/plain"))
    roles = [(part.role, part.text) for part in parts.segments[:3]]
    assert roles[1][0] is Role.DECK
    assert roles[2] == (Role.DATELINE, "Lüneburg.")


@pytest.mark.parametrize(
    ("language", "head", "place"),
    [
        ("it", "CASTEL ROVERO (Vicenza) - ", "CASTEL ROVERO (Vicenza)"),
        ("es", "Valdehoyos.– ", "Valdehoyos"),
        ("es", "Valdehoyos, Gto. – ", "Valdehoyos, Gto"),
        ("de", "BRAUNFELDE. ", "BRAUNFELDE"),
        ("de", "Wurzen-Nitzschdorf. ", "Wurzen-Nitzschdorf"),
        ("it", "ROMA - ", "ROMA"),
    ],
)
def test_the_mark_or_the_region_makes_it_a_place(language: str, head: str, place: str) -> None:
    body = {"it": "La tessera era vecchia, il timbro pure.", "es": "La obra costará más de lo previsto este año."}
    dateline = found(language, head, body.get(language, "Der Salon kostet sieben Schilling, sagt der Friseur."))
    assert dateline is not None
    assert dateline[0] == place


def test_words_of_the_article_that_belong_to_a_town_vouch_for_it() -> None:
    body = "Der Tierpark sucht ein Känguru. Die Rohrfelder Feuerwehr hilft."
    assert found("de", "Rohrfelde. ", body) is not None
    assert found("de", "Stille. ", "Der Tierpark sucht ein Känguru. Alle suchen mit, sagt die Feuerwehr.") is None
