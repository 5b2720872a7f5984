"""Who said it, as papers of six languages put it: sources of several words, clitics, genitives, parties, signs of speech."""

# ruff: noqa: E501 (a case is a line)

from __future__ import annotations

import pytest

from audioedition import make_script, read_article

HEAD = {
    "de": "Brücke gesperrt\n\nDie alte Brücke bleibt den ganzen Winter über gesperrt, das hat der Rat am Montag beschlossen.\n\n",
    "fr": "Pont fermé\n\nLe vieux pont restera fermé tout l'hiver, a décidé lundi le conseil municipal de la commune.\n\n",
    "es": "Puente cerrado\n\nEl viejo puente seguirá cerrado todo el invierno, según decidió el lunes el pleno del municipio.\n\n",
    "pt": "Ponte fechada\n\nA velha ponte vai continuar fechada todo o inverno, decidiu na segunda-feira a câmara da vila.\n\n",
    "it": "Ponte chiuso\n\nIl vecchio ponte resterà chiuso per tutto l'inverno, ha deciso lunedì il consiglio della città.\n\n",
    "nl": "Brug dicht\n\nDe oude brug blijft de hele winter dicht, dat heeft de gemeenteraad maandag besloten na een debat.\n\n",
    "en": "Bridge closed\n\nThe old bridge will stay closed for the winter, the town decided on Monday after a debate.\n\n",
}
TOLD = """
de|«Wir haben lange gewartet», erklärte der Sprecher der Stadt, Karl Ohl.|Karl Ohl
de|Nach Angaben von Petra Wenzel war es „ein langer und sehr harter Kampf“.|Petra Wenzel
fr|Pour Claire Delmas, « c'était un combat long et très dur pour nous tous ».|Claire Delmas
fr|Comme le dit Paul Roy, « c'était un combat long et très dur pour nous ».|Paul Roy
fr|Paul Roy l'assure : « Nous avons attendu longtemps. »|Paul Roy
es|“Hemos esperado mucho tiempo”, según explicó Luis Mora.|Luis Mora
es|Tal y como señala Eva Gil, “fue una lucha larga y muy dura para todos”.|Eva Gil
es|En palabras de Eva Gil, “fue una lucha larga y muy dura para todos”.|Eva Gil
es|Así lo explica Luis Mora: “Hemos esperado mucho tiempo”.|Luis Mora
es|Luis Mora (PP): “Hemos esperado mucho tiempo”.|Luis Mora
pt|A presidente da câmara, Ana Reis, disse: “Esperámos muito tempo”.|Ana Reis
pt|De acordo com Rui Melo, foi “uma luta longa e muito dura para todos nós”.|Rui Melo
pt|Nas palavras de Eva Luz, “foi uma luta longa e muito dura para todos”.|Eva Luz
it|A detta di Luca Neri «è stata una lotta lunga e molto dura per tutti».|Luca Neri
it|«Abbiamo aspettato a lungo», il commento di Luca Neri.|Luca Neri
nl|Volgens Jan Smit was het “een lange en zeer zware strijd voor ons allemaal”.|Jan Smit
nl|Jan Smit (VVD): “We hebben lang gewacht.”|Jan Smit
nl|“We hebben lang gewacht”, zo zegt Jan Smit.|Jan Smit
nl|,,We hebben lang gewacht op deze brug. Nu is hij er‘’, aldus burgemeester Jan Smit, die de avond opent.|Jan Smit
en|Tom Hale (MVP): “We have waited for long.”|Tom Hale
"""


@pytest.mark.parametrize("row", TOLD.strip().splitlines())
def test_is_told(row: str) -> None:
    language, text, who = row.split("|")
    script = make_script(read_article(HEAD[language] + text, media_type="text/plain"))
    quoted = [line.speaker.name if line.speaker else None for line in script.segments if line.role == "quote"]
    assert quoted
    assert set(quoted) == {who}


def test_what_is_on_is_nobodys_speech() -> None:
    script = make_script(
        read_article(HEAD["es"] + "20:30 h. Cine: “La luz”. Teatro Cervantes.", media_type="text/plain")
    )
    assert all(line.speaker is None for line in script.segments)
