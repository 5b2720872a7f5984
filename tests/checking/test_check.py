"""What check finds in good files, in broken ones, and in files it knows nothing about."""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from audioedition.checking import check, clipped_runs, table_rows
from audioedition.checking.feeds import local, parse_duration
from audioedition.encoding import encode
from audioedition.errors import UsageError
from audioedition.mastering import master, target_of
from audioedition.model import Chapter, Cue
from audioedition.tagging import Tags, write_tags
from audioedition.transcripts import chapters_json, podcast_json, srt, webvtt

RATE = 44100
SECONDS = 8.0
TEXT = "The council voted on Tuesday to keep the ferry. Nobody had expected it, least of all Captain Tom Ash."
CUES = (
    Cue(500, 4000, "The council voted on Tuesday to keep the ferry.", "The Harbour Post", "body"),
    Cue(4500, 7500, "Nobody had expected it, least of all Captain Tom Ash.", "The Harbour Post", "body"),
)
TAGS = Tags(
    title="Council keeps the ferry",
    artists=("Ana Ruiz",),
    album="The Harbour Post",
    date="2025-03-04",
    comment="The voices are synthetic.",
    transcript=TEXT,
    cover=b"",
    chapters=(Chapter(0, 4000, "The vote"), Chapter(4000, 8000, "The surprise")),
)
FEED = """<?xml version="1.0"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom"
     xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
<atom:link rel="self" href="https://harbour.example/audio/feed.xml"/>
<item><title>Council</title><guid>1</guid>
<enclosure url="https://harbour.example/audio/episodes/story.mp3" length="{length}" type="{type}"/>
<itunes:duration>{duration}</itunes:duration>
<podcast:transcript url="https://harbour.example/audio/transcripts/{transcript}.vtt" type="text/vtt"/>
</item></channel></rss>
"""


