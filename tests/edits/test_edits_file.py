"""The file an editor writes: where it lies, what it may hold, and what is said about a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from audioedition.edits import NO_EDITS, ArticleWishes, Edit, Edits, edits_path, read_edits, stamp
from audioedition.edits.edits_file import parse_edits
from audioedition.errors import EditsError
from audioedition.model import Gender, Role
from audioedition.reading import Source

ADDRESS = "https://www.news.example/2026/a-swan.html"


@pytest.mark.parametrize(
    ("source", "article", "path"),
    [
        (Source("day/a.txt", path="seeds/day/a.txt"), "day/a.txt", "seeds/day/a.edits.toml"),
        (Source("feed.xml", path="seeds/feed.xml"), "feed.xml#A swan!", "edits/feed-xml.a-swan.toml"),
        (Source(ADDRESS, url=ADDRESS), ADDRESS, "edits/news-example-2026-a-swan-html.toml"),
        (Source(f"{ADDRESS}#a", url=f"{ADDRESS}#a"), f"{ADDRESS}#a", "edits/news-example-2026-a-swan-html-a.toml"),
        (Source("x", url="https://x.example/" + "é" * 200), "x", "edits/x.toml"),
        (Source("стр", url="стр"), "стр", "edits/4f8205a4.toml"),
        (Source("stdin-1"), "stdin-1", None),
    ],
)  # fmt: skip
def test_where_the_file_lies(source: Source, article: str, path: str | None) -> None:
    found = edits_path(source, article, Path())
    assert (found and found.as_posix()) == path


def test_what_it_holds() -> None:
    text = """
    [article]
    title = "A swan"
    date = 2026-03-02
    section = "Region"
    order = 1.5
    [[edit]]
    text = "“Hm.”"
    suffix = " said"
    role = "quote"
    speaker = " Ida  Holm "
    gender = "female"
    voice = "fern"
    say = "Mm\\nhm"
    pause = 300
    """
    edit = Edit("“Hm.”", "", " said", Role.QUOTE, "Ida Holm", Gender.FEMALE, "fern", "Mm hm", pause=300)
    assert parse_edits(text, "a") == Edits(ArticleWishes("A swan", "2026-03-02", "Region", 1.5), (edit,))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[article]\nx = ?", "is not valid TOML: Invalid value (at line 2"),
        ("[edits]", "unknown table 'edits'"),
        ("[edit]\ntext = 'a'", "[[edit]]"),
        ("[[article]]", "[article] is one table"),
        ("edit = [1]", "edit 1 is not a table"),
        ("[[edit]]\ndrop = true", "edit 1 has no text"),
        ("[[edit]]\ntext = '“”'\ndrop = true", "edit 1: text must hold the words"),
        ("[[edit]]\ntext = 'a'", "edit 1 decides nothing"),
        ("[[edit]]\ntext = 'a'\ndrop = true\nkeep = true", "both drop and keep"),
        ("[[edit]]\ntext = 'a'\nrolle = 'body'", "known: drop"),
        ("[[edit]]\ntext = 'a'\nrole = 'poem'", "role must be one of headline"),
        ("[[edit]]\ntext = 'a'\ngender = []", "gender must be one of female"),
        ("[[edit]]\ntext = 'a'\nsay = ' . '", "drop = true"),
        ("[[edit]]\ntext = 'a'\nspeaker = 1", "speaker must be text"),
        ("[[edit]]\ntext = 'a'\ndrop = 1", "true or false"),
        ("[[edit]]\ntext = 'a'\npause = -1", "milliseconds"),
        ("[[edit]]\ntext = 'a'\npause = true", "milliseconds"),
        ("[article]\ndate = 'soon'", "date must be a date"),
        ("[article]\norder = 'first'", "order must be a number"),
        ("[article]\norder = nan", "order must be a number"),
    ],
)
def test_a_mistake_is_one_line_with_the_place(text: str, said: str) -> None:
    with pytest.raises(EditsError) as caught:
        parse_edits(text, "a.edits.toml")
    assert said in str(caught.value)
    assert str(caught.value).startswith("a.edits.toml")
    assert "\n" not in str(caught.value)


def test_a_file_that_is_none(tmp_path: Path) -> None:
    assert read_edits(tmp_path / "a.edits.toml") is NO_EDITS
    (tmp_path / "a.edits.toml").write_bytes(b"\xff")
    with pytest.raises(EditsError, match="UTF-8"):
        read_edits(tmp_path / "a.edits.toml")
    with pytest.raises(EditsError, match="cannot be read"):
        read_edits(tmp_path)


def test_every_file_of_a_source_is_in_its_stamp(tmp_path: Path) -> None:
    source = Source("feed.xml", path=str(tmp_path / "feed.xml"))
    seen = {stamp(source, tmp_path)}
    (tmp_path / "edits").mkdir()
    for name in ("feed.edits.toml", "edits/feed-xml.toml", "edits/feed-xml.a.toml", "edits/feed-xml.b.toml"):
        (tmp_path / name).write_text("", encoding="utf-8")
        seen.add(stamp(source, tmp_path))
    assert len(seen) == 5
    (tmp_path / "edits" / "feed-xml2.toml").write_text("", encoding="utf-8")
    assert stamp(source, tmp_path) in seen
    assert "" in seen
