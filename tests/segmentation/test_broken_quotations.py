"""Quotations whose attribution stands inside their marks, as papers of other languages print them."""

from __future__ import annotations

import pytest

from audioedition.lexis.tables import Lexis, using
from audioedition.model import Article
from audioedition.segmentation import segment

CASES = {
    "between dashes": (
        "it",
        "«Siamo arrivati alle quattro – racconta il titolare, Davide Monti – e la porta era appoggiata lì».",
        ["«Siamo arrivati alle quattro", "e la porta era appoggiata lì».", "Davide Monti"],
    ),
    "a verb with the word that makes it one of speech": (
        "it",
        "«Le restanti deleghe – fa sapere il sindaco Elio Varda – andranno agli altri».",
        ["«Le restanti deleghe", "andranno agli altri».", "Elio Varda"],
    ),
    "dashes tied to the aside, with a comma": (
        "es",
        "«Hemos esperado tres años -explica la alcaldesa, Nuria Belda-, pero no ha llegado nada».",
        ["«Hemos esperado tres años", "pero no ha llegado nada».", "Nuria Belda"],
    ),
    "long dashes": (
        "pt",
        "“Esperámos três anos — disse a presidente, Rita Sousa — mas nada veio”.",
        ["“Esperámos três anos", "mas nada veio”.", "Rita Sousa"],
    ),
    "between commas, with the name beside the office": (
        "fr",
        "« Nous avons attendu, explique le maire, Luc Varrey, mais rien n'est venu. »",
        ["« Nous avons attendu,", "mais rien n'est venu. »", "Luc Varrey"],
    ),
}


FIRST = {
    "it": "Il consiglio si è riunito ieri sera e ha discusso a lungo del mercato.",
    "fr": "Le conseil s'est réuni hier soir et a longuement discuté du marché.",
    "es": "El pleno se reunió ayer por la tarde y discutió largamente sobre el mercado.",
    "pt": "A câmara reuniu-se ontem à tarde e discutiu longamente o mercado.",
    "de": "Der Rat kam am Abend zusammen und sprach lange über den Markt.",
    "en": "The council met in the evening and spoke about the market for a long time.",
}


def quoted(language: str, text: str) -> list[tuple[str, str]]:
    """The quotations, each with its speaker's name."""
    with using(Lexis(language)):
        parts = segment(Article(f"Wexheim\n\n{FIRST[language]}\n\n{text}", language=language)).segments
    return [(part.text, part.speaker.name if part.speaker else "") for part in parts if part.role == "quote"]


@pytest.mark.parametrize("case", CASES)
def test_parts_are_heard_in_their_speakers_voice(case: str) -> None:
    language, text, (first, last, speaker) = CASES[case]
    assert quoted(language, text) == [(first, speaker), (last, speaker)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "«C'è un solo banco – il più bello della valle – e resta aperto», dice Elio Varda."),
        ("fr", "« Le train, le bus, tout est en retard », explique Claire Delmas."),
        ("de", "„Der Zug – sagen wir es so – war voll“, sagte Anna Kraft."),
        ("en", "“The bus – says nobody – was late,” said Ann Orr."),
    ],
)
def test_an_aside_that_attributes_nothing_stays_in_it(language: str, text: str) -> None:
    assert len(quoted(language, text)) == 1


def test_a_small_word_without_an_article_is_nobody() -> None:
    text = "«Si vedono due persone e un furgone bianco», si limita a dire il capitano Teresa Iovi."
    assert quoted("it", text)[0][1] != "limita"
