"""An edition speaks for itself in the language of most of its stories, where edition.toml doesn't say."""

from __future__ import annotations

from pathlib import Path

import pytest

from audioedition.build.edition import Result, build, find, plan
from audioedition.build.edition_language import in_its_language
from audioedition.build.progress import Quiet
from audioedition.project import Project, load_project
from audioedition.reading import Source
from edition_files import tone_project

GERMAN = (
    "Das Freibad in {place} bleibt zu\n\nVon Ida Holm\n\n"
    "Das Freibad in {place} wird in diesem Sommer nicht mehr geöffnet, weil "
    "die Pumpe nicht rechtzeitig geliefert werden kann. Das sagte die Bürgermeisterin am Montag vor dem Rat.\n"
)
ENGLISH = (
    "The pool at {place} stays shut\n\nBy Ida Holm\n\nThe pool at {place} will not open this summer, because the pump "
    "that it has been waiting for will not be there in time, the mayor told the council on Monday.\n"
)
POLISH = (
    "Basen w {place} pozostaje zamknięty\n\n"
    "Basen w {place} nie zostanie otwarty tego lata, ponieważ pompa nie dotrze "
    "na czas. Tak powiedziała burmistrz w poniedziałek, ale nie wiadomo jeszcze, kiedy to się zmieni i co dalej.\n"
)


def paper(folder: Path, stories: dict[str, str], settings: str = "") -> Project:
    """A project with these stories, and a voice of each of three languages."""
    root = tone_project(folder, {name: text.format(place="Altsee") for name, text in stories.items()}, settings)
    for language in ("de", "pl"):
        toml = f'engine = "tone"\nid = "middle"\nlanguage = "{language}"\ngender = "female"\n'
        (root / "voices" / f"of-{language}.toml").write_text(toml)
    return load_project(root)


def made(project: Project, sources: list[Source] | None = None) -> Result:
    return build(project, find(project, []) if sources is None else sources, Quiet())


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIOEDITION_CACHE", str(tmp_path / "cache"))


def test_german_stories_make_a_german_edition(tmp_path: Path) -> None:
    project = paper(tmp_path / "paper", {"a.txt": GERMAN, "b.txt": GERMAN, "c.txt": ENGLISH}, "[build]\njobs = 1\n")
    assert made(project).language == "de"
    assert "<language>de</language>" in (project.output / "feed.xml").read_text()
    days = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
    assert any(day in (project.output / "editions.xml").read_text() for day in days)
    steps = plan(load_project(project.settings.root), find(project, []))
    assert {step.action for step in steps} == {"reused", "copy"}, "the next build knows the language from the last one"


@pytest.mark.parametrize(
    ("stories", "settings", "language"),
    [
        ({"a.txt": ENGLISH, "b.txt": ENGLISH, "c.txt": GERMAN}, "", "en"),
        ({"a.txt": GERMAN, "b.txt": GERMAN}, 'language = "en"\n', "en"),
        ({"a.txt": ENGLISH}, 'language = "de"\n', "de"),
        ({"a.txt": POLISH, "b.txt": POLISH, "c.txt": GERMAN}, "", "de"),
        ({"a.txt": POLISH}, "", "en"),
        ({}, "", "en"),
    ],
    ids=[
        "most decide",
        "set, it stays",
        "set to another",
        "no words of its own in it",
        "nor in any",
        "nothing is there",
    ],
)
def test_what_decides(tmp_path: Path, stories: dict[str, str], settings: str, language: str) -> None:
    project = paper(tmp_path / "paper", stories, settings)
    settled, _ = in_its_language(project, find(project, []), [])
    assert settled.settings.edition.language == language


def test_what_standard_input_holds_is_not_read_twice(tmp_path: Path) -> None:
    project = paper(tmp_path / "paper", {})
    held = Source("stdin", media_type="text/plain", data=GERMAN.format(place="Altsee").encode())
    settled, (source,) = in_its_language(project, [held], [])
    assert settled.settings.edition.language == "de" and source.data == held.data
