"""Every command, as another program meets it: what docs and contract promise about stdout, stderr and exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import wave
from pathlib import Path

import pytest

from audioedition.cli import parser
from audioedition.settings import CHOICES
from edition_files import SRC, command, environment, run, tone_project

STORY = """Mill wheel turns again

By Ida Holm and Per Lind

2 March 2025

PORT ELLERY (MNS) — The mill wheel at Ellery turned on Monday for the first time since 1911.

“It sounded like my grandfather snoring,” said Jean Abel, 71, the miller’s granddaughter. It cost £1.2m.

Share this article
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tone_project(tmp_path_factory.mktemp("cli") / "paper", {"mill.txt": STORY})


def test_help_is_quick_and_names_every_command() -> None:
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "audioedition", "--help"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SRC)},
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    for name in [
        "build",
        "plan",
        "script",
        "normalise",
        "words",
        "voices",
        "say",
        "check",
        "doctor",
        "init",
        "serve",
        "cache",
    ]:
        assert name in done.stdout
    assert after.ru_utime - before.ru_utime < 0.25


def test_script_json_keeps_the_contract(project: Path) -> None:
    done = run(project, "script", project / "seeds" / "mill.txt", "--json")
    script = json.loads(done.stdout)
    article = script["article"]
    assert article["headline"] == "Mill wheel turns again"
    assert article["bylines"] == ["Ida Holm", "Per Lind"]
    assert article["published"] == "2025-03-02"
    assert article["dateline"] == {"text": "PORT ELLERY (MNS) —", "place": "PORT ELLERY", "date": None, "agency": "MNS"}
    source = script["source"]
    covered = [False] * len(source)
    for part in [*script["segments"], *script["dropped"]]:
        assert source[part["start"] : part["end"]] == part["text"]
        for i in range(part["start"], part["end"]):
            assert not covered[i]
            covered[i] = True
    assert all(c.isspace() or known for c, known in zip(source, covered, strict=True))
    quote = next(s for s in script["segments"] if s["role"] == "quote")
    assert quote["speaker"]["name"] == "Jean Abel"
    assert quote["voice"] != script["segments"][0]["voice"], "not the narrator"
    assert [d["text"].strip() for d in script["dropped"]] == ["Share this article"]
    assert all(set(s) == KEYS for s in script["segments"])


KEYS = {"role", "text", "spoken", "start", "end", "speaker", "voice", "pause_ms"}


def test_script_for_people_names_voice_speaker_pause_and_what_was_dropped(project: Path) -> None:
    out = run(project, "script", project / "seeds" / "mill.txt").stdout
    assert " as Jean Abel:" in out
    assert "<1200 ms>" in out
    assert "[dropped:" in out


def test_the_python_names_of_the_contract() -> None:
    import audioedition

    article = audioedition.read_article(STORY, media_type="text/plain")
    script = audioedition.make_script(article)
    assert script.article.headline == "Mill wheel turns again"
    assert audioedition.spoken_form("$3.2bn") == "three point two billion dollars"


def test_normalise_reads_line_by_line(project: Path) -> None:
    done = run(project, "normalise", stdin=b"$3.2bn\n\nG7 leaders met at 9.30am\n")
    assert done.stdout.splitlines() == [
        "three point two billion dollars",
        "",
        "G seven leaders met at nine thirty A M",
    ]


def test_words_lists_what_no_dictionary_knows(project: Path) -> None:
    rows = [line.split("\t") for line in run(project, "words").stdout.splitlines()]
    unknown = {word for _, word, _, why in rows if why == "in no dictionary"}
    assert "Ellery" in unknown
    assert "granddaughter" not in unknown


def test_voices_have_engine_and_licence(project: Path) -> None:
    voices = json.loads(run(project, "voices", "--json").stdout)
    by_name = {v["name"]: v for v in voices}
    assert by_name["heart"]["engine"] == "hibari"
    assert by_name["high"]["engine"] == "tone"
    assert all(by_name[name]["licence"] for name in ("heart", "fern", "wren", "joe"))


def test_say_writes_a_sound(project: Path, tmp_path: Path) -> None:
    for name in ("hello.wav", "hello.mp3"):
        done = run(project, "say", "Good morning, Port Ellery.", "--voice", "low", "-o", tmp_path / name)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / name).stat().st_size > 1000
    with wave.open(str(tmp_path / "hello.wav")) as file:
        assert file.getframerate() == 44_100
        assert file.getnframes() / 44_100 > 1
    assert run(project, "say", "Hello", "--voice", "hearth").returncode == 2
    assert run(project, "say", "...", "-o", tmp_path / "nothing.wav").returncode == 1
    assert not (tmp_path / "nothing.wav").exists()


def test_init_makes_a_project_that_builds(project: Path, tmp_path: Path) -> None:
    new = tmp_path / "my-paper"
    assert run(project, "init", new).returncode == 0
    assert (new / "edition.toml").read_text(encoding="utf-8").count("My Paper") == 1
    assert run(new, "plan").stdout.startswith("new ")
    assert run(project, "init", new).returncode == 2


def test_check_finds_nothing_wrong_with_what_we_made_and_a_fault_in_what_is_cut(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(project, "build", "-o", out).returncode == 0
    good = run(project, "check", out, "--json")
    assert good.returncode == 0, good.stdout
    sound = next((out / "episodes").glob("*.mp3"))
    data = sound.read_bytes()
    sound.write_bytes(data[: len(data) * 2 // 3])
    assert run(project, "check", out).returncode == 1


def test_cache_shows_prunes_and_verifies(project: Path) -> None:
    assert "files" in run(project, "cache").stdout
    assert run(project, "cache", "--prune").returncode == 2
    for limit in ("-1", "nan", "much"):
        assert run(project, "cache", "--prune", "--max-mb", limit).returncode == 2
    assert run(project, "cache", "--max-mb", "0").returncode == 2
    assert run(project, "cache", "--prune", "--max-mb", "0").returncode == 0
    assert "0 files" in run(project, "cache").stdout


def test_without_seeds_there_is_one_clear_line(tmp_path: Path) -> None:
    done = run(tmp_path, "build")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "init" in done.stderr


def test_output_to_a_closed_pipe_is_no_traceback(project: Path) -> None:
    process = subprocess.Popen(
        command(project, "voices"), env=environment(project), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout and process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert b"Traceback" not in process.stderr.read()
    process.wait(30)


def test_the_choices_of_the_command_line_are_those_of_the_settings() -> None:
    """Written twice, as reading the settings takes longer than all of `--help`."""
    commands = next(action for action in parser()._actions if isinstance(action.choices, dict)).choices
    asked = {action.dest: tuple(action.choices or ()) for action in commands["normalise"]._actions}
    assert (asked["english"], set(asked["date_order"])) == (CHOICES["english"], set(CHOICES["date_order"]))
