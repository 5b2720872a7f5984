"""ID3v2.3: what is written is what every reader reads, in time order, and the frames behind it stay as they are."""

from __future__ import annotations

import dataclasses
import io
import itertools
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audioedition.errors import TaggingError
from audioedition.model import Chapter
from audioedition.sound.mp3 import audio_span
from audioedition.tagging import Tags, flat_chapters, multi_line, one_line, read_tags, stated_seconds, write_tags
from audioedition.tagging.fields import chapter_title, cleaned
from audioedition.tagging.id3 import CUT_NOTE, SIZE_LIMIT
from audioedition.tagging.id3 import build as build_clean

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=300)
"""Every code point, lone surrogates and controls included."""


def build(tags: Tags) -> bytes:
    return build_clean(cleaned(tags))


def frames(tag: bytes) -> list[str]:
    names, at = [], 10
    while at < len(tag):
        names.append(tag[at : at + 4].decode())
        at += 10 + int.from_bytes(tag[at + 4 : at + 8])
    return names


def test_round_trip(fresh, full):
    path = fresh()
    write_tags(path, full)
    back = read_tags(path)
    sections = dataclasses.replace(full.chapters[0], children=full.chapters[0].children[1:])
    assert back == dataclasses.replace(
        full, language="eng", date="2025-03-04T06:42:00", chapters=(sections, *full.chapters[1:])
    )


def test_version_2_3_in_utf_16_without_version_1(fresh, full):
    path = fresh()
    write_tags(path, full)
    data = path.read_bytes()
    assert data[:4] == b"ID3\x03"
    assert data[-128:-125] != b"TAG"
    assert {"TYER", "TDAT", "TIME"} <= set(frames(build(full)))
    assert "\ufeffFerry “Ana Öde” aground".encode("utf-16-le") in data


def test_audio_frames_are_untouched_and_bytes_deterministic(encoded, fresh, full):
    one, two = fresh(name="one"), fresh(name="two")
    write_tags(one, full)
    write_tags(two, full)
    assert one.read_bytes() == two.read_bytes()
    assert one.read_bytes().endswith(encoded["mp3"].read_bytes())
    write_tags(one, full)
    assert one.read_bytes() == two.read_bytes(), "tagging again replaces"


def test_old_tags_of_every_kind_are_replaced(encoded, tmp_path, full):
    path = tmp_path / "old.mp3"
    old = build(Tags(title="Old", transcript="old " * 500))
    path.write_bytes(old + old + encoded["mp3"].read_bytes() + b"TAG" + bytes(125))
    write_tags(path, full)
    with path.open("rb") as f:
        start, end = audio_span(f)
    assert path.read_bytes()[start:end] == encoded["mp3"].read_bytes()
    assert b"Old" not in path.read_bytes()


def test_chapters_stand_in_time_order_whatever_their_size():
    chapters = tuple(Chapter(i * 100, i * 100 + 100, "long title " * (9 - i)) for i in range(9))
    tag = build(Tags(title="x", chapters=chapters))
    at, starts = 10, []
    while at < len(tag):
        size = int.from_bytes(tag[at + 4 : at + 8])
        if tag[at : at + 4] == b"CHAP":
            times = tag.index(b"\0", at + 10) + 1
            starts.append(int.from_bytes(tag[times : times + 4]))
        at += 10 + size
    assert starts == [c.start_ms for c in chapters]


def test_every_chapter_is_in_one_table_of_contents(full):
    import mutagen.id3

    found = mutagen.id3.ID3(io.BytesIO(build(full)))
    tocs = {t.element_id: t for t in found.getall("CTOC")}
    assert [t.element_id for t in tocs.values() if t.flags & mutagen.id3.CTOCFlags.TOP_LEVEL] == ["toc"]
    assert all(t.flags & mutagen.id3.CTOCFlags.ORDERED for t in tocs.values())
    assert [tocs[c].child_element_ids if c in tocs else c for c in tocs["toc"].child_element_ids] == [
        "chp0",
        ["chp1"],
        "chp2",
        "chp3",
    ], "every story stands in the first table: some readers look no further"
    for chapter in found.getall("CHAP"):
        assert chapter.start_offset == chapter.end_offset == 0xFFFFFFFF


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, st.lists(ANY_TEXT, max_size=3), ANY_TEXT)
def test_any_text_survives(tmp_path, title, comment, transcript, artists, url):
    path = tmp_path / "any.mp3"
    path.write_bytes(b"")
    tags = Tags(
        title=title,
        comment=comment,
        transcript=transcript,
        artists=tuple(artists),
        url=url,
        chapters=(Chapter(0, 5, title),),
    )
    write_tags(path, tags)
    back = read_tags(path)
    assert back is not None
    assert back.title == one_line(title)
    assert back.comment == multi_line(comment)
    assert back.transcript == multi_line(transcript)
    assert back.artists == tuple(a for a in (one_line(a).replace("/", "-") for a in artists) if a)
    assert back.chapters == (Chapter(0, 5, chapter_title(title)),)
    assert back.url.isascii()


