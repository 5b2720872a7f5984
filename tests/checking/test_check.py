"""What check finds in good files, in broken ones, and in files it knows nothing about."""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from audioedition.checking import check, clipped_runs
from audioedition.checking.feeds import parse_duration
from audioedition.checking.listings import artwork_faults, local
from audioedition.episode.transcripts import chapters_json, podcast_json, srt, webvtt
from audioedition.errors import UsageError
from audioedition.model import Chapter, Cue
from audioedition.sound.encoding import encode
from audioedition.sound.mastering import master, target_of
from audioedition.tagging import Tags, write_tags

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
PLAYLIST = "#EXTM3U\n#EXTINF:8,Council\nepisodes/story.mp3\n"
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "feed_url": "https://harbour.example/audio/feed.json",
    "items": [{"id": "1", "title": "Council", "attachments": [{"size_in_bytes": 0, "url": "episodes/story.mp3"}]}],
}
FEED = """<?xml version="1.0"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom"
     xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
<atom:link rel="self" href="https://harbour.example/audio/feed.xml"/>
<itunes:image href="https://harbour.example/audio/artwork/cover.jpg"/>
<item><title>{title}</title><guid>1</guid>
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
    for folder in ("episodes", "transcripts", "chapters", "artwork"):
        (output / folder).mkdir(parents=True)
    (tmp_path / "edition.toml").write_text("")
    story = Path(shutil.copy(mastered, output / "episodes" / "story.mp3"))
    from audioedition.covers.artwork import cover

    (output / "artwork" / "cover.jpg").write_bytes(cover("Council"))
    write_tags(story, dataclasses.replace(TAGS, cover=cover("Council", size=300)))
    (output / "transcripts" / "story.vtt").write_text(webvtt(CUES))
    (output / "transcripts" / "story.srt").write_text(srt(CUES))
    (output / "transcripts" / "story.json").write_text(podcast_json(CUES))
    (output / "chapters" / "story.json").write_text(chapters_json(TAGS.chapters))
    publish(output)
    return output


def publish(output: Path, **changes: object) -> None:
    size = (output / "episodes" / "story.mp3").stat().st_size
    facts = {"length": size, "type": "audio/mpeg", "duration": 8, "transcript": "story"}
    facts |= {"title": TAGS.title} | changes
    (output / "feed.xml").write_text(FEED.format(**facts))
    JSON_FEED["items"][0]["attachments"][0]["size_in_bytes"] = size  # type: ignore[index]
    (output / "feed.json").write_text(json.dumps(JSON_FEED))
    (output / "playlist.m3u8").write_text(PLAYLIST)


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
    assert one.row()[:2] == ("episodes/story.mp3", "0:08.0")
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


def test_a_title_that_the_feed_does_not_know(project):
    publish(project, title="Council sinks the ferry")
    (fault,) = faults(project)
    assert fault == "feed.xml calls it 'Council sinks the ferry', the tag 'Council keeps the ferry'"
    for same in ("Council keeps…", "Council\u200b keeps ‹the ferry"):
        publish(project, title=same)
        assert faults(project) == []


def test_other_lists_of_files(project):
    (project / "playlist.m3u8").write_text(PLAYLIST.replace("story", "history"))
    (project / "feed.json").write_text(json.dumps(JSON_FEED).replace('bytes": ', 'bytes": 7'))
    (project / "artwork" / "cover.jpg").write_bytes(b"no picture")
    found = {one.file: one.faults for one in check(project)}
    assert found["playlist.m3u8"] == ("episodes/history.mp3 is not in the folder",)
    assert "story.mp3 has" in found["feed.json"][0]
    assert found["feed.xml"] == ("https://harbour.example/audio/artwork/cover.jpg: it is no readable picture",)
    (project / "feed.json").write_text('{"version": "https://jsonfeed.org/version/1.1", "items": 3}')
    assert "no readable JSON Feed" in {one.file: one.faults for one in check(project)}["feed.json"][0]


def test_artwork_has_the_size_that_apple_wants(tmp_path):
    import PIL.Image

    PIL.Image.new("RGB", (1400, 1400)).save(tmp_path / "good.jpg")
    PIL.Image.new("CMYK", (1300, 1000)).save(tmp_path / "bad.jpg")
    assert artwork_faults(tmp_path / "good.jpg") == []
    assert [f.split()[0] for f in artwork_faults(tmp_path / "bad.jpg")] == ["1300", "its"]


def test_a_changed_bit_a_cut_and_a_lost_header(project):
    story = project / "episodes" / "story.mp3"
    whole = story.read_bytes()
    changed = bytearray(whole)
    changed[len(whole) * 3 // 4] ^= 4
    story.write_bytes(changed)
    assert any("the Info header's checksum differs" in f for f in faults(project))
    story.write_bytes(whole[:-313])
    assert any("the Info header counts" in f for f in faults(project))
    story.write_bytes(whole.replace(b"Info", b"\0\0\0\0", 1))
    assert "no Info header: players guess the length" in faults(project)
    hole = len(whole) * 3 // 4
    story.write_bytes(whole[:hole] + bytes(3000) + whole[hole + 3000 :])
    assert any("pieces cannot be decoded" in f for f in faults(project))


def test_a_tag_that_old_players_cannot_read(project):
    from mutagen import id3

    story = project / "episodes" / "story.mp3"
    tag = id3.ID3(story)
    tag.delall("CTOC")
    tag.save(v2_version=4)
    publish(project)
    assert faults(project) == [
        "an ID3v2.4 tag: the oldest players read 2.3 only",
        "chapters without a table of contents: some players show none",
    ]


def test_a_file_that_is_not_what_its_name_says(project, mastered):
    shutil.copy(mastered, project / "episodes" / "other.opus")
    assert any("opus" in f or "Ogg" in f for f in faults(project))
    import wave

    with wave.open(str(project / "other.mp3"), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes(bytes(RATE))
    assert any("it is pcm_s16le in wav" in f for f in faults(project))


def test_softer_music_beside_the_voices_is_no_fault(project):
    time = np.arange(int(SECONDS * RATE)) / RATE
    sound = (0.1 * np.sin(2 * np.pi * 300 * time) * (1.2 + np.sin(2 * np.pi * 3 * time))).astype(np.float32)
    sound[3 * RATE :] *= 10 ** (-5 / 20)  # a tune of 5 s, 5 dB softer
    story = project / "episodes" / "story.mp3"
    target = target_of("podcast", -2.1)
    encode(master(lambda: iter([sound]), target), story)
    cues = [Cue(0, 3000, TEXT, "", "body"), Cue(3000, 8000, "(Music)", "", "")]
    for kind, text in (("vtt", webvtt(cues)), ("srt", srt(cues)), ("json", podcast_json(cues))):
        (project / "transcripts" / f"story.{kind}").write_text(text)
    retag(project)
    assert check(project)[0].lufs < -17
    assert faults(project) == ["tags without cover"]
    encode(master(lambda: iter([sound]), target_of("podcast", -5)), story)
    retag(project)
    assert any("LUFS instead of -16" in f for f in faults(project))


def test_a_word_longer_than_a_line_is_not_lost(project):
    word = "Supercalifragilistic" * 8
    cues = (*CUES[:1], Cue(4500, 7500, f"Nobody had expected it, least of all Captain Tom Ash. {word}", "", "body"))
    for kind, text in (("vtt", webvtt(cues)), ("srt", srt(cues)), ("json", podcast_json(cues))):
        (project / "transcripts" / f"story.{kind}").write_text(text)
    retag(project, transcript=f"{TEXT} {word}")
    assert not any("not in the transcript" in f for f in faults(project))


def test_a_line_too_long_for_a_screen(project):
    story = project / "transcripts" / "story.vtt"
    story.write_text(story.read_text().replace("\nNobody", " Nobody").replace("it, least", "it, oh, least"))
    long = story.read_text().replace("Nobody had", "Nobody at all, on either side of the river, had")
    story.write_text(long)
    assert any("story.vtt has a line of" in f for f in faults(project))


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


def test_a_sound_file_of_any_kind_can_be_measured(tmp_path):
    import wave

    with wave.open(str(tmp_path / "take.wav"), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        time = np.arange(3 * RATE) / RATE
        file.writeframes((8000 * np.sin(2 * np.pi * 300 * time)).astype("<i2").tobytes())
    (one,) = check(tmp_path / "take.wav")
    assert (one.faults, one.seconds) == ((), 3.0)
    assert "no tags" in one.notes


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
