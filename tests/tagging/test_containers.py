"""M4A and Opus hold the same facts as MP3, and the packets stay as they are."""

from __future__ import annotations

import dataclasses
import json
import shutil
import subprocess

import av
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audioedition.episode.transcripts import chapters_json
from audioedition.errors import TaggingError
from audioedition.model import Chapter
from audioedition.tagging import Tags, flat_chapters, one_line, read_tags, write_tags
from audioedition.tagging.fields import CHAPTER_TITLE_BYTES, chapter_title

FORMS = ["m4a", "opus"]


def packets(path):
    with av.open(str(path)) as file:
        return [(p.pts, bytes(p)) for p in file.demux(file.streams.audio[0]) if p.pts is not None]


@pytest.mark.parametrize("form", FORMS)
def test_round_trip(fresh, full, form):
    path = fresh(form)
    write_tags(path, full)
    back = read_tags(path)
    assert back is not None
    assert dataclasses.replace(back, chapters=()) == dataclasses.replace(full, language="eng", chapters=())
    assert [c.title for c in back.chapters] == [c.title for c in flat_chapters(full.chapters)]


def test_an_audiobook_is_marked_as_one(fresh, full):
    from mutagen import mp4

    path = fresh("m4a").rename(fresh("m4a").with_suffix(".m4b"))
    write_tags(path, full)
    assert path.read_bytes()[8:12] == b"M4B "
    assert mp4.MP4(path)["stik"] == [2]
    back = read_tags(path)
    assert back is not None
    assert [c.title for c in back.chapters] == [c.title for c in flat_chapters(full.chapters)]


@pytest.mark.parametrize("form", FORMS)
def test_packets_are_untouched_and_bytes_deterministic(encoded, fresh, full, form):
    one, two = fresh(form, "one"), fresh(form, "two")
    write_tags(one, full)
    write_tags(two, full)
    assert one.read_bytes() == two.read_bytes()
    assert packets(one) == packets(encoded[form])
    write_tags(one, full)
    assert one.read_bytes() == two.read_bytes(), "tagging again replaces"


@pytest.mark.parametrize("form", FORMS)
def test_decoded_length_is_untouched(encoded, fresh, full, form):
    path = fresh(form)
    write_tags(path, full)
    for file in (path, encoded[form]):
        with av.open(str(file)) as f:
            stream = f.streams.audio[0]
            samples = sum(frame.samples for frame in f.decode(stream))
            assert samples / stream.rate == pytest.approx(2.0, abs=0.03)


times = st.lists(st.integers(1, 1999), unique=True, max_size=12).map(sorted)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(times, st.text(max_size=60))
def test_chapters_agree_everywhere(fresh, starts, title):
    starts = [0, *starts]
    chapters = tuple(
        Chapter(a, b, f"{i} {title}") for i, (a, b) in enumerate(zip(starts, [*starts[1:], 2000], strict=True))
    )
    expected = [(c["startTime"], c["title"]) for c in json.loads(chapters_json(chapters))["chapters"]]
    for form in ("mp3", "m4a", "opus"):
        path = fresh(form)
        write_tags(path, Tags(title="x", chapters=chapters))
        back = read_tags(path)
        assert back is not None
        found = [(c.start_ms / 1000, c.title) for c in back.chapters]
        assert [t for _, t in found] == [t for _, t in expected]
        assert [s for s, _ in found] == pytest.approx([s for s, _ in expected], abs=0.001)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FORMS), st.text(st.characters(codec=None, exclude_categories=()), max_size=200))
def test_any_title_survives(fresh, form, title):
    path = fresh(form)
    write_tags(path, Tags(title=title, artists=(title,), chapters=(Chapter(0, 2000, title),)))
    back = read_tags(path)
    assert back is not None
    assert back.title == one_line(title)
    assert back.chapters[0].title == chapter_title(title)


@pytest.mark.parametrize("letter", ["Д", "東", "🚢", "e\u0301"])
@pytest.mark.parametrize("length", [60, 84, 85, 86, 127, 128, 150, 5000])
def test_a_chapters_title_is_bytes_in_m4a(fresh, letter, length):
    title = letter * length
    path = fresh("m4a")
    write_tags(path, Tags(title=title, chapters=(Chapter(0, 2000, title),)))
    back = read_tags(path)
    assert back is not None
    shown = back.chapters[0].title
    assert len(shown.encode()) <= CHAPTER_TITLE_BYTES
    assert shown == title or (shown.endswith("…") and title.startswith(shown[:-1]) and len(shown.encode()) > 240)


@pytest.mark.parametrize("form", FORMS)
def test_a_title_alone(fresh, form):
    path = fresh(form)
    write_tags(path, Tags(title="Ferry aground"))
    assert read_tags(path) == Tags(title="Ferry aground", podcast=form == "m4a")


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")
def test_other_ogg_files_are_read(encoded, tmp_path):
    path = tmp_path / "other.ogg"
    command = [
        "ffmpeg",
        "-v",
        "error",
        "-i",
        encoded["mp3"],
        "-c:a",
        "libvorbis",
        "-metadata",
        "title=From elsewhere",
        path,
    ]
    subprocess.run(command, check=True)
    back = read_tags(path)
    assert back is not None
    assert back.title == "From elsewhere"


@pytest.mark.parametrize("form", FORMS)
def test_what_is_no_audio_is_an_error(tmp_path, full, form):
    path = tmp_path / f"broken.{form}"
    path.write_bytes(b"not audio" * 100)
    with pytest.raises(TaggingError, match="broken"):
        write_tags(path, full)
    with pytest.raises(TaggingError, match="broken"):
        read_tags(path)
    assert path.read_bytes() == b"not audio" * 100
    assert list(tmp_path.iterdir()) == [path]
