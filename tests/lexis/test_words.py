"""Every row of the tables of words, in every stage that reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from audioedition.errors import SettingsError
from audioedition.facts.sentences import split
from audioedition.lexis import english
from audioedition.lexis.tables import Lexis, Row, columns, load_lexis, tables, using
from audioedition.model import Gender
from audioedition.project.cast import normalised
from audioedition.segmentation.speakers.personal_names import split_titles
from audioedition.segmentation.speakers.titles import title_genders
from audioedition.spoken import spoken_form
from audioedition.spoken.english import units

WORDS = Lexis()


def rows(table: str) -> list[tuple[str, Row]]:
    return list(WORDS.table(table).items())


@pytest.mark.parametrize("table", tables("en"))
def test_every_table_can_be_read_by_people(table: str) -> None:
    path = Path(english.__file__).parent / "en" / f"{table}.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    assert any(line.startswith("# ") for line in lines[:2]), "what the table holds"
    words = [line.split("\t")[0] for line in lines[2:]]
    assert len(words) == len(set(words)), "a word has one row"
    assert all(len(line.split("\t")) <= len(columns("en", table)) for line in lines[1:])
    assert f"`{table}`" in Path("docs/words.md").read_text(encoding="utf-8")


TITLES = [word for word, row in rows("titles") if row["stop"] == "inside"]


@pytest.mark.parametrize("word", TITLES)
def test_no_sentence_ends_behind_a_title(word: str) -> None:
    text = f"On Monday {word}. Bergmann told the meeting. Then it rose."
    assert len(split(text)) == 2


@pytest.mark.parametrize(("word", "row"), [(w, r) for w, r in rows("titles") if r["stop"] == "inside" and r["spoken"]])
def test_a_title_is_spoken_in_full(word: str, row: Row) -> None:
    written = (
        "Det. Con. Bergmann" if word == "Con" else f"{word}. Insp. Bergmann" if word == "Ch" else f"{word}. Bergmann"
    )
    said = spoken_form(f"They met {written} there.", english="US")
    assert row["spoken"] in said and "." not in said[:-1]
    if row["bare"] and word not in ("Con", "Ch"):
        assert row["spoken"] in spoken_form(f"They met {word} Bergmann there.", english="US")


@pytest.mark.parametrize(("word", "row"), [(w, r) for w, r in rows("titles") if r["person"] and r["stop"] == "inside"])
def test_a_title_announces_a_person_and_comes_off(word: str, row: Row) -> None:
    assert split_titles([f"{word}.", "Ana", "Bergmann"]) == ([f"{word}."], ["Ana", "Bergmann"])
    if row["stripped"]:
        assert normalised(f"{word}. Ana Bergmann") == normalised(f"{row['spoken']} Ana Bergmann") == "ana bergmann"
    if row["gender"]:
        assert title_genders()[word.lower()] is Gender(row["gender"])


@pytest.mark.parametrize("table", ["regions", "days", "months", "abbreviations", "streets"])
def test_a_stop_is_inside_a_sentence_unless_the_next_word_opens_one(table: str) -> None:
    for word, row in rows(table):
        word = word.rstrip(".")
        if row["stop"] == "maybe":
            assert len(split(f"Nobody saw the {word}. Bergmann there.")) == 1, word
            assert len(split(f"Nobody saw the {word}. They left.")) == 2, word
        elif row["stop"] == "figures":
            assert len(split(f"Nobody saw the {word}. 12 there.")) == 1, word


def test_days_and_months_are_said_in_full() -> None:
    for word, row in rows("months"):
        assert spoken_form(f"It was on {word} 3 that", english="US") == f"It was on {row['spoken']} third that"
    for word, row in rows("days"):
        if row["stop"]:
            assert row["spoken"] in spoken_form(f"open on {word}. 5 July")


def test_units_and_currencies_are_said_in_full() -> None:
    for word, row in rows("units"):
        if row["spoken"] and not row["doubtful"] and not word.endswith("."):
            said = units.plural_unit(row["compound"] or row["spoken"])
            assert said in spoken_form(f"They had 250 {word} there.", english="US"), word
    for word, row in rows("currencies"):
        if row["kind"] == "sign":
            assert row["many"] in spoken_form(f"It cost {word}250 there.", english="US"), word
        elif len(word) == 3:
            assert row["many"] in spoken_form(f"It cost {word} 250 there.", english="US"), word


def test_acronyms_are_said_as_their_rows_say() -> None:
    for word, row in rows("capitals"):
        said = spoken_form(f"the {word} there")
        if row["spoken"]:
            assert row["spoken"] in said, word
        elif row["how"] == "letters" and not row["also_word"]:
            assert " ".join(word).replace("É", "E") in said.replace("'s", " S"), word
        elif row["how"] == "word":
            assert word in said, word
        elif row["mixed"]:
            assert row["mixed"] in said or word == "pm", word


def test_a_projects_own_row_reaches_every_stage(tmp_path: Path) -> None:
    (tmp_path / "voices").mkdir()
    (tmp_path / "voices" / "words.toml").write_text(
        '[titles.Brgdr]\nspoken = "Brigadier"\nbare = true\nstop = "inside"\nperson = true\nstripped = true\n'
    )
    text = "On Monday Brgdr. Bergmann told the meeting."
    assert len(split(text)) == 2
    with using(load_lexis(tmp_path)):
        assert len(split(text)) == 1
        assert spoken_form("Brgdr Bergmann") == "Brigadier Bergmann"
        assert normalised("Brgdr. Ana Bergmann") == "ana bergmann"
        assert split_titles(["Brgdr.", "Ana", "Bergmann"])[0] == ["Brgdr."]
    assert spoken_form("Brgdr Bergmann") == "Brgdr Bergmann"


@pytest.mark.parametrize("text", ["[titels.X]\nspoken = 'x'", "[titles.X]\nspokn = 'x'", "[titles]\nX = 3"])
def test_a_slip_in_a_projects_words_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "voices").mkdir()
    (tmp_path / "voices" / "words.toml").write_text(text)
    with pytest.raises(SettingsError, match=r"words\.toml"):
        load_lexis(tmp_path)
