"""What an editor is shown before publishing, and the project's own list of lines that are not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from audioedition.build.edition import find
from audioedition.build.reviewing import leave_out, review
from audioedition.errors import UsageError
from audioedition.lexis.tables import load_lexis
from audioedition.model import Reason
from audioedition.project import load_project
from audioedition.reading import read_article
from audioedition.script.making import make_script

REGULARS = "Gazette regulars: more of the town every Thursday"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "edition.toml").write_text('[edition]\ntitle = "Northport"\n')
    (tmp_path / "seeds").mkdir()
    for number, subject in enumerate(("bridge", "school", "harbour")):
        text = f"The {subject} is closed\n\nThe {subject} was closed on Monday, the town said.\n\n{REGULARS}\n"
        (tmp_path / "seeds" / f"{number}.txt").write_text(text)
    return tmp_path


def test_a_line_of_several_articles_is_shown_and_left_out_by_one_command(project: Path) -> None:
    loaded = load_project(project)
    assert review(loaded, find(loaded, [])).repeated == [(REGULARS, 3)]
    leave_out(project, REGULARS)
    script = make_script(read_article(project / "seeds" / "0.txt"), load_project(project))
    assert [(part.text, part.reason) for part in script.dropped] == [(REGULARS, Reason.REPEATED)]
    assert review(loaded, find(loaded, [])).repeated == []


@pytest.mark.parametrize("times", [1, 6])
def test_a_line_is_left_out_however_long_it_is(project: Path, times: int) -> None:
    notice = " ".join(["The Gazette is printed on paper from woods that are kept well, its editors say."] * times)
    path = project / "seeds" / "0.txt"
    path.write_text(f"{path.read_text()}\n{notice}\n")
    leave_out(project, notice)
    script = make_script(read_article(path), load_project(project))
    assert (notice, Reason.REPEATED) in [(part.text, part.reason) for part in script.dropped]


def test_the_list_keeps_what_was_on_it(project: Path) -> None:
    (project / "voices").mkdir()
    (project / "voices" / "words.toml").write_text('[titles.Brgdr]\nspoken = "Brigadier"\n')
    leave_out(project, 'The "Regular"')
    leave_out(project, 'The  "Regular"')
    labels = load_lexis(project).table("page_labels")
    assert labels['The "Regular"']["reason"] == Reason.REPEATED
    assert load_lexis(project).table("titles")["Brgdr"]["spoken"] == "Brigadier"


def test_a_line_without_a_letter_cannot_be_left_out(project: Path) -> None:
    with pytest.raises(UsageError):
        leave_out(project, " 1234 ")
