"""The project's own sounds and words around the stories, through the whole program."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from audioedition.sound.assets import decode
from audioedition.sound.loudness import RATE
from edition_files import assert_whole, run, tone_project

STORIES = {
    "a.txt": "Ferry runs again\n\n2 March 2025\n\nThe ferry ran on Monday for the first time in a week.\n",
    "b.txt": "Swan bought\n\n3 March 2025\n\nThe council agreed on Monday to buy a swan.\n",
}


def paper(folder: Path, sound: str) -> Path:
    project = tone_project(folder / "paper", STORIES)
    (project / "audio" / "sound.toml").write_text(sound)
    return project


def heard(path: Path) -> np.ndarray:
    return np.concatenate([block.mean(axis=0) for block in decode(path)])


@pytest.mark.parametrize(
    ("name", "data", "complaint"),
    [("gong.wav", None, "audio/gong.wav does not exist"), ("gong.wav", b"text\n" * 50, "gong.wav: this file")],
)
def test_a_bad_sound_costs_the_edition_file_only(tmp_path: Path, name: str, data: bytes | None, complaint: str) -> None:
    project = paper(tmp_path, f'[sounds]\nsting = "{name}"\n')
    if data is not None:
        (project / "audio" / name).write_bytes(data)
    done = run(project, "build")
    assert done.returncode == 1
    (line,) = (line for line in done.stderr.splitlines() if "gong" in line)
    assert "failed: edition-2025-03-03: " + complaint in line
    assert "Errno" not in line and str(project) not in line
    assert assert_whole(project / "output") == 2
    (project / "audio" / "sound.toml").write_text("")
    done = run(project, "build", "--json")
    assert [step["action"] for step in json.loads(done.stdout)["articles"]] == ["reused"] * 2, "they hold no sting"
    assert (project / "output" / "edition-2025-03-03.mp3").is_file()


def test_a_silent_sound_is_left_out_with_a_line(tmp_path: Path) -> None:
    from audioedition.sound.encoding import encode

    project = paper(tmp_path, '[sounds]\nident = "none.mp3"\n')
    encode([np.zeros(3 * RATE, np.float32)], project / "audio" / "none.mp3")
    done = run(project, "build")
    assert done.returncode == 0
    assert done.stderr.count("audio/none.mp3 is silent") == 1
    assert "is silent" not in run(project, "build").stderr
    edition = heard(project / "output" / "edition-2025-03-03.mp3")
    assert np.flatnonzero(np.abs(edition) > 1e-3)[0] < 0.7 * RATE


def test_sounds_without_words_are_played(tmp_path: Path) -> None:
    project = paper(tmp_path, '[words]\nopening = ""\nclosing = ""\ndisclose_in = "none"\n')
    assert run(project, "build").returncode == 0
    chapters = json.loads((project / "output" / "chapters" / "edition-2025-03-03.json").read_text())["chapters"]
    assert chapters[0]["title"].startswith("The Test Paper")
    assert chapters[1]["startTime"] > 2.5, "the ident"
    edition = heard(project / "output" / "edition-2025-03-03.mp3")
    last = (project / "output" / "transcripts" / "edition-2025-03-03.vtt").read_text().split("\n\n")[-1]
    assert "(Music)" in last
    begins = sum(float(t) * w for t, w in zip(last.split(" ")[0].split(":"), (3600, 60, 1), strict=True))
    assert np.abs(edition[round((begins + 0.5) * RATE) :]).max() > 0.02, "the closing tune"
    (project / "audio" / "sound.toml").write_text('sound = "plain"\n')
    assert run(project, "build").returncode == 0
    chapters = json.loads((project / "output" / "chapters" / "edition-2025-03-03-r2.json").read_text())["chapters"]
    assert [c["title"] for c in chapters] == ["Ferry runs again", "Swan bought"]


def test_an_edition_of_a_region_speaks_its_own_words(tmp_path: Path) -> None:
    project = paper(tmp_path, "")
    settings = project / "edition.toml"
    settings.write_text(settings.read_text() + 'language = "en-GB"\n')
    done = run(project, "build")
    assert done.returncode == 0, done.stderr
    text = (project / "output" / "transcripts" / "edition-2025-03-03.vtt").read_text()
    assert "You are listening to The Test Paper, for Monday, 3 March." in " ".join(text.split())


def test_who_publishes_without_a_name_is_the_edition(tmp_path: Path) -> None:
    import mutagen

    project = paper(tmp_path, "")
    assert run(project, "build").returncode == 0
    for path in [*(project / "output").glob("*.mp3"), *(project / "output" / "episodes").glob("*.mp3")]:
        assert str(mutagen.File(path)["TPE1"]) == "The Test Paper"
    assert run(project, "check").returncode == 0
