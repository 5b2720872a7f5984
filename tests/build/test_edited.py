"""Edits in `script`, `plan` and `build`: what is made again for them, and what is not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from audioedition.build import edition
from audioedition.project import load_project
from edition_files import run, tone_project

STORY = """Ferry runs again after storm

By Ida Holm

PORT ELLERY — The ferry to Gull Island ran on Monday for the first time in a week.

“I have never been so glad to be seasick,” said Tom Barrow, 41, who had missed his own wedding.

The company said every ticket would be honoured. The next storm is expected on Thursday.
"""
SECOND = STORY.replace("Ferry", "Tram").replace("Gull", "Swan")
CACHE = '[build]\ncache = "cache"\n'
FEED = """<rss version="2.0"><channel><title>News</title><item><guid>one</guid><title>A swan is bought</title>
<description>The town bought a swan on Monday. It was lonely. Nobody had asked the swan, said the people.</description>
</item><item><guid>two</guid><title>A goose is sold</title>
<description>The town sold a goose on Friday. It was loud. Nobody had asked the goose, said the people.</description>
</item></channel></rss>"""


def edit(text: str, decision: str, **around: str) -> str:
    places = "".join(f"{key} = {json.dumps(value)}\n" for key, value in {"text": text, **around}.items())
    return f"[[edit]]\n{places}{decision}\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tone_project(tmp_path_factory.mktemp("edited") / "paper", {"a.txt": STORY, "b.txt": SECOND}, CACHE)
    assert run(project, "build").returncode == 0
    return project


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built, tmp_path / "paper")


def write(project: Path, text: str, name: str = "seeds/a.edits.toml") -> None:
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_text(text, encoding="utf-8")


def plan(project: Path) -> dict[str, Any]:
    settings = load_project(project)
    return {step.article: step.as_json() for step in edition.plan(settings, edition.find(settings, []))}


@pytest.mark.parametrize(
    ("text", "action", "to_speak"),
    [
        (edit("The next storm", 'say = "More wind"'), "rebuild", 1),
        (edit("I have never been so glad to be seasick", 'gender = "female"'), "rebuild", 1),
        (edit("The company said every ticket would be honoured.", "drop = true"), "re-mix", 0),
        (edit("The company said every ticket would be honoured.", "pause = 4000"), "re-mix", 0),
        ('[article]\nsection = "Region"', "re-tag", 0),
        (edit("The company said every ticket would be honoured.", 'role = "body"'), "reused", 0),
    ],
)
def test_an_edit_makes_again_what_it_must(project: Path, text: str, action: str, to_speak: int) -> None:
    write(project, text)
    planned = plan(project)
    assert (planned["a.txt"]["action"], planned["a.txt"]["to_speak"]) == (action, to_speak)
    assert "edited" in planned["a.txt"]["reason"]
    assert planned["b.txt"]["reason"] == "unchanged"


def test_another_order_makes_no_story_again(project: Path) -> None:
    def order() -> list[str]:
        return [name for _, name in sorted((step["place"], name) for name, step in plan(project).items())]

    assert order() == ["a.txt", "b.txt"]
    write(project, "[article]\norder = 1\n", "seeds/b.edits.toml")
    assert order() == ["b.txt", "a.txt"]
    assert plan(project)["b.txt"]["action"] == "reused"


def test_built_with_its_edits_it_is_unchanged_until_they_go(project: Path) -> None:
    write(project, edit("The next storm", 'say = "More wind"'))
    assert run(project, "build").returncode == 0
    assert (plan(project)["a.txt"]["action"], plan(project)["a.txt"]["reason"]) == ("reused", "unchanged; edited")
    (project / "seeds" / "a.edits.toml").unlink()
    undone = plan(project)["a.txt"]
    assert (undone["action"], undone["to_speak"]) == ("re-mix", 0)
    assert "edited" not in undone["reason"]


def test_a_corrected_article_keeps_its_edits_and_tells_of_those_that_do_not_fit(project: Path) -> None:
    write(project, edit("The next storm", 'say = "More wind"') + edit("in a week", 'say = "in seven days"'))
    path = project / "seeds" / "a.txt"
    path.write_text(STORY.replace("in a week", "in a month").replace("Thursday", "Friday"), encoding="utf-8")
    planned = run(project, "plan").stdout
    assert "1 edit does not fit" in planned
    assert "edit 2 (“in a week”) was left out: its words do not stand in the article any more" in planned
    done = run(project, "build")
    assert done.returncode == 0
    assert "edit 2 (“in a week”)" in done.stderr
    shown = run(project, "script", str(path))
    assert "More wind is expected on Friday." in shown.stdout
    assert "edit 2" in shown.stderr


def test_a_wrong_file_costs_its_article_only(project: Path) -> None:
    write(project, "[[edit]]\ntext = 1")
    planned = plan(project)
    assert planned["a.txt"]["action"] == "failed"
    assert planned["b.txt"]["action"] == "reused"
    done = run(project, "build")
    assert done.returncode == 1
    assert "a.edits.toml: edit 1: text must be text" in done.stderr


def test_an_entry_of_a_feed_has_its_edits_in_the_project(tmp_path: Path) -> None:
    project = tone_project(tmp_path / "paper", {"feed.xml": FEED}, CACHE)
    write(project, edit("It was lonely.", "drop = true"), "edits/feed-xml.one.toml")
    planned = plan(project)
    assert "edited" in planned["feed.xml#one"]["reason"]
    assert "edited" not in planned["feed.xml#two"]["reason"]
    assert run(project, "build").returncode == 0
    assert plan(project)["feed.xml#one"]["reason"] == "unchanged; edited"
    write(project, edit("It was loud.", "drop = true"), "edits/feed-xml.two.toml")
    assert plan(project)["feed.xml#two"]["action"] == "re-mix"
