"""Bylines as papers in other languages print them, read with the words of the language."""

from __future__ import annotations

import pytest

from audioedition.facts import bylines
from audioedition.lexis.tables import Lexis, using


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("de", "Von unserem Korrespondenten Jan Ohm", ("Jan Ohm",)),
        ("de", "Von unserer Redakteurin Mia Voss", ("Mia Voss",)),
        ("de", "Aus Brüssel berichtet Lena Hartwig", ("Lena Hartwig",)),
        ("de", "Ein Gastkommentar von Lena Hartwig", ("Lena Hartwig",)),
        ("de", "Kolumne von Lena Hartwig", ("Lena Hartwig",)),
        ("de", "Lena Hartwig und Jan Ohm, Wien", ("Lena Hartwig", "Jan Ohm")),
        ("de", "Protokoll: Lena Hartwig", ("Lena Hartwig",)),
        ("de", "Redaktion: Lena Hartwig", ("Lena Hartwig",)),
        ("de", "VonOle Brand", ("Ole Brand",)),
        ("de", "(dpa/lno)", ("dpa",)),
        ("de", "Quelle: dpa", ("dpa",)),
        ("de", "Von unserem Mitarbeiter", ()),
        ("de", "mdr, bor", ()),  # who typed it
        ("fr", "bkl/dch/or", ()),
        ("fr", "Par Rédaction Nice avec AFP", ("AFP",)),
        ("fr", "De notre correspondant à Rabat, Jean Morel", ("Jean Morel",)),
        ("fr", "De notre envoyée spéciale à Kiev, Claire Delmas", ("Claire Delmas",)),
        ("fr", "Recueilli par Claire Delmas", ("Claire Delmas",)),
        ("fr", "Une chronique de Claire Delmas", ("Claire Delmas",)),
        ("fr", "Récit d’Anne Morel", ("Anne Morel",)),
        ("fr", "Claire DELMAS", ("Claire Delmas",)),
        ("fr", "M. Dh.", ("M. Dh.",)),
        ("fr", "La rédaction avec AFP", ("AFP",)),
        ("es", "Ana Ruiz / Madrid", ("Ana Ruiz",)),
        ("es", "Ana Ruiz. Corresponsal", ("Ana Ruiz",)),
        ("es", "Ana Ruiz Madrid 3 MAY 2024 - 10:00", ("Ana Ruiz",)),
        ("es", "Crónica de Ana de la Torre", ("Ana de la Torre",)),
        ("es", "EFE EFE", ("EFE",)),
        ("es", "Redacción Local", ()),
        ("es", "De nuestra corresponsal", ()),
        ("pt", "Ana Prado, da Redação", ("Ana Prado",)),
        ("pt", "Ana Prado — São Paulo", ("Ana Prado",)),
        ("pt", "PorAna Prado", ("Ana Prado",)),
        ("pt", "Da Agência Brasil", ("Agência Brasil",)),
        ("pt", "Da redação, com Agência Brasil", ("Agência Brasil",)),
        ("it", "Di Anna Conti", ("Anna Conti",)),
        ("it", "Testo e foto di Anna Conti", ("Anna Conti",)),
        ("it", "a cura della redazione", ()),
        ("it", "R. C.", ("R. C.",)),
        ("it", "dal nostro inviato", ()),
        ("nl", "Van onze verslaggever Anna de Wit", ("Anna de Wit",)),
        ("nl", "Een column van Anna de Wit", ("Anna de Wit",)),
        ("nl", "Anna de Wit, Brussel", ("Anna de Wit",)),
        ("nl", "Onze verslaggever", ()),
        ("nl", "Bron: ANP", ("ANP",)),
    ],
)
def test_bylines(language: str, line: str, names: tuple[str, ...]) -> None:
    with using(Lexis(language)):
        found = bylines.read(line)
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Quelle: Rathaus Ebenwalde"),
        ("de", "Unsere Redaktion empfiehlt heute Abend drei Filme"),
        ("fr", "Portrait de Famille Heureuse"),  # nobody's first name
        ("it", "Di Corsa Verso Sera"),
        ("es", "Portugal Gana"),  # no `Por` and a name
        ("en", "M. Dh."),
    ],
)
def test_what_is_none(language: str, line: str) -> None:
    with using(Lexis(language)):
        found = bylines.read(line)
    assert found is None or found.how == "bare"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Wirtschaftsredakteurin"),
        ("nl", "Freelancejournaliste"),
        ("fr", "Journaliste au service Économie"),
    ],
)
def test_jobs(language: str, line: str) -> None:
    with using(Lexis(language)):
        assert bylines.is_affiliation(line)
