"""What the user names, to sources and bytes."""

from __future__ import annotations

import io
import os
import sys
import time
import zipfile
from pathlib import Path

import pytest

from audioedition import reading
from audioedition.errors import ReadingError, UsageError
from audioedition.reading import Source, find_sources, load, passed_over
from audioedition.reading.endings import DOCX, TYPES
from audioedition.reading.kinds import told
from audioedition.settings import ReadSettings, Settings


def tree(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Headline\n\nText.", encoding="utf-8")
    return root


def test_a_folder_is_read_in_order_with_its_sections(tmp_path: Path) -> None:
    tree(tmp_path, "b.txt", "a.md", "sport/c.html", "sport/cup/d.txt", ".hidden.txt", ".git/x.txt", "cat.jpg", "notes")
    found = find_sources([str(tmp_path)], Settings(root=tmp_path))
    assert [(s.name, s.section) for s in found] == [
        ("a.md", None),
        ("b.txt", None),
        ("sport/c.html", "sport"),
        ("sport/cup/d.txt", "sport/cup"),
    ]


def test_the_output_folder_is_not_read(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt", "output/transcripts/b.txt")
    assert [s.name for s in find_sources([str(tmp_path)], Settings(root=tmp_path))] == ["a.txt"]


LEFT = ("~$a.docx", "a.txt~", "desktop.ini", "Thumbs.db", "Inbox.msf", ".DS_Store")


def test_what_systems_leave_beside_articles_is_neither_read_nor_told(tmp_path: Path) -> None:
    tree(tmp_path, "a.docx", *LEFT)
    assert [s.name for s in find_sources([str(tmp_path)], Settings(root=tmp_path))] == ["a.docx"]
    assert passed_over([tmp_path], Settings(root=tmp_path)) == []


def test_a_maildir_and_a_mailbox_without_an_ending_are_mail(tmp_path: Path) -> None:
    tree(tmp_path, "desk/cur/1.M2.host:2,S", "desk/new/3.M4.host", "desk/tmp/5.M6.host", "news/new/README")
    (tmp_path / "Press").write_text("From - Sat Mar 14 09:15:44 2026\nSubject: A\n\nText.\n", encoding="utf-8")
    found = find_sources([str(tmp_path)], Settings(root=tmp_path))
    assert {s.name: s.media_type for s in found} == {
        "Press": "application/mbox",
        "desk/cur/1.M2.host:2,S": "message/rfc822",
        "desk/new/3.M4.host": "message/rfc822",
    }
    assert passed_over([tmp_path], Settings(root=tmp_path)) == [
        "1 file without an ending not read: give them one, such as .txt",
        "1 file ending in .host not read: docs/formats.md says what can be",
    ]


def test_what_a_browser_saves_beside_a_page_is_no_article(tmp_path: Path) -> None:
    tree(tmp_path, "Sport_files/frame.html", "Sport-Cup/b.txt", "Sport_old/c.txt")
    (tmp_path / "Sport.html").write_text('<p>Text <img src="./Sport_files/a.jpg">', encoding="utf-8")
    names = [s.name for s in find_sources([str(tmp_path)], Settings(root=tmp_path))]
    assert names == ["Sport-Cup/b.txt", "Sport.html", "Sport_old/c.txt"]


def test_pictures_are_told_where_there_is_nothing_else(tmp_path: Path) -> None:
    tree(tmp_path, "page 1.jpg", "page 2.jpg")
    assert passed_over([tmp_path], Settings(root=tmp_path)) == [
        "2 files ending in .jpg not read: run text recognition on them and save the text"
    ]
    tree(tmp_path, "a.txt")
    assert passed_over([tmp_path], Settings(root=tmp_path)) == []


def zipped(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return file.getvalue()


RENAMED = [
    ("a.txt", b"<html><body><p>Text.", "text/html"),
    ("a.txt", b"\xef\xbb\xbf<!DOCTYPE html>\n<p>Text.", "text/html"),
    ("a.txt", b"<p>Text.</p>", "text/html"),
    ("a.txt", b'<?xml version="1.0"?>\n<rss version="2.0">', "application/xml"),
    ("a.txt", b"---\ntitle: A\n---\nText.", "text/markdown"),
    ("a.txt", b"Received: x\nSubject: A\nFrom: b@c.example\n\nText.", "message/rfc822"),
    ("a.txt", b"{\\rtf1 Text.}", "application/rtf"),
    ("a.rtf", zipped("word/document.xml"), DOCX),
    ("a.docx", zipped("a.txt"), "application/zip"),
    ("a.docx", b"%PDF-1.4", "application/pdf"),
    ("a.docx", zipped("xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("a.html", b"{\\rtf1 Text.}", "application/rtf"),
    ("a.txt", b"From: the desk\nSubject: owls\nSection: news\n\nText.", "text/plain"),
    ("a.txt", b"From Wexle to Paris in 2024\n\nText.", "text/plain"),
    ("a.txt", b"The <p> of a page\n\nText.", "text/plain"),
    ("a.txt", b'["Never," she said]\n\nText.', "text/plain"),
    ("a.epub", zipped("META-INF/container.xml"), "application/epub+zip"),
    ("a.zip", zipped("a/word/document.xml"), "application/zip"),
]


@pytest.mark.parametrize(("name", "data", "kind"), RENAMED)
def test_a_file_is_what_it_holds_whatever_it_is_called(name: str, data: bytes, kind: str) -> None:
    assert told(Source(name, media_type=TYPES[Path(name).suffix]), data) == kind


def test_a_type_that_is_given_is_not_doubted() -> None:
    assert told(Source("stdin", media_type="text/plain"), b"<p>Text.</p>") == "text/plain"


def test_what_is_no_text_says_what_it_is() -> None:
    for data, called in [(zipped("ppt/presentation.xml"), "a presentation"), (b"\xff\xd8\xff\xe0", "a picture")]:
        with pytest.raises(ReadingError, match=f"is {called}"):
            reading.read_source(Source("a.txt", media_type="text/plain"), data, ReadSettings())


def test_loops_of_links_end(tmp_path: Path) -> None:
    tree(tmp_path, "in/a.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    assert [s.name for s in find_sources([str(tmp_path)], Settings(root=tmp_path))] == ["in/a.txt"]


def test_the_same_file_twice_is_one_source_and_names_stay_apart(tmp_path: Path) -> None:
    tree(tmp_path, "x/a.txt", "y/a.txt")
    given = [str(tmp_path / "x"), str(tmp_path / "y"), str(tmp_path / "x" / "a.txt")]
    found = find_sources(given, Settings(root=tmp_path))
    assert len(found) == 2
    assert len({s.name for s in found}) == 2
    assert found[0].name == "a.txt"


def test_standard_input_and_types(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (source,) = find_sources(["-"], Settings(root=tmp_path), media_type="md")
    assert (source.name, source.media_type) == ("stdin", "text/markdown")

    class Stdin:
        buffer = io.BytesIO(b"# A title\n\nA paragraph of *text*.")

    monkeypatch.setattr(sys, "stdin", Stdin)
    article = reading.read_source(source, load(source, ReadSettings()), ReadSettings())[0]
    assert not isinstance(article, ReadingError)
    assert article.headline == "A title"
    with pytest.raises(UsageError, match="unknown type"):
        find_sources(["-"], Settings(root=tmp_path), media_type="docs")


def test_what_is_not_there_or_not_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        find_sources([str(tmp_path / "nothing.txt")], Settings(root=tmp_path))
    (tmp_path / "song.mp3").write_bytes(b"ID3")
    with pytest.raises(UsageError, match=r"\.mp3 are not read"):
        find_sources([str(tmp_path / "song.mp3")], Settings(root=tmp_path))
    (tmp_path / "README").write_text("Text.", encoding="utf-8")
    assert [s.name for s in find_sources([str(tmp_path / "README")], Settings(root=tmp_path))] == ["README"]


def test_a_list_of_addresses(tmp_path: Path) -> None:
    path = tmp_path / "today.txt"
    path.write_text("# from the desk\nhttps://a.example/1\n\nhttps://b.example/2\n", encoding="utf-8")
    assert [s.url for s in find_sources([str(path)], Settings())] == ["https://a.example/1", "https://b.example/2"]
    path.write_text("https://a.example/1 is where it began.\n\nIt was a text.", encoding="utf-8")
    assert [s.url for s in find_sources([str(path)], Settings())] == [None]
    listed = tmp_path / "list.urls"
    listed.write_text("no address", encoding="utf-8")
    with pytest.raises(UsageError, match="not a list of addresses"):
        find_sources([str(listed)], Settings())


def test_a_list_of_addresses_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(b"https://a.example/1\nhttps://b.example/2\n")

    monkeypatch.setattr(sys, "stdin", Stdin)
    assert [s.name for s in find_sources(["-"], Settings(), media_type="urls")] == [
        "https://a.example/1",
        "https://b.example/2",
    ]


def test_many_files_are_found_fast(tmp_path: Path) -> None:
    for i in range(500):
        (tmp_path / f"{i}.txt").touch()
    began = time.process_time()
    assert len(find_sources([str(tmp_path)], Settings(root=tmp_path))) == 500
    assert time.process_time() - began < 0.3


def test_empty_large_and_unreadable_files(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b" \n")
    source = Source("a.txt", path=str(path))
    with pytest.raises(ReadingError, match="is empty"):
        load(source, ReadSettings())
    path.write_bytes(b"x" * 2000)
    with pytest.raises(ReadingError, match="larger than"):
        load(source, ReadSettings(max_bytes=1000))
    path.unlink()
    with pytest.raises(ReadingError, match="cannot be read"):
        load(source, ReadSettings())
    with pytest.raises(ReadingError, match="cannot be read"):
        load(Source("d", path=str(tmp_path)), ReadSettings())


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless file here")
def test_an_endless_file_is_refused() -> None:
    with pytest.raises(ReadingError, match="larger than"):
        load(Source("zero", path="/dev/zero"), ReadSettings(max_bytes=1_000_000))


def test_reading_plain_text_loads_no_heavy_library() -> None:
    import subprocess

    code = (
        "import sys, audioedition; audioedition.read_article('Hello there.', media_type='text/plain');"
        "bad = {'lxml', 'yaml', 'markdown_it', 'ssl', 'numpy'} & set(sys.modules); sys.exit(str(bad) if bad else 0)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert result.returncode == 0, result.stderr