@pytest.fixture(scope="module")
def mastered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight seconds that sound as loud as speech should, silent for half a second at each end."""
    time = np.arange(int(SECONDS * RATE)) / RATE
    sound = (0.1 * np.sin(2 * np.pi * 300 * time) * (1.2 + np.sin(2 * np.pi * 3 * time))).astype(np.float32)
    sound[: RATE // 2] = sound[-RATE // 2 :] = 0
    path = tmp_path_factory.mktemp("mastered") / "story.mp3"
    encode(master(lambda: iter([sound]), target_of("podcast")), path)
    return path


@pytest.fixture
def project(mastered: Path, tmp_path: Path) -> Path:
    """A project folder with one finished episode; its output folder is returned."""
    output = tmp_path / "output"
    for folder in ("episodes", "transcripts", "chapters"):
        (output / folder).mkdir(parents=True)
    (tmp_path / "edition.toml").write_text("")
    story = Path(shutil.copy(mastered, output / "episodes" / "story.mp3"))
    from audioedition.artwork import cover

    write_tags(story, dataclasses.replace(TAGS, cover=cover("Council", size=300)))
    (output / "transcripts" / "story.vtt").write_text(webvtt(CUES))
    (output / "transcripts" / "story.srt").write_text(srt(CUES))
    (output / "transcripts" / "story.json").write_text(podcast_json(CUES))
    (output / "chapters" / "story.json").write_text(chapters_json(TAGS.chapters))
    publish(output)
    return output


def publish(output: Path, **changes: object) -> None:
    size = (output / "episodes" / "story.mp3").stat().st_size
    facts = {"length": size, "type": "audio/mpeg", "duration": 8, "transcript": "story"} | changes
    (output / "feed.xml").write_text(FEED.format(**facts))


def faults(output: Path) -> list[str]:
    return [fault for one in check(output) for fault in one.faults]


def retag(output: Path, **changes: object) -> None:
    write_tags(output / "episodes" / "story.mp3", dataclasses.replace(TAGS, cover=b"", **changes))
    publish(output)


def test_a_good_file_has_no_faults(project):
    (one,) = check(project)
    assert (one.faults, one.notes) == ((), ())
    assert one.file == "episodes/story.mp3"
    assert one.seconds == pytest.approx(SECONDS, abs=1e-4)
    assert one.stated_seconds == pytest.approx(SECONDS, abs=1e-4)
    assert one.lufs == pytest.approx(-16, abs=0.5)
    assert one.chapters == 2
    assert {"title", "artists", "cover", "transcript"} <= set(one.tags)
    assert table_rows([one])[0][:2] == ("episodes/story.mp3", "0:08.0")
    assert json.loads(json.dumps(one.as_json()))["faults"] == []


def test_one_file_is_checked_with_all_that_belongs_to_it(project):
    publish(project, length=1)
    (one,) = check(project / "episodes" / "story.mp3")
    assert one.faults[0].startswith("feed.xml gives 1 bytes")


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"length": 77}, "feed.xml gives 77 bytes"),
        ({"type": "audio/ogg"}, "feed.xml gives the type audio/ogg instead of audio/mpeg"),
        ({"duration": "0:33"}, "feed.xml gives a length of 0:33, decoded are 8.0 s"),
        ({"duration": "long"}, "feed.xml gives a length of long"),
        ({"transcript": "gone"}, "transcripts/gone.vtt is not in the folder"),
    ],
)
def test_a_feed_that_says_something_else(project, changes, fault):
    publish(project, **changes)
    (found,) = faults(project)
    assert fault in found


def test_a_feed_that_is_no_xml(project):
    (project / "feed.xml").write_text("<rss><channel>")
    assert any("no readable XML" in f for f in faults(project))


def test_files_in_no_feed_are_noted(project):
    shutil.copy(project / "episodes" / "story.mp3", project / "episodes" / "other.mp3")
    assert any("1 files are in no feed: episodes/other.mp3" in n for c in check(project) for n in c.notes)


def test_a_truncated_file(project):
    path = project / "episodes" / "story.mp3"
    path.write_bytes(path.read_bytes()[:-40_000])
    publish(project)
    assert any(f.startswith("the header says 0:08.0, decoded are 0:0") for f in faults(project))


def test_a_file_that_is_no_audio(project):
    (project / "episodes" / "noise.mp3").write_bytes(b"noise" * 500)
    assert any("noise.mp3" in f for f in faults(project))


def test_chapters_that_contradict(project):
    (project / "chapters" / "story.json").write_text(
        chapters_json((TAGS.chapters[0], Chapter(4002, 8000, "The surprise")))
    )
    assert faults(project) == ["the chapters in the tag and in the JSON file differ"]


def test_chapters_out_of_order_untitled_and_past_the_end(project):
    listed = [{"startTime": t, "title": x} for t, x in ((0, "a"), (9.5, " "), (5, "c"))]
    (project / "chapters" / "story.json").write_text(json.dumps({"version": "1.2.0", "chapters": listed}))
    found = faults(project)
    assert "chapters of the JSON file are not in time order: 0.0, 9.5, 5.0" in found
    assert "a chapter of the JSON file has no title" in found
    assert "a chapter of the JSON file begins at 9.5 s, after the end" in found


def test_transcripts_that_contradict(project):
    late = (CUES[0], dataclasses.replace(CUES[1], end_ms=9000))
    (project / "transcripts" / "story.vtt").write_text(webvtt(late))
    (project / "transcripts" / "story.srt").write_text(srt(CUES[:1]))
    (project / "transcripts" / "story.json").write_text('{"segments": [{"body": "no times"}]}')
    found = faults(project)
    assert "story.json cannot be read: 'startTime'" in found
    assert "the transcript runs to 9.0 s, the sound to 8.0 s" in found
    assert "story.srt has other words than the first transcript" in found


def test_cues_that_overlap(project):
    text = webvtt(CUES).replace("00:00:04.500", "00:00:03.500")
    (project / "transcripts" / "story.vtt").write_text(text)
    assert "cues of the transcript overlap or are out of order" in faults(project)


def test_words_that_only_the_tag_has(project):
    retag(project, transcript=TEXT + " Appended later.")
    assert "2 words of the text in the tag are not in the transcript: appended later" in faults(project)


def test_a_project_promises_tags_and_loudness(project):
    retag(project, title="", artists=())
    assert faults(project) == ["tags without title, artists, cover"]
    (project.parent / "edition.toml").write_text('[files]\nloudness = "broadcast"\n')
    assert any("LUFS instead of -23" in f for f in faults(project))


def test_a_file_from_elsewhere_promised_nothing(mastered, tmp_path):
    path = tmp_path / "from elsewhere.mp3"
    time = np.arange(3 * RATE) / RATE
    encode([np.clip(3 * np.sin(2 * np.pi * 100 * time), -1, 1).astype(np.float32)], path)
    (one,) = check(tmp_path)
    assert one.faults == ()
    assert "no tags" in one.notes
    assert any("LUFS instead of -16" in n for n in one.notes)
    assert any("true peak" in n for n in one.notes)


def test_silence(tmp_path):
    encode([np.zeros(2 * RATE, np.float32)], tmp_path / "silence.mp3")
    (one,) = check(tmp_path)
    assert one.faults == ("all of it is silence",)


def test_clipped_runs(tmp_path):
    import av

    samples = np.zeros(RATE, np.int16)
    samples[100:104] = 32767
    samples[200:202] = 32767
    samples[300:400] = -32768
    with av.open(str(tmp_path / "a.wav"), "w") as file:
        stream = file.add_stream("pcm_s16le", rate=RATE, layout="mono")
        frame = av.AudioFrame.from_ndarray(samples[None, :], format="s16", layout="mono")
        frame.rate = RATE
        file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
    assert clipped_runs(tmp_path / "a.wav") == 2


def test_nothing_to_check(tmp_path):
    with pytest.raises(UsageError, match="no audio file"):
        check(tmp_path)


def test_addresses(tmp_path):
    feed = "https://harbour.example/audio/feed.xml"
    assert local("https://harbour.example/audio/a%20b.mp3", feed, tmp_path) == tmp_path / "a b.mp3"
    assert local("episodes/a.mp3", feed, tmp_path) == tmp_path / "episodes" / "a.mp3"
    assert local("https://cdn.example/a.mp3", feed, tmp_path) is None
    assert local("https://harbour.example/audio/../../etc/passwd", feed, tmp_path) is None
    assert local("https://harbour.example/audio/%2e%2e/%2e%2e/etc/passwd", feed, tmp_path) is None


def test_durations():
    assert [parse_duration(t) for t in ("61", "1:01", "1:00:01", "x")] == [61, 61, 3601, None]
