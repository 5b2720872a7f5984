"""What the user names, to sources and bytes."""

from __future__ import annotations

import io
import os
import sys
import time
from pathlib import Path

import pytest

from audioedition import reading
from audioedition.errors import ReadingError, UsageError
from audioedition.reading import Source, find_sources, load
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