@pytest.mark.parametrize(
    "title",
    ["مجلس المدينة يُبقي العبّارة", "המועצה משאירה את המעבורת", "渡轮保留 🚢", "a/b", "é́́" * 40],
    ids=["arabic", "hebrew", "chinese and emoji", "slash", "combining marks"],
)
def test_titles_of_any_script(fresh, title):
    path = fresh()
    write_tags(path, Tags(title=title, artists=(), album=title))
    back = read_tags(path)
    assert back is not None
    assert (back.title, back.album, back.artists) == (title, title, ())


def test_a_title_of_ten_thousand_characters_is_cut_at_a_word(fresh):
    path = fresh()
    write_tags(path, Tags(title="word " * 2000, chapters=(Chapter(0, 10, "word " * 2000),)))
    back = read_tags(path)
    assert back is not None
    assert back.title.endswith("word…") and 200 < len(back.title) <= 250
    assert back.chapters[0].title.endswith("word…")


@pytest.mark.parametrize("word", ["word ", "слово ", "🚢 "], ids=["ascii", "cyrillic", "emoji"])
def test_a_tag_over_the_limit_shrinks_the_picture_then_cuts_the_transcript(full, noise, word):
    tags = dataclasses.replace(full, cover=noise, transcript=word * 60_000)
    tag = build(tags)
    assert SIZE_LIMIT * 0.9 < len(tag) <= SIZE_LIMIT
    assert CUT_NOTE.encode("utf-16-le") in tag
    assert b"image/jpeg" in tag


def test_no_field_makes_a_tag_too_large(full, noise):
    long = "слово " * 50_000
    chapters = tuple(Chapter(i * 10, i * 10 + 10, long) for i in range(600))
    everything = dict.fromkeys(
        ("title", "album", "genre", "publisher", "comment", "description", "guid", "transcript"), long
    )
    tag = build(
        Tags(**everything, artists=(long,) * 500, url="https://x.example/" + long, cover=noise, chapters=chapters)
    )
    assert len(tag) <= SIZE_LIMIT
    assert frames(tag).count("CHAP") == 255


def test_what_fits_is_not_cut(full):
    tags = dataclasses.replace(full, transcript="word " * 15_000)
    assert CUT_NOTE.encode("utf-16-le") not in build(tags)


def test_three_hundred_chapters_become_255():
    chapters = tuple(Chapter(i * 10, i * 10 + 10, f"chapter {i}") for i in range(300))
    flat = flat_chapters(chapters)
    assert len(flat) == 255
    assert flat[-1] == Chapter(2540, 3000, "chapter 254 (+ 45)")
    assert frames(build(Tags(title="x", chapters=chapters))).count("CHAP") == 255


def test_no_chapters_no_table_of_contents():
    assert not {"CHAP", "CTOC"} & set(frames(build(Tags(title="x"))))


def test_errors_name_the_file(tmp_path, full):
    with pytest.raises(TaggingError, match=r"gone\.mp3"):
        write_tags(tmp_path / "gone.mp3", full)
    with pytest.raises(TaggingError, match=r"song\.xyz"):
        write_tags(tmp_path / "song.xyz", full)
    path = tmp_path / "cover.mp3"
    path.write_bytes(b"")
    with pytest.raises(TaggingError, match="not a picture"):
        write_tags(path, dataclasses.replace(full, cover=b"%PDF-1.7"))
    assert list(tmp_path.iterdir()) == [path], "nothing half-written is left"


def test_a_file_without_tags_has_none(fresh):
    assert read_tags(fresh()) is None
    assert stated_seconds(fresh()) == pytest.approx(2.0, abs=1e-4)


# --- judges that are not ours


