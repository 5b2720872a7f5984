"""What an edition says itself, in each language."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from audioedition.lexis.wordings import listed, speaks, wording, written_date
from audioedition.project import load_project
from audioedition.reading.composing import correction
from audioedition.settings.sounddesign import announcements


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "Sunday, November 22"),
        ("de", "Sonntag, 22. November"),
        ("de-AT", "Sonntag, 22. November"),
        ("fr", "dimanche 22 novembre"),
        ("es", "domingo, 22 de noviembre"),
        ("pt-BR", "domingo, 22 de novembro"),
        ("it", "domenica 22 novembre"),
        ("nl", "zondag 22 november"),
        ("xx", "Sunday, November 22"),
    ],
)
def test_the_day_of_an_edition(language: str, written: str) -> None:
    assert written_date(date(2026, 11, 22), language) == written


def test_british_editions_say_the_day_first() -> None:
    assert written_date(date(2026, 11, 22), "en", day_first=True) == "Sunday, 22 November"
    assert written_date(date(2026, 11, 22), "de", day_first=True) == "Sonntag, 22. November"


def test_names_are_joined_in_the_language() -> None:
    assert listed(["Ana Ruiz", "Luis Mora", "Eva Gil"], "es") == "Ana Ruiz, Luis Mora y Eva Gil"
    assert speaks("xx") == speaks(None) == "en"


def test_a_german_edition_speaks_german_by_itself(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('[edition]\ntitle = "Der Hafenbote"\nlanguage = "de"\n', encoding="utf-8")
    sound = load_project(tmp_path).sound
    for part, says in (
        ("opening", ("Sie hören Der Hafenbote, Montag.", wording("disclosure", "de"))),
        ("closing", ("Das war Der Hafenbote. Vielen Dank fürs Zuhören.",)),
        ("coda", (wording("disclosure", "de"),)),
    ):
        assert announcements(part, sound, title="Der Hafenbote", date="Montag") == says  # type: ignore[arg-type]


def test_a_projects_own_words_win(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('[edition]\nlanguage = "de"\n', encoding="utf-8")
    (tmp_path / "audio").mkdir()
    (tmp_path / "audio" / "sound.toml").write_text('[words]\nclosing = ""\nopening = "Moin!"\n', encoding="utf-8")
    words = load_project(tmp_path).sound.words
    assert (words.opening, words.closing, words.disclosure) == ("Moin!", "", wording("disclosure", "de"))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("The bridge is in Northport, not Southport.", "Correction: The bridge is in Northport, not Southport."),
        ("Die Brücke steht nicht in Altenbrück, sondern in Neustadt.", "Korrektur: Die Brücke"),
        ("Korrektur: Die Brücke steht nicht in Altenbrück, sondern in Neustadt.", "Korrektur: Die Brücke"),
        ("Le pont se trouve à Montrieux et non pas à Valcourt.", "Rectificatif : Le pont"),
        ("In een eerdere versie van dit bericht stond dat de brug in Oudorp is.", "Correctie: In een eerdere"),
        ("Most stoi w Nowym Porcie, a nie w Starym, jak napisaliśmy.", "Most stoi"),
    ],
)
def test_a_correction_says_what_it_is(written: str, said: str) -> None:
    assert correction(written).text.startswith(said)


def test_a_country_has_words_of_its_own() -> None:
    assert wording("opening", "pt-BR").startswith("Você está ouvindo")
    assert wording("opening", "pt-PT") == wording("opening", "pt")
    assert wording("byline", "pt-BR") == wording("byline", "pt")
