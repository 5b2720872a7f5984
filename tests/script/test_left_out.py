"""A table that no voice can say is left out with a word where it stood, whatever the article came as."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from audioedition.model import Reason
from audioedition.project import Project, load_project
from audioedition.reading import read_article
from audioedition.script.making import make_script, script_json

ABOVE = "The table stands as it did, the league said on Monday after a long week of rain and snow."
BELOW = [
    "Wexle, who have not lost since August, go to Ashby on Saturday without their goalkeeper, who has a broken thumb.",
    "The match at Tarbeg will be played again, since the referee had blown for full time eleven minutes too early.",
    "Fossum have asked the league whether they may play the rest of the season on the school field above the harbour.",
]
CLUBS = ("Wexle", "Ashby Town", "Tarbeg", "Northport", "St Brannoc's", "Orrin", "Fossum")
FIGURES = [[str(n) for n in (9, 7 - i, 1, 1 + i, 31 - i, 12 + i, 22 - 3 * i)] for i in range(len(CLUBS))]
HEAD = ["Team", "P", "W", "D", "L", "F", "A", "Pts"]
ROWS = [HEAD, *([club, *row] for club, row in zip(CLUBS, FIGURES, strict=True))]
SAID = "[A table follows in the printed edition.]"


def as_text(rows: list[list[str]]) -> str:
    return "\n\n".join(["Herons stay on top", ABOVE, "\n".join("  ".join(row) for row in rows), *BELOW])


def as_markdown(rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    table = "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])
    return f"# Herons stay on top\n\n{ABOVE}\n\n{table}\n\n" + "\n\n".join(BELOW)


def as_page(rows: list[list[str]]) -> str:
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    story = f"<h1>Herons stay on top</h1><p>{ABOVE}</p><table>{table}</table><p>{'</p><p>'.join(BELOW)}</p>"
    return f"<html lang='en'><body><article>{story}</article></body></html>"


FORMATS = {"text/plain": as_text, "text/markdown": as_markdown, "text/html": as_page}


def project(**tables: dict[str, object]) -> Project:
    loaded = load_project(Path())
    replaced = {name: dataclasses.replace(getattr(loaded.settings, name), **keys) for name, keys in tables.items()}
    return dataclasses.replace(loaded, settings=dataclasses.replace(loaded.settings, **replaced))


def heard(text: str, media_type: str, settings: Project) -> list[str]:
    article = read_article(text, media_type=media_type, settings=settings.settings.read)
    return [line.shown for line in make_script(article, settings).segments]


@pytest.mark.parametrize("media_type", FORMATS)
def test_a_long_table_is_left_out_with_a_word(media_type: str) -> None:
    told = heard(FORMATS[media_type](ROWS), media_type, project())
    assert told == ["Herons stay on top", ABOVE, SAID, *BELOW]


def test_what_is_added_has_no_text_of_the_article() -> None:
    article = read_article(as_text(ROWS), media_type="text/plain")
    script = make_script(article, project())
    (line,) = [line for line in script.segments if line.added]
    assert (line.role, line.text, line.start) == ("body", "", line.end)
    (said,) = [segment for segment in script_json(script)["segments"] if "added" in segment]
    assert (said["added"], said["text"], said["spoken"]) == (line.added, "", line.spoken)


@pytest.mark.parametrize("media_type", FORMATS)
def test_the_word_is_a_setting(media_type: str) -> None:
    text = FORMATS[media_type](ROWS)
    assert heard(text, media_type, project(text={"table": ""})) == ["Herons stay on top", ABOVE, *BELOW]
    assert heard(text, media_type, project(text={"table": "See page 9."}))[2] == "[See page 9.]"


@pytest.mark.parametrize("media_type", FORMATS)
def test_with_tables_on_every_row_is_read(media_type: str) -> None:
    told = heard(FORMATS[media_type](ROWS), media_type, project(read={"tables": True}))
    assert len(told) == 2 + len(ROWS) + len(BELOW)
    assert SAID not in told


@pytest.mark.parametrize(
    "rows",
    [ROWS[:6], [row[:4] for row in ROWS], [[f"{club} 2 Wexle Reserves 1"] for club in CLUBS]],
    ids=["few teams", "few figures", "results"],
)
def test_what_can_be_followed_by_ear_is_read_in_a_text(rows: list[list[str]]) -> None:
    assert len(heard(as_text(rows), "text/plain", project())) == 2 + len(rows) + len(BELOW)


def test_the_grid_of_a_puzzle_is_left_out() -> None:
    grid = ["5 3 . | . 7 . | . . .", "6 . . | 1 9 5 | . . .", ". 9 8 | . . . | . 6 .", "8 . . | . 6 . | . . 3"]
    told = heard("\n\n".join(["Sudoku", ABOVE, "\n".join(grid), *BELOW]), "text/plain", project())
    assert told == ["Sudoku", ABOVE, SAID, *BELOW]


def test_a_table_at_the_end_and_in_another_language_is_told_too() -> None:
    rows = "\n".join(" ".join(row) for row in ROWS)
    text = (
        f"Reiher bleiben vorn\n\nDie Reiher stehen nach dem neunten Spieltag weiter vorn, sagte die Liga.\n\n{rows}\n"
    )
    script = make_script(read_article(text, media_type="text/plain"), project())
    assert script.segments[-1].shown == "[Eine Tabelle dazu steht in der gedruckten Ausgabe.]"
    assert [part.reason for part in script.dropped] == [Reason.TABLE] * len(ROWS)