def run(*command: object) -> str:
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, check=False).stdout


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


@needs("ffprobe")
@pytest.mark.parametrize("form", ["mp3", "m4a", "opus"])
def test_ffprobe_lists_the_chapters(fresh, full, form):
    path = fresh(form)
    write_tags(path, full)
    lines = run("ffprobe", "-v", "error", "-show_chapters", "-of", "csv", path).split()
    starts = [round(float(line.split(",")[4]) * 1000) for line in lines if line.startswith("chapter")]
    assert starts == [c.start_ms for c in flat_chapters(full.chapters)]


@needs("mp3val")
def test_mp3val_finds_nothing_wrong(fresh, full):
    path = fresh()
    write_tags(path, full)
    said = run("mp3val", path)
    assert "+ID3v2" in said and "WARNING" not in said and "ERROR" not in said


@needs("mpg123")
def test_mpg123_shows_title_and_year(fresh, full):
    path = fresh()
    write_tags(path, full)
    said = subprocess.run(["mpg123", "-t", path], capture_output=True, text=True, check=False).stderr
    assert "Ferry" in said and "2025" in said


@needs("mediainfo")
@pytest.mark.parametrize("form", ["mp3", "m4a", "opus"])
def test_mediainfo_reads_title_and_chapters(fresh, full, form):
    path = fresh(form)
    write_tags(path, full)
    said = run("mediainfo", path)
    assert "Ferry “Ana Öde” aground" in said
    if form != "mp3":  # its version 23 shows no chapters of any MP3
        assert "00:00:00.300" in said and "The rescue, hour by hour" in said


@needs("exiftool")
@pytest.mark.parametrize("form", ["mp3", "m4a", "opus"])
def test_exiftool_reads_every_field(fresh, full, form):
    path = fresh(form)
    write_tags(path, full)
    said = run("exiftool", path)
    for words in (
        full.title,
        "The Harbour Post",
        "Podcast",
        "The voices are synthetic.",
        "Ingrid Solheim",
        "ferry?id=7",
    ):
        assert words in said, words


@st.composite
def nested(draw):
    """Stories that tile their time, some with sections, which may or may not begin with their story."""
    times = sorted(draw(st.sets(st.integers(0, 100_000), min_size=2, max_size=8)))
    chapters = []
    for i, (start, end) in enumerate(itertools.pairwise(times)):
        cuts = sorted(draw(st.sets(st.integers(start, end - 1), max_size=3)))
        sections = [Chapter(a, b, f"section {a}") for a, b in itertools.pairwise([*cuts, end])]
        chapters.append(Chapter(start, end, f"story {i}", tuple(sections)))
    return tuple(chapters)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(nested())
def test_nested_chapters_come_back_with_their_stories(tmp_path, chapters):
    path = tmp_path / "nested.mp3"
    path.write_bytes(b"")
    write_tags(path, Tags(title="x", chapters=chapters))
    back = read_tags(path)
    assert back is not None
    assert flat_chapters(back.chapters) == flat_chapters(chapters)
    assert [(c.start_ms, c.end_ms, c.title) for c in back.chapters] == [
        (c.start_ms, c.end_ms, c.title) for c in chapters
    ]
    flat = flat_chapters(chapters)
    assert all(a.end_ms == b.start_ms for a, b in itertools.pairwise(flat)), "they tile their time"
    assert (flat[0].start_ms, flat[-1].end_ms) == (chapters[0].start_ms, chapters[-1].end_ms)


def test_npm_readers_list_every_story(fresh, full):
    modules = os.environ.get("AUDIOEDITION_NODE_MODULES", "")
    if not shutil.which("node") or not all((Path(modules) / name).is_dir() for name in ("music-metadata", "node-id3")):
        pytest.skip("AUDIOEDITION_NODE_MODULES names no folder with music-metadata and node-id3")
    path = fresh()
    write_tags(path, full)
    script = Path(__file__).with_name("read_tags.mjs")
    done = subprocess.run(["node", script, modules, path], capture_output=True, text=True, check=True)
    read = json.loads(done.stdout)
    assert (read["title"], read["artists"], read["profile"]) == (full.title, list(full.artists), "CBR")
    assert read["warnings"] == []
    assert [title for _, title in read["chapters"]] == [c.title for c in full.chapters]
    assert read["frames"] == [[c.start_ms, c.title] for c in flat_chapters(full.chapters)]
