"""The article's own picture becomes its cover, in the tags, in artwork/ and in the feed."""

from __future__ import annotations

import io
from pathlib import Path

import mutagen.id3
import PIL.Image
import pytest

from audioedition.covers.pictures import drawn, picture_file, stamp, unchanged
from audioedition.errors import TaggingError
from audioedition.model import Article
from audioedition.reading import Source
from edition_files import run, tone_project

BLUE, RED = (0, 0, 200), (200, 0, 0)


def picture(path: Path, colour: tuple[int, int, int] = BLUE, size: tuple[int, int] = (900, 600), **options) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    PIL.Image.new("RGB", size, colour).save(path, **options)
    return path


def found(folder: Path, link: str) -> Path | None:
    source = Source("sport/a.md", path=str(folder / "seeds/sport/a.md"), origin=str(folder / "seeds"))
    return picture_file(Article("Words.", picture=link), source, folder)


def test_where_a_picture_may_lie(tmp_path: Path) -> None:
    beside = picture(tmp_path / "seeds/sport/match day.jpg")
    shared = picture(tmp_path / "seeds/images/a.jpg")
    static = picture(tmp_path / "static/b.png")
    assert found(tmp_path, "match%20day.jpg?width=800") == beside
    assert found(tmp_path, "../images/a.jpg") == found(tmp_path, "/images/a.jpg") == shared
    assert found(tmp_path, "/static/b.png") == static
    for address in (
        "https://example.org/a.jpg",
        "//example.org/a.jpg",
        "data:image/png;base64,AA",
        "",
        "file:///etc/hosts",
    ):
        assert found(tmp_path, address) is None


@pytest.mark.parametrize("link", ["gone.jpg", "../../../outside.jpg", "a\0b.jpg", "x" * 5000, "."])
def test_what_is_not_there_or_elsewhere(tmp_path: Path, link: str) -> None:
    picture(tmp_path / "outside.jpg")
    (tmp_path / "paper/seeds/sport").mkdir(parents=True)
    with pytest.raises(TaggingError, match="is not there"):
        found(tmp_path / "paper", link)


def test_an_icon_is_no_cover(tmp_path: Path) -> None:
    with pytest.raises(TaggingError, match="too small"):
        drawn(picture(tmp_path / "a.png", size=(900, 64)), "A story", "The Paper")


def test_an_icon_is_no_cover_of_an_edition_either(tmp_path: Path) -> None:
    import PIL.Image

    from audioedition.project import load_project

    (tmp_path / "edition.toml").write_text('[edition]\ncover = "logo.png"\n')
    PIL.Image.new("RGB", (64, 64), "red").save(tmp_path / "logo.png")
    assert "logo.png is too small" in load_project(tmp_path).cover_problem
    (tmp_path / "edition.toml").write_text('[edition]\ncover = "nothing.png"\n')
    problem = load_project(tmp_path).cover_problem
    assert problem == "the picture nothing.png cannot be read: No such file or directory"


def test_a_changed_picture_has_another_stamp(tmp_path: Path) -> None:
    path, output = picture(tmp_path / "seeds/a.png"), tmp_path / "output"
    then = stamp(path, output)
    assert unchanged(then, output)
    assert unchanged("", output)
    picture(path, RED)
    assert not unchanged(then, output)
    path.unlink()
    assert not unchanged(then, output)


def test_a_story_with_a_picture_has_it_everywhere(tmp_path: Path) -> None:
    text = "---\ntitle: The bridge reopens\nimage: bridge.jpg\n---\n\nThe bridge reopened on Monday.\n"
    broken = text.replace("bridge.jpg", "broken.jpg").replace("The bridge", "The ferry")
    project = tone_project(tmp_path / "paper", {"a.md": text, "b.md": broken})
    exif = PIL.Image.Exif()
    exif[0x010F] = "Camera"
    picture(project / "seeds/bridge.jpg", exif=exif.tobytes())
    (project / "seeds/broken.jpg").write_bytes(b"\xff\xd8\xff broken")
    built = run(project, "build")
    assert built.returncode == 0
    assert built.stderr.count("b.md: broken.jpg is not a picture that can be used") == 1
    output = project / "output"
    (art,) = (output / "artwork").glob("*bridge*.jpg")
    for feed in ("feed.xml", "feed.json"):
        assert f"artwork/{art.name}" in (output / feed).read_text()
    assert b"Camera" not in art.read_bytes()
    with PIL.Image.open(art) as image:
        assert (image.size, image.mode) == ((1400, 1400), "RGB")
        assert _near(image, BLUE)
    covers = {path.stem[11:]: _cover(path) for path in (output / "episodes").iterdir()}
    assert _near(covers["the-bridge-reopens"], BLUE)
    assert not _near(covers["the-ferry-reopens"], BLUE)

    assert "2 reused" in run(project, "build").stderr
    picture(project / "seeds/bridge.jpg", RED)
    assert "re-tag   a.md: its picture changed" in run(project, "plan").stdout
    assert "1 reused, 1 re-tag" in run(project, "build").stderr
    before, sound = sorted((output / "episodes").glob("*bridge*"), key=lambda path: path.stat().st_mtime_ns)
    assert _near(_cover(before), BLUE)  # who has yesterday's feed still finds it
    assert _near(_cover(sound), RED)
    assert sound.name in (output / "feed.xml").read_text()


def _cover(path: Path) -> PIL.Image.Image:
    (frame,) = mutagen.id3.ID3(path).getall("APIC")
    return PIL.Image.open(io.BytesIO(frame.data))


def _near(image: PIL.Image.Image, colour: tuple[int, int, int]) -> bool:
    """Whether its upper part has that colour."""
    seen = image.getpixel((image.width // 2, image.height // 4))
    return max(abs(a - b) for a, b in zip(seen, colour, strict=True)) < 12
