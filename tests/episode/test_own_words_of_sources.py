"""A project's own words reach what a source says about itself."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from audioedition.episode.preparing import Prepared, prepare
from audioedition.reading import Source
from audioedition.settings import Settings

PAGE = "<article><h1>Ferry back</h1><p>Tidings brought by Ann Orr</p>%s</article>" % (
    "<p>The ferry is back at the pier of Kilbray, and the harbour master is glad of it.</p>" * 6
)


def bylines(root: Path) -> tuple[str, ...]:
    source = Source("ferry.html", media_type="text/html")
    (story,) = prepare(source, dataclasses.replace(Settings(), root=root), PAGE.encode())
    assert isinstance(story, Prepared)
    return story.script.article.bylines


def test_a_words_file_says_what_stands_before_names(tmp_path: Path) -> None:
    assert bylines(tmp_path / "without") == ()
    (tmp_path / "voices").mkdir()
    (tmp_path / "voices" / "words.toml").write_text('[bylines."tidings brought by"]\nkinds = "by"\n', encoding="utf-8")
    assert bylines(tmp_path) == ("Ann Orr",)
