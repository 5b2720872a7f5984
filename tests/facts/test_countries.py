"""Which country's kind of a language a text is in."""

from __future__ import annotations

import pytest

from audioedition import make_script, read_article
from audioedition.facts.countries import with_country
from audioedition.lexis.tables import Lexis, using


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("pt", "O prefeito disse que a obra custa R$ 3 milhões.", "pt-BR"),
        ("pt", "A autarquia do concelho aprovou o orçamento.", "pt-PT"),
        ("pt", "O rio subiu e a ponte fechou.", "pt"),
        ("es", "Costó $ 300, dijo el gobierno de Chile en Antofagasta.", "es-CL"),
        ("es", "México compra a España, dice Madrid a los mexicanos.", "es"),
        ("fr", "Le Grand Conseil a dit non.", "fr-CH"),
        ("fr", "Le bourgmestre de Namur a dit non.", "fr-BE"),
        ("fr-CA", "Le bourgmestre de Namur a dit non.", "fr-CA"),
        ("en", "The mayor of Lisbon said R$ 3.", "en"),
    ],
)
def test_the_country_of_a_text(language: str, text: str, found: str) -> None:
    with using(Lexis(language.partition("-")[0])):
        assert with_country(language, text) == found


def test_figures_are_said_as_in_the_country() -> None:
    text = "Obra na ponte\n\nA prefeitura vai gastar R$ 17 milhões na ponte, disse o prefeito de Serra Alta. Ele não quer que a cidade espere mais um ano.\n"
    script = make_script(read_article(text, media_type="text/plain"))
    assert script.article.language == "pt"
    assert "dezessete milhões de reais" in script.segments[1].spoken
