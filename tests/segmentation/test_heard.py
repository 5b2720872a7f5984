"""A paragraph in which somebody speaks is the story's, whatever stands around it on a page."""

# ruff: noqa: E501 (a row has the line that an article has)

from __future__ import annotations

import pytest

from audioedition import make_script, read_article
from audioedition.lexis.tables import Lexis, using
from audioedition.segmentation import heard
from audioedition.segmentation.extent import Beside
from audioedition.segmentation.prose import ends

STORY = "The ferry to the islands was stopped on Monday, and nobody told Petra Orrick at the quay why."
PAGE, MINE = Beside(0.99), Beside(0.01)
QUOTED = (
    "The first of the new boats will be tried in June with the two crews that are left, she was told. "
    "“A boat is judged by a winter and not by a week of sun,” warned its master, Odile Marsh."
)
TOLD = (
    "There may be a second boat in the autumn, if the money that was promised two years ago comes at last, "
    "Orrick said on Monday evening at the end of the line."
)
TEASER = (
    "The owners of the two inns at the harbour have closed them for a week in May, and they have not been opened "
    "again since, which is a “grave mistake” for all."
)
LOUD = "“Nobody told us a word”"


def stays(*below: str, found: Beside = PAGE, end: str = "Most read", chance: Beside = PAGE) -> list[str]:
    """Of lines below a sentence of the story that were left out, those that stay after all."""
    lines = [STORY, *below, end]
    beside = [False, *(True for _ in below), chance is PAGE]
    heard.spare(beside, lines, [MINE, *(found for _ in below), chance])
    return [line for line, out in zip(below, beside[1:], strict=False) if not out]


@pytest.mark.parametrize(
    ("below", "read"),
    [
        ([QUOTED], [QUOTED]),
        (["Newsletter", "Your e-mail", "OK", QUOTED], [QUOTED]),
        ([TOLD], [TOLD]),
        ([TOLD.replace("Orrick", "Fenwick")], []),
        ([TEASER], []),
        (["“A boat is judged by a winter,” she said."], []),
        ([*(f"Hats of week {i}" for i in range(12)), QUOTED], []),
        ([LOUD], []),
    ],
    ids=[
        "quoted",
        "behind a box",
        "told",
        "by somebody else",
        "a teaser",
        "short",
        "far away",
        "a quotation below all",
    ],
)
def test_a_paragraph_in_which_somebody_is_heard_stays(below: list[str], read: list[str]) -> None:
    assert stays(*below) == read


def test_a_subhead_of_somebodys_words_stays_within_the_story() -> None:
    assert stays(LOUD, end=QUOTED, chance=MINE) == [LOUD]
    assert stays("Hats of the week", end=QUOTED, chance=MINE) == []


def test_what_belongs_to_a_picture_goes() -> None:
    assert stays(QUOTED, found=Beside(0.99, 0.9)) == []


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Un bilan sera dressé en septembre. « Une piste se juge sur un hiver entier », prévient sa présidente, Odile."),
        ("de", "Im Herbst wird Bilanz gezogen, so heißt es. „Ein Radweg zeigt sich erst im Winter“, warnt die Vorsitzende Odile."),
        ("es", "En septiembre se hará un balance de las obras. «Un carril se juzga por un invierno», advierte su presidenta, Odile."),
        ("pt", "Em setembro será feito um balanço das obras. “Uma ciclovia julga-se por um inverno”, avisa a presidente, Odile."),
        ("it", "A settembre si farà un bilancio dei lavori. «Una pista si giudica in un inverno», avverte la presidente, Odile."),
        ("nl", "In september wordt de balans opgemaakt, zo is het plan. “Een fietspad toont zich in de winter”, zegt voorzitter Odile."),
    ],
)  # fmt: skip
def test_in_every_language(language: str, line: str) -> None:
    with using(Lexis(language)):
        assert heard.is_told(line, set())


def test_a_sentence_ends_before_a_guillemet_that_stands_apart() -> None:
    assert ends("« Mais on est à l’écoute.\xa0»")
    assert not ends("« Mais on est à l’écoute\xa0»")


def test_the_last_paragraph_below_a_newsletter_box_is_read() -> None:
    french = (
        "Aller au contenu principal\n\nAccueil\n\nSport\n\nSe connecter\n\nS'abonner\n\n"
        "La nouvelle piste cyclable fait débat à Valcourt\n\nPublié le 23/04/2026 à 18h04\n\n"
        "Deux couloirs rouges et 46 places de stationnement en moins. Depuis cinq jours, la rue de la Gare ne ressemble "
        "plus à celle que connaissaient les habitants de Valcourt.\n\n"
        "Newsletter du matin\n\nRecevez chaque jour l'essentiel de l'actualité près de chez vous\n\nVotre e-mail\n\nOK\n\n"
        "Un premier bilan sera dressé en septembre avec les commerçants. «\xa0Une piste, ça se juge sur un hiver, pas sur "
        "une semaine de beau temps\xa0», prévient sa présidente, Odile Chenal. «\xa0Mais on est à l'écoute.\xa0»\n\n"
        "Vélo\n\nPartager cet article\n\nLes plus lus\n\nMentions légales\n"
    )
    said = " ".join(s.text for s in make_script(read_article(french, media_type="text/plain")).segments if s.spoken)
    assert "à l'écoute" in said and "sa présidente" in said
