"""Folders that say where articles have got to, and documents that were made of older ones."""

from __future__ import annotations

from pathlib import Path

import making
import pytest

from audioedition.lexis.tables import Lexis
from audioedition.model import Article
from audioedition.reading import read_source
from audioedition.reading.composing import made
from audioedition.reading.sections import section_of
from audioedition.reading.sources import Source, find_sources
from audioedition.settings import ReadSettings, Settings

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LONG = "The council met on Monday evening and stayed until the last bus had gone, two members said afterwards."


@pytest.mark.parametrize(
    ("folder", "section"),
    [
        ("sport", "sport"),
        ("Local news/Old Town", "Local news/Old Town"),
        ("archive/2026-11-30", None),
        ("Archive", None),
        ("sport/archive", "sport"),
        ("Sport/30 November 2026", "Sport"),
        ("2026/11/sport", "sport"),
        ("2026 elections", "2026 elections"),
        ("Archiv", None),
        ("", None),
    ],
)
def test_which_folders_are_sections(folder: str, section: str | None) -> None:
    assert section_of(folder) == section


def test_every_word_of_the_table_is_no_section() -> None:
    words = [row["word"] for row in Lexis().everywhere("filing")]
    assert len(words) > 60
    assert [word for word in words if section_of(word.title())] == []


def test_a_story_that_is_moved_to_the_archive_has_no_other_section(tmp_path: Path) -> None:
    (tmp_path / "sport" / "archive").mkdir(parents=True)
    (tmp_path / "sport" / "archive" / "a.txt").write_text("x")
    assert [source.section for source in find_sources([tmp_path], Settings(root=tmp_path))] == ["sport"]


@pytest.mark.parametrize(
    ("created", "saved", "day"),
    [
        ("2026-11-20T09:00", "2026-11-23T10:00", "2026-11-20T09:00"),
        ("2024-03-02", "2026-11-23", None),
        ("2026-11-20", None, "2026-11-20"),
        (None, "2026-11-23", None),
        ("soon", "2026-11-23", "soon"),
    ],
)
def test_a_document_made_of_last_year_s_is_not_of_last_year(
    created: str | None, saved: str | None, day: str | None
) -> None:
    assert made(created, saved) == day


def test_a_title_that_a_letterhead_s_template_has_left_is_no_headline() -> None:
    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Wexle Council, Town Hall.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    lines = ("NEWS RELEASE", "Footbridge closed until autumn", LONG, LONG)
    body = table + "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    core = '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Release template 2</dc:title></cp:coreProperties>'
    data = making.zipped(
        {"word/document.xml": f"<w:document {SPACE}><w:body>{body}</w:body></w:document>", "docProps/core.xml": core}
    )
    (article,) = read_source(Source("a.docx", media_type=WORD), data, ReadSettings())
    assert isinstance(article, Article)
    assert "template" not in article.text
